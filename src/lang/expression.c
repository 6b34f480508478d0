/* expression: types of expressions, and what they rule out.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/method.h"
#include "base/regex.h"
#include "lang/checking.h"

#include <inttypes.h>
#include <stdlib.h>

#define BASE(type) ((type) & ~(unsigned)T_NULL)

const char *check_type_name(unsigned type)
{
	switch (BASE(type)) {
	case T_INT:
		return "a number";
	case T_BOOL:
		return "a truth value";
	case T_STRING:
		return "a string";
	case T_IP:
		return "an address";
	case 0:
		return "null";
	default:
		return "a value";
	}
}

bool check_constant_int(const struct node *n, int64_t *value)
{
	if (n->kind == NODE_NUMBER) {
		*value = n->number;
		return true;
	}
	if (n->kind == NODE_UNARY && n->op == NODE_NEGATE && check_constant_int(n->left, value)) {
		*value = (int64_t)(0 - (uint64_t)*value);
		return true;
	}
	return false;
}

bool check_constant_text(const struct node *n, struct slice *text)
{
	if (n->kind != NODE_STRING)
		return false;
	for (const struct node *p = n->list; p; p = p->next)
		if (p->kind != NODE_TEXT)
			return false;
	*text = !n->list ? (struct slice){ "", 0 } : !n->list->next ? n->list->text : n->text;
	return true;
}

bool check_uri_text(struct slice text)
{
	return slice_starts_nocase(text, SLICE("sip:")) || slice_starts_nocase(text, SLICE("sips:")) ||
	       slice_starts_nocase(text, SLICE("tel:"));
}

bool check_method(struct checking *c, struct span at, struct slice name, bool strict)
{
	struct suggest s = suggest(name);
	for (int i = METHOD_OTHER + 1; i < METHODS; i++) {
		if (slice_equal_nocase(name, method_name((enum method)i)))
			return true;
		suggest_try(&s, method_name((enum method)i));
	}
	if (!s.best.len && !strict)
		return true;
	struct diag_message *m = MESSAGE(c, at, "there is no method %.*s", SLICE_FMT(name));
	if (s.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
	return false;
}

/* A $name in a pattern: nothing is replaced there, and behind the end of a text no letter comes. */
static bool is_interpolated(struct slice pattern)
{
	bool in_class = false;
	for (size_t i = 0; i + 1 < pattern.len; i++) {
		char c = pattern.at[i], next = pattern.at[i + 1];
		if (c == '\\')
			i++;
		else if (c == '[')
			in_class = true;
		else if (c == ']')
			in_class = false;
		else if (c == '$' && !in_class &&
			 ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')))
			return true;
	}
	return false;
}

void check_regex(struct checking *c, struct node *n, unsigned flags)
{
	char error[REGEX_ERROR];
	size_t offset = 0;
	if (!c->final)
		return;
	struct regex *r = regex_compile(n->text, flags, error, &offset);
	if (!r) {
		struct span at = n->at;
		if (at.to - at.from >= n->text.len + 2 && offset <= n->text.len &&
			!memchr(n->text.at, '\\', n->text.len))
			at = (struct span){ at.from + 1 + (uint32_t)offset, at.from + 1 + (uint32_t)offset };
		MESSAGE(c, at, "bad pattern: %s", error);
	} else if (is_interpolated(n->text)) {
		diag_hint(c->diag, MESSAGE(c, n->at, "variables are not replaced in a pattern"),
			"starts_with(), str_contains(), in_list() and == compare with one");
	}
	regex_free(r);
}

/* ---- names ---- */

static unsigned unknown_name(struct checking *c, struct node *n)
{
	struct suggest s = suggest(n->text), action = suggest(n->text);
	for (int i = 0; i < bare_word_count; i++)
		suggest_try(&s, slice_of(bare_words[i].name));
	for (int i = 0; i < action_count; i++)
		suggest_try(&action, slice_of(action_rows[i].name));
	struct diag_message *m = MESSAGE(c, n->at, "%.*s is not known here", SLICE_FMT(n->text));
	if (table_action(n->text) >= 0)
		diag_hint(c->diag, m, "did you mean %.*s()?", SLICE_FMT(n->text));
	else if (s.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
	else if (action.best.len)
		diag_hint(c->diag, m, "did you mean %.*s()?", SLICE_FMT(action.best));
	else if (table_variable(n->text) >= 0)
		diag_hint(c->diag, m, "did you mean $%.*s?", SLICE_FMT(n->text));
	else
		diag_hint(c->diag, m, "text stands in quotes, a name of your own comes from #!define");
	return 0;
}

static unsigned check_name(struct checking *c, struct node *n)
{
	static const struct {
		const char *name;
		bool truth;
	} truths[] = { { "true", true }, { "yes", true }, { "on", true }, { "false", false }, { "no", false },
		{ "off", false } };
	for (size_t i = 0; i < sizeof truths / sizeof *truths; i++)
		if (slice_equal_nocase(n->text, slice_of(truths[i].name))) {
			n->kind = NODE_BOOL;
			n->number = truths[i].truth;
			return T_BOOL;
		}
	if (slice_equal_nocase(n->text, SLICE("null"))) {
		n->kind = NODE_NULL;
		return T_NULL;
	}
	if (slice_equal(n->text, SLICE("max_len"))) {
		n->kind = NODE_NUMBER;
		n->number = UINT16_MAX;
		return T_INT;
	}
	if (slice_equal(n->text, SLICE("myself"))) {
		n->kind = NODE_MYSELF;
		diag_hint(c->diag, MESSAGE(c, n->at, "myself stands in comparisons only"), "uri == myself");
		return 0;
	}
	struct slice word = slice_equal(n->text, SLICE("msg:len")) ? SLICE("ml") : n->text;
	int row = word.at == n->text.at ? table_bare_word(word) : table_variable(word);
	if (row < 0)
		row = table_bare_word(n->text);
	if (row < 0)
		return unknown_name(c, n);
	n->kind = NODE_VARIABLE;
	n->use = USE_ROW;
	n->row = row;
	n->key = (struct slice){ "", 0 };
	n->bare = true;
	n->text = slice_of(variable_rows[row].name);
	return check_row_variable(c, n, false);
}

/* ---- the others ---- */

static unsigned check_arithmetic(struct checking *c, struct node *n)
{
	unsigned l = check_value(c, n->left), r = check_value(c, n->right);
	struct slice text;
	int64_t number;
	if (!l || !r)
		return 0;
	if (n->op == NODE_ADD && BASE(l) == T_STRING && BASE(r) == T_STRING)
		return T_STRING;
	if (BASE(l) == T_INT && BASE(r) == T_INT) {
		if ((n->op == NODE_DIVIDE || n->op == NODE_MODULO) && check_constant_int(n->right, &number) &&
			number == 0) {
			MESSAGE(c, n->right->at, "division by zero");
			return 0;
		}
		bool divides = (n->op == NODE_DIVIDE || n->op == NODE_MODULO) &&
			       !check_constant_int(n->right, &number);
		return T_INT | ((l | r) & T_NULL) | (divides ? T_NULL : 0);
	}
	const struct node *bad = BASE(l) == T_INT ? n->right : n->left;
	struct diag_message *m;
	if (n->op == NODE_ADD && (BASE(l) == T_STRING || BASE(r) == T_STRING)) {
		m = MESSAGE(c, n->name, "%s and %s cannot be added", check_type_name(l), check_type_name(r));
		if (check_constant_int(BASE(l) == T_STRING ? n->right : n->left, &number))
			diag_hint(c->diag, m,
				"write \"%" PRId64 "\" to join texts, or $(name{s.int}) to add numbers",
				number);
		else
			diag_hint(c->diag, m,
				"write \"...$name...\" to join texts, or $(name{s.int}) to add numbers");
		return 0;
	}
	m = MESSAGE(
		c, bad->at, "%s is for numbers, not for %s", tree_op_text(n->op), check_type_name(bad->type));
	if ((n->op == NODE_BIT_AND || n->op == NODE_BIT_OR) && (BASE(l) == T_BOOL || BASE(r) == T_BOOL))
		diag_hint(c->diag, m, "did you mean %s? comparisons bind tighter than %s",
			n->op == NODE_BIT_AND ? "&&" : "||", tree_op_text(n->op));
	else if (check_constant_text(bad, &text) && text.len)
		diag_hint(c->diag, m, "write it without quotes, if it is a number");
	return 0;
}

static unsigned check_unary(struct checking *c, struct node *n)
{
	if (n->op == NODE_NOT) {
		check_condition(c, n->left);
		return T_BOOL;
	}
	unsigned type = check_value(c, n->left);
	if (type && BASE(type) != T_INT) {
		MESSAGE(c, n->left->at, "%s is for numbers, not for %s", tree_op_text(n->op),
			check_type_name(type));
		return 0;
	}
	return type;
}

static unsigned check_string(struct checking *c, struct node *n)
{
	unsigned type = T_STRING;
	for (struct node *p = n->list; p; p = p->next)
		if ((p->kind == NODE_VARIABLE && !check_variable(c, p, false)) || p->kind == NODE_BAD)
			type = c->final ? T_STRING : 0;
	n->constant = !n->list || (!n->list->next && n->list->kind == NODE_TEXT);
	return type;
}

unsigned check_kinds(const struct node *n, bool truth)
{
	static const struct {
		const char *name;
		unsigned kinds;
	} tests[] = { { "is_request", R_REQUEST | R_BRANCH | R_FAILURE }, { "is_reply", R_ONREPLY | R_REPLY },
		{ "t_is_request_route", R_REQUEST }, { "t_is_failure_route", R_FAILURE },
		{ "t_is_branch_route", R_BRANCH }, { "t_is_reply_route", R_ONREPLY | R_REPLY } };
	if (n->kind == NODE_UNARY && n->op == NODE_NOT)
		return check_kinds(n->left, !truth);
	if (n->kind == NODE_BINARY && (n->op == NODE_AND || n->op == NODE_OR)) {
		unsigned left = check_kinds(n->left, truth), right = check_kinds(n->right, truth);
		return (n->op == NODE_AND) == truth ? left & right : left | right;
	}
	if (n->kind == NODE_CALL)
		for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
			if (slice_equal(n->text, slice_of(tests[i].name)))
				return truth ? tests[i].kinds : R_ANY & ~tests[i].kinds;
	return R_ANY;
}

/* !method == "INVITE": with SER's words this means what it seems to, since !method alone means nothing. With variables it is an error,
 * said once; false then. */
static bool negated_left(struct checking *c, struct node *n)
{
	struct node *operand = n->left->left;
	if (n->left->kind != NODE_UNARY || n->left->op != NODE_NOT || n->op < NODE_EQUAL ||
		n->op > NODE_MORE_EQUAL)
		return true;
	bool word = operand->bare || (operand->kind == NODE_NAME && table_bare_word(operand->text) >= 0);
	if (word && (n->op == NODE_EQUAL || n->op == NODE_UNEQUAL || n->op == NODE_MATCH ||
			    n->op == NODE_NOT_MATCH)) {
		n->left = operand;
		n->op = n->op == NODE_EQUAL     ? NODE_UNEQUAL
			: n->op == NODE_UNEQUAL ? NODE_EQUAL
			: n->op == NODE_MATCH   ? NODE_NOT_MATCH
						: NODE_MATCH;
		return true;
	}
	if (operand->kind != NODE_VARIABLE && !word)
		return true;
	unsigned type = check_value(c, operand);
	if (BASE(type) == T_BOOL)
		return true;
	if (type)
		diag_hint(c->diag, MESSAGE(c, n->left->at, "! binds tighter than %s", tree_op_text(n->op)),
			"write !(...) round the comparison");
	return false;
}

/* a || b && c: right by the rules, but other servers have other rules. */
static void warn_mixed(struct checking *c, const struct node *n, const struct node *operand)
{
	if (!c->final || n->op != NODE_OR || operand->kind != NODE_BINARY || operand->op != NODE_AND ||
		operand->bracketed)
		return;
	struct diag_message *m =
		diag_warning(c->diag, operand->at, "&& binds tighter than ||, here without parentheses");
	diag_hint(c->diag, m, "put ( ) round this");
}

static unsigned check_binary(struct checking *c, struct node *n)
{
	unsigned kinds;
	if (!negated_left(c, n))
		return T_BOOL;
	switch (n->op) {
	case NODE_OR:
	case NODE_AND:
		kinds = c->kinds;
		warn_mixed(c, n, n->left);
		warn_mixed(c, n, n->right);
		check_condition(c, n->left);
		c->kinds &= check_kinds(n->left, n->op == NODE_AND);
		check_condition(c, n->right);
		c->kinds = kinds;
		return T_BOOL;
	case NODE_EQUAL:
	case NODE_UNEQUAL:
	case NODE_LESS:
	case NODE_MORE:
	case NODE_LESS_EQUAL:
	case NODE_MORE_EQUAL:
	case NODE_IN:
		return check_comparison(c, n);
	case NODE_MATCH:
	case NODE_NOT_MATCH:
		return check_match(c, n);
	default:
		return check_arithmetic(c, n);
	}
}

unsigned check_value(struct checking *c, struct node *n)
{
	struct network net;
	switch (n->kind) {
	case NODE_NUMBER:
		n->constant = true;
		return n->type = T_INT;
	case NODE_QUANTITY:
		MESSAGE(c, n->at, "%.*s is no number", SLICE_FMT(n->text));
		return n->type = 0;
	case NODE_STRING:
		return n->type = check_string(c, n);
	case NODE_REGEX:
		diag_hint(c->diag, MESSAGE(c, n->at, "a pattern stands behind =~ or !~ only"),
			"use quotes for text");
		return n->type = 0;
	case NODE_ADDRESS:
		if (!check_network(c, n, n->text))
			return n->type = 0;
		net = *n->network;
		if (net.prefix != (net.base.family == AF_INET ? 32 : 128)) {
			MESSAGE(c, n->at, "a network stands in comparisons only");
			return n->type = 0;
		}
		return n->type = T_IP;
	case NODE_VARIABLE:
		if (n->bare)
			return n->type = check_row_variable(c, n, false);
		return n->type = check_variable(c, n, false);
	case NODE_NAME:
		return n->type = check_name(c, n);
	case NODE_NULL:
		return n->type = T_NULL;
	case NODE_BOOL:
		return n->type = T_BOOL;
	case NODE_CALL:
		return n->type = check_call(c, n) ? T_BOOL : 0;
	case NODE_UNARY:
		return n->type = check_unary(c, n);
	case NODE_BINARY:
		return n->type = check_binary(c, n);
	default:
		return n->type = 0;
	}
}

void check_condition(struct checking *c, struct node *n)
{
	unsigned type = check_value(c, n);
	if (n->kind == NODE_NUMBER || n->kind == NODE_BOOL || (n->kind == NODE_STRING && n->constant)) {
		if (c->final)
			diag_warning(c->diag, n->at, "this condition is always %s",
				n->kind == NODE_STRING ? (n->text.len ? "true" : "false")
				: n->number            ? "true"
						       : "false");
		return;
	}
	if (!type || BASE(type) == T_BOOL)
		return;
	struct diag_message *m = MESSAGE(c, n->at, "%s is no condition", check_type_name(type));
	struct slice text = source_text(diag_sources(c->diag), n->at);
	const char *with = type & T_NULL ? "null" : BASE(type) == T_INT ? "0" : "\"\"";
	if (text.len <= 40)
		diag_hint(c->diag, m, "did you mean %.*s != %s?", SLICE_FMT(text), with);
}
