/* net: clock, dice, network, workers, names and the store.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sim.h"

#include <stdlib.h>
#include <string.h>

#include "actions/registrar.h"
#include "lang/program.h"
#include "location/backend.h"
#include "server/setup.h"
#include "sip/message.h"

/* A datagram under way. */
struct datagram {
	struct timer timer;
	struct sim *sim;
	struct worker *worker; /* that it was handed to; NULL while in the network */
	struct flow flow;
	bool to_phone, lie;
	int phone;
	struct slice text;
};

struct asked {
	struct timer timer;
	struct asked *next;
	struct worker *worker;
	const struct name *name;
	uint16_t port;
	resolve_done *done;
	void *user;
};

/* ---- dice ---- */

static uint64_t random_number(struct sim *s)
{
	/* splitmix64 */
	uint64_t z = s->dice += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

unsigned net_roll(struct sim *s, unsigned n)
{
	return (unsigned)(random_number(s) >> 33) % n;
}

bool net_chance(struct sim *s, unsigned permille)
{
	return net_roll(s, 1000) < permille;
}

void net_after(struct sim *s, struct timer *t, uint64_t ms)
{
	timer_set(&s->timers, t, s->now + ms);
}

struct slice net_keep(struct sim *s, struct slice text)
{
	return arena_copy(s->arena, text);
}

unsigned net_place(struct slice text)
{
	unsigned h = 2166136261u;

	for (size_t i = 0; i < text.len; i++)
		h = (h ^ (unsigned char)text.at[i]) * 16777619u;
	return (h ^ h >> 15) % TABLE;
}

int net_owner(const struct sim *s, struct slice call_id)
{
	return (int)(hash_of(&s->owner_key, call_id) % (uint64_t)s->workers);
}

struct phone *net_phone(struct sim *s, const struct address *a)
{
	for (int i = 0; i < PHONES; i++)
		if (address_equal(&s->phone[i].address, a))
			return &s->phone[i];
	return NULL;
}

/* ---- the network ---- */

static void arrive(struct timer *timer, void *user);

/* How long this datagram takes; UINT64_MAX: for ever. */
static uint64_t fate(struct sim *s, int phone)
{
	const struct weather *w = &s->weather;

	if (!s->calm && (net_chance(s, w->loss) || s->phone[phone].cut_until > s->now))
		return UINT64_MAX;
	if (net_chance(s, w->late))
		return net_roll(s, NETWORK_DELAY - 100);
	return 1 + net_roll(s, net_chance(s, w->slow) ? 400 : 20);
}

static void launch(const struct datagram *d)
{
	struct sim *s = d->sim;
	int copies = net_chance(s, s->weather.twice) ? 2 : 1;

	for (int i = 0; i < copies; i++) {
		uint64_t ms = fate(s, d->phone);
		char note[40];
		snprintf(note, sizeof note, ms == UINT64_MAX ? "%s%slost" : "%s%s-> %.3f", i ? "again, " : "",
			d->lie ? "lie, " : "", (double)(s->now - s->start + ms) / 1000);
		ladder_datagram(s, d->phone, d->worker ? d->worker->number : -1, d->to_phone, d->text, note);
		s->totals.datagrams++;
		if (ms == UINT64_MAX)
			continue;
		struct datagram *copy = ARENA_NEW(s->arena, struct datagram);
		*copy = *d;
		copy->worker = NULL;
		copy->timer = (struct timer){ .fire = arrive, .user = copy };
		net_after(s, &copy->timer, ms);
	}
}

void net_send(struct phone *p, struct slice text, bool lie)
{
	struct sim *s = p->sim;
	struct datagram d = { .sim = s,
		.flow = { .peer = p->address, .listener = (uint16_t)p->listener },
		.lie = lie,
		.phone = p->number,
		.text = net_keep(s, text) };

	launch(&d);
}

static void unreachable(struct timer *timer, void *user)
{
	struct datagram *d = user;
	struct sim *s = d->sim;

	(void)timer;
	for (int i = 0; i < s->workers; i++) {
		struct worker *w = &s->worker[i];
		judge_unreachable(w, &d->flow);
		engine_unreachable(w->engine, &d->flow);
		judge_step(w);
	}
}

static void arrive_at_phone(struct datagram *d)
{
	struct sim *s = d->sim;
	struct phone *p = &s->phone[d->phone];
	struct text t;

	if (p->closed) {
		ladder_note(s, -1, "p%d is closed: ICMP", p->number);
		d->timer.fire = unreachable;
		net_after(s, &d->timer, 1 + net_roll(s, 30));
		return;
	}
	if (!text_read(&t, d->text))
		judge_complain(s, SLICE(""), "what was sent cannot be read:\n%.*s", SLICE_FMT(d->text));
	else
		phone_receive(p, &t);
}

static void arrive(struct timer *timer, void *user)
{
	struct datagram *d = user;
	struct sim *s = d->sim;

	(void)timer;
	if (d->to_phone) {
		arrive_at_phone(d);
		return;
	}
	if (!d->worker) {
		/* the kernel spreads them by address; the worker that reads it hands it to the owner */
		struct slice call_id = message_peek_call_id(d->text);
		int owner = net_owner(s, call_id), reader = (int)net_roll(s, (unsigned)s->workers);
		d->worker = &s->worker[owner];
		if (reader != owner) {
			net_after(s, &d->timer, net_roll(s, 3));
			return;
		}
	}
	struct worker *w = d->worker;
	if (w->busy_until > s->now) {
		timer_set(&s->timers, &d->timer, w->busy_until);
		return;
	}
	judge_in(w, d->text, d->lie);
	engine_input(w->engine, &d->flow, d->text);
	judge_step(w);
}

/* ---- names ---- */

struct name {
	const char *name;
	enum resolve_status status;
	int servers[4]; /* phones; -1 ends */
	unsigned delay; /* at least, ms */
};

static const struct name names[] = {
	{ "one.example", RESOLVE_OK, { 1, -1 }, 0 },
	{ "pair.example", RESOLVE_OK, { 2, 3, -1 }, 0 },
	{ "trio.example", RESOLVE_OK, { 4, 5, 6, -1 }, 0 },
	{ "slow.example", RESOLVE_OK, { 7, 8, -1 }, 900 },
	{ "late.example", RESOLVE_FAILED, { -1 }, 20000 },
	{ "fails.example", RESOLVE_FAILED, { -1 }, 0 },
	{ "missing.example", RESOLVE_NOT_FOUND, { -1 }, 0 },
};

int net_next_server(struct slice uri, int phone)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct name *n = &names[i];
		if (!memmem(uri.at, uri.len, n->name, strlen(n->name)))
			continue;
		for (int j = 0; n->servers[j] >= 0; j++)
			if (n->servers[j] == phone)
				return n->servers[j + 1];
	}
	return -1;
}

