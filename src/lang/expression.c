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
	}
	regex_free(r);
}

/* ---- variables ---- */

static int find_variable(
	struct checking *c, struct script_variable **list, int *count, int *size, struct slice name)
{
	for (int i = 0; i < *count; i++)
		if (slice_equal((*list)[i].name, name))
			return i;
	if (*count == *size) {
		int more = *size ? *size * 2 : 16;
		struct script_variable *larger = ARENA_ARRAY(c->arena, struct script_variable, more);
		if (*count)
			memcpy(larger, *list, sizeof **list * (size_t)*count);
		*list = larger;
		*size = more;
	}
	(*list)[*count].name = name;
	return (*count)++;
}

int check_var(struct checking *c, struct slice name)
{
	struct script *s = c->script;
	return find_variable(c, &s->vars, &s->var_count, &s->var_size, name);
}

int check_avp(struct checking *c, struct slice name)
{
	struct script *s = c->script;
	return find_variable(c, &s->avps, &s->avp_count, &s->avp_size, name);
}

static void unknown_variable(struct checking *c, const struct node *n)
{
	static const char *const own[] = { "var", "avp", "null", "rc", "retcode" };
	static const struct {
		const char *name, *hint;
	} others[] = { { "sht", "maps are not known here" }, { "shv", "use $avp(name)" },
		{ "xavp", "use $avp(name)" }, { "xavu", "use $var(name)" },
		{ "sel", "selects are not known here" }, { "dlg_var", "use $avp(name)" },
		{ "vn", "use $avp(name), which can be null" } };
	struct suggest s = suggest(n->text);
	for (int i = 0; i < variable_count; i++)
		suggest_try(&s, slice_of(variable_rows[i].name));
	for (int i = 0; i < variable_alias_count; i++)
		suggest_try(&s, slice_of(variable_aliases[i].name));
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		suggest_try(&s, slice_of(own[i]));
	struct diag_message *m = MESSAGE(c, n->at, "there is no variable $%.*s", SLICE_FMT(n->text));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (slice_equal(n->text, slice_of(others[i].name))) {
			diag_hint(c->diag, m, "%s", others[i].hint);
			return;
		}
	if (s.best.len)
		diag_hint(c->diag, m, "did you mean $%.*s?", SLICE_FMT(s.best));
	else
		diag_hint(c->diag, m, "a variable of your own is $var(%.*s)", SLICE_FMT(n->text));
}

/* The argument A of T, /pattern/replacement/flags. */
static void check_subst(struct checking *c, const struct node *t, const struct node *a)
{
	struct slice replacement;
	struct node pattern = *a;
	unsigned flags;
	bool all;
	if (regex_split(slice_trim(a->text), &pattern.text, &replacement, &flags, &all))
		check_regex(c, &pattern, flags);
	else
		MESSAGE(c, t->at,
			"{%.*s} takes /pattern/replacement/flags, with flags of i, g, m, s and x, not %.*s",
			SLICE_FMT(t->text), SLICE_FMT(a->text));
}

