=== subscribers
# user:realm:HA1
alice:example.com:b1726872c344b6dc8365b774f8fd6412
=== config
route {
    if (is_method("REGISTER")) {
        if (!www_authorize("example.com", "subscriber")) { www_challenge("example.com", "0"); exit; }
        if (!check_to()) { sl_send_reply(403, "Not You"); exit; }
        save("location");
        exit;
    }
    switch (proxy_authorize("example.com", "subscriber")) {
    case ok:
        consume_credentials();
        if (!check_from()) { sl_send_reply(403, "Not You"); exit; }
        if (is_user("alice")) xlog("alice");
        forward("192.0.2.99");
    case no_credentials: proxy_challenge("example.com", "1");
    case stale: xlog("stale"); proxy_challenge("example.com");
    case wrong_password: sl_send_reply(403, "Wrong Password");
    case unknown_user: sl_send_reply(403, "Unknown User");
    case invalid: xlog("invalid"); proxy_challenge("example.com");
    }
}
=== case a challenge, and the right answer, by MD5
=== shows 3261-10.3-5
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="8149f04877a72eb5e4e5a2d90dd75fe9", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:alice@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="9b031e567244415a679ee0eadda59aae"
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=caj2rerk2str6
Call-ID: 3@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:alice@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 4@192.0.2.7
CSeq: 4 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="2fd08cd90c8655f038f2eb526ed382b4", qop=auth, cnonce="abc", nc=00000002
=== out udp 192.0.2.7:5060
SIP/2.0 403 Not You
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=9t675r77uurh7
Call-ID: 4@192.0.2.7
CSeq: 4 REGISTER
Server: sipd
Content-Length: 0

=== case wrong answers
=== shows 7616-3.4-1 8760-2.3-1
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="0254d0c8178f1f61ef526215144ce46a", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="mallory", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="673af3d40e832fe24817c77c2b3c820c", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=caj2rerk2str6
Call-ID: 3@192.0.2.7
CSeq: 3 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8008e69a306a97a84c6cb34117ce04a93b7", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 4@192.0.2.7
CSeq: 4 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="5acaa0e559623639d6663bb643ec31e5", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=9t675r77uurh7
Call-ID: 4@192.0.2.7
CSeq: 4 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa800d3cecc69372ec3b7a783de3774e0ae0b", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 5@192.0.2.7
CSeq: 5 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.org", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="35a7ac879d72609ccd86f44a13b110b0", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=d2onqlogp1tg1
Call-ID: 5@192.0.2.7
CSeq: 5 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8008c530f5cffe4d4b7515a12f3497ad1a4", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 6@192.0.2.7
CSeq: 6 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="1e8e9b8497627f8bbea22d17b0b4f88bc77cad5e4ede4b3a2b26edc5534965eb", algorithm=SHA-256, qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=8i63uud4c29sd
Call-ID: 6@192.0.2.7
CSeq: 6 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa800ea6dd66d52eb81cf16d656fb17ff68c4", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 7@192.0.2.7
CSeq: 7 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD4, uri="sip:example.com", response="8149f04877a72eb5e4e5a2d90dd75fe9", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=aimgltt0g0r2g
Call-ID: 7@192.0.2.7
CSeq: 7 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa800ba060da14856bb3b306f6eee7a317c34", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK8
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 8@192.0.2.7
CSeq: 8 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="00000000000000000000000000000000000000000000", uri="sip:example.com", response="8149f04877a72eb5e4e5a2d90dd75fe9", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK8
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=dn3at7supme4a
Call-ID: 8@192.0.2.7
CSeq: 8 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8008938ab647548ae48b04e2cb008b84ffe", algorithm=MD5, qop="auth", stale=true
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK9
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 9@192.0.2.7
CSeq: 9 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Basic YWxpY2U6c2VjcmV0
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK9
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=88o5ja6gpbddr
Call-ID: 9@192.0.2.7
CSeq: 9 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80018941590ab85a8fce48cc02c712ed950", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK10
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 10@192.0.2.7
CSeq: 10 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice"
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK10
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=au6vctu86sljg
Call-ID: 10@192.0.2.7
CSeq: 10 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa800511a3147aab99909d251b36ad924f142", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0