static void tell(struct worker *w, const struct name *n, resolve_done *done, void *user)
{
	struct resolved answers[4] = { 0 };
	int count = 0;

	for (int i = 0; n && n->servers[i] >= 0; i++)
		answers[count++].address = w->sim->phone[n->servers[i]].address;
	done(user, n ? n->status : RESOLVE_NOT_FOUND, answers, count);
}

static void forget_asked(struct asked *q)
{
	struct asked **at = &q->worker->asked;

	while (*at != q)
		at = &(*at)->next;
	*at = q->next;
	timer_cancel(&q->worker->sim->timers, &q->timer);
}

static void tell_later(struct timer *timer, void *user)
{
	struct asked *q = user;

	(void)timer;
	forget_asked(q);
	tell(q->worker, q->name, q->done, q->user);
	judge_step(q->worker);
}

static void *world_resolve(struct world *world, struct slice host, uint16_t port, unsigned families,
	resolve_done *done, void *user)
{
	struct worker *w = (struct worker *)world;
	struct sim *s = w->sim;
	const struct name *n = NULL;

	(void)families;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_is(host, names[i].name))
			n = &names[i];
	if (net_chance(s, 400) && !(n && n->delay)) {
		tell(w, n, done, user);
		return NULL;
	}
	struct asked *q = ARENA_NEW(s->arena, struct asked);
	*q = (struct asked){ { .fire = tell_later, .user = q }, w->asked, w, n, port, done, user };
	w->asked = q;
	net_after(s, &q->timer, (n ? n->delay : 0) + net_roll(s, net_chance(s, 200) ? 6000 : 100));
	return q;
}

