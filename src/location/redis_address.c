/* redis_address: reads the URL of a Redis, a sentinel's or a cluster's.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/redis_address.h"
#include <netdb.h>
#include <stdio.h>

enum { PORT = 6379, SENTINEL_PORT = 26379, DATABASE_MAX = 1 << 20 };

static const struct scheme {
	struct slice text;
	enum redis_kind kind;
	bool socket;
	uint16_t port;
} schemes[] = {
	{ SLICE("redis://"), REDIS_SINGLE, false, PORT },
	{ SLICE("redis+unix://"), REDIS_SINGLE, true, 0 },
	{ SLICE("redis+sentinel://"), REDIS_SENTINEL, false, SENTINEL_PORT },
	{ SLICE("redis+cluster://"), REDIS_CLUSTER, false, PORT },
};

static const struct scheme *scheme_of(struct slice url)
{
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (slice_starts_nocase(url, schemes[i].text))
			return &schemes[i];
	return NULL;
}

bool redis_address_is(struct slice url)
{
	return slice_starts_nocase(url, SLICE("redis"));
}

/* What is wrong is said without the URL: a password may stand in it. */
static bool wrong(char *error, const char *what)
{
	snprintf(error, LOCATION_ERROR, "location: the URL of Redis %s", what);
	return false;
}

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* S, percent-decoded, into TEXT of SIZE bytes. */
static bool decode(struct slice s, char *text, size_t size)
{
	size_t len = 0;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];
		if (c == '%') {
			if (i + 2 >= s.len || hex(s.at[i + 1]) < 0 || hex(s.at[i + 2]) < 0)
				return false;
			c = (char)(hex(s.at[i + 1]) << 4 | hex(s.at[i + 2]));
			i += 2;
		}
		if (!c || len + 1 >= size)
			return false;
		text[len++] = c;
	}
	text[len] = 0;
	return true;
}

bool redis_address_host(struct redis_host *host, struct slice name, uint16_t port)
{
	*host = (struct redis_host){ .port = port };
	if (!name.len || name.len >= sizeof host->name || memchr(name.at, 0, name.len))
		return false;
	memcpy(host->name, name.at, name.len);
	return true;
}

/* Cuts "user:password@" or ":password@" off the beginning of *REST. */
static bool read_login(struct slice *rest, struct redis_address *a, char *error)
{
	ptrdiff_t slash = slice_find(*rest, '/');
	size_t len = slash < 0 ? rest->len : (size_t)slash;
	const char *at = len ? memrchr(rest->at, '@', len) : NULL;
	if (!at)
		return true;
	struct slice user, password = slice(rest->at, (size_t)(at - rest->at));
	*rest = slice(at + 1, rest->len - password.len - 1);
	if (!slice_cut(&password, ':', &user) || !password.len)
		return wrong(error, "has a user without a password: USER:PASSWORD@ or :PASSWORD@");
	if (decode(user, a->user, sizeof a->user) && decode(password, a->password, sizeof a->password))
		return true;
	return wrong(error, "has a user or password that is too long or badly encoded");
}

static bool read_host(struct slice text, uint16_t port, struct redis_address *a, char *error)
{
	struct slice name = text, number = SLICE("");
	uint64_t n = port;
	if (text.len && text.at[0] == '[') {
		ptrdiff_t end = slice_find(text, ']');
		if (end < 0)
			return wrong(error, "has a [ without ]");
		name = slice(text.at + 1, (size_t)end - 1);
		number = slice(text.at + end + 1, text.len - (size_t)end - 1);
	} else {
		ptrdiff_t colon = slice_find(text, ':');
		if (colon >= 0) {
			name = slice(text.at, (size_t)colon);
			number = slice(text.at + colon, text.len - (size_t)colon);
		}
	}
	if (number.len && (number.at[0] != ':' || !slice_number(slice(number.at + 1, number.len - 1), &n) ||
				  n < 1 || n > 65535))
		return wrong(error, "has a port that is none (1 to 65535)");
	if (a->host_count == REDIS_HOSTS)
		return wrong(error, "names more than 16 hosts");
	if (!redis_address_host(&a->hosts[a->host_count++], name, (uint16_t)n))
		return wrong(error, name.len ? "has a host name that is too long" : "names no host");
	return true;
}

static bool read_hosts(struct slice text, uint16_t port, struct redis_address *a, char *error)
{
	struct slice one;
	while (slice_cut(&text, ',', &one))
		if (!read_host(slice_trim(one), port, a, error))
			return false;
	if (!a->host_count)
		return wrong(error, "names no host");
	if (a->kind == REDIS_SINGLE && a->host_count > 1)
		return wrong(
			error, "names several hosts: that is for redis+sentinel:// and redis+cluster://");
	return true;
}

