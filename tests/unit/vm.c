/* vm: tests of programs and the machine: building, sealing, verifying, executing, waiting.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The actions, variables and hooks here are the test's own, in place of those in src/actions. */
#include "unit.h"
#include "base/log.h"
#include "base/regex.h"
#include "lang/image.h"
#include "lang/operate.h"
#include "lang/program.h"
#include "vm/run.h"
#include "vm/transform.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- what the machine is bound to ---- */

/* What the one action does, and what it saw. */
struct probe {
	int result; /* to return */
	int calls, resumes, ended;
	enum run_end end;
	int64_t argument;
	struct value variable; /* what GET and SET work on */
};

static int act_probe(struct run *run, const struct value *argv, int argc)
{
	struct probe *probe = run->user;
	probe->calls++;
	if (argc)
		probe->argument = argv[0].number;
	return probe->result;
}

static int resume_probe(struct run *run)
{
	struct probe *probe = run->user;
	probe->resumes++;
	return probe->result;
}

static int act_wait(struct run *run, const struct value *argv, int argc)
{
	run->resume = resume_probe;
	act_probe(run, argv, argc);
	return RUN_WAIT;
}

static void get_probe(struct run *run, const struct variable_key *key, struct value *out)
{
	const struct probe *probe = run->user;
	*out = key->key.len ? value_text(key->key) : probe->variable;
}

static bool set_probe(struct run *run, const struct variable_key *key, const struct value *v)
{
	struct probe *probe = run->user;
	(void)key;
	if (v->type != VALUE_STRING)
		return false;
	probe->variable = *v;
	return true;
}

bool run_same_uri(struct run *run, struct slice a, struct slice b)
{
	(void)run;
	return slice_equal_nocase(a, b);
}

bool run_is_myself(struct run *run, const struct value *v)
{
	(void)run;
	return v->type == VALUE_STRING && slice_equal(v->text, SLICE("me"));
}

/* xlog(text) calls act_probe, sl_send_reply(code, reason) act_wait; the row numbers are known when the tests start, so the table
 * decides by arity. */
static int act_any(struct run *run, const struct value *argv, int argc)
{
	return argc == 2 ? act_wait(run, argv, argc) : act_probe(run, argv, argc);
}

action_function *const run_actions[] = { [0 ... 499] = act_any };
variable_get *const run_getters[] = { [0 ... 499] = get_probe };
variable_set *const run_setters[] = { [0 ... 499] = set_probe };
transform_function *const run_transforms[] = { [0 ... 199] = transform_s_len };

/* ---- help ---- */

static struct arena *arena;
static struct slice logged;

static void catch_log(void *user, enum log_level level, struct slice text)
{
	(void)user;
	(void)level;
	logged = arena_copy(arena, text);
}

static char error[PROGRAM_ERROR];

static struct builder *begin(void)
{
	struct builder *b = builder_new(arena);
	builder_place(b, builder_source(b, SLICE("t.cfg")), 7, 3);
	builder_route_start(b, builder_route(b, ROUTE_REQUEST, SLICE("")));
	return b;
}

static const struct program *finish(struct builder *b)
{
	builder_route_end(b, 0);
	return builder_finish(b, error);
}

/* Runs the request route of P, with PROBE for its actions. */
static enum run_end execute(const struct program *p, struct probe *probe, struct run **out)
{
	bool waits;
	struct run *run = run_new(arena, p, program_route(p, ROUTE_REQUEST, SLICE("")));
	run->user = probe;
	enum run_end end = run_start(run, &waits);
	CHECK(!waits);
	if (out)
		*out = run;
	return end;
}

/* Whether a program of WORDS (up to a 0, a RETURN behind it) is refused with TEXT in the reason. */
static bool refused(const uint32_t *words, int n, const char *text)
{
	struct builder *b = begin();
	for (int i = 0; i < n; i++)
		builder_emit(b, word_op(words[i]), word_operand(words[i]));
	const struct program *p = finish(b);
	program_unref(p);
	if (p)
		return false;
	if (!strstr(error, text))
		printf("# %s\n", error);
	return strstr(error, text) != NULL;
}

#define REFUSED(text, ...)                                                                                   \
	refused((const uint32_t[]){ __VA_ARGS__ }, sizeof((const uint32_t[]){ __VA_ARGS__ }) / 4, text)

static uint32_t call(const char *action)
{
	int row = table_action(slice_of(action));
	return operand_pair((uint32_t)row, (uint32_t)table_arity(action_rows[row].parameters));
}

/* ---- programs ---- */

