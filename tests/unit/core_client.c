/* core_client: tests of branches: retransmission, timers, CANCEL, failover, ICMP, lost memory.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core_world.h"

#define SERVER "203.0.113.1:5060"

/* An INVITE of the caller's has gone to the server: its datagram. */
static const struct sent *invite(const char *branch)
{
	request("INVITE", branch);
	CALLER_GETS("SIP/2.0 100 ");
	return SENT_TO(SERVER, "INVITE ");
}

static void cancel(const char *branch)
{
	request("CANCEL", branch);
	CALLER_GETS("SIP/2.0 200 ");
}

static void timers_a_and_b(void)
{
	begin();
	const struct sent *out = invite("a");
	after(499);
	SILENCE();
	after(1);
	const struct sent *again = SENT_TO(SERVER, "INVITE ");
	CHECK(out && again && strcmp(out->text, again->text) == 0);
	after(31499);
	CHECK(sent_count("INVITE ") == 5); /* 1500 3500 7500 15500 31500 */
	after(1);
	CALLER_GETS("SIP/2.0 408 ");
	SILENCE();
	request("ACK", "a");
	CHECK(T.counters.n[COUNTER_timeouts] == 1 && T.counters.n[COUNTER_resent] == 6);
	finish();
}

static void timers_e_and_f(void)
{
	begin();
	request("MESSAGE", "a");
	SENT_TO(SERVER, "MESSAGE ");
	after(31999);
	CHECK(sent_count("MESSAGE ") == 10); /* 500 1500 3500, then every T2 */
	after(1);
	SILENCE(); /* 4320: no 408 */
	request("MESSAGE", "a");
	SILENCE();
	CHECK(core_transactions(T.core) == 1);
	after(32001);
	CHECK(quiet());
	finish();
}

static void timer_e_when_proceeding(void)
{
	begin();
	request("MESSAGE", "a");
	const struct sent *out = SENT("MESSAGE ");
	answer(out, 100);
	answer(out, 183); /* 4320 4.1: not forwarded */
	SILENCE();
	after(500);
	CHECK(sent_count("MESSAGE ") == 1);
	after(2999);
	SILENCE();
	after(1);
	CALLER_GETS("SIP/2.0 100 "); /* 4320 4.1: when the caller's own timer E is T2 */
	after(999);
	SILENCE();
	after(1);
	CHECK(sent_count("MESSAGE ") == 1);
	answer(out, 404);
	CALLER_GETS("SIP/2.0 404 ");
	answer(out, 404); /* 4320 4.2: absorbed, with timer K or without */
	after(5001);
	answer(out, 404);
	SILENCE();
	CHECK(T.counters.n[COUNTER_stray_replies] == 2);
	finish();
}

static void timer_c(void)
{
	begin();
	const struct sent *out = invite("a");
	answer(out, 100);
	after(179999);
	SILENCE();
	answer(out, 180); /* 16.8: starts anew */
	CALLER_GETS("SIP/2.0 180 ");
	after(179999);
	answer(out, 100); /* does not */
	after(1);
	SENT_TO(SERVER, "CANCEL sip:bob@203.0.113.1 SIP/2.0\r\n");
	CALLER_GETS("SIP/2.0 408 ");
	request("ACK", "a");
	answer(out, 487);
	SENT("ACK ");
	SILENCE();
	finish();
}

static void set_short_timers(struct transaction *t, struct message *m)
{
	(void)m;
	t->fr_timer = 2000;
	t->fr_inv_timer = 10000;
}

static void timers_of_the_script(void)
{
	begin();
	T.prepare = set_short_timers;
	invite("a");
	after(2000);
	CHECK(sent_count("SIP/2.0 408 ") == 1);
	request("ACK", "a");
	const struct sent *out = invite("b");
	answer(out, 180);
	CALLER_GETS("SIP/2.0 180 ");
	after(10000);
	SENT("CANCEL ");
	CALLER_GETS("SIP/2.0 408 ");
	finish();
}

