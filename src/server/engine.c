/* engine: binds messages, transactions and routes together for one worker.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/engine.h"

#include <stdlib.h>

#include "actions/relay.h"
#include "actions/services.h"
#include "base/hash.h"
#include "base/log.h"
#include "farm/fleet.h"
#include "farm/load.h"
#include "lang/program.h"

enum { WAITING_BUCKETS = 256 };

/* A request whose run waits and that has no transaction yet: its retransmissions are absorbed here. */
struct waiting {
	struct waiting *next;
	struct message *message;
	struct run *run;
	struct transaction *held; /* that a CANCEL has made, or NULL */
	uint64_t key;
};

/* Runs are used again and again, so that they stay in the cache and no message pays for one; one that waits keeps its own. */
struct pooled_run {
	struct run run; /* first: a run is its pooled_run */
	struct pooled_run *next_free, *next;
};

struct engine {
	struct services services;
	struct pooled_run *pool, *free_runs; /* all, and those not in use */
	struct core *core;
	const struct program *program;
	int request_route, reply_route;
	struct waiting *waiting[WAITING_BUCKETS];
	int waiting_count;
	struct run *parked; /* those that wait */
	struct hash_key key;
	run_trace *trace; /* NULL, or told of the scripts' steps */
	void *trace_user;
};

static void count(struct engine *e, enum counter c)
{
	e->services.counters->n[c]++;
}

/* ---- pinning: a message keeps the program that it began with ---- */

static void unpin(struct message *m, void *program)
{
	(void)m;
	program_unref(program);
}

static struct context *pinned_context(struct engine *e, struct message *m)
{
	struct context *c = context_new(m->arena, program_ref(e->program));

	m->at_end = unpin;
	m->at_end_user = (void *)c->program;
	return c;
}

static struct run *take_run(
	struct engine *e, struct arena *a, struct context *c, int route, struct message *m)
{
	struct pooled_run *p = e->free_runs;

	if (p) {
		e->free_runs = p->next_free;
	} else {
		p = malloc(sizeof *p);
		if (!p)
			fatal("out of memory");
		p->next = e->pool;
		e->pool = p;
	}
	struct run *run = &p->run;
	run_init(run, a, c->program, route);
	run->services = &e->services;
	run->context = c;
	run->message = m;
	run->user = e;
	run->trace = e->trace;
	run->trace_user = e->trace_user;
	return run;
}

static void give_run(struct engine *e, struct run *run)
{
	struct pooled_run *p = (struct pooled_run *)run;

	p->next_free = e->free_runs;
	e->free_runs = p;
}

/* ---- runs that wait ---- */

static void park(struct engine *e, struct run *run)
{
	run->next = e->parked;
	run->link = &e->parked;
	if (run->next)
		run->next->link = &run->next;
	e->parked = run;
}

static void unpark(struct run *run)
{
	*run->link = run->next;
	if (run->next)
		run->next->link = run->link;
}

/* What they wait for must not find them when they are gone. */
static void abandon_runs(struct engine *e)
{
	for (struct run *run = e->parked; run; run = run->next)
		run->abandon(run);
	e->parked = NULL;
}

/* ---- requests that wait ---- */

static uint64_t waiting_key(const struct engine *e, const struct message *m, struct slice method)
{
	struct hash h;

	hash_start(&h, &e->key);
	hash_part(&h, m->via.branch);
	hash_part(&h, m->via.host);
	hash_part(&h, m->call_id);
	hash_number(&h, m->cseq);
	hash_number(&h, m->via.port);
	hash_part(&h, method);
	return hash_end(&h);
}

static void wait_for(struct engine *e, struct run *run)
{
	struct message *m = run->message;
	struct waiting *w = ARENA_NEW(m->arena, struct waiting);

	w->message = m;
	w->run = run;
	w->key = waiting_key(e, m, m->method_name);
	w->next = e->waiting[w->key % WAITING_BUCKETS];
	e->waiting[w->key % WAITING_BUCKETS] = w;
	e->waiting_count++;
}

static struct waiting *find_waiting(const struct engine *e, const struct message *m, struct slice method)
{
	if (!e->waiting_count)
		return NULL;
	uint64_t key = waiting_key(e, m, method);
	struct waiting *w = e->waiting[key % WAITING_BUCKETS];
	while (w && w->key != key)
		w = w->next;
	return w;
}

/* The INVITE that CANCEL M is for waits, for the store perhaps, and has no transaction yet: it gets one, which the CANCEL finds. */
static void cancel_waiting(struct engine *e, const struct message *m)
{
	struct waiting *w = find_waiting(e, m, SLICE("INVITE"));

	if (!w || w->run->transaction)
		return;
	w->held = relay_transaction(w->run);
	transaction_hold(w->held);
}

