=== note
RFC 3327: Path.
=== config
alias = "example.com"
route {
	if (is_method("REGISTER")) { if (!save("location")) sl_reply_error(); exit; }
	if (!lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
	t_relay();
}

=== case Path is kept with the contact, is in the 200, and is the Route of what goes there
=== shows 3327-5.3-1 3327-5.3-2 3327-5.3-3
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>
Path: <sip:192.0.2.11;lr>, <sip:p2@192.0.2.12;lr;x=y>
Path: <sip:192.0.2.13;lr>
Supported: path
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=4ncgpd5u9or2n
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Path: <sip:192.0.2.11;lr>, <sip:p2@192.0.2.12;lr;x=y>, <sip:192.0.2.13;lr>
Supported: path
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.11:5060
MESSAGE sip:alice@10.0.0.7:5070 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00bjhb65diniijl7t61fisalo8se
Route: <sip:192.0.2.11;lr>, <sip:p2@192.0.2.12;lr;x=y>, <sip:192.0.2.13;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case the Path of the last REGISTER counts
=== shows 3327-5.3-1
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>
Path: <sip:192.0.2.11;lr>, <sip:p2@192.0.2.12;lr;x=y>
Path: <sip:192.0.2.13;lr>
Supported: path
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=4ncgpd5u9or2n
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Path: <sip:192.0.2.11;lr>, <sip:p2@192.0.2.12;lr;x=y>, <sip:192.0.2.13;lr>
Supported: path
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 2 REGISTER
Contact: <sip:alice@10.0.0.7:5070>
Path: <sip:192.0.2.14;lr>
Supported: path
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr2
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=6f4l0n6usn6ph
Call-ID: 1
CSeq: 2 REGISTER
Contact: <sip:alice@10.0.0.7:5070>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Path: <sip:192.0.2.14;lr>
Supported: path
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.14:5060
MESSAGE sip:alice@10.0.0.7:5070 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00bjhb65diniijl7t61fisalo8se
Route: <sip:192.0.2.14;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 3 REGISTER
Contact: <sip:alice@10.0.0.7:5070>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr3
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=7phpmhsga4qja
Call-ID: 1
CSeq: 3 REGISTER
Contact: <sip:alice@10.0.0.7:5070>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
MESSAGE sip:alice@10.0.0.7:5070 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt001h4ovi8qdgvl631mcjn8nteaop
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== case Path without Supported: path
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>
Path: <sip:192.0.2.11;lr>, <sip:p2@192.0.2.12;lr;x=y>
Path: <sip:192.0.2.13;lr>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=4ncgpd5u9or2n
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case a proxy adds itself on top
=== shows 3327-5.2-1
=== config
route {
	add_path();
	t_relay("192.0.2.40");
}
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>
Path: <sip:192.0.2.11;lr>, <sip:p2@192.0.2.12;lr;x=y>
Path: <sip:192.0.2.13;lr>
Supported: path
Content-Length: 0

=== out udp 192.0.2.40:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0055vsbe02ndd8vd5l4pbfqk5erl
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>
Path: <sip:192.0.2.1:5060;lr>
Path: <sip:192.0.2.11;lr>, <sip:p2@192.0.2.12;lr;x=y>
Path: <sip:192.0.2.13;lr>
Supported: path
Content-Length: 0

=== case a proxy passes Path in the 200 back
=== shows 3327-5.2-2
=== config
route {
	add_path();
	t_relay("192.0.2.40");
}
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>
Supported: path
Content-Length: 0

=== out udp 192.0.2.40:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0055vsbe02ndd8vd5l4pbfqk5erl
Max-Breadth: 60
Path: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>
Supported: path
Content-Length: 0
=== in udp 192.0.2.40:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0055vsbe02ndd8vd5l4pbfqk5erl
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=b
Call-ID: 1
CSeq: 1 REGISTER
Path: <sip:192.0.2.1:5060;lr>
Supported: path
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=b
Call-ID: 1
CSeq: 1 REGISTER
Path: <sip:192.0.2.1:5060;lr>
Supported: path
Content-Length: 0

=== case other requests get no Path
=== shows 3327-4-1
=== config
route {
	if (!add_path()) xlog("no Path");
	t_relay();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== log
info: t.cfg:2: no Path

=== case contacts have a Path each
=== shows 3327-5.3-3
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>
Path: <sip:192.0.2.11;lr>
Supported: path
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr1
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=4ncgpd5u9or2n
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Path: <sip:192.0.2.11;lr>
Supported: path
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKx
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 9
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.77>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKx
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=1qgol44fccajh
Call-ID: 9
CSeq: 1 REGISTER
Contact: <sip:alice@10.0.0.7:5070>;expires=3600
Contact: <sip:alice@192.0.2.77>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:alice@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.11:5060
INVITE sip:alice@10.0.0.7:5070 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00bjhb65diniijl7t61fisalo8se
Route: <sip:192.0.2.11;lr>
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.77:5060
INVITE sip:alice@192.0.2.77 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt01bjhb65diniijl8k52ejlkt7j6l
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