static void a_program_is_sealed_and_mapped(void)
{
	struct builder *b = begin();
	uint32_t hello = builder_string(b, SLICE("hello"));
	CHECK(builder_string(b, SLICE("hello")) == hello && builder_string(b, SLICE("hell")) != hello);
	CHECK(builder_int(b, -5) == builder_int(b, -5) && builder_int(b, 1) != builder_bool(b, true));
	struct address a;
	CHECK(address_parse(SLICE("192.0.2.1"), &a) && builder_ip(b, &a) == builder_ip(b, &a));
	CHECK(builder_regex(b, SLICE("^sip:"), REGEX_ICASE) == 0 && builder_regex(b, SLICE("^sip:"), 0) == 1);
	CHECK(builder_var_slot(b, SLICE("x")) == 0 && builder_var_slot(b, SLICE("y")) == 1 &&
		builder_var_slot(b, SLICE("x")) == 0);
	CHECK(builder_avp_slot(b, SLICE("x")) == 0);
	struct value v = value_text(SLICE("example.com"));
	builder_parameter(b, PARAMETER_alias, &v);
	v = value_text(SLICE("example.org"));
	builder_parameter(b, PARAMETER_alias, &v);
	v = value_int(3);
	builder_parameter(b, PARAMETER_workers, &v);
	v = value_int(2);
	builder_parameter(b, PARAMETER_workers, &v);
	builder_emit(b, OP_CONST, hello);
	builder_emit(b, OP_VAR_SET, 1);
	const struct program *built = finish(b);
	if (!CHECK(built))
		return;

	int fd = program_seal(built);
	CHECK(fd >= 0 && write(fd, "x", 1) < 0);
	const struct program *p = program_map(fd, error);
	close(fd);
	program_unref(built);
	if (!CHECK(p))
		return;
	CHECK(p->var_count == 2 && slice_equal(p->vars[1], SLICE("y")) && p->avp_count == 1);
	CHECK(slice_equal(p->constants[word_operand(p->code[0])].text, SLICE("hello")));
	CHECK(slice_equal(program_place(p, 0, true, arena), SLICE("t.cfg:7:3")));
	CHECK(program_count(p, PARAMETER_alias) == 2 &&
		slice_equal(program_text_at(p, PARAMETER_alias, 1), SLICE("example.org")));
	CHECK(program_int(p, PARAMETER_workers) == 2 && program_given(p, PARAMETER_workers));
	CHECK(program_int(p, PARAMETER_t1) == 500 && !program_given(p, PARAMETER_t1));
	CHECK(program_count(p, PARAMETER_listen) == 1 &&
		slice_equal(program_text(p, PARAMETER_listen), SLICE("udp:0.0.0.0:5060")));
	CHECK(program_count(p, PARAMETER_subscribers) == 0 &&
		program_text(p, PARAMETER_subscribers).len == 0);
	CHECK(program_route(p, ROUTE_REQUEST, SLICE("")) == 0 &&
		program_route(p, ROUTE_SUB, SLICE("")) == -1);
	CHECK(p->regexes[0].compiled && p->routes[0].stack == 1 && p->routes[0].depth == 1);
	program_unref(program_ref(p));
	program_unref(p);
}

static void foreign_images_are_refused(void)
{
	CHECK(!program_map(-1, error) && !program_map(0, error));
	struct builder *b = begin();
	const struct program *p = finish(b);
	CHECK(p && program_seal(p) >= 0);
	program_unref(p);

	b = begin();
	builder_regex(b, SLICE("a(b"), 0);
	CHECK(!finish(b) && strstr(error, "regex"));
	b = begin();
	builder_emit(b, OP_ROUTE, builder_route(b, ROUTE_SUB, SLICE("LOST")));
	CHECK(!finish(b) && strstr(error, "LOST"));
}

static void parameters_are_parsed(void)
{
	struct value v;
	const struct parameter_row *rows = parameter_rows;
	CHECK(parameter_parse(&rows[PARAMETER_t1], SLICE("2s"), &v, error) && v.number == 2000);
	CHECK(parameter_parse(&rows[PARAMETER_t1], SLICE("250"), &v, error) && v.number == 250);
	CHECK(parameter_parse(&rows[PARAMETER_fr_timer], SLICE("1m"), &v, error) && v.number == 60000);
	CHECK(parameter_parse(&rows[PARAMETER_location_size], SLICE("64M"), &v, error) &&
		v.number == 64 << 20);
	CHECK(parameter_parse(&rows[PARAMETER_log_level], SLICE("warn"), &v, error) &&
		v.number == LOG_LEVEL_WARN);
	CHECK(!parameter_parse(&rows[PARAMETER_t1], SLICE("1h"), &v, error) &&
		strstr(error, "t1 must be from"));
	CHECK(!parameter_parse(&rows[PARAMETER_workers], SLICE("many"), &v, error) &&
		strstr(error, "number"));
	CHECK(!parameter_parse(&rows[PARAMETER_workers], SLICE("65"), &v, error));
	CHECK(!parameter_parse(&rows[PARAMETER_t1], SLICE("999999999999999999d"), &v, error));
	CHECK(!parameter_parse(&rows[PARAMETER_log_level], SLICE("loud"), &v, error));
	for (int i = 0; i < parameter_count; i++)
		CHECK(!*rows[i].initial || parameter_parse(&rows[i], slice_of(rows[i].initial), &v, error));
}

