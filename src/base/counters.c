/* counters: their names.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/counters.h"

static const char *const names[COUNTERS] = {
#define COUNTER(name, doc) #name,
#include "base/counters.def"
#undef COUNTER
};

static const char *const docs[COUNTERS] = {
#define COUNTER(name, doc) doc,
#include "base/counters.def"
#undef COUNTER
};

const char *counter_name(enum counter c)
{
	return names[c];
}

const char *counter_doc(enum counter c)
{
	return docs[c];
}
