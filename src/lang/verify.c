/* verify: whether a program is sound, so that the machine need not test at every step.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/program.h"

#include <stdarg.h>
#include <stdio.h>

struct verifier {
	const struct program *p;
	struct program_route *routes;
	struct arena *arena;
	char *error;
	int *depths;     /* by word: values on the stack before it; -1 not reached */
	uint32_t *open;  /* words still to be followed */
	uint32_t opened; /* how many */
	uint8_t *states; /* by route: enum state */
	int nesting;     /* routes that are being verified inside each other */
};

enum state { UNSEEN, ACTIVE, DONE };

__attribute__((format(printf, 3, 4))) static bool refuse(
	struct verifier *v, uint32_t pc, const char *format, ...)
{
	char what[PROGRAM_ERROR / 2];
	va_list args;
	va_start(args, format);
	vsnprintf(what, sizeof what, format, args);
	va_end(args);
	struct slice place = program_place(v->p, pc, false, v->arena);
	snprintf(v->error, PROGRAM_ERROR, "unsound program: word %u (%.*s): %s", pc,
		place.len > 80 ? 80 : (int)place.len, place.len ? place.at : "", what);
	return false;
}

/* How many values the word pops, its operand being sound. */
static uint32_t pops(uint32_t w)
{
	const struct op_row *row = &op_rows[word_op(w)];
	if (row->pops >= 0)
		return (uint32_t)row->pops;
	switch (row->operand) {
	case K_COUNT:
		return word_operand(w);
	case K_TRANSFORMATION:
		return operand_second(word_operand(w)) + 1;
	default:
		return operand_second(word_operand(w));
	}
}

static bool call_sound(uint32_t a, int count, const char *parameters)
{
	return operand_first(a) < (uint32_t)count && (int)operand_second(a) == table_arity(parameters);
}

static bool operand_sound(const struct program *p, uint32_t w, const struct program_route *route)
{
	const struct op_row *row = &op_rows[word_op(w)];
	uint32_t a = word_operand(w);
	switch (row->operand) {
	case K_NONE:
		return a == 0;
	case K_CONSTANT:
		return a < p->constant_count;
	case K_COUNT:
		return a <= PROGRAM_STACK;
	case K_VAR:
		return a < p->var_count;
	case K_AVP:
		return operand_first(a) < p->avp_count;
	case K_ACCESS:
		return a < p->access_count &&
		       (word_op(w) != OP_SET || variable_rows[p->accesses[a].variable].writable);
	case K_OPERATOR:
		return a < OPERATOR_COUNT && operator_rows[a].operands == row->pops;
	case K_REGEX:
		return a < p->regex_count;
	case K_NETWORK:
		return a < p->network_count;
	case K_TRANSFORMATION:
		return operand_first(a) < (uint32_t)transformation_count &&
		       call_sound(a, transformation_count, transformation_rows[operand_first(a)].arguments);
	case K_TARGET:
	case K_KEEP:
		return a >= route->start && a < route->end;
	case K_ROUTE:
		return a < p->route_count && p->routes[a].kind == ROUTE_SUB;
	case K_ACTION:
		return operand_first(a) < (uint32_t)action_count &&
		       call_sound(a, action_count, action_rows[operand_first(a)].parameters);
	case K_RESULT:
		return a < 64;
	}
	return false;
}

/* Word PC of ROUTE is reached with DEPTH values on the stack. */
static bool reach(
	struct verifier *v, const struct program_route *route, uint32_t from, uint32_t pc, int depth)
{
	if (pc >= route->end)
		return refuse(v, from, "the code goes on behind the end of its route");
	if (v->depths[pc] >= 0)
		return v->depths[pc] == depth ||
		       refuse(v, pc, "reached with %d and with %d values", v->depths[pc], depth);
	v->depths[pc] = depth;
	v->open[v->opened++] = pc;
	return true;
}

static bool verify_route(struct verifier *v, uint32_t index);

