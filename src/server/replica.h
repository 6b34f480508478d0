/* replica: has the servers of a farm tell each other of registrations, so that each has those of its group's users.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Each server connects by TCP to every other one of the farm and sends the registrations that it has of users of the other's group, and all when both
 * are of one group: everything at first, then each change. So the servers of a group have the same, one that comes back catches up, and users that a new map gives
 * to another group are known there before it is asked. What is sent is the state of an address of record (location/binding.h), not what
 * changed: the receiver merges it, in any order and as often as it comes, and both sides end with the same.
 *
 * A connection begins with "sipdfarm" and 32 random bytes from each side. The session's key is a seal (farm/seal.h) over both under
 * the farm's secret; every frame carries a seal under that key over its direction, number, kind and text. Nothing is encrypted. */
#ifndef SIPD_SERVER_REPLICA_H
#define SIPD_SERVER_REPLICA_H

#include "farm/fleet.h"
#include "location/channel.h"
#include <poll.h>

struct replica;

struct replica_options {
	struct world *world;
	struct location *location; /* of this process, over a channel of its own */
	struct channels *channels;
	struct fleet_shared *shared;
};

struct replica *replica_new(const struct replica_options *o);
void replica_free(struct replica *r);

/* Replicates within the farm of FLEET from now on (NULL: nothing). FLEET must live until the next call. */
void replica_use(struct replica *r, const struct fleet *fleet);

/* As for a prober. */
int replica_poll(const struct replica *r, struct pollfd *poll, int most);
void replica_run(struct replica *r);
uint64_t replica_next(const struct replica *r);

#endif
