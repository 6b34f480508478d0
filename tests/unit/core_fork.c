/* core_fork: tests of forking: the best reply, challenges, failure routes, late 2xx, 6xx.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core_world.h"

static const struct sent *leg[LEGS];

/* METHOD forks to COUNT servers, 203.0.113.1 and on. */
static void fork_to(const char *method, const char *branch, int count)
{
	static const char *const uris[] = { "sip:b@203.0.113.1", "sip:b@203.0.113.2", "sip:b@203.0.113.3",
		"sip:b@203.0.113.4" };
	for (int i = 0; i < count; i++)
		T.legs[i] = uris[i];
	request(method, branch);
	if (strcmp(method, "INVITE") == 0)
		CALLER_GETS("SIP/2.0 100 ");
	for (int i = 0; i < count; i++)
		leg[i] = SENT(method);
}

/* Of an INVITE that forked, leg I answers STATUS, which is acknowledged. */
static void reject(int i, int status)
{
	answer(leg[i], status);
	SENT("ACK ");
}

static void all_different(void)
{
	begin();
	fork_to("INVITE", "a", 3);
	char via[3][256];
	for (int i = 0; i < 3 && leg[i]; i++)
		line_of(leg[i]->text, "Via", via[i], sizeof via[i]);
	CHECK(strcmp(via[0], via[1]) != 0 && strcmp(via[1], via[2]) != 0 && strcmp(via[0], via[2]) != 0);
	CHECK(T.last->pending == 3);
	reject(0, 486);
	reject(1, 486);
	SILENCE();
	reject(2, 486);
	CALLER_GETS("SIP/2.0 486 ");
	finish();
}

/* What goes up of STATUS replies that come in this order, ended by 0. */
static int best_of(const char *branch, const int *status)
{
	int n = 0, up = 0;

	while (status[n])
		n++;
	begin();
	fork_to("INVITE", branch, n);
	for (int i = 0; i < n; i++)
		answer(leg[i], status[i]);
	for (; T.seen < T.sent_count; T.seen++)
		if (starts(T.sent[T.seen].text, "SIP/2.0 "))
			up = atoi(T.sent[T.seen].text + 8);
	finish();
	return up;
}

#define BEST(...) best_of("x", (const int[]){ __VA_ARGS__, 0 })

static void best_reply(void)
{
	CHECK(BEST(500, 404) == 404 && BEST(404, 500) == 404);
	CHECK(BEST(404, 302) == 302);
	CHECK(BEST(486, 401, 404) == 401 && BEST(404, 484) == 484 && BEST(415, 407) == 407);
	CHECK(BEST(408, 486) == 486 && BEST(480, 404) == 404);
	CHECK(BEST(503, 500) == 500 && BEST(503, 501) == 501 && BEST(503, 404) == 404);
	CHECK(BEST(503) == 500 && BEST(503, 503) == 500);
	CHECK(BEST(404, 603) == 603 && BEST(404, 404, 606) == 606);
}

/* A leg that was given up minutes ago answers while another still rings. */
static void much_too_late(void)
{
	begin();
	fork_to("INVITE", "a", 2);
	answer(leg[1], 180);
	CALLER_GETS("SIP/2.0 180 ");
	for (int i = 0; i < 100; i++)
		after(1000);
	T.seen = T.sent_count;
	reject(0, 486);
	SILENCE();
	after(32000);
	answer(leg[0], 200);
	CALLER_GETS("SIP/2.0 200 ");
	SENT("CANCEL ");
	SILENCE();
	finish();
}

static void timeout_among_replies(void)
{
	begin();
	fork_to("INVITE", "a", 2);
	reject(0, 486);
	after(32000);
	CHECK(sent_count("SIP/2.0 486 ") == 1); /* a reply rather than a 408 made here */
	finish();
}

