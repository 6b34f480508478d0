=== note
Two stages: this server is 192.0.2.1, the primary of group a; 192.0.2.2 is its backup; 192.0.2.3 and 192.0.2.4 are group b. The map is that of
the key: bob is in a, alice in b.

=== config
listen = udp:192.0.2.1:5060
alias = "example.com"
farm home {
    key = "a secret of the corpus"
    group a { primary = udp:192.0.2.1:5060; backup = udp:192.0.2.2:5060 }
    group b {
        primary = udp:192.0.2.3:5060
        backup  = udp:192.0.2.4:5060
    }
}
route {
    switch (farm_route("home")) {
    case forwarded: exit;
    case local:     sl_send_reply(200, "Served Here");
    default:        sl_reply_error();
    }
}

=== case users of this group are served here, those of the other go to it with the Request-URI as it was
=== in udp 192.0.2.99:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 Served Here
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=994r173uv4u55
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.3:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs007f15jlrbnjaqj7id6qm2igdtnn
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.99:5060
OPTIONS sip:%61lice@EXAMPLE.com;transport=udp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc
From: <sip:x@example.com>;tag=1
To: <sip:other@example.org>
Call-ID: 3
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.3:5060
OPTIONS sip:%61lice@EXAMPLE.com;transport=udp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs009j82dk1u82vhp761sr7paq9b0j
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc
From: <sip:x@example.com>;tag=1
To: <sip:other@example.org>
Call-ID: 3
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70

=== case a REGISTER goes by its To
=== in udp 192.0.2.99:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.99>
Content-Length: 0

=== out udp 192.0.2.3:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs004797bapvgjjcma2blgs78qe9fs
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.99>
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.99:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.99>
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 Served Here
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=9p1iggt0qe74m
Call-ID: 2
CSeq: 1 REGISTER
Server: sipd
Content-Length: 0

=== case an INVITE, sent again, its CANCEL and its ACK have one branch and one way
=== in udp 192.0.2.99:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.3:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.99:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.3:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.99:5060
CANCEL sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0

=== out udp 192.0.2.3:5060
CANCEL sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.99:5060
ACK sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=t
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0


=== out udp 192.0.2.3:5060
ACK sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=t
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
Max-Forwards: 70

=== case a primary that is down is replaced by its backup; a group of which nobody is up leaves its users to the next best
=== health udp 192.0.2.3:5060 suspect
=== in udp 192.0.2.99:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.3:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjf076bnnpsg3kb2
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70
=== health udp 192.0.2.3:5060 down
=== in udp 192.0.2.99:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.4:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs007f15jlrbnjaqj7id6qm2igdtnn
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70
=== health udp 192.0.2.4:5060 down
=== in udp 192.0.2.99:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 3
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 Served Here
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=0cjps84kcn0ki
Call-ID: 3
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== health udp 192.0.2.3:5060 joining
=== in udp 192.0.2.99:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKd
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 4
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 Served Here
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKd
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=e8fhm4pnlrdtp
Call-ID: 4
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== health udp 192.0.2.3:5060 up
=== in udp 192.0.2.99:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKe
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 5
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.3:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs00ddq92q9d0g4j7630h1ampcon6e
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKe
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 5
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70

=== case what the kernel says of real traffic counts at once: what is sent again goes to the backup
=== in udp 192.0.2.99:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.3:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
Max-Forwards: 70
=== unreachable udp 192.0.2.3:5060
=== in udp 192.0.2.99:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.4:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
Max-Forwards: 70
=== health udp 192.0.2.3:5060 up
=== in udp 192.0.2.99:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.4:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.99:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKj
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.3:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs007f15jlrbnjaqjffo6ij25ob7a1
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKj
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 INVITE
Content-Length: 0
Max-Forwards: 70

=== case a choice holds for its transaction when the primary comes back
=== health udp 192.0.2.3:5060 joining
=== in udp 192.0.2.99:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.4:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
Max-Forwards: 70
=== health udp 192.0.2.3:5060 up
=== in udp 192.0.2.99:5060
CANCEL sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0

