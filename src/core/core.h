/* core: what the files of the core share among themselves.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_CORE_CORE_H
#define SIPD_CORE_CORE_H

#include "base/buffer.h"
#include "base/hash.h"
#include "core/table.h"
#include "core/transaction.h"

enum {
	DATAGRAM = 65507, /* the most that UDP over IPv4 carries */
	COPY_INDEX = 255, /* in branches without state: nobody waits for replies */
};

/* Things that end in the order in which they came in: all stay equally long. */
struct queued {
	struct queued *next;
	uint64_t when;
};
struct queue {
	struct queued *first, *last;
	struct timer timer; /* for the first */
};

struct core {
	struct world *world;
	const struct site *site;
	struct counters *counters;
	const struct core_hooks *hooks;
	void *user;
	struct hash_key key; /* of this process, for its tables */
	struct timers timers;
	struct table requests; /* transactions by their request, until they are freed */
	struct table calls;    /* INVITE transactions by their call and CSeq */
	struct table branches; /* branches by their text */
	struct table peers;    /* branches in BRANCH_CALLING by where they went */
	struct table echoes;   /* what is left of branches, by their text */
	struct queue folded, echoing;
	int folded_count;
	char scratch[DATAGRAM]; /* a datagram being printed */
};

static inline void count(struct core *c, enum counter n)
{
	c->counters->n[n]++;
}

static inline uint64_t now(struct core *c)
{
	return c->world->now(c->world);
}

static inline void send_to(struct core *c, const struct flow *flow, struct slice data)
{
	c->world->send(c->world, flow, data);
}

/* Timer D in milliseconds, and timer M with it: our T1 says nothing about the server's (17.1.1.2). */
static inline uint64_t timer_d(const struct core *c)
{
	return 64 * (uint64_t)c->site->t1 < 32000 ? 32000 : 64 * (uint64_t)c->site->t1;
}

/* Arms TIMER to fire in MS milliseconds. */
void core_after(struct core *c, struct timer *timer, uint64_t ms);

/* Frees T when nothing needs it any more: ended, not held, no branch open. Folds it when only retransmissions are left to absorb. */
void transaction_settle(struct transaction *t);

/* Frees T now. */
void transaction_free(struct transaction *t);

/* The transaction that was made for the INVITE with the Via BELOW ours in reply M, or NULL. */
struct transaction *transaction_find_answered(
	struct core *c, const struct message *m, const struct via *below);

/* ---- fold.c: what is kept of a transaction for its last half minute ---- */

/* Whether T only has retransmissions to absorb, and those of its branches to acknowledge. */
bool fold_fits(const struct transaction *t);

/* Puts something small in the place of T and its branches, and frees it. */
void fold(struct transaction *t);

/* Keeps of B, which has a 2xx that a reply route has worked on, what repeats that one. */
void fold_accepted(struct branch *b);

/* Whether the final reply M is a repetition of one to a branch that was folded: then it was answered, or passed on as the first one. */
bool fold_repeat(struct core *c, const struct message *m);

/* Frees all that is folded. */
void fold_end(struct core *c);

/* ---- server.c: the server transaction ---- */

/* Sends TEXT, the reply STATUS with To tag TAG, for T and moves T's machine. LOCAL: made here, not forwarded. */
void server_send(struct transaction *t, int status, struct slice text, struct slice tag, bool local);

/* Sends T's last reply again at WHEN, and so on until it is acknowledged (timer G). */
void server_repeat(struct transaction *t, uint64_t when);

/* A reply of the core's own accord. */
void server_reply(struct transaction *t, int status);

/* T's request waits for its reply for so long that it gets a 100, unless it has. */
void server_slow(struct transaction *t);

/* ---- client.c: the client transactions ---- */

/* B is one of its transaction's pending branches from now on. */
void client_add(struct branch *b);

/* Sends B, which was added and whose text, flow and datagram are set, and starts its machine. */
void client_start(struct branch *b);

/* B, in BRANCH_CALLING, has failed: STATUS is made here. Its target's next server may take over. */
void client_fail(struct branch *b, int status);

/* Sends a CANCEL for B, or as soon as a provisional reply allows it (9.1). Nothing when B has its final reply. */
void client_cancel(struct branch *b);

/* The key of a branch text in the tables; at most BRANCH_TEXT bytes. */
uint64_t client_key(struct core *c, struct slice text);

/* Takes B out of all tables and timers for good. */
void client_end(struct branch *b);

/* ---- relay.c ---- */

/* A branch to the next server of B's target (RFC 3263 4.3); false when there is none, or no use in it. */
bool relay_failover(struct branch *b);

/* ---- best.c: the response context (16.7) ---- */

/* A branch of T got its last final reply: the failure route, or the best reply, when none is pending. */
void best_decide(struct transaction *t);

#endif
