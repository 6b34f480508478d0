/* flow: what can happen along the paths through a script.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Each route is walked once, with what is known at each place: whether something was done about the request since the route
 * began, and which $vars are set. A sub-route's walk gives a summary, which its callers apply. What a path does is not known when
 * conditions hang together through a variable or flag; then nothing is said rather than something wrong. */
#include "lang/flow.h"
#include "lang/checking.h"

/* What was done about the request, as a set of possibilities. */
enum {
	DONE_NOTHING = 1,
	DONE_TRIED = 2 /* and failed, or it was discarded */,
	DONE_FINAL = 4 /* answered or relayed */
};

struct state {
	bool reached;
	unsigned done;
	const struct node *by; /* a call that answered or relayed */
	const uint64_t *set;   /* bits of the $vars that are set on all paths */
	bool noted;            /* the path depends on variables or flags */
	bool asked;            /* who sends the request or where it goes */
};

/* A $var that must be set before a route is called. */
struct need {
	struct need *next;
	int variable;
	const struct node *at;
};

/* What a route does, seen from its begin. */
struct summary {
	bool known, open;
	struct state yes, no;      /* at its ends, by what it returns */
	const struct node *relay;  /* a call that relays what nothing in the route has asked about */
	const struct node *effect; /* a call that answers or relays, on some path */
	struct need *needs;
};

struct flow {
	struct script *script;
	struct diag *diag;
	struct arena *arena;
	struct summary *summaries;
	int words; /* of 64 $vars */
	bool lint; /* also say what is only odd */

	/* of the route that is walked: */
	const struct script_route *route;
	struct summary *summary;
	struct state *breaks; /* of the loop or switch round the statement */
	uint32_t
		guard; /* where the innermost condition about variables or flags began that still holds; 0 none */
	bool result_guard; /* a condition about $rc holds */
	int loops;
};

static void statement(struct flow *f, const struct node *n, struct state *s);
static void condition(
	struct flow *f, const struct node *n, struct state in, struct state *yes, struct state *no);
static void reads(struct flow *f, const struct node *n, struct state *s);
static void summarize(struct flow *f, int route);

/* ---- states ---- */

static const struct state unreached = { .reached = false };

static const uint64_t *intersection(struct flow *f, const uint64_t *a, const uint64_t *b)
{
	if (a == b)
		return a;
	uint64_t *both = ARENA_ARRAY(f->arena, uint64_t, f->words);
	for (int i = 0; i < f->words; i++)
		both[i] = a[i] & b[i];
	return both;
}

static struct state join(struct flow *f, struct state a, struct state b)
{
	if (!a.reached)
		return b;
	if (!b.reached)
		return a;
	a.done |= b.done;
	a.by = a.by ? a.by : b.by;
	a.set = intersection(f, a.set, b.set);
	a.asked = a.asked && b.asked;
	a.noted = a.noted || b.noted;
	return a;
}

static bool is_set(const struct state *s, int variable)
{
	return s->set[variable / 64] >> variable % 64 & 1;
}

static void set(struct flow *f, struct state *s, int variable)
{
	if (is_set(s, variable))
		return;
	uint64_t *more = ARENA_ARRAY(f->arena, uint64_t, f->words);
	memcpy(more, s->set, sizeof *more * (size_t)f->words);
	more[variable / 64] |= UINT64_C(1) << variable % 64;
	s->set = more;
}

/* ---- $vars ---- */

/* $var number VARIABLE is read at AT; CALL is the call of the route that reads it, or NULL. */
static void read_variable(
	struct flow *f, int variable, const struct node *at, const struct node *call, struct state *s)
{
	const struct script_variable *v = &f->script->vars[variable];
	if (!s->reached || is_set(s, variable) || !v->is_set)
		return;
	if (f->route->kind == ROUTE_SUB) {
		struct need *need = ARENA_NEW(f->arena, struct need);
		*need = (struct need){ f->summary->needs, variable, at };
		f->summary->needs = need;
	} else {
		struct diag_message *m = diag_error(
			f->diag, at->at, "$var(%.*s) is not set on every path to here", SLICE_FMT(v->name));
		if (call)
			diag_also(f->diag, m, call->at, "the route is called here without it");
		diag_also(f->diag, m, v->set, "it is set here");
	}
	set(f, s, variable); /* said once */
}