=== case results have names, credentials are consumed
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 MESSAGE
=== out udp 192.0.2.7:5060
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=cbucl21mols0g
Call-ID: 1@192.0.2.7
CSeq: 1 MESSAGE
Proxy-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 MESSAGE
Proxy-Authorization: Digest username="x", realm="other", nonce="n", uri="sip:x", response="00000000000000000000000000000000"
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:bob@example.com", response="e2c876cb3bfd01de64a5bbd9f720671b", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.99:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKs002p2vqaicgs93b8u4rg20uu1cf3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 69
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 MESSAGE
Proxy-Authorization: Digest username="x", realm="other", nonce="n", uri="sip:x", response="00000000000000000000000000000000"
=== log
info: t.cfg:12: alice
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 MESSAGE
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:bob@example.com", response="8a926890436055437afb20fd20dd7fc8", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 403 Wrong Password
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=5od8a8e6k7v16
Call-ID: 3@192.0.2.7
CSeq: 3 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 4@192.0.2.7
CSeq: 4 MESSAGE
Proxy-Authorization: Digest username="x", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:bob@example.com", response="3ebb587524318a0c851a17d2be070b82", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 403 Unknown User
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=2o1g3iqqq3gip
Call-ID: 4@192.0.2.7
CSeq: 4 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 5@192.0.2.7
CSeq: 5 MESSAGE
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="x", uri="sip:bob@example.com", response="e2c876cb3bfd01de64a5bbd9f720671b", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=cuoo89k28t146
Call-ID: 5@192.0.2.7
CSeq: 5 MESSAGE
Proxy-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth", stale=true
Server: sipd
Content-Length: 0
=== log
info: t.cfg:18: invalid
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 6@192.0.2.7
CSeq: 6 MESSAGE
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:bob@example.com", response="421f4b6876fed119cd6b33feef872cb0", qop=auth, cnonce="abc", nc=00000002
=== out udp 192.0.2.7:5060
SIP/2.0 403 Not You
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=fm5h2oginj897
Call-ID: 6@192.0.2.7
CSeq: 6 MESSAGE
Server: sipd
Content-Length: 0

=== case an old nonce is stale, for who knows the password
=== shows 7616-3.3-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 MESSAGE
=== out udp 192.0.2.7:5060
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=cbucl21mols0g
Call-ID: 1@192.0.2.7
CSeq: 1 MESSAGE
Proxy-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== after 301s
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 MESSAGE
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:bob@example.com", response="e2c876cb3bfd01de64a5bbd9f720671b", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=7pa7knirkm9kd
Call-ID: 2@192.0.2.7
CSeq: 2 MESSAGE
Proxy-Authenticate: Digest realm="example.com", nonce="019b76df3fc895f5e18a45731e4c3d3c1510bf56c4fb", algorithm=MD5, qop="auth", stale=true
Server: sipd
Content-Length: 0
=== log
info: t.cfg:15: stale
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 MESSAGE
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:bob@example.com", response="8a926890436055437afb20fd20dd7fc8", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 403 Wrong Password
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=5od8a8e6k7v16
Call-ID: 3@192.0.2.7
CSeq: 3 MESSAGE
Server: sipd
Content-Length: 0

=== case no request of these can be challenged
=== in udp 192.0.2.7:5060
ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 ACK
=== out none
=== in udp 192.0.2.7:5060
CANCEL sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 CANCEL
=== out udp 192.0.2.7:5060
SIP/2.0 403 Not You
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=7pa7knirkm9kd
Call-ID: 2@192.0.2.7
CSeq: 2 CANCEL
Server: sipd
Content-Length: 0

=== case SHA-256 first where all have it
=== subscribers
alice:example.com:B1726872C344B6DC8365B774F8FD6412:ed8925b20f9a77b8f8f8d5f8e4467fe32b866f7208ab9e4b20595e9821a0fdee
bob:example.com:067e75f9d6bda1c47720d19b543f2efa87fafc63e33fc28aac060b50492890be
bob:example.com:a12787ba78bece5b857ffe9599f9aa87
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="1e8e9b8497627f8bbea22d17b0b4f88bc77cad5e4ede4b3a2b26edc5534965eb", algorithm=SHA-256, qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:alice@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="2fd08cd90c8655f038f2eb526ed382b4", qop=auth, cnonce="abc", nc=00000002
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=caj2rerk2str6
Call-ID: 3@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:alice@192.0.2.7>;expires=3600
Date: Thu, 01 Jan 2026 00:00:00 GMT
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 4@192.0.2.7
CSeq: 4 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="4bb17047aa9f0a3659e36003be60270ba3b3c3e9ea50d97955b6d31bb30b1aed", algorithm=SHA-256, qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=9t675r77uurh7
Call-ID: 4@192.0.2.7
CSeq: 4 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0

