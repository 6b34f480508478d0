/* argument: checks calls: whether there is such an action, its arguments, where it may be called.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/log.h"
#include "base/method.h"
#include "base/regex.h"
#include "base/reserved.h"
#include "lang/checking.h"

#include <inttypes.h>
#include <stdlib.h>
#include <stdio.h>

struct signature check_signature(int row)
{
	struct signature s;
	const char *error;
	if (!signature_parse(action_rows[row].parameters, action_rows[row].results, &s, &error))
		fatal("actions.def: %s: %s", action_rows[row].name, error);
	return s;
}

/* "code code, [string reason]" as people read it: sl_send_reply(code, [reason]). */
static void name_signature(char *text, size_t size, int row)
{
	snprintf(text, size, "%s(%s)", action_rows[row].name, action_rows[row].parameters);
}

/* ---- single arguments ---- */

static void make_number(struct node *n, int64_t number)
{
	n->kind = NODE_NUMBER;
	n->number = number;
	n->type = T_INT;
	n->constant = true;
	n->argument = 1;
}

static void bad_argument(
	struct checking *c, const struct node *n, const struct argument *a, const char *wanted)
{
	struct diag_message *m =
		MESSAGE(c, n->at, "the argument %.*s must be %s", SLICE_FMT(a->name), wanted);
	if (n->kind == NODE_NAME)
		diag_hint(c->diag, m, "%.*s is not known here", SLICE_FMT(n->text));
}

/* Reads "5s" and its like in milliseconds, or seconds when there is no unit and SECONDS. */
static bool read_time(struct slice text, int64_t *ms)
{
	static const struct {
		const char *name;
		int64_t factor;
	} units[] = { { "ms", 1 }, { "s", 1000 }, { "m", 60000 }, { "min", 60000 }, { "h", 3600000 },
		{ "d", 86400000 }, { "", 1 } };
	size_t digits = 0;
	uint64_t number;
	while (digits < text.len && text.at[digits] >= '0' && text.at[digits] <= '9')
		digits++;
	if (!slice_number(slice(text.at, digits), &number) || number > INT64_MAX / 86400000)
		return false;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (slice_equal(slice(text.at + digits, text.len - digits), slice_of(units[i].name))) {
			*ms = (int64_t)number * units[i].factor;
			return true;
		}
	return false;
}

static void range_error(struct checking *c, const struct node *n, const struct argument *a, int64_t number)
{
	if (a->kind == ARGUMENT_CODE)
		MESSAGE(c, n->at, "%" PRId64 " is no reply code: these are 100 to 699", number);
	else
		MESSAGE(c, n->at, "the argument %.*s must be %" PRId64 " to %" PRId64 ", not %" PRId64,
			SLICE_FMT(a->name), a->min, a->max, number);
}

static void number_argument(struct checking *c, struct node *n, const struct argument *a)
{
	struct slice text;
	int64_t number;
	const char *wanted = a->kind == ARGUMENT_CODE   ? "a reply code"
			     : a->kind == ARGUMENT_FLAG ? "the number of a flag"
			     : a->kind == ARGUMENT_TIME ? "a time, such as 500ms or 5s"
							: "a number";
	bool given = false;
	if (n->kind == NODE_QUANTITY) {
		given = a->kind == ARGUMENT_TIME && read_time(n->text, &number);
		if (!given) {
			bad_argument(c, n, a, wanted);
			return;
		}
	} else {
		unsigned type = check_value(c, n);
		if (!type)
			return;
		if (check_constant_text(n, &text)) {
			char copy[32] = "";
			if (text.len < sizeof copy)
				memcpy(copy, text.at, text.len);
			char *end = copy;
			number = strtoll(copy, &end, 0);
			given = *copy && !*end && copy[0] != ' ';
			if (!given && a->kind == ARGUMENT_TIME)
				given = read_time(text, &number);
			if (!given) {
				bad_argument(c, n, a, wanted);
				return;
			}
		} else if (!(type & T_INT)) {
			struct diag_message *m = MESSAGE(c, n->at, "the argument %.*s must be %s, not %s",
				SLICE_FMT(a->name), wanted, check_type_name(type));
			if (type & T_STRING && n->kind == NODE_VARIABLE && !n->list)
				diag_hint(
					c->diag, m, "$(%.*s{s.int}) is the number in it", SLICE_FMT(n->text));
			return;
		} else {
			given = check_constant_int(n, &number);
		}
	}
	if (!given) {
		if (a->kind == ARGUMENT_FLAG)
			bad_argument(c, n, a, "a constant number of a flag");
		return;
	}
	if (number < a->min || number > a->max)
		range_error(c, n, a, number);
	else
		make_number(n, number);
}

