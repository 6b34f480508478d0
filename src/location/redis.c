/* redis: the location store in a Redis that several sipd share.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Each address of record is one key, its record the value. A lookup is one GET. A REGISTER reads the record, applies the rules (binding.c, as
 * everywhere), and has a script of the server's put the new record there if the old one is still what was read; else it begins again with what
 * the script has found. So each REGISTER is done wholly or not at all, whoever else writes, and the rules stand in one place.
 * A key lives as long as the last of its bindings: Redis removes it. That time is told as a duration, since clocks differ.
 *
 * What waits is answered within REDIS_ANSWER_MS, well or not. While the server is out, nothing waits: it fails at once. A change that was sent over a
 * connection that was lost is begun again: doing it twice is as doing it once (same Call-ID, same CSeq). */
#include "location/redis.h"
#include "base/hash.h"
#include "base/log.h"
#include "location/backend.h"
#include "location/channel.h"
#include "location/redis_cluster.h"
#include "location/redis_sentinel.h"
#include "location/redis_walk.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { WAITING_MAX = 10000, TRIES = 32, REDIRECTIONS = 5, COMPLAINT_MS = 10000, NUMBER = 24 };

static const char SCRIPT[] = "local now = redis.call('GET', KEYS[1]) or '' "
			     "if now ~= ARGV[1] then return now end "
			     "if ARGV[2] == '' then redis.call('DEL', KEYS[1]) "
			     "else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end "
			     "return 1";

/* A query or a change that waits. What its owner forgets lives on until hiredis has nothing for it any more. */
struct request {
	struct request *next; /* of those to be used again */
	struct redis *redis;
	struct location_query *query; /* one of the two; both NULL: forgotten */
	struct location_change *change;
	bool sent;    /* hiredis has it */
	bool asking;  /* ASKING goes before it */
	bool writing; /* RECORD was read, NEXT is to be written */
	uint8_t redirections, tries;
	struct slice key, record, next_record;
	struct redis_link *redirected; /* where it is to be sent, once; NULL: to the owner of its slot */
};

struct redis {
	struct location location;
	struct redis_hub hub;
	struct redis_cluster cluster;
	struct redis_sentinel sentinel;
	const struct redis_address *address;
	struct channel_state *state;
	struct timer settle; /* fails what waits for a server that is out */
	struct request *unused;
	uint64_t complained; /* when an error of the server was logged the last time; 0 never */
	struct redis_walk *walk;
};

static void answered(redisAsyncContext *ac, void *answer, void *user);

/* ---- requests ---- */

static struct request *request_of(const struct location_wait *w)
{
	return (struct request *)(uintptr_t)w->id;
}

static struct location_wait *wait_of(struct request *r)
{
	return r->query ? &r->query->wait : r->change ? &r->change->wait : NULL;
}

static struct request *new_request(struct redis *redis, struct arena *a, struct slice aor)
{
	struct request *r = redis->unused;
	if (r)
		redis->unused = r->next;
	else if (!(r = malloc(sizeof *r)))
		fatal("out of memory (location)");
	*r = (struct request){ .redis = redis, .key = arena_join(a, slice_of(redis->address->prefix), aor) };
	return r;
}

static void give_back(struct request *r)
{
	r->next = r->redis->unused;
	r->redis->unused = r;
}

/* Ends R with RESULT, which for a query is all or nothing. */
static void finish(struct request *r, enum location_result result)
{
	struct location_query *q = r->query;
	struct location_change *c = r->change;
	location_wait_end(wait_of(r));
	if (r->sent)
		r->query = NULL, r->change = NULL;
	else
		give_back(r);
	if (q) {
		q->failed = result != LOCATION_OK;
		q->done(q->user);
	} else {
		c->result = result;
		c->done(c->user);
	}
}

/* ---- sending ---- */

static void asked(redisAsyncContext *ac, void *answer, void *user)
{
	(void)answer, (void)user;
	(void)redis_link_answered(ac);
}

static bool send_get(struct request *r, struct redis_link *l)
{
	const char *argv[] = { "GET", r->key.at };
	const size_t lengths[] = { 3, r->key.len };
	return redis_link_send(l, answered, r, 2, argv, lengths);
}

