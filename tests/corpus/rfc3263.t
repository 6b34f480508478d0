=== note
RFC 3263: where requests go, and what happens when a server fails. The order of the servers of a name is the resolver's: tests/unit/core_resolve.c and tests/interop/dns.sh.
=== config
route {
	if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
	if (!t_relay()) sl_reply_error();
}

=== case an address needs no name server; without a port it is 5060
=== shows 3263-4.2-1
=== dns
192.0.2.9 never
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5060
MESSAGE sip:bob@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00anoq0sm5vupageppenec3vi6gt
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00anoq0sm5vupageppenec3vi6gt
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

=== case an IPv6 address
=== shows 3263-4.2-1
=== config
listen = udp:192.0.2.1:5060
listen = udp:[2001:db8::1]:5060
route {
	if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
	if (!t_relay()) sl_reply_error();
}
=== in udp [2001:db8::7]:5060 to [2001:db8::1]:5060
MESSAGE sip:bob@[2001:db8::9]:5082 SIP/2.0
Via: SIP/2.0/UDP [2001:db8::7];branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp [2001:db8::9]:5082
MESSAGE sip:bob@[2001:db8::9]:5082 SIP/2.0
Via: SIP/2.0/UDP [2001:db8::1]:5060;rport;branch=z9hG4bKt005v1lb4trg71g86rqac6ka0h0c9
Max-Breadth: 60
Via: SIP/2.0/UDP [2001:db8::7];branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case a name without a port
=== shows 3263-4.2-3
=== dns
example.net 192.0.2.21:5071
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.21:5071
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.21:5071
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
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

=== case a name with a port
=== shows 3263-4.2-2
=== dns
example.net 192.0.2.21
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net:5090 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.21:5090
MESSAGE sip:bob@example.net:5090 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0003abau8ifu2ne91ctc9atkboqn
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case maddr stands for the host
=== shows 3263-4-1
=== dns
example.net never
m.example.net 192.0.2.34
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net;maddr=192.0.2.33 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.33:5060
MESSAGE sip:bob@example.net;maddr=192.0.2.33 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00cfa3f4omgmbb8aslqfd0tnhpri
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net:5070;maddr=m.example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.34:5070
MESSAGE sip:bob@example.net:5070;maddr=m.example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt003uce1hler8f710rh2648o6ohve
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== case transport=udp
=== shows 3263-4.1-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9;transport=UDP SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5060
MESSAGE sip:bob@192.0.2.9;transport=UDP SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008dro9ios19t7g9m8ve5u26il59
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case another transport is none of ours, and nothing is sent by UDP instead
=== shows 3263-4.1-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9;transport=tcp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=etfki90u8lm3u
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9;transport=tls SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=f16amu842l2f5
Call-ID: 2
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net;transport=sctp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 3
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=2e0stc1j8ge9b
Call-ID: 3
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case a sips: URI is not sent by UDP
=== shows 3263-4.1-2
=== in udp 192.0.2.7:5060
MESSAGE sips:bob@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 416 Unsupported URI Scheme
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=alj9pk9hui116
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sips:bob@192.0.2.9;transport=udp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 416 Unsupported URI Scheme
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=93plleoa2gapv
Call-ID: 2
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Route: <sips:192.0.2.10;lr>
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 3
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=4p843l12bpoeq
Call-ID: 3
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sips:bob@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa4
Route: <sip:192.0.2.10;lr>
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 4
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 416 Unsupported URI Scheme
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa4
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=306a7o51bh76f
Call-ID: 4
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case a name that is not there
=== shows 3263-4-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@nowhere.example SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 404 Unresolvable Destination
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=20idf9kklb72g
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case no name server answers
=== shows 3263-4-2
=== dns
example.net after 100ms fails
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out none
=== after 200ms

