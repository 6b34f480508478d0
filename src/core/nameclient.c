/* nameclient: questions under way, the sockets that they use, and a cache.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/nameclient.h"
#include "base/hash.h"
#include "core/table.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	DNS_PORT = 53,
	SERVERS = 4,
	STREAMS = NAMECLIENT_SOCKETS - SERVERS,
	QUESTIONS = 8192,
	ENTRIES = 4096,
	ALIASES = 8,
	FIRST_WAIT =
		600, /* milliseconds until a question is asked again; then twice, three times ... as long */
	STREAM_WAIT = 2000,
	LONGEST_TTL = 86400, /* seconds */
	AT_ONCE = 64,        /* datagrams; then others have their turn */
	MESSAGE = 65535,
};

static const char RESOLV_CONF[] = "/etc/resolv.conf";

struct server {
	struct address address;
	int fd;     /* connected; -1 while nothing is asked */
	bool plain; /* it does not understand EDNS */
};

/* A question by TCP. */
struct stream {
	int fd;
	bool asked;
	size_t len;
	char text[2 + MESSAGE];
};

struct question {
	struct table_node by_name, by_id;
	struct question *next, **link;
	struct asker *askers;
	enum dns_type type;
	char name[DNS_NAME];    /* as asked for */
	char current[DNS_NAME]; /* what it is an alias of, when the server did not say more */
	int aliases;
	uint32_t ttl; /* of the aliases so far */
	uint16_t id;
	int server, tries, refusals;
	uint64_t when, deadline;
	struct stream *stream;      /* NULL: by UDP */
	struct dns_answer *partial; /* what of the answer fitted */
};

struct entry {
	struct table_node by_name;
	struct entry *newer;
	enum dns_type type;
	uint64_t until;
	char name[DNS_NAME];
	struct dns_answer answer; /* with as many records as there are */
};

struct nameclient {
	struct world *world;
	nameclient_watch *watch;
	void *user;
	struct server servers[SERVERS];
	int server_count, preferred;
	bool follows; /* /etc/resolv.conf */
	struct timespec read_at;
	struct hash_key key;
	struct table names, ids, entries;
	struct entry *oldest, **newest;
	struct question *questions;
	int count, streams;
	uint64_t next;
	struct dns_answer answer;
	char datagram[MESSAGE];
};

static uint64_t now(struct nameclient *c)
{
	return c->world->now(c->world);
}

/* ---- servers ---- */

static bool add_server(struct nameclient *c, struct slice text)
{
	struct address a;

	if (!address_parse_port(slice_trim(text), &a))
		return false;
	if (!a.port)
		a.port = DNS_PORT;
	if (c->server_count < SERVERS)
		c->servers[c->server_count++] = (struct server){ .address = a, .fd = -1 };
	return true;
}

static void close_server(struct nameclient *c, struct server *s)
{
	if (s->fd < 0)
		return;
	c->watch(c->user, s->fd, NAMECLIENT_FORGET);
	close(s->fd);
	s->fd = -1;
}

/* Reads the servers anew when the file has changed; to be called while there is no question. */
static void read_servers(struct nameclient *c)
{
	struct stat st;
	char line[512];

	if (!c->follows)
		return;
	if (stat(RESOLV_CONF, &st) < 0)
		st.st_mtim = (struct timespec){ 0 };
	if (c->server_count && memcmp(&st.st_mtim, &c->read_at, sizeof st.st_mtim) == 0)
		return;
	c->read_at = st.st_mtim;
	c->server_count = c->preferred = 0;
	FILE *f = fopen(RESOLV_CONF, "re");
	while (f && fgets(line, sizeof line, f)) {
		static const char keyword[] = "nameserver";
		size_t n = sizeof keyword - 1;
		if (strncmp(line, keyword, n) == 0 && (line[n] == ' ' || line[n] == '\t')) {
			line[n + strcspn(line + n, "#;%\n")] = 0;
			add_server(c, slice_of(line + n));
		}
	}
	if (f)
		fclose(f);
	if (!c->server_count)
		add_server(c, SLICE("127.0.0.1"));
}

static int open_socket(const struct address *a, int type)
{
	struct sockaddr_storage to;
	socklen_t len = address_to_sockaddr(a, &to);
	int fd = socket(to.ss_family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd >= 0 && connect(fd, (struct sockaddr *)&to, len) < 0 && errno != EINPROGRESS) {
		close(fd);
		return -1;
	}
	return fd;
}

struct nameclient *nameclient_new(
	struct world *w, struct slice name_servers, nameclient_watch *watch, void *user)
{
	struct slice one;
	struct nameclient *c = calloc(1, sizeof *c);

