/* ring: a queue of records in shared memory, one process writes, one reads, no locks.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The writer may die at any instruction: a record becomes visible by one release store at its end. The reader may die too: a
 * record is gone when it is released. The struct sits at the start of memory that both have mapped; it holds no pointers. */
#ifndef SIPD_BASE_RING_H
#define SIPD_BASE_RING_H

#include "base/slice.h"
#include <stdatomic.h>

struct ring {
	_Alignas(64) _Atomic uint64_t tail; /* written by the writer: bytes ever put */
	_Alignas(64) _Atomic uint64_t head; /* written by the reader: bytes ever taken */
	_Alignas(64) _Atomic uint32_t
		asleep; /* the reader is about to block: the writer must wake it; plain loads and stores */
	uint32_t size;  /* of data, a power of two */
	_Alignas(64) char data[];
};

/* Bytes of shared memory that a ring with room for SIZE bytes (a power of two) needs; and makes one there. */
size_t ring_footprint(uint32_t size);
void ring_init(struct ring *r, uint32_t size);

/* Puts a record of the pieces PART[0..N) one behind the other. False when there is no room: nothing was put. A record
 * of at most half the size less 8 bytes always fits when the ring is empty, a longer one never does. */
bool ring_put(struct ring *r, const struct slice *part, int n);

/* The oldest record, in place, contiguous; false when there is none. It stays valid until ring_release. */
bool ring_peek(struct ring *r, struct slice *record);
void ring_release(struct ring *r);

/* Whether the ring is empty, seen by its reader. */
bool ring_empty(struct ring *r);

#endif
