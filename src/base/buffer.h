/* buffer: text being built in a place of fixed size.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Appending past the end sets `full` and changes nothing more; the builder tests `full` once, at its end. */
#ifndef SIPD_BASE_BUFFER_H
#define SIPD_BASE_BUFFER_H

#include "base/slice.h"

struct buffer {
	char *at;
	size_t len, size;
	bool full;
};

/* A buffer over the SIZE bytes at AT, which the caller owns. */
static inline struct buffer buffer(char *at, size_t size)
{
	return (struct buffer){ .at = at, .size = size };
}

/* Appends the bytes of S. */
static inline void buffer_add(struct buffer *b, struct slice s)
{
	if (s.len > b->size - b->len || b->full) {
		b->full = true;
		return;
	}
	if (s.len)
		memcpy(b->at + b->len, s.at, s.len);
	b->len += s.len;
}

#define buffer_lit(b, literal) buffer_add((b), SLICE(literal))

/* Appends one byte; a decimal number; N as lower-case hexadecimal of exactly DIGITS digits (at most 16);
 * printf's output, which needs one byte of room more than it has. */
void buffer_char(struct buffer *b, char c);
void buffer_number(struct buffer *b, uint64_t n);
void buffer_hex(struct buffer *b, uint64_t n, int digits);
void buffer_printf(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What was appended so far. */
static inline struct slice buffer_slice(const struct buffer *b)
{
	return slice(b->at, b->len);
}

#endif
