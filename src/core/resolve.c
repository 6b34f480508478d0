/* resolve: queries made of lookups, each for one type of record of one name.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/resolve.h"
#include "base/buffer.h"
#include <ctype.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct lookup;
#define SRES_CONTEXT_T struct lookup
#define SRES_ASYNC_T   struct resolver
#include <sofia-resolv/sres.h>
#include <sofia-resolv/sres_async.h>
#include <sofia-resolv/sres_record.h>

enum { SIP_PORT = 5060, NAME = 256, SERVERS = 8, TICK = 500, HOSTS_SIZE = 256 * 1024 };

/* A server: of an SRV record, or the name itself. */
struct server {
	char name[NAME];
	uint16_t port, priority, weight;
};

struct query {
	struct resolver *resolver;
	struct query *next, **link;
	resolve_done *done;
	void *user;
	uint64_t deadline;
	unsigned families;
	int pending; /* lookups whose answer is to come */
	bool failed; /* one had no answer, or one that says nothing about the name */
	char host[NAME];
	struct server servers[SERVERS];
	int count;
	struct {
		struct address address;
		int server;
	} found[RESOLVER_RESULTS];
	int found_count;
};

/* A question that sresolv has. It answers each one some time, so a lookup whose query ended waits for that. */
struct lookup {
	struct resolver *resolver;
	struct query *query; /* NULL: nobody wants the answer any more */
	struct lookup *next, **link;
	int server;
	uint16_t type;
};

struct resolver {
	struct world *world;
	sres_resolver_t *sres;
	resolver_watch *watch;
	void *user;
	struct query *queries;
	struct lookup *lookups;
	int count;
	uint64_t next;
	int config; /* a file in memory with the name servers, or -1 */
	const char *hosts_path;
	char *hosts; /* the table's text */
	size_t hosts_len;
	struct timespec hosts_time;
};

static int watch_socket(struct resolver *r, sres_socket_t new, sres_socket_t old)
{
	if (old != -1)
		r->watch(r->user, old, false);
	if (new != -1)
		r->watch(r->user, new, true);
	return 0;
}

/* Writes what resolv.conf would have for NAME_SERVERS; false when they are not so. */
static bool write_config(struct slice name_servers, struct buffer *b)
{
	struct slice one;
	struct address address;
	int port = -1;
	while (slice_cut(&name_servers, ',', &one)) {
		char text[ADDRESS_TEXT];
		if (!address_parse_port(slice_trim(one), &address))
			return false;
		int this_port = address.port ? address.port : 53;
		if (port >= 0 && this_port != port)
			return false;
		port = this_port;
		buffer_lit(b, "nameserver ");
		buffer_add(b, address_plain_text(&address, text));
		buffer_lit(b, "\n");
	}
	buffer_printf(b, "port %d\n", port);
	return port >= 0 && !b->full;
}

/* sresolv reads its configuration from a file: this one exists in memory only. */
static int make_config(struct slice name_servers, char *path, size_t size)
{
	char text[1024];
	struct buffer b = buffer(text, sizeof text);
	if (!write_config(name_servers, &b))
		return -1;
	int fd = memfd_create("name servers", MFD_CLOEXEC);
	if (fd >= 0 && write(fd, text, b.len) != (ssize_t)b.len) {
		close(fd);
		return -1;
	}
	snprintf(path, size, "/proc/self/fd/%d", fd);
	return fd;
}

struct resolver *resolver_new(struct world *w, struct slice name_servers, const char *hosts,
	resolver_watch *watch, void *user, const char **error)
{
	char path[64] = "/etc/resolv.conf";
	int config = -1;
	name_servers = slice_trim(name_servers);
	if (name_servers.len && (config = make_config(name_servers, path, sizeof path)) < 0) {
		*error = "name servers are given as address[:port], all with the same port";
		return NULL;
	}
	struct resolver *r = calloc(1, sizeof *r);
	sres_resolver_t *sres = r ? sres_resolver_new(path) : NULL;
	if (!sres) {
		*error = "no sockets for the name servers";
		free(r);
		if (config >= 0)
			close(config);
		return NULL;
	}
	*r = (struct resolver){ .world = w,
		.sres = sres,
		.watch = watch,
		.user = user,
		.config = config,
		.hosts_path = hosts ? hosts : "/etc/hosts" };
	sres_resolver_set_async(sres, watch_socket, r, 1);
	return r;
}

