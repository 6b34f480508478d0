/* redis: registrations in a Redis that several sipd share; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LOCATION_REDIS_H
#define SIPD_LOCATION_REDIS_H

#include "location/redis_address.h"

struct channel_state;

/* A process's own end: connects at once, without waiting for it. STATE (NULL: none) is where the processes of this server agree on who tells of
 * an outage. What S points to must outlive it. NULL with one line in ERROR when that fails. */
struct location *redis_open(const struct location_settings *s, struct channel_state *state, struct world *w,
	struct timers *timers, char *error);

#endif
