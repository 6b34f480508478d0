/* diag: what is wrong with a script, said so that it can be mended.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/diag.h"

#include <stdarg.h>
#include <stdlib.h>

enum level { LEVEL_ERROR, LEVEL_WARNING, LEVEL_NOTE };

enum { KEPT = 500 /* messages; what a garbled file gives beyond them is only counted */ };

struct diag_message {
	enum level level;
	bool placed; /* AT means something */
	struct span at;
	struct slice text, hint;
	struct diag_message *next; /* of the list; for a note the next note */
	struct diag_message *notes;
	int order;
};

struct diag {
	struct arena *arena;
	struct sources sources;
	struct diag_message *first;
	struct diag_message dropped; /* takes what is said about a message that is not kept */
	int errors, warnings, silence;
	int beyond; /* of errors and warnings: those not kept */
};

struct diag *diag_new(void)
{
	struct arena *arena = arena_new(0);
	struct diag *d = ARENA_NEW(arena, struct diag);
	d->arena = arena;
	sources_init(&d->sources, arena);
	return d;
}

void diag_free(struct diag *d)
{
	if (d)
		arena_free(d->arena);
}

struct sources *diag_sources(struct diag *d)
{
	return &d->sources;
}

int diag_errors(const struct diag *d)
{
	return d->errors;
}

void diag_silence(struct diag *d, bool on)
{
	d->silence += on ? 1 : -1;
}

static struct slice format_v(struct arena *arena, const char *format, va_list args)
{
	char text[1024];
	int n = vsnprintf(text, sizeof text, format, args);
	if (n < 0)
		n = 0;
	return arena_copy(arena, slice(text, (size_t)n < sizeof text ? (size_t)n : sizeof text - 1));
}

static struct diag_message *add(
	struct diag *d, enum level level, bool placed, struct span at, struct slice text)
{
	if (d->silence > 0)
		return &d->dropped;
	if (d->errors + d->warnings - d->beyond >= KEPT) {
		d->beyond++;
		*(level == LEVEL_ERROR ? &d->errors : &d->warnings) += 1;
		return &d->dropped;
	}
	for (struct diag_message *m = d->first; m; m = m->next)
		if (m->placed == placed && m->at.from == at.from && m->at.to == at.to &&
			slice_equal(m->text, text))
			return &d->dropped;
	struct diag_message *m = ARENA_NEW(d->arena, struct diag_message);
	*m = (struct diag_message){ .level = level, .placed = placed, .at = at, .text = text };
	m->order = d->errors + d->warnings;
	m->next = d->first;
	d->first = m;
	if (level == LEVEL_ERROR)
		d->errors++;
	else
		d->warnings++;
	return m;
}

struct diag_message *diag_error(struct diag *d, struct span at, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	struct slice text = format_v(d->arena, format, args);
	va_end(args);
	return add(d, LEVEL_ERROR, true, at, text);
}

struct diag_message *diag_warning(struct diag *d, struct span at, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	struct slice text = format_v(d->arena, format, args);
	va_end(args);
	return add(d, LEVEL_WARNING, true, at, text);
}

struct diag_message *diag_general(struct diag *d, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	struct slice text = format_v(d->arena, format, args);
	va_end(args);
	return add(d, LEVEL_ERROR, false, (struct span){ 0, 0 }, text);
}

void diag_hint(struct diag *d, struct diag_message *m, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	m->hint = format_v(d->arena, format, args);
	va_end(args);
}

void diag_also(struct diag *d, struct diag_message *m, struct span at, const char *format, ...)
{
	if (m == &d->dropped)
		return;
	va_list args;
	va_start(args, format);
	struct diag_message *note = ARENA_NEW(d->arena, struct diag_message);
	*note = (struct diag_message){ .level = LEVEL_NOTE, .placed = true, .at = at };
	note->text = format_v(d->arena, format, args);
	va_end(args);
	struct diag_message **end = &m->notes;
	while (*end)
		end = &(*end)->next;
	*end = note;
}

void diag_soften(struct diag *d, struct span span, bool forget)
{
	for (struct diag_message **p = &d->first; *p;) {
		struct diag_message *m = *p;
		if (!m->placed || m->level != LEVEL_ERROR || m->at.from < span.from || m->at.to > span.to) {
			p = &m->next;
			continue;
		}
		d->errors--;
		d->warnings += !forget;
		m->level = LEVEL_WARNING;
		if (forget)
			*p = m->next;
		else
			p = &m->next;
	}
}

bool diag_error_in(const struct diag *d, struct span span)
{
	for (const struct diag_message *m = d->first; m; m = m->next)
		if (m->level == LEVEL_ERROR && m->placed && m->at.from >= span.from && m->at.to <= span.to)
			return true;
	return false;
}

