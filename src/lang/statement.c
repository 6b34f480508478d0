/* statement: checks the statements of a route.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/checking.h"

#define BASE(type) ((type) & ~(unsigned)T_NULL)

static void statements(struct checking *c, struct node *list);
static void statement(struct checking *c, struct node *n);

/* Whether nothing comes behind N. */
static bool leaves(const struct node *n)
{
	if (n->kind == NODE_BLOCK) {
		const struct node *last = n->list;
		while (last && last->next)
			last = last->next;
		return last && leaves(last);
	}
	return n->kind == NODE_EXIT || n->kind == NODE_RETURN || n->kind == NODE_DROP;
}

/* A sub-statement. Returns the last call at its end: that of BEFORE when its end is not reached. */
static int branch(struct checking *c, struct node *n, int before)
{
	c->last_call = before;
	if (n)
		statement(c, n);
	return n && leaves(n) ? before : c->last_call;
}

static void check_if(struct checking *c, struct node *n)
{
	unsigned kinds = c->kinds;
	if (c->final && n->right->at.from == n->right->at.to && !n->third) /* ; alone */
		diag_hint(c->diag, diag_warning(c->diag, n->right->at, "this if does nothing"),
			"the ; ends it");
	check_condition(c, n->left);
	int call = c->last_call;
	c->kinds = kinds & check_kinds(n->left, true);
	int then = branch(c, n->right, call);
	c->kinds = kinds & check_kinds(n->left, false);
	int otherwise = branch(c, n->third, call);
	c->last_call = then == otherwise ? then : CALL_NONE;
	c->kinds = kinds;
}

/* The type that V, a $var or $avp, gets by an assignment of TYPE at AT. */
static void assign_own(struct checking *c, struct node *n, struct script_variable *v, unsigned type, bool avp)
{
	if (!v->is_set)
		v->set = n->at;
	v->is_set = true;
	if (!type)
		return;
	if (type == T_NULL) {
		v->type |= T_NULL;
		return;
	}
	unsigned old = v->type;
	if (!BASE(v->type)) {
		v->type |= type;
		v->set = n->at;
	} else if (BASE(v->type) == BASE(type)) {
		v->type |= type;
	} else {
		struct diag_message *m = MESSAGE(c, n->at,
			"$%s(%.*s) is %s elsewhere; %s cannot be put into it", avp ? "avp" : "var",
			SLICE_FMT(v->name), check_type_name(v->type), check_type_name(type));
		diag_also(c->diag, m, v->set, "%s is put into it here", check_type_name(v->type));
	}
	if (avp)
		v->type |= T_NULL;
	c->changed |= old != v->type;
}

static void wrong_value(struct checking *c, struct node *n, unsigned want, unsigned got)
{
	struct node *value = n->right;
	int64_t number;
	struct diag_message *m;
	if (got == T_NULL) {
		MESSAGE(c, value->at, "$%.*s cannot be null", SLICE_FMT(n->left->text));
		return;
	}
	m = MESSAGE(c, value->at, "$%.*s is %s, not %s", SLICE_FMT(n->left->text), check_type_name(want),
		check_type_name(got));
	if (check_constant_int(value, &number))
		diag_hint(c->diag, m, "write it in quotes");
}

/* Whether the constant VALUE is one that the setter of $ru and its like would refuse. */
static void check_constant(struct checking *c, const struct node *target, const struct node *value)
{
	const char *name = variable_rows[target->row].name, *wrong;
	struct slice text;
	int64_t number;
	if (check_constant_int(value, &number)) {
		if (strcmp(name, "rp") == 0 && (number < 1 || number > 65535))
			MESSAGE(c, value->at, "a port is 1 to 65535");
		return;
	}
	if (!check_constant_text(value, &text))
		return;
	if (check_sort(target) == SORT_URI && !check_uri_text(text))
		diag_hint(c->diag, MESSAGE(c, value->at, "\"%.*s\" is no URI", SLICE_FMT(text)),
			"sip:, sips: or tel: expected in front");
	if (check_sort(target) == SORT_HOST && !check_host(text, &wrong) && text.len && text.at[0] != '[')
		MESSAGE(c, value->at, "\"%.*s\" %s", SLICE_FMT(text), wrong);
}

