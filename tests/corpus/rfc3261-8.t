=== note
RFC 3261 section 8.2.6 and 8.2.7: replies that are made here.
=== config
route {
	sl_send_reply(200, "OK");
}

=== case the fields that a reply repeats
=== shows 3261-8.2.6.2-1 3261-8.2.6.2-2 3261-8.2.6.2-3 3261-8.2.6.2-4 3261-8.2.6.2-6 3261-20.14-1
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKz
v: SIP/2.0/TCP 192.0.2.77;branch=z9hG4bKy, SIP/2.0/UDP phone.example.com;branch=z9hG4bKx
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: "A. Lice" <sip:alice@example.com;x=1>;tag=a;y
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKz
v: SIP/2.0/TCP 192.0.2.77;branch=z9hG4bKy, SIP/2.0/UDP phone.example.com;branch=z9hG4bKx
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: "A. Lice" <sip:alice@example.com;x=1>;tag=a;y
To: <sip:bob@example.com>;tag=9h10jqsltc75u
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case To without a tag gets one, and the same for a retransmission
=== shows 3261-8.2.6.2-6 3261-8.2.7-5
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

=== case To with a tag stays as it is
=== shows 3261-8.2.6.2-5
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: "Bob" <sip:bob@example.com>;x=y;tag=b
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: "Bob" <sip:bob@example.com>;x=y;tag=b
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case the 100 has Timestamp and no tag of ours
=== shows 3261-8.2.6.1-1 3261-8.2.6.2-6
=== config
route {
	if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
	if (!t_relay()) sl_reply_error();
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
Timestamp: 54.21
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Timestamp: 54.21
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Timestamp: 54.21
Content-Length: 0

=== case provisional and final reply have the same tag
=== shows 3261-8.2.6.2-7
=== config
route {
	t_reply(183, "Wait");
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
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 183 Wait
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
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

=== case without a transaction nothing is repeated by a timer, and the ACK is absorbed
=== shows 3261-8.2.7-2 3261-8.2.7-3
=== config
route {
	sl_send_reply(486, "Busy Here");
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
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== after 40s
=== in udp 192.0.2.7:5060
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0

=== out none

=== case without a transaction there is no 100
=== shows 3261-8.2.7-1
=== config
route {
	sl_send_reply(486, "Busy Here");
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
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
