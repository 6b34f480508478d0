=== note
RFC 3262: reliable provisional replies and PRACK pass a proxy as they are.
=== config
route {
	if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
	if (has_totag()) { loose_route(); t_relay(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}

=== case Require, RSeq, RAck and PRACK
=== shows 3262-3-1 3262-3-2 3262-4-1
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Require: 100rel
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Require: 100rel
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 183 Session Progress
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Require: 100rel
RSeq: 988789
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 183 Session Progress
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Require: 100rel
RSeq: 988789
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0
=== in udp 192.0.2.7:5060
PRACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Route: <sip:192.0.2.1;lr>
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 PRACK
RAck: 988789 1 INVITE
Content-Length: 0

=== out udp 192.0.2.9:5080
PRACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005ve5fikofcb4tajri0el910l9m
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 PRACK
RAck: 988789 1 INVITE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005ve5fikofcb4tajri0el910l9m
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 PRACK
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 PRACK
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 183 Session Progress
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Require: 100rel
RSeq: 988790
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 183 Session Progress
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Require: 100rel
RSeq: 988790
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0

=== case a reply that is sent again goes on again: the callee waits for PRACK
=== shows 3262-3-2
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Supported: 100rel, timer, replaces
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Supported: 100rel, timer, replaces
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Require: 100rel
RSeq: 1
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Require: 100rel
RSeq: 1
Content-Length: 0
=== after 500ms
=== in udp 192.0.2.9:5080
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Require: 100rel
RSeq: 1
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Require: 100rel
RSeq: 1
Content-Length: 0

=== case the 100 is never reliable
=== shows 3262-3-3
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Require: 100rel
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Require: 100rel
Content-Length: 0

=== case PRACK gets its final reply and no 100
=== shows 3262-4-1
=== in udp 192.0.2.7:5060
PRACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Route: <sip:192.0.2.1;lr>
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 PRACK
RAck: 1 1 INVITE
Content-Length: 0

=== out udp 192.0.2.9:5080
PRACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005ve5fikofcb4tajri0el910l9m
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 PRACK
RAck: 1 1 INVITE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 481 Call/Transaction Does Not Exist
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005ve5fikofcb4tajri0el910l9m
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 PRACK
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 481 Call/Transaction Does Not Exist
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 PRACK
Content-Length: 0

=== case an INVITE that needs 100rel is refused by a script that answers it itself
=== shows 3262-3-4
=== config
route {
	if (!t_reply(183, "Session Progress")) xlog("refused");
	t_reply(486, "Busy Here");
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
Require: 100rel
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== log
warn: t.cfg:2: no 183 is sent: it would have to be reliable (Require: 100rel)
info: t.cfg:2: refused