static void challenges(void)
{
	begin();
	fork_to("INVITE", "a", 4);
	answer_with(leg[0], 401, "t1", "WWW-Authenticate: Digest realm=\"one\", nonce=\"1\"\n");
	answer_with(leg[1], 404, "t2", "");
	answer_with(leg[2], 407, "t3",
		"Proxy-Authenticate: Digest realm=\"two\", nonce=\"2\"\n"
		"Proxy-Authenticate: Digest realm=\"three\", nonce=\"3\"\n");
	answer_with(leg[3], 401, "t4", "WWW-Authenticate: Digest realm=\"four\", nonce=\"4\"\n");
	CHECK(T.sent_count - T.seen == 5);
	T.seen += 4;
	const struct sent *up = CALLER_GETS("SIP/2.0 401 ");
	CHECK(has(up, "WWW-Authenticate: Digest realm=\"one\", nonce=\"1\""));
	CHECK(has(up, "WWW-Authenticate: Digest realm=\"four\", nonce=\"4\""));
	CHECK(has(up, "Proxy-Authenticate: Digest realm=\"two\", nonce=\"2\""));
	CHECK(has(up, "Proxy-Authenticate: Digest realm=\"three\", nonce=\"3\""));
	CHECK(has(up, "To: <sip:bob@b.example>;tag=t1"));
	finish();
}

static void first_2xx_wins(void)
{
	begin();
	fork_to("INVITE", "a", 3);
	answer(leg[0], 180);
	CALLER_GETS("SIP/2.0 180 ");
	answer_with(leg[1], 200, "t2", "");
	CHECK(has(CALLER_GETS("SIP/2.0 200 "), "To: <sip:bob@b.example>;tag=t2"));
	SENT_TO("203.0.113.1:5060", "CANCEL "); /* leg 2 has said nothing yet */
	SILENCE();
	answer(leg[2], 100);
	SENT_TO("203.0.113.3:5060", "CANCEL ");
	answer(leg[2], 180); /* nobody rings any more */
	SILENCE();
	answer_with(leg[0], 200, "t1", ""); /* crossed the CANCEL: goes up too */
	CHECK(has(CALLER_GETS("SIP/2.0 200 "), "To: <sip:bob@b.example>;tag=t1"));
	reject(2, 487);
	SILENCE();
	finish();
}

static void several_2xx_in_one_branch(void)
{
	begin();
	fork_to("INVITE", "a", 1);
	answer_with(leg[0], 200, "t1", "");
	answer_with(leg[0], 200, "t2", "");
	CALLER_GETS("SIP/2.0 200 ");
	CHECK(has(CALLER_GETS("SIP/2.0 200 "), "To: <sip:bob@b.example>;tag=t2"));
	answer(leg[0], 500); /* makes no sense now */
	answer(leg[0], 180);
	SILENCE();
	T.on_reply = 1; /* a reply route is to see each of them */
	fork_to("INVITE", "b", 1);
	answer_with(leg[0], 200, "t1", "");
	answer_with(leg[0], 200, "t2", "");
	CALLER_GETS("SIP/2.0 200 ");
	CHECK(has(CALLER_GETS("SIP/2.0 200 "), "To: <sip:bob@b.example>;tag=t2") && T.replies == 2);
	SILENCE();
	finish();
}

static void a_6xx_cancels(void)
{
	begin();
	fork_to("INVITE", "a", 3);
	answer(leg[0], 180);
	answer(leg[1], 180);
	CHECK(sent_count("SIP/2.0 180 ") == 2);
	reject(2, 603);
	SENT_TO("203.0.113.1:5060", "CANCEL ");
	SENT_TO("203.0.113.2:5060", "CANCEL ");
	SILENCE();
	reject(0, 487);
	reject(1, 487);
	CALLER_GETS("SIP/2.0 603 ");
	finish();
	begin();
	fork_to("INVITE", "a", 2);
	answer(leg[0], 180);
	CALLER_GETS("SIP/2.0 180 ");
	reject(1, 603);
	SENT("CANCEL ");
	answer(leg[0], 200); /* a call is better than none */
	CALLER_GETS("SIP/2.0 200 ");
	finish();
}

static void non_invite_forks(void)
{
	begin();
	fork_to("MESSAGE", "a", 2);
	answer(leg[0], 200);
	CALLER_GETS("SIP/2.0 200 ");
	answer(leg[1], 200);
	SILENCE();
	fork_to("MESSAGE", "b", 2);
	answer(leg[0], 603);
	SILENCE(); /* it cannot be cancelled: waits for the other */
	answer(leg[1], 200);
	CALLER_GETS("SIP/2.0 200 ");
	fork_to("MESSAGE", "c", 2);
	answer(leg[0], 404);
	after(32000);
	CHECK(sent_count("SIP/2.0 404 ") == 1);
	finish();
}

