/* recent: a table of the latest choices.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "farm/recent.h"

static uint32_t seconds(uint64_t now)
{
	return (uint32_t)(now / 1000) + 1;
}

int recent_find(const struct recent *r, uint64_t key, uint64_t now)
{
	const struct recent_entry *e = &r->at[key % (RECENT_SIZE / 2) * 2];
	for (int i = 0; i < 2; i++)
		if (e[i].when && e[i].key == key && seconds(now) - e[i].when <= RECENT_MS / 1000)
			return e[i].choice;
	return -1;
}

void recent_note(struct recent *r, uint64_t key, uint64_t now, int choice)
{
	struct recent_entry *e = &r->at[key % (RECENT_SIZE / 2) * 2];
	int place = e[0].key == key ? 0 : e[1].key == key ? 1 : e[1].when < e[0].when;
	e[place] = (struct recent_entry){ .key = key, .when = seconds(now), .choice = choice };
}
