/* load: which calls of one worker are at which destination, so that the least busy one can be found.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A fixed table: a call that nobody ends is forgotten after LOAD_SECONDS, or when its place is needed. The sums stand in the shared
 * health table, a row for each worker. */
#ifndef SIPD_FARM_LOAD_H
#define SIPD_FARM_LOAD_H

#include "farm/health.h"

enum { LOAD_SIZE = 1 << 14, LOAD_WAYS = 8, LOAD_SECONDS = 4 * 3600 };

struct load_entry {
	uint64_t key;
	uint32_t when; /* seconds; 0: empty */
	int32_t slot;
};

struct loads {
	struct health_table *table;
	int worker;
	struct load_entry at[LOAD_SIZE];
};

/* The loads of WORKER, which begins anew: what it counted in TABLE before is taken out. From the heap. */
struct loads *load_new(struct health_table *table, int worker);
void load_free(struct loads *l);

/* The call KEY, a keyed hash that is not 0, is at SLOT from NOW (milliseconds) on, and no longer where it was. */
void load_begin(struct loads *l, uint64_t key, int slot, uint64_t now);

/* It has ended: false when it is not known. */
bool load_end(struct loads *l, uint64_t key);

#endif