static void unsound_programs_are_refused(void)
{
	CHECK(REFUSED("takes 1 values, there are 0", word(OP_POP, 0)));
	CHECK(REFUSED("takes 2 values, there are 1", word(OP_ABSENT, 0), word(OP_BINARY, OPERATOR_ADD)));
	CHECK(REFUSED("no such", word(OP_CONST, 0)));
	CHECK(REFUSED("no such", word(OP_COUNT, 0)));
	CHECK(REFUSED("no such", word((enum opcode)255, 0)));
	CHECK(REFUSED("no such", word(OP_JUMP, 99)));
	CHECK(REFUSED("no such", word(OP_VAR_GET, 0)));
	CHECK(REFUSED("no such", word(OP_GET, 0)));
	CHECK(REFUSED("no such", word(OP_MATCH, 0)));
	CHECK(REFUSED("no such", word(OP_ROUTE, 0)));
	CHECK(REFUSED("no such", word(OP_UNARY, OPERATOR_ADD)));
	CHECK(REFUSED("no such", word(OP_CALL, operand_pair((uint32_t)action_count, 0))));
	CHECK(REFUSED("no such", word(OP_CALL, call("xlog") + 1)));
	CHECK(REFUSED("there are 0", word(OP_CALL, call("xlog"))));
	CHECK(REFUSED("there are 0", word(OP_TRANSFORM, 0)));
	CHECK(REFUSED("no such", word(OP_TRANSFORM, 1)));
	/* a branch leaves a value, the other does not */
	CHECK(REFUSED("reached with", word(OP_ABSENT, 0), word(OP_JUMP_FALSE, 3), word(OP_ABSENT, 0),
		word(OP_STOP, 0)));
	/* a loop that pushes */
	CHECK(REFUSED("reached with", word(OP_ABSENT, 0), word(OP_JUMP, 0)));
	CHECK(REFUSED("no such", word(OP_CONCAT, PROGRAM_STACK + 1)));

	uint32_t many[PROGRAM_STACK + 1];
	for (int i = 0; i <= PROGRAM_STACK; i++)
		many[i] = word(OP_ABSENT, 0);
	CHECK(refused(many, PROGRAM_STACK + 1, "more than"));
	CHECK(!refused(many, PROGRAM_STACK, ""));
}

static void routes_that_call_themselves_are_refused(void)
{
	struct builder *b = begin();
	uint32_t one = builder_route(b, ROUTE_SUB, SLICE("ONE")),
		 two = builder_route(b, ROUTE_SUB, SLICE("TWO"));
	builder_emit(b, OP_ROUTE, one);
	builder_route_end(b, 0);
	builder_route_start(b, one);
	builder_emit(b, OP_ROUTE, two);
	builder_route_end(b, one);
	builder_route_start(b, two);
	builder_emit(b, OP_ROUTE, one);
	builder_route_end(b, two);
	CHECK(!builder_finish(b, error) && strstr(error, "calls itself"));

	/* a chain as long as is allowed, and one longer */
	for (int links = PROGRAM_DEPTH - 1; links <= PROGRAM_DEPTH; links++) {
		b = begin();
		char name[16];
		for (int i = 0; i < links; i++) {
			snprintf(name, sizeof name, "R%d", i);
			uint32_t next = builder_route(b, ROUTE_SUB, slice_of(name));
			builder_emit(b, OP_ROUTE, next);
			builder_route_end(b, next - 1);
			builder_route_start(b, next);
		}
		builder_route_end(b, (uint32_t)links);
		const struct program *p = builder_finish(b, error);
		if (links < PROGRAM_DEPTH)
			CHECK(p && execute(p, NULL, NULL) == RUN_ENDED);
		else
			CHECK(!p && strstr(error, "deep"));
		program_unref(p);
	}
}

/* ---- the machine ---- */

/* Emits `$var(slot) = v` for the value on the stack. */
static void keep(struct builder *b, const char *name)
{
	builder_emit(b, OP_VAR_SET, builder_var_slot(b, slice_of(name)));
}

static void expressions_are_computed(void)
{
	struct builder *b = begin();
	builder_emit(b, OP_CONST, builder_int(b, 6));
	builder_emit(b, OP_CONST, builder_int(b, 7));
	builder_emit(b, OP_BINARY, OPERATOR_MUL);
	keep(b, "product");
	builder_emit(b, OP_CONST, builder_string(b, SLICE("n=")));
	builder_emit(b, OP_VAR_GET, 0);
	builder_emit(b, OP_ABSENT, 0);
	builder_emit(b, OP_CONST, builder_bool(b, true));
	builder_emit(b, OP_CONCAT, 4);
	builder_emit(b, OP_DUP, 0);
	builder_emit(b, OP_TRANSFORM, operand_pair((uint32_t)table_transformation(SLICE("s.len")), 0));
	keep(b, "len");
	builder_emit(b, OP_MATCH, builder_regex(b, SLICE("^N=42TRUE$"), REGEX_ICASE));
	keep(b, "match");
	struct address a;
	address_parse(SLICE("10.1.2.3"), &a);
	struct network n;
	network_parse(SLICE("10.0.0.0/8"), &n);
	builder_emit(b, OP_CONST, builder_ip(b, &a));
	builder_emit(b, OP_IN, builder_network(b, &n));
	keep(b, "in");
	builder_emit(b, OP_CONST, builder_string(b, SLICE("11.1.2.3")));
	builder_emit(b, OP_IN, builder_network(b, &n));
	keep(b, "out");
	builder_emit(b, OP_CONST, builder_string(b, SLICE("me")));
	builder_emit(b, OP_MYSELF, 0);
	keep(b, "myself");
	builder_emit(b, OP_CONST, builder_string(b, SLICE("sip:A")));
	builder_emit(b, OP_CONST, builder_string(b, SLICE("sip:a")));
	builder_emit(b, OP_EQ_URI, 0);
	keep(b, "same");
	builder_emit(b, OP_CONST, builder_int(b, 1));
	builder_emit(b, OP_CONST, builder_int(b, 0));
	builder_emit(b, OP_BINARY, OPERATOR_DIV);
	keep(b, "nothing");
	const struct program *p = finish(b);
	struct run *run;
	if (!CHECK(p) || !CHECK(execute(p, NULL, &run) == RUN_ENDED))
		return;
	CHECK(run->vars[0].number == 42 && run->vars[1].number == 8 && run->vars[2].number == 1);
	CHECK(run->vars[3].number == 1 && run->vars[4].number == 0 && run->vars[5].number == 1 &&
		run->vars[6].number == 1);
	CHECK(run->vars[7].type == VALUE_ABSENT && run->top == 0);
	program_unref(p);
}