/* What a CANCEL has made is to be let go of by the caller, when it is not NULL. */
static struct transaction *stop_waiting(struct engine *e, const struct message *m)
{
	uint64_t key = waiting_key(e, m, m->method_name);

	for (struct waiting **w = &e->waiting[key % WAITING_BUCKETS]; *w; w = &(*w)->next)
		if ((*w)->message == m) {
			struct transaction *held = (*w)->held;
			*w = (*w)->next;
			e->waiting_count--;
			return held;
		}
	return NULL;
}

/* ---- requests ---- */

static void answer(struct engine *e, struct run *run, int status)
{
	struct slice reason = status_reason(status);

	if (run->message->method == METHOD_ACK)
		return;
	if (run->transaction)
		transaction_reply(run->transaction, status, reason, e->services.site->server_header);
	else
		reply_stateless(
			e->core, run->message, status, reason, e->services.site->server_header, SLICE(""));
}

/* What a request gets when the script has ended without giving it anything. */
static void conclude(struct engine *e, struct run *run, enum run_end end)
{
	if (end == RUN_FAILED)
		count(e, COUNTER_script_failed);
	if (end == RUN_EXHAUSTED)
		count(e, COUNTER_script_exhausted);
	if (run->effects)
		return;
	if (end == RUN_FAILED || end == RUN_EXHAUSTED) {
		answer(e, run, 500);
	} else if (run->message->method != METHOD_ACK) {
		count(e, COUNTER_unanswered);
		/* what made the last action fail says more than that nothing was done */
		answer(e, run, run->context->last_error ? run->context->last_error : 501);
	}
}

static void request_finished(struct run *run, enum run_end end)
{
	struct engine *e = run->user;
	struct message *m = run->message;

	unpark(run);
	struct transaction *held = stop_waiting(e, m);
	conclude(e, run, end);
	give_run(e, run);
	if (held)
		transaction_release(held);
	message_unref(m);
}

/* Another server of the farm asks whether this one is well; no script is asked. */
static void answer_probe(struct engine *e, struct message *m)
{
	bool ready = atomic_load_explicit(&e->services.fleet->shared->ready, memory_order_relaxed);
	count(e, COUNTER_probes);
	reply_stateless(e->core, m, ready ? 200 : 503, ready ? SLICE("Ready") : SLICE("Catching Up"),
		e->services.site->server_header, SLICE(""));
	message_unref(m);
}

static void request(struct engine *e, struct message *m)
{
	bool waits = false;

	count(e, COUNTER_requests);
	if (e->services.fleet && fleet_is_probe(e->services.fleet, m)) {
		answer_probe(e, m);
		return;
	}
	if (core_request(e->core, m) == CORE_ABSORBED || find_waiting(e, m, m->method_name)) {
		count(e, COUNTER_retransmissions);
		message_unref(m);
		return;
	}
	if (m->method == METHOD_CANCEL)
		cancel_waiting(e, m);
	struct run *run = take_run(e, m->arena, pinned_context(e, m), e->request_route, m);
	run->finished = request_finished;
	enum run_end end = run_start(run, &waits);
	if (waits) {
		park(e, run);
		wait_for(e, run);
		return;
	}
	conclude(e, run, end);
	give_run(e, run);
	message_unref(m);
}

/* ---- replies ---- */

/* Runs a route in which no action waits. False when it dropped what it ran for. */
static bool run_at_once(struct engine *e, struct run *run)
{
	bool waits = false;
	bool wanted = run_start(run, &waits) != RUN_DROPPED;

	give_run(e, run);
	return wanted;
}

static void reply(struct engine *e, struct message *m)
{
	count(e, COUNTER_replies);
	if (e->reply_route < 0 ||
		run_at_once(e, take_run(e, m->arena, pinned_context(e, m), e->reply_route, m)))
		core_reply(e->core, m);
	message_unref(m);
}

/* ---- what the core asks ---- */

static bool branch_hook(void *user, struct transaction *t, struct branch *b)
{
	struct engine *e = user;
	struct run *run = take_run(e, t->arena, t->user, t->on_branch, t->request);

	run->transaction = t;
	run->branch = b;
	return run_at_once(e, run);
}

static bool reply_hook(void *user, struct transaction *t, struct branch *b, struct message *r)
{
	struct engine *e = user;
	int route = b->on_reply >= 0 ? b->on_reply : t->on_reply;
	struct run *run = take_run(e, r->arena, t->user, route, r);

	run->transaction = t;
	run->branch = b;
	return run_at_once(e, run);
}

static void failure_ended(struct run *run, enum run_end end)
{
	struct engine *e = run->user;

	if (end == RUN_FAILED)
		count(e, COUNTER_script_failed);
	if (end == RUN_EXHAUSTED)
		count(e, COUNTER_script_exhausted);
	struct transaction *t = run->transaction;
	give_run(e, run);
	transaction_failure_done(t);
	transaction_release(t);
}

