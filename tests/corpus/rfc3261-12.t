=== note
RFC 3261 section 12, as far as a proxy has to do with it: Record-Route and Route in dialogs.
=== config
route {
	if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
	if (has_totag()) { loose_route(); t_relay(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}

=== case a reply that makes a dialog repeats all of Record-Route in order
=== shows 3261-12.1.1-1 3261-12.1.1-2
=== config
route {
	append_to_reply("Contact: <sip:bob@192.0.2.1>\r\n");
	t_reply(180, "Ringing");
	t_reply(200, "OK");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Record-Route: <sip:p2.example.com;lr;x=1>;y="z", <sip:p1.example.com;lr>
Record-Route: <sip:p0.example.com>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 INVITE
Record-Route: <sip:p2.example.com;lr;x=1>;y="z", <sip:p1.example.com;lr>
Record-Route: <sip:p0.example.com>
Contact: <sip:bob@192.0.2.1>
Server: sipd
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 INVITE
Record-Route: <sip:p2.example.com;lr;x=1>;y="z", <sip:p1.example.com;lr>
Record-Route: <sip:p0.example.com>
Contact: <sip:bob@192.0.2.1>
Server: sipd
Content-Length: 0

=== case one that makes none does not
=== config
route {
	t_reply(486, "Busy Here");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Record-Route: <sip:p2.example.com;lr;x=1>;y="z", <sip:p1.example.com;lr>
Record-Route: <sip:p0.example.com>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case Record-Route of others goes through unchanged, in both directions
=== shows 3261-12.1.1-3 3261-12.1.2-1
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Record-Route: <sip:p2.example.com;lr;x=1>;y="z", <sip:p1.example.com;lr>
Record-Route: <sip:p0.example.com>
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
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Record-Route: <sip:p2.example.com;lr;x=1>;y="z", <sip:p1.example.com;lr>
Record-Route: <sip:p0.example.com>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Record-Route: <sip:p2.example.com;lr;x=1>;y="z", <sip:p1.example.com;lr>
Record-Route: <sip:p0.example.com>
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Record-Route: <sip:p2.example.com;lr;x=1>;y="z", <sip:p1.example.com;lr>
Record-Route: <sip:p0.example.com>
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0

=== case requests inside the dialog follow the route, and Contact passes unchanged
=== shows 3261-12.2.1.1-1 3261-12.2.1.1-2
=== in udp 192.0.2.7:5060
UPDATE sip:bob@192.0.2.99:5090;transport=udp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Route: <sip:192.0.2.1;lr>
Route: <sip:192.0.2.9:5080;lr>, <sip:192.0.2.10;lr>
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 UPDATE
Contact: <sip:alice@192.0.2.8:5070>
Content-Length: 0

=== out udp 192.0.2.9:5080
UPDATE sip:bob@192.0.2.99:5090;transport=udp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt007nmvqfb64qo5leqjp60oimo7rb
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Route: <sip:192.0.2.9:5080;lr>, <sip:192.0.2.10;lr>
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 UPDATE
Contact: <sip:alice@192.0.2.8:5070>
Content-Length: 0

=== case to a strict router the Request-URI goes last
=== shows 3261-12.2.1.1-3
=== in udp 192.0.2.7:5060
BYE sip:bob@192.0.2.99:5090 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Route: <sip:192.0.2.1;lr>
Route: <sip:192.0.2.9:5080>, <sip:192.0.2.10;lr>
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 BYE
Content-Length: 0

=== out udp 192.0.2.9:5080
BYE sip:192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0048fgn1bd5p4eh9ltv4dohu3luc
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Route: <sip:192.0.2.10;lr>
Route: <sip:bob@192.0.2.99:5090>
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 BYE
Content-Length: 0
