/* core: tests of the site, of targets, of tables and of server transactions.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core_world.h"

static bool self(const char *host, uint16_t port)
{
	return site_is_self(&T.site, slice_of(host), port);
}

static void site_knows_itself(void)
{
	begin();
	listen_on(1, "[2001:db8::1]:5080", NULL);
	T.listeners[1].host = SLICE("[2001:db8::1]");
	T.listeners[1].port = 5080;
	listen_on(2, "127.0.0.1:5060", "Edge.example.net:5070");
	T.aliases[0] = (struct site_alias){ SLICE("example.com"), 0 };
	T.aliases[1] = (struct site_alias){ SLICE("example.org"), 5090 };
	T.site.alias_count = 2;
	CHECK(self("192.0.2.1", 0) && self("192.0.2.1", 5060) && !self("192.0.2.1", 5061));
	CHECK(!self("192.0.2.2", 5060) && !self("192.0.2.1.example", 0) && !self("", 0));
	CHECK(self("[2001:db8::1]", 5080) && self("[2001:DB8:0:0::1]", 5080) && !self("[2001:db8::1]", 0));
	CHECK(self("edge.EXAMPLE.net", 5070) && !self("edge.example.net", 0) && self("127.0.0.1", 0));
	CHECK(self("Example.COM", 0) && self("example.com", 7777) && self("example.com.", 0));
	CHECK(self("example.org", 5090) && !self("example.org", 0) && !self("sub.example.com", 0));
	finish();
}

static void site_picks_a_listener(void)
{
	struct address near = address("127.0.0.2:5060"), far = address("203.0.113.1:5060"),
		       six = address("[2001:db8::9]:5060"), six_near = address("[::1]:5060");

	begin();
	listen_on(0, "127.0.0.1:5060", NULL);
	listen_on(1, "192.0.2.1:5060", NULL);
	CHECK(site_listener_for(&T.site, &far, 0) == 1 && site_listener_for(&T.site, &near, 0) == 0);
	CHECK(site_listener_for(&T.site, &near, 1) == 1 && site_listener_for(&T.site, &near, -1) == 0);
	CHECK(site_listener_for(&T.site, &six, 1) == -1);
	listen_on(2, "[::1]:5060", NULL);
	CHECK(site_listener_for(&T.site, &six, -1) == -1 && site_listener_for(&T.site, &six_near, 0) == 2);
	finish();
}

static void tables_grow(void)
{
	static struct table_node nodes[3000];
	struct table t = { 0 };
	int found = 0;

	CHECK(!table_find(&t, 1) && !table_any(&t));
	for (int i = 0; i < 3000; i++)
		table_add(&t, &nodes[i], (uint64_t)i % 1500 * 0x10001);
	for (uint64_t i = 0; i < 1500; i++)
		for (struct table_node *n = table_find(&t, i * 0x10001); n; n = table_find_next(n))
			found += n == &nodes[i] || n == &nodes[i + 1500];
	CHECK(found == 3000 && t.count == 3000);
	for (int i = 0; i < 3000; i += 2)
		table_remove(&t, &nodes[i]);
	table_remove(&t, &nodes[0]);
	CHECK(t.count == 1500 && !table_find(&t, 0) && table_find(&t, 0x10001) &&
		table_find_next(table_find(&t, 0x10001)));
	while (table_any(&t))
		table_remove(&t, table_any(&t));
	CHECK(t.count == 0);
	table_free(&t);
}

/* ---- targets ---- */

static struct target targets[3];
static int resolved_calls;

static void targets_done(void *user)
{
	(void)user;
	resolved_calls++;
}

