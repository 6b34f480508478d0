/* location: the way from the interface to a backend, and what backends share.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/backend.h"
#include "location/channel.h"
#include "location/redis.h"

void location_init(struct location *l, const struct location_backend *backend, struct world *w,
	struct timers *t, binding_same *same)
{
	l->backend = backend;
	l->world = w;
	l->timers = t;
	l->same = same;
	l->waiting.next = l->waiting.previous = &l->waiting;
}

void location_wait_start(struct location *l, struct location_wait *w)
{
	w->location = l;
	w->next = &l->waiting;
	w->previous = l->waiting.previous;
	w->previous->next = w->next->previous = w;
	l->waiting_count++;
}

void location_wait_end(struct location_wait *w)
{
	w->next->previous = w->previous;
	w->previous->next = w->next;
	timer_cancel(w->location->timers, &w->timer);
	w->location->waiting_count--;
	w->location = NULL;
}

uint64_t location_now(struct location *l)
{
	return l->world->clock(l->world) / 1000;
}

/* Takes those out of LIST[0..N) that have expired; returns how many are left. */
static int alive(struct binding *list, int n, uint64_t now)
{
	int left = 0;
	for (int i = 0; i < n; i++)
		if (list[i].expires > now && !list[i].removed)
			list[left++] = list[i];
	return left;
}

void location_answer_query(struct location *l, struct location_query *q, struct slice record)
{
	q->failed = false;
	q->bindings = NULL;
	q->count = 0;
	if (!record.len)
		return;
	if (!bindings_unpack(record, q->arena, &q->bindings, &q->count)) {
		q->count = 0;
		l->damaged++;
		return;
	}
	q->count = alive(q->bindings, q->count, location_now(l));
	bindings_sort(q->bindings, q->count);
}

struct location *location_open(const struct location_settings *s, struct channel *channel, struct world *w,
	struct timers *timers, char *error)
{
	if (s->redis)
		return redis_open(s, channel ? channel->state : NULL, w, timers, error);
	return lmdb_open(s, channel, w, timers, error);
}

/* W's owner no longer wants an answer. */
static void forget(struct location_wait *w)
{
	struct location *l = w->location;
	if (l->backend->forget)
		l->backend->forget(l, w);
	location_wait_end(w);
}

void location_close(struct location *l)
{
	if (!l)
		return;
	location_forget(l);
	l->backend->close(l);
}

void location_forget(struct location *l)
{
	while (l->waiting_count)
		forget(l->waiting.next);
}

bool location_fetch(struct location *l, struct location_query *q)
{
	q->wait = (struct location_wait){ 0 };
	return l->backend->fetch(l, q);
}

bool location_commit(struct location *l, struct location_change *c)
{
	c->wait = (struct location_wait){ 0 };
	c->bindings = NULL;
	c->count = 0;
	c->result = LOCATION_FAILED;
	if (!c->aor.len || c->aor.len > LOCATION_AOR_MAX ||
		c->change.count > (c->change.merge ? 2 : 1) * BINDINGS_MAX)
		return true;
	return l->backend->commit(l, c);
}

void location_cancel_query(struct location_query *q)
{
	if (q->wait.location)
		forget(&q->wait);
}

void location_cancel_change(struct location_change *c)
{
	if (c->wait.location)
		forget(&c->wait);
}

int location_wake_fd(const struct location *l)
{
	return l->backend->wake_fd ? l->backend->wake_fd(l) : -1;
}

void location_readable(struct location *l)
{
	if (l->backend->readable)
		l->backend->readable(l);
}

void location_gather(struct location *l)
{
	l->gathers = true;
}

void location_flush(struct location *l)
{
	if (l->backend->flush)
		l->backend->flush(l);
}

void location_count(struct location *l, struct location_counts *counts)
{
	*counts = (struct location_counts){ .damaged = l->damaged, .waiting = l->waiting_count };
	l->backend->count(l, counts);
}

int location_walk(struct location *l, struct slice after, int limit, struct arena *arena,
	bool (*each)(void *user, struct slice aor, const struct binding *bindings, int count), void *user)
{
	return l->backend->walk(l, after, limit, arena, each, user);
}

bool location_record(struct location *l, struct slice aor, struct arena *arena, struct slice *record)
{
	return l->backend->record && l->backend->record(l, aor, arena, record);
}

int location_walk_records(
	struct location *l, struct slice after, int limit, location_each_record *each, void *user)
{
	return l->backend->walk_records ? l->backend->walk_records(l, after, limit, each, user) : 0;
}

const char *location_result_name(enum location_result r)
{
	static const char *const names[] = { [LOCATION_OK] = "ok",
		[LOCATION_OUT_OF_ORDER] = "out of order",
		[LOCATION_TOO_MANY] = "too many contacts",
		[LOCATION_FULL] = "store full",
		[LOCATION_FAILED] = "store failed" };
	return (unsigned)r < sizeof names / sizeof *names ? names[r] : "?";
}
