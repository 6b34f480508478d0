/* redis_walk: all addresses of record in a Redis, for the administrator; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Redis has no order, so all names are read first. These functions wait: they are for a process that serves nobody else. */
#ifndef SIPD_LOCATION_REDIS_WALK_H
#define SIPD_LOCATION_REDIS_WALK_H

#include "location/redis_cluster.h"

struct redis_walk {
	struct arena *arena;
	struct slice *aors; /* sorted, none twice */
	int count, size;
	bool read; /* from one node at least */
};

/* Reads the names of all keys with PREFIX from all masters that can be reached. */
struct redis_walk *redis_walk_new(struct redis_cluster *c, struct slice prefix);
void redis_walk_free(struct redis_walk *w);

/* The index of the first one behind AFTER. */
int redis_walk_behind(const struct redis_walk *w, struct slice after);

/* Asks for Q and waits for the answer; false when there is none. */
bool redis_walk_fetch(struct redis_hub *h, struct location *l, struct location_query *q);

#endif
