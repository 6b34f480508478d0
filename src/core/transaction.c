/* transaction: the core of a worker, and its transactions from birth to end.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/transaction.h"

#include <stdlib.h>

#include "base/log.h"
#include "core/core.h"
#include "sip/branch.h"

enum { SIP_PORT = 5060, HOST_MAX = 256, SAME_CALL_MAX = 64 };

struct core *core_new(
	struct world *w, const struct site *s, struct counters *c, const struct core_hooks *hooks, void *user)
{
	struct core *core = calloc(1, sizeof *core);

	if (!core)
		fatal("out of memory (core)");
	core->world = w;
	core->site = s;
	core->counters = c;
	core->hooks = hooks;
	core->user = user;
	w->random(w, &core->key, sizeof core->key);
	return core;
}

struct timers *core_timers(struct core *c)
{
	return &c->timers;
}

int core_transactions(const struct core *c)
{
	return (int)c->requests.count;
}

void core_after(struct core *c, struct timer *timer, uint64_t ms)
{
	timer_set(&c->timers, timer, now(c) + ms);
}

/* ---- which transaction a request belongs to: 3261 17.2.3 ---- */

static bool has_cookie(const struct via *v)
{
	return v->branch.len > 7 && slice_starts_nocase(v->branch, SLICE("z9hG4bK"));
}

static void hash_host(struct hash *h, struct slice host)
{
	char lower[HOST_MAX];

	if (host.len > sizeof lower) {
		hash_part(h, host);
		return;
	}
	for (size_t i = 0; i < host.len; i++) {
		char c = host.at[i];
		lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
	}
	hash_part(h, slice(lower, host.len));
}

static uint16_t sent_by_port(const struct via *v)
{
	return v->port ? v->port : SIP_PORT;
}

/* Call-ID and CSeq are in it for the sake of clients that use a branch twice. */
static uint64_t request_key(struct core *c, const struct message *m, struct slice method)
{
	struct hash h;

	hash_start(&h, &c->key);
	hash_part(&h, method);
	hash_part(&h, m->call_id);
	hash_number(&h, m->cseq);
	if (has_cookie(&m->via)) {
		hash_part(&h, m->via.branch);
		hash_host(&h, m->via.host);
		hash_number(&h, sent_by_port(&m->via));
	} else {
		hash_part(&h, m->from_tag);
		hash_part(&h, m->via.text);
	}
	return hash_end(&h);
}

/* Whether M, with MAYBE's method or an ACK or CANCEL for it, belongs to MAYBE. */
static bool is_of(const struct message *m, const struct transaction *maybe)
{
	const struct message *r = maybe->request;

	if (maybe->ended || m->cseq != r->cseq || !slice_equal(m->call_id, r->call_id))
		return false;
	if (has_cookie(&r->via))
		return slice_equal(m->via.branch, r->via.branch) &&
		       sent_by_port(&m->via) == sent_by_port(&r->via) &&
		       slice_equal_nocase(m->via.host, r->via.host);
	/* RFC 2543: an ACK has the To tag of the reply */
	struct slice tag = m->method == METHOD_ACK ? maybe->sent_tag : r->to_tag;
	return slice_equal(m->via.text, r->via.text) && slice_equal(m->from_tag, r->from_tag) &&
	       slice_equal(m->received_uri, r->received_uri) && slice_equal(m->to_tag, tag);
}

static struct transaction *find(struct core *c, const struct message *m, struct slice method)
{
	struct table_node *n = table_find(&c->requests, request_key(c, m, method));

	for (; n; n = table_find_next(n)) {
		struct transaction *t = TABLE_OWNER(n, struct transaction, by_request);
		if (slice_equal(t->request->method_name, method) && is_of(m, t))
			return t;
	}
	return NULL;
}

struct transaction *transaction_find(struct core *c, const struct message *m)
{
	return find(c, m, m->method == METHOD_ACK ? SLICE("INVITE") : m->method_name);
}

struct transaction *transaction_find_invite(struct core *c, const struct message *m)
{
	return find(c, m, SLICE("INVITE"));
}

static uint64_t call_key(struct core *c, const struct message *m)
{
	struct hash h;

	hash_start(&h, &c->key);
	hash_part(&h, m->call_id);
	hash_part(&h, m->from_tag);
	hash_number(&h, m->cseq);
	return hash_end(&h);
}

struct transaction *transaction_find_acked(struct core *c, const struct message *m)
{
	struct table_node *n = table_find(&c->calls, call_key(c, m));

	for (int i = 0; n && i < SAME_CALL_MAX; n = table_find_next(n), i++) {
		struct transaction *t = TABLE_OWNER(n, struct transaction, by_call);
		const struct message *r = t->request;
		if (!t->ended && t->relayed && r->cseq == m->cseq && slice_equal(r->call_id, m->call_id) &&
			slice_equal(r->from_tag, m->from_tag) &&
			(!r->to_tag.len || slice_equal(r->to_tag, m->to_tag)))
			return t;
	}
	return NULL;
}

/* ---- birth ---- */

/* The request has waited for long enough for an answer that nobody is working on. */
static void forgotten(struct timer *timer, void *user)
{
	struct transaction *t = user;

	if (t->holds || t->pending || t->failing) {
		core_after(t->core, timer, 64 * (uint64_t)t->core->site->t1);
		return;
	}
	t->ended = true;
	transaction_settle(t);
}

struct transaction *transaction_new(struct core *c, struct message *m)
{
	struct transaction *t = ARENA_NEW(m->arena, struct transaction);

	t->core = c;
	t->request = message_ref(m);
	t->arena = m->arena;
	t->on_failure = t->on_reply = t->on_branch = -1;
	t->fr_timer = c->site->fr_timer;
	t->fr_inv_timer = c->site->fr_inv_timer;
	t->loop = branch_loop_hash(&c->site->branch_key, m);
	t->timeout.fire = forgotten;
	t->timeout.user = t;
	core_after(c, &t->timeout, 64 * (uint64_t)c->site->t1);
	table_add(&c->requests, &t->by_request, request_key(c, m, m->method_name));
	if (m->method == METHOD_INVITE)
		table_add(&c->calls, &t->by_call, call_key(c, m));
	count(c, COUNTER_transactions);
	return t;
}

/* ---- end ---- */

void transaction_hold(struct transaction *t)
{
	t->holds++;
}

void transaction_release(struct transaction *t)
{
	t->holds--;
	transaction_settle(t);
}

static void free_transaction(struct transaction *t)
{
	struct core *c = t->core;

	t->ended = t->freed = true;
	for (int i = 0; i < t->branch_count; i++) {
		client_end(t->branches[i]);
		if (t->branches[i]->best)
			message_unref(t->branches[i]->best);
	}
	timer_cancel(&c->timers, &t->retransmit);
	timer_cancel(&c->timers, &t->timeout);
	table_remove(&c->requests, &t->by_request);
	table_remove(&c->calls, &t->by_call);
	message_unref(t->request); /* T lives in there */
}

void transaction_settle(struct transaction *t)
{
	if (t->ended && !t->holds && !t->open && !t->freed)
		free_transaction(t);
}

void core_free(struct core *c)
{
	struct table_node *n;

	if (!c)
		return;
	while ((n = table_any(&c->requests)))
		free_transaction(TABLE_OWNER(n, struct transaction, by_request));
	table_free(&c->requests);
	table_free(&c->calls);
	table_free(&c->branches);
	table_free(&c->peers);
	timers_free(&c->timers);
	free(c);
}