static void keep_asking(struct message *m)
{
	struct target_query *query;
	targets[0] = (struct target){ .uri = SLICE("sip:b@one.example"), .listener = -1 };
	targets[1] = (struct target){ .uri = SLICE("sip:b@198.51.100.7:5099"), .listener = -1 };
	targets[2] = (struct target){ .uri = SLICE("sip:b@nowhere.example"), .listener = -1 };
	CHECK(!target_resolve(&T.world, &T.site, m, targets, 3, targets_done, NULL, &query) && query);
	CHECK(resolved_calls == 0 && T.pending_count == 2);
	if (T.failures) { /* the other half of the test */
		target_cancel(&T.world, query);
		CHECK(!T.pending[0].done && !T.pending[1].done);
		T.pending_count = 0;
		return;
	}
	name_answers();
	CHECK(resolved_calls == 1);
	CHECK(targets[0].server_count == 2 && targets[0].servers[1].port == 5061);
	CHECK(targets[1].server_count == 1 && targets[1].servers[0].port == 5099);
	CHECK(targets[2].server_count == 0 && targets[2].state == TARGET_NO_NAME);
}

static void targets_wait_for_names(void)
{
	begin();
	resolved_calls = 0;
	T.names[0] = (struct name){ "one.example",
		{ "198.51.100.1:5060", "198.51.100.2:5061", "198.51.100.1:5060" } };
	T.names_wait = true;
	T.on_request = keep_asking;
	request("OPTIONS", "a");
	T.failures = 1;
	resolved_calls = 0;
	request("OPTIONS", "b");
	CHECK(resolved_calls == 0);
	finish();
}

static int servers_of(struct message *m, const char *uri, const char *next_hop, const char *path)
{
	struct target_query *query;
	targets[0] = (struct target){
		.uri = slice_of(uri), .next_hop = slice_of(next_hop), .path = slice_of(path), .listener = -1
	};
	CHECK(target_resolve(&T.world, &T.site, m, targets, 1, NULL, NULL, &query) && !query);
	return targets[0].server_count ? targets[0].servers[0].bytes[3] * 10000 + targets[0].servers[0].port
				       : 0;
}

static void ask_addresses(struct message *m)
{
	CHECK(servers_of(m, "sip:b@198.51.100.7", "", "") == 95060); /* the Route */
	CHECK(servers_of(m, "sip:b@198.51.100.7", "", "<sip:198.51.100.8;lr>,<sip:198.51.100.5;lr>") ==
		85060);
	CHECK(servers_of(m, "sip:b@198.51.100.7", "sip:198.51.100.6:5062", "<sip:198.51.100.8;lr>") == 65062);
	message_remove_all(m, HEADER_ROUTE, SLICE(""));
	CHECK(servers_of(m, "sip:b@198.51.100.7", "", "") == 75060);
	CHECK(servers_of(m, "sip:b@host;maddr=198.51.100.4", "", "") == 45060);
	CHECK(servers_of(m, "sip:b@198.51.100.7;transport=UDP", "", "") == 75060);
	CHECK(servers_of(m, "sip:b@198.51.100.7;transport=tcp", "", "") == 0);
	CHECK(servers_of(m, "sips:b@198.51.100.7", "", "") == 0);
	CHECK(servers_of(m, "tel:+4312345", "", "") == 0);
	CHECK(servers_of(m, "tel:+4312345", "sip:198.51.100.3", "") == 35060);
	CHECK(servers_of(m, "sip:b@[2001:db8::1]", "", "") == 0); /* no listener for it */
	CHECK(servers_of(m, "nonsense", "", "") == 0);
}

static void targets_by_address(void)
{
	begin();
	T.on_request = ask_addresses;
	request_to("OPTIONS", "sip:bob@203.0.113.1", "a", "Route: <sip:198.51.100.9;lr>\n");
	finish();
}

/* ---- server transactions ---- */

static void non_invite(void)
{
	begin();
	request("MESSAGE", "a");
	const struct sent *out = SENT_TO("203.0.113.1:5060", "MESSAGE sip:bob@203.0.113.1 SIP/2.0\r\n");
	request("MESSAGE", "a"); /* nothing to repeat yet */
	SILENCE();
	answer(out, 200);
	const struct sent *reply = CALLER_GETS("SIP/2.0 200 ");
	CHECK(reply && !strstr(reply->text, "Via: SIP/2.0/UDP 192.0.2.1:"));
	request("MESSAGE", "a");
	const struct sent *again = CALLER_GETS("SIP/2.0 200 ");
	CHECK(reply && again && strcmp(reply->text, again->text) == 0);
	CHECK(core_transactions(T.core) == 1 && core_busy(T.core) == 0);
	answer(out, 200); /* the next hop repeats itself: absorbed */
	after(31000);     /* timer J: 32 s */
	request("MESSAGE", "a");
	CALLER_GETS("SIP/2.0 200 ");
	CHECK(core_transactions(T.core) == 1);
	after(1001);
	CHECK(quiet());
	SILENCE();
	finish();
}

