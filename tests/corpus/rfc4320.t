=== note
RFC 4320: provisional and late replies to non-INVITE requests.



=== case a MESSAGE that waits gets one 100, when its client's timer E has become T2
=== shows 4320-4.1-1 4320-4.1-2 4320-4.1-3
=== note
A 100 and a 183 of the callee stay here.
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
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
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== after 1s
=== out udp 192.0.2.9:5080 at 500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 183 Session Progress
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== after 2499ms
=== after 1ms
=== out udp 192.0.2.7:5060 at 1ms
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== after 1s
=== out udp 192.0.2.9:5080 at 1000ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case the time follows T1 and T2
=== shows 4320-4.1-2 4320-4.1-3
=== config
t1 = 250
t2 = 1000
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
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
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== after 749ms
=== out udp 192.0.2.9:5080 at 250ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== after 1ms



=== out udp 192.0.2.7:5060 at 1ms
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080 at 1ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case a script cannot send provisional replies to a MESSAGE
=== shows 4320-4.1-1 4320-4.1-2
=== config
route {
	if (!sl_send_reply(100, "Wait")) xlog("L_WARN", "no 100\n");
	t_newtran();
	if (!t_reply(183, "Wait")) xlog("L_WARN", "no 183\n");
	t_reply(200, "OK");
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


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=fnord2ribjqol
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== log
warn: t.cfg:2: a 100 to MESSAGE is not allowed
warn: t.cfg:2: no 100
warn: t.cfg:4: a 183 to MESSAGE is not allowed
warn: t.cfg:4: no 183

=== case a MESSAGE that nobody answers ends without a reply
=== shows 4320-4.2-1
=== note
Nor is it answered when it is repeated.
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
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
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== after 33s
=== out udp 192.0.2.9:5080 at 500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 1500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 3500ms
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080 at 3500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 7500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 11500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 15500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 19500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 23500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 27500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 31500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
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
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out none

=== case a 408 of the callee, and one of the script, go nowhere
=== shows 4320-4.2-1
=== config
route {
	if ($rU == "carol") { t_newtran(); t_reply(408, "Request Timeout"); exit; }
	t_relay();
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
=== in udp 192.0.2.9:5080
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== in udp 192.0.2.7:5060
MESSAGE sip:carol@192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c2
CSeq: 1 MESSAGE
Content-Length: 0





=== out none

=== case a 408 of one place, another reply of another
=== shows 4320-4.2-1
=== config
route {
	append_branch("sip:bob@192.0.2.10:5080");
	t_relay();
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
=== in udp 192.0.2.9:5080
SIP/2.0 408 Request Timeout
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
=== in udp 192.0.2.10:5080
SIP/2.0 480 Temporarily Unavailable
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt016gr5v2u1621el624nfhltut3q8
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out udp 192.0.2.7:5060
SIP/2.0 480 Temporarily Unavailable
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=c
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0

=== case a late reply goes nowhere
=== shows 4320-4.2-2
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
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
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== after 33s
=== out udp 192.0.2.9:5080 at 500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 1500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.7:5060 at 3500ms
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.9:5080 at 3500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 7500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 11500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 15500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 19500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 23500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 27500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.9:5080 at 31500ms
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0





=== out none

=== case a reply after the worker has died goes nowhere
=== shows 4320-4.2-2
=== config
route {
	if (is_method("CANCEL")) { if (!t_relay()) sl_reply_error(); exit; }
	if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }
	record_route();
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
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== restart
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out none
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
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport=5060;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0


=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: c1@example.com
CSeq: 1 MESSAGE
Content-Length: 0
