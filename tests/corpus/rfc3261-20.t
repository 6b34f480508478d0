=== note
RFC 3261 section 20: what a proxy does with header fields.
=== config
route {
	if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
	if (!t_relay()) sl_reply_error();
}

=== case fields that are not known, and their order, pass unchanged
=== shows 3261-20-1 3261-20-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
X-Unknown:   a,b ;c="d"
Alert-Info: <http://example.com/ring>
x-unknown: e
Accept-Language: da, en-gb;q=0.8
Call-Info: <http://example.com/>;purpose=icon
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
X-Unknown:   a,b ;c="d"
Alert-Info: <http://example.com/ring>
x-unknown: e
Accept-Language: da, en-gb;q=0.8
Call-Info: <http://example.com/>;purpose=icon
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
X-Unknown: f
Allow: INVITE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
X-Unknown: f
Allow: INVITE
Content-Length: 0

=== case compact forms are the same fields
=== shows 3261-20-3
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
v: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 5
f: <sip:alice@example.com>;tag=a
t: <sip:bob@example.com>
i: 1
CSeq: 1 MESSAGE
s: x
l: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
v: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 4
f: <sip:alice@example.com>;tag=a
t: <sip:bob@example.com>
i: 1
CSeq: 1 MESSAGE
s: x
l: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
v: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
f: <sip:alice@example.com>;tag=a
t: <sip:bob@example.com>;tag=b
i: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
v: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
f: <sip:alice@example.com>;tag=a
t: <sip:bob@example.com>;tag=b
i: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case without <> parameters belong to the field, not to the URI
=== shows 3261-20-4
=== config
route {
	xlog("$fu $ft $tu");
	sl_send_reply(200, "OK");
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: sip:alice@example.com;tag=a;x=1
To: sip:bob@example.com;y=2
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: sip:alice@example.com;tag=a;x=1
To: sip:bob@example.com;y=2;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== log
info: t.cfg:2: sip:alice@example.com a sip:bob@example.com

=== case a Contact that is printed stands in <>
=== shows 3261-20.10-1
=== config
route {
	append_branch("sip:a,b@192.0.2.9;x=1?y=2");
	sl_send_reply(302, "Moved");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 302 Moved
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:a,b@192.0.2.9;x=1?y=2>
Server: sipd
Content-Length: 0

=== case without a body Content-Length is 0 in what is made here
=== shows 3261-20.14-1
=== config
route {
	sl_send_reply(200, "OK");
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case a CSeq that is no 32-bit number is answered 400
=== shows 3261-20.16-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 4294967296 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad CSeq
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=03nooarr69np8
Call-ID: 1
CSeq: 4294967296 MESSAGE
Server: sipd
Content-Length: 0

=== case one that has another method is answered 400
=== shows 3261-20.16-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 400 CSeq Method Does Not Match
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case Max-Forwards is counted down
=== shows 3261-20.22-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 0
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case Max-Forwards 0 goes no further
=== shows 3261-20.22-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 0
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 483 Too Many Hops
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case Proxy-Require and what is not supported
=== shows 3261-20.29-1 3261-20.40-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Proxy-Require: privacy, foo
proxy-require: bar
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 420 Bad Extension
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 MESSAGE
Unsupported: privacy, foo, bar
Server: sipd
Content-Length: 0

=== case Require is for the callee
=== shows 3261-20.32-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Require: foo
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Require: foo
Content-Length: 0

=== case Via in other spellings
=== shows 3261-20.42-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: sip / 2.0 / udp  192.0.2.7 : 5060 ; Branch = z9hG4bKa1 ;X
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv558hgcgdg444lc9
Max-Breadth: 60
Via: sip / 2.0 / udp  192.0.2.7 : 5060 ; Branch = z9hG4bKa1 ;X
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv558hgcgdg444lc9
Via: sip / 2.0 / udp  192.0.2.7 : 5060 ; Branch = z9hG4bKa1 ;X
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: sip / 2.0 / udp  192.0.2.7 : 5060 ; Branch = z9hG4bKa1 ;X
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