/* The type that transformation T makes of a value of TYPE. */
static unsigned transformed(struct checking *c, struct node *t, unsigned type)
{
	struct signature s;
	const char *error;
	int count = 0;
	t->row = table_transformation(t->text);
	if (t->row < 0) {
		struct suggest near = suggest(t->text);
		for (int i = 0; i < transformation_count; i++)
			suggest_try(&near, slice_of(transformation_rows[i].name));
		struct diag_message *m =
			MESSAGE(c, t->at, "there is no transformation {%.*s}", SLICE_FMT(t->text));
		if (near.best.len)
			diag_hint(c->diag, m, "did you mean {%.*s}?", SLICE_FMT(near.best));
		return 0;
	}
	const struct transformation_row *row = &transformation_rows[t->row];
	/* Whatever it is, it has a text. */
	if (!(row->from & (BASE(type) | T_STRING))) {
		MESSAGE(c, t->at, "{%s} is for %s, not %s", row->name,
			check_type_name(row->from & -row->from), check_type_name(type));
		return 0;
	}
	if (!signature_parse(row->arguments, "", &s, &error))
		return 0;
	for (struct node *a = t->list; a; a = a->next, count++) {
		const struct argument *wanted = count < s.count ? &s.arguments[count] : NULL;
		struct slice text = slice_trim(a->text);
		a->argument = count + 1;
		if (!wanted || wanted->kind == ARGUMENT_STRING)
			continue;
		if (wanted->kind == ARGUMENT_SUBST) {
			check_subst(c, t, a);
			continue;
		}
		char copy[32] = "", *end = copy;
		if (text.len < sizeof copy)
			memcpy(copy, text.at, text.len);
		a->number = strtoll(copy, &end, 0);
		if (wanted->kind == ARGUMENT_WORD)
			a->number = signature_word(wanted->words, text);
		bool is_int = wanted->kind == ARGUMENT_INT || wanted->kind == ARGUMENT_CODE ||
			      wanted->kind == ARGUMENT_TIME;
		if ((is_int && (!*copy || *end)) || (wanted->kind == ARGUMENT_WORD && a->number < 0))
			MESSAGE(c, t->at, "%.*s: the argument %.*s cannot be \"%.*s\"", SLICE_FMT(t->text),
				SLICE_FMT(wanted->name), SLICE_FMT(text));
		else if (is_int && (a->number < wanted->min || a->number > wanted->max))
			MESSAGE(c, t->at, "%.*s: the argument %.*s must be %" PRId64 " to %" PRId64,
				SLICE_FMT(t->text), SLICE_FMT(wanted->name), wanted->min, wanted->max);
		if (is_int || wanted->kind == ARGUMENT_WORD)
			a->type = T_INT;
		if (wanted->kind == ARGUMENT_REGEX) {
			a->kind = NODE_REGEX;
			check_regex(c, a, 0);
		}
	}
	if (count < s.required || count > s.count) {
		MESSAGE(c, t->at, "{%s} takes %d argument%s, not %d", row->name,
			count < s.required ? s.required : s.count,
			(count < s.required ? s.required : s.count) == 1 ? "" : "s", count);
		return 0;
	}
	return row->to | (type & T_NULL);
}

/* $rc: the result of the call before it. */
static unsigned rc_variable(struct checking *c, struct node *n)
{
	n->use = USE_RC;
	if (c->last_call == CALL_NONE) {
		struct diag_message *m = MESSAGE(c, n->at,
			"$%.*s is the result of the call just before it; there is none here",
			SLICE_FMT(n->text));
		diag_hint(c->diag, m, "use switch (call()) { ... } or compare call() == result");
		return 0;
	}
	return T_INT;
}

static unsigned row_variable(struct checking *c, struct node *n, bool target)
{
	n->row = n->row >= 0 && n->use == USE_ROW ? n->row : table_variable(n->text);
	n->use = USE_ROW;
	if (n->row < 0) {
		unknown_variable(c, n);
		return 0;
	}
	const struct variable_row *row = &variable_rows[n->row];
	if (row->key[0] && !n->key.len) {
		diag_hint(c->diag, MESSAGE(c, n->at, "$%s needs a %s", row->name, row->key), "$%s(%s)",
			row->name, row->key);
		return 0;
	}
	if (!row->key[0] && n->number) {
		diag_hint(c->diag, MESSAGE(c, n->at, "$%s takes nothing in parentheses", row->name),
			"write $%s", row->name);
		return 0;
	}
	if (!row->key[0] && n->index != NODE_INDEX_NONE)
		MESSAGE(c, n->at, "$%s has one value: no index", row->name);
	if (target && !row->writable) {
		MESSAGE(c, n->at, "$%s cannot be changed", row->name);
		return 0;
	}
	check_allowed(c, n->at, row->routes, arena_printf(c->arena, "$%s", row->name));
	return row->type;
}

