=== note
RFC 3261 section 17: the four transaction machines, with their timers. The requirements are in tests/rfc/rfc3261-17.req.



=== case INVITE client: timers A and B
=== shows 3261-17.1.1.2-1 3261-17.1.1.2-2 3261-17.1.1.2-3 3261-17.1.1.2-4 3261-17.1.1.2-5 3261-17.1.1.2-6 3261-17.1.1.2-7 3261-17.1.1.2-8 3261-17.1.1.2-10 3261-17.2.1-1 3261-17.2.1-2
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== after 40s
=== out udp 192.0.2.9:5080 at 500ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.9:5080 at 1500ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.9:5080 at 3500ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.9:5080 at 7500ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.9:5080 at 15500ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.9:5080 at 31500ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060 at 32000ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.7:5060 at 32500ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.7:5060 at 33500ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.7:5060 at 35500ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.7:5060 at 39500ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=x
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0





=== out none

=== case INVITE client: timers A and B with another T1
=== shows 3261-17.1.1.2-9
=== config
t1 = 100
fr_timer = 6400
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== after 6400ms



=== out udp 192.0.2.9:5080 at 100ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.9:5080 at 300ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.9:5080 at 700ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.9:5080 at 1500ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.9:5080 at 3100ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.9:5080 at 6300ms
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060 at 6400ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case INVITE client: provisional replies stop timer A and go up; timer D
=== shows 3261-17.1.1.2-11 3261-17.1.1.2-12 3261-17.1.1.2-13 3261-17.1.1.2-14 3261-17.1.1.2-15 3261-17.1.1.2-16 3261-17.1.1.2-17 3261-17.1.1.2-18 3261-17.1.1.2-19 3261-17.1.1.2-22 3261-17.2.1-3 3261-17.2.1-7 3261-17.2.1-10
=== note
After 32 seconds a rejection matches nothing and gets no ACK; it is treated as after the death of a worker: the branch shows that it answers an INVITE of ours, so it goes on.
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== after 3s
=== in udp 192.0.2.9:5080
SIP/2.0 183 Session Progress
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b2
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 183 Session Progress
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b2
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.7:5060
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0


=== out none
=== in udp 192.0.2.9:5080
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== after 31s
=== in udp 192.0.2.9:5080
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== after 1s
=== in udp 192.0.2.9:5080
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0

