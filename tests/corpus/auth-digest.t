=== subscribers
# all three, as `sipctl user add` writes them
alice:example.com:b1726872c344b6dc8365b774f8fd6412:ed8925b20f9a77b8f8f8d5f8e4467fe32b866f7208ab9e4b20595e9821a0fdee:SHA-512-256=9e413627514b03d0753229d450617d94a9b2a2a635222e49bad90404c29e97ad
=== config
route {
    switch (www_authorize("example.com")) {
    case ok:
        if (www_authorize("example.com")) sl_send_reply(200, "OK"); # asked twice: the same request
    case stale, invalid, no_credentials, wrong_password, unknown_user:
        if (is_present_hf("Int")) www_challenge("example.com", 2);
        else if (is_present_hf("Sess")) www_challenge("example.com", 32);
        else www_challenge("example.com", 1);
    }
}
=== case three algorithms, the best first (RFC 8760 2.4)
=== shows 8760-2.4-1 8760-2.4-2
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0

=== case qop=auth-int, and the -sess forms, where the script offers them
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
Int: yes
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-512-256, qop="auth,auth-int"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-256, qop="auth,auth-int"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth,auth-int"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Sess: yes
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-512-256-sess, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-256-sess, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5-sess, qop="auth"
Server: sipd
Content-Length: 0

=== case MD5, plain and -sess, with each qop
=== shows 8760-2.7-1 7616-3.4-3 7616-3.4-4
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="ed9179161dc55f03e760c76530112732", algorithm=MD5
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="f6eda30d548c440714d0ab9c055decd2", algorithm=MD5, qop=auth, nc=00000003, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=caj2rerk2str6
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 4@192.0.2.7
CSeq: 4 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="eb63124295d681b5d0580bb6c76b6ecf", algorithm=MD5, qop=auth-int, nc=00000004, cnonce="abc"
Content-Type: text/plain
Content-Length: 7

hello
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=9t675r77uurh7
Call-ID: 4@192.0.2.7
CSeq: 4 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 5@192.0.2.7
CSeq: 5 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="94304326e679e03e2415b209b4446151", algorithm=MD5-sess, qop=auth, nc=00000005, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=d2onqlogp1tg1
Call-ID: 5@192.0.2.7
CSeq: 5 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 6@192.0.2.7
CSeq: 6 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="b5880d6d33ef849c97c0bd574bd2b00e", algorithm=MD5-sess, qop=auth-int, nc=00000006, cnonce="abc"
Content-Type: text/plain
Content-Length: 7

hello
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=8i63uud4c29sd
Call-ID: 6@192.0.2.7
CSeq: 6 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 7@192.0.2.7
CSeq: 7 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="f787aab6a1bb0d2502578a58fd67846d", algorithm=MD5, qop=auth-int, nc=00000007, cnonce="abc"
Content-Type: text/plain
Content-Length: 7

hallo
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=aimgltt0g0r2g
Call-ID: 7@192.0.2.7
CSeq: 7 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0

=== case SHA-256, plain and -sess, with each qop
=== shows 8760-2.7-1 7616-3.4-3 7616-3.4-4
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="d5f671a47c7ac63f50a308ddaee85c5b79c83774ea47db816729ec96091a2c39", algorithm=SHA-256
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="17c4f3cf6120a7915eff9a8eb922b3a25dc95ef140231a2522d0152e86f6a5e8", algorithm=SHA-256, qop=auth, nc=00000003, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=caj2rerk2str6
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 4@192.0.2.7
CSeq: 4 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="94dfc5c03d362fd680b8d3b060e82d4f3b5b5ef8c29c266f9f9a88a927e7d39d", algorithm=SHA-256, qop=auth-int, nc=00000004, cnonce="abc"
Content-Type: text/plain
Content-Length: 7

