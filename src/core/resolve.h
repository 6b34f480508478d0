/* resolve: finding the servers of a name by DNS, for SIP over UDP (RFC 3263 4.2), without ever waiting.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * One resolver serves one process, in that process's own event loop: it says which sockets to watch and when to call it. A name in
 * /etc/hosts has the addresses given there. Otherwise, without a port, NAPTR records are asked for first: those for SIP over UDP say
 * where its SRV records are, else it is _sip._udp. Their servers are ordered by priority, and within one by weight (RFC 2782).
 * Answers, those that say "no such name" too, are kept for as long as their records allow. */
#ifndef SIPD_CORE_RESOLVE_H
#define SIPD_CORE_RESOLVE_H

#include "core/nameclient.h"

struct resolver;

/* Asked to watch FD, or to forget it; when it is ready resolver_readable is to be called. */
typedef nameclient_watch resolver_watch;

enum {
	RESOLVER_TIME = 5000,    /* milliseconds after which a query has failed */
	RESOLVER_RESULTS = 16,   /* the most servers that a query finds */
	RESOLVER_QUERIES = 4096, /* at a time: further ones fail at once */
};

/* A resolver with its clock and randomness from W. NAME_SERVERS are "address[:port]", separated by commas; "" takes those of
 * /etc/resolv.conf, and follows its changes. HOSTS is the path of the table of hosts (NULL: /etc/hosts). To be made after the last
 * fork. NULL, and the reason in *ERROR, when NAME_SERVERS is not so. */
struct resolver *resolver_new(struct world *w, struct slice name_servers, const char *hosts,
	resolver_watch *watch, void *user, const char **error);

/* Ends R; what it was asked and has not answered is forgotten. */
void resolver_free(struct resolver *r);

/* As world.resolve. DONE may call back into R, but not resolver_free. */
void *resolver_query(struct resolver *r, struct slice host, uint16_t port, unsigned families,
	resolve_done *done, void *user);

/* As world.resolve_cancel. */
void resolver_cancel(struct resolver *r, void *handle);

/* To be called when watched FD is readable, writable as wished, or has an error. */
void resolver_readable(struct resolver *r, int fd);

/* Repeats questions and ends queries whose time is over; to be called at resolver_next, earlier does no harm. */
void resolver_tick(struct resolver *r);

/* When resolver_tick is to be called, by the world's clock; UINT64_MAX: not before there is another query. */
uint64_t resolver_next(const struct resolver *r);

#endif
