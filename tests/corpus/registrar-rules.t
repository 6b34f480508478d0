=== config
route {
    if (is_method("REGISTER")) {
        if (!save("location")) sl_reply_error();
        exit;
    }
    if (!lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
    t_relay();
}
=== case a Record-Route is ignored and not answered
=== shows 3261-10.3-1 3261-10.3-2
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Record-Route: <sip:192.0.2.50;lr>
Contact: <sip:bob@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case Contact: * with an old CSeq of one binding removes none
=== shows 3261-10.3-9 3261-10.3-10
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Contact: <sip:1@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=9kgvikve46oqp
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: other
CSeq: 1 REGISTER
Contact: <sip:2@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=dpvtap0i3n92f
Call-ID: other
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Contact: <sip:2@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Expires: 0
Contact: *
=== out udp 192.0.2.7:5060
SIP/2.0 500 Request Out Of Order
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=6mmr2romvr0us
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr4
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
Expires: 0
Contact: *
=== out udp 192.0.2.7:5060
SIP/2.0 500 Request Out Of Order
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr4
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5nsoemqkh23mf
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr5
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 6 REGISTER
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr5
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=fk4s301hmg561
Call-ID: 1@192.0.2.7
CSeq: 6 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Contact: <sip:2@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr6
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 6 REGISTER
Expires: 0
Contact: *
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr6
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=f6sqdl16edku7
Call-ID: 1@192.0.2.7
CSeq: 6 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr7
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 7 REGISTER
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr7
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3pgotcvn4lble
Call-ID: 1@192.0.2.7
CSeq: 7 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case Contact: * of another Call-ID removes all
=== shows 3261-10.3-9
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Contact: <sip:1@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=9kgvikve46oqp
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: other
CSeq: 1 REGISTER
Expires: 0
Contact: *
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=dpvtap0i3n92f
Call-ID: other
CSeq: 1 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 6 REGISTER
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=d9587sro7r4b4
Call-ID: 1@192.0.2.7
CSeq: 6 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case the expiry: parameter, header field, default; nonsense is the default
=== shows 3261-10.3-11
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Expires: 200
Contact: <sip:1@192.0.2.7>;expires=100, <sip:2@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>;expires=100
Contact: <sip:2@192.0.2.7>;expires=200
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:3@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:1@192.0.2.7>;expires=100
Contact: <sip:2@192.0.2.7>;expires=200
Contact: <sip:3@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:4@192.0.2.7>;expires=soon
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:1@192.0.2.7>;expires=100
Contact: <sip:2@192.0.2.7>;expires=200
Contact: <sip:3@192.0.2.7>;expires=3600
Contact: <sip:4@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr4
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
Expires: later
Contact: <sip:5@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr4
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5nsoemqkh23mf
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
Contact: <sip:1@192.0.2.7>;expires=100
Contact: <sip:2@192.0.2.7>;expires=200
Contact: <sip:3@192.0.2.7>;expires=3600
Contact: <sip:4@192.0.2.7>;expires=3600
Contact: <sip:5@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr5
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Contact: <sip:6@192.0.2.7>;expires=99999999999999999999
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr5
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=fis0pubt46rfe
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Contact: <sip:1@192.0.2.7>;expires=100
Contact: <sip:2@192.0.2.7>;expires=200
Contact: <sip:3@192.0.2.7>;expires=3600
Contact: <sip:4@192.0.2.7>;expires=3600
Contact: <sip:5@192.0.2.7>;expires=3600
Contact: <sip:6@192.0.2.7>;expires=86400
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case a removal of what is not there is no error; the removed one is not listed
=== shows 3261-10.3-17
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:2@192.0.2.7>;expires=0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Expires: 0
Contact: <sip:1@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case an hour is never too brief
=== shows 3261-10.3-12
=== config
min_expires = 7200
route { if (!save("location")) sl_reply_error(); }
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3599
=== out udp 192.0.2.7:5060
SIP/2.0 423 Interval Too Brief
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Min-Expires: 7200
Server: sipd
Content-Length: 0

=== case the flags of a contact come back with it
=== config
route {
    if (is_method("REGISTER")) { setbflag(7); if (!save("location")) sl_reply_error(); exit; }
    if (!lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
    t_on_branch("B");
    t_relay();
}
branch_route[B] { if (isbflagset(7)) append_hf("X-Flag: 7\r\n"); if (isbflagset(8)) append_hf("X-Flag: 8\r\n"); }
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
=== out udp 192.0.2.7:5060
MESSAGE sip:1@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00bmf14uu7m68b757jujfcgc7fm9
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
X-Flag: 7

=== case aliases are a table of their own
=== config
route {
    if (is_method("REGISTER")) { if (!save("aliases")) sl_reply_error(); exit; }
    if (lookup("aliases")) xlog("an alias");
    if (!lookup("location")) { sl_send_reply(404, $ru); exit; }
    t_relay();
}
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:robert@example.com>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:robert@example.com>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
=== out udp 192.0.2.8:5060
SIP/2.0 404 sip:robert@example.com
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=20mjgki7rgdgc
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
Server: sipd
Content-Length: 0
=== log
info: t.cfg:3: an alias
