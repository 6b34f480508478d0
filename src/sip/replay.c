/* replay: the table of used nonce counts.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A use has a mark of 64 bits: when its nonce was made, and a keyed hash of nonce and count. It is in one of the places of the bucket that the
 * hash names. Whoever finds no such mark claims a place by one compare-and-swap, then looks again: of two who came at the same moment
 * both may be refused, never none. */
#include "sip/replay.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>

enum {
	PLACES = 7,
	TICK = 6, /* bits: the unit of time in a mark is 64 ms, so that 32 bits are 8 years */
};

static const uint64_t YEAR = UINT64_C(365) * 86400 * 1000;

struct place {
	_Atomic uint64_t mark; /* time in the upper half; 0 free */
	_Atomic uint64_t request;
};

struct bucket {
	_Atomic uint64_t horizon; /* nonces made before this are stale */
	uint64_t reserved;
	struct place place[PLACES];
};

struct replays {
	struct hash_key key;
	size_t size, mask; /* size: bytes of all */
	uint64_t
		base; /* times in marks count from here: long before the start, should the clock be set back */
	_Atomic uint64_t start; /* nonces made before this are stale */
	_Alignas(128) struct bucket bucket[];
};

struct replays *replays_new(const struct hash_key *key, size_t uses, uint64_t now)
{
	size_t buckets = 1;
	while (buckets * PLACES < uses)
		buckets *= 2;
	size_t size = sizeof(struct replays) + buckets * sizeof(struct bucket);
	struct replays *r =
		mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (r == MAP_FAILED)
		return NULL;
	r->key = *key;
	r->size = size;
	r->mask = buckets - 1;
	r->base = now > YEAR ? now - YEAR : 0;
	r->start = now;
	return r;
}

void replays_free(struct replays *r)
{
	if (r)
		munmap(r, r->size);
}

static uint64_t time_of(uint64_t mark)
{
	return mark >> 32;
}

/* The place of MARK in B, or NULL. */
static struct place *find(struct bucket *b, uint64_t mark, const struct place *but)
{
	for (int i = 0; i < PLACES; i++)
		if (&b->place[i] != but && atomic_load(&b->place[i].mark) == mark)
			return &b->place[i];
	return NULL;
}

/* A place that is free, or else the one with the oldest nonce. */
static struct place *oldest(struct bucket *b, uint64_t *mark)
{
	struct place *found = NULL;
	for (int i = 0; i < PLACES; i++) {
		uint64_t there = atomic_load(&b->place[i].mark);
		if (found && time_of(there) >= time_of(*mark))
			continue;
		found = &b->place[i];
		*mark = there;
	}
	return found;
}

static void raise_horizon(struct bucket *b, uint64_t to)
{
	uint64_t now = atomic_load(&b->horizon);
	while (now < to && !atomic_compare_exchange_weak(&b->horizon, &now, to))
		;
}

static enum replay claim(struct bucket *b, uint64_t mark, uint64_t request, uint64_t expired)
{
	for (int tries = 0; tries < 4 * PLACES; tries++) {
		uint64_t there;
		struct place *p = oldest(b, &there);
		if (there && time_of(there) >= expired) {
			if (time_of(there) >= time_of(mark))
				return REPLAY_USED; /* none here is as old as this one */
			/* before it goes: who does not find it must find the horizon */
			raise_horizon(b, time_of(there) + 1);
		}
		if (!atomic_compare_exchange_strong(&p->mark, &there, mark))
			continue;
		atomic_store(&p->request, request);
		return find(b, mark, p) ? REPLAY_USED : REPLAY_FIRST;
	}
	return REPLAY_USED;
}

/* A time in the unit of marks; 0 what is before the base. */
static uint64_t ticks(const struct replays *r, uint64_t time)
{
	return time > r->base ? (time - r->base) >> TICK & UINT32_MAX : 0;
}

enum replay replays_use(struct replays *r, const struct replay_use *u, uint64_t now, uint64_t lifetime)
{
	struct hash h;
	hash_start(&h, &r->key);
	hash_part(&h, u->nonce);
	hash_number(&h, u->count);
	uint64_t hash = hash_end(&h), made = ticks(r, u->made);
	uint64_t mark = made << 32 | (hash & UINT32_MAX);
	struct bucket *b = &r->bucket[hash >> 32 & r->mask];
	/* the clock was set back: nonces must not be stale until it has caught up */
	if (now < atomic_load(&r->start))
		atomic_store(&r->start, now);
	struct place *p = find(b, mark, NULL);
	if (p)
		return atomic_load(&p->request) == u->request ? REPLAY_AGAIN : REPLAY_USED;
	/* behind the search: see claim() */
	if (u->made < atomic_load(&r->start) || made < atomic_load(&b->horizon))
		return REPLAY_USED;
	return claim(b, mark, u->request, ticks(r, now > lifetime ? now - lifetime : 0));
}
