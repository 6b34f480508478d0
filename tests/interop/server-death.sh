#!/bin/bash
# server-death: workers and the keeper are killed again and again while SIPp registers and calls: no call fails.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
need sipp ss

COUNT=600
port=$(free_port) callee=$(free_port) caller=$(free_port)
start_sipd death "
listen = udp:127.0.0.1:$port
alias = \"example.com\"
workers = 2
route {
	if (!mf_process_maxfwd_header(10)) { sl_send_reply(483, \"Too Many Hops\"); exit; }
	if (is_method(\"CANCEL\")) { if (t_check_trans()) t_relay(); exit; }
	if (has_totag()) {
		if (loose_route()) { t_relay(); exit; }
		if (is_method(\"ACK\")) { if (t_check_trans()) t_relay(); exit; }
		sl_send_reply(404, \"Not Here\"); exit;
	}
	if (is_method(\"INVITE\")) record_route();
	if (is_method(\"REGISTER\")) { if (!save(\"location\")) sl_reply_error(); exit; }
	if (!lookup(\"location\")) { sl_send_reply(404, \"Not Found\"); exit; }
	if (!t_relay()) sl_reply_error();
}"

# The value of column NAME in the last line of a statistics file of SIPp's.
column() {
	awk -F';' -v name="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) c = i } END { print $c }' "$1"
}

pid_of() { "$SIPCTL" -s "$DIR/death/control.sock" workers | sed -n "s/^$1  *pid \([0-9]*\).*/\1/p"; }

# Kills one process after the other, by SIGKILL and SIGSEGV in turn, at a pace at which none dies twice within a second, until it is killed itself.
assassin() {
	local name pid signal=KILL
	while :; do
		for name in 'worker 1' 'worker 2' keeper; do
			sleep 0.5
			pid=$(pid_of "$name")
			[ -z "$pid" ] || [ "$pid" = 0 ] || kill "-$signal" "$pid" 2>/dev/null
			if [ $signal = KILL ]; then signal=SEGV; else signal=KILL; fi
		done
	done
}

# run NAME PORT RATE OPTION...: SIPp as a client; all calls must go well, whatever has to be sent again for that
run() {
	local name=$1 local_port=$2 rate=$3 stat=$DIR/$1.csv
	shift 3
	timeout 80 sipp "127.0.0.1:$port" -i 127.0.0.1 -p "$local_port" -m $COUNT -r "$rate" -l 400 -nostdin -nd \
		-trace_stat -stf "$stat" -fd 1 -timeout 70 "$@" >"$DIR/$name.out" 2>&1
	check "death: $name: $COUNT succeed" [ "$(column "$stat" 'SuccessfulCall(C)')" = $COUNT ]
	check "death: $name: none fails" [ "$(column "$stat" 'FailedCall(C)')" = 0 ]
	echo "# $name: $(column "$stat" 'Retransmissions(C)') retransmissions"
}

assassin &
assassin_pid=$!
PIDS+=("$assassin_pid")
# Ringing lasts, so that there are always calls whose worker dies between their messages. An ACK that a worker takes with it may come
# behind the BYE, and a BYE whose answer it took comes again: the callee bears that, as a telephone does.
sed -e '0,/<\/send>/s//<\/send><pause milliseconds="400" \/>/' -e 's/<recv request="ACK" \/>/<recv request="ACK" optional="true" \/>/' \
	-e 's/<\/scenario>/<timewait milliseconds="4000" \/><\/scenario>/' tests/interop/sipp/callee.xml >"$DIR/callee.xml"
run register "$caller" 100 -sf tests/interop/sipp/register.xml -key callee "$callee"
timeout 90 sipp -i 127.0.0.1 -p "$callee" -m $COUNT -sf "$DIR/callee.xml" -nostdin -nd -trace_stat \
	-stf "$DIR/callee.csv" -fd 1 -timeout 80 >"$DIR/callee.out" 2>&1 &
callee_pid=$!
PIDS+=("$callee_pid")
run calls "$caller" 100 -sf tests/interop/sipp/caller.xml
wait "$callee_pid"
check "death: callee: $COUNT succeed" [ "$(column "$DIR/callee.csv" 'SuccessfulCall(C)')" = $COUNT ]
kill "$assassin_pid"
deaths=$(grep -c 'was killed by signal 9' "$DIR/death.log")
check "death: processes were killed ($deaths)" [ "$deaths" -gt 6 ]
check "death: all of them run again" wait_for 5 [ "$(grep -c 'started again' "$DIR/death.log")" -ge "$deaths" ]