=== out udp 192.0.2.4:5060
CANCEL sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.99:5060
ACK sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=t
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0

=== out udp 192.0.2.4:5060
ACK sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=t
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.99:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKk
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 2 INVITE
Content-Length: 0

=== out udp 192.0.2.3:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs009k3sdhbtauih735tup6r6ae6rm
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKk
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 2 INVITE
Content-Length: 0
Max-Forwards: 70
=== after 40s
=== out none
=== in udp 192.0.2.99:5060
CANCEL sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0


=== out udp 192.0.2.3:5060
CANCEL sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjfb1s5k5qc99215
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKi
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
Max-Forwards: 70

=== case what comes from a server of the farm is served, whatever we think of ourselves and others
=== in udp 192.0.2.4:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.4:5060
SIP/2.0 200 Served Here
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=buavaeugpll5h
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case from a server that does not know the map a request goes on once, and no further
=== in udp 192.0.2.2:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.3:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs00ammap0oc6405d98hes8vc3fnhk
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.2:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.2:5060
SIP/2.0 482 Loop Detected
Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=ek5j22j4hd6sa
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== log
warn: t.cfg:12: farm home: the request has passed 2 servers: their scripts differ

=== case while this server catches up its users are served by the backup
=== health udp 192.0.2.1:5060 joining
=== in udp 192.0.2.99:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.2:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs0021ksrv8nghd8nfifck7pm0uotr
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.3:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.3:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.2:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs001loqpgkr7qc7742hmokg0dt2di
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.3:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.2:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.2:5060
SIP/2.0 200 Served Here
Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK2.x
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=9c4p4up7pkkrj
Call-ID: 3
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== health udp 192.0.2.1:5060 up
=== in udp 192.0.2.99:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKd
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 4
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 Served Here
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKd
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=4iealiqj84g31
Call-ID: 4
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case probes are answered without the script, those with another secret are not
=== in udp 192.0.2.4:5060
OPTIONS sip:192.0.2.1:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bKpp1
From: <sip:x@example.com>;tag=1
To: <sip:probe@example.com>
Call-ID: p1
CSeq: 1 OPTIONS
Sipd-Farm: home 3c33d0f34644ce84487c9df1731b913728540603506c49a888a250dd257280cf
Content-Length: 0

=== out udp 192.0.2.4:5060
SIP/2.0 200 Ready
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bKpp1
From: <sip:x@example.com>;tag=1
To: <sip:probe@example.com>;tag=3i3ddtipmi741
Call-ID: p1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== health udp 192.0.2.1:5060 joining
=== in udp 192.0.2.4:5060
OPTIONS sip:192.0.2.1:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bKpp2
From: <sip:x@example.com>;tag=1
To: <sip:probe@example.com>
Call-ID: p2
CSeq: 1 OPTIONS
Sipd-Farm: home fc2e8029a365d01c8856571551afdf03f5abaada6b70f5eb81fdb8c2ae29a517
Content-Length: 0

=== out udp 192.0.2.4:5060
SIP/2.0 503 Catching Up
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bKpp2
From: <sip:x@example.com>;tag=1
To: <sip:probe@example.com>;tag=0u6e0uapnko1c
Call-ID: p2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== health udp 192.0.2.1:5060 up
=== in udp 192.0.2.4:5060
OPTIONS sip:192.0.2.1:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bKpp3
From: <sip:x@example.com>;tag=1
To: <sip:probe@example.com>
Call-ID: p3
CSeq: 1 OPTIONS
Sipd-Farm: home 99332264d6a1203b0b58044e7038fa0c94b8858a3b77c75758c5f5473083c7b6
Content-Length: 0

