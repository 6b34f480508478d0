/* core_random: the core under seeded disorder: requests, replies, losses, repetitions, CANCEL, ICMP, deaths in any order.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * SIPD_SEED=n runs only the seed n. What must hold: nothing leaks; in the end all is quiet; an INVITE that was relayed gets a final
 * reply; no caller gets two different non-2xx final replies, nor one behind a 2xx; what is absorbed is not forwarded. */
#include "core_world.h"

enum { CALLS = 24, STEPS = 600, SEEDS = 40 };

static struct call {
	bool invite, started, died, two_hundred;
	int final;   /* non-2xx final reply that the caller has */
	uint64_t at; /* when it began, or got a final reply */
} calls[CALLS];

static uint64_t dice;

static unsigned roll(unsigned n)
{
	dice = dice * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(dice >> 33) % n;
}

static void random_failure(struct transaction *t)
{
	t->on_failure = roll(3) ? -1 : 1;
	switch (roll(4)) {
	case 0:
		transaction_reply(t, 480 + (int)roll(2) * 120, SLICE(""), SLICE(""));
		break;
	case 1:
	case 2:
		relay_to(t);
		break;
	default:
		break;
	}
}

static bool random_branch(struct transaction *t, struct branch *b)
{
	(void)b;
	if (roll(3) == 0)
		message_insert(t->request, -1, SLICE("X-Branch: 1\r\n"));
	return roll(8) != 0;
}

static bool random_reply(struct transaction *t, struct branch *b, struct message *r)
{
	(void)b;
	if (roll(4) == 0)
		message_insert(r, 0, SLICE("X-Seen: 1\r\n"));
	if (roll(30) == 0)
		transaction_cancel_branches(t);
	return roll(5) != 0;
}

static void choose_targets(struct transaction *t, struct message *m)
{
	static const char *const uris[] = { "sip:b@203.0.113.1", "sip:b@203.0.113.2:5070",
		"sip:b@pair.example", "sip:b@203.0.113.1;maddr=203.0.113.3", "tel:+1" };
	int n = 1 + (int)roll(3);

	(void)m;
	memset(T.legs, 0, sizeof T.legs);
	for (int i = 0; i < n; i++)
		T.legs[i] = uris[roll(5)];
	t->on_failure = roll(2) ? 1 : -1;
	t->on_branch = roll(3) ? -1 : 1;
	t->on_reply = roll(3) ? -1 : 1;
	if (roll(4) == 0)
		t->fr_timer = 1000 + roll(5000);
	if (roll(4) == 0)
		t->fr_inv_timer = 1000 + roll(20000);
}

static void send_call(int i, const char *method)
{
	char branch[16];

	snprintf(branch, sizeof branch, "call%d", i);
	request(method, branch);
}

/* What the caller of a datagram that was sent sees. */
static void look_at(const struct sent *s)
{
	const char *at = strstr(s->text, "\r\nCall-ID: call");
	int status = starts(s->text, "SIP/2.0 ") ? atoi(s->text + 8) : 0;
	char cseq[64];

	if (!at || status < 200)
		return;
	struct call *c = &calls[atoi(at + strlen("\r\nCall-ID: call")) % CALLS];
	if (!c->final && !c->two_hundred)
		c->at = T.now;
	line_of(s->text, "CSeq", cseq, sizeof cseq);
	if (strstr(cseq, "CANCEL"))
		return;
	if (status < 300) {
		c->two_hundred = true;
		return;
	}
	/* a worker that has lost its memory may decide anew */
	if (!c->died) {
		if (!CHECK((!c->final && !c->two_hundred) || c->final == status))
			printf("# %s: %d after %d, %llu ms\n", strstr(s->text, "call"), status, c->final,
				(unsigned long long)(T.now - c->at));
	}
	c->final = status;
}

static void look(void)
{
	for (; T.seen < T.sent_count; T.seen++)
		look_at(&T.sent[T.seen]);
}