static void jumps_and_routes(void)
{
	/* route { while (n < 5) route(ADD); if (n == 5 && route returned 9) m = null || "x" } */
	struct builder *b = begin();
	uint32_t n = builder_var_slot(b, SLICE("n")), add = builder_route(b, ROUTE_SUB, SLICE("ADD"));
	builder_emit(b, OP_CONST, builder_int(b, 0));
	builder_emit(b, OP_VAR_SET, n);
	uint32_t loop = builder_here(b);
	builder_emit(b, OP_VAR_GET, n);
	builder_emit(b, OP_CONST, builder_int(b, 5));
	builder_emit(b, OP_BINARY, OPERATOR_LT);
	uint32_t out = builder_emit(b, OP_JUMP_FALSE, 0);
	builder_emit(b, OP_ROUTE, add);
	builder_emit(b, OP_JUMP, loop);
	builder_patch_here(b, out);
	builder_emit(b, OP_RESULT, 0);
	keep(b, "rc");
	builder_emit(b, OP_RESULT_TRUE, 0);
	uint32_t and = builder_emit(b, OP_AND, 0);
	builder_emit(b, OP_ABSENT, 0);
	uint32_t or = builder_emit(b, OP_OR, 0);
	builder_emit(b, OP_CONST, builder_string(b, SLICE("x")));
	builder_patch_here(b, and);
	builder_patch_here(b, or);
	keep(b, "m");
	builder_route_end(b, 0);
	builder_route_start(b, add);
	builder_emit(b, OP_VAR_GET, n);
	builder_emit(b, OP_CONST, builder_int(b, 1));
	builder_emit(b, OP_BINARY, OPERATOR_ADD);
	builder_emit(b, OP_VAR_SET, n);
	builder_emit(b, OP_CONST, builder_int(b, 9));
	builder_emit(b, OP_RETURN_VALUE, 0);
	builder_route_end(b, add);
	const struct program *p = builder_finish(b, error);
	struct run *run;
	if (!CHECK(p) || !CHECK(execute(p, NULL, &run) == RUN_ENDED))
		return;
	CHECK(run->vars[n].number == 5 && run->vars[1].number == 9 &&
		slice_equal(run->vars[2].text, SLICE("x")));
	CHECK(p->routes[0].depth == 2 && p->routes[add].depth == 1);
	program_unref(p);
}

static void endless_scripts_end(void)
{
	struct builder *b = begin();
	builder_emit(b, OP_JUMP, 0);
	const struct program *p = finish(b);
	CHECK(p && execute(p, NULL, NULL) == RUN_EXHAUSTED);
	program_unref(p);

	b = begin();
	builder_emit(b, OP_DROP, 0);
	p = finish(b);
	CHECK(p && execute(p, NULL, NULL) == RUN_DROPPED);
	program_unref(p);
}

static void avps_are_stacks(void)
{
	struct builder *b = begin();
	uint32_t slot = builder_avp_slot(b, SLICE("a"));
	for (int i = 1; i <= 3; i++) {
		builder_emit(b, OP_CONST, builder_int(b, i));
		builder_emit(b, OP_AVP_SET, operand_pair(slot, 0));
	}
	static const int indexes[] = { 0, 1, 2, 3, -1, -3, -4, OPERAND_ALL };
	for (int i = 0; i < 8; i++) {
		char name[16];
		snprintf(name, sizeof name, "v%d", i);
		builder_emit(b, OP_AVP_GET, operand_pair(slot, (uint32_t)indexes[i]));
		keep(b, name);
	}
	builder_emit(b, OP_ABSENT, 0);
	builder_emit(b, OP_AVP_SET, operand_pair(slot, 0));
	builder_emit(b, OP_AVP_GET, operand_pair(slot, 0));
	keep(b, "popped");
	builder_emit(b, OP_CONST, builder_int(b, 9));
	builder_emit(b, OP_AVP_SET, operand_pair(slot, OPERAND_ALL));
	builder_emit(b, OP_AVP_GET, operand_pair(slot, OPERAND_ALL));
	keep(b, "all");
	const struct program *p = finish(b);
	struct run *run;
	if (!CHECK(p) || !CHECK(execute(p, NULL, &run) == RUN_ENDED))
		return;
	const struct value *v = run->vars;
	CHECK(v[0].number == 3 && v[1].number == 2 && v[2].number == 1 && v[3].type == VALUE_ABSENT);
	CHECK(v[4].number == 1 && v[5].number == 3 && v[6].type == VALUE_ABSENT);
	CHECK(slice_equal(v[7].text, SLICE("3,2,1")) && v[8].number == 2 &&
		slice_equal(v[9].text, SLICE("9")));
	CHECK(run->context->more[slot] == NULL);
	program_unref(p);
}

