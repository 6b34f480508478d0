#!/bin/bash
# sipp: SIPp registers 1,000 users and makes 1,000 record-routed calls through two workers: none fails, nothing is sent twice.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
need sipp ss

COUNT=1000
port=$(free_port) callee=$(free_port) caller=$(free_port)
start_sipd sipp "
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

# run NAME PORT RATE OPTION...: SIPp as a client; checks that all calls went well and that nothing was sent or received again
run() {
	local name=$1 local_port=$2 rate=$3 stat=$DIR/$1.csv
	shift 3
	timeout 60 sipp "127.0.0.1:$port" -i 127.0.0.1 -p "$local_port" -m $COUNT -r "$rate" -l 200 -nostdin -nd \
		-trace_stat -stf "$stat" -fd 1 -timeout 50 "$@" >"$DIR/$name.out" 2>&1
	check "$name: SIPp ends well" [ $? = 0 ]
	check "$name: $COUNT succeed" [ "$(column "$stat" 'SuccessfulCall(C)')" = $COUNT ]
	check "$name: none fails" [ "$(column "$stat" 'FailedCall(C)')" = 0 ]
	check "$name: no retransmission" [ "$(column "$stat" 'Retransmissions(C)')" = 0 ]
	check "$name: nothing unexpected" [ "$(column "$stat" 'OutOfCallMsgs(C)')" = 0 ]
}

run register "$caller" 500 -sf tests/interop/sipp/register.xml -key callee "$callee"

timeout 70 sipp -i 127.0.0.1 -p "$callee" -m $COUNT -sf tests/interop/sipp/callee.xml -nostdin -nd -trace_stat \
	-stf "$DIR/callee.csv" -fd 1 -timeout 60 >"$DIR/callee.out" 2>&1 &
callee_pid=$!
PIDS+=("$callee_pid")
run calls "$caller" 150 -sf tests/interop/sipp/caller.xml
wait "$callee_pid"
check "callee: SIPp ends well" [ $? = 0 ]
check "callee: $COUNT succeed" [ "$(column "$DIR/callee.csv" 'SuccessfulCall(C)')" = $COUNT ]
check "callee: no retransmission" [ "$(column "$DIR/callee.csv" 'Retransmissions(C)')" = 0 ]
check "the server says nothing is wrong" [ -z "$(grep -E 'error|warn' "$DIR/sipp.log")" ]