/* The callee had been given up when its first reply came: a CANCEL sees to it that nobody lifts it. */
static void rings_too_late(void)
{
	begin();
	T.prepare = set_short_timers;
	const struct sent *out = invite("a");
	for (int i = 0; i < 20; i++)
		after(100);
	T.seen = T.sent_count;
	request("ACK", "a");
	answer(out, 180);
	SENT_TO(SERVER, "CANCEL ");
	answer(out, 180);
	SILENCE();
	after(500);
	SENT_TO(SERVER, "CANCEL ");
	SILENCE();
	answer(out, 487);
	SENT_TO(SERVER, "ACK ");
	after(4000);
	SILENCE();
	finish();
}

static void cancel_while_ringing(void)
{
	begin();
	const struct sent *out = invite("a");
	answer(out, 180);
	CALLER_GETS("SIP/2.0 180 ");
	cancel("a");
	const struct sent *c = SENT_TO(SERVER, "CANCEL sip:bob@203.0.113.1 SIP/2.0\r\n");
	char mine[256], theirs[256];
	CHECK(out && c &&
		strcmp(line_of(out->text, "Via", mine, sizeof mine),
			line_of(c->text, "Via", theirs, sizeof theirs)) == 0);
	CHECK(has(c, "CSeq: 1 CANCEL"));
	cancel("a"); /* its retransmission is answered again */
	SILENCE();
	after(500);
	SENT("CANCEL ");
	answer(c, 200);
	after(5000);
	SILENCE();
	answer(out, 487);
	SENT("ACK ");
	CALLER_GETS("SIP/2.0 487 ");
	request("ACK", "a");
	cancel("a"); /* 9.2: no effect any more */
	SILENCE();
	finish();
}

static void cancel_before_any_reply(void)
{
	begin();
	const struct sent *out = invite("a");
	cancel("a");
	SILENCE(); /* 9.1: not yet */
	after(500);
	SENT("INVITE ");
	answer(out, 100);
	SENT("CANCEL ");
	answer(out, 180);
	CALLER_GETS("SIP/2.0 180 ");
	SILENCE();
	answer(out, 487);
	SENT("ACK ");
	CALLER_GETS("SIP/2.0 487 ");
	finish();
}

static void cancel_before_any_reply_and_none_comes(void)
{
	begin();
	invite("a");
	cancel("a");
	after(32000);
	CHECK(sent_count("SIP/2.0 487 ") == 1);
	finish();
}

static void cancel_crosses_a_2xx(void)
{
	begin();
	const struct sent *out = invite("a");
	answer(out, 180);
	CALLER_GETS("SIP/2.0 180 ");
	cancel("a");
	SENT("CANCEL ");
	answer(out, 200);
	CALLER_GETS("SIP/2.0 200 ");
	after(600);
	SILENCE();
	finish();
}

static void cancel_that_nobody_heeds(void)
{
	begin();
	const struct sent *out = invite("a");
	answer(out, 180);
	CALLER_GETS("SIP/2.0 180 ");
	cancel("a");
	after(31999);
	CHECK(sent_count("CANCEL ") == 11);
	after(1); /* 9.1, last paragraph */
	CALLER_GETS("SIP/2.0 487 ");
	SILENCE();
	answer(out, 200); /* too late, but it must go up */
	CALLER_GETS("SIP/2.0 200 ");
	finish();
}

static void cancel_after_the_reply(void)
{
	begin();
	answer(invite("a"), 486);
	SENT("ACK ");
	CALLER_GETS("SIP/2.0 486 ");
	cancel("a");
	answer(invite("b"), 200);
	CALLER_GETS("SIP/2.0 200 ");
	cancel("b");
	SILENCE();
	request("CANCEL", "c"); /* of nothing */
	CALLER_GETS("SIP/2.0 481 ");
	finish();
}

static struct transaction *waiting;

