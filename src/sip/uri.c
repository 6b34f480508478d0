/* uri: SIP, SIPS and TEL URIs, by RFC 3261 19.1 and 25.1 and RFC 3966.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/uri.h"
#include "base/buffer.h"
#include "sip/chars.h"

/* Reads the scheme of S up to its ':' and says how long it is with the colon; 0 when S has none. */
static size_t scheme_of(struct slice s, enum uri_scheme *scheme)
{
	size_t n = 0;
	while (n < s.len && (char_is(s.at[n], CHAR_HOST) || s.at[n] == '+') && s.at[n] != '_')
		n++;
	if (n == 0 || n == s.len || s.at[n] != ':' || !((s.at[0] | 0x20) >= 'a' && (s.at[0] | 0x20) <= 'z'))
		return 0;
	struct slice name = slice(s.at, n);
	*scheme = slice_equal_nocase(name, SLICE("sip"))    ? URI_SIP
		  : slice_equal_nocase(name, SLICE("sips")) ? URI_SIPS
		  : slice_equal_nocase(name, SLICE("tel"))  ? URI_TEL
							    : URI_OTHER;
	return n + 1;
}

/* Takes "user[:password]" apart. */
static bool userinfo_parse(struct slice s, struct uri *u)
{
	ptrdiff_t colon = slice_find(s, ':');
	u->has_user = true;
	u->user = colon < 0 ? s : slice(s.at, (size_t)colon);
	if (colon >= 0)
		u->password = chars_skip(s, (size_t)colon + 1);
	return u->user.len && chars_are_escaped(u->user, CHAR_DIALED) &&
	       chars_are_escaped(u->password, CHAR_PASSWORD);
}

/* Takes "host[:port]" off the front of *REST. */
static bool hostport_parse(struct slice *rest, struct uri *u)
{
	size_t n;
	if (rest->len && rest->at[0] == '[') {
		const char *end = memchr(rest->at, ']', rest->len);
		struct address address;
		n = end ? (size_t)(end - rest->at) + 1 : 0;
		if (!address_parse(slice(rest->at, n), &address))
			return false;
	} else {
		n = chars_span(*rest, CHAR_HOST);
	}
	if (n == 0)
		return false;
	u->host = slice(rest->at, n);
	*rest = chars_skip(*rest, n);
	if (rest->len == 0 || rest->at[0] != ':')
		return true;
	uint64_t port;
	for (n = 1; n < rest->len && char_is_digit(rest->at[n]); n++)
		;
	if (!slice_number(slice(rest->at + 1, n - 1), &port) || port == 0 || port > 65535)
		return false;
	u->port = (uint16_t)port;
	*rest = chars_skip(*rest, n);
	return true;
}

static bool sip_parse(struct slice rest, struct uri *u)
{
	/* an '@' stands nowhere else but behind the user: elsewhere it must be escaped */
	ptrdiff_t at = slice_find(rest, '@');
	if (at >= 0) {
		if (!userinfo_parse(slice(rest.at, (size_t)at), u))
			return false;
		rest = chars_skip(rest, (size_t)at + 1);
	}
	if (!hostport_parse(&rest, u))
		return false;
	if (rest.len && rest.at[0] == ';') {
		ptrdiff_t end = slice_find(rest, '?');
		u->params = slice(rest.at + 1, (end < 0 ? rest.len : (size_t)end) - 1);
		if (!chars_are_escaped(u->params, CHAR_PARAM))
			return false;
		rest = chars_skip(rest, 1 + u->params.len);
	}
	if (rest.len == 0)
		return true;
	if (rest.at[0] != '?')
		return false;
	u->headers = chars_skip(rest, 1);
	return chars_are_escaped(u->headers, CHAR_HEADERS);
}

static bool is_separator(char c)
{
	return c == '-' || c == '.' || c == '(' || c == ')';
}

