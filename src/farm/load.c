/* load: counting calls at destinations.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "farm/load.h"
#include <stdlib.h>

struct loads *load_new(struct health_table *table, int worker)
{
	struct loads *l = calloc(1, sizeof *l);
	if (!l)
		return NULL;
	l->table = table;
	l->worker = worker % HEALTH_WORKERS;
	for (int i = 0; i < HEALTH_SLOTS; i++)
		atomic_store(&table->slot[i].load[l->worker], 0);
	return l;
}

void load_free(struct loads *l)
{
	free(l);
}

static void add(struct loads *l, int slot, uint32_t n)
{
	if (slot >= 0 && slot < HEALTH_SLOTS)
		atomic_fetch_add_explicit(&l->table->slot[slot].load[l->worker], n, memory_order_relaxed);
}

static void clear(struct loads *l, struct load_entry *e)
{
	add(l, e->slot, (uint32_t)-1);
	e->when = 0;
}

/* The LOAD_WAYS places of KEY. */
static struct load_entry *places(struct loads *l, uint64_t key)
{
	return &l->at[key % (LOAD_SIZE / LOAD_WAYS) * LOAD_WAYS];
}

bool load_end(struct loads *l, uint64_t key)
{
	struct load_entry *e = places(l, key);
	for (int i = 0; i < LOAD_WAYS; i++)
		if (e[i].when && e[i].key == key) {
			clear(l, &e[i]);
			return true;
		}
	return false;
}

void load_begin(struct loads *l, uint64_t key, int slot, uint64_t now)
{
	struct load_entry *e = places(l, key);
	uint32_t second = (uint32_t)(now / 1000) + 1;
	int oldest = 0;
	(void)load_end(l, key);
	for (int i = 0; i < LOAD_WAYS; i++) {
		if (e[i].when && second - e[i].when > LOAD_SECONDS)
			clear(l, &e[i]);
		if (e[i].when < e[oldest].when)
			oldest = i;
	}
	if (e[oldest].when)
		clear(l, &e[oldest]);
	e[oldest] = (struct load_entry){ .key = key, .when = second, .slot = slot };
	add(l, slot, 1);
}
