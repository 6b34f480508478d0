# redis.bash: real Redis servers, and what is asked of a sipd that keeps its registrations in them. To be sourced.
# SPDX-License-Identifier: BSD-2-Clause
. "$(dirname "${BASH_SOURCE[0]}")/lib.bash"
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
		port=$((20000 + RANDOM % 12700))
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

# cases URL NAME: the cases of the store, played there
cases() {
	REDIS_URL=$1 timeout 60 "$BUILD/tests/unit/location" >"$DIR/cases.out" 2>&1
	sed -n "s/^\(ok\|not ok\) location \(.*\) (redis)/\1 redis: $2: \2/p; /^#/p" "$DIR/cases.out"
}

# To be called last: ends everything, and looks whether all of it lived until then.
none_died() {
	local pid
	for pid in "${PIDS[@]}"; do kill "$pid" 2>/dev/null; done
	for pid in "${PIDS[@]}"; do wait "$pid" 2>/dev/null; done
	! grep -hE "was killed|ended with|Sanitizer|runtime error|hangs" "$DIR"/*.log
}
