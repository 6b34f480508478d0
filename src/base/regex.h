/* regex: PCRE2 with a compiled form that is safe to run on hostile text.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Just-in-time compiled where the machine allows it. Matching is bounded in steps and memory; a match that would go beyond is
 * REGEX_LIMIT. A struct regex belongs to one process and is not used by two threads. */
#ifndef SIPD_BASE_REGEX_H
#define SIPD_BASE_REGEX_H

#include "base/slice.h"

struct regex;

enum { REGEX_ICASE = 1, REGEX_MULTILINE = 2, REGEX_DOTALL = 4, REGEX_EXTENDED = 8 };
enum { REGEX_NO_MATCH = 0, REGEX_LIMIT = -1 };
enum { REGEX_GROUPS = 10, REGEX_ERROR = 160 };

/* Compiles PATTERN. NULL on error: a sentence in ERROR (REGEX_ERROR bytes, or NULL) and the byte of PATTERN in *OFFSET (or NULL). */
struct regex *regex_compile(struct slice pattern, unsigned flags, char *error, size_t *offset);
void regex_free(struct regex *r);

/* Finds R in TEXT at or behind START. Returns the number of groups set in GROUPS[0..N) (0 is the whole match; a group that took no
 * part has a NULL `at`), at least 1; REGEX_NO_MATCH or REGEX_LIMIT. GROUPS may be NULL with N 0. */
int regex_find(const struct regex *r, struct slice text, size_t start, struct slice *groups, int n);

/* Reads the flag letters i, m, s, x (and g into *GLOBAL, when it is not NULL). False when there is another. */
bool regex_flags(struct slice letters, unsigned *flags, bool *global);

#endif