	if (!c)
		return NULL;
	c->world = w;
	c->watch = watch;
	c->user = user;
	c->newest = &c->oldest;
	w->random(w, &c->key, sizeof c->key);
	name_servers = slice_trim(name_servers);
	c->follows = !name_servers.len;
	while (slice_cut(&name_servers, ',', &one))
		if (!add_server(c, one)) {
			free(c);
			return NULL;
		}
	return c;
}

/* ---- what is kept ---- */

static uint64_t key_of(struct nameclient *c, enum dns_type type, const char *name)
{
	struct hash h;

	hash_start(&h, &c->key);
	hash_number(&h, type);
	hash_add(&h, slice_of(name));
	return hash_end(&h);
}

static void drop_oldest(struct nameclient *c)
{
	struct entry *e = c->oldest;

	c->oldest = e->newer;
	if (!c->oldest)
		c->newest = &c->oldest;
	table_remove(&c->entries, &e->by_name);
	free(e);
}

static const struct dns_answer *find_entry(struct nameclient *c, enum dns_type type, const char *name)
{
	struct table_node *n = table_find(&c->entries, key_of(c, type, name));

	for (; n; n = table_find_next(n)) {
		struct entry *e = TABLE_OWNER(n, struct entry, by_name);
		if (e->type == type && e->until > now(c) && strcmp(e->name, name) == 0)
			return &e->answer;
	}
	return NULL;
}

static void keep(struct nameclient *c, const struct question *q, const struct dns_answer *a)
{
	size_t size = offsetof(struct dns_answer, records) + sizeof *a->records * (size_t)a->count;
	uint32_t ttl = a->ttl < q->ttl ? a->ttl : q->ttl;

	if (!ttl)
		return;
	struct entry *e = malloc(offsetof(struct entry, answer) + size);
	if (!e)
		return;
	while (c->entries.count >= ENTRIES)
		drop_oldest(c);
	e->by_name = (struct table_node){ 0 };
	e->newer = NULL;
	e->type = q->type;
	e->until = now(c) + 1000 * (uint64_t)(ttl < LONGEST_TTL ? ttl : LONGEST_TTL);
	memcpy(e->name, q->name, sizeof e->name);
	memcpy(&e->answer, a, size);
	table_add(&c->entries, &e->by_name, key_of(c, q->type, q->name));
	*c->newest = e;
	c->newest = &e->newer;
}

/* ---- questions ---- */

static void close_stream(struct nameclient *c, struct question *q)
{
	if (!q->stream)
		return;
	c->watch(c->user, q->stream->fd, NAMECLIENT_FORGET);
	close(q->stream->fd);
	free(q->stream);
	q->stream = NULL;
	c->streams--;
}

static void unlink_question(struct nameclient *c, struct question *q)
{
	close_stream(c, q);
	table_remove(&c->names, &q->by_name);
	table_remove(&c->ids, &q->by_id);
	*q->link = q->next;
	if (q->next)
		q->next->link = q->link;
	if (--c->count)
		return;
	c->next = 0;
	for (int i = 0; i < c->server_count; i++)
		close_server(c, &c->servers[i]);
}

void nameclient_forget(struct asker *a)
{
	if (!a->link)
		return;
	*a->link = a->next;
	if (a->next)
		a->next->link = a->link;
	a->link = NULL;
}

/* Ends Q; ANSWER is c->answer, Q's partial one, or NULL. */
static void end(struct nameclient *c, struct question *q, const struct dns_answer *answer)
{
	struct dns_answer *copy = NULL;

	unlink_question(c, q);
	/* who hears it may come back here */
	if (answer && q->askers && (copy = malloc(sizeof *copy)))
		memcpy(copy, answer,
			offsetof(struct dns_answer, records) +
				sizeof *answer->records * (size_t)answer->count);
	while (q->askers) {
		struct asker *a = q->askers;
		nameclient_forget(a);
		a->answered(a, copy);
	}
	free(copy);
	free(q->partial);
	free(q);
}

static void set_id(struct nameclient *c, struct question *q)
{
	table_remove(&c->ids, &q->by_id);
	do
		c->world->random(c->world, &q->id, sizeof q->id);
	while (table_find(&c->ids, q->id));
	table_add(&c->ids, &q->by_id, q->id);
}

/* Asks Q's server. Errors show as silence. */
static void send_question(struct nameclient *c, struct question *q)
{
	char text[DNS_QUESTION];
	struct buffer b = buffer(text, sizeof text);
	struct server *s = &c->servers[q->server];

	q->tries++;
	q->when = now(c) + FIRST_WAIT * (uint64_t)q->tries;
	if (s->fd < 0) {
		s->fd = open_socket(&s->address, SOCK_DGRAM);
		if (s->fd < 0)
			return;
		c->watch(c->user, s->fd, NAMECLIENT_READ);
	}
	dns_ask(&b, q->id, q->type, q->current, !s->plain);
	/* an error of an earlier datagram is reported here; this one was not sent then */
	if (send(s->fd, b.at, b.len, MSG_NOSIGNAL) < 0 && errno == ECONNREFUSED)
		q->when = now(c);
}