static void world_resolve_cancel(struct world *world, void *handle)
{
	(void)world;
	forget_asked(handle);
}

/* ---- the rest of a worker's world ---- */

static uint64_t world_now(struct world *world)
{
	return ((struct worker *)world)->sim->now;
}

uint64_t net_clock(const struct sim *s)
{
	return 1767225600000 + s->now + s->clock_offset;
}

static uint64_t world_clock(struct world *world)
{
	return net_clock(((struct worker *)world)->sim);
}

static void world_random(struct world *world, void *at, size_t len)
{
	for (unsigned char *p = at; len > 0; p++, len--)
		*p = (unsigned char)(random_number(((struct worker *)world)->sim) >> 32);
}

static void world_send(struct world *world, const struct flow *to, struct slice data)
{
	struct worker *w = (struct worker *)world;
	struct sim *s = w->sim;
	const struct phone *p = net_phone(s, &to->peer);

	judge_out(w, to, data);
	if (!p)
		return;
	struct datagram d = { .sim = s,
		.worker = w,
		.flow = *to,
		.to_phone = true,
		.phone = p->number,
		.text = net_keep(s, data) };
	launch(&d);
}

/* ---- the store: each worker's own way to the one that all share ---- */

struct way {
	struct location location; /* first */
	struct worker *worker;
};

static uint64_t store_delay(struct way *w)
{
	struct sim *s = w->worker->sim;

	return net_chance(s, 300) ? 0 : 1 + net_roll(s, net_chance(s, 100) ? 2000 : 30);
}

static bool store_fails(struct way *w)
{
	return !w->worker->sim->calm && net_chance(w->worker->sim, 10);
}

static void fetch_now(struct way *w, struct location_query *q)
{
	struct location_query inner = { .aor = q->aor, .arena = q->arena };

	location_fetch(w->worker->sim->store, &inner);
	q->failed = store_fails(w);
	q->bindings = q->failed ? NULL : inner.bindings;
	q->count = q->failed ? 0 : inner.count;
}

static void commit_now(struct way *w, struct location_change *c)
{
	struct location_change inner = { .aor = c->aor, .arena = c->arena, .change = c->change };

	if (store_fails(w)) {
		c->result = LOCATION_FAILED;
		return;
	}
	location_commit(w->worker->sim->store, &inner);
	c->result = inner.result;
	c->bindings = inner.bindings;
	c->count = inner.count;
}

static void fetch_later(struct timer *timer, void *user)
{
	struct location_query *q = user;
	struct way *w = (struct way *)q->wait.location;

	(void)timer;
	location_wait_end(&q->wait);
	fetch_now(w, q);
	q->done(q->user);
	judge_step(w->worker);
}

static void commit_later(struct timer *timer, void *user)
{
	struct location_change *c = user;
	struct way *w = (struct way *)c->wait.location;

	(void)timer;
	location_wait_end(&c->wait);
	commit_now(w, c);
	c->done(c->user);
	judge_step(w->worker);
}

static void wait_for(struct way *w, struct location_wait *wait, uint64_t ms,
	void (*fire)(struct timer *, void *), void *user)
{
	location_wait_start(&w->location, wait);
	wait->timer = (struct timer){ .fire = fire, .user = user };
	net_after(w->worker->sim, &wait->timer, ms);
}

