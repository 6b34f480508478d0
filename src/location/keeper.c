/* keeper: the one process that writes the location store.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A round takes what the workers have queued, makes all of it in one transaction, and answers after the commit. When that transaction cannot
 * be made (no room, usually), each change of the round is tried in one of its own, so that only those that do not fit are refused.
 * What was taken from a ring and not answered when the keeper dies is sent again by its worker. */
#include "base/log.h"
#include "location/channel.h"
#include "location/recovery.h"
#include "location/store.h"
#include "location/syncer.h"
#include "location/wire.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	BATCH = 512,           /* changes in one transaction */
	BATCH_BYTES = 1 << 20, /* of their records */
	READERS_MS = 5000,     /* between looks for readers that died */
	LOOK_MS = 1000,        /* between looks whether the store is to be looked at */
	SWEEP_MS = 1000,       /* between sweeps when nothing more is due */
	SWEEP_AGAIN_MS = 20,
	CALM_MS = 10000,   /* without a refusal, before the store counts as good again */
	HELD = 8192,       /* answers that wait for replication */
	HELD_MS = 1000,    /* and for how long */
	SILENT_MS = 1000,  /* of the replicator: then nobody waits for it */
	SWEEP_BATCH = 200, /* addresses of record in one transaction */
};

struct job {
	int worker;
	uint64_t id;
	struct slice record; /* in `records` */
	struct location_change change;
	bool valid;
	uint64_t number; /* in the log of replication; 0 none */
	enum location_result result;
};

/* An answer that is given when the peers have the change, too. */
struct held {
	int worker;
	uint64_t id, number, deadline;
	enum location_result result;
};

struct keeper {
	const struct keeper_options *o;
	struct held held[HELD]; /* a ring */
	uint32_t held_first, held_count;
	struct store store;
	struct syncer syncer;
	struct arena *arena; /* of one round */
	struct channel_state *state;
	struct job jobs[BATCH];
	int count;
	char *records; /* BATCH_BYTES */
	size_t records_len;
	int next_worker; /* where the next round begins to take */
	bool dirty;      /* commits since the last sync */
	int error;       /* why the store refuses writes; 0 when it does not */
	uint64_t error_at;
	bool broken; /* the environment must be opened anew */
	uint64_t sync_at, readers_at, sweep_at, look_at;
	struct recovery recovery;
};

static uint64_t now_ms(const struct keeper *k)
{
	return k->o->world->now(k->o->world);
}

static uint64_t now_second(const struct keeper *k)
{
	return k->o->world->clock(k->o->world) / 1000;
}

/* ---- changes ---- */

/* The bindings in RECORD; none when it is damaged. */
static void unpack(struct keeper *k, struct slice aor, struct slice record, struct binding **list, int *n)
{
	*list = NULL;
	*n = 0;
	if (!record.len || bindings_unpack(record, k->arena, list, n))
		return;
	*n = 0;
	atomic_fetch_add(&k->state->damaged, 1);
	atomic_fetch_add(&k->state->suspected, 1);
	log_warn("location: the record of %.*s is damaged", SLICE_FMT(aor));
}

static enum channel_replication replication(const struct keeper *k)
{
	return (enum channel_replication)atomic_load_explicit(&k->state->replication, memory_order_relaxed);
}

/* Makes J's change of LIST in memory. */
static enum change_result compute(struct keeper *k, struct job *j, const struct binding *list, int n,
	struct binding **after, int *n_after, bool *unchanged)
{
	struct change *c = &j->change.change;
	if (c->merge) {
		bool changed;
		bindings_merge(now_second(k), list, n, c->bindings, c->count, k->o->settings->same, k->arena,
			after, n_after, &changed);
		*unchanged = !changed;
		return CHANGE_OK;
	}
	c->stamp = k->o->world->clock(k->o->world);
	c->keep_removed = replication(k) != REPLICATION_NONE;
	return change_apply(c, list, n, k->o->settings->same, k->arena, after, n_after, unchanged);
}