static void failure_finished(struct run *run, enum run_end end)
{
	unpark(run);
	failure_ended(run, end);
}

static void failure_hook(void *user, struct transaction *t)
{
	struct engine *e = user;
	bool waits = false;
	int route = t->on_failure;

	t->on_failure = -1;
	transaction_hold(t);
	struct run *run = take_run(e, t->arena, t->user, route, t->request);
	run->transaction = t;
	run->branch = t->winner;
	run->finished = failure_finished;
	enum run_end end = run_start(run, &waits);
	if (waits)
		park(e, run);
	else
		failure_ended(run, end);
}

/* ---- the outside ---- */

static void find_routes(struct engine *e)
{
	e->request_route = program_route(e->program, ROUTE_REQUEST, SLICE(""));
	e->reply_route = program_route(e->program, ROUTE_REPLY, SLICE(""));
}

struct engine *engine_new(const struct engine_parts *parts)
{
	static const struct core_hooks hooks = { branch_hook, reply_hook, failure_hook };
	struct engine *e = calloc(1, sizeof *e);

	if (!e)
		fatal("out of memory");
	parts->world->random(parts->world, &e->key, sizeof e->key);
	e->program = program_ref(parts->program);
	find_routes(e);
	e->core = core_new(parts->world, parts->site, parts->counters, &hooks, e);
	e->services = (struct services){
		.world = parts->world,
		.core = e->core,
		.site = parts->site,
		.subscribers = parts->subscribers,
		.replays = parts->replays,
		.counters = parts->counters,
		.program = e->program,
		.key = e->key,
	};
	return e;
}

void engine_set_location(struct engine *e, struct location *location)
{
	e->services.location = location;
}

void engine_free(struct engine *e)
{
	if (!e)
		return;
	abandon_runs(e);
	for (int i = 0; i < WAITING_BUCKETS; i++)
		while (e->waiting[i]) {
			struct message *m = e->waiting[i]->message;
			e->waiting[i] = e->waiting[i]->next;
			message_unref(m);
		}
	core_free(e->core);
	while (e->pool) {
		struct pooled_run *next = e->pool->next;
		free(e->pool);
		e->pool = next;
	}
	program_unref(e->program);
	free(e->services.recent);
	load_free(e->services.loads);
	free(e);
}

void engine_input(struct engine *e, const struct flow *flow, struct slice data)
{
	struct message *m = NULL;
	struct verdict_reason why = { 0, NULL };

	switch (message_parse(flow, data, &m, &why)) {
	case MESSAGE_OK:
		if (m->request)
			request(e, m);
		else
			reply(e, m);
		return;
	case MESSAGE_KEEPALIVE:
		count(e, COUNTER_keepalives);
		return;
	case MESSAGE_DROP:
		count(e, COUNTER_malformed);
		return;
	case MESSAGE_REJECT:
		count(e, COUNTER_rejected);
		reply_stateless(e->core, m, why.status, slice_of(why.reason), e->services.site->server_header,
			SLICE(""));
		message_unref(m);
		return;
	}
}

void engine_unreachable(struct engine *e, const struct flow *flow)
{
	if (e->services.fleet)
		health_refused(&e->services.fleet->shared->health, &flow->peer,
			e->services.world->now(e->services.world));
	core_unreachable(e->core, flow);
}

void engine_tick(struct engine *e)
{
	timer_run(core_timers(e->core), e->services.world->now(e->services.world));
}

uint64_t engine_next(struct engine *e)
{
	return timer_next(core_timers(e->core));
}

struct timers *engine_timers(struct engine *e)
{
	return core_timers(e->core);
}

void engine_use_program(struct engine *e, const struct program *program)
{
	const struct program *old = e->program;

	e->program = program_ref(program);
	e->services.program = e->program;
	find_routes(e);
	program_unref(old);
}

void engine_use_subscribers(struct engine *e, struct subscribers *subscribers)
{
	e->services.subscribers = subscribers;
}

void engine_use_fleet(struct engine *e, const struct fleet *fleet, int worker)
{
	e->services.fleet = fleet;
	e->services.worker = worker;
	if (!fleet || e->services.recent)
		return;
	e->services.recent = calloc(1, sizeof *e->services.recent);
	e->services.loads = load_new(&fleet->shared->health, worker);
	if (!e->services.recent || !e->services.loads)
		fatal("out of memory");
}

int engine_busy(const struct engine *e)
{
	return core_transactions(e->core) + e->waiting_count;
}

void engine_set_trace(struct engine *e, run_trace *trace, void *user)
{
	e->trace = trace;
	e->trace_user = user;
}
