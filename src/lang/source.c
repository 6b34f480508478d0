/* source: the files of a script, and places in them.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/source.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

void sources_init(struct sources *s, struct arena *arena)
{
	*s = (struct sources){ .arena = arena };
}

static void index_lines(struct sources *s, struct source_file *f)
{
	int count = 1;
	for (size_t i = 0; i < f->text.len; i++)
		count += f->text.at[i] == '\n';
	f->lines = ARENA_ARRAY(s->arena, uint32_t, count);
	f->line_count = 1;
	for (size_t i = 0; i < f->text.len; i++)
		if (f->text.at[i] == '\n')
			f->lines[f->line_count++] = (uint32_t)i + 1;
}

static struct source_file *append(struct sources *s, const char *name, struct slice text, struct span from)
{
	if (s->count == s->size) {
		int size = s->size ? s->size * 2 : 8;
		struct source_file **files = ARENA_ARRAY(s->arena, struct source_file *, size);
		if (s->count)
			memcpy(files, s->files, sizeof *files * (size_t)s->count);
		s->files = files;
		s->size = size;
	}
	struct source_file *f = ARENA_NEW(s->arena, struct source_file);
	const struct source_file *last = s->count ? s->files[s->count - 1] : NULL;
	f->name = arena_copy(s->arena, slice_of(name)).at;
	f->text = text;
	f->base = last ? last->base + (uint32_t)last->text.len + 1 : 0;
	f->from = from;
	index_lines(s, f);
	s->files[s->count++] = f;
	return f;
}

struct source_file *source_add(struct sources *s, const char *name, struct slice text, struct span from)
{
	return append(s, name, arena_copy(s->arena, text), from);
}

/* All that can be read from F, into the arena. */
static bool read_all(struct sources *s, FILE *f, struct slice *text)
{
	size_t size = 16384, len = 0;
	char *at = malloc(size);
	while (at) {
		len += fread(at + len, 1, size - len, f);
		if (len < size || len > SOURCE_LIMIT)
			break;
		char *more = realloc(at, size *= 2);
		if (!more)
			free(at);
		at = more;
	}
	if (!at)
		return false;
	*text = arena_copy(s->arena, slice(at, len));
	free(at);
	return !ferror(f);
}

struct source_file *source_read(struct sources *s, const char *path, struct span from, const char **error)
{
	const struct source_file *last = s->count ? s->files[s->count - 1] : NULL;
	FILE *f = fopen(path, "re");
	struct stat st;
	struct slice text;

	*error = NULL;
	if (!f) {
		*error = strerror(errno);
		return NULL;
	}
	if (fstat(fileno(f), &st) == 0 && S_ISDIR(st.st_mode))
		*error = "is a directory";
	else if (!read_all(s, f, &text))
		*error = strerror(errno);
	else if (memchr(text.at, 0, text.len))
		*error = "is not a text file: it holds a NUL byte";
	else if (text.len + (last ? last->base + last->text.len : 0) > SOURCE_LIMIT)
		*error = "is too large";
	fclose(f);
	return *error ? NULL : append(s, path, text, from);
}

const struct source_file *source_find(const struct sources *s, uint32_t at)
{
	int low = 0, high = s->count;
	if (!s->count)
		return NULL;
	while (high - low > 1) {
		int middle = (low + high) / 2;
		if (s->files[middle]->base <= at)
			low = middle;
		else
			high = middle;
	}
	return s->files[low];
}

struct position source_place(const struct sources *s, uint32_t at)
{
	const struct source_file *f = source_find(s, at);
	struct position p = { .file = f, .line = 1, .column = 1 };
	if (!f)
		return p;
	uint32_t offset = at - f->base;
	if (offset > f->text.len)
		offset = (uint32_t)f->text.len;
	int low = 0, high = f->line_count;
	while (high - low > 1) {
		int middle = (low + high) / 2;
		if (f->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	const char *start = f->text.at + f->lines[low];
	size_t len = f->text.len - f->lines[low];
	const char *end = len ? memchr(start, '\n', len) : NULL;
	p.line = low + 1;
	p.text = slice(start, end ? (size_t)(end - start) : len);
	if (p.text.len && p.text.at[p.text.len - 1] == '\r')
		p.text.len--;
	p.at = offset - f->lines[low];
	if (p.at > p.text.len)
		p.at = p.text.len;
	for (size_t i = 0; i < p.at; i++)
		p.column += ((unsigned char)start[i] & 0xc0) != 0x80;
	return p;
}

struct slice source_text(const struct sources *s, struct span span)
{
	const struct source_file *f = source_find(s, span.from);
	if (!f || span.from < f->base || span.to < span.from || span.to - f->base > f->text.len)
		return (struct slice){ "", 0 };
	return slice(f->text.at + (span.from - f->base), span.to - span.from);
}