/* Makes J's change in TXN. Returns 0 (J->result says how it went) or LMDB's error. */
static int apply(struct keeper *k, MDB_txn *txn, struct job *j)
{
	struct slice record, aor = j->change.aor;
	struct binding *before, *after;
	int n_before, n_after;
	uint64_t sweep;
	bool unchanged;
	j->result = LOCATION_FAILED;
	if (!j->valid)
		return 0;
	int e = store_get(&k->store, txn, aor, &record, &sweep);
	if (e)
		return e;
	/* the map changes under a writer: texts that go into the new record must not lie in it */
	unpack(k, aor, record.len ? arena_copy(k->arena, record) : record, &before, &n_before);
	switch (compute(k, j, before, n_before, &after, &n_after, &unchanged)) {
	case CHANGE_OUT_OF_ORDER:
		j->result = LOCATION_OUT_OF_ORDER;
		return 0;
	case CHANGE_TOO_MANY:
		j->result = LOCATION_TOO_MANY;
		return 0;
	case CHANGE_OK:
		break;
	}
	if (!unchanged)
		e = store_put(&k->store, txn, aor, after, n_after, n_before, sweep);
	if (!e)
		j->result = LOCATION_OK;
	return e;
}

/* The store has refused a write with error E: said once, until it is another, or the store is good again. */
static void note_error(struct keeper *k, int e)
{
	uint64_t now = now_ms(k);
	if (e == MDB_PANIC || e == MDB_CORRUPTED || e == MDB_PAGE_NOTFOUND)
		k->broken = true;
	if (e != k->error) {
		if (store_is_full(e))
			log_error("location: the store is full (%s): registrations are refused",
				mdb_strerror(e));
		else
			log_error("location: the store cannot be written: %s", mdb_strerror(e));
	}
	k->error = e;
	k->error_at = now;
}

static void note_success(struct keeper *k)
{
	if (!k->error || now_ms(k) - k->error_at < CALM_MS)
		return;
	k->error = 0;
	log_notice("location: the store takes registrations again");
}

/* Jobs FROM ... TO in one transaction. Returns 0 or LMDB's error: then nothing of it was made. */
static int transact(struct keeper *k, int from, int to)
{
	MDB_txn *txn;
	bool wrote = false;
	int e = mdb_txn_begin(k->store.env, NULL, 0, &txn);
	if (e)
		return e;
	for (int i = from; i < to && !e; i++) {
		e = apply(k, txn, &k->jobs[i]);
		wrote = wrote || k->jobs[i].result == LOCATION_OK;
	}
	if (e || !wrote) {
		mdb_txn_abort(txn);
		return e;
	}
	e = mdb_txn_commit(txn);
	if (!e) {
		k->dirty = true;
		atomic_fetch_add(&k->state->commits, 1);
	}
	return e;
}

static bool only_removes(const struct change *c)
{
	for (int i = 0; i < c->count; i++)
		if (c->bindings[i].expires)
			return false;
	return true;
}

/* One job in a transaction of its own; a removal may use the reserve. */
static void transact_alone(struct keeper *k, int i)
{
	struct job *j = &k->jobs[i];
	int e = transact(k, i, i + 1);
	if (e == MDB_MAP_FULL && only_removes(&j->change.change)) {
		store_reserve(&k->store, true);
		e = transact(k, i, i + 1);
		store_reserve(&k->store, false);
	}
	if (!e)
		return;
	e = store_reason(k->o->settings->directory, e);
	note_error(k, e);
	j->result = store_is_full(e) ? LOCATION_FULL : LOCATION_FAILED;
	atomic_fetch_add(&k->state->refused, 1);
}

static void make_changes(struct keeper *k)
{
	if (transact(k, 0, k->count))
		for (int i = 0; i < k->count; i++)
			transact_alone(k, i);
	else
		note_success(k);
	atomic_fetch_add(&k->state->changes, (uint64_t)k->count);
}

/* Tells the replicator of J, whose change was made here. */
static void tell(struct keeper *k, struct job *j)
{
	struct channel_log head = { .number = atomic_load(&k->state->logged) + 1 };
	struct slice parts[] = { slice((const char *)&head, sizeof head), j->change.aor };
	if (!ring_put(k->o->channels->log, parts, 2))
		atomic_store(&k->state->log_lost, head.number);
	atomic_store(&k->state->logged, head.number);
	j->number = head.number;
}