static void wait_before_relay(struct message *m)
{
	if (m->method == METHOD_CANCEL) {
		transaction_cancel(transaction_find_cancelled(T.core, m), m);
		return;
	}
	waiting = transaction_new(T.core, m);
	transaction_hold(waiting);
}

static void cancel_before_the_relay(void)
{
	begin();
	T.on_request = wait_before_relay;
	request("INVITE", "a");
	cancel("a");
	CALLER_GETS("SIP/2.0 487 ");
	CHECK(relay_to(waiting) == RELAY_TOO_LATE);
	transaction_release(waiting);
	SILENCE();
	finish();
}

static void early_2xx_stray(void)
{
	begin();
	T.prepare = set_short_timers;
	const struct sent *out = invite("a");
	after(2000);
	CHECK(sent_count("SIP/2.0 408 ") == 1);
	answer(out, 200); /* the branch has timed out here; the callee does not know */
	CALLER_GETS("SIP/2.0 200 ");
	SILENCE();
	finish();
}

/* ---- more than one server ---- */

static void two_servers(void)
{
	T.names[0] = (struct name){ "b.example", { "198.51.100.1:5060", "198.51.100.2:5070" } };
	T.legs[0] = "sip:bob@b.example";
}

static void failover_after_a_timeout(void)
{
	begin();
	two_servers();
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 100 ");
	const struct sent *first = SENT_TO("198.51.100.1:5060", "INVITE sip:bob@b.example SIP/2.0\r\n");
	after(32000);
	CHECK(T.seen + 7 == T.sent_count);
	T.seen += 6;
	const struct sent *second = SENT_TO("198.51.100.2:5070", "INVITE sip:bob@b.example SIP/2.0\r\n");
	char one[256], two[256];
	CHECK(first && second &&
		strcmp(line_of(first->text, "Via", one, sizeof one),
			line_of(second->text, "Via", two, sizeof two)) != 0);
	answer(second, 180);
	CALLER_GETS("SIP/2.0 180 ");
	answer(first, 486); /* too late to matter */
	SENT_TO("198.51.100.1:5060", "ACK ");
	SILENCE();
	answer(second, 200);
	CALLER_GETS("SIP/2.0 200 ");
	finish();
}

static void failover_after_a_503(void)
{
	begin();
	two_servers();
	request("MESSAGE", "a");
	answer(SENT_TO("198.51.100.1:5060", "MESSAGE "), 503);
	answer(SENT_TO("198.51.100.2:5070", "MESSAGE "), 503);
	CALLER_GETS("SIP/2.0 500 "); /* 16.7 step 6 */
	SILENCE();
	request("INVITE", "b");
	CALLER_GETS("SIP/2.0 100 ");
	const struct sent *first = SENT_TO("198.51.100.1:5060", "INVITE ");
	answer(first, 503);
	SENT_TO("198.51.100.1:5060", "ACK ");
	const struct sent *second = SENT_TO("198.51.100.2:5070", "INVITE ");
	answer(first, 503);
	SENT_TO("198.51.100.1:5060", "ACK ");
	SILENCE();
	answer(second, 486);
	SENT_TO("198.51.100.2:5070", "ACK ");
	CALLER_GETS("SIP/2.0 486 ");
	finish();
}

static void no_failover_once_it_answered(void)
{
	begin();
	two_servers();
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 100 ");
	const struct sent *out = SENT("INVITE ");
	answer(out, 180);
	CALLER_GETS("SIP/2.0 180 ");
	after(180000);
	SENT("CANCEL ");
	CALLER_GETS("SIP/2.0 408 ");
	finish();
}

static void no_failover_when_cancelled(void)
{
	begin();
	two_servers();
	request("INVITE", "a");
	CALLER_GETS("SIP/2.0 100 ");
	SENT("INVITE ");
	cancel("a");
	after(32000);
	CHECK(sent_count("SIP/2.0 487 ") == 1);
	CHECK(T.counters.n[COUNTER_branches] == 1);
	finish();
}

