/* brackets: makes the brackets of a script match, before the grammar sees it.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A bracket that is missing is noticed far from where it was forgotten. The indentation of the lines that begin with } tells which
 * { it was, and what begins only at the top of a file (route[X] {, name = value) tells that one is missing at all. */
#include "grammar/parser.h"
#include "lang/token.h"

enum { MENDED_MAX = 20 };

struct brackets {
	struct diag *diag;
	struct tokens *list;
	int *open; /* indexes of the brackets that are open */
	int depth;
	int suspect, suspect_end; /* a { whose } stands further left than it should; -1 none */
	int outward; /* a } of the outermost level that stands further right than its {; -1 none */
};

static bool closes(int kind, int open)
{
	return (open == '(' && kind == ')') || (open == '[' && kind == ']') || (open == '{' && kind == '}');
}

/* Whether the token at I, in a route, can only be the begin of the next part of the file. */
static bool begins_part(const struct tokens *list, int i)
{
	const struct token *t = &list->at[i], *after = &list->at[i + 1];
	if (t->kind == SECTION)
		return t->first && t->indent == 0;
	if (t->kind != NAME || !t->first || i + 1 >= list->count)
		return false;
	if (after->kind == '=' && t->indent == 0 && i + 2 < list->count)
		return list->at[i + 2].kind == WORD ||
		       ((list->at[i + 2].kind == STRING || list->at[i + 2].kind == RAW) &&
			       i + 3 < list->count &&
			       (list->at[i + 3].kind == END || list->at[i + 3].kind == ','));
	if (after->kind == '[') { /* route[X]; is a call gone wrong */
		int k = i + 2;
		while (k < list->count && k < i + 8 && list->at[k].kind != ']' && list->at[k].kind != '{')
			k++;
		if (k + 1 < list->count && list->at[k].kind == ']')
			after = &list->at[k + 1];
		else if (k < list->count)
			after = &list->at[k];
	}
	if (after->kind != '{')
		return false;
	return slice_equal(t->text, SLICE("route")) ||
	       (t->text.len > 6 && slice_equal(slice(t->text.at + t->text.len - 6, 6), SLICE("_route")));
}

/* for (a; b; c): no such statement here, but one error about it is enough. */
static bool in_for(const struct tokens *list, int open)
{
	return open > 0 && list->at[open - 1].kind == FOR;
}

/* Whether the token at I cannot stand in parentheses that begin at OPEN. */
static bool stops_parenthesis(const struct tokens *list, int i, int open)
{
	switch (list->at[i].kind) {
	case ';':
		return !in_for(list, open);
	case '{':
	case '}':
	case IF:
	case ELSE:
	case WHILE:
	case SWITCH:
	case EXIT:
	case RETURN:
	case DROP:
	case BREAK:
	case END:
		return true;
	default:
		return begins_part(list, i);
	}
}

static struct token made(int kind, const struct tokens *list, int before)
{
	uint32_t at = before > 0 ? list->at[before - 1].at.to : 0;
	return (struct token){ .kind = kind, .at = { at, at }, .text = { "", 0 } };
}

/* The token at INDEX (a bracket) is not closed: says so and puts its partner before the token at BEFORE. */
static void close_at(struct brackets *b, int index, int before)
{
	const struct token *open = &b->list->at[index];
	bool cut = before == b->list->count && /* by a comment that is not closed */
		   diag_error_in(b->diag, (struct span){ b->list->at[before - 1].at.to, UINT32_MAX });
	int partner = open->kind == '(' ? ')' : open->kind == '[' ? ']' : '}';
	if (cut) {
		tokens_insert(b->list, before, made(partner, b->list, before));
		return;
	}
	struct diag_message *m = diag_error(b->diag, open->at, "this %c is not closed", open->kind);
	if (partner == '}' && before < b->list->count)
		diag_also(b->diag, m, b->list->at[before].at, "} expected before this");
	else
		diag_hint(b->diag, m, "%c expected", partner);
	tokens_insert(b->list, before, made(partner, b->list, before));
}

/* A ) without (: when the statement begins like `if x)` or `name x)`, the ( was forgotten there; else the ) is too many. */
static void extra_parenthesis(struct brackets *b, int i)
{
	int start = i;
	while (start > 0) {
		int kind = b->list->at[start - 1].kind;
		if (kind == ';' || kind == '{' || kind == '}' || kind == END)
			break;
		start--;
	}
	const struct token *t = &b->list->at[start];
	if (start + 1 < i && (t->kind == IF || t->kind == WHILE || t->kind == SWITCH || t->kind == NAME) &&
		t[1].kind != '(' && t[1].kind != '=') {
		struct diag_message *m =
			diag_error(b->diag, t->at, "missing ( after %.*s", SLICE_FMT(t->text));
		diag_also(b->diag, m, b->list->at[i].at, "which this ) would close");
		tokens_insert(b->list, start + 1, made('(', b->list, start + 1));
		return;
	}
	diag_error(b->diag, b->list->at[i].at, "there is no ( for this )");
	tokens_remove(b->list, i);
}

