/* health: the state machine of a server's health, and the shared table.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "farm/health.h"

static bool become(struct health *h, enum health_state state, uint64_t now)
{
	if (h->state == state)
		return false;
	h->state = state;
	h->changed = now;
	return true;
}

bool health_step(struct health *h, const struct health_rules *rules, enum health_event event, uint64_t now)
{
	switch (event) {
	case HEALTH_ANSWERED:
		h->misses = 0;
		h->answers++;
		if (h->state != HEALTH_SUSPECT && h->answers < rules->rise)
			return false;
		return become(h, HEALTH_UP, now);
	case HEALTH_NOT_YET:
		h->misses = 0;
		h->answers = 0;
		return become(h, HEALTH_JOINING, now);
	case HEALTH_MISSED:
		h->answers = 0;
		h->misses++;
		if (h->misses >= rules->fall)
			return become(h, HEALTH_DOWN, now);
		return h->state == HEALTH_UP && become(h, HEALTH_SUSPECT, now);
	case HEALTH_REFUSED:
		h->answers = 0;
		h->misses = rules->fall;
		return become(h, HEALTH_DOWN, now);
	}
	return false;
}

void health_measured(struct health *h, uint32_t microseconds)
{
	h->latency = h->latency ? (uint32_t)(((uint64_t)h->latency * 7 + microseconds) / 8) : microseconds;
	if (!h->latency)
		h->latency = 1;
}

static const char *const names[HEALTH_STATES] = { "up", "suspect", "joining", "down" };

const char *health_name(enum health_state state)
{
	return names[state];
}

int health_parse(struct slice s)
{
	for (int i = 0; i < HEALTH_STATES; i++)
		if (slice_equal(s, slice_of(names[i])))
			return i;
	return -1;
}

/* ---- the table ---- */

int health_find(const struct health_table *t, const struct address *address)
{
	uint32_t count = atomic_load_explicit(&t->count, memory_order_acquire);
	for (uint32_t i = 0; i < count && i < HEALTH_SLOTS; i++)
		if (address_equal(&t->slot[i].address, address))
			return (int)i;
	return -1;
}

int health_slot(struct health_table *t, const struct address *address, enum health_state state)
{
	enum { PATIENCE = 1000000 };
	int found = health_find(t, address);
	if (found >= 0)
		return found;
	/* short: a holder that takes longer has died in it, and what it was writing is not visible yet */
	for (int i = 0; i < PATIENCE && atomic_exchange(&t->adding, 1); i++)
		;
	found = health_find(t, address);
	uint32_t count = atomic_load(&t->count);
	if (found < 0 && count < HEALTH_SLOTS) {
		t->slot[count].address = *address;
		atomic_store(&t->slot[count].state, (uint32_t)state);
		atomic_store_explicit(&t->count, count + 1, memory_order_release);
		found = (int)count;
	}
	atomic_store(&t->adding, 0);
	return found;
}

enum health_state health_now(const struct health_table *t, int i)
{
	const struct health_slot *s = &t->slot[i];
	enum health_state state = (enum health_state)atomic_load_explicit(&s->state, memory_order_relaxed);
	if (atomic_load_explicit(&s->mark, memory_order_relaxed) != HEALTH_UNMARKED)
		return HEALTH_DOWN;
	uint64_t refused = atomic_load_explicit(&s->refused, memory_order_relaxed);
	if (refused && refused >= atomic_load_explicit(&s->answered, memory_order_relaxed))
		return HEALTH_DOWN;
	return state;
}

void health_refused(struct health_table *t, const struct address *address, uint64_t now)
{
	int i = health_find(t, address);
	if (i >= 0)
		atomic_store_explicit(&t->slot[i].refused, now, memory_order_relaxed);
}

uint32_t health_load(const struct health_table *t, int i)
{
	uint32_t sum = 0;
	for (int w = 0; w < HEALTH_WORKERS; w++)
		sum += atomic_load_explicit(&t->slot[i].load[w], memory_order_relaxed);
	return sum;
}
