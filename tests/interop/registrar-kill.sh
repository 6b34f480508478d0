#!/bin/bash
# registrar-kill: all processes of a server are killed at once while it registers, again and again; what it has answered is there afterwards,
# counted one by one.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
need sipp ss

ROUNDS=4
port=$(free_port)
start() {
	start_sipd kill "
listen = udp:127.0.0.1:$port
alias = \"example.com\"
workers = 2
route {
	if (is_method(\"REGISTER\")) { if (!save(\"location\")) sl_reply_error(); exit; }
	sl_send_reply(404, \"Not Found\");
}"
}

cat >"$DIR/register.xml" <<'XML'
<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="register and note who was answered">
  <send retrans="500">
    <![CDATA[
      REGISTER sip:example.com SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
      Max-Forwards: 70
      From: <sip:[round]u[call_number]@example.com>;tag=[pid]r[call_number]
      To: <sip:[round]u[call_number]@example.com>
      Call-ID: [call_id]
      CSeq: 1 REGISTER
      Contact: <sip:[round]u[call_number]@[local_ip]:9>;expires=3600
      Content-Length: 0

    ]]>
  </send>
  <recv response="200"><action><log message="answered [round]u[call_number]" /></action></recv>
</scenario>
XML

tree() { echo "$1"; local child; for child in $(cat /proc/"$1"/task/*/children); do tree "$child"; done; }

start
: >"$DIR/answered"
for ((round = 1; round <= ROUNDS; round++)); do
	client=$(free_port)
	sipp "127.0.0.1:$port" -i 127.0.0.1 -p "$client" -sf "$DIR/register.xml" -key round "$round" -m 100000 -r 1000 -l 3000 -nostdin -nd \
		-trace_logs -log_file "$DIR/log$round" >"$DIR/sipp$round.out" 2>&1 &
	sipp_pid=$!
	PIDS+=("$sipp_pid")
	sleep "1.$((RANDOM % 9))"
	all=$(tree "$SIPD_PID")
	# the parent last: it would start others anew
	# shellcheck disable=SC2086
	kill -STOP "$SIPD_PID"; kill -9 $all
	wait "$SIPD_PID" 2>/dev/null
	kill -USR1 "$sipp_pid"; sleep 0.3; kill -9 "$sipp_pid" 2>/dev/null
	wait "$sipp_pid" 2>/dev/null
	sed -n 's/^answered //p' "$DIR/log$round" >>"$DIR/answered"
	cat "$DIR/kill.log" >>"$DIR/kill.log.old"
	: >"$DIR/kill.log"
	start
done
"$SIPCTL" -s "$DIR/kill/control.sock" location >"$DIR/location"
sed -n 's/^sip:\(.*\)@example.com$/\1/p' "$DIR/location" | sort >"$DIR/stored"
sort -u "$DIR/answered" >"$DIR/wanted"
count=$(wc -l <"$DIR/wanted")
check "kill: registrations were answered ($count)" [ "$count" -gt 500 ]
lost=$(comm -23 "$DIR/wanted" "$DIR/stored" | wc -l)
check "kill: none of them is lost after $ROUNDS deaths of all processes" [ "$lost" = 0 ]
check "kill: each has its contact" [ "$(grep -c '^  <sip:' "$DIR/location")" = "$(wc -l <"$DIR/stored")" ]
check 'kill: the store was never found damaged' [ "$(cat "$DIR"/kill.log* | grep -c 'damaged')" = 0 ]