static unsigned own_variable(struct checking *c, struct node *n, bool target)
{
	bool avp = n->text.at[0] == 'a';
	struct slice key = n->key;
	if (avp && slice_starts(key, SLICE("s:")))
		key = slice(key.at + 2, key.len - 2);
	if (!key.len) {
		diag_hint(c->diag, MESSAGE(c, n->at, "$%.*s needs a name", SLICE_FMT(n->text)), "$%.*s(name)",
			SLICE_FMT(n->text));
		return 0;
	}
	if (key.at[0] == '$' || slice_find(key, '(') >= 0) {
		MESSAGE(c, n->at, "the name of $%.*s must be constant", SLICE_FMT(n->text));
		return 0;
	}
	n->use = avp ? USE_AVP : USE_VAR;
	n->row = avp ? check_avp(c, key) : check_var(c, key);
	struct script_variable *v = avp ? &c->script->avps[n->row] : &c->script->vars[n->row];
	if (!avp && n->index != NODE_INDEX_NONE)
		MESSAGE(c, n->at, "$var has one value: no index");
	if (target)
		return v->type ? v->type : 0;
	if (!v->is_read)
		v->read = n->at;
	v->is_read = true;
	if (avp && !v->type)
		return 0; /* never set: check_unused says so */
	if (!avp && c->final && !v->is_set) {
		struct suggest near = suggest(key);
		for (int i = 0; i < c->script->var_count; i++)
			if (c->script->vars[i].is_set)
				suggest_try(&near, c->script->vars[i].name);
		struct diag_message *m = MESSAGE(c, n->at, "$var(%.*s) is never set", SLICE_FMT(key));
		if (near.best.len)
			diag_hint(c->diag, m, "did you mean $var(%.*s)?", SLICE_FMT(near.best));
		return 0;
	}
	return v->type;
}

unsigned check_variable(struct checking *c, struct node *n, bool target)
{
	unsigned type;
	if (slice_equal(n->text, SLICE("null")) || slice_equal(n->text, SLICE("NULL"))) {
		if (target) {
			MESSAGE(c, n->at, "null cannot be changed");
			return 0;
		}
		n->kind = NODE_NULL;
		return n->type = T_NULL;
	}
	if (slice_equal(n->text, SLICE("var")) || slice_equal(n->text, SLICE("avp")))
		type = own_variable(c, n, target);
	else if (slice_equal(n->text, SLICE("rc")) || slice_equal(n->text, SLICE("retcode")))
		type = target ? (MESSAGE(c, n->at, "$%.*s cannot be changed", SLICE_FMT(n->text)), 0)
			      : rc_variable(c, n);
	else
		type = row_variable(c, n, target);
	if (target && n->list)
		MESSAGE(c, n->at, "a transformation cannot be assigned to");
	for (struct node *t = n->list; t && type; t = t->next)
		type = transformed(c, t, type);
	return n->type = type;
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
	return row_variable(c, n, false);
}

/* ---- comparisons ---- */

static bool is_row(const struct node *n, const char *const *names)
{
	if (n->kind != NODE_VARIABLE || n->use != USE_ROW || n->row < 0 || n->list)
		return false;
	for (; *names; names++)
		if (strcmp(variable_rows[n->row].name, *names) == 0)
			return true;
	return false;
}

static bool is_method(const struct node *n)
{
	static const char *const names[] = { "rm", NULL };
	return is_row(n, names);
}

static bool is_uri(const struct node *n)
{
	static const char *const names[] = { "ru", "ou", "fu", "tu", "du", NULL };
	return is_row(n, names);
}

/* The index of NAME among the results of action ROW; -1, and an error, when there is none. */
static int result_index(struct checking *c, struct node *name, int row)
{
	struct signature s = check_signature(row);
	struct suggest near = suggest(name->text);
	struct slice list = { "", 0 };
	for (int i = 0; i < s.result_count; i++) {
		if (slice_equal(s.results[i], name->text))
			return i;
		suggest_try(&near, s.results[i]);
		list = arena_printf(
			c->arena, "%.*s%s%.*s", SLICE_FMT(list), i ? ", " : "", SLICE_FMT(s.results[i]));
	}
	struct diag_message *m =
		MESSAGE(c, name->at, "%s() has no result %.*s", action_rows[row].name, SLICE_FMT(name->text));
	if (near.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(near.best));
	else if (list.len)
		diag_hint(c->diag, m, "its results are %.*s", SLICE_FMT(list));
	else
		diag_hint(c->diag, m, "it never fails");
	return -1;
}