static void check_assign(struct checking *c, struct node *n)
{
	int call = c->last_call;
	unsigned type = check_value(c, n->right);
	c->last_call = n->right->kind == NODE_CALL ? c->last_call : call;
	if (n->left->kind != NODE_VARIABLE)
		return;
	unsigned want = check_variable(c, n->left, true);
	if (n->left->use == USE_VAR || n->left->use == USE_AVP) {
		bool avp = n->left->use == USE_AVP;
		if (n->left->row < 0)
			return;
		struct script_variable *v =
			avp ? &c->script->avps[n->left->row] : &c->script->vars[n->left->row];
		if (n->op == NODE_ADD) {
			v->is_read = true;
			if (type && v->type &&
				(BASE(type) != BASE(v->type) ||
					(BASE(type) != T_INT && BASE(type) != T_STRING)))
				MESSAGE(c, n->right->at, "%s cannot be added to %s", check_type_name(type),
					check_type_name(v->type));
			return;
		}
		assign_own(c, n, v, type, avp);
		return;
	}
	if (!want || !type)
		return;
	if (type == T_NULL ? !(want & T_NULL) : !(BASE(want) & BASE(type)))
		wrong_value(c, n, want, type);
	else if (n->left->use == USE_ROW && n->op != NODE_ADD)
		check_constant(c, n->left, n->right);
}

static void check_return(struct checking *c, struct node *n)
{
	int64_t number;
	unsigned type = n->left ? check_value(c, n->left) : T_INT;
	if (!type)
		return;
	if (BASE(type) == T_BOOL) {
		const struct sources *sources = diag_sources(c->diag);
		struct diag_message *m = MESSAGE(c, n->left->at, "return gives a number");
		if (source_place(sources, n->at.from).line != source_place(sources, n->left->at.from).line)
			diag_hint(c->diag, m, "is a ; missing behind return?");
		else
			diag_hint(c->diag, m, "write return 1 for true, return -1 for false");
		return;
	}
	if (BASE(type) != T_INT) {
		MESSAGE(c, n->left->at, "return gives a number, not %s", check_type_name(type));
		return;
	}
	if (n->left && check_constant_int(n->left, &number) && number == 0) {
		struct diag_message *m = MESSAGE(c, n->at, "return 0 is not known here");
		diag_hint(c->diag, m, "it ends the whole script in SER: write exit; or return 1 or -1");
	}
}

/* Labels that are names of the results of action ROW. True when each result has one. */
static bool result_labels(struct checking *c, struct node *n, int row)
{
	struct signature s = check_signature(row);
	unsigned seen = 0;
	for (struct node *k = n->list; k; k = k->next)
		for (struct node *label = k->left; label; label = label->next) {
			struct suggest near = suggest(label->text);
			int64_t number;
			int found = -1;
			if (label->kind != NODE_NAME) {
				struct diag_message *m = MESSAGE(
					c, label->at, "a result of %s() has a name", action_rows[row].name);
				if (check_constant_int(label, &number) && number < 0 &&
					-number < s.result_count)
					diag_hint(c->diag, m, "did you mean %.*s?",
						SLICE_FMT(s.results[-number]));
				else if (check_constant_int(label, &number) && number == 1 && s.result_count)
					diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.results[0]));
				else
					diag_hint(c->diag, m, "one of %s", action_rows[row].results);
				continue;
			}
			for (int i = 0; i < s.result_count; i++) {
				if (slice_equal(s.results[i], label->text))
					found = i;
				suggest_try(&near, s.results[i]);
			}
			label->results = found;
			label->use = USE_ACTION;
			if (found < 0) {
				struct diag_message *m = MESSAGE(c, label->at, "%s() has no result %.*s",
					action_rows[row].name, SLICE_FMT(label->text));
				if (near.best.len)
					diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(near.best));
				else
					diag_hint(c->diag, m, "its results are %s", action_rows[row].results);
				return true;
			}
			if (seen & 1u << found)
				MESSAGE(c, label->at, "a second case for %.*s", SLICE_FMT(label->text));
			seen |= 1u << found;
		}
	return seen == (1u << s.result_count) - 1;
}

static bool same_label(const struct node *a, const struct node *b)
{
	int64_t x, y;
	struct slice s, t;
	if (check_constant_int(a, &x) && check_constant_int(b, &y))
		return x == y;
	return check_constant_text(a, &s) && check_constant_text(b, &t) && slice_equal(s, t);
}

/* The label of N before LABEL with the same value. */
static const struct node *earlier_label(const struct node *n, const struct node *label)
{
	for (const struct node *k = n->list; k; k = k->next)
		for (const struct node *other = k->left; other; other = other->next) {
			if (other == label)
				return NULL;
			if (same_label(other, label))
				return other;
		}
	return NULL;
}

/* LABEL of the switch N, which tests a value of TYPE. */
static void value_label(struct checking *c, const struct node *n, struct node *label, unsigned type)
{
	int64_t number;
	struct slice text;
	if (label->kind == NODE_REGEX) {
		diag_hint(c->diag, MESSAGE(c, label->at, "a case is no pattern"), "use if and =~");
		return;
	}
	unsigned t = check_value(c, label);
	if (!t)
		return;
	if (!check_constant_int(label, &number) && !check_constant_text(label, &text)) {
		MESSAGE(c, label->at, "a case must be constant");
		return;
	}
	if (type && BASE(type) != BASE(t))
		MESSAGE(c, label->at, "%s is tested here, not %s", check_type_name(type), check_type_name(t));
	const struct node *other = earlier_label(n, label);
	if (other) {
		struct diag_message *m = MESSAGE(c, label->at, "a second case for the same value");
		diag_also(c->diag, m, other->at, "the first one is here");
	}
}

