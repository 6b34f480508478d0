=== note
RFC 3261 section 16 by its steps: what a proxy must do and must not do. The requirements are in tests/rfc/rfc3261-16.req.



=== case a call with what the proxy does not know in it, ended by the callee
=== shows 3261-16.2-1 3261-16.2-2 3261-16.4-6 3261-16.5-2 3261-16.6-1a 3261-16.6-1b 3261-16.6-1d 3261-16.6-3a 3261-16.6-4b 3261-16.6-4c 3261-16.6-4d 3261-16.6-8a 3261-16.6-8b 3261-16.6-10 3261-16.7-2 3261-16.7-5a 3261-16.7-5b 3261-16.7-5f 3261-16.7-6g 3261-16.7-6h 3261-16.7-6i 3261-16.7-9a 3261-16.7-9b 3261-16.7-9d
=== note
The 100 has the Timestamp; a Date that is none and a field that nobody knows go through. 100 stays here, 180 and 200 go up as they came.
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
Timestamp: 54
Date: yesterday, or so
X-Odd: ,,;="
Content-Type: application/sdp
Content-Length: 88

v=0
o=- 1 1 IN IP4 192.0.2.7
s=-
c=IN IP4 192.0.2.7
t=0 0
m=audio 49170 RTP/AVP 0

=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Timestamp: 54
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
Timestamp: 54
Date: yesterday, or so
X-Odd: ,,;="
Content-Type: application/sdp
Content-Length: 88

v=0
o=- 1 1 IN IP4 192.0.2.7
s=-
c=IN IP4 192.0.2.7
t=0 0
m=audio 49170 RTP/AVP 0
=== in udp 192.0.2.9:5080
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out none
=== in udp 192.0.2.9:5080
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Record-Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Record-Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Record-Route: <sip:192.0.2.1:5060;lr>
Contact: <sip:bob@192.0.2.9:5080>
X-Odd: ;;,
Content-Type: application/sdp
Content-Length: 88

v=0
o=- 1 1 IN IP4 192.0.2.9
s=-
c=IN IP4 192.0.2.9
t=0 0
m=audio 49170 RTP/AVP 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Record-Route: <sip:192.0.2.1:5060;lr>
Contact: <sip:bob@192.0.2.9:5080>
X-Odd: ;;,
Content-Type: application/sdp
Content-Length: 88

v=0
o=- 1 1 IN IP4 192.0.2.9
s=-
c=IN IP4 192.0.2.9
t=0 0
m=audio 49170 RTP/AVP 0
=== in udp 192.0.2.7:5060
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0


=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs001j53pn5urv51mcen1svm4rfn5l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== in udp 192.0.2.9:5080
BYE sip:alice@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: c1@example.com
CSeq: 1 BYE
Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0


=== out udp 192.0.2.7:5060
BYE sip:alice@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt002okl2f6ghkumu3q24pfhmvdofv
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb1
Max-Forwards: 69
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: c1@example.com
CSeq: 1 BYE
Content-Length: 0
=== in udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt002okl2f6ghkumu3q24pfhmvdofv
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb1
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: c1@example.com
CSeq: 1 BYE
Content-Length: 0





=== out udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb1
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: c1@example.com
CSeq: 1 BYE
Content-Length: 0

=== case a method that nobody knows
=== shows 3261-16.2-2 3261-16.3-6
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
DANCE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 DANCE
Step: 1, 2, 3
Content-Type: text/steps
Content-Length: 12

left right

=== out udp 192.0.2.9:5080
DANCE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 DANCE
Step: 1, 2, 3
Content-Type: text/steps
Content-Length: 12

left right
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 DANCE
Step: 4
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 DANCE
Step: 4
Content-Length: 0

