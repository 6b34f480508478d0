/* regex: PCRE2 with a compiled form that is safe to run on hostile text.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Just-in-time compiled where the machine allows it. Matching is bounded in steps and memory; a match that would go beyond is
 * REGEX_LIMIT. A struct regex belongs to one process and is not used by two threads. */
#ifndef SIPD_BASE_REGEX_H
#define SIPD_BASE_REGEX_H

#include "base/arena.h"

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

/* *OUT = TEXT, in ARENA, with the first match (ALL: every one) of R replaced by REPLACEMENT, in which \0 to \9 are the match and its groups,
 * \n \r \t what they are in C, and \ before another character that character. Returns the number of matches replaced (0: *OUT is TEXT)
 * or REGEX_LIMIT. */
int regex_subst(const struct regex *r, struct slice text, struct slice replacement, bool all,
	struct arena *arena, struct slice *out);

/* Takes "/pattern/replacement/flags" apart; the first character is the separator, which \ quotes. False when it is none. */
bool regex_split(
	struct slice s, struct slice *pattern, struct slice *replacement, unsigned *flags, bool *all);

/* Reads the flag letters i, m, s, x (and g into *GLOBAL, when it is not NULL). False when there is another. */
bool regex_flags(struct slice letters, unsigned *flags, bool *global);

#endif
