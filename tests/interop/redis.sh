#!/bin/bash
# redis: two servers that share a real Redis: each knows at once who registers at the other; outages; the cases of the store.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/redis.bash"

# ---- one Redis, two servers ----

store=$(free_tcp_port) a=$(free_port) b=$(free_port)
start_redis store "$store" --appendonly yes --appendfsync always --unixsocket "$DIR/store.sock"
redis-cli -p "$store" ACL SETUSER sipd on '>se:cr/et' '~sipd:*' '+@all' >/dev/null
url="redis://sipd:se%3Acr%2Fet@127.0.0.1:$store/2"
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
check "redis: sipctl tells where, and no password" eval 'control a status | grep -q "^location redis://127.0.0.1:$store/2$"'

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

# How long 50 OPTIONS take, in ms: most of it is this script's.
measure() {
	local start=${EPOCHREALTIME/./} i
	for i in {1..50}; do is_served "$a" || return 1; done
	echo $(((${EPOCHREALTIME/./} - start) / 1000))
}
# Whether they take about as long as they did before.
pace() {
	local ms
	ms=$(measure) || return 1
	echo "# 50 OPTIONS in $ms ms, in good times $usual ms"
	[ "$ms" -lt $((3 * usual + 1500)) ]
}

register "$a" dora
usual=$(measure)
end_redis store
check "redis: out: a REGISTER gets 503 with Retry-After" is_refused ask "$a" REGISTER sip:example.com "Contact: <sip:x@127.0.0.1:9>" x
check "redis: out: so does who is looked up" is_refused ask "$b" MESSAGE sip:dora@example.com
check "redis: out: what does not need it is served as always" pace
check "redis: out: sipctl says so" eval 'control a location | grep -q "^error: the store cannot be read"'
check "redis: out: it is said once" eval 'sleep 1; times "$DIR/a.log" "is out" 1 && times "$DIR/b.log" "is out" 1'
start_redis store "$store" --appendonly yes --appendfsync always --unixsocket "$DIR/store.sock"
redis-cli -p "$store" ACL SETUSER sipd on '>se:cr/et' '~sipd:*' '+@all' >/dev/null
check "redis: back: who was registered is known" wait_for 6 knows "$b" dora
check "redis: back: registrations are taken" wait_for 6 register "$a" emil
check "redis: back: it is said once" eval 'times "$DIR/a.log" "notice: .*is back" 1 && times "$DIR/b.log" "notice: .*is back" 1'

# it hangs: nobody waits longer than a second, and then nobody waits
kill -STOP "$REDIS_store"
check "redis: hangs: 503 with Retry-After" is_refused ask "$a" MESSAGE sip:dora@example.com
check "redis: hangs: the others are served as always" pace
kill -CONT "$REDIS_store"
check "redis: it goes on: who was registered is known" wait_for 6 knows "$a" dora
check "redis: no password is in any log" eval '! grep -q "cr/et\|cr%2Fet" "$DIR"/a.log "$DIR"/b.log'
check "redis: a wrong password is said" eval 'start_sipd wrong "$(script "$(free_port)" "redis://sipd:no@127.0.0.1:$store/2")"; wait_for 3 grep -q "WRONGPASS" "$DIR/wrong.log"'

# ---- the cases of the store, on Redis ----

cases "redis://127.0.0.1:$store/3" alone
# and those of the corpus that have to do with it
mapfile -t files < <(grep -lE '(save|lookup|registered|unregister)\(' tests/corpus/*.t)
"$BUILD/tests/run" -l "redis://127.0.0.1:$store/5" "${files[@]}" >"$DIR/corpus.out" 2>&1
sed -n 's/^not ok /&redis: /p; /^ /p' "$DIR/corpus.out"
check "redis: the corpus is played with it" grep -q '^[0-9]* passed, 0 failed' "$DIR/corpus.out"
stored() { [ "$(redis-cli -p "$store" -n 5 dbsize)" -gt 5 ]; }
check "redis: and has left its registrations there" stored

# ---- real calls ----

if command -v sipp >/dev/null; then
	COUNT=200 callee=$(free_port) caller=$(free_port)
	for name in first second; do
		eval "$name=\$(free_port)"
		start_sipd $name "$(cat examples/redis.cfg)" -o listen=udp:127.0.0.1:"${!name}" -o location="redis://127.0.0.1:$store/4"
	done
	# phones NAME PORT PROXY OPTION...: SIPp as a client of PROXY; all must go well
	phones() {
		local name=$1 from=$2 to=$3
		shift 3
		timeout 40 sipp "127.0.0.1:$to" -i 127.0.0.1 -p "$from" -m $COUNT -r 200 -nostdin -nd -trace_stat -stf "$DIR/$name.csv" -fd 1 \
			-timeout 30 "$@" >"$DIR/$name.out" 2>&1
	}
	check "redis: SIPp: $COUNT phones register at one server" phones register "$caller" "$first" -sf tests/interop/sipp/register.xml -key callee "$callee"
	timeout 40 sipp -i 127.0.0.1 -p "$callee" -m $COUNT -sf tests/interop/sipp/callee.xml -nostdin -nd -timeout 30 >"$DIR/callee.out" 2>&1 &
	callee_pid=$!
	PIDS+=("$callee_pid")
	wait_for 10 eval 'ss -Hlun "sport = :$callee" | grep -q .'
	check "redis: SIPp: $COUNT calls come to them by the other one" phones calls "$caller" "$second" -sf tests/interop/sipp/caller.xml
	check "redis: SIPp: all phones were called" wait "$callee_pid"
else
	echo "skip redis: calls: sipp is not installed"
fi

check "redis: no process of ours died" none_died