static void cancel_of_a_fork(void)
{
	begin();
	fork_to("INVITE", "a", 3);
	answer(leg[0], 180);
	CALLER_GETS("SIP/2.0 180 ");
	reject(1, 404);
	request("CANCEL", "a");
	CALLER_GETS("SIP/2.0 200 ");
	SENT_TO("203.0.113.1:5060", "CANCEL ");
	answer(leg[2], 180);
	SENT_TO("203.0.113.3:5060", "CANCEL ");
	CALLER_GETS("SIP/2.0 180 ");
	reject(0, 487);
	reject(2, 486); /* crossed */
	CALLER_GETS("SIP/2.0 487 ");
	SILENCE();
	finish();
}

static void cancel_and_then_no_487(void)
{
	begin();
	fork_to("INVITE", "a", 1);
	answer(leg[0], 180);
	CALLER_GETS("SIP/2.0 180 ");
	request("CANCEL", "a");
	CALLER_GETS("SIP/2.0 200 ");
	SENT("CANCEL ");
	reject(0, 486);
	CALLER_GETS("SIP/2.0 487 ");
	finish();
}

static void too_many_targets(void)
{
	begin();
	T.site.max_branches = 2;
	for (int i = 0; i < 4; i++)
		T.legs[i] = "sip:b@203.0.113.1";
	request("MESSAGE", "a");
	CHECK(sent_count("MESSAGE ") == 2);
	finish();
}

static void breadth(void)
{
	begin();
	for (int i = 0; i < 3; i++)
		T.legs[i] = "sip:b@203.0.113.1";
	request("MESSAGE", "a"); /* 60, as it says nothing */
	CHECK(has(SENT("MESSAGE "), "Max-Breadth: 20"));
	CHECK(has(SENT("MESSAGE "), "Max-Breadth: 20") && has(SENT("MESSAGE "), "Max-Breadth: 20"));
	request_to("MESSAGE", "sip:b@203.0.113.1", "b", "Max-Breadth: 3\n");
	CHECK(has(SENT("MESSAGE "), "Max-Breadth: 1") && has(SENT("MESSAGE "), "Max-Breadth: 1") &&
		has(SENT("MESSAGE "), "Max-Breadth: 1"));
	SILENCE();
	CHECK(relay_to(T.last) == RELAY_TOO_WIDE); /* all of it is in use */
	SILENCE();
	request_to("MESSAGE", "sip:b@203.0.113.1", "f", "Max-Breadth: 2\n");
	CALLER_GETS("SIP/2.0 440 ");
	SILENCE();
	T.legs[1] = NULL;
	request("MESSAGE", "c");
	CHECK(has(SENT("MESSAGE "), "Max-Breadth: 60"));
	request_to("MESSAGE", "sip:b@203.0.113.1", "d", "max-breadth:7\n");
	CHECK(has(SENT("MESSAGE "), "max-breadth:7"));
	request_to("MESSAGE", "sip:b@203.0.113.1", "e", "Max-Breadth: 0\n");
	CALLER_GETS("SIP/2.0 440 ");
	SILENCE();
	request_to("MESSAGE", "sip:b@203.0.113.1", "g", "Max-Breadth: 1000\nMax-Breadth: 7\n");
	const struct sent *once = SENT("MESSAGE ");
	CHECK(has(once, "Max-Breadth: 60") && !has(once, "Max-Breadth: 7"));
	finish();
}

/* ---- failure routes ---- */

static void try_leg_4(struct transaction *t)
{
	memset(T.legs, 0, sizeof T.legs);
	T.legs[0] = "sip:b@203.0.113.4";
	CHECK(relay_to(t) == (t->cancelled ? RELAY_TOO_LATE : RELAY_OK));
}