=== case a request that comes by two ways is forwarded twice
=== shows 3261-16.3-3
=== note
Same From tag, Call-ID and CSeq, other branches: the callee sees to it (8.2.2.2).
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.20:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKp1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7t5muls4l57lfpcvjg0t8gk2k
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKp1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.21:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.21;branch=z9hG4bKp2
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00552mirh3il3cnchpb6ge3vven8
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.21;branch=z9hG4bKp2
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt00a7t5muls4l57lfpcvjg0t8gk2k
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKp1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKp1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 481 Call Leg Exists
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt00552mirh3il3cnchpb6ge3vven8
Via: SIP/2.0/UDP 192.0.2.21;branch=z9hG4bKp2
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.21:5060
SIP/2.0 481 Call Leg Exists
Via: SIP/2.0/UDP 192.0.2.21;branch=z9hG4bKp2
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case requests that are not well-formed in what counts
=== shows 3261-16.1-1 3261-16.3-1 3261-16.3-2 3261-16.3-4 3261-16.3-5
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
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 400 CSeq Method Does Not Match
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: many
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad Max-Forwards
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=6u7u3ur1oas58
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad Request-URI
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=8ki7tqlu70v85
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Route: <sip:192.0.2.30;lr
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad Route
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa4
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ejnj0tm9ch3fh
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa5
Max-Forwards: 70
From: alice at home
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad From
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa5
From: alice at home
To: <sip:bob@example.com>;tag=6keldktahjr4u
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa6
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Via: SIP/2.0/UDP
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad Via
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa6
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=2ahlhblhl9jb6
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Via: SIP/2.0/UDP
Server: sipd
Content-Length: 0

=== case Max-Forwards: 0 goes no further
=== shows 3261-16.1-1 3261-16.3-1 3261-16.3-2 3261-16.3-7 3261-16.3-8
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
Max-Forwards: 0
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 483 Too Many Hops
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case Max-Forwards is counted down, and added where there is none
=== shows 3261-16.6-3a 3261-16.6-3b
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
Max-Forwards: 1
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
Max-Forwards: 0
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621el4ulo8anni4u1m
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
Max-Forwards: 70

=== case Proxy-Require asks for what this proxy cannot do
=== shows 3261-16.1-1 3261-16.3-1 3261-16.3-2 3261-16.3-9 3261-16.3-10
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
Proxy-Require: telepathy, x-ray
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 420 Bad Extension
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Unsupported: telepathy, x-ray
Server: sipd
Content-Length: 0

=== case credentials are asked for before anything is forwarded
=== shows 3261-16.3-11
=== config
route {
	if (!proxy_authenticate("example.com")) { proxy_challenge("example.com"); exit; }
	t_relay();
}
=== subscribers
alice:example.com:b1726872c344b6dc8365b774f8fd6412
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
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Proxy-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0

=== case a strict router before the proxy has put its Record-Route into the Request-URI
=== shows 3261-16.4-1 3261-16.4-2 3261-16.4-3 3261-16.6-7c
=== note
What 16.12.1.2 does at P2 and P1.
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
BYE sip:192.0.2.1:5060;lr SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>, <sip:192.0.2.31;lr>,
 <sip:bob@192.0.2.9:5080>
Content-Length: 0


=== out udp 192.0.2.30:5060
BYE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt001l1ge5dud22lrfbfjctign57jr
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>, <sip:192.0.2.31;lr>
Content-Length: 0
=== in udp 192.0.2.7:5060
BYE sip:192.0.2.1:5060;lr SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 2 BYE
Route: <sip:bob@192.0.2.9:5080>
Content-Length: 0





=== out udp 192.0.2.9:5080
BYE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00b0lqon909u9524jt1vn49tbnrj
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 2 BYE
Content-Length: 0