/* RFC 3966 3: a global number is "+" and digits, a local one may have hexadecimal digits, '*' and '#'. */
static bool tel_parse(struct slice rest, struct uri *u)
{
	ptrdiff_t end = slice_find(rest, ';');
	u->user = end < 0 ? rest : slice(rest.at, (size_t)end);
	u->has_user = true;
	if (end >= 0)
		u->params = chars_skip(rest, (size_t)end + 1);
	bool global = u->user.len && u->user.at[0] == '+';
	size_t digits = 0;
	for (size_t i = global; i < u->user.len; i++) {
		char c = u->user.at[i];
		bool digit = char_is_digit(c) || (!global && (char_hex(c) >= 0 || c == '*' || c == '#'));
		digits += digit;
		if (!digit && !is_separator(c))
			return false;
	}
	return digits && chars_are_escaped(u->params, CHAR_PARAM);
}

/* Whether S can be the rest of a URI that we do not know: no blanks, control characters, quotes or brackets. */
static bool other_parse(struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];
		if (c <= ' ' || c >= 0x7f || c == '<' || c == '>' || c == '"')
			return false;
	}
	return s.len > 0;
}

bool uri_parse(struct slice s, struct uri *u)
{
	*u = (struct uri){ .text = s };
	size_t n = scheme_of(s, &u->scheme);
	if (n == 0)
		return false;
	struct slice rest = chars_skip(s, n);
	switch (u->scheme) {
	case URI_SIP:
	case URI_SIPS:
		return sip_parse(rest, u);
	case URI_TEL:
		return tel_parse(rest, u);
	case URI_OTHER:
		break;
	}
	return other_parse(rest);
}

bool param_next(struct slice *params, struct slice *name, struct slice *value)
{
	while (params->len && (params->at[0] == ';' || char_is_lws(params->at[0])))
		*params = chars_skip(*params, 1);
	if (params->len == 0)
		return false;
	size_t n = 0, equals = 0;
	bool has_value = false;
	for (; n < params->len && params->at[n] != ';'; n++) {
		if (params->at[n] == '=' && !has_value) {
			has_value = true;
			equals = n;
		} else if (params->at[n] == '"') {
			size_t quoted = chars_quoted(chars_skip(*params, n));
			n += quoted ? quoted - 1 : params->len - n - 1;
		}
	}
	*name = slice_trim(slice(params->at, has_value ? equals : n));
	*value = has_value ? slice_trim(slice(params->at + equals + 1, n - equals - 1)) : slice("", 0);
	*params = chars_skip(*params, n);
	return true;
}

bool param_find(struct slice params, struct slice name, struct slice *value)
{
	struct slice key, found;
	while (param_next(&params, &key, &found)) {
		if (slice_equal_nocase(key, name)) {
			*value = found;
			return true;
		}
	}
	return false;
}

bool uri_param(const struct uri *u, struct slice name, struct slice *value)
{
	return param_find(u->params, name, value);
}

/* The next character of *S with its escape undone. An escaped reserved character is another one than the bare (19.1.4). */
static int next_char(struct slice *s, bool fold)
{
	char c = s->at[0];
	if (c != '%' || s->len < 3 || char_hex(s->at[1]) < 0 || char_hex(s->at[2]) < 0) {
		*s = chars_skip(*s, 1);
		return (unsigned char)(fold ? char_lower(c) : c);
	}
	c = (char)(char_hex(s->at[1]) << 4 | char_hex(s->at[2]));
	*s = chars_skip(*s, 3);
	return (unsigned char)(fold ? char_lower(c) : c) | (char_is(c, CHAR_RESERVED) ? 256 : 0);
}

static bool escaped_equal(struct slice a, struct slice b, bool fold)
{
	while (a.len && b.len)
		if (next_char(&a, fold) != next_char(&b, fold))
			return false;
	return a.len == 0 && b.len == 0;
}

/* Parameters that must not be in one URI only; all others are ignored unless both have them. */
static bool is_decisive(struct slice name)
{
	return slice_equal_nocase(name, SLICE("user")) || slice_equal_nocase(name, SLICE("ttl")) ||
	       slice_equal_nocase(name, SLICE("method")) || slice_equal_nocase(name, SLICE("maddr")) ||
	       slice_equal_nocase(name, SLICE("transport"));
}

