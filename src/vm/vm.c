/* vm: executes a program, one flat switch over its instructions.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The program has been verified: operands are in range, the stack holds what an instruction pops and has room for what it pushes. What
 * is tested here is what only the run can know. */
#include "vm/run.h"

#include "base/log.h"
#include "base/regex.h"
#include "lang/program.h"

#include <assert.h>
#include <stdio.h>

_Static_assert((int)RUN_STACK >= (int)PROGRAM_STACK && (int)RUN_DEPTH >= (int)PROGRAM_DEPTH,
	"a verified program fits");

struct context *context_new(struct arena *arena, const struct program *program)
{
	struct context *c = ARENA_NEW(arena, struct context);
	c->program = program;
	c->arena = arena;
	c->avps = ARENA_ARRAY(arena, struct value, program->avp_count);
	c->more = ARENA_ARRAY(arena, struct avp_more *, program->avp_count);
	c->on_failure = c->on_reply = c->on_branch = -1;
	return c;
}

void run_init(struct run *run, struct arena *arena, const struct program *program, int route)
{
	memset(run, 0, offsetof(struct run, frames)); /* frames and stack are written before they are read */
	run->program = program;
	run->arena = arena;
	run->route = route;
	run->kind = program->routes[route].kind;
	run->budget = RUN_BUDGET;
	run->pc = program->routes[route].start;
	run->vars = ARENA_ARRAY(arena, struct value, program->var_count);
}

struct run *run_new(struct arena *arena, const struct program *program, int route)
{
	struct run *run = arena_alloc(arena, sizeof *run);
	run_init(run, arena, program, route);
	return run;
}

void run_log(const struct run *run, int level, const char *format, ...)
{
	if (!log_enabled((enum log_level)level))
		return;
	char brief[256], *text = brief;
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(brief, sizeof brief, format, args);
	if (len >= (int)sizeof brief) {
		text = arena_text(run->arena, (size_t)len + 1);
		vsnprintf(text, (size_t)len + 1, format, again);
	}
	va_end(again);
	va_end(args);
	struct slice place = program_place(run->program, run->pc ? run->pc - 1 : 0, false, run->arena);
	log_write((enum log_level)level, "%.*s%s%s", SLICE_FMT(place), place.len ? ": " : "", text);
}

bool run_match(const struct run *run, int64_t index, struct slice text)
{
	const struct program *p = run->program;
	if (index < 0 || index >= p->regex_count)
		return false;
	int found = regex_find(p->regexes[index].compiled, text, 0, NULL, 0);
	if (found == REGEX_LIMIT)
		run_log(run, LOG_LEVEL_WARN, "the regex /%.*s/ takes too long: no match",
			SLICE_FMT(p->regexes[index].pattern));
	return found > 0;
}

int run_subst(const struct run *run, int64_t index, struct slice text, struct slice replacement, bool all,
	struct slice *out)
{
	const struct program *p = run->program;
	*out = text;
	if (index < 0 || index >= p->regex_count)
		return 0;
	int count = regex_subst(p->regexes[index].compiled, text, replacement, all, run->arena, out);
	if (count == REGEX_LIMIT)
		run_log(run, LOG_LEVEL_WARN, "substituting /%.*s/ takes too long or gets too big: null",
			SLICE_FMT(p->regexes[index].pattern));
	return count;
}

static void trace(struct run *run, const struct value *shown, int count)
{
	if (run->trace)
		run->trace(run, run->pc - 1, shown, count);
}

/* ---- instructions that take more than a few lines ---- */

/* Value INDEX of the stack of an $avp: 0 the newest, -1 the oldest, OPERAND_ALL all of them joined by commas. */
static struct value avp_get(const struct run *run, uint32_t slot, uint32_t index)
{
	const struct context *c = run->context;
	const struct value *newest = &c->avps[slot];
	int which = (int8_t)index;
	if (which == 0 || newest->type == VALUE_ABSENT)
		return *newest;