=== out udp 192.0.2.3:5060
OPTIONS sip:192.0.2.1:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs008l64b4pfpqnpe12p59l4q54o5k
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bKpp3
From: <sip:x@example.com>;tag=1
To: <sip:probe@example.com>
Call-ID: p3
CSeq: 1 OPTIONS
Sipd-Farm: home 99332264d6a1203b0b58044e7038fa0c94b8858a3b77c75758c5f5473083c7b6
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.4:5060
OPTIONS sip:192.0.2.1:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bKpp5
From: <sip:x@example.com>;tag=1
To: <sip:probe@example.com>
Call-ID: p5
CSeq: 1 OPTIONS
Sipd-Farm: home b533d59c4ba85d634a90bbe6eecb53d9c63a2d7b328f3409e02e37b79937ffde
Content-Length: 0


=== out udp 192.0.2.3:5060
OPTIONS sip:192.0.2.1:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006lv6146fjqr0v43nskot96k11k
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bKpp5
From: <sip:x@example.com>;tag=1
To: <sip:probe@example.com>
Call-ID: p5
CSeq: 1 OPTIONS
Sipd-Farm: home b533d59c4ba85d634a90bbe6eecb53d9c63a2d7b328f3409e02e37b79937ffde
Content-Length: 0
Max-Forwards: 70

=== case Max-Forwards and loops are checked before a request goes on
=== in udp 192.0.2.99:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Max-Forwards: 0
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 483 Too Many Hops
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=7qkuj48lgpscs
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Max-Forwards: 3
Content-Length: 0


=== out udp 192.0.2.3:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002boq42r39rrjf076bnnpsg3kb2
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Max-Forwards: 2
Content-Length: 0

