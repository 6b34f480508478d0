/* header: the names of header fields, and reading them in a message.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/chars.h"
#include "sip/message.h"

static const struct slice names[HEADERS] = {
	[HEADER_OTHER] = { "", 0 },
	[HEADER_VIA] = { "Via", 3 },
	[HEADER_ROUTE] = { "Route", 5 },
	[HEADER_RECORD_ROUTE] = { "Record-Route", 12 },
	[HEADER_MAX_FORWARDS] = { "Max-Forwards", 12 },
	[HEADER_FROM] = { "From", 4 },
	[HEADER_TO] = { "To", 2 },
	[HEADER_CALL_ID] = { "Call-ID", 7 },
	[HEADER_CSEQ] = { "CSeq", 4 },
	[HEADER_CONTACT] = { "Contact", 7 },
	[HEADER_EXPIRES] = { "Expires", 7 },
	[HEADER_MIN_EXPIRES] = { "Min-Expires", 11 },
	[HEADER_PATH] = { "Path", 4 },
	[HEADER_SUPPORTED] = { "Supported", 9 },
	[HEADER_REQUIRE] = { "Require", 7 },
	[HEADER_PROXY_REQUIRE] = { "Proxy-Require", 13 },
	[HEADER_UNSUPPORTED] = { "Unsupported", 11 },
	[HEADER_AUTHORIZATION] = { "Authorization", 13 },
	[HEADER_PROXY_AUTHORIZATION] = { "Proxy-Authorization", 19 },
	[HEADER_WWW_AUTHENTICATE] = { "WWW-Authenticate", 16 },
	[HEADER_PROXY_AUTHENTICATE] = { "Proxy-Authenticate", 18 },
	[HEADER_USER_AGENT] = { "User-Agent", 10 },
	[HEADER_SERVER] = { "Server", 6 },
	[HEADER_CONTENT_TYPE] = { "Content-Type", 12 },
	[HEADER_CONTENT_LENGTH] = { "Content-Length", 14 },
	[HEADER_TIMESTAMP] = { "Timestamp", 9 },
	[HEADER_ALLOW] = { "Allow", 5 },
	[HEADER_RETRY_AFTER] = { "Retry-After", 11 },
	[HEADER_DATE] = { "Date", 4 },
	[HEADER_EVENT] = { "Event", 5 },
};

struct slice header_name(enum header h)
{
	return h < HEADERS ? names[h] : names[HEADER_OTHER];
}

/* H when NAME, of the same length, is its name. Every header field line comes by here: only letters and '-' are in our names, and
 * two letters are the same when they differ in the bit of the case only. */
static enum header as(enum header h, struct slice name)
{
	const char *right = names[h].at;
	for (size_t i = 0; i < name.len; i++) {
		unsigned char differ = (unsigned char)(name.at[i] ^ right[i]);
		if (differ && (differ != 0x20 || right[i] == '-'))
			return HEADER_OTHER;
	}
	return h;
}

/* 7.3.3 and the registry of compact forms. */
static enum header compact(char c)
{
	switch (char_lower(c)) {
	case 'v':
		return HEADER_VIA;
	case 'f':
		return HEADER_FROM;
	case 't':
		return HEADER_TO;
	case 'i':
		return HEADER_CALL_ID;
	case 'm':
		return HEADER_CONTACT;
	case 'k':
		return HEADER_SUPPORTED;
	case 'c':
		return HEADER_CONTENT_TYPE;
	case 'l':
		return HEADER_CONTENT_LENGTH;
	case 'o':
		return HEADER_EVENT;
	default:
		return HEADER_OTHER;
	}
}

/* The long name of a compact form that no HEADER_ constant stands for; "" when C is none. */
static struct slice compact_name(char c)
{
	switch (char_lower(c)) {
	case 'a':
		return SLICE("Accept-Contact");
	case 'b':
		return SLICE("Referred-By");
	case 'd':
		return SLICE("Request-Disposition");
	case 'e':
		return SLICE("Content-Encoding");
	case 'j':
		return SLICE("Reject-Contact");
	case 'n':
		return SLICE("Identity-Info");
	case 'r':
		return SLICE("Refer-To");
	case 's':
		return SLICE("Subject");
	case 'u':
		return SLICE("Allow-Events");
	case 'x':
		return SLICE("Session-Expires");
	case 'y':
		return SLICE("Identity");
	default:
		return SLICE("");
	}
}

