/* flow: where replies go, by RFC 3261 18.2.2 and RFC 3581.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/message.h"

enum { SIP_PORT = 5060 };

/* Whether replies can be sent to A: no broadcast, nor an address that stands for none (RFC 4475 3.1.2.19). */
static bool is_usable(const struct address *a)
{
	static const uint8_t none[16], all[4] = { 255, 255, 255, 255 };
	size_t n = a->family == AF_INET ? 4 : 16;
	return memcmp(a->bytes, none, n) != 0 && (n == 16 || memcmp(a->bytes, all, n) != 0);
}

void message_reply_flow(const struct message *m, struct flow *to)
{
	struct address address;
	*to = m->flow;
	/* a client that sent rport gets the reply where the request came from; so maddr cannot aim it elsewhere */
	if (m->via.has_rport)
		return;
	if (m->via.maddr.len && address_parse(m->via.maddr, &address) && is_usable(&address) &&
		address.family == to->peer.family)
		to->peer = address;
	to->peer.port = m->via.port ? m->via.port : SIP_PORT;
}

bool message_next_flow(const struct message *m, struct flow *to)
{
	struct slice value;
	struct via via;
	struct address address;
	if (!message_value(m, HEADER_VIA, 1, &value) || !via_parse(value, &via))
		return false;
	bool maddr = via.maddr.len && !via.rport;
	if (!address_parse(maddr              ? via.maddr
			   : via.received.len ? via.received
					      : via.host,
		    &address) ||
		!is_usable(&address))
		return false;
	address.port = via.rport ? via.rport : via.port ? via.port : SIP_PORT;
	to->peer = address;
	to->listener = m->flow.listener;
	return true;
}
