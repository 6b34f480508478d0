/* route: the actions for Record-Route and Route (RFC 3261 16.4, 16.6 step 4).
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/actions.h"
#include "actions/parts.h"
#include "actions/services.h"
#include "actions/targets.h"
#include "base/log.h"

enum { SIP_PORT = 5060 };

static const struct slice none = SLICE("");

/* ---- Record-Route ---- */

static bool is_param_char(char c)
{
	static const char allowed[] = "-_.!~*'()[]/:&+$%=;";

	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c && strchr(allowed, c));
}

/* Appends PARAMS, ";name=value" pieces, to those of the Record-Route. Anything that could end the URI is refused. */
static bool add_params(struct run *run, struct slice params)
{
	struct edition *e = &run->message->now;

	params = slice_trim(params);
	for (size_t i = 0; i < params.len; i++)
		if (!is_param_char(params.at[i])) {
			run_log(run, LOG_LEVEL_WARN, "\"%.*s\" are no URI parameters", SLICE_FMT(params));
			return false;
		}
	if (!params.len)
		return true;
	if (params.at[0] != ';')
		params = arena_join(run->arena, SLICE(";"), params);
	e->record_route_params = arena_join(run->arena, e->record_route_params, params);
	return true;
}

int act_record_route(struct run *run, const struct value *argv, int argc)
{
	if (argc > 0 && argv[0].type == VALUE_STRING && !add_params(run, argv[0].text))
		return RUN_FALSE;
	run->message->now.record_route = true;
	return RUN_TRUE;
}

int act_add_rr_param(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return add_params(run, argv[0].text) ? RUN_TRUE : RUN_FALSE;
}

/* ---- Route ---- */

static bool is_ours(const struct run *run, const struct uri *u)
{
	return (u->scheme == URI_SIP || u->scheme == URI_SIPS) &&
	       site_is_self(run->services->site, u->host, u->port);
}

/* Takes the N-th Route value (0, or -1 for the last) apart. */
static bool route_uri(const struct run *run, int n, struct uri *u)
{
	struct slice value;
	struct name_addr route;

	return message_value(run->message, HEADER_ROUTE, n, &value) && name_addr_parse(value, &route) &&
	       uri_parse(route.uri, u);
}

/* Takes the last Route value off. */
static void drop_last(struct message *m)
{
	int line = -1;

	for (int i = message_line(m, HEADER_ROUTE, none, 0); i >= 0;
		i = message_line(m, HEADER_ROUTE, none, i + 1))
		line = i;
	struct slice rest = m->now.lines->at[line].value, value, last = none;
	const char *start = rest.at;
	while (list_next(&rest, &value))
		last = value;
	struct slice kept = slice_trim(slice(start, (size_t)(last.at - start)));
	if (kept.len && kept.at[kept.len - 1] == ',')
		kept.len--;
	kept = slice_trim(kept);
	if (kept.len)
		message_replace(m, line, kept);
	else
		message_remove(m, line);
}

/* A strict router before us put our Record-Route into the Request-URI, and the real one behind the Routes. */
static void undo_strict_route(struct run *run)
{
	struct message *m = run->message;
	const struct uri *u = &m->now.uri;
	struct uri last;

	if (u->user.len || !uri_is_loose(u) || !is_ours(run, u) || !route_uri(run, -1, &last))
		return;
	routing_get(run)->route_params = u->params;
	if (message_set_uri(m, arena_copy(run->arena, last.text)))
		drop_last(m);
}

/* RFC 3261 16.4: maddr of the Request-URI that is us has done its work, when the request came in by the port and transport named there. */
static void drop_maddr(struct run *run)
{
	struct message *m = run->message;
	const struct uri *u = &m->now.uri;
	const struct listener *l = &run->services->site->listeners[m->flow.listener];
	struct slice maddr, transport;

	if (u->scheme != URI_SIP || !uri_param(u, SLICE("maddr"), &maddr) ||
		!site_is_self(run->services->site, maddr, u->port))
		return;
	if (uri_param(u, SLICE("transport"), &transport) && !slice_equal_nocase(transport, SLICE("udp")))
		return;
	if ((u->port ? u->port : SIP_PORT) != l->address.port)
		return;
	struct slice text = parts_without(run->arena, u, SLICE("maddr"), SLICE("transport"));
	struct uri without;
	if (uri_parse(text, &without))
		message_set_uri(m, uri_with(run->arena, &without, NULL, NULL, -1));
}

enum { ROUTED, NOT_ROUTED, PRELOADED };
enum { ROUTES_AT_ONCE = 4 };

int act_loose_route(struct run *run, const struct value *argv, int argc)
{
	struct message *m = run->message;
	struct routing *r = routing_get(run);
	struct uri top;
	bool strict, ours = false;

	(void)argv, (void)argc;
	r->route_params = none;
	undo_strict_route(run);
	strict = r->route_params.len > 0;
	drop_maddr(run);
	/* A pair of them, one for each side (5658), and those of a spiral are done at once; a request with more than that comes
	 * back to us for the rest. */
	for (int i = 0; i < ROUTES_AT_ONCE && route_uri(run, 0, &top) && is_ours(run, &top); i++) {
		if (!ours && !strict)
			r->route_params = top.params;
		ours = true;
		message_pop(m, HEADER_ROUTE);
	}
	if (!ours && !strict)
		return NOT_ROUTED;
	return m->to_tag.len ? ROUTED : PRELOADED;
}

int act_check_route_param(struct run *run, const struct value *argv, int argc)
{
	const struct routing *r = routing_get(run);

	(void)argc;
	return r->route_params.len && run_match(run, argv[0].number, r->route_params) ? RUN_TRUE : RUN_FALSE;
}

/* RFC 3327 5.1: what comes back for the contact is to pass through here, at the listener that it registers by. */
int act_add_path(struct run *run, const struct value *argv, int argc)
{
	struct message *m = run->message;
	const struct listener *l = &run->services->site->listeners[m->flow.listener];
	struct slice user = argc > 0 && argv[0].type == VALUE_STRING ? argv[0].text : none;
	int at = message_line(m, HEADER_PATH, none, 0);

	if (m->method != METHOD_REGISTER)
		return RUN_FALSE;
	if (user.len)
		user = arena_join(run->arena, uri_escape_user(run->arena, user), SLICE("@"));
	struct slice line = arena_printf(
		run->arena, "Path: <sip:%.*s%.*s;lr>\r\n", SLICE_FMT(user), SLICE_FMT(l->sent_by));
	return message_insert(m, at < 0 ? 0 : at, line) ? RUN_TRUE : RUN_FALSE;
}