enum header header_parse(struct slice name)
{
	char c = name.len ? char_lower(name.at[0]) : 0;
	switch (name.len) {
	case 1:
		return compact(c);
	case 2:
		return as(HEADER_TO, name);
	case 3:
		return as(HEADER_VIA, name);
	case 4:
		return as(c == 'f'   ? HEADER_FROM
			  : c == 'c' ? HEADER_CSEQ
			  : c == 'p' ? HEADER_PATH
				     : HEADER_DATE,
			name);
	case 5:
		return as(c == 'r' ? HEADER_ROUTE : c == 'a' ? HEADER_ALLOW : HEADER_EVENT, name);
	case 6:
		return as(HEADER_SERVER, name);
	case 7:
		if (c == 'c')
			return as(char_lower(name.at[1]) == 'a' ? HEADER_CALL_ID : HEADER_CONTACT, name);
		return as(c == 'e' ? HEADER_EXPIRES : HEADER_REQUIRE, name);
	case 9:
		return as(c == 's' ? HEADER_SUPPORTED : HEADER_TIMESTAMP, name);
	case 10:
		return as(HEADER_USER_AGENT, name);
	case 11:
		return as(c == 'm'   ? HEADER_MIN_EXPIRES
			  : c == 'u' ? HEADER_UNSUPPORTED
				     : HEADER_RETRY_AFTER,
			name);
	case 12:
		return as(c == 'm'   ? HEADER_MAX_FORWARDS
			  : c == 'r' ? HEADER_RECORD_ROUTE
				     : HEADER_CONTENT_TYPE,
			name);
	case 13:
		return as(c == 'a' ? HEADER_AUTHORIZATION : HEADER_PROXY_REQUIRE, name);
	case 14:
		return as(HEADER_CONTENT_LENGTH, name);
	case 16:
		return as(HEADER_WWW_AUTHENTICATE, name);
	case 18:
		return as(HEADER_PROXY_AUTHENTICATE, name);
	case 19:
		return as(HEADER_PROXY_AUTHORIZATION, name);
	default:
		return HEADER_OTHER;
	}
}

static struct slice long_name(struct slice name)
{
	struct slice full = name.len == 1 ? compact_name(name.at[0]) : name;
	return full.len ? full : name;
}

int message_line(const struct message *m, enum header h, struct slice name, int from)
{
	const struct lines *lines = m->now.lines;
	if (h == HEADER_OTHER)
		h = header_parse(name);
	name = long_name(name);
	for (int i = from < 0 ? 0 : from; i < lines->count; i++) {
		const struct line *line = &lines->at[i];
		if (line->id == h && (h || slice_equal_nocase(long_name(line->name), name)))
			return i;
	}
	return -1;
}

/* Cuts the next value of list header H off, going on to its next line when *REST is used up. *LINE is the index behind the
 * line that *REST is of. */
static bool value_next(
	const struct message *m, enum header h, int *line, struct slice *rest, struct slice *value)
{
	while (!list_next(rest, value)) {
		int i = message_line(m, h, SLICE(""), *line);
		if (i < 0)
			return false;
		*rest = m->now.lines->at[i].value;
		*line = i + 1;
	}
	return true;
}

int message_values(const struct message *m, enum header h)
{
	struct slice rest = { 0 }, value;
	int line = 0, n = 0;
	while (value_next(m, h, &line, &rest, &value))
		n++;
	return n;
}

bool message_value(const struct message *m, enum header h, int n, struct slice *value)
{
	struct slice rest = { 0 }, found;
	int line = 0;
	if (n < 0)
		n += message_values(m, h);
	for (int i = 0; n >= 0 && value_next(m, h, &line, &rest, &found); i++) {
		if (i == n) {
			*value = found;
			return true;
		}
	}
	return false;
}

bool message_has_token(const struct message *m, enum header h, struct slice value)
{
	struct slice rest = { 0 }, found;
	int line = 0;
	while (value_next(m, h, &line, &rest, &found)) {
		ptrdiff_t end = slice_find(found, ';');
		if (slice_equal_nocase(end < 0 ? found : slice_trim(slice(found.at, (size_t)end)), value))
			return true;
	}
	return false;
}

struct slice message_unfold(struct arena *a, struct slice s)
{
	if (slice_find(s, '\n') < 0)
		return s;
	char *text = arena_text(a, s.len);
	size_t len = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] != '\r' && s.at[i] != '\n') {
			text[len++] = s.at[i];
			continue;
		}
		/* 7.3.1: a fold and the blanks round it are one blank */
		while (len && char_is_blank(text[len - 1]))
			len--;
		while (i + 1 < s.len && char_is_lws(s.at[i + 1]))
			i++;
		text[len++] = ' ';
	}
	return slice(text, len);
}
