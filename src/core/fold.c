/* fold: what is kept of a transaction while it only absorbs retransmissions (RFC 3261 timers D, H and J, RFC 6026 timer L).
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Nearly all transactions that are alive at a moment are in that state: answered less than half a minute ago. Their messages are
 * given back at once. As all stay equally long, a queue serves them instead of a timer each. */
#include <stdlib.h>

#include "base/log.h"
#include "core/core.h"
#include "sip/branch.h"

/* In place of a transaction. */
struct folded {
	struct queued queued; /* first */
	struct transaction transaction;
	char text[];
};

/* In place of a branch whose INVITE has its final reply: what is sent when that comes again. */
struct echo {
	struct queued queued; /* first */
	struct table_node by_text;
	bool accepted; /* it was a 2xx, with To tag `tag`: it goes up again; else the ACK goes down */
	struct flow flow;
	struct slice branch, tag, sends;
	char text[];
};

static void *take_heap(size_t size)
{
	void *at = malloc(size);

	if (!at)
		fatal("out of memory (%zu bytes)", size);
	return at;
}

static struct slice keep(char **at, struct slice s)
{
	char *copy = *at;

	if (s.len)
		memcpy(copy, s.at, s.len);
	*at += s.len;
	return slice(copy, s.len);
}

/* ---- queues ---- */

static void enqueue(struct core *c, struct queue *q, struct queued *item, uint64_t when,
	void (*fire)(struct timer *, void *))
{
	item->when = when;
	item->next = NULL;
	if (q->last) {
		q->last->next = item;
	} else {
		q->first = item;
		q->timer.fire = fire;
		q->timer.user = c;
		timer_set(&c->timers, &q->timer, when);
	}
	q->last = item;
}

static void *dequeue(struct queue *q)
{
	struct queued *item = q->first;

	q->first = item->next;
	if (!q->first)
		q->last = NULL;
	return item;
}

static bool is_due(struct core *c, struct queue *q)
{
	if (q->first && q->first->when <= now(c))
		return true;
	if (q->first)
		timer_set(&c->timers, &q->timer, q->first->when);
	return false;
}

static void free_folded(struct core *c)
{
	struct folded *f = dequeue(&c->folded);

	timer_cancel(&c->timers, &f->transaction.retransmit);
	table_remove(&c->requests, &f->transaction.by_request);
	table_remove(&c->calls, &f->transaction.by_call);
	free(f);
	c->folded_count--;
}

static void free_echo(struct core *c)
{
	struct echo *e = dequeue(&c->echoing);

	table_remove(&c->echoes, &e->by_text);
	free(e);
}

static void sweep_folded(struct timer *timer, void *user)
{
	(void)timer;
	while (is_due(user, &((struct core *)user)->folded))
		free_folded(user);
}

static void sweep_echoes(struct timer *timer, void *user)
{
	(void)timer;
	while (is_due(user, &((struct core *)user)->echoing))
		free_echo(user);
}

/* ---- folding ---- */

static bool may_echo(const struct branch *b)
{
	return b->state == BRANCH_ENDED || (b->state == BRANCH_COMPLETED && b->best);
}

bool fold_fits(const struct transaction *t)
{
	if (t->pending || t->failing || t->status < 200)
		return false;
	if (t->state == TRANSACTION_ACCEPTED || !t->invite)
		return !t->open;
	if (t->state != TRANSACTION_COMPLETED)
		return false;
	for (int i = 0; i < t->branch_count && t->open; i++)
		if (!may_echo(t->branches[i]))
			return false;
	return true;
}

static void echo(struct branch *b, const struct flow *flow, struct slice tag, struct slice sends, bool is_2xx)
{
	struct core *c = b->transaction->core;
	struct echo *e = take_heap(sizeof *e + b->text_len + tag.len + sends.len);
	char *at = e->text;

	e->by_text.link = NULL;
	e->accepted = is_2xx;
	e->flow = *flow;
	e->branch = keep(&at, slice(b->text, b->text_len));
	e->tag = keep(&at, tag);
	e->sends = keep(&at, sends);
	table_add(&c->echoes, &e->by_text, client_key(c, e->branch));
	enqueue(c, &c->echoing, &e->queued, now(c) + timer_d(c), sweep_echoes);
}