/* Whether every parameter of A is right for B. URIs with more of them than this are equal to none: the work is their product. */
static bool params_match(struct slice a, struct slice b, bool all)
{
	struct slice name, value, other;
	for (int i = 0; param_next(&a, &name, &value); i++) {
		if (i > 64)
			return false;
		if (param_find(b, name, &other)) {
			if (!escaped_equal(value, other, true))
				return false;
		} else if (all || is_decisive(name)) {
			return false;
		}
	}
	return true;
}

/* Whether each of A's headers is one of B's: order does not matter, case of names neither. */
static bool headers_match(struct slice a, struct slice b)
{
	struct slice one, other;
	for (int i = 0; slice_cut(&a, '&', &one); i++) {
		bool found = false;
		struct slice rest = b;
		while (!found && slice_cut(&rest, '&', &other)) {
			ptrdiff_t x = slice_find(one, '='), y = slice_find(other, '=');
			found = x >= 0 && x == y &&
				slice_equal_nocase(slice(one.at, (size_t)x), slice(other.at, (size_t)x)) &&
				escaped_equal(
					chars_skip(one, (size_t)x), chars_skip(other, (size_t)x), false);
			found = found || slice_equal(one, other);
		}
		if (!found || i > 64)
			return false;
	}
	return true;
}

static bool hosts_equal(struct slice a, struct slice b)
{
	struct address x, y;
	if (slice_equal_nocase(a, b))
		return true;
	/* RFC 5954 4.2: IPv6 references are the same when their bits are */
	return a.len && b.len && a.at[0] == '[' && b.at[0] == '[' && address_parse(a, &x) &&
	       address_parse(b, &y) && address_same_host(&x, &y);
}

/* RFC 3966 4: visual separators do not count. */
static bool numbers_equal(struct slice a, struct slice b)
{
	for (;;) {
		while (a.len && is_separator(a.at[0]))
			a = chars_skip(a, 1);
		while (b.len && is_separator(b.at[0]))
			b = chars_skip(b, 1);
		if (a.len == 0 || b.len == 0)
			return a.len == b.len;
		if (char_lower(a.at[0]) != char_lower(b.at[0]))
			return false;
		a = chars_skip(a, 1);
		b = chars_skip(b, 1);
	}
}

bool uri_equal(const struct uri *a, const struct uri *b)
{
	if (a->scheme != b->scheme)
		return false;
	if (a->scheme == URI_OTHER)
		return slice_equal(a->text, b->text);
	if (a->scheme == URI_TEL)
		return numbers_equal(a->user, b->user) && params_match(a->params, b->params, true) &&
		       params_match(b->params, a->params, true);
	return a->has_user == b->has_user && escaped_equal(a->user, b->user, false) &&
	       (a->password.at != NULL) == (b->password.at != NULL) &&
	       escaped_equal(a->password, b->password, false) && a->port == b->port &&
	       hosts_equal(a->host, b->host) && params_match(a->params, b->params, false) &&
	       params_match(b->params, a->params, false) && headers_match(a->headers, b->headers) &&
	       headers_match(b->headers, a->headers);
}

static const char hex_digits[] = "0123456789ABCDEF";

static void add_escaped(struct buffer *b, char c)
{
	char text[3] = { '%', hex_digits[(unsigned char)c >> 4], hex_digits[(unsigned char)c & 15] };
	buffer_add(b, slice(text, sizeof text));
}

/* Adds user part S in its one form: bare what needs no escape, "%4F" in capitals what does. A reserved character stays as it
 * is written, for bare and escaped are not the same. */
static void add_user(struct buffer *b, struct slice s)
{
	while (s.len) {
		bool escaped = s.at[0] == '%' && s.len > 2;
		int c = next_char(&s, false);
		if (c < 256 && char_is((char)c, escaped ? CHAR_UNRESERVED : CHAR_USER))
			buffer_char(b, (char)c);
		else
			add_escaped(b, (char)c);
	}
}

static void add_lower(struct buffer *b, struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		buffer_char(b, char_lower(s.at[i]));
}