static void variables_are_read_and_written(void)
{
	uint32_t writable = 0;
	while (!variable_rows[writable].writable)
		writable++;
	struct builder *b = begin();
	uint32_t access = builder_access(b, writable, SLICE(""), 0);
	CHECK(builder_access(b, writable, SLICE(""), 0) == access &&
		builder_access(b, writable, SLICE("k"), 0) != access);
	builder_emit(b, OP_GET, access);
	keep(b, "before");
	builder_emit(b, OP_CONST, builder_string(b, SLICE("new")));
	builder_emit(b, OP_SET, access);
	builder_emit(b, OP_CONST, builder_int(b, 1)); /* refused by the setter: logged, and the run goes on */
	builder_emit(b, OP_SET, access);
	builder_emit(b, OP_GET, builder_access(b, writable, SLICE("k"), 0));
	keep(b, "key");
	const struct program *p = finish(b);
	struct probe probe = { .variable = value_int(4) };
	struct run *run;
	if (!CHECK(p) || !CHECK(execute(p, &probe, &run) == RUN_ENDED))
		return;
	CHECK(run->vars[0].number == 4 && slice_equal(run->vars[1].text, SLICE("k")));
	CHECK(slice_equal(probe.variable.text, SLICE("new")));
	program_unref(p);
}

/* xlog(17), its result kept in two ways. */
static const struct program *calling(void)
{
	struct builder *b = begin();
	builder_emit(b, OP_CONST, builder_int(b, 17));
	builder_emit(b, OP_CALL, call("xlog"));
	builder_emit(b, OP_RESULT, 0);
	keep(b, "rc");
	builder_emit(b, OP_RESULT_IS, 2);
	keep(b, "second");
	builder_emit(b, OP_RESULT_IS, 0);
	keep(b, "true");
	return finish(b);
}

static void actions_are_called(void)
{
	const struct program *p = calling();
	struct run *run;
	if (!CHECK(p))
		return;
	struct probe probe = { .result = RUN_TRUE };
	CHECK(execute(p, &probe, &run) == RUN_ENDED && probe.calls == 1 && probe.argument == 17);
	CHECK(run->vars[0].number == 1 && !run->vars[1].number && run->vars[2].number && run->top == 0);
	probe = (struct probe){ .result = 2 };
	CHECK(execute(p, &probe, &run) == RUN_ENDED);
	CHECK(run->vars[0].number == -2 && run->vars[1].number && !run->vars[2].number);
	probe.result = RUN_STOP;
	CHECK(execute(p, &probe, &run) == RUN_ENDED && run->vars[0].type == VALUE_ABSENT);
	probe.result = RUN_ERROR;
	CHECK(execute(p, &probe, &run) == RUN_FAILED);
	program_unref(p);
}

static void finish_probe(struct run *run, enum run_end end)
{
	struct probe *probe = run->user;
	probe->ended++;
	probe->end = end;
}

static void a_run_waits_and_goes_on(void)
{
	struct builder *b = begin();
	builder_emit(b, OP_CONST, builder_int(b, 200));
	builder_emit(b, OP_CONST, builder_string(b, SLICE("OK")));
	builder_emit(b, OP_CALL, call("sl_send_reply"));
	builder_emit(b, OP_RESULT_TRUE, 0);
	uint32_t failed = builder_emit(b, OP_JUMP_FALSE, 0);
	builder_emit(b, OP_DROP, 0);
	builder_patch_here(b, failed);
	const struct program *p = finish(b);
	if (!CHECK(p))
		return;

	static const struct {
		int result;
		enum run_end end;
		unsigned effects;
	} cases[] = {
		{ RUN_TRUE, RUN_DROPPED, EFFECT_REPLIED },
		{ RUN_FALSE, RUN_ENDED, 0 },
		{ RUN_STOP, RUN_ENDED, 0 },
		{ RUN_ERROR, RUN_FAILED, 0 },
	};
	for (int i = 0; i < 4; i++) {
		struct probe probe = { .result = RUN_WAIT };
		struct run *run = run_new(arena, p, 0);
		run->user = &probe;
		run->finished = finish_probe;
		bool waits = false;
		(void)run_start(run, &waits);
		CHECK(waits && run->waiting && probe.calls == 1 && probe.ended == 0);
		run_wake(run);
		CHECK(run->waiting && probe.resumes == 1 && probe.ended == 0);
		probe.result = cases[i].result;
		run_wake(run);
		CHECK(!run->waiting && probe.resumes == 2 && probe.ended == 1 && probe.end == cases[i].end);
		CHECK(run->effects == cases[i].effects && probe.argument == 200 && run->top == 0);
	}
	program_unref(p);
}

static void log_lines_say_where(void)
{
	struct builder *b = begin();
	builder_emit(b, OP_CONST, builder_int(b, 1));
	builder_emit(b, OP_CONST, builder_int(b, 0));
	builder_emit(b, OP_BINARY, OPERATOR_MOD);
	builder_emit(b, OP_POP, 0);
	const struct program *p = finish(b);
	CHECK(p && execute(p, NULL, NULL) == RUN_ENDED);
	CHECK(slice_equal(logged, SLICE("t.cfg:7: division by zero: the result is null")));
	program_unref(p);
}

/* The next number of a sequence that is the same in every run. */
static uint32_t chance(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) + 1442695040888963407;
	return (uint32_t)(*seed >> 33);
}

