/* var_uri: variables of the request line and of where the request goes.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/variables.h"

#include "core/target.h"

static const struct slice schemes[] = { [URI_OTHER] = { "", 0 },
	[URI_SIP] = { "sip", 3 },
	[URI_SIPS] = { "sips", 4 },
	[URI_TEL] = { "tel", 3 } };

void var_uri_part(const struct uri *u, char what, struct value *out)
{
	struct slice transport;
	bool sip = u->scheme == URI_SIP || u->scheme == URI_SIPS;
	switch (what) {
	case 'u':
		var_text(out, u->text);
		break;
	case 'U':
		if (u->has_user || u->scheme == URI_TEL)
			var_text(out, u->user);
		break;
	case 'd':
		var_text(out, u->host);
		break;
	case 'p':
		if (sip)
			*out = value_int(u->port ? u->port : u->scheme == URI_SIPS ? 5061 : 5060);
		break;
	case 'P':
		if (sip)
			*out = value_text(uri_param(u, SLICE("transport"), &transport) && transport.len
						  ? transport
						  : SLICE("udp"));
		break;
	case 'z':
		var_text(out, schemes[u->scheme]);
		break;
	}
}

/* Part WHAT of the Request-URI; a reply has none. */
static void request_uri(const struct run *run, char what, struct value *out)
{
	if (run->message->request)
		var_uri_part(&run->message->now.uri, what, out);
}

GETTER(var_ru)
{
	request_uri(run, 'u', out);
}

GETTER(var_rU)
{
	request_uri(run, 'U', out);
}

GETTER(var_rd)
{
	request_uri(run, 'd', out);
}

GETTER(var_rp)
{
	request_uri(run, 'p', out);
}

GETTER(var_rP)
{
	request_uri(run, 'P', out);
}

GETTER(var_rz)
{
	request_uri(run, 'z', out);
}

/* Part WHAT of the URI text S. */
static void text_uri(struct slice s, char what, struct value *out)
{
	struct uri u;
	if (s.len && uri_parse(s, &u))
		var_uri_part(&u, what, out);
}

GETTER(var_ou)
{
	var_text(out, run->message->received_uri);
}

GETTER(var_oU)
{
	text_uri(run->message->received_uri, 'U', out);
}

GETTER(var_od)
{
	text_uri(run->message->received_uri, 'd', out);
}

GETTER(var_op)
{
	text_uri(run->message->received_uri, 'p', out);
}

GETTER(var_oP)
{
	text_uri(run->message->received_uri, 'P', out);
}

GETTER(var_du)
{
	var_text(out, run->message->now.next_hop);
}

GETTER(var_dd)
{
	text_uri(run->message->now.next_hop, 'd', out);
}

GETTER(var_dp)
{
	text_uri(run->message->now.next_hop, 'p', out);
}

GETTER(var_dP)
{
	text_uri(run->message->now.next_hop, 'P', out);
}

GETTER(var_nh)
{
	const struct message *m = run->message;
	if (!m->request)
		return;
	struct target t = { .uri = m->now.uri.text, .next_hop = m->now.next_hop };
	char what = key->key.len == 1 ? key->key.at[0] : 'u';
	text_uri(target_next_hop(&t, m, &m->now), what, out);
	if (out->type == VALUE_INT)
		*out = value_text(arena_printf(run->arena, "%u", (unsigned)out->number));
}

/* ---- writing ---- */

SETTER(var_set_ru)
{
	struct message *m = run->message;
	return m->request && value->type == VALUE_STRING &&
	       message_set_uri(m, arena_copy(m->arena, value->text));
}

/* Writes the Request-URI anew with another user, host or port (see uri_with). */
static bool rewrite(struct run *run, const struct slice *user, const struct slice *host, int port)
{
	struct message *m = run->message;
	bool sip = m->now.uri.scheme == URI_SIP || m->now.uri.scheme == URI_SIPS;
	return m->request && sip && message_set_uri(m, uri_with(m->arena, &m->now.uri, user, host, port));
}

SETTER(var_set_rU)
{
	struct slice user = value->type == VALUE_STRING ? value->text : SLICE("");
	return (value->type == VALUE_STRING || value->type == VALUE_ABSENT) && rewrite(run, &user, NULL, 0);
}

SETTER(var_set_rd)
{
	return value->type == VALUE_STRING && value->text.len && rewrite(run, NULL, &value->text, 0);
}

SETTER(var_set_rp)
{
	if (value->type == VALUE_ABSENT)
		return rewrite(run, NULL, NULL, -1);
	return value->type == VALUE_INT && value->number > 0 && value->number <= 65535 &&
	       rewrite(run, NULL, NULL, (int)value->number);
}

SETTER(var_set_du)
{
	struct message *m = run->message;
	struct uri u;
	if (!m->request || (value->type != VALUE_STRING && value->type != VALUE_ABSENT))
		return false;
	if (value->type == VALUE_ABSENT || !value->text.len) {
		m->now.next_hop = SLICE("");
		return true;
	}
	struct slice uri = arena_copy(m->arena, value->text);
	if (!uri_parse(uri, &u) || (u.scheme != URI_SIP && u.scheme != URI_SIPS))
		return false;
	m->now.next_hop = uri;
	return true;
}