static void list_reads(struct flow *f, const struct node *list, struct state *s)
{
	for (; list; list = list->next)
		reads(f, list, s);
}

/* ---- open relays ---- */

/* Whether action ROW looks at who sends a request or where it goes, or decides where. */
static bool action_asks(int row)
{
	static const char *const names[] = { "loose_route", "lookup", "registered", "is_myself",
		"is_uri_host_local", "is_from_local", "t_check_trans", "www_authorize", "proxy_authorize",
		"auth_check", "is_user", "check_from", "check_to", "seturi", "sethost", "sethostport",
		"setdsturi", "append_branch", "handle_ruri_alias" };
	struct slice name = slice_of(action_rows[row].name);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_equal(name, slice_of(names[i])))
			return true;
	return slice_starts(name, SLICE("ds_")) || slice_starts(name, SLICE("farm_")) ||
	       slice_starts(name, SLICE("allow_"));
}

/* Whether condition N looks at the addresses of a request. */
static bool asks(const struct node *n)
{
	static const char *const names[] = { "ru", "rd", "du", "ou", "si", "fu", "fd", "tu", "td", "au" };
	if (!n)
		return false;
	switch (n->kind) {
	case NODE_MYSELF:
		return true;
	case NODE_VARIABLE:
		for (size_t i = 0; n->use == USE_ROW && n->row >= 0 && i < sizeof names / sizeof *names; i++)
			if (strcmp(variable_rows[n->row].name, names[i]) == 0)
				return true;
		return false;
	case NODE_CALL:
	case NODE_STRING:
		for (const struct node *p = n->list; p; p = p->next)
			if (asks(p))
				return true;
		return false;
	case NODE_UNARY:
		return asks(n->left);
	case NODE_BINARY:
		return asks(n->left) || asks(n->right);
	default:
		return false;
	}
}

/* N relays in state S what may come from anybody and go anywhere; THERE does it, in the route that N calls. */
static void open_relay(struct flow *f, const struct node *n, const struct node *there, const struct state *s)
{
	if (!s->reached || s->asked)
		return;
	if (!f->summary->relay)
		f->summary->relay = there;
	if (!f->lint || f->route->kind != ROUTE_REQUEST)
		return;
	struct diag_message *m = diag_warning(f->diag, n->at,
		"an open relay: nothing on the way here asks who sends the request or where it goes");
	diag_hint(f->diag, m, "if (uri != myself) ...");
	if (there != n)
		diag_also(f->diag, m, there->at, "it is relayed here");
}

/* ---- effects ---- */

/* The effects of call N, an action. */
static unsigned effects(const struct node *n)
{
	unsigned e = n->row < 0 ? 0 : action_rows[n->row].effects;
	if (!(e & E_REPLIES) || n->row < 0)
		return e;
	struct signature s = check_signature(n->row);
	const struct node *a = n->list;
	for (int i = 0; i < s.count && a; i++, a = a->next) {
		int64_t code;
		if (s.arguments[i].kind == ARGUMENT_CODE && (!check_constant_int(a, &code) || code < 200))
			e &= ~(unsigned)E_REPLIES;
		/* save(table, 2): no reply */
		if (s.arguments[i].kind == ARGUMENT_INT && strcmp(action_rows[n->row].name, "save") == 0 &&
			(!check_constant_int(a, &code) || code & 2))
			e &= ~(unsigned)E_REPLIES;
	}
	return e;
}