static bool send_change(struct request *r, struct redis_link *l)
{
	char number[NUMBER];
	const struct location_change *c = r->change;
	uint64_t last = 0;
	for (int i = 0; i < c->count; i++)
		if (c->bindings[i].expires > last)
			last = c->bindings[i].expires;
	int n = snprintf(number, sizeof number, "%llu",
		(unsigned long long)(last > c->change.now ? (last - c->change.now) * 1000 : 1));
	const char *argv[] = { "EVAL", SCRIPT, "1", r->key.at, r->record.at, r->next_record.at, number };
	const size_t lengths[] = { 4, sizeof SCRIPT - 1, 1, r->key.len, r->record.len, r->next_record.len,
		(size_t)n };
	return redis_link_send(l, answered, r, 7, argv, lengths);
}

/* Sends R, or leaves it waiting for a link that is being made. False when its server is out. */
static bool send_request(struct request *r)
{
	struct redis *redis = r->redis;
	struct redis_link *l = r->redirected
				       ? r->redirected
				       : redis_cluster_route(&redis->cluster, redis_cluster_slot(r->key));
	if (redis_link_out(l))
		return false;
	if (!redis_link_ready(l))
		return true;
	if (r->asking && !redis_link_send(l, asked, NULL, 1, (const char *[]){ "ASKING" }, NULL))
		return true;
	r->sent = r->writing ? send_change(r, l) : send_get(r, l);
	if (r->sent) {
		r->redirected = NULL;
		r->asking = false;
	}
	return true;
}

static void late(struct timer *t, void *user)
{
	(void)t;
	finish(user, LOCATION_FAILED);
}

/* Lets R's owner wait; false when that is of no use. */
static bool begin(struct request *r)
{
	struct location *l = &r->redis->location;
	struct location_wait *w = wait_of(r);
	if (l->waiting_count >= WAITING_MAX || !send_request(r)) {
		give_back(r);
		return false;
	}
	w->id = (uintptr_t)r;
	location_wait_start(l, w);
	w->timer = (struct timer){ .fire = late, .user = r };
	timer_set(l->timers, &w->timer, l->world->now(l->world) + REDIS_ANSWER_MS);
	return true;
}

/* ---- answers ---- */

/* One line in ten seconds: each request may meet the same. */
static void complain(struct redis *redis, const char *text)
{
	struct location *l = &redis->location;
	uint64_t now = l->world->now(l->world);
	if (redis->complained && now < redis->complained + COMPLAINT_MS)
		return;
	redis->complained = now + !now;
	log_error("location: Redis says: %.200s", text);
}

/* R's record is known: what is to become of it? */
static void apply(struct request *r)
{
	struct location *l = &r->redis->location;
	struct location_change *c = r->change;
	struct location_query before = { .aor = c->aor, .arena = c->arena };
	bool unchanged;
	location_answer_query(l, &before, r->record);
	switch (change_apply(&c->change, before.bindings, before.count, l->same, c->arena, &c->bindings,
		&c->count, &unchanged)) {
	case CHANGE_OUT_OF_ORDER:
		finish(r, LOCATION_OUT_OF_ORDER);
		return;
	case CHANGE_TOO_MANY:
		finish(r, LOCATION_TOO_MANY);
		return;
	case CHANGE_OK:
		break;
	}
	if (unchanged) {
		bindings_sort(c->bindings, c->count);
		finish(r, LOCATION_OK);
		return;
	}
	r->next_record = SLICE("");
	if (c->count) {
		size_t size = bindings_size(c->bindings, c->count);
		struct buffer b = buffer(arena_text(c->arena, size), size);
		bindings_pack(c->bindings, c->count, &b);
		r->next_record = buffer_slice(&b);
	}
	r->writing = true;
	if (!send_request(r))
		finish(r, LOCATION_FAILED);
}

/* The reply to a GET, and to a script that found another record than it was told of. */
static void take_record(struct request *r, const redisReply *answer)
{
	struct arena *a = r->query ? r->query->arena : r->change->arena;
	r->record = SLICE("");
	if (answer->type == REDIS_REPLY_STRING && answer->len > 0)
		r->record = arena_copy(a, slice(answer->str, (size_t)answer->len));
	if (r->query) {
		location_answer_query(&r->redis->location, r->query, r->record);
		finish(r, LOCATION_OK);
	} else if (r->tries++ < TRIES) {
		apply(r);
	} else {
		finish(r, LOCATION_FAILED);
	}
}

