/* suggest: the known word that was probably meant.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_SUGGEST_H
#define SIPD_LANG_SUGGEST_H

#include "base/slice.h"

struct suggest {
	struct slice word; /* as it was written */
	struct slice best; /* len 0 when nothing is near */
	int distance;
};

/* Looks for WORD; then each candidate is tried; the nearest, the first of several, is `best`. At most two letters may be wrong,
 * missing, added or swapped with their neighbour, one in words of up to four letters; case counts little. */
struct suggest suggest(struct slice word);
void suggest_try(struct suggest *s, struct slice candidate);

#endif