struct slice uri_aor(struct arena *a, const struct uri *u)
{
	if (u->scheme == URI_OTHER)
		return u->text;
	size_t size = 3 * u->user.len + u->host.len + ADDRESS_TEXT + 16;
	struct buffer b = buffer(arena_text(a, size), size);
	if (u->scheme == URI_TEL) {
		buffer_lit(&b, "tel:");
		for (size_t i = 0; i < u->user.len; i++)
			if (!is_separator(u->user.at[i]))
				buffer_char(&b, char_lower(u->user.at[i]));
		return buffer_slice(&b);
	}
	buffer_lit(&b, "sip:");
	if (u->has_user) {
		add_user(&b, u->user);
		buffer_char(&b, '@');
	}
	struct address address;
	char text[ADDRESS_TEXT];
	if (u->host.len && u->host.at[0] == '[' && address_parse(u->host, &address))
		buffer_add(&b, address_host_text(&address, text));
	else
		add_lower(&b, u->host);
	if (u->port && u->port != 5060) {
		buffer_char(&b, ':');
		buffer_number(&b, u->port);
	}
	return buffer_slice(&b);
}

bool uri_address(const struct uri *u, struct address *address)
{
	struct address read;
	if ((u->scheme != URI_SIP && u->scheme != URI_SIPS) || !address_parse(u->host, &read))
		return false;
	*address = read;
	address->port = u->port;
	return true;
}

bool uri_is_loose(const struct uri *u)
{
	struct slice value;
	return uri_param(u, SLICE("lr"), &value);
}

/* Whether the host text S has a port of its own. */
static bool has_port(struct slice s)
{
	ptrdiff_t bracket = slice_find(s, ']');
	return slice_find(bracket < 0 ? s : chars_skip(s, (size_t)bracket), ':') >= 0;
}

struct slice uri_with(
	struct arena *a, const struct uri *u, const struct slice *user, const struct slice *host, int port)
{
	if (u->scheme == URI_OTHER)
		return u->text;
	bool tel = u->scheme == URI_TEL;
	struct slice who = user ? *user : u->user, where = host ? *host : u->host;
	bool has_user = user ? user->len > 0 : u->has_user;
	size_t size = u->text.len + who.len + where.len + 40;
	struct buffer b = buffer(arena_text(a, size), size);
	if (tel && !host) {
		buffer_lit(&b, "tel:");
		buffer_add(&b, who);
		if (u->params.len)
			buffer_char(&b, ';');
		buffer_add(&b, u->params);
		return buffer_slice(&b);
	}
	buffer_add(&b, u->scheme == URI_SIPS ? SLICE("sips:") : SLICE("sip:"));
	if (has_user) {
		buffer_add(&b, who);
		if (u->password.len) {
			buffer_char(&b, ':');
			buffer_add(&b, u->password);
		}
		buffer_char(&b, '@');
	}
	buffer_add(&b, where);
	int keep = host && has_port(where) ? 0 : u->port;
	if (port > 0 || (port == 0 && keep)) {
		buffer_char(&b, ':');
		buffer_number(&b, (uint64_t)(port ? port : keep));
	}
	if (tel) {
		/* 19.1.6: a telephone number that became a SIP URI says so */
		buffer_lit(&b, ";user=phone");
		return buffer_slice(&b);
	}
	if (u->params.len)
		buffer_char(&b, ';');
	buffer_add(&b, u->params);
	if (u->headers.len)
		buffer_char(&b, '?');
	buffer_add(&b, u->headers);
	return buffer_slice(&b);
}

struct slice uri_unescape(struct arena *a, struct slice s)
{
	if (slice_find(s, '%') < 0)
		return s;
	struct buffer b = buffer(arena_text(a, s.len + 1), s.len + 1);
	while (s.len)
		buffer_char(&b, (char)next_char(&s, false));
	return buffer_slice(&b);
}

struct slice uri_escape_user(struct arena *a, struct slice s)
{
	if (chars_are(s, CHAR_USER))
		return s;
	struct buffer b = buffer(arena_text(a, 3 * s.len + 1), 3 * s.len + 1);
	for (size_t i = 0; i < s.len; i++) {
		if (char_is(s.at[i], CHAR_USER))
			buffer_char(&b, s.at[i]);
		else
			add_escaped(&b, s.at[i]);
	}
	return buffer_slice(&b);
}
