/* suggest: the known word that was probably meant.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/suggest.h"

enum { LONGEST = 64, FAR = 1000 };

static int lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Damerau's distance of neighbours, without regard to case. */
static int distance(struct slice a, struct slice b)
{
	int rows[3][LONGEST + 1];
	int *before = rows[0], *last = rows[1], *now = rows[2];
	if (a.len > LONGEST || b.len > LONGEST)
		return FAR;
	for (size_t j = 0; j <= b.len; j++)
		last[j] = (int)j;
	for (size_t i = 1; i <= a.len; i++) {
		now[0] = (int)i;
		for (size_t j = 1; j <= b.len; j++) {
			int other = lower(a.at[i - 1]) != lower(b.at[j - 1]);
			now[j] = least(least(last[j] + 1, now[j - 1] + 1), last[j - 1] + other);
			if (i > 1 && j > 1 && lower(a.at[i - 1]) == lower(b.at[j - 2]) &&
				lower(a.at[i - 2]) == lower(b.at[j - 1]))
				now[j] = least(now[j], before[j - 2] + 1);
		}
		int *free_row = before;
		before = last;
		last = now;
		now = free_row;
	}
	return last[b.len];
}

struct suggest suggest(struct slice word)
{
	return (struct suggest){ .word = word, .best = { "", 0 }, .distance = FAR };
}

void suggest_try(struct suggest *s, struct slice candidate)
{
	int allowed = s->word.len <= 4 ? 1 : 2;
	if (slice_equal(s->word, candidate))
		return;
	int d = distance(s->word, candidate);
	if (d <= allowed && d < s->distance && (size_t)d < candidate.len) {
		s->distance = d;
		s->best = candidate;
	}
}
