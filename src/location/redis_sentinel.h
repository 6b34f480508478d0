/* redis_sentinel: asks the sentinels, one after the other, where the master is; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LOCATION_REDIS_SENTINEL_H
#define SIPD_LOCATION_REDIS_SENTINEL_H

#include "location/redis_link.h"

struct redis_sentinel {
	struct redis_hub *hub;
	struct redis_link *master; /* who wants to know */
	struct redis_link *link;   /* to the sentinel that is asked; NULL none */
	struct timer timer;        /* goes on to the next one, outside of hiredis' callbacks */
	int next;                  /* of the address' hosts, the next to be asked */
	int left;                  /* to be asked before this is given up */
};

/* Makes S find out where MASTER's link, of hub H, is to connect to. */
void redis_sentinel_init(struct redis_sentinel *s, struct redis_hub *h, struct redis_link *master);

/* Ends S; to be called before the hub is closed. */
void redis_sentinel_end(struct redis_sentinel *s);

#endif
