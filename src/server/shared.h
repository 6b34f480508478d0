/* shared: the memory that the parent and all its children have mapped.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Mapped once, before the first fork, at one address in all of them. It holds no locks. */
#ifndef SIPD_SERVER_SHARED_H
#define SIPD_SERVER_SHARED_H

#include "base/counters.h"
#include "base/hash.h"
#include "base/ring.h"
#include "farm/fleet.h"

enum {
	SHARED_WORKERS = 64,
	DATAGRAM = 65536, /* bytes of a receive buffer: the longest UDP datagram fits */
	BATCH = 32,       /* datagrams received or sent by one system call */
	POISONS = 64,     /* datagrams that are refused */
};

/* What a worker shows of itself. */
struct worker_state {
	struct counters counters;
	_Alignas(64) _Atomic uint32_t asleep; /* about to block: whoever gives it work must wake it */
	_Alignas(64) _Atomic uintptr_t at;    /* the datagram that it works on, inside the mapping; 0 none */
	_Atomic uint32_t len;
	_Atomic uint64_t rounds; /* of its loop: it lives as long as they grow when it is woken */
	_Atomic uint32_t busy;   /* engine_busy */
};

/* The datagrams that killed two workers, by their hash; written by the parent. */
struct poison_table {
	_Atomic uint32_t count; /* of entries in use; workers look no further when it is 0 */
	_Atomic uint64_t hash[POISONS];
};

struct shared {
	size_t size; /* of the whole mapping */
	int workers;
	struct hash_key key; /* of this start: owners and poisons */
	uint32_t ring_size;
	struct poison_table poison;
	struct fleet_shared fleet;
	struct worker_state worker[SHARED_WORKERS];
};

/* Maps the memory for WORKERS workers; KEY is random. NULL and errno on failure. */
struct shared *shared_new(int workers, const struct hash_key *key);

/* The receive buffers of WORKER, BATCH pieces of DATAGRAM bytes; and the ring from one worker to another. */
char *shared_buffers(struct shared *s, int worker);
struct ring *shared_ring(struct shared *s, int from, int to);

/* The worker WORKER begins with the datagram D, and is done with it. */
static inline void shared_begin(struct worker_state *w, struct slice d)
{
	atomic_store_explicit(&w->len, (uint32_t)d.len, memory_order_relaxed);
	atomic_store_explicit(&w->at, (uintptr_t)d.at, memory_order_release);
}
static inline void shared_done(struct worker_state *w)
{
	atomic_store_explicit(&w->at, 0, memory_order_release);
}

/* The datagram that WORKER, now dead, worked on; false when there was none. */
bool shared_last_words(struct shared *s, int worker, struct slice *datagram);

#endif