/* Prints a byte of a source line: what could confuse a terminal is shown as ?. */
static void print_byte(FILE *f, unsigned char c)
{
	if (c == '\t' || (c >= ' ' && c != 0x7f))
		fputc(c, f);
	else
		fputc('?', f);
}

/* The line with the place, and below it the underline and the hint. Of a very long line only the neighbourhood is shown. */
static void print_excerpt(FILE *f, const struct position *p, size_t width, struct slice hint)
{
	enum { BEFORE = 100, AFTER = 60 };
	size_t from = p->at > BEFORE ? p->at - BEFORE : 0;
	size_t to = p->text.len - p->at > AFTER ? p->at + AFTER : p->text.len;
	while (from && ((unsigned char)p->text.at[from] & 0xc0) == 0x80)
		from--;
	while (to < p->text.len && ((unsigned char)p->text.at[to] & 0xc0) == 0x80)
		to++;

	fprintf(f, "%5d | %s", p->line, from ? "..." : "");
	for (size_t i = from; i < to; i++)
		print_byte(f, (unsigned char)p->text.at[i]);
	fprintf(f, "%s\n      | %s", to < p->text.len ? "..." : "", from ? "   " : "");
	for (size_t i = from; i < p->at; i++)
		if (p->text.at[i] == '\t')
			fputc('\t', f);
		else if (((unsigned char)p->text.at[i] & 0xc0) != 0x80)
			fputc(' ', f);
	fputc('^', f);
	for (size_t i = p->at + 1; i < p->at + width && i < to; i++)
		if (((unsigned char)p->text.at[i] & 0xc0) != 0x80)
			fputc('~', f);
	if (hint.len)
		fprintf(f, " %.*s", SLICE_FMT(hint));
	fputc('\n', f);
}

static void print_message(const struct diag *d, FILE *f, const struct diag_message *m)
{
	static const char *const names[] = { "error", "warning", "note" };
	if (!m->placed) {
		fprintf(f, "%s: %.*s%s%.*s\n", names[m->level], SLICE_FMT(m->text), m->hint.len ? "; " : "",
			SLICE_FMT(m->hint));
	} else {
		struct position p = source_place(&d->sources, m->at.from);
		fprintf(f, "%s:%d:%d: %s: %.*s\n", p.file ? p.file->name : "-", p.line, p.column,
			names[m->level], SLICE_FMT(m->text));
		if (p.file)
			print_excerpt(f, &p, m->at.to - m->at.from, m->hint);
	}
	for (const struct diag_message *note = m->notes; note; note = note->next)
		print_message(d, f, note);
}

/* Where the files of M were included, innermost last. */
static void print_include(const struct diag *d, FILE *f, const struct source_file *file)
{
	struct span from = file->from;
	if (from.to == 0)
		return;
	struct position p = source_place(&d->sources, from.from);
	print_include(d, f, p.file);
	fprintf(f, "%s:%d:%d: in %s, included here:\n", p.file->name, p.line, p.column, file->name);
}

/* Problems without a place first, then by place; an error before a warning there. */
static int compare(const void *a, const void *b)
{
	const struct diag_message *x = *(struct diag_message *const *)a,
				  *y = *(struct diag_message *const *)b;
	if (x->placed != y->placed)
		return x->placed ? 1 : -1;
	if (x->at.from != y->at.from)
		return x->at.from < y->at.from ? -1 : 1;
	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

void diag_print(const struct diag *d, FILE *f)
{
	int count = d->errors + d->warnings, n = 0;
	const struct source_file *file = NULL;
	if (!count)
		return;
	const struct diag_message **all = calloc((size_t)count, sizeof *all);
	if (!all)
		return;
	for (const struct diag_message *m = d->first; m; m = m->next)
		all[n++] = m;
	qsort(all, (size_t)n, sizeof *all, compare);
	/* errors matter most: warnings get the room that they leave */
	int errors = DIAG_PRINTED, warnings = d->errors < DIAG_PRINTED ? DIAG_PRINTED - d->errors : 0;
	for (int i = 0; i < n; i++) {
		int *left = all[i]->level == LEVEL_ERROR ? &errors : &warnings;
		if ((*left)-- <= 0)
			continue;
		const struct source_file *now =
			all[i]->placed ? source_find(&d->sources, all[i]->at.from) : file;
		if (now && now != file)
			print_include(d, f, now);
		file = now;
		print_message(d, f, all[i]);
	}
	if (count > DIAG_PRINTED)
		fprintf(f, "%d more not shown\n", count - DIAG_PRINTED);
	fprintf(f, "%d error%s, %d warning%s\n", d->errors, d->errors == 1 ? "" : "s", d->warnings,
		d->warnings == 1 ? "" : "s");
	free(all);
}

char *diag_text(const struct diag *d)
{
	char *text = NULL;
	size_t size = 0;
	FILE *f = open_memstream(&text, &size);
	if (!f)
		return NULL;
	diag_print(d, f);
	fclose(f);
	return text;
}
