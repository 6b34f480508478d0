/* var_header: variables of the header fields, the body and the message as a whole.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/variables.h"

GETTER(var_rm)
{
	*out = value_text(run->message->method_name);
}

GETTER(var_rs)
{
	if (!run->message->request)
		*out = value_int(run->message->status);
}

GETTER(var_rr)
{
	if (!run->message->request)
		*out = value_text(run->message->reason);
}

GETTER(var_rv)
{
	*out = value_text(SLICE("SIP/2.0"));
}

GETTER(var_mt)
{
	*out = value_int(run->message->request ? 1 : 2);
}

GETTER(var_ml)
{
	*out = value_int((int64_t)run->message->text.len);
}

GETTER(var_mb)
{
	*out = value_text(run->message->text);
}

GETTER(var_max_len)
{
	*out = value_int(65535); /* of a UDP datagram */
}

/* ---- From and To ---- */

GETTER(var_fu)
{
	*out = value_text(run->message->from.uri);
}

GETTER(var_fU)
{
	var_uri_part(&run->message->from_uri, 'U', out);
}

GETTER(var_fd)
{
	var_uri_part(&run->message->from_uri, 'd', out);
}

GETTER(var_fn)
{
	var_text(out, message_unfold(run->arena, run->message->from.display));
}

GETTER(var_ft)
{
	var_text(out, run->message->from_tag);
}

GETTER(var_tu)
{
	*out = value_text(run->message->to.uri);
}

GETTER(var_tU)
{
	var_uri_part(&run->message->to_uri, 'U', out);
}

GETTER(var_td)
{
	var_uri_part(&run->message->to_uri, 'd', out);
}

GETTER(var_tn)
{
	var_text(out, message_unfold(run->arena, run->message->to.display));
}

GETTER(var_tt)
{
	var_text(out, run->message->to_tag);
}

GETTER(var_ci)
{
	*out = value_text(run->message->call_id);
}

GETTER(var_cs)
{
	*out = value_int(run->message->cseq);
}

/* ---- fields by name ---- */

/* The fields called NAME: how many there are. */
static int count_lines(const struct message *m, enum header h, struct slice name)
{
	int n = 0;
	for (int at = -1; (at = message_line(m, h, name, at + 1)) >= 0;)
		n++;
	return n;
}

/* The values of all fields called NAME, joined by commas. */
static void all_lines(struct run *run, enum header h, struct slice name, struct value *out)
{
	const struct message *m = run->message;
	size_t len = 0;
	for (int at = -1; (at = message_line(m, h, name, at + 1)) >= 0;)
		len += message_unfold(run->arena, m->now.lines->at[at].value).len + 1;
	if (!len)
		return;
	struct buffer b = buffer(arena_text(run->arena, len), len);
	for (int at = -1; (at = message_line(m, h, name, at + 1)) >= 0;) {
		if (b.len)
			buffer_char(&b, ',');
		buffer_add(&b, message_unfold(run->arena, m->now.lines->at[at].value));
	}
	*out = value_text(buffer_slice(&b));
}

GETTER(var_hdr)
{
	const struct message *m = run->message;
	enum header h = header_parse(key->key);
	if (key->index == INT32_MIN) {
		all_lines(run, h, key->key, out);
		return;
	}
	int64_t index = key->index;
	if (index < 0)
		index += count_lines(m, h, key->key);
	if (index < 0)
		return;
	int at = message_line(m, h, key->key, 0);
	while (at >= 0 && index-- > 0)
		at = message_line(m, h, key->key, at + 1);
	if (at >= 0)
		*out = value_text(message_unfold(run->arena, m->now.lines->at[at].value));
}

GETTER(var_hdrc)
{
	*out = value_int(count_lines(run->message, header_parse(key->key), key->key));
}

/* *OUT = the value of the first field H; NAME when that is HEADER_OTHER. */
static bool field(const struct run *run, enum header h, struct slice name, struct slice *value)
{
	int at = message_line(run->message, h, name, 0);
	if (at < 0)
		return false;
	*value = message_unfold(run->arena, run->message->now.lines->at[at].value);
	return true;
}

GETTER(var_ua)
{
	struct slice value;
	if (field(run, HEADER_USER_AGENT, SLICE(""), &value) ||
		(!run->message->request && field(run, HEADER_SERVER, SLICE(""), &value)))
		*out = value_text(value);
}

GETTER(var_ct)
{
	struct slice value;
	if (field(run, HEADER_CONTACT, SLICE(""), &value))
		*out = value_text(value);
}

GETTER(var_cT)
{
	struct slice value;
	if (field(run, HEADER_CONTENT_TYPE, SLICE(""), &value))
		*out = value_text(value);
}

GETTER(var_cl)
{
	*out = value_int((int64_t)run->message->now.body.len);
}

GETTER(var_rb)
{
	var_text(out, run->message->now.body);
}

/* ---- fields with a URI in them ---- */

/* *OUT = the URI of the first value of the fields called NAME. */
static void field_uri(const struct run *run, struct slice name, struct value *out)
{
	struct slice value, first;
	struct name_addr n;
	if (field(run, HEADER_OTHER, name, &value) && list_next(&value, &first) && name_addr_parse(first, &n))
		var_text(out, n.uri);
}

GETTER(var_ai)
{
	field_uri(run, SLICE("P-Asserted-Identity"), out);
}

GETTER(var_pu)
{
	field_uri(run, SLICE("P-Preferred-Identity"), out);
}

GETTER(var_re)
{
	field_uri(run, SLICE("Remote-Party-ID"), out);
}

GETTER(var_di)
{
	field_uri(run, SLICE("Diversion"), out);
}

GETTER(var_rt)
{
	field_uri(run, SLICE("Refer-To"), out);
}

/* ---- digest credentials, as sent ---- */

/* Parameter NAME of the credentials in Proxy-Authorization, else in Authorization; without quotes. */
static void credential(const struct run *run, struct slice name, struct value *out)
{
	struct slice rest, pair, scheme;
	if (!field(run, HEADER_PROXY_AUTHORIZATION, SLICE(""), &rest) &&
		!field(run, HEADER_AUTHORIZATION, SLICE(""), &rest))
		return;
	if (!slice_cut(&rest, ' ', &scheme) || !slice_equal_nocase(scheme, SLICE("Digest")))
		return;
	while (list_next(&rest, &pair)) {
		ptrdiff_t equals = slice_find(pair, '=');
		if (equals < 0 || !slice_equal_nocase(slice_trim(slice(pair.at, (size_t)equals)), name))
			continue;
		size_t behind = (size_t)equals + 1;
		struct slice value = slice_trim(slice(pair.at + behind, pair.len - behind));
		if (value.len >= 2 && value.at[0] == '"' && value.at[value.len - 1] == '"')
			value = slice(value.at + 1, value.len - 2);
		var_text(out, value);
		return;
	}
}

GETTER(var_au)
{
	credential(run, SLICE("username"), out);
}

GETTER(var_ad)
{
	struct value user = value_absent();
	credential(run, SLICE("username"), &user);
	ptrdiff_t at = user.type == VALUE_STRING ? slice_find(user.text, '@') : -1;
	if (at >= 0)
		var_text(out, slice(user.text.at + at + 1, user.text.len - (size_t)at - 1));
}

GETTER(var_ar)
{
	credential(run, SLICE("realm"), out);
}

GETTER(var_adu)
{
	credential(run, SLICE("uri"), out);
}

GETTER(var_aa)
{
	credential(run, SLICE("algorithm"), out);
}
