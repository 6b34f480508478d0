/* shared: lays out the memory of all processes.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * struct shared, then the receive buffers of each worker, then the rings, row by row; pages that nobody writes cost nothing. */
#include "server/shared.h"
#include <sys/mman.h>

enum { PAGE = 4096 };

static size_t up(size_t size)
{
	return (size + PAGE - 1) & ~(size_t)(PAGE - 1);
}

static size_t buffers_at(void)
{
	return up(sizeof(struct shared));
}

static size_t rings_at(int workers)
{
	return buffers_at() + (size_t)workers * BATCH * DATAGRAM;
}

struct shared *shared_new(int workers, const struct hash_key *key)
{
	uint32_t ring_size = workers <= 8 ? 1 << 20 : 1 << 18;
	size_t rings = (size_t)workers * (size_t)(workers - 1);
	size_t size = rings_at(workers) + rings * up(ring_footprint(ring_size));
	void *at =
		mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (at == MAP_FAILED)
		return NULL;
	struct shared *s = at;
	s->size = size;
	s->workers = workers;
	s->key = *key;
	s->ring_size = ring_size;
	for (int from = 0; from < workers; from++)
		for (int to = 0; to < workers; to++)
			if (from != to)
				ring_init(shared_ring(s, from, to), ring_size);
	return s;
}

char *shared_buffers(struct shared *s, int worker)
{
	return (char *)s + buffers_at() + (size_t)worker * BATCH * DATAGRAM;
}

struct ring *shared_ring(struct shared *s, int from, int to)
{
	size_t number = (size_t)(from * (s->workers - 1) + (to < from ? to : to - 1));
	return (void *)((char *)s + rings_at(s->workers) + number * up(ring_footprint(s->ring_size)));
}

bool shared_last_words(struct shared *s, int worker, struct slice *datagram)
{
	struct worker_state *w = &s->worker[worker];
	uintptr_t at = atomic_load(&w->at), start = (uintptr_t)s + buffers_at(), end = (uintptr_t)s + s->size;
	size_t len = atomic_load(&w->len);
	atomic_store(&w->at, 0);
	/* the worker may have been out of its mind */
	if (at < start || at >= end || len == 0 || len > DATAGRAM || len > end - at)
		return false;
	*datagram = slice((const char *)at, len);
	return true;
}
