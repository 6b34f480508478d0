/* nameclient: asks name servers, by UDP and for answers that do not fit by TCP, and keeps what they say; never waits.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A question for the same records is asked once however many want to know. Its number is random, and so is the port it leaves from
 * whenever none was open; an answer counts only from the server that was asked, with the number and the question asked (RFC 5452). A
 * server that does not answer is followed by the next one, and who answered last is asked first. */
#ifndef SIPD_CORE_NAMECLIENT_H
#define SIPD_CORE_NAMECLIENT_H

#include "base/world.h"
#include "core/dns.h"

struct nameclient;

enum nameclient_wish { NAMECLIENT_FORGET, NAMECLIENT_READ, NAMECLIENT_WRITE };

/* Asked to watch FD for reading, or writing, and for errors (then nameclient_ready is to be called), or to forget it before it is closed. */
typedef void nameclient_watch(void *user, int fd, enum nameclient_wish wish);

enum {
	NAMECLIENT_SOCKETS = 12, /* the most that are open at a time */
	NAMECLIENT_TICK =
		100, /* milliseconds from one nameclient_tick to the next while there are questions */
};

/* Somebody who wants to know. */
struct asker {
	struct asker *next, **link; /* NULL: of no question */
	/* ANSWER is FOUND or NOTHING, valid during the call; NULL: there was none. May ask again, and forget others. */
	void (*answered)(struct asker *a, const struct dns_answer *answer);
};

/* A client with clock and randomness of W for NAME_SERVERS, "address[:port]" separated by commas; "" takes those of /etc/resolv.conf and
 * follows its changes. NULL when NAME_SERVERS is not so. */
struct nameclient *nameclient_new(
	struct world *w, struct slice name_servers, nameclient_watch *watch, void *user);

/* Ends C. Who still waits hears nothing. */
void nameclient_free(struct nameclient *c);

/* The records of TYPE of NAME, in lower case, if they are known: FOUND or NOTHING, valid until C is called again. Otherwise NULL, and A->answered is
 * called from nameclient_ready or nameclient_tick, after PATIENCE milliseconds at the latest when this is a new question. */
const struct dns_answer *nameclient_ask(
	struct nameclient *c, struct asker *a, enum dns_type type, const char *name, uint64_t patience);

/* A does not want to know any more. */
void nameclient_forget(struct asker *a);

/* To be called when FD is ready, and when nameclient_next says so. */
void nameclient_ready(struct nameclient *c, int fd);
void nameclient_tick(struct nameclient *c);

/* When nameclient_tick is to be called; UINT64_MAX: there is no question. */
uint64_t nameclient_next(const struct nameclient *c);

#endif