static void tell_all(struct keeper *k)
{
	static const uint64_t one = 1;
	bool told = false;
	if (replication(k) == REPLICATION_NONE)
		return;
	for (int i = 0; i < k->count; i++) {
		struct job *j = &k->jobs[i];
		/* what did not change may be a retransmission of what the peers do not have yet */
		if (j->result != LOCATION_OK || j->change.change.merge)
			continue;
		tell(k, j);
		told = true;
	}
	if (told && write(k->o->channels->log_fd, &one, sizeof one) < 0 && errno != EAGAIN)
		log_error("location: cannot wake the replicator: %s", strerror(errno));
}

/* ---- rings ---- */

/* Takes what worker W has queued, as far as the round has room. */
static void take(struct keeper *k, int w)
{
	struct ring *r = k->o->channels->at[w].changes;
	struct slice record;
	while (k->count < BATCH && ring_peek(r, &record) && record.len <= BATCH_BYTES - k->records_len) {
		struct job *j = &k->jobs[k->count++];
		j->worker = w;
		j->id = 0;
		j->number = 0;
		/* copied: the worker that owns the ring may be out of its mind, and the checks must hold */
		memcpy(k->records + k->records_len, record.at, record.len);
		j->record = slice(k->records + k->records_len, record.len);
		k->records_len += record.len;
		j->valid = wire_unpack(j->record, k->arena, &j->change, &j->id);
		if (!j->valid)
			log_error("location: worker %d sent what is no change", w);
		ring_release(r);
	}
}

static void take_all(struct keeper *k)
{
	int workers = k->o->channels->count;
	k->count = 0;
	k->records_len = 0;
	arena_reset(k->arena);
	for (int i = 0; i < workers; i++)
		take(k, (k->next_worker + i) % workers);
	k->next_worker = (k->next_worker + 1) % workers;
}

static void wake(int fd)
{
	static const uint64_t one = 1;
	if (write(fd, &one, sizeof one) < 0 && errno != EAGAIN)
		log_error("location: cannot wake a worker: %s", strerror(errno));
}

/* A worker that does not read its answers gets none; its changes time out. */
static void answer(struct keeper *k, int worker, uint64_t id, enum location_result result, uint64_t *woken)
{
	struct wire_answer a = { .id = id, .result = result };
	struct slice record = slice((const char *)&a, sizeof a);
	ring_put(k->o->channels->at[worker].answers, &record, 1);
	*woken |= (uint64_t)1 << (worker & 63); /* more than 64 are woken in vain */
}

static bool is_waited_for(const struct keeper *k)
{
	return replication(k) == REPLICATION_WAIT &&
	       now_ms(k) - atomic_load(&k->state->replicator_at) < SILENT_MS;
}

static void hold(struct keeper *k, const struct job *j)
{
	struct held *h = &k->held[(k->held_first + k->held_count++) % HELD];
	*h = (struct held){ j->worker, j->id, j->number, now_ms(k) + HELD_MS, j->result };
}

/* Gives the answers that need wait no longer. */
static void release_held(struct keeper *k, uint64_t *woken)
{
	uint64_t replicated = atomic_load(&k->state->replicated), now = now_ms(k);
	bool wait = k->held_count && is_waited_for(k);
	while (k->held_count) {
		const struct held *h = &k->held[k->held_first];
		if (wait && h->number > replicated && now < h->deadline)
			return;
		answer(k, h->worker, h->id, h->result, woken);
		k->held_first = (k->held_first + 1) % HELD;
		k->held_count--;
	}
}

static void answer_all(struct keeper *k)
{
	uint64_t woken = 0;
	bool wait = is_waited_for(k);
	for (int i = 0; i < k->count; i++) {
		const struct job *j = &k->jobs[i];
		if (wait && j->number && k->held_count < HELD)
			hold(k, j);
		else
			answer(k, j->worker, j->id, j->result, &woken);
	}
	release_held(k, &woken);
	if (!woken)
		return;
	for (int w = 0; w < k->o->channels->count; w++)
		if (woken & (uint64_t)1 << (w & 63))
			wake(k->o->channels->at[w].worker_fd);
}

/* ---- upkeep ---- */

