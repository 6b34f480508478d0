/* worker: waits for datagrams, orders, answers and deadlines, and feeds them to its engine.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * One round takes at most a batch from every source that has something, then fires timers, sends what was queued, and wakes the workers
 * that were given something: no source can starve another, and system calls are shared by what comes together. */
#include "server/worker.h"
#include "server/rereader.h"
#include "base/log.h"
#include "core/resolve.h"
#include "lang/program.h"
#include "server/engine.h"
#include "server/handoff.h"
#include "server/muster.h"
#include "server/order.h"
#include "server/poison.h"
#include "server/reality.h"
#include "server/setup.h"
#include "server/udp.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

/* How long a worker that is to end waits for the keeper's last answers. */
enum { FINISH_MS = 500, RESOLVER_SOCKETS = NAMECLIENT_SOCKETS };

struct worker;

/* A descriptor that is waited for, and what is done about it. */
struct source {
	void (*ready)(struct worker *w, struct source *s, uint32_t events);
	int fd, listener;
	bool writing; /* waits until it is writable, too */
};

struct worker {
	const struct worker_options *options;
	struct reality reality;
	struct site site; /* its own: a reload changes it between two messages */
	struct arena *settings, *old_settings;
	struct subscribers *subscribers; /* its own since they changed; NULL: those of the parent */
	struct rereader rereader;
	struct udp *udp;
	struct handoff handoff;
	struct worker_state *state;
	struct engine *engine;
	struct location *location;
	struct source *listeners, wake, stored, orders, signals;
	struct source names[RESOLVER_SOCKETS]; /* fd -1: not in use */
	int epoll;
	bool stop;
	uint64_t end; /* when it ends at the latest, once it is to stop */
};

/* ---- datagrams ---- */

/* Runs one datagram that is this worker's to serve. */
static void serve(struct worker *w, const struct flow *flow, struct slice data)
{
	if (poison_refused(w->handoff.shared, data)) {
		w->state->counters.n[COUNTER_poisonous]++;
		return;
	}
	shared_begin(w->state, data);
	engine_input(w->engine, flow, data);
	shared_done(w->state);
}

/* Brings one datagram from the network to the worker that owns its call. */
static void accept_datagram(struct worker *w, const struct flow *flow, struct slice data)
{
	uint64_t *counters = w->state->counters.n;
	int owner = handoff_owner(&w->handoff, data);
	if (owner == w->handoff.self)
		serve(w, flow, data);
	else
		counters[handoff_put(&w->handoff, owner, HANDOFF_DATAGRAM, flow, data) ? COUNTER_handed_over
										       : COUNTER_ring_full]++;
}

/* The kernel gives an ICMP error to the socket that the peer's datagrams would come to, not to the one that sent: all workers hear of it. */
static void read_errors(struct worker *w, int listener)
{
	struct flow flow;
	for (int i = 0; i < BATCH && udp_error(w->udp, listener, &flow); i++) {
		engine_unreachable(w->engine, &flow);
		for (int to = 0; to < w->handoff.shared->workers; to++)
			if (to != w->handoff.self)
				(void)handoff_put(&w->handoff, to, HANDOFF_UNREACHABLE, &flow, SLICE(""));
	}
}

static void socket_ready(struct worker *w, struct source *s, uint32_t events)
{
	struct flow flow;
	struct slice data;
	if (events & EPOLLERR)
		read_errors(w, s->listener);
	/* with an error, too: reading clears one that is not in the queue */
	int n = events & (EPOLLIN | EPOLLERR) ? udp_receive(w->udp, s->listener) : 0;
	for (int i = 0; i < n; i++) {
		udp_datagram(w->udp, i, &flow, &data);
		accept_datagram(w, &flow, data);
	}
}