static void echo_ack(struct branch *b)
{
	struct core *c = b->transaction->core;
	struct buffer ack = buffer(c->scratch, sizeof c->scratch);

	message_print_ack(b->sent, b->best, &ack);
	if (!ack.full)
		echo(b, &b->flow, SLICE(""), buffer_slice(&ack), false);
}

void fold_accepted(struct branch *b)
{
	echo(b, &b->transaction->flow, b->forwarded_tag, b->forwarded, true);
}

/* The slices of T that matter, in *LIST. */
enum { KEPT = 10 };
static void list_kept(struct transaction *t, struct slice *list[KEPT])
{
	struct slice *all[KEPT] = { &t->id.method, &t->id.call_id, &t->id.branch, &t->id.host,
		&t->id.from_tag, &t->id.to_tag, &t->id.via, &t->id.uri, &t->sent_tag, &t->last_reply };

	memcpy(list, all, sizeof all);
}

static struct folded *copy(struct transaction *t)
{
	struct slice *list[KEPT];
	size_t size = sizeof(struct folded);

	list_kept(t, list);
	for (int i = 0; i < KEPT; i++)
		size += list[i]->len;
	struct folded *f = take_heap(size);
	f->transaction = (struct transaction){ .core = t->core,
		.id = t->id,
		.flow = t->flow,
		.invite = t->invite,
		.state = t->state,
		.status = t->status,
		.last_reply = t->last_reply,
		.sent_tag = t->sent_tag,
		.interval = t->interval,
		.cancelled = t->cancelled,
		.relayed = t->relayed,
		.on_failure = -1,
		.on_reply = -1,
		.on_branch = -1,
		.folded = true };
	char *at = f->text;
	list_kept(&f->transaction, list);
	for (int i = 0; i < KEPT; i++)
		*list[i] = keep(&at, *list[i]);
	return f;
}

void fold(struct transaction *t)
{
	struct core *c = t->core;
	struct folded *f = copy(t);
	uint64_t request_key = t->by_request.key, call_key = t->by_call.key, when = t->timeout.when;
	uint64_t again = timer_armed(&t->retransmit) ? t->retransmit.when : 0;

	for (int i = 0; i < t->branch_count; i++)
		if (t->branches[i]->state == BRANCH_COMPLETED)
			echo_ack(t->branches[i]);
	transaction_free(t);
	table_add(&c->requests, &f->transaction.by_request, request_key);
	if (f->transaction.invite)
		table_add(&c->calls, &f->transaction.by_call, call_key);
	if (again)
		server_repeat(&f->transaction, again);
	enqueue(c, &c->folded, &f->queued, when, sweep_folded);
	c->folded_count++;
}

bool fold_repeat(struct core *c, const struct message *m)
{
	struct slice text = m->via.branch;
	struct branch_id id;

	if (m->method != METHOD_INVITE || m->status < 200 || !text.len || text.len > BRANCH_TEXT)
		return false;
	for (struct table_node *n = table_find(&c->echoes, client_key(c, text)); n; n = table_find_next(n)) {
		const struct echo *e = TABLE_OWNER(n, struct echo, by_text);
		if (!slice_equal_nocase(e->branch, text) || e->accepted != (m->status < 300) ||
			(e->accepted && !slice_equal(e->tag, m->to_tag)))
			continue;
		if (!branch_verify(&c->site->branch_key, m, &id)) /* of another call */
			return false;
		send_to(c, &e->flow, e->sends);
		return true;
	}
	return false;
}

void fold_end(struct core *c)
{
	while (c->folded.first)
		free_folded(c);
	while (c->echoing.first)
		free_echo(c);
	timer_cancel(&c->timers, &c->folded.timer);
	timer_cancel(&c->timers, &c->echoing.timer);
}
