/* guard: the lines of a datagram.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/guard.h"
#include "sip/chars.h"

struct slice guard_skip(struct slice data)
{
	size_t n = 0;
	while (n < data.len && (char_is_lws(data.at[n]) || data.at[n] == 0))
		n++;
	return chars_skip(data, n);
}

struct slice guard_start_line(struct slice data)
{
	const char *end =
		data.len ? memchr(data.at, '\n', data.len < GUARD_START ? data.len : GUARD_START) : NULL;
	return end ? slice_trim(slice(data.at, (size_t)(end - data.at))) : slice("", 0);
}

bool guard_cut(struct slice *rest, int *folds, struct slice *line)
{
	const char *end = rest->at + rest->len, *next = rest->at;
	bool blank = rest->len && (next[0] == '\n' || (rest->len > 1 && next[0] == '\r' && next[1] == '\n'));
	do {
		next = next < end ? memchr(next, '\n', (size_t)(end - next)) : NULL;
		if (!next)
			return false;
		next++;
	} while (folds && !blank && next < end && char_is_blank(*next) && --*folds >= 0);
	if (folds && *folds < 0)
		return false;
	*line = slice(rest->at, (size_t)(next - rest->at));
	*rest = slice(next, (size_t)(end - next));
	return true;
}

bool guard_line(struct slice text, struct line *line)
{
	size_t n = chars_span(text, CHAR_TOKEN), colon = n, end = text.len;
	while (colon < end && char_is_blank(text.at[colon]))
		colon++;
	if (n == 0 || colon == end || text.at[colon] != ':')
		return false;
	colon++;
	while (colon < end && char_is_lws(text.at[end - 1]))
		end--;
	while (colon < end && char_is_lws(text.at[colon]))
		colon++;
	line->name = slice(text.at, n);
	line->id = header_parse(line->name);
	line->value = slice(text.at + colon, end - colon);
	line->text = text;
	return true;
}

enum ends { ENDS_CRLF, ENDS_LF, ENDS_BAD };

/* How LINE, without continuation lines, ends: a CR must stand before the LF. */
static enum ends end_of(struct slice line)
{
	const char *cr = memchr(line.at, '\r', line.len);
	return !cr ? ENDS_LF : cr + 2 == line.at + line.len ? ENDS_CRLF : ENDS_BAD;
}

/* How the lines of TEXT end, the worst of them. */
static enum ends ends_of(struct slice text)
{
	enum ends worst = ENDS_CRLF;
	struct slice line;
	while (guard_cut(&text, NULL, &line)) {
		enum ends ends = end_of(line);
		worst = ends > worst ? ends : worst;
	}
	return worst;
}

/* Whether each NUL of TEXT is quoted by a backslash. */
static bool nuls_are_quoted(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] == 0 && (i == 0 || text.at[i - 1] != '\\'))
			return false;
	return true;
}

/* TEXT with CR before each LF of its first LEN bytes that has none. */
static struct slice with_crlf(struct arena *a, struct slice text, size_t len)
{
	char *to = arena_text(a, text.len + len), *at = to;
	for (size_t i = 0; i < len; i++) {
		if (text.at[i] == '\n' && (i == 0 || text.at[i - 1] != '\r'))
			*at++ = '\r';
		*at++ = text.at[i];
	}
	if (len < text.len)
		memcpy(at, text.at + len, text.len - len);
	return slice(to, (size_t)(at - to) + text.len - len);
}

/* Room for one more line. */
static struct line *line_add(struct arena *a, struct lines *lines)
{
	if (lines->count == lines->size) {
		int size = lines->size ? 2 * lines->size : 24;
		struct line *at = arena_alloc(a, sizeof *at * (size_t)size);
		if (lines->count)
			memcpy(at, lines->at, sizeof *at * (size_t)lines->count);
		lines->at = at;
		lines->size = size;
	}
	return &lines->at[lines->count++];
}

const char *guard_lines(struct arena *a, struct slice *text, struct lines *lines, struct slice *body)
{
	const char *wrong = NULL;
	bool nuls = memchr(text->at, 0, text->len) != NULL, bare = false;
	struct slice rest = *text, cut;
	int folds = GUARD_FOLDS;
	*body = slice("", 0);
	for (bool start = true;; start = false) {
		int before = folds;
		if (!guard_cut(&rest, start ? NULL : &folds, &cut))
			return folds < 0 ? "Too Many Header Lines" : "No Blank Line Behind the Header";
		enum ends ends = folds == before ? end_of(cut) : ends_of(cut);
		bare = bare || ends == ENDS_LF;
		if (slice_equal(cut, SLICE("\r\n")) || slice_equal(cut, SLICE("\n")))
			break;
		struct line line;
		if (ends == ENDS_BAD || (nuls && !nuls_are_quoted(cut)))
			wrong = "Bad Character in Header";
		else if (start)
			continue;
		else if (!guard_line(cut, &line))
			wrong = "Bad Header Field Line";
		else if (lines->count == GUARD_LINES)
			return "Too Many Header Fields";
		else
			*line_add(a, lines) = line;
	}
	if (bare) {
		*text = with_crlf(a, *text, (size_t)(rest.at - text->at));
		lines->count = 0;
		return guard_lines(a, text, lines, body);
	}
	*body = rest;
	return wrong;
}

bool guard_fields(struct arena *a, struct slice text, struct lines *lines)
{
	struct slice cut;
	struct line line;
	int folds = GUARD_FOLDS;
	while (text.len) {
		if (!guard_cut(&text, &folds, &cut) || ends_of(cut) != ENDS_CRLF || !guard_line(cut, &line))
			return false;
		*line_add(a, lines) = line;
	}
	return true;
}

struct slice message_peek_call_id(struct slice data)
{
	struct slice rest = guard_skip(data), text;
	struct line line;
	int folds = GUARD_FOLDS;
	if (!guard_cut(&rest, NULL, &text))
		return slice("", 0);
	while (rest.len && rest.at[0] != '\r' && rest.at[0] != '\n') {
		bool maybe = (rest.at[0] | 0x20) == 'c' || (rest.at[0] | 0x20) == 'i';
		if (!guard_cut(&rest, maybe ? &folds : NULL, &text))
			break;
		if (maybe && guard_line(text, &line) && line.id == HEADER_CALL_ID)
			return line.value;
	}
	return slice("", 0);
}
