/* transform_uri: the transformations, and the instructions of the machine, that need to know SIP.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/services.h"
#include "actions/variables.h"
#include "vm/transform.h"

/* Every transformation has these parameters, whether it needs them or not. */
#define TRANSFORM(function)                                                                                  \
	void function(struct run *run __attribute__((unused)), const struct value *v,                        \
		const struct value *argv __attribute__((unused)), int argc __attribute__((unused)),          \
		struct value *out)

TRANSFORM(transform_s_escape_user)
{
	*out = value_text(uri_escape_user(run->arena, v->text));
}

TRANSFORM(transform_s_unescape_user)
{
	*out = value_text(uri_unescape(run->arena, v->text));
}

static void part(const struct value *v, char what, struct value *out)
{
	struct uri u;
	if (uri_parse(v->text, &u))
		var_uri_part(&u, what, out);
}

TRANSFORM(transform_uri_user)
{
	part(v, 'U', out);
}

TRANSFORM(transform_uri_host)
{
	part(v, 'd', out);
}

TRANSFORM(transform_uri_scheme)
{
	part(v, 'z', out);
}

TRANSFORM(transform_uri_passwd)
{
	struct uri u;
	if (uri_parse(v->text, &u))
		var_text(out, u.password);
}

TRANSFORM(transform_uri_port)
{
	struct uri u;
	if (uri_parse(v->text, &u) && u.port)
		*out = value_int(u.port);
}

TRANSFORM(transform_uri_params)
{
	struct uri u;
	if (uri_parse(v->text, &u))
		var_text(out, u.params);
}

TRANSFORM(transform_uri_headers)
{
	struct uri u;
	if (uri_parse(v->text, &u))
		var_text(out, u.headers);
}

static void param(const struct value *v, struct slice name, struct value *out)
{
	struct uri u;
	struct slice value;
	if (uri_parse(v->text, &u) && uri_param(&u, name, &value))
		*out = value_text(value);
}

TRANSFORM(transform_uri_param)
{
	param(v, argv[0].type == VALUE_STRING ? argv[0].text : SLICE(""), out);
}

TRANSFORM(transform_uri_transport)
{
	param(v, SLICE("transport"), out);
}

TRANSFORM(transform_nameaddr_name)
{
	struct name_addr n;
	if (name_addr_parse(v->text, &n))
		var_text(out, n.display);
}

TRANSFORM(transform_nameaddr_uri)
{
	struct name_addr n;
	if (name_addr_parse(v->text, &n))
		var_text(out, n.uri);
}

TRANSFORM(transform_nameaddr_params)
{
	struct name_addr n;
	if (name_addr_parse(v->text, &n))
		var_text(out, n.params);
}

TRANSFORM(transform_nameaddr_param)
{
	struct name_addr n;
	struct slice value, name = argv[0].type == VALUE_STRING ? argv[0].text : SLICE("");
	if (name_addr_parse(v->text, &n) && param_find(n.params, name, &value))
		*out = value_text(value);
}

/* ---- what the machine asks ---- */

bool run_same_uri(struct run *run __attribute__((unused)), struct slice a, struct slice b)
{
	struct uri first, second;
	if (slice_equal(a, b))
		return true;
	return uri_parse(a, &first) && uri_parse(b, &second) && uri_equal(&first, &second);
}

/* Reads "host", "host:port", "[v6]" or "[v6]:port". */
static void host_port(struct slice s, struct slice *host, uint16_t *port)
{
	*host = s;
	*port = 0;
	ptrdiff_t colon = -1;
	for (size_t i = s.len; i > 0 && s.at[i - 1] != ']' && colon < 0; i--)
		if (s.at[i - 1] == ':')
			colon = (ptrdiff_t)i - 1;
	/* Two colons and no bracket: an IPv6 address without a port. */
	if (colon < 0 || (s.at[0] != '[' && slice_find(s, ':') != colon))
		return;
	uint64_t n;
	if (!slice_number(slice(s.at + colon + 1, s.len - (size_t)colon - 1), &n) || n == 0 || n > 65535)
		return;
	*host = slice(s.at, (size_t)colon);
	*port = (uint16_t)n;
}

bool run_is_myself(struct run *run, const struct value *v)
{
	const struct site *site = run->services->site;
	char text[ADDRESS_TEXT];
	struct slice host;
	uint16_t port;
	struct uri u;

	if (v->type == VALUE_IP)
		return site_is_self(site, address_host_text(&v->ip, text), 0);
	if (v->type != VALUE_STRING)
		return false;
	if (uri_parse(v->text, &u) && u.scheme != URI_OTHER)
		return u.host.len && site_is_self(site, u.host, u.port);
	host_port(v->text, &host, &port);
	return site_is_self(site, host, port);
}
