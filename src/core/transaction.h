/* transaction: RFC 3261 section 17 and 16.6 to 16.10 for one worker; knows nothing of the language.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A struct transaction is a server transaction together with the client transactions (branches) that its request was forwarded on. It
 * holds its request's message while there is something to do and lives in that message's arena; when only retransmissions remain to be
 * absorbed it is folded: a small copy takes its place. So a pointer to one is good while the run that got it holds the transaction or
 * the message. All are private to the worker that owns the call.
 * What the script has to say comes through struct core_hooks. */
#ifndef SIPD_CORE_TRANSACTION_H
#define SIPD_CORE_TRANSACTION_H

#include "base/counters.h"
#include "base/timer.h"
#include "base/world.h"
#include "core/site.h"
#include "core/table.h"
#include "core/target.h"
#include "sip/message.h"

struct core;

enum transaction_state {
	TRANSACTION_TRYING,     /* request received, nothing sent */
	TRANSACTION_PROCEEDING, /* a provisional reply was sent */
	TRANSACTION_COMPLETED,  /* a final reply was sent */
	TRANSACTION_CONFIRMED,  /* its ACK came (INVITE, non-2xx) */
	TRANSACTION_ACCEPTED,   /* 2xx to INVITE was sent (RFC 6026) */
};

enum branch_state {
	BRANCH_CALLING,    /* sent, no reply (Trying for a non-INVITE) */
	BRANCH_PROCEEDING, /* a provisional reply came */
	BRANCH_COMPLETED,  /* a final reply came (or one was made here: timeout, unreachable) */
	BRANCH_ACCEPTED,   /* 2xx to INVITE came: others of the same fork may follow (RFC 6026) */
	BRANCH_ENDED,
};

struct branch {
	struct transaction *transaction;
	int index; /* in its branch text */
	enum branch_state state;
	struct edition edition; /* the request as this branch carries it */
	struct target target;
	int server; /* which of the target's servers is in use */
	struct flow flow;
	struct slice sent; /* the datagram, for retransmission, ACK and CANCEL */
	char text[64];     /* the Via branch parameter */
	size_t text_len;
	int status;   /* of the last reply; 408, 503 ... when made here */
	bool replied; /* a reply really came (t_branch_replied), as opposed to a timeout */
	bool cancel_wanted, cancelled;
	struct message *best; /* its final non-2xx reply, NULL when made here */
	int on_reply; /* the script's reply route for this branch (t_on_reply in a branch route); -1 the transaction's */
	uint32_t flags;
	/* the machine's own */
	struct table_node by_text; /* among the branches that replies may come for */
	struct table_node by_peer; /* among those in BRANCH_CALLING */
	bool counted;              /* in transaction->pending */
	int breadth;               /* its Max-Breadth (RFC 5393 5.3) */
	bool replaced;             /* by a branch to the target's next server */
	struct target_query
		*query; /* the branch route named a place whose address is not known yet: nothing is sent */
	struct timer retransmit, timeout;
	uint32_t interval;
	struct slice forwarded;     /* its 2xx as it went up, when a reply route has worked on it */
	struct slice forwarded_tag; /* that one's To tag */
	struct slice cancel_sent;
	struct timer cancel_retransmit;
	uint32_t cancel_interval;
};

/* What requests and replies are matched by (RFC 3261 17.2.3). */
struct transaction_id {
	struct slice method, call_id, branch, host; /* branch and host: of the topmost Via as received */
	struct slice from_tag, to_tag, via, uri;    /* via and uri: only without a magic cookie (RFC 2543) */
	uint32_t cseq;
	uint16_t port;
	bool cookie;
};

