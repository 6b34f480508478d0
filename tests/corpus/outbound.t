=== config
route {
    if (is_method("REGISTER")) {
        if (!save("location")) sl_reply_error();
        exit;
    }
    if (!lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
    t_relay();
}
=== case a flow is answered with Require: outbound, and used as it came
=== shows 5626-6-1 5626-6-2
=== in udp 192.0.2.7:4444
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Supported: path, outbound
Contact: <sip:bob@10.1.1.1>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@10.1.1.1>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
Date: Thu, 01 Jan 2026 00:00:00 GMT
Require: outbound
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
=== out udp 192.0.2.7:4444
MESSAGE sip:bob@10.1.1.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00bmf14uu7m68b757jujfcgc7fm9
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.8
CSeq: 2 MESSAGE

=== case another flow of the same instance stands beside it, only the newest is used
=== shows 5626-6-3 5626-7-1
=== in udp 192.0.2.7:1000
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Supported: path, outbound
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
Require: outbound
Server: sipd
Content-Length: 0
=== after 1s
=== in udp 192.0.2.7:2000
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Supported: path, outbound
Contact: <sip:bob@192.0.2.7:2000>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=2
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7:2000>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=2
Contact: <sip:bob@192.0.2.7:1000>;expires=3599;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
Date: Thu, 01 Jan 2026 00:00:01 GMT
Require: outbound
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
=== out udp 192.0.2.7:2000
MESSAGE sip:bob@192.0.2.7:2000 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt000106htkhd28mmb0f6eogvjdbk8
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm3
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3@192.0.2.8
CSeq: 3 MESSAGE

=== case a flow is replaced by its instance and reg-id, whatever its URI
=== shows 5626-6-4
=== in udp 192.0.2.7:1000
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Supported: path, outbound
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
Require: outbound
Server: sipd
Content-Length: 0
=== in udp 192.0.2.9:3000
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: other
CSeq: 2 REGISTER
Supported: path, outbound
Contact: <sip:x@192.0.2.9:3000>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
=== out udp 192.0.2.9:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=7c5hub2jrtdmv
Call-ID: other
CSeq: 2 REGISTER
Contact: <sip:x@192.0.2.9:3000>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
Date: Thu, 01 Jan 2026 00:00:00 GMT
Require: outbound
Server: sipd
Content-Length: 0

=== case a reg-id without an instance is ignored
=== shows 5626-6-5
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Supported: path, outbound
Contact: <sip:bob@192.0.2.7>;reg-id=1
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
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Supported: path, outbound
Contact: <sip:bob@192.0.2.9>;reg-id=1
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600
Contact: <sip:bob@192.0.2.9>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case behind a proxy that knows nothing of flows it is 439
=== shows 5626-6-6
=== in udp 192.0.2.50:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.50;branch=z9hG4bKp1
Via: SIP/2.0/UDP 10.1.1.1;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Supported: path, outbound
Contact: <sip:bob@10.1.1.1>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
=== out udp 192.0.2.50:5060
SIP/2.0 439 First Hop Lacks Outbound Support
Via: SIP/2.0/UDP 192.0.2.50;branch=z9hG4bKp1
Via: SIP/2.0/UDP 10.1.1.1;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=cuk8387g1qlkp
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Server: sipd
Content-Length: 0
=== in udp 192.0.2.50:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.50;branch=z9hG4bKp1
Via: SIP/2.0/UDP 10.1.1.1;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Supported: path, outbound
Path: <sip:192.0.2.50;lr>
Contact: <sip:bob@10.1.1.1>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
=== out udp 192.0.2.50:5060
SIP/2.0 439 First Hop Lacks Outbound Support
Via: SIP/2.0/UDP 192.0.2.50;branch=z9hG4bKp1
Via: SIP/2.0/UDP 10.1.1.1;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=5u0eshqvjpbpe
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Server: sipd
Content-Length: 0
=== in udp 192.0.2.50:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.50;branch=z9hG4bKp1
Via: SIP/2.0/UDP 10.1.1.1;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Supported: path, outbound
Path: <sip:token@192.0.2.50;lr;ob>
Contact: <sip:bob@10.1.1.1>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
=== out udp 192.0.2.50:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.50;branch=z9hG4bKp1
Via: SIP/2.0/UDP 10.1.1.1;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3m64jc782sti0
Call-ID: 1@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:bob@10.1.1.1>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
Date: Thu, 01 Jan 2026 00:00:00 GMT
Require: outbound
Path: <sip:token@192.0.2.50;lr;ob>
Supported: path
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
=== out udp 192.0.2.50:5060
MESSAGE sip:bob@10.1.1.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt009ratkmfg6u7c52pe04vkgb42b3
Route: <sip:token@192.0.2.50;lr;ob>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKm4
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 4@192.0.2.8
CSeq: 4 MESSAGE

=== case who does not say outbound is not told so
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=3sbfifm0d7kaj
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7>;expires=3600;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1
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
Supported: path, outbound
Contact: <sip:bob@192.0.2.7>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1;expires=0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=276fgrd04fus9
Call-ID: 1@192.0.2.7
CSeq: 2 REGISTER
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
