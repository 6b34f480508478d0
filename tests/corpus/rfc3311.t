=== note
RFC 3311: UPDATE passes a proxy as any request in a dialog.
=== config
route {
	if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
	if (has_totag()) { loose_route(); t_relay(); exit; }
	record_route();
	if (!t_relay()) sl_reply_error();
}

=== case UPDATE in an early dialog
=== shows 3311-5-1 3311-5-2
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Allow: INVITE, ACK, CANCEL, BYE, UPDATE
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
Allow: INVITE, ACK, CANCEL, BYE, UPDATE
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
Allow: UPDATE
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
Allow: UPDATE
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0
=== in udp 192.0.2.7:5060
UPDATE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Route: <sip:192.0.2.1;lr>
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 UPDATE
Contact: <sip:alice@192.0.2.8>
Content-Type: application/sdp
Content-Length: 5

v=0
=== out udp 192.0.2.9:5080
UPDATE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005ve5fikofcb4tajri0el910l9m
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 UPDATE
Contact: <sip:alice@192.0.2.8>
Content-Type: application/sdp
Content-Length: 5

v=0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005ve5fikofcb4tajri0el910l9m
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 UPDATE
Contact: <sip:bob@192.0.2.9:5081>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 UPDATE
Contact: <sip:bob@192.0.2.9:5081>
Content-Length: 0

=== case from the callee, while the INVITE is pending
=== shows 3311-5-1
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
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
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.9:5080
UPDATE sip:alice@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb1
Route: <sip:192.0.2.1;lr>
Max-Forwards: 70
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: 1
CSeq: 1 UPDATE
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0

=== out udp 192.0.2.7:5060
UPDATE sip:alice@192.0.2.7 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt003tnkbmfg4d9tl07brio7l1m0pa
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb1
Max-Forwards: 69
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: 1
CSeq: 1 UPDATE
Contact: <sip:bob@192.0.2.9:5080>
Content-Length: 0
=== in udp 192.0.2.7:5060
SIP/2.0 491 Request Pending
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt003tnkbmfg4d9tl07brio7l1m0pa
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb1
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: 1
CSeq: 1 UPDATE
Content-Length: 0

=== out udp 192.0.2.9:5080
SIP/2.0 491 Request Pending
Via: SIP/2.0/UDP 192.0.2.9:5080;branch=z9hG4bKb1
From: <sip:bob@example.com>;tag=b
To: <sip:alice@example.com>;tag=a
Call-ID: 1
CSeq: 1 UPDATE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Record-Route: <sip:192.0.2.1:5060;lr>
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== case 500 with Retry-After passes as it is
=== shows 3311-5-2
=== in udp 192.0.2.7:5060
UPDATE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Route: <sip:192.0.2.1;lr>
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 UPDATE
Contact: <sip:alice@192.0.2.8>
Content-Length: 0

=== out udp 192.0.2.9:5080
UPDATE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005ve5fikofcb4tajri0el910l9m
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 UPDATE
Contact: <sip:alice@192.0.2.8>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 500 Server Internal Error
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005ve5fikofcb4tajri0el910l9m
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 UPDATE
Retry-After: 3
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 500 Server Internal Error
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 2 UPDATE
Retry-After: 3
Content-Length: 0