/* N answers or relays, in state S; THERE is the call that does it inside of the route that N calls. */
static void final_effect(
	struct flow *f, const struct node *n, const struct node *there, const struct state *s)
{
	if (!s->reached)
		return;
	if (!f->guard && !f->result_guard && !f->summary->effect)
		f->summary->effect = there;
	if (!(s->done & DONE_FINAL) || !s->by || f->result_guard)
		return;
	if (s->done != DONE_FINAL && f->guard > s->by->at.from)
		return;
	struct diag_message *m = diag_error(f->diag, n->at, "%.*s() after %.*s() on the same path",
		SLICE_FMT(there->text), SLICE_FMT(s->by->text));
	diag_hint(f->diag, m, "the request gets one answer");
	if (there != n)
		diag_also(f->diag, m, there->at, "%.*s() is called here", SLICE_FMT(there->text));
	diag_also(f->diag, m, s->by->at, "first done here; exit forgotten behind it?");
}

static void call_route(
	struct flow *f, const struct node *n, struct state in, struct state *yes, struct state *no)
{
	summarize(f, n->row);
	const struct summary *called = &f->summaries[n->row];
	*yes = *no = in;
	if (!called->known || !in.reached)
		return;
	if (called->effect)
		final_effect(f, n, called->effect, &in);
	for (const struct need *need = called->needs; need; need = need->next)
		read_variable(f, need->variable, need->at, n, &in);
	if (called->relay)
		open_relay(f, n, called->relay, &in);
	const struct state *ends[2] = { &called->yes, &called->no };
	struct state *outs[2] = { yes, no };
	for (int i = 0; i < 2; i++) {
		struct state *out = outs[i];
		*out = in;
		out->reached = ends[i]->reached;
		if (!out->reached)
			continue;
		out->asked = in.asked || ends[i]->asked;
		out->noted = in.noted || ends[i]->noted;
		out->done = ends[i]->done & ~(unsigned)DONE_NOTHING;
		if (ends[i]->done & DONE_NOTHING)
			out->done |= in.done;
		if (ends[i]->done & DONE_FINAL && ends[i]->by)
			out->by = ends[i]->by;
		uint64_t *all = ARENA_ARRAY(f->arena, uint64_t, f->words);
		for (int w = 0; w < f->words; w++)
			all[w] = in.set[w] | ends[i]->set[w];
		out->set = all;
	}
}

/* Call N, by whether its first result comes. */
static void call(struct flow *f, const struct node *n, struct state in, struct state *yes, struct state *no)
{
	if (n->use == USE_ROUTE) {
		if (n->row >= 0)
			call_route(f, n, in, yes, no);
		else
			*yes = *no = in;
		return;
	}
	list_reads(f, n->list, &in);
	unsigned e = effects(n);
	*yes = *no = in;
	if (n->row < 0) { /* not understood: it may have done anything */
		yes->done = no->done = DONE_TRIED;
		return;
	}
	if (e & E_RELAYS && !n->list)
		open_relay(f, n, n, &in);
	yes->asked = no->asked = in.asked || action_asks(n->row);
	if (e & E_ON_FALSE) {
		no->done = DONE_FINAL;
		no->by = n;
		return;
	}
	if (e & (E_REPLIES | E_RELAYS)) {
		final_effect(f, n, n, &in);
		yes->done = DONE_FINAL;
		yes->by = n;
		no->done = DONE_TRIED;
		no->by = NULL;
	} else if (e & E_DISCARDS) {
		yes->done = no->done = DONE_TRIED;
	}
}

/* ---- expressions ---- */

/* Evaluates N for its value. */
static void reads(struct flow *f, const struct node *n, struct state *s)
{
	struct state yes, no;
	switch (n->kind) {
	case NODE_VARIABLE:
		if (n->use == USE_VAR && n->row >= 0)
			read_variable(f, n->row, n, NULL, s);
		break;
	case NODE_STRING:
		list_reads(f, n->list, s);
		break;
	case NODE_CALL:
	case NODE_UNARY:
	case NODE_BINARY:
		condition(f, n, *s, &yes, &no);
		*s = join(f, yes, no);
		break;
	default:
		break;
	}
}

