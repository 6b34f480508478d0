/* replay: which nonce counts were used, so that each is good for one request only (RFC 7616 3.4), whichever process sees it.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A table in memory that all workers share, without locks: a worker that dies between two steps leaves nothing that others wait for. Its
 * size is fixed. Where a place overflows, the uses of the oldest nonce are forgotten and all nonces of that place that are as old count as
 * stale from then on: under a flood nonces live shorter, but none is good twice. For the same reason those that were made before the table
 * are stale: nobody remembers what they were used for. */
#ifndef SIPD_SIP_REPLAY_H
#define SIPD_SIP_REPLAY_H

#include "base/hash.h"

struct replays;

enum replay {
	REPLAY_FIRST, /* not used before; now it is */
	REPLAY_AGAIN, /* by this very request: a retransmission */
	REPLAY_USED,  /* by another request, or so old that nobody knows */
};

/* One use of a nonce. */
struct replay_use {
	struct slice nonce;
	uint32_t count;   /* nc; 0 without qop: then the nonce is good once */
	uint64_t made;    /* when the nonce was made, milliseconds since 1970 */
	uint64_t request; /* a hash of all of the request */
};

/* A table that remembers at least USES uses, for processes that are forked from here; NOW in milliseconds since 1970. NULL and errno when
 * there is no memory. Memory is used as places are. */
struct replays *replays_new(const struct hash_key *key, size_t uses, uint64_t now);
void replays_free(struct replays *r);

/* Notes the use U of a good nonce at NOW; uses older than LIFETIME (milliseconds) are forgotten. */
enum replay replays_use(struct replays *r, const struct replay_use *u, uint64_t now, uint64_t lifetime);

#endif