static void send_to_next(struct nameclient *c, struct question *q)
{
	q->server = (q->server + 1) % c->server_count;
	send_question(c, q);
}

const struct dns_answer *nameclient_ask(
	struct nameclient *c, struct asker *a, enum dns_type type, const char *name, uint64_t patience)
{
	const struct dns_answer *known = find_entry(c, type, name);
	struct question *q = NULL;

	a->link = NULL;
	if (known)
		return known;
	uint64_t key = key_of(c, type, name);
	for (struct table_node *n = table_find(&c->names, key); n && !q; n = table_find_next(n)) {
		q = TABLE_OWNER(n, struct question, by_name);
		if (q->type != type || strcmp(q->name, name) != 0)
			q = NULL;
	}
	if (!q) {
		if (!c->count)
			read_servers(c);
		q = c->count < QUESTIONS ? calloc(1, sizeof *q) : NULL;
		if (!q) {
			static const struct dns_answer none = { .outcome = DNS_REFUSED };
			return &none;
		}
		q->type = type;
		q->ttl = UINT32_MAX;
		strcpy(q->name, name);
		strcpy(q->current, name);
		q->deadline = now(c) + patience;
		q->server = c->preferred;
		q->next = c->questions;
		q->link = &c->questions;
		if (q->next)
			q->next->link = &q->next;
		c->questions = q;
		table_add(&c->names, &q->by_name, key);
		set_id(c, q);
		if (!c->count++)
			c->next = now(c) + NAMECLIENT_TICK;
		send_question(c, q);
	}
	a->next = q->askers;
	a->link = &q->askers;
	if (a->next)
		a->next->link = &a->next;
	q->askers = a;
	return NULL;
}

/* ---- answers ---- */

/* Q's answer did not fit and TCP did not help: some of the records are better than none, but they are not kept. */
static void make_do(struct nameclient *c, struct question *q)
{
	close_stream(c, q);
	if (q->partial && q->partial->count) {
		q->partial->outcome = DNS_FOUND;
		end(c, q, q->partial);
	} else {
		end(c, q, NULL);
	}
}

/* RFC 7766 5: what was truncated is asked by TCP. */
static void open_stream(struct nameclient *c, struct question *q)
{
	if (!q->partial)
		q->partial = malloc(sizeof *q->partial);
	if (q->partial)
		*q->partial = c->answer;
	struct stream *s = c->streams < STREAMS ? malloc(sizeof *s) : NULL;
	int fd = s ? open_socket(&c->servers[q->server].address, SOCK_STREAM) : -1;
	if (fd < 0) {
		free(s);
		make_do(c, q);
		return;
	}
	s->fd = fd;
	s->asked = false;
	s->len = 0;
	q->stream = s;
	q->when = now(c) + STREAM_WAIT;
	c->streams++;
	c->watch(c->user, fd, NAMECLIENT_WRITE);
}

/* The name is an alias of one of which the server has not said anything. */
static void follow(struct nameclient *c, struct question *q)
{
	if (++q->aliases > ALIASES || !dns_is_name(slice_of(c->answer.alias))) {
		end(c, q, NULL);
		return;
	}
	close_stream(c, q);
	q->ttl = c->answer.ttl < q->ttl ? c->answer.ttl : q->ttl;
	strcpy(q->current, c->answer.alias);
	q->tries = 0;
	set_id(c, q);
	send_question(c, q);
}

/* Another server may do better, while there is one that was not tried. */
static void refused(struct nameclient *c, struct question *q)
{
	if (++q->refusals < c->server_count)
		send_to_next(c, q);
	else
		end(c, q, NULL);
}

/* Q has an answer in c->answer, from its server. */
static void take_answer(struct nameclient *c, struct question *q)
{
	struct server *s = &c->servers[q->server];

	switch (c->answer.outcome) {
	case DNS_FOUND:
	case DNS_NOTHING:
		c->preferred = q->server;
		keep(c, q, &c->answer);
		end(c, q, &c->answer);
		return;
	case DNS_ALIAS:
		follow(c, q);
		return;
	case DNS_TRUNCATED:
		if (q->stream)
			make_do(c, q);
		else
			open_stream(c, q);
		return;
	case DNS_NO_EDNS:
		if (!s->plain) {
			s->plain = true;
			send_question(c, q);
			return;
		}
		refused(c, q);
		return;
	case DNS_REFUSED:
		refused(c, q);
		return;
	}
}