=== case the ACK of a rejection
=== shows 3261-17.1.1.3-1 3261-17.1.1.3-2 3261-17.1.1.3-3 3261-17.1.1.3-4 3261-17.1.1.3-5 3261-17.1.1.3-6 3261-17.1.1.2-16
=== note
Request-URI and Route are those of the request as it was forwarded, here to a strict router.
=== config
route {
	$ru = "sip:robert@192.0.2.9:5080";
	t_relay();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 17 INVITE
Contact: <sip:alice@192.0.2.7>
Route: <sip:192.0.2.30:5070>, <sip:192.0.2.31;lr>
X-Odd: 1
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 17 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.30:5070
INVITE sip:192.0.2.30:5070 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt007eroo734b1d3o4igksaudqlcij
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 17 INVITE
Contact: <sip:alice@192.0.2.7>
Route: <sip:192.0.2.31;lr>
Route: <sip:robert@192.0.2.9:5080>
X-Odd: 1
Content-Length: 0
=== in udp 192.0.2.30:5070
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt007eroo734b1d3o4igksaudqlcij
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: "Bob" <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 17 INVITE
Content-Length: 0





=== out udp 192.0.2.30:5070
ACK sip:192.0.2.30:5070 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt007eroo734b1d3o4igksaudqlcij
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: "Bob" <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 17 ACK
Route: <sip:192.0.2.31;lr>
Route: <sip:robert@192.0.2.9:5080>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: "Bob" <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 17 INVITE
Content-Length: 0

=== case INVITE client: a 2xx goes up
=== shows 3261-17.1.1.2-21 3261-17.2.1-5
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0

=== case non-INVITE client: timers E and F
=== shows 3261-17.1.2.2-1 3261-17.1.2.2-2 3261-17.1.2.2-14
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== after 40s



=== out udp 192.0.2.9:5080 at 500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 1500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 3500ms
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080 at 3500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 7500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 11500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 15500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 19500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 23500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 27500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 31500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case non-INVITE client: a provisional reply makes timer E T2; timer F then
=== shows 3261-17.1.2.2-3 3261-17.1.2.2-6 3261-17.1.2.2-7 3261-17.1.2.2-8 3261-17.1.2.2-9
=== note
The reply route sees the 100; a 100 or 183 is not sent on (RFC 4320). The failure route hears of timer F.
=== config
route {
	t_on_failure("LATE");
	t_on_reply("REPLY");
	t_relay();
}
onreply_route[REPLY] { xlog("L_WARN", "reply $rs\n"); }
failure_route[LATE] { xlog("L_WARN", "no final reply\n"); }
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== log
warn: t.cfg:6: reply 100
=== after 33s
=== out udp 192.0.2.9:5080 at 500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 3500ms
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080 at 4500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 8500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 12500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 16500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 20500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 24500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 28500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== log
warn: t.cfg:7: no final reply

=== case non-INVITE client: the final reply goes up once, in trying
=== shows 3261-17.1.2.2-4 3261-17.1.2.2-5 3261-17.2.2-8
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== after 1s
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case non-INVITE client: the final reply goes up once, in proceeding
=== shows 3261-17.1.2.2-10 3261-17.1.2.2-11 3261-17.1.2.2-14
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== after 6s
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out none

=== case INVITE server: repetitions get the latest provisional reply
=== shows 3261-17.2.1-1 3261-17.2.1-3 3261-17.2.1-4
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 183 Session Progress
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 183 Session Progress
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 183 Session Progress
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0

=== case INVITE server: timers G and H without an ACK
=== shows 3261-17.2.1-7 3261-17.2.1-8 3261-17.2.1-9 3261-17.2.1-11 3261-17.2.1-14
=== note
When the transaction is destroyed the same INVITE is a new one.
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== after 32s
=== out udp 192.0.2.7:5060 at 500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 1500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 3500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 7500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 11500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 15500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 19500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 23500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 27500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 31500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== after 10s
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case INVITE server: an ACK ends timer G, a second one is absorbed
=== shows 3261-17.2.1-10
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== after 600ms
=== out udp 192.0.2.7:5060 at 500ms
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.7:5060
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0


=== out none
=== after 5s
=== in udp 192.0.2.7:5060
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0


=== out none
=== after 20s




=== case non-INVITE server: in trying, proceeding and completed; timer J
=== shows 3261-17.2.2-1 3261-17.2.2-2 3261-17.2.2-4 3261-17.2.2-5 3261-17.2.2-6 3261-17.2.2-7 3261-17.2.2-8 3261-17.2.2-10 3261-17.2.2-11
=== note
In trying a repetition is discarded. When the transaction is destroyed the same request is a new one.
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== after 4s
=== out udp 192.0.2.9:5080 at 500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 1500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 3500ms
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080 at 3500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 202 Accepted
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 202 Accepted
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== after 31s
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 202 Accepted
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== after 1s
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case non-INVITE server: a second final reply is discarded
=== shows 3261-17.2.2-9
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	t_relay();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 202 Accepted
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case matching by RFC 2543, without the magic cookie
=== shows 3261-17.2.1-4 3261-17.2.1-10
=== note
Request-URI, tags, Call-ID, CSeq and the topmost Via; the ACK has the To tag of the reply (17.2.3).
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621el7csn2spdbcgam
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621el7csn2spdbcgam
Via: SIP/2.0/UDP 192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621el7csn2spdbcgam
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.7:5060
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0


=== out none
=== after 2s