	if (index == OPERAND_ALL) {
		struct slice all = operate_text(newest, run->arena);
		for (const struct avp_more *m = c->more[slot]; m; m = m->next)
			all = arena_printf(run->arena, "%.*s,%.*s", SLICE_FMT(all),
				SLICE_FMT(operate_text(&m->value, run->arena)));
		return value_text(all);
	}
	if (which < 0) {
		int count = 1;
		for (const struct avp_more *m = c->more[slot]; m; m = m->next)
			count++;
		which += count;
		if (which == 0)
			return *newest;
	}
	const struct avp_more *m = which > 0 ? c->more[slot] : NULL;
	for (int i = 1; m && i < which; i++)
		m = m->next;
	return m ? m->value : value_absent();
}

static void avp_set(struct run *run, uint32_t slot, uint32_t index, const struct value *v)
{
	struct value *newest = &run->context->avps[slot];
	struct avp_more **more = &run->context->more[slot];
	struct value kept = *v;
	/* The message of a reply route ends before the context does. */
	if (v->type == VALUE_STRING && run->arena != run->context->arena)
		kept.text = arena_copy(run->context->arena, v->text);
	if (index == OPERAND_ALL) {
		*newest = kept;
		*more = NULL;
	} else if (v->type == VALUE_ABSENT) {
		*newest = *more ? (*more)->value : value_absent();
		*more = *more ? (*more)->next : NULL;
	} else {
		if (newest->type != VALUE_ABSENT) {
			struct avp_more *older = ARENA_NEW(run->context->arena, struct avp_more);
			older->value = *newest;
			older->next = *more;
			*more = older;
		}
		*newest = kept;
	}
}

static struct value get(struct run *run, const struct program_access *access)
{
	struct value v = value_absent();
	run_getters[access->variable](run, &access->key, &v);
	return v;
}

static void set(struct run *run, const struct program_access *access, const struct value *v)
{
	if (run_setters[access->variable](run, &access->key, v))
		return;
	struct slice text = operate_text(v, run->arena);
	run_log(run, LOG_LEVEL_WARN, "$%s cannot be %s%.*s%s", variable_rows[access->variable].name,
		v->type == VALUE_ABSENT ? "null" : "\"", SLICE_FMT(text),
		v->type == VALUE_ABSENT ? "" : "\"");
}

static void report(const struct run *run, enum operator op, enum operate_status status)
{
	if (status == OPERATE_DIVISION_BY_ZERO)
		run_log(run, LOG_LEVEL_ERROR, "division by zero: the result is null");
	else if (status == OPERATE_BAD_TYPE)
		run_log(run, LOG_LEVEL_ERROR, "%s does not work with values of these types",
			operator_rows[op].spelling);
}

static bool in_network(const struct value *v, const struct network *n)
{
	struct address a;
	if (v->type == VALUE_IP)
		return network_has(n, &v->ip);
	return v->type == VALUE_STRING && address_parse(v->text, &a) && network_has(n, &a);
}

/* V as one of the types FROM (T_ bits): text when it is another and text will do. False when there is no way. */
static bool fit(struct value *v, unsigned from, struct arena *arena)
{
	static const unsigned bits[] = { [VALUE_ABSENT] = T_NULL,
		[VALUE_INT] = T_INT,
		[VALUE_BOOL] = T_BOOL,
		[VALUE_STRING] = T_STRING,
		[VALUE_IP] = T_IP };
	if (v->type == VALUE_ABSENT)
		return false;
	if (!(from & bits[v->type]) && from & T_STRING)
		*v = value_text(operate_text(v, arena));
	return from & bits[v->type];
}

static void transform(struct run *run, uint32_t operand)
{
	int argc = (int)operand_second(operand);
	run->top -= (uint32_t)argc;
	struct value *v = &run->stack[run->top - 1], out = value_absent();
	if (fit(v, transformation_rows[operand_first(operand)].from, run->arena))
		run_transforms[operand_first(operand)](run, v, v + 1, argc, &out);
	*v = out;
}

