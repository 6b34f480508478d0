/* farmer: the process that looks after the other servers: it probes them, and replicates registrations within a farm.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_FARMER_H
#define SIPD_SERVER_FARMER_H

#include "core/site.h"
#include "farm/fleet.h"
#include "location/channel.h"

struct program;

/* What the parent made before it forked. All of it outlives the process. */
struct farmer_options {
	const struct program *program;
	const struct site *site;
	const struct location_settings *location;
	struct channels *channels;
	struct channel *channel; /* its own, to the keeper */
	struct fleet_shared *shared;
	int parent;  /* orders come here (server/order.h) */
	int signals; /* a signalfd that has SIGTERM */
};

/* Works until SIGTERM or the parent's end: 0; or 3 when it could not start (logged). */
int farmer_run(const struct farmer_options *o);

#endif