/* A call, or $rc after a call, against the name of a result; false when N is no such comparison. */
static bool compare_result(struct checking *c, struct node *n)
{
	struct node *call = n->left, *name = n->right;
	int64_t number;
	if (call->kind != NODE_CALL && name->kind == NODE_CALL) {
		call = n->right;
		name = n->left;
	}
	bool is_rc = call->kind == NODE_VARIABLE &&
		     (slice_equal(call->text, SLICE("rc")) || slice_equal(call->text, SLICE("retcode")));
	if (call->kind != NODE_CALL && !is_rc)
		return false;
	if (is_rc && (name->kind != NODE_NAME || c->last_call == CALL_NONE))
		return false;
	if (name->kind == NODE_BOOL ||
		(name->kind == NODE_NAME && (slice_equal_nocase(name->text, SLICE("true")) ||
						    slice_equal_nocase(name->text, SLICE("false")))))
		return false;
	n->left = call;
	n->right = name;
	if (!check_value(c, call))
		return true;
	int row = is_rc ? c->last_call : call->row;
	bool route = is_rc ? row == CALL_ROUTE : call->use == USE_ROUTE;
	if (route || (n->op != NODE_EQUAL && n->op != NODE_UNEQUAL) || name->kind != NODE_NAME) {
		struct diag_message *m =
			MESSAGE(c, name->at, "%s() is true or false: it cannot be compared like this",
				route ? "route" : action_rows[row].name);
		struct signature s = { .count = 0 };
		if (!route)
			s = check_signature(row);
		if (check_constant_int(name, &number) && number < 0 && s.result_count > 1 &&
			-number < s.result_count)
			diag_hint(c->diag, m, "did you mean == %.*s?", SLICE_FMT(s.results[-number]));
		else if (s.result_count > 1)
			diag_hint(c->diag, m, "write the call alone, or compare with one of %s",
				action_rows[row].results);
		else
			diag_hint(c->diag, m, "write the call alone, or ! before it");
		return true;
	}
	n->results = result_index(c, name, row);
	name->results = n->results;
	name->use = USE_ACTION;
	return true;
}

/* An address or network written as text, or bare: *N gets its network. */
static bool read_network(struct checking *c, struct node *n, struct slice text)
{
	struct network *net = ARENA_NEW(c->arena, struct network);
	bool bracket = text.len && text.at[0] == '[';
	struct slice plain = text;
	ptrdiff_t close = bracket ? slice_find(text, ']') : -1;
	if (close > 0) /* [2001:db8::]/32 */
		plain = arena_join(c->arena, slice(text.at + 1, (size_t)close - 1),
			slice(text.at + close + 1, text.len - (size_t)close - 1));
	if (network_parse(plain, net)) {
		n->network = net;
		n->type = T_IP;
		return true;
	}
	struct diag_message *m = MESSAGE(c, n->at, "%.*s is no address or network", SLICE_FMT(text));
	if (net->base.family) {
		char base[ADDRESS_TEXT];
		struct slice corrected = address_plain_text(&net->base, base);
		diag_hint(c->diag, m, "bits behind the prefix are set; did you mean %.*s/%d?",
			SLICE_FMT(corrected), net->prefix);
	} else if (n->kind == NODE_STRING) {
		diag_hint(c->diag, m, "a comparison never asks the DNS");
	} else {
		struct slice rest = plain, piece;
		uint64_t octet;
		ptrdiff_t slash = slice_find(plain, '/');
		if (slash >= 0)
			rest.len = (size_t)slash;
		while (rest.len && slice_find(plain, ':') < 0 && slice_cut(&rest, '.', &piece))
			if (slice_number(piece, &octet) && octet > 255) {
				diag_hint(c->diag, m, "%" PRIu64 " is above 255", octet);
				return false;
			}
		if (slash >= 0 &&
			slice_number(slice(plain.at + slash + 1, plain.len - (size_t)slash - 1), &octet) &&
			octet > 32 && slice_find(plain, ':') < 0)
			diag_hint(c->diag, m, "a prefix has at most 32 bits");
	}
	return false;
}

