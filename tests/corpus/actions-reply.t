=== note
The actions that answer a request.
=== case sl_send_reply answers statelessly and a retransmission is answered alike
=== config
route {
    sl_send_reply(404, "Not Here");
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
SIP/2.0 404 Not Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
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
SIP/2.0 404 Not Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case a code in quotes is a number, a missing reason is the standard phrase
=== config
route {
    sl_send_reply("486");
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
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case an ACK is never answered
=== config
route {
    if (sl_send_reply(404, "Not Here")) xlog("answered"); else xlog("refused");
}
=== in udp 192.0.2.7:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out none
=== log
info: t.cfg:2: refused

=== case a provisional reply alone leaves the request unanswered
=== config
route {
    sl_send_reply(183, "Wait");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 183 Wait
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 501 Not Implemented
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case the INVITE gets a reply with Record-Route only from 101 to 299
=== config
route {
    sl_send_reply(180, "Ringing");
    sl_send_reply(486, "Busy");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Record-Route: <sip:10.0.0.1;lr>
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Record-Route: <sip:10.0.0.1;lr>
Server: sipd
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case a 3xx has the changed Request-URI and the targets as Contacts
=== config
route {
    $ru = "sip:bob@192.0.2.20";
    append_branch("sip:bob@192.0.2.21", "0.5");
    append_branch("sip:bob@192.0.2.22;transport=udp", "1");
    append_branch("sip:bob@192.0.2.23", "0");
    sl_send_reply(302, "Moved");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 302 Moved
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.20>
Contact: <sip:bob@192.0.2.21>;q=0.5
Contact: <sip:bob@192.0.2.22;transport=udp>;q=1
Contact: <sip:bob@192.0.2.23>;q=0
Server: sipd
Content-Length: 0

=== case a 3xx does not send the caller back to the URI it asked for
=== config
route {
    append_branch("sip:bob@192.0.2.21");
    sl_send_reply(300, "Choices");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 300 Choices
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:bob@192.0.2.21>
Server: sipd
Content-Length: 0

=== case control characters in a computed reason are not sent
=== config
route {
    $var(reason) = "No\r\nEvil: yes";
    sl_send_reply(403, $var(reason));
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
SIP/2.0 403 Forbidden
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== log
warn: t.cfg:3: control characters in a reason phrase: the standard one is sent

=== case a computed code that is none is refused
=== config
route {
    $var(code) = 42 + $ml * 0;
    if (!sl_send_reply($var(code), "No")) sl_send_reply(500, "Bad Code");
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
SIP/2.0 500 Bad Code
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case sl_send_reply uses the transaction when there is one
=== config
route {
    t_newtran();
    sl_send_reply(404, "Not Here");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 Not Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== after 600ms
=== out udp 192.0.2.7:5060 at 500ms
SIP/2.0 404 Not Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case send_reply without a transaction is stateless
=== config
route {
    send_reply(404, "Not Here");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 Not Here
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== after 600ms






=== case send_reply with a transaction repeats a final reply to an INVITE until its ACK
=== config
route {
    t_newtran();
    send_reply(486, "Busy");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== after 600ms
=== out udp 192.0.2.7:5060 at 500ms
SIP/2.0 486 Busy
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out none
=== after 1s






=== case t_reply makes the transaction that it needs
=== config
route {
    t_reply(486, "Busy");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== after 600ms
=== out udp 192.0.2.7:5060 at 500ms
SIP/2.0 486 Busy
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case t_send_reply is t_reply
=== config
route {
    t_send_reply(603, "Decline");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 603 Decline
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 603 Decline
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case t_reply does not answer an ACK
=== config
route {
    if (!t_reply(404, "Not Here")) xlog("refused");
}
=== in udp 192.0.2.7:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out none
=== log
info: t.cfg:2: refused

=== case a provisional reply of a transaction is repeated for a retransmission
=== config
route {
    t_newtran();
    t_reply(180, "Ringing");
    t_reply(486, "Busy");
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 486 Busy
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case sl_reply_error says what made t_relay fail: a loop of the Max-Forwards kind
=== config
route {
    if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 0
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 483 Too Many Hops
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=26jd78v165caq
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case sl_reply_error says which extension is not known
=== config
route {
    if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Proxy-Require: foo, bar
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 420 Bad Extension
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=26jd78v165caq
Call-ID: 1
CSeq: 1 OPTIONS
Unsupported: foo, bar
Server: sipd
Content-Length: 0

=== case sl_reply_error says that the scheme is not known
=== config
route {
    if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
OPTIONS mailto:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 416 Unsupported URI Scheme
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=cunrt6a2tbq8h
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case sl_reply_error without a failure is 500
=== config
route {
    sl_reply_error();
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
SIP/2.0 500 Server Internal Error
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case send_reply_error goes through the transaction that t_relay made
=== config
route {
    if (!t_relay()) send_reply_error();
}
=== in udp 192.0.2.7:5060
INVITE sip:bob@unknown.example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 Unresolvable Destination
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=96n321jsfi4fa
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== after 600ms
=== out udp 192.0.2.7:5060 at 500ms
SIP/2.0 404 Unresolvable Destination
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=96n321jsfi4fa
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case a failed t_relay that the script ignores is answered by itself
=== config
route {
    t_relay();
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@192.0.2.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 0
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 483 Too Many Hops
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=26jd78v165caq
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case append_to_reply puts a field into our reply
=== config
route {
    append_to_reply("X-Reason: nobody\r\n");
    append_to_reply("Retry-After: 5");
    sl_send_reply(480, "Gone");
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
SIP/2.0 480 Gone
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
X-Reason: nobody
Retry-After: 5
Server: sipd
Content-Length: 0

=== case append_to_reply of a transaction
=== config
route {
    append_to_reply("X-Before: 1");
    t_newtran();
    append_to_reply("X-Behind: 2");
    t_reply(480, "Gone");
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
SIP/2.0 480 Gone
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
X-Before: 1
X-Behind: 2
Server: sipd
Content-Length: 0

=== case append_to_reply refuses a line end inside
=== config
route {
    $var(evil) = "X-A: 1\r\nX-B: 2";
    if (append_to_reply($var(evil))) xlog("smuggled"); else xlog("refused");
    sl_send_reply(480, "Gone");
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
SIP/2.0 480 Gone
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== log
warn: t.cfg:3: a line end inside a header field: "X-A: 1\r\nX-B: 2" is not added
info: t.cfg:3: refused

=== case append_to_reply refuses what is no field
=== config
route {
    $var(field) = "nonsense"; if (append_to_reply($var(field))) xlog("taken"); else xlog("refused");
    $var(field) = "Bad Name: x"; if (append_to_reply($var(field))) xlog("taken"); else xlog("refused");
    $var(field) = "Via: SIP/2.0/UDP evil"; if (append_to_reply($var(field))) xlog("taken"); else xlog("refused");
    sl_send_reply(480, "Gone");
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
SIP/2.0 480 Gone
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== log
warn: t.cfg:2: "nonsense" is no header field "Name: value"
info: t.cfg:2: refused
warn: t.cfg:3: "Bad Name: x" is no header field "Name: value"
info: t.cfg:3: refused
warn: t.cfg:4: a second Via is not added
info: t.cfg:4: refused

=== case options_reply tells what we can
=== config
route {
    if (!options_reply()) sl_send_reply(405, "No");
}
=== in udp 192.0.2.7:5060
OPTIONS sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=9kkkig52p9vi6
Call-ID: 1
CSeq: 1 OPTIONS
Accept: */*
Accept-Encoding: identity
Accept-Language: *
Allow: INVITE, ACK, CANCEL, BYE, REGISTER, OPTIONS, SUBSCRIBE, NOTIFY, PUBLISH, MESSAGE, INFO, PRACK, UPDATE, REFER
Supported: path
Server: sipd
Content-Length: 0

=== case options_reply is for OPTIONS only
=== config
route {
    if (!options_reply()) sl_send_reply(405, "No");
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
=== out udp 192.0.2.7:5060
SIP/2.0 405 No
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case discard gives no answer
=== config
route {
    discard();
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
=== out none

=== case a request left alone gets 501
=== config
route {
    xlog("nothing");
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
SIP/2.0 501 Not Implemented
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case discard is refused when there is a transaction
=== config
route {
    t_newtran();
    if (!discard()) t_reply(403, "Forbidden");
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
SIP/2.0 403 Forbidden
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== log
warn: t.cfg:3: a transaction must be answered: not discarded
