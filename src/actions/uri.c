/* uri: the actions that change the Request-URI, $du and the set of targets.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/uri.h"

#include "actions/actions.h"
#include "actions/services.h"
#include "actions/targets.h"
#include "base/log.h"

static int set(struct run *run, struct slice uri)
{
	if (message_set_uri(run->message, uri))
		return RUN_TRUE;
	run_log(run, LOG_LEVEL_WARN, "\"%.*s\" is no URI: $ru stays", SLICE_FMT(uri));
	return RUN_FALSE;
}

/* The Request-URI with another user part; of a tel URI with another number. */
static struct slice with_user(struct run *run, struct slice user)
{
	const struct uri *u = &run->message->now.uri;

	if (u->scheme != URI_TEL)
		return uri_with(run->arena, u, &user, NULL, 0);
	const char *behind = u->user.at + u->user.len;
	struct slice rest = slice(behind, (size_t)(u->text.at + u->text.len - behind));
	return arena_printf(run->arena, "tel:%.*s%.*s", SLICE_FMT(user), SLICE_FMT(rest));
}

static bool has_parts(const struct run *run)
{
	return run->message->now.uri.scheme != URI_OTHER;
}

static int set_user(struct run *run, struct slice user)
{
	if (!has_parts(run))
		return RUN_FALSE;
	if (message_set_uri(run->message, with_user(run, user)))
		return RUN_TRUE;
	return set(run, with_user(run, uri_escape_user(run->arena, user)));
}

int act_seturi(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return set(run, argv[0].text);
}

/* PORT as for uri_with; a port in HOST is stronger. */
static int set_host(struct run *run, struct slice host, int port)
{
	const struct uri *u = &run->message->now.uri;
	struct address address;

	if (u->scheme != URI_SIP && u->scheme != URI_SIPS)
		return RUN_FALSE;
	if (address_parse(host, &address) && address.family == AF_INET6 && host.at[0] != '[')
		host = arena_printf(run->arena, "[%.*s]", SLICE_FMT(host));
	if (slice_find(host, '@') >= 0 || slice_find(host, ';') >= 0 || slice_find(host, '?') >= 0) {
		run_log(run, LOG_LEVEL_WARN, "\"%.*s\" is no host: $ru stays", SLICE_FMT(host));
		return RUN_FALSE;
	}
	const char *end = host.len ? memchr(host.at, ']', host.len) : NULL;
	struct slice behind = end ? slice(end, (size_t)(host.at + host.len - end)) : host;
	if (slice_find(behind, ':') >= 0)
		port = -1;
	return set(run, uri_with(run->arena, u, NULL, &host, port));
}

int act_sethost(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return set_host(run, argv[0].text, 0);
}

int act_sethostport(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return set_host(run, argv[0].text, -1);
}

int act_setport(struct run *run, const struct value *argv, int argc)
{
	const struct uri *u = &run->message->now.uri;

	(void)argc;
	if ((u->scheme != URI_SIP && u->scheme != URI_SIPS) || argv[0].number < 1 || argv[0].number > 65535)
		return RUN_FALSE;
	return set(run, uri_with(run->arena, u, NULL, NULL, (int)argv[0].number));
}

int act_setuser(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return set_user(run, argv[0].text);
}

int act_strip(struct run *run, const struct value *argv, int argc)
{
	struct slice user = run->message->now.uri.user;
	size_t n = (size_t)argv[0].number;

	(void)argc;
	if (n >= user.len)
		return RUN_FALSE;
	return set_user(run, slice(user.at + n, user.len - n));
}

int act_strip_tail(struct run *run, const struct value *argv, int argc)
{
	struct slice user = run->message->now.uri.user;
	size_t n = (size_t)argv[0].number;

	(void)argc;
	if (n >= user.len)
		return RUN_FALSE;
	return set_user(run, slice(user.at, user.len - n));
}

int act_prefix(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return set_user(run, arena_join(run->arena, argv[0].text, run->message->now.uri.user));
}

int act_revert_uri(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	message_set_uri(run->message, run->message->received_uri);
	return RUN_TRUE;
}

int act_setdsturi(struct run *run, const struct value *argv, int argc)
{
	struct uri uri;

	(void)argc;
	if (!uri_parse(argv[0].text, &uri) || uri.scheme != URI_SIP) {
		run_log(run, LOG_LEVEL_WARN, "\"%.*s\" is no SIP URI: $du stays", SLICE_FMT(argv[0].text));
		return RUN_FALSE;
	}
	run->message->now.next_hop = argv[0].text;
	return RUN_TRUE;
}