/* What a call that succeeded, or failed having replied, means for the request. */
static void note_effects(
	struct run *run, const struct action_row *row, const struct value *argv, int argc, int result)
{
	unsigned effects = row->effects;
	if (result != RUN_TRUE) {
		if (effects & E_ON_FALSE)
			run->effects |= EFFECT_REPLIED;
		return;
	}
	bool provisional = argc && argv[0].type == VALUE_INT && argv[0].number < 200;
	/* one that can wait (save) notes by itself whether it has replied: it may be told not to */
	if (effects & E_REPLIES && !(effects & E_WAITS) &&
		!(provisional && strncmp(row->parameters, "code ", 5) == 0))
		run->effects |= EFFECT_REPLIED;
	if (effects & E_RELAYS)
		run->effects |= EFFECT_RELAYED;
	if (effects & E_DISCARDS)
		run->effects |= EFFECT_DISCARDED;
}

/* How the machine goes on after a word. */
enum next { NEXT_WORD, NEXT_WAIT, NEXT_END };

/* The call of word pc - 1 has given RESULT; its arguments are still on the stack, so that they last while an action waits. */
static enum next end_call(struct run *run, int result, enum run_end *end)
{
	uint32_t operand = word_operand(run->program->code[run->pc - 1]);
	int argc = (int)operand_second(operand);
	const struct value *argv = &run->stack[run->top - (uint32_t)argc];

	if (result == RUN_WAIT) {
		assert(run->resume);
		run->waiting = true;
		return NEXT_WAIT;
	}
	run->resume = NULL;
	run->last_result = result <= 0 ? 1 : -(int64_t)result;
	trace(run, argv, argc);
	run->top -= (uint32_t)argc;
	if (result >= 0) {
		note_effects(run, &action_rows[operand_first(operand)], argv, argc, result);
		return NEXT_WORD;
	}
	*end = result == RUN_STOP ? RUN_ENDED : RUN_FAILED;
	return NEXT_END;
}

static void enter(struct run *run, uint32_t route)
{
	run->frames[run->depth++] = (struct run_frame){ run->pc, run->top };
	trace(run, NULL, 0);
	run->pc = run->program->routes[route].start;
}

/* Leaves the route; false when it was the outermost one. */
static bool leave(struct run *run, int64_t result)
{
	run->last_result = result;
	if (!run->depth)
		return false;
	const struct run_frame *frame = &run->frames[--run->depth];
	run->pc = frame->pc;
	run->top = frame->base;
	return true;
}

/* Executes until the script ends or waits. */
static enum run_end execute(struct run *run)
{
	const struct program *p = run->program;
	enum run_end end = RUN_ENDED;
	enum operate_status status;

