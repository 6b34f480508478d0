/* check: the parts of a script, its routes and how they call each other.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/check.h"
#include "lang/checking.h"
#include "lang/program.h"

/* ---- routes ---- */

int check_route(const struct checking *c, enum route_kind kind, struct slice name)
{
	const struct script *s = c->script;
	for (int i = 0; i < s->route_count; i++)
		if (s->routes[i].kind == kind && slice_equal(s->routes[i].name, name))
			return i;
	return -1;
}

/* "failure_route", as people write KIND. */
static struct slice keyword(enum route_kind kind)
{
	struct slice rest = slice_of(route_rows[kind].keywords), piece = { "", 0 };
	slice_cut(&rest, '|', &piece);
	return piece;
}

void check_no_route(struct checking *c, struct span at, enum route_kind kind, struct slice name)
{
	const struct script *s = c->script;
	struct suggest near = suggest(name);
	const struct script_route *found = NULL, *other = NULL;
	struct slice word = keyword(kind);
	for (int i = 0; i < s->route_count; i++) {
		const struct script_route *r = &s->routes[i];
		int before = near.distance;
		if (r->kind == kind)
			suggest_try(&near, r->name);
		if (near.distance != before)
			found = r;
		if (r->kind != kind && r->name.len && slice_equal(r->name, name))
			other = r;
	}
	struct diag_message *m = MESSAGE(c, at, "there is no %.*s[%.*s]", SLICE_FMT(word), SLICE_FMT(name));
	if (other) {
		diag_also(c->diag, m, other->at, "%s %.*s has that name",
			other->node->text.at[0] == 'o' ? "an" : "a", SLICE_FMT(other->node->text));
	} else if (found) {
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(found->name));
		diag_also(c->diag, m, found->at, "%.*s is defined here", SLICE_FMT(found->name));
	} else {
		diag_hint(c->diag, m, "write one: %.*s[%.*s] { ... }", SLICE_FMT(word), SLICE_FMT(name));
	}
	for (int i = 0; i < s->route_count;
		i++) /* nothing is said about the one that was meant being unused */
		if (other == &s->routes[i] || found == &s->routes[i])
			s->routes[i].used = true;
}

/* The kind that KEYWORD begins, NAMED or not; -1 when it is none. */
static int route_kind(struct slice word, bool named)
{
	for (int i = 0; i < ROUTE_KINDS; i++) {
		struct slice rest = slice_of(route_rows[i].keywords), piece;
		while (rest.len && slice_cut(&rest, '|', &piece))
			if (slice_equal(piece, word) && (named ? route_rows[i].named : route_rows[i].unnamed))
				return i;
	}
	return -1;
}

static void unknown_kind(struct checking *c, const struct node *n)
{
	struct suggest s = suggest(n->text);
	bool known = false;
	for (int i = 0; i < ROUTE_KINDS; i++) {
		struct slice rest = slice_of(route_rows[i].keywords), piece;
		while (rest.len && slice_cut(&rest, '|', &piece)) {
			suggest_try(&s, piece);
			known |= slice_equal(piece, n->text);
		}
	}
	if (known && n->third) {
		diag_hint(c->diag, MESSAGE(c, n->third->at, "a %.*s has no name", SLICE_FMT(n->text)),
			"write %.*s { ... }", SLICE_FMT(n->text));
	} else if (known) {
		diag_hint(c->diag, MESSAGE(c, n->name, "a %.*s needs a name", SLICE_FMT(n->text)),
			"write %.*s[NAME] { ... }", SLICE_FMT(n->text));
	} else {
		struct diag_message *m = MESSAGE(c, n->name, "there are no %.*s blocks", SLICE_FMT(n->text));
		if (s.best.len)
			diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
	}
}

static void collect_route(struct checking *c, struct node *n)
{
	struct script *s = c->script;
	int kind = route_kind(n->text, n->third != NULL);
	if (kind < 0) {
		unknown_kind(c, n);
		return;
	}
	int before = check_route(c, (enum route_kind)kind, n->key);
	struct span at = n->third ? n->third->at : n->name;
	if (before >= 0) {
		struct diag_message *m = n->third ? MESSAGE(c, at, "%.*s[%.*s] is defined twice",
							    SLICE_FMT(n->text), SLICE_FMT(n->key))
						  : MESSAGE(c, at, "a second %.*s block", SLICE_FMT(n->text));
		diag_also(c->diag, m, s->routes[before].at, "the first one is here");
	}
	struct script_route *r = &s->routes[s->route_count++];
	*r = (struct script_route){ .node = n,
		.kind = (enum route_kind)kind,
		.name = before >= 0 ? SLICE(" twice ") : n->key,
		.at = at };
	r->used = kind == ROUTE_REQUEST || kind == ROUTE_REPLY || before >= 0;
	r->roots = kind == ROUTE_SUB ? 0 : 1u << kind;
	n->row = s->route_count - 1;
}