static void invite_2xx(void)
{
	begin();
	request("INVITE", "a");
	const struct sent *trying = CALLER_GETS("SIP/2.0 100 ");
	CHECK(trying && !contains(trying, "To: <sip:bob@b.example>;tag"));
	const struct sent *out = SENT_TO("203.0.113.1:5060", "INVITE sip:bob@203.0.113.1 SIP/2.0\r\n");
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 100 ");
	answer(out, 100); /* not forwarded */
	SILENCE();
	answer(out, 180);
	CALLER_GETS("SIP/2.0 180 ");
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 180 ");
	answer(out, 200);
	CALLER_GETS("SIP/2.0 200 ");
	request("INVITE", "a"); /* 6026 7.1: absorbed */
	SILENCE();
	answer(out, 200); /* all of them go up */
	CALLER_GETS("SIP/2.0 200 ");
	ack_2xx("a", "t1");
	const struct sent *ack = SENT_TO("203.0.113.1:5060", "ACK sip:bob@203.0.113.1 SIP/2.0\r\n");
	CHECK(T.acks == 1 && contains(ack, ";branch=z9hG4bK") && has(ack, "Max-Forwards: 69"));
	after(31500); /* timers L and M: still there */
	answer(out, 200);
	CALLER_GETS("SIP/2.0 200 ");
	CHECK(core_transactions(T.core) == 1);
	after(600);
	CHECK(quiet());
	SILENCE();
	finish();
}

static void invite_non_2xx(void)
{
	begin();
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 100 ");
	const struct sent *out = SENT("INVITE ");
	answer(out, 486);
	const struct sent *ack = SENT_TO("203.0.113.1:5060", "ACK sip:bob@203.0.113.1 SIP/2.0\r\n");
	CHECK(has(ack, "To: <sip:bob@b.example>;tag=t1") && has(ack, "CSeq: 1 ACK"));
	CALLER_GETS("SIP/2.0 486 ");
	after(500); /* timer G */
	CALLER_GETS("SIP/2.0 486 ");
	after(1000);
	CALLER_GETS("SIP/2.0 486 ");
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 486 ");
	SILENCE();
	request("ACK", "a");
	CHECK(T.acks == 0);
	after(2500);
	SILENCE();
	request("ACK", "a");    /* timer I */
	request("INVITE", "a"); /* late */
	SILENCE();
	CHECK(core_transactions(T.core) == 1);
	answer(out, 486); /* timer D: acknowledged again, not forwarded */
	SENT("ACK ");
	SILENCE();
	CHECK(core_busy(T.core) == 0);
	after(3000);
	request("ACK", "a"); /* timer I is over, but that is no reason to trouble the script */
	CHECK(T.acks == 0);
	after(26000);
	CHECK(quiet());
	finish();
}

static void invite_never_acknowledged(void)
{
	begin();
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 100 ");
	answer(SENT("INVITE "), 404);
	SENT("ACK ");
	CALLER_GETS("SIP/2.0 404 ");
	after(31999);
	/* 500, 1500, 3500, 7500, then every T2 */
	CHECK(sent_count("SIP/2.0 404 ") == 10);
	CHECK(core_transactions(T.core) == 1);
	after(2); /* timer H */
	CHECK(quiet());
	finish();
}