=== out udp 192.0.2.7:5060 at 100ms
SIP/2.0 504 Server Time-out
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=bfqp0ulh5sc7d
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case servers of an address family that no listener has
=== shows 3263-4-2
=== config
listen = udp:192.0.2.1:5060
route {
	if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
	if (!t_relay()) sl_reply_error();
}
=== dns
example.net [2001:db8::10]
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@[2001:db8::9] SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=6j4td9hpsvifd
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=4lhjgelti6n9u
Call-ID: 2
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case addresses that are not of one host: groups, broadcast, none
=== shows 3263-4-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@224.0.1.75 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=bkomh5u12pnrk
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net;maddr=224.0.1.75 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=9e5n47dbntjio
Call-ID: 2
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@255.255.255.255 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 3
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=bn94rhsvmmq4f
Call-ID: 3
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@0.0.0.0 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 4
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa4
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=9g2in5n5olmjm
Call-ID: 4
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@[ff02::1] SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 5
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa5
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=e8gs3odthm99a
Call-ID: 5
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@[::] SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa6
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 6
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 501 Transport Not Supported
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa6
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ccs3ad5d686uf
Call-ID: 6
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case the script can tell why
=== config
route {
	switch (t_relay()) {
	case unresolvable: t_reply(480, "No Such Name"); break;
	case no_answer: t_reply(480, "No Name Server"); break;
	case no_transport: t_reply(480, "Not By UDP"); break;
	default: break;
	}
}
=== dns
silent.example fails
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@nowhere.example SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 480 No Such Name
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=20idf9kklb72g
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9;transport=tcp SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 2
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 480 Not By UDP
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=94juckfpotmqv
Call-ID: 2
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@silent.example SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 3
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 480 No Name Server
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fm4s0ahhmmh8s
Call-ID: 3
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case what a branch route names in vain
=== shows 3263-4-2
=== config
branch_route[AWAY] { $du = "sip:nowhere.example"; }
route {
	t_on_branch("AWAY");
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 404 Unresolvable Destination
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=2ola45p3crb8m
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== after 10ms

=== case 503: the next server gets the request with another branch
=== shows 3263-4.3-1 3263-4.3-2
=== dns
example.net 192.0.2.21 192.0.2.22
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.21:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.21:5060
SIP/2.0 503 Service Unavailable
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.22:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.22:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
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

=== case unreachable: the next server
=== shows 3263-4.3-1 3263-4.3-2
=== dns
example.net 192.0.2.21 192.0.2.22
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.21:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== unreachable udp 192.0.2.21:5060
=== out udp 192.0.2.22:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.22:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
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

=== case no answer in time: the next server
=== shows 3263-4.3-1 3263-4.3-2 3263-4-3
=== config
fr_timer = 1200
route {
	if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
	if (!t_relay()) sl_reply_error();
}
=== dns
example.net 192.0.2.21 192.0.2.22
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.net SIP/2.0
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
=== out udp 192.0.2.21:5060
INVITE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== after 2s
=== out udp 192.0.2.21:5060 at 500ms
INVITE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.22:5060 at 1200ms
INVITE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.22:5060 at 1700ms
INVITE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.22:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.22:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.22>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.22>
Content-Length: 0

=== case a final reply ends the search
=== shows 3263-4.3-3
=== dns
example.net 192.0.2.21 192.0.2.22
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.21:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.21:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case all servers fail
=== shows 3263-4.3-4
=== dns
example.net 192.0.2.21 192.0.2.22
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.21:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== unreachable udp 192.0.2.21:5060
=== out udp 192.0.2.22:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.22:5060
SIP/2.0 503 Service Unavailable
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 500 Server Internal Error
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=bfqp0ulh5sc7d
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case ACK for an error and CANCEL go to the server that the INVITE went to
=== shows 3263-4-3
=== dns
example.net 192.0.2.21 192.0.2.22
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.net SIP/2.0
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
=== out udp 192.0.2.21:5060
INVITE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== unreachable udp 192.0.2.21:5060
=== out udp 192.0.2.22:5060
INVITE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== in udp 192.0.2.22:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== in udp 192.0.2.7:5060
CANCEL sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=bfqp0ulh5sc7d
Call-ID: 1
CSeq: 1 CANCEL
Server: sipd
Content-Length: 0
=== out udp 192.0.2.22:5060
CANCEL sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0
=== in udp 192.0.2.22:5060
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== out udp 192.0.2.22:5060
ACK sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt015gl3adn4lji8hel1ktbt0c3evs
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 487 Request Terminated
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0

=== case retransmissions are not resolved again: they go where the request went
=== shows 3263-4-3
=== dns
example.net 192.0.2.21 192.0.2.22
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.21:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== after 2s

=== out udp 192.0.2.21:5060 at 500ms
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.21:5060 at 1500ms
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005gl3adn4lji8h86h29j2ftgd0l
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case without a transaction a retransmission goes the same way, with the same branch
=== shows 3263-4.4-1
=== config
route {
	if (!forward()) sl_reply_error();
}
=== dns
example.net 192.0.2.21 192.0.2.22
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.22:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs005gl3adn4lji8haevl3ibpe0hl4
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.22:5060
MESSAGE sip:bob@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs005gl3adn4lji8haevl3ibpe0hl4
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case a reply without a transaction of ours goes to received, else to the address in sent-by
=== shows 3263-5-1
=== config
route {
	if (!forward()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP phone.example.com:5099;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006trh64k6imv5523t2p0lf598kg
Max-Breadth: 60
Via: SIP/2.0/UDP phone.example.com:5099;received=192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs006trh64k6imv5523t2p0lf598kg
Via: SIP/2.0/UDP phone.example.com:5099;received=192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.7:5099
SIP/2.0 200 OK
Via: SIP/2.0/UDP phone.example.com:5099;received=192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