static void take_error(struct request *r, struct redis_link *l, const redisReply *answer)
{
	struct slice text = slice(answer->str, (size_t)answer->len);
	struct redis *redis = r->redis;
	struct redis_link *to = r->redirections < REDIRECTIONS
					? redis_cluster_redirect(&redis->cluster, l, text, &r->asking)
					: NULL;
	if (to) {
		r->redirections++;
		r->redirected = to;
		if (!send_request(r))
			finish(r, LOCATION_FAILED);
		return;
	}
	/* who was master is none any more: the next master is looked for, the request waits for it */
	if (l->master && slice_starts(text, SLICE("READONLY"))) {
		redis_link_fail(l, "it is no longer the master");
		return;
	}
	complain(redis, answer->str);
	finish(r, r->change && slice_starts(text, SLICE("OOM")) ? LOCATION_FULL : LOCATION_FAILED);
}

static void answered(redisAsyncContext *ac, void *answer, void *user)
{
	struct redis_link *l = redis_link_answered(ac);
	struct request *r = user;
	const redisReply *reply = answer;
	r->sent = false;
	if (!wait_of(r)) {
		give_back(r);
		return;
	}
	if (!l || !reply)
		return; /* it waits for the next connection */
	if (reply->type == REDIS_REPLY_ERROR) {
		take_error(r, l, reply);
	} else if (r->writing && reply->type == REDIS_REPLY_INTEGER) {
		bindings_sort(r->change->bindings, r->change->count);
		finish(r, LOCATION_OK);
	} else {
		take_record(r, reply);
	}
}

/* ---- outages ---- */

static uint64_t bit_of(const char *where)
{
	static const struct hash_key key = { 1, 2 };
	return (uint64_t)1 << hash_of(&key, slice_of(where)) % 64;
}

static void name_of(const struct redis *redis, const struct redis_link *l, char *where)
{
	if (l->master)
		redis_address_show(redis->address, where);
	else
		redis_address_show_host(&l->host, where);
}

/* Says that L is out or back, once for all processes of this server. */
static void tell(struct redis *redis, struct redis_link *l)
{
	char where[REDIS_SHOWN];
	bool out = redis_link_out(l);
	if ((!out && !redis_link_ready(l)) || (out && l->told))
		return;
	name_of(redis, l, where);
	uint64_t bit = bit_of(where), before = l->told ? bit : 0;
	l->told = out;
	/* asked at each return, since who told of the outage may have died meanwhile */
	if (redis->state)
		before = out ? atomic_fetch_or(&redis->state->out, bit)
			     : atomic_fetch_and(&redis->state->out, ~bit);
	l->told_first = out && !(before & bit);
	if (l->told_first)
		log_error("location: Redis %s is out (%s): what needs it fails until it is back", where,
			l->why);
	if (!out && before & bit)
		log_notice("location: Redis %s is back", where);
}

/* What this process alone may have seen is not left behind. */
static void untell(struct redis *redis)
{
	char where[REDIS_SHOWN];
	for (int i = 0; i < redis->cluster.count && redis->state; i++) {
		if (!redis->cluster.nodes[i]->told_first)
			continue;
		name_of(redis, redis->cluster.nodes[i], where);
		atomic_fetch_and(&redis->state->out, ~bit_of(where));
	}
}

/* Tries everything that was not sent; with a server that is out it has failed. Each end of one may change the list: then from its beginning. */
static void settle(struct timer *t, void *user)
{
	struct redis *redis = user;
	struct location_wait *end = &redis->location.waiting;
	(void)t;
	for (struct location_wait *w = end->next; w != end;) {
		struct request *r = request_of(w);
		w = w->next;
		if (r->sent || send_request(r))
			continue;
		finish(r, LOCATION_FAILED);
		w = end->next;
	}
}

static void changed(struct redis_link *l, void *user)
{
	struct redis *redis = user;
	tell(redis, l);
	if (redis_link_ready(l) || redis_link_out(l))
		timer_set(redis->location.timers, &redis->settle,
			redis->location.world->now(redis->location.world));
}

/* ---- the interface ---- */