static void own_reply(struct message *m)
{
	struct transaction *t = transaction_new(T.core, m);
	transaction_hold(t);
	t->reply_extra = SLICE("X-Extra: one\r\n");
	CHECK(transaction_reply(t, 183, SLICE("Wait"), SLICE("")));
	CHECK(transaction_reply(t, 600, SLICE(""), SLICE("X-More: two\r\n")));
	CHECK(!transaction_reply(t, 500, SLICE(""), SLICE("")));
	CHECK(!transaction_reply(t, 180, SLICE(""), SLICE("")));
	CHECK(relay_to(t) == RELAY_TOO_LATE);
	transaction_release(t);
}

static void replies_made_here(void)
{
	begin();
	T.on_request = own_reply;
	request("INVITE", "a");
	CHECK(contains(CALLER_GETS("SIP/2.0 183 Wait\r\n"), "\r\nTo: <sip:bob@b.example>;tag="));
	const struct sent *final = CALLER_GETS("SIP/2.0 600 Busy Everywhere\r\n");
	CHECK(has(final, "X-Extra: one") && has(final, "X-More: two"));
	SILENCE();
	request("ACK", "a");
	CHECK(core_busy(T.core) == 0);
	after(32001);
	CHECK(quiet());
	finish();
}

static void do_nothing(struct message *m)
{
	transaction_new(T.core, m);
}

static void forgotten_request(void)
{
	begin();
	T.on_request = do_nothing;
	request("INVITE", "a");
	request("MESSAGE", "b");
	request("MESSAGE", "b");
	CHECK(core_transactions(T.core) == 2);
	SILENCE();
	after(32001);
	CHECK(quiet());
	finish();
}

static struct transaction *held;

static void hold_it(struct message *m)
{
	held = transaction_new(T.core, m);
	transaction_hold(held);
}

static void a_run_holds(void)
{
	begin();
	T.on_request = hold_it;
	request("INVITE", "a");
	after(100000); /* the run waits for long */
	CHECK(core_transactions(T.core) == 1);
	CHECK(relay_to(held) == RELAY_OK);
	CALLER_GETS("SIP/2.0 100 ");
	answer(SENT("INVITE "), 404);
	SENT("ACK ");
	CALLER_GETS("SIP/2.0 404 ");
	request("ACK", "a");
	after(100000);
	CHECK(core_transactions(T.core) == 1);
	transaction_release(held);
	CHECK(quiet());
	finish();
}

static void matching_by_sent_by(void)
{
	static const char format[] =
		"MESSAGE sip:bob@203.0.113.1 SIP/2.0\nVia: SIP/2.0/UDP %s;branch=z9hG4bKx\n"
		"From: <sip:a@a>;tag=f\nTo: <sip:b@b>\nCall-ID: c\nCSeq: %d MESSAGE\n"
		"Content-Length: 0\n\n";
	begin();
	in(CALLER, format, "Host.example", 1);
	in(CALLER, format, "host.EXAMPLE:5060", 1); /* the same */
	CHECK(core_transactions(T.core) == 1);
	in(CALLER, format, "host.example:5061", 1);
	CHECK(core_transactions(T.core) == 2);
	in(CALLER, format, "other.example", 1);
	CHECK(core_transactions(T.core) == 3);
	in(CALLER, format, "host.example", 2);
	CHECK(core_transactions(T.core) == 4);
	CHECK(sent_count("MESSAGE ") == 4);
	finish();
}

static void old(const char *method, const char *uri, const char *to_tag, const char *via)
{
	in(CALLER,
		"%s %s SIP/2.0\nVia: SIP/2.0/UDP %s\nFrom: <sip:a@a>;tag=f\nTo: <sip:b@b>%s\nCall-ID: c\n"
		"CSeq: 1 %s\nContent-Length: 0\n\n",
		method, uri, via, to_tag, method);
}

