/* timer: deadlines in a binary heap whose members know their place.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/timer.h"
#include "base/log.h"
#include <stdlib.h>

/* The order numbers wrap; those that are armed at the same time never lie half the range apart. */
static bool earlier(const struct timer *a, const struct timer *b)
{
	return a->when != b->when ? a->when < b->when : (int32_t)(a->order - b->order) < 0;
}

static void put(struct timers *q, size_t i, struct timer *t)
{
	q->heap[i] = t;
	t->place = (uint32_t)i + 1;
}

/* Finds the place of T, which is to stand at I or above or below it. */
static void settle(struct timers *q, size_t i, struct timer *t)
{
	while (i > 0 && earlier(t, q->heap[(i - 1) / 2])) {
		put(q, i, q->heap[(i - 1) / 2]);
		i = (i - 1) / 2;
	}
	for (;;) {
		size_t child = 2 * i + 1;
		if (child + 1 < q->count && earlier(q->heap[child + 1], q->heap[child]))
			child++;
		if (child >= q->count || !earlier(q->heap[child], t))
			break;
		put(q, i, q->heap[child]);
		i = child;
	}
	put(q, i, t);
}

void timer_set(struct timers *q, struct timer *t, uint64_t when)
{
	t->when = when;
	t->order = q->order++;
	if (t->place) {
		settle(q, t->place - 1, t);
		return;
	}
	if (q->count == q->size) {
		q->size = q->size ? 2 * q->size : 64;
		q->heap = realloc(q->heap, q->size * sizeof *q->heap);
		if (!q->heap || q->size > UINT32_MAX)
			fatal("out of memory (%zu timers)", q->size);
	}
	settle(q, q->count++, t);
}

void timer_cancel(struct timers *q, struct timer *t)
{
	if (!t->place)
		return;
	size_t i = t->place - 1;
	t->place = 0;
	struct timer *last = q->heap[--q->count];
	if (last != t)
		settle(q, i, last);
}

uint64_t timer_next(const struct timers *q)
{
	return q->count ? q->heap[0]->when : TIMER_NEVER;
}

void timer_run(struct timers *q, uint64_t now)
{
	while (q->count && q->heap[0]->when <= now) {
		struct timer *t = q->heap[0];
		timer_cancel(q, t);
		t->fire(t, t->user);
	}
}

void timers_free(struct timers *q)
{
	free(q->heap);
	*q = (struct timers){ 0 };
}