/* A program with a word of nearly every kind. */
static const struct program *varied(void)
{
	struct builder *b = begin();
	struct network n;
	network_parse(SLICE("10.0.0.0/8"), &n);
	uint32_t sub = builder_route(b, ROUTE_SUB, SLICE("SUB")), avp = builder_avp_slot(b, SLICE("a"));
	struct value alias = value_text(SLICE("example.com"));
	builder_parameter(b, PARAMETER_alias, &alias);
	builder_emit(b, OP_CONST, builder_string(b, SLICE("10.1.1.1")));
	builder_emit(b, OP_DUP, 0);
	keep(b, "v");
	builder_emit(b, OP_IN, builder_network(b, &n));
	uint32_t and = builder_emit(b, OP_AND, 0);
	builder_emit(b, OP_VAR_GET, 0);
	builder_emit(b, OP_MATCH, builder_regex(b, SLICE("^1.+1$"), 0));
	builder_patch_here(b, and);
	uint32_t out = builder_emit(b, OP_JUMP_TRUE, 0);
	builder_emit(b, OP_CONST, builder_int(b, 7));
	builder_emit(b, OP_AVP_SET, operand_pair(avp, 0));
	builder_emit(b, OP_ROUTE, sub);
	builder_patch_here(b, out);
	builder_emit(b, OP_GET, builder_access(b, 0, SLICE("k"), -1));
	builder_emit(b, OP_AVP_GET, operand_pair(avp, 0xff));
	builder_emit(b, OP_CONCAT, 2);
	builder_emit(b, OP_TRANSFORM, operand_pair((uint32_t)table_transformation(SLICE("s.len")), 0));
	builder_emit(b, OP_UNARY, OPERATOR_NEGATE);
	builder_emit(b, OP_CALL, call("xlog"));
	builder_route_end(b, 0);
	builder_route_start(b, sub);
	builder_emit(b, OP_CONST, builder_string(b, SLICE("me")));
	builder_emit(b, OP_MYSELF, 0);
	builder_emit(b, OP_ABSENT, 0);
	builder_emit(b, OP_BINARY, OPERATOR_EQ);
	builder_emit(b, OP_RETURN_VALUE, 0);
	builder_route_end(b, sub);
	return builder_finish(b, error);
}

static void a_damaged_image_is_refused_or_sound(void)
{
	const struct program *p = varied();
	if (!CHECK(p))
		return;
	int fd = program_seal(p), sound = 0;
	size_t size = (size_t)lseek(fd, 0, SEEK_END);
	uint64_t seed = 1;
	for (int round = 0; round < 20000; round++) {
		char *image = malloc(size);
		CHECK(pread(fd, image, size, 0) == (ssize_t)size);
		/* behind the magic and the hash of the tables, which would refuse all of it */
		for (uint32_t i = chance(&seed) % 3 + 1; i; i--)
			image[16 + chance(&seed) % (size - 16)] =
				(char)(chance(&seed) % 4 ? chance(&seed) % 40 : chance(&seed));
		const struct program *damaged = image_load(image, size, false, error);
		if (!damaged)
			continue;
		sound++;
		struct arena *own = arena_new(0);
		for (uint32_t route = 0; route < damaged->route_count; route++) {
			struct probe probe = { .result = RUN_TRUE };
			struct run *run = run_new(own, damaged, (int)route);
			run->user = &probe;
			run->budget = 1000;
			bool waits;
			(void)run_start(run, &waits);
		}
		arena_free(own);
		program_unref(damaged);
	}
	CHECK(sound > 100 && sound < 20000);
	close(fd);
	program_unref(p);
}

/* ---- operators ---- */

static int64_t calculated(enum operator op, int64_t a, int64_t b)
{
	struct value x = value_int(a), y = value_int(b), out;
	CHECK(operate_binary(op, &x, &y, &out, arena) == OPERATE_OK);
	return out.number;
}

static bool compared(enum operator op, struct value a, struct value b)
{
	struct value out;
	(void)operate_binary(op, &a, &b, &out, arena);
	return out.type == VALUE_BOOL && out.number;
}

static void operators(void)
{
	CHECK(calculated(OPERATOR_ADD, INT64_MAX, 1) == INT64_MIN &&
		calculated(OPERATOR_MUL, INT64_MIN, -1) == INT64_MIN);
	CHECK(calculated(OPERATOR_DIV, INT64_MIN, -1) == INT64_MIN &&
		calculated(OPERATOR_MOD, INT64_MIN, -1) == 0);
	CHECK(calculated(OPERATOR_DIV, -7, 2) == -3 && calculated(OPERATOR_MOD, -7, 2) == -1);
	CHECK(calculated(OPERATOR_SHIFT_LEFT, 1, 63) == INT64_MIN &&
		calculated(OPERATOR_SHIFT_LEFT, 1, 64) == 0);
	CHECK(calculated(OPERATOR_SHIFT_RIGHT, -1, 63) == 1 && calculated(OPERATOR_SHIFT_RIGHT, 1, -1) == 0);
	CHECK(calculated(OPERATOR_BIT_AND, 6, 3) == 2 && calculated(OPERATOR_BIT_XOR, 6, 3) == 5);

	struct value absent = value_absent(), empty = value_text(SLICE("")), a = value_text(SLICE("a")),
		     A = value_text(SLICE("A"));
	CHECK(compared(OPERATOR_EQ, absent, absent) && !compared(OPERATOR_EQ, absent, empty) &&
		!compared(OPERATOR_EQ, absent, value_int(0)));
	CHECK(!compared(OPERATOR_EQ, a, A) && compared(OPERATOR_EQ_NOCASE, a, A) &&
		!compared(OPERATOR_EQ, value_int(1), value_bool(true)));
	CHECK(compared(OPERATOR_LT, empty, a) && compared(OPERATOR_LT, A, a) && compared(OPERATOR_LE, a, a) &&
		!compared(OPERATOR_GT, a, a));
	CHECK(!compared(OPERATOR_LT, absent, value_int(1)) && !compared(OPERATOR_GE, absent, value_int(1)) &&
		!compared(OPERATOR_LT, a, value_int(1)));

	struct value out, number = value_int(1);
	CHECK(operate_binary(OPERATOR_ADD, &a, &number, &out, arena) == OPERATE_BAD_TYPE &&
		out.type == VALUE_ABSENT);
	CHECK(operate_binary(OPERATOR_ADD, &absent, &number, &out, arena) == OPERATE_OK &&
		out.type == VALUE_ABSENT);
	CHECK(operate_binary(OPERATOR_ADD, &a, &A, &out, arena) == OPERATE_OK &&
		slice_equal(out.text, SLICE("aA")));

	int64_t n;
	CHECK(operate_parse_int(SLICE("-9223372036854775808"), &n) && n == INT64_MIN);
	CHECK(operate_parse_int(SLICE("0x7fFFffffFFFFffff"), &n) && n == INT64_MAX);
	CHECK(!operate_parse_int(SLICE("9223372036854775808"), &n) && !operate_parse_int(SLICE("12a"), &n));
	CHECK(!operate_parse_int(SLICE(""), &n) && !operate_parse_int(SLICE("-"), &n) &&
		!operate_parse_int(SLICE("0x"), &n));
	CHECK(!operate_parse_int(SLICE(" 1"), &n) && operate_parse_int(SLICE("+007"), &n) && n == 7);
}

