/* worker: the process that serves its share of the calls.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_WORKER_H
#define SIPD_SERVER_WORKER_H

#include "core/site.h"
#include "location/channel.h"
#include "server/shared.h"

struct program;
struct replays;
struct subscribers;

/* What the parent made before it forked. All of it outlives the worker. */
struct worker_options {
	int number; /* from 0 */
	struct shared *shared;
	const struct site *site;
	const struct program *program;
	struct subscribers *subscribers; /* NULL when there are none */
	struct replays *replays;         /* shared by all workers */
	const int *sockets;              /* its own, one per listener */
	const int *wake;                 /* eventfds of all workers */
	const struct location_settings *location;
	struct channel *channel; /* its own, to the keeper */
	int parent;              /* orders come here (server/order.h); closed when the parent is gone */
	int signals;             /* a signalfd that has SIGTERM */
};

/* Serves until SIGTERM or the parent's end: 0; or 3 when it could not start (logged). */
int worker_run(const struct worker_options *o);

#endif