void check_allowed(struct checking *c, struct span at, unsigned allowed, struct slice name)
{
	if (!c->final)
		return;
	struct use *u = ARENA_NEW(c->arena, struct use);
	*u = (struct use){ c->uses, at, name, allowed, c->kinds, c->route };
	c->uses = u;
}

/* ---- the graph of calls ---- */

enum { CALLS_UNSEEN, CALLS_OPEN, CALLS_DONE };

/* Reports a route that, through CALL, calls itself. */
static void recursion(struct checking *c, const struct script_call *call)
{
	struct script *s = c->script;
	struct diag_message *m = MESSAGE(c, call->node->at, "route[%.*s] calls itself%s",
		SLICE_FMT(s->routes[call->to].name), call->to == call->from ? "" : " in a circle");
	/* the way from the called route back here: at each step the call that is still open */
	int at = call->to;
	for (int steps = 0; at != call->from && steps < s->route_count; steps++) {
		const struct script_call *next = s->routes[at].calls;
		while (next && s->routes[next->to].state != CALLS_OPEN)
			next = next->next;
		if (!next)
			break;
		diag_also(c->diag, m, next->node->at, "route[%.*s] calls route[%.*s] here",
			SLICE_FMT(s->routes[at].name), SLICE_FMT(s->routes[next->to].name));
		if (next->to == call->to)
			break;
		at = next->to;
	}
}

static void visit(struct checking *c, int route)
{
	struct script *s = c->script;
	s->routes[route].state = CALLS_OPEN;
	s->routes[route].height = 1;
	for (struct script_call *call = s->routes[route].calls; call; call = call->next) {
		if (s->routes[call->to].state == CALLS_OPEN)
			recursion(c, call);
		else if (s->routes[call->to].state == CALLS_UNSEEN)
			visit(c, call->to);
		if (s->routes[call->to].height >= s->routes[route].height)
			s->routes[route].height = s->routes[call->to].height + 1;
	}
	s->routes[route].state = CALLS_DONE;
}

/* Which kinds of route each sub-route is reached from. */
static void spread_roots(struct script *s)
{
	bool changed = true;
	while (changed) {
		changed = false;
		for (int i = 0; i < s->route_count; i++)
			for (const struct script_call *call = s->routes[i].calls; call; call = call->next) {
				unsigned roots =
					s->routes[call->to].roots | (s->routes[i].roots & call->kinds);
				changed |= roots != s->routes[call->to].roots;
				s->routes[call->to].roots = roots;
			}
	}
}

/* Notes below M the calls by which ROUTE is reached from a route of KIND. */
static void note_chain(struct checking *c, struct diag_message *m, int route, enum route_kind kind)
{
	struct script *s = c->script;
	for (int steps = 0; s->routes[route].kind == ROUTE_SUB && steps < s->route_count; steps++) {
		const struct script_call *found = NULL;
		for (int i = 0; i < s->route_count && !found; i++)
			for (const struct script_call *call = s->routes[i].calls; call && !found;
				call = call->next)
				if (call->to == route && s->routes[i].roots & call->kinds & 1u << kind &&
					i != route &&
					(s->routes[i].kind == ROUTE_SUB || s->routes[i].kind == kind))
					found = call;
		if (!found)
			return;
		const struct script_route *from = &s->routes[found->from];
		struct slice word = from->node->text;
		if (from->name.len)
			diag_also(c->diag, m, found->node->at, "route[%.*s] is called here, in %.*s[%.*s]",
				SLICE_FMT(s->routes[route].name), SLICE_FMT(word), SLICE_FMT(from->name));
		else
			diag_also(c->diag, m, found->node->at, "route[%.*s] is called here, in %.*s",
				SLICE_FMT(s->routes[route].name), SLICE_FMT(word));
		route = found->from;
	}
}

