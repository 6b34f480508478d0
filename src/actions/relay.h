/* relay: how actions get a transaction.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_ACTIONS_RELAY_H
#define SIPD_ACTIONS_RELAY_H

struct run;
struct transaction;

/* The transaction of the request of RUN, made when there is none, with the routes armed and the timers set so far. NULL for an ACK. */
struct transaction *relay_transaction(struct run *run);

#endif
