#!/bin/bash
# registrar-full: the disk of the location store is full: registrations are refused with 500, those there are served, and all goes on
# when there is room again. Needs root, for a small file system of its own.
# SPDX-License-Identifier: BSD-2-Clause
# shows 3261-10.3-16
set -u
. "$(dirname "$0")/lib.bash"
need ss mount

port=$(free_port)
mkdir -p "$DIR/full"
if ! mount -t tmpfs -o size=2m sipd-test "$DIR/full" 2>/dev/null; then
	echo "skip registrar-full: no file system can be mounted"
	exit 0
fi
unmount() {
	umount -l "$DIR/full"
	finish
}
trap unmount EXIT

start_sipd full "
listen = udp:127.0.0.1:$port
alias = \"example.com\"
workers = 2
location_size = 16M
route {
	if (is_method(\"REGISTER\")) { if (!save(\"location\")) sl_reply_error(); exit; }
	if (!lookup(\"location\")) { sl_send_reply(404, \"Not Found\"); exit; }
	sl_send_reply(486, \"Known\");
}"

register() { ask REGISTER sip:example.com "Contact: <sip:$1@127.0.0.1:9;x=$padding>;expires=600" "$1"; }
registers() { [ "$(register "$1")" = 'SIP/2.0 200 OK' ]; }
knows() { [ "$(ask MESSAGE "sip:$1@example.com")" = "SIP/2.0 486 Known" ]; }
said() { grep -c "$1" "$DIR/full.log"; }
padding=$(printf '%01000d' 0)

check 'full: REGISTER is answered' [ "$(register alice)" = 'SIP/2.0 200 OK' ]
# all that is left, and then what the store has free in itself
dd if=/dev/zero of="$DIR/full/ballast" bs=4k 2>/dev/null
answered=() refused=''
for i in {1..60}; do
	reply=$(register "user$i")
	case $reply in
	*' 200 '*) answered+=("user$i") ;;
	*) refused=$reply; break ;;
	esac
done
check "full: a registration is refused (after ${#answered[@]})" [ "$refused" = 'SIP/2.0 500 Registration Cannot Be Stored' ]
check 'full: and told when to come again' grep -q '^Retry-After: ' "$DIR/reply"
check 'full: a second one, too' [ "$(register carol)" = 'SIP/2.0 500 Registration Cannot Be Stored' ]
for i in 1 2 3 4 5; do register "more$i" >/dev/null; done
check 'full: who was refused is not registered' [ "$(ask MESSAGE sip:carol@example.com)" = 'SIP/2.0 404 Not Found' ]
check 'full: alice is still found' knows alice
lost=0
for user in ${answered[@]+"${answered[@]}"}; do knows "$user" || lost=$((lost + 1)); done
check 'full: so are all that were answered' [ $lost = 0 ]
check 'full: it is said once' [ "$(said 'registrations are refused')" = 1 ]
check 'full: no process died' [ "$(said 'was killed\|started again')" = 0 ]
rm "$DIR/full/ballast"
check 'full: with room again REGISTER is answered' wait_for 5 registers dave
check 'full: dave is found' knows dave
check 'full: and alice' knows alice
