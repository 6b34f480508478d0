/* poison: a small table of hashes that the parent writes and the workers read.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/poison.h"

enum { DEATHS = 2, MEMORY_MS = 600000 };

/* Shows the workers what is refused. A reader that comes in between may miss one: it is not the last to try. */
static void publish(const struct poison *p, struct shared *s)
{
	uint32_t count = 0;
	for (int i = 0; i < POISONS; i++)
		if (p->entry[i].since && p->entry[i].deaths >= DEATHS)
			atomic_store(&s->poison.hash[count++], p->entry[i].hash);
	atomic_store(&s->poison.count, count);
}

bool poison_death(struct poison *p, struct shared *s, struct slice datagram, uint64_t now)
{
	uint64_t hash = hash_of(&s->key, datagram);
	int at = 0; /* its entry, else the oldest */
	for (int i = 0; i < POISONS; i++) {
		if (p->entry[i].since && p->entry[i].hash == hash) {
			at = i;
			break;
		}
		if (p->entry[i].since < p->entry[at].since)
			at = i;
	}
	if (p->entry[at].hash != hash || !p->entry[at].since)
		p->entry[at].deaths = 0;
	p->entry[at].hash = hash;
	p->entry[at].since = now ? now : 1;
	p->entry[at].deaths++;
	publish(p, s);
	return p->entry[at].deaths >= DEATHS;
}

void poison_expire(struct poison *p, struct shared *s, uint64_t now)
{
	bool any = false;
	for (int i = 0; i < POISONS; i++)
		if (p->entry[i].since && now - p->entry[i].since > MEMORY_MS) {
			p->entry[i].since = 0;
			any = true;
		}
	if (any)
		publish(p, s);
}

bool poison_refused(const struct shared *s, struct slice datagram)
{
	uint32_t count = atomic_load_explicit(&s->poison.count, memory_order_acquire);
	if (count == 0)
		return false;
	uint64_t hash = hash_of(&s->key, datagram);
	for (uint32_t i = 0; i < count && i < POISONS; i++)
		if (atomic_load_explicit(&s->poison.hash[i], memory_order_relaxed) == hash)
			return true;
	return false;
}
