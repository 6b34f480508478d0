/* core_forward: tests of what a forwarded request looks like, of checks, and of forwarding without a transaction.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core_world.h"

#define SERVER "203.0.113.1:5060"

static void lines_of_a_request(void)
{
	char via[512];

	begin();
	in("192.0.2.100:40000",
		"MESSAGE sip:bob@203.0.113.1;x=y SIP/2.0\nVia: SIP/2.0/UDP 10.0.0.9;branch=z9hG4bKa;rport\n"
		"From: <sip:a@a>;tag=f\nTo: <sip:b@b>\nCall-ID: c\nCSeq: 7 MESSAGE\nX-Odd:  kept   as is\n"
		"Content-Length: 5\n\nhello");
	const struct sent *out = SENT_TO(SERVER, "MESSAGE sip:bob@203.0.113.1;x=y SIP/2.0\r\n");
	if (out) {
		lines_of(out->text, "Via", via, sizeof via);
		CHECK(starts(via, "Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bK"));
	}
	CHECK(contains(out, "received=192.0.2.100") && contains(out, "rport=40000"));
	CHECK(has(out, "Max-Forwards: 70") && has(out, "X-Odd:  kept   as is") &&
		contains(out, "\r\n\r\nhello"));
	answer(out, 200);
	sent_to("192.0.2.100:40000", "SIP/2.0 200 ", __FILE__, __LINE__);
	finish();
}

static void max_forwards(void)
{
	static const char format[] =
		"MESSAGE sip:bob@203.0.113.1 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.100;branch=z9hG4bK%d\n"
		"From: <sip:a@a>;tag=f\nTo: <sip:b@b>\nCall-ID: c\nCSeq: 7 MESSAGE\nMax-Forwards: %d\n"
		"Content-Length: 0\n\n";

	begin();
	in(CALLER, format, 1, 2);
	CHECK(has(SENT("MESSAGE "), "Max-Forwards: 1"));
	in(CALLER, format, 2, 1);
	CHECK(has(SENT("MESSAGE "), "Max-Forwards: 0"));
	in(CALLER, format, 3, 0);
	CHECK(T.result == RELAY_TOO_MANY_HOPS);
	CALLER_GETS("SIP/2.0 483 ");
	T.stateless = true;
	in(CALLER, format, 4, 0);
	CHECK(T.result == RELAY_TOO_MANY_HOPS);
	SILENCE();
	finish();
}

static void two_sides(void)
{
	listen_on(1, "127.0.0.1:5070", "inside.example:5070");
	T.legs[0] = "sip:b@127.0.0.5";
}

static void ask_record_route(struct transaction *t, struct message *m)
{
	(void)t;
	m->now.record_route = true;
	m->now.record_route_params = SLICE(";ftag=f");
}

static void record_route(void)
{
	char lines[512];

	begin();
	T.prepare = ask_record_route;
	request_to("INVITE", "sip:bob@203.0.113.1", "a", "Record-Route: <sip:before.example;lr>\n");
	CALLER_GETS("SIP/2.0 100 ");
	const struct sent *out = SENT("INVITE ");
	lines_of(out ? out->text : "", "Record-Route", lines, sizeof lines);
	CHECK(strcmp(lines, "Record-Route: <sip:192.0.2.1:5060;lr;ftag=f>\nRecord-Route: "
			    "<sip:before.example;lr>\n") == 0);
	two_sides(); /* RFC 5658 */
	T.leg.listener = 1;
	request("INVITE", "b");
	CALLER_GETS("SIP/2.0 100 ");
	out = SENT_TO("127.0.0.5:5060", "INVITE ");
	lines_of(out ? out->text : "", "Record-Route", lines, sizeof lines);
	CHECK(strcmp(lines, "Record-Route: <sip:inside.example:5070;lr;ftag=f>\n"
			    "Record-Route: <sip:192.0.2.1:5060;lr;ftag=f>\n") == 0);
	CHECK(out && out->flow.listener == 1 && contains(out, "Via: SIP/2.0/UDP inside.example:5070;"));
	answer(out, 200);
	const struct sent *up = CALLER_GETS("SIP/2.0 200 ");
	CHECK(up && up->flow.listener == 0);
	finish();
}

