=== note
redis.cfg: one of several registrars that share a Redis. The cases have a store of their own.
=== config redis.cfg
=== case who registers is found
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=b1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=600
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:bob@example.com>;tag=b1
To: <sip:bob@example.com>;tag=6t6qgi7jn66dv
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.8>
Content-Length: 0

=== out udp 192.0.2.8:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a93vdhrcekr0l92v1l75aue58h
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bK2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.8>
Content-Length: 0

=== case the store answers later: who waits is served then
=== location after 300ms
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=b1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=600
Content-Length: 0
=== out none
=== in udp 192.0.2.8:5060
OPTIONS sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a1
To: <sip:example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.8:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=a1
To: <sip:example.com>;tag=cajuid2d9o688
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== after 300ms

=== out udp 192.0.2.7:5060 at 300ms
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:bob@example.com>;tag=b1
To: <sip:bob@example.com>;tag=6t6qgi7jn66dv
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case who has not registered is not found
=== in udp 192.0.2.8:5060
MESSAGE sip:carol@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a1
To: <sip:carol@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.8:5060
SIP/2.0 480 Temporarily Unavailable
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=a1
To: <sip:carol@example.com>;tag=aom0oc3dq2ifq
Call-ID: 2
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case a request with too many hops behind it
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bK2
Max-Forwards: 0
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.8:5060
SIP/2.0 483 Too Many Hops
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>;tag=2sod4sb8p2jju
Call-ID: 2
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
