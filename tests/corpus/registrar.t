=== config
route {
    if (is_method("REGISTER")) {
        if (!save("location")) sl_reply_error();
        exit;
    }
    if (!lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
    t_relay();
}
=== case a contact is registered, listed, found, refreshed and removed
=== shows 3261-10.3-11 3261-10.3-17
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;q=0.5
Expires: 600
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=600;q=0.5
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== after 10s
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=590;q=0.5
Date: Thu, 01 Jan 2026 00:00:10 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3@192.0.2.8
CSeq: 3 MESSAGE
=== out udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt000106htkhd28mmb0f6eogvjdbk8
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm3
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3@192.0.2.8
CSeq: 3 MESSAGE
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr4
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
Contact: <sip:bob@192.0.2.7>;q=0.25;expires=300
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr4
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5nsoemqkh23mf
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=300;q=0.25
Date: Thu, 01 Jan 2026 00:00:10 GMT
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
Contact: sip:bob@192.0.2.7;expires=0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr5
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=fis0pubt46rfe
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Date: Thu, 01 Jan 2026 00:00:10 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm6
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 6@192.0.2.8
CSeq: 6 MESSAGE
=== out udp 192.0.2.8:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm6
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=38jqnpupk9inq
Call-ID: 6@192.0.2.8
CSeq: 6 MESSAGE
Server: sipd
Content-Length: 0

=== case the address of record is canonical: escapes, case of the host, port, parameters (10.3 step 5)
=== shows 3261-10.3-7
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
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
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: "Bob" <sip:%62ob@EXAMPLE.com:5060;user=phone>
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: "Bob" <sip:%62ob@EXAMPLE.com:5060;user=phone>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:BOB@example.com>
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:BOB@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case contacts are compared as URIs (19.1.4)
=== shows 3261-10.3-13
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:Bob@PHONE.example.org;transport=udp;x=1>
Expires: 600
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:Bob@PHONE.example.org;transport=udp;x=1>;expires=600
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
Contact: <sip:%42ob@phone.example.org;transport=UDP>;expires=60
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:%42ob@phone.example.org;transport=UDP>;expires=60
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
Contact: <sip:bob@phone.example.org;transport=udp>;expires=60
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:%42ob@phone.example.org;transport=UDP>;expires=60
Contact: <sip:bob@phone.example.org;transport=udp>;expires=60
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case an expired contact is gone
=== shows 3261-10.3-19
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=60
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=60
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== after 59s
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=1
Date: Thu, 01 Jan 2026 00:00:59 GMT
Server: sipd
Content-Length: 0
=== after 1s
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Date: Thu, 01 Jan 2026 00:01:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 4@192.0.2.8
CSeq: 4 MESSAGE
=== out udp 192.0.2.8:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm4
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=3nupccm39bkkj
Call-ID: 4@192.0.2.8
CSeq: 4 MESSAGE
Server: sipd
Content-Length: 0

=== case a REGISTER without Contact lists, with a Contact * and Expires: 0 it removes all
=== shows 3261-10.3-8 3261-10.3-18
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>, <sip:2@192.0.2.7>
Contact: <sip:3@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Contact: <sip:2@192.0.2.7>;expires=3600
Contact: <sip:3@192.0.2.7>;expires=3600
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
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Contact: <sip:2@192.0.2.7>;expires=3600
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
Contact: *
=== out udp 192.0.2.7:5060
SIP/2.0 400 Contact * Needs Expires: 0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
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
Contact: *
Expires: 60
=== out udp 192.0.2.7:5060
SIP/2.0 400 Contact * Needs Expires: 0
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
CSeq: 5 REGISTER
Contact: *, <sip:1@192.0.2.7>
Expires: 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 Contact * Needs Expires: 0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr5
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=fis0pubt46rfe
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
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
Contact: <sip:1@192.0.2.7>, *
Expires: 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 Contact * Needs Expires: 0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr6
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=f6sqdl16edku7
Call-ID: 1@192.0.2.7
CSeq: 6 REGISTER
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
Contact: <sip:1@192.0.2.7>;expires=3600
Contact: <sip:2@192.0.2.7>;expires=3600
Contact: <sip:3@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr8
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 8 REGISTER
Contact: *
Expires: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr8
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=ddapqc0t1ig51
Call-ID: 1@192.0.2.7
CSeq: 8 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr9
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 9 REGISTER
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr9
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=d8mf4qk13l7rg
Call-ID: 1@192.0.2.7
CSeq: 9 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case an old CSeq of the same Call-ID changes nothing (10.3 step 7), another Call-ID does
=== shows 3261-10.3-14 3261-10.3-15
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
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
Contact: <sip:2@192.0.2.7>, <sip:1@192.0.2.7>;expires=0
=== out udp 192.0.2.7:5060
SIP/2.0 500 Request Out Of Order
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=99bchjl15qsp1
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
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
Contact: <sip:1@192.0.2.7>;expires=3600
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
CSeq: 5 REGISTER
Contact: *
Expires: 0
=== out udp 192.0.2.7:5060
SIP/2.0 500 Request Out Of Order
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr4
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3p2fnpth7nf5e
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr5
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: other
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>;expires=0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr5
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=98u4bhckmjdur
Call-ID: other
CSeq: 1 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case too brief is refused, too long is cut (10.3 step 7)
=== shows 3261-10.3-12
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>;expires=59
=== out udp 192.0.2.7:5060
SIP/2.0 423 Interval Too Brief
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Min-Expires: 60
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
Contact: <sip:1@192.0.2.7>
Expires: 1
=== out udp 192.0.2.7:5060
SIP/2.0 423 Interval Too Brief
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Min-Expires: 60
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
Contact: <sip:1@192.0.2.7>;expires=60
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:1@192.0.2.7>;expires=60
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
Contact: <sip:1@192.0.2.7>;expires=4294967295
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr4
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5nsoemqkh23mf
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
Contact: <sip:1@192.0.2.7>;expires=86400
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
Contact: <sip:1@192.0.2.7>;expires=99999999999999999999
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr5
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=fis0pubt46rfe
Call-ID: 1@192.0.2.7
CSeq: 5 REGISTER
Contact: <sip:1@192.0.2.7>;expires=86400
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
Contact: <sip:1@192.0.2.7>;expires=soon
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr6
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=f6sqdl16edku7
Call-ID: 1@192.0.2.7
CSeq: 6 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
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
Contact: <sip:1@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr7
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3pgotcvn4lble
Call-ID: 1@192.0.2.7
CSeq: 7 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case one bad contact and nothing is done
=== shows 3261-10.3-3
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>, <sip:2@>
=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad Contact
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
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
Contact: <sip:1@192.0.2.7>;q=1.5
=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad Contact q
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
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
Contact: <sip:1@192.0.2.7>;q=x
=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad Contact q
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
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
Contact: <sip:1@192.0.2.7>;q=1
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr4
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5nsoemqkh23mf
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
Contact: <sip:1@192.0.2.7>;expires=3600;q=1
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case Require is answered for (10.3 step 2)
=== shows 3261-10.3-4
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:1@192.0.2.7>
Require: foo, path
Require: bar
=== out udp 192.0.2.7:5060
SIP/2.0 420 Bad Extension
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Unsupported: foo, bar
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
Contact: <sip:1@192.0.2.7>
Require: path
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

=== case no more than max_contacts
=== config
max_contacts = 2
route {
    if (is_method("REGISTER")) {
        if (!save("location")) sl_reply_error();
        exit;
    }
    if (!lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
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
Contact: <sip:1@192.0.2.7>, <sip:2@192.0.2.7>, <sip:3@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 403 Too Many Contacts
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
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
Contact: <sip:1@192.0.2.7>, <sip:2@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
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
CSeq: 3 REGISTER
Contact: <sip:3@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 403 Too Many Contacts
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
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
Contact: <sip:3@192.0.2.7>, <sip:1@192.0.2.7>;expires=0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr4
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5nsoemqkh23mf
Call-ID: 1@192.0.2.7
CSeq: 4 REGISTER
Contact: <sip:2@192.0.2.7>;expires=3600
Contact: <sip:3@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case the Path is kept, echoed to those who know it, and followed (3327)
=== shows 3327-5.3-1 3327-5.3-2 3327-5.3-3
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@10.0.0.7>
Supported: path
Path: <sip:p2.example.org;lr>,
 <sip:p1.example.org;lr>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@10.0.0.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Path: <sip:p2.example.org;lr>, <sip:p1.example.org;lr>
Supported: path
Server: sipd
Content-Length: 0
=== dns
p2.example.org 192.0.2.40
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
=== out udp 192.0.2.40:5060
MESSAGE sip:bob@10.0.0.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00bmf14uu7m68b757jujfcgc7fm9
Route: <sip:p2.example.org;lr>, <sip:p1.example.org;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:bob@10.0.0.7>;expires=0
Path: <sip:p2.example.org
=== out udp 192.0.2.7:5060
SIP/2.0 400 Bad Path
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Server: sipd
Content-Length: 0

=== case an instance and its reg-id replace their older contact (5626)
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7:1000>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7:1000>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7:2000>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=ekb9jhma21msm
Call-ID: 2
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7:2000>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 3 REGISTER
Contact: <sip:bob@192.0.2.7:3000>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=2
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=anjqp2m2e2mes
Call-ID: 2
CSeq: 3 REGISTER
Contact: <sip:bob@192.0.2.7:2000>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
Contact: <sip:bob@192.0.2.7:3000>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=2
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case behind a NAT: requests go to where the REGISTER came from
=== in udp 198.51.100.9:3456
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 10.0.0.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@10.0.0.7>
=== out udp 198.51.100.9:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 10.0.0.7;received=198.51.100.9;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=c0hj10co5d72d
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@10.0.0.7>;expires=3600
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
=== out udp 198.51.100.9:3456
MESSAGE sip:bob@10.0.0.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00bmf14uu7m68b757jujfcgc7fm9
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE

=== case not behind a NAT: registered by another host, or through a proxy
=== in udp 198.51.100.9:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 198.51.100.9;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@203.0.113.7>
=== out udp 198.51.100.9:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 198.51.100.9;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=4f9pou0cmfvbe
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@203.0.113.7>;expires=3600
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
=== out udp 203.0.113.7:5060
MESSAGE sip:bob@203.0.113.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00bmf14uu7m68b757jujfcgc7fm9
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
=== in udp 198.51.100.9:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 198.51.100.9;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:carol@example.com>;tag=1
To: <sip:carol@example.com>
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:carol@10.0.0.7>
Via: SIP/2.0/UDP 10.0.0.7;branch=z9hG4bKx
=== out udp 198.51.100.9:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 198.51.100.9;branch=z9hG4bKr3
From: <sip:carol@example.com>;tag=1
To: <sip:carol@example.com>;tag=4vu5icd450iod
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Via: SIP/2.0/UDP 10.0.0.7;branch=z9hG4bKx
Contact: <sip:carol@10.0.0.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
MESSAGE sip:carol@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:carol@example.com>
Call-ID: 4@192.0.2.8
CSeq: 4 MESSAGE
=== out udp 10.0.0.7:5060
MESSAGE sip:carol@10.0.0.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00f1pvbf97gkpshe022u1jaqit90
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm4
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:carol@example.com>
Call-ID: 4@192.0.2.8
CSeq: 4 MESSAGE

=== case the best q first, all of them
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:low@192.0.2.7>;q=0.1, <sip:high@192.0.2.9>;q=0.9, <mailto:bob@example.com>;q=1
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <mailto:bob@example.com>;expires=3600;q=1
Contact: <sip:high@192.0.2.9>;expires=3600;q=0.9
Contact: <sip:low@192.0.2.7>;expires=3600;q=0.1
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
=== out udp 192.0.2.9:5060
MESSAGE sip:high@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00bmf14uu7m68b757jujfcgc7fm9
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
=== out udp 192.0.2.7:5060
MESSAGE sip:low@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01bmf14uu7m68b79edcdgjfrs9ik
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE

=== case a contact that says its methods gets no others
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;methods="INVITE, ACK"
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
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
=== out udp 192.0.2.8:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=20mjgki7rgdgc
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
Server: sipd
Content-Length: 0

=== case a store that answers later; retransmissions meanwhile are absorbed
=== location after 50ms
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>
=== out none
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>
=== out none
=== after 50ms
=== out udp 192.0.2.7:5060 at 50ms
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
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3@192.0.2.8
CSeq: 3 MESSAGE
=== out none
=== after 50ms
=== out udp 192.0.2.7:5060 at 50ms
MESSAGE sip:bob@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt000106htkhd28mmb0f6eogvjdbk8
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm3
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3@192.0.2.8
CSeq: 3 MESSAGE

=== case flags: no reply, one contact; tables; registered and unregister
=== config
route {
    if (is_method("REGISTER")) {
        if (is_present_hf("Silent")) {
            if (!save("location", 2)) { sl_reply_error(); exit; }
            sl_send_reply(202, "Accepted");
        } else if (is_present_hf("Nated")) {
            fix_nated_register();
            save("location", "4");
        } else if (is_present_hf("Other")) {
            save("other", 0, "sip:carol@example.com");
        } else {
            switch (save("location", 0x04)) {
            case ok: xlog("ok");
            case failed, too_many: xlog("failed");
            }
        }
        exit;
    }
    if (is_method("INFO")) {
        if (registered("location")) xlog("registered");
        if (is_registered("other", "sip:carol@example.com")) xlog("carol in other");
        if (registered("location", "sip:carol@example.com")) xlog("carol in location");
        if (unregister("location", "sip:bob@example.com", "sip:nobody@192.0.2.7")) xlog("nothing to do");
        if (unregister("location", "sip:bob@example.com")) xlog("unregistered");
        if (!registered("location", $ru)) xlog("not registered");
        if (!lookup("other", "sip:carol@example.com")) xlog("lost");
        sl_send_reply(200, $ru);
        exit;
    }
    switch (lookup("location")) {
    case ok: t_relay();
    case not_found: sl_send_reply(404, "Not Found");
    case method_not_supported: sl_send_reply(405, "Method Not Allowed");
    case error: sl_send_reply(500, "Error");
    }
}
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Silent: yes
Contact: <sip:bob@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 202 Accepted
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
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
Silent: yes
Contact: <sip:bob@192.0.2.7>;expires=1
=== out udp 192.0.2.7:5060
SIP/2.0 423 Interval Too Brief
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Min-Expires: 60
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
Silent: yes
Contact: <sip:2@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 202 Accepted
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5c8j6ktpfdqhh
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Server: sipd
Content-Length: 0
=== in udp 192.0.2.9:1234
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKr4
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3
CSeq: 4 REGISTER
Nated: yes
Contact: <sip:3@192.0.2.7>
=== out udp 192.0.2.9:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKr4
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5fgo658oa22gf
Call-ID: 3
CSeq: 4 REGISTER
Contact: <sip:3@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 5@192.0.2.8
CSeq: 5 MESSAGE
=== out udp 192.0.2.9:1234
MESSAGE sip:3@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00depm9bm9ei1gka313hcviedr05
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm5
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 5@192.0.2.8
CSeq: 5 MESSAGE
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr6
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 6 REGISTER
Other: yes
Contact: <sip:carol@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr6
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=f6sqdl16edku7
Call-ID: 1@192.0.2.7
CSeq: 6 REGISTER
Contact: <sip:carol@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr7
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 9
CSeq: 7 REGISTER
Contact: <sip:4@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr7
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5avt4kl8m9j8g
Call-ID: 9
CSeq: 7 REGISTER
Contact: <sip:4@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== log
info: t.cfg:13: ok
=== in udp 192.0.2.8:5060
INFO sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 8@192.0.2.8
CSeq: 8 INFO
=== out udp 192.0.2.8:5060
SIP/2.0 200 sip:carol@192.0.2.7
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm8
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=b41gfoo1ehrir
Call-ID: 8@192.0.2.8
CSeq: 8 INFO
Server: sipd
Content-Length: 0
=== log
info: t.cfg:20: registered
info: t.cfg:21: carol in other
info: t.cfg:23: nothing to do
info: t.cfg:24: unregistered
info: t.cfg:25: not registered
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm9
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 9@192.0.2.8
CSeq: 9 MESSAGE
=== out udp 192.0.2.8:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm9
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=e6l63m3fnni3j
Call-ID: 9@192.0.2.8
CSeq: 9 MESSAGE
Server: sipd
Content-Length: 0
