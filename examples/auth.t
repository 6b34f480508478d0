=== note
auth.cfg: a domain whose users have passwords.
=== config auth.cfg
=== subscribers
# user:realm:HA1, MD5 of user:realm:password; the passwords are "secret" and "geheim"
alice:example.com:b1726872c344b6dc8365b774f8fd6412
bob:example.com:a82658d77669c0073ad557e513bbfa26
=== case a REGISTER without credentials is challenged
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bKralice1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>
Call-ID: reg-alice
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7:5060>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7:5060;received=192.0.2.7;rport=5060;branch=z9hG4bKralice1
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>;tag=fu4h0gmtrflaa
Call-ID: reg-alice
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0

=== case a REGISTER with good credentials
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bKralice1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>
Call-ID: reg-alice
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7:5060>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7:5060;received=192.0.2.7;rport=5060;branch=z9hG4bKralice1
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>;tag=fu4h0gmtrflaa
Call-ID: reg-alice
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bKralice2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>
Call-ID: reg-alice
CSeq: 2 REGISTER
Contact: <sip:alice@192.0.2.7:5060>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b", response="0787ee262ecc4f1d35124e7d77817c8a"
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7:5060;received=192.0.2.7;rport=5060;branch=z9hG4bKralice2
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>;tag=9erfehonfmu54
Call-ID: reg-alice
CSeq: 2 REGISTER
Contact: <sip:alice@192.0.2.7:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0

=== case a wrong password
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bKralice1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>
Call-ID: reg-alice
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7:5060>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7:5060;received=192.0.2.7;rport=5060;branch=z9hG4bKralice1
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>;tag=fu4h0gmtrflaa
Call-ID: reg-alice
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bKralice2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>
Call-ID: reg-alice
CSeq: 2 REGISTER
Contact: <sip:alice@192.0.2.7:5060>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b", response="25e09abcfcca65a32a24cb59ea6bbe88"
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7:5060;received=192.0.2.7;rport=5060;branch=z9hG4bKralice2
From: <sip:alice@example.com>;tag=r
To: <sip:alice@example.com>;tag=9erfehonfmu54
Call-ID: reg-alice
CSeq: 2 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0

=== case somebody else's address
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.7:5060>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7:5060;received=192.0.2.7;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=18mniinjolkoq
Call-ID: reg-bob
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bKrbob2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.7:5060>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b", response="0787ee262ecc4f1d35124e7d77817c8a"
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 403 Not Your Address
Via: SIP/2.0/UDP 192.0.2.7:5060;received=192.0.2.7;rport=5060;branch=z9hG4bKrbob2
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=6ine58ma6rc1r
Call-ID: reg-bob
CSeq: 2 REGISTER
Server: sipd
Content-Length: 0

=== case a call by a user of ours is challenged
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Proxy-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0

=== case a call with credentials reaches the phone, the credentials do not
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Authorization: Digest username="bob", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b", response="6f738278c63f5408a73d6624abf37dc6"
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob2
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=8tdsk4529ltt7
Call-ID: reg-bob
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Proxy-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>;tag=x
Call-ID: 1
CSeq: 1 ACK
Content-Length: 0
=== out none
=== in udp 192.0.2.7:5060
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 2 INVITE
Contact: <sip:alice@192.0.2.7>
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", uri="sip:bob@example.com", algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b", response="4ed89ffc8b6149b7f9bea755d7199fe5"
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 2 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00ftltd429o0sbl80e0kt05414rg
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 2 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case a user of ours may call another domain
=== in udp 192.0.2.7:5060
INVITE sip:carol@192.0.2.90 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>;tag=6ojbh4rvn69bg
Call-ID: 1
CSeq: 1 INVITE
Proxy-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INVITE sip:carol@192.0.2.90 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 2 INVITE
Contact: <sip:alice@192.0.2.7>
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:carol@192.0.2.90", algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b", response="e9776acdcbc3a1b1cbcda4675bfa6e56"
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 2 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.90:5060
INVITE sip:carol@192.0.2.90 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00akqfgl9vsj54n2ktkbbrnftdlc
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 2 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case a stranger may call us
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Authorization: Digest username="bob", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b", response="6f738278c63f5408a73d6624abf37dc6"
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob2
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=8tdsk4529ltt7
Call-ID: reg-bob
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
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
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt00a7usst2ohl4ni0h3mjnpgnjnka
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0

=== case a stranger may not call others by us
=== in udp 192.0.2.7:5060
INVITE sip:carol@example.net SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.7>
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 403 Relaying Forbidden
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=4n534eqdfq4u6
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case a caller behind a NAT gets the alias that brings requests back
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob1
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 1 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob1
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=7hbqg263v1pgm
Call-ID: reg-bob
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.20:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKrbob2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>
Call-ID: reg-bob
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.20:5060>
Authorization: Digest username="bob", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b", response="6f738278c63f5408a73d6624abf37dc6"
Content-Length: 0
=== out udp 192.0.2.20:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.20:5060;received=192.0.2.20;rport=5060;branch=z9hG4bKrbob2
From: <sip:bob@example.com>;tag=r
To: <sip:bob@example.com>;tag=8tdsk4529ltt7
Call-ID: reg-bob
CSeq: 2 REGISTER
Contact: <sip:bob@192.0.2.20:5060>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:40000
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.168.1.9;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:carol@192.168.1.9>
Content-Length: 0
=== out udp 192.0.2.7:40000
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.168.1.9;received=192.0.2.7;rport=40000;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0
=== out udp 192.0.2.20:5060
INVITE sip:bob@192.0.2.20:5060 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0012eoa540l9n2k0csqf6a2uasnu
Record-Route: <sip:192.0.2.1:5060;lr>
Max-Breadth: 60
Via: SIP/2.0/UDP 192.168.1.9;received=192.0.2.7;rport=40000;branch=z9hG4bK1
Max-Forwards: 69
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 INVITE
Contact: <sip:carol@192.168.1.9;alias=192.0.2.7~40000~1>
Content-Length: 0
=== in udp 192.0.2.20:5060
BYE sip:carol@192.168.1.9;alias=192.0.2.7~40000~1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bK5
Max-Forwards: 70
From: <sip:bob@example.com>;tag=b1
To: <sip:alice@example.org>;tag=a1
Call-ID: 1
CSeq: 1 BYE
Route: <sip:192.0.2.1:5060;lr>
Content-Length: 0
=== out udp 192.0.2.7:40000
BYE sip:carol@192.168.1.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt008gek7u8hcrs3s2pjb04du74lfs
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.20;received=192.0.2.20;rport=5060;branch=z9hG4bK5
Max-Forwards: 69
From: <sip:bob@example.com>;tag=b1
To: <sip:alice@example.org>;tag=a1
Call-ID: 1
CSeq: 1 BYE
Content-Length: 0

=== case nobody is registered
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
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 INVITE
Server: sipd
Content-Length: 0

=== case OPTIONS to the server
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
Via: SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5060;branch=z9hG4bK1
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