static bool way_fetch(struct location *l, struct location_query *q)
{
	struct way *w = (struct way *)l;
	uint64_t ms = store_delay(w);

	if (ms)
		wait_for(w, &q->wait, ms, fetch_later, q);
	else
		fetch_now(w, q);
	return !ms;
}

static bool way_commit(struct location *l, struct location_change *c)
{
	struct way *w = (struct way *)l;
	uint64_t ms = store_delay(w);

	if (ms)
		wait_for(w, &c->wait, ms, commit_later, c);
	else
		commit_now(w, c);
	return !ms;
}

static void way_close(struct location *l)
{
	free(l);
}

static struct location *way_new(struct worker *w)
{
	static const struct location_backend backend = {
		.close = way_close, .fetch = way_fetch, .commit = way_commit
	};
	struct way *way = calloc(1, sizeof *way);

	if (!way)
		abort();
	location_init(&way->location, &backend, &w->world, &w->sim->timers, registrar_same_contact);
	way->worker = w;
	return &way->location;
}

/* ---- workers ---- */

static void start_worker(struct worker *w)
{
	struct sim *s = w->sim;

	w->engine = engine_new(&(struct engine_parts){ .world = &w->world,
		.site = &s->site,
		.program = s->programs[s->generation % 2],
		.counters = &w->counters });
	w->location = way_new(w);
	engine_set_location(w->engine, w->location);
}

static void end_worker(struct worker *w)
{
	location_close(w->location);
	engine_free(w->engine);
	if (w->asked)
		judge_complain(w->sim, SLICE(""), "names are asked for by an engine that is gone");
	while (w->asked)
		forget_asked(w->asked);
}

/* What is on the way to it stays: the parent keeps the sockets, the rings are in shared memory. */
static void die(struct worker *w)
{
	struct sim *s = w->sim;

	ladder_note(s, w->number, "dies");
	judge_death(w);
	end_worker(w);
	w->life++;
	start_worker(w);
	judge_stall(w);
	w->busy_until = s->now + 10 + net_roll(s, net_chance(s, 200) ? 3000 : 100);
	s->totals.deaths++;
}

static void reload(struct sim *s)
{
	s->generation++;
	s->totals.reloads++;
	ladder_note(s, -1, "reload: generation %d", s->generation);
	for (int i = 0; i < s->workers; i++)
		engine_use_program(s->worker[i].engine, s->programs[s->generation % 2]);
}

/* ---- faults ---- */

static bool strikes(struct sim *s, unsigned of_100000)
{
	bool is = net_roll(s, 100000) < of_100000;

	s->totals.faults += is;
	return is;
}

/* It does not get the processor for a while. */
static void stall(struct worker *w)
{
	struct sim *s = w->sim;

	w->busy_until = s->now + net_roll(s, 800);
	ladder_note(s, w->number, "stalls until %.3f", (double)(w->busy_until - s->start) / 1000);
	judge_stall(w);
}

static void disturb(struct sim *s)
{
	const struct weather *w = &s->weather;

	if (s->calm)
		return;
	if (strikes(s, w->death))
		die(&s->worker[net_roll(s, (unsigned)s->workers)]);
	if (strikes(s, w->reload))
		reload(s);
	if (strikes(s, w->stall))
		stall(&s->worker[net_roll(s, (unsigned)s->workers)]);
	if (strikes(s, w->cut)) {
		struct phone *p = &s->phone[net_roll(s, PHONES)];
		p->cut_until = s->now + net_roll(s, 20000);
		ladder_note(s, -1, "p%d is cut off until %.3f", p->number,
			(double)(p->cut_until - s->start) / 1000);
	}
	if (strikes(s, w->clock)) {
		s->clock_offset += (uint64_t)net_roll(s, 3 * HOUR) - HOUR;
		judge_clock(s);
		ladder_note(s, -1, "the wall clock steps");
	}
}

/* ---- time ---- */

static uint64_t worker_next(const struct worker *w)
{
	uint64_t next = engine_next(w->engine);

	return next == TIMER_NEVER || next > w->busy_until ? next : w->busy_until;
}

