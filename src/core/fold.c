/* fold: what is kept of a transaction while it only absorbs retransmissions (RFC 3261 timer J, RFC 6026 timer L).
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Nearly all transactions that are alive at a moment are in that state: answered less than half a minute ago. Their messages are
 * given back at once. As all stay equally long, a queue serves them instead of a timer each. */
#include <stdlib.h>

#include "base/log.h"
#include "core/core.h"

struct folded {
	struct transaction transaction;
	struct folded *next;
	uint64_t when; /* to free it */
	char text[];
};

static struct slice keep(char **at, struct slice s)
{
	char *copy = *at;

	if (s.len)
		memcpy(copy, s.at, s.len);
	*at += s.len;
	return slice(copy, s.len);
}

/* The slices of T that matter, in A to be copied. */
enum { KEPT = 9 };
static void list_kept(struct transaction *t, struct slice *list[KEPT])
{
	struct slice *all[KEPT] = { &t->id.method, &t->id.call_id, &t->id.branch, &t->id.host,
		&t->id.from_tag, &t->id.to_tag, &t->id.via, &t->id.uri, &t->last_reply };

	memcpy(list, all, sizeof all);
}

static struct folded *copy(struct transaction *t)
{
	struct slice *list[KEPT];
	size_t size = sizeof(struct folded);

	list_kept(t, list);
	for (int i = 0; i < KEPT; i++)
		size += list[i]->len;
	struct folded *f = malloc(size);
	if (!f)
		fatal("out of memory (%zu bytes)", size);
	f->transaction = (struct transaction){ .core = t->core,
		.id = t->id,
		.flow = t->flow,
		.invite = t->invite,
		.state = t->state,
		.status = t->status,
		.last_reply = t->last_reply,
		.cancelled = t->cancelled,
		.relayed = t->relayed,
		.on_failure = -1,
		.on_reply = -1,
		.on_branch = -1,
		.folded = true };
	f->next = NULL;
	f->when = t->timeout.when;
	char *at = f->text;
	list_kept(&f->transaction, list);
	for (int i = 0; i < KEPT; i++)
		*list[i] = keep(&at, *list[i]);
	return f;
}

static void free_first(struct core *c)
{
	struct folded *f = c->first;

	c->folded--;
	c->first = f->next;
	if (!c->first)
		c->last = NULL;
	table_remove(&c->requests, &f->transaction.by_request);
	table_remove(&c->calls, &f->transaction.by_call);
	free(f);
}

static void sweep(struct timer *timer, void *user)
{
	struct core *c = user;
	uint64_t time = now(c);

	while (c->first && c->first->when <= time)
		free_first(c);
	if (c->first)
		timer_set(&c->timers, timer, c->first->when);
}

void fold(struct transaction *t)
{
	struct core *c = t->core;
	struct folded *f = copy(t);
	uint64_t request_key = t->by_request.key, call_key = t->by_call.key;

	transaction_free(t);
	table_add(&c->requests, &f->transaction.by_request, request_key);
	if (f->transaction.invite)
		table_add(&c->calls, &f->transaction.by_call, call_key);
	if (c->last) {
		c->last->next = f;
	} else {
		c->first = f;
		c->sweep.fire = sweep;
		c->sweep.user = c;
		timer_set(&c->timers, &c->sweep, f->when);
	}
	c->last = f;
	c->folded++;
}

void fold_end(struct core *c)
{
	while (c->first)
		free_first(c);
	timer_cancel(&c->timers, &c->sweep);
}
