/* map: which group of a farm serves which user, and which server of the group is asked.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The group of an address of record is the one with the greatest score (rendezvous hashing): a new group takes from each of the others
 * only what is its own share, and a group that goes leaves its users evenly to the rest. The score is SipHash-2-4 over the group's
 * name and the address of record, under a key made of the farm's secret, so every server with the same script finds the same group,
 * on any machine and in any order of the groups; with unequal weights W it is -ln(hash / 2^64) / W, the least wins. */
#ifndef SIPD_FARM_MAP_H
#define SIPD_FARM_MAP_H

#include "base/arena.h"
#include "base/hash.h"
#include "farm/health.h"

struct farm_member {
	struct address address;
	int slot; /* in the health table */
	int group;
	bool self; /* one of our own listeners */
	bool backup;
};

struct farm_group {
	struct slice name;
	uint32_t weight;
	int first,
		count; /* of the farm's members: the primaries, then the backups, in the order of preference */
	int self;      /* the member that is us; -1 none */
};

/* When the servers of a group tell each other of a registration; in the order of the words in lang/farm.def. */
enum { FARM_GROUPS = 64 };

enum farm_replication { FARM_BEFORE_ANSWER, FARM_AFTER_ANSWER, FARM_NO_REPLICATION };

struct farm {
	struct slice name, secret;
	struct hash_key key;
	struct farm_group *groups;
	int group_count;
	struct farm_member *members;
	int member_count;
	int self; /* the member that is us; -1 none */
	bool weighted;
	struct health_rules rules;
	uint16_t sync_port;
	enum farm_replication replication;
};

/* The hash key of the farm with SECRET: the first 16 bytes of the SHA-256 of "sipd farm map", a zero byte, and the secret, as two
 * little-endian numbers. */
struct hash_key farm_key(struct slice secret);

/* The group of the canonical address of record AOR (uri_aor); -1 when the farm has none. */
int farm_group_of(const struct farm *f, struct slice aor);

/* The first member of GROUP that is up (or only suspect), or with JOINING the first that catches up; -1 when there is none. */
int farm_member_of(const struct farm *f, int group, const struct health_table *t, bool joining);

/* The member to ask for AOR now: of the best group that has one that is up; a new group, which has not yet got what the others know of its
 * users, leaves them to the next best: those who had them before. When nobody is up, one that catches up; else -1. */
int farm_choose(const struct farm *f, struct slice aor, const struct health_table *t);

/* The member with ADDRESS; -1 when it is none. The port counts. farm_has_host looks at the host alone. */
int farm_find(const struct farm *f, const struct address *address);
bool farm_has_host(const struct farm *f, const struct address *address);

#endif
