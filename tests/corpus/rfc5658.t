=== note
RFC 5658: Record-Route where the two sides differ.



=== case IPv4 to IPv6, and requests of the dialog from either side
=== shows 5658-5-1 5658-5-2 5658-5-4 5658-5-5 5658-5-6
=== config
listen = udp:192.0.2.1:5060
listen = udp:198.51.100.1:5070
listen = udp:[2001:db8::1]:5060
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@[2001:db8::9]:5080 SIP/2.0
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
=== out udp [2001:db8::9]:5080
INVITE sip:bob@[2001:db8::9]:5080 SIP/2.0
Via: SIP/2.0/UDP [2001:db8::1]:5060;rport;branch=z9hG4bKt007epfjbcm4p7jjbm1qgarp481bi;i=0
Record-Route: <sip:[2001:db8::1]:5060;lr>
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
=== in udp [2001:db8::9]:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP [2001:db8::1]:5060;rport=5060;branch=z9hG4bKt007epfjbcm4p7jjbm1qgarp481bi
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Record-Route: <sip:[2001:db8::1]:5060;lr>
Record-Route: <sip:192.0.2.1:5060;lr>
Contact: <sip:bob@[2001:db8::9]:5080>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Record-Route: <sip:[2001:db8::1]:5060;lr>
Record-Route: <sip:192.0.2.1:5060;lr>
Contact: <sip:bob@[2001:db8::9]:5080>
Content-Length: 0
=== in udp 192.0.2.7:5060
ACK sip:bob@[2001:db8::9]:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Route: <sip:192.0.2.1:5060;lr>, <sip:[2001:db8::1]:5060;lr>
Content-Length: 0


=== out udp [2001:db8::9]:5080
ACK sip:bob@[2001:db8::9]:5080 SIP/2.0
Via: SIP/2.0/UDP [2001:db8::1]:5060;rport;branch=z9hG4bKs00ebjfvttu9su1u1kfd0grmgkhqn;i=0
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== in udp [2001:db8::9]:5080 to [2001:db8::1]:5060
BYE sip:alice@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP [2001:db8::9]:5080;branch=z9hG4bKb1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: c1@example.com
CSeq: 1 BYE
Route: <sip:[2001:db8::1]:5060;lr>
Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0


=== out udp 192.0.2.7:5060
BYE sip:alice@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008ap8ln1upmp10cb2ohttmchjbe;i=2
Max-Breadth: 60
Via: SIP/2.0/UDP [2001:db8::9]:5080;branch=z9hG4bKb1
Max-Forwards: 69
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: c1@example.com
CSeq: 1 BYE
Content-Length: 0
=== in udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt008ap8ln1upmp10cb2ohttmchjbe
Via: SIP/2.0/UDP [2001:db8::9]:5080;branch=z9hG4bKb1
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: c1@example.com
CSeq: 1 BYE
Content-Length: 0





=== out udp [2001:db8::9]:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP [2001:db8::9]:5080;branch=z9hG4bKb1
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: c1@example.com
CSeq: 1 BYE
Content-Length: 0

=== case one address to another of the same family
=== shows 5658-5-1 5658-5-2 5658-5-5
=== config
listen = udp:192.0.2.1:5060
listen = udp:198.51.100.1:5070
listen = udp:[2001:db8::1]:5060
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
	force_send_socket("udp:198.51.100.1:5070");
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
=== out udp 192.0.2.9:5080 from 198.51.100.1:5070
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 198.51.100.1:5070;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67;i=0
Record-Route: <sip:198.51.100.1:5070;lr>
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

=== case the same address on both sides
=== shows 5658-5-3
=== config
listen = udp:192.0.2.1:5060
listen = udp:198.51.100.1:5070
listen = udp:[2001:db8::1]:5060
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
=== in udp 192.0.2.8:5060 to 198.51.100.1:5070
SUBSCRIBE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKs1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: s1
CSeq: 1 SUBSCRIBE
Contact: <sip:alice@192.0.2.8>
Event: presence
Content-Length: 0


=== out udp 192.0.2.9:5080 from 198.51.100.1:5070
SUBSCRIBE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 198.51.100.1:5070;rport;branch=z9hG4bKt005prt821ncnhfm7mpend4qhqtl7
Record-Route: <sip:198.51.100.1:5070;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKs1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: s1
CSeq: 1 SUBSCRIBE
Contact: <sip:alice@192.0.2.8>
Event: presence
Content-Length: 0
