/* set: orders of destinations.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "farm/set.h"
#include <math.h>

static bool usable(const struct set_member *m, const struct health_table *t)
{
	enum health_state s = m->slot < 0 ? HEALTH_UP : health_now(t, m->slot);
	return (s == HEALTH_UP || s == HEALTH_SUSPECT) &&
	       !(m->max_load && m->slot >= 0 && health_load(t, m->slot) >= m->max_load);
}

/* A number in (0, 1) that depends on SEED and member M alone. */
static double draw(const struct set_member *m, uint64_t seed)
{
	const struct hash_key key = { seed, 0x736970642d736574 };
	return ((double)(hash_of(&key, m->uri) >> 11) + 0.5) / 9007199254740992.0;
}

/* What M costs in order R: the least is first. */
static double cost(const struct set_member *m, const struct set_request *r, const struct health_table *t)
{
	uint32_t weight = m->weight ? m->weight : 1;
	switch (r->order) {
	case SET_PRIORITY:
	case SET_ROUND_ROBIN:
		return 0;
	case SET_LOAD: /* in proportion to the weight */
		return m->slot < 0 ? 0 : (double)health_load(t, m->slot) / weight;
	case SET_LATENCY:
		return m->slot < 0 ? 0 : (double)atomic_load(&t->slot[m->slot].latency);
	case SET_RANDOM:
		return draw(m, r->seed);
	default: /* the least of exponential draws falls to each in proportion to its weight */
		return -log(draw(m, r->seed)) / weight;
	}
}

int set_choose(const struct set *s, const struct set_request *r, const struct health_table *t, int *out)
{
	double costs[SET_MEMBERS];
	int n = 0, start = 0;
	if (r->order == SET_ROUND_ROBIN && s->count)
		start = (int)(atomic_fetch_add_explicit(s->turn, 1, memory_order_relaxed) %
			      (uint32_t)s->count);
	for (int i = 0; i < s->count; i++) {
		int m = (start + i) % s->count;
		if (!usable(&s->members[m], t))
			continue;
		double c = cost(&s->members[m], r, t);
		int at = n++;
		for (; at > 0 && costs[at - 1] > c; at--) {
			costs[at] = costs[at - 1];
			out[at] = out[at - 1];
		}
		costs[at] = c;
		out[at] = m;
	}
	return n;
}

int set_find(const struct set *s, const struct address *address, bool port)
{
	for (int i = 0; i < s->count; i++) {
		const struct address *a = &s->members[i].address;
		if (port ? address_equal(a, address) : address_same_host(a, address))
			return i;
	}
	return -1;
}