static void extra_brace(struct brackets *b, int i)
{
	int blamed = b->outward >= 0 ? b->outward : i;
	struct diag_message *m = diag_error(b->diag, b->list->at[blamed].at, "there is no { for this }");
	if (blamed != i)
		diag_also(b->diag, m, b->list->at[i].at, "noticed here: no { is left for this one");
	tokens_remove(b->list, blamed);
}

static void missing_brace(struct brackets *b, int before)
{
	if (b->suspect >= 0)
		close_at(b, b->suspect, b->suspect_end);
	else
		close_at(b, b->open[b->depth - 1], before);
}

/* The } at I, first on its line, stands further left than the line of the { that it closes, or an else stands where its if does though
 * the { of the if is open: that { is what is not closed, should one turn out to be. */
static void note_indent(struct brackets *b, int i)
{
	const struct token *t = &b->list->at[i], *open = &b->list->at[b->open[b->depth - 1]];
	if (!t->first || b->suspect >= 0)
		return;
	const struct token *before = &b->list->at[i - 1];
	bool left = t->kind == '}' && t->indent < open->indent;
	bool other = t->kind == ELSE && t->indent == open->indent &&
		     (before->kind != '}' || before->indent > t->indent);
	if (left || other) {
		b->suspect = b->open[b->depth - 1];
		b->suspect_end = i;
	}
}

/* The closing bracket at I, when the innermost open one is TOP. False when it does not fit: then it has been mended. */
static bool close_bracket(struct brackets *b, int i, int top)
{
	struct tokens *list = b->list;
	int kind = list->at[i].kind;
	if (!closes(kind, top)) {
		if (kind == '}') {
			extra_brace(b, i);
		} else if (kind == ')' && top != '[') {
			extra_parenthesis(b, i);
		} else {
			diag_error(b->diag, list->at[i].at, "there is no %c for this %c",
				kind == ']' ? '[' : '(', kind);
			tokens_remove(list, i);
		}
		return false;
	}
	if (kind == '}')
		note_indent(b, i);
	b->depth--;
	if (kind == '}' && b->depth == 0) {
		const struct token *close = &list->at[i], *open = &list->at[b->open[0]];
		b->outward = close->first && close->indent > open->indent ? i : -1;
		b->suspect = -1;
	}
	return true;
}

/* Walks once over all tokens. False when something was wrong and has been mended: then all begins anew. */
static bool walk(struct brackets *b)
{
	struct tokens *list = b->list;
	b->depth = 0;
	b->suspect = b->outward = -1;
	for (int i = 0; i < list->count; i++) {
		int kind = list->at[i].kind;
		int top = b->depth ? list->at[b->open[b->depth - 1]].kind : 0;
		if ((top == '(' || top == '[') && stops_parenthesis(list, i, b->open[b->depth - 1])) {
			close_at(b, b->open[b->depth - 1], i);
			return false;
		}
		if (top == '{' && begins_part(list, i)) {
			missing_brace(b, i);
			return false;
		}
		if (top == '{' && kind == ELSE)
			note_indent(b, i);
		if (kind == '(' || kind == '[' || kind == '{')
			b->open[b->depth++] = i;
		else if ((kind == ')' || kind == ']' || kind == '}') && !close_bracket(b, i, top))
			return false;
	}
	if (b->depth) {
		missing_brace(b, list->count);
		return false;
	}
	return true;
}

/* Drops or closes, without a word, what is still wrong after MENDED_MAX errors. */
static void force(struct brackets *b)
{
	struct tokens *list = b->list;
	struct tokens out = { .arena = list->arena };
	b->depth = 0;
	for (int i = 0; i < list->count; i++) {
		int kind = list->at[i].kind;
		bool close = kind == ')' || kind == ']' || kind == '}';
		if (close && !(b->depth && closes(kind, b->open[b->depth - 1])))
			continue;
		if (close)
			b->depth--;
		if (kind == '(' || kind == '[' || kind == '{')
			b->open[b->depth++] = kind;
		tokens_add(&out, list->at[i]);
	}
	while (b->depth) {
		int open = b->open[--b->depth];
		tokens_add(&out, made(open == '(' ? ')' : open == '[' ? ']' : '}', &out, out.count));
	}
	*list = out;
}

void brackets_balance(struct diag *diag, struct tokens *list)
{
	struct brackets b = { .diag = diag, .list = list };
	b.open = arena_alloc(list->arena, sizeof *b.open * (size_t)(list->count + MENDED_MAX + 1));
	for (int i = 0; i < MENDED_MAX; i++)
		if (walk(&b))
			return;
	if (!walk(&b))
		force(&b);
}
