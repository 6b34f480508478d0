/* run: one execution of a route, with all that it may touch.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A run can be suspended at any action call: the action returns RUN_WAIT, an event later calls run_wake, and the machine asks
 * run->resume for the call's result. Everything a run needs is in this struct or reached from it, so that it can wait while
 *the worker serves others.
 *
 * The machine knows none of the structs named here only by `struct`: they are for the actions. */
#ifndef SIPD_VM_RUN_H
#define SIPD_VM_RUN_H

#include "base/arena.h"
#include "base/value.h"
#include "lang/tables.h"

struct program;
struct message;
struct transaction;
struct branch;
struct services;
struct target;

/* What a call returns to the machine: the index of one of the results that the action's row names (the first one is true), or
 * one of the negative ones. */
enum run_result {
	RUN_TRUE = 0,
	RUN_FALSE = 1,
	RUN_STOP = -1, /* the script ends here, as by exit */
	RUN_WAIT = -2, /* run->resume is set; the result comes by run_wake */
	RUN_ERROR =
		-3, /* internal failure, already logged by run_log: the script ends, the request gets a 500 */
};

/* How a run ended. */
enum run_end {
	RUN_ENDED,     /* fell off the end, exit, return from the outermost route */
	RUN_DROPPED,   /* drop */
	RUN_FAILED,    /* RUN_ERROR or a machine fault */
	RUN_EXHAUSTED, /* the instruction budget was used up */
};

/* What the script did so far: the E_ bits of the actions that succeeded. */
enum { EFFECT_REPLIED = 1, EFFECT_RELAYED = 2, EFFECT_DISCARDED = 4 };

enum { RUN_STACK = 64, RUN_DEPTH = 32, RUN_BUDGET = 100000 /* instructions */ };

struct run_frame {
	uint32_t pc;
	uint32_t base;
};

/* What all routes of one request share, for as long as its transaction lives: kept in the request's arena. */
struct context {
	const struct program *program; /* pinned: the generation that the request began with */
	struct arena *arena;           /* the request's: what outlives a reply is copied here ($avp values) */
	uint64_t flags;                /* setflag */
	struct value *avps; /* program's avp slots, VALUE_ABSENT at first; each a stack through avp_more */
	struct avp_more **more;              /* older values of each avp slot */
	int on_failure, on_reply, on_branch; /* route indexes armed for the next relay; -1 none */
	struct target *targets; /* further targets (append_branch, lookup), beside the Request-URI */
	int target_count, target_size;
	struct slice reply_extra; /* append_to_reply: whole lines for our next reply */
	int last_error;           /* status for sl_reply_error; 0 none */
	void *more_state;         /* the actions' own (actions/services.h) */
};

struct avp_more {
	struct value value;
	struct avp_more *next;
};

/* Word PC, that has an effect, was executed: a call (SHOWN are its arguments, run->last_result what it gave), an assignment (the value), a
 * conditional jump (the value tested), a route (none). */
struct run;
typedef void run_trace(struct run *, uint32_t pc, const struct value *shown, int count);

struct run {
	const struct program *program;
	struct arena *arena;  /* the message's */
	enum route_kind kind; /* of the route that was started */
	struct services *services;
	struct context *context;

	struct message *message; /* what $-variables read: the request, or in a reply route the reply */
	struct transaction *transaction; /* NULL while there is none */
	struct branch *branch; /* in branch and reply routes; in failure routes the winning branch */

	/* the machine's own */
	uint32_t pc, top, depth; /* pc: of the word behind the one that is executed */
	uint32_t budget;
	int route;          /* that was started */
	struct value *vars; /* the program's $var slots */
	int64_t last_result; /* $rc: 1 after a call that gave its first result, -N after result N behind it, N after return N */
	uint8_t effects; /* EFFECT_ bits */
	bool waiting;

	/* while waiting: */
	int (*resume)(struct run *); /* gives the result of the call that waits; may return RUN_WAIT again */
	void *waiting_for;           /* the action's own state, in the arena */
	void (*abandon)(struct run *); /* forgets what is waited for: the run will never go on */
	struct run *next, **link;      /* the engine's list of runs that wait */

	/* called once when a run that waited has ended; not called when run_start itself returned the end */
	void (*finished)(struct run *, enum run_end);
	void *user;

	/* NULL, or told of the steps of the script: for `sipd --trace` and sipctl trace */
	run_trace *trace;
	void *trace_user;

	/* not cleared by run_new */
	struct run_frame frames[RUN_DEPTH];
	struct value stack[RUN_STACK];
};

/* The one signature of every action. ARGV are ARGC values of the types in the action's row; optional ones that were not given
 * are VALUE_ABSENT at their place. */
typedef int action_function(struct run *, const struct value *argv, int argc);

/* Reads a variable into *OUT (VALUE_ABSENT when it is not there). */
typedef void variable_get(struct run *, const struct variable_key *key, struct value *out);
/* Writes a variable; VALUE_ABSENT removes. False when the value is not possible there (a URI that does not parse): the machine
 * logs it with file:line, and the script goes on with the old value. */
typedef bool variable_set(struct run *, const struct variable_key *key, const struct value *value);

/* Makes of V, which is not absent, and the arguments another value. *OUT is absent at first and stays so when it fails. */
typedef void transform_function(
	struct run *, const struct value *v, const struct value *argv, int argc, struct value *out);

/* The functions behind the tables, in the order of their rows; defined where the .def files are expanded with their C names
 * (src/actions/tables.c). */
extern action_function *const run_actions[];
extern variable_get *const run_getters[];
extern variable_set *const run_setters[];
extern transform_function *const run_transforms[];

/* What instructions need of SIP, defined in src/actions: whether A and B are the same URI by RFC 3261 19.1.4 (the same bytes when one
 * is no SIP URI); whether V, an address, "host", "host:port" or a URI, is this server. */
bool run_same_uri(struct run *run, struct slice a, struct slice b);
bool run_is_myself(struct run *run, const struct value *v);

/* The context of a new request, with nothing armed. It takes no reference of PROGRAM. */
struct context *context_new(struct arena *arena, const struct program *program);

/* Makes *RUN a run of ROUTE of PROGRAM that allocates in ARENA, with all else 0 or NULL (without a context it gets one of its own); the
 * caller fills in the fields for the actions, then calls run_start. run_new takes the run from ARENA too. */
void run_init(struct run *run, struct arena *arena, const struct program *program, int route);
struct run *run_new(struct arena *arena, const struct program *program, int route);

/* Runs until the end or until an action waits (*WAITS true; then `finished` will be called). */
enum run_end run_start(struct run *run, bool *waits);

/* The event that a waiting run waits for has come: asks run->resume and goes on. Calls run->finished at the end. Not from inside
 * the action itself: one that need not wait returns its result. */
void run_wake(struct run *run);

/* Logs at LEVEL with the script's "file:line: " in front. */
void run_log(const struct run *run, int level, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Whether the program's compiled regex number INDEX (an argument of type regex) matches TEXT. A match that exceeds its limits is
 * logged and false. */
bool run_match(const struct run *run, int64_t index, struct slice text);

/* regex_subst with the program's regex number INDEX, in the run's arena: the number of matches replaced, or REGEX_LIMIT, logged, when it
 * takes too long or gets too big. */
int run_subst(const struct run *run, int64_t index, struct slice text, struct slice replacement, bool all,
	struct slice *out);

#endif
