/* hash: SipHash-2-4 (Aumasson and Bernstein, 2012), whole and in pieces.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/hash.h"
#include <endian.h>

static inline uint64_t rotate(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

static inline void sip_round(struct hash *h)
{
	h->v0 += h->v1;
	h->v2 += h->v3;
	h->v1 = rotate(h->v1, 13) ^ h->v0;
	h->v3 = rotate(h->v3, 16) ^ h->v2;
	h->v0 = rotate(h->v0, 32);
	h->v2 += h->v1;
	h->v0 += h->v3;
	h->v1 = rotate(h->v1, 17) ^ h->v2;
	h->v3 = rotate(h->v3, 21) ^ h->v0;
	h->v2 = rotate(h->v2, 32);
}

static inline void add_word(struct hash *h, uint64_t word)
{
	h->v3 ^= word;
	sip_round(h);
	sip_round(h);
	h->v0 ^= word;
}

/* Eight bytes, the first one lowest. */
static inline uint64_t word_at(const char *at)
{
	uint64_t word;
	memcpy(&word, at, sizeof word);
	return le64toh(word);
}

void hash_start(struct hash *h, const struct hash_key *key)
{
	h->v0 = key->k0 ^ 0x736f6d6570736575;
	h->v1 = key->k1 ^ 0x646f72616e646f6d;
	h->v2 = key->k0 ^ 0x6c7967656e657261;
	h->v3 = key->k1 ^ 0x7465646279746573;
	h->tail = 0;
	h->len = 0;
}

/* `tail` holds the bytes, len mod 8 of them, that do not make a word yet; WORD with BYTES more (1 to 8) comes behind them. */
static inline void add_bytes(struct hash *h, uint64_t word, unsigned bytes)
{
	unsigned have = h->len & 7;

	h->tail |= word << (8 * have);
	h->len += bytes;
	if (have + bytes < 8)
		return;
	add_word(h, h->tail);
	h->tail = have ? word >> (64 - 8 * have) : 0;
}

void hash_add(struct hash *h, struct slice s)
{
	size_t i = 0;

	for (; s.len - i >= 8; i += 8)
		add_bytes(h, word_at(s.at + i), 8);
	if (i < s.len) {
		char last[8] = { 0 };
		memcpy(last, s.at + i, s.len - i);
		add_bytes(h, word_at(last), (unsigned)(s.len - i));
	}
}

void hash_part(struct hash *h, struct slice s)
{
	hash_number(h, s.len);
	hash_add(h, s);
}

void hash_number(struct hash *h, uint64_t n)
{
	uint64_t bytes = htole64(n);
	hash_add(h, slice((const char *)&bytes, sizeof bytes));
}

uint64_t hash_end(struct hash *h)
{
	add_word(h, h->tail | (uint64_t)h->len << 56);
	h->v2 ^= 0xff;
	for (int i = 0; i < 4; i++)
		sip_round(h);
	return h->v0 ^ h->v1 ^ h->v2 ^ h->v3;
}

uint64_t hash_of(const struct hash_key *key, struct slice s)
{
	struct hash h;
	hash_start(&h, key);
	hash_add(&h, s);
	return hash_end(&h);
}
