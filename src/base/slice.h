/* slice: a piece of text that somebody else owns.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A slice never outlives the arena or the buffer that it points into. `at` may be NULL only when `len` is 0. */
#ifndef SIPD_BASE_SLICE_H
#define SIPD_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
	const char *at;
	size_t len;
};

#define SLICE(literal) ((struct slice){ "" literal, sizeof(literal) - 1 })
#define SLICE_FMT(s)   (int)(s).len, (s).len ? (s).at : ""

/* A slice over the LEN bytes at AT. */
static inline struct slice slice(const char *at, size_t len)
{
	return (struct slice){ at, len };
}

/* A slice over the C string S without its NUL; the empty slice when S is NULL. */
static inline struct slice slice_of(const char *s)
{
	return (struct slice){ s, s ? strlen(s) : 0 };
}

/* Whether A and B are the same bytes. */
static inline bool slice_equal(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

/* Whether A and B are the same but for the case of ASCII letters. */
bool slice_equal_nocase(struct slice a, struct slice b);

/* Whether S begins with PREFIX (bytes; ASCII case ignored in the second). */
bool slice_starts(struct slice s, struct slice prefix);
bool slice_starts_nocase(struct slice s, struct slice prefix);

/* S without the blanks, tabs, CR and LF at both ends. */
struct slice slice_trim(struct slice s);

/* The index of the first byte C in S, or -1. */
ptrdiff_t slice_find(struct slice s, char c);

/* Reads S, all of it, as a decimal number of at most 18 digits into *N; false, and *N unchanged, when it is none. */
bool slice_number(struct slice s, uint64_t *n);

/* Cuts the next piece off *REST at SEPARATOR into *PIECE, neither trimmed; false when *REST is used up. An
 * empty piece behind the last separator is not counted. */
bool slice_cut(struct slice *rest, char separator, struct slice *piece);

#endif
