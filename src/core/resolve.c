/* resolve: queries made of lookups, each for one type of record of one name (RFC 3263 4, RFC 2782).
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/resolve.h"
#include "core/dns.h"
#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	SIP_PORT = 5060,
	SERVERS = 8,
	SERVICES = 4, /* NAPTR records of ours that are tried */
	LOOKUPS = 2 * SERVERS,
	NAPTR_TIME = 1500, /* milliseconds: some name servers are silent about what they do not know */
	HOSTS_SIZE = 256 * 1024,
};

/* A server: of an SRV record, or the name itself. */
struct server {
	char name[DNS_NAME];
	uint16_t port, priority, weight;
};

/* A question whose answer is to come. */
struct lookup {
	struct asker asker;
	struct query *query;
	int server;
	enum dns_type type;
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
	char host[DNS_NAME];
	char services[SERVICES][DNS_NAME]; /* what NAPTR says where SRV records are, in order */
	int service_count, service;
	struct server servers[SERVERS];
	int count;
	struct {
		struct address address;
		int server;
	} found[RESOLVER_RESULTS];
	int found_count;
	struct lookup lookups[LOOKUPS]; /* the first one is that of NAPTR and SRV too */
	int lookup_count;
};

struct resolver {
	struct world *world;
	struct nameclient *client;
	struct query *queries;
	int count;
	uint64_t next;
	const char *hosts_path;
	char *hosts; /* the table's text */
	size_t hosts_len;
	struct timespec hosts_time;
};

struct resolver *resolver_new(struct world *w, struct slice name_servers, const char *hosts,
	resolver_watch *watch, void *user, const char **error)
{
	struct resolver *r = calloc(1, sizeof *r);

	if (!r || !(r->client = nameclient_new(w, name_servers, watch, user))) {
		*error = "name servers are given as address[:port], separated by commas";
		free(r);
		return NULL;
	}
	r->world = w;
	r->hosts_path = hosts ? hosts : "/etc/hosts";
	return r;
}

void resolver_free(struct resolver *r)
{
	if (!r)
		return;
	nameclient_free(r->client);
	while (r->queries) {
		struct query *next = r->queries->next;
		free(r->queries);
		r->queries = next;
	}
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
	for (int i = 0; i < q->lookup_count; i++)
		nameclient_forget(&q->lookups[i].asker);
}

