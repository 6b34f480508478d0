=== note
What each $variable reads, and what writing one does.

=== case The request line
=== config
listen = udp:192.0.2.1:5060
alias = "example.com"
route {
	xlog("$rm $ru user $rU host $rd port $rp transport $rP scheme $rz version $rv kind $mt");
	xlog("method " + method + ", uri " + uri);
	$rU = "carol";
	$rd = "example.net";
	$rp = 5090;
	xlog("now $ru = $ruri");
	xlog("received $ou user $oU host $od port $op transport $oP");
	$rU = null;
	$rp = null;
	xlog("now $ru");
	$ru = "tel:+49-30";
	xlog("now $ru user $rU scheme $rz");
	if ($rd == null && $rp == null && $rP == null) xlog("no host");
	$ru = "sip:not a uri";
	xlog("still $ru");
	discard();
}
=== in udp 192.0.2.7:5062
INVITE sip:bob@example.com:5070;transport=udp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=f1
To: <sip:bob@example.com>
Call-ID: c1
CSeq: 1 INVITE
Content-Length: 0

=== out none
=== log
info: t.cfg:4: INVITE sip:bob@example.com:5070;transport=udp user bob host example.com port 5070 transport udp scheme sip version SIP/2.0 kind 1
info: t.cfg:5: method INVITE, uri sip:bob@example.com:5070;transport=udp
info: t.cfg:9: now sip:carol@example.net:5090;transport=udp = sip:carol@example.net:5090;transport=udp
info: t.cfg:10: received sip:bob@example.com:5070;transport=udp user bob host example.com port 5070 transport udp
info: t.cfg:13: now sip:example.net;transport=udp
info: t.cfg:15: now tel:+49-30 user +49-30 scheme tel
info: t.cfg:16: no host
warn: t.cfg:17: $ru cannot be "sip:not a uri"
info: t.cfg:18: still tel:+49-30

=== case Where it goes
=== config
listen = udp:192.0.2.1:5060
route {
	if ($du == null && $dd == null && $dp == null && $dP == null) xlog("no \$du");
	xlog("next $nh(u): $nh(U) at $nh(d) port $nh(p) $nh(P) $nh(z)");
	$du = "sip:192.0.2.9:5066;transport=udp";
	xlog("$du: $dd port $dp $dP");
	xlog("next $nh(d)");
	$var(a) = "192.0.2.9"; $du = $var(a);
	xlog("still $du");
	$du = null;
	if ($du == null) xlog("next $nh(d)");
	discard();
}
=== in udp 192.0.2.7:5062
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1
Max-Forwards: 70
Route: <sip:edge.example.com;lr>
From: <sip:alice@example.org>;tag=f1
To: <sip:bob@example.com>
Call-ID: c1
CSeq: 1 OPTIONS
Content-Length: 0

=== out none
=== log
info: t.cfg:3: no $du
info: t.cfg:4: next sip:edge.example.com;lr:  at edge.example.com port 5060 udp sip
info: t.cfg:6: sip:192.0.2.9:5066;transport=udp: 192.0.2.9 port 5066 udp
info: t.cfg:7: next 192.0.2.9
warn: t.cfg:8: $du cannot be "192.0.2.9"
info: t.cfg:9: still sip:192.0.2.9:5066;transport=udp
info: t.cfg:11: next edge.example.com

=== case Header fields
=== config
listen = udp:192.0.2.1:5060
route {
	xlog("from $fu user $fU host $fd name $fn tag $ft");
	xlog("to $tu user $tU host $td name $tn");
	if ($tt == null) xlog("no tag in To");
	xlog("from_uri " + from_uri + ", to_uri " + to_uri);
	xlog("call $ci number $cs agent $ua");
	xlog("contact $ct");
	xlog("body $cT $cl $bs $rb");
	xlog("$ai $pu $re $di $rt");
	xlog("user $au of $ad in $ar for $adu by $aa");
	xlog("X-Tag $hdr(X-Tag), $(hdr(x-tag)[1]), $(hdr(X-Tag)[-1]), $(hdr(X-Tag)[*]): $hdrc(X-Tag)");
	append_hf("X-Tag: four");
	xlog("X-Tag $(hdr(X-Tag)[-1])");
	remove_hf("X-Tag");
	if ($hdr(X-Tag) == null) xlog("$hdrc(X-Tag) X-Tag");
	xlog("$ml bytes, at most $max_len");
	if (msg:len < 4096 && msg:len <= max_len && $mb =~ "^MESSAGE") xlog("short");
	discard();
}
=== in udp 192.0.2.7:5062
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1
Max-Forwards: 70
f: "Alice" <sip:alice@atlanta.example>;tag=f1
t: "Bob" <sip:bob@biloxi.example>
i: c1@192.0.2.7
CSeq: 7 MESSAGE
m: <sip:alice@192.0.2.7:5062>
User-Agent: probe
P-Asserted-Identity: <sip:pai@atlanta.example>, <tel:+1>
P-Preferred-Identity: <sip:ppi@atlanta.example>
Remote-Party-ID: <sip:rpid@atlanta.example>;party=calling
Diversion: <sip:div@atlanta.example>;reason=unknown
Refer-To: <sip:refer@atlanta.example>
Proxy-Authorization: Digest username="alice@home.example", realm="home", uri="sip:example.com", algorithm=MD5
X-Tag: one
X-Tag: two
X-Tag: three
c: text/plain
l: 5

