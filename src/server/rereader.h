/* rereader: notices that the file of subscribers has changed and reads it again, beside the messages.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A large file takes long to read, and messages must not wait for that: it is done by a thread, which touches nothing but what it makes. A file
 * that is wrong, or gone, changes nothing but the log. */
#ifndef SIPD_SERVER_REREADER_H
#define SIPD_SERVER_REREADER_H

#include "actions/subscribers.h"
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>

struct rereader {
	char path[PATH_MAX]; /* "" nothing to look at */
	struct subscribers_edition used, seen, refused;
	uint64_t due; /* of the next look; UINT64_MAX never */
	pthread_t thread;
	bool reading;
	_Atomic bool finished;
	struct subscribers *fresh;
	char error[PATH_MAX + 200];
};

/* Begins to look at the file PATH, of which USED (NULL: nothing) is in use, at NOW in milliseconds of a clock that never steps. A path that is ""
 * or too long is not looked at. */
void rereader_start(struct rereader *r, struct slice path, const struct subscribers *used, uint64_t now);

/* Looks, once R->due has come. The new subscribers, the caller's to free, when there are any; else NULL. */
struct subscribers *rereader_tick(struct rereader *r, uint64_t now);

/* Waits for its thread. */
void rereader_end(struct rereader *r);

#endif
