/* counters: what every process counts, in memory that the others may read.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_BASE_COUNTERS_H
#define SIPD_BASE_COUNTERS_H

#include <stdint.h>

enum counter {
#define COUNTER(name, doc) COUNTER_##name,
#include "base/counters.def"
#undef COUNTER
	COUNTERS
};

/* One per process, written by that one only; others read it without a lock. */
struct counters {
	uint64_t n[COUNTERS];
};

/* The name and the doc string of counter C. */
const char *counter_name(enum counter c);
const char *counter_doc(enum counter c);

#endif
