/* name_addr: one value of From, To, Contact, Route and their like, and lists of values, by RFC 3261 20.10 and 25.1.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/chars.h"
#include "sip/message.h"

bool list_next(struct slice *rest, struct slice *value)
{
	size_t n = 0;
	int comment = 0;
	bool angle = false;
	while (rest->len && (rest->at[0] == ',' || char_is_lws(rest->at[0])))
		*rest = chars_skip(*rest, 1);
	if (rest->len == 0)
		return false;
	for (; n < rest->len; n++) {
		char c = rest->at[n];
		if (!char_is(c, CHAR_LIST))
			continue;
		if (c == '"' && !angle && !comment) {
			size_t quoted = chars_quoted(chars_skip(*rest, n));
			n += quoted ? quoted - 1 : rest->len - n - 1;
		} else if (c == '<' && !comment) {
			angle = true;
		} else if (c == '>') {
			angle = false;
		} else if (c == '(' && !angle) {
			comment++;
		} else if (c == ')' && comment) {
			comment--;
		} else if (c == ',' && !angle && !comment) {
			break;
		}
	}
	*value = slice_trim(slice(rest->at, n));
	*rest = n < rest->len ? chars_skip(*rest, n + 1) : slice(rest->at + n, 0);
	return value->len > 0;
}

/* The length of an unquoted display name at the front of S: tokens and blanks; UTF-8 as some phones send it. */
static size_t display_span(struct slice s)
{
	size_t n = 0;
	while (n < s.len &&
		(char_is(s.at[n], CHAR_TOKEN) || char_is_lws(s.at[n]) || (unsigned char)s.at[n] >= 0x80))
		n++;
	return n;
}

/* Whether S is a row of ";name[=value]" pieces; each name must be a token. */
static bool params_are_good(struct slice s)
{
	while (s.len) {
		s = chars_skip(s, 1);
		s = chars_skip(s, chars_span_lws(s));
		size_t n = chars_span(s, CHAR_TOKEN);
		if (n == 0)
			return false;
		s = chars_skip(s, n);
		s = chars_skip(s, chars_span_lws(s));
		if (s.len && s.at[0] == '=') {
			s = chars_skip(s, 1);
			s = chars_skip(s, chars_span_lws(s));
			if (s.len && s.at[0] == '"') {
				n = chars_quoted(s);
			} else {
				for (n = 0; n < s.len && s.at[n] != ';' && s.at[n] != '"' &&
					    !char_is_lws(s.at[n]);
					n++)
					;
			}
			if (n == 0)
				return false;
			s = chars_skip(s, n);
			s = chars_skip(s, chars_span_lws(s));
		}
		if (s.len && s.at[0] != ';')
			return false;
	}
	return true;
}

/* Takes what stands behind the URI. */
static bool tail_parse(struct slice rest, struct name_addr *n)
{
	rest = slice_trim(rest);
	if (rest.len == 0)
		return true;
	if (rest.at[0] != ';' || !params_are_good(rest))
		return false;
	n->params = chars_skip(rest, 1);
	return true;
}

static bool is_uri_text(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] <= ' ' || s.at[i] == '<' || s.at[i] == '"' || s.at[i] == 0x7f)
			return false;
	return s.len > 0;
}

bool name_addr_parse(struct slice s, struct name_addr *n)
{
	struct slice rest = slice_trim(s);
	*n = (struct name_addr){ .text = rest };
	if (rest.len && rest.at[0] == '"') {
		n->display = slice(rest.at, chars_quoted(rest));
		rest = chars_skip(rest, n->display.len);
		rest = chars_skip(rest, chars_span_lws(rest));
		if (n->display.len == 0 || rest.len == 0 || rest.at[0] != '<')
			return false;
	} else {
		size_t display = display_span(rest);
		if (display < rest.len && rest.at[display] == '<') {
			n->display = slice_trim(slice(rest.at, display));
			rest = chars_skip(rest, display);
		}
	}
	if (rest.len && rest.at[0] == '<') {
		const char *end = memchr(rest.at, '>', rest.len);
		if (!end)
			return false;
		n->uri = slice_trim(slice(rest.at + 1, (size_t)(end - rest.at) - 1));
		return is_uri_text(n->uri) &&
		       tail_parse(slice(end + 1, (size_t)(rest.at + rest.len - end) - 1), n);
	}
	/* 20.10: without <> whatever follows a ';' belongs to the header field, and ',' and '?' cannot stand in the URI */
	size_t len = 0;
	while (len < rest.len && rest.at[len] != ';' && !char_is_lws(rest.at[len])) {
		if (rest.at[len] == ',' || rest.at[len] == '?' || rest.at[len] == '>')
			return false;
		len++;
	}
	n->uri = slice(rest.at, len);
	return is_uri_text(n->uri) && tail_parse(chars_skip(rest, len), n);
}
