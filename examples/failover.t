=== note
failover.cfg: three servers.
=== config failover.cfg
=== case the first server takes the call
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.21:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.21:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== case the first server is silent
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.21:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== after 3s
=== out udp 192.0.2.21:5060 at 500ms
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.21:5060 at 1500ms
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.22:5060 at 2000ms
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.22:5060 at 2500ms
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case the first server says 503, the second takes the call
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.21:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.21:5060
SIP/2.0 503 Down
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.21:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.22:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.22:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== case all are down
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.21:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.21:5060
SIP/2.0 503 Down
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.21:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.22:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.22:5060
SIP/2.0 500 Down
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.22:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.23:5070
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt02a7usst2ohl4ni9ncq0s942oe2s
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.23:5070
SIP/2.0 502 Down
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt02a7usst2ohl4ni9ncq0s942oe2s
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.23:5070
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt02a7usst2ohl4ni9ncq0s942oe2s
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 503 All Servers Are Down
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Retry-After: 30
Server: sipd
Content-Length: 0

=== case a refusal is final
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.21:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.21:5060
SIP/2.0 486 Busy
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.21:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== case nobody answers the ringing phone: no other server is asked
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.21:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.21:5060
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
=== after 121s
=== out udp 192.0.2.21:5060 at 120000ms
CANCEL sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
=== out udp 192.0.2.7:5060 at 120000ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.21:5060 at 120500ms
CANCEL sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
=== out udp 192.0.2.7:5060 at 120500ms
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.21:5060
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.21:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0

=== case the caller gives up
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.21:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.21:5060
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0
=== out udp 192.0.2.21:5060
CANCEL sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.21:5060
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.21:5060
ACK sip:bob@example.com SIP/2.0
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

=== case the kernel says that nobody listens there
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.21:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== unreachable udp 192.0.2.21:5060
=== out udp 192.0.2.22:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
