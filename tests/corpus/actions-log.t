=== note
The log.
=== case levels
=== config
log_level = "debug"
route {
    log("one\n");
    log(1, "notice");
    log("L_ERR", "error");
    xlog("$rm from $si");
    xlog("L_WARN", "warn");
    xlog(debug, "debug");
    xdbg("xdbg"); xinfo("xinfo"); xnotice("xnotice"); xwarn("xwarn"); xerr("xerr"); xcrit("xcrit"); xalert("xalert");
    sl_send_reply(200, "OK");
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
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== log
info: t.cfg:3: one
notice: t.cfg:4: notice
error: t.cfg:5: error
info: t.cfg:6: OPTIONS from 192.0.2.7
warn: t.cfg:7: warn
info: t.cfg:9: xinfo
notice: t.cfg:9: xnotice
warn: t.cfg:9: xwarn
error: t.cfg:9: xerr
error: t.cfg:9: xcrit
error: t.cfg:9: xalert

=== case control characters cannot make a line
=== config
route {
    xlog("a\r\nb");
    sl_send_reply(200, "OK");
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
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== log
info: t.cfg:2: a\r\nb

=== case null in a text
=== config
route {
    xlog("subject is $hdr(Subject).");
    sl_send_reply(200, "OK");
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
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0
=== log
info: t.cfg:2: subject is .
