/* lmdb: the worker's end of the store: reads the map itself, sends changes to the keeper.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A change waits in the ring until a keeper takes it. A keeper that dies loses at most what it had taken and not answered; the next one says
 * so by its generation, and everything that waits here is sent again: doing a change twice is as doing it once (same Call-ID, same CSeq).
 * What has no answer after ANSWER_MS is failed, so that the caller gets one. */
#include "base/log.h"
#include "location/backend.h"
#include "location/channel.h"
#include "location/store.h"
#include "location/wire.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { ANSWER_MS = 5000, WAITING_MAX = 4000 /* their answers fit into the ring */, SCRATCH = 256 << 10 };

struct lmdb {
	struct location location;
	struct store store;
	MDB_txn *reader; /* reset between lookups */
	struct channel *channel;
	struct timer timer;  /* for the oldest that waits */
	uint64_t generation; /* of the keeper that has our changes */
	uint64_t number;     /* of the store that is open */
	const struct location_settings *settings;
	uint64_t next_id;
	bool unflushed; /* changes were sent since the keeper was woken */
	char *scratch;  /* SCRATCH bytes */
};

static struct location_change *change_of(struct location_wait *w)
{
	return (struct location_change *)((char *)w - offsetof(struct location_change, wait));
}

static void close_reader(struct lmdb *l)
{
	if (l->reader)
		mdb_txn_abort(l->reader);
	l->reader = NULL;
	store_close(&l->store);
}

static bool open_reader(struct lmdb *l, char *error)
{
	l->number = atomic_load(&l->channel->state->store);
	if (!store_open(&l->store, l->settings, false, error))
		return false;
	int e = mdb_txn_begin(l->store.env, NULL, MDB_RDONLY, &l->reader);
	if (e) {
		snprintf(error, LOCATION_ERROR, "location store %s: %s", l->settings->directory,
			mdb_strerror(e));
		l->reader = NULL;
		close_reader(l);
		return false;
	}
	mdb_txn_reset(l->reader);
	return true;
}

/* Begins to read: the store as it is now, and when it was replaced the new one. Returns 0 or LMDB's error. */
static int begin_reading(struct lmdb *l)
{
	char error[LOCATION_ERROR];
	if (atomic_load_explicit(&l->channel->state->store, memory_order_acquire) != l->number) {
		close_reader(l);
		if (!open_reader(l, error)) {
			log_error("%s", error);
			l->number--; /* to be tried again */
		}
	}
	return l->reader ? mdb_txn_renew(l->reader) : MDB_INVALID;
}

/* Has the keeper look at the store. */
static void suspect(struct lmdb *l)
{
	atomic_fetch_add(&l->channel->state->suspected, 1);
}

/* The record of AOR, copied into A. */
static int read_record(struct lmdb *l, struct slice aor, struct arena *a, struct slice *record)
{
	*record = slice(NULL, 0);
	int e = begin_reading(l);
	if (e)
		return e;
	struct slice there;
	e = store_get(&l->store, l->reader, aor, &there, NULL);
	if (!e && there.len)
		*record = arena_copy(a, there);
	mdb_txn_reset(l->reader);
	if (e)
		suspect(l);
	return e;
}

static bool lmdb_fetch(struct location *location, struct location_query *q)
{
	struct lmdb *l = (struct lmdb *)location;
	struct slice record = slice(NULL, 0);
	int e = q->aor.len && q->aor.len <= LOCATION_AOR_MAX ? read_record(l, q->aor, q->arena, &record) : 0;
	uint64_t damaged = location->damaged;
	location_answer_query(location, q, record);
	if (location->damaged != damaged)
		suspect(l);
	if (e) {
		log_error("location: lookup: %s", mdb_strerror(e));
		q->failed = true;
	}
	return true;
}

static void wake_keeper(struct lmdb *l)
{
	static const uint64_t one = 1;
	struct ring *r = l->channel->changes;
	if (!atomic_load(&r->asleep))
		return;
	/* one wake is enough: the keeper sets it again before it sleeps again */
	atomic_store(&r->asleep, 0);
	if (write(l->channel->keeper_fd, &one, sizeof one) < 0 && errno != EAGAIN)
		log_error("location: cannot wake the keeper: %s", strerror(errno));
}