/* ---- regexes ---- */

static void regexes(void)
{
	char why[REGEX_ERROR];
	size_t at;
	CHECK(!regex_compile(SLICE("ab[c"), 0, why, &at) && at == 4 && *why);
	struct regex *r = regex_compile(SLICE("([a-z]+)@([a-z]+)?"), 0, NULL, NULL);
	struct slice groups[3], out;
	CHECK(regex_find(r, SLICE("1 bob@"), 0, groups, 3) > 0 && slice_equal(groups[1], SLICE("bob")) &&
		!groups[2].at);
	CHECK(regex_find(r, SLICE("nothing"), 0, groups, 3) == REGEX_NO_MATCH &&
		regex_find(r, SLICE(""), 0, NULL, 0) == REGEX_NO_MATCH);
	CHECK(regex_subst(r, SLICE("a@b c@d"), SLICE("\\2.\\1\\\\"), false, arena, &out) == 1 &&
		slice_equal(out, SLICE("b.a\\ c@d")));
	CHECK(regex_subst(r, SLICE("a@b c@d"), SLICE("<\\0>"), true, arena, &out) == 2 &&
		slice_equal(out, SLICE("<a@b> <c@d>")));
	regex_free(r);

	r = regex_compile(SLICE("x*"), 0, NULL, NULL);
	CHECK(regex_subst(r, SLICE("axb"), SLICE("-"), true, arena, &out) == 4 &&
		slice_equal(out, SLICE("-a--b-")));
	CHECK(regex_subst(r, SLICE(""), SLICE("-"), true, arena, &out) == 1 && slice_equal(out, SLICE("-")));
	regex_free(r);

	/* a pattern that backtracks without end, on the text that makes it do so */
	char as[64];
	memset(as, 'a', sizeof as);
	as[63] = 'b';
	r = regex_compile(SLICE("^(a|a)*$"), 0, NULL, NULL);
	CHECK(regex_find(r, slice(as, sizeof as), 0, NULL, 0) == REGEX_LIMIT);
	regex_free(r);

	struct slice pattern, replacement;
	unsigned flags;
	bool all;
	CHECK(regex_split(SLICE("/a\\/b/c/ig"), &pattern, &replacement, &flags, &all) &&
		slice_equal(pattern, SLICE("a\\/b")) && slice_equal(replacement, SLICE("c")) &&
		flags == REGEX_ICASE && all);
	CHECK(!regex_split(SLICE("/a/b"), &pattern, &replacement, &flags, &all) &&
		!regex_split(SLICE("/a/b/q"), &pattern, &replacement, &flags, &all));
	CHECK(!regex_split(SLICE(""), &pattern, &replacement, &flags, &all) &&
		!regex_split(SLICE("//b/"), &pattern, &replacement, &flags, &all));
}

/* ---- transformations ---- */

/* What FUNCTION makes of TEXT with the arguments A and B, as text; "<null>" when it fails. */
static bool makes(
	transform_function *function, const char *text, struct value a, struct value b, const char *expected)
{
	struct run run = { .arena = arena };
	struct value v = value_text(slice_of(text)), argv[2] = { a, b }, out = value_absent();
	function(&run, &v, argv, 2, &out);
	struct slice result = out.type == VALUE_ABSENT ? SLICE("<null>") : operate_text(&out, arena);
	if (!slice_equal(result, slice_of(expected)))
		printf("# \"%s\" became \"%.*s\", not \"%s\"\n", text, SLICE_FMT(result), expected);
	return slice_equal(result, slice_of(expected));
}

#define S(text) value_text(SLICE(text))
#define I(n)    value_int(n)
#define NONE    value_absent()