static void unreachable(const char *peer, uint16_t listener)
{
	struct flow flow = { .peer = address(peer), .listener = listener };
	core_unreachable(T.core, &flow);
}

static void icmp(void)
{
	begin();
	two_servers();
	for (int i = 0; i < 3; i++) {
		char branch[2] = { (char)('a' + i), 0 };
		request("MESSAGE", branch);
	}
	CHECK(sent_count("MESSAGE ") == 3);
	unreachable("198.51.100.1:5061", 0);
	unreachable("198.51.100.1:5060", 1);
	SILENCE();
	unreachable("198.51.100.1:5060", 0);
	const struct sent *second = SENT_TO("198.51.100.2:5070", "MESSAGE ");
	CHECK(sent_count("MESSAGE ") == 2);
	answer(second, 100); /* it lives: an ICMP message now is none of its business */
	unreachable("198.51.100.2:5070", 0);
	CHECK(sent_count("SIP/2.0 500 ") == 2);
	answer(second, 200);
	CALLER_GETS("SIP/2.0 200 ");
	finish();
}

/* ---- a worker that died ---- */

static void die(void)
{
	core_free(T.core);
	T.core = core_new(&T.world, &T.site, &T.counters, &hooks, NULL);
}

static void lost_memory(void)
{
	begin();
	const struct sent *out = invite("a");
	die();
	request("INVITE", "a"); /* the caller repeats it */
	CALLER_GETS("SIP/2.0 100 ");
	const struct sent *again = SENT_TO(SERVER, "INVITE ");
	CHECK(out && again && strcmp(out->text, again->text) == 0);
	die();
	answer(out, 100); /* was never meant for the caller */
	answer(out, 180); /* D2: the MAC shows that it is ours */
	CALLER_GETS("SIP/2.0 180 ");
	answer(out, 200);
	const struct sent *ok = CALLER_GETS("SIP/2.0 200 ");
	CHECK(contains(ok, "Via: SIP/2.0/UDP 192.0.2.100;branch=z9hG4bKa") && ok &&
		!strstr(ok->text, "Via: SIP/2.0/UDP 192.0.2.1:"));
	request("MESSAGE", "m");
	const struct sent *message = SENT("MESSAGE ");
	die();
	answer(message, 200); /* 4320 4.2: dropped, the caller repeats its request */
	SILENCE();
	CHECK(T.counters.n[COUNTER_stray_replies] == 2);
	finish();
}

static void relay_cancel(struct message *m)
{
	struct target targets[LEGS + 1];

	collect(m, targets);
	CHECK(relay_orphan(T.core, m, targets) == RELAY_OK);
}

static void orphans(void)
{
	char one[256], two[256];

	begin();
	const struct sent *out = invite("a");
	answer(out, 180);
	CALLER_GETS("SIP/2.0 180 ");
	die();
	T.on_request = relay_cancel;
	request("CANCEL", "a");
	const struct sent *c = SENT_TO(SERVER, "CANCEL ");
	CHECK(out && c &&
		strcmp(line_of(out->text, "Via", one, sizeof one),
			line_of(c->text, "Via", two, sizeof two)) == 0);
	/* its reply has two Vias, unlike that to a CANCEL of ours */
	answer(c, 200);
	CALLER_GETS("SIP/2.0 200 ");
	answer(out, 487);
	CALLER_GETS("SIP/2.0 487 ");
	SILENCE();
	finish();
}

static void late_reply_to_our_cancel(void)
{
	begin();
	const struct sent *out = invite("a");
	answer(out, 180);
	CALLER_GETS("SIP/2.0 180 ");
	cancel("a");
	const struct sent *c = SENT("CANCEL ");
	answer(out, 487);
	SENT("ACK ");
	CALLER_GETS("SIP/2.0 487 ");
	answer(c, 200);
	after(501);
	request("ACK", "a");
	CHECK(sent_count("SIP/2.0 487 ") == 1);
	answer(c, 200);
	SILENCE();
	finish();
}

