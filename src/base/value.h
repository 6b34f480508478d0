/* value: what a script computes with, at compile time and at run time.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Text belongs to the message's arena, to the program, or to the message itself; all of them outlive the run. */
#ifndef SIPD_BASE_VALUE_H
#define SIPD_BASE_VALUE_H

#include "base/address.h"
#include "base/slice.h"

enum value_type { VALUE_ABSENT, VALUE_INT, VALUE_BOOL, VALUE_STRING, VALUE_IP };

struct value {
	enum value_type type;
	union {
		int64_t number; /* VALUE_INT; VALUE_BOOL: 0 or 1; for routes, regexes, flags ...: their index */
		struct slice text; /* VALUE_STRING */
		struct address ip; /* VALUE_IP, port 0 */
	};
};

/* Which piece of a variable is meant: $name(key), $(name(key)[index]). */
struct variable_key {
	struct slice key; /* "" when the variable takes none */
	int32_t index;    /* 0 the first; -1 the last; INT32_MIN ([*]): all, joined by commas */
};

static inline struct value value_absent(void)
{
	return (struct value){ .type = VALUE_ABSENT };
}
static inline struct value value_int(int64_t n)
{
	return (struct value){ .type = VALUE_INT, .number = n };
}
static inline struct value value_bool(bool b)
{
	return (struct value){ .type = VALUE_BOOL, .number = b };
}
static inline struct value value_text(struct slice s)
{
	return (struct value){ .type = VALUE_STRING, .text = s };
}
static inline struct value value_ip(const struct address *a)
{
	struct value v = { .type = VALUE_IP, .ip = *a };
	v.ip.port = 0;
	return v;
}

#endif
