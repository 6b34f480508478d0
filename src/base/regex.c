/* regex: PCRE2 with a compiled form that is safe to run on hostile text.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/regex.h"

#include "base/log.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

/* A pattern that backtracks without end stops here: about a millisecond. */
enum { MATCH_LIMIT = 200000, DEPTH_LIMIT = 2000, HEAP_LIMIT = 1024 /* kB */ };

struct regex {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *limits;
};

static uint32_t options(unsigned flags)
{
	uint32_t bits = PCRE2_NEVER_BACKSLASH_C;
	bits |= flags & REGEX_ICASE ? PCRE2_CASELESS : 0;
	bits |= flags & REGEX_MULTILINE ? PCRE2_MULTILINE : 0;
	bits |= flags & REGEX_DOTALL ? PCRE2_DOTALL : 0;
	bits |= flags & REGEX_EXTENDED ? PCRE2_EXTENDED : 0;
	return bits;
}

struct regex *regex_compile(struct slice pattern, unsigned flags, char *error, size_t *offset)
{
	int code = 0;
	PCRE2_SIZE at = 0;
	pcre2_code *compiled = pcre2_compile(
		(PCRE2_SPTR)(pattern.len ? pattern.at : ""), pattern.len, options(flags), &code, &at, NULL);
	if (!compiled) {
		if (error)
			pcre2_get_error_message(code, (PCRE2_UCHAR *)error, REGEX_ERROR);
		if (offset)
			*offset = at < pattern.len ? at : pattern.len;
		return NULL;
	}
	/* Without JIT (a hardened kernel may forbid it) matching is slower and otherwise the same. */
	(void)pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);

	struct regex *r = calloc(1, sizeof *r);
	if (r) {
		r->code = compiled;
		r->data = pcre2_match_data_create_from_pattern(compiled, NULL);
		r->limits = pcre2_match_context_create(NULL);
	}
	if (!r || !r->data || !r->limits)
		fatal("out of memory");
	pcre2_set_match_limit(r->limits, MATCH_LIMIT);
	pcre2_set_depth_limit(r->limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(r->limits, HEAP_LIMIT);
	return r;
}

void regex_free(struct regex *r)
{
	if (!r)
		return;
	pcre2_match_context_free(r->limits);
	pcre2_match_data_free(r->data);
	pcre2_code_free(r->code);
	free(r);
}

int regex_find(const struct regex *r, struct slice text, size_t start, struct slice *groups, int n)
{
	if (start > text.len)
		return REGEX_NO_MATCH;
	PCRE2_SPTR subject = (PCRE2_SPTR)(text.len ? text.at : "");
	int found = pcre2_match(r->code, subject, text.len, start, 0, r->data, r->limits);
	if (found == PCRE2_ERROR_JIT_STACKLIMIT)
		found = pcre2_match(r->code, subject, text.len, start, PCRE2_NO_JIT, r->data, r->limits);
	if (found == PCRE2_ERROR_NOMATCH)
		return REGEX_NO_MATCH;
	if (found < 0)
		return REGEX_LIMIT;

	const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(r->data);
	for (int i = 0; i < n; i++) {
		/* \K in a lookahead may put the start behind the end. */
		bool set = i < found && ends[2 * i] != PCRE2_UNSET && ends[2 * i] <= ends[2 * i + 1];
		groups[i] = set ? slice((const char *)subject + ends[2 * i], ends[2 * i + 1] - ends[2 * i])
				: slice(NULL, 0);
	}
	return found;
}

bool regex_flags(struct slice letters, unsigned *flags, bool *global)
{
	for (size_t i = 0; i < letters.len; i++) {
		switch (letters.at[i]) {
		case 'i':
			*flags |= REGEX_ICASE;
			break;
		case 'm':
			*flags |= REGEX_MULTILINE;
			break;
		case 's':
			*flags |= REGEX_DOTALL;
			break;
		case 'x':
			*flags |= REGEX_EXTENDED;
			break;
		case 'g':
			if (!global)
				return false;
			*global = true;
			break;
		default:
			return false;
		}
	}
	return true;
}

