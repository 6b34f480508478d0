/* target: where a target's datagram goes, and the servers behind that name (RFC 3261 16.6 step 7, RFC 3263).
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/target.h"

enum { SIP_PORT = 5060, FAMILY_4 = 1, FAMILY_6 = 2 };

struct target_query {
	struct world *world;
	const struct site *site;
	void (*done)(void *user);
	void *user;
	int left;      /* names that are not resolved yet */
	bool starting; /* target_resolve has not returned */
	int count;
	struct lookup {
		struct target_query *query;
		struct target *target;
		void *handle; /* NULL when it is done */
	} lookups[];
};

struct slice target_next_hop(const struct target *t, const struct message *m, const struct edition *e)
{
	struct slice value = t->path;
	struct name_addr route;

	if (t->next_hop.len)
		return t->next_hop;
	if (value.len) {
		struct slice rest = value;
		list_next(&rest, &value);
	} else {
		/* message_value reads the edition that is current */
		struct message other;
		if (e != &m->now) {
			other = *m;
			other.now = *e;
			m = &other;
		}
		if (!message_value(m, HEADER_ROUTE, 0, &value))
			return t->uri;
	}
	return name_addr_parse(value, &route) ? route.uri : value;
}

static unsigned families(const struct site *s)
{
	unsigned f = 0;

	for (int i = 0; i < s->listener_count; i++)
		f |= s->listeners[i].address.family == AF_INET ? FAMILY_4 : FAMILY_6;
	return f;
}

/* Whether A is the address of one host: no group, for which a request would need maddr and ttl (3261 18.1.1), no broadcast, and not the
 * address that stands for none. */
static bool is_unicast(const struct address *a)
{
	static const uint8_t none[16];

	if (a->family == AF_INET)
		return a->bytes[0] != 0 && a->bytes[0] < 224;
	return a->bytes[0] != 0xff && memcmp(a->bytes, none, sizeof none) != 0;
}

static void add_server(const struct site *s, struct target *t, const struct address *a, uint16_t weight)
{
	if (t->server_count == TARGET_SERVERS || !a->port || !is_unicast(a) ||
		site_listener_for(s, a, t->listener) < 0)
		return;
	for (int i = 0; i < t->server_count; i++)
		if (address_equal(&t->servers[i], a))
			return;
	t->weights[t->server_count] = weight;
	t->servers[t->server_count++] = *a;
}

/* The host and port that URI says to send to by UDP, when it is TARGET_FOUND. */
static enum target_state destination(struct slice text, struct slice *host, uint16_t *port)
{
	struct uri u;
	struct slice value;

	if (!uri_parse(text, &u) || (u.scheme != URI_SIP && u.scheme != URI_SIPS))
		return TARGET_NO_SIP;
	/* 26.2.2: a sips: URI is not for UDP, whatever else it says */
	if (u.scheme == URI_SIPS)
		return TARGET_NO_TRANSPORT;
	if (uri_param(&u, SLICE("transport"), &value) && !slice_equal_nocase(value, SLICE("udp")))
		return TARGET_NO_TRANSPORT;
	*host = uri_param(&u, SLICE("maddr"), &value) && value.len ? value : u.host;
	*port = u.port;
	return host->len ? TARGET_FOUND : TARGET_NO_SIP;
}

static void resolved(void *user, enum resolve_status status, const struct resolved *results, int count)
{
	struct lookup *l = user;
	struct target_query *q = l->query;
	struct target *t = l->target;

	l->handle = NULL;
	for (int i = 0; i < count; i++) {
		add_server(q->site, t, &results[i].address, results[i].weight);
		if (results[i].group == 0)
			t->equals = t->server_count;
	}
	if (t->server_count)
		t->state = TARGET_FOUND;
	else if (status == RESOLVE_OK)
		t->state = TARGET_NO_TRANSPORT;
	else
		t->state = status == RESOLVE_NOT_FOUND ? TARGET_NO_NAME : TARGET_NO_ANSWER;
	if (--q->left == 0 && !q->starting)
		q->done(q->user);
}

/* True when T is settled; else *HOST and *PORT are to be resolved. */
static bool settle(
	const struct site *s, const struct message *m, struct target *t, struct slice *host, uint16_t *port)
{
	struct address a;

	t->server_count = t->equals = 0;
	t->state = destination(target_next_hop(t, m, &m->now), host, port);
	if (t->state != TARGET_FOUND)
		return true;
	if (!address_parse(*host, &a))
		return false;
	a.port = *port ? *port : SIP_PORT;
	add_server(s, t, &a, 0);
	if (!t->server_count)
		t->state = TARGET_NO_TRANSPORT;
	return true;
}

bool target_resolve(struct world *w, const struct site *s, const struct message *m, struct target *targets,
	int count, void (*done)(void *user), void *user, struct target_query **handle)
{
	struct target_query *q = NULL;

	*handle = NULL;
	for (int i = 0; i < count; i++) {
		struct slice host;
		uint16_t port;
		if (settle(s, m, &targets[i], &host, &port))
			continue;
		if (!q) {
			q = arena_zero(m->arena, sizeof *q + sizeof(struct lookup) * (size_t)(count - i));
			q->world = w;
			q->site = s;
			q->done = done;
			q->user = user;
			q->starting = true;
		}
		struct lookup *l = &q->lookups[q->count++];
		l->query = q;
		l->target = &targets[i];
		q->left++;
		l->handle = w->resolve(w, host, port, families(s), resolved, l);
	}
	if (!q || !q->left)
		return true;
	q->starting = false;
	*handle = q;
	return false;
}

void target_cancel(struct world *w, struct target_query *q)
{
	if (!q)
		return;
	for (int i = 0; i < q->count; i++)
		if (q->lookups[i].handle) {
			w->resolve_cancel(w, q->lookups[i].handle);
			q->lookups[i].handle = NULL;
		}
	q->left = 0;
}
