#!/bin/bash
# dns-silent: a name server that says nothing costs the calls that need it their time, and no others: these go on at full pace meanwhile.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
need dnsmasq sipp ss

WAITING=600 OTHERS=4000
port=$(free_port) dns=$(free_port) waiting=$(free_port) others=$(free_port)
dnsmasq --keep-in-foreground --no-resolv --no-hosts --no-daemon --conf-file=/dev/null --pid-file="$DIR/dnsmasq.pid" --bind-interfaces \
	--listen-address=127.0.0.1 --port="$dns" --local=/test/ >"$DIR/dns.log" 2>&1 &
dnsmasq_pid=$!
PIDS+=("$dnsmasq_pid")
wait_for 5 grep -q started "$DIR/dns.log"
trap 'kill -CONT "$dnsmasq_pid"; finish' EXIT
kill -STOP "$dnsmasq_pid"
start_sipd silent "
listen = udp:127.0.0.1:$port
workers = 1
alias = \"example.com\"
name_servers = \"127.0.0.1:$dns\"
route {
	if (is_method(\"OPTIONS\")) { sl_send_reply(200, \"OK\"); exit; }
	if (is_method(\"ACK\")) exit;
	if (!t_relay()) sl_reply_error();
}"

# The value of column NAME in the last line of a statistics file of SIPp's.
column() {
	awk -F';' -v name="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) c = i } END { print $c }' "$1"
}

timeout 40 sipp "127.0.0.1:$port" -i 127.0.0.1 -p "$waiting" -m $WAITING -r 300 -l $WAITING -nostdin -nd -trace_stat \
	-stf "$DIR/waiting.csv" -fd 1 -timeout 30 -sf tests/interop/sipp/unresolved.xml >"$DIR/waiting.out" 2>&1 &
waiting_pid=$!
PIDS+=("$waiting_pid")
start=$(date +%s%N)
timeout 40 sipp "127.0.0.1:$port" -i 127.0.0.1 -p "$others" -m $OTHERS -r 1000 -nostdin -nd -trace_stat \
	-stf "$DIR/others.csv" -fd 1 -timeout 30 -sf tests/interop/sipp/options.xml >"$DIR/others.out" 2>&1
check "others: SIPp ends well" [ $? = 0 ]
took=$((($(date +%s%N) - start) / 1000000))
echo "# $OTHERS answers in $took ms, $(column "$DIR/others.csv" 'ResponseTime1(C)') each"
check "others: none fails" [ "$(column "$DIR/others.csv" 'FailedCall(C)')" = 0 ]
check "others: no retransmission" [ "$(column "$DIR/others.csv" 'Retransmissions(C)')" = 0 ]
wait "$waiting_pid"
check "waiting: all are answered 504" [ $? = 0 ]
check "waiting: none fails" [ "$(column "$DIR/waiting.csv" 'FailedCall(C)')" = 0 ]