static void clients_of_rfc_2543(void)
{
	const char *bob = "sip:bob@203.0.113.1", *via = "192.0.2.100:5060;branch=1";

	begin();
	old("INVITE", bob, "", via);
	CALLER_GETS("SIP/2.0 100 ");
	const struct sent *out = SENT("INVITE ");
	CHECK(contains(out, ";branch=z9hG4bK"));
	old("INVITE", bob, "", via);
	CALLER_GETS("SIP/2.0 100 ");
	old("INVITE", "sip:carol@203.0.113.1", "", via);
	CALLER_GETS("SIP/2.0 100 ");
	const struct sent *carol = SENT("INVITE sip:carol@");
	answer(carol, 180);
	CALLER_GETS("SIP/2.0 180 ");
	old("CANCEL", "sip:carol@203.0.113.1", "", via);
	CALLER_GETS("SIP/2.0 200 ");
	answer(SENT("CANCEL sip:carol@"), 200);
	answer(carol, 487);
	SENT("ACK ");
	CALLER_GETS("SIP/2.0 487 ");
	answer(out, 486);
	SENT("ACK ");
	CALLER_GETS("SIP/2.0 486 ");
	old("ACK", bob, ";tag=other", via); /* not the reply's */
	CHECK(T.acks == 1);
	old("ACK", bob, ";tag=t1", via);
	old("ACK", "sip:carol@203.0.113.1", ";tag=t1", via);
	CHECK(T.acks == 1);
	after(5001);
	CHECK(sent_count("SIP/2.0") == 0);
	finish();
}

static void no_magic_in_the_cookie_alone(void)
{
	begin();
	old("MESSAGE", "sip:bob@203.0.113.1", "", "192.0.2.100;branch=z9hG4bK");
	old("MESSAGE", "sip:carol@203.0.113.1", "", "192.0.2.100;branch=z9hG4bK");
	CHECK(core_transactions(T.core) == 2);
	old("MESSAGE", "sip:bob@203.0.113.1", "", "192.0.2.100;branch=z9hG4bK");
	CHECK(core_transactions(T.core) == 2);
	finish();
}

static void refuse(struct message *m)
{
	reply_stateless(T.core, m, 403, SLICE("No"), SLICE("X-Why: so\r\n"), SLICE(""));
}

static void stateless_replies(void)
{
	begin();
	T.on_request = refuse;
	request("INVITE", "a");
	const struct sent *first = CALLER_GETS("SIP/2.0 403 No\r\n");
	CHECK(has(first, "X-Why: so") && contains(first, "\r\nTo: <sip:bob@b.example>;tag="));
	request("INVITE", "a");
	const struct sent *second = CALLER_GETS("SIP/2.0 403 No\r\n");
	CHECK(first && second && strcmp(first->text, second->text) == 0);
	char to[256] = "";
	line_of(first ? first->text : "", "To", to, sizeof to);
	T.on_request = NULL;
	in(CALLER,
		"ACK sip:bob@203.0.113.1 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.100;branch=z9hG4bKa\n"
		"From: <sip:alice@a.example>;tag=f-a\n%sCall-ID: a@a.example\nCSeq: 1 ACK\nContent-Length: "
		"0\n\n",
		to);
	CHECK(T.acks == 0);
	SILENCE();
	CHECK(quiet());
	finish();
}

static void many_provisional_replies(void)
{
	begin();
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 100 ");
	const struct sent *out = SENT("INVITE ");
	answer(out, 180);
	size_t before = arena_size(T.last->arena);
	for (int i = 0; i < 2000; i++)
		answer(out, 180);
	CHECK(arena_size(T.last->arena) <= before + 8192);
	answer(out, 603);
	finish();
}

int main(void)
{
	UNIT(site_knows_itself);
	UNIT(site_picks_a_listener);
	UNIT(tables_grow);
	UNIT(targets_wait_for_names);
	UNIT(targets_by_address);
	UNIT(non_invite);
	UNIT(invite_2xx);
	UNIT(invite_non_2xx);
	UNIT(invite_never_acknowledged);
	UNIT(replies_made_here);
	UNIT(forgotten_request);
	UNIT(a_run_holds);
	UNIT(matching_by_sent_by);
	UNIT(clients_of_rfc_2543);
	UNIT(no_magic_in_the_cookie_alone);
	UNIT(stateless_replies);
	UNIT(many_provisional_replies);
	return unit_end();
}