static bool send_change(struct lmdb *l, const struct location_change *c, uint64_t id)
{
	struct buffer b = buffer(l->scratch, SCRATCH);
	wire_pack(c, id, &b);
	struct slice record = buffer_slice(&b);
	if (b.full || !ring_put(l->channel->changes, &record, 1))
		return false;
	if (l->location.gathers)
		l->unflushed = true;
	else
		wake_keeper(l);
	return true;
}

/* The oldest first: their deadlines are in that order. */
static void arm(struct lmdb *l)
{
	if (l->location.waiting_count)
		timer_set(l->location.timers, &l->timer, l->location.waiting.next->deadline);
}

static bool lmdb_commit(struct location *location, struct location_change *c)
{
	struct lmdb *l = (struct lmdb *)location;
	if (location->waiting_count >= WAITING_MAX || !send_change(l, c, l->next_id))
		return true;
	c->wait.id = l->next_id++;
	c->wait.deadline = location->world->now(location->world) + ANSWER_MS;
	location_wait_start(location, &c->wait);
	if (!timer_armed(&l->timer))
		arm(l);
	return false;
}

/* The answer of C has come. */
static void answer(struct lmdb *l, struct location_change *c, enum location_result result)
{
	location_wait_end(&c->wait);
	c->result = result;
	if (result == LOCATION_OK && !c->change.merge) {
		struct location_query q = { .aor = c->aor, .arena = c->arena };
		lmdb_fetch(&l->location, &q);
		c->bindings = q.bindings;
		c->count = q.count;
		if (q.failed)
			c->result = LOCATION_FAILED;
	}
	c->done(c->user);
}

static void late(struct timer *t, void *user)
{
	(void)t;
	struct lmdb *l = user;
	uint64_t now = l->location.world->now(l->location.world);
	while (l->location.waiting_count && l->location.waiting.next->deadline <= now) {
		log_error("location: no answer from the keeper");
		answer(l, change_of(l->location.waiting.next), LOCATION_FAILED);
	}
	arm(l);
}

static struct location_wait *waiting_with(struct lmdb *l, uint64_t id)
{
	/* answers come in the order of the changes: nearly always the first */
	for (struct location_wait *w = l->location.waiting.next; w != &l->location.waiting; w = w->next)
		if (w->id == id)
			return w;
	return NULL;
}

/* A new keeper: it is sent all that waits. What does not fit waits for its deadline. */
static void send_again(struct lmdb *l, uint64_t generation)
{
	l->generation = generation;
	for (struct location_wait *w = l->location.waiting.next; w != &l->location.waiting; w = w->next)
		if (!send_change(l, change_of(w), w->id))
			break;
}

static void lmdb_readable(struct location *location)
{
	struct lmdb *l = (struct lmdb *)location;
	struct slice record;
	uint64_t count;
	if (read(l->channel->worker_fd, &count, sizeof count) < 0 && errno != EAGAIN)
		log_error("location: eventfd: %s", strerror(errno));
	while (ring_peek(l->channel->answers, &record)) {
		struct wire_answer a = { 0 };
		if (record.len == sizeof a)
			memcpy(&a, record.at, sizeof a);
		ring_release(l->channel->answers);
		struct location_wait *w = waiting_with(l, a.id);
		if (w)
			answer(l, change_of(w), a.result <= LOCATION_FAILED ? a.result : LOCATION_FAILED);
	}
	uint64_t generation = atomic_load(&l->channel->state->generation);
	if (generation != l->generation)
		send_again(l, generation);
}

static void lmdb_flush(struct location *location)
{
	struct lmdb *l = (struct lmdb *)location;
	if (!l->unflushed)
		return;
	l->unflushed = false;
	wake_keeper(l);
}

static int lmdb_wake_fd(const struct location *l)
{
	return ((const struct lmdb *)l)->channel->worker_fd;
}