/* Takes the expired bindings of AOR out. Returns 0 or LMDB's error. */
static int sweep_one(struct keeper *k, MDB_txn *txn, struct slice aor, uint64_t due, uint64_t now)
{
	struct slice record;
	struct binding *list;
	int n, left = 0;
	uint64_t sweep;
	int e = store_get(&k->store, txn, aor, &record, &sweep);
	if (!e)
		e = store_forget_due(&k->store, txn, aor, due);
	if (e || sweep != due) /* an entry that belongs to nothing */
		return e;
	unpack(k, aor, record.len ? arena_copy(k->arena, record) : record, &list, &n);
	for (int i = 0; i < n; i++)
		if (list[i].expires > now)
			list[left++] = list[i];
	atomic_fetch_add(&k->state->swept, (uint64_t)(n - left));
	return store_put(&k->store, txn, aor, list, left, n, 0);
}

/* Sweeps up to SWEEP_BATCH addresses of record. Returns 0 or LMDB's error; *DONE is how many. */
static int sweep_batch(struct keeper *k, int *done)
{
	MDB_txn *txn;
	char text[LOCATION_AOR_MAX];
	struct slice aor;
	uint64_t due, now = now_second(k);
	*done = 0;
	/* look first without the write lock */
	int e = mdb_txn_begin(k->store.env, NULL, MDB_RDONLY, &txn);
	if (e)
		return e;
	e = store_due(&k->store, txn, now, text, &aor, &due);
	mdb_txn_abort(txn);
	if (e)
		return e == MDB_NOTFOUND ? 0 : e;
	e = mdb_txn_begin(k->store.env, NULL, 0, &txn);
	if (e)
		return e;
	while (*done < SWEEP_BATCH && !(e = store_due(&k->store, txn, now, text, &aor, &due))) {
		e = sweep_one(k, txn, aor, due, now);
		if (e)
			break;
		++*done;
	}
	if (e && e != MDB_NOTFOUND) {
		mdb_txn_abort(txn);
		return e;
	}
	k->dirty = true;
	return mdb_txn_commit(txn);
}

static void sweep(struct keeper *k)
{
	int done, e = sweep_batch(k, &done);
	if (e == MDB_MAP_FULL) {
		store_reserve(&k->store, true);
		e = sweep_batch(k, &done);
		store_reserve(&k->store, false);
	}
	if (e)
		note_error(k, store_reason(k->o->settings->directory, e));
	k->sweep_at = now_ms(k) + (!e && done == SWEEP_BATCH ? SWEEP_AGAIN_MS : SWEEP_MS);
}

/* Every `location_sync`; with 0 each commit is synced by LMDB itself. */
static void sync_store(struct keeper *k)
{
	int e = syncer_error(&k->syncer);
	if (e) {
		log_error("location: the store cannot be synced: %s", mdb_strerror(e));
		k->dirty = true;
	}
	if (k->dirty)
		syncer_ask(&k->syncer);
	k->dirty = false;
	k->sync_at = now_ms(k) + k->o->settings->sync;
}

static bool open_store(struct keeper *k)
{
	char error[LOCATION_ERROR];
	if (!store_open(&k->store, k->o->settings, true, error)) {
		log_error("%s", error);
		return false;
	}
	if (k->o->settings->sync && !syncer_start(&k->syncer, k->store.env)) {
		log_error("location: no thread for syncing");
		store_close(&k->store);
		return false;
	}
	return true;
}

static void close_store(struct keeper *k)
{
	syncer_end(&k->syncer);
	store_close(&k->store);
}

/* Puts another store in the place of a damaged one, and tells the workers. No store is open. */
static void replace_store(struct keeper *k)
{
	recovery_replace(k->o->settings);
	atomic_fetch_add(&k->state->store, 1);
}

/* After an error that LMDB does not get over by itself. */
static bool reopen(struct keeper *k)
{
	k->broken = false;
	close_store(k);
	if (recovery_is_damaged(k->o->settings))
		replace_store(k);
	return open_store(k);
}

static void upkeep(struct keeper *k)
{
	uint64_t now = now_ms(k);
	if (k->o->settings->sync && now >= k->sync_at)
		sync_store(k);
	if (now >= k->sweep_at)
		sweep(k);
	if (now >= k->readers_at) {
		int dead;
		mdb_reader_check(k->store.env, &dead);
		k->readers_at = now + READERS_MS;
	}
	if (now >= k->look_at) {
		/* what was found is looked at again by reopen(): nobody writes then */
		k->broken |= recovery_tick(&k->recovery, k->o->settings, now, atomic_load(&k->state->commits),
			atomic_load(&k->state->suspected));
		k->look_at = now + LOOK_MS;
	}
}

