/* variable: checks the uses of $variables, with their transformations.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/regex.h"
#include "lang/checking.h"

#include <inttypes.h>
#include <stdlib.h>

#define BASE(type) ((type) & ~(unsigned)T_NULL)

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

unsigned check_row_variable(struct checking *c, struct node *n, bool target)
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
		type = check_row_variable(c, n, target);
	if (target && n->list)
		MESSAGE(c, n->at, "a transformation cannot be assigned to");
	for (struct node *t = n->list; t && type; t = t->next)
		type = transformed(c, t, type);
	return n->type = type;
}