int act_resetdsturi(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	run->message->now.next_hop = SLICE("");
	return RUN_TRUE;
}

int act_isdsturiset(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return run->message->now.next_hop.len ? RUN_TRUE : RUN_FALSE;
}

/* ---- targets ---- */

/* Reads a qvalue (RFC 3261 25.1) as thousandths; -1 when it is none. */
static int read_q(struct slice s)
{
	int q = 0, weight = 100;

	if (!s.len || (s.at[0] != '0' && s.at[0] != '1') || s.len > 5 || (s.len > 1 && s.at[1] != '.'))
		return -1;
	q = (s.at[0] - '0') * 1000;
	for (size_t i = 2; i < s.len; i++, weight /= 10) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return -1;
		q += (s.at[i] - '0') * weight;
	}
	return q > 1000 ? -1 : q;
}

int act_append_branch(struct run *run, const struct value *argv, int argc)
{
	struct target t = targets_first(run);
	struct uri uri;

	if (argc > 0 && argv[0].type == VALUE_STRING && argv[0].text.len) {
		if (!uri_parse(argv[0].text, &uri)) {
			run_log(run, LOG_LEVEL_WARN, "\"%.*s\" is no URI", SLICE_FMT(argv[0].text));
			return RUN_FALSE;
		}
		t = (struct target){ .uri = argv[0].text, .q = -1, .listener = -1 };
	}
	if (argc > 1 && argv[1].type == VALUE_STRING) {
		t.q = read_q(argv[1].text);
		if (t.q < 0) {
			run_log(run, LOG_LEVEL_WARN, "\"%.*s\" is no q value", SLICE_FMT(argv[1].text));
			return RUN_FALSE;
		}
	}
	if (!targets_add(run, &t)) {
		run_log(run, LOG_LEVEL_WARN, "more targets than max_branches");
		return RUN_FALSE;
	}
	return RUN_TRUE;
}

int act_clear_branches(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	targets_clear(run);
	return RUN_TRUE;
}

/* ---- one target after the other ---- */

/* What a contact without a q counts as. */
static int q_of(const struct target *t)
{
	return t->q < 0 ? 1000 : t->q;
}

int act_load_contacts(struct run *run, const struct value *argv, int argc)
{
	struct routing *r = routing_get(run);
	int count;
	struct target *list = targets_collect(run, SLICE(""), &count);

	(void)argv, (void)argc;
	for (int i = 1; i < count; i++) {
		struct target t = list[i];
		int at = i;
		for (; at > 0 && q_of(&list[at - 1]) < q_of(&t); at--)
			list[at] = list[at - 1];
		list[at] = t;
	}
	r->later = list;
	r->later_count = count;
	targets_clear(run);
	return count ? RUN_TRUE : RUN_FALSE;
}

int act_next_contacts(struct run *run, const struct value *argv, int argc)
{
	struct routing *r = routing_get(run);
	int q = -1;

	(void)argv, (void)argc;
	while (r->later_count && (q < 0 || q_of(r->later) == q)) {
		const struct target *t = r->later++;
		r->later_count--;
		if (q >= 0)
			targets_add(run, t);
		else if (targets_set_first(run, t))
			q = q_of(t);
	}
	return q >= 0 ? RUN_TRUE : RUN_FALSE;
}

int act_force_send_socket(struct run *run, const struct value *argv, int argc)
{
	const struct site *site = run->services->site;
	struct slice text = argv[0].text;
	struct address address;

	(void)argc;
	if (slice_starts_nocase(text, SLICE("udp:")))
		text = slice(text.at + 4, text.len - 4);
	if (!address_parse_port(text, &address))
		return RUN_FALSE;
	for (int i = 0; i < site->listener_count; i++) {
		const struct address *ours = &site->listeners[i].address;
		if (address_same_host(ours, &address) && (!address.port || ours->port == address.port)) {
			routing_get(run)->listener = i;
			return RUN_TRUE;
		}
	}
	run_log(run, LOG_LEVEL_WARN, "sipd does not listen on %.*s", SLICE_FMT(text));
	return RUN_FALSE;
}
