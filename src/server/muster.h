/* muster: the farms and sets that a program describes, made ready for use.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_MUSTER_H
#define SIPD_SERVER_MUSTER_H

#include "base/arena.h"
#include "core/site.h"
#include "farm/fleet.h"

struct program;

/* The fleet of P, in ARENA, for the server whose listeners are SITE's; NULL when P has neither farm nor set. P must outlive it. */
struct fleet *muster(
	struct arena *arena, const struct program *p, const struct site *site, struct fleet_shared *shared);

/* Whether P has a farm or a set. */
bool muster_needed(const struct program *p);

#endif
