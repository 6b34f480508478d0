/* site: what this server is: its listeners and names.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/site.h"

enum { SIP_PORT = 5060 };

static bool same_host(struct slice host, const struct address *address, bool is_address, struct slice name)
{
	struct address a;

	if (slice_equal_nocase(host, name))
		return true;
	return is_address && address_parse(name, &a) && address_same_host(&a, address);
}

bool site_is_self(const struct site *s, struct slice host, uint16_t port)
{
	struct address address;
	bool is_address = address_parse(host, &address);
	uint16_t meant = port ? port : SIP_PORT;

	/* a name may have its root's dot */
	if (!is_address && host.len > 1 && host.at[host.len - 1] == '.')
		host.len--;
	for (int i = 0; i < s->listener_count; i++) {
		const struct listener *l = &s->listeners[i];
		if (is_address && l->address.port == meant && address_same_host(&address, &l->address))
			return true;
		if ((l->port ? l->port : SIP_PORT) == meant && same_host(host, &address, is_address, l->host))
			return true;
	}
	for (int i = 0; i < s->alias_count; i++) {
		const struct site_alias *a = &s->aliases[i];
		if ((!a->port || a->port == meant) && same_host(host, &address, is_address, a->host))
			return true;
	}
	return false;
}

static bool is_loopback(const struct address *a)
{
	static const uint8_t six[16] = { [15] = 1 };

	return a->family == AF_INET ? a->bytes[0] == 127 : memcmp(a->bytes, six, sizeof six) == 0;
}

static bool reaches(const struct listener *l, const struct address *peer)
{
	return l->address.family == peer->family && (!is_loopback(&l->address) || is_loopback(peer));
}

int site_listener_for(const struct site *s, const struct address *peer, int preferred)
{
	if (preferred >= 0 && preferred < s->listener_count && reaches(&s->listeners[preferred], peer))
		return preferred;
	for (int i = 0; i < s->listener_count; i++)
		if (reaches(&s->listeners[i], peer))
			return i;
	return -1;
}
