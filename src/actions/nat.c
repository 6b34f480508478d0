/* nat: the actions for senders behind network address translation.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/actions.h"
#include "actions/parts.h"
#include "actions/services.h"
#include "base/log.h"

/* What nat_uac_test's number is made of. */
enum {
	TEST_CONTACT_PRIVATE = 1,
	TEST_VIA_ADDRESS = 2,
	TEST_VIA_PRIVATE = 4,
	TEST_SDP_PRIVATE = 8,
	TEST_VIA_PORT = 16,
	TEST_SOURCE_PRIVATE = 32,
	TEST_CONTACT_PORT = 128,
	TEST_SDP_ADDRESS = 256,
};

enum { CONTACTS_MAX = 16 /* of one message, for the actions that change them */ };

static const struct slice none = SLICE("");

/* RFC 1918, 6598, 3927, 4193 and link-local addresses. */
static bool is_private(const struct address *a)
{
	const uint8_t *b = a->bytes;

	if (a->family == AF_INET6)
		return (b[0] & 0xfe) == 0xfc || (b[0] == 0xfe && (b[1] & 0xc0) == 0x80);
	return b[0] == 10 || (b[0] == 172 && (b[1] & 0xf0) == 16) || (b[0] == 192 && b[1] == 168) ||
	       (b[0] == 100 && (b[1] & 0xc0) == 64) || (b[0] == 169 && b[1] == 254);
}

/* The first Contact's URI. */
static bool contact_uri(const struct message *m, struct uri *u)
{
	struct slice value;
	struct name_addr contact;

	return message_value(m, HEADER_CONTACT, 0, &value) && name_addr_parse(value, &contact) &&
	       uri_parse(contact.uri, u) && (u->scheme == URI_SIP || u->scheme == URI_SIPS);
}

/* Whether a connection line of the SDP in BODY has a private address, or one that is not SOURCE. */
static bool sdp_test(struct slice body, const struct address *source, bool private)
{
	struct slice line, address_text;
	struct address a;

	while (slice_cut(&body, '\n', &line)) {
		if (!slice_starts(line, SLICE("c=IN IP4 ")) && !slice_starts(line, SLICE("c=IN IP6 ")))
			continue;
		line = slice_trim(slice(line.at + 9, line.len - 9));
		if (!slice_cut(&line, '/', &address_text) || !address_parse(address_text, &a))
			continue;
		if (private ? is_private(&a) : !address_same_host(&a, source))
			return true;
	}
	return false;
}

static bool via_test(const struct message *m, int64_t tests)
{
	const struct address *source = &m->flow.peer;
	struct address via;
	bool literal = address_parse(m->via.host, &via);

	if ((tests & TEST_VIA_ADDRESS) && (!literal || !address_same_host(&via, source)))
		return true;
	if ((tests & TEST_VIA_PRIVATE) && literal && is_private(&via))
		return true;
	return (tests & TEST_VIA_PORT) && (m->via.port ? m->via.port : 5060) != source->port;
}

static bool contact_test(const struct message *m, int64_t tests)
{
	struct address a;
	struct uri u;

	if (!contact_uri(m, &u))
		return false;
	if ((tests & TEST_CONTACT_PRIVATE) && address_parse(u.host, &a) && is_private(&a))
		return true;
	return (tests & TEST_CONTACT_PORT) && (u.port ? u.port : 5060) != m->flow.peer.port;
}

int act_nat_uac_test(struct run *run, const struct value *argv, int argc)
{
	const struct message *m = run->message;
	const struct address *source = &m->flow.peer;
	int64_t tests = argv[0].number;

	(void)argc;
	if ((tests & TEST_SOURCE_PRIVATE) && is_private(source))
		return RUN_TRUE;
	if (m->request && via_test(m, tests))
		return RUN_TRUE;
	if (contact_test(m, tests))
		return RUN_TRUE;
	if ((tests & TEST_SDP_PRIVATE) && sdp_test(m->now.body, source, true))
		return RUN_TRUE;
	return (tests & TEST_SDP_ADDRESS) && sdp_test(m->now.body, source, false) ? RUN_TRUE : RUN_FALSE;
}

/* ---- changing the message ---- */

int act_force_rport(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	run->message->via.has_rport = true;
	return RUN_TRUE;
}

/* A Contact URI as it is to be; "" keeps it. */
typedef struct slice contact_change(struct run *run, const struct uri *u);

static bool is_source(const struct message *m, const struct uri *u)
{
	struct address a;

	return uri_address(u, &a) && address_same_host(&a, &m->flow.peer) &&
	       (u->port ? u->port : 5060) == m->flow.peer.port;
}