=== case maddr that is this proxy
=== shows 3261-16.4-4 3261-16.4-5 3261-16.5-1
=== note
It is stripped, with transport and port, only where the request came in by the port and transport that the URI says: by default 5060 and UDP. Else the request belongs to this proxy at that port.
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9;maddr=192.0.2.1;x=y SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5060
MESSAGE sip:bob@192.0.2.9;x=y SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt009np12qsorblo57s9018jotimea
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
MESSAGE sip:bob@192.0.2.9:5060;transport=udp;maddr=192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5060
MESSAGE sip:bob@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt000bm4e86ov38ip7eeru1uuk86qe
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080;maddr=192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.1:5080
MESSAGE sip:bob@192.0.2.9:5080;maddr=192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00btq2vltiagrm1dod0ircbphb1b
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9;maddr=192.0.2.1;transport=tcp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa4
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=0g8ollcn2e2n3
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case maddr that is another's is where the request goes
=== shows 3261-16.5-1
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net;maddr=192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.9:5060
MESSAGE sip:bob@example.net;maddr=192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005ao39nnrh6cd46j0c0bu1nihn3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case the location service is asked for the canonical address
=== shows 3261-16.5-3 3261-16.6-2a
=== config
alias = "example.com"
location = "memory"
route {
	if (is_method("REGISTER")) { if (!save("location")) sl_reply_error(); exit; }
	if (uri == myself && !lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.9:5080
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: r1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0


=== out udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=1al6qou7fmnlr
Call-ID: r1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.9:5080>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:b%6fb@EXAMPLE.com:5060;user=ip SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00f31j8o3csvsudc1iepdt8q6ap3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case nobody of that name
=== shows 3261-16.5-7 3261-16.5-8 3261-16.1-1
=== config
alias = "example.com"
location = "memory"
route {
	if (is_method("REGISTER")) { if (!save("location")) sl_reply_error(); exit; }
	if (uri == myself && !lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:nobody@example.com SIP/2.0
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
To: <sip:bob@example.com>;tag=f9infa9ks2ht4
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case a place is tried once only, at first
=== shows 3261-16.5-4 3261-16.6-1a
=== note
sip:bob@192.0.2.9:5080;transport=udp is another URI (19.1.4).
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	append_branch("sip:bob@192.0.2.9:5080;transport=udp");
	append_branch("sip:%62ob@192.0.2.10:5080");
	append_branch("sip:bob@192.0.2.9:5080");
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
Max-Breadth: 20
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
Max-Breadth: 20
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080;transport=udp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt026gr5v2u1621eleqiv1mqt32qcj
Max-Breadth: 20
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case a place is tried once only, later too
=== shows 3261-16.5-6 3261-16.5-8
=== config
route {
	t_on_failure("AGAIN");
	t_relay();
}
failure_route[AGAIN] {
	append_branch("sip:bob@192.0.2.9:5080");
	append_branch("sip:bob@192.0.2.10:5080");
	t_on_failure("AGAIN");
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
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 480 Temporarily Unavailable
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 480 Temporarily Unavailable
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 480 Temporarily Unavailable
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case values stay in their order
=== shows 3261-16.6-1c 3261-16.6-4a 3261-16.6-1b
=== note
Record-Route stands first although there is a Route.
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.20:5060
SUBSCRIBE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKp1, SIP/2.0/UDP 192.0.2.22;branch=z9hG4bKp2
X-List: 3
v: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 SUBSCRIBE
Contact: <sip:alice@192.0.2.20>
Record-Route: <sip:192.0.2.20;lr>,<sip:192.0.2.22;lr>
X-List: 2
Route: <sip:192.0.2.1;lr>
Route: <sip:192.0.2.9:5080;lr>,<sip:192.0.2.31;lr>
X-List: 1, 0
Event: presence
Content-Length: 0





=== out udp 192.0.2.9:5080
SUBSCRIBE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005b0ktbqcus0v0c6mt3agtibqk6
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKp1, SIP/2.0/UDP 192.0.2.22;branch=z9hG4bKp2
X-List: 3
v: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 SUBSCRIBE
Contact: <sip:alice@192.0.2.20>
Record-Route: <sip:192.0.2.20;lr>,<sip:192.0.2.22;lr>
X-List: 2
Route: <sip:192.0.2.9:5080;lr>,<sip:192.0.2.31;lr>
X-List: 1, 0
Event: presence
Content-Length: 0

=== case what may not be in a Request-URI is taken off
=== shows 3261-16.6-2a 3261-16.6-2b
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080;a=1;method=INVITE;b=2?Subject=hi");
	append_branch("sip:bob@192.0.2.11;Method=BYE");
	append_branch("sip:bob@192.0.2.12?Priority=urgent");
	t_relay();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9;method=MESSAGE;lr SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.9:5060
MESSAGE sip:bob@192.0.2.9;lr SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt002vs713gcebtafcutbojdbr70e9
Max-Breadth: 15
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.10:5080;a=1;b=2 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt012vs713gcebtaf8e7074lslgodj
Max-Breadth: 15
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.11:5060
MESSAGE sip:bob@192.0.2.11 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt022vs713gcebtafcbl4cu6c3506h
Max-Breadth: 15
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.12:5060
MESSAGE sip:bob@192.0.2.12 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt032vs713gcebtaf19a9tg7g2lm8e
Max-Breadth: 15
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case Routes that a path demands go above those there are
=== shows 3261-16.6-6b 3261-16.6-6c 3261-16.6-7c
=== config
alias = "example.com"
location = "memory"
route {
	if (is_method("REGISTER")) { if (!save("location")) sl_reply_error(); exit; }
	if (uri == myself && !lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.50:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.50;branch=z9hG4bKp1
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: r1
CSeq: 1 REGISTER
Contact: <sip:bob@10.0.0.9>
Supported: path
Path: <sip:192.0.2.50;lr>,<sip:192.0.2.51;lr>
Content-Length: 0


=== out udp 192.0.2.50:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.50;branch=z9hG4bKp1
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=fg39ckrmipddg
Call-ID: r1
CSeq: 1 REGISTER
Contact: <sip:bob@10.0.0.9>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Path: <sip:192.0.2.50;lr>, <sip:192.0.2.51;lr>
Supported: path
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.50:5060
MESSAGE sip:bob@10.0.0.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00au0479tjtn0epdpfnp3jrf820k
Route: <sip:192.0.2.50;lr>, <sip:192.0.2.51;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Route: <sip:192.0.2.60;lr>
Content-Length: 0





=== out udp 192.0.2.50:5060
MESSAGE sip:bob@10.0.0.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00790ckorqiti0mcd5uavfios1h0
Route: <sip:192.0.2.50;lr>, <sip:192.0.2.51;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Route: <sip:192.0.2.60;lr>
Content-Length: 0

=== case a strict router is next
=== shows 3261-16.6-6f 3261-16.6-6g 3261-16.6-6h 3261-16.6-7b
=== note
What 16.12.1.2 does at P4.
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 BYE
Route: <sip:192.0.2.1:5060;lr>
Route: <sip:192.0.2.30:5070>
Route: <sip:192.0.2.31;lr>
Route: <sip:192.0.2.32;lr>
Content-Length: 0


=== out udp 192.0.2.30:5070
BYE sip:192.0.2.30:5070 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00cvemcaffk7dlf733cadlon0uar
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 BYE
Route: <sip:192.0.2.31;lr>
Route: <sip:192.0.2.32;lr>
Route: <sip:bob@192.0.2.9:5080>
Content-Length: 0
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 2 BYE
Route: <sip:192.0.2.30:5070>
Content-Length: 0





=== out udp 192.0.2.30:5070
BYE sip:192.0.2.30:5070 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00cd1tihtv9ceov3si1c4grihejt
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 2 BYE
Route: <sip:bob@192.0.2.9:5080>
Content-Length: 0

=== case nothing for a sips: URI goes out without TLS
=== shows 3261-16.6-6e 3261-16.6-7d
=== config
route {
	if (is_method("OPTIONS")) $du = "sip:192.0.2.9:5080";
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sips:bob@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 416 Unsupported URI Scheme
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=bqsq71ai44a2j
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sips:bob@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Route: <sip:192.0.2.9:5080;lr>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 416 Unsupported URI Scheme
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=8skj22camkri5
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
OPTIONS SIPS:bob@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 OPTIONS
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 416 Unsupported URI Scheme
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ddpfrmprk24s7
Call-ID: c1@example.com
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case the servers of a name in their order
=== shows 3261-16.6-7e 3261-16.6-7f 3261-16.6-7g 3261-16.9-1 3261-16.6-10
=== note
The first cannot be reached, the second answers 503.
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== dns
bob.example.net 192.0.2.9:5080 192.0.2.10:5080 192.0.2.11:5080
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@bob.example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@bob.example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008dafeanv9baf31tkrqskjkm0mn
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== unreachable udp 192.0.2.9:5080
=== out udp 192.0.2.10:5080
MESSAGE sip:bob@bob.example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt018dafeanv9baf3c861a2dn53gnt
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 503 Service Unavailable
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt018dafeanv9baf3c861a2dn53gnt
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.11:5080
MESSAGE sip:bob@bob.example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt028dafeanv9baf35sapr3q7jethj
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.11:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt028dafeanv9baf35sapr3q7jethj
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

=== case a place that cannot be reached counts as a 503, which is a 500 for the caller
=== shows 3261-16.9-1 3261-16.7-6a
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
=== unreachable udp 192.0.2.9:5080



=== out udp 192.0.2.7:5060
SIP/2.0 500 Server Internal Error
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== note
From another sender it may be meant to pass again; when it comes from there a second time it is a loop.
=== case a spiral gets another branch and another Record-Route, a loop is refused
=== shows 3261-16.6-8b 3261-16.6-8c
=== config
route {
	loose_route();
	record_route();
	if ($rU == "bob") $ru = "sip:bob@192.0.2.9:5080";
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00c0hf6rtuv4g9m0kugn9jo5q0e1
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
MESSAGE sip:carol@192.0.2.10 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb1
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt00c0hf6rtuv4g9m0kugn9jo5q0e1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Record-Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0


=== out udp 192.0.2.10:5060
MESSAGE sip:carol@192.0.2.10 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00enmgic4khq84q36qsucghmo873
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb1
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt00c0hf6rtuv4g9m0kugn9jo5q0e1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Record-Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0
=== in udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt00c0hf6rtuv4g9m0kugn9jo5q0e1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Record-Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt003d9v4n87tl0tg9pt0d0cfokkrg
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt00c0hf6rtuv4g9m0kugn9jo5q0e1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Record-Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0
=== in udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKy1
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt003d9v4n87tl0tg9pt0d0cfokkrg
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt00c0hf6rtuv4g9m0kugn9jo5q0e1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Record-Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0

=== out udp 192.0.2.9:5080
SIP/2.0 482 Loop Detected
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKy1
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt003d9v4n87tl0tg9pt0d0cfokkrg
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt00c0hf6rtuv4g9m0kugn9jo5q0e1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=84u71dh2dk5kt
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case CANCEL and the ACK of a rejection have the branch of the INVITE
=== shows 3261-16.6-8d 3261-16.6-8e 3261-16.10-1 3261-16.10-2 3261-16.10-3
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
=== in udp 192.0.2.7:5060
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0


=== out none
=== in udp 192.0.2.9:5080
SIP/2.0 487 Request Terminated
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
SIP/2.0 487 Request Terminated
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

=== case a CANCEL for a fork: one rings, one has said nothing, one is busy
=== shows 3261-16.10-1 3261-16.10-2 3261-16.10-3 3261-16.7-6a
=== note
To who has said nothing the CANCEL goes when he does (9.1).
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	append_branch("sip:bob@192.0.2.11:5080");
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
Max-Breadth: 20
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.10:5080
INVITE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 20
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.11:5080
INVITE sip:bob@192.0.2.11:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt026gr5v2u1621eleqiv1mqt32qcj
Max-Breadth: 20
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
=== in udp 192.0.2.11:5080
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt026gr5v2u1621eleqiv1mqt32qcj
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=d
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.11:5080
ACK sip:bob@192.0.2.11:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt026gr5v2u1621eleqiv1mqt32qcj
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=d
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== in udp 192.0.2.7:5060
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 487 Request Terminated
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
=== in udp 192.0.2.10:5080
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.10:5080
CANCEL sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0





=== out udp 192.0.2.10:5080
ACK sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0

=== case a CANCEL without an INVITE is forwarded
=== shows 3261-16.10-4
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0





=== out udp 192.0.2.9:5080
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0

=== case timer C: an INVITE that rings for too long
=== shows 3261-16.6-11a 3261-16.6-11b 3261-16.7-2a 3261-16.7-2b 3261-16.8-1 3261-16.8-2
=== note
Each 180 sets timer C anew, a 100 does not.
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
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out none
=== after 100s
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
=== after 100s
=== in udp 192.0.2.9:5080
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out none
=== after 80s
=== after 3s
=== out udp 192.0.2.9:5080 at 1000ms
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== out udp 192.0.2.7:5060 at 1000ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080 at 1500ms
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== out udp 192.0.2.7:5060 at 1500ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080 at 2500ms
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== out udp 192.0.2.7:5060 at 2500ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 487 Request Terminated
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

=== case an INVITE that nobody answers
=== shows 3261-16.7-6a 3261-16.7-6c 3261-16.8-3
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
=== after 32s



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

=== case a reply that has no Via below ours is for nobody
=== shows 3261-16.7-3
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
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0





=== out none

=== case the best of the rejections goes up when all have come
=== shows 3261-16.1-2 3261-16.7-5e 3261-16.7-6a 3261-16.7-6b 3261-16.7-6d 3261-16.7-9b
=== note
A 3xx is better than a 4xx; its contacts stay.
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	t_relay();
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
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.10:5080
INVITE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 404 Not Found
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
=== in udp 192.0.2.10:5080
SIP/2.0 302 Moved Temporarily
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.77>, <sip:bob@192.0.2.78>;q=0.1
Content-Length: 0





=== out udp 192.0.2.10:5080
ACK sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 302 Moved Temporarily
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.77>, <sip:bob@192.0.2.78>;q=0.1
Content-Length: 0

=== case a 6xx beats all others, and its fork is cancelled
=== shows 3261-16.7-6b 3261-16.7-6e 3261-16.7-5e 3261-16.7-10
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	t_relay();
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
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.10:5080
INVITE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 30
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
=== in udp 192.0.2.10:5080
SIP/2.0 603 Decline
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.10:5080
ACK sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.9:5080
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 302 Moved Temporarily
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.77>
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
SIP/2.0 603 Decline
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0

=== case no new branches after a 6xx
=== shows 3261-16.7-5c
=== config
route {
	t_on_failure("MORE");
	append_branch("sip:bob@192.0.2.10:5080");
	t_relay();
}
failure_route[MORE] {
	append_branch("sip:bob@192.0.2.11:5080");
	if (!t_relay()) xlog("L_NOTICE", "nothing is relayed\n");
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
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.10:5080
INVITE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 30
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
=== in udp 192.0.2.10:5080
SIP/2.0 603 Decline
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0





=== out udp 192.0.2.10:5080
ACK sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 603 Decline
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0

=== case no failover to a name's next server after a 6xx
=== shows 3261-16.7-5c
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	t_relay();
}
=== dns
bob.example.net 192.0.2.9:5080 192.0.2.12:5080
=== in udp 192.0.2.7:5060
INVITE sip:bob@bob.example.net SIP/2.0
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
INVITE sip:bob@bob.example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008dafeanv9baf31tkrqskjkm0mn
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.10:5080
INVITE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt018dafeanv9baf3c861a2dn53gnt
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 603 Decline
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt018dafeanv9baf3c861a2dn53gnt
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.10:5080
ACK sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt018dafeanv9baf3c861a2dn53gnt
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 503 Service Unavailable
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt008dafeanv9baf31tkrqskjkm0mn
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0





=== out udp 192.0.2.9:5080
ACK sip:bob@bob.example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008dafeanv9baf31tkrqskjkm0mn
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 603 Decline
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0

=== case a 2xx goes up at once and cancels the others; a second 2xx goes up, too
=== shows 3261-16.7-5b 3261-16.7-5d 3261-16.7-9f 3261-16.7-10 3261-16.7-6h
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	t_relay();
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
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.10:5080
INVITE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
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
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0
=== out udp 192.0.2.10:5080
CANCEL sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.10:5080>
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.10:5080>
Content-Length: 0

=== case after a 2xx a rejection goes nowhere but is acknowledged
=== shows 3261-16.7-5e 3261-16.7-9f 3261-16.7-10
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	t_relay();
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
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.10:5080
INVITE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
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
=== out udp 192.0.2.10:5080
CANCEL sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0


=== out none
=== in udp 192.0.2.10:5080
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.10:5080
ACK sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0





=== out udp 192.0.2.10:5080
ACK sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0

=== case challenges are collected
=== shows 3261-16.7-5g 3261-16.7-6f 3261-16.7-7
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	t_relay();
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
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.10:5080
INVITE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
WWW-Authenticate: Digest realm="a", nonce="1"
WWW-Authenticate:  Digest  realm="b",nonce="2"
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
=== in udp 192.0.2.10:5080
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Proxy-Authenticate: Digest realm="c",
 nonce="3"
Content-Length: 0





=== out udp 192.0.2.10:5080
ACK sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
WWW-Authenticate: Digest realm="a", nonce="1"
WWW-Authenticate:  Digest  realm="b",nonce="2"
Content-Length: 0
Proxy-Authenticate: Digest realm="c",
 nonce="3"

=== case received in the Via below stays
=== shows 3261-16.7-9c 3261-16.7-9d
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:1234
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP pc.example.com:5061;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008mslhorg9a1i5ednm41g9i7acq
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP pc.example.com:5061;received=192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt008mslhorg9a1i5ednm41g9i7acq
Via: SIP/2.0/UDP pc.example.com:5061;branch=z9hG4bKa1;received=192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:5061
SIP/2.0 200 OK
Via: SIP/2.0/UDP pc.example.com:5061;branch=z9hG4bKa1;received=192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case the server transaction is gone
=== shows 3261-16.7-9e
=== note
The worker died meanwhile; the branch shows that the INVITE was ours.
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
=== restart
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

=== case a 503 of the only place is a 500; the rejection is acknowledged
=== shows 3261-16.7-6a 3261-16.7-6b
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
SIP/2.0 503 Service Unavailable
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
SIP/2.0 500 Server Internal Error
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case without state: an INVITE, its repetition, its CANCEL, its rejection and ACK
=== shows 3261-16.11-1 3261-16.11-3 3261-16.11-4 3261-16.11-5 3261-16.11-6 3261-16.11-7 3261-16.11-8 3261-16.11-9 3261-16.11-10 3261-16.11-11 3261-16.11-12 3261-16.11-13 3261-16.11-14 3261-16.11-15 3261-16.11-16 3261-16.11-17 3261-16.11-18
=== config
route {
	loose_route();
	if (is_method("INVITE")) record_route();
	append_branch("sip:bob@192.0.2.10:5080");
	if (!forward()) sl_reply_error();
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
Content-Type: text/plain
Content-Length: 7

hello

=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Type: text/plain
Content-Length: 7

hello
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Type: text/plain
Content-Length: 7

hello

=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Type: text/plain
Content-Length: 7

hello
=== in udp 192.0.2.7:5060
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0


=== out udp 192.0.2.9:5080
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== restart
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Type: text/plain
Content-Length: 7

hello

=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Type: text/plain
Content-Length: 7

hello
=== in udp 192.0.2.9:5080
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
X-Odd: ,
Content-Type: text/plain
Record-Route: <sip:192.0.2.1:5060;lr>
Content-Length: 5

bye

=== out udp 192.0.2.7:5060
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
X-Odd: ,
Content-Type: text/plain
Record-Route: <sip:192.0.2.1:5060;lr>
Content-Length: 5

bye
=== in udp 192.0.2.9:5080
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 487 Request Terminated
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


=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== after 40s









=== case without state: Routes are followed, the proxy's own taken off
=== shows 3261-16.11-3 3261-16.11-8 3261-16.11-14
=== config
route {
	loose_route();
	if (is_method("INVITE")) record_route();
	append_branch("sip:bob@192.0.2.10:5080");
	if (!forward()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 BYE
Route: <sip:192.0.2.1;lr>, <sip:192.0.2.30;lr>
Content-Length: 0


=== out udp 192.0.2.30:5060
BYE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006catuvqtktr6d41gpt0k2bci62
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>
Content-Length: 0
=== in udp 192.0.2.7:5060
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 CANCEL
Route: <sip:192.0.2.1;lr>, <sip:192.0.2.30;lr>
Content-Length: 0





=== out udp 192.0.2.30:5060
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006catuvqtktr6d41gpt0k2bci62
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 CANCEL
Route: <sip:192.0.2.30;lr>
Content-Length: 0

=== case without state: the CANCEL of an INVITE that has credentials
=== shows 3261-16.6-8e 3261-16.11-7
=== note
A CANCEL cannot be challenged and has none (22.1).
=== config
route {
	loose_route();
	if (is_method("INVITE")) record_route();
	append_branch("sip:bob@192.0.2.10:5080");
	if (!forward()) sl_reply_error();
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
Proxy-Authorization: Digest username="a", realm="r", nonce="n", uri="sip:b", response="0"
Content-Length: 0


=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Proxy-Authorization: Digest username="a", realm="r", nonce="n", uri="sip:b", response="0"
Content-Length: 0
=== in udp 192.0.2.7:5060
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0





=== out udp 192.0.2.9:5080
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0

=== case CANCEL and a 2xx cross: both parties hear what they must
=== shows 3261-16.10-1 3261-16.10-2 3261-16.7-5b 3261-16.7-9f
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
=== in udp 192.0.2.7:5060
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 481 Call/Transaction Does Not Exist
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=x
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0


=== out none
=== in udp 192.0.2.7:5060
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0





=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs001j53pn5urv51mcen1svm4rfn5l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0

=== case a cancelled INVITE whose callee never ends it
=== shows 3261-16.10-1 3261-16.7-6a
=== note
After 64*T1 the client transaction counts as ended (9.1).
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
=== in udp 192.0.2.7:5060
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0


=== out none
=== after 31999ms
=== after 1ms



=== out udp 192.0.2.7:5060 at 1ms
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case URIs that this proxy cannot route
=== shows 3261-16.3-1 3261-16.3-2
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE tel:+15551234567 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 416 Unsupported URI Scheme
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fmpe3iphgmg35
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE http://example.com/ SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 416 Unsupported URI Scheme
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ao4tnmt8l50v3
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9;transport=tcp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=5nmqred6poeva
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case without state: requests that may not be forwarded
=== shows 3261-16.11-2
=== config
route {
	loose_route();
	if (is_method("INVITE")) record_route();
	append_branch("sip:bob@192.0.2.10:5080");
	if (!forward()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 0
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 483 Too Many Hops
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Proxy-Require: x
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 420 Bad Extension
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=6u7u3ur1oas58
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Unsupported: x
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE foo:bar SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 416 Unsupported URI Scheme
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=9p5qsmsivolok
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case without state: a reply whose topmost Via is another's
=== shows 3261-16.11-15 3261-16.11-19
=== config
route {
	loose_route();
	if (is_method("INVITE")) record_route();
	append_branch("sip:bob@192.0.2.10:5080");
	if (!forward()) sl_reply_error();
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
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.99:5060;rport=5060;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5099;rport=5060;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKs00aaaaaaaaaaaaabbbbbbbbbbbbb
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
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
