/* text: reads the messages of this network, with no help from the code under test.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sim.h"

#include <stdarg.h>
#include <stdlib.h>
#include <strings.h>

bool text_is(struct slice s, const char *word)
{
	return s.len == strlen(word) && strncasecmp(s.at, word, s.len) == 0;
}

void text_add(struct writer *w, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	int n = vsnprintf(w->at + w->len, sizeof w->at - w->len, format, args);
	va_end(args);
	w->len += (size_t)n;
	if (w->len >= sizeof w->at)
		abort();
}

static struct slice canonical(struct slice name)
{
	static const char *const forms[][2] = { { "v", "Via" }, { "f", "From" }, { "t", "To" },
		{ "i", "Call-ID" }, { "m", "Contact" }, { "l", "Content-Length" }, { "c", "Content-Type" } };

	for (size_t i = 0; name.len == 1 && i < sizeof forms / sizeof *forms; i++)
		if (text_is(name, forms[i][0]))
			return slice_of(forms[i][1]);
	return name;
}

/* The value of the parameter ";NAME=" behind the last '>' of S. */
static struct slice parameter(struct slice s, const char *name)
{
	size_t len = strlen(name);
	size_t from = s.len;

	while (from > 0 && s.at[from - 1] != '>')
		from--;
	for (size_t i = from; i + len + 2 <= s.len; i++) {
		if (s.at[i] != ';' || strncasecmp(s.at + i + 1, name, len) != 0 || s.at[i + 1 + len] != '=')
			continue;
		size_t start = i + len + 2, end = start;
		while (end < s.len && s.at[end] != ';' && s.at[end] != ' ' && s.at[end] != ',')
			end++;
		return slice(s.at + start, end - start);
	}
	return SLICE("");
}

static void note(struct text *t, const struct field *l)
{
	if (text_is(l->name, "Via")) {
		if (t->vias == 0)
			t->branch = parameter(l->value, "branch");
		else if (t->vias == 1)
			t->below = parameter(l->value, "branch");
		t->vias++;
	} else if (text_is(l->name, "Call-ID")) {
		t->call_id = l->value;
	} else if (text_is(l->name, "From")) {
		t->from = l->value;
		t->from_tag = parameter(l->value, "tag");
	} else if (text_is(l->name, "To")) {
		t->to = l->value;
		t->to_tag = parameter(l->value, "tag");
	} else if (text_is(l->name, "Max-Forwards")) {
		t->max_forwards = atoi(l->value.at);
	} else if (text_is(l->name, "CSeq")) {
		char *end;
		t->cseq = (uint32_t)strtoul(l->value.at, &end, 10);
		t->cseq_method = slice_trim(slice(end, (size_t)(l->value.at + l->value.len - end)));
	}
}

static bool read_start(struct text *t)
{
	struct slice rest = t->start, word;

	if (slice_starts(t->start, SLICE("SIP/2.0 "))) {
		t->status = atoi(t->start.at + 8);
		return t->status >= 100 && t->status < 700;
	}
	return slice_cut(&rest, ' ', &t->method) && slice_cut(&rest, ' ', &t->uri) &&
	       slice_cut(&rest, ' ', &word) && text_is(word, "SIP/2.0");
}

bool text_read(struct text *t, struct slice data)
{
	*t = (struct text){ .whole = data, .max_forwards = -1 };
	const char *at = data.at, *end = data.at + data.len;

	for (bool first = true; at < end; first = false) {
		const char *eol = memmem(at, (size_t)(end - at), "\r\n", 2);
		if (!eol)
			return false;
		struct slice whole = slice(at, (size_t)(eol - at));
		at = eol + 2;
		if (!whole.len) {
			t->body = slice(at, (size_t)(end - at));
			return t->call_id.len && t->branch.len && t->cseq_method.len;
		}
		if (first) {
			t->start = whole;
			if (!read_start(t))
				return false;
			continue;
		}
		ptrdiff_t colon = slice_find(whole, ':');
		if (colon < 0 || t->count == LINES)
			return false;
		struct field *l = &t->lines[t->count++];
		l->whole = whole;
		l->name = canonical(slice_trim(slice(whole.at, (size_t)colon)));
		l->value = slice_trim(slice(whole.at + colon + 1, whole.len - (size_t)colon - 1));
		note(t, l);
	}
	return false;
}

struct slice text_value(const struct text *t, const char *name)
{
	for (int i = 0; i < t->count; i++)
		if (text_is(t->lines[i].name, name))
			return t->lines[i].value;
	return SLICE("");
}