/* The addresses in the order of their servers; within one, IPv4 first. */
static int order_results(const struct query *q, struct resolved *results)
{
	int n = 0;
	uint16_t group = 0;
	for (int s = 0; s < q->count; s++) {
		group += s > 0 && q->servers[s].priority != q->servers[s - 1].priority;
		for (int family = 0; family < 2; family++)
			for (int i = 0; i < q->found_count; i++) {
				const struct address *a = &q->found[i].address;
				if (q->found[i].server != s || (a->family == AF_INET6) != family)
					continue;
				results[n] = (struct resolved){
					.address = *a, .group = group, .weight = q->servers[s].weight
				};
				results[n++].address.port = q->servers[s].port;
			}
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

/* Whether ANSWER has records; when it is none the query is a failed one, should it find nothing. */
static bool has_records(struct query *q, const struct dns_answer *answer)
{
	if (!answer || (answer->outcome != DNS_FOUND && answer->outcome != DNS_NOTHING))
		q->failed = true;
	return answer && answer->outcome == DNS_FOUND;
}

static void take_addresses(struct query *q, const struct dns_answer *answer, int server)
{
	for (int i = 0; has_records(q, answer) && i < answer->count; i++)
		add_address(q, &answer->records[i].address, server);
}

static void take_naptr(struct query *q, const struct dns_answer *answer);
static void take_services(struct query *q, const struct dns_answer *answer);

static void take(struct query *q, const struct dns_answer *answer, enum dns_type type, int server)
{
	if (type == DNS_NAPTR)
		take_naptr(q, answer);
	else if (type == DNS_SRV)
		take_services(q, answer);
	else
		take_addresses(q, answer, server);
}

static void answered(struct asker *a, const struct dns_answer *answer)
{
	struct lookup *l = (struct lookup *)a; /* its first member */
	struct query *q = l->query;

	take(q, answer, l->type, l->server);
	if (--q->pending == 0)
		finish(q);
}

/* Takes the answer to the question for TYPE of NAME, now or when it comes. */
static void look_up(struct query *q, enum dns_type type, const char *name, int server)
{
	struct resolver *r = q->resolver;
	struct lookup *l = &q->lookups[q->lookup_count++];

	*l = (struct lookup){ .asker.answered = answered, .query = q, .server = server, .type = type };
	const struct dns_answer *known = nameclient_ask(
		r->client, &l->asker, type, name, type == DNS_NAPTR ? NAPTR_TIME : RESOLVER_TIME);
	if (known)
		take(q, known, type, server);
	else
		q->pending++;
}

static void look_up_server(struct query *q, int server)
{
	const char *name = q->servers[server].name;
	if (find_host(q->resolver, q, name, server))
		return;
	if (q->families & 1)
		look_up(q, DNS_A, name, server);
	if (q->families & 2)
		look_up(q, DNS_AAAA, name, server);
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
static void add_server(struct query *q, const struct dns_record *srv)
{
	struct server *s = &q->servers[q->count < SERVERS ? q->count : 0];

	/* the target "." says that there is no such service */
	if (!dns_is_name(slice_of(srv->name)) || !srv->port)
		return;
	if (q->count < SERVERS) {
		q->count++;
	} else {
		for (int i = 1; i < SERVERS; i++)
			s = q->servers[i].priority > s->priority ? &q->servers[i] : s;
		if (s->priority <= srv->priority)
			return;
	}
	memcpy(s->name, srv->name, sizeof s->name);
	s->port = srv->port;
	s->priority = srv->priority;
	s->weight = srv->weight;
}

/* Asks for the SRV records of the next service that NAPTR named, the usual one at last; false when there is none left. */
static bool look_up_service(struct query *q)
{
	char name[DNS_NAME + 16];

	q->lookup_count = 0;
	if (q->service < q->service_count) {
		look_up(q, DNS_SRV, q->services[q->service++], 0);
		return true;
	}
	snprintf(name, sizeof name, "_sip._udp.%s", q->host);
	if (q->service_count || !dns_is_name(slice_of(name)))
		return false;
	q->service_count = q->service = 1;
	strcpy(q->services[0], name);
	look_up(q, DNS_SRV, name, 0);
	return true;
}

static void take_services(struct query *q, const struct dns_answer *answer)
{
	bool failed = q->failed;

	if (!has_records(q, answer)) {
		/* some name servers refuse what they do not know: the addresses decide */
		q->failed = failed;
		if (!look_up_service(q))
			look_up_host(q, SIP_PORT);
		return;
	}
	for (int i = 0; i < answer->count; i++)
		add_server(q, &answer->records[i]);
	order_servers(q);
	q->lookup_count = 0;
	for (int i = 0; i < q->count; i++)
		look_up_server(q, i);
}

static bool is_before(const struct dns_record *a, const struct dns_record *b)
{
	return a->order < b->order || (a->order == b->order && a->preference < b->preference);
}

/* 3263 4.1: services by other transports are no concern of ours; without one by UDP it is as if there were no NAPTR records. */
static void take_naptr(struct query *q, const struct dns_answer *answer)
{
	const struct dns_record *last = NULL;
	bool failed = q->failed, any = has_records(q, answer);

	q->failed = failed;
	while (any && q->service_count < SERVICES) {
		const struct dns_record *best = NULL;
		for (int i = 0; i < answer->count; i++) {
			const struct dns_record *d = &answer->records[i];
			bool ours = strcmp(d->service, "sip+d2u") == 0 && d->to_service &&
				    dns_is_name(slice_of(d->name));
			if (ours && (!last || is_before(last, d)) && (!best || is_before(d, best)))
				best = d;
		}
		if (!best)
			break;
		memcpy(q->services[q->service_count++], best->name, DNS_NAME);
		last = best;
	}
	if (!look_up_service(q))
		look_up_host(q, SIP_PORT);
}

void *resolver_query(struct resolver *r, struct slice host, uint16_t port, unsigned families,
	resolve_done *done, void *user)
{
	if (host.len && host.at[host.len - 1] == '.')
		host.len--;
	struct query *q = dns_is_name(host) && r->count < RESOLVER_QUERIES ? calloc(1, sizeof *q) : NULL;
	if (!q) {
		done(user, dns_is_name(host) ? RESOLVE_FAILED : RESOLVE_NOT_FOUND, NULL, 0);
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
	if (q->deadline < r->next || !r->next)
		r->next = q->deadline;
	for (size_t i = 0; i < host.len; i++)
		q->host[i] = (char)tolower((unsigned char)host.at[i]);
	read_hosts(r);
	/* one more than there are lookups: the query does not end before they are all begun */
	q->pending = 1;
	if (port || find_host(r, NULL, q->host, 0)) {
		look_up_host(q, port ? port : SIP_PORT);
	} else {
		look_up(q, DNS_NAPTR, q->host, 0);
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
	nameclient_ready(r->client, fd);
}

void resolver_tick(struct resolver *r)
{
	uint64_t now = r->world->now(r->world);

	nameclient_tick(r->client);
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
	r->next = 0;
	for (const struct query *q = r->queries; q; q = q->next)
		r->next = !r->next || q->deadline < r->next ? q->deadline : r->next;
}

uint64_t resolver_next(const struct resolver *r)
{
	uint64_t next = nameclient_next(r->client);

	return r->next && r->next < next ? r->next : next;
}