/* A comparison of a call with one of its results. */
static void result_condition(
	struct flow *f, const struct node *n, struct state in, struct state *yes, struct state *no)
{
	struct state first, others;
	call(f, n->left, in, &first, &others);
	bool equal = n->op == NODE_EQUAL;
	struct state is = n->right->results == 0 ? first : others;
	struct state is_not = n->right->results == 0 ? others : join(f, first, others);
	*yes = equal ? is : is_not;
	*no = equal ? is_not : is;
}

static void condition(
	struct flow *f, const struct node *n, struct state in, struct state *yes, struct state *no)
{
	struct state y, middle;
	if (n->kind == NODE_CALL) {
		call(f, n, in, yes, no);
	} else if (n->kind == NODE_UNARY && n->op == NODE_NOT) {
		condition(f, n->left, in, no, yes);
	} else if (n->kind == NODE_BINARY && n->op == NODE_AND) {
		condition(f, n->left, in, &y, &middle);
		condition(f, n->right, y, yes, no);
		*no = join(f, *no, middle);
	} else if (n->kind == NODE_BINARY && n->op == NODE_OR) {
		condition(f, n->left, in, &y, &middle);
		condition(f, n->right, middle, yes, no);
		*yes = join(f, *yes, y);
	} else if (n->kind == NODE_BINARY && n->left->kind == NODE_CALL && n->right->kind == NODE_NAME &&
		   n->right->use == USE_ACTION) {
		result_condition(f, n, in, yes, no);
	} else {
		if (n->kind == NODE_BINARY) {
			reads(f, n->left, &in);
			reads(f, n->right, &in);
		} else if (n->kind == NODE_UNARY) {
			reads(f, n->left, &in);
		} else {
			reads(f, n, &in);
		}
		*yes = *no = in;
		if (n->kind == NODE_BOOL || n->kind == NODE_NUMBER)
			*(n->number ? no : yes) = unreached;
	}
}

/* Whether N depends on what the script itself has noted: variables, flags. */
static bool about_notes(const struct node *n)
{
	if (!n)
		return false;
	if (n->kind == NODE_VARIABLE && (n->use == USE_VAR || n->use == USE_AVP))
		return true;
	if (n->kind == NODE_CALL && n->use == USE_ACTION && n->row >= 0 &&
		(strcmp(action_rows[n->row].name, "isflagset") == 0 ||
			strcmp(action_rows[n->row].name, "isbflagset") == 0))
		return true;
	if (n->kind == NODE_STRING || n->kind == NODE_CALL)
		for (const struct node *p = n->list; p; p = p->next)
			if (about_notes(p))
				return true;
	return (n->kind == NODE_UNARY || n->kind == NODE_BINARY) &&
	       (about_notes(n->left) || about_notes(n->right));
}

static bool about_result(const struct node *n)
{
	if (!n)
		return false;
	if (n->kind == NODE_VARIABLE)
		return n->use == USE_RC;
	return (n->kind == NODE_UNARY || n->kind == NODE_BINARY) &&
	       (about_result(n->left) || about_result(n->right));
}

/* ---- statements ---- */

struct guard {
	uint32_t from;
	bool result;
};

static struct guard guard_on(struct flow *f, const struct node *tested)
{
	struct guard before = { f->guard, f->result_guard };
	if (about_notes(tested))
		f->guard = tested->at.from;
	if (about_result(tested))
		f->result_guard = true;
	return before;
}

static void guard_off(struct flow *f, struct guard before)
{
	f->guard = before.from;
	f->result_guard = before.result;
}

static bool ends_path(const struct node *n)
{
	return n->kind == NODE_EXIT || n->kind == NODE_RETURN || n->kind == NODE_DROP ||
	       n->kind == NODE_BREAK;
}