static void transformations(void)
{
	CHECK(makes(transform_s_substr, "hello", I(1), I(3), "ell") &&
		makes(transform_s_substr, "hello", I(-3), NONE, "llo"));
	CHECK(makes(transform_s_substr, "hello", I(9), I(3), "") &&
		makes(transform_s_substr, "hello", I(-9), I(INT64_MAX), "hello"));
	CHECK(makes(transform_s_substr, "", I(INT64_MIN), I(INT64_MIN), ""));
	CHECK(makes(transform_s_select, "a,b,,c", I(1), S(","), "b") &&
		makes(transform_s_select, "a,b,,c", I(2), S(","), ""));
	CHECK(makes(transform_s_select, "a,b,,c", I(-1), S(","), "c") &&
		makes(transform_s_select, "a,b", I(2), S(","), "<null>"));
	CHECK(makes(transform_s_select, "a,b", I(-3), S(","), "<null>") &&
		makes(transform_s_select, "a", I(0), S(","), "a"));
	CHECK(makes(transform_s_strip, "hello", I(2), NONE, "llo") &&
		makes(transform_s_striptail, "hello", I(2), NONE, "hel"));
	CHECK(makes(transform_s_strip, "hello", I(9), NONE, "") &&
		makes(transform_s_striptail, "hello", I(INT64_MAX), NONE, ""));
	CHECK(makes(transform_s_index, "hello", S("l"), NONE, "2") &&
		makes(transform_s_index, "hello", S("l"), I(3), "3"));
	CHECK(makes(transform_s_index, "hello", S("x"), NONE, "<null>") &&
		makes(transform_s_index, "hello", S("l"), I(99), "<null>"));
	CHECK(makes(transform_s_replace, "aXbXc", S("X"), S("--"), "a--b--c") &&
		makes(transform_s_replace, "abc", S(""), S("x"), "abc"));
	CHECK(makes(transform_s_numeric, "+49 (30)", NONE, NONE, "4930") &&
		makes(transform_s_unquote, "\"a\\\"b\"", NONE, NONE, "a\"b"));
	CHECK(makes(transform_s_int, "0x1f", NONE, NONE, "31") &&
		makes(transform_s_int, "12abc", NONE, NONE, "<null>"));
	CHECK(makes(transform_s_tolower, "AbZ[", NONE, NONE, "abz[") &&
		makes(transform_s_toupper, "aBz{", NONE, NONE, "ABZ{"));
	CHECK(makes(transform_s_md5, "abc", NONE, NONE, "900150983cd24fb0d6963f7d28e17f72"));
	CHECK(makes(transform_s_sha256, "", NONE, NONE,
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
	CHECK(makes(transform_s_encode_hexa, "az", NONE, NONE, "617a") &&
		makes(transform_s_decode_hexa, "617A", NONE, NONE, "az"));
	CHECK(makes(transform_s_decode_hexa, "61z0", NONE, NONE, "<null>") &&
		makes(transform_s_decode_hexa, "617", NONE, NONE, "<null>"));
	CHECK(makes(transform_s_encode_base64, "hello", NONE, NONE, "aGVsbG8=") &&
		makes(transform_s_decode_base64, "aGVsbG8=", NONE, NONE, "hello"));
	CHECK(makes(transform_s_decode_base64, "", NONE, NONE, "") &&
		makes(transform_s_decode_base64, "a", NONE, NONE, "<null>"));
	CHECK(makes(transform_s_decode_base64, "====", NONE, NONE, "<null>"));
	CHECK(makes(transform_param_value, "a=1;B = \"x;y\" ;c", S("b"), NONE, "x;y") &&
		makes(transform_param_value, "a=1;c", S("c"), NONE, ""));
	CHECK(makes(transform_param_value, "a=1", S("b"), NONE, "<null>") &&
		makes(transform_param_value, "a=1&b=2", S("b"), S("&"), "2"));
	CHECK(makes(transform_param_name, "a=1;b", I(-1), NONE, "b") &&
		makes(transform_param_name, "a", I(1), NONE, "<null>"));
	CHECK(makes(transform_param_valueat, ";;a=1;b=2", I(1), NONE, "2") &&
		makes(transform_param_count, "a;b=\";\";;c", NONE, NONE, "3"));
	CHECK(makes(transform_ip_family, "2001:db8::1", NONE, NONE, "INET6") &&
		makes(transform_ip_family, "host", NONE, NONE, "<null>"));
	CHECK(makes(transform_ip_matches, "10.9.8.7", S("10.0.0.0/8"), NONE, "true") &&
		makes(transform_ip_matches, "10.9.8.7", S("x"), NONE, "<null>"));
	CHECK(makes(transform_ip_isip, "10.9.8.700", NONE, NONE, "false"));
}

int main(void)
{
	arena = arena_new(0);
	log_set_sink(catch_log, NULL);
	UNIT(a_program_is_sealed_and_mapped);
	UNIT(foreign_images_are_refused);
	UNIT(parameters_are_parsed);
	UNIT(unsound_programs_are_refused);
	UNIT(routes_that_call_themselves_are_refused);
	UNIT(expressions_are_computed);
	UNIT(jumps_and_routes);
	UNIT(endless_scripts_end);
	UNIT(avps_are_stacks);
	UNIT(variables_are_read_and_written);
	UNIT(actions_are_called);
	UNIT(a_run_waits_and_goes_on);
	UNIT(log_lines_say_where);
	UNIT(a_damaged_image_is_refused_or_sound);
	UNIT(operators);
	UNIT(regexes);
	UNIT(transformations);
	arena_free(arena);
	return unit_end();
}
