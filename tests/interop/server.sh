#!/bin/bash
# server: the command line, exit codes, killed processes, reload and stop, with real processes and sockets.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
need ss

port=$(free_port)
script() {
	cat <<-EOF
		listen = udp:127.0.0.1:$port
		alias = "example.com"
		workers = 2
		route {
			if (is_method("REGISTER")) { if (!save("location")) sl_reply_error(); exit; }
			if (is_method("OPTIONS")) { sl_send_reply(200, "$1"); exit; }
			if (!lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
			sl_send_reply(486, "Known");
		}
	EOF
}

answers() { [ "$(ask OPTIONS)" = "SIP/2.0 200 $1" ]; }
knows() { [ "$(ask MESSAGE "sip:$1@example.com")" = "SIP/2.0 486 Known" ]; }
register() { [ "$(ask REGISTER sip:example.com "Contact: <sip:$1@127.0.0.1:9>;expires=600" "$1")" = "SIP/2.0 200 OK" ]; }
control() { "$SIPCTL" -s "$DIR/server/control.sock" "$@"; }
pid_of() { control workers | sed -n "s/^$1  *pid \([0-9]*\).*/\1/p"; }
restarted() { local now; now=$(pid_of "$1") && [ -n "$now" ] && [ "$now" != 0 ] && [ "$now" != "$2" ]; }
gone() { ! kill -0 "$1" 2>/dev/null; }
one_line() { [ "$(wc -l <"$1")" = 1 ]; }
# ends STATUS COMMAND...: whether it ends with that status; what it prints is in $DIR/out
ends() {
	local wanted=$1 status=0
	shift
	[ "$(type -t "$1")" = function ] || set -- timeout 10 "$@"
	"$@" >"$DIR/out" 2>&1 || status=$?
	[ $status = "$wanted" ] && return
	echo "# ended with $status: $*"
	sed 's/^/# /' "$DIR/out"
	return 1
}

# ---- the command line ----
script OK >"$DIR/good.cfg"
echo 'route { exit' >"$DIR/bad.cfg"
check 'server: a good script is checked' ends 0 "$SIPD" -t -f "$DIR/good.cfg" -o state_dir="$DIR/none"
check 'server: checking makes nothing' [ ! -e "$DIR/none" ]
check 'server: -t of a bad script ends with 1' ends 1 "$SIPD" -t -f "$DIR/bad.cfg"
check 'server: serving a bad script ends with 1' ends 1 "$SIPD" -f "$DIR/bad.cfg"
check 'server: a script that is not there ends with 1' ends 1 "$SIPD" -t -f "$DIR/no.cfg"
check 'server: an unknown option ends with 2' ends 2 "$SIPD" --no-such-option
check 'server: a stray word ends with 2' ends 2 "$SIPD" "$DIR/good.cfg"
for option in --version --help --functions --variables --parameters --routes; do
	check "server: $option" ends 0 "$SIPD" $option
done
check 'server: --list' ends 0 "$SIPD" --list -f "$DIR/good.cfg"
check 'server: -t names an address that the machine has not' ends 1 "$SIPD" -t -f "$DIR/good.cfg" -o listen=udp:192.0.2.1:5060
check 'server: the address is in the line' grep -q 192.0.2.1 "$DIR/out"
for option in location=none subscribers="$DIR/none" name_servers=none user=no-such-user. state_dir=/dev/null listen=udp:no-such-interface:5060 \
	control="$(printf '%0200d' 0)"; do
	check "server: -t finds a wrong ${option%%=*}" ends 1 "$SIPD" -t -f "$DIR/good.cfg" -o "$option"
done

# ---- start ----
start_sipd server "$(script OK)"
check 'server: OPTIONS is answered' answers OK
check 'server: an unknown user is 404' [ "$(ask MESSAGE sip:nobody@example.com)" = 'SIP/2.0 404 Not Found' ]
check 'server: sipctl status' ends 0 control status
check 'server: sipctl with an unknown command ends with 1' ends 1 "$SIPCTL" -s "$DIR/server/control.sock" nonsense
check 'server: sipctl without a server ends with 3' ends 3 "$SIPCTL" -s "$DIR/no.sock" status
check 'server: -t of the running script' ends 0 "$SIPD" -t -f "$DIR/server.cfg" -o state_dir="$DIR/server"
check 'server: a port in use ends with 3' ends 3 "$SIPD" -f "$DIR/server.cfg" -o state_dir="$DIR/second" -o control=
check 'server: and is one line' one_line "$DIR/out"
check 'server: which names the port' grep -q "127.0.0.1:$port" "$DIR/out"
other=$(free_port)
check 'server: a state directory in use ends with 3' ends 3 "$SIPD" -f "$DIR/server.cfg" -o state_dir="$DIR/server" \
	-o listen=udp:127.0.0.1:"$other" -o control=
touch "$DIR/file"
check 'server: a state directory that is a file ends with 3' ends 3 "$SIPD" -f "$DIR/server.cfg" -o state_dir="$DIR/file" \
	-o listen=udp:127.0.0.1:"$other" -o control=
check 'server: and is one line, too' one_line "$DIR/out"
check 'server: which names the directory' grep -q "$DIR/file" "$DIR/out"
check 'server: a control socket in use ends with 3' ends 3 "$SIPD" -f "$DIR/server.cfg" -o state_dir="$DIR/third" \
	-o listen=udp:127.0.0.1:"$other" -o control="$DIR/server/control.sock"
check 'server: the first one still answers' answers OK

# ---- IPv6 ----
if [ -e /proc/net/if_inet6 ] && grep -q ' lo$' /proc/net/if_inet6; then
	start_sipd six "$(script Six | sed 's/127.0.0.1/[::1]/')"
	host=::1
	check 'server: an IPv6 address is served beside the IPv4 one' answers Six
	host=127.0.0.1
	check 'server: which still answers' answers OK
	kill "$SIPD_PID"
	SIPD_PID=${PIDS[0]}
fi

# ---- death ----
check 'server: REGISTER is answered' register alice
check 'server: alice is known' knows alice
for name in 'worker 1' 'worker 2' keeper; do
	pid=$(pid_of "$name")
	kill -9 "$pid"
	check "server: $name is started again" wait_for 5 restarted "$name" "$pid"
	check "server: alice is known without the old $name" knows alice
	check "server: REGISTER is answered without the old $name" register bob
done
check 'server: its death is in the log' grep -q 'was killed by signal 9' "$DIR/server.log"
before=$(ss -Hlun "sport = :$port" | wc -l)
check 'server: both workers have their sockets' [ "$before" = 2 ]

# ---- sipctl ----
check 'server: sipctl location lists' ends 0 control location
check 'server: alice, too' grep -q '^sip:alice@example.com$' "$DIR/out"
check 'server: sipctl location of one' ends 0 control location bob@example.com
check 'server: shows the contact' grep -q '^  <sip:bob@127.0.0.1:9> expires=' "$DIR/out"
check 'server: sipctl location of nobody ends with 1' ends 1 control location nobody@example.com
check 'server: sipctl location remove' ends 0 control location remove sip:bob@example.com
check 'server: bob is gone' ends 1 control location bob@example.com
check 'server: sipctl counters' ends 0 control counters
check 'server: REGISTERs were counted' grep -qE '^registrations +[1-9]' "$DIR/out"
check 'server: sipctl counters of a worker' ends 0 control counters 2
check 'server: sipctl counters of none ends with 1' ends 1 control counters 3
check 'server: sipctl log debug' ends 0 control log debug
check 'server: sipctl log of no level ends with 1' ends 1 control log loud
check 'server: sipctl log info' ends 0 control log info

# ---- reload ----
script New >"$DIR/server.cfg"
check 'server: reload' ends 0 control reload
check 'server: the new script answers' wait_for 5 answers New
echo 'route { exi' >"$DIR/server.cfg"
check 'server: reload of a bad script fails' ends 1 "$SIPCTL" -s "$DIR/server/control.sock" reload
check 'server: and says why' grep -q 'server.cfg:1:' "$DIR/out"
check 'server: the old script goes on' answers New
script Newer >"$DIR/server.cfg"
kill -HUP "$SIPD_PID"
check 'server: SIGHUP reloads' wait_for 5 answers Newer
pid=$(pid_of 'worker 1')
kill -9 "$pid"
check 'server: a new worker has the new script' wait_for 5 restarted 'worker 1' "$pid"
for _ in 1 2 3 4 5 6; do answers Newer || not_ok 'server: a worker has an old script'; done

# ---- stop ----
children=$(cat /proc/"$SIPD_PID"/task/*/children)
kill -TERM "$SIPD_PID"
check 'server: SIGTERM ends it' wait_for 3 gone "$SIPD_PID"
wait "$SIPD_PID"
check 'server: with status 0' [ $? = 0 ]
for pid in $children; do gone "$pid" || not_ok "server: child $pid is left"; done
check 'server: the control socket is removed' [ ! -e "$DIR/server/control.sock" ]
start_sipd server "$(script Again)"
check 'server: it starts again' wait_for 5 answers Again
check 'server: alice is known after that' knows alice
children=$(cat /proc/"$SIPD_PID"/task/*/children)
kill -9 "$SIPD_PID"
wait "$SIPD_PID" 2>/dev/null
for pid in $children; do check "server: children end with their parent" wait_for 3 gone "$pid"; done
start_sipd server "$(script Third)"
check 'server: it starts after a kill -9 of the parent' wait_for 5 answers Third
check 'server: alice is known after that, too' knows alice
