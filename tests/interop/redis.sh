#!/bin/bash
# redis: two servers that share a real Redis: calls from one to the other, outages, logins, a sentinel's failover, a cluster.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
PATH=$PATH:/usr/sbin:/sbin
need redis-check-rdb redis-cli ss
# Debian's redis-server is this binary under another name; the package of that name would start a service.
mkdir "$DIR/bin"
ln -s "$(command -v redis-check-rdb)" "$DIR/bin/redis-server"
ln -s redis-server "$DIR/bin/redis-sentinel"

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
	(cd "$DIR/$name" && exec "$DIR/bin/redis-server" --port "$number" --bind 127.0.0.1 --save '' --dir "$DIR/$name" "$@") >>"$DIR/$name.out" 2>&1 &
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

cases() {
	REDIS_URL=$1 timeout 60 "$BUILD/tests/unit/location" >"$DIR/cases.out" 2>&1
	sed -n "s/^\(ok\|not ok\) location \(.*\) (redis)/\1 redis: $2: \2/p; /^#/p" "$DIR/cases.out"
}
cases "redis://127.0.0.1:$store/3" alone
# all of the corpus: what has nothing to do with the store must be as without it
"$BUILD/tests/run" -l "redis://127.0.0.1:$store/5" tests/corpus/*.t examples/*.t >"$DIR/corpus.out" 2>&1
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
	check "redis: SIPp: $COUNT calls come to them by the other one" phones calls "$caller" "$second" -sf tests/interop/sipp/caller.xml
	check "redis: SIPp: all phones were called" wait "$callee_pid"
else
	echo "skip redis: calls: sipp is not installed"
fi

# ---- a sentinel changes the master ----

m1=$(free_tcp_port) m2=$(free_tcp_port)
start_redis m1 "$m1" --requirepass watch --masterauth watch
start_redis m2 "$m2" --requirepass watch --masterauth watch --replicaof 127.0.0.1 "$m1"
watcher=$(free_tcp_port)
printf '%s\n' "port $watcher" 'bind 127.0.0.1' 'requirepass watch' "sentinel monitor registrar 127.0.0.1 $m1 1" 'sentinel down-after-milliseconds registrar 500' \
	'sentinel failover-timeout registrar 3000' 'sentinel auth-pass registrar watch' >"$DIR/sentinel.conf"
(cd "$DIR" && exec bin/redis-sentinel "$DIR/sentinel.conf") >"$DIR/sentinel.out" 2>&1 &
PIDS+=($!)
sentinel() { redis-cli --no-auth-warning -a watch -p "$watcher" sentinel "$@"; }
follows() { redis-cli --no-auth-warning -a watch -p "$2" info replication | tr -d '\r' | grep -q '^master_link_status:up' && sentinel replicas registrar | grep -q "$2"; }
check "redis: sentinel: it knows both" wait_for 20 follows m2 "$m2"
s=$(free_port)
# the first sentinel named is out
start_sipd s "$(script "$s" "redis+sentinel://:watch@127.0.0.1:1,127.0.0.1:$watcher/registrar")"
check "redis: sentinel: a phone registers" register "$s" alice
replicated() { [ "$(redis-cli --no-auth-warning -a watch -p "$1" exists sipd:sip:alice@example.com)" = 1 ]; }
check "redis: sentinel: it is on both" wait_for 5 replicated "$m2"
end_redis m1
check "redis: sentinel: the master is dead: 503 meanwhile" is_refused ask "$s" MESSAGE sip:alice@example.com
check "redis: sentinel: the next master is found" wait_for 20 knows "$s" alice
check "redis: sentinel: and takes registrations" wait_for 6 register "$s" bob
start_redis m1 "$m1" --requirepass watch --masterauth watch
check "redis: sentinel: the old one is a replica now" wait_for 20 follows m1 "$m1"
sentinel failover registrar >/dev/null
check "redis: sentinel: a change of master that is asked for" wait_for 20 replicated "$m1"
is_master() { redis-cli --no-auth-warning -a watch -p "$1" role | head -n 1 | grep -q '^master'; }
wait_for 20 is_master "$m1"
check "redis: sentinel: is followed, too" wait_for 20 register "$s" carol
check "redis: sentinel: nobody was lost" eval 'wait_for 6 knows "$s" alice && wait_for 6 knows "$s" bob && wait_for 6 knows "$s" carol'

# ---- a cluster ----

nodes=()
for i in 1 2 3; do
	port=$(free_tcp_port)
	start_redis "n$i" "$port" --cluster-enabled yes --cluster-node-timeout 1000 --cluster-require-full-coverage no
	nodes+=("$port")
done
redis-cli --cluster create "${nodes[@]/#/127.0.0.1:}" --cluster-yes >"$DIR/cluster.out" 2>&1
whole() { [ "$(redis-cli -p "$1" cluster info | tr -d '\r' | sed -n 's/^cluster_state://p')" = ok ]; }
for port in "${nodes[@]}"; do wait_for 10 whole "$port" || not_ok "redis: the cluster comes up"; done
c=$(free_port) d=$(free_port)
start_sipd c "$(script "$c" "redis+cluster://127.0.0.1:${nodes[0]}")"
start_sipd d "$(script "$d" "redis://127.0.0.1:${nodes[2]}")"
all() { local i; for i in {1..12}; do "$1" "$2" "user$i" || return 1; done; }
check "redis: cluster: twelve phones register" all register "$c"
check "redis: cluster: a server that starts at another node knows them" all knows "$d"
spread() { local node; for node in "${nodes[@]}"; do [ "$(redis-cli -p "$node" dbsize)" -gt 0 ] || return 1; done; }
check "redis: cluster: every node has some" spread
check "redis: cluster: sipctl lists all" eval '[ "$(control d location | tail -n 1)" = "12 addresses of record" ]'
# a slot on its way from one node to another: ASK
key=sipd:sip:moving@example.com
slot=$(redis-cli -p "${nodes[0]}" cluster keyslot "$key")
for i in 0 1 2; do
	redis-cli -p "${nodes[$i]}" get "$key" | grep -q MOVED || from=$i
done
to=$(((from + 1) % 3))
redis-cli -p "${nodes[$to]}" cluster setslot "$slot" importing "$(redis-cli -p "${nodes[$from]}" cluster myid)" >/dev/null
redis-cli -p "${nodes[$from]}" cluster setslot "$slot" migrating "$(redis-cli -p "${nodes[$to]}" cluster myid)" >/dev/null
check "redis: cluster: a slot that is on its way" eval 'register "$c" moving && knows "$d" moving'
for i in $to $from; do
	redis-cli -p "${nodes[$i]}" cluster setslot "$slot" node "$(redis-cli -p "${nodes[$to]}" cluster myid)" >/dev/null
done
check "redis: cluster: and has arrived" eval 'knows "$c" moving && register "$d" moving && knows "$c" moving'
cases "redis+cluster://127.0.0.1:${nodes[1]}" cluster
eval "end_redis n$((to + 1))"
check "redis: cluster: a node is dead: 503 for what it had" is_refused ask "$c" MESSAGE sip:moving@example.com
others() {
	local i served=0
	for i in {1..12}; do ! knows "$c" "user$i" || served=$((served + 1)); done
	echo "# $served of 12 are known"
	[ $served -gt 0 ]
}
check "redis: cluster: the others are known" others

for pid in "${PIDS[@]}"; do kill "$pid" 2>/dev/null; done
for pid in "${PIDS[@]}"; do wait "$pid" 2>/dev/null; done
check "redis: no process of ours died" eval '! grep -hE "was killed|ended with|Sanitizer|runtime error|hangs" "$DIR"/*.log'
