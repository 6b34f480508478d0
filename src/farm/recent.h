/* recent: where the requests of the last half minute went, so that what belongs to them goes there too.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The first stage keeps no transactions: it computes where a request goes. When the map or a server's health changes, the computation gives
 * another place for the retransmission, the CANCEL or the ACK of a request that went before (RFC 3263 4.4 wants the same). So each
 * worker, which owns its calls, remembers its latest choices: a fixed table, two places for each key, the older one is overwritten. */
#ifndef SIPD_FARM_RECENT_H
#define SIPD_FARM_RECENT_H

#include <stdbool.h>
#include <stdint.h>

enum { RECENT_SIZE = 1 << 15, RECENT_MS = 32000 /* 64*T1 */ };

struct recent_entry {
	uint64_t key;
	uint32_t when; /* seconds; 0: empty */
	int32_t choice;
};

struct recent {
	struct recent_entry at[RECENT_SIZE];
};

/* The choice made for KEY, a keyed hash that is not 0, within RECENT_MS before NOW; -1 when there is none. */
int recent_find(const struct recent *r, uint64_t key, uint64_t now);

/* Remembers CHOICE for KEY. */
void recent_note(struct recent *r, uint64_t key, uint64_t now, int choice);

#endif