/* Some request that was sent gets a reply, not always for the first time. */
static void some_answer(void)
{
	static const int statuses[] = { 100, 100, 180, 180, 183, 200, 200, 200, 202, 302, 401, 404, 407, 408,
		486, 487, 487, 500, 503, 503, 600, 603 };

	if (!T.sent_count)
		return;
	for (int tries = 0; tries < 20; tries++) {
		int newest = roll(2) ? 30 : T.sent_count;
		int i = T.sent_count - 1 -
			(int)roll((unsigned)(newest < T.sent_count ? newest : T.sent_count));
		const struct sent *s = &T.sent[i];
		if (starts(s->text, "SIP/2.0") || starts(s->text, "ACK ") || s->at + 25000 < T.now)
			continue;
		int status =
			starts(s->text, "CANCEL ") ? 200 : statuses[roll(sizeof statuses / sizeof *statuses)];
		char tag[16];
		snprintf(tag, sizeof tag, "t%u", roll(3));
		answer_with(s, status, status > 100 ? tag : "", "");
		return;
	}
}

static void some_icmp(void)
{
	static const char *const peers[] = { "203.0.113.1:5060", "203.0.113.2:5070", "203.0.113.3:5060",
		"198.51.100.1:5060", "198.51.100.2:5070" };
	struct flow flow = { .peer = address(peers[roll(5)]) };

	core_unreachable(T.core, &flow);
}

static void die(void)
{
	core_free(T.core);
	T.core = core_new(&T.world, &T.site, &T.counters, &hooks, NULL);
	for (int i = 0; i < CALLS; i++)
		calls[i].died = true;
}

static void step(void)
{
	int i = (int)roll(CALLS);
	struct call *c = &calls[i];

	switch (roll(20)) {
	case 0:
	case 1:
	case 2:
	case 3:
		if (!c->started) {
			c->started = true;
			c->at = T.now;
			c->invite = roll(3) != 0;
		}
		/* the network does not delay for longer than that */
		if (T.now - c->at < (c->final || c->two_hundred ? 3000 : 32000))
			send_call(i, c->invite ? "INVITE" : "MESSAGE");
		break;
	case 4:
		if (c->started && c->invite)
			send_call(i, "CANCEL");
		break;
	case 5:
	case 6:
		if (c->final && c->invite)
			send_call(i, "ACK");
		break;
	case 7:
	case 8:
		after(roll(10) ? roll(800) : roll(20000));
		break;
	case 9:
		if (roll(4) == 0)
			some_icmp();
		break;
	case 10:
		if (roll(60) == 0)
			die();
		break;
	default:
		some_answer();
		break;
	}
	look();
}

static void run_seed(uint64_t seed)
{
	begin();
	memset(calls, 0, sizeof calls);
	dice = seed * 0x9E3779B97F4A7C15u + 1;
	T.names[0] = (struct name){ "pair.example", { "198.51.100.1:5060", "198.51.100.2:5070" } };
	T.prepare = choose_targets;
	T.failure = random_failure;
	T.branch = random_branch;
	T.reply = random_reply;
	for (int i = 0; i < STEPS && T.sent_count < SENT_MAX / 2; i++)
		step();
	after(3600000);
	look();
	for (int i = 0; i < CALLS; i++)
		if (calls[i].started && calls[i].invite && !calls[i].died)
			CHECK(calls[i].final || calls[i].two_hundred);
	finish();
}

static void disorder(void)
{
	const char *only = getenv("SIPD_SEED");

	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		int before = unit_wrong;
		uint64_t s = only ? strtoull(only, NULL, 10) : seed;
		run_seed(s);
		if (unit_wrong > before)
			printf("# that was SIPD_SEED=%llu\n", (unsigned long long)s);
		if (only)
			break;
	}
}

int main(void)
{
	UNIT(disorder);
	return unit_end();
}
