/* hash: SipHash-2-4, the one keyed hash of sipd (owners, branches, tags, tables).
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_BASE_HASH_H
#define SIPD_BASE_HASH_H

#include "base/slice.h"

struct hash_key {
	uint64_t k0, k1;
};

struct hash {
	uint64_t v0, v1, v2, v3, tail;
	size_t len;
};

/* SipHash-2-4 of S under KEY. */
uint64_t hash_of(const struct hash_key *key, struct slice s);

/* The same piece by piece. hash_part adds S and its length, so that two parts never read as other two. */
void hash_start(struct hash *h, const struct hash_key *key);
void hash_add(struct hash *h, struct slice s);
void hash_part(struct hash *h, struct slice s);
void hash_number(struct hash *h, uint64_t n);
uint64_t hash_end(struct hash *h);

#endif
