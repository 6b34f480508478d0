/* emit: makes a program of a checked script.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A condition becomes jumps (emit_branch), a value ends on the stack (emit_value), a statement leaves the stack as it was. What is
 * constant is computed here by the functions that the machine has for it, so that folding cannot change a result. */
#include "lang/emit.h"
#include "base/regex.h"
#include "lang/checking.h"

/* Places in the code that wait for a target. */
struct waiting {
	struct waiting *next;
	uint32_t at;
};

struct emitting {
	const struct script *script;
	struct builder *builder;
	struct arena *arena;
	uint32_t *routes;               /* numbers in the program */
	struct waiting **breaks;        /* of the loop or switch round the statement */
	const struct source_file *file; /* whose number is SOURCE */
	int source;
};

#define BASE(type) ((type) & ~(unsigned)T_NULL)

static void value(struct emitting *e, const struct node *n);
static void statement(struct emitting *e, const struct node *n);

/* ---- helpers ---- */

static uint32_t op(struct emitting *e, enum opcode code, uint32_t operand)
{
	return builder_emit(e->builder, code, operand);
}

/* What follows comes from N. */
static void place(struct emitting *e, struct span at)
{
	struct position p = source_place(diag_sources(e->script->diag), at.from);
	if (p.file != e->file) {
		e->file = p.file;
		e->source = builder_source(e->builder, slice_of(p.file ? p.file->name : ""));
	}
	builder_place(e->builder, e->source, (uint32_t)p.line, (uint32_t)p.column);
}

static void wait_here(struct emitting *e, struct waiting **list, uint32_t at)
{
	struct waiting *w = ARENA_NEW(e->arena, struct waiting);
	*w = (struct waiting){ *list, at };
	*list = w;
}

static void land(struct emitting *e, const struct waiting *list)
{
	for (; list; list = list->next)
		builder_patch_here(e->builder, list->at);
}

/* ---- constants ---- */

static enum operator operator_of(enum node_op o)
{
	switch (o) {
	case NODE_BIT_OR:
		return OPERATOR_BIT_OR;
	case NODE_BIT_XOR:
		return OPERATOR_BIT_XOR;
	case NODE_BIT_AND:
		return OPERATOR_BIT_AND;
	case NODE_LESS:
		return OPERATOR_LT;
	case NODE_MORE:
		return OPERATOR_GT;
	case NODE_LESS_EQUAL:
		return OPERATOR_LE;
	case NODE_MORE_EQUAL:
		return OPERATOR_GE;
	case NODE_SHIFT_LEFT:
		return OPERATOR_SHIFT_LEFT;
	case NODE_SHIFT_RIGHT:
		return OPERATOR_SHIFT_RIGHT;
	case NODE_ADD:
		return OPERATOR_ADD;
	case NODE_SUBTRACT:
		return OPERATOR_SUB;
	case NODE_MULTIPLY:
		return OPERATOR_MUL;
	case NODE_DIVIDE:
		return OPERATOR_DIV;
	case NODE_MODULO:
		return OPERATOR_MOD;
	case NODE_NOT:
		return OPERATOR_NOT;
	case NODE_NEGATE:
		return OPERATOR_NEGATE;
	case NODE_COMPLEMENT:
		return OPERATOR_INVERT;
	default:
		return OPERATOR_EQ;
	}
}

/* The value of N when it is known now. */
static bool constant(struct emitting *e, const struct node *n, struct value *v)
{
	struct value a, b;
	switch (n->kind) {
	case NODE_NUMBER:
		*v = value_int(n->number);
		return true;
	case NODE_BOOL:
		*v = value_bool(n->number != 0);
		return true;
	case NODE_STRING:
		if (!n->list) {
			*v = value_text(SLICE(""));
			return true;
		}
		if (n->list->next || n->list->kind != NODE_TEXT)
			return false;
		*v = value_text(n->list->text);
		return true;
	case NODE_ADDRESS:
		if (!n->network)
			return false;
		*v = value_ip(&n->network->base);
		return true;
	case NODE_UNARY:
		return constant(e, n->left, &a) &&
		       operate_unary(operator_of(n->op), &a, v, e->arena) == OPERATE_OK;
	case NODE_BINARY:
		if (n->op < NODE_BIT_OR || n->op == NODE_MATCH || n->op == NODE_NOT_MATCH || n->op == NODE_IN)
			return false;
		if (!constant(e, n->left, &a) || !constant(e, n->right, &b) ||
			operate_binary(operator_of(n->op), &a, &b, v, e->arena) != OPERATE_OK)
			return false;
		if (n->op == NODE_UNEQUAL)
			v->number = !v->number;
		return v->type != VALUE_ABSENT;
	default:
		return false;
	}
}

