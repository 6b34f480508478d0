/* reality: the world as it is: the kernel's clocks, its random numbers and its network.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_REALITY_H
#define SIPD_SERVER_REALITY_H

#include "base/world.h"

struct resolver;
struct udp;

struct reality {
	struct world world;
	struct resolver *resolver; /* set by its owner; NULL: no name is known */
	struct udp *udp;           /* NULL in a process that sends nothing */
	bool live;           /* the clocks are read at every question: for loops without reality_update */
	uint64_t now, clock; /* as of the last reality_update */
	unsigned char random[256];
	size_t random_left; /* unused bytes at the end of `random` */
};

/* Makes R; to be called after the last fork, so that no two processes share random numbers. */
void reality_init(struct reality *r, struct udp *udp);

/* Reads the clocks: what the world says stays the same until the next call. */
void reality_update(struct reality *r);

/* Milliseconds of the monotonic clock, from the kernel. */
uint64_t reality_now(void);

#endif
