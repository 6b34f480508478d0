/* ring: records in a power of two of shared bytes, from one writer to one reader.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A record is its length in 8 bytes, then its bytes, padded to a multiple of 8; so positions are multiples of 8 and a length
 * always lies in one piece. A record that would run over the end of the data starts at its beginning, and a length of SKIP
 * stands where it would have been. Each side trusts of the other's words only what keeps it within the data. */
#include "base/ring.h"

enum { HEAD = 8 };
static const uint64_t SKIP = UINT64_MAX;

size_t ring_footprint(uint32_t size)
{
	return sizeof(struct ring) + size;
}

void ring_init(struct ring *r, uint32_t size)
{
	atomic_init(&r->tail, 0);
	atomic_init(&r->head, 0);
	atomic_init(&r->asleep, 0);
	r->size = size;
}

bool ring_put(struct ring *r, const struct slice *part, int n)
{
	uint64_t tail = atomic_load_explicit(&r->tail, memory_order_relaxed);
	uint64_t head = atomic_load_explicit(&r->head, memory_order_acquire);
	uint64_t used = tail - head, len = 0;
	for (int i = 0; i < n; i++)
		len += part[i].len;
	uint64_t need = HEAD + ((len + 7) & ~(uint64_t)7);
	uint64_t at = tail & (r->size - 1), end = r->size - at;
	uint64_t skip = need > end ? end : 0;
	if (len > r->size / 2 - HEAD || used > r->size || skip + need > r->size - used)
		return false;
	if (skip) {
		memcpy(r->data + at, &SKIP, sizeof SKIP);
		at = 0;
	}
	memcpy(r->data + at, &len, sizeof len);
	at += HEAD;
	for (int i = 0; i < n; i++) {
		if (part[i].len)
			memcpy(r->data + at, part[i].at, part[i].len);
		at += part[i].len;
	}
	/* sequentially consistent: the writer looks at `asleep` next, the reader sets it and then looks at `tail` */
	atomic_store(&r->tail, tail + skip + need);
	return true;
}

/* Finds the record at the head behind a SKIP; HEAD + length padded, 0 when there is none. */
static uint64_t first(struct ring *r, uint64_t *start, uint64_t *len)
{
	uint64_t tail = atomic_load_explicit(&r->tail, memory_order_acquire);
	uint64_t head = atomic_load_explicit(&r->head, memory_order_relaxed);
	if (head == tail)
		return 0;
	uint64_t at = head & (r->size - 1);
	memcpy(len, r->data + at, sizeof *len);
	if (*len == SKIP) {
		head += r->size - at;
		at = 0;
		memcpy(len, r->data, sizeof *len);
		atomic_store_explicit(&r->head, head, memory_order_release);
	}
	uint64_t there = tail - head;
	if (there > r->size || there < HEAD || *len > there - HEAD || *len > r->size - at - HEAD) {
		/* written by a process out of its mind: what is there is lost, what comes is read */
		atomic_store_explicit(&r->head, tail & ~(uint64_t)7, memory_order_release);
		return 0;
	}
	*start = at + HEAD;
	return HEAD + ((*len + 7) & ~(uint64_t)7);
}

bool ring_peek(struct ring *r, struct slice *record)
{
	uint64_t start, len;
	if (!first(r, &start, &len))
		return false;
	*record = slice(r->data + start, len);
	return true;
}

void ring_release(struct ring *r)
{
	uint64_t start, len, whole = first(r, &start, &len);
	uint64_t head = atomic_load_explicit(&r->head, memory_order_relaxed);
	atomic_store_explicit(&r->head, head + whole, memory_order_release);
}

bool ring_empty(struct ring *r)
{
	return atomic_load(&r->tail) == atomic_load_explicit(&r->head, memory_order_relaxed);
}
