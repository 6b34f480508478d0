/* regex: PCRE2 with a compiled form that is safe to run on hostile text.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/regex.h"

#include "base/log.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

/* A pattern that backtracks without end stops here: about a millisecond. */
enum { MATCH_LIMIT = 20000, DEPTH_LIMIT = 2000, HEAP_LIMIT = 1024 /* kB */ };

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
