=== note
gateway.cfg: between a telephone system and a gateway.
=== config gateway.cfg
=== case from inside +4930123456 goes out
=== in udp 10.1.2.3:5060
INVITE sip:+4930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 10.1.2.3:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:+4930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt009dnslfd76d8h7dmbvdcks4hj04
Record-Route: <sip:192.0.2.1:5060;lr;dir=out>
Max-Breadth: 60
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
P-Asserted-Identity: <sip:alice@example.org>

=== case from inside 004930123456 goes out
=== in udp 10.1.2.3:5060
INVITE sip:004930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 10.1.2.3:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:+4930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt004o6q2re5dnm2b403mul7i7cnq0
Record-Route: <sip:192.0.2.1:5060;lr;dir=out>
Max-Breadth: 60
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
P-Asserted-Identity: <sip:alice@example.org>

=== case from inside 030123456 goes out
=== in udp 10.1.2.3:5060
INVITE sip:030123456@example.com SIP/2.0
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 10.1.2.3:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:+4930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00fna8uplgkce9a6tmvh98fmglfd
Record-Route: <sip:192.0.2.1:5060;lr;dir=out>
Max-Breadth: 60
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
P-Asserted-Identity: <sip:alice@example.org>

=== case an identity that is only claimed does not go out
=== in udp 10.1.2.3:5060
INVITE sip:+4930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:a@10.1.2.3>
P-Asserted-Identity: <sip:boss@example.com>
Content-Length: 0
=== out udp 10.1.2.3:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:+4930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt009dnslfd76d8h7dmbvdcks4hj04
Record-Route: <sip:192.0.2.1:5060;lr;dir=out>
Max-Breadth: 60
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:a@10.1.2.3>
Content-Length: 0
P-Asserted-Identity: <sip:alice@example.org>

=== case no number
=== in udp 10.1.2.3:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 10.1.2.3:5060
SIP/2.0 484 No Telephone Number
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=cjo2dv954sato
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case a call from the gateway comes in
=== in udp 192.0.2.20:5060
INVITE sip:4930999@192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.30:5060
INVITE sip:4930999@192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt002gtuqfqdtuedg3r9aia6f7ec4q
Record-Route: <sip:192.0.2.1:5060;lr;dir=in>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case the telephone system may call
=== in udp 192.0.2.30:5060
INVITE sip:+4930123456@x.example SIP/2.0
Via: SIP/2.0/UDP 192.0.2.30;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.30:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.30;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:+4930123456@x.example SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt004ihb8rt3ko2bqcqekdtu6c7v0o
Record-Route: <sip:192.0.2.1:5060;lr;dir=out>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.30;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
P-Asserted-Identity: <sip:alice@example.org>

=== case nobody else
=== in udp 192.0.2.7:5060
INVITE sip:+4930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 403 Forbidden
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7jshm0nt4a6pu
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case the gateway refuses
=== in udp 10.1.2.3:5060
INVITE sip:+4930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 10.1.2.3:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:+4930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt009dnslfd76d8h7dmbvdcks4hj04
Record-Route: <sip:192.0.2.1:5060;lr;dir=out>
Max-Breadth: 60
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
P-Asserted-Identity: <sip:alice@example.org>
=== in udp 192.0.2.20:5060
SIP/2.0 404 No Such Number
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt009dnslfd76d8h7dmbvdcks4hj04
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
P-Asserted-Identity: <sip:x@y>
Content-Length: 0
=== out udp 192.0.2.20:5060
ACK sip:+4930123456@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt009dnslfd76d8h7dmbvdcks4hj04
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out udp 10.1.2.3:5060
SIP/2.0 404 No Such Number
Via: SIP/2.0/UDP 10.1.2.3;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== log
info: gateway.cfg:79: the gateway refuses +4930123456: 404 No Such Number

=== case the end of a call from outside
=== in udp 192.0.2.20:5060
BYE sip:a@192.0.2.30 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1:5060;lr;dir=in>
Content-Length: 0
=== out udp 192.0.2.30:5060
BYE sip:a@192.0.2.30 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt004epg5v1or0e6kbf0rjl51sn0m2
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Content-Length: 0
=== log
info: gateway.cfg:26: BYE in a call from outside

=== case the gateway asks whether we are there
=== in udp 192.0.2.20:5060
OPTIONS sip:192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.20;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=f88dq395isdph
Call-ID: 1
CSeq: 1 OPTIONS
Accept: */*
Accept-Encoding: identity
Accept-Language: *
Allow: INVITE, ACK, CANCEL, BYE, REGISTER, OPTIONS, SUBSCRIBE, NOTIFY, PUBLISH, MESSAGE, INFO, PRACK, UPDATE, REFER
Supported: path
Server: sipd
Content-Length: 0
