/* corpus: .t files taken apart, and text between their form and the wire's.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/corpus.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static const char *const keywords[SECTION_KINDS] = {
	[SECTION_CASE] = "case",
	[SECTION_CONFIG] = "config",
	[SECTION_ERROR] = "error",
	[SECTION_LISTING] = "listing",
	[SECTION_EXPR] = "expr",
	[SECTION_DNS] = "dns",
	[SECTION_SUBSCRIBERS] = "subscribers",
	[SECTION_LOCATION] = "location",
	[SECTION_IN] = "in",
	[SECTION_AFTER] = "after",
	[SECTION_UNREACHABLE] = "unreachable",
	[SECTION_RESTART] = "restart",
	[SECTION_HEALTH] = "health",
	[SECTION_OUT] = "out",
	[SECTION_LOG] = "log",
	[SECTION_NOTE] = "note",
	[SECTION_SHOWS] = "shows",
};

static struct slice read_file(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct slice s = { NULL, 0 };
	struct stat st;

	if (!f)
		return s;
	if (fstat(fileno(f), &st) == 0 && S_ISREG(st.st_mode)) {
		char *at = arena_text(a, (size_t)st.st_size + 1);
		s = slice(at, fread(at, 1, (size_t)st.st_size, f));
	}
	fclose(f);
	errno = s.at ? 0 : S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
	return s;
}

static bool is_header(struct slice line)
{
	return slice_starts(line, SLICE("=== "));
}

static int keyword(struct slice word)
{
	for (int k = 0; k < SECTION_KINDS; k++)
		if (slice_equal(word, slice_of(keywords[k])))
			return k;
	return -1;
}

static bool begin_section(struct corpus *c, struct slice line, int number, char *error)
{
	struct slice rest = slice_trim(slice(line.at + 4, line.len - 4)), word;

	struct slice argument = rest;
	slice_cut(&argument, ' ', &word);
	int kind = keyword(word);
	if (kind < 0) {
		snprintf(
			error, 256, "%s:%d: no section is called \"%.*s\"", c->path, number, SLICE_FMT(word));
		return false;
	}
	c->sections[c->count++] = (struct section){
		.kind = (enum section_kind)kind,
		.text = slice(line.at, 0),
		.argument = slice_trim(argument),
		.line = number,
	};
	return true;
}

bool corpus_read(struct arena *a, const char *path, struct corpus *c, char *error)
{
	struct slice text = read_file(a, path), rest, line;
	int number = 0, size = 0;

	*c = (struct corpus){ .path = path };
	if (!text.at) {
		snprintf(error, 256, "%s: %s", path, strerror(errno));
		return false;
	}
	for (rest = text; slice_cut(&rest, '\n', &line);)
		size += is_header(line);
	c->sections = ARENA_ARRAY(a, struct section, size ? size : 1);
	const char *end = text.at + text.len;
	for (rest = text; slice_cut(&rest, '\n', &line);) {
		number++;
		const char *next = line.at + line.len < end ? line.at + line.len + 1 : end;
		if (is_header(line)) {
			if (!begin_section(c, line, number, error))
				return false;
			c->sections[c->count - 1].body = slice(next, 0);
		} else if (!c->count) {
			if (slice_trim(line).len) {
				snprintf(error, 256, "%s:%d: text before the first === line", path, number);
				return false;
			}
			continue;
		} else {
			struct section *s = &c->sections[c->count - 1];
			s->body.len = (size_t)(next - s->body.at);
		}
		struct section *s = &c->sections[c->count - 1];
		s->text.len = (size_t)(next - s->text.at);
	}
	return true;
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

/* The body without blank lines at its end. */
static struct slice without_tail(struct slice s)
{
	while (s.len && (s.at[s.len - 1] == '\n' || s.at[s.len - 1] == '\r'))
		s.len--;
	return s;
}

struct slice corpus_to_wire(struct arena *a, struct slice body)
{
	struct slice rest = without_tail(body), line;
	char *out = arena_text(a, body.len * 2 + 8), *o = out;
	bool blank = false;

	if (!rest.len)
		return slice(out, 0);
	while (slice_cut(&rest, '\n', &line)) {
		if (slice_starts(line, SLICE("\\===")))
			line = slice(line.at + 1, line.len - 1);
		bool continued = line.len && line.at[line.len - 1] == '\\';
		if (continued)
			line.len--;
		blank |= line.len == 0;
		for (size_t i = 0; i < line.len; i++) {
			int high, low;
			if (line.at[i] == '\\' && i + 3 < line.len + 0 && line.at[i + 1] == 'x' &&
				(high = hex(line.at[i + 2])) >= 0 && (low = hex(line.at[i + 3])) >= 0) {
				*o++ = (char)(high << 4 | low);
				i += 3;
			} else {
				*o++ = line.at[i];
			}
		}
		if (!continued) {
			*o++ = '\r';
			*o++ = '\n';
		}
	}
	if (!blank) {
		*o++ = '\r';
		*o++ = '\n';
	}
	return slice(out, (size_t)(o - out));
}

struct slice corpus_from_wire(struct arena *a, struct slice wire)
{
	char *out = arena_text(a, wire.len * 4 + 64), *o = out;

	for (size_t i = 0; i < wire.len; i++) {
		unsigned char c = (unsigned char)wire.at[i];
		if (c == '\r' && i + 1 < wire.len && wire.at[i + 1] == '\n')
			continue;
		bool start = i == 0 || wire.at[i - 1] == '\n';
		if (start && wire.len - i >= 3 && memcmp(wire.at + i, "===", 3) == 0)
			*o++ = '\\';
		bool plain = (c >= 0x20 && c < 0x7f) || c == '\t';
		if (c == '\\' && i + 1 < wire.len && wire.at[i + 1] == 'x')
			plain = false;
		if (c == '\n' && i > 0 && wire.at[i - 1] == '\r')
			plain = true;
		if (plain)
			*o++ = (char)c;
		else
			o += sprintf(o, "\\x%02x", c);
	}
	if (o > out && o[-1] != '\n') {
		*o++ = '\\'; /* the last line has no line end on the wire */
		*o++ = '\n';
	}
	struct slice s = without_tail(slice(out, (size_t)(o - out)));
	if (s.len)
		out[s.len++] = '\n';
	return s;
}

bool corpus_time(struct slice s, uint64_t *ms)
{
	uint64_t n;
	static const struct {
		const char *unit;
		uint64_t ms;
	} units[] = { { "ms", 1 }, { "s", 1000 }, { "m", 60000 }, { "h", 3600000 } };

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct slice unit = slice_of(units[i].unit);
		if (s.len > unit.len && memcmp(s.at + s.len - unit.len, unit.at, unit.len) == 0 &&
			slice_number(slice(s.at, s.len - unit.len), &n)) {
			*ms = n * units[i].ms;
			return true;
		}
	}
	return false;
}
