=== config
route {
    if (is_method("REGISTER")) {
        if (!save("location")) sl_reply_error();
        exit;
    }
    if (!lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
    t_relay();
}
=== case a contact with an instance is given a public GRUU, the same at each refresh
=== shows 5627-5.2-1 5627-5.2-2
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Supported: path, gruu
Contact: <sip:bob@192.0.2.7>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";pub-gruu="sip:bob@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
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
Supported: path, gruu
Contact: <sip:bob@192.0.2.9>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";pub-gruu="sip:bob@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
Contact: <sip:bob@192.0.2.9>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";pub-gruu="sip:bob@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case who does not say gruu is given none, and a contact without an instance has none
=== shows 5627-5.2-3
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
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
Supported: path, gruu
Contact: <sip:bob@192.0.2.9>
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";pub-gruu="sip:bob@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
Contact: <sip:bob@192.0.2.9>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case Require: gruu is understood
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Require: gruu
Contact: <sip:bob@192.0.2.7>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";pub-gruu="sip:bob@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case what may not stand in a URI parameter is escaped, and found again
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Supported: path, gruu
Contact: <sip:bob@192.0.2.7>;+sip.instance="<urn:x:a;b=c>"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600;+sip.instance="<urn:x:a;b=c>";pub-gruu="sip:bob@example.com;gr=urn:x:a%3bb%3dc"
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com;gr=urn:x:a%3bb%3dc SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
=== out udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008jnhftl73qcn7aj12np3j4aqvo
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com;gr=urn:x:a SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3@192.0.2.8
CSeq: 3 MESSAGE
=== out udp 192.0.2.8:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm3
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=1f8mthigbhq7g
Call-ID: 3@192.0.2.8
CSeq: 3 MESSAGE
Server: sipd
Content-Length: 0

=== case a request to the GRUU goes to that instance alone, at its latest contact
=== shows 5627-5.4-1
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Supported: path, gruu
Contact: <sip:bob@192.0.2.7>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";pub-gruu="sip:bob@example.com;gr=urn:uuid:00000000-0000-1000-8000-000A95A0E128"
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
Supported: path, gruu
Contact: <sip:old@192.0.2.9>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=ekb9jhma21msm
Call-ID: 2
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";pub-gruu="sip:bob@example.com;gr=urn:uuid:00000000-0000-1000-8000-000A95A0E128"
Contact: <sip:old@192.0.2.9>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";pub-gruu="sip:bob@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== after 5s
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3
CSeq: 3 REGISTER
Supported: path, gruu
Contact: <sip:new@192.0.2.9:5080>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=15bejkjs31hc2
Call-ID: 3
CSeq: 3 REGISTER
Contact: <sip:new@192.0.2.9:5080>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";pub-gruu="sip:bob@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
Contact: <sip:bob@192.0.2.7>;expires=3595;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";pub-gruu="sip:bob@example.com;gr=urn:uuid:00000000-0000-1000-8000-000A95A0E128"
Contact: <sip:old@192.0.2.9>;expires=3595;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";pub-gruu="sip:bob@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
Date: Thu, 01 Jan 2026 00:00:05 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com;gr=urn:uuid:F81D4FAE-7dec-11d0-a765-00a0c91e6bf6 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 4@192.0.2.8
CSeq: 4 MESSAGE
=== out udp 192.0.2.9:5080
MESSAGE sip:new@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005hohsvhf41rh684t0mrt3h4kop
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm4
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 4@192.0.2.8
CSeq: 4 MESSAGE
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com;gr=urn:uuid:00000000-0000-1000-8000-000A95A0E128 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 5@192.0.2.8
CSeq: 5 MESSAGE
=== out udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00dqojksssolca65h6cmfbrgm9es
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm5
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 5@192.0.2.8
CSeq: 5 MESSAGE

=== case a GRUU whose instance is not registered is not found
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Supported: path, gruu
Contact: <sip:bob@192.0.2.7>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";pub-gruu="sip:bob@example.com;gr=urn:uuid:00000000-0000-1000-8000-000A95A0E128"
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.8:5060
MESSAGE sip:bob@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6 SIP/2.0
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
To: <sip:bob@example.com>;tag=7mjh259mqh4cr
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE
Server: sipd
Content-Length: 0

=== case the address of record is no contact of itself
=== shows 5627-5.1-1
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Supported: path, gruu
Contact: <sip:bob@EXAMPLE.com>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>"
=== out udp 192.0.2.7:5060
SIP/2.0 403 Contact Is The Address Of Record
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
Supported: path, gruu
Contact: <sip:bob@example.com;gr=urn:uuid:00000000-0000-1000-8000-000A95A0E128>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>"
=== out udp 192.0.2.7:5060
SIP/2.0 403 Contact Is The Address Of Record
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Server: sipd
Content-Length: 0
