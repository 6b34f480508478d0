/* services: what a worker offers to the actions.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_ACTIONS_SERVICES_H
#define SIPD_ACTIONS_SERVICES_H

#include "base/counters.h"
#include "base/world.h"
#include "core/transaction.h"
#include "location/location.h"
#include "vm/run.h"

struct fleet;
struct loads;
struct recent;
struct replays;
struct subscribers;

/* One per worker, set up by the engine. Actions reach it as run->services. */
struct services {
	struct world *world;
	struct core *core;
	const struct site *site;
	struct location *location;
	struct subscribers *subscribers; /* NULL when the parameter is not set */
	struct replays *replays;         /* the nonce counts that were used; NULL: not looked at */
	struct counters *counters;
	const struct fleet *fleet; /* NULL when the program has neither farm nor set */
	struct recent *recent;     /* where requests went; NULL without a fleet */
	struct loads *
		loads; /* the calls of this worker at destinations (actions/dispatcher.c); NULL without a fleet */
	struct hash_key key;           /* of this process, for its tables */
	int worker;                    /* number of this process */
	const struct program *program; /* for settings; a run pins its own in run->program */
};

#endif
