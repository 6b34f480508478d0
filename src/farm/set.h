/* set: a list of destinations, and the orders in which they are tried: what SER's dispatcher does.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_FARM_SET_H
#define SIPD_FARM_SET_H

#include "base/arena.h"
#include "base/hash.h"
#include "farm/health.h"

enum { SET_MEMBERS = 64 };

/* The numbers are those of ds_select_dst. */
enum set_order {
	SET_CALL_ID = 0,
	SET_FROM = 1,
	SET_TO = 2,
	SET_URI = 3,
	SET_ROUND_ROBIN = 4,
	SET_CREDENTIALS = 5,
	SET_RANDOM = 6,
	SET_EXPRESSION = 7,
	SET_PRIORITY = 8,
	SET_WEIGHT = 9,
	SET_LOAD = 10,
	SET_RELATIVE_WEIGHT = 11,
	SET_LATENCY = 13,
};

struct set_member {
	struct slice uri; /* "sip:10.0.0.1:5060" */
	struct address address;
	int slot; /* in the health table; -1 none */
	uint32_t weight, priority, max_load;
};

struct set {
	struct slice name;
	struct set_member *members; /* the highest priority first, in the order of the script among equals */
	int count;
	_Atomic uint32_t *turn; /* of round robin, shared by all workers */
	struct health_rules rules;
	bool probes;
};

/* What an order may depend on, beside the set: SEED is the hash of what is hashed, or a random number. */
struct set_request {
	enum set_order order;
	uint64_t seed;
};

/* The members of S that can be used now, in the order in which they are to be tried, into OUT (SET_MEMBERS): returns their number. Hashing is
 * rendezvous hashing, weighted: when a member goes, only its own share goes elsewhere. */
int set_choose(const struct set *s, const struct set_request *r, const struct health_table *t, int *out);

/* Whether ADDRESS is a member: its host and port, or with PORT false its host alone. The index, or -1. */
int set_find(const struct set *s, const struct address *address, bool port);

#endif
