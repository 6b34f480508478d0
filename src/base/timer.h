/* timer: a queue of deadlines for one process.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A timer lives in the object that it serves. The queue keeps pointers, so an armed timer must be cancelled before its
 * object ends. Times are milliseconds of the world's monotonic clock. Setting and cancelling are O(log n) or better. */
#ifndef SIPD_BASE_TIMER_H
#define SIPD_BASE_TIMER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct timer {
	uint64_t when;
	uint32_t place; /* 1 + the index in the queue's heap; 0 when not armed */
	uint32_t order; /* among equal deadlines, the one set first fires first */
	void (*fire)(struct timer *t, void *user);
	void *user;
};

struct timers {
	struct timer **heap;
	size_t count, size;
	uint32_t order;
};

#define TIMER_NEVER UINT64_MAX

/* Arms T to fire at WHEN; moves it when it is armed. `fire` and `user` must be set. */
void timer_set(struct timers *q, struct timer *t, uint64_t when);

/* Disarms T; nothing when it is not armed. */
void timer_cancel(struct timers *q, struct timer *t);

/* Whether T is armed. */
static inline bool timer_armed(const struct timer *t)
{
	return t->place != 0;
}

/* The earliest deadline, or TIMER_NEVER. */
uint64_t timer_next(const struct timers *q);

/* Fires, in order, every timer with a deadline of at most NOW. A firing timer is already disarmed and may be set again. */
void timer_run(struct timers *q, uint64_t now);

/* Frees the queue's own memory. */
void timers_free(struct timers *q);

#endif
