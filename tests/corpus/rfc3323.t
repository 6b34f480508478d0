=== note
RFC 3323 and 3325: a proxy at the edge of a domain of trust. 192.0.2.7 and 192.0.2.9 are inside, all others are not.
=== config
route {
	$var(trusted) = $si == "192.0.2.7";
	if (!$var(trusted)) { remove_hf("P-Asserted-Identity"); }
	remove_hf("P-Preferred-Identity");
	if (is_privacy("critical") && is_privacy("session")) { sl_send_reply(500, "Privacy Not Available"); exit; }
	if ($rd != "192.0.2.9") { hide_identity(); }
	t_on_reply("BACK");
	if (!t_relay()) sl_reply_error();
}
onreply_route[BACK] {
	if ($si != "192.0.2.9") remove_hf("P-Asserted-Identity");
}

=== case inside, asserted identities pass
=== shows 3325-5-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Content-Length: 0

=== case from outside they are removed
=== shows 3325-5-2
=== in udp 203.0.113.5:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 203.0.113.5;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005asn75l7j078v3oidhi6p51qk6
Max-Breadth: 60
Via: SIP/2.0/UDP 203.0.113.5;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case to the outside, Privacy: id removes them
=== shows 3325-7-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Privacy: id
Content-Length: 0

=== out udp 203.0.113.9:5060
MESSAGE sip:bob@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0013cof9akaim57caufdv2ui94vl
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Privacy: id
Content-Length: 0

=== case Privacy: id inside leaves them
=== shows 3325-5-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Privacy: id
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Privacy: id
Content-Length: 0

=== case id among others, in any spelling
=== shows 3325-7-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
privacy: header ; ID;critical
Content-Length: 0

=== out udp 203.0.113.9:5060
MESSAGE sip:bob@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0013cof9akaim57caufdv2ui94vl
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
privacy: header ; ID;critical
Content-Length: 0

=== case Privacy: none keeps them
=== shows 3325-7-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Privacy: none
Content-Length: 0

=== out udp 203.0.113.9:5060
MESSAGE sip:bob@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0013cof9akaim57caufdv2ui94vl
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Privacy: none
Content-Length: 0

=== case without Privacy they stay
=== shows 3325-7-3
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Content-Length: 0

=== out udp 203.0.113.9:5060
MESSAGE sip:bob@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0013cof9akaim57caufdv2ui94vl
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Content-Length: 0

=== case what the sender prefers goes no further
=== shows 3325-6-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
P-Preferred-Identity: <sip:x@example.com>
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case replies from outside
=== shows 3325-5-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 203.0.113.9:5060
MESSAGE sip:bob@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0013cof9akaim57caufdv2ui94vl
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 203.0.113.9:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt0013cof9akaim57caufdv2ui94vl
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== case replies from inside
=== shows 3325-5-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Content-Length: 0

=== case replies to the outside, by the same rules
=== shows 3325-7-1
=== config
route {
	$var(trusted) = $si == "192.0.2.7";
	if (!$var(trusted)) { remove_hf("P-Asserted-Identity"); }
	remove_hf("P-Preferred-Identity");
	if (is_privacy("critical") && is_privacy("session")) { sl_send_reply(500, "Privacy Not Available"); exit; }
	if ($rd != "192.0.2.9") { hide_identity(); }
	t_on_reply("BACK");
	if (!t_relay()) sl_reply_error();
}
onreply_route[BACK] {
	hide_identity();
}
=== in udp 203.0.113.5:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 203.0.113.5;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005asn75l7j078v3oidhi6p51qk6
Max-Breadth: 60
Via: SIP/2.0/UDP 203.0.113.5;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
=== in udp 192.0.2.9:5080
SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt005asn75l7j078v3oidhi6p51qk6
Via: SIP/2.0/UDP 203.0.113.5;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+4312345>
P-Asserted-Identity: <sip:a@example.com>
Privacy: id
Content-Length: 0

=== out udp 203.0.113.5:5060
SIP/2.0 200 OK
Via: SIP/2.0/UDP 203.0.113.5;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1
CSeq: 1 MESSAGE
Privacy: id
Content-Length: 0

=== case an identity that the proxy asserts itself
=== shows 3325-5-3
=== config
route {
	append_hf("P-Asserted-Identity: <sip:alice@example.com>");
	t_relay();
}
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Content-Length: 0
P-Asserted-Identity: <sip:alice@example.com>

=== case Privacy passes as it is when the proxy does no such service
=== shows 3323-5-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: "Anonymous" <sip:anonymous@anonymous.invalid>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Privacy: header;session;user
Content-Length: 0

=== out udp 192.0.2.9:5080
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKt006trh64k6imv55eoae6m9lv2at3
Max-Breadth: 60
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 69
From: "Anonymous" <sip:anonymous@anonymous.invalid>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Privacy: header;session;user
Content-Length: 0

=== case what is critical and cannot be done is refused
=== shows 3323-5-2
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Privacy: session;critical
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 500 Privacy Not Available
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 MESSAGE
Server: sipd
Content-Length: 0

=== case Proxy-Require: privacy asks for what is not supported
=== shows 3323-4.3-1
=== in udp 192.0.2.7:5060
MESSAGE sip:bob@192.0.2.9:5080 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 MESSAGE
Proxy-Require: privacy
Privacy: header
Content-Length: 0

=== out udp 192.0.2.7:5060
SIP/2.0 420 Bad Extension
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=ad1j8j650sqre
Call-ID: 1
CSeq: 1 MESSAGE
Unsupported: privacy
Server: sipd
Content-Length: 0
