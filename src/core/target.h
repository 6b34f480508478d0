/* target: one place that a request is to be sent to.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_CORE_TARGET_H
#define SIPD_CORE_TARGET_H

#include "base/arena.h"
#include "base/world.h"
#include "core/site.h"
#include "sip/message.h"

enum { TARGET_SERVERS = 8 };

/* What is known of where a target's datagram goes. */
enum target_state {
	TARGET_FOUND,
	TARGET_NO_NAME,      /* the name is not there, or has no server for SIP over UDP */
	TARGET_NO_ANSWER,    /* no name server said */
	TARGET_NO_TRANSPORT, /* another transport than UDP, sips:, or an address that no listener reaches, or of no single host */
	TARGET_NO_SIP,       /* no SIP URI */
};

struct target {
	struct slice uri; /* Request-URI of the branch */
	struct slice
		next_hop; /* URI to send to instead of Route and Request-URI (received address, $du); "" none */
	struct slice path; /* Route values to put on top (RFC 3327), "" none */
	int q;             /* 0..1000; -1 not given */
	uint32_t flags;    /* branch flags */
	int listener;      /* to send from; -1: by the peer */
	/* filled by target_resolve: */
	struct address servers[TARGET_SERVERS];
	uint16_t weights[TARGET_SERVERS];
	int server_count;
	int equals; /* the first ones that are of the same priority: their order is drawn */
	enum target_state state;
};

/* The URI that decides where the target's datagram goes (RFC 3261 16.6 step 6 and 7): next_hop, else the first of path, else the
 * topmost Route of EDITION, else the Request-URI. */
struct slice target_next_hop(const struct target *t, const struct message *m, const struct edition *e);

/* Finds the servers of COUNT targets. True when all is known already (addresses only): DONE is not called. Otherwise names are being
 * resolved and DONE(user) comes later, once. What cannot be sent to is a
 * target with no server, and its state says why. The request, its targets and the arena must outlive the call; target_cancel(*HANDLE) ends it early. */
struct target_query;
bool target_resolve(struct world *w, const struct site *s, const struct message *m, struct target *targets,
	int count, void (*done)(void *user), void *user, struct target_query **handle);
void target_cancel(struct world *w, struct target_query *q);

#endif
