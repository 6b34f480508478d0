=== note
A request gets one answer, whatever the script asks for; odd forms of calls.
=== case t_relay_to with flags
=== config
route {
    if (!t_relay_to("udp:192.0.2.30:5072", "0x04")) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.30:5072
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case t_relay_to with flags alone
=== config
route {
    if (!t_relay_to("0x01")) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.20:5060
MESSAGE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008e0l4nbqq1t4nc2hv84pnk1hgi
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case no reply behind a reply, where the checks cannot see it
=== config
route {
    $var(done) = 0;
    if (is_request()) { sl_send_reply(200, "First"); $var(done) = 1; }
    if ($var(done) == 1) { if (sl_send_reply(404, "Second")) xlog("twice"); else xlog("once"); }
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 First
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== log
info: t.cfg:4: once

=== case no relay behind a reply
=== config
route {
    $var(done) = 0;
    if (is_request()) { sl_send_reply(200, "First"); $var(done) = 1; }
    if ($var(done) == 1) { if (t_relay()) xlog("twice"); else xlog("once"); }
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 First
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=26jd78v165caq
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== log
info: t.cfg:4: once

=== case no transaction behind a reply
=== config
route {
    $var(done) = 0;
    if (is_request()) { sl_send_reply(200, "First"); $var(done) = 1; }
    if ($var(done) == 1) { if (t_newtran()) xlog("made"); else xlog("none"); }
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 First
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=26jd78v165caq
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
=== log
info: t.cfg:4: none

=== case a final reply behind a relay cancels the branch
=== config
route {
    $var(done) = 0;
    if (is_request()) { t_relay(); $var(done) = 1; }
    if ($var(done) == 1) t_reply(486, "Changed My Mind");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008e0l4nbqq1t4nc2hv84pnk1hgi
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Changed My Mind
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=26jd78v165caq
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.20:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008e0l4nbqq1t4nc2hv84pnk1hgi
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 INVITE
Content-Length: 0
=== out udp 192.0.2.20:5060
CANCEL sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008e0l4nbqq1t4nc2hv84pnk1hgi
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 CANCEL
Content-Length: 0

=== case a second relay has nothing new to relay
=== config
route {
    $var(done) = 0;
    if (is_request()) { t_relay(); $var(done) = 1; }
    if ($var(done) == 1) { if (!t_relay()) xlog("nothing new"); }
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.20:5060
MESSAGE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008e0l4nbqq1t4nc2hv84pnk1hgi
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== log
warn: t.cfg:4: there is no new target: set $ru, or append_branch()
info: t.cfg:4: nothing new

=== case a copy that cannot be sent does not change what the request is answered
=== config
route {
    t_replicate("nowhere.example.net");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 501 Not Implemented
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=26jd78v165caq
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0
