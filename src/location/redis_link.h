/* redis_link: one connection to a Redis, made again whenever it is lost; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * hiredis in a loop of its own: the descriptors of all links are in one epoll descriptor, which the worker's loop watches. Nothing here
 * ever waits. A link that is lost is tried again at once, then after pauses that double, with chance in them; while attempts fail it
 * is "out". */
#ifndef SIPD_LOCATION_REDIS_LINK_H
#define SIPD_LOCATION_REDIS_LINK_H

#include "location/redis_address.h"
#include <hiredis/async.h>

enum {
	REDIS_ANSWER_MS =
		1000, /* what has no answer by then has failed: a request, a connection, an attempt */
	REDIS_LINKS = 64,
};

enum redis_link_state {
	REDIS_LINK_OFF,
	REDIS_LINK_FINDING, /* somebody else finds out where to connect to */
	REDIS_LINK_NAMING,  /* the name of the host is being resolved */
	REDIS_LINK_CONNECTING,
	REDIS_LINK_GREETING, /* AUTH, SELECT, PING */
	REDIS_LINK_READY,
	REDIS_LINK_RESTING, /* until the next attempt */
};

struct epoll_event;
struct redis_hub;
struct redis_wire;

struct redis_link {
	struct redis_hub *hub;
	struct redis_host host;
	/* Called when the link has become ready, and when an attempt has failed or a connection was lost; not from within redis_link_send. */
	void (*changed)(struct redis_link *l, void *user);
	/* Called instead of connecting; redis_link_found or redis_link_fail is to follow. NULL: HOST is where to connect to. */
	void (*find)(struct redis_link *l, void *finder);
	void *user, *finder;
	bool once;       /* one attempt, without login: a sentinel is asked */
	bool master;     /* only a master will do */
	bool told;       /* that it is out: for its owner */
	bool told_first; /* and nobody else had told it */
	int failures;    /* attempts in a row */
	char why[160];   /* the last one failed */
	/* its own: */
	enum redis_link_state state;
	int number; /* in the hub */
	struct redis_wire *wire;
	struct timer timer;
	void *resolving;
	int greetings;    /* without an answer */
	bool introduced;  /* AUTH was sent */
	uint64_t pending; /* commands without an answer */
	uint64_t heard;   /* when the last answer came */
};

/* What the links of one process share. */
struct redis_hub {
	struct world *world;
	struct timers *timers;
	const struct redis_address *address; /* for login and database */
	const bool *gathers;                 /* commands wait for redis_hub_flush */
	int epoll;                           /* becomes readable when redis_hub_readable is to be called */
	struct redis_link *links[REDIS_LINKS];
	/* its own: */
	struct redis_wire *unflushed, *writing;
	struct epoll_event *events; /* being served */
	int event_count;
};

/* False when there is no descriptor left. */
bool redis_hub_open(struct redis_hub *h);
void redis_hub_close(struct redis_hub *h);

/* Serves what is ready; sends what was gathered. */
void redis_hub_readable(struct redis_hub *h);
void redis_hub_flush(struct redis_hub *h);

/* A link to HOST (NULL: `find` says where), not yet begun; NULL when there are too many. */
struct redis_link *redis_link_new(struct redis_hub *h, const struct redis_host *host);

/* Ends L: commands without an answer get NULL. */
void redis_link_free(struct redis_link *l);

/* Begins to connect. */
void redis_link_start(struct redis_link *l);

/* The answer to `find`: the master is HOST. */
void redis_link_found(struct redis_link *l, const struct redis_host *host);

/* Gives the attempt or the connection up, and says why. */
void redis_link_fail(struct redis_link *l, const char *why);

static inline bool redis_link_ready(const struct redis_link *l)
{
	return l->state == REDIS_LINK_READY;
}

/* Whether it is of no use to wait for L. */
static inline bool redis_link_out(const struct redis_link *l)
{
	return !redis_link_ready(l) && l->failures > 0;
}

/* Sends a command over L, which is ready. FN gets the reply and USER exactly once, with NULL when the connection is lost; it calls
 * redis_link_answered first. False when it could not be sent (FN is not called). */
bool redis_link_send(struct redis_link *l, redisCallbackFn *fn, void *user, int argc, const char **argv,
	const size_t *lengths);

/* The link of AC, NULL when it has a new connection by now; notes that it lives. */
struct redis_link *redis_link_answered(struct redisAsyncContext *ac);

#endif