static void text_argument(struct checking *c, struct node *n, const struct argument *a)
{
	struct slice text;
	if (!check_value(c, n) || !check_constant_text(n, &text))
		return;
	if (a->kind == ARGUMENT_URI && !check_uri_text(text)) {
		struct diag_message *m = MESSAGE(c, n->at, "\"%.*s\" is no URI", SLICE_FMT(text));
		diag_hint(c->diag, m, "sip:, sips: or tel: expected in front");
	}
	if (a->kind == ARGUMENT_HOST && !slice_starts_nocase(text, SLICE("sip:"))) {
		const char *wrong;
		struct address address;
		if (slice_starts_nocase(text, SLICE("udp:")))
			text = slice(text.at + 4, text.len - 4);
		if (!address_parse(text, &address) && !check_host(text, &wrong))
			diag_hint(c->diag, MESSAGE(c, n->at, "\"%.*s\" %s", SLICE_FMT(text), wrong),
				"host or host:port expected");
	}
}

static bool is_header_name(struct slice name)
{
	bool good = name.len > 0;
	for (size_t i = 0; good && i < name.len; i++)
		good = (unsigned char)name.at[i] > ' ' && !strchr("()<>@,;:\\\"/[]?={}", name.at[i]) &&
		       (unsigned char)name.at[i] < 0x7f;
	return good;
}

/* "Name: value", of which the name is at least looked at when what begins the text is constant. */
static void field_argument(struct checking *c, struct node *n)
{
	struct slice text, name, rest;
	if (!check_value(c, n))
		return;
	bool whole = check_constant_text(n, &text);
	if (!whole) {
		if (n->kind != NODE_STRING || !n->list || n->list->kind != NODE_TEXT)
			return;
		text = n->list->text;
	}
	ptrdiff_t colon = slice_find(text, ':');
	if (colon < 0 && !whole)
		return;
	name = slice_trim(slice(text.at, colon < 0 ? 0 : (size_t)colon));
	rest = slice_trim(text);
	if (!is_header_name(name))
		diag_hint(c->diag, MESSAGE(c, n->at, "this is no header field"), "\"Name: value\" expected");
	else if (reserved_header(name))
		MESSAGE(c, n->at, "%.*s cannot be added: sipd itself depends on it", SLICE_FMT(name));
	else if (slice_find(whole ? rest : slice(text.at, (size_t)colon), '\n') >= 0)
		diag_hint(c->diag, MESSAGE(c, n->at, "a line end inside a header field"),
			"one call for each field");
}

