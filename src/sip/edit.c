/* edit: changes of a message's edition.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/buffer.h"
#include "sip/chars.h"
#include "sip/guard.h"

/* The lines of M, made its own: those that another edition has too are copied. */
static struct lines *own_lines(struct message *m)
{
	struct lines *lines = m->now.lines;
	if (!lines->shared)
		return lines;
	struct lines *copy = ARENA_NEW(m->arena, struct lines);
	copy->count = lines->count;
	copy->size = lines->count + 8;
	copy->at = arena_alloc(m->arena, sizeof *copy->at * (size_t)copy->size);
	if (lines->count)
		memcpy(copy->at, lines->at, sizeof *copy->at * (size_t)lines->count);
	m->now.lines = copy;
	return copy;
}

/* Reads Max-Forwards again after a line of it has changed. */
static void note_max_forwards(struct message *m)
{
	uint64_t n;
	int at = message_line(m, HEADER_MAX_FORWARDS, SLICE(""), 0);
	m->now.max_forwards =
		at >= 0 && slice_number(m->now.lines->at[at].value, &n) && n <= 255 ? (int)n : -1;
}

/* Whether S can be part of a line. */
static bool is_line_text(struct slice s)
{
	return slice_find(s, '\r') < 0 && slice_find(s, '\n') < 0 && slice_find(s, 0) < 0;
}

/* A bare '#' in the user is taken from phones that send it so; what we make ourselves has it escaped (25.1). */
static struct slice with_hash_escaped(struct message *m, const struct uri *u)
{
	size_t size = 3 * u->user.len;
	struct buffer b = buffer(arena_text(m->arena, size), size);
	for (size_t i = 0; i < u->user.len; i++) {
		if (u->user.at[i] == '#')
			buffer_lit(&b, "%23");
		else
			buffer_char(&b, u->user.at[i]);
	}
	struct slice user = buffer_slice(&b);
	return uri_with(m->arena, u, &user, NULL, 0);
}

bool message_set_uri(struct message *m, struct slice uri)
{
	struct uri parsed;
	if (!uri_parse(uri, &parsed))
		return false;
	if (parsed.scheme != URI_TEL && slice_find(parsed.user, '#') >= 0 &&
		!uri_parse(with_hash_escaped(m, &parsed), &parsed))
		return false;
	m->now.uri = parsed;
	return true;
}

bool message_insert(struct message *m, int at, struct slice text)
{
	bool ended = text.len > 1 && slice_equal(chars_skip(text, text.len - 2), SLICE("\r\n"));
	struct lines new = { 0 };
	if (slice_find(text, 0) >= 0)
		return false;
	text = arena_join(m->arena, text, ended ? SLICE("") : SLICE("\r\n"));
	if (!guard_fields(m->arena, text, &new))
		return false;
	struct lines *lines = own_lines(m);
	if (lines->count + new.count > lines->size) {
		int size = 2 * (lines->count + new.count);
		struct line *grown = arena_alloc(m->arena, sizeof *grown * (size_t)size);
		memcpy(grown, lines->at, sizeof *grown * (size_t)lines->count);
		lines->at = grown;
		lines->size = size;
	}
	if (at < 0 || at > lines->count)
		at = lines->count;
	memmove(&lines->at[at + new.count], &lines->at[at], sizeof *lines->at * (size_t)(lines->count - at));
	memcpy(&lines->at[at], new.at, sizeof *lines->at * (size_t) new.count);
	lines->count += new.count;
	note_max_forwards(m);
	return true;
}

void message_remove(struct message *m, int at)
{
	struct lines *lines = own_lines(m);
	bool forwards = lines->at[at].id == HEADER_MAX_FORWARDS;
	memmove(&lines->at[at], &lines->at[at + 1], sizeof *lines->at * (size_t)(lines->count - at - 1));
	lines->count--;
	if (forwards)
		note_max_forwards(m);
}

int message_remove_all(struct message *m, enum header h, struct slice name)
{
	int removed = 0;
	for (int at = -1; (at = message_line(m, h, name, at)) >= 0; removed++)
		message_remove(m, at);
	return removed;
}

/* Makes TEXT, whole and with its line end, line AT. */
static void set_line(struct message *m, int at, struct slice text)
{
	struct line line;
	if (guard_line(text, &line))
		own_lines(m)->at[at] = line;
	note_max_forwards(m);
}

bool message_replace(struct message *m, int at, struct slice value)
{
	struct slice name = m->now.lines->at[at].name;
	if (!is_line_text(value))
		return false;
	size_t size = name.len + value.len + 4;
	struct buffer b = buffer(arena_text(m->arena, size), size);
	buffer_add(&b, name);
	buffer_lit(&b, ": ");
	buffer_add(&b, value);
	buffer_lit(&b, "\r\n");
	set_line(m, at, buffer_slice(&b));
	return true;
}

void message_pop(struct message *m, enum header h)
{
	struct slice rest, value;
	int at;
	for (;;) {
		at = message_line(m, h, SLICE(""), 0);
		if (at < 0)
			return;
		rest = m->now.lines->at[at].value;
		if (list_next(&rest, &value))
			break;
		message_remove(m, at);
	}
	struct slice others = slice_trim(rest);
	if (!list_next(&rest, &value)) {
		message_remove(m, at);
		return;
	}
	struct line *line = &m->now.lines->at[at];
	struct slice front = slice(line->text.at, (size_t)(line->value.at - line->text.at));
	set_line(m, at, arena_join(m->arena, arena_join(m->arena, front, others), SLICE("\r\n")));
}

void message_set_max_forwards(struct message *m, int n)
{
	int at = message_line(m, HEADER_MAX_FORWARDS, SLICE(""), 0);
	struct slice value = arena_printf(m->arena, "%d", n);
	if (at >= 0)
		message_replace(m, at, value);
	else
		message_insert(m, -1, arena_join(m->arena, SLICE("Max-Forwards: "), value));
}

void message_set_body(struct message *m, struct slice body)
{
	int at = message_line(m, HEADER_CONTENT_LENGTH, SLICE(""), 0);
	struct slice value = arena_printf(m->arena, "%zu", body.len);
	m->now.body = body;
	if (at >= 0)
		message_replace(m, at, value);
	else
		message_insert(m, -1, arena_join(m->arena, SLICE("Content-Length: "), value));
}