bool net_step(struct sim *s)
{
	uint64_t next = timer_next(&s->timers);

	for (int i = 0; i < s->workers; i++)
		if (worker_next(&s->worker[i]) < next)
			next = worker_next(&s->worker[i]);
	if (next == TIMER_NEVER)
		return false;
	if (next > s->now)
		s->now = next;
	s->totals.events++;
	disturb(s);
	timer_run(&s->timers, s->now);
	for (int i = 0; i < s->workers; i++)
		if (worker_next(&s->worker[i]) <= s->now) {
			engine_tick(s->worker[i].engine);
			judge_step(&s->worker[i]);
		}
	return true;
}

/* ---- beginning and end ---- */

static void make_listeners(struct sim *s)
{
	static const char *const addresses[] = { "192.0.2.1:5060", "[2001:db8::1]:5060" };

	s->site.listeners = s->listeners;
	s->site.listener_count = 2;
	for (int i = 0; i < 2; i++) {
		struct listener *l = &s->listeners[i];
		l->sent_by = slice_of(addresses[i]);
		address_parse_port(l->sent_by, &l->address);
		l->host = slice(l->sent_by.at, l->sent_by.len - 5);
		l->port = 5060;
	}
	s->site.branch_key = (struct hash_key){ random_number(s), random_number(s) };
	s->site.nonce_key = (struct hash_key){ random_number(s), random_number(s) };
	s->owner_key = (struct hash_key){ random_number(s), random_number(s) };
}

static void make_phone(struct sim *s, int number)
{
	struct phone *p = &s->phone[number];

	p->sim = s;
	p->number = number;
	p->listener = number % 4 == 3;
	snprintf(p->host, sizeof p->host, p->listener ? "[2001:db8:1::%d]:5060" : "203.0.113.%d:5060",
		10 + number);
	address_parse_port(slice_of(p->host), &p->address);
	snprintf(p->claimed, sizeof p->claimed, "%s", net_chance(s, 200) ? "pc.invalid:5062" : p->host);
	p->closed = number > 2 && net_chance(s, 100);
	p->liar = net_chance(s, 250);
	p->compact = net_chance(s, 200);
}

static void make_weather(struct sim *s)
{
	struct weather *w = &s->weather;

	w->loss = net_chance(s, 500) ? net_roll(s, 30) : net_roll(s, 250);
	w->twice = net_roll(s, 60);
	w->late = net_chance(s, 500) ? 0 : net_roll(s, 80);
	w->slow = net_roll(s, 300);
	w->death = net_chance(s, 500) ? 0 : net_roll(s, 300);
	w->reload = net_chance(s, 500) ? 0 : net_roll(s, 200);
	w->cut = net_chance(s, 700) ? 0 : net_roll(s, 200);
	w->clock = net_chance(s, 800) ? 0 : net_roll(s, 100);
	w->stall = net_chance(s, 700) ? 0 : net_roll(s, 300);
	w->lies = net_roll(s, 300);
}

void net_start(struct sim *s)
{
	s->start = s->now = 1000000;
	make_listeners(s);
	setup_settings(s->arena, s->programs[0], &s->site);
	make_weather(s);
	for (int i = 0; i < PHONES; i++)
		make_phone(s, i);
	s->workers = 1 + (int)net_roll(s, WORKERS);
	for (int i = 0; i < s->workers; i++) {
		struct worker *w = &s->worker[i];
		*w = (struct worker){ .world = { world_now, world_clock, world_random, world_send,
					      world_resolve, world_resolve_cancel },
			.sim = s,
			.number = i };
	}
	s->store = location_memory_new(&s->worker[0].world, 0, &s->timers, registrar_same_contact);
	for (int i = 0; i < s->workers; i++)
		start_worker(&s->worker[i]);
}

void net_end(struct sim *s)
{
	for (int i = 0; i < s->workers; i++)
		end_worker(&s->worker[i]);
	location_close(s->store);
	timers_free(&s->timers);
}