/* Compares an address, LEFT, with RIGHT. */
static void compare_address(struct checking *c, struct node *n, struct node *left, struct node *right)
{
	struct slice text;
	if (n->op != NODE_EQUAL && n->op != NODE_UNEQUAL && n->op != NODE_IN) {
		MESSAGE(c, n->name, "addresses are compared by ==, != and in");
		return;
	}
	n->left = left;
	n->right = right;
	if (right->kind == NODE_ADDRESS)
		read_network(c, right, right->text);
	else if (check_constant_text(right, &text))
		read_network(c, right, text);
	else if (n->op == NODE_IN)
		MESSAGE(c, right->at, "a network expected behind in, such as 10.0.0.0/8");
	else if (BASE(right->type) != T_IP && right->type != T_NULL)
		diag_hint(c->diag,
			MESSAGE(c, n->name, "an address cannot be compared with %s",
				check_type_name(right->type)),
			"write the address without quotes");
}

static void compare_null(struct checking *c, struct node *n, const struct node *other)
{
	if (n->op != NODE_EQUAL && n->op != NODE_UNEQUAL)
		MESSAGE(c, n->name, "null is compared by == and != only");
	else if (!(other->type & T_NULL)) {
		struct diag_message *m = MESSAGE(c, other->at, "this is never null");
		if (BASE(other->type) == T_STRING)
			diag_hint(c->diag, m, "compare with \"\"");
	}
}

static void compare_types(struct checking *c, struct node *n)
{
	struct node *text = BASE(n->left->type) == T_STRING ? n->left : n->right;
	struct node *other = text == n->left ? n->right : n->left;
	struct slice constant;
	int64_t number;
	uint64_t u;
	struct diag_message *m;
	if (BASE(text->type) == T_STRING && BASE(other->type) == T_INT &&
		check_constant_text(text, &constant) && slice_number(constant, &u)) {
		if (other->kind == NODE_VARIABLE && other->bare) { /* status == "200" */
			text->kind = NODE_NUMBER;
			text->number = (int64_t)u;
			text->type = T_INT;
			return;
		}
		m = MESSAGE(c, n->name, "a number cannot be compared with a string");
		diag_hint(c->diag, m, "write %.*s without quotes", SLICE_FMT(constant));
		return;
	}
	m = MESSAGE(c, n->name, "%s cannot be compared with %s", check_type_name(n->left->type),
		check_type_name(n->right->type));
	if (BASE(text->type) == T_STRING && check_constant_int(other, &number))
		diag_hint(c->diag, m, "write \"%" PRId64 "\" in quotes, or $(name{s.int})", number);
}

static void compare_constants(struct checking *c, struct node *n)
{
	struct slice text;
	struct node *left = n->left, *right = n->right;
	if (is_method(right) || is_uri(right)) {
		left = n->right;
		right = n->left;
	}
	if (is_method(left) && check_constant_text(right, &text))
		check_method(c, right->at, text, false);
	if (is_uri(left) && check_constant_text(right, &text) && !check_uri_text(text))
		diag_hint(c->diag, MESSAGE(c, right->at, "\"%.*s\" is no URI", SLICE_FMT(text)),
			"sip:, sips: or tel: expected in front");
	int64_t a, b;
	struct slice s, t;
	if ((check_constant_int(n->left, &a) && check_constant_int(n->right, &b)) ||
		(check_constant_text(n->left, &s) && check_constant_text(n->right, &t)))
		if (c->final)
			diag_warning(c->diag, n->at, "this comparison gives the same result every time");
}