static void routes(void)
{
	char lines[512];

	begin();
	request_to("MESSAGE", "sip:bob@b.example", "a",
		"Route: <sip:203.0.113.8:5068;lr>, <sip:203.0.113.9;lr>\n");
	const struct sent *out = SENT_TO("203.0.113.8:5068", "MESSAGE sip:bob@b.example ");
	CHECK(has(out, "Route: <sip:203.0.113.8:5068;lr>, <sip:203.0.113.9;lr>"));
	T.leg.path = SLICE("<sip:203.0.113.7;lr>,<sip:203.0.113.6;lr>");
	request_to("MESSAGE", "sip:bob@b.example", "b", "Route: <sip:203.0.113.8:5068;lr>\n");
	out = SENT_TO("203.0.113.7:5060", "MESSAGE sip:bob@b.example ");
	lines_of(out ? out->text : "", "Route", lines, sizeof lines);
	CHECK(strcmp(lines, "Route: <sip:203.0.113.7;lr>,<sip:203.0.113.6;lr>\n"
			    "Route: <sip:203.0.113.8:5068;lr>\n") == 0);
	T.leg.next_hop = SLICE("sip:203.0.113.5:5055");
	request("MESSAGE", "c");
	SENT_TO("203.0.113.5:5055", "MESSAGE ");
	finish();
}

static void strict_routes(void)
{
	char lines[512];

	begin();
	request_to("MESSAGE", "sip:bob@b.example", "a",
		"Route: <sip:203.0.113.8:5068;ttl=1>, <sip:203.0.113.9;lr>\nX-Between: y\n"
		"Route: <sip:203.0.113.10>\n");
	const struct sent *out =
		SENT_TO("203.0.113.8:5068", "MESSAGE sip:203.0.113.8:5068;ttl=1 SIP/2.0\r\n");
	lines_of(out ? out->text : "", "Route", lines, sizeof lines);
	CHECK(strcmp(lines, "Route: <sip:203.0.113.9;lr>\nRoute: <sip:203.0.113.10>\nRoute: "
			    "<sip:bob@b.example>\n") == 0);
	T.names[0] = (struct name){ "edge.example", { "198.51.100.1:5060", "198.51.100.2:5070" } };
	T.leg.path = SLICE("<sip:edge.example>");
	request("MESSAGE", "b");
	out = SENT_TO("198.51.100.1:5060", "MESSAGE sip:edge.example SIP/2.0\r\n");
	CHECK(has(out, "Route: <sip:bob@203.0.113.1>"));
	answer(out, 503);
	out = SENT_TO("198.51.100.2:5070", "MESSAGE sip:edge.example SIP/2.0\r\n");
	lines_of(out ? out->text : "", "Route", lines, sizeof lines);
	CHECK(strcmp(lines, "Route: <sip:bob@203.0.113.1>\n") == 0);
	answer(out, 200);
	CALLER_GETS("SIP/2.0 200 ");
	finish();
}

static void uris_that_cannot_be_sent_to(void)
{
	begin();
	request_to("MESSAGE", "tel:+4312345", "a", "");
	CALLER_GETS("SIP/2.0 416 ");
	request_to("MESSAGE", "http://example.com/", "b", "");
	CALLER_GETS("SIP/2.0 416 ");
	request_to("MESSAGE", "sip:b@unknown.example", "c", "");
	CHECK(T.result == RELAY_NO_SERVER);
	CALLER_GETS("SIP/2.0 404 ");
	request_to("MESSAGE", "sip:b@[2001:db8::5]", "d", "");
	CHECK(T.result == RELAY_NO_TRANSPORT);
	CALLER_GETS("SIP/2.0 501 ");
	request_to("MESSAGE", "tel:+4312345", "e", "Route: <sip:203.0.113.8;lr>\n");
	SENT_TO("203.0.113.8:5060", "MESSAGE tel:+4312345 ");
	T.legs[0] = "sip:b@203.0.113.1?Subject=x";
	request("MESSAGE", "f");
	SENT_TO(SERVER, "MESSAGE sip:b@203.0.113.1 SIP/2.0\r\n");
	finish();
}

