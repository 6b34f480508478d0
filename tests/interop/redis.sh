#!/bin/bash
# redis: two servers that share a real Redis: calls from one to the other, outages, logins, a sentinel's failover, a cluster.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
PATH=$PATH:/usr/sbin:/sbin
need redis-server redis-cli ss

# A TCP port on 127.0.0.1 that nobody uses, nor its neighbour 10000 above, which a cluster's node takes, too.
free_tcp_port() {
	local port
	for _ in {1..100}; do
		port=$((20000 + RANDOM % 20000))
		ss -Hltn "sport = :$port or sport = :$((port + 10000))" | grep -q . || break
	done
	echo "$port"
}

# start_redis NAME PORT [OPTION...]: its pid is REDIS_NAME
start_redis() {
	local name=$1 number=$2
	shift 2
	mkdir -p "$DIR/$name"
	(cd "$DIR/$name" && exec redis-server --port "$number" --bind 127.0.0.1 --save '' --dir "$DIR/$name" "$@") >>"$DIR/$name.out" 2>&1 &
	eval "REDIS_$name=$!"
	PIDS+=("$!")
	wait_for 10 pings "$number" || {
		not_ok "redis: $name starts"
		cat "$DIR/$name.out"
		exit 1
	}
}
pings() { timeout 2 redis-cli -p "$1" ping 2>&1 | grep -qE 'PONG|NOAUTH'; }
# end_redis NAME: at once, as a machine that loses its power
end_redis() {
	local pid
	eval "pid=\$REDIS_$1"
	kill -9 "$pid"
	wait "$pid" 2>/dev/null
}

script() {
	cat <<-EOF
		listen = udp:127.0.0.1:$1
		alias = "example.com"
		workers = 2
		location = "$2"
		route {
			if (is_method("REGISTER")) { if (!save("location")) sl_reply_error(); exit; }
			if (is_method("OPTIONS")) { sl_send_reply(200, "OK"); exit; }
			switch (lookup("location")) {
			case ok: sl_send_reply(486, "Known");
			case not_found, method_not_supported: sl_send_reply(404, "Not Found");
			case error: sl_reply_error();
			}
		}
	EOF
}

number=0
# ask PORT METHOD [URI [LINE [USER]]]: sends a request, puts the reply into $DIR/reply and prints its first line; tries three times
ask() {
	local to=$1 method=$2 uri=${3:-sip:example.com} line=${4:-}
	number=$((number + 1))
	exec 7<>"/dev/udp/127.0.0.1/$to"
	printf '%s\r\n' "$method $uri SIP/2.0" "Via: SIP/2.0/UDP 127.0.0.1:9;rport;branch=z9hG4bK$$.$number.$RANDOM" \
		"From: <sip:a@example.com>;tag=1" "To: <sip:${5:-a}@example.com>" "Call-ID: $$.$number.$RANDOM" "CSeq: 1 $method" \
		"Max-Forwards: 70" ${line:+"$line"} "Content-Length: 0" "" >"$DIR/request"
	: >"$DIR/reply"
	for _ in 1 2 3; do
		cat "$DIR/request" >&7
		timeout 3 dd bs=65536 count=1 <&7 2>/dev/null | tr -d '\r' >"$DIR/reply"
		[ ! -s "$DIR/reply" ] || break
	done
	exec 7>&-
	head -n 1 "$DIR/reply"
}
register() { [ "$(ask "$1" REGISTER sip:example.com "Contact: <sip:$2@127.0.0.1:9>;expires=${3:-600}" "$2")" = "SIP/2.0 200 OK" ]; }
knows() { [ "$(ask "$1" MESSAGE "sip:$2@example.com")" = "SIP/2.0 486 Known" ]; }
knows_not() { [ "$(ask "$1" MESSAGE "sip:$2@example.com")" = "SIP/2.0 404 Not Found" ]; }
is_served() { [ "$(ask "$1" OPTIONS)" = "SIP/2.0 200 OK" ]; }
# is_refused COMMAND...: the reply is 503 and says when to come again
is_refused() { [[ $("$@") = "SIP/2.0 503 "* ]] && grep -qi '^Retry-After: [0-9]' "$DIR/reply"; }
control() { "$SIPCTL" -s "$DIR/$1/control.sock" "${@:2}"; }
times() { [ "$(grep -c -- "$2" "$1")" = "$3" ]; }

# ---- one Redis, two servers ----

