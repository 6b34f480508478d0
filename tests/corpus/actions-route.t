=== note
Record-Route and Route.
=== case record_route stays in the path
=== config
route {
    record_route();
    t_relay();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
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
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008e0l4nbqq1t4nc2hv84pnk1hgi
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

=== case record_route with parameters
=== config
route {
    record_route(";a=1");
    add_rr_param(";b=2");
    add_rr_param("c=3");
    t_relay();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
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
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008e0l4nbqq1t4nc2hv84pnk1hgi
Record-Route: <sip:192.0.2.1:5060;lr;a=1;b=2;c=3>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case add_rr_param before record_route
=== config
route {
    add_rr_param(";b=2");
    record_route();
    t_relay();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
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
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008e0l4nbqq1t4nc2hv84pnk1hgi
Record-Route: <sip:192.0.2.1:5060;lr;b=2>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case record_route twice is one
=== config
route {
    record_route();
    record_route();
    t_relay();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
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
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008e0l4nbqq1t4nc2hv84pnk1hgi
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

=== case record_route with what ends the URI
=== config
route {
    $var(p) = ";a=1>,<sip:evil;lr";
    if (record_route($var(p))) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case add_rr_param with a line end
=== config
route {
    $var(p) = ";a=1\r\nX: y";
    if (add_rr_param($var(p))) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case add_rr_param with nothing
=== config
route {
    if (add_rr_param("")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case two Record-Routes when the sides differ
=== config
listen = udp:192.0.2.1:5060
listen = udp:192.0.2.1:5080
branch_route[B] { xlog("branch"); }
route {
    record_route();
    $du = "sip:[2001:db8::9]";
    if (!t_relay()) sl_send_reply(500, "No Listener");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 500 No Listener
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=26jd78v165caq
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case two Record-Routes when the families differ
=== config
route {
    record_route();
    $du = "sip:[2001:db8::9]";
    t_relay();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
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
=== out udp [2001:db8::9]:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP [2001:db8::1]:5060;rport;branch=z9hG4bKt008e0l4nbqq1t4nc2hv84pnk1hgi;i=0
Record-Route: <sip:[2001:db8::1]:5060;lr>
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

=== case record_route in a branch route is for that branch
=== config
branch_route[B] {
    if ($rd == "192.0.2.21") record_route();
}
route {
    t_on_branch("B");
    $ru = "sip:bob@192.0.2.20";
    append_branch("sip:bob@192.0.2.21");
    t_relay();
}
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
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.21:5060
INVITE sip:bob@192.0.2.21 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01a7usst2ohl4ni9fr3ti7k5psp3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case loose_route: our Route is taken off, the request goes to its URI
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0
=== out udp 192.0.2.20:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt009nedja3v428l8asqf1bockbp3s
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Content-Length: 0

=== case loose_route: the next Route decides
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1;lr>, <sip:192.0.2.30;lr>
Content-Length: 0
=== out udp 192.0.2.30:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006eav85fmktd1f9bg4flrk5bbf9
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>
Content-Length: 0

=== case loose_route: Routes on lines of their own
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1;lr>
Route: <sip:192.0.2.30;lr>
Route: <sip:192.0.2.31;lr>
Content-Length: 0
=== out udp 192.0.2.30:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt003riktp0h920r3fle8dnmdqfdq1
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>
Route: <sip:192.0.2.31;lr>
Content-Length: 0

=== case loose_route: both of a pair are taken off
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:[2001:db8::1]:5060;lr>,<sip:192.0.2.1:5060;lr>,<sip:192.0.2.30;lr>
Content-Length: 0
=== out udp 192.0.2.30:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005olqqa00lg3vicq0lvlmap7mos
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>
Content-Length: 0

=== case loose_route: no Route
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 not routed sip:bob@192.0.2.20
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0

=== case loose_route: a Route that is not ours
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 not routed sip:bob@192.0.2.20
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0

=== case loose_route: a Route that does not parse
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1:99999;lr>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad Route
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0

=== case loose_route: a Route brought along outside a dialog is taken off, and said
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Route: <sip:192.0.2.1;lr>
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 403 preloaded sip:bob@192.0.2.20 
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=26jd78v165caq
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case loose_route: an alias is ours
=== config
alias = "example.com"

route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:EXAMPLE.com;lr>
Content-Length: 0
=== out udp 192.0.2.20:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7h4qr4tic2r4br4qjko4ko7vj
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Content-Length: 0

=== case loose_route: another port is not ours
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1:5099;lr>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 not routed sip:bob@192.0.2.20
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0

=== case loose_route: a strict router before us
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:192.0.2.1:5060;lr SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>, <sip:bob@192.0.2.20>
Content-Length: 0
=== out udp 192.0.2.30:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0078gt94ngbv73c37agr3q1r9bs2
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>
Content-Length: 0

=== case loose_route: a strict router before us, one Route
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:192.0.2.1:5060;lr SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:bob@192.0.2.20>
Content-Length: 0
=== out udp 192.0.2.20:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00dgnifbcrijhvc5ddt0e4o91eag
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Content-Length: 0

=== case loose_route: a strict router before us, the last Route on a line of its own
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:192.0.2.1:5060;lr SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>
Route: <sip:bob@192.0.2.20>
Content-Length: 0
=== out udp 192.0.2.30:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008iktf277r86as1li9io99lo102
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>
Content-Length: 0

=== case loose_route: a strict router before us and our pair
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:[2001:db8::1]:5060;lr SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1:5060;lr>, <sip:bob@192.0.2.20>
Content-Length: 0
=== out udp 192.0.2.20:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt001dcnqhnjjlst49au1hr633clmu
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Content-Length: 0

=== case loose_route: a strict router behind us
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1;lr>, <sip:192.0.2.30>, <sip:192.0.2.31;lr>
Content-Length: 0
=== out udp 192.0.2.30:5060
BYE sip:192.0.2.30 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt007tc54lk35n4iv9kmgh0cs5a50r
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.31;lr>
Route: <sip:bob@192.0.2.20>
Content-Length: 0

=== case loose_route: our URI with a user is no Record-Route of ours
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.1:5060;lr SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.30;lr>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 not routed sip:bob@192.0.2.1:5060;lr
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0

=== case loose_route: maddr that is us has done its work
=== config
route {
    switch (loose_route()) {
    case routed: t_relay();
    case preloaded: sl_send_reply(403, "preloaded $ru $(hdr(Route)[*])");
    case not_routed: sl_send_reply(404, "not routed $ru");
    }
}
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.20;maddr=192.0.2.1;x=y SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1;lr>
Content-Length: 0
=== out udp 192.0.2.20:5060
BYE sip:bob@192.0.2.20;x=y SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0018pl5tsgal5cp0hfs3cs4boia0
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Content-Length: 0

=== case check_route_param: the parameters of the Route taken off
=== config
route {
    loose_route();
    if (check_route_param("a=1")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
BYE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1;lr;a=1>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0

=== case check_route_param: other parameters
=== config
route {
    loose_route();
    if (check_route_param("a=2")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
BYE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1;lr;a=1>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0

=== case check_route_param: no Route
=== config
route {
    loose_route();
    if (check_route_param("a")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
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
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0

=== case check_route_param: of a strict router
=== config
route {
    loose_route();
    if (check_route_param("a=1")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
BYE sip:192.0.2.1;lr;a=1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:bob@192.0.2.20>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0

=== case check_route_param: before loose_route
=== config
route {
    if (check_route_param("lr")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
BYE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1;lr;a=1>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 BYE
Server: sipd
Content-Length: 0