static void check_uses(struct checking *c)
{
	for (const struct use *u = c->uses; u; u = u->next) {
		const struct script_route *r = &c->script->routes[u->route];
		unsigned bad = r->roots & u->kinds & ~u->allowed;
		if (!bad)
			continue;
		int kind = __builtin_ctz(bad);
		struct slice word = kind == (int)r->kind ? r->node->text : keyword((enum route_kind)kind);
		if (kind == ROUTE_REQUEST && r->kind != ROUTE_REQUEST)
			word = SLICE("request_route");
		struct diag_message *m =
			MESSAGE(c, u->at, "%.*s cannot be used in %.*s", SLICE_FMT(u->name), SLICE_FMT(word));
		note_chain(c, m, u->route, (enum route_kind)kind);
	}
}

/* ---- what is of no use ---- */

static void check_unused(struct checking *c)
{
	struct script *s = c->script;
	for (int i = 0; i < s->route_count; i++) {
		const struct script_route *r = &s->routes[i];
		if (r->used)
			continue;
		static const char *const arms[ROUTE_KINDS] = { [ROUTE_BRANCH] = "t_on_branch",
			[ROUTE_FAILURE] = "t_on_failure",
			[ROUTE_ONREPLY] = "t_on_reply" };
		if (arms[r->kind])
			diag_warning(c->diag, r->at, "%.*s[%.*s] never runs: no %s(\"%.*s\")",
				SLICE_FMT(r->node->text), SLICE_FMT(r->name), arms[r->kind],
				SLICE_FMT(r->name));
		else
			diag_warning(c->diag, r->at, "route[%.*s] is never called", SLICE_FMT(r->name));
	}
	for (int i = 0; i < s->var_count; i++)
		if (s->vars[i].is_set && !s->vars[i].is_read)
			diag_warning(c->diag, s->vars[i].set, "$var(%.*s) is never read",
				SLICE_FMT(s->vars[i].name));
	for (int i = 0; i < s->avp_count; i++) {
		const struct script_variable *v = &s->avps[i];
		struct suggest near = suggest(v->name);
		if (v->is_set || !v->is_read)
			continue;
		for (int k = 0; k < s->avp_count; k++)
			if (s->avps[k].is_set)
				suggest_try(&near, s->avps[k].name);
		struct diag_message *m =
			diag_warning(c->diag, v->read, "$avp(%.*s) is never set", SLICE_FMT(v->name));
		if (near.best.len)
			diag_hint(c->diag, m, "did you mean $avp(%.*s)?", SLICE_FMT(near.best));
	}
	for (int i = 0; i < 64; i++)
		if ((s->flags_set & ~s->flags_tested) >> i & 1)
			diag_warning(c->diag, s->flag_at[i], "flag %d is set but never tested", i);
}

void check(struct script *s, const char *const *overrides)
{
	struct checking c = { .script = s, .diag = s->diag, .arena = s->arena };
	int count = 0, syntax = diag_errors(s->diag);
	for (struct node *n = s->tree->items.first; n; n = n->next)
		count += n->kind == NODE_ROUTE;
	s->routes = ARENA_ARRAY(s->arena, struct script_route, count + 1);
	for (struct node *n = s->tree->items.first; n; n = n->next) {
		if (n->kind == NODE_PARAMETER)
			check_parameter(&c, n);
		else if (n->kind == NODE_MODULE)
			check_module(&c, n);
		else if (n->kind == NODE_SECTION)
			check_block(&c, n, BLOCK_TOP, -1);
		else
			collect_route(&c, n);
	}
	for (const char *const *o = overrides; o && *o; o++)
		check_override(&c, *o);
	if (check_route(&c, ROUTE_REQUEST, SLICE("")) < 0 && !diag_errors(s->diag))
		MESSAGE(&c, ((struct span){ 0, 0 }),
			"there is no route { ... } block, so no request would be answered");

	diag_silence(s->diag, true);
	for (int i = 0; i < 4; i++) { /* types of variables: of one set by another, of that by a third ... */
		c.changed = false;
		check_routes(&c);
		if (!c.changed)
			break;
	}
	diag_silence(s->diag, false);
	c.final = true;
	s->flags_set = s->flags_tested = 0;
	check_routes(&c);
	for (int i = 0; i < s->route_count; i++)
		if (s->routes[i].state == CALLS_UNSEEN)
			visit(&c, i);
	for (int i = 0; i < s->route_count; i++)
		if (s->routes[i].kind != ROUTE_SUB && s->routes[i].height > PROGRAM_DEPTH)
			diag_error(s->diag, s->routes[i].at,
				"from here routes call each other more than %d deep", PROGRAM_DEPTH);
	spread_roots(s);
	check_uses(&c);
	if (!syntax) /* else calls may be missing from the tree */
		check_unused(&c);
}
