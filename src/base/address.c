/* address: reading, writing and comparing IP addresses and networks.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/address.h"
#include "base/buffer.h"
#include <arpa/inet.h>

static int bytes_of(int family)
{
	return family == AF_INET ? 4 : family == AF_INET6 ? 16 : 0;
}

bool address_parse(struct slice s, struct address *a)
{
	char text[INET6_ADDRSTRLEN];
	int family = AF_INET;
	if (s.len > 2 && s.at[0] == '[' && s.at[s.len - 1] == ']') {
		s = slice(s.at + 1, s.len - 2);
		family = AF_INET6;
	} else if (slice_find(s, ':') >= 0) {
		family = AF_INET6;
	}
	if (s.len == 0 || s.len >= sizeof text || slice_find(s, 0) >= 0)
		return false;
	memcpy(text, s.at, s.len);
	text[s.len] = 0;
	struct address read = { .family = (uint8_t)family };
	if (inet_pton(family, text, read.bytes) != 1)
		return false;
	*a = read;
	return true;
}

bool address_parse_port(struct slice s, struct address *a)
{
	/* a colon begins a port only behind "]", or when it is the only one */
	const char *bracket = s.len ? memchr(s.at, ']', s.len) : NULL;
	size_t host = bracket ? (size_t)(bracket - s.at) + 1 : 0;
	ptrdiff_t colon = slice_find(slice(s.at + host, s.len - host), ':');
	if (colon < 0)
		return address_parse(s, a);
	host += (size_t)colon;
	struct slice port = slice(s.at + host + 1, s.len - host - 1);
	if (slice_find(port, ':') >= 0)
		return address_parse(s, a);
	struct address read;
	uint64_t n;
	if (!slice_number(port, &n) || n == 0 || n > 65535 || !address_parse(slice(s.at, host), &read))
		return false;
	read.port = (uint16_t)n;
	*a = read;
	return true;
}

bool address_same_host(const struct address *a, const struct address *b)
{
	return a->family == b->family && a->scope == b->scope &&
	       memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

bool address_equal(const struct address *a, const struct address *b)
{
	return a->port == b->port && address_same_host(a, b);
}

static void add_plain(struct buffer *b, const struct address *a)
{
	if (a->family == AF_INET6) {
		char text[INET6_ADDRSTRLEN];
		buffer_add(b, slice_of(inet_ntop(AF_INET6, a->bytes, text, sizeof text)));
	}
	for (int i = 0; i < 4 && a->family == AF_INET; i++) {
		if (i)
			buffer_char(b, '.');
		buffer_number(b, a->bytes[i]);
	}
}

static void add_host(struct buffer *b, const struct address *a)
{
	if (a->family == AF_INET6)
		buffer_char(b, '[');
	add_plain(b, a);
	if (a->family == AF_INET6)
		buffer_char(b, ']');
}

static struct slice ended(struct buffer *b)
{
	b->at[b->len] = 0;
	return buffer_slice(b);
}

struct slice address_plain_text(const struct address *a, char *text)
{
	struct buffer b = buffer(text, ADDRESS_TEXT - 1);
	add_plain(&b, a);
	return ended(&b);
}

struct slice address_host_text(const struct address *a, char *text)
{
	struct buffer b = buffer(text, ADDRESS_TEXT - 1);
	add_host(&b, a);
	return ended(&b);
}

struct slice address_text(const struct address *a, char *text)
{
	struct buffer b = buffer(text, ADDRESS_TEXT - 1);
	add_host(&b, a);
	if (a->port) {
		buffer_char(&b, ':');
		buffer_number(&b, a->port);
	}
	return ended(&b);
}

void address_from_sockaddr(const struct sockaddr_storage *from, struct address *a)
{
	*a = (struct address){ 0 };
	if (from->ss_family == AF_INET) {
		struct sockaddr_in in;
		memcpy(&in, from, sizeof in);
		memcpy(a->bytes, &in.sin_addr, 4);
		a->port = ntohs(in.sin_port);
		a->family = AF_INET;
	} else if (from->ss_family == AF_INET6) {
		struct sockaddr_in6 in6;
		memcpy(&in6, from, sizeof in6);
		memcpy(a->bytes, &in6.sin6_addr, 16);
		a->scope = in6.sin6_scope_id;
		a->port = ntohs(in6.sin6_port);
		a->family = AF_INET6;
	}
}

socklen_t address_to_sockaddr(const struct address *a, struct sockaddr_storage *to)
{
	memset(to, 0, sizeof *to);
	if (a->family == AF_INET) {
		struct sockaddr_in in = { .sin_family = AF_INET, .sin_port = htons(a->port) };
		memcpy(&in.sin_addr, a->bytes, 4);
		memcpy(to, &in, sizeof in);
		return sizeof in;
	}
	if (a->family == AF_INET6) {
		struct sockaddr_in6 in6 = {
			.sin6_family = AF_INET6, .sin6_port = htons(a->port), .sin6_scope_id = a->scope
		};
		memcpy(&in6.sin6_addr, a->bytes, 16);
		memcpy(to, &in6, sizeof in6);
		return sizeof in6;
	}
	return 0;
}

/* The mask of byte I of an address under PREFIX bits. */
static uint8_t mask_byte(int prefix, int i)
{
	int bits = prefix - 8 * i;
	return bits >= 8 ? 0xff : bits <= 0 ? 0 : (uint8_t)(0xff00 >> bits);
}

/* The prefix length that MASK, behind the slash of a network of FAMILY, says; -1 when it says none. */
static int prefix_parse(struct slice mask, int family)
{
	int bits = 8 * bytes_of(family);
	uint64_t n;
	if (slice_number(mask, &n))
		return n <= (uint64_t)bits ? (int)n : -1;
	struct address a;
	if (family != AF_INET || !address_parse(mask, &a) || a.family != AF_INET)
		return -1;
	for (int prefix = 0; prefix <= bits; prefix++) {
		int i = 0;
		while (i < 4 && a.bytes[i] == mask_byte(prefix, i))
			i++;
		if (i == 4)
			return prefix;
	}
	return -1;
}

bool network_parse(struct slice s, struct network *n)
{
	*n = (struct network){ 0 };
	ptrdiff_t slash = slice_find(s, '/');
	struct network read = { 0 };
	if (!address_parse(slash < 0 ? s : slice(s.at, (size_t)slash), &read.base))
		return false;
	int bytes = bytes_of(read.base.family), prefix = 8 * bytes;
	if (slash >= 0)
		prefix = prefix_parse(slice(s.at + slash + 1, s.len - (size_t)slash - 1), read.base.family);
	if (prefix < 0)
		return false;
	read.prefix = (uint8_t)prefix;
	bool clean = true;
	for (int i = 0; i < bytes; i++) {
		uint8_t kept = read.base.bytes[i] & mask_byte(prefix, i);
		clean = clean && kept == read.base.bytes[i];
		read.base.bytes[i] = kept;
	}
	*n = read;
	return clean;
}

bool network_has(const struct network *n, const struct address *a)
{
	if (n->base.family != a->family || a->family == 0)
		return false;
	for (int i = 0; 8 * i < n->prefix; i++)
		if ((a->bytes[i] ^ n->base.bytes[i]) & mask_byte(n->prefix, i))
			return false;
	return true;
}
