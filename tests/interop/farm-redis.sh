#!/bin/bash
# farm-redis: a group of two servers that share a Redis instead of telling each other of registrations.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/redis.bash"
CALLERS=$PWD/$BUILD/tests/interop/callers
[ -x "$CALLERS" ] || { echo "skip farm-redis: $CALLERS is not built"; exit 0; }

store=$(free_tcp_port) port=$(free_port) phones=127.0.0.9:$(free_port)
start_redis store "$store"
farm="
alias = \"example.com\"
workers = 1
location = \"redis://127.0.0.1:$store/0\"
farm home {
	key = \"a secret of the test\"
	replicate = no
	group a { primary = udp:127.0.0.21:$port; backup = udp:127.0.0.22:$port }
}
route {
	if (has_totag()) { if (loose_route()) { t_relay(); exit; } if (is_method(\"ACK\")) exit; sl_send_reply(404, \"Not Here\"); exit; }
	if (uri != myself && !farm_is_member()) { sl_send_reply(403, \"Relaying Forbidden\"); exit; }
	switch (farm_route()) {
	case forwarded: exit;
	case local:
	default: sl_reply_error(); exit;
	}
	if (is_method(\"REGISTER\")) { save(\"location\"); exit; }
	if (is_method(\"INVITE\")) record_route();
	if (!lookup(\"location\")) { sl_send_reply(404, \"Not Found\"); exit; }
	t_relay();
}"
start_sipd one "$farm" -o listen=udp:127.0.0.21:"$port"
first=$SIPD_PID
start_sipd two "$farm" -o listen=udp:127.0.0.22:"$port"
both=127.0.0.21:$port,127.0.0.22:$port
ready() { [ "$("$SIPCTL" -s "$DIR/$1/control.sock" farm 2>/dev/null | grep -c ' up\b')" = 2 ]; }
check "farm-redis: both are well" wait_for 10 eval 'ready one && ready two'
client() { "$CALLERS" "$@" 2>&1 | tail -n 1 | sed 's/^/# /' | tee "$DIR/client.out"; grep -q ' failed 0 cut 0 ' "$DIR/client.out"; }
check "farm-redis: users register at both" client -l "$phones" -s "$both" register 0 1000
check "farm-redis: and are called through both" client -l "$phones" -s "$both" -g "$DIR/before" call 0 1000
check "farm-redis: by the primary" [ "$(cut -d' ' -f2 "$DIR/before" | sort -u)" = 127.0.0.21 ]
# shellcheck disable=SC2046 # a list
kill -9 "$first" $(children "$first")
wait "$first" 2>/dev/null
check "farm-redis: the backup knows them, too" client -l "$phones" -s "127.0.0.22:$port" -g "$DIR/after" call 0 1000
check "farm-redis: and calls them" [ "$(cut -d' ' -f2 "$DIR/after" | sort -u)" = 127.0.0.22 ]