static void value_labels(struct checking *c, struct node *n, unsigned type)
{
	for (struct node *k = n->list; k; k = k->next)
		for (struct node *label = k->left; label; label = label->next)
			value_label(c, n, label, type);
}

static bool any_name_label(const struct node *n)
{
	for (const struct node *k = n->list; k; k = k->next)
		for (const struct node *label = k->left; label; label = label->next)
			if (label->kind == NODE_NAME)
				return true;
	return false;
}

static void check_switch(struct checking *c, struct node *n)
{
	const struct node *other = NULL;
	bool exhaustive = true;
	int call = c->last_call;
	for (const struct node *k = n->list; k; k = k->next) {
		if (!k->left && other)
			diag_also(c->diag, MESSAGE(c, k->at, "a second default"), other->at,
				"the first one is here");
		if (!k->left)
			other = k;
	}
	unsigned type = check_value(c, n->left);
	if (n->left->kind == NODE_CALL) {
		call = c->last_call;
		n->left->type = T_INT; /* its result, as for $rc */
		if (n->left->use == USE_ACTION && n->left->row >= 0)
			exhaustive = result_labels(c, n, n->left->row);
		else if (n->left->use == USE_ROUTE)
			value_labels(c, n, T_INT);
	} else if (n->left->use == USE_RC && call >= 0 && any_name_label(n)) {
		exhaustive = result_labels(c, n, call);
	} else if (type) {
		if (BASE(type) == T_BOOL || BASE(type) == T_IP)
			diag_hint(c->diag,
				MESSAGE(c, n->left->at, "%s cannot be tested by switch",
					check_type_name(type)),
				"use if");
		else
			value_labels(c, n, type);
	} else if (!type && n->left->kind != NODE_VARIABLE) {
		exhaustive = true;
	}
	if (!exhaustive && !other)
		diag_hint(c->diag, MESSAGE(c, n->left->at, "this switch leaves out a result"),
			"add default: or the missing one of %s",
			n->left->kind == NODE_CALL ? action_rows[n->left->row].results
						   : action_rows[call].results);
	c->breakable++;
	for (struct node *k = n->list; k; k = k->next) {
		branch(c, k->right, call);
	}
	c->breakable--;
	c->last_call = CALL_NONE;
}

static void statement(struct checking *c, struct node *n)
{
	switch (n->kind) {
	case NODE_BLOCK:
		statements(c, n->list);
		break;
	case NODE_IF:
		check_if(c, n);
		break;
	case NODE_WHILE:
		c->last_call = CALL_NONE;
		if ((n->left->kind != NODE_BOOL && n->left->kind != NODE_NUMBER) || !n->left->number)
			check_condition(c, n->left); /* while (true) is on purpose */
		c->breakable++;
		c->last_call = CALL_NONE;
		branch(c, n->right, CALL_NONE);
		c->breakable--;
		c->last_call = CALL_NONE;
		break;
	case NODE_SWITCH:
		check_switch(c, n);
		break;
	case NODE_ASSIGN:
		check_assign(c, n);
		break;
	case NODE_DO:
		check_call(c, n->left);
		break;
	case NODE_RETURN:
		check_return(c, n);
		break;
	case NODE_DROP:
		if (c->final && (c->script->routes[c->route].kind == ROUTE_REQUEST ||
					c->script->routes[c->route].kind == ROUTE_FAILURE))
			diag_hint(c->diag, diag_warning(c->diag, n->at, "drop is no more than exit here"),
				c->script->routes[c->route].kind == ROUTE_REQUEST
					? "discard() gives a request no answer"
					: "the best reply is forwarded");
		break;
	case NODE_BREAK:
		if (!c->breakable)
			diag_hint(c->diag, MESSAGE(c, n->at, "break stands in while and switch"),
				"write return; to leave the route");
		break;
	default:
		break;
	}
}

static void statements(struct checking *c, struct node *list)
{
	unsigned kinds = c->kinds;
	for (struct node *n = list; n; n = n->next) {
		statement(c, n);
		if (n->kind == NODE_IF && !n->third && leaves(n->right)) /* if (!is_request()) return; */
			c->kinds &= check_kinds(n->left, false);
	}
	c->kinds = kinds;
}

void check_routes(struct checking *c)
{
	struct script *s = c->script;
	for (int i = 0; i < s->route_count; i++) {
		c->route = i;
		c->last_call = CALL_NONE;
		c->breakable = 0;
		c->kinds = R_ANY;
		statement(c, s->routes[i].node->right);
	}
}