/* ---- values ---- */

/* /pattern/replacement/flags as three values. */
static uint32_t substitution(struct emitting *e, struct slice text)
{
	struct slice pattern, replacement;
	unsigned flags;
	bool all;
	(void)regex_split(slice_trim(text), &pattern, &replacement, &flags, &all);
	op(e, OP_CONST, builder_int(e->builder, builder_regex(e->builder, pattern, flags)));
	op(e, OP_CONST, builder_string(e->builder, replacement));
	op(e, OP_CONST, builder_bool(e->builder, all));
	return 3;
}

static void transformations(struct emitting *e, const struct node *n)
{
	for (const struct node *t = n->list; t; t = t->next) {
		const char *arguments = transformation_rows[t->row].arguments;
		uint32_t count = 0, arity = (uint32_t)table_arity(arguments);
		if (t->list && !strncmp(arguments, "subst ", 6))
			count = substitution(e, t->list->text);
		for (const struct node *a = count ? NULL : t->list; a; a = a->next, count++) {
			if (a->kind == NODE_REGEX)
				op(e, OP_CONST,
					builder_int(e->builder, builder_regex(e->builder, a->text, 0)));
			else if (a->type == T_INT)
				op(e, OP_CONST, builder_int(e->builder, a->number));
			else
				op(e, OP_CONST, builder_string(e->builder, a->text));
		}
		for (; count < arity; count++)
			op(e, OP_ABSENT, 0);
		op(e, OP_TRANSFORM, operand_pair((uint32_t)t->row, count));
	}
}

static int32_t index_of(const struct node *n)
{
	return n->index == NODE_INDEX_NONE ? 0 : n->index;
}

/* The operand of an $avp's instruction. */
static uint32_t avp_operand(struct emitting *e, const struct node *n, int32_t index)
{
	uint32_t slot = builder_avp_slot(e->builder, e->script->avps[n->row].name);
	uint32_t which = index == NODE_INDEX_ALL ? OPERAND_ALL : (uint32_t)index & 0xff;
	return operand_pair(slot, which);
}

static uint32_t access_operand(struct emitting *e, const struct node *n)
{
	return builder_access(e->builder, (uint32_t)n->row, n->key, index_of(n));
}

static void variable(struct emitting *e, const struct node *n)
{
	switch (n->use) {
	case USE_VAR:
		op(e, OP_VAR_GET, builder_var_slot(e->builder, e->script->vars[n->row].name));
		break;
	case USE_AVP:
		op(e, OP_AVP_GET, avp_operand(e, n, index_of(n)));
		break;
	case USE_RC:
		op(e, OP_RESULT, 0);
		break;
	default:
		op(e, OP_GET, access_operand(e, n));
		break;
	}
	transformations(e, n);
}

/* A string with variables in it. */
static void interpolated(struct emitting *e, const struct node *n)
{
	uint32_t count = 0;
	for (const struct node *p = n->list; p; p = p->next, count++) {
		if (p->kind == NODE_VARIABLE)
			variable(e, p);
		else if (p->kind == NODE_NULL)
			op(e, OP_ABSENT, 0);
		else
			op(e, OP_CONST, builder_string(e->builder, p->text));
		if (count == 15) { /* keeps the stack low */
			op(e, OP_CONCAT, 16);
			count = 0;
		}
	}
	op(e, OP_CONCAT, count);
}