struct transaction {
	struct core *core;
	struct message *request; /* NULL when nothing is left to do but to absorb retransmissions */
	struct arena *arena;     /* the request's */
	struct transaction_id id;
	struct flow flow; /* where replies go */
	bool invite;      /* the method is INVITE */
	enum transaction_state state;
	uint64_t loop; /* RFC 5393 hash of the request as received */
	struct branch **branches;
	int branch_count, branch_size;
	int pending;             /* branches without a final reply */
	struct branch *winner;   /* in the failure hook: the branch with the best reply so far */
	int status;              /* of the last reply sent; 0 none */
	struct slice last_reply; /* as sent, for retransmission */
	struct slice to_tag;     /* of replies made here */
	bool cancelled;          /* a CANCEL came */
	bool failing;            /* the failure hook runs or waits */
	bool relayed;
	void *user;                          /* the script's struct context; in the arena */
	int on_failure, on_reply, on_branch; /* routes armed for this transaction; -1 none */
	uint32_t fr_timer, fr_inv_timer;     /* t_set_fr; the site's at first */
	struct slice reply_extra;            /* append_to_reply: whole lines for replies made here, "" none */
	/* the machine's own */
	struct table_node by_request; /* for retransmissions, ACK and CANCEL (RFC 3261 17.2.3) */
	struct table_node by_call;    /* INVITE: for the ACK of a 2xx */
	struct timer retransmit, timeout;
	uint32_t interval;
	uint32_t reply_room;   /* bytes at last_reply.at */
	int failed;            /* branches that there were when the failure hook was called */
	int next_index;        /* of branches: failover servers have their own */
	int open;              /* branches that have not ended */
	struct slice sent_tag; /* To tag of last_reply */
	int holds;             /* runs that use it: it is not freed while > 0 */
	bool ended;            /* matches nothing any more; what one asks of it is refused */
	bool freed;            /* its memory is the message's, which others may still hold */
	bool folded;           /* it is the transaction of a struct folded */
};

/* What the core asks of the script. */
struct core_hooks {
	/* A branch is about to be sent: its edition, which is T->request->now meanwhile, may be changed, and so may where it goes. False: this
	 * branch is dropped. */
	bool (*branch)(void *user, struct transaction *t, struct branch *b);
	/* A reply R of branch B came and will be handled; R->now may be changed. False drops a provisional one; finals are kept. */
	bool (*reply)(void *user, struct transaction *t, struct branch *b, struct message *r);
	/* All branches have failed and T->winner is the best. Called only when T->on_failure >= 0 (the hook disarms it by setting it to -1). The
	 * script may relay further targets or reply. When its run has ended, now or later, the engine calls transaction_failure_done. */
	void (*failure)(void *user, struct transaction *t);
};

/* A worker's core. All pointers must outlive it. core_free ends all transactions silently. */
struct core *core_new(struct world *w, const struct site *s, struct counters *c,
	const struct core_hooks *hooks, void *user);
void core_free(struct core *c);

/* The queue that all timers of this worker sit in (the engine and actions may use it too). */
struct timers *core_timers(struct core *c);

/* Transactions alive now; and those of them that have more to do than to absorb retransmissions. */
int core_transactions(const struct core *c);
int core_busy(const struct core *c);

/* What a request is, before the script sees it. */
enum core_match {
	CORE_NEW,      /* no transaction knows it: run the script */
	CORE_ABSORBED, /* a retransmission, or the ACK of a non-2xx reply: dealt with */
};
enum core_match core_request(struct core *c, struct message *m);

/* A reply: finds its branch, or forwards it statelessly when its MAC says it is ours and it may be (D2), or drops it. */
void core_reply(struct core *c, struct message *m);

/* The kernel said that datagrams to FLOW do not arrive (ICMP): its branches that wait for a first reply try their next server or fail with 503. */
void core_unreachable(struct core *c, const struct flow *flow);

/* A new server transaction for request M (not ACK), which it holds from now on. One that nobody holds, answers or relays is forgotten after 64*T1. */
struct transaction *transaction_new(struct core *c, struct message *m);

/* The transaction that the request M would be a retransmission of, or NULL. */
struct transaction *transaction_find(struct core *c, const struct message *m);

/* The transaction that CANCEL M belongs to (RFC 3261 9.2), or NULL. */
struct transaction *transaction_find_cancelled(struct core *c, const struct message *m);

/* The INVITE transaction (relayed, any state) of the same dialog-forming request that ACK M for a 2xx belongs to, or NULL: t_check_trans. */
struct transaction *transaction_find_acked(struct core *c, const struct message *m);

