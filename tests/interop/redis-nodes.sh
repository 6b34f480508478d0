#!/bin/bash
# redis-nodes: a sentinel's failovers and a cluster's redirections, with real Redis servers.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/redis.bash"

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

check "redis: no process of ours died" none_died