static void serial_forking(void)
{
	begin();
	T.on_failure = 1;
	T.failure = try_leg_4;
	fork_to("INVITE", "a", 2);
	reject(0, 486);
	CHECK(T.failures == 0);
	reject(1, 404);
	CHECK(T.failures == 1 && T.winner_status == 404);
	leg[3] = SENT_TO("203.0.113.4:5060", "INVITE ");
	SILENCE();
	answer(leg[3], 200);
	CALLER_GETS("SIP/2.0 200 ");
	finish();
	begin();
	T.on_failure = 1;
	T.failure = try_leg_4;
	fork_to("INVITE", "a", 1);
	after(32000);
	CHECK(T.failures == 1 && T.winner_status == 408);
	CHECK(sent_count("SIP/2.0") == 0 && T.sent_count > 3);
	leg[3] = &T.sent[T.sent_count - 1];
	reject(3, 500);
	CHECK(T.failures == 1); /* not armed again */
	CALLER_GETS("SIP/2.0 408 ");
	finish();
}

static void answer_480(struct transaction *t)
{
	CHECK(transaction_reply(t, 480, SLICE("Later"), SLICE("")));
	CHECK(relay_to(t) == RELAY_TOO_LATE);
}

static void failure_route_replies(void)
{
	begin();
	T.on_failure = 1;
	T.failure = answer_480;
	fork_to("INVITE", "a", 1);
	reject(0, 600);
	CHECK(T.failures == 1 && T.winner_status == 600);
	CALLER_GETS("SIP/2.0 480 Later\r\n");
	SILENCE();
	finish();
}

static void failure_route_does_nothing(void)
{
	begin();
	T.on_failure = 1;
	fork_to("INVITE", "a", 1);
	reject(0, 486);
	CALLER_GETS("SIP/2.0 486 ");
	finish();
}

static void failure_route_of_a_cancelled_call(void)
{
	begin();
	T.on_failure = 1;
	T.failure = try_leg_4;
	fork_to("INVITE", "a", 1);
	answer(leg[0], 180);
	CALLER_GETS("SIP/2.0 180 ");
	request("CANCEL", "a");
	CALLER_GETS("SIP/2.0 200 ");
	SENT("CANCEL ");
	reject(0, 487);
	CHECK(T.failures == 1 && T.result == RELAY_TOO_LATE);
	CALLER_GETS("SIP/2.0 487 ");
	SILENCE();
	finish();
}

static void failure_route_of_a_message(void)
{
	begin();
	T.on_failure = 1;
	T.failure = try_leg_4;
	fork_to("MESSAGE", "a", 1);
	after(32000);
	CHECK(T.failures == 1 && T.winner_status == 408);
	CHECK(T.sent_count > 1);
	T.seen = T.sent_count - 1;
	answer(SENT_TO("203.0.113.4:5060", "MESSAGE "), 200);
	CALLER_GETS("SIP/2.0 200 ");
	finish();
}

static struct transaction *busy;

static void hook_that_waits(void *user, struct transaction *t)
{
	(void)user;
	T.failures++;
	t->on_failure = -1;
	transaction_hold(t);
	busy = t;
}

static const struct core_hooks waiting_hooks = { hook_branch, hook_reply, hook_that_waits };

static void failure_route_waits(void)
{
	begin();
	core_free(T.core);
	T.core = core_new(&T.world, &T.site, &T.counters, &waiting_hooks, NULL);
	T.on_failure = 1;
	fork_to("INVITE", "a", 1);
	reject(0, 486);
	SILENCE();
	T.legs[0] = "sip:b@203.0.113.4";
	CHECK(T.failures == 1 && relay_to(busy) == RELAY_OK);
	leg[3] = SENT_TO("203.0.113.4:5060", "INVITE ");
	reject(3, 404); /* while the route still runs */
	SILENCE();
	transaction_failure_done(busy);
	transaction_release(busy);
	CALLER_GETS("SIP/2.0 404 ");
	fork_to("INVITE", "b", 1);
	reject(0, 486);
	request("CANCEL", "b"); /* meanwhile */
	CALLER_GETS("SIP/2.0 200 ");
	CALLER_GETS("SIP/2.0 487 ");
	CHECK(relay_to(busy) == RELAY_TOO_LATE);
	transaction_failure_done(busy);
	transaction_release(busy);
	SILENCE();
	finish();
}

/* ---- the other hooks ---- */