/* ---- the loop ---- */

static int milliseconds_left(const struct keeper *k)
{
	uint64_t next = k->sweep_at < k->readers_at ? k->sweep_at : k->readers_at, now = now_ms(k);
	if (k->dirty && k->o->settings->sync && k->sync_at < next)
		next = k->sync_at;
	if (k->held_count && k->held[k->held_first].deadline < next)
		next = k->held[k->held_first].deadline;
	return next <= now ? 0 : next - now > 1000 ? 1000 : (int)(next - now);
}

static void set_asleep(struct keeper *k, uint32_t asleep)
{
	for (int w = 0; w < k->o->channels->count; w++)
		atomic_store(&k->o->channels->at[w].changes->asleep, asleep);
}

static bool all_empty(struct keeper *k)
{
	for (int w = 0; w < k->o->channels->count; w++)
		if (!ring_empty(k->o->channels->at[w].changes))
			return false;
	return true;
}

/* Waits for changes, for upkeep, or for the end: true. */
static bool wait(struct keeper *k, bool idle)
{
	struct pollfd fds[] = { { .fd = k->o->stop_fd, .events = POLLIN },
		{ .fd = k->o->channels->at[0].keeper_fd, .events = POLLIN } };
	uint64_t count;
	set_asleep(k, 1);
	poll(fds, 2, idle && all_empty(k) ? milliseconds_left(k) : 0);
	set_asleep(k, 0);
	if (fds[1].revents & POLLIN && read(fds[1].fd, &count, sizeof count) < 0 && errno != EAGAIN)
		log_error("location: eventfd: %s", strerror(errno));
	return fds[0].revents != 0;
}

static void round_of_changes(struct keeper *k)
{
	take_all(k);
	if (k->count) {
		make_changes(k);
		tell_all(k);
	}
	if (k->count || k->held_count)
		answer_all(k);
}

static void say_hello(struct keeper *k)
{
	atomic_fetch_add(&k->state->generation, 1);
	for (int w = 0; w < k->o->channels->count; w++)
		wake(k->o->channels->at[w].worker_fd);
}

static int loop(struct keeper *k)
{
	int rounds = 0;
	for (bool stop = false; !stop;) {
		round_of_changes(k);
		atomic_fetch_add(&k->state->heartbeat, 1);
		if (k->broken && !reopen(k))
			return 3;
		upkeep(k);
		/* busy: look at the descriptors only now and then */
		if (k->count == 0 || ++rounds % 16 == 0)
			stop = wait(k, k->count == 0);
	}
	do
		round_of_changes(k);
	while (k->count);
	return 0;
}

/* The store is another server's: there is nothing to keep, but the end is waited for. */
static int keep_nothing(const struct keeper_options *o)
{
	struct pollfd stop = { .fd = o->stop_fd, .events = POLLIN };
	while (poll(&stop, 1, -1) <= 0)
		;
	return 0;
}

int location_keeper_run(const struct keeper_options *o)
{
	if (o->settings->redis)
		return keep_nothing(o);
	struct keeper *k = calloc(1, sizeof *k);
	if (!k || !(k->records = malloc(BATCH_BYTES)))
		fatal("out of memory (keeper)");
	k->o = o;
	k->state = o->channels->at[0].state;
	k->arena = arena_new(64 << 10);
	int status = 3;
	/* the keeper before us died: the store may have been why, and must not kill us, too */
	if (atomic_load(&k->state->generation) && recovery_is_damaged(o->settings))
		replace_store(k);
	if (open_store(k)) {
		k->look_at = k->sync_at = k->sweep_at = k->readers_at = now_ms(k);
		recovery_start(&k->recovery, o->settings, now_ms(k));
		say_hello(k);
		status = loop(k);
		int e = k->store.env ? mdb_env_sync(k->store.env, 1) : 0;
		if (e)
			log_error("location: the store cannot be synced: %s", mdb_strerror(e));
		recovery_end(&k->recovery, o->settings, status == 0 && !e);
		close_store(k);
	}
	arena_free(k->arena);
	free(k->records);
	free(k);
	return status;
}