/* Takes at most a batch from every other worker. */
static void take_handed(struct worker *w)
{
	enum handoff_kind kind;
	struct flow flow;
	struct slice data;
	for (int from = 0; from < w->handoff.shared->workers; from++) {
		if (from == w->handoff.self)
			continue;
		/* released behind its use: what kills this worker is seen again by the next one, and refused by the third */
		for (int i = 0; i < BATCH && handoff_take(&w->handoff, from, &kind, &flow, &data); i++) {
			if (kind == HANDOFF_UNREACHABLE)
				engine_unreachable(w->engine, &flow);
			else
				serve(w, &flow, data);
			handoff_release(&w->handoff, from);
		}
	}
}

/* ---- the other sources ---- */

static void wake_ready(struct worker *w, struct source *s, uint32_t events)
{
	(void)w, (void)s, (void)events; /* edge-triggered: to be awake is all */
}

static void stored_ready(struct worker *w, struct source *s, uint32_t events)
{
	(void)s, (void)events;
	location_readable(w->location);
}

static void signals_ready(struct worker *w, struct source *s, uint32_t events)
{
	(void)s, (void)events;
	w->stop = true;
}

/* The old settings stay for one generation more: replies under way may point into them. */
static void use_settings(struct worker *w, const struct program *p)
{
	arena_free(w->old_settings);
	w->old_settings = w->settings;
	w->settings = arena_new(0);
	setup_settings(w->settings, p, &w->site);
}

static void change_subscribers(struct worker *w, struct subscribers *next)
{
	engine_use_subscribers(w->engine, next);
	subscribers_free(w->subscribers);
	w->subscribers = next;
}

/* The parent has read the file just before; when it is wrong now, the old ones stay. */
static void use_subscribers(struct worker *w, const struct program *p)
{
	struct subscribers *next;
	char error[SETUP_ERROR];
	if (!setup_subscribers(p, &next, error)) {
		log_error("%s", error);
		return;
	}
	rereader_end(&w->rereader);
	rereader_start(&w->rereader, program_text(p, PARAMETER_subscribers), next, w->reality.now);
	change_subscribers(w, next);
}

static void use_program(struct worker *w, int fd)
{
	char error[PROGRAM_ERROR];
	const struct program *p = program_map(fd, error);
	if (!p) {
		log_error("the new script cannot be loaded: %s", error);
		return;
	}
	use_settings(w, p);
	use_subscribers(w, p);
	engine_use_program(w->engine, p);
	engine_use_fleet(
		w->engine, muster(w->settings, p, &w->site, &w->handoff.shared->fleet), w->options->number);
	program_unref(p);
}

static void orders_ready(struct worker *w, struct source *s, uint32_t events)
{
	struct order order;
	int passed, got;
	(void)events;
	while ((got = order_receive(s->fd, &order, &passed)) > 0) {
		if (order.kind == ORDER_LOG_LEVEL)
			log_set_level((enum log_level)order.value);
		else if (order.kind == ORDER_PROGRAM && passed >= 0)
			use_program(w, passed);
		if (passed >= 0)
			close(passed);
	}
	if (got < 0)
		w->stop = true; /* the parent is gone */
}

/* ---- waiting ---- */

static bool watch(struct worker *w, struct source *s, int fd, uint32_t events,
	void (*ready)(struct worker *, struct source *, uint32_t))
{
	struct epoll_event e = { .events = events, .data.ptr = s };
	s->fd = fd;
	s->ready = ready;
	return epoll_ctl(w->epoll, EPOLL_CTL_ADD, fd, &e) == 0;
}

static void names_ready(struct worker *w, struct source *s, uint32_t events)
{
	(void)events;
	if (s->fd >= 0) /* it may have been given back earlier in this round */
		resolver_readable(w->reality.resolver, s->fd);
}

