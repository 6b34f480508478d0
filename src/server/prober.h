/* prober: asks the servers of a fleet with OPTIONS whether they are well, and notes it in the shared health table.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Each server has a connected socket of its own: so the kernel says at once that nothing listens there, and answers of others are not
 * seen. It lives in one process (server/farmer.h), which says when it is time. */
#ifndef SIPD_SERVER_PROBER_H
#define SIPD_SERVER_PROBER_H

#include "core/site.h"
#include "farm/fleet.h"
#include <poll.h>

struct world;
struct prober;

struct prober *prober_new(struct world *world, const struct site *site);
void prober_free(struct prober *p);

/* Probes the servers of FLEET (NULL: none) from now on; those that were probed before keep their state. FLEET must live until the next call. */
void prober_use(struct prober *p, const struct fleet *fleet);

/* Fills in POLL, with room for MOST, with what to wait for and returns their number. */
int prober_poll(const struct prober *p, struct pollfd *poll, int most);

/* Reads answers, notes those that did not come, sends what is due; to be called often enough: by prober_next, or when something polled is ready. */
void prober_run(struct prober *p);
uint64_t prober_next(const struct prober *p);

#endif
