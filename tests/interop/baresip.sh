#!/bin/bash
# baresip: two real softphones register; one calls the other by its address of record; answered, and hung up by each side once.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
need baresip ss

port=$(free_port)
start_sipd baresip "$(cat examples/sipd.cfg)" -o listen=udp:127.0.0.1:$port -o alias=example.com

# phone NAME: starts a baresip that is NAME@example.com; its output is $DIR/NAME.out, its control port PHONE_NAME
phone() {
	local name=$1 sip_port control
	sip_port=$(free_port) control=$(free_port)
	mkdir -p "$DIR/$name"
	cat >"$DIR/$name/config" <<-EOF
		sip_listen 127.0.0.1:$sip_port
		call_local_timeout 30
		audio_player aubridge,$name
		audio_source aubridge,$name
		audio_alert aubridge,$name
		rtp_ports 30000-39999
		net_interface 127.0.0.1
		module_path $(dirname "$(find /usr/lib -path '*baresip/modules/account.so' | head -n 1)")
		module g711.so
		module aubridge.so
		module_tmp account.so
		module_app menu.so
		module_app ctrl_tcp.so
		ctrl_tcp_listen 127.0.0.1:$control
	EOF
	echo "<sip:$name@example.com>;outbound=\"sip:127.0.0.1:$port;transport=udp\";regint=60;auth_pass=none" >"$DIR/$name/accounts"
	: >"$DIR/$name/contacts"
	baresip -4 -v -f "$DIR/$name" >"$DIR/$name.out" 2>&1 </dev/null &
	PIDS+=("$!")
	eval "PHONE_$name=$control"
}

# tell NAME COMMAND [PARAMETER]: one command as a netstring of JSON
tell() {
	local control json
	eval "control=\$PHONE_$1"
	json="{\"command\":\"$2\",\"params\":\"${3:-}\"}"
	exec 9<>"/dev/tcp/127.0.0.1/$control" || return 1
	printf '%d:%s,' ${#json} "$json" >&9
	sleep 0.3
	exec 9>&-
}

said() { [ "$(grep -c -- "$2" "$DIR/$1.out")" -ge "${3:-1}" ]; }

phone alice
phone bob
for name in alice bob; do
	check "$name registers" wait_for 10 said $name '200 OK'
done

check "alice dials" tell alice dial sip:bob@example.com
check "bob rings" wait_for 10 said bob 'Incoming call'
check "bob answers" tell bob accept
check "alice hears the answer" wait_for 10 said alice 'Call established'
check "bob has the call" wait_for 10 said bob 'Call established'
check "alice hangs up" tell alice hangup
check "bob sees the end" wait_for 10 said bob 'session closed'

check "alice dials again" tell alice dial sip:bob@example.com
check "bob rings again" wait_for 10 said bob 'Incoming call' 2
check "bob answers again" tell bob accept
check "the second call is answered" wait_for 10 said alice 'Call established' 2
check "bob hangs up" tell bob hangup
check "alice sees the end" wait_for 10 said alice 'session closed'
check "the server says nothing is wrong" [ -z "$(grep -E 'error|warn' "$DIR/baresip.log")" ]
