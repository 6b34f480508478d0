=== note
RFC 3261 section 18: the transport, as far as it is UDP.
=== config
route {
	if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
	if (!t_relay()) sl_reply_error();
}

=== case what is sent names us in Via
=== shows 3261-18.1.1-3
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

=== case a reply whose topmost Via is not ours is discarded
=== shows 3261-18.1.2-1
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
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.66:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out none
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5066;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out none
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case sent-by is where the request came from: no received
=== shows 3261-18.2.1-3 3261-18.2.2-3
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

=== case sent-by is another address: received
=== shows 3261-18.2.1-2 3261-18.2.2-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 10.1.2.3:5070;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv5561trknq8obttu
Max-Breadth: 60
Via: SIP/2.0/UDP 10.1.2.3:5070;received=192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv5561trknq8obttu
Via: SIP/2.0/UDP 10.1.2.3:5070;received=192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5070
SIP/2.0 200 OK
Via: SIP/2.0/UDP 10.1.2.3:5070;received=192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case sent-by is a name: received
=== shows 3261-18.2.1-2 3261-18.2.2-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP phone.example.com;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eenst8ioi1prr
Max-Breadth: 60
Via: SIP/2.0/UDP phone.example.com;received=192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eenst8ioi1prr
Via: SIP/2.0/UDP phone.example.com;received=192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP phone.example.com;received=192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case sent-by is a name: a reply made here goes to the address that the request came from
=== shows 3261-18.2.2-2
=== config
route {
	sl_send_reply(200, "OK");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP phone.example.com:5071;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5071
SIP/2.0 200 OK
Via: SIP/2.0/UDP phone.example.com:5071;received=192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=etn1jje6edq3c
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case a received that came with the request is replaced
=== shows 3261-18.2.1-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP phone.example.com;branch=z9hG4bKa1;received=192.0.2.66
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eenst8ioi1prr
Max-Breadth: 60
Via: SIP/2.0/UDP phone.example.com;received=192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eenst8ioi1prr
Via: SIP/2.0/UDP phone.example.com;received=192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP phone.example.com;received=192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case the port of sent-by, not that of the packet, without rport
=== shows 3261-18.2.2-3
=== in udp 192.0.2.7:6000
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt003v3jj7q068lomf9nspfathldfg
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt003v3jj7q068lomf9nspfathldfg
Via: SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5070
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case maddr in Via: replies go there, to the port of sent-by
=== shows 3261-18.2.2-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bKa1;maddr=192.0.2.70
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv554c63j2ohdec3g
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bKa1;maddr=192.0.2.70
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv554c63j2ohdec3g
Via: SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bKa1;maddr=192.0.2.70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.70:5070
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bKa1;maddr=192.0.2.70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case maddr in Via: replies made here too
=== shows 3261-18.2.2-1
=== config
route {
	sl_send_reply(200, "OK");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1;maddr=192.0.2.70
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.70:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1;maddr=192.0.2.70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case what stands behind the body is discarded
=== shows 3261-18.3-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Type: text/plain
Content-Length: 5

12345
67890

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
Content-Type: text/plain
Content-Length: 5

12345\

=== case a request with less body than Content-Length says is answered 400
=== shows 3261-18.3-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Type: text/plain
Content-Length: 50

12345

=== out udp 192.0.2.7:5060
SIP/2.0 400 Body Shorter Than Content-Length
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case a reply with less body than Content-Length says is discarded
=== shows 3261-18.3-3
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
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 9

=== out none
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case without Content-Length the body ends with the datagram
=== shows 3261-18.3-4
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Type: text/plain

12345
67890

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
Content-Type: text/plain

12345
67890

=== case a server that cannot be reached is as one that says 503
=== shows 3261-18.4-1
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
=== unreachable udp 192.0.2.9:5080

=== out udp 192.0.2.7:5060
SIP/2.0 500 Server Internal Error
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
