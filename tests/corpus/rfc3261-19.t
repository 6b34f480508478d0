=== note
RFC 3261 section 19.1.4: when URIs are equal, with all examples of the RFC.

=== case examples that are equal
=== shows 3261-19.1.4-1 3261-19.1.4-3 3261-19.1.4-4 3261-19.1.4-9
=== expr
cmp_uri("sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtLanTa.CoM;Transport=tcp") => true
cmp_uri("sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5") => true
cmp_uri("sip:carol@chicago.com", "sip:carol@chicago.com;security=on") => true
cmp_uri("sip:carol@chicago.com;newparam=5", "sip:carol@chicago.com;security=on") => true
cmp_uri("sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com", "sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com") => true
cmp_uri("sip:alice@atlanta.com?subject=project%20x&priority=urgent", "sip:alice@atlanta.com?priority=urgent&subject=project%20x") => true

=== case examples that are not
=== shows 3261-19.1.4-2 3261-19.1.4-5 3261-19.1.4-10 3261-19.1.4-11
=== expr
cmp_uri("SIP:ALICE@AtLanTa.CoM;Transport=udp", "sip:alice@AtLanTa.CoM;Transport=UDP") => false
cmp_uri("sip:bob@biloxi.com", "sip:bob@biloxi.com:5060") => false
cmp_uri("sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp") => false
cmp_uri("sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp") => false
cmp_uri("sip:carol@chicago.com", "sip:carol@chicago.com?Subject=next%20meeting") => false
cmp_uri("sip:bob@phone21.boxesbybob.com", "sip:bob@192.0.2.4") => false

=== case equality is not transitive
=== shows 3261-19.1.4-6 3261-19.1.4-9
=== expr
cmp_uri("sip:carol@chicago.com", "sip:carol@chicago.com;security=on") => true
cmp_uri("sip:carol@chicago.com", "sip:carol@chicago.com;security=off") => true
cmp_uri("sip:carol@chicago.com;security=on", "sip:carol@chicago.com;security=off") => false

=== case one of sip, one of sips
=== shows 3261-19.1.4-1
=== expr
cmp_uri("sip:a@b.c", "sips:a@b.c") => false
cmp_uri("sips:a@b.c", "SIPS:a@B.C") => true

=== case the user and the password mind upper and lower case, nothing else does
=== shows 3261-19.1.4-2
=== expr
cmp_uri("sip:a@b.c", "sip:A@b.c") => false
cmp_uri("sip:a:x@b.c", "sip:a:X@b.c") => false
cmp_uri("sip:a@b.c;LR;x=Y", "sip:a@B.C;lr;X=y") => true

=== case parameters and headers in any order
=== shows 3261-19.1.4-3
=== expr
cmp_uri("sip:a@b.c;x=1;y=2", "sip:a@b.c;y=2;x=1") => true
cmp_uri("sip:a@b.c?X=1&Y=2", "sip:a@b.c?Y=2&X=1") => true

=== case an escaped character is that character, unless it is reserved
=== shows 3261-19.1.4-4
=== expr
cmp_uri("sip:%61%62@b.c", "sip:ab@b.c") => true
cmp_uri("sip:a%3bb@b.c", "sip:a;b@b.c") => false
cmp_uri("sip:a%2fb@b.c", "sip:a%2Fb@b.c") => true

=== case user, password, host and port are there in both or in none
=== shows 3261-19.1.4-5
=== expr
cmp_uri("sip:b.c", "sip:a@b.c") => false
cmp_uri("sip:a@b.c", "sip:a:x@b.c") => false
cmp_uri("sip:a@b.c:5060", "sip:a@b.c:5060") => true
cmp_uri("sip:a@b.c:5060", "sip:a@b.c:5061") => false

=== case a parameter that both have
=== shows 3261-19.1.4-6
=== expr
cmp_uri("sip:a@b.c;x=1", "sip:a@b.c;x=2") => false
cmp_uri("sip:a@b.c;x", "sip:a@b.c;x=2") => false

=== case user, ttl, method, maddr and transport that one has
=== shows 3261-19.1.4-7 3261-19.1.4-8
=== expr
cmp_uri("sip:a@b.c", "sip:a@b.c;user=phone") => false
cmp_uri("sip:a@b.c", "sip:a@b.c;ttl=1") => false
cmp_uri("sip:a@b.c", "sip:a@b.c;method=INVITE") => false
cmp_uri("sip:a@b.c", "sip:a@b.c;maddr=192.0.2.4") => false
cmp_uri("sip:192.0.2.4", "sip:192.0.2.4;maddr=192.0.2.4") => false

=== case another parameter that one has
=== shows 3261-19.1.4-9
=== expr
cmp_uri("sip:a@b.c;lr", "sip:a@b.c") => true
cmp_uri("sip:a@b.c;x", "sip:a@b.c;y") => true

=== case headers are never ignored
=== shows 3261-19.1.4-10
=== expr
cmp_uri("sip:a@b.c?X=1", "sip:a@b.c") => false
cmp_uri("sip:a@b.c?X=1", "sip:a@b.c?X=2") => false
cmp_uri("sip:a@b.c?X=1", "sip:a@b.c?X=1&Y=2") => false

=== case a name is never an address
=== shows 3261-19.1.4-11
=== expr
cmp_uri("sip:localhost", "sip:127.0.0.1") => false

=== case a contact that is equal is the same binding
=== shows 3261-19.1.4-3 3261-19.1.4-4
=== config
alias = "example.com"
route {
	if (!save("location")) sl_reply_error();
}
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7;x=1;transport=udp>;expires=600
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=75ef3aruj5vlc
Call-ID: 1
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7;x=1;transport=udp>;expires=600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 2 REGISTER
Contact: <sip:%61lice@192.0.2.7;Transport=UDP;X=1>;expires=700
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa2
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=bpbglqn2c5u1l
Call-ID: 1
CSeq: 2 REGISTER
Contact: <sip:%61lice@192.0.2.7;Transport=UDP;X=1>;expires=700
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>
Call-ID: 1
CSeq: 3 REGISTER
Contact: <sip:ALICE@192.0.2.7;transport=udp;x=1>;expires=800
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa3
From: <sip:alice@example.com>;tag=a
To: <sip:alice@example.com>;tag=2jmtrj6jknq1s
Call-ID: 1
CSeq: 3 REGISTER
Contact: <sip:%61lice@192.0.2.7;Transport=UDP;X=1>;expires=700
Contact: <sip:ALICE@192.0.2.7;transport=udp;x=1>;expires=800
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
