/* slice: comparing, searching and cutting text that somebody else owns.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/slice.h"

/* The locale has no say in SIP: only ASCII letters have case. */
static unsigned char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (unsigned char)(c | 0x20) : (unsigned char)c;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool slice_equal_nocase(struct slice a, struct slice b)
{
	return a.len == b.len && slice_starts_nocase(a, b);
}

bool slice_starts(struct slice s, struct slice prefix)
{
	return s.len >= prefix.len && slice_equal(slice(s.at, prefix.len), prefix);
}

bool slice_starts_nocase(struct slice s, struct slice prefix)
{
	if (s.len < prefix.len)
		return false;
	for (size_t i = 0; i < prefix.len; i++)
		if (s.at[i] != prefix.at[i] && lower(s.at[i]) != lower(prefix.at[i]))
			return false;
	return true;
}

struct slice slice_trim(struct slice s)
{
	while (s.len && is_blank(s.at[s.len - 1]))
		s.len--;
	while (s.len && is_blank(s.at[0])) {
		s.at++;
		s.len--;
	}
	return s;
}

ptrdiff_t slice_find(struct slice s, char c)
{
	const char *found = s.len ? memchr(s.at, c, s.len) : NULL;
	return found ? found - s.at : -1;
}

bool slice_number(struct slice s, uint64_t *n)
{
	if (s.len == 0 || s.len > 18)
		return false;
	uint64_t sum = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
		sum = sum * 10 + (uint64_t)(s.at[i] - '0');
	}
	*n = sum;
	return true;
}

bool slice_cut(struct slice *rest, char separator, struct slice *piece)
{
	if (rest->len == 0)
		return false;
	ptrdiff_t end = slice_find(*rest, separator);
	if (end < 0) {
		*piece = *rest;
		*rest = slice(NULL, 0);
		return true;
	}
	*piece = slice(rest->at, (size_t)end);
	*rest = slice(rest->at + end + 1, rest->len - (size_t)end - 1);
	return true;
}