void resolver_free(struct resolver *r)
{
	if (!r)
		return;
	while (r->queries) {
		struct query *next = r->queries->next;
		free(r->queries);
		r->queries = next;
	}
	for (struct lookup *l = r->lookups; l; l = l->next)
		l->query = NULL;
	/* may still answer */
	sres_resolver_unref(r->sres);
	while (r->lookups) {
		struct lookup *next = r->lookups->next;
		free(r->lookups);
		r->lookups = next;
	}
	if (r->config >= 0)
		close(r->config);
	free(r->hosts);
	free(r);
}

/* ---- the table of hosts ---- */

static void read_hosts(struct resolver *r)
{
	struct stat s;
	if (stat(r->hosts_path, &s) < 0)
		s.st_mtim = (struct timespec){ 0 };
	if (memcmp(&s.st_mtim, &r->hosts_time, sizeof s.st_mtim) == 0)
		return;
	r->hosts_time = s.st_mtim;
	r->hosts_len = 0;
	int fd = open(r->hosts_path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return;
	if (!r->hosts)
		r->hosts = malloc(HOSTS_SIZE);
	ssize_t n;
	while (r->hosts && r->hosts_len < HOSTS_SIZE &&
		(n = read(fd, r->hosts + r->hosts_len, HOSTS_SIZE - r->hosts_len)) > 0)
		r->hosts_len += (size_t)n;
	close(fd);
}

/* Cuts the next word off *LINE. */
static bool cut_word(struct slice *line, struct slice *word)
{
	*line = slice_trim(*line);
	size_t n = 0;
	while (n < line->len && line->at[n] != ' ' && line->at[n] != '\t')
		n++;
	*word = slice(line->at, n);
	*line = slice(line->at + n, line->len - n);
	return n > 0;
}

static bool is_wanted(const struct query *q, const struct address *a)
{
	return q->families & (a->family == AF_INET ? 1 : 2);
}

static void add_address(struct query *q, const struct address *a, int server)
{
	if (q->found_count == RESOLVER_RESULTS || !is_wanted(q, a))
		return;
	q->found[q->found_count].address = *a;
	q->found[q->found_count].server = server;
	q->found_count++;
}

/* Finds NAME in the table; adds its addresses that are wanted to Q, if that is not NULL. True when it is there. */
static bool find_host(struct resolver *r, struct query *q, const char *name, int server)
{
	struct slice rest = slice(r->hosts, r->hosts_len), line, text, word;
	bool there = false;
	while (slice_cut(&rest, '\n', &line)) {
		struct address address;
		ptrdiff_t comment = slice_find(line, '#');
		if (comment >= 0)
			line.len = (size_t)comment;
		if (!cut_word(&line, &text))
			continue;
		bool named = false;
		while (!named && cut_word(&line, &word))
			named = slice_equal_nocase(word, slice_of(name));
		if (named && address_parse(text, &address)) {
			there = true;
			if (q)
				add_address(q, &address, server);
		}
	}
	return there;
}

/* ---- queries ---- */

static void unlink_query(struct query *q)
{
	*q->link = q->next;
	if (q->next)
		q->next->link = q->link;
	q->resolver->count--;
}

static void forget_lookups(struct query *q)
{
	for (struct lookup *l = q->resolver->lookups; l; l = l->next)
		if (l->query == q)
			l->query = NULL;
}

/* The addresses in the order of their servers; within one, IPv4 first. */
static int order_results(const struct query *q, struct resolved *results)
{
	int n = 0;
	for (int s = 0; s < q->count; s++)
		for (int family = 0; family < 2; family++)
			for (int i = 0; i < q->found_count; i++) {
				const struct address *a = &q->found[i].address;
				if (q->found[i].server != s || (a->family == AF_INET6) != family)
					continue;
				results[n].address = *a;
				results[n++].address.port = q->servers[s].port;
			}
	return n;
}

/* Ends Q, which is no longer in the list when DONE is called. */
static void finish(struct query *q)
{
	struct resolved results[RESOLVER_RESULTS];
	int n = order_results(q, results);
	resolve_done *done = q->done;
	void *user = q->user;
	enum resolve_status status = n ? RESOLVE_OK : q->failed ? RESOLVE_FAILED : RESOLVE_NOT_FOUND;
	forget_lookups(q);
	unlink_query(q);
	free(q);
	done(user, status, n ? results : NULL, n);
}

static void answered(struct lookup *l, sres_query_t *sent, sres_record_t **answers);

static void drop_lookup(struct lookup *l)
{
	*l->link = l->next;
	if (l->next)
		l->next->link = l->link;
	free(l);
}

/* What the records of an answer say: true when one of TYPE is there. An error that is not about the name makes the query a
 * failed one, should it find nothing. */
static bool has_records(struct query *q, sres_record_t **answers, uint16_t type)
{
	bool there = false;
	if (!answers || !answers[0]) {
		q->failed = true;
		return false;
	}
	for (int i = 0; answers[i]; i++) {
		const sres_common_t *record = answers[i]->sr_record;
		if (record->r_status == SRES_OK)
			there = there || record->r_type == type;
		else if (record->r_status != SRES_NAME_ERR && record->r_status != SRES_RECORD_ERR)
			q->failed = true;
	}
	return there;
}

static void take_addresses(struct query *q, sres_record_t **answers, uint16_t type, int server)
{
	if (!has_records(q, answers, type))
		return;
	for (int i = 0; answers[i]; i++) {
		struct address a = { 0 };
		const sres_common_t *record = answers[i]->sr_record;
		if (record->r_status != SRES_OK || record->r_type != type)
			continue;
		a.family = type == sres_type_a ? AF_INET : AF_INET6;
		if (type == sres_type_a)
			memcpy(a.bytes, &answers[i]->sr_a->a_addr, 4);
		else
			memcpy(a.bytes, &answers[i]->sr_aaaa->aaaa_addr, 16);
		add_address(q, &a, server);
	}
}

static void take_services(struct query *q, sres_record_t **answers);

static void take(struct query *q, sres_record_t **answers, uint16_t type, int server)
{
	if (type == sres_type_srv)
		take_services(q, answers);
	else
		take_addresses(q, answers, type, server);
}

/* Looks NAME up in the cache, else asks for it. */
static void look_up(struct query *q, uint16_t type, const char *name, int server)
{
	struct resolver *r = q->resolver;
	sres_record_t **answers = sres_cached_answers(r->sres, type, name);
	if (answers) {
		take(q, answers, type, server);
		sres_free_answers(r->sres, answers);
		return;
	}
	struct lookup *l = calloc(1, sizeof *l);
	if (!l) {
		q->failed = true;
		return;
	}
	*l = (struct lookup){ .resolver = r,
		.query = q,
		.server = server,
		.type = type,
		.next = r->lookups,
		.link = &r->lookups };
	if (l->next)
		l->next->link = &l->next;
	r->lookups = l;
	q->pending++;
	if (sres_query(r->sres, answered, l, type, name))
		return;
	q->failed = true;
	q->pending--;
	drop_lookup(l);
}

static void look_up_server(struct query *q, int server)
{
	const char *name = q->servers[server].name;
	if (find_host(q->resolver, q, name, server))
		return;
	if (q->families & 1)
		look_up(q, sres_type_a, name, server);
	if (q->families & 2)
		look_up(q, sres_type_aaaa, name, server);
}

/* The name itself is its only server. */
static void look_up_host(struct query *q, uint16_t port)
{
	q->count = 1;
	memcpy(q->servers[0].name, q->host, sizeof q->host);
	q->servers[0].port = port;
	look_up_server(q, 0);
}

/* A number from 0 to LIMIT. */
static uint32_t random_to(struct world *w, uint32_t limit)
{
	uint64_t n;
	w->random(w, &n, sizeof n);
	return (uint32_t)(n % ((uint64_t)limit + 1));
}

static void swap(struct server *a, struct server *b)
{
	struct server was = *a;
	*a = *b;
	*b = was;
}

/* RFC 2782: the lowest priority first; among equals the next one is drawn by weight, and those without weight have a small
 * chance: they stand first when the draw is 0. */
static void order_servers(struct query *q)
{
	for (int i = 0; i < q->count; i++)
		for (int j = i + 1; j < q->count; j++) {
			const struct server *a = &q->servers[i], *b = &q->servers[j];
			if (b->priority < a->priority ||
				(b->priority == a->priority && !b->weight && a->weight))
				swap(&q->servers[i], &q->servers[j]);
		}
	for (int i = 0; i < q->count; i++) {
		uint32_t sum = 0, running = 0;
		int last = i;
		for (; last < q->count && q->servers[last].priority == q->servers[i].priority; last++)
			sum += q->servers[last].weight;
		uint32_t draw = random_to(q->resolver->world, sum);
		for (int j = i; j < last; j++) {
			running += q->servers[j].weight;
			if (running >= draw) {
				/* the others keep their order */
				for (int k = j; k > i; k--)
					swap(&q->servers[k], &q->servers[k - 1]);
				break;
			}
		}
	}
}

/* Adds a server; where there is no room more, in place of the one with the worst priority. */
static void add_server(struct query *q, const sres_srv_record_t *srv)
{
	size_t len = strlen(srv->srv_target);
	struct server *s = &q->servers[q->count < SERVERS ? q->count : 0];
	/* the target "." says that there is no such service */
	if (len >= NAME || len == 0 || strcmp(srv->srv_target, ".") == 0 || !srv->srv_port)
		return;
	if (q->count < SERVERS) {
		q->count++;
	} else {
		for (int i = 1; i < SERVERS; i++)
			s = q->servers[i].priority > s->priority ? &q->servers[i] : s;
		if (s->priority <= srv->srv_priority)
			return;
	}
	memcpy(s->name, srv->srv_target, len + 1);
	if (s->name[len - 1] == '.')
		s->name[len - 1] = 0;
	s->port = srv->srv_port;
	s->priority = srv->srv_priority;
	s->weight = srv->srv_weight;
}

static void take_services(struct query *q, sres_record_t **answers)
{
	bool failed = q->failed;
	if (!has_records(q, answers, sres_type_srv)) {
		/* some name servers refuse what they do not know: the addresses decide */
		q->failed = failed;
		look_up_host(q, SIP_PORT);
		return;
	}
	for (int i = 0; answers[i]; i++) {
		const sres_srv_record_t *srv = answers[i]->sr_srv;
		if (srv->srv_record->r_status == SRES_OK && srv->srv_record->r_type == sres_type_srv &&
			srv->srv_target)
			add_server(q, srv);
	}
	order_servers(q);
	for (int i = 0; i < q->count; i++)
		look_up_server(q, i);
}

/* sresolv's answer to lookup L. */
static void answered(struct lookup *l, sres_query_t *sent, sres_record_t **answers)
{
	struct resolver *r = l->resolver;
	struct query *q = l->query;
	(void)sent;
	if (q)
		take(q, answers, l->type, l->server);
	if (answers)
		sres_free_answers(r->sres, answers);
	drop_lookup(l);
	if (q && --q->pending == 0)
		finish(q);
}

/* Whether HOST can be a domain name that is asked for. */
static bool is_name(struct slice host)
{
	size_t label = 0;
	for (size_t i = 0; i < host.len; i++) {
		char c = host.at[i];
		if (c == '.' ? label == 0 : !isalnum((unsigned char)c) && c != '-' && c != '_')
			return false;
		label = c == '.' ? 0 : label + 1;
		if (label > 63)
			return false;
	}
	return host.len > 0 && host.len < NAME - 16;
}

void *resolver_query(struct resolver *r, struct slice host, uint16_t port, unsigned families,
	resolve_done *done, void *user)
{
	if (host.len && host.at[host.len - 1] == '.')
		host.len--;
	struct query *q = is_name(host) && r->count < RESOLVER_QUERIES ? calloc(1, sizeof *q) : NULL;
	if (!q) {
		done(user, is_name(host) ? RESOLVE_FAILED : RESOLVE_NOT_FOUND, NULL, 0);
		return NULL;
	}
	uint64_t now = r->world->now(r->world);
	*q = (struct query){ .resolver = r,
		.done = done,
		.user = user,
		.families = families,
		.next = r->queries,
		.link = &r->queries,
		.deadline = now + RESOLVER_TIME };
	if (q->next)
		q->next->link = &q->next;
	r->queries = q;
	r->count++;
	if (!r->next)
		r->next = now + TICK;
	for (size_t i = 0; i < host.len; i++)
		q->host[i] = (char)tolower((unsigned char)host.at[i]);
	read_hosts(r);
	/* one more than there are lookups: the query does not end before they are all begun */
	q->pending = 1;
	if (port || find_host(r, NULL, q->host, 0)) {
		look_up_host(q, port ? port : SIP_PORT);
	} else {
		char name[NAME + 16];
		snprintf(name, sizeof name, "_sip._udp.%s", q->host);
		look_up(q, sres_type_srv, name, 0);
	}
	if (--q->pending)
		return q;
	finish(q);
	return NULL;
}

void resolver_cancel(struct resolver *r, void *handle)
{
	struct query *q = handle;
	(void)r;
	forget_lookups(q);
	unlink_query(q);
	free(q);
}

void resolver_readable(struct resolver *r, int fd)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	if (poll(&p, 1, 0) <= 0)
		return;
	if (p.revents & POLLERR)
		sres_resolver_error(r->sres, fd);
	if (p.revents & POLLIN)
		sres_resolver_receive(r->sres, fd);
}

void resolver_tick(struct resolver *r)
{
	uint64_t now = r->world->now(r->world);
	sres_resolver_timer(r->sres, 0);
	/* each end may begin or cancel others: the search starts again behind it */
	for (struct query *q = r->queries; q;) {
		if (q->deadline > now) {
			q = q->next;
			continue;
		}
		q->failed = true;
		finish(q);
		q = r->queries;
	}
	r->next = r->queries || r->lookups ? now + TICK : 0;
}

uint64_t resolver_next(const struct resolver *r)
{
	return r->next ? r->next : UINT64_MAX;
}
