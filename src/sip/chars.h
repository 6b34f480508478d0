/* chars: which characters the grammar of SIP allows where (RFC 3261 25.1).
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SIP_CHARS_H
#define SIPD_SIP_CHARS_H

#include "base/slice.h"

enum {
	CHAR_TOKEN = 1,    /* token */
	CHAR_USER = 2,     /* user, escapes apart */
	CHAR_PASSWORD = 4, /* password, escapes apart */
	CHAR_PARAM = 8,    /* uri-parameters with their ';' and '=', escapes apart */
	CHAR_HEADERS = 16, /* headers of a URI with '&' and '=', escapes apart */
	CHAR_HOST = 32,    /* hostname, IPv4address; '_' too */
	CHAR_UNRESERVED = 64,
	CHAR_RESERVED = 128,
	CHAR_LIST = 256,   /* what matters in a list: quotes, brackets, comma */
	CHAR_DIALED = 512, /* user, and '#' as phones send it when it was dialed */
};

extern const uint16_t chars[256];

/* Whether C is of one of the CLASSES. */
static inline bool char_is(char c, unsigned classes)
{
	return chars[(unsigned char)c] & classes;
}

static inline bool char_is_blank(char c)
{
	return c == ' ' || c == '\t';
}
static inline bool char_is_lws(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
static inline bool char_is_digit(char c)
{
	return c >= '0' && c <= '9';
}
static inline char char_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* The value of hexadecimal digit C, or -1. */
static inline int char_hex(char c)
{
	if (char_is_digit(c))
		return c - '0';
	c = char_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Whether S is nothing but characters of CLASSES (chars_are), or these and escapes of the form %XX (chars_are_escaped). */
bool chars_are(struct slice s, unsigned classes);
bool chars_are_escaped(struct slice s, unsigned classes);

/* How many bytes at the front of S are of CLASSES; are blanks, tabs, CR, LF. */
static inline size_t chars_span(struct slice s, unsigned classes)
{
	size_t n = 0;
	while (n < s.len && char_is(s.at[n], classes))
		n++;
	return n;
}
static inline size_t chars_span_lws(struct slice s)
{
	size_t n = 0;
	while (n < s.len && char_is_lws(s.at[n]))
		n++;
	return n;
}

/* S without its first N bytes. */
static inline struct slice chars_skip(struct slice s, size_t n)
{
	return n ? slice(s.at + n, s.len - n) : s;
}

/* The length of the quoted string that S begins with, quotes included; 0 when it has no end. S begins with '"'. */
size_t chars_quoted(struct slice s);

#endif
