/* table: a chained hash table whose nodes live in what they find.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_CORE_TABLE_H
#define SIPD_CORE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct table_node {
	struct table_node *next, **link; /* link: what points here; NULL while it is in no table */
	uint64_t key;                    /* a keyed hash: nobody outside can choose it */
};

struct table {
	struct table_node **buckets;
	size_t count, size; /* nodes; buckets, a power of two */
};

/* Puts N, which is in no table, under KEY. The table grows as needed. */
void table_add(struct table *t, struct table_node *n, uint64_t key);

/* Takes N out; nothing when it is in no table. */
void table_remove(struct table *t, struct table_node *n);

/* A node under KEY, and the next one behind it, in no order. NULL when there is none. */
struct table_node *table_find(const struct table *t, uint64_t key);
struct table_node *table_find_next(const struct table_node *n);

/* Any node of the table, or NULL: for emptying it. */
struct table_node *table_any(const struct table *t);

/* Frees the table's own memory; nodes are not touched. */
void table_free(struct table *t);

/* The TYPE that has N, not NULL, as its MEMBER. */
#define TABLE_OWNER(n, type, member) ((type *)((char *)(n)-offsetof(type, member)))

#endif