static void methods_argument(struct checking *c, struct node *n, const struct argument *a)
{
	struct slice text, rest, piece;
	int64_t mask = 0;
	if (n->kind == NODE_NAME)
		rest = n->text;
	else if (check_value(c, n) && check_constant_text(n, &text))
		rest = text;
	else {
		if (n->type)
			bad_argument(c, n, a, "constant text, such as \"INVITE|ACK\"");
		return;
	}
	while (rest.len && slice_cut(&rest, '|', &piece)) {
		struct span at = n->at;
		if (n->kind == NODE_STRING && at.to - at.from == text.len + 2)
			at = (struct span){ at.from + 1 + (uint32_t)(piece.at - text.at),
				at.from + 1 + (uint32_t)(piece.at + piece.len - text.at) };
		if (!check_method(c, at, slice_trim(piece), true))
			return;
		char name[16] = "";
		piece = slice_trim(piece);
		for (size_t i = 0; i < piece.len && i < sizeof name - 1; i++)
			name[i] = piece.at[i] >= 'a' && piece.at[i] <= 'z' ? (char)(piece.at[i] - 32)
									   : piece.at[i];
		mask |= INT64_C(1) << method_parse(slice_of(name));
	}
	if (!mask)
		bad_argument(c, n, a, "the names of methods");
	else
		make_number(n, mask);
}

static void header_argument(struct checking *c, struct node *n, const struct argument *a)
{
	struct slice text;
	if (!check_value(c, n))
		return;
	if (!check_constant_text(n, &text) || !is_header_name(text))
		bad_argument(c, n, a, "the name of a header field");
}

