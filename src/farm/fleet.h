/* fleet: all farms and sets of a script, with the shared health of their servers.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_FARM_FLEET_H
#define SIPD_FARM_FLEET_H

#include "farm/map.h"
#include "farm/recent.h"
#include "farm/set.h"
#include "sip/message.h"

enum { FLEET_TURNS = 64 };

/* Shared by all processes of a server; outlives them. */
struct fleet_shared {
	struct health_table health;
	_Atomic uint32_t turns[FLEET_TURNS]; /* of round robin, by set */
	_Atomic uint32_t
		settled; /* servers that are named from now on are new: nobody knows whether they are ready */
	_Atomic uint32_t ready; /* this server has what its peers have: it may be asked */
};

/* One per process and generation of the script. */
struct fleet {
	struct fleet_shared *shared;
	struct farm *farms;
	int farm_count;
	struct set *sets;
	int set_count;
};

/* Whether M is a probe from a server of one of F's farms: an OPTIONS with the seal of that farm over its Call-ID. */
bool fleet_is_probe(const struct fleet *f, const struct message *m);

/* The farm or set called NAME, the only one for ""; NULL when there is none. */
const struct farm *fleet_farm(const struct fleet *f, struct slice name);
const struct set *fleet_set(const struct fleet *f, struct slice name);

#endif
