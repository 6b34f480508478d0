/* redis_sentinel: SENTINEL get-master-addr-by-name, to the first sentinel that knows.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Whether who it names is a master indeed is found out by the link itself (ROLE): during a
 * failover sentinels are of different opinions. */
#include "location/redis_sentinel.h"

static void next_soon(struct redis_sentinel *s)
{
	timer_set(s->hub->timers, &s->timer, s->hub->world->now(s->hub->world));
}

static bool read_host(const redisReply *r, struct redis_host *h)
{
	uint64_t port;
	return r && r->type == REDIS_REPLY_ARRAY && r->elements == 2 &&
	       r->element[0]->type == REDIS_REPLY_STRING && r->element[1]->type == REDIS_REPLY_STRING &&
	       slice_number(slice(r->element[1]->str, (size_t)r->element[1]->len), &port) && port > 0 &&
	       port < 65536 &&
	       redis_address_host(h, slice(r->element[0]->str, (size_t)r->element[0]->len), (uint16_t)port);
}

static void told(redisAsyncContext *ac, void *answer, void *user)
{
	struct redis_sentinel *s = user;
	struct redis_host master;
	if (!redis_link_answered(ac) || !answer)
		return; /* its loss is heard of by `changed` */
	if (read_host(answer, &master))
		redis_link_found(s->master, &master);
	else
		s->next++;
	next_soon(s);
}

static void changed(struct redis_link *l, void *user)
{
	static const char *const words[] = { "SENTINEL", "get-master-addr-by-name" };
	struct redis_sentinel *s = user;
	const char *argv[] = { words[0], words[1], s->hub->address->master };
	if (redis_link_ready(l) && redis_link_send(l, told, s, 3, argv, NULL))
		return;
	s->next++;
	next_soon(s);
}

/* Ends the last connection, and asks the next sentinel while there is one. */
static void go_on(struct timer *t, void *user)
{
	struct redis_sentinel *s = user;
	const struct redis_address *a = s->hub->address;
	(void)t;
	redis_link_free(s->link);
	s->link = NULL;
	if (s->master->state != REDIS_LINK_FINDING)
		return;
	if (s->left-- <= 0 || !(s->link = redis_link_new(s->hub, &a->hosts[s->next % a->host_count]))) {
		redis_link_fail(s->master, "no sentinel tells where the master is");
		return;
	}
	s->link->once = true;
	s->link->changed = changed;
	s->link->user = s;
	redis_link_start(s->link);
}

static void find(struct redis_link *l, void *finder)
{
	struct redis_sentinel *s = finder;
	if (l->failures)
		s->next++; /* the last one may have been wrong */
	s->left = s->hub->address->host_count;
	next_soon(s);
}

void redis_sentinel_init(struct redis_sentinel *s, struct redis_hub *h, struct redis_link *master)
{
	*s = (struct redis_sentinel){ .hub = h, .master = master };
	s->timer = (struct timer){ .fire = go_on, .user = s };
	master->find = find;
	master->finder = s;
	master->master = true;
}

void redis_sentinel_end(struct redis_sentinel *s)
{
	if (!s->hub)
		return;
	timer_cancel(s->hub->timers, &s->timer);
	redis_link_free(s->link);
}