/* Argument A for a parameter of KIND. */
static void argument(struct emitting *e, const struct node *a, enum argument_kind kind)
{
	bool wants_text = kind == ARGUMENT_STRING || kind == ARGUMENT_FIELD || kind == ARGUMENT_URI ||
			  kind == ARGUMENT_HOST;
	struct value v;
	if (kind == ARGUMENT_ROUTE) {
		op(e, OP_CONST, builder_int(e->builder, e->routes[a->row]));
	} else if (kind == ARGUMENT_REGEX) {
		/* in a message ^ and $ stand for the ends of its lines, as in SER's search() */
		unsigned flags = REGEX_MULTILINE | (a->kind == NODE_REGEX && !a->number ? 0 : REGEX_ICASE);
		op(e, OP_CONST, builder_int(e->builder, builder_regex(e->builder, a->text, flags)));
	} else if (wants_text && constant(e, a, &v)) {
		op(e, OP_CONST, builder_string(e->builder, operate_text(&v, e->arena)));
	} else {
		value(e, a);
		bool text = a->kind == NODE_STRING || (a->kind == NODE_VARIABLE && a->type == T_STRING);
		if (wants_text && !text)
			op(e, OP_CONCAT, 1);
	}
}

static void call(struct emitting *e, const struct node *n)
{
	if (n->use == USE_ROUTE) {
		place(e, n->at);
		op(e, OP_ROUTE, e->routes[n->row]);
		return;
	}
	struct signature s = check_signature(n->row);
	const struct node *a = n->list;
	for (int i = 0; i < s.count; i++) {
		if (a)
			argument(e, a, s.arguments[i].kind);
		else
			op(e, OP_ABSENT, 0);
		a = a ? a->next : NULL;
	}
	place(e, n->at);
	op(e, OP_CALL, operand_pair((uint32_t)n->row, (uint32_t)s.count));
}

/* == as the operands want it. */
static void equality(struct emitting *e, const struct node *left, const struct node *right)
{
	enum check_sort sort = check_sort(left);
	if (sort == SORT_PLAIN)
		sort = check_sort(right);
	if (sort == SORT_URI)
		op(e, OP_EQ_URI, 0);
	else
		op(e, OP_BINARY, sort == SORT_PLAIN ? OPERATOR_EQ : OPERATOR_EQ_NOCASE);
}

/* A comparison. Returns whether what it leaves on the stack is the opposite of N. */
__attribute__((warn_unused_result)) static bool comparison(struct emitting *e, const struct node *n)
{
	const struct node *left = n->left, *right = n->right;
	if (right->kind == NODE_NAME && right->use == USE_ACTION) { /* call() == result */
		if (left->kind == NODE_CALL)
			call(e, left);
		op(e, OP_RESULT_IS, (uint32_t)right->results);
	} else if (n->op == NODE_MATCH || n->op == NODE_NOT_MATCH) {
		unsigned flags = right->kind == NODE_REGEX && !right->number ? 0 : REGEX_ICASE;
		value(e, left);
		if (BASE(left->type) != T_STRING)
			op(e, OP_CONCAT, 1);
		op(e, OP_MATCH, builder_regex(e->builder, right->text, flags));
	} else if (right->kind == NODE_MYSELF) {
		value(e, left);
		op(e, OP_MYSELF, 0);
	} else if (left->type == T_NULL || right->type == T_NULL) {
		value(e, left->type == T_NULL ? right : left);
		op(e, OP_UNARY, OPERATOR_IS_ABSENT);
	} else if (right->network) {
		value(e, left);
		op(e, OP_IN, builder_network(e->builder, right->network));
	} else {
		value(e, left);
		value(e, right);
		if (n->op == NODE_EQUAL || n->op == NODE_UNEQUAL)
			equality(e, left, right);
		else
			op(e, OP_BINARY, operator_of(n->op));
	}
	return n->op == NODE_UNEQUAL || n->op == NODE_NOT_MATCH;
}

static void binary(struct emitting *e, const struct node *n)
{
	uint32_t skip;
	switch (n->op) {
	case NODE_OR:
	case NODE_AND:
		value(e, n->left);
		skip = op(e, n->op == NODE_AND ? OP_AND : OP_OR, 0);
		value(e, n->right);
		builder_patch_here(e->builder, skip);
		break;
	case NODE_EQUAL:
	case NODE_UNEQUAL:
	case NODE_MATCH:
	case NODE_NOT_MATCH:
	case NODE_IN:
	case NODE_LESS:
	case NODE_MORE:
	case NODE_LESS_EQUAL:
	case NODE_MORE_EQUAL:
		if (comparison(e, n))
			op(e, OP_UNARY, OPERATOR_NOT);
		break;
	default:
		value(e, n->left);
		value(e, n->right);
		place(e, n->name);
		if (n->op == NODE_ADD && BASE(n->type) == T_STRING)
			op(e, OP_CONCAT, 2);
		else
			op(e, OP_BINARY, operator_of(n->op));
	}
}

