=== note
Bodies go through as they came, whatever their size.

=== case a body of more than a thousand bytes is forwarded byte for byte
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
Content-Type: text/plain
Content-Length: 1374

line 00 of a long text, as long as the lines of a session description are, or longer
line 01 of a long text, as long as the lines of a session description are, or longer
line 02 of a long text, as long as the lines of a session description are, or longer
line 03 of a long text, as long as the lines of a session description are, or longer
line 04 of a long text, as long as the lines of a session description are, or longer
line 05 of a long text, as long as the lines of a session description are, or longer
line 06 of a long text, as long as the lines of a session description are, or longer
line 07 of a long text, as long as the lines of a session description are, or longer
line 08 of a long text, as long as the lines of a session description are, or longer
line 09 of a long text, as long as the lines of a session description are, or longer
line 10 of a long text, as long as the lines of a session description are, or longer
line 11 of a long text, as long as the lines of a session description are, or longer
line 12 of a long text, as long as the lines of a session description are, or longer
line 13 of a long text, as long as the lines of a session description are, or longer
line 14 of a long text, as long as the lines of a session description are, or longer
line 15 of a long text, as long as the lines of a session description are, or longer\

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
Content-Type: text/plain
Content-Length: 1374

line 00 of a long text, as long as the lines of a session description are, or longer
line 01 of a long text, as long as the lines of a session description are, or longer
line 02 of a long text, as long as the lines of a session description are, or longer
line 03 of a long text, as long as the lines of a session description are, or longer
line 04 of a long text, as long as the lines of a session description are, or longer
line 05 of a long text, as long as the lines of a session description are, or longer
line 06 of a long text, as long as the lines of a session description are, or longer
line 07 of a long text, as long as the lines of a session description are, or longer
line 08 of a long text, as long as the lines of a session description are, or longer
line 09 of a long text, as long as the lines of a session description are, or longer
line 10 of a long text, as long as the lines of a session description are, or longer
line 11 of a long text, as long as the lines of a session description are, or longer
line 12 of a long text, as long as the lines of a session description are, or longer
line 13 of a long text, as long as the lines of a session description are, or longer
line 14 of a long text, as long as the lines of a session description are, or longer
line 15 of a long text, as long as the lines of a session description are, or longer\

=== case a body with NUL, bare line ends and bytes above 127
=== config
route {
	if (!t_relay()) sl_reply_error();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
v: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
f: <sip:alice@example.com>
 ;tag=a
t: <sip:bob@example.com>
X-Unknown:   spaced   out  ,twice
i: c1@example.com
CSeq: 1 MESSAGE
c: application/octet-stream
l: 9

a\x00b\x0ac\x0d\xff\xfe\x80\
=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006gr5v2u1621ele4rd21sao3o67
Max-Breadth: 60
v: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
f: <sip:alice@example.com>
 ;tag=a
t: <sip:bob@example.com>
X-Unknown:   spaced   out  ,twice
i: c1@example.com
CSeq: 1 MESSAGE
c: application/octet-stream
l: 9

a\x00b\x0ac\x0d\xff\xfe\x80\