static void word_argument(struct checking *c, struct node *n, const struct argument *a)
{
	struct slice text;
	if (n->kind == NODE_NAME)
		text = n->text;
	else if (!check_value(c, n))
		return;
	else if (!check_constant_text(n, &text)) {
		int64_t number;
		char digits[32];
		if (!check_constant_int(n, &number)) {
			bad_argument(c, n, a, "one constant word");
			return;
		}
		snprintf(digits, sizeof digits, "%" PRId64, number);
		text = arena_copy(c->arena, slice_of(digits));
	}
	int index = signature_word(a->words, text);
	if (index < 0 && signature_word(a->words, SLICE("debug")) == LOG_LEVEL_DEBUG) /* SER's L_ERR, -1 */
		index = log_level_parse(
			slice_starts_nocase(text, SLICE("L_")) ? slice(text.at + 2, text.len - 2) : text);
	if (index >= 0) {
		make_number(n, index);
		return;
	}
	struct suggest s = suggest(text);
	struct slice rest = a->words, piece;
	while (rest.len && slice_cut(&rest, '|', &piece))
		suggest_try(&s, piece);
	struct diag_message *m =
		MESSAGE(c, n->at, "the argument %.*s cannot be %.*s", SLICE_FMT(a->name), SLICE_FMT(text));
	if (s.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
	else
		diag_hint(c->diag, m, "one of %.*s expected", SLICE_FMT(a->words));
}

/* The name of a route, as an argument gives it: bare, quoted, a number. */
static bool route_name(struct checking *c, struct node *n, struct slice *name)
{
	bool dashed = true;
	struct slice text;
	char digits[32];
	switch (n->kind) {
	case NODE_NAME:
		*name = n->text;
		return true;
	case NODE_STRING:
		if (n->list && (n->list->next || n->list->kind != NODE_TEXT))
			break;
		*name = n->text;
		return true;
	case NODE_NUMBER:
		snprintf(digits, sizeof digits, "%" PRId64, n->number);
		*name = arena_copy(c->arena, slice_of(digits));
		return true;
	case NODE_BINARY: /* route[A-B] */
		text = source_text(diag_sources(c->diag), n->at);
		for (size_t i = 0; i < text.len; i++)
			dashed =
				dashed && (text.at[i] == '-' || text.at[i] == '_' ||
						  (text.at[i] >= '0' && text.at[i] <= '9') ||
						  ((text.at[i] | 0x20) >= 'a' && (text.at[i] | 0x20) <= 'z'));
		if (!dashed)
			break;
		*name = text;
		return true;
	default:
		break;
	}
	struct diag_message *m = MESSAGE(c, n->at, "the name of a route must be constant");
	diag_hint(c->diag, m, "use switch to choose one");
	return false;
}

static void route_argument(struct checking *c, struct node *n, const struct argument *a)
{
	struct slice name;
	if (!route_name(c, n, &name))
		return;
	int to = check_route(c, a->route, name);
	if (to < 0) {
		check_no_route(c, n->at, a->route, name);
		return;
	}
	c->script->routes[to].used = true;
	n->use = USE_ROUTE;
	n->row = to;
	n->type = T_INT;
}

/* The name of a block of the kind A->words, when it is known now. */
static void block_argument(struct checking *c, struct node *n, const struct argument *a)
{
	struct slice name;
	struct suggest s = suggest(SLICE(""));
	if (n->kind == NODE_NUMBER) { /* ds_select_dst(1, 4) */
		char digits[32];
		snprintf(digits, sizeof digits, "%" PRId64, n->number);
		n->kind = NODE_STRING;
		n->text = arena_copy(c->arena, slice_of(digits));
		n->list = tree_text(c->script->tree, NODE_TEXT, n->at, n->text);
	}
	text_argument(c, n, a);
	if (!check_constant_text(n, &name))
		return;
	s = suggest(name);
	for (const struct script_block *b = c->script->blocks; b; b = b->next) {
		if (!slice_equal(slice_of(block_rows[b->kind].word), a->words))
			continue;
		if (slice_equal(b->name, name))
			return;
		suggest_try(&s, b->name);
	}
	struct diag_message *m =
		MESSAGE(c, n->at, "there is no %.*s %.*s", SLICE_FMT(a->words), SLICE_FMT(name));
	if (s.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
	else
		diag_hint(c->diag, m, "write one: %.*s %.*s { ... }", SLICE_FMT(a->words), SLICE_FMT(name));
}

static void check_argument(struct checking *c, struct node *n, const struct argument *a)
{
	if (n->argument)
		return;
	switch (a->kind) {
	case ARGUMENT_INT:
	case ARGUMENT_TIME:
	case ARGUMENT_CODE:
	case ARGUMENT_FLAG:
		number_argument(c, n, a);
		break;
	case ARGUMENT_FIELD:
		field_argument(c, n);
		break;
	case ARGUMENT_STRING:
	case ARGUMENT_URI:
	case ARGUMENT_HOST:
	case ARGUMENT_SUBST:
		text_argument(c, n, a);
		break;
	case ARGUMENT_METHODS:
		methods_argument(c, n, a);
		break;
	case ARGUMENT_HEADER:
		header_argument(c, n, a);
		break;
	case ARGUMENT_WORD:
		word_argument(c, n, a);
		break;
	case ARGUMENT_ROUTE:
		route_argument(c, n, a);
		break;
	case ARGUMENT_BLOCK:
		block_argument(c, n, a);
		break;
	case ARGUMENT_REGEX:
		if (n->kind != NODE_REGEX && n->kind != NODE_STRING)
			bad_argument(c, n, a, "a constant pattern");
		else
			check_regex(c, n,
				REGEX_MULTILINE | (n->kind == NODE_REGEX && !n->number ? 0 : REGEX_ICASE));
		n->type = T_STRING;
		break;
	}
}

/* ---- calls ---- */

static void unknown_action(struct checking *c, struct node *n)
{
	struct suggest s = suggest(n->text);
	for (int i = 0; i < action_count; i++)
		suggest_try(&s, slice_of(action_rows[i].name));
	for (int i = 0; i < action_alias_count; i++)
		suggest_try(&s, slice_of(action_aliases[i].name));
	struct diag_message *m = MESSAGE(c, n->name, "there is no action %.*s", SLICE_FMT(n->text));
	if (s.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
	else if (slice_starts(n->text, SLICE("exec_")))
		diag_hint(c->diag, m, "programs are not run from a script");
	for (struct node *a = n->list; a; a = a->next)
		if (a->kind != NODE_NAME)
			check_value(c, a);
}

static void call_route(struct checking *c, struct node *n)
{
	struct slice name;
	n->use = USE_ROUTE;
	if (!n->list || n->list->next) {
		MESSAGE(c, n->at, "route() needs the name of a route");
		return;
	}
	if (!route_name(c, n->list, &name))
		return;
	n->row = check_route(c, ROUTE_SUB, name);
	if (n->row < 0) {
		check_no_route(c, n->list->at, ROUTE_SUB, name);
		return;
	}
	c->script->routes[n->row].used = true;
	if (!c->final)
		return;
	for (const struct script_call *call = c->script->routes[c->route].calls; call; call = call->next)
		if (call->node == n)
			return;
	struct script_call *call = ARENA_NEW(c->arena, struct script_call);
	*call = (struct script_call){ c->script->routes[c->route].calls, n, c->route, n->row, c->kinds };
	c->script->routes[c->route].calls = call;
}

/* The row among those of N's name that takes COUNT arguments; when none does, -1 after an error. */
static int choose_form(struct checking *c, struct node *n, int first, int count)
{
	const char *name = action_rows[first].name;
	int least = SIGNATURE_ARGUMENTS, most = 0;
	char text[160], range[48];
	for (int i = first; i < action_count; i++) {
		if (strcmp(action_rows[i].name, name) != 0)
			continue;
		struct signature s = check_signature(i);
		if (count >= s.required && count <= s.count)
			return i;
		least = s.required < least ? s.required : least;
		most = s.count > most ? s.count : most;
	}
	if (least == most)
		snprintf(range, sizeof range, "%d argument%s", most, most == 1 ? "" : "s");
	else
		snprintf(range, sizeof range, "%d to %d arguments", least, most);
	struct diag_message *m =
		MESSAGE(c, n->name, "%.*s() takes %s, not %d", SLICE_FMT(n->text), range, count);
	name_signature(text, sizeof text, first);
	diag_hint(c->diag, m, "%s", text);
	return -1;
}

static void note_flags(struct checking *c, const struct node *n)
{
	const struct node *a = n->list;
	if (!a || a->kind != NODE_NUMBER || a->number < 0 || a->number > 63 || !a->argument)
		return;
	uint64_t bit = UINT64_C(1) << a->number;
	if (strcmp(action_rows[n->row].name, "setflag") == 0) {
		if (!(c->script->flags_set & bit))
			c->script->flag_at[a->number] = a->at;
		c->script->flags_set |= bit;
	} else if (strcmp(action_rows[n->row].name, "isflagset") == 0) {
		c->script->flags_tested |= bit;
	}
}

bool check_call(struct checking *c, struct node *n)
{
	int count = 0, i = 0;
	n->type = T_BOOL;
	if (slice_equal(n->text, SLICE("route"))) {
		call_route(c, n);
		c->last_call = CALL_ROUTE;
		return n->row >= 0;
	}
	int first = table_action(n->text);
	n->use = USE_ACTION;
	if (first < 0) {
		unknown_action(c, n);
		c->last_call = CALL_NONE;
		return false;
	}
	for (const struct node *a = n->list; a; a = a->next)
		count++;
	n->row = choose_form(c, n, first, count);
	if (n->row < 0) {
		for (struct node *a = n->list; a; a = a->next)
			if (a->kind == NODE_VARIABLE || a->kind == NODE_STRING)
				check_value(c, a);
		c->last_call = CALL_NONE;
		return false;
	}
	struct signature s = check_signature(n->row);
	check_allowed(
		c, n->name, action_rows[n->row].routes, arena_printf(c->arena, "%.*s()", SLICE_FMT(n->text)));
	for (struct node *a = n->list; a; a = a->next)
		check_argument(c, a, &s.arguments[i++]);
	note_flags(c, n);
	struct slice text;
	if (strcmp(action_rows[n->row].name, "remove_hf") == 0 && check_constant_text(n->list, &text) &&
		reserved_header(text))
		MESSAGE(c, n->list->at, "%.*s cannot be removed: sipd itself depends on it", SLICE_FMT(text));
	c->last_call = n->row;
	return true;
}