/* Code that leaves the value of N on the stack. */
static void value(struct emitting *e, const struct node *n)
{
	struct value v;
	if (constant(e, n, &v)) {
		op(e, OP_CONST, builder_constant(e->builder, &v));
		return;
	}
	switch (n->kind) {
	case NODE_STRING:
		interpolated(e, n);
		break;
	case NODE_VARIABLE:
		variable(e, n);
		break;
	case NODE_CALL:
		call(e, n);
		op(e, OP_RESULT_TRUE, 0);
		break;
	case NODE_UNARY:
		value(e, n->left);
		op(e, OP_UNARY, operator_of(n->op));
		break;
	case NODE_BINARY:
		binary(e, n);
		break;
	default:
		op(e, OP_ABSENT, 0);
		break;
	}
}

/* Code that goes to a place of LIST when the truth of N is WHEN, else falls through. */
static void branch(struct emitting *e, const struct node *n, bool when, struct waiting **list)
{
	struct waiting *through = NULL;
	if (n->kind == NODE_UNARY && n->op == NODE_NOT) {
		branch(e, n->left, !when, list);
	} else if (n->kind == NODE_BINARY && (n->op == NODE_AND || n->op == NODE_OR)) {
		if ((n->op == NODE_AND) == when) { /* both decide: the first alone only against */
			branch(e, n->left, !when, &through);
			branch(e, n->right, when, list);
			land(e, through);
		} else {
			branch(e, n->left, when, list);
			branch(e, n->right, when, list);
		}
	} else {
		struct value v;
		bool compares = n->kind == NODE_BINARY && n->op >= NODE_EQUAL && n->op <= NODE_MORE_EQUAL;
		if (compares && !constant(e, n, &v))
			when ^= comparison(e, n);
		else
			value(e, n);
		wait_here(e, list, op(e, when ? OP_JUMP_TRUE : OP_JUMP_FALSE, 0));
	}
}

/* ---- statements ---- */

static void if_statement(struct emitting *e, const struct node *n)
{
	struct waiting *otherwise = NULL;
	place(e, n->left->at);
	branch(e, n->left, false, &otherwise);
	statement(e, n->right);
	if (n->third) {
		uint32_t end = op(e, OP_JUMP, 0);
		land(e, otherwise);
		statement(e, n->third);
		builder_patch_here(e->builder, end);
	} else {
		land(e, otherwise);
	}
}

static void while_statement(struct emitting *e, const struct node *n)
{
	struct waiting *end = NULL, **outer = e->breaks;
	uint32_t start = builder_here(e->builder);
	e->breaks = &end;
	place(e, n->left->at);
	branch(e, n->left, false, &end);
	statement(e, n->right);
	op(e, OP_JUMP, start);
	land(e, end);
	e->breaks = outer;
}

/* All tests first, then the cases; a value that is tested stays on the stack until its case is chosen. */
static void switch_statement(struct emitting *e, const struct node *n)
{
	struct waiting *end = NULL, **outer = e->breaks;
	const struct node *otherwise = NULL, *label;
	int count = 0, i = 0;
	for (const struct node *k = n->list; k; k = k->next)
		count++;
	struct waiting **starts = ARENA_ARRAY(e->arena, struct waiting *, count + 1);
	bool named = false, on_stack;
	for (const struct node *k = n->list; k; k = k->next)
		for (label = k->left; label; label = label->next)
			named |= label->use == USE_ACTION && label->kind == NODE_NAME;

	place(e, n->left->at);
	if (n->left->kind == NODE_CALL)
		call(e, n->left);
	on_stack = !named;
	if (on_stack && n->left->kind == NODE_CALL)
		op(e, OP_RESULT, 0);
	else if (on_stack)
		value(e, n->left);
	for (const struct node *k = n->list; k; k = k->next, i++) {
		if (!k->left)
			otherwise = k;
		for (label = k->left; label; label = label->next) {
			if (named) {
				op(e, OP_RESULT_IS, (uint32_t)label->results);
			} else {
				op(e, OP_DUP, 0);
				value(e, label);
				equality(e, n->left, label);
			}
			wait_here(e, &starts[i], op(e, OP_JUMP_TRUE, 0));
		}
	}
	if (on_stack)
		op(e, OP_POP, 0);
	e->breaks = &end;
	if (otherwise)
		statement(e, otherwise->right);
	i = 0;
	for (const struct node *k = n->list; k; k = k->next, i++) {
		if (!k->left)
			continue;
		wait_here(e, &end, op(e, OP_JUMP, 0));
		land(e, starts[i]);
		if (on_stack)
			op(e, OP_POP, 0);
		statement(e, k->right);
	}
	land(e, end);
	e->breaks = outer;
}