/* The resolver wants a socket watched, or no longer. */
static void watch_names(void *user, int fd, enum nameclient_wish wish)
{
	struct worker *w = user;
	uint32_t events = wish == NAMECLIENT_WRITE ? EPOLLOUT : EPOLLIN;
	struct source *s = NULL, *free_one = NULL;
	for (int i = 0; i < RESOLVER_SOCKETS; i++) {
		if (w->names[i].fd == fd)
			s = &w->names[i];
		if (w->names[i].fd < 0)
			free_one = &w->names[i];
	}
	if (wish == NAMECLIENT_FORGET) {
		(void)epoll_ctl(w->epoll, EPOLL_CTL_DEL, fd, NULL);
		if (s)
			s->fd = -1;
	} else if (s) {
		struct epoll_event e = { .events = events, .data.ptr = s };
		(void)epoll_ctl(w->epoll, EPOLL_CTL_MOD, fd, &e);
	} else if (free_one && !watch(w, free_one, fd, events, names_ready)) {
		free_one->fd = -1;
	}
}

/* Sends what is queued; waits for writability where the kernel took no more. */
static void flush(struct worker *w)
{
	struct flow flow;
	udp_flush(w->udp);
	while (udp_refused(w->udp, &flow))
		engine_unreachable(w->engine, &flow);
	udp_flush(w->udp);
	for (int i = 0; i < w->site.listener_count; i++) {
		struct source *s = &w->listeners[i];
		bool blocked = udp_blocked(w->udp, i);
		if (blocked == s->writing)
			continue;
		struct epoll_event e = { .events = EPOLLIN | (blocked ? EPOLLOUT : 0), .data.ptr = s };
		if (epoll_ctl(w->epoll, EPOLL_CTL_MOD, s->fd, &e) == 0)
			s->writing = blocked;
	}
}

/* How long to wait, in epoll_wait's terms, when nothing comes. */
static int patience(struct worker *w)
{
	uint64_t next = engine_next(w->engine), names = resolver_next(w->reality.resolver);
	if (names < next)
		next = names;
	if (w->rereader.due < next)
		next = w->rereader.due;
	if (w->stop && w->end < next)
		next = w->end;
	if (next == TIMER_NEVER)
		return -1;
	if (next <= w->reality.now)
		return 0;
	uint64_t wait = next - w->reality.now;
	return wait > INT_MAX ? INT_MAX : (int)wait;
}

static void one_round(struct worker *w)
{
	struct epoll_event events[BATCH];
	int wait = patience(w);
	bool asleep = wait != 0 && handoff_sleep(&w->handoff);
	int n = epoll_wait(w->epoll, events, BATCH, asleep ? wait : 0);
	if (asleep)
		handoff_awake(&w->handoff);
	reality_update(&w->reality);
	for (int i = 0; i < n; i++) {
		struct source *s = events[i].data.ptr;
		s->ready(w, s, events[i].events);
	}
	take_handed(w);
	if (resolver_next(w->reality.resolver) <= w->reality.now)
		resolver_tick(w->reality.resolver);
	engine_tick(w->engine);
	struct subscribers *subscribers = rereader_tick(&w->rereader, w->reality.now);
	if (subscribers)
		change_subscribers(w, subscribers);
	location_flush(w->location);
	flush(w);
	handoff_wake(&w->handoff);
	atomic_fetch_add_explicit(&w->state->rounds, 1, memory_order_relaxed);
	atomic_store_explicit(&w->state->busy, (uint32_t)engine_busy(w->engine), memory_order_relaxed);
}

/* ---- beginning and end ---- */

static bool open_sources(struct worker *w)
{
	const struct worker_options *o = w->options;
	int stored = location_wake_fd(w->location);
	w->listeners = calloc((size_t)w->site.listener_count, sizeof *w->listeners);
	if (!w->listeners)
		return false;
	for (int i = 0; i < w->site.listener_count; i++) {
		w->listeners[i].listener = i;
		if (!watch(w, &w->listeners[i], o->sockets[i], EPOLLIN, socket_ready))
			return false;
	}
	return (stored < 0 || watch(w, &w->stored, stored, EPOLLIN, stored_ready)) &&
	       watch(w, &w->wake, o->wake[o->number], EPOLLIN | EPOLLET, wake_ready) &&
	       watch(w, &w->orders, o->parent, EPOLLIN, orders_ready) &&
	       watch(w, &w->signals, o->signals, EPOLLIN, signals_ready);
}

