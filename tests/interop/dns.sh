#!/bin/bash
# dns.sh: the resolver against a real name server: dnsmasq on this machine.
# SPDX-License-Identifier: BSD-2-Clause

. "$(dirname "$0")/lib.bash"
PATH=$PATH:/usr/sbin:/sbin
need dnsmasq
CLIENT=$BUILD/tests/unit/core_resolve
PORT=$(free_port) CALLEE=$(free_port) NOBODY=$(free_port) PROXY=$(free_port)

cat >"$DIR/dnsmasq.conf" <<EOF
no-resolv
no-hosts
no-daemon
keep-in-foreground
bind-interfaces
listen-address=127.0.0.1
port=$PORT
pid-file=
user=
local=/test/
address=/a.test/192.0.2.1
host-record=b.test,192.0.2.2,2001:db8::2
cname=alias.test,b.test
cname=alias2.test,alias.test
srv-host=_sip._udp.srv.test,b.test,5070,10,1
srv-host=_sip._udp.srv.test,a.test,5071,20,1
srv-host=_sip._udp.aliased.test,alias.test,5072,10,1
srv-host=_sip._udp.none.test
host-record=none.test,192.0.2.3
srv-host=_sip._udp.big.test,b.test,5001,1,1
address=/here.test/127.0.0.1
srv-host=_sip._udp.callee.test,here.test,$CALLEE,10,1
srv-host=_sip._udp.second.test,here.test,$NOBODY,10,1
srv-host=_sip._udp.second.test,here.test,$CALLEE,20,1
EOF
cat >>"$DIR/dnsmasq.conf" <<EOF
naptr-record=naptr.test,20,10,s,SIP+D2U,,_sip._udp.second.naptr.test
naptr-record=naptr.test,10,20,s,SIP+D2U,,_sip._udp.first.naptr.test
naptr-record=naptr.test,10,10,s,SIP+D2T,,_sip._tcp.naptr.test
naptr-record=naptr.test,5,10,s,SIPS+D2T,,_sips._tcp.naptr.test
srv-host=_sip._udp.first.naptr.test,a.test,5081,1,1
srv-host=_sip._udp.second.naptr.test,a.test,5082,1,1
srv-host=_sip._udp.naptr.test,a.test,5083,1,1
naptr-record=step.test,1,1,s,SIP+D2U,,_sip._udp.nowhere.step.test
naptr-record=step.test,2,1,s,SIP+D2U,,_sip._udp.there.step.test
srv-host=_sip._udp.there.step.test,a.test,5084,1,1
naptr-record=tcp.test,1,1,s,SIP+D2T,,_sip._tcp.tcp.test
srv-host=_sip._udp.tcp.test,b.test,5085,1,1
naptr-record=plain.test,1,1,u,E2U+sip,!.*!sip:x@y!
host-record=plain.test,192.0.2.4
srv-host=_sip._udp.weight.test,a.test,1,1,90
srv-host=_sip._udp.weight.test,b.test,2,1,10
srv-host=_sip._udp.six.test,b.test,5086,1,1
EOF
for n in {1..60}; do
	echo "srv-host=_sip._udp.huge.test,a-server-with-a-name-that-makes-it-long-$n.test,$((6000 + n)),$n,1"
	echo "host-record=a-server-with-a-name-that-makes-it-long-$n.test,192.0.2.$n"
done >>"$DIR/dnsmasq.conf"
for n in {2..12}; do
	echo "srv-host=_sip._udp.big.test,b.test,$((5000 + n)),$n,1"
done >>"$DIR/dnsmasq.conf"
printf '192.0.2.99 phone.test desk\n' >"$DIR/hosts"
dnsmasq -C "$DIR/dnsmasq.conf" >"$DIR/dnsmasq.log" 2>&1 &
PIDS+=($!)
wait_for 5 bash -c "ss -Hlun 'sport = :$PORT' | grep -q ." || { not_ok "dnsmasq starts"; exit 1; }

# finds NAME PORT FAMILIES ANSWER: what the client prints, lines joined by blanks
finds() {
	local got
	got=$("$CLIENT" "127.0.0.1:$PORT" "$DIR/hosts" "$1" "$2" "$3" | tr '\n' ' ')
	[ "${got% }" = "$4" ] || {
		echo "# $1 $2 $3: $got"
		return 1
	}
}

