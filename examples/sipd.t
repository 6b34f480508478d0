=== note
sipd.cfg: registrar and proxy for one domain.
=== config sipd.cfg
=== case a phone registers
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bKralice1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>
Call-ID: reg-alice
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7:5060>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7:5060;received=192.0.2.7;rport=5060;branch=z9hG4bKralice1
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>;tag=fu4h0gmtrflaa
Call-ID: reg-alice
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case a call: INVITE, ringing, answer, ACK, BYE
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.20:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Record-Route: <sip:192.0.2.1:5060;lr>
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Record-Route: <sip:192.0.2.1:5060;lr>
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== in udp 192.0.2.7:5060
ACK sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0
=== out udp 192.0.2.20:5060
ACK sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs0054jm29mq9kuaa1qgf4pe5tt7s9
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK2
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 2 BYE
Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0
=== out udp 192.0.2.20:5060
BYE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt002e9kk59239mai1eval97grgs1l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK3
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 2 BYE
Content-Length: 0
=== in udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt002e9kk59239mai1eval97grgs1l
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 2 BYE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 2 BYE
Content-Length: 0

=== case a user is the same under all our names
=== in udp 192.0.2.20:5060
REGISTER sip:192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@192.0.2.1>;tag=r
To: <sip:bob@192.0.2.1>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@192.0.2.1>;tag=r
To: <sip:bob@192.0.2.1>;tag=ef450sjjksf0m
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.20:5060
MESSAGE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00b4f5qicjc7eq56u3h1nm010gv1
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== case two phones of one user ring, the one that answers has the call
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.21:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.21:5060;branch=z9hG4bKrbob2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.21:5060>
Content-Length: 0
=== out udp 192.0.2.21:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.21:5060;received=192.0.2.21;rport=5060;branch=z9hG4bKrbob2
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=dvk4p2gr4ne07
Call-ID: reg-bob
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Contact: <sip:bob@192.0.2.21:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.21:5060
INVITE sip:bob@192.0.2.21:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.20:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.21:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.21:5060>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.21:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
CANCEL sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.20:5060
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.20:5060
ACK sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0

=== case nobody is registered
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case a phone that unregistered
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Expires: 0
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob2
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=8tdsk4529ltt7
Call-ID: reg-bob
CSeq: 2 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case a registration that has run out
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Expires: 60
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=60
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== after 61s
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case the phone is busy
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.20:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.20:5060
ACK sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.7:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out none

=== case the phone is silent
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== after 33s
=== out udp 192.0.2.20:5060 at 500ms
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.20:5060 at 1500ms
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.20:5060 at 3500ms
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.20:5060 at 7500ms
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.20:5060 at 15500ms
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.20:5060 at 31500ms
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060 at 32000ms
SIP/2.0 480 Temporarily Unavailable
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.7:5060 at 32500ms
SIP/2.0 480 Temporarily Unavailable
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case the caller gives up
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.20:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.7:5060
CANCEL sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
CANCEL sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.20:5060
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.20:5060
ACK sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== case a CANCEL of nothing
=== in udp 192.0.2.7:5060
CANCEL sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 481 Call Does Not Exist
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0

=== case a CANCEL of nothing is no reason to forward
=== in udp 192.0.2.7:5060
CANCEL sip:bob@192.0.2.99 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 481 Call Does Not Exist
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=1uv6afu1tn1nk
Call-ID: 1
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0

=== case another domain is not for us
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 403 Relaying Forbidden
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=06eao7e5iskdt
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case a Route brought along does not make us a relay
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Route: <sip:192.0.2.1;lr>, <sip:198.51.100.9;lr>
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00al47p4f2uvi4p02gogb6h6t8g1
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case a phone that has another name for us
=== in udp 192.0.2.7:5060
REGISTER sip:192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@pbx.example.net>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@pbx.example.net>;tag=f88dq395isdph
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case a REGISTER of nobody
=== in udp 192.0.2.7:5060
REGISTER sip:192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 No User in To
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:example.com>;tag=f88dq395isdph
Call-ID: 1
CSeq: 1 REGISTER
Server: sipd
Content-Length: 0

=== case a REGISTER for another domain
=== shows 3261-10.3-6
=== in udp 192.0.2.7:5060
REGISTER sip:example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:eve@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 403 Relaying Forbidden
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=d7nm3rp0g1aoa
Call-ID: 1
CSeq: 1 REGISTER
Server: sipd
Content-Length: 0

=== case OPTIONS to the server
=== in udp 192.0.2.7:5060
OPTIONS sip:192.0.2.1:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7hdabo5f2lrea
Call-ID: 1
CSeq: 1 OPTIONS
Accept: */*
Accept-Encoding: identity
Accept-Language: *
Allow: INVITE, ACK, CANCEL, BYE, REGISTER, OPTIONS, SUBSCRIBE, NOTIFY, PUBLISH, MESSAGE, INFO, PRACK, UPDATE, REFER
Supported: path
Server: sipd
Content-Length: 0

=== case OPTIONS to a phone
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.20:5060
OPTIONS sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== case nobody named
=== in udp 192.0.2.7:5060
INVITE sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 484 Address Incomplete
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=9kkkig52p9vi6
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case hops used up
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 0
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 483 Too Many Hops
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case a request in a dialog that never went through us
=== in udp 192.0.2.7:5060
BYE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 Not Here
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0

=== case an ACK of nothing
=== in udp 192.0.2.7:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out none

=== case a phone behind a NAT
=== in udp 192.0.2.20:40000
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.168.1.5;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.168.1.5>
Content-Length: 0
=== out udp 192.0.2.20:40000
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.168.1.5;received=192.0.2.20;rport=40000;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=31jr0d86vl3ai
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.168.1.5>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:40000
INVITE sip:bob@192.168.1.5 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
