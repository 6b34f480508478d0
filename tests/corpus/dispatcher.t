=== note
Sets of destinations and the orders in which they are tried.

=== case round robin goes on by one each time
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 4)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKr0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: r0
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKr0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=6ggmqoqel3t2j
Call-ID: r0
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKr1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: r1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKr1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=e1mso5pngrujk
Call-ID: r1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKr2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: r2
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKr2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=c1h7p8ts362v1
Call-ID: r2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKr3
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: r3
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKr3
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=3973raoard0l7
Call-ID: r3
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== health udp 192.0.2.12:5070 down
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKs0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: s0
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKs0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=7knpbc3nrv08e
Call-ID: s0
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKs1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: s1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKs1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=3kdbg4cr2k6pf
Call-ID: s1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKs2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: s2
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKs2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=ah3dpaedo6a0s
Call-ID: s2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case the greatest priority is first, the others in the order of the script
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 8)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=13d5g9h8vpb8d
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== health udp 192.0.2.11:5060 down
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=2rcjh770krupu
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== health udp 192.0.2.12:5070 down
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK3
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 3
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK3
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=1qgsgdegsk44q
Call-ID: 3
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== health udp 192.0.2.13:5060 down
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK4
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 4
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 503 None Left
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK4
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=6m877tfdmug39
Call-ID: 4
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case a hash over the Request-URI, or any text, stays the same; a hash over the Call-ID goes with the call
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 3)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=13d5g9h8vpb8d
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=2rcjh770krupu
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:b@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK3
From: <sip:x@example.com>;tag=1
To: <sip:b@example.com>
Call-ID: 3
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK3
From: <sip:x@example.com>;tag=1
To: <sip:b@example.com>;tag=ehvvjiprvvgjl
Call-ID: 3
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:c@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK4
From: <sip:x@example.com>;tag=1
To: <sip:c@example.com>
Call-ID: 4
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK4
From: <sip:x@example.com>;tag=1
To: <sip:c@example.com>;tag=83jbb9nte32vj
Call-ID: 4
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case a hash over any text
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 7, 0, "$fU")) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:u1@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:u1@example.com>;tag=1
To: <sip:a@example.com>;tag=13d5g9h8vpb8d
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:b@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:u1@example.com>;tag=1
To: <sip:b@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:u1@example.com>;tag=1
To: <sip:b@example.com>;tag=0h0k2083cjkdo
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:b@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK3
From: <sip:u3@example.com>;tag=1
To: <sip:b@example.com>
Call-ID: 3
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK3
From: <sip:u3@example.com>;tag=1
To: <sip:b@example.com>;tag=ehvvjiprvvgjl
Call-ID: 3
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case a hash over the Call-ID
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 0)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=13d5g9h8vpb8d
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=2rcjh770krupu
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case a hash over From
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 1)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=13d5g9h8vpb8d
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=2rcjh770krupu
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case a hash over To
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 2)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=13d5g9h8vpb8d
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=2rcjh770krupu
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case a hash over the user of the credentials
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 5)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Authorization: Digest username="u1", realm="r", nonce="n", uri="sip:a", response="00"
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=13d5g9h8vpb8d
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:b@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:b@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Authorization: Digest username="u1", realm="r", nonce="n", uri="sip:a", response="00"
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:b@example.com>;tag=0h0k2083cjkdo
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:b@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK3
From: <sip:x@example.com>;tag=1
To: <sip:b@example.com>
Call-ID: 3
CSeq: 1 OPTIONS
Authorization: Digest username="u2", realm="r", nonce="n", uri="sip:a", response="00"
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK3
From: <sip:x@example.com>;tag=1
To: <sip:b@example.com>;tag=ehvvjiprvvgjl
Call-ID: 3
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case random
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 6)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w0
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=eqo17pkkplld6
Call-ID: w0
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=1862jmpe1cckd
Call-ID: w1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w2
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=9kfihqen44vpo
Call-ID: w2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case by weight
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 9)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w0
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=eqo17pkkplld6
Call-ID: w0
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=1862jmpe1cckd
Call-ID: w1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w2
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=9kfihqen44vpo
Call-ID: w2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case by relative weight
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 11)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w0
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=eqo17pkkplld6
Call-ID: w0
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=1862jmpe1cckd
Call-ID: w1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w2
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=9kfihqen44vpo
Call-ID: w2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case by latency
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_dst("1", 13)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w0
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=eqo17pkkplld6
Call-ID: w0
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=1862jmpe1cckd
Call-ID: w1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: w2
CSeq: 1 OPTIONS
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKw2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=9kfihqen44vpo
Call-ID: w2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case the fewest calls for the weight; a limit; calls end with BYE
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (is_method("BYE")) { if (ds_load_update()) sl_send_reply(200, "Ended"); else sl_send_reply(481, "Unknown"); exit; }
    if (is_method("MESSAGE")) { if (ds_load_unset()) sl_send_reply(200, "Ended"); else sl_send_reply(481, "Unknown"); exit; }
    if (!ds_select_dst(1, 10)) { sl_send_reply(503, "None Left"); exit; }
    sl_send_reply(200, "$(du{s.substr,4,0})");
}
=== in udp 192.0.2.99:5060
INVITE sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: c0
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc0
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=7ucc8jp465ol4
Call-ID: c0
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INVITE sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: c1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=38q68fcmf2rs1
Call-ID: c1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INVITE sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: c2
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=djrm1s1moja2b
Call-ID: c2
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INVITE sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc3
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: c3
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc3
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=ap49n6oigltv8
Call-ID: c3
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INVITE sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc4
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: c4
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc4
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=1lkj3k2s210jb
Call-ID: c4
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
BYE sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: c1
CSeq: 2 BYE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 Ended
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=fid9nbf0u8vvm
Call-ID: c1
CSeq: 2 BYE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
BYE sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc1b
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: c1
CSeq: 3 BYE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 481 Unknown
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc1b
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=2o47u8ppksrrr
Call-ID: c1
CSeq: 3 BYE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
MESSAGE sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: c2
CSeq: 2 MESSAGE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 Ended
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=cvj30eh10tbsa
Call-ID: c2
CSeq: 2 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INVITE sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc7
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: c7
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKc7
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=53ju1k9lm3mia
Call-ID: c7
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case in a failure route the next one; marked, it is not chosen until it is marked active
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (is_method("MESSAGE")) { ds_select_dst("1", 8); ds_mark_dst("i"); sl_send_reply(200, "Marked"); exit; }
    if (is_method("INFO")) { ds_select_dst("1", 8, 1); sl_send_reply(200, "$(du{s.substr,4,0})"); exit; }
    if (!ds_select_dst("1", "8", 2)) { sl_send_reply(503, "None Left"); exit; }
    t_on_failure("NEXT");
    t_relay();
}
failure_route[NEXT] {
    if (!t_check_status("503|408")) exit;
    ds_mark_dst("p");
    if (ds_next_dst()) { t_on_failure("NEXT"); t_relay(); exit; }
    t_reply(500, "All Failed");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: n1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.11:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00591kjqp6p9trp0l2clfrnfh5ss
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: n1
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70
=== unreachable udp 192.0.2.11:5060

=== out udp 192.0.2.12:5070
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01591kjqp6p9trp7kje51hpp28on
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: n1
CSeq: 1 OPTIONS
Content-Length: 0
Max-Forwards: 70
=== unreachable udp 192.0.2.12:5070

=== out udp 192.0.2.99:5060
SIP/2.0 500 All Failed
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=dgevgs81q3s5f
Call-ID: n1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INFO sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: n2
CSeq: 1 INFO
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=eq9felv5ior1v
Call-ID: n2
CSeq: 1 INFO
Server: sipd
Content-Length: 0
=== health udp 192.0.2.11:5060 up
=== in udp 192.0.2.99:5060
INFO sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn3
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: n3
CSeq: 1 INFO
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn3
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=ffdb8k9o84f34
Call-ID: n3
CSeq: 1 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
MESSAGE sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn4
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: n4
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 Marked
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn4
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=1qvoh0c2phla8
Call-ID: n4
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INFO sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn5
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: n5
CSeq: 1 INFO
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn5
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=9r7jj1n8ocfea
Call-ID: n5
CSeq: 1 INFO
Server: sipd
Content-Length: 0
=== health udp 192.0.2.11:5060 up
=== in udp 192.0.2.99:5060
INFO sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn6
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: n6
CSeq: 1 INFO
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 192.0.2.13
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKn6
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=214cut7j261rq
Call-ID: n6
CSeq: 1 INFO
Server: sipd
Content-Length: 0

=== case the destination in the Request-URI, and the next one
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (!ds_select_domain("1", 8)) { sl_send_reply(503, "None Left"); exit; }
    if (is_method("INFO")) { if (!ds_next_domain()) exit; }
    sl_send_reply(200, "$ru");
}
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 sip:a@192.0.2.11
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=13d5g9h8vpb8d
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INFO sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 2
CSeq: 1 INFO
Content-Length: 0


