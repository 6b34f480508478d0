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

int core_busy(const struct core *c)
{
	return (int)c->requests.count - c->folded_count;
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

/* What M, with the Via VIA on top, is matched by when its method is METHOD. */
static struct transaction_id identify(const struct message *m, const struct via *via, struct slice method)
{
	struct transaction_id id = { .method = method,
		.call_id = m->call_id,
		.branch = via->branch,
		.host = via->host,
		.from_tag = m->from_tag,
		.to_tag = m->to_tag,
		.cseq = m->cseq,
		.port = via->port ? via->port : SIP_PORT,
		.cookie = has_cookie(via) };

	if (!id.cookie) {
		id.via = via->text;
		id.uri = m->received_uri;
	}
	return id;
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
		lower[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
	}
	hash_part(h, slice(lower, host.len));
}

/* Call-ID and CSeq are in it for the sake of clients that use a branch twice. */
static uint64_t request_key(struct core *c, const struct transaction_id *id)
{
	struct hash h;

	hash_start(&h, &c->key);
	hash_part(&h, id->method);
	hash_part(&h, id->call_id);
	hash_number(&h, id->cseq);
	if (id->cookie) {
		hash_part(&h, id->branch);
		hash_host(&h, id->host);
		hash_number(&h, id->port);
	} else {
		hash_part(&h, id->from_tag);
		hash_part(&h, id->via);
	}
	return hash_end(&h);
}

/* Whether A is T's; IS_ACK: it is an ACK, whose To tag is that of the reply (matters to RFC 2543 only). */
static bool is_of(const struct transaction_id *a, const struct transaction *t, bool is_ack)
{
	const struct transaction_id *b = &t->id;

	if (t->ended || a->cseq != b->cseq || a->cookie != b->cookie ||
		!slice_equal(a->call_id, b->call_id) || !slice_equal(a->method, b->method))
		return false;
	if (a->cookie)
		return slice_equal(a->branch, b->branch) && a->port == b->port &&
		       slice_equal_nocase(a->host, b->host);
	return slice_equal(a->via, b->via) && slice_equal(a->from_tag, b->from_tag) &&
	       slice_equal(a->uri, b->uri) && slice_equal(a->to_tag, is_ack ? t->sent_tag : b->to_tag);
}

static struct transaction *find(struct core *c, const struct transaction_id *id, bool is_ack)
{
	struct table_node *n = table_find(&c->requests, request_key(c, id));

	for (; n; n = table_find_next(n)) {
		struct transaction *t = TABLE_OWNER(n, struct transaction, by_request);
		if (is_of(id, t, is_ack))
			return t;
	}
	return NULL;
}

struct transaction *transaction_find(struct core *c, const struct message *m)
{
	bool is_ack = m->method == METHOD_ACK;
	struct transaction_id id = identify(m, &m->via, is_ack ? SLICE("INVITE") : m->method_name);

	return find(c, &id, is_ack);
}

struct transaction *transaction_find_cancelled(struct core *c, const struct message *m)
{
	for (int method = METHOD_OTHER + 1; method < METHODS; method++) {
		struct transaction_id id = identify(m, &m->via, method_name((enum method)method));
		struct transaction *t = find(c, &id, false);
		if (t && method != METHOD_CANCEL)
			return t;
	}
	return NULL;
}

struct transaction *transaction_find_answered(
	struct core *c, const struct message *m, const struct via *below)
{
	struct transaction_id id = identify(m, below, SLICE("INVITE"));

	return id.cookie ? find(c, &id, false) : NULL;
}

static uint64_t call_key(struct core *c, const struct transaction_id *id)
{
	struct hash h;

	hash_start(&h, &c->key);
	hash_part(&h, id->call_id);
	hash_part(&h, id->from_tag);
	hash_number(&h, id->cseq);
	return hash_end(&h);
}

struct transaction *transaction_find_acked(struct core *c, const struct message *m)
{
	struct transaction_id id = identify(m, &m->via, SLICE("INVITE"));
	struct table_node *n = table_find(&c->calls, call_key(c, &id));

	for (int i = 0; n && i < SAME_CALL_MAX; n = table_find_next(n), i++) {
		struct transaction *t = TABLE_OWNER(n, struct transaction, by_call);
		if (!t->ended && t->relayed && t->id.cseq == id.cseq &&
			slice_equal(t->id.call_id, id.call_id) && slice_equal(t->id.from_tag, id.from_tag) &&
			(!t->id.to_tag.len || slice_equal(t->id.to_tag, id.to_tag)))
			return t;
	}
	return NULL;
}

/* ---- birth ---- */

/* When the client of a non-INVITE request sets its timer E to T2, in milliseconds after it has sent the request. */
static uint64_t slow_after(const struct core *c)
{
	uint64_t sum = 0;

	for (uint64_t e = c->site->t1; e < c->site->t2; e *= 2)
		sum += e;
	return sum ? sum : c->site->t1;
}

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

/* A non-INVITE request that is not answered by now gets its 100, to repeat it less often; not sooner (4320 4.1). */
static void slow(struct timer *timer, void *user)
{
	struct transaction *t = user;

	timer->fire = forgotten;
	core_after(t->core, timer, 64 * (uint64_t)t->core->site->t1 - slow_after(t->core));
	server_slow(t);
}

struct transaction *transaction_new(struct core *c, struct message *m)
{
	struct transaction *t = ARENA_NEW(m->arena, struct transaction);

	t->core = c;
	t->request = message_ref(m);
	t->arena = m->arena;
	t->id = identify(m, &m->via, m->method_name);
	t->invite = m->method == METHOD_INVITE;
	message_reply_flow(m, &t->flow);
	t->on_failure = t->on_reply = t->on_branch = -1;
	t->fr_timer = c->site->fr_timer;
	t->fr_inv_timer = c->site->fr_inv_timer;
	t->loop = branch_loop_hash(&c->site->branch_key, m);
	t->timeout.fire = t->invite ? forgotten : slow;
	t->timeout.user = t;
	core_after(c, &t->timeout, t->invite ? 64 * (uint64_t)c->site->t1 : slow_after(c));
	table_add(&c->requests, &t->by_request, request_key(c, &t->id));
	if (t->invite)
		table_add(&c->calls, &t->by_call, call_key(c, &t->id));
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

void transaction_free(struct transaction *t)
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
	if (t->holds || t->freed || t->folded)
		return;
	if (t->ended && !t->open)
		transaction_free(t);
	else if (!t->ended && fold_fits(t))
		fold(t);
}

void core_free(struct core *c)
{
	struct table_node *n;

	if (!c)
		return;
	fold_end(c);
	while ((n = table_any(&c->requests)))
		transaction_free(TABLE_OWNER(n, struct transaction, by_request));
	table_free(&c->requests);
	table_free(&c->calls);
	table_free(&c->branches);
	table_free(&c->peers);
	table_free(&c->echoes);
	timers_free(&c->timers);
	free(c);
}