static void store(struct emitting *e, const struct node *n)
{
	switch (n->use) {
	case USE_VAR:
		op(e, OP_VAR_SET, builder_var_slot(e->builder, e->script->vars[n->row].name));
		break;
	case USE_AVP:
		op(e, OP_AVP_SET, avp_operand(e, n, NODE_INDEX_ALL));
		break; /* an $avp has one value: the new one */
	default:
		op(e, OP_SET, access_operand(e, n));
		break;
	}
}

static void assignment(struct emitting *e, const struct node *n)
{
	place(e, n->at);
	if (n->op == NODE_ADD)
		variable(e, n->left);
	if (n->right->kind == NODE_CALL) {
		call(e, n->right);
		op(e, OP_RESULT_TRUE, 0);
	} else {
		value(e, n->right);
	}
	if (n->op == NODE_ADD && BASE(n->right->type) == T_STRING)
		op(e, OP_CONCAT, 2);
	else if (n->op == NODE_ADD)
		op(e, OP_BINARY, OPERATOR_ADD);
	/* an address or number put into text becomes text */
	if (n->left->use == USE_ROW && BASE(variable_rows[n->left->row].type) == T_STRING &&
		BASE(n->right->type) != T_STRING && n->right->type != T_NULL)
		op(e, OP_UNARY, OPERATOR_TO_STRING);
	place(e, n->at);
	store(e, n->left);
}

static void statement(struct emitting *e, const struct node *n)
{
	switch (n->kind) {
	case NODE_BLOCK:
		for (const struct node *s = n->list; s; s = s->next)
			statement(e, s);
		break;
	case NODE_IF:
		if_statement(e, n);
		break;
	case NODE_WHILE:
		while_statement(e, n);
		break;
	case NODE_SWITCH:
		switch_statement(e, n);
		break;
	case NODE_ASSIGN:
		assignment(e, n);
		break;
	case NODE_DO:
		place(e, n->at);
		call(e, n->left);
		break;
	case NODE_EXIT:
		place(e, n->at);
		op(e, OP_STOP, 0);
		break;
	case NODE_DROP:
		place(e, n->at);
		op(e, OP_DROP, 0);
		break;
	case NODE_BREAK:
		place(e, n->at);
		wait_here(e, e->breaks, op(e, OP_JUMP, 0));
		break;
	case NODE_RETURN:
		place(e, n->at);
		if (n->left)
			value(e, n->left);
		op(e, n->left ? OP_RETURN_VALUE : OP_RETURN, 0);
		break;
	default:
		break;
	}
}

const struct program *emit(const struct script *s, char *error)
{
	struct emitting e = { .script = s, .arena = s->arena, .builder = builder_new(s->arena) };
	e.routes = ARENA_ARRAY(s->arena, uint32_t, s->route_count + 1);
	for (int i = 0; i < s->route_count; i++)
		e.routes[i] = builder_route(e.builder, s->routes[i].kind, s->routes[i].name);
	for (int i = 0; i < s->route_count; i++) {
		const struct node *body = s->routes[i].node->right;
		builder_route_start(e.builder, e.routes[i]);
		statement(&e, body);
		place(&e, (struct span){ body->at.to ? body->at.to - 1 : 0, body->at.to });
		builder_route_end(e.builder, e.routes[i]);
	}
	for (const struct script_parameter *p = s->parameters; p; p = p->next)
		builder_parameter(e.builder, (enum parameter_id)p->row, &p->value);
	for (const struct script_block *b = s->blocks; b; b = b->next) {
		uint32_t index = builder_block(e.builder, b->kind, b->parent, b->name);
		for (const struct script_field *f = b->fields; f; f = f->next)
			builder_field(e.builder, index, f->id, &f->value);
	}
	return builder_finish(e.builder, error);
}
