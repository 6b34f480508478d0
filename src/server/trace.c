/* trace: prints what a script does, step by step, while it runs.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/trace.h"

#include "base/method.h"

#include <inttypes.h>

/* The route that word PC belongs to. */
static uint32_t route_of(const struct program *p, uint32_t pc)
{
	uint32_t i = 0;
	while (i + 1 < p->route_count && !(pc >= p->routes[i].start && pc < p->routes[i].end))
		i++;
	return i;
}

static void print_place(struct trace *t, const struct run *run, uint32_t pc)
{
	const struct program *p = run->program;
	const struct code_place *at = &p->places[pc];
	uint32_t route = route_of(p, pc);
	if (!at->line || (at->line == t->last.line && at->file == t->last.file && route == t->route))
		return;
	struct slice text = t->line ? slice_trim(t->line(t->user, at->file, at->line)) : SLICE("");
	fprintf(t->out, "%.*s:%u %.*s%s%.*s\n", SLICE_FMT(p->sources[at->file]), at->line,
		SLICE_FMT(listing_route(p, route, run->arena)), text.len ? ": " : "", SLICE_FMT(text));
	t->last = *at;
	t->route = route;
}

/* "INVITE|ACK" of a mask of methods. */
static void print_methods(FILE *out, int64_t mask)
{
	const char *bar = "";
	for (int m = 0; m < METHODS; m++) {
		if (!(mask >> m & 1))
			continue;
		struct slice name = method_name((enum method)m);
		fprintf(out, "%s%.*s", bar, SLICE_FMT(name.len ? name : SLICE("other")));
		bar = "|";
	}
}

/* The value V of a parameter "type name": numbers that stand for something else as what they stand for. */
static void print_argument(
	struct trace *t, const struct run *run, struct slice parameter, const struct value *v)
{
	const struct program *p = run->program;
	int64_t n = v->type == VALUE_INT ? v->number : -1;
	if (n >= 0 && slice_starts(parameter, SLICE("methods")))
		print_methods(t->out, n);
	else if (n >= 0 && n < p->regex_count && slice_starts(parameter, SLICE("regex")))
		fprintf(t->out, "/%.*s/", SLICE_FMT(p->regexes[n].pattern));
	else if (n >= 0 && n < p->route_count && slice_starts(parameter, SLICE("route")))
		fprintf(t->out, "%.*s", SLICE_FMT(p->routes[n].name));
	else
		fprintf(t->out, "%.*s", SLICE_FMT(listing_value(v, run->arena)));
}

/* Name(arguments) -> result; arguments that were left out at the end are not shown. */
static void print_call(
	struct trace *t, const struct run *run, uint32_t action, const struct value *argv, int argc)
{
	const struct action_row *row = &action_rows[action];
	struct slice parameters = slice_of(row->parameters), parameter = SLICE("");
	while (argc > 0 && argv[argc - 1].type == VALUE_ABSENT)
		argc--;
	fprintf(t->out, "    %s(", row->name);
	for (int i = 0; i < argc; i++) {
		(void)slice_cut(&parameters, ',', &parameter);
		parameter = slice_trim(parameter);
		if (parameter.len && parameter.at[0] == '[')
			parameter = slice(parameter.at + 1, parameter.len - 1);
		fputs(i ? ", " : "", t->out);
		print_argument(t, run, parameter, &argv[i]);
	}
	fprintf(t->out, ")");
	struct slice rest = slice_of(row->results), name = SLICE("");
	int64_t result = run->last_result > 0 ? 0 : -run->last_result;
	for (int64_t i = 0; i <= result && slice_cut(&rest, ',', &name); i++)
		;
	name = slice_trim(name);
	fprintf(t->out, "%s%.*s\n", name.len ? " -> " : "", SLICE_FMT(name));
}

/* The operand of word PC as in a listing. */
static struct slice operand_text(const struct run *run, uint32_t pc)
{
	struct slice word = listing_word(run->program, pc, run->arena);
	ptrdiff_t blank = slice_find(word, ' ');
	return blank < 0 ? SLICE("") : slice_trim(slice(word.at + blank, word.len - (size_t)blank));
}

/* The words before a conditional jump that need no mention: the call that they follow was shown. */
static bool is_result(const struct program *p, uint32_t pc)
{
	enum opcode op = word_op(p->code[pc]);
	return op == OP_RESULT_TRUE || op == OP_RESULT_IS || op == OP_RESULT;
}

void trace_step(struct run *run, uint32_t pc, const struct value *shown, int count)
{
	struct trace *t = run->trace_user;
	const struct program *p = run->program;
	uint32_t w = p->code[pc];
	struct slice value = count == 1 ? listing_value(shown, run->arena) : SLICE("");
	struct slice operand = operand_text(run, pc);

	print_place(t, run, pc);
	switch (op_rows[word_op(w)].operand) {
	case K_ACTION:
		print_call(t, run, operand_first(word_operand(w)), shown, count);
		break;
	case K_AVP: /* [*] says that the old value goes */
		if (slice_equal(slice(operand.at + operand.len - 3, 3), SLICE("[*]")))
			operand.len -= 3;
		/* fall through */
	case K_VAR:
	case K_ACCESS:
		fprintf(t->out, "    %.*s = %.*s\n", SLICE_FMT(operand), SLICE_FMT(value));
		break;
	case K_ROUTE:
		fprintf(t->out, "    %.*s\n", SLICE_FMT(operand));
		break;
	default: /* a conditional jump: what it tests was made by the word before */
		if (pc == 0 || is_result(p, pc - 1))
			break;
		operand = operand_text(run, pc - 1);
		fprintf(t->out, "    %s%s%.*s -> %.*s\n", op_rows[word_op(p->code[pc - 1])].name,
			operand.len ? " " : "", SLICE_FMT(operand), SLICE_FMT(value));
		break;
	}
}
