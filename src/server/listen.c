/* listen: expands wildcards, interfaces and names into addresses.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/listen.h"
#include <ifaddrs.h>
#include <netdb.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>

static bool wrong(char *error, struct slice text, const char *what)
{
	snprintf(error, LISTEN_ERROR, "listen %.*s: %s", SLICE_FMT(text), what);
	return false;
}

/* Cuts the first word off *REST; "" at its end. */
static struct slice next_word(struct slice *rest)
{
	*rest = slice_trim(*rest);
	size_t len = 0;
	while (len < rest->len && rest->at[len] != ' ' && rest->at[len] != '\t')
		len++;
	struct slice word = slice(rest->at, len);
	*rest = slice(rest->at + len, rest->len - len);
	return word;
}

/* Splits "host", "host:port", "[v6]:port" or a bare IPv6 address; *PORT is kept when there is none. */
static bool split_host_port(struct slice s, struct slice *host, uint16_t *port)
{
	struct address a;
	struct slice number = { 0 };
	if (s.len && s.at[0] == '[') {
		ptrdiff_t end = slice_find(s, ']');
		if (end < 0)
			return false;
		*host = slice(s.at + 1, (size_t)end - 1);
		number = slice(s.at + end + 1, s.len - (size_t)end - 1);
		if (!address_parse(*host, &a) || a.family != AF_INET6 || (number.len && number.at[0] != ':'))
			return false;
	} else if (address_parse(s, &a)) {
		*host = s;
	} else {
		ptrdiff_t colon = slice_find(s, ':');
		*host = colon < 0 ? s : slice(s.at, (size_t)colon);
		number = colon < 0 ? number : slice(s.at + colon, s.len - (size_t)colon);
	}
	uint64_t n;
	if (number.len) {
		if (!slice_number(slice(number.at + 1, number.len - 1), &n) || n == 0 || n > 65535)
			return false;
		*port = (uint16_t)n;
	}
	return host->len > 0 && host->len < NI_MAXHOST;
}

bool listen_parse(struct slice text, struct listen *l, char *error)
{
	static const struct slice others[] = { SLICE("tcp:"), SLICE("tls:"), SLICE("sctp:"), SLICE("ws:"),
		SLICE("wss:") };
	struct slice rest = text, place = next_word(&rest);
	*l = (struct listen){ .port = LISTEN_PORT };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (slice_starts_nocase(place, others[i]))
			return wrong(error, text, "only udp is spoken here");
	if (slice_starts_nocase(place, SLICE("udp:")))
		place = slice(place.at + 4, place.len - 4);
	if (!split_host_port(place, &l->host, &l->port))
		return wrong(error, text, "not of the form udp:HOST:PORT");
	struct slice word = next_word(&rest);
	if (word.len == 0)
		return true;
	if (!slice_equal_nocase(word, SLICE("advertise")))
		return wrong(error, text, "only `advertise HOST:PORT` may follow the address");
	l->advertise_port = l->port;
	if (!split_host_port(next_word(&rest), &l->advertise_host, &l->advertise_port) ||
		slice_trim(rest).len)
		return wrong(error, text, "not of the form advertise HOST:PORT");
	return true;
}

/* What listen_expand collects into. */
struct list {
	struct arena *arena;
	const struct listen *listen;
	struct listener *at;
	int *count;
	bool full;
	int found; /* addresses, those that were there already too */
};

static void add(struct list *list, struct address a)
{
	a.port = list->listen->port;
	list->found++;
	for (int i = 0; i < *list->count; i++)
		if (address_equal(&list->at[i].address, &a))
			return;
	if (*list->count == LISTEN_MOST) {
		list->full = true;
		return;
	}
	struct listener *l = &list->at[(*list->count)++];
	struct address literal;
	char text[ADDRESS_TEXT];
	l->address = a;
	l->port = a.port;
	l->host = arena_copy(list->arena, address_host_text(&a, text));
	if (list->listen->advertise_host.len) {
		bool bare = address_parse(list->listen->advertise_host, &literal);
		l->host = arena_copy(
			list->arena, bare ? address_host_text(&literal, text) : list->listen->advertise_host);
		l->port = list->listen->advertise_port;
	}
	l->sent_by = arena_printf(list->arena, "%.*s:%u", SLICE_FMT(l->host), (unsigned)l->port);
}

static bool is_wildcard(const struct address *a)
{
	static const uint8_t zero[16];
	return memcmp(a->bytes, zero, sizeof zero) == 0;
}

static bool is_link_local(const struct address *a)
{
	return a->family == AF_INET6 && a->bytes[0] == 0xfe && (a->bytes[1] & 0xc0) == 0x80;
}

/* Adds the machine's addresses of FAMILY (0: any), only those of interface NAME unless it is "". */
static void add_interfaces(struct list *list, int family, struct slice name)
{
	struct ifaddrs *all, *i;
	if (getifaddrs(&all) < 0)
		return;
	for (i = all; i; i = i->ifa_next) {
		struct sockaddr_storage s = { 0 };
		struct address a;
		int of = i->ifa_addr ? i->ifa_addr->sa_family : 0;
		if ((of != AF_INET && of != AF_INET6) || (family && of != family) || !(i->ifa_flags & IFF_UP))
			continue;
		if (name.len && !slice_equal(name, slice_of(i->ifa_name)))
			continue;
		memcpy(&s, i->ifa_addr,
			of == AF_INET ? sizeof(struct sockaddr_in) : sizeof(struct sockaddr_in6));
		address_from_sockaddr(&s, &a);
		if (!is_link_local(&a))
			add(list, a);
	}
	freeifaddrs(all);
}

static void add_name(struct list *list, struct slice name)
{
	struct addrinfo wanted = { .ai_socktype = SOCK_DGRAM }, *all, *i;
	char text[NI_MAXHOST];
	memcpy(text, name.at, name.len);
	text[name.len] = 0;
	if (getaddrinfo(text, NULL, &wanted, &all) != 0)
		return;
	for (i = all; i; i = i->ai_next) {
		struct sockaddr_storage s = { 0 };
		struct address a;
		memcpy(&s, i->ai_addr, i->ai_addrlen);
		address_from_sockaddr(&s, &a);
		if (a.family && !is_link_local(&a))
			add(list, a);
	}
	freeaddrinfo(all);
}

bool listen_expand(struct arena *arena, struct slice text, struct listener *list, int *count, char *error)
{
	struct listen l;
	if (!listen_parse(text, &l, error))
		return false;
	struct list into = { .arena = arena, .listen = &l, .at = list, .count = count };
	struct address a;
	bool literal = address_parse(l.host, &a);
	if (literal && is_wildcard(&a))
		add_interfaces(&into, a.family, SLICE(""));
	else if (literal)
		add(&into, a);
	else
		add_interfaces(&into, 0, l.host);
	if (!literal && into.found == 0)
		add_name(&into, l.host);
	if (into.full)
		return wrong(error, text, "too many addresses to listen on");
	if (into.found == 0)
		return wrong(error, text,
			literal ? "the machine has no such address"
				: "no interface and no host of this name");
	return true;
}