static void loops(void)
{
	char back[4096];

	begin();
	request("MESSAGE", "a");
	const struct sent *out = SENT("MESSAGE ");
	snprintf(back, sizeof back, "%s", out ? out->text : "");
	in(SERVER, "%s", back); /* from another sender: it may be meant to pass twice */
	CHECK(T.result == RELAY_OK && T.counters.n[COUNTER_loops] == 0);
	out = SENT("MESSAGE ");
	snprintf(back, sizeof back, "%s", out ? out->text : "");
	in(SERVER, "%s", back); /* it comes back as it went */
	CHECK(T.result == RELAY_LOOP && T.counters.n[COUNTER_loops] == 1);
	sent_to(SERVER, "SIP/2.0 482 ", __FILE__, __LINE__);
	/* a spiral: another Request-URI */
	char *at = strstr(back, "bob@");
	if (CHECK(at)) {
		memcpy(at, "rob", 3);
		in(SERVER, "%s", back);
		CHECK(T.result == RELAY_OK);
		SENT("MESSAGE sip:rob@");
	}
	/* what others put into their branches is nothing to us */
	T.site.branch_key.k1++;
	in(SERVER, "%s", out ? out->text : "");
	CHECK(T.counters.n[COUNTER_loops] == 1);
	finish();
}

static void proxy_require(void)
{
	begin();
	request_to("INVITE", "sip:bob@203.0.113.1", "a", "Proxy-Require: foo, bar\nProxy-Require: baz\n");
	CHECK(has(CALLER_GETS("SIP/2.0 420 "), "Unsupported: foo, bar, baz"));
	SILENCE();
	finish();
}

static void too_large(void)
{
	static const char head[] =
		"MESSAGE sip:bob@203.0.113.1 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.100;branch=z9hG4bKa\r\n"
		"From: <sip:a@a>;tag=f\r\nTo: <sip:b@b>\r\nCall-ID: c\r\nCSeq: 7 MESSAGE\r\n"
		"Content-Length: %5d\r\n\r\n";
	enum { SIZE = 65500 }; /* fits as received, and no longer with our Via */
	char *text = malloc(SIZE + 2);

	begin();
	int n = snprintf(text, SIZE, head, 12345);
	n = snprintf(text, SIZE, head, SIZE - n);
	memset(text + n, 'x', (size_t)(SIZE - n));
	text[SIZE] = 0;
	in_at(0, CALLER, text);
	CHECK(T.result == RELAY_SEND_FAILED);
	CALLER_GETS("SIP/2.0 500 ");
	free(text);
	finish();
}

/* ---- without a transaction ---- */

static void stateless(void)
{
	char one[256], two[256];

	begin();
	T.stateless = true;
	request("INVITE", "a");
	const struct sent *first = SENT_TO(SERVER, "INVITE ");
	request("INVITE", "a");
	const struct sent *second = SENT_TO(SERVER, "INVITE ");
	CHECK(first && second && strcmp(first->text, second->text) == 0);
	CHECK(quiet());
	answer(first, 100); /* 16.11: like any reply */
	CALLER_GETS("SIP/2.0 100 ");
	request("CANCEL", "a");
	const struct sent *cancel = SENT_TO(SERVER, "CANCEL ");
	CHECK(first && cancel &&
		strcmp(line_of(first->text, "Via", one, sizeof one),
			line_of(cancel->text, "Via", two, sizeof two)) == 0);
	answer(cancel, 200);
	CALLER_GETS("SIP/2.0 200 ");
	answer(first, 487);
	CALLER_GETS("SIP/2.0 487 ");
	request("ACK", "a");
	const struct sent *ack = SENT_TO(SERVER, "ACK ");
	CHECK(first && ack && strcmp(one, line_of(ack->text, "Via", two, sizeof two)) == 0);
	request("MESSAGE", "b");
	answer(SENT("MESSAGE "), 200);
	CALLER_GETS("SIP/2.0 200 ");
	SILENCE();
	CHECK(quiet());
	finish();
}

