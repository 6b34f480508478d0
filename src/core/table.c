/* table: a chained hash table whose nodes live in what they find.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/table.h"

#include <stdlib.h>

#include "base/log.h"

enum { FIRST_SIZE = 256 };

static void put(struct table *t, struct table_node *n)
{
	struct table_node **bucket = &t->buckets[n->key & (t->size - 1)];
	n->next = *bucket;
	n->link = bucket;
	if (n->next)
		n->next->link = &n->next;
	*bucket = n;
}

static void grow(struct table *t)
{
	struct table_node **old = t->buckets;
	size_t old_size = t->size;

	t->size = old_size ? 2 * old_size : FIRST_SIZE;
	t->buckets = calloc(t->size, sizeof(struct table_node *));
	if (!t->buckets)
		fatal("out of memory (table of %zu)", t->size);
	for (size_t i = 0; i < old_size; i++) {
		struct table_node *n = old[i];
		while (n) {
			struct table_node *next = n->next;
			put(t, n);
			n = next;
		}
	}
	free(old);
}

void table_add(struct table *t, struct table_node *n, uint64_t key)
{
	if (t->count == t->size)
		grow(t);
	n->key = key;
	put(t, n);
	t->count++;
}

void table_remove(struct table *t, struct table_node *n)
{
	if (!n->link)
		return;
	*n->link = n->next;
	if (n->next)
		n->next->link = n->link;
	n->next = NULL;
	n->link = NULL;
	t->count--;
}

static struct table_node *with_key(struct table_node *n, uint64_t key)
{
	while (n && n->key != key)
		n = n->next;
	return n;
}

struct table_node *table_find(const struct table *t, uint64_t key)
{
	return t->size ? with_key(t->buckets[key & (t->size - 1)], key) : NULL;
}

struct table_node *table_find_next(const struct table_node *n)
{
	return with_key(n->next, n->key);
}

struct table_node *table_any(const struct table *t)
{
	for (size_t i = 0; t->count && i < t->size; i++)
		if (t->buckets[i])
			return t->buckets[i];
	return NULL;
}

void table_free(struct table *t)
{
	free(t->buckets);
	*t = (struct table){ 0 };
}
