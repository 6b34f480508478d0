#!/bin/bash
# server-dns: requests go to the servers that a real name server tells, by SRV and by address; the worker serves others meanwhile.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
need dnsmasq ss

port=$(free_port) next=$(free_port) dns=$(free_port)
dnsmasq --keep-in-foreground --no-resolv --no-hosts --no-daemon --conf-file=/dev/null --pid-file="$DIR/dnsmasq.pid" --bind-interfaces \
	--listen-address=127.0.0.1 --port="$dns" --local=/test/ --address=/next.test/127.0.0.1 --address=/gone.test/127.0.0.1 \
	--srv-host=_sip._udp.srv.test,a.next.test,"$next",1 \
	--srv-host=_sip._udp.over.test,b.gone.test,9,1 --srv-host=_sip._udp.over.test,a.next.test,"$next",2 >"$DIR/dns.log" 2>&1 &
PIDS+=($!)
wait_for 5 grep -q started "$DIR/dns.log"
start_sipd next "
listen = udp:127.0.0.1:$next
workers = 1
route { sl_send_reply(200, \"Next\"); exit; }"
start_sipd server "
listen = udp:127.0.0.1:$port
workers = 1
alias = \"example.com\"
name_servers = \"127.0.0.1:$dns\"
route {
	if (is_method(\"OPTIONS\")) { sl_send_reply(200, \"Here\"); exit; }
	if (!t_relay()) sl_reply_error();
}"

number=0
# ask METHOD URI: sends a request once, prints the status of the first reply that is final
ask() {
	local reply=''
	number=$((number + 1))
	exec 7<>"/dev/udp/127.0.0.1/$port"
	printf '%s\r\n' "$1 $2 SIP/2.0" "Via: SIP/2.0/UDP 127.0.0.1:9;rport;branch=z9hG4bK$$.$number" "From: <sip:a@example.com>;tag=1" \
		"To: <sip:a@example.com>" "Call-ID: $$.$number.$RANDOM" "CSeq: 1 $1" "Max-Forwards: 70" "Content-Length: 0" "" >"$DIR/request"
	cat "$DIR/request" >&7
	reply=$(timeout 4 dd bs=65536 count=1 <&7 2>/dev/null | head -n 1 | tr -d '\r')
	exec 7>&-
	echo "$reply"
}
gives() { [ "$(ask "$1" "$2")" = "$3" ] || { echo "# $(ask "$1" "$2")"; false; }; }

check 'dns: the name server answers' wait_for 5 gives MESSAGE "sip:x@a.next.test:$next" 'SIP/2.0 200 Next'
check 'dns: SRV' gives MESSAGE sip:x@srv.test 'SIP/2.0 200 Next'
check 'dns: SRV, from what was kept' gives MESSAGE sip:x@srv.test 'SIP/2.0 200 Next'
check 'dns: the next server where the first one is unreachable' gives MESSAGE sip:x@over.test 'SIP/2.0 200 Next'
check 'dns: a name that does not exist' grep -q '^SIP/2.0 404' <<<"$(ask MESSAGE sip:x@none.test)"
kill "${PIDS[0]}"
wait "${PIDS[0]}" 2>/dev/null
exec 8<>"/dev/udp/127.0.0.1/$port"
sed 's/^MESSAGE [^ ]*/MESSAGE sip:x@late.test/; s/^Call-ID: /&late/; s/branch=z9hG4bK/&late/' "$DIR/request" >"$DIR/late"
cat "$DIR/late" >&8
check 'dns: without a name server others are served' gives OPTIONS sip:example.com 'SIP/2.0 200 Here'
late=$(timeout 10 dd bs=65536 count=1 <&8 2>/dev/null | head -n 1 | tr -d '\r')
check "dns: and who waits is answered ($late)" grep -q '^SIP/2.0 504' <<<"$late"
