/* parse: drives the grammar over the tokens and words its errors.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/parse.h"
#include "grammar/parser.h"

const struct token *parse_next(struct parser *p)
{
	if (p->skip) {
		p->skip = false;
		p->next = p->sync;
		p->ahead = (struct token){ .kind = SYNC, .at = p->ahead.at, .text = { "", 0 } };
		p->ahead.at.from = p->ahead.at.to;
		return &p->ahead;
	}
	if (p->next >= p->tokens->count) {
		uint32_t end = p->tokens->count ? p->tokens->at[p->tokens->count - 1].at.to : 0;
		p->ahead = (struct token){ .kind = 0, .at = { end, end }, .text = { "", 0 } };
		p->next = p->tokens->count + 1;
		return &p->ahead;
	}
	p->ahead = p->tokens->at[p->next++];
	if (p->ahead.kind == '{')
		p->depth++;
	if (p->ahead.kind == '}')
		p->depth--;
	return &p->ahead;
}

struct slice parse_text(struct parser *p, struct span at)
{
	return source_text(diag_sources(p->tree->diag), at);
}

struct node *parse_bare_route(struct parser *p, struct span keyword, struct slice text, struct span name,
	struct slice key, struct node *body)
{
	struct diag_message *m = diag_error(p->tree->diag, name, "a route's name stands in brackets");
	diag_hint(p->tree->diag, m, "write %.*s[%.*s]", SLICE_FMT(text), SLICE_FMT(key));
	return tree_route(p->tree, keyword, text, name, key, body);
}

static bool starts_statement(const struct token *t)
{
	switch (t->kind) {
	case NAME:
	case VARIABLE:
	case IF:
	case WHILE:
	case SWITCH:
	case CASE:
	case DEFAULT:
	case ELSE:
	case EXIT:
	case RETURN:
	case DROP:
	case BREAK:
	case FOR:
	case ELSEIF:
	case '{':
	case '}':
	case 0:
		return true;
	default:
		return false;
	}
}

/* Index of the token behind the top-level part that the token at I belongs to. */
static int end_of_part(const struct tokens *list, int i)
{
	int depth = 0, start = i;
	for (; i < list->count; i++) {
		const struct token *t = &list->at[i];
		if (depth == 0 && i > start && t->kind == NAME && t->first)
			return i;
		if (t->kind == '{')
			depth++;
		if (t->kind == '}' && --depth <= 0)
			return i + 1;
		if (depth == 0 && (t->kind == END || t->kind == ';'))
			return i + 1;
	}
	return i;
}

/* Index of the token behind the statement that the token at I belongs to, or of the } that ends its block. */
static int end_of_statement(const struct tokens *list, int i)
{
	int depth = 0, round = 0;
	for (; i < list->count; i++) {
		const struct token *t = &list->at[i];
		round += t->kind == '(';
		round -= t->kind == ')' && round > 0;
		if (t->kind == '{')
			depth++;
		if (t->kind == '}') {
			if (depth == 0)
				return i;
			if (--depth == 0 && (i + 1 == list->count || list->at[i + 1].kind != ELSE))
				return i + 1;
		}
		if (depth == 0 && round == 0 && (t->kind == ';' || t->kind == END))
			return i + 1;
	}
	return i;
}

