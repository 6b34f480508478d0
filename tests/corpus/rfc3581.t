=== note
RFC 3581: rport.



=== case rport is filled in, and the reply goes there, from where the request came in
=== shows 3581-3-1 3581-3-2 3581-3-3 3581-4-1 3581-4-2 3581-4-3 3581-4-4
=== note
The source is what sent-by says but for the port; our own Via names the port that we send from.
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
=== in udp 192.0.2.7:40000 to 198.51.100.1:5070
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5060;rport;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080 from 198.51.100.1:5070
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 198.51.100.1:5070;rport;branch=z9hG4bKt008v5jqlddatfkucn2nslnn6pqor
Record-Route: <sip:198.51.100.1:5070;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7:5060;received=192.0.2.7;rport=40000;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080 to 198.51.100.1:5070
SIP/2.0 200 OK
Via: SIP/2.0/UDP 198.51.100.1:5070;rport=5060;branch=z9hG4bKt008v5jqlddatfkucn2nslnn6pqor
Via: SIP/2.0/UDP 192.0.2.7:5060;rport=40000;branch=z9hG4bKa1;received=192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:40000 from 198.51.100.1:5070
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7:5060;rport=40000;branch=z9hG4bKa1;received=192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case replies made here
=== shows 3581-4-1 3581-4-2 3581-4-3 3581-4-4
=== config
listen = udp:192.0.2.1:5060
listen = udp:198.51.100.1:5070
route {
	sl_send_reply(200, "OK");
}
=== in udp 192.0.2.7:40000 to 198.51.100.1:5070
OPTIONS sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 10.0.0.7;branch=z9hG4bKa1;rport
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.7:40000 from 198.51.100.1:5070
SIP/2.0 200 OK
Via: SIP/2.0/UDP 10.0.0.7;received=192.0.2.7;branch=z9hG4bKa1;rport=40000
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=0d6isvsunc6lc
Call-ID: c1@example.com
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:40000 to 192.0.2.1:5060
OPTIONS sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:40000;branch=z9hG4bKa2;rport
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 OPTIONS
Content-Length: 0





=== out udp 192.0.2.7:40000
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7:40000;received=192.0.2.7;branch=z9hG4bKa2;rport=40000
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=1cdnhbgrbbvvp
Call-ID: c1@example.com
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case without a transaction, between two addresses
=== shows 3581-4-3 3581-4-4
=== note
The parameter i of our Via says where the request came in.
=== config
listen = udp:192.0.2.1:5060
listen = udp:198.51.100.1:5070
route {
	force_send_socket("udp:192.0.2.1:5060");
	forward();
}
=== in udp 192.0.2.7:40000 to 198.51.100.1:5070
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 10.0.0.7;rport;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs008v5jqlddatfku3qvs8e85b5s7a;i=1
Max-Breadth: 60
Via: SIP/2.0/UDP 10.0.0.7;received=192.0.2.7;rport=40000;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080 to 192.0.2.1:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKs008v5jqlddatfku3qvs8e85b5s7a;i=1
Via: SIP/2.0/UDP 10.0.0.7;rport=40000;branch=z9hG4bKa1;received=192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:40000 from 198.51.100.1:5070
SIP/2.0 200 OK
Via: SIP/2.0/UDP 10.0.0.7;rport=40000;branch=z9hG4bKa1;received=192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case and when the worker has died meanwhile
=== shows 3581-4-3 3581-4-4
=== config
listen = udp:192.0.2.1:5060
listen = udp:198.51.100.1:5070
route {
	force_send_socket("udp:192.0.2.1:5060");
	t_relay();
}
=== in udp 192.0.2.7:40000 to 198.51.100.1:5070
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 10.0.0.7;rport;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:40000 from 198.51.100.1:5070
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 10.0.0.7;received=192.0.2.7;rport=40000;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008v5jqlddatfku6aiegeqacl4at;i=1
Max-Breadth: 60
Via: SIP/2.0/UDP 10.0.0.7;received=192.0.2.7;rport=40000;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== restart
=== in udp 192.0.2.9:5080 to 192.0.2.1:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt008v5jqlddatfku6aiegeqacl4at;i=1
Via: SIP/2.0/UDP 10.0.0.7;rport=40000;branch=z9hG4bKa1;received=192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:40000 from 198.51.100.1:5070
SIP/2.0 200 OK
Via: SIP/2.0/UDP 10.0.0.7;rport=40000;branch=z9hG4bKa1;received=192.0.2.7
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