static bool read_database(struct slice text, struct redis_address *a, char *error)
{
	uint64_t n = 0;
	if (text.len && (!slice_number(text, &n) || n > DATABASE_MAX))
		return wrong(error, "has a database that is no number");
	if (n && a->kind == REDIS_CLUSTER)
		return wrong(error, "has a database: a cluster has only 0");
	a->database = (int)n;
	return true;
}

/* "/path?db=3" */
static bool read_socket(struct slice text, struct redis_address *a, char *error)
{
	static const struct slice option = SLICE("db=");
	ptrdiff_t mark = slice_find(text, '?');
	struct slice path = mark < 0 ? text : slice(text.at, (size_t)mark);
	struct slice rest = mark < 0 ? SLICE("") : slice(text.at + mark + 1, text.len - (size_t)mark - 1);
	a->host_count = 1;
	if (!path.len || path.at[0] != '/' || !redis_address_host(&a->hosts[0], path, 0))
		return wrong(error, "needs the path of a socket: redis+unix:///run/redis/redis.sock");
	if (rest.len && !slice_starts(rest, option))
		return wrong(error, "has an option that is unknown; there is db");
	return !rest.len || read_database(slice(rest.at + option.len, rest.len - option.len), a, error);
}

/* What is behind the hosts: "/master/db" or "/db". */
static bool read_path(struct slice text, struct redis_address *a, char *error)
{
	if (a->kind == REDIS_SENTINEL) {
		ptrdiff_t slash = slice_find(text, '/');
		struct slice master = slash < 0 ? text : slice(text.at, (size_t)slash);
		if (!master.len || !decode(master, a->master, sizeof a->master))
			return wrong(error, "needs the master's name: redis+sentinel://HOST,HOST/MASTER");
		text = slash < 0 ? SLICE("") : slice(text.at + slash + 1, text.len - (size_t)slash - 1);
	}
	return read_database(text, a, error);
}

bool redis_address_parse(struct slice url, struct redis_address *a, char *error)
{
	const struct scheme *scheme = scheme_of(url);
	if (slice_starts_nocase(url, SLICE("rediss")))
		return wrong(error, "wants TLS, which is not there: use a tunnel or a private network");
	if (!scheme)
		return wrong(error,
			"begins with none of redis://, redis+unix://, redis+sentinel://, redis+cluster://");
	struct slice rest = slice(url.at + scheme->text.len, url.len - scheme->text.len);
	a->kind = scheme->kind;
	if (!read_login(&rest, a, error))
		return false;
	if (scheme->socket)
		return read_socket(rest, a, error);
	ptrdiff_t slash = slice_find(rest, '/');
	struct slice hosts = slash < 0 ? rest : slice(rest.at, (size_t)slash);
	struct slice path = slash < 0 ? SLICE("") : slice(rest.at + slash + 1, rest.len - (size_t)slash - 1);
	return read_hosts(hosts, scheme->port, a, error) && read_path(path, a, error);
}

void redis_address_show_host(const struct redis_host *host, char *text)
{
	if (!host->port)
		snprintf(text, REDIS_SHOWN, "%s", host->name);
	else
		snprintf(text, REDIS_SHOWN, strchr(host->name, ':') ? "[%s]:%d" : "%s:%d", host->name,
			host->port);
}

void redis_address_show(const struct redis_address *a, char *text)
{
	char host[REDIS_SHOWN];
	redis_address_show_host(&a->hosts[0], host);
	switch (a->kind) {
	case REDIS_SINGLE:
		snprintf(text, REDIS_SHOWN,
			a->hosts[0].port ? "redis://%.280s/%d" : "redis+unix://%.280s?db=%d", host,
			a->database);
		return;
	case REDIS_SENTINEL:
		snprintf(text, REDIS_SHOWN, "redis+sentinel://.../%s/%d", a->master, a->database);
		return;
	case REDIS_CLUSTER:
		snprintf(text, REDIS_SHOWN, "redis+cluster://%.280s", host);
		return;
	}
}

static void look_up(struct redis_host *h)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_ADDRCONFIG }, *found = NULL;
	if (!h->port || address_parse(slice_of(h->name), &h->address))
		return;
	if (getaddrinfo(h->name, NULL, &hints, &found) == 0 && found) {
		struct sockaddr_storage s = { 0 };
		memcpy(&s, found->ai_addr, found->ai_addrlen);
		address_from_sockaddr(&s, &h->address);
	}
	if (found)
		freeaddrinfo(found);
}

void redis_address_look_up(struct redis_address *a)
{
	for (int i = 0; i < a->host_count; i++)
		look_up(&a->hosts[i]);
}
