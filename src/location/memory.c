/* memory: a location store in the memory of one process.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A hash table from addresses of record to packed records. Expired bindings go when their AOR is changed, or when one of the two buckets
 * that each change looks through on its way holds them. */
#include "base/hash.h"
#include "base/log.h"
#include "location/backend.h"
#include <stdlib.h>
#include <sys/random.h>

struct entry {
	struct entry *next;
	uint64_t hash;
	size_t aor_len, record_len;
	int bindings;
	char data[]; /* aor, record */
};

struct memory {
	struct location location;
	struct hash_key key;
	uint64_t defer;
	struct entry **table;
	size_t size, count; /* size: a power of two */
	size_t sweep;       /* the next bucket to look through */
	uint64_t bindings;
};

static struct slice aor_of(const struct entry *e)
{
	return slice(e->data, e->aor_len);
}

static struct slice record_of(const struct entry *e)
{
	return slice(e->data + e->aor_len, e->record_len);
}

/* The place that points to AOR's entry, or where one would be. */
static struct entry **find(struct memory *m, struct slice aor, uint64_t hash)
{
	struct entry **at = &m->table[hash & (m->size - 1)];
	while (*at && ((*at)->hash != hash || !slice_equal(aor_of(*at), aor)))
		at = &(*at)->next;
	return at;
}

static void drop(struct memory *m, struct entry **at)
{
	struct entry *e = *at;
	*at = e->next;
	m->count--;
	m->bindings -= (uint64_t)e->bindings;
	free(e);
}

static void grow(struct memory *m)
{
	struct entry **old = m->table;
	size_t old_size = m->size;
	m->size = old_size ? 2 * old_size : 64;
	m->table = calloc(m->size, sizeof *m->table);
	if (!m->table)
		fatal("out of memory (location)");
	for (size_t i = 0; i < old_size; i++)
		for (struct entry *e = old[i], *next; e; e = next) {
			next = e->next;
			e->next = m->table[e->hash & (m->size - 1)];
			m->table[e->hash & (m->size - 1)] = e;
		}
	free(old);
}

/* Makes LIST the bindings of AOR. */
static void store(struct memory *m, struct slice aor, const struct binding *list, int n)
{
	uint64_t hash = hash_of(&m->key, aor);
	struct entry **at = find(m, aor, hash);
	if (*at)
		drop(m, at);
	if (!n)
		return;
	size_t size = bindings_size(list, n);
	struct entry *e = malloc(sizeof *e + aor.len + size);
	if (!e)
		fatal("out of memory (location)");
	*e = (struct entry){ .hash = hash, .aor_len = aor.len, .record_len = size, .bindings = n };
	memcpy(e->data, aor.at, aor.len);
	struct buffer b = buffer(e->data + aor.len, size);
	bindings_pack(list, n, &b);
	if (m->count >= m->size)
		grow(m);
	e->next = m->table[hash & (m->size - 1)];
	m->table[hash & (m->size - 1)] = e;
	m->count++;
	m->bindings += (uint64_t)n;
}

static void sweep(struct memory *m)
{
	uint64_t now = location_now(&m->location);
	struct entry **at = &m->table[m->sweep++ & (m->size - 1)];
	struct arena *arena = *at ? arena_new(0) : NULL;
	while (*at) {
		struct binding *list;
		int n, left = 0;
		if (bindings_unpack(record_of(*at), arena, &list, &n))
			for (int i = 0; i < n; i++)
				left += list[i].expires > now;
		if (left)
			at = &(*at)->next;
		else
			drop(m, at);
	}
	arena_free(arena);
}

static void fetch_now(struct memory *m, struct location_query *q)
{
	struct entry *e = *find(m, q->aor, hash_of(&m->key, q->aor));
	location_answer_query(&m->location, q, e ? arena_copy(q->arena, record_of(e)) : slice(NULL, 0));
}

static void commit_now(struct memory *m, struct location_change *c)
{
	struct location_query before = { .aor = c->aor, .arena = c->arena };
	fetch_now(m, &before);
	struct binding *list;
	int n;
	bool unchanged;
	switch (change_apply(&c->change, before.bindings, before.count, m->location.same, c->arena, &list, &n,
		&unchanged)) {
	case CHANGE_OUT_OF_ORDER:
		c->result = LOCATION_OUT_OF_ORDER;
		return;
	case CHANGE_TOO_MANY:
		c->result = LOCATION_TOO_MANY;
		return;
	case CHANGE_OK:
		break;
	}
	/* what is answered points into the old record and the change: both live as long as the change */
	store(m, c->aor, list, n);
	sweep(m);
	sweep(m);
	bindings_sort(list, n);
	c->bindings = list;
	c->count = n;
	c->result = LOCATION_OK;
}