static void strangers(void)
{
	begin();
	const struct sent *out = invite("a");
	die();
	char *forged = strdup(out ? out->text : "");
	char *branch = strstr(forged, "branch=z9hG4bK");
	if (CHECK(branch)) {
		char *last = branch + strcspn(branch, "\r") - 1;
		*last = *last == '0' ? '1' : '0';
		struct sent other = { .flow = out->flow, .text = forged };
		answer(&other, 200);
	}
	free(forged);
	T.site.branch_key.k0 ^= 1; /* another installation */
	answer(out, 200);
	SILENCE();
	CHECK(T.counters.n[COUNTER_stray_replies] == 2);
	finish();
}

/* A reply to OUT in which FROM stands as TO, as long, is for nobody. */
static void answer_changed(const struct sent *out, int status, const char *from, const char *to)
{
	char *other = strdup(out ? out->text : "");
	char *at = strstr(other, from);

	if (CHECK(at)) {
		memcpy(at, to, strlen(to));
		struct sent s = { .flow = out->flow, .text = other };
		answer(&s, status);
	}
	free(other);
	SILENCE();
}

static void wrong_replies(void)
{
	static const char *const changes[][2] = { { "CSeq: 1 INVITE", "CSeq: 1 UPDATE" },
		{ "CSeq: 1 INVITE", "CSeq: 2 INVITE" }, { "Call-ID: ", "Call-ID: x" },
		{ "branch=z9hG4bKa", "branch=z9hG4bKb" } };

	begin();
	const struct sent *out = invite("a");
	for (int i = 0; i < 4; i++) {
		answer_changed(out, 180, changes[i][0], changes[i][1]);
		answer_changed(out, 200, changes[i][0], changes[i][1]);
		answer_changed(out, 486, changes[i][0], changes[i][1]);
	}
	CHECK(T.counters.n[COUNTER_stray_replies] == 12);
	answer(out, 486);
	SENT_TO(SERVER, "ACK ");
	CALLER_GETS("SIP/2.0 486 ");
	request("ACK", "a");
	for (int i = 0; i < 4; i++)
		answer_changed(out, 486, changes[i][0], changes[i][1]);
	answer(out, 486);
	SENT_TO(SERVER, "ACK ");
	finish();
}

static void keep_busy(void)
{
	answer(invite("a"), 180);
	CALLER_GETS("SIP/2.0 180 ");
	answer(invite("b"), 486);
	request("MESSAGE", "c");
	CHECK(core_transactions(T.core) == 3);
}

static void freed_while_busy(void)
{
	begin();
	keep_busy();
	finish();
	begin();
	keep_busy();
	die();
	CHECK(quiet());
	finish();
}

int main(void)
{
	UNIT(timers_a_and_b);
	UNIT(timers_e_and_f);
	UNIT(timer_e_when_proceeding);
	UNIT(timer_c);
	UNIT(timers_of_the_script);
	UNIT(rings_too_late);
	UNIT(cancel_while_ringing);
	UNIT(cancel_before_any_reply);
	UNIT(cancel_before_any_reply_and_none_comes);
	UNIT(cancel_crosses_a_2xx);
	UNIT(cancel_that_nobody_heeds);
	UNIT(cancel_after_the_reply);
	UNIT(cancel_before_the_relay);
	UNIT(early_2xx_stray);
	UNIT(failover_after_a_timeout);
	UNIT(failover_after_a_503);
	UNIT(no_failover_once_it_answered);
	UNIT(no_failover_when_cancelled);
	UNIT(icmp);
	UNIT(lost_memory);
	UNIT(orphans);
	UNIT(late_reply_to_our_cancel);
	UNIT(strangers);
	UNIT(wrong_replies);
	UNIT(freed_while_busy);
	return unit_end();
}
