/* value: what the machine computes with.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Text belongs to the message's arena, to the program, or to the message itself; all of them outlive the run. */
#ifndef SIPD_VM_VALUE_H
#define SIPD_VM_VALUE_H

#include "base/address.h"
#include "base/slice.h"

enum value_type { VALUE_ABSENT, VALUE_INT, VALUE_BOOL, VALUE_STRING, VALUE_IP };

struct value {
	enum value_type type;
	union {
		int64_t number;      /* VALUE_INT; VALUE_BOOL: 0 or 1; for routes, regexes, flags ...: their index */
		struct slice text;   /* VALUE_STRING */
		struct address ip;   /* VALUE_IP, port 0 */
	};
};

static inline struct value value_absent(void) { return (struct value){ .type = VALUE_ABSENT }; }
static inline struct value value_int(int64_t n) { return (struct value){ .type = VALUE_INT, .number = n }; }
static inline struct value value_bool(bool b) { return (struct value){ .type = VALUE_BOOL, .number = b }; }
static inline struct value value_text(struct slice s) { return (struct value){ .type = VALUE_STRING, .text = s }; }
static inline struct value value_ip(const struct address *a)
{
	struct value v = { .type = VALUE_IP, .ip = *a };
	v.ip.port = 0;
	return v;
}

#endif
