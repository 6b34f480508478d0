=== note
Header fields and bodies.
=== case append_hf adds at the end
=== config
route {
    append_hf("X-A: 1\r\n");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-A: 1

=== case append_hf without a line end
=== config
route {
    append_hf("X-A: 1");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-A: 1

=== case append_hf behind a field
=== config
route {
    append_hf("X-A: 1", "Subject");
    t_relay("192.0.2.30");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Subject: one
Subject: two
X-Z: 9
Content-Length: 0
=== out udp 192.0.2.30:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Subject: one
Subject: two
X-A: 1
X-Z: 9
Content-Length: 0

=== case append_hf behind a field that is not there
=== config
route {
    append_hf("X-A: 1", "Subject");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-A: 1

=== case append_hf with variables
=== config
route {
    append_hf("X-From: $fU at $fd");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-From: alice at example.org

=== case append_hf is seen at once
=== config
route {
    append_hf("X-A: 1"); if (is_present_hf("X-A")) append_hf("X-B: $hdr(X-A)");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-A: 1
X-B: 1

=== case append_hf refuses a second field in a computed text
=== config
route {
    $var(x) = "1\r\nX-Evil: 2"; if (!append_hf("X-A: $var(x)")) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes
=== log
warn: t.cfg:2: a line end inside a header field: "X-A: 1\r\nX-Evil: 2" is not added

=== case append_hf refuses a bare line feed
=== config
route {
    $var(x) = "1\nX-Evil: 2"; if (!append_hf("X-A: $var(x)")) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses a bare carriage return
=== config
route {
    $var(x) = "1\rX-Evil: 2"; if (!append_hf("X-A: $var(x)")) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses what is no field
=== config
route {
    $var(field) = "no field";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses a name with blanks
=== config
route {
    $var(field) = "Bad Name: x";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses an empty name
=== config
route {
    $var(field) = ": x";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses Via
=== config
route {
    $var(field) = "Via: SIP/2.0/UDP x";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses From
=== config
route {
    $var(field) = "From: <sip:x@y>";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses To
=== config
route {
    $var(field) = "To: <sip:x@y>";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses Call-ID
=== config
route {
    $var(field) = "Call-ID: x";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses CSeq
=== config
route {
    $var(field) = "CSeq: 1 BYE";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses Content-Length
=== config
route {
    $var(field) = "Content-Length: 5";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses Max-Forwards
=== config
route {
    $var(field) = "Max-Forwards: 1";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses v
=== config
route {
    $var(field) = "v: x";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses l
=== config
route {
    $var(field) = "l: 5";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf refuses i
=== config
route {
    $var(field) = "i: x";
    if (!append_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case append_hf takes a compact name
=== config
route {
    append_hf("s: lunch");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
s: lunch

=== case append_hf takes an empty value
=== config
route {
    append_hf("X-Empty:");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Empty:

=== case insert_hf puts a field first
=== config
route {
    insert_hf("X-A: 1");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Breadth: 60
X-A: 1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case insert_hf before a field
=== config
route {
    insert_hf("X-A: 1", "Subject");
    t_relay("192.0.2.30");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Subject: one
Subject: two
Content-Length: 0
=== out udp 192.0.2.30:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
X-A: 1
Subject: one
Subject: two
Content-Length: 0

=== case insert_hf refuses like append_hf
=== config
route {
    $var(field) = "no field";
    if (!insert_hf($var(field))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case remove_hf removes all of a name
=== config
route {
    if (remove_hf("Subject")) append_hf("X-Removed: yes");
    t_relay("192.0.2.30");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Subject: one
s: two
X-Z: 9
Content-Length: 0
=== out udp 192.0.2.30:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
X-Z: 9
Content-Length: 0
X-Removed: yes

=== case remove_hf by the compact name
=== config
route {
    if (remove_hf("s")) append_hf("X-Removed: yes");
    t_relay("192.0.2.30");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Subject: one
Content-Length: 0
=== out udp 192.0.2.30:5060
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
X-Removed: yes

=== case remove_hf ignores case
=== config
route {
    if (remove_hf("x-z")) append_hf("X-Removed: yes");
    t_relay("192.0.2.30");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
X-Z: 9
Content-Length: 0
=== out udp 192.0.2.30:5060
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
X-Removed: yes

=== case remove_hf of what is not there
=== config
route {
    if (!remove_hf("Subject")) append_hf("X-None: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-None: yes

=== case header fields that sipd needs are neither added nor removed
=== config
route {
    append_hf("Via: SIP/2.0/UDP 192.0.2.66");
    insert_hf("v: SIP/2.0/UDP 192.0.2.66");
    append_to_reply("To: <sip:bob@example.com>;tag=$ft");
    remove_hf("Call-ID");
    remove_hf("i");
    append_hf("no field");
    append_hf("Bad Name: x");
    append_hf("X-One: 1\r\nX-Two: 2\r\n");
    append_hf("X-Good: 1\r\n");
    append_hf("X-Also: $rU and more");
    append_hf("$rU: x");
    remove_hf("Viable");
    sl_send_reply(200, "OK");
}
=== error
t.cfg:2:15: error: Via cannot be added: sipd itself depends on it
    2 |     append_hf("Via: SIP/2.0/UDP 192.0.2.66");
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
t.cfg:3:15: error: v cannot be added: sipd itself depends on it
    3 |     insert_hf("v: SIP/2.0/UDP 192.0.2.66");
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~
t.cfg:4:21: error: To cannot be added: sipd itself depends on it
    4 |     append_to_reply("To: <sip:bob@example.com>;tag=$ft");
      |                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
t.cfg:5:15: error: Call-ID cannot be removed: sipd itself depends on it
    5 |     remove_hf("Call-ID");
      |               ^~~~~~~~~
t.cfg:6:15: error: i cannot be removed: sipd itself depends on it
    6 |     remove_hf("i");
      |               ^~~
t.cfg:7:15: error: this is no header field
    7 |     append_hf("no field");
      |               ^~~~~~~~~~ "Name: value" expected
t.cfg:8:15: error: this is no header field
    8 |     append_hf("Bad Name: x");
      |               ^~~~~~~~~~~~~ "Name: value" expected
t.cfg:9:15: error: a line end inside a header field
    9 |     append_hf("X-One: 1\r\nX-Two: 2\r\n");
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~ one call for each field
8 errors, 0 warnings

=== case remove_hf_re removes by pattern
=== config
route {
    if (remove_hf_re("^X-")) append_hf("Y-Removed: yes");
    t_relay("192.0.2.30");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
X-A: 1
Subject: s
x-b: 2
Content-Length: 0
=== out udp 192.0.2.30:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Subject: s
Content-Length: 0
Y-Removed: yes

=== case remove_hf_re that matches nothing
=== config
route {
    if (!remove_hf_re("^X-")) append_hf("Y-None: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
Y-None: yes

=== case remove_hf_re leaves what sipd needs
=== config
route {
    remove_hf_re(".");
    t_relay("192.0.2.30");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Subject: s
Content-Length: 0
=== out udp 192.0.2.30:5060
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

=== case is_present_hf: yes
=== config
route {
    if (is_present_hf("Subject")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Subject: s
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case is_present_hf: the compact form
=== config
route {
    if (is_present_hf("Subject")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
s: s
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case is_present_hf: no
=== config
route {
    if (is_present_hf("Subject")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case is_present_hf: after remove_hf
=== config
route {
    remove_hf("Subject");
    if (is_present_hf("Subject")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Subject: s
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case is_present_hf_re: yes
=== config
route {
    if (is_present_hf_re("^X-")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
x-foo: 1
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case is_present_hf_re: no
=== config
route {
    if (is_present_hf_re("^X-")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case search: in the start line
=== config
route {
    if (search("^OPTIONS sip:bob")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case search: in a field
=== config
route {
    if (search("Call-ID: 1")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case search: no
=== config
route {
    if (search("carol")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case search_body: yes
=== config
route {
    if (search_body("m=audio")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
Content-Type: application/sdp
Content-Length: 91

v=0
o=- 1 1 IN IP4 192.168.0.9
s=-
c=IN IP4 192.168.0.9
t=0 0
m=audio 4000 RTP/AVP 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case search_body: no
=== config
route {
    if (search_body("m=video")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
Content-Type: application/sdp
Content-Length: 91

v=0
o=- 1 1 IN IP4 192.168.0.9
s=-
c=IN IP4 192.168.0.9
t=0 0
m=audio 4000 RTP/AVP 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case search_body: no body
=== config
route {
    if (search_body("m=audio")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case has_body: yes
=== config
route {
    if (has_body()) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
Content-Type: application/sdp
Content-Length: 91

v=0
o=- 1 1 IN IP4 192.168.0.9
s=-
c=IN IP4 192.168.0.9
t=0 0
m=audio 4000 RTP/AVP 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case has_body: no
=== config
route {
    if (has_body()) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case has_body: of that type
=== config
route {
    if (has_body("Application/SDP")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
Content-Type: application/sdp
Content-Length: 91

v=0
o=- 1 1 IN IP4 192.168.0.9
s=-
c=IN IP4 192.168.0.9
t=0 0
m=audio 4000 RTP/AVP 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case has_body: of another type
=== config
route {
    if (has_body("text/plain")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
Content-Type: application/sdp
Content-Length: 91

v=0
o=- 1 1 IN IP4 192.168.0.9
s=-
c=IN IP4 192.168.0.9
t=0 0
m=audio 4000 RTP/AVP 0
=== out udp 192.0.2.7:5060
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case has_body: of that type with parameters
=== config
route {
    if (has_body("text/plain")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Type: text/plain;charset=UTF-8
Content-Length: 7

hello
=== out udp 192.0.2.7:5060
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case has_body: a body without a type
=== config
route {
    if (has_body("text/plain")) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 7

hello
=== out udp 192.0.2.7:5060
SIP/2.0 400 no
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case set_body replaces body, type and length
=== config
route {
    set_body("bye", "text/html");
    t_relay("192.0.2.30");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Type: text/plain
Content-Length: 7

hello
=== out udp 192.0.2.30:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Type: text/html
Content-Length: 3

bye\

=== case set_body where there was none
=== config
route {
    set_body("hello $rU", "text/plain");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 9
Content-Type: text/plain

hello bob\

=== case set_body with a type that is none
=== config
route {
    $var(t) = "text"; if (!set_body("x", $var(t))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case set_body with a line end in the type
=== config
route {
    $var(t) = "text/plain\r\nX-Evil: 1"; if (!set_body("x", $var(t))) append_hf("X-Refused: yes");
    t_relay("192.0.2.30");
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
=== out udp 192.0.2.30:5060
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
X-Refused: yes

=== case remove_body
=== config
route {
    remove_body();
    t_relay("192.0.2.30");
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Type: text/plain
Content-Length: 7

hello
=== out udp 192.0.2.30:5060
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

=== case msg_apply_changes is accepted
=== config
route {
    if (msg_apply_changes()) sl_send_reply(200, "yes");
    else sl_send_reply(400, "no");
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
SIP/2.0 200 yes
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: sipd
Content-Length: 0

=== case edits in a reply
=== config
onreply_route[R] {
    remove_hf("Server");
    append_hf("X-Reply: $rs");
    insert_hf("X-First: 1");
}
route { t_on_reply("R"); t_relay("192.0.2.30"); }
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== out udp 192.0.2.30:5060
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
=== in udp 192.0.2.30:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 MESSAGE
Server: other
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
X-First: 1
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
X-Reply: 200