static bool mark_branch(struct transaction *t, struct branch *b)
{
	char line[64];
	snprintf(line, sizeof line, "X-Branch: %d\r\n", b->index);
	CHECK(message_insert(t->request, -1, slice_of(line)));
	if (b->index == 2)
		CHECK(message_set_uri(t->request, SLICE("sip:moved@203.0.113.9")));
	return b->index != 1;
}

static void branch_routes(void)
{
	begin();
	T.on_branch = 1;
	T.branch = mark_branch;
	T.legs[0] = "sip:b@203.0.113.1";
	T.legs[1] = "sip:b@203.0.113.2";
	T.legs[2] = "sip:b@203.0.113.3";
	request("MESSAGE", "a");
	const struct sent *one = SENT_TO("203.0.113.1:5060", "MESSAGE sip:b@203.0.113.1 ");
	const struct sent *three = SENT_TO("203.0.113.9:5060", "MESSAGE sip:moved@203.0.113.9 ");
	SILENCE();
	CHECK(T.branches == 3 && has(one, "X-Branch: 0") && !contains(one, "X-Branch: 2"));
	CHECK(has(three, "X-Branch: 2") && !contains(three, "X-Branch: 0"));
	CHECK(message_line(T.last->request, HEADER_OTHER, SLICE("X-Branch"), 0) < 0);
	CHECK(slice_equal(T.last->request->now.uri.text, SLICE("sip:bob@203.0.113.1")));
	finish();
}

static bool name_another(struct transaction *t, struct branch *b)
{
	(void)b;
	t->request->now.next_hop = SLICE("sip:other.example:5090");
	return true;
}

static void branch_routes_name_hosts(void)
{
	begin();
	T.names[0] = (struct name){ "other.example", { "198.51.100.7:5090", "198.51.100.8:5090" } };
	T.on_branch = 1;
	T.branch = name_another;
	request("MESSAGE", "a"); /* known at once */
	SENT_TO("198.51.100.7:5090", "MESSAGE sip:bob@203.0.113.1 ");
	T.names_wait = true;
	T.legs[0] = "sip:b@203.0.113.1";
	T.legs[1] = "sip:b@203.0.113.2";
	request("INVITE", "b");
	CALLER_GETS("SIP/2.0 100 ");
	SILENCE();
	CHECK(T.last->pending == 2 && T.pending_count == 2);
	name_answers();
	leg[0] = SENT_TO("198.51.100.7:5090", "INVITE sip:b@203.0.113.1 ");
	leg[1] = SENT_TO("198.51.100.7:5090", "INVITE sip:b@203.0.113.2 ");
	reject(0, 503);
	leg[0] = SENT_TO("198.51.100.8:5090", "INVITE sip:b@203.0.113.1 ");
	reject(0, 404);
	answer(leg[1], 503);
	SENT("ACK ");
	leg[1] = SENT_TO("198.51.100.8:5090", "INVITE sip:b@203.0.113.2 ");
	reject(1, 486);
	CALLER_GETS("SIP/2.0 404 ");
	finish();
}

static void branch_routes_name_hosts_in_vain(void)
{
	begin();
	T.on_branch = 1;
	T.branch = name_another;
	T.names_wait = true;
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 100 ");
	request("CANCEL", "a");
	CALLER_GETS("SIP/2.0 200 ");
	SILENCE();
	name_answers();
	CALLER_GETS("SIP/2.0 487 ");
	request("INVITE", "b");
	CALLER_GETS("SIP/2.0 100 ");
	name_answers(); /* there is no such host */
	CALLER_GETS("SIP/2.0 404 ");
	SILENCE();
	request("INVITE", "c");
	core_free(T.core); /* while it waits */
	CHECK(!T.pending[0].done);
	T.core = core_new(&T.world, &T.site, &T.counters, &hooks, NULL);
	finish();
}

static bool drop_all(struct transaction *t, struct branch *b)
{
	(void)t;
	(void)b;
	return false;
}

static void branch_route_drops(void)
{
	begin();
	T.on_branch = 1;
	T.branch = drop_all;
	request("INVITE", "a");
	CHECK(T.result == RELAY_DROPPED);
	CALLER_GETS("SIP/2.0 500 ");
	SILENCE();
	request("ACK", "a");
	finish();
}

