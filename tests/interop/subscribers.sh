#!/bin/bash
# subscribers: sipctl user changes the file; running workers have it soon, by themselves; no password and no hash is ever shown.
# SPDX-License-Identifier: BSD-2-Clause
set -u
. "$(dirname "$0")/lib.bash"
need sipp ss openssl

port=$(free_port)
file=$DIR/subscribers
user() {
	local options=()
	[ "$1" != -a ] || { options=(-a "$2"); shift 2; }
	"$SIPCTL" -u "$file" ${options[@]+"${options[@]}"} user "$@"
}
good() { printf '%s\n' "$1" | user "${@:2}" >"$DIR/out" 2>&1; }
bad() { ! good "$@"; }
md5() { printf '%s' "$1" | openssl md5 -r | cut -d' ' -f1; }

check 'user: add makes the file' good secret add alice example.com
check 'user: readable by its owner and group only' [ "$(stat -c %a "$file")" = 640 ]
check 'user: with three hashes' [ "$(awk -F: '{ print NF }' "$file")" = 5 ]
check 'user: the MD5 one is right' grep -q "^alice:example.com:$(md5 alice:example.com:secret):" "$file"
check 'user: nobody is added twice' bad secret add alice example.com
check 'user: the same name in another realm' good other add alice example.org
echo '# a comment' >>"$file"
check 'user: add after a comment' good secret add bob example.com
check 'user: list' [ "$(user list | wc -l)" = 3 ]
check 'user: of a realm' [ "$(user list example.org)" = 'alice example.org MD5 SHA-256 SHA-512-256' ]
check 'user: shows no hash' [ -z "$(user list | grep -E '[0-9a-f]{32}')" ]
check 'user: del' user del alice example.org
check 'user: who is gone cannot be deleted' bad '' del alice example.org
check 'user: nor given a password' bad x passwd alice example.org
check 'user: no empty password' bad '' passwd bob example.com
check 'user: no colon in a name' bad x add 'a:b' example.com
check 'user: the comment is still there' grep -q '^# a comment$' "$file"
check 'user: the file is left alone beside it' [ "$(find "$DIR" -name 'subscribers.*' | wc -l)" = 0 ]
for i in {1..20}; do good "pw$i" add "user$i" example.net & done
wait
check 'user: twenty at once are all there' [ "$(user list example.net | wc -l)" = 20 ]

check 'user: only the hashes that are wanted' good secret -a MD5 add erin example.org
check 'user: is what it says' [ "$(user list example.org)" = 'erin example.org MD5' ]
check 'user: no unknown ones' bad secret -a SHA-1 add frank example.org
# SIPp knows MD5 only, and stumbles over others before it
for name in alice bob; do good '' del $name example.com; good secret -a MD5 add $name example.com; done

start_sipd auth "
listen = udp:127.0.0.1:$port
alias = \"example.com\"
workers = 2
subscribers = \"$file\"
log_level = debug
route {
	if (!www_authorize(\"example.com\")) { www_challenge(\"example.com\"); exit; }
	save(\"location\");
}"
cat >"$DIR/register.xml" <<'XML'
<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="register with a password">
  <send retrans="500"><![CDATA[
      REGISTER sip:example.com SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
      Max-Forwards: 70
      From: <sip:[name]@example.com>;tag=[pid]r[call_number]
      To: <sip:[name]@example.com>
      Call-ID: [call_id]
      CSeq: 1 REGISTER
      Contact: <sip:[name]@[local_ip]:9>
      Content-Length: 0

  ]]></send>
  <recv response="401" auth="true" />
  <send retrans="500"><![CDATA[
      REGISTER sip:example.com SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
      Max-Forwards: 70
      From: <sip:[name]@example.com>;tag=[pid]r[call_number]
      To: <sip:[name]@example.com>
      Call-ID: [call_id]
      CSeq: 2 REGISTER
      Contact: <sip:[name]@[local_ip]:9>
      [authentication username=[name] password=[password]]
      Content-Length: 0

  ]]></send>
  <recv response="200" />
</scenario>
XML
# logs_in NAME PASSWORD: four times, so that both workers are asked
logs_in() {
	sed -e "s/\[name\]/$1/g; s/\[password\]/$2/g" "$DIR/register.xml" >"$DIR/now.xml"
	timeout 2 sipp "127.0.0.1:$port" -i 127.0.0.1 -p "$(free_port)" -sf "$DIR/now.xml" -m 4 -r 50 -nostdin -nd -deadcall_wait 0 -timeout 3 \
		>"$DIR/sipp.out" 2>&1
}
if ! logs_in alice secret; then
	sed -n '1,40p' "$DIR/sipp.out" | sed 's/^/# /'
fi
check 'user: alice logs in' logs_in alice secret
check 'user: not with another password' eval '! logs_in alice guess'
check 'user: carol does not' eval '! logs_in carol new'
check 'user: carol is added' good new -a MD5 add carol example.com
check 'user: soon the running workers know her' wait_for 6 logs_in carol new
check 'user: a new password' good newer -a MD5 passwd alice example.com
check 'user: soon it is the one that counts' wait_for 6 logs_in alice newer
check 'user: and the old one is not' eval '! logs_in alice secret'
check 'user: bob is deleted' user del bob example.com
sleep 2.5
check 'user: and refused' eval '! logs_in bob secret'
cp "$file" "$file.good"
echo 'dave:example.com:password' >>"$file"
check 'user: a wrong line changes nothing but the log' wait_for 6 grep -q 'subscribers:[0-9]*: HA1 must have' "$DIR/auth.log"
check 'user: carol still logs in' logs_in carol new
mv "$file.good" "$file"
check 'user: no password, and no hash, is in the log' [ -z "$(grep -E "secret|newer|$(md5 alice:example.com:secret)|$(md5 alice:example.com:newer)" "$DIR/auth.log")" ]
check 'user: nor in any answer of sipctl' [ -z "$(for c in status location counters workers; do "$SIPCTL" -s "$DIR/auth/control.sock" $c; done |
	grep -E '(^|[^0-9a-f])[0-9a-f]{32}([^0-9a-f]|$)')" ]
check 'user: no process died' [ "$(grep -c 'was killed' "$DIR/auth.log")" = 0 ]