static void lmdb_count(struct location *location, struct location_counts *counts)
{
	struct lmdb *l = (struct lmdb *)location;
	if (begin_reading(l))
		return;
	store_count(&l->store, l->reader, counts);
	mdb_txn_reset(l->reader);
	counts->damaged += atomic_load(&l->channel->state->damaged);
}

static bool lmdb_record(
	struct location *location, struct slice aor, struct arena *arena, struct slice *record)
{
	return read_record((struct lmdb *)location, aor, arena, record) == 0;
}

static int lmdb_walk_records(
	struct location *location, struct slice after, int limit, location_each_record *each, void *user)
{
	struct lmdb *l = (struct lmdb *)location;
	MDB_cursor *cursor;
	int seen = 0;
	if (begin_reading(l))
		return 0;
	if (mdb_cursor_open(l->reader, l->store.contacts, &cursor) == 0) {
		MDB_val key = { .mv_size = after.len, .mv_data = (void *)(uintptr_t)after.at }, data;
		int e = mdb_cursor_get(cursor, &key, &data, after.len ? MDB_SET_RANGE : MDB_FIRST);
		if (!e && after.len && slice_equal(slice(key.mv_data, key.mv_size), after))
			e = mdb_cursor_get(cursor, &key, &data, MDB_NEXT);
		for (; !e && seen < limit; e = mdb_cursor_get(cursor, &key, &data, MDB_NEXT)) {
			struct slice record = slice(data.mv_data, data.mv_size);
			if (record.len >= sizeof(uint64_t)) /* the sweeper's second */
				record = slice(record.at + sizeof(uint64_t), record.len - sizeof(uint64_t));
			seen++;
			if (!each(user, slice(key.mv_data, key.mv_size), record))
				break;
		}
		mdb_cursor_close(cursor);
	}
	mdb_txn_reset(l->reader);
	return seen;
}

/* A walk that is shown bindings. */
struct walk {
	struct location *location;
	struct arena *arena;
	bool (*each)(void *user, struct slice aor, const struct binding *bindings, int count);
	void *user;
};

static bool show_bindings(void *user, struct slice aor, struct slice record)
{
	const struct walk *w = user;
	struct location_query q = { .aor = arena_copy(w->arena, aor), .arena = w->arena };
	location_answer_query(w->location, &q, arena_copy(w->arena, record));
	return w->each(w->user, q.aor, q.bindings, q.count);
}

static int lmdb_walk(struct location *location, struct slice after, int limit, struct arena *arena,
	bool (*each)(void *user, struct slice aor, const struct binding *bindings, int count), void *user)
{
	struct walk w = { location, arena, each, user };
	return lmdb_walk_records(location, after, limit, show_bindings, &w);
}

static void lmdb_close(struct location *location)
{
	struct lmdb *l = (struct lmdb *)location;
	timer_cancel(location->timers, &l->timer);
	close_reader(l);
	atomic_store(l->channel->opened, 0);
	free(l->scratch);
	free(l);
}

struct location *lmdb_open(const struct location_settings *s, struct channel *channel, struct world *w,
	struct timers *timers, char *error)
{
	static const struct location_backend backend = { .close = lmdb_close,
		.fetch = lmdb_fetch,
		.commit = lmdb_commit,
		.wake_fd = lmdb_wake_fd,
		.readable = lmdb_readable,
		.flush = lmdb_flush,
		.count = lmdb_count,
		.walk = lmdb_walk,
		.record = lmdb_record,
		.walk_records = lmdb_walk_records };
	struct lmdb *l = calloc(1, sizeof *l);
	if (!l || !(l->scratch = malloc(SCRATCH)))
		fatal("out of memory (location)");
	location_init(&l->location, &backend, w, timers, s->same);
	l->channel = channel;
	l->timer = (struct timer){ .fire = late, .user = l };
	l->generation = atomic_load(&channel->state->generation);
	/* answers to a worker that died must not be taken for ours */
	w->random(w, &l->next_id, sizeof l->next_id);
	l->settings = s;
	/* the one before us died: the store may have been why */
	if (atomic_exchange(channel->opened, 1))
		suspect(l);
	if (open_reader(l, error))
		return &l->location;
	suspect(l);
	lmdb_close(&l->location);
	return NULL;
}