=== case each user is asked for what he has, a stranger for what all have
=== subscribers
alice:example.com:b1726872c344b6dc8365b774f8fd6412:ed8925b20f9a77b8f8f8d5f8e4467fe32b866f7208ab9e4b20595e9821a0fdee
bob:example.com:067e75f9d6bda1c47720d19b543f2efa87fafc63e33fc28aac060b50492890be
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=SHA-256, qop="auth"
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 2@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=0tbt238tj772u
Call-ID: 2@192.0.2.7
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=SHA-256, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:nobody@example.com>;tag=1
To: <sip:nobody@example.com>
Call-ID: 3@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:nobody@example.com>;tag=1
To: <sip:nobody@example.com>;tag=4a28fkc9bv3f8
Call-ID: 3@192.0.2.7
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8008e69a306a97a84c6cb34117ce04a93b7", algorithm=SHA-256, qop="auth"
Server: sipd
Content-Length: 0

=== case auth_check and auth_challenge choose by the method
=== config
route {
    switch (auth_check("$fd", "subscriber", 1)) {
    case ok: sl_send_reply(200, "OK");
    case user_mismatch: sl_send_reply(403, "Not You");
    default: auth_challenge("$fd", 16);
    }
}
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth", stale=true
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="8149f04877a72eb5e4e5a2d90dd75fe9", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 REGISTER
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="2fd08cd90c8655f038f2eb526ed382b4", qop=auth, cnonce="abc", nc=00000002
=== out udp 192.0.2.7:5060
SIP/2.0 403 Not You
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=caj2rerk2str6
Call-ID: 3@192.0.2.7
CSeq: 3 REGISTER
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 4@192.0.2.7
CSeq: 4 MESSAGE
=== out udp 192.0.2.7:5060
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=2o1g3iqqq3gip
Call-ID: 4@192.0.2.7
CSeq: 4 MESSAGE
Proxy-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth", stale=true
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 5@192.0.2.7
CSeq: 5 MESSAGE
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:bob@example.com", response="12af7bc8db33d748fd59490987cb5508", qop=auth, cnonce="abc", nc=00000003
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK5
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=cuoo89k28t146
Call-ID: 5@192.0.2.7
CSeq: 5 MESSAGE
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
Max-Forwards: 70
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 6@192.0.2.7
CSeq: 6 MESSAGE
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:bob@example.com", response="96c69518e63c36ec85db57e97a12660f", qop=auth, cnonce="abc", nc=00000004
=== out udp 192.0.2.7:5060
SIP/2.0 403 Not You
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK6
From: <sip:bob@example.com>;tag=1
To: <sip:bob@example.com>;tag=fm5h2oginj897
Call-ID: 6@192.0.2.7
CSeq: 6 MESSAGE
Server: sipd
Content-Length: 0

=== case the other names; an empty realm is the host of To or From
=== config
route {
    if (is_method("REGISTER")) {
        if (!www_authenticate("")) { www_challenge(""); exit; }
        sl_send_reply(200, "OK");
    } else {
        if (!proxy_authenticate("")) { proxy_challenge(""); exit; }
        sl_send_reply(200, "OK");
    }
}
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
Contact: <sip:alice@192.0.2.7>
=== out udp 192.0.2.7:5060
SIP/2.0 401 Unauthorized
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=0s72blvdsl88o
Call-ID: 1@192.0.2.7
CSeq: 1 REGISTER
WWW-Authenticate: Digest realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>
Call-ID: 2@192.0.2.7
CSeq: 2 REGISTER
Contact: <sip:alice@192.0.2.7>
Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:example.com", response="8149f04877a72eb5e4e5a2d90dd75fe9", qop=auth, cnonce="abc", nc=00000001
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK2
From: <sip:alice@example.com>;tag=1
To: <sip:alice@example.com>;tag=ejrn2ihfhdfu4
Call-ID: 2@192.0.2.7
CSeq: 2 REGISTER
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 3@192.0.2.7
CSeq: 3 MESSAGE
=== out udp 192.0.2.7:5060
SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK3
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=5od8a8e6k7v16
Call-ID: 3@192.0.2.7
CSeq: 3 MESSAGE
Proxy-Authenticate: Digest realm="example.com", nonce="019b76daa80095f5e18a45731e4c27678eedb0e3d4c4", algorithm=MD5, qop="auth"
Server: sipd
Content-Length: 0
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
Max-Forwards: 70
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 4@192.0.2.7
CSeq: 4 MESSAGE
Proxy-Authorization: Digest username="alice", realm="example.com", nonce="019b76daa8006672fd30e83eb46c153942d93f969cfc", uri="sip:bob@example.com", response="421f4b6876fed119cd6b33feef872cb0", qop=auth, cnonce="abc", nc=00000002
=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK4
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>;tag=2o1g3iqqq3gip
Call-ID: 4@192.0.2.7
CSeq: 4 MESSAGE
Server: sipd
Content-Length: 0