/* Bare INVITE behind method ==. */
static void bare_method(struct checking *c, const struct node *variable, struct node *name)
{
	bool is_method_word = variable->kind == NODE_NAME && slice_equal(variable->text, SLICE("method"));
	is_method_word |= variable->kind == NODE_VARIABLE && slice_equal(variable->text, SLICE("rm"));
	if (!is_method_word || name->kind != NODE_NAME || method_parse(name->text) == METHOD_OTHER)
		return;
	name->kind = NODE_STRING;
	name->list = tree_text(c->script->tree, NODE_TEXT, name->at, name->text);
}

static unsigned check_comparison(struct checking *c, struct node *n)
{
	struct node *left = n->left, *right = n->right;
	if (compare_result(c, n))
		return T_BOOL;
	bare_method(c, left, right);
	if (left->kind == NODE_NAME && slice_equal(left->text, SLICE("myself"))) {
		n->left = right;
		n->right = left;
		left = n->left;
		right = n->right;
	}
	if (right->kind == NODE_MYSELF ||
		(right->kind == NODE_NAME && slice_equal(right->text, SLICE("myself")))) {
		unsigned type = check_value(c, left);
		right->kind = NODE_MYSELF;
		if (type && (n->op != NODE_EQUAL && n->op != NODE_UNEQUAL && n->op != NODE_IN))
			MESSAGE(c, n->name, "myself is compared by == and !=");
		else if (type && BASE(type) != T_STRING && BASE(type) != T_IP)
			MESSAGE(c, left->at, "a URI, host or address expected, not %s",
				check_type_name(type));
		return T_BOOL;
	}
	bool bare_left = left->kind == NODE_ADDRESS, bare_right = right->kind == NODE_ADDRESS;
	unsigned l = bare_left ? T_IP : check_value(c, left), r = bare_right ? T_IP : check_value(c, right);
	if (!l || !r)
		return T_BOOL;
	if (l == T_NULL || r == T_NULL)
		compare_null(c, n, l == T_NULL ? right : left);
	else if (BASE(l) == T_IP && !bare_left)
		compare_address(c, n, left, right);
	else if (BASE(r) == T_IP && !bare_right)
		compare_address(c, n, right, left);
	else if (n->op == NODE_IN || bare_left || bare_right)
		diag_hint(c->diag, MESSAGE(c, left->at, "this is no address"), "$si in 10.0.0.0/8");
	else if (BASE(l) != BASE(r))
		compare_types(c, n);
	else if (n->op != NODE_EQUAL && n->op != NODE_UNEQUAL && BASE(l) == T_BOOL)
		diag_hint(
			c->diag, MESSAGE(c, n->name, "truth values have no order"), "use parentheses or &&");
	else
		compare_constants(c, n);
	return T_BOOL;
}

static unsigned check_match(struct checking *c, struct node *n)
{
	unsigned type = check_value(c, n->left);
	if (n->right->kind != NODE_STRING && n->right->kind != NODE_REGEX) {
		check_value(c, n->right);
		diag_hint(c->diag, MESSAGE(c, n->right->at, "a pattern must be constant"),
			"write /pattern/ or \"pattern\"");
		return T_BOOL;
	}
	n->right->type = T_STRING;
	check_regex(c, n->right, n->right->kind == NODE_REGEX && !n->right->number ? 0 : REGEX_ICASE);
	if (type && BASE(type) == T_BOOL)
		MESSAGE(c, n->left->at, "a pattern is for text, not for a truth value");
	if (type == T_NULL)
		MESSAGE(c, n->left->at, "null has no text");
	return T_BOOL;
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
		if (!read_network(c, n, n->text))
			return n->type = 0;
		net = *n->network;
		if (net.prefix != (net.base.family == AF_INET ? 32 : 128)) {
			MESSAGE(c, n->at, "a network stands in comparisons only");
			return n->type = 0;
		}
		return n->type = T_IP;
	case NODE_VARIABLE:
		if (n->bare)
			return n->type = row_variable(c, n, false);
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