check "an address, with the port that was given" finds a.test 5080 1 "192.0.2.1:5080"
check "an address, with the port of SIP" finds a.test 0 1 "192.0.2.1:5060"
check "both families" finds b.test 0 3 "192.0.2.2:5060 [2001:db8::2]:5060"
check "IPv6 only" finds b.test 0 2 "[2001:db8::2]:5060"
check "none of the wanted family" finds a.test 0 2 "not found"
check "an alias" finds alias.test 5080 1 "192.0.2.2:5080"
check "an alias of an alias" finds alias2.test 5080 1 "192.0.2.2:5080"
check "servers by priority" finds srv.test 0 1 "192.0.2.2:5070 192.0.2.1:5071"
check "a port makes SRV superfluous" finds srv.test 5060 1 "not found"
check "a server that is an alias" finds aliased.test 0 1 "192.0.2.2:5072"
check "no such service" finds none.test 0 1 "not found"
check "no such name" finds nowhere.test 0 3 "not found"
check "of very many servers the best" finds big.test 0 1 \
	"$(printf '192.0.2.2:%s ' {5001..5007})192.0.2.2:5008"
# shows 3263-4.1-3 3263-4.1-4
check "NAPTR says where SRV is: by order and preference, only UDP's" finds naptr.test 0 1 "192.0.2.1:5081"
check "a service without servers is followed by the next one" finds step.test 0 1 "192.0.2.1:5084"
check "NAPTR with other transports only leaves the usual name" finds tcp.test 0 1 "192.0.2.2:5085"
check "NAPTR of another kind leaves the address" finds plain.test 0 1 "192.0.2.4:5060"
check "SRV with IPv6 only" finds six.test 0 2 "[2001:db8::2]:5086"
# 60 records are more than a datagram takes: without TCP the best of them might be missing
check "an answer that does not fit is asked for by TCP" finds huge.test 0 1 \
	"$(for n in {1..8}; do printf '192.0.2.%s:%s ' "$n" "$((6000 + n))"; done | sed 's/ $//')"
weighted() {
	local heavy=0
	for _ in {1..40}; do
		[[ $("$CLIENT" "127.0.0.1:$PORT" "$DIR/hosts" weight.test 0 1 | head -n 1) == *:1 ]] && heavy=$((heavy + 1))
	done
	[ $heavy -ge 28 ] && [ $heavy -lt 40 ] || {
		echo "# $heavy of 40"
		return 1
	}
}
# shows 3263-4.2-4
check "servers of the same priority by weight" weighted
second_answers() {
	local start=$SECONDS
	[ "$("$CLIENT" "127.0.0.1:$(free_port),127.0.0.1:$PORT" "$DIR/hosts" a.test 5080 1)" = 192.0.2.1:5080 ] &&
		[ $((SECONDS - start)) -le 1 ]
}
check "the second name server, where the first is dead" second_answers
check "the table of hosts" finds Phone.test 0 3 "192.0.2.99:5060"
check "the table of hosts, another name" finds desk 5 1 "192.0.2.99:5"
dead() {
	local start=$SECONDS
	[ "$("$CLIENT" "127.0.0.1:$(free_port)" "$DIR/hosts" a.test 0 1)" = failed ] && [ $((SECONDS - start)) -le 7 ]
}
check "no name server at all" dead

# ---- the server, which relays to what the name server says ----

number=0
# ask URI: sends a request through the proxy; prints the first line of the final reply
ask() {
	local reply=''
	number=$((number + 1))
	exec 7<>"/dev/udp/127.0.0.1/$PROXY"
	printf '%s\r\n' "MESSAGE $1 SIP/2.0" "Via: SIP/2.0/UDP 127.0.0.1:9;rport;branch=z9hG4bK$$.$number" \
		"From: <sip:a@example.com>;tag=1" "To: <$1>" "Call-ID: $$.$number.$RANDOM" "CSeq: 1 MESSAGE" "Max-Forwards: 70" \
		"Content-Length: 0" "" >"$DIR/request"
	cat "$DIR/request" >&7
	for _ in {1..5}; do
		reply=$(timeout 10 dd bs=65536 count=1 <&7 2>/dev/null | head -n 1 | tr -d '\r')
		[[ $reply == *" 100 "* ]] || break
	done
	exec 7>&-
	echo "$reply"
}
answers() {
	local got
	got=$(ask "$1")
	[[ $got == "SIP/2.0 "$2* ]] || {
		echo "# $1: $got"
		return 1
	}
}
start_sipd callee "listen = udp:127.0.0.1:$CALLEE
workers = 1
route { sl_send_reply(200, \"Here\"); }"
start_sipd proxy "listen = udp:127.0.0.1:$PROXY
workers = 1
name_servers = \"127.0.0.1:$PORT\"
route { t_relay(); }"
check "a request goes where SRV says" answers sip:x@callee.test 200
check "a request goes to a name with a port" answers "sip:x@here.test:$CALLEE" 200
check "a server that refuses is followed by the next one" answers sip:x@second.test 200
check "a name that is not there" answers sip:x@nowhere.test 404
