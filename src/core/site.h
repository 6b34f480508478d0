/* site: what this server is: its listeners, names, keys and timers.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Made once by the parent (server/site), the same in all workers, never changed by them. */
#ifndef SIPD_CORE_SITE_H
#define SIPD_CORE_SITE_H

#include "base/address.h"
#include "base/hash.h"

struct listener {
	struct address address; /* bound: never a wildcard */
	struct slice sent_by;   /* what Via and Record-Route say: "host:port", advertised if so configured */
	struct slice host;      /* the parts of sent_by */
	uint16_t port;
};

struct site_alias {
	struct slice host; /* lower case */
	uint16_t port;     /* 0: any */
};

struct site {
	struct listener *listeners;
	int listener_count;
	struct site_alias *aliases;
	int alias_count;
	struct hash_key branch_key; /* for branches and stateless tags */
	struct hash_key nonce_key;  /* for digest nonces */
	struct slice server_header; /* "Server: sipd\r\n" or "" */
	uint32_t t1, t2, t4;        /* milliseconds */
	uint32_t fr_timer, fr_inv_timer;
	int max_branches;
};

/* Whether HOST:PORT (port 0: none given) is this server: a listener's address, what it advertises, or an alias. No DNS. HOST of an
 * alias compares case-insensitively; an address in any spelling. */
bool site_is_self(const struct site *s, struct slice host, uint16_t port);

/* The listener to send from towards PEER: PREFERRED when it is of the peer's family and can reach it (a loopback listener reaches only
 * loopback), else the first that does; -1 when there is none. */
int site_listener_for(const struct site *s, const struct address *peer, int preferred);

#endif