/* shows 3263-4.4-1 */
static void stateless_choice(void)
{
	int second = 0;

	begin();
	T.stateless = true;
	T.names[0] = (struct name){ "pair.example", { "198.51.100.1:5060", "198.51.100.2:5070" } };
	for (int i = 0; i < 100; i++) {
		char branch[16];
		snprintf(branch, sizeof branch, "n%d", i);
		request_to("INVITE", "sip:b@pair.example", branch, "");
		const struct sent *invite = SENT("INVITE ");
		if (i % 2) /* what name servers say need not always come in the same order */
			T.names[0] =
				(struct name){ "pair.example", { "198.51.100.2:5070", "198.51.100.1:5060" } };
		request_to("INVITE", "sip:b@pair.example", branch, "");
		const struct sent *again = SENT("INVITE ");
		request_to("CANCEL", "sip:b@pair.example", branch, "");
		const struct sent *cancel = SENT("CANCEL ");
		CHECK(invite && again && cancel && address_equal(&invite->flow.peer, &again->flow.peer) &&
			address_equal(&invite->flow.peer, &cancel->flow.peer));
		second += invite && invite->flow.peer.port == 5070;
	}
	CHECK(second > 25 && second < 75);
	finish();
}

static void stateless_from_the_other_side(void)
{
	begin();
	two_sides();
	T.leg.listener = 1;
	T.stateless = true;
	request("MESSAGE", "a");
	const struct sent *out = SENT_TO("127.0.0.5:5060", "MESSAGE ");
	CHECK(out && out->flow.listener == 1);
	answer(out, 200);
	const struct sent *up = CALLER_GETS("SIP/2.0 200 ");
	CHECK(up && up->flow.listener == 0);
	finish();
}

/* Both sides are public, so only the transaction knows where its caller is. */
static void replies_after_the_fold(void)
{
	begin();
	listen_on(1, "192.0.2.2:5060", NULL);
	T.leg.listener = 1;
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 100 ");
	const struct sent *out = SENT_TO(SERVER, "INVITE ");
	CHECK(out && out->flow.listener == 1);
	answer(out, 200);
	CALLER_GETS("SIP/2.0 200 ");
	CHECK(core_busy(T.core) == 0 && core_transactions(T.core) == 1);
	answer_with(out, 200, "t2", "");
	const struct sent *up = CALLER_GETS("SIP/2.0 200 ");
	CHECK(up && up->flow.listener == 0 && has(up, "To: <sip:bob@b.example>;tag=t2"));
	request("CANCEL", "a");
	up = CALLER_GETS("SIP/2.0 200 ");
	CHECK(has(up, "CSeq: 1 CANCEL"));
	request("ACK", "a"); /* some put the INVITE's branch into it */
	const struct sent *ack = SENT_TO(SERVER, "ACK ");
	CHECK(T.acks == 1 && ack && ack->flow.listener == 1);
	SILENCE();
	finish();
}

static void copy_it(struct message *m)
{
	struct target targets[LEGS + 1];

	collect(m, targets);
	CHECK(relay_copy(T.core, m, targets) == RELAY_OK);
}

static void copies(void)
{
	begin();
	T.on_request = copy_it;
	request("REGISTER", "a");
	answer(SENT("REGISTER "), 200);
	SILENCE();
	CHECK(T.counters.n[COUNTER_stray_replies] == 1);
	finish();
}

static void reply_without_a_way_back(void)
{
	begin();
	T.stateless = true;
	/* sent-by is a name, and received is what we add: the reply finds its way by that */
	in(CALLER,
		"MESSAGE sip:bob@203.0.113.1 SIP/2.0\nVia: SIP/2.0/UDP alice.example:5099;branch=z9hG4bKa\n"
		"From: <sip:a@a>;tag=f\nTo: <sip:b@b>\nCall-ID: c\nCSeq: 7 MESSAGE\nContent-Length: 0\n\n");
	const struct sent *out = SENT("MESSAGE ");
	answer(out, 200);
	sent_to("192.0.2.100:5099", "SIP/2.0 200 ", __FILE__, __LINE__);
	finish();
}

int main(void)
{
	UNIT(lines_of_a_request);
	UNIT(max_forwards);
	UNIT(record_route);
	UNIT(routes);
	UNIT(strict_routes);
	UNIT(uris_that_cannot_be_sent_to);
	UNIT(loops);
	UNIT(proxy_require);
	UNIT(too_large);
	UNIT(stateless);
	UNIT(stateless_choice);
	UNIT(stateless_from_the_other_side);
	UNIT(replies_after_the_fold);
	UNIT(copies);
	UNIT(reply_without_a_way_back);
	return unit_end();
}