static bool redis_fetch(struct location *location, struct location_query *q)
{
	struct redis *redis = (struct redis *)location;
	location_answer_query(location, q, SLICE(""));
	if (!q->aor.len || q->aor.len > LOCATION_AOR_MAX)
		return true;
	struct request *r = new_request(redis, q->arena, q->aor);
	r->query = q;
	q->failed = !begin(r);
	return q->failed;
}

static bool redis_commit(struct location *location, struct location_change *c)
{
	struct request *r = new_request((struct redis *)location, c->arena, c->aor);
	r->change = c;
	return !begin(r);
}

static void redis_forget(struct location *location, struct location_wait *w)
{
	struct request *r = request_of(w);
	(void)location;
	if (r->sent)
		r->query = NULL, r->change = NULL;
	else
		give_back(r);
}

static int redis_wake_fd(const struct location *location)
{
	return ((const struct redis *)location)->hub.epoll;
}

static void redis_readable(struct location *location)
{
	redis_hub_readable(&((struct redis *)location)->hub);
}

static void redis_flush(struct location *location)
{
	redis_hub_flush(&((struct redis *)location)->hub);
}

/* Counting is the server's business: only what this process waits for is known here. */
static void redis_count(struct location *location, struct location_counts *counts)
{
	(void)location, (void)counts;
}

static int redis_walk(struct location *location, struct slice after, int limit, struct arena *arena,
	bool (*each)(void *user, struct slice aor, const struct binding *bindings, int count), void *user)
{
	struct redis *redis = (struct redis *)location;
	int seen = 0;
	if (!after.len || !redis->walk) {
		redis_walk_free(redis->walk);
		redis->walk = redis_walk_new(&redis->cluster, slice_of(redis->address->prefix));
	}
	if (!redis->walk->read)
		return -1;
	for (int i = redis_walk_behind(redis->walk, after); i < redis->walk->count && seen < limit; i++) {
		struct location_query q = { .aor = redis->walk->aors[i], .arena = arena };
		seen++;
		if (redis_walk_fetch(&redis->hub, location, &q) && q.count &&
			!each(user, q.aor, q.bindings, q.count))
			break;
	}
	return seen;
}

static void redis_close(struct location *location)
{
	struct redis *redis = (struct redis *)location;
	untell(redis);
	redis_sentinel_end(&redis->sentinel);
	redis_hub_close(&redis->hub);
	timer_cancel(location->timers, &redis->settle);
	redis_walk_free(redis->walk);
	for (struct request *r = redis->unused, *next; r; r = next) {
		next = r->next;
		free(r);
	}
	free(redis);
}

static void open_links(struct redis *redis)
{
	const struct redis_address *a = redis->address;
	if (a->kind == REDIS_SENTINEL) {
		struct redis_link *master = redis_cluster_add(&redis->cluster, NULL);
		redis_sentinel_init(&redis->sentinel, &redis->hub, master);
	}
	for (int i = 0; a->kind != REDIS_SENTINEL && i < a->host_count; i++)
		(void)redis_cluster_add(&redis->cluster, &a->hosts[i]);
	for (int i = 0; i < redis->cluster.count; i++)
		redis_link_start(redis->cluster.nodes[i]);
}

struct location *redis_open(const struct location_settings *s, struct channel_state *state, struct world *w,
	struct timers *timers, char *error)
{
	static const struct location_backend backend = { .close = redis_close,
		.fetch = redis_fetch,
		.commit = redis_commit,
		.forget = redis_forget,
		.wake_fd = redis_wake_fd,
		.readable = redis_readable,
		.flush = redis_flush,
		.count = redis_count,
		.walk = redis_walk };
	struct redis *redis = calloc(1, sizeof *redis);
	if (!redis)
		fatal("out of memory (location)");
	location_init(&redis->location, &backend, w, timers, s->same);
	redis->address = s->redis;
	redis->state = state;
	redis->settle = (struct timer){ .fire = settle, .user = redis };
	redis->hub = (struct redis_hub){
		.world = w, .timers = timers, .address = s->redis, .gathers = &redis->location.gathers
	};
	redis->cluster.hub = &redis->hub;
	redis->cluster.changed = changed;
	redis->cluster.user = redis;
	if (!redis_hub_open(&redis->hub)) {
		snprintf(error, LOCATION_ERROR, "location: epoll: %s", strerror(errno));
		free(redis);
		return NULL;
	}
	open_links(redis);
	return &redis->location;
}