static bool drop_183(struct transaction *t, struct branch *b, struct message *r)
{
	(void)t;
	(void)b;
	CHECK(message_insert(r, -1, SLICE("X-Seen: yes\r\n")));
	return r->status != 183 && r->status != 486;
}

static void reply_routes(void)
{
	begin();
	T.on_reply = 1;
	T.reply = drop_183;
	fork_to("INVITE", "a", 1);
	answer(leg[0], 183);
	SILENCE();
	answer(leg[0], 180);
	CHECK(has(CALLER_GETS("SIP/2.0 180 "), "X-Seen: yes"));
	reject(0, 486); /* a final one cannot be dropped */
	CHECK(has(CALLER_GETS("SIP/2.0 486 "), "X-Seen: yes"));
	CHECK(T.replies == 3);
	reject(0, 486);
	CHECK(T.replies == 3);
	finish();
}

static bool number_replies(struct transaction *t, struct branch *b, struct message *r)
{
	char line[64];
	(void)t;
	(void)b;
	snprintf(line, sizeof line, "X-Reply: %d\r\n", T.replies);
	return message_insert(r, -1, slice_of(line));
}

static bool cancel_the_others(struct transaction *t, struct branch *b, struct message *r)
{
	(void)b;
	if (r->status >= 180)
		transaction_cancel_branches(t);
	return true;
}

static void reply_route_that_cancels(void)
{
	begin();
	T.on_reply = 1;
	T.reply = cancel_the_others;
	fork_to("INVITE", "a", 2);
	answer(leg[0], 100);
	answer(leg[1], 100);
	answer(leg[0], 200);
	SENT_TO("203.0.113.2:5060", "CANCEL ");
	CALLER_GETS("SIP/2.0 200 ");
	reject(1, 487);
	SILENCE();
	fork_to("INVITE", "b", 2);
	answer(leg[0], 100);
	reject(1, 486);
	SENT_TO("203.0.113.1:5060", "CANCEL ");
	reject(0, 487);
	CALLER_GETS("SIP/2.0 486 ");
	finish();
}

static void reply_routes_and_repetitions(void)
{
	begin();
	T.on_reply = 1;
	T.reply = number_replies;
	fork_to("INVITE", "a", 1);
	answer(leg[0], 200);
	CHECK(has(CALLER_GETS("SIP/2.0 200 "), "X-Reply: 1"));
	answer(leg[0], 200);
	answer_with(leg[0], 200, "t2", "");
	CHECK(has(CALLER_GETS("SIP/2.0 200 "), "X-Reply: 2"));
	CHECK(has(CALLER_GETS("SIP/2.0 200 "), "X-Reply: 3"));
	CHECK(core_busy(T.core) == 1);
	after(4001);
	CHECK(core_busy(T.core) == 0);
	answer(leg[0], 200); /* the first goes up again as it was */
	CHECK(has(CALLER_GETS("SIP/2.0 200 "), "X-Reply: 1") && T.replies == 3);
	answer_with(leg[0], 200, "t2", "");
	CHECK(has(CALLER_GETS("SIP/2.0 200 "), "To: <sip:bob@b.example>;tag=t2"));
	SILENCE();
	finish();
}

int main(void)
{
	UNIT(all_different);
	UNIT(best_reply);
	UNIT(much_too_late);
	UNIT(timeout_among_replies);
	UNIT(challenges);
	UNIT(first_2xx_wins);
	UNIT(several_2xx_in_one_branch);
	UNIT(a_6xx_cancels);
	UNIT(non_invite_forks);
	UNIT(cancel_of_a_fork);
	UNIT(cancel_and_then_no_487);
	UNIT(too_many_targets);
	UNIT(breadth);
	UNIT(serial_forking);
	UNIT(failure_route_replies);
	UNIT(failure_route_does_nothing);
	UNIT(failure_route_of_a_cancelled_call);
	UNIT(failure_route_of_a_message);
	UNIT(failure_route_waits);
	UNIT(branch_routes);
	UNIT(branch_routes_name_hosts);
	UNIT(branch_routes_name_hosts_in_vain);
	UNIT(branch_route_drops);
	UNIT(reply_routes);
	UNIT(reply_route_that_cancels);
	UNIT(reply_routes_and_repetitions);
	return unit_end();
}