static void block(struct flow *f, const struct node *list, struct state *s)
{
	struct guard before = { f->guard, f->result_guard };
	bool said = false;
	const struct node *last = NULL;
	for (const struct node *n = list; n; n = n->next) {
		if (f->lint && !s->reached && !said && last &&
			!ends_path(n)) { /* an exit too many does no harm */
			struct diag_message *m = diag_warning(f->diag, n->at, "this is never reached");
			if (ends_path(last))
				diag_also(f->diag, m, last->at, "the path ends here");
			said = true;
		}
		if (!s->reached)
			continue;
		statement(f, n, s);
		/* `if ($var(done) == 1) exit;` guards what follows */
		if (n->kind == NODE_IF && s->reached) {
			if (about_notes(n->left))
				f->guard = n->left->at.from;
			if (about_result(n->left))
				f->result_guard = true;
		}
		last = n;
	}
	guard_off(f, before);
}

static void if_statement(struct flow *f, const struct node *n, struct state *s)
{
	struct state yes, no;
	condition(f, n->left, *s, &yes, &no);
	if (asks(n->left))
		yes.asked = no.asked = true;
	if (about_notes(n->left) || about_result(n->left))
		yes.noted = no.noted = true;
	struct guard before = guard_on(f, n->left);
	statement(f, n->right, &yes);
	if (n->third)
		statement(f, n->third, &no);
	guard_off(f, before);
	*s = join(f, yes, no);
}

/* Once round a loop from *S, which becomes the state behind it; returns the state at its end. */
static struct state once_round(struct flow *f, const struct node *n, struct state *s)
{
	struct state yes, no, breaks = unreached, *outer = f->breaks;
	f->breaks = &breaks;
	condition(f, n->left, *s, &yes, &no);
	struct guard before = guard_on(f, n->left);
	statement(f, n->right, &yes);
	guard_off(f, before);
	f->breaks = outer;
	*s = join(f, no, breaks);
	return yes;
}

static void while_statement(struct flow *f, const struct node *n, struct state *s)
{
	struct state first = *s, end;
	if (f->loops < 4) { /* what happens in the first round is known in the second */
		struct need *needs = f->summary->needs;
		const struct node *effect = f->summary->effect;
		f->loops++;
		diag_silence(f->diag, true);
		end = once_round(f, n, &first);
		diag_silence(f->diag, false);
		f->loops--;
		f->summary->needs = needs;
		f->summary->effect = effect;
		*s = join(f, *s, end);
	}
	f->loops++;
	(void)once_round(f, n, s);
	f->loops--;
}

/* Whether a case of switch N names the first result of its call: then `default` is for the others. */
static bool first_named(const struct node *n)
{
	if (n->left->kind != NODE_CALL)
		return false;
	for (const struct node *k = n->list; k; k = k->next)
		for (const struct node *label = k->left; label; label = label->next)
			if (label->kind == NODE_NAME && label->use == USE_ACTION && label->results == 0)
				return true;
	return false;
}

static void switch_statement(struct flow *f, const struct node *n, struct state *s)
{
	struct state yes = *s, no, breaks = unreached, end = unreached, *outer = f->breaks;
	bool other = false, named = false;
	if (n->left->kind == NODE_CALL) {
		call(f, n->left, *s, &yes, &no);
	} else {
		reads(f, n->left, &yes);
		yes.asked = yes.asked || asks(n->left);
		no = yes;
	}
	f->breaks = &breaks;
	struct guard before = guard_on(f, n->left);
	for (const struct node *k = n->list; k; k = k->next) {
		struct state in = k->left ? unreached : first_named(n) ? no : join(f, yes, no);
		for (const struct node *label = k->left; label; label = label->next) {
			bool result = label->kind == NODE_NAME && label->use == USE_ACTION &&
				      n->left->kind == NODE_CALL;
			named |= label->kind == NODE_NAME;
			in = join(f, in, !result ? join(f, yes, no) : label->results == 0 ? yes : no);
		}
		other |= !k->left;
		statement(f, k->right, &in);
		end = join(f, end, in);
	}
	guard_off(f, before);
	f->breaks = outer;
	end = join(f, end, breaks);
	if (!other && !named)
		end = join(f, end, join(f, yes, no));
	*s = end;
}

