/* rereader: a look at a file every second, and a thread that reads it.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/rereader.h"
#include "base/log.h"
#include <signal.h>
#include <stdio.h>

enum { LOOK_MS = 1000, WAIT_MS = 50 };

static bool same(const struct subscribers_edition *a, const struct subscribers_edition *b)
{
	return a->device == b->device && a->inode == b->inode && a->size == b->size &&
	       a->seconds == b->seconds && a->nanoseconds == b->nanoseconds;
}

static void *read_file(void *user)
{
	struct rereader *r = user;
	r->fresh = subscribers_read(r->path, r->error, sizeof r->error);
	atomic_store(&r->finished, true);
	return NULL;
}

static void start_reading(struct rereader *r)
{
	sigset_t all, old;
	r->fresh = NULL;
	atomic_store(&r->finished, false);
	/* signals are the worker's */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	r->reading = pthread_create(&r->thread, NULL, read_file, r) == 0;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
}

static struct subscribers *finish_reading(struct rereader *r)
{
	pthread_join(r->thread, NULL);
	r->reading = false;
	if (!r->fresh) {
		log_error("%s; the former subscribers stay", r->error);
		r->refused = r->seen;
		return NULL;
	}
	r->used = subscribers_edition(r->fresh);
	return r->fresh;
}

void rereader_start(struct rereader *r, struct slice path, const struct subscribers *used, uint64_t now)
{
	*r = (struct rereader){ .due = UINT64_MAX };
	if (!path.len || path.len >= sizeof r->path)
		return;
	snprintf(r->path, sizeof r->path, "%.*s", SLICE_FMT(path));
	if (used)
		r->used = subscribers_edition(used);
	/* a worker that was started anew begins with what the parent knew: it need not wait to see whether the file is still being written */
	r->seen = subscribers_edition_at(r->path);
	r->due = now;
}

struct subscribers *rereader_tick(struct rereader *r, uint64_t now)
{
	if (now < r->due)
		return NULL;
	r->due = now + LOOK_MS;
	if (r->reading) {
		if (atomic_load(&r->finished))
			return finish_reading(r);
		r->due = now + WAIT_MS;
		return NULL;
	}
	struct subscribers_edition there = subscribers_edition_at(r->path);
	/* one that is still being written looks different the next time */
	if (!same(&there, &r->used) && !same(&there, &r->refused) && same(&there, &r->seen)) {
		start_reading(r);
		r->due = now + WAIT_MS;
	}
	r->seen = there;
	return NULL;
}

void rereader_end(struct rereader *r)
{
	if (!r->reading)
		return;
	subscribers_free(finish_reading(r));
}