store=$(free_tcp_port) a=$(free_port) b=$(free_port)
start_redis store "$store" --appendonly yes --appendfsync always --unixsocket "$DIR/store.sock"
redis-cli -p "$store" ACL SETUSER sipd on '>se:cr/et' '~sipd:*' '+@all' >/dev/null
url="redis://sipd:se%3Acr%2Fet@localhost:$store/2"
start_sipd a "$(script "$a" "$url")"
start_sipd b "$(script "$b" "redis+unix://sipd:se%3Acr%2Fet@$DIR/store.sock?db=2")"
check "redis: what registers at one server" register "$a" alice
check "redis: the other one knows at once" knows "$b" alice
check "redis: nobody else is known" knows_not "$b" carol
check "redis: and the other way" eval 'register "$b" bob && knows "$a" bob'
check "redis: what ends at one server has ended at the other" eval 'register "$b" alice 0 && knows_not "$a" alice'
check "redis: an expired contact is gone" eval 'register "$a" brief 60 && redis-cli -p "$store" -n 2 pexpire sipd:sip:brief@example.com 1 >/dev/null && sleep 0.1 && knows_not "$b" brief'
lives() { local ms; ms=$(redis-cli -p "$store" -n 2 pttl sipd:sip:bob@example.com); [ "$ms" -gt 590000 ] && [ "$ms" -le 600000 ]; }
check "redis: a key lives as long as its contacts" lives
check "redis: sipctl lists what both registered" eval 'control a location | grep -q "sip:bob@example.com"'
check "redis: sipctl shows one" eval 'control b location bob@example.com | grep -q "sip:bob@127.0.0.1:9"'
check "redis: sipctl removes it" eval '[ "$(control b location remove bob@example.com)" = ok ] && knows_not "$a" bob'
check "redis: sipctl tells where, and no password" eval 'control a status | grep -q "^location redis://localhost:$store/2$"'

# twenty phones of one user at once, at both servers: none may undo another's registration
for i in {1..10}; do
	for port in $a $b; do
		printf '%s\r\n' "REGISTER sip:example.com SIP/2.0" "Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKm$port.$i" "From: <sip:many@example.com>;tag=1" \
			"To: <sip:many@example.com>" "Call-ID: many.$port.$i" "CSeq: 1 REGISTER" "Max-Forwards: 70" \
			"Contact: <sip:many@127.0.0.1:$((10000 + i));phone=$port>;expires=600" "Content-Length: 0" "" >"$DIR/many.$port.$i"
	done
done
redis-cli -p "$store" config set slowlog-log-slower-than -1 >/dev/null
exec 5<>"/dev/udp/127.0.0.1/$a" 6<>"/dev/udp/127.0.0.1/$b"
for i in {1..5}; do
	cat "$DIR/many.$a.$i" >&5
	cat "$DIR/many.$b.$i" >&6
done
count_of() { [ "$(control a location "$1@example.com" | grep -c '^  <')" = "$2" ]; }
check "redis: ten phones of one user at two servers at once: all are kept" wait_for 5 count_of many 10
exec 5>&- 6>&-

# ---- it dies ----

register "$a" dora
end_redis store
check "redis: out: a REGISTER gets 503 with Retry-After" is_refused ask "$a" REGISTER sip:example.com "Contact: <sip:x@127.0.0.1:9>" x
check "redis: out: so does who is looked up" is_refused ask "$b" MESSAGE sip:dora@example.com
pace() {
	local start=${EPOCHREALTIME/./} i
	for i in {1..50}; do is_served "$a" || return 1; done
	echo "# 50 OPTIONS in $(((${EPOCHREALTIME/./} - start) / 1000)) ms"
	[ $((${EPOCHREALTIME/./} - start)) -lt 3000000 ]
}
check "redis: out: what does not need it is served as always" pace
check "redis: out: it is said once" eval 'sleep 1; times "$DIR/a.log" "is out" 1 && times "$DIR/b.log" "is out" 1'
start_redis store "$store" --appendonly yes --appendfsync always --unixsocket "$DIR/store.sock"
redis-cli -p "$store" ACL SETUSER sipd on '>se:cr/et' '~sipd:*' '+@all' >/dev/null
check "redis: back: who was registered is known" wait_for 6 knows "$b" dora
check "redis: back: registrations are taken" wait_for 6 register "$a" emil
check "redis: back: it is said once" eval 'times "$DIR/a.log" "is back$" 1 && times "$DIR/b.log" "is back$" 1'

# it hangs: nobody waits longer than a second, and then nobody waits
kill -STOP "$REDIS_store"
check "redis: hangs: 503 with Retry-After" is_refused ask "$a" MESSAGE sip:dora@example.com
check "redis: hangs: the others are served as always" pace
kill -CONT "$REDIS_store"
check "redis: it goes on: who was registered is known" wait_for 6 knows "$a" dora
check "redis: no password is in any log" eval '! grep -q "cr/et\|cr%2Fet" "$DIR"/a.log "$DIR"/b.log'
check "redis: a wrong password is said" eval 'start_sipd wrong "$(script "$(free_port)" "redis://sipd:no@127.0.0.1:$store/2")"; wait_for 3 grep -q "WRONGPASS" "$DIR/wrong.log"'

# ---- the cases of the store, on Redis ----

cases() {
	REDIS_URL=$1 timeout 60 "$BUILD/tests/unit/location" >"$DIR/cases.out" 2>&1
	sed -n "s/^\(ok\|not ok\) location \(.*\) (redis)/\1 redis: $2: \2/p; /^#/p" "$DIR/cases.out"
}
cases "redis://127.0.0.1:$store/3" alone