hello
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=9t675r77uurh7
Call-ID: 4@192.0.2.7
CSeq: 4 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 5@192.0.2.7
CSeq: 5 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="58f1d9cf8c782e8796defa758c9ddef23598f7e36604e3b3680e12910f603797", algorithm=SHA-256-sess, qop=auth, nc=00000005, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=d2onqlogp1tg1
Call-ID: 5@192.0.2.7
CSeq: 5 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 6@192.0.2.7
CSeq: 6 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="ccbcb034a52655a9d14c842879207ba0b24dbb3d645061b9a07abea2a3a6a3a1", algorithm=SHA-256-sess, qop=auth-int, nc=00000006, cnonce="abc"
Content-Type: text/plain
Content-Length: 7

hello
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=8i63uud4c29sd
Call-ID: 6@192.0.2.7
CSeq: 6 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 7@192.0.2.7
CSeq: 7 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="ae7ee30f6364d36e412c3a42dabfb9390de58b495e78c2cf0a080f4aa33ffb05", algorithm=SHA-256, qop=auth-int, nc=00000007, cnonce="abc"
Content-Type: text/plain
Content-Length: 7

hallo
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=aimgltt0g0r2g
Call-ID: 7@192.0.2.7
CSeq: 7 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0

=== case SHA-512-256, plain and -sess, with each qop
=== shows 8760-2.7-1 7616-3.4-3 7616-3.4-4
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="477f6a945a5a09183d3bbe59508361822e2b1c7144c4884111d42be198ad485c", algorithm=SHA-512-256
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="51b88ff96621acfcc38a18de69bf9fddb16d4598a92eff2aba87448bf0f8199c", algorithm=SHA-512-256, qop=auth, nc=00000003, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=caj2rerk2str6
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 4@192.0.2.7
CSeq: 4 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="5b92fbaf61f9dd5f73becc05481627eddbb28f3aff77c5ba7cfb69dd662ca352", algorithm=SHA-512-256, qop=auth-int, nc=00000004, cnonce="abc"
Content-Type: text/plain
Content-Length: 7

hello
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=9t675r77uurh7
Call-ID: 4@192.0.2.7
CSeq: 4 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 5@192.0.2.7
CSeq: 5 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="c6b875b43acb0c8705555e69c9d7ab2a1f61d74cb68197ba5a72b2357b0b3fb2", algorithm=SHA-512-256-sess, qop=auth, nc=00000005, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=d2onqlogp1tg1
Call-ID: 5@192.0.2.7
CSeq: 5 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 6@192.0.2.7
CSeq: 6 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="b6aa2339046c2c15e188599aec46872c90d49382bc5268726b0d423ec956a808", algorithm=SHA-512-256-sess, qop=auth-int, nc=00000006, cnonce="abc"
Content-Type: text/plain
Content-Length: 7

hello
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=8i63uud4c29sd
Call-ID: 6@192.0.2.7
CSeq: 6 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 7@192.0.2.7
CSeq: 7 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="721545da5ced050cdcaa62ac1977b40491c2044cbb43f04e1f203fc3aaf3721e", algorithm=SHA-512-256, qop=auth-int, nc=00000007, cnonce="abc"
Content-Type: text/plain
Content-Length: 7

hallo
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=aimgltt0g0r2g
Call-ID: 7@192.0.2.7
CSeq: 7 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0