static void fetch_later(struct timer *t, void *user)
{
	(void)t;
	struct location_query *q = user;
	struct memory *m = (struct memory *)q->wait.location;
	location_wait_end(&q->wait);
	fetch_now(m, q);
	q->done(q->user);
}

static void commit_later(struct timer *t, void *user)
{
	(void)t;
	struct location_change *c = user;
	struct memory *m = (struct memory *)c->wait.location;
	location_wait_end(&c->wait);
	commit_now(m, c);
	c->done(c->user);
}

/* Whether W's answer comes later, by FIRE. */
static bool defer(struct memory *m, struct location_wait *w, void (*fire)(struct timer *, void *), void *user)
{
	if (!m->defer)
		return false;
	location_wait_start(&m->location, w);
	w->timer = (struct timer){ .fire = fire, .user = user };
	timer_set(m->location.timers, &w->timer, m->location.world->now(m->location.world) + m->defer);
	return true;
}

static bool memory_fetch(struct location *l, struct location_query *q)
{
	struct memory *m = (struct memory *)l;
	if (defer(m, &q->wait, fetch_later, q))
		return false;
	fetch_now(m, q);
	return true;
}

static bool memory_commit(struct location *l, struct location_change *c)
{
	struct memory *m = (struct memory *)l;
	if (defer(m, &c->wait, commit_later, c))
		return false;
	commit_now(m, c);
	return true;
}

static void memory_count(struct location *l, struct location_counts *counts)
{
	const struct memory *m = (const struct memory *)l;
	counts->aors = m->count;
	counts->bindings = m->bindings;
	for (size_t i = 0; i < m->size; i++)
		for (const struct entry *e = m->table[i]; e; e = e->next)
			counts->bytes += sizeof *e + e->aor_len + e->record_len;
}

static int by_aor(const void *left, const void *right)
{
	struct slice a = aor_of(*(const struct entry *const *)left),
		     b = aor_of(*(const struct entry *const *)right);
	int order = memcmp(a.at, b.at, a.len < b.len ? a.len : b.len);
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

static bool behind(struct slice aor, struct slice after)
{
	int order = after.len ? memcmp(aor.at, after.at, aor.len < after.len ? aor.len : after.len) : 1;
	return order > 0 || (order == 0 && aor.len > after.len);
}

static int memory_walk(struct location *l, struct slice after, int limit, struct arena *arena,
	bool (*each)(void *user, struct slice aor, const struct binding *bindings, int count), void *user)
{
	struct memory *m = (struct memory *)l;
	struct entry **all = ARENA_ARRAY(arena, struct entry *, m->count + 1);
	size_t n = 0;
	for (size_t i = 0; i < m->size; i++)
		for (struct entry *e = m->table[i]; e; e = e->next)
			if (behind(aor_of(e), after))
				all[n++] = e;
	qsort(all, n, sizeof *all, by_aor);
	int seen = 0;
	for (size_t i = 0; i < n && seen < limit; i++) {
		struct location_query q = { .aor = arena_copy(arena, aor_of(all[i])), .arena = arena };
		fetch_now(m, &q);
		seen++;
		if (!each(user, q.aor, q.bindings, q.count))
			break;
	}
	return seen;
}

static void memory_close(struct location *l)
{
	struct memory *m = (struct memory *)l;
	for (size_t i = 0; i < m->size; i++)
		while (m->table[i])
			drop(m, &m->table[i]);
	free(m->table);
	free(m);
}

struct location *location_memory_new(
	struct world *w, uint64_t defer_ms, struct timers *timers, binding_same *same)
{
	static const struct location_backend backend = { .close = memory_close,
		.fetch = memory_fetch,
		.commit = memory_commit,
		.count = memory_count,
		.walk = memory_walk };
	struct memory *m = calloc(1, sizeof *m);
	if (!m)
		fatal("out of memory (location)");
	location_init(&m->location, &backend, w, timers, same);
	/* not the world's randomness: the order of buckets is of no consequence, a seeded world's sequence is */
	if (getrandom(&m->key, sizeof m->key, 0) != sizeof m->key)
		fatal("no randomness: getrandom failed");
	m->defer = defer_ms;
	grow(m);
	return &m->location;
}
