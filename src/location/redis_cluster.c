/* redis_cluster: slots of keys, and the redirections MOVED and ASK.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/redis_cluster.h"

struct redis_link *redis_cluster_add(struct redis_cluster *c, const struct redis_host *host)
{
	struct redis_link *l = c->count < REDIS_NODES ? redis_link_new(c->hub, host) : NULL;
	if (!l)
		return NULL;
	l->changed = c->changed;
	l->user = c->user;
	return c->nodes[c->count++] = l;
}

/* CRC-16 with the polynomial 0x1021, as XMODEM has it. */
static uint16_t crc(struct slice s)
{
	uint16_t sum = 0;
	for (size_t i = 0; i < s.len; i++) {
		sum ^= (uint16_t)((unsigned char)s.at[i] << 8);
		for (int bit = 0; bit < 8; bit++)
			sum = (uint16_t)(sum & 0x8000 ? sum << 1 ^ 0x1021 : sum << 1);
	}
	return sum;
}

int redis_cluster_slot(struct slice key)
{
	ptrdiff_t open = slice_find(key, '{');
	if (open >= 0) {
		/* what stands in the first pair of braces decides alone, when it is anything */
		struct slice rest = slice(key.at + open + 1, key.len - (size_t)open - 1);
		ptrdiff_t end = slice_find(rest, '}');
		if (end > 0)
			key = slice(rest.at, (size_t)end);
	}
	return crc(key) % REDIS_SLOTS;
}

struct redis_link *redis_cluster_route(const struct redis_cluster *c, int slot)
{
	struct redis_link *owner = c->nodes[c->owner[slot]];
	for (int i = 0; redis_link_out(owner) && i < c->count; i++)
		if (redis_link_ready(c->nodes[i]))
			return c->nodes[i];
	return owner;
}

struct redis_link *redis_cluster_node(struct redis_cluster *c, const struct redis_host *host)
{
	for (int i = 0; i < c->count; i++)
		if (c->nodes[i]->host.port == host->port && strcmp(c->nodes[i]->host.name, host->name) == 0)
			return c->nodes[i];
	struct redis_link *l = redis_cluster_add(c, host);
	if (l)
		redis_link_start(l);
	return l;
}

struct redis_link *redis_cluster_redirect(
	struct redis_cluster *c, const struct redis_link *from, struct slice error, bool *ask)
{
	struct slice kind, slot, name;
	uint64_t number, port;
	struct redis_host host;
	if (!slice_cut(&error, ' ', &kind) || !slice_cut(&error, ' ', &slot))
		return NULL;
	*ask = slice_equal(kind, SLICE("ASK"));
	if ((!*ask && !slice_equal(kind, SLICE("MOVED"))) || !slice_number(slot, &number) ||
		number >= REDIS_SLOTS)
		return NULL;
	const char *colon = error.len ? memrchr(error.at, ':', error.len) : NULL;
	if (!colon || !slice_number(slice(colon + 1, (size_t)(error.at + error.len - colon) - 1), &port) ||
		!port || port > 65535)
		return NULL;
	/* without a name it is the host that says so */
	name = slice(error.at, (size_t)(colon - error.at));
	if (!redis_address_host(&host, name.len ? name : slice_of(from->host.name), (uint16_t)port))
		return NULL;
	struct redis_link *l = redis_cluster_node(c, &host);
	for (int i = 0; l && !*ask && i < c->count; i++)
		if (c->nodes[i] == l)
			c->owner[number] = (uint8_t)i;
	return l;
}
