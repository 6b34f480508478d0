/* world: everything that a worker's core does not compute itself: time, randomness, sending, names.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The core is a function of (state, datagram or tick) to datagrams. The worker passes the real world; tests pass one with a
 * clock they move, seeded randomness and lists of what was sent. */
#ifndef SIPD_BASE_WORLD_H
#define SIPD_BASE_WORLD_H

#include "base/address.h"

/* Where a datagram came from or goes to: our listener (an index into the site's) and the peer. */
struct flow {
	struct address peer;
	uint16_t listener;
};

/* One server found for a name, in the order in which it is to be tried (RFC 3263 section 4). */
struct resolved {
	struct address address; /* with port */
	uint16_t
		group; /* those of the same priority have the same number, 0 the first ones; drawn by weight they could stand */
	uint16_t weight; /* in another order next time (RFC 2782) */
};

/* The result of world.resolve: COUNT is 0 when the name has no server, and STATUS says why. RESULTS is valid during
 * the call only. */
enum resolve_status { RESOLVE_OK, RESOLVE_NOT_FOUND, RESOLVE_FAILED /* no answer, refused, broken */ };
typedef void resolve_done(void *user, enum resolve_status status, const struct resolved *results, int count);

struct world {
	/* Milliseconds of a clock that never steps. */
	uint64_t (*now)(struct world *);
	/* Milliseconds since 1970 by the wall clock. */
	uint64_t (*clock)(struct world *);
	/* Fills LEN bytes from the kernel's generator. */
	void (*random)(struct world *, void *, size_t len);
	/* Sends one datagram, now or at the end of the batch; DATA is copied. Errors come back later, as engine_unreachable. */
	void (*send)(struct world *, const struct flow *to, struct slice data);
	/* Resolves HOST for SIP over UDP: PORT 0 means SRV first, then A and AAAA with 5060; otherwise A and AAAA with PORT.
	 * FAMILIES has bit 1 for IPv4, bit 2 for IPv6: those for which we have a listener. Calls DONE exactly once, later or
	 * before returning. Returns a handle for resolve_cancel, NULL when DONE was already called. */
	void *(*resolve)(struct world *, struct slice host, uint16_t port, unsigned families,
		resolve_done *done, void *user);
	/* Forgets a resolution: DONE will not be called. */
	void (*resolve_cancel)(struct world *, void *handle);
};

#endif
