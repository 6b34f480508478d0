/* engine: one worker's message path, free of sockets: datagram -> message -> transaction -> route -> datagrams.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The worker gives it the real world, tests a made one. It binds the core, which knows nothing of scripts, to the machine, which
 * knows nothing of SIP. */
#ifndef SIPD_SERVER_ENGINE_H
#define SIPD_SERVER_ENGINE_H

#include "base/counters.h"
#include "base/timer.h"
#include "base/world.h"
#include "vm/run.h"

struct engine;
struct site;
struct fleet;
struct program;
struct location;
struct replays;
struct subscribers;

/* What an engine is made of. All of it stays the caller's and must outlive the engine; the program gets a reference of its own.
 * `subscribers` and `replays` may be NULL. */
struct engine_parts {
	struct world *world;
	const struct site *site;
	const struct program *program;
	struct subscribers *subscribers;
	struct replays *replays;
	struct counters *counters;
};

struct engine *engine_new(const struct engine_parts *parts);

/* Gives the engine its location, which may share engine_timers, before the first datagram. */
void engine_set_location(struct engine *e, struct location *location);

/* Ends all transactions and waiting runs without a word. */
void engine_free(struct engine *e);

/* One datagram that came by FLOW to the worker that owns its call. DATA is copied. */
void engine_input(struct engine *e, const struct flow *flow, struct slice data);

/* The kernel reported that datagrams to FLOW do not arrive. */
void engine_unreachable(struct engine *e, const struct flow *flow);

/* Fires the timers that are due; the deadline of the next one, TIMER_NEVER when there is none. */
void engine_tick(struct engine *e);
uint64_t engine_next(struct engine *e);

/* The queue that the engine's timers sit in. */
struct timers *engine_timers(struct engine *e);

/* Requests that come from now on run PROGRAM; those that began keep theirs to the end. */
void engine_use_program(struct engine *e, const struct program *program);

/* The farms and sets from now on (NULL: none). WORKER is the number of this process; its calls at destinations are counted anew. */
void engine_use_fleet(struct engine *e, const struct fleet *fleet, int worker);

/* Requests are authenticated by SUBSCRIBERS from now on (NULL: none); the former ones are used no more. */
void engine_use_subscribers(struct engine *e, struct subscribers *subscribers);

/* Tells TRACE of the steps of all scripts from now on, with USER as their trace_user; NULL ends that. */
void engine_set_trace(struct engine *e, run_trace *trace, void *user);

/* Transactions and waiting runs alive now: 0 when the engine is at rest. */
int engine_busy(const struct engine *e);

#endif