=== case a nonce count is good for one request (RFC 7616 3.4)
=== shows 7616-3.4-2
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="cde958ef8024784cc8e33b3283154d61ade6589b99eedfa249c6cd8f81e039b4", algorithm=SHA-256, qop=auth, nc=00000001, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Server: sipd
Content-Length: 0
=== after 100ms
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="cde958ef8024784cc8e33b3283154d61ade6589b99eedfa249c6cd8f81e039b4", algorithm=SHA-256, qop=auth, nc=00000001, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Server: sipd
Content-Length: 0
=== in udp 198.51.100.66:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="cde958ef8024784cc8e33b3283154d61ade6589b99eedfa249c6cd8f81e039b4", algorithm=SHA-256, qop=auth, nc=00000001, cnonce="abc"
=== out udp 198.51.100.66:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;received=198.51.100.66;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa86495f5e18a45731e4cc0130b984db8d7a5", algorithm=SHA-512-256, qop="auth", stale=true
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa86495f5e18a45731e4cc0130b984db8d7a5", algorithm=SHA-256, qop="auth", stale=true
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa86495f5e18a45731e4cc0130b984db8d7a5", algorithm=MD5, qop="auth", stale=true
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="cde958ef8024784cc8e33b3283154d61ade6589b99eedfa249c6cd8f81e039b4", algorithm=SHA-256, qop=auth, nc=00000001, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=caj2rerk2str6
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8648e69a306a97a84c6fda7c35ca36f53c1", algorithm=SHA-512-256, qop="auth", stale=true
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8648e69a306a97a84c6fda7c35ca36f53c1", algorithm=SHA-256, qop="auth", stale=true
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8648e69a306a97a84c6fda7c35ca36f53c1", algorithm=MD5, qop="auth", stale=true
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 4@192.0.2.7
CSeq: 4 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="17c4f3cf6120a7915eff9a8eb922b3a25dc95ef140231a2522d0152e86f6a5e8", algorithm=SHA-256, qop=auth, nc=00000003, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=9t675r77uurh7
Call-ID: 4@192.0.2.7
CSeq: 4 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 5@192.0.2.7
CSeq: 5 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="7fe7338c1cccca9b553d1b2ee8327d6cadd1dcf406fcf7a97f8e395d386b0ba6", algorithm=SHA-256, qop=auth, nc=00000002, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=d2onqlogp1tg1
Call-ID: 5@192.0.2.7
CSeq: 5 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 6@192.0.2.7
CSeq: 6 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="7fe7338c1cccca9b553d1b2ee8327d6cadd1dcf406fcf7a97f8e395d386b0ba6", algorithm=SHA-256, qop=auth, nc=00000002, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=8i63uud4c29sd
Call-ID: 6@192.0.2.7
CSeq: 6 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa864d3cecc69372ec3b75a08da04a3c76389", algorithm=SHA-512-256, qop="auth", stale=true
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa864d3cecc69372ec3b75a08da04a3c76389", algorithm=SHA-256, qop="auth", stale=true
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa864d3cecc69372ec3b75a08da04a3c76389", algorithm=MD5, qop="auth", stale=true
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 7@192.0.2.7
CSeq: 7 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="7e87d2516dcef565f5e004674faa1d6c6a4dde01675364e2644353e4b94bf786", algorithm=SHA-256, qop=auth, nc=00000009, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=aimgltt0g0r2g
Call-ID: 7@192.0.2.7
CSeq: 7 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8648c530f5cffe4d4b7dea53fdd5f2d3bff", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8648c530f5cffe4d4b7dea53fdd5f2d3bff", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8648c530f5cffe4d4b7dea53fdd5f2d3bff", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 8@192.0.2.7
CSeq: 8 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="cbe2679c2dea84abfd87fc72c3d5cf46e663acd02f2617256ee5ca4c41ae73c8", algorithm=SHA-256, qop=auth, nc=00000009, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK8
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=dn3at7supme4a
Call-ID: 8@192.0.2.7
CSeq: 8 INFO
Server: sipd
Content-Length: 0

=== case without qop a nonce is good for one request
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="ed9179161dc55f03e760c76530112732"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="ed9179161dc55f03e760c76530112732"
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=caj2rerk2str6
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-512-256, qop="auth", stale=true
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-256, qop="auth", stale=true
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth", stale=true
Server: sipd
Content-Length: 0

=== case a worker that died and came back refuses a replay, too
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-512-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="42699465477e0a2aa3bf706223c6e193", algorithm=MD5, qop=auth, nc=00000001, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 INFO
Server: sipd
Content-Length: 0
=== restart
=== in udp 192.0.2.7:5060
INFO sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="42699465477e0a2aa3bf706223c6e193", algorithm=MD5, qop=auth, nc=00000001, cnonce="abc"
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=caj2rerk2str6
Call-ID: 3@192.0.2.7
CSeq: 3 INFO
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa800ea6dd66d52eb81cf16d656fb17ff68c4", algorithm=SHA-512-256, qop="auth", stale=true
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa800ea6dd66d52eb81cf16d656fb17ff68c4", algorithm=SHA-256, qop="auth", stale=true
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa800ea6dd66d52eb81cf16d656fb17ff68c4", algorithm=MD5, qop="auth", stale=true
Server: sipd
Content-Length: 0
