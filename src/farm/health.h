/* health: what is known of a server that requests are sent to: one table that all processes share.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Two halves. struct health is the state machine: it belongs to the one process that probes, and is told what happened and when.
 * struct health_table lies in shared memory: the prober writes states into it, workers read them without a lock and note there what
 * real traffic showed them, which counts at once. Times are milliseconds of a clock that all processes of the machine share. */
#ifndef SIPD_FARM_HEALTH_H
#define SIPD_FARM_HEALTH_H

#include "base/address.h"
#include <stdatomic.h>

enum health_state {
	HEALTH_UP,      /* also at first: until shown otherwise a server is taken to be well */
	HEALTH_SUSPECT, /* missed an answer, but not often enough */
	HEALTH_JOINING, /* answers that it is not ready: it catches up with its peers */
	HEALTH_DOWN,
	HEALTH_STATES
};

enum health_event {
	HEALTH_ANSWERED, /* a good answer to a probe */
	HEALTH_NOT_YET,  /* an answer: alive, but not to be used */
	HEALTH_MISSED,   /* no answer in time */
	HEALTH_REFUSED,  /* the kernel says that nothing listens there */
};

/* How patient one is. */
struct health_rules {
	uint32_t interval, timeout; /* between probes; of one probe; milliseconds */
	uint32_t fall, rise;        /* misses in a row until DOWN; answers in a row until UP again */
};

struct health {
	enum health_state state;
	uint32_t misses, answers; /* in a row */
	uint64_t changed;
	uint64_t sent;    /* when the probe that waits was sent; 0 none waits */
	uint64_t due;     /* when the next one is */
	uint32_t latency; /* of the last answers, smoothed, microseconds; 0 not known */
};

/* Tells H of EVENT at NOW. True when its state is another one now. A refusal is DOWN at once; UP again is only what answered RISE times. */
bool health_step(struct health *h, const struct health_rules *rules, enum health_event event, uint64_t now);

/* Mixes one round trip of MICROSECONDS into H's latency. */
void health_measured(struct health *h, uint32_t microseconds);

/* The name of STATE: "up", "suspect", "joining", "down"; and back, -1 when S is none. */
const char *health_name(enum health_state state);
int health_parse(struct slice s);

/* ---- the table ---- */

enum { HEALTH_SLOTS = 512, HEALTH_WORKERS = 64 };

/* What a script says of a destination (ds_mark_dst); it stands until it says something else. */
enum health_mark { HEALTH_UNMARKED, HEALTH_INACTIVE };

struct health_slot {
	struct address address; /* written before `count` grows, never changed again */
	_Atomic uint32_t state; /* enum health_state; the prober's */
	_Atomic uint32_t mark;  /* enum health_mark; any worker's */
	_Atomic uint32_t latency;
	_Atomic uint64_t answered;             /* when a probe had its last good answer; the prober's */
	_Atomic uint64_t refused;              /* when real traffic was last refused; any worker's */
	_Atomic uint32_t load[HEALTH_WORKERS]; /* calls that each worker has there now */
};

struct health_table {
	_Atomic uint32_t count;
	_Atomic uint32_t
		adding; /* one process at a time adds: a lock that its holder's death leaves to nobody is taken over */
	struct health_slot slot[HEALTH_SLOTS];
};

/* The slot of ADDRESS, a new one in STATE when it has none. -1 when the table is full. */
int health_slot(struct health_table *t, const struct address *address, enum health_state state);

/* The slot of ADDRESS, or -1. */
int health_find(const struct health_table *t, const struct address *address);

/* What slot I is good for now: its state, but DOWN when traffic was refused there since its last good answer to a probe, or it is marked. */
enum health_state health_now(const struct health_table *t, int i);

/* Real traffic to ADDRESS was refused at NOW. */
void health_refused(struct health_table *t, const struct address *address, uint64_t now);

/* The calls at slot I, of all workers. */
uint32_t health_load(const struct health_table *t, int i);

#endif