/* The route ends in state *S, and returns WHAT (NULL: 1). */
static void leave(struct flow *f, const struct node *what, struct state *s)
{
	int64_t number = 1;
	bool known = !what || check_constant_int(what, &number);
	if (!known || number > 0)
		f->summary->yes = join(f, f->summary->yes, *s);
	if (!known || number <= 0)
		f->summary->no = join(f, f->summary->no, *s);
	*s = unreached;
}

/* In the request's route: whether its path may end here with nothing done. */
static void check_done(struct flow *f, struct span at, const struct state *s)
{
	if (!f->lint || f->route->kind != ROUTE_REQUEST || !s->reached || !(s->done & DONE_NOTHING) ||
		s->noted)
		return;
	struct diag_message *m = diag_warning(
		f->diag, at, "a request can come here neither answered nor relayed: it gets 501");
	diag_hint(f->diag, m, "answer it, relay it, or discard() it");
}

static void statement(struct flow *f, const struct node *n, struct state *s)
{
	struct state yes, no;
	if (!s->reached && n->kind != NODE_BLOCK)
		return;
	switch (n->kind) {
	case NODE_BLOCK:
		block(f, n->list, s);
		break;
	case NODE_IF:
		if_statement(f, n, s);
		break;
	case NODE_WHILE:
		while_statement(f, n, s);
		break;
	case NODE_SWITCH:
		switch_statement(f, n, s);
		break;
	case NODE_DO:
		call(f, n->left, *s, &yes, &no);
		/* whoever does not ask how it went thinks that it worked */
		*s = n->left->use == USE_ROUTE ||
				     (n->left->row >= 0 && action_rows[n->left->row].effects & E_ON_FALSE)
			     ? join(f, yes, no)
			     : yes;
		break;
	case NODE_ASSIGN:
		if (n->op == NODE_ADD)
			reads(f, n->left, s);
		reads(f, n->right, s);
		if (n->left->kind == NODE_VARIABLE && asks(n->left))
			s->asked = true;
		if (n->left->use == USE_VAR && n->left->row >= 0 && s->reached)
			set(f, s, n->left->row);
		break;
	case NODE_RETURN:
		if (n->left)
			reads(f, n->left, s);
		check_done(f, n->at, s);
		leave(f, n->left, s);
		break;
	case NODE_EXIT:
	case NODE_DROP:
		*s = unreached;
		break;
	case NODE_BREAK:
		if (f->breaks)
			*f->breaks = join(f, *f->breaks, *s);
		*s = unreached;
		break;
	default:
		break;
	}
}

static void walk(struct flow *f, int route)
{
	struct flow outer = *f;
	f->route = &f->script->routes[route];
	f->summary = &f->summaries[route];
	f->breaks = NULL;
	f->guard = 0;
	f->result_guard = false;
	f->loops = 0;
	const struct node *body = f->route->node->right;
	struct state s = {
		.reached = true, .done = DONE_NOTHING, .set = ARENA_ARRAY(f->arena, uint64_t, f->words)
	};
	f->summary->yes = f->summary->no = unreached;
	statement(f, body, &s);
	check_done(f, (struct span){ body->at.to - 1, body->at.to }, &s);
	if (s.reached)
		leave(f, NULL, &s);
	*f = outer;
}

static void summarize(struct flow *f, int route)
{
	struct summary *s = &f->summaries[route];
	if (s->known || s->open)
		return;
	s->open = true;
	walk(f, route);
	s->known = true;
	s->open = false;
}

static void walk_all(struct script *script, bool lint)
{
	struct flow f = { .script = script, .diag = script->diag, .arena = script->arena, .lint = lint };
	f.words = script->var_count / 64 + 1;
	f.summaries = ARENA_ARRAY(script->arena, struct summary, script->route_count + 1);
	for (int i = 0; i < script->route_count; i++)
		summarize(&f, i);
}

void flow(struct script *script)
{
	walk_all(script, false);
	if (!diag_errors(script->diag)) /* what is only odd can wait until the errors are mended */
		walk_all(script, true);
}
