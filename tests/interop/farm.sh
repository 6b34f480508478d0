#!/bin/bash
# farm: three groups of two servers on 127.0.0.x, ten thousand users; a server dies, comes back, a group is parted, a fourth group is added.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
need ss
CALLERS=$PWD/$BUILD/tests/interop/callers
[ -x "$CALLERS" ] || { echo "skip farm: $CALLERS is not built"; exit 0; }

port=$(free_port) sync=$(free_port) phones=127.0.0.9:$(free_port) others=127.0.0.9:$(free_port)
USERS=10000
declare -A PID WEIGHT

# script [GROUP...]: one for all servers
script() {
	echo "alias = \"example.com\"
workers = 1
location = \"memory\"
farm home {
	key = \"a secret of the test\"
	sync_port = $sync"
	local group n=1
	for group; do
		echo "	group $group { weight = ${WEIGHT[$group]:-1}; primary = udp:127.0.0.1$n:$port; backup = udp:127.0.0.1$((n + 1)):$port }"
		n=$((n + 2))
	done
	cat <<-'END'
	}
	route {
		if (has_totag()) {
			if (loose_route()) { t_relay(); exit; }
			if (is_method("ACK")) exit;
			sl_send_reply(404, "Not Here"); exit;
		}
		if (uri != myself && !farm_is_member()) { sl_send_reply(403, "Relaying Forbidden"); exit; }
		# for the test: what this server would do if it were alone
		if (!is_present_hf("X-Here")) {
			switch (farm_route()) {
			case forwarded: exit;
			case local:
			default: sl_reply_error(); exit;
			}
		}
		if (is_method("REGISTER")) { save("location"); exit; }
		if (is_method("INVITE")) record_route();
		if (!lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
		t_relay();
	}
	END
}

# serve N...: starts the servers 127.0.0.N with the script of all
serve() {
	local n
	for n; do
		mkdir -p "$DIR/$n"
		"$SIPD" -f "$DIR/farm.cfg" -o listen=udp:127.0.0.$n:$port -o state_dir="$DIR/$n" -o control="$DIR/$n/control.sock" \
			>>"$DIR/$n.log" 2>&1 &
		PID[$n]=$!
		PIDS+=("$!")
	done
}

ctl() {
	local n=$1
	shift
	"$SIPCTL" -s "$DIR/$n/control.sock" "$@" 2>/dev/null
}

# calm N COUNT: server N is ready and sees COUNT servers up
calm() { [ "$(ctl "$1" farm | grep -c ' up\b')" = "$2" ] && ctl "$1" farm | grep -q 'is ready'; }
all_calm() {
	local n count=$1
	shift
	for n; do calm "$n" "$count" || return 1; done
}

first_stages() { # of the servers N...
	local n list=
	for n; do list=$list,127.0.0.$n:$port; done
	echo "${list#,}"
}

# client NAME OPTION...: runs the client, its last line is in RESULT
client() {
	local name=$1
	shift
	"$CALLERS" "$@" >"$DIR/$name.out" 2>"$DIR/$name.err"
	RESULT=$(tail -n 1 "$DIR/$name.out")
	echo "# $name: $RESULT"
	[ -s "$DIR/$name.err" ] && head -n 3 "$DIR/$name.err" | sed "s/^/# /"
	all_well "$RESULT"
}
# A call whose server dies between its 200 and its BYE is cut: its BYE goes to that server. The client counts these apart.
none_fails() { [[ $1 == *' failed 0 '* ]]; }
all_well() { [[ $1 == *' failed 0 cut 0 '* ]]; }

# shares FILE: how many users each server called
shares() { cut -d' ' -f2 "$1" | sort | uniq -c; }
# even FILE SERVERS PERCENT: that many servers called, none more than PERCENT from even
even() {
	shares "$1" | awk -v servers="$2" -v percent="$3" '
		{ n[NR] = $1; sum += $1 }
		END {
			mean = sum / servers
			for (i = 1; i <= NR; i++) if (n[i] > mean * (1 + percent / 100) || n[i] < mean * (1 - percent / 100)) exit 1
			exit NR != servers
		}'
}

# murder N: kills every process of server N at once
murder() {
	local children
	children=$(children "${PID[$1]}")
	# shellcheck disable=SC2086 # a list
	kill -9 "${PID[$1]}" $children
	wait "${PID[$1]}" 2>/dev/null
}

# farmer N: the process of server N that talks to the others
farmer() {
	local pid
	for pid in $(children "${PID[$1]}"); do
		grep -q "sipd\[$pid\].*farmer: " "$DIR/$1.log" && echo "$pid"
	done
}

# contact N USER CALL-ID CSEQ CONTACT EXPIRES: registers at server N itself
contact() {
	exec 7<>"/dev/udp/127.0.0.$1/$port"
	printf '%s\r\n' "REGISTER sip:example.com SIP/2.0" "Via: SIP/2.0/UDP 127.0.0.1:9;rport;branch=z9hG4bK$$.$RANDOM$RANDOM" \
		"From: <sip:$2@example.com>;tag=1" "To: <sip:$2@example.com>" "Call-ID: $3" "CSeq: $4 REGISTER" "Max-Forwards: 70" \
		"X-Here: yes" "Contact: <$5>;expires=$6" "Content-Length: 0" "" >"$DIR/request"
	cat "$DIR/request" >&7
	timeout 3 dd bs=65536 count=1 <&7 2>/dev/null | head -n 1 | grep -q ' 200 '
	local result=$?
	exec 7>&-
	return $result
}

# what N has, without what may differ by a second or by where it came in
holdings() { ctl "$1" location | sed 's/ expires=[0-9]*//; s/ listener=[^ ]*//'; }
same_holdings() { [ "$(holdings "$1" | md5sum)" = "$(holdings "$2" | md5sum)" ]; }

# ---- six servers ----

script a b c >"$DIR/farm.cfg"
serve 11 12 13 14 15 16
check "farm: six servers know each other" wait_for 15 all_calm 6 11 12 13 14 15 16
everywhere=$(first_stages 11 12 13 14 15 16)
check "farm: $USERS users register through any server" client register -l "$phones" -s "$everywhere" register 0 $USERS
check "farm: all are called through any server" client call -l "$phones" -s "$everywhere" -g "$DIR/before" call 0 $USERS
shares "$DIR/before" | sed 's/^/# /'
check "farm: each group has its third of the users, within 5 %" even "$DIR/before" 3 5
check "farm: the servers of a group have the same" same_holdings 11 12

# ---- the primary of b dies under load ----

alive=$(first_stages 11 12 14 15 16)
"$CALLERS" -l "$others" -s "$alive" -r 300 -t 7 register 20000 10000 >"$DIR/load-register.out" 2>&1 &
registering=$!
# callers have users of their own: those that register above are at another socket
"$CALLERS" -l "$phones" -s "$alive" -r 300 -t 7 call 0 $USERS >"$DIR/load-call.out" 2>&1 &
calling=$!
PIDS+=("$registering" "$calling")
sleep 2
death=$(date +%s%3N)
murder 13
wait "$registering"
check "farm: registrations under load are all answered" none_fails "$(tail -n 1 "$DIR/load-register.out")"
wait "$calling"
check "farm: calls under load all succeed" none_fails "$(tail -n 1 "$DIR/load-call.out")"
sed 's/^/# /' "$DIR/load-register.out" "$DIR/load-call.out"
last=$(sed -n 's/.* last //p' "$DIR/load-call.out" | tail -n 1)
[ "${last:-0}" -gt "$death" ] && late=$((last - death)) || late=0
check "farm: $late ms behind the death the last call began that had to wait" [ $late -le 2000 ]
registered=$(sed -n 's/^done \([0-9]*\) .*/\1/p' "$DIR/load-register.out")
check "farm: no answered registration of $registered is lost" client after -l "$others" -s "$alive" call 20000 "$registered"
check "farm: nor one of those before" client again -l "$phones" -s "$alive" -g "$DIR/backup" call 0 $USERS

# ---- it comes back ----

check "farm: meanwhile others register" client meanwhile -l "$others" -s "$alive" register 0 1000
serve 13
check "farm: the primary comes back and has caught up" wait_for 15 all_calm 6 11 12 13 14 15 16
check "farm: it has what its backup has" wait_for 5 same_holdings 13 14
check "farm: what was registered meanwhile is found" client moved -l "$others" -s "$everywhere" -g "$DIR/back" call 0 1000
check "farm: by the primary again" grep -q ' 127.0.0.13$' "$DIR/back"
check "farm: and not by the backup" [ "$(grep -c ' 127.0.0.14$' "$DIR/back")" = 0 ]

# ---- the primary of a says nothing any more: no error comes from the kernel ----

"$CALLERS" -l "$phones" -s "$(first_stages 12 13 14 15 16)" -r 300 -t 6 call 0 $USERS >"$DIR/load-frozen.out" 2>&1 &
calling=$!
PIDS+=("$calling")
sleep 2
frozen="${PID[11]} $(children "${PID[11]}")"
death=$(date +%s%3N)
# shellcheck disable=SC2086 # a list
kill -STOP $frozen
wait "$calling"
sed 's/^/# /' "$DIR/load-frozen.out"
last=$(sed -n 's/.* last //p' "$DIR/load-frozen.out" | tail -n 1)
[ "${last:-0}" -gt "$death" ] && late=$((last - death)) || late=0
check "farm: calls succeed though a primary is silent" none_fails "$(tail -n 1 "$DIR/load-frozen.out")"
check "farm: $late ms behind its last word the last call began that had to wait" [ $late -le 2000 ]
check "farm: meanwhile others register" client silent -l "$others" -s "$(first_stages 12 13)" register 0 1000
# shellcheck disable=SC2086 # a list
kill -CONT $frozen
check "farm: it wakes up and is ready again" wait_for 15 all_calm 6 11 12 13 14 15 16
check "farm: it has slept, and caught up first" grep -q 'catches up' "$DIR/11.log"
check "farm: it has what its backup has, too" wait_for 5 same_holdings 11 12
check "farm: what was registered while it slept is found" client awake -l "$others" -s "$everywhere" call 0 1000

# ---- all of group b dies ----

murder 13
murder 14
rest=$(first_stages 11 12 15 16)
check "farm: users of a group that is dead register with the next" client orphans -l "$others" -s "$rest" register 0 2000
check "farm: and are called there" client adopted -l "$others" -s "$rest" -g "$DIR/adopted" call 0 2000
check "farm: not by the dead" eval '! grep -qE " 127.0.0.1[34]$" "$DIR/adopted"'
serve 13 14
check "farm: the group comes back" wait_for 15 all_calm 6 11 12 13 14 15 16
check "farm: with what was registered elsewhere" client home -l "$others" -s "$everywhere" -g "$DIR/home" call 0 2000
check "farm: its users are its own again" grep -q ' 127.0.0.13$' "$DIR/home"

# ---- the process that looks after the others dies ----

old=$(farmer 15)
kill -9 "$old"
another() { local new; new=$(farmer 15) && [ -n "$new" ] && [ "$new" != "$old" ]; }
check "farm: a farmer that is killed is started again" wait_for 10 another
check "farm: and knows what there is to know" wait_for 10 all_calm 6 11 15 16

# ---- group c is parted, and healed ----

farmers="$(farmer 15) $(farmer 16)"
parted=() # four users of group c
for n in {1..200}; do
	[ ${#parted[@]} = 4 ] && break
	ctl 15 farm "sip:parted$n@example.com" | grep -q 'group c$' && parted+=("parted$n")
done
# both have the same to begin with: two contacts, removed and refreshed on one side or the other
contact 15 "${parted[0]}" one 5 sip:a@127.0.0.1:9 600
contact 15 "${parted[1]}" one 5 sip:b@127.0.0.1:9 600
contact 15 "${parted[2]}" one 5 sip:c@127.0.0.1:9 600
check "farm: before the partition both have the same" wait_for 5 same_holdings 15 16
# shellcheck disable=SC2086 # a list
kill -STOP $farmers
contact 15 "${parted[0]}" one 7 sip:a@127.0.0.1:9 500 # the later CSeq stands, though the other is registered later
contact 16 "${parted[0]}" one 6 sip:a@127.0.0.1:9 400
contact 16 "${parted[1]}" one 6 sip:b@127.0.0.1:9 0 # a removal is a change like any other
contact 15 "${parted[2]}" two 1 sip:c@127.0.0.1:9 300
contact 16 "${parted[2]}" three 1 sip:c@127.0.0.1:9 300 # other Call-IDs: the later registration stands
contact 15 "${parted[3]}" four 1 sip:d@127.0.0.1:9 600
contact 16 "${parted[3]}" five 1 sip:e@127.0.0.1:9 600 # two contacts of one user: both stand
check "farm: parted, they differ" eval '! same_holdings 15 16'
# shellcheck disable=SC2086 # a list
kill -CONT $farmers
check "farm: healed, they have the same" wait_for 10 same_holdings 15 16
of() { ctl 16 location "sip:$1@example.com"; }
check "farm: within a Call-ID the greater CSeq stands" grep -q 'cseq=7 call_id=one' <<<"$(of "${parted[0]}")"
check "farm: a removal is not undone" eval '! of "${parted[1]}" | grep -q sip:b@'
check "farm: else the later registration stands" grep -q 'call_id=three' <<<"$(of "${parted[2]}")"
check "farm: different contacts all stand" [ "$(of "${parted[3]}" | grep -c 'sip:[de]@')" = 2 ]

# ---- a fourth group, under load ----

script a b c d >"$DIR/farm.cfg"
check "farm: all register once more" client once-more -l "$phones" -s "$everywhere" register 0 $USERS
"$CALLERS" -l "$phones" -s "$everywhere" -r 300 -t 8 call 0 $USERS >"$DIR/load-fourth.out" 2>&1 &
calling=$!
PIDS+=("$calling")
serve 17 18
sleep 1
for n in 11 12 13 14 15 16; do ctl "$n" reload >/dev/null; done
check "farm: eight servers know each other" wait_for 15 all_calm 8 11 12 13 14 15 16 17 18
wait "$calling"
sed 's/^/# /' "$DIR/load-fourth.out"
check "farm: while a group is added no call fails" all_well "$(tail -n 1 "$DIR/load-fourth.out")"
everywhere=$(first_stages 11 12 13 14 15 16 17 18)
check "farm: all are called again, through old and new servers" client fourth -l "$phones" -s "$everywhere" -g "$DIR/after" call 0 $USERS
shares "$DIR/after" | sed 's/^/# /'
check "farm: each group has its quarter, within 5 %" even "$DIR/after" 4 5
moved=$(join <(sort "$DIR/before") <(sort "$DIR/after") | awk '$2 != $3 && $3 != "127.0.0.17"' | wc -l)
check "farm: nobody moved but to the new group" [ "$moved" = 0 ]

# ---- a group is taken away ----

WEIGHT[a]=0
script a b c d >"$DIR/farm.cfg"
for n in 11 12; do ctl "$n" reload >/dev/null; done
sleep 1
for n in 13 14 15 16 17 18; do ctl "$n" reload >/dev/null; done
check "farm: the servers of a group without weight are still there" wait_for 15 all_calm 8 11 12 13 14 15 16 17 18
check "farm: its users have moved" client fifth -l "$phones" -s "$everywhere" -g "$DIR/last" call 0 $USERS
check "farm: all of them" even "$DIR/last" 3 5
grep -hE 'error:|Sanitizer' "$DIR"/1*.log | grep -v 'killed by signal' | head -n 5 | sed 's/^/# /'
