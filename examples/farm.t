=== note
farm.cfg as server 192.0.2.1, the primary of amsterdam: who is who is found out below.
=== config farm.cfg

=== case alice is served here
=== in udp 192.0.2.99:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.50>
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=612e3djg6pao0
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.50>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 INVITE
Contact: <sip:x@192.0.2.99>
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.50:5060
INVITE sip:alice@192.0.2.50 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt007f15jlrbnjaqjd42k2ilie2sbu
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 69
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 INVITE
Contact: <sip:x@192.0.2.99>
Content-Length: 0

=== case a REGISTER and an INVITE for bob go to their group, a CANCEL and an ACK go after them
=== in udp 192.0.2.99:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.50>
Content-Length: 0

=== out udp 192.0.2.3:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs004797bapvgjjcma2blgs78qe9fs
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
Max-Forwards: 69
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.50>
Content-Length: 0
=== in udp 192.0.2.99:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.3:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs003qk7mmp9uk1hq1uvr6h6ap1ale
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 69
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.99:5060
CANCEL sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 CANCEL
Content-Length: 0

=== out udp 192.0.2.3:5060
CANCEL sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs003qk7mmp9uk1hq1uvr6h6ap1ale
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 69
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.99:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=t
Call-ID: 2
CSeq: 1 ACK
Content-Length: 0


=== out udp 192.0.2.3:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs003qk7mmp9uk1hq1uvr6h6ap1ale
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 69
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=t
Call-ID: 2
CSeq: 1 ACK
Content-Length: 0

=== case the backup serves bob while the primary is down, and what was begun there stays there
=== health udp 192.0.2.3:5060 down
=== in udp 192.0.2.99:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.4:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs003qk7mmp9uk1hq1uvr6h6ap1ale
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 69
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 INVITE
Content-Length: 0
=== health udp 192.0.2.3:5060 up
=== in udp 192.0.2.99:5060
CANCEL sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 CANCEL
Content-Length: 0

=== out udp 192.0.2.4:5060
CANCEL sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs003qk7mmp9uk1hq1uvr6h6ap1ale
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 69
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.99:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.3:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs009jeq0qcr5971tegbknahm6jj22
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc
Max-Forwards: 69
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3
CSeq: 1 INVITE
Content-Length: 0

=== case a call that another server brings is served and recorded in the route
=== in udp 192.0.2.3:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.3:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.50>
Content-Length: 0

=== out udp 192.0.2.3:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.3:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=al3h9t0q2j6t9
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.50>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.3:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.3:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 INVITE
Contact: <sip:x@192.0.2.99>
Content-Length: 0

=== out udp 192.0.2.3:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.3:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.50:5060
INVITE sip:alice@192.0.2.50 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00ca4s8apno5pju2r1phhtd7d2op
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.3:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 69
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 INVITE
Contact: <sip:x@192.0.2.99>
Content-Length: 0
=== in udp 192.0.2.99:5060
BYE sip:alice@192.0.2.50 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKd
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=t
Call-ID: 2
CSeq: 2 BYE
Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0


=== out udp 192.0.2.50:5060
BYE sip:alice@192.0.2.50 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005nd067ja3ces42jvitcm4miek3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKd
Max-Forwards: 69
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=t
Call-ID: 2
CSeq: 2 BYE
Content-Length: 0

=== case what is not for us, or in no call
=== in udp 192.0.2.99:5060
INVITE sip:bob@example.org SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 403 Relaying Forbidden
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=buvt42fsl0lbm
Call-ID: 2
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
BYE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=t
Call-ID: 3
CSeq: 1 BYE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 404 Not Here
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=t
Call-ID: 3
CSeq: 1 BYE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKo
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 4
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKo
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=a4l9bplpvpqsg
Call-ID: 4
CSeq: 1 OPTIONS
Accept: */*
Accept-Encoding: identity
Accept-Language: *
Allow: INVITE, ACK, CANCEL, BYE, REGISTER, OPTIONS, SUBSCRIBE, NOTIFY, PUBLISH, MESSAGE, INFO, PRACK, UPDATE, REFER
Supported: path
Server: sipd
Content-Length: 0

=== case not found, too many hops
=== in udp 192.0.2.99:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=9t5m5bed1g5mk
Call-ID: 2
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
CANCEL sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 5
CSeq: 1 CANCEL
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 481 Call Does Not Exist
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=9559t9lprj3or
Call-ID: 5
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKh
Max-Forwards: 0
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 6
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 483 Too Many Hops
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKh
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=cmvuqp6okqc6p
Call-ID: 6
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case all of the other groups down: bob's calls come here, and bob is not known
=== health udp 192.0.2.3:5060 down
=== health udp 192.0.2.4:5060 down
=== health udp 192.0.2.5:5060 down
=== health udp 192.0.2.6:5060 down
=== in udp 192.0.2.99:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
Max-Forwards: 70
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=579qhh86e800f
Call-ID: 2
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