/* Keeps T alive while a run uses it, and lets go. */
void transaction_hold(struct transaction *t);
void transaction_release(struct transaction *t);

/* Sends a reply of our own. A final one when one was sent already is refused (false). EXTRA: whole lines or "", in front of them stand
 * T's reply_extra; Server is the caller's (what the core makes by itself has the site's server_header). A final reply cancels
 * branches that are still pending. A 408 to a non-INVITE is not sent, only remembered (RFC 4320 4.2). */
bool transaction_reply(struct transaction *t, int status, struct slice reason, struct slice extra);

/* CANCEL M came for transaction T: answers it 200. When T is an INVITE without a final reply: cancels its branches (16.10), or answers 487
 * itself when none is pending. */
void transaction_cancel(struct transaction *t, struct message *m);

/* Cancels the pending branches without a CANCEL from the caller. */
void transaction_cancel_branches(struct transaction *t);

enum relay_result {
	RELAY_OK,        /* at least one branch was sent */
	RELAY_NO_SERVER, /* 404: names that are not there or have no server for us */
	RELAY_NO_ANSWER, /* 504: no name server answered */
	RELAY_NO_TRANSPORT, /* 501: to be reached by another transport, or by an address family that no listener has */
	RELAY_SEND_FAILED,   /* all were refused */
	RELAY_BAD_URI,       /* 416: a scheme that cannot be routed */
	RELAY_TOO_MANY_HOPS, /* 483: Max-Forwards was 0 as received and the script let it pass */
	RELAY_LOOP,          /* 482: RFC 5393 */
	RELAY_BAD_EXTENSION, /* 420: Proxy-Require */
	RELAY_DROPPED,       /* the branch hook dropped all */
	RELAY_TOO_LATE,      /* a final reply was sent already, or a branch got a 6xx */
	RELAY_TOO_WIDE,      /* 440: more targets than Max-Breadth allows (RFC 5393) */
};

/* The status and reason that fit R (for sl_reply_error): 500 for those without one of their own. Extra lines, such as Unsupported, in *EXTRA. */
int relay_status(enum relay_result r, const struct message *m, struct arena *a, struct slice *reason,
	struct slice *extra);

/* Checks of 16.3 that need no target: Max-Forwards, Proxy-Require, scheme, loop. */
enum relay_result relay_check(struct core *c, struct message *m);

/* Forwards T's request to COUNT resolved targets in parallel (16.6): a branch each, from the request's edition m->now. Max-Forwards goes out one
 * less than the edition says, 70 when it has none: nobody else counts it down. Sends 100 Trying for an INVITE that has no reply yet. With a
 * CANCEL already received, or a 6xx, nothing is sent and RELAY_TOO_LATE returned. relay_check is the caller's. Targets beyond max_branches are left
 * out. Max-Breadth (RFC 5393 5.3; at most 60, which is what a request without it has) is shared among the branches that are pending; nothing is
 * sent when there is less of it than targets. */
enum relay_result relay(struct transaction *t, const struct target *targets, int count);

/* Forwards request M to the first server of TARGET without a transaction (16.11); ACK too. */
enum relay_result relay_stateless(struct core *c, struct message *m, const struct target *target);

/* The same as relay_stateless for a CANCEL whose INVITE was relayed by a process that has lost its memory since: it gets the branch that the INVITE's first
 * target got (D2), and the replies to it go to the caller. */
enum relay_result relay_orphan(struct core *c, struct message *m, const struct target *target);

/* The same as relay_stateless for a copy of M: replies to it are dropped when they come, the caller does not see them. */
enum relay_result relay_copy(struct core *c, struct message *m, const struct target *target);

/* Sends a stateless reply to request M; nothing to an ACK. EXTRA as for transaction_reply; with a BODY it holds its Content-Type. */
void reply_stateless(struct core *c, struct message *m, int status, struct slice reason, struct slice extra,
	struct slice body);

/* The script's failure route for T has ended: goes on waiting for new branches, or forwards the best reply (16.7 step 6). */
void transaction_failure_done(struct transaction *t);

#endif