/* ---- substitution ---- */

/* Text that grows in an arena, up to a size that no sensible result has. */
struct growing {
	struct arena *arena;
	char *at;
	size_t len, size;
	bool full;
};
enum { SUBST_LIMIT = 1 << 20 };

static void grow(struct growing *g, struct slice s)
{
	if (s.len > SUBST_LIMIT - g->len || g->full) {
		g->full = true;
		return;
	}
	if (s.len > g->size - g->len) {
		size_t size = g->size * 2 > g->len + s.len ? g->size * 2 : g->len + s.len;
		char *at = arena_text(g->arena, size);
		memcpy(at, g->at, g->len);
		g->at = at;
		g->size = size;
	}
	if (s.len)
		memcpy(g->at + g->len, s.at, s.len);
	g->len += s.len;
}

/* Appends REPLACEMENT with its \ sequences resolved. */
static void grow_replacement(struct growing *g, struct slice replacement, const struct slice *groups)
{
	for (size_t i = 0; i < replacement.len; i++) {
		const char *c = &replacement.at[i];
		if (*c != '\\' || i + 1 == replacement.len) {
			grow(g, slice(c, 1));
			continue;
		}
		c++;
		i++;
		if (*c >= '0' && *c <= '9')
			grow(g, groups[*c - '0']);
		else if (*c == 'n')
			grow(g, SLICE("\n"));
		else if (*c == 'r')
			grow(g, SLICE("\r"));
		else if (*c == 't')
			grow(g, SLICE("\t"));
		else
			grow(g, slice(c, 1));
	}
}

int regex_subst(const struct regex *r, struct slice text, struct slice replacement, bool all,
	struct arena *arena, struct slice *out)
{
	struct growing g = { .arena = arena, .size = text.len + replacement.len + 16 };
	struct slice groups[REGEX_GROUPS];
	size_t done = 0, from = 0; /* of TEXT: copied up to here; searched from here */
	int count = 0, found = 0;

	*out = text;
	while ((count == 0 || all) && (found = regex_find(r, text, from, groups, REGEX_GROUPS)) > 0) {
		if (!groups[0].at)
			break;
		if (!count++)
			g.at = arena_text(arena, g.size);
		size_t start = (size_t)(groups[0].at - (text.len ? text.at : groups[0].at)),
		       end = start + groups[0].len;
		if (start < done) /* a match that looks behind its start */
			break;
		grow(&g, slice(text.at + done, start - done));
		grow_replacement(&g, replacement, groups);
		done = end;
		/* Behind an empty match one byte is passed over, so that the next one is another. */
		from = groups[0].len ? end : end + 1;
	}
	if (found < 0 || g.full)
		return REGEX_LIMIT;
	if (count) {
		grow(&g, slice(text.at + done, text.len - done));
		if (g.full)
			return REGEX_LIMIT;
		*out = slice(g.at, g.len);
	}
	return count;
}

/* Cuts the piece up to the next SEPARATOR without a backslash before it off *REST. */
static bool cut_quoted(struct slice *rest, char separator, struct slice *piece)
{
	for (size_t i = 0; i < rest->len; i++) {
		if (rest->at[i] == '\\') {
			i++;
		} else if (rest->at[i] == separator) {
			*piece = slice(rest->at, i);
			*rest = slice(rest->at + i + 1, rest->len - i - 1);
			return true;
		}
	}
	return false;
}

bool regex_split(struct slice s, struct slice *pattern, struct slice *replacement, unsigned *flags, bool *all)
{
	*flags = 0;
	*all = false;
	if (!s.len || s.at[0] == '\\')
		return false;
	struct slice rest = slice(s.at + 1, s.len - 1);
	return cut_quoted(&rest, s.at[0], pattern) && cut_quoted(&rest, s.at[0], replacement) &&
	       pattern->len && regex_flags(rest, flags, all);
}