hello\
=== out none
=== log
info: t.cfg:3: from sip:alice@atlanta.example user alice host atlanta.example name "Alice" tag f1
info: t.cfg:4: to sip:bob@biloxi.example user bob host biloxi.example name "Bob"
info: t.cfg:5: no tag in To
info: t.cfg:6: from_uri sip:alice@atlanta.example, to_uri sip:bob@biloxi.example
info: t.cfg:7: call c1@192.0.2.7 number 7 agent probe
info: t.cfg:8: contact <sip:alice@192.0.2.7:5062>
info: t.cfg:9: body text/plain 5 5 hello
info: t.cfg:10: sip:pai@atlanta.example sip:ppi@atlanta.example sip:rpid@atlanta.example sip:div@atlanta.example sip:refer@atlanta.example
info: t.cfg:11: user alice@home.example of home.example in home for sip:example.com by MD5
info: t.cfg:12: X-Tag one, two, three, one,two,three: 3
info: t.cfg:14: X-Tag four
info: t.cfg:16: 0 X-Tag
info: t.cfg:17: 706 bytes, at most 65535
info: t.cfg:18: short

=== case Where it came from
=== config
listen = udp:192.0.2.1:5060 advertise edge.example.com:5099
route {
	xlog("$su = $sut: $si port $sp by $pr $proto $af");
	xlog("at $Ru: $Ri port $Rp, called $RAi port $RAp");
	if (src_ip == 192.0.2.0/24 && src_port == 5062 && dst_ip == 192.0.2.1 && dst_port == 5060) xlog("addresses");
	if (proto == "udp" && af == "INET") xlog("words");
	if ($pp > 0 && $RANDOM >= 0 && $TS > 0 && $Ts > 0 && $Tf != "" && $timef(%Y) =~ "^[0-9]{4}$") xlog("world");
	if ($time(hour) < 24 && $time(mon) >= 1 && $env(SIPD_TEST_NONE) == null) xlog("time");
	discard();
}
=== in udp 192.0.2.7:5062
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=f1
To: <sip:bob@example.com>
Call-ID: c1
CSeq: 1 OPTIONS
Content-Length: 0

=== out none
=== log
info: t.cfg:3: sip:192.0.2.7:5062 = sip:192.0.2.7:5062;transport=udp: 192.0.2.7 port 5062 by udp udp INET
info: t.cfg:4: at sip:192.0.2.1:5060: 192.0.2.1 port 5060, called edge.example.com port 5099
info: t.cfg:5: addresses
info: t.cfg:6: words
info: t.cfg:7: world
info: t.cfg:8: time

=== case Replies and the transaction
=== config
listen = udp:192.0.2.1:5060
route {
	$mf = 5;
	$bf = 3;
	$avp(kept) = "kept from $rm";
	t_on_branch("BRANCH");
	t_on_reply("REPLY");
	t_on_failure("FAILURE");
	t_relay();
}
branch_route[BRANCH] {
	xlog("branch $T_branch_idx flags $mf $bf to $ru");
}
onreply_route[REPLY] {
	xlog("reply $rs $rr in branch $T_branch_idx: $T_reply_code; request $T_req($ru), $T_req($hdr(X-Tag)); $avp(kept)");
	if (status =~ "^4") $avp(kept) = "kept from $rs";
	if ($rU == null && $ou == null) xlog("no request line");
}
failure_route[FAILURE] {
	xlog("failed $T_reply_code in branch $T_branch_idx; $rm $ru; $avp(kept)");
}
=== in udp 192.0.2.7:5062
MESSAGE sip:bob@192.0.2.8:5070 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=f1
To: <sip:bob@example.com>
Call-ID: c1
CSeq: 1 MESSAGE
X-Tag: one
Content-Length: 0

=== out udp 192.0.2.8:5070
MESSAGE sip:bob@192.0.2.8:5070 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00d8tqi03u9ddhc9oi1lonu8mv9p
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=f1
To: <sip:bob@example.com>
Call-ID: c1
CSeq: 1 MESSAGE
X-Tag: one
Content-Length: 0
=== in udp 192.0.2.8:5070
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00d8tqi03u9ddhc9oi1lonu8mv9p
Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1
From: <sip:alice@example.org>;tag=f1
To: <sip:bob@example.com>;tag=t1
Call-ID: c1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5062
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1
From: <sip:alice@example.org>;tag=f1
To: <sip:bob@example.com>;tag=t1
Call-ID: c1
CSeq: 1 MESSAGE
Content-Length: 0
=== log
info: t.cfg:15: reply 486 Busy Here in branch 0: 486; request sip:bob@192.0.2.8:5070, one; kept from MESSAGE
info: t.cfg:17: no request line
info: t.cfg:20: failed 486 in branch 0; MESSAGE sip:bob@192.0.2.8:5070; kept from 486
