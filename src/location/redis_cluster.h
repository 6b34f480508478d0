/* redis_cluster: which node has which key; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Nothing is asked in advance: a node that does not have a key says which one has, and that is kept for the key's slot. A Redis that
 * is no cluster is the only node. */
#ifndef SIPD_LOCATION_REDIS_CLUSTER_H
#define SIPD_LOCATION_REDIS_CLUSTER_H

#include "location/redis_link.h"

enum { REDIS_SLOTS = 16384, REDIS_NODES = 60 };

struct redis_cluster {
	struct redis_hub *hub;
	void (*changed)(struct redis_link *l, void *user); /* of every node's link */
	void *user;
	struct redis_link *nodes[REDIS_NODES];
	int count;
	uint8_t owner[REDIS_SLOTS]; /* index of the node that had it last */
};

/* Adds a link to HOST (NULL: somewhere to be found), not begun; NULL when there is no room. */
struct redis_link *redis_cluster_add(struct redis_cluster *c, const struct redis_host *host);

/* The link to HOST, begun now when there was none; NULL when there is no room. */
struct redis_link *redis_cluster_node(struct redis_cluster *c, const struct redis_host *host);

/* The slot of KEY. */
int redis_cluster_slot(struct slice key);

/* The node to ask for SLOT: its owner; while that is out, another one, which may know the next owner. */
struct redis_link *redis_cluster_route(const struct redis_cluster *c, int slot);

/* Follows ERROR ("MOVED 3999 192.0.2.1:6381" or "ASK ..."), which FROM has sent: the node that it names, whose link may be new; *ASK is whether
 * that is for one command only. NULL when ERROR is another one. */
struct redis_link *redis_cluster_redirect(
	struct redis_cluster *c, const struct redis_link *from, struct slice error, bool *ask);

#endif