	for (;;) {
		if (!run->budget) {
			run_log(run, LOG_LEVEL_ERROR, "the script takes more than %d steps: it is ended",
				RUN_BUDGET);
			return RUN_EXHAUSTED;
		}
		run->budget--;
		uint32_t w = p->code[run->pc++], a = word_operand(w);
		struct value *stack = run->stack,
			     *v = stack + run->top - 1; /* v: on top, when there is one */

		switch (word_op(w)) {
		case OP_CONST:
			stack[run->top++] = p->constants[a];
			break;
		case OP_ABSENT:
			stack[run->top++] = value_absent();
			break;
		case OP_POP:
			run->top--;
			break;
		case OP_DUP:
			stack[run->top++] = *v;
			break;
		case OP_VAR_GET:
			stack[run->top++] = run->vars[a];
			break;
		case OP_VAR_SET:
			run->vars[a] = *v;
			trace(run, v, 1);
			run->top--;
			break;
		case OP_AVP_GET:
			stack[run->top++] = avp_get(run, operand_first(a), operand_second(a));
			break;
		case OP_AVP_SET:
			avp_set(run, operand_first(a), operand_second(a), v);
			trace(run, v, 1);
			run->top--;
			break;
		case OP_GET:
			stack[run->top] = get(run, &p->accesses[a]);
			run->top++;
			break;
		case OP_SET:
			trace(run, v, 1); /* before a refusal is logged */
			set(run, &p->accesses[a], v);
			run->top--;
			break;
		case OP_RESULT:
			stack[run->top++] = value_int(run->last_result);
			break;
		case OP_RESULT_TRUE:
			stack[run->top++] = value_bool(run->last_result > 0);
			break;
		case OP_RESULT_IS:
			stack[run->top++] = value_bool(run->last_result == (a ? -(int64_t)a : 1));
			break;
		case OP_UNARY:
			status = operate_unary((enum operator)a, v, v, run->arena);
			if (status != OPERATE_OK)
				report(run, (enum operator)a, status);
			break;
		case OP_BINARY:
			status = operate_binary((enum operator)a, v - 1, v, v - 1, run->arena);
			run->top--;
			if (status != OPERATE_OK)
				report(run, (enum operator)a, status);
			break;
		case OP_EQ_URI:
			v[-1] = value_bool(v->type == VALUE_STRING && v[-1].type == VALUE_STRING &&
					   run_same_uri(run, v[-1].text, v->text));
			run->top--;
			break;
		case OP_MATCH:
			*v = value_bool(
				v->type != VALUE_ABSENT && run_match(run, a, operate_text(v, run->arena)));
			break;
		case OP_IN:
			*v = value_bool(in_network(v, &p->networks[a]));
			break;
		case OP_MYSELF:
			*v = value_bool(v->type != VALUE_ABSENT && run_is_myself(run, v));
			break;
		case OP_CONCAT:
			run->top -= a;
			stack[run->top] = value_text(operate_concat(&stack[run->top], (int)a, run->arena));
			run->top++;
			break;
		case OP_TRANSFORM:
			transform(run, a);
			break;
		case OP_JUMP:
			run->pc = a;
			break;
		case OP_JUMP_FALSE:
			trace(run, v, 1);
			run->top--;
			if (!operate_truth(v))
				run->pc = a;
			break;
		case OP_JUMP_TRUE:
			trace(run, v, 1);
			run->top--;
			if (operate_truth(v))
				run->pc = a;
			break;
		case OP_AND:
			if (!operate_truth(v))
				run->pc = a;
			else
				run->top--;
			break;
		case OP_OR:
			if (operate_truth(v))
				run->pc = a;
			else
				run->top--;
			break;
		case OP_ROUTE:
			enter(run, a);
			break;
		case OP_CALL: {
			uint32_t argc = operand_second(a);
			int result = run_actions[operand_first(a)](run, &stack[run->top - argc], (int)argc);
			if (end_call(run, result, &end) != NEXT_WORD)
				return end;
			break;
		}
		case OP_RETURN:
			if (!leave(run, 1))
				return RUN_ENDED;
			break;
		case OP_RETURN_VALUE:
			if (!leave(run, v->type == VALUE_INT || v->type == VALUE_BOOL ? v->number : 1))
				return RUN_ENDED;
			break;
		case OP_STOP:
			return RUN_ENDED;
		case OP_DROP:
			return RUN_DROPPED;
		case OP_COUNT:
			return RUN_FAILED;
		}
	}
}

enum run_end run_start(struct run *run, bool *waits)
{
	if (!run->context)
		run->context = context_new(run->arena, run->program);
	enum run_end end = execute(run);
	*waits = run->waiting;
	return end;
}

void run_wake(struct run *run)
{
	assert(run->waiting);
	run->waiting = false;
	enum run_end end = RUN_ENDED;
	enum next next = end_call(run, run->resume(run), &end);
	if (next == NEXT_WORD)
		end = execute(run);
	if (!run->waiting && run->finished)
		run->finished(run, end);
}