=== case farm_select() leaves the rest to t_relay(), farm_is_member() says who asks
=== config
listen = udp:192.0.2.1:5060
alias = "example.com"
farm home {
    key = "a secret of the corpus"
    group a { primary = udp:192.0.2.1:5060; backup = udp:192.0.2.2:5060 }
    group b {
        primary = udp:192.0.2.3:5060
        backup  = udp:192.0.2.4:5060
    }
}
route {
    if (farm_is_member("home")) { sl_send_reply(202, "Colleague"); exit; }
    if (farm_select("home")) { t_relay(); exit; }
    sl_send_reply(200, "Served Here");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.3:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt002boq42r39rrjfbp2f50gtl94g5
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70
=== in udp 192.0.2.99:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 Served Here
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=68h56v624vinf
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.4:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.4:5060
SIP/2.0 202 Colleague
Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:bob@example.com>;tag=461uou4cnu2mb
Call-ID: 3
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case weights, and a farm that needs no name
=== config
listen = udp:192.0.2.1:5060
alias = "example.com"
farm home {
    key = "a secret of the corpus"
    probe_interval = 400ms
    probe_timeout = 200ms
    fall = 2; rise = 3
    replicate = after
    sync_port = 5061
    group a { primary = udp:192.0.2.1:5060; backup = udp:192.0.2.2:5060 }
    group b {
        weight = 0
        primary = udp:192.0.2.3:5060
        backup  = udp:192.0.2.4:5060
    }
}
route {
    if (farm_route()) exit;
    sl_send_reply(200, "Served Here");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 Served Here
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKa
From: <sip:x@example.com>;tag=1
To: <sip:alice@example.com>;tag=7qkuj48lgpscs
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case mistakes in blocks
=== config
farm home {
    key = "short"
    key = "a secret of the corpus"
    colour = red
    grupo x { primary = udp:192.0.2.1 }
    group a { primary = udp:192.0.2.1:5060 }
    group a { primary = udp:192.0.2.1:5060; backup = host.example.com }
    group b { backup = udp:192.0.2.2:5060 }
    fall = 0
    rise = 1, 2
}
farm away { key = "a secret of the corpus" }
group c { primary = udp:192.0.2.1:5060 }
fram x { }
set 1 { destination = sip:10.0.0.1 wait=3, sip:a.example.com; destination = 10.0.0.2 }
route {
    if (!farm_route("hom")) sl_send_reply(404, "no");
    ds_select_dst("2", 4);
}
=== error
t.cfg:2:11: error: key must have from 8 to 256 characters
    2 |     key = "short"
      |           ^~~~~~~
t.cfg:3:11: error: key is given twice
    3 |     key = "a secret of the corpus"
      |           ^~~~~~~~~~~~~~~~~~~~~~~~
t.cfg:2:11: note: the first time here
    2 |     key = "short"
      |           ^~~~~~~
t.cfg:4:5: error: a farm block has no field colour
    4 |     colour = red
      |     ^~~~~~
t.cfg:5:5: error: there are no grupo blocks
    5 |     grupo x { primary = udp:192.0.2.1 }
      |     ^~~~~ did you mean group?
t.cfg:7:5: error: group a is defined twice
    7 |     group a { primary = udp:192.0.2.1:5060; backup = host.exampl...
      |     ^~~~~~~
t.cfg:6:5: note: the first one is here
    6 |     group a { primary = udp:192.0.2.1:5060 }
      |     ^~~~~~~
t.cfg:7:25: error: this server is in the farm already
    7 |     group a { primary = udp:192.0.2.1:5060; backup = host.example.com }
      |                         ^~~~~~~~~~~~~~~~~~
t.cfg:6:25: note: here
    6 |     group a { primary = udp:192.0.2.1:5060 }
      |                         ^~~~~~~~~~~~~~~~~~
t.cfg:7:54: error: "host.example.com" is not udp:ADDRESS:PORT
    7 |     group a { primary = udp:192.0.2.1:5060; backup = host.example.com }
      |                                                      ^~~~~~~~~~~~~~~~
t.cfg:8:5: error: group b needs a primary
    8 |     group b { backup = udp:192.0.2.2:5060 }
      |     ^~~~~~~
t.cfg:9:12: error: fall must be from 1 to 100, not 0
    9 |     fall = 0
      |            ^
t.cfg:10:15: error: rise has one value
   10 |     rise = 1, 2
      |               ^
t.cfg:12:1: error: there may be 1 farm block here
   12 | farm away { key = "a secret of the corpus" }
      | ^~~~~~~~~
t.cfg:12:1: error: farm away has no group
   12 | farm away { key = "a secret of the corpus" }
      | ^~~~~~~~~
t.cfg:13:1: error: a group block stands in a farm block
   13 | group c { primary = udp:192.0.2.1:5060 }
      | ^~~~~
t.cfg:14:1: error: there are no fram blocks
   14 | fram x { }
      | ^~~~ did you mean farm?
t.cfg:15:23: error: "wait=3" is none of weight=N, priority=N and maxload=N
   15 | set 1 { destination = sip:10.0.0.1 wait=3, sip:a.example.com; destination = 10.0.0...
      |                       ^~~~~~~~~~~~~~~~~~~
t.cfg:15:44: error: "sip:a.example.com" names no address
   15 | set 1 { destination = sip:10.0.0.1 wait=3, sip:a.example.com; destination = 10.0.0.2 }
      |                                            ^~~~~~~~~~~~~~~~~
t.cfg:15:77: error: "10.0.0.2" is not sip:ADDRESS[:PORT]
   15 | set 1 { destination = sip:10.0.0.1 wait=3, sip:a.example.com; destination = 10.0.0.2 }
      |                                                                             ^~~~~~~~
t.cfg:17:21: error: there is no farm hom
   17 |     if (!farm_route("hom")) sl_send_reply(404, "no");
      |                     ^~~~~ did you mean home?
t.cfg:18:19: error: there is no set 2
   18 |     ds_select_dst("2", 4);
      |                   ^~~ write one: set 2 { ... }
19 errors, 0 warnings

=== case a block that is not closed
=== config
farm home {
    key = "a secret of the corpus"
    group a { primary = udp:192.0.2.1:5060
route { sl_send_reply(404, "no"); }
=== error
t.cfg:1:11: error: this { is not closed
    1 | farm home {
      |           ^
t.cfg:4:1: note: } expected before this
    4 | route { sl_send_reply(404, "no"); }
      | ^~~~~
t.cfg:3:13: error: this { is not closed
    3 |     group a { primary = udp:192.0.2.1:5060
      |             ^
t.cfg:4:1: note: } expected before this
    4 | route { sl_send_reply(404, "no"); }
      | ^~~~~
2 errors, 0 warnings