static bool open_resolver(struct worker *w)
{
	const char *error;
	for (int i = 0; i < RESOLVER_SOCKETS; i++)
		w->names[i].fd = -1;
	w->reality.resolver = resolver_new(&w->reality.world,
		program_text(w->options->program, PARAMETER_name_servers), NULL, watch_names, w, &error);
	if (!w->reality.resolver)
		log_error("name_servers: %s", error);
	return w->reality.resolver != NULL;
}

static bool start(struct worker *w)
{
	const struct worker_options *o = w->options;
	char error[LOCATION_ERROR];
	w->state = &o->shared->worker[o->number];
	w->handoff = (struct handoff){ .shared = o->shared, .wake = o->wake, .self = o->number };
	w->site = *o->site;
	w->udp = udp_new(o->sockets, w->site.listener_count, shared_buffers(o->shared, o->number),
		&w->state->counters);
	reality_init(&w->reality, w->udp);
	w->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (!open_resolver(w))
		return false;
	use_settings(w, o->program);
	struct engine_parts parts = {
		.world = &w->reality.world,
		.site = &w->site,
		.program = o->program,
		.subscribers = o->subscribers,
		.replays = o->replays,
		.counters = &w->state->counters,
	};
	w->engine = engine_new(&parts);
	rereader_start(&w->rereader, program_text(o->program, PARAMETER_subscribers), o->subscribers,
		w->reality.now);
	w->location =
		location_open(o->location, o->channel, &w->reality.world, engine_timers(w->engine), error);
	if (!w->location) {
		log_error("%s", error);
		return false;
	}
	location_gather(w->location);
	engine_set_location(w->engine, w->location);
	engine_use_fleet(w->engine, muster(w->settings, o->program, &w->site, &o->shared->fleet), o->number);
	if (!open_sources(w)) {
		log_error("cannot wait for datagrams: %s", strerror(errno));
		return false;
	}
	return true;
}

/* Answers to what was received before the end: changes that the keeper is making. */
static void finish(struct worker *w)
{
	struct location_counts counts;
	for (int i = 0; i < w->site.listener_count; i++)
		(void)epoll_ctl(w->epoll, EPOLL_CTL_DEL, w->listeners[i].fd, NULL);
	(void)epoll_ctl(w->epoll, EPOLL_CTL_DEL, w->signals.fd, NULL);
	(void)epoll_ctl(w->epoll, EPOLL_CTL_DEL, w->orders.fd, NULL);
	w->end = w->reality.now + FINISH_MS;
	for (;;) {
		location_count(w->location, &counts);
		if (counts.waiting == 0 || w->reality.now >= w->end)
			return;
		one_round(w);
	}
}

static void end(struct worker *w)
{
	location_close(w->location); /* before those who wait for it */
	if (w->engine)
		engine_free(w->engine);
	if (w->reality.resolver)
		resolver_free(w->reality.resolver);
	rereader_end(&w->rereader);
	subscribers_free(w->subscribers);
	udp_free(w->udp);
	arena_free(w->settings);
	arena_free(w->old_settings);
	free(w->listeners);
	if (w->epoll > 0)
		close(w->epoll);
}

int worker_run(const struct worker_options *o)
{
	static const struct order ready = { .kind = ORDER_READY };
	struct worker w = { .options = o };
	bool started = start(&w) && order_send(o->parent, &ready, -1);
	while (started && !w.stop)
		one_round(&w);
	if (started)
		finish(&w);
	end(&w);
	return started ? 0 : 3;
}
