/* targets: where the request of a run is to go: its Request-URI, and further targets beside it.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_ACTIONS_TARGETS_H
#define SIPD_ACTIONS_TARGETS_H

#include "core/target.h"
#include "vm/run.h"

/* What the actions remember of a request between its routes, beside the language's own: context->more_state. */
struct routing {
	struct target first; /* of targets_set_first: its path, q and listener go with the Request-URI */
	uint32_t flags;      /* branch flags of the Request-URI as a target (setbflag) */
	bool consumed;       /* the Request-URI and $du were relayed, or appended, as: */
	struct slice consumed_uri, consumed_next_hop;
	struct target *later; /* t_load_contacts: those that t_next_contacts is to give, best first */
	int later_count;
	int listener;              /* force_send_socket; -1 not set */
	struct slice route_params; /* URI parameters of the Route that loose_route took off; "" none */
	int error_status;          /* of the last action that failed, with what its reply is to say; 0 none */
	struct slice error_reason, error_extra;
	bool nated; /* fix_nated_register: the contacts are where the request came from */
	struct destinations *destinations; /* of ds_select_dst (dispatcher.c), or NULL */
	struct credentials *credentials;   /* that were verified (auth.c), or NULL */
	bool stale;                        /* credentials were good but for the age of their nonce */
	uint32_t fr_timer, fr_inv_timer;   /* t_set_fr before there is a transaction; 0 not set */
};

/* The routing of the request of RUN; never NULL. */
struct routing *routing_get(struct run *run);

/* The flags of the branch that the route of RUN runs for, else those of the branch that the Request-URI will become. */
uint32_t *routing_flags(struct run *run);

/* Makes T the first target (lookup): its uri becomes the Request-URI and its next_hop $du. Path, listener, q and flags, and that next_hop,
 * hold as long as the Request-URI keeps the host and port. False, and nothing changed, when the uri does not parse. Texts are kept. */
bool targets_set_first(struct run *run, const struct target *t);

/* The Request-URI as a target, with $du and with what lookup found for it while it still names the same host. */
struct target targets_first(struct run *run);

/* Adds a copy of T to the further targets; its texts are kept. False when there would be more than max_branches in all. */
bool targets_add(struct run *run, const struct target *t);

/* Forgets the further targets. */
void targets_clear(struct run *run);

/* The targets of the next relay, in the run's arena: the Request-URI unless it is consumed already, then the further ones, each only once
 * (RFC 3261 16.5). With NEXT_HOP not "" all of them go there, and the Request-URI counts when there is no other. *COUNT may be 0. */
struct target *targets_collect(struct run *run, struct slice next_hop, int *count);

/* Takes those of the COUNT targets LIST out that a branch of the run's transaction went to already (RFC 3261 16.5: each only once, later too), and
 * says how many are left. */
int targets_untried(const struct run *run, struct target *list, int count);

/* They were relayed: the Request-URI counts again only when it or $du has changed, the further targets are forgotten. */
void targets_consumed(struct run *run);

/* Notes what sl_reply_error is to answer: STATUS, REASON ("" the standard one), EXTRA (whole lines). */
void targets_error(struct run *run, int status, struct slice reason, struct slice extra);

#endif
