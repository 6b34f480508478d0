/* request: the actions that ask what the message is, and whether it may be forwarded.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/actions.h"
#include "actions/reply.h"
#include "actions/services.h"
#include "base/log.h"

static const struct slice none = SLICE("");

static int truth(bool b)
{
	return b ? RUN_TRUE : RUN_FALSE;
}

int act_nothing(struct run *run, const struct value *argv, int argc)
{
	(void)run, (void)argv, (void)argc;
	return RUN_TRUE;
}

int act_no(struct run *run, const struct value *argv, int argc)
{
	(void)run, (void)argv, (void)argc;
	return RUN_FALSE;
}

int act_is_method(struct run *run, const struct value *argv, int argc)
{
	enum method method = run->message->method;

	(void)argc;
	return truth(method != METHOD_OTHER && (argv[0].number >> method & 1));
}

int act_is_request(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(run->message->request);
}

int act_is_reply(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(!run->message->request);
}

int act_has_totag(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(run->message->to_tag.len > 0);
}

int act_len_gt(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return truth((int64_t)run->message->text.len > argv[0].number);
}

int act_is_first_hop(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(message_values(run->message, HEADER_VIA) == 1);
}

/* ---- whose it is ---- */

static bool is_us(const struct run *run, const struct uri *u)
{
	return (u->scheme == URI_SIP || u->scheme == URI_SIPS) &&
	       site_is_self(run->services->site, u->host, u->port);
}

int act_is_myself(struct run *run, const struct value *argv, int argc)
{
	struct slice place = argv[0].text;
	struct address address;
	struct uri u;

	(void)argc;
	if (slice_starts_nocase(place, SLICE("sip:")) || slice_starts_nocase(place, SLICE("sips:")))
		return truth(uri_parse(place, &u) && is_us(run, &u));
	if (address_parse(place, &address))
		return truth(site_is_self(run->services->site, place, 0));
	return truth(
		uri_parse(arena_join(run->arena, SLICE("sip:"), place), &u) && !u.has_user && is_us(run, &u));
}

int act_is_uri_host_local(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(is_us(run, &run->message->now.uri));
}

int act_is_from_local(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(is_us(run, &run->message->from_uri));
}

int act_uri_param(struct run *run, const struct value *argv, int argc)
{
	struct slice value;

	if (!uri_param(&run->message->now.uri, argv[0].text, &value))
		return RUN_FALSE;
	return truth(argc < 2 || argv[1].type != VALUE_STRING || slice_equal_nocase(value, argv[1].text));
}

/* ---- whether it may go on ---- */

int act_maxfwd(struct run *run, const struct value *argv, int argc)
{
	struct message *m = run->message;

	(void)argc;
	if (m->now.max_forwards < 0)
		message_set_max_forwards(
			m, argv[0].number > 0 && argv[0].number < 256 ? (int)argv[0].number : 70);
	return m->now.max_forwards > 0 ? RUN_TRUE : RUN_FALSE;
}

static int refuse(struct run *run, int status, struct slice reason, struct slice extra)
{
	if (run->message->method == METHOD_ACK)
		run->effects |= EFFECT_DISCARDED;
	else
		reply_send(run, status, reason, extra);
	return RUN_FALSE;
}

static bool is_number_line(const struct message *m, enum header h, uint64_t max)
{
	int i = message_line(m, h, none, 0);
	uint64_t n;

	return i < 0 || (slice_number(m->now.lines->at[i].value, &n) && n <= max);
}

static bool contacts_parse(const struct message *m)
{
	struct slice value;
	struct name_addr contact;
	struct uri uri;

	for (int i = message_line(m, HEADER_CONTACT, none, 0); i >= 0;
		i = message_line(m, HEADER_CONTACT, none, i + 1)) {
		struct slice rest = m->now.lines->at[i].value;
		while (list_next(&rest, &value)) {
			if (!name_addr_parse(value, &contact))
				return false;
			if (!slice_equal(contact.uri, SLICE("*")) && !uri_parse(contact.uri, &uri))
				return false;
		}
	}
	return true;
}

/* Whether every credential is "Digest" with the parameters of RFC 3261 22.4; other schemes are not ours to judge. */
static bool credentials_parse(const struct message *m, enum header h)
{
	static const char *const needed[] = { "username=", "realm=", "nonce=", "response=", "uri=" };

	for (int i = message_line(m, h, none, 0); i >= 0; i = message_line(m, h, none, i + 1)) {
		struct slice rest = m->now.lines->at[i].value, piece;
		unsigned found = 0;
		if (!slice_starts_nocase(rest, SLICE("Digest")))
			continue;
		rest = slice_trim(slice(rest.at + 6, rest.len - 6));
		while (list_next(&rest, &piece))
			for (unsigned k = 0; k < 5; k++)
				if (slice_starts_nocase(slice_trim(piece), slice_of(needed[k])))
					found |= 1u << k;
		if (found != 31)
			return false;
	}
	return true;
}

int act_sanity_check(struct run *run, const struct value *argv, int argc)
{
	const struct message *m = run->message;
	enum uri_scheme scheme = m->now.uri.scheme;
	struct slice reason = none, extra = none;

	(void)argv, (void)argc;
	if (!m->request)
		return RUN_TRUE;
	if (scheme != URI_SIP && scheme != URI_SIPS && scheme != URI_TEL)
		return refuse(run, 416, none, none);
	/* RFC 3261 16.3 step 5; we know none of the extensions that a proxy can be asked for */
	if (m->method != METHOD_ACK && m->method != METHOD_CANCEL &&
		message_values(m, HEADER_PROXY_REQUIRE) > 0)
		return refuse(run, relay_status(RELAY_BAD_EXTENSION, m, run->arena, &reason, &extra), reason,
			extra);
	if (m->method == METHOD_INVITE && !m->to_tag.len && message_line(m, HEADER_CONTACT, none, 0) < 0)
		return refuse(run, 400, SLICE("Missing Contact"), none);
	if (!contacts_parse(m))
		return refuse(run, 400, SLICE("Bad Contact"), none);
	if (!is_number_line(m, HEADER_MAX_FORWARDS, 255))
		return refuse(run, 400, SLICE("Bad Max-Forwards"), none);
	if (!is_number_line(m, HEADER_EXPIRES, UINT32_MAX))
		return refuse(run, 400, SLICE("Bad Expires"), none);
	if (!credentials_parse(m, HEADER_AUTHORIZATION) || !credentials_parse(m, HEADER_PROXY_AUTHORIZATION))
		return refuse(run, 400, SLICE("Bad Credentials"), none);
	return RUN_TRUE;
}