=== out udp 192.0.2.99:5060
SIP/2.0 200 sip:a@192.0.2.12:5070
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=2rcjh770krupu
Call-ID: 2
CSeq: 1 INFO
Server: sipd
Content-Length: 0

=== case who is in a list
=== config
set 1 {
    destination = sip:192.0.2.11 priority=5
    destination = sip:192.0.2.12:5070 weight=100
    destination = sip:192.0.2.13 maxload=2
}
set gateways { destination = sip:192.0.2.21; probe_interval = 5s; probe_timeout = 500ms; fall = 2; rise = 2 }
route {
    if (ds_is_from_list("gateways"))    { sl_send_reply(200, "Gateway"); exit; }
    if (ds_is_from_list("1", 1))        { sl_send_reply(200, "In One By Address"); exit; }
    if (ds_is_in_list("1", 0, "sip:192.0.2.12:5070") && is_method("INFO")) { sl_send_reply(200, "URI In One"); exit; }
    if (ds_is_from_list())              { sl_send_reply(200, "Anywhere"); exit; }
    sl_send_reply(403, "Stranger");
}
=== in udp 192.0.2.21:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.21:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.21:5060
SIP/2.0 200 Gateway
Via: SIP/2.0/UDP 192.0.2.21:5060;branch=z9hG4bK1
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=6tkjssrp59c2f
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.21:5061
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.21:5061;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 2
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.21:5061
SIP/2.0 403 Stranger
Via: SIP/2.0/UDP 192.0.2.21:5061;branch=z9hG4bK2
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=62hkh9klpskjp
Call-ID: 2
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.12:9
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.12:9;branch=z9hG4bK3
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 3
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.12:9
SIP/2.0 200 In One By Address
Via: SIP/2.0/UDP 192.0.2.12:9;branch=z9hG4bK3
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=27f9u5dju0tm0
Call-ID: 3
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
INFO sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK4
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 4
CSeq: 1 INFO
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 200 URI In One
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK4
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=6m877tfdmug39
Call-ID: 4
CSeq: 1 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.99:5060
OPTIONS sip:a@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK5
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>
Call-ID: 5
CSeq: 1 OPTIONS
Content-Length: 0

=== out udp 192.0.2.99:5060
SIP/2.0 403 Stranger
Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK5
From: <sip:x@example.com>;tag=1
To: <sip:a@example.com>;tag=4p3qiibuga40a
Call-ID: 5
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
