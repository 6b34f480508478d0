/* handoff: datagrams on their way from the worker that read them to the one that owns their call.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_HANDOFF_H
#define SIPD_SERVER_HANDOFF_H

#include "base/world.h"
#include "server/shared.h"

/* One worker's end of it. WAKE has an eventfd for every worker. */
struct handoff {
	struct shared *shared;
	const int *wake;
	int self;
	uint64_t given; /* bits of the workers that were given something since the last handoff_wake */
};

enum handoff_kind { HANDOFF_DATAGRAM, HANDOFF_UNREACHABLE /* the datagram is empty */ };

/* The worker that owns the call of DATA, by its Call-ID; this one when it has none (D1). */
int handoff_owner(const struct handoff *h, struct slice data);

/* Puts a record for worker TO; false when its ring is full. */
bool handoff_put(
	struct handoff *h, int to, enum handoff_kind kind, const struct flow *flow, struct slice data);

/* Wakes those that were given something and sleep. */
void handoff_wake(struct handoff *h);

/* The oldest record from worker FROM, in place until handoff_release; false when there is none. */
bool handoff_take(
	struct handoff *h, int from, enum handoff_kind *kind, struct flow *flow, struct slice *data);
void handoff_release(struct handoff *h, int from);

/* This worker is about to block: false when it must not, since there is something to take. */
bool handoff_sleep(struct handoff *h);
void handoff_awake(struct handoff *h);

#endif
