/* redis_walk: SCAN of all nodes, waited for.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/redis_walk.h"
#include "base/log.h"
#include <poll.h>
#include <stdlib.h>

enum { NODE_MS = 3000 /* for one command or one connection */, CURSOR = 32 };

/* One command to one node. */
struct question {
	struct redis_walk *walk;
	struct redis_cluster *cluster;
	struct slice prefix;
	char cursor[CURSOR];
	bool done, failed;
};

/* Serves H until *DONE; false when that takes too long. */
static bool serve_until(struct redis_hub *h, const bool *done)
{
	uint64_t end = h->world->now(h->world) + NODE_MS;
	while (!*done && h->world->now(h->world) < end) {
		struct pollfd p = { .fd = h->epoll, .events = POLLIN };
		redis_hub_flush(h);
		if (poll(&p, 1, 10) > 0)
			redis_hub_readable(h);
		timer_run(h->timers, h->world->now(h->world));
	}
	return *done;
}

static void add(struct redis_walk *w, struct slice aor)
{
	if (w->count == w->size) {
		w->size = w->size ? 2 * w->size : 1024;
		w->aors = realloc(w->aors, (size_t)w->size * sizeof *w->aors);
		if (!w->aors)
			fatal("out of memory (location)");
	}
	w->aors[w->count++] = arena_copy(w->arena, aor);
}

/* [cursor, [key, ...]] */
static void scanned(redisAsyncContext *ac, void *answer, void *user)
{
	struct question *q = user;
	const redisReply *r = answer;
	(void)redis_link_answered(ac);
	q->done = true;
	q->failed = !r || r->type != REDIS_REPLY_ARRAY || r->elements != 2 ||
		    r->element[0]->type != REDIS_REPLY_STRING || r->element[0]->len >= CURSOR ||
		    r->element[1]->type != REDIS_REPLY_ARRAY;
	if (q->failed)
		return;
	memcpy(q->cursor, r->element[0]->str, (size_t)r->element[0]->len + 1);
	for (size_t i = 0; i < r->element[1]->elements; i++) {
		const redisReply *key = r->element[1]->element[i];
		struct slice text =
			key->type == REDIS_REPLY_STRING ? slice(key->str, (size_t)key->len) : SLICE("");
		if (text.len > q->prefix.len && slice_starts(text, q->prefix))
			add(q->walk, slice(text.at + q->prefix.len, text.len - q->prefix.len));
	}
}

/* [[first slot, last, [host, port, ...] of the master, ...], ...]; an error of one that is no cluster */
static void told_nodes(redisAsyncContext *ac, void *answer, void *user)
{
	struct question *q = user;
	const redisReply *r = answer;
	struct redis_link *l = redis_link_answered(ac);
	q->done = true;
	for (size_t i = 0; l && r && r->type == REDIS_REPLY_ARRAY && i < r->elements; i++) {
		const redisReply *range = r->element[i],
				 *node = range->elements > 2 ? range->element[2] : NULL;
		struct redis_host host;
		if (!node || node->type != REDIS_REPLY_ARRAY || node->elements < 2 ||
			node->element[0]->type != REDIS_REPLY_STRING ||
			node->element[1]->type != REDIS_REPLY_INTEGER)
			continue;
		struct slice name = slice(node->element[0]->str, (size_t)node->element[0]->len);
		if (redis_address_host(&host, name.len ? name : slice_of(l->host.name),
			    (uint16_t)node->element[1]->integer))
			(void)redis_cluster_node(q->cluster, &host);
	}
}

/* Sends a command to L, once it is ready, and waits for the answer. */
static bool ask(struct redis_link *l, struct question *q, redisCallbackFn *fn, int argc, const char **argv)
{
	uint64_t end = l->hub->world->now(l->hub->world) + NODE_MS;
	while (!redis_link_ready(l)) {
		struct pollfd p = { .fd = l->hub->epoll, .events = POLLIN };
		if (redis_link_out(l) || l->hub->world->now(l->hub->world) >= end)
			return false;
		if (poll(&p, 1, 10) > 0)
			redis_hub_readable(l->hub);
		timer_run(l->hub->timers, l->hub->world->now(l->hub->world));
	}
	q->done = q->failed = false;
	return redis_link_send(l, fn, q, argc, argv, NULL) && serve_until(l->hub, &q->done) && !q->failed;
}

/* The pattern of all keys with PREFIX: what has a meaning in patterns is escaped. */
static const char *pattern_of(struct arena *a, struct slice prefix)
{
	char *text = arena_text(a, 2 * prefix.len + 2), *to = text;
	for (size_t i = 0; i < prefix.len; i++) {
		if (strchr("*?[]\\^", prefix.at[i]))
			*to++ = '\\';
		*to++ = prefix.at[i];
	}
	memcpy(to, "*", 2);
	return text;
}

static int by_name(const void *left, const void *right)
{
	const struct slice *a = left, *b = right;
	int order = memcmp(a->at, b->at, a->len < b->len ? a->len : b->len);
	return order ? order : (a->len > b->len) - (a->len < b->len);
}

static void sort(struct redis_walk *w)
{
	int n = 0;
	if (w->count)
		qsort(w->aors, (size_t)w->count, sizeof *w->aors, by_name);
	/* SCAN may tell a key twice, and a replica those of its master */
	for (int i = 0; i < w->count; i++)
		if (!n || !slice_equal(w->aors[n - 1], w->aors[i]))
			w->aors[n++] = w->aors[i];
	w->count = n;
}

struct redis_walk *redis_walk_new(struct redis_cluster *c, struct slice prefix)
{
	struct redis_walk *w = calloc(1, sizeof *w);
	if (!w)
		fatal("out of memory (location)");
	w->arena = arena_new(0);
	struct question *q = ARENA_NEW(w->arena, struct question);
	*q = (struct question){ .walk = w, .cluster = c, .prefix = prefix };
	const char *pattern = pattern_of(w->arena, prefix);
	for (int i = 0; i < c->count; i++) {
		if (!ask(c->nodes[i], q, told_nodes, 2, (const char *[]){ "CLUSTER", "SLOTS" }))
			continue;
		memcpy(q->cursor, "0", 2);
		do {
			char cursor[CURSOR];
			memcpy(cursor, q->cursor, CURSOR);
			const char *argv[] = { "SCAN", cursor, "MATCH", pattern, "COUNT", "1000" };
			if (!ask(c->nodes[i], q, scanned, 6, argv))
				break;
			w->read = true;
		} while (strcmp(q->cursor, "0") != 0);
	}
	sort(w);
	return w;
}

void redis_walk_free(struct redis_walk *w)
{
	if (!w)
		return;
	free(w->aors);
	arena_free(w->arena);
	free(w);
}

int redis_walk_behind(const struct redis_walk *w, struct slice after)
{
	int low = 0, high = w->count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (after.len && by_name(&w->aors[middle], &after) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void is_done(void *user)
{
	*(bool *)user = true;
}

bool redis_walk_fetch(struct redis_hub *h, struct location *l, struct location_query *q)
{
	bool done = false;
	q->done = is_done;
	q->user = &done;
	if (!location_fetch(l, q) && !serve_until(h, &done))
		location_cancel_query(q);
	else
		done = true;
	return done && !q->failed;
}
