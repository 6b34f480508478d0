/* best: the response context: which of the branches' replies goes up (RFC 3261 16.7 steps 4 to 9).
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/core.h"

/* Step 6: the less, the better. 6xx above all; then the lowest class; in a class what helps the caller to try again. */
static int rank(int status)
{
	if (status >= 600)
		return status - 600;
	int class = status / 100 * 1000;
	switch (status) {
	case 401:
	case 407:
		return class;
	case 415:
	case 420:
	case 484:
		return class + 1;
	case 408:
	case 503:
		return class + 900;
	default:
		return class + status % 100 + 10;
	}
}

/* The branch with the best of the final replies so far, one that really came before one made here; NULL when there is none. */
static struct branch *find_best(const struct transaction *t)
{
	struct branch *best = NULL;
	int best_rank = 0;

	for (int i = 0; i < t->branch_count; i++) {
		struct branch *b = t->branches[i];
		if (b->counted || b->replaced || b->status < 300)
			continue;
		int r = 2 * rank(b->status) + !b->best;
		if (!best || r < best_rank) {
			best = b;
			best_rank = r;
		}
	}
	return best;
}

static bool is_challenge(int status)
{
	return status == 401 || status == 407;
}

/* The challenges of reply FROM behind those of TO. */
static void add_challenges(struct message *to, const struct message *from, enum header h)
{
	for (int i = message_line(from, h, SLICE(""), 0); i >= 0; i = message_line(from, h, SLICE(""), i + 1))
		message_insert(to, -1, from->now.lines->at[i].text);
}

/* Step 7: the caller must see every challenge to be able to meet all of them. */
static void aggregate(const struct transaction *t, const struct branch *best)
{
	for (int i = 0; i < t->branch_count; i++) {
		const struct branch *b = t->branches[i];
		if (b == best || !b->best || !is_challenge(b->status))
			continue;
		add_challenges(best->best, b->best, HEADER_WWW_AUTHENTICATE);
		add_challenges(best->best, b->best, HEADER_PROXY_AUTHENTICATE);
	}
}

static void forward(struct transaction *t, const struct message *m)
{
	struct core *c = t->core;
	struct buffer b = buffer(c->scratch, sizeof c->scratch);

	message_print_forwarded_reply(m, &b);
	if (b.full)
		server_reply(t, 500);
	else
		server_send(t, m->status, buffer_slice(&b), m->to_tag, false);
}

static struct branch *find_status(const struct transaction *t, int status)
{
	for (int i = 0; i < t->branch_count; i++)
		if (t->branches[i]->best && t->branches[i]->status == status)
			return t->branches[i];
	return NULL;
}

static void answer(struct transaction *t)
{
	struct branch *b = find_best(t);
	int status = b ? b->status : 500;

	/* A caller that has cancelled expects 487, whatever its branches said meanwhile (9.2), but for a 6xx. */
	if (t->cancelled && status < 600 && status != 487) {
		b = find_status(t, 487);
		status = 487;
	}
	if (!b || !b->best) {
		server_reply(t, status == 503 ? 500 : status);
		return;
	}
	if (status == 503) { /* step 6: it is the next hop that is overloaded, not we */
		server_reply(t, 500);
		return;
	}
	if (is_challenge(status))
		aggregate(t, b);
	forward(t, b->best);
}

void best_decide(struct transaction *t)
{
	struct core *c = t->core;

	if (t->pending || t->failing || t->ended || t->status >= 200)
		return;
	if (t->on_failure >= 0 && c->hooks && c->hooks->failure) {
		t->winner = find_best(t);
		if (t->winner) {
			t->failing = true;
			t->failed = t->branch_count;
			c->hooks->failure(c->user, t);
			return;
		}
	}
	answer(t);
}

void transaction_failure_done(struct transaction *t)
{
	transaction_hold(t);
	t->failing = false;
	if (t->branch_count == t->failed)
		t->on_failure = -1; /* armed for branches that are not there */
	best_decide(t);
	transaction_release(t);
}
