/* poison: datagrams that kill workers, and how they are kept from killing a third one.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A worker shows which datagram it works on (server/shared.h). When it dies the parent remembers that datagram's hash; after the second
 * death all workers refuse datagrams of the same bytes. */
#ifndef SIPD_SERVER_POISON_H
#define SIPD_SERVER_POISON_H

#include "server/shared.h"

/* The parent's memory of deaths. */
struct poison {
	struct {
		uint64_t hash, since; /* since: milliseconds of the monotonic clock; 0 not in use */
		int deaths;
	} entry[POISONS];
};

/* A worker died on DATAGRAM at NOW: true when it is refused from now on. */
bool poison_death(struct poison *p, struct shared *s, struct slice datagram, uint64_t now);

/* Forgets what happened long before NOW. */
void poison_expire(struct poison *p, struct shared *s, uint64_t now);

/* Whether a worker must not touch DATAGRAM. */
bool poison_refused(const struct shared *s, struct slice datagram);

#endif