static struct slice to_source(struct run *run, const struct uri *u)
{
	const struct message *m = run->message;
	struct address address = m->flow.peer;
	char text[ADDRESS_TEXT];

	if (is_source(m, u))
		return none;
	address.port = 0;
	struct slice host = address_text(&address, text);
	return uri_with(run->arena, u, NULL, &host, m->flow.peer.port);
}

/* alias=ADDRESS~PORT~PROTOCOL, 1 for UDP, in front of the URI's headers. */
static struct slice with_alias(struct run *run, const struct uri *u)
{
	const struct message *m = run->message;
	struct address address = m->flow.peer;
	char text[ADDRESS_TEXT];
	struct slice old;

	if (is_source(m, u) || uri_param(u, SLICE("alias"), &old))
		return none;
	address.port = 0;
	address_text(&address, text);
	size_t end = u->headers.len ? (size_t)(u->headers.at - 1 - u->text.at) : u->text.len;
	return arena_printf(run->arena, "%.*s;alias=%s~%u~1%.*s", (int)end, u->text.at, text,
		m->flow.peer.port, (int)(u->text.len - end), u->text.at + end);
}

/* VALUE, one Contact, with its URI changed; itself when it stays. */
static struct slice change_value(struct run *run, struct slice value, contact_change *change)
{
	struct name_addr contact;
	struct uri u;

	if (!name_addr_parse(value, &contact) || !uri_parse(contact.uri, &u) ||
		(u.scheme != URI_SIP && u.scheme != URI_SIPS))
		return value;
	struct slice uri = change(run, &u);
	if (!uri.len)
		return value;
	struct slice before = slice(value.at, (size_t)(contact.uri.at - value.at));
	const char *end = contact.uri.at + contact.uri.len;
	struct slice behind = slice(end, (size_t)(value.at + value.len - end));
	bool bare = !before.len || before.at[before.len - 1] != '<';
	return arena_printf(run->arena, "%.*s%s%.*s%s%.*s", SLICE_FMT(before), bare ? "<" : "",
		SLICE_FMT(uri), bare ? ">" : "", SLICE_FMT(behind));
}

static int change_contacts(struct run *run, contact_change *change)
{
	struct message *m = run->message;
	struct uri u;

	if (!contact_uri(m, &u) || message_values(m, HEADER_CONTACT) > CONTACTS_MAX)
		return RUN_FALSE;
	for (int i = message_line(m, HEADER_CONTACT, none, 0); i >= 0;
		i = message_line(m, HEADER_CONTACT, none, i + 1)) {
		struct slice rest = m->now.lines->at[i].value, value, list = none;
		while (list_next(&rest, &value))
			list = arena_printf(run->arena, "%.*s%s%.*s", SLICE_FMT(list), list.len ? ", " : "",
				SLICE_FMT(change_value(run, value, change)));
		if (!slice_equal(list, m->now.lines->at[i].value))
			message_replace(m, i, list);
	}
	return RUN_TRUE;
}

int act_fix_nated_contact(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return change_contacts(run, to_source);
}

int act_add_contact_alias(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return change_contacts(run, with_alias);
}

/* Reads "ADDRESS~PORT~1" into a URI; "" when it is not that. */
static struct slice alias_uri(struct run *run, struct slice alias)
{
	struct slice host, port, protocol;
	struct address a;
	uint64_t n;

	if (!slice_cut(&alias, '~', &host) || !slice_cut(&alias, '~', &port) ||
		!slice_cut(&alias, '~', &protocol) || !address_parse(host, &a) || !slice_number(port, &n) ||
		n < 1 || n > 65535 || !slice_equal(protocol, SLICE("1")))
		return none;
	char text[ADDRESS_TEXT];
	address_text(&a, text);
	return arena_printf(run->arena, "sip:%s:%u", text, (unsigned)n);
}

int act_handle_ruri_alias(struct run *run, const struct value *argv, int argc)
{
	struct message *m = run->message;
	const struct uri *u = &m->now.uri;
	struct slice alias;

	(void)argv, (void)argc;
	if (!uri_param(u, SLICE("alias"), &alias))
		return RUN_FALSE;
	struct slice next_hop = alias_uri(run, alias);
	if (!next_hop.len) {
		run_log(run, LOG_LEVEL_NOTICE, "no alias that can be used: \"%.*s\"", SLICE_FMT(alias));
		return RUN_FALSE;
	}
	if (!message_set_uri(m, parts_without(run->arena, u, SLICE("alias"), none)))
		return RUN_FALSE;
	m->now.next_hop = next_hop;
	return RUN_TRUE;
}