/* Takes into ROUTE's needs those of the route that word PC calls with DEPTH values on the stack. */
static bool follow_call(struct verifier *v, struct program_route *route, uint32_t pc, uint32_t depth)
{
	uint32_t callee = word_operand(v->p->code[pc]);
	if (v->states[callee] == ACTIVE)
		return refuse(v, pc, "route \"%.*s\" calls itself", SLICE_FMT(v->routes[callee].name));
	if (v->nesting >= PROGRAM_DEPTH)
		return refuse(v, pc, "routes are more than %d deep inside each other", PROGRAM_DEPTH);
	if (v->states[callee] == UNSEEN && !verify_route(v, callee))
		return false;
	const struct program_route *needs = &v->routes[callee];
	if (depth + needs->stack > route->stack)
		route->stack = depth + needs->stack;
	if (needs->depth + 1 > route->depth)
		route->depth = needs->depth + 1;
	return true;
}

static bool step(struct verifier *v, struct program_route *route, uint32_t pc)
{
	uint32_t w = v->p->code[pc];
	const struct op_row *row = &op_rows[word_op(w)];
	int depth = v->depths[pc], taken = (int)pops(w);
	if (depth < taken)
		return refuse(v, pc, "%s takes %d values, there are %d", row->name, taken, depth);
	int after = depth - taken + row->pushes;
	if (after > PROGRAM_STACK)
		return refuse(v, pc, "more than %d values on the stack", PROGRAM_STACK);
	if ((uint32_t)after > route->stack)
		route->stack = (uint32_t)after;

	if (row->operand == K_ROUTE && !follow_call(v, route, pc, (uint32_t)depth))
		return false;
	if (row->operand == K_TARGET && !reach(v, route, pc, word_operand(w), after))
		return false;
	if (row->operand == K_KEEP && !reach(v, route, pc, word_operand(w), depth))
		return false;
	enum opcode op = word_op(w);
	bool ends =
		op == OP_JUMP || op == OP_RETURN || op == OP_RETURN_VALUE || op == OP_STOP || op == OP_DROP;
	return ends || reach(v, route, pc, pc + 1, after);
}

static bool verify_route(struct verifier *v, uint32_t index)
{
	struct program_route *route = &v->routes[index];
	v->states[index] = ACTIVE;
	route->stack = 0;
	route->depth = 1;
	for (uint32_t pc = route->start; pc < route->end; pc++)
		if (word_op(v->p->code[pc]) >= OP_COUNT || !operand_sound(v->p, v->p->code[pc], route))
			return refuse(v, pc, "%s", "no such instruction or operand");

	v->nesting++;
	uint32_t base = v->opened; /* below are the open words of the routes that led here */
	if (!reach(v, route, route->start, route->start, 0))
		return false;
	while (v->opened > base)
		if (!step(v, route, v->open[--v->opened]))
			return false;
	if (route->stack > PROGRAM_STACK)
		return refuse(v, route->start, "route \"%.*s\" needs more than %d values on the stack",
			SLICE_FMT(route->name), PROGRAM_STACK);
	if (route->depth > PROGRAM_DEPTH)
		return refuse(
			v, route->start, "routes are more than %d deep inside each other", PROGRAM_DEPTH);
	v->nesting--;
	v->states[index] = DONE;
	return true;
}

/* Whether no two routes share a word: each has its own depths then. */
static bool routes_apart(struct verifier *v)
{
	uint8_t *owned = arena_zero(v->arena, v->p->size + 1);
	for (uint32_t i = 0; i < v->p->route_count; i++) {
		for (uint32_t pc = v->routes[i].start; pc < v->routes[i].end; pc++) {
			if (owned[pc])
				return refuse(v, pc, "in two routes");
			owned[pc] = 1;
		}
	}
	return true;
}

bool program_verify(const struct program *p, struct program_route *routes, char *error)
{
	struct arena *arena = arena_new(0);
	struct verifier v = { .p = p, .routes = routes, .arena = arena, .error = error };
	v.depths = ARENA_ARRAY(arena, int, p->size + 1);
	v.open = ARENA_ARRAY(arena, uint32_t, p->size + 1);
	v.states = ARENA_ARRAY(arena, uint8_t, p->route_count + 1);
	for (uint32_t pc = 0; pc < p->size; pc++)
		v.depths[pc] = -1;
	bool sound = routes_apart(&v);
	for (uint32_t i = 0; sound && i < p->route_count; i++)
		if (v.states[i] == UNSEEN)
			sound = verify_route(&v, i);
	arena_free(arena);
	return sound;
}
