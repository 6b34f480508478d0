/* signature: the parameters and results of an action, as its row in actions.def says them.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/signature.h"

#include <stdlib.h>

static const struct {
	const char *name;
	enum argument_kind kind;
	int64_t min, max;
} kinds[] = {
	{ "int", ARGUMENT_INT, INT64_MIN, INT64_MAX },
	{ "time", ARGUMENT_TIME, 0, INT64_MAX },
	{ "string", ARGUMENT_STRING, 0, 0 },
	{ "field", ARGUMENT_FIELD, 0, 0 },
	{ "uri", ARGUMENT_URI, 0, 0 },
	{ "code", ARGUMENT_CODE, 100, 699 },
	{ "flag", ARGUMENT_FLAG, 0, 63 },
	{ "methods", ARGUMENT_METHODS, 0, 0 },
	{ "header", ARGUMENT_HEADER, 0, 0 },
	{ "regex", ARGUMENT_REGEX, 0, 0 },
	{ "word", ARGUMENT_WORD, 0, 0 },
	{ "route", ARGUMENT_ROUTE, 0, 0 },
	{ "host", ARGUMENT_HOST, 0, 0 },
	{ "subst", ARGUMENT_SUBST, 0, 0 },
	{ "block", ARGUMENT_BLOCK, 0, 0 },
};

/* "MIN..MAX" */
static bool read_range(struct slice text, struct argument *a)
{
	char *end;
	a->min = strtoll(text.at, &end, 10);
	if (end == text.at || end[0] != '.' || end[1] != '.')
		return false;
	const char *second = end + 2;
	a->max = strtoll(second, &end, 10);
	return end != second && end == text.at + text.len && a->min <= a->max;
}

static bool read_route(struct slice text, struct argument *a)
{
	for (int i = 0; i < ROUTE_KINDS; i++)
		if (slice_equal(text, slice_of(route_rows[i].id))) {
			a->route = (enum route_kind)i;
			return true;
		}
	return false;
}

/* "type name", with [MIN..MAX] or (words) behind the type. */
static const char *read_argument(struct slice text, struct argument *a)
{
	size_t n = 0;
	while (n < text.len && text.at[n] >= 'a' && text.at[n] <= 'z')
		n++;
	struct slice type = slice(text.at, n), rest = slice(text.at + n, text.len - n), extra = { "", 0 };
	bool found = false;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (slice_equal(type, slice_of(kinds[i].name))) {
			found = true;
			a->kind = kinds[i].kind;
			a->min = kinds[i].min;
			a->max = kinds[i].max;
		}
	if (!found)
		return "unknown type of a parameter";
	char open = rest.len ? rest.at[0] : 0;
	if (open == '[' || open == '(') {
		ptrdiff_t close = slice_find(rest, open == '[' ? ']' : ')');
		if (close < 0)
			return "bracket without partner behind a type";
		extra = slice(rest.at + 1, (size_t)close - 1);
		rest = slice(rest.at + close + 1, rest.len - (size_t)close - 1);
	}
	if (open == '[' && !read_range(extra, a))
		return "bad range of a parameter";
	if (a->kind == ARGUMENT_ROUTE && (open != '(' || !read_route(extra, a)))
		return "route(KIND) expected";
	if (a->kind == ARGUMENT_WORD && !extra.len)
		return "word(a|b) expected";
	if (a->kind == ARGUMENT_BLOCK && !extra.len)
		return "block(KIND) expected";
	a->words = a->kind == ARGUMENT_WORD || a->kind == ARGUMENT_BLOCK ? extra : (struct slice){ "", 0 };
	a->name = slice_trim(rest);
	return a->name.len ? NULL : "a parameter without a name";
}

bool signature_parse(const char *parameters, const char *results, struct signature *s, const char **error)
{
	int depth = 0; /* of the brackets of optional parameters */
	const char *at = parameters;
	*s = (struct signature){ .count = 0 };
	*error = NULL;
	while (*at) {
		while (*at == ' ' || *at == ',' || *at == '[' || *at == ']') {
			depth += *at == '[';
			depth -= *at == ']';
			at++;
		}
		if (!*at)
			break;
		const char *from = at;
		int inner = 0;
		for (; *at && !(inner == 0 && (*at == ',' || *at == ']' || (*at == '[' && at[-1] == ' ')));
			at++) {
			inner += *at == '(' || *at == '[';
			inner -= *at == ')' || *at == ']';
		}
		if (s->count == SIGNATURE_ARGUMENTS) {
			*error = "too many parameters";
			return false;
		}
		struct argument *a = &s->arguments[s->count++];
		a->optional = depth > 0;
		*error = read_argument(slice_trim(slice(from, (size_t)(at - from))), a);
		if (*error)
			return false;
		if (!a->optional && s->required != s->count - 1)
			*error = "a required parameter behind an optional one";
		if (!a->optional)
			s->required = s->count;
	}
	if (depth != 0)
		*error = "brackets of optional parameters do not match";
	struct slice rest = slice_of(results), piece;
	while (rest.len && slice_cut(&rest, ',', &piece)) {
		if (s->result_count == SIGNATURE_RESULTS) {
			*error = "too many results";
			return false;
		}
		s->results[s->result_count++] = slice_trim(piece);
	}
	if (s->result_count == 1)
		*error = "one result only: leave it empty";
	return *error == NULL;
}

int signature_word(struct slice words, struct slice w)
{
	struct slice piece;
	for (int i = 0; words.len && slice_cut(&words, '|', &piece); i++)
		if (slice_equal(piece, w))
			return i;
	return -1;
}
