# lib.bash: starts and stops a sipd of its own for a test with real sockets. To be sourced.
# SPDX-License-Identifier: BSD-2-Clause
#
# Everything that is started here is ended at exit, by pid. Ports are looked for above 20000, so tests do not meet.

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
: "${BUILD:=build}"
SIPD=$PWD/$BUILD/sipd SIPCTL=$PWD/$BUILD/sipctl
DIR=$(mktemp -d)
PIDS=()

# The last one started ends first: a phone wants to say good-bye to its server.
finish() {
	local i
	for ((i = ${#PIDS[@]} - 1; i >= 0; i--)); do
		kill "${PIDS[i]}" 2>/dev/null && wait "${PIDS[i]}" 2>/dev/null
	done
	rm -rf "$DIR"
}
trap finish EXIT

ok() { echo "ok $*"; }
not_ok() { echo "not ok $*"; }
# check NAME COMMAND...: ok when the command succeeds
check() {
	local name=$1
	shift
	if "$@"; then ok "$name"; else not_ok "$name"; fi
}

# need COMMAND...: ends the test as skipped when one is missing
need() {
	local command
	for command; do
		command -v "$command" >/dev/null || {
			echo "skip $(basename "$0" .sh): $command is not installed"
			exit 0
		}
	done
}

# A UDP port on 127.0.0.1 that nobody uses now.
free_port() {
	local port
	for _ in {1..100}; do
		port=$((20000 + RANDOM % 20000))
		ss -Hlun "sport = :$port" | grep -q . || break
	done
	echo "$port"
}

# wait_for SECONDS COMMAND...: tries until the command succeeds
wait_for() {
	local end=$((SECONDS + $1))
	shift
	until "$@"; do
		[ $SECONDS -lt $end ] || return 1
		sleep 0.1
	done
}

# The processes that process $1 has started.
children() { cat "/proc/$1/task/$1/children"; }

# start_sipd NAME SCRIPT [OPTION...]: serves SCRIPT (text) with its state in $DIR/NAME; its log is $DIR/NAME.log, its pid SIPD_PID
start_sipd() {
	local name=$1 script=$2
	shift 2
	mkdir -p "$DIR/$name"
	printf '%s\n' "$script" >"$DIR/$name.cfg"
	"$SIPD" -f "$DIR/$name.cfg" -o state_dir="$DIR/$name" -o control="$DIR/$name/control.sock" "$@" >>"$DIR/$name.log" 2>&1 &
	SIPD_PID=$!
	PIDS+=("$SIPD_PID")
	wait_for 10 grep -qs 'listening on' "$DIR/$name.log" || {
		not_ok "$name starts"
		cat "$DIR/$name.log"
		exit 1
	}
}

number=0 host=127.0.0.1
# ask METHOD [URI [LINE [USER]]]: sends a request to $host:$port, prints the first line of the reply; tries three times, as a client would.
# The whole reply is in $DIR/reply.
ask() {
	local method=$1 uri=${2:-sip:example.com} line=${3:-} reply=''
	number=$((number + 1))
	exec 7<>"/dev/udp/$host/$port"
	# a file between: printf writes line by line, each would be a datagram
	printf '%s\r\n' "$method $uri SIP/2.0" "Via: SIP/2.0/UDP 127.0.0.1:9;rport;branch=z9hG4bK$$.$number" \
		"From: <sip:a@example.com>;tag=1" "To: <sip:${4:-a}@example.com>" "Call-ID: $$.$number.$RANDOM" "CSeq: 1 $method" \
		"Max-Forwards: 70" ${line:+"$line"} "Content-Length: 0" "" >"$DIR/request"
	for _ in 1 2 3; do
		cat "$DIR/request" >&7
		timeout 1 dd bs=65536 count=1 <&7 2>/dev/null >"$DIR/reply"
		reply=$(head -n 1 "$DIR/reply" | tr -d '\r')
		[ -z "$reply" ] || break
	done
	exec 7>&-
	echo "$reply"
}
