/* via: one value of a Via header field, by RFC 3261 20.42 and RFC 3581.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/chars.h"
#include "sip/message.h"

/* Cuts a token with the blanks round it off *REST. */
static bool token_cut(struct slice *rest, struct slice *token)
{
	*rest = chars_skip(*rest, chars_span_lws(*rest));
	*token = slice(rest->at, chars_span(*rest, CHAR_TOKEN));
	*rest = chars_skip(*rest, token->len);
	return token->len > 0;
}

/* Cuts C off *REST, with the blanks in front of it. */
static bool char_cut(struct slice *rest, char c)
{
	struct slice s = chars_skip(*rest, chars_span_lws(*rest));
	if (s.len == 0 || s.at[0] != c)
		return false;
	*rest = chars_skip(s, 1);
	return true;
}

/* Cuts "host[:port]" off *REST. */
static bool sent_by_cut(struct slice *rest, struct via *via)
{
	*rest = chars_skip(*rest, chars_span_lws(*rest));
	const char *start = rest->at, *end;
	struct address address;
	if (rest->len && rest->at[0] == '[') {
		end = memchr(rest->at, ']', rest->len);
		if (!end || !address_parse(slice(rest->at, (size_t)(end - rest->at) + 1), &address))
			return false;
		via->host = slice(rest->at, (size_t)(end - rest->at) + 1);
	} else {
		via->host = slice(rest->at, chars_span(*rest, CHAR_HOST));
	}
	if (via->host.len == 0)
		return false;
	*rest = chars_skip(*rest, via->host.len);
	if (char_cut(rest, ':')) {
		uint64_t port;
		*rest = chars_skip(*rest, chars_span_lws(*rest));
		struct slice digits = slice(rest->at, 0);
		while (digits.len < rest->len && char_is_digit(rest->at[digits.len]))
			digits.len++;
		if (!slice_number(digits, &port) || port == 0 || port > 65535)
			return false;
		via->port = (uint16_t)port;
		*rest = chars_skip(*rest, digits.len);
	}
	via->sent_by = slice(start, (size_t)(rest->at - start));
	return true;
}

/* The length of a parameter's value at the front of S: a token, a host, an address or a quoted string; there are branches with '/'. */
static size_t value_span(struct slice s)
{
	if (s.len && s.at[0] == '"')
		return chars_quoted(s);
	size_t n = 0;
	while (n < s.len && (char_is(s.at[n], CHAR_TOKEN) || s.at[n] == '[' || s.at[n] == ']' ||
				    s.at[n] == ':' || s.at[n] == '/'))
		n++;
	return n;
}

/* Notes the parameters that matter. The first of a name counts; a second branch would make replies ambiguous. */
static bool note_param(struct via *via, struct slice name, struct slice value, bool has_value)
{
	uint64_t port = 0;
	switch (name.len) {
	case 5:
		if (slice_equal_nocase(name, SLICE("maddr"))) {
			via->maddr = value;
		} else if (slice_equal_nocase(name, SLICE("rport"))) {
			if (has_value && (!slice_number(value, &port) || port > 65535))
				return false;
			via->rport = (uint16_t)port;
			via->has_rport = true;
		}
		return true;
	case 6:
		if (slice_equal_nocase(name, SLICE("branch"))) {
			if (via->branch.len || value.len == 0)
				return false;
			via->branch = value;
		}
		return true;
	case 8:
		if (slice_equal_nocase(name, SLICE("received")))
			via->received = value;
		return true;
	default:
		return true;
	}
}

/* Reads ";name[=value]" pieces up to the end of REST. */
static bool params_parse(struct slice rest, struct via *via)
{
	while (char_cut(&rest, ';')) {
		struct slice name, value = { 0 };
		if (!token_cut(&rest, &name))
			return false;
		bool has_value = char_cut(&rest, '=');
		if (has_value) {
			rest = chars_skip(rest, chars_span_lws(rest));
			value = slice(rest.at, value_span(rest));
			if (value.len == 0)
				return false;
			rest = chars_skip(rest, value.len);
		}
		if (!note_param(via, name, value, has_value))
			return false;
	}
	return chars_span_lws(rest) == rest.len;
}

bool via_parse(struct slice s, struct via *via)
{
	struct slice rest = slice_trim(s), name, version;
	*via = (struct via){ .text = rest };
	if (!token_cut(&rest, &name) || !char_cut(&rest, '/') || !token_cut(&rest, &version) ||
		!char_cut(&rest, '/') || !token_cut(&rest, &via->transport))
		return false;
	if (chars_span_lws(rest) == 0 || !sent_by_cut(&rest, via))
		return false;
	via->params = rest;
	return params_parse(rest, via);
}
