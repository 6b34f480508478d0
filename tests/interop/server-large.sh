#!/bin/bash
# server-large: the largest datagram that there is gets an answer (RFC 3261 18.1.1).
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
need ss

PORT=$(free_port)
start_sipd large "listen = udp:127.0.0.1:$PORT
workers = 1
route { sl_send_reply(200, \"Large\"); }"
# answered SIZE: sends a request of SIZE bytes
answered() {
	local head reply body
	head=$(printf '%s\r\n' 'MESSAGE sip:b@127.0.0.1 SIP/2.0' "Via: SIP/2.0/UDP 127.0.0.1:9;rport;branch=z9hG4bK$1" 'Max-Forwards: 70' \
		'From: <sip:a@example.com>;tag=1' 'To: <sip:b@example.com>' "Call-ID: large$1" 'CSeq: 1 MESSAGE' "Content-Length: BODY")
	head=${head%$'\r'}
	body=$(($1 - ${#head} + 4 - ${#1} - 4)) # BODY becomes as many digits as SIZE has
	printf '%s\r\n\r\n' "${head/BODY/$body}" >"$DIR/request"
	head -c "$body" /dev/zero | tr '\0' x >>"$DIR/request"
	[ "$(stat -c %s "$DIR/request")" = "$1" ] || return 1
	exec 7<>"/dev/udp/127.0.0.1/$PORT"
	cat "$DIR/request" >&7
	reply=$(timeout 4 dd bs=65536 count=1 <&7 2>/dev/null | head -n 1 | tr -d '\r')
	exec 7>&-
	[ "$reply" = 'SIP/2.0 200 Large' ] || {
		echo "# $1: $reply"
		return 1
	}
}
check 'large: a request of 1400 bytes' answered 1400
# shows 3261-18.1.1-2
check 'large: a request of 65507 bytes, all that UDP carries' answered 65507