static bool one_of(const char *name, const char *const *names, int count)
{
	for (int i = 0; i < count; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static bool text_is(const struct token *t, const char *text)
{
	return t && slice_equal(t->text, slice_of(text));
}

/* Advice for a token that is common in other languages. */
static const char *foreign(const struct token *t, const struct token *before)
{
	if (t->kind == FOR)
		return "there is no for: use while";
	if (t->kind == ELSEIF)
		return "write else if";
	if (before && before->kind == NAME && text_is(before, "then"))
		return "there is no then: write if (...) { ... }";
	if (text_is(before, "route") && t->kind == '[')
		return "a route is called by route(NAME)";
	if (text_is(before, "continue"))
		return "there is no continue";
	if (before && before->kind == ')' && (t->kind == AND || t->kind == OR))
		return "put parentheses round the whole condition";
	if (text_is(t, "eq"))
		return "write ==";
	if (text_is(t, "ne"))
		return "write !=";
	if (t->kind == '@')
		return "there are no selects: variables such as $tU, $hdr(X), $(tu{uri.param,X}) read a "
		       "message";
	if (t->kind == MOD)
		return "attributes are variables: $avp(name)";
	if (t->kind == '.')
		return "texts are joined by +, or write variables between the quotes";
	if (before && before->kind == '=' && (t->kind == '>' || t->kind == '<' || t->kind == NOT))
		return "the = stands last: >=, <=, !=";
	if (t->kind == '=' && before && before->kind == '=')
		return "write == without a space to compare";
	if (before && (before->kind == MATCH || before->kind == NOT_MATCH))
		return "a pattern stands between slashes or quotation marks";
	if (before && before->kind == VARIABLE && t->kind == EQUAL)
		return "an assignment has one =";
	if (before && before->kind == VARIABLE && (t->kind == ':' || t->kind == '+' || t->kind == '-'))
		return "assign with =, add with +=";
	return NULL;
}

/* What is said where the grammar's list of tokens would say little; NULL for nothing better. */
static const char *advice(const struct parser *p, int at, const char *const *names, int count)
{
	const struct token *t = &p->ahead, *before = at > 0 ? &p->tokens->at[at - 1] : NULL;
	bool outside = p->depth == 0 || (p->depth == 1 && t->kind == '{');
	const char *said = foreign(t, before);
	if (said)
		return said;
	if (outside && before && before->kind == NAME && at > 1 && p->tokens->at[at - 2].kind == NAME)
		return "a parameter is written name = value";
	if (outside && before && before->kind == ']')
		return "{ expected";
	if (outside && (t->kind == IF || t->kind == VARIABLE || t->kind == SWITCH || t->kind == WHILE ||
			       t->kind == EXIT))
		return "statements stand in a route: route { ... }";
	if (t->kind == ELSE)
		return "this else belongs to no if; remove the ; before it, or put { } round the statements";
	if (t->kind == '/' && before && before->kind == CASE)
		return "a case is no pattern: use if and =~";
	if (one_of("case", names, count) && !one_of("if", names, count))
		return "case or default expected";
	if (t->kind == CASE || t->kind == DEFAULT)
		return "case and default stand in a switch";
	if (before && before->kind == NAME && one_of("'('", names, count) &&
		(t->kind == STRING || t->kind == NAME || t->kind == ';' || t->kind == NUMBER))
		return "an action is called with parentheses: name(...)";
	if (before && (before->kind == IF || before->kind == WHILE || before->kind == SWITCH))
		return "its condition stands in parentheses";
	if (before && before->kind == '=' && t->kind == END)
		return "a value is expected";
	return NULL;
}

/* The grammar's name of a token without its quotation marks. */
static struct slice bare(const char *name)
{
	size_t len = strlen(name);
	return len > 2 && name[0] == '\'' ? slice(name + 1, len - 2) : slice(name, len);
}

static void plain(struct parser *p, int at, const char *const *names, int count)
{
	struct diag *d = p->tree->diag;
	const char *said = advice(p, at, names, count);
	struct diag_message *m;
	struct slice text = source_text(diag_sources(d), p->ahead.at);
	if (p->ahead.kind == 0)
		m = diag_error(d, p->ahead.at, "the file ends in the middle of something");
	else if (p->ahead.kind == END)
		m = diag_error(d, p->ahead.at, "the line ends too early");
	else
		m = diag_error(d, p->ahead.at, "unexpected %.*s", SLICE_FMT(text));
	if (said)
		diag_hint(d, m, "%s", said);
	else if (one_of("':'", names, count) && one_of("','", names, count))
		diag_hint(d, m, ": expected");
	else if (count == 1)
		diag_hint(d, m, "%.*s expected", SLICE_FMT(bare(names[0])));
	else if (count == 2)
		diag_hint(
			d, m, "%.*s or %.*s expected", SLICE_FMT(bare(names[0])), SLICE_FMT(bare(names[1])));
	else if (one_of("if", names, count))
		diag_hint(d, m, "a statement expected");
	else if (one_of("';'", names, count))
		diag_hint(d, m, "an operator or ; expected");
	else if (one_of("')'", names, count) && one_of("','", names, count))
		diag_hint(d, m, "an operator, a comma or ) expected");
	else if (one_of("')'", names, count) && !one_of("variable", names, count))
		diag_hint(d, m, "an operator or ) expected");
	else if (one_of("variable", names, count) && one_of("number", names, count))
		diag_hint(d, m, "a value expected");
}

/* Whether something was already said about the statement that the token at AT belongs to: its brackets, a string without end. */
static bool already_said(const struct parser *p, int at)
{
	int start = at < p->tokens->count ? at : p->tokens->count - 1;
	while (start > 0 && p->tokens->at[start - 1].kind != ';' && p->tokens->at[start - 1].kind != '{' &&
		p->tokens->at[start - 1].kind != '}' && p->tokens->at[start - 1].kind != END)
		start--;
	return start >= 0 &&
	       diag_error_in(p->tree->diag, (struct span){ p->tokens->at[start].at.from, p->ahead.at.to });
}

void parse_unexpected(struct parser *p, const char *const *names, int count)
{
	struct diag *d = p->tree->diag;
	int at = p->next - 1; /* index of the token that does not fit */
	const struct token *before = at > 0 && at <= p->tokens->count ? &p->tokens->at[at - 1] : NULL;

	bool terminated = !before || before->kind == ';' || before->kind == '{' || before->kind == '}';
	int depth = p->depth + (p->ahead.kind == '}') - (p->ahead.kind == '{');
	if (!terminated && one_of("';'", names, count) && depth > 0 && starts_statement(&p->ahead) &&
		!(p->ahead.kind == '{' && !p->ahead.first)) {
		struct span behind = { before->at.to, before->at.to };
		struct slice text = source_text(diag_sources(d), before->at);
		if (before->kind < 256 || !text.len || text.len > 30)
			diag_error(d, behind, "missing ;");
		else
			diag_error(d, behind, "missing ; after %.*s", SLICE_FMT(text));
		return;
	}
	if (!already_said(p, at))
		plain(p, at, names, count);
	p->skip = true;
	p->sync = depth > 0 ? end_of_statement(p->tokens, at) : end_of_part(p->tokens, at);
	p->depth = depth;
}

void parse(struct tree *tree, const struct tokens *tokens)
{
	struct parser p = { .tree = tree, .tokens = tokens };
	grammar_parse(&p);
}
