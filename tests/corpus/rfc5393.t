=== note
RFC 5393: loops of forking proxies, and Max-Breadth.



=== note
From another sender it may be meant to pass again; when it comes from there a second time it is a loop.
=== case a fork that comes back as it went is refused
=== shows 5393-4.1-1 5393-4.1-2 5393-4.1-3
=== note
However many other servers it passed, and whatever they did to Max-Forwards and Record-Route.
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx1
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKx2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 67
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Record-Route: <sip:192.0.2.20;lr>
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006695m2ss7knmea4m4giu1ohlju
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx1
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKx2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 66
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Record-Route: <sip:192.0.2.20;lr>
Content-Length: 0
=== out udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016695m2ss7knme2jdfrvkkgotp8
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx1
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKx2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 66
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Record-Route: <sip:192.0.2.20;lr>
Content-Length: 0
=== in udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKy1
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016695m2ss7knme2jdfrvkkgotp8
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx1
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKx2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 67
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Record-Route: <sip:192.0.2.20;lr>
Content-Length: 0

=== out udp 192.0.2.10:5080
SIP/2.0 482 Loop Detected
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKy1
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016695m2ss7knme2jdfrvkkgotp8
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx1
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKx2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=30pmho1q99c26
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case a spiral goes on: other Request-URI, other Route, other credentials, another's Via
=== shows 5393-4.1-2 5393-4.1-4 5393-4.2-1
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.9:5081 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx1
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5081
MESSAGE sip:bob@192.0.2.9:5081 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006g0mt7b9h5sjmbt85q2psr8dds
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx1
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016g0mt7b9h5sjm0amltdjukn76o
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx1
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Route: <sip:192.0.2.30;lr>
Content-Length: 0


=== out udp 192.0.2.30:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt001cc6856lar5cab4ks59obms8tk
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Route: <sip:192.0.2.30;lr>
Content-Length: 0
=== out udp 192.0.2.30:5060
MESSAGE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt011cc6856lar5caed1etnrllsr38
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx2
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Route: <sip:192.0.2.30;lr>
Content-Length: 0
=== in udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx3
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Proxy-Authorization: Digest username="a", realm="r", nonce="n", uri="sip:b", response="0"
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006695m2ss7knme3mlu4uh89rbc4
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx3
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Proxy-Authorization: Digest username="a", realm="r", nonce="n", uri="sip:b", response="0"
Content-Length: 0
=== out udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016695m2ss7knme2bl5utpqpo59u
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx3
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Proxy-Authorization: Digest username="a", realm="r", nonce="n", uri="sip:b", response="0"
Content-Length: 0
=== in udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx4
Via: SIP/2.0/UDP 192.0.2.99:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006695m2ss7knme46psag0s5h8f0
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx4
Via: SIP/2.0/UDP 192.0.2.99:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016695m2ss7knmec6o0n2mk9chgt
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.10:5080;branch=z9hG4bKx4
Via: SIP/2.0/UDP 192.0.2.99:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case the method is not in the branch
=== shows 5393-4.2-2
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.10:5080
INVITE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Breadth: 30
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.7:5060
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
CANCEL sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== out udp 192.0.2.10:5080
CANCEL sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0





=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0

=== case each request has one Max-Breadth
=== shows 5393-5.3-1 5393-5.3-2 5393-5.3-3 5393-5.3-6
=== note
None; less than the largest; more than that; two; none that is a number.
=== config
route {
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 7
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621el4ulo8anni4u1m
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 7
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
max-breadth : 4000000000
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621el42olqrp8g026h
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
max-breadth: 60
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 5
X-Odd: 1
Max-Breadth: 6
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621el872ohaomq4dto
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa4
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 5
X-Odd: 1
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: wide
Content-Length: 0





=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621elc2on8lf072b8e
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa5
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 60
Content-Length: 0

=== case without state, too
=== shows 5393-5.3-1 5393-5.3-2 5393-5.3-3
=== config
route {
	forward();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621eldparu4ceklqn4
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 99
Content-Length: 0


=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621el9e489f64hv5j1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 60
Content-Length: 0
=== in udp 192.0.2.7:5060
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0





=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006gr5v2u1621elellm64jfstrsf
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0

=== case a fork shares Max-Breadth
=== shows 5393-5.3-4
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 7
Content-Length: 0





=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 3
Content-Length: 0
=== out udp 192.0.2.10:5080
MESSAGE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 3
Content-Length: 0

=== case a fork that is too wide is answered 440
=== shows 5393-5.3-5 5393-5.3-4
=== note
Not even one branch of it is sent.
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Max-Breadth: 1
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 440 Max-Breadth Exceeded
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Max-Breadth: 0
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 440 Max-Breadth Exceeded
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=6u7u3ur1oas58
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case Max-Breadth 1: one after the other
=== shows 5393-5.3-7 5393-5.3-4 5393-5.3-6
=== config
route {
	t_on_failure("NEXT");
	t_relay();
}
failure_route[NEXT] {
	$ru = "sip:bob@192.0.2.10:5080";
	t_relay();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Max-Breadth: 1
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080
INVITE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Max-Breadth: 1
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.9:5080
ACK sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.10:5080
INVITE sip:bob@192.0.2.10:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Max-Breadth: 1
Content-Length: 0
=== in udp 192.0.2.10:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 INVITE
Content-Length: 0