static void take_datagram(struct nameclient *c, int server, struct slice text)
{
	int id = dns_id(text);
	struct table_node *n = id < 0 ? NULL : table_find(&c->ids, (uint64_t)id);
	struct question *q = n ? TABLE_OWNER(n, struct question, by_id) : NULL;

	if (q && q->server == server && !q->stream && dns_read(text, q->type, q->current, &c->answer))
		take_answer(c, q);
}

/* The kernel says that nobody hears SERVER's questions. */
static void unreachable(struct nameclient *c, int server)
{
	uint64_t at = now(c);

	for (struct question *q = c->questions; q; q = q->next)
		if (q->server == server && !q->stream && ++q->refusals < 2 * c->server_count)
			q->when = q->refusals < c->server_count ? at : q->when;
		else if (q->server == server && !q->stream)
			q->when = q->deadline = at;
	c->next = at;
}

static void read_datagrams(struct nameclient *c, int server)
{
	for (int i = 0; i < AT_ONCE && c->servers[server].fd >= 0; i++) {
		ssize_t n = recv(c->servers[server].fd, c->datagram, sizeof c->datagram, 0);
		if (n >= 0) {
			take_datagram(c, server, slice(c->datagram, (size_t)n));
			continue;
		}
		if (errno != EAGAIN && errno != EINTR)
			unreachable(c, server);
		return;
	}
}

static bool ask_by_stream(struct nameclient *c, struct question *q)
{
	char text[DNS_QUESTION];
	struct buffer b = buffer(text, sizeof text);
	struct stream *s = q->stream;

	buffer_lit(&b, "\0\0");
	dns_ask(&b, q->id, q->type, q->current, false);
	text[0] = (char)((b.len - 2) >> 8);
	text[1] = (char)(b.len - 2);
	if (send(s->fd, b.at, b.len, MSG_NOSIGNAL) != (ssize_t)b.len)
		return false;
	s->asked = true;
	c->watch(c->user, s->fd, NAMECLIENT_READ);
	return true;
}

static void read_stream(struct nameclient *c, struct question *q)
{
	struct stream *s = q->stream;

	if (!s->asked) {
		if (!ask_by_stream(c, q))
			make_do(c, q);
		return;
	}
	ssize_t n = recv(s->fd, s->text + s->len, sizeof s->text - s->len, 0);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0) {
		make_do(c, q);
		return;
	}
	s->len += (size_t)n;
	size_t whole = s->len < 2 ? 2 : 2 + ((size_t)(uint8_t)s->text[0] << 8 | (uint8_t)s->text[1]);
	if (s->len < whole || whole == 2)
		return;
	struct slice text = slice(s->text + 2, whole - 2);
	if (dns_id(text) == q->id && dns_read(text, q->type, q->current, &c->answer) &&
		c->answer.outcome != DNS_REFUSED && c->answer.outcome != DNS_NO_EDNS)
		take_answer(c, q);
	else
		make_do(c, q);
}

void nameclient_ready(struct nameclient *c, int fd)
{
	for (int i = 0; i < c->server_count; i++)
		if (c->servers[i].fd == fd) {
			read_datagrams(c, i);
			return;
		}
	for (struct question *q = c->questions; q; q = q->next)
		if (q->stream && q->stream->fd == fd) {
			read_stream(c, q);
			return;
		}
}

/* Q's time is over; false: it goes on. */
static bool end_late(struct nameclient *c, struct question *q, uint64_t at)
{
	if (q->when > at && q->deadline > at)
		return false;
	if (q->stream || q->deadline <= at) {
		make_do(c, q);
		return true;
	}
	send_to_next(c, q);
	return false;
}

void nameclient_tick(struct nameclient *c)
{
	uint64_t at = now(c);

	/* each end may begin others: the search starts again behind it */
	for (struct question *q = c->questions; q;)
		q = end_late(c, q, at) ? c->questions : q->next;
	c->next = c->count ? at + NAMECLIENT_TICK : 0;
}

uint64_t nameclient_next(const struct nameclient *c)
{
	return c->count ? c->next : UINT64_MAX;
}

void nameclient_free(struct nameclient *c)
{
	if (!c)
		return;
	while (c->questions) {
		struct question *q = c->questions;
		while (q->askers)
			nameclient_forget(q->askers);
		unlink_question(c, q);
		free(q->partial);
		free(q);
	}
	while (c->oldest)
		drop_oldest(c);
	table_free(&c->names);
	table_free(&c->ids);
	table_free(&c->entries);
	free(c);
}
