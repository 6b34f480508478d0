/* comparison: checks ==, <, in, =~ and their like: what can be compared with what.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/method.h"
#include "base/regex.h"
#include "lang/checking.h"

#include <inttypes.h>

#define BASE(type) ((type) & ~(unsigned)T_NULL)

enum check_sort check_sort(const struct node *n)
{
	static const struct {
		const char *name;
		enum check_sort sort;
	} rows[] = { { "rm", SORT_METHOD }, { "ru", SORT_URI }, { "ou", SORT_URI }, { "fu", SORT_URI },
		{ "tu", SORT_URI }, { "du", SORT_URI }, { "rd", SORT_HOST }, { "fd", SORT_HOST },
		{ "td", SORT_HOST }, { "od", SORT_HOST }, { "dd", SORT_HOST }, { "pr", SORT_WORD },
		{ "rP", SORT_WORD }, { "oP", SORT_WORD }, { "dP", SORT_WORD }, { "af", SORT_WORD } };
	if (n->kind != NODE_VARIABLE || n->use != USE_ROW || n->row < 0 || n->list)
		return SORT_PLAIN;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(variable_rows[n->row].name, rows[i].name) == 0)
			return rows[i].sort;
	return SORT_PLAIN;
}

/* The index of NAME among the results of action ROW; -1, and an error, when there is none. */
static int result_index(struct checking *c, struct node *name, int row)
{
	struct signature s = check_signature(row);
	struct suggest near = suggest(name->text);
	struct slice list = { "", 0 };
	for (int i = 0; i < s.result_count; i++) {
		if (slice_equal(s.results[i], name->text))
			return i;
		suggest_try(&near, s.results[i]);
		list = arena_printf(
			c->arena, "%.*s%s%.*s", SLICE_FMT(list), i ? ", " : "", SLICE_FMT(s.results[i]));
	}
	struct diag_message *m =
		MESSAGE(c, name->at, "%s() has no result %.*s", action_rows[row].name, SLICE_FMT(name->text));
	if (near.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(near.best));
	else if (list.len)
		diag_hint(c->diag, m, "its results are %.*s", SLICE_FMT(list));
	else
		diag_hint(c->diag, m, "it never fails");
	return -1;
}

/* A call, or $rc after a call, against the name of a result; false when N is no such comparison. */
static bool compare_result(struct checking *c, struct node *n)
{
	struct node *call = n->left, *name = n->right;
	int64_t number;
	if (call->kind != NODE_CALL && name->kind == NODE_CALL) {
		call = n->right;
		name = n->left;
	}
	bool is_rc = call->kind == NODE_VARIABLE &&
		     (slice_equal(call->text, SLICE("rc")) || slice_equal(call->text, SLICE("retcode")));
	if (call->kind != NODE_CALL && !is_rc)
		return false;
	if (is_rc && (name->kind != NODE_NAME || c->last_call == CALL_NONE))
		return false;
	if (name->kind == NODE_BOOL ||
		(name->kind == NODE_NAME && (slice_equal_nocase(name->text, SLICE("true")) ||
						    slice_equal_nocase(name->text, SLICE("false")))))
		return false;
	n->left = call;
	n->right = name;
	if (!check_value(c, call))
		return true;
	int row = is_rc ? c->last_call : call->row;
	bool route = is_rc ? row == CALL_ROUTE : call->use == USE_ROUTE;
	if (route || (n->op != NODE_EQUAL && n->op != NODE_UNEQUAL) || name->kind != NODE_NAME) {
		struct diag_message *m =
			MESSAGE(c, name->at, "%s() is true or false: it cannot be compared like this",
				route ? "route" : action_rows[row].name);
		struct signature s = { .count = 0 };
		if (!route)
			s = check_signature(row);
		if (check_constant_int(name, &number) && number < 0 && s.result_count > 1 &&
			-number < s.result_count)
			diag_hint(c->diag, m, "did you mean == %.*s?", SLICE_FMT(s.results[-number]));
		else if (s.result_count > 1)
			diag_hint(c->diag, m, "write the call alone, or compare with one of %s",
				action_rows[row].results);
		else
			diag_hint(c->diag, m, "write the call alone, or ! before it");
		return true;
	}
	n->results = result_index(c, name, row);
	name->results = n->results;
	name->use = USE_ACTION;
	return true;
}

bool check_network(struct checking *c, struct node *n, struct slice text)
{
	struct network *net = ARENA_NEW(c->arena, struct network);
	bool bracket = text.len && text.at[0] == '[';
	struct slice plain = text;
	ptrdiff_t close = bracket ? slice_find(text, ']') : -1;
	if (close > 0) /* [2001:db8::]/32 */
		plain = arena_join(c->arena, slice(text.at + 1, (size_t)close - 1),
			slice(text.at + close + 1, text.len - (size_t)close - 1));
	if (network_parse(plain, net)) {
		n->network = net;
		n->type = T_IP;
		return true;
	}
	struct diag_message *m = MESSAGE(c, n->at, "%.*s is no address or network", SLICE_FMT(text));
	if (net->base.family) {
		char base[ADDRESS_TEXT];
		struct slice corrected = address_plain_text(&net->base, base);
		diag_hint(c->diag, m, "bits behind the prefix are set; did you mean %.*s/%d?",
			SLICE_FMT(corrected), net->prefix);
	} else if (n->kind == NODE_STRING) {
		diag_hint(c->diag, m, "a comparison never asks the DNS");
	} else {
		struct slice rest = plain, piece;
		uint64_t octet;
		ptrdiff_t slash = slice_find(plain, '/');
		if (slash >= 0)
			rest.len = (size_t)slash;
		while (rest.len && slice_find(plain, ':') < 0 && slice_cut(&rest, '.', &piece))
			if (slice_number(piece, &octet) && octet > 255) {
				diag_hint(c->diag, m, "%" PRIu64 " is above 255", octet);
				return false;
			}
		if (slash >= 0 &&
			slice_number(slice(plain.at + slash + 1, plain.len - (size_t)slash - 1), &octet) &&
			octet > 32 && slice_find(plain, ':') < 0)
			diag_hint(c->diag, m, "a prefix has at most 32 bits");
	}
	return false;
}

/* Compares an address, LEFT, with RIGHT. */
static void compare_address(struct checking *c, struct node *n, struct node *left, struct node *right)
{
	struct slice text;
	if (n->op != NODE_EQUAL && n->op != NODE_UNEQUAL && n->op != NODE_IN) {
		MESSAGE(c, n->name, "addresses are compared by ==, != and in");
		return;
	}
	n->left = left;
	n->right = right;
	if (right->kind == NODE_ADDRESS)
		check_network(c, right, right->text);
	else if (check_constant_text(right, &text))
		check_network(c, right, text);
	else if (n->op == NODE_IN)
		MESSAGE(c, right->at, "a network expected behind in, such as 10.0.0.0/8");
	else if (BASE(right->type) != T_IP && right->type != T_NULL)
		diag_hint(c->diag,
			MESSAGE(c, n->name, "an address cannot be compared with %s",
				check_type_name(right->type)),
			"write the address without quotes");
}

static void compare_null(struct checking *c, struct node *n, const struct node *other)
{
	if (n->op != NODE_EQUAL && n->op != NODE_UNEQUAL)
		MESSAGE(c, n->name, "null is compared by == and != only");
	else if (!(other->type & T_NULL)) {
		struct diag_message *m = MESSAGE(c, other->at, "this is never null");
		if (BASE(other->type) == T_STRING)
			diag_hint(c->diag, m, "compare with \"\"");
	}
}

static void compare_types(struct checking *c, struct node *n)
{
	struct node *text = BASE(n->left->type) == T_STRING ? n->left : n->right;
	struct node *other = text == n->left ? n->right : n->left;
	struct slice constant;
	int64_t number;
	uint64_t u;
	struct diag_message *m;
	if (BASE(text->type) == T_STRING && BASE(other->type) == T_INT &&
		check_constant_text(text, &constant) && slice_number(constant, &u)) {
		if (other->kind == NODE_VARIABLE && other->bare) { /* status == "200" */
			text->kind = NODE_NUMBER;
			text->number = (int64_t)u;
			text->type = T_INT;
			return;
		}
		m = MESSAGE(c, n->name, "a number cannot be compared with a string");
		diag_hint(c->diag, m, "write %.*s without quotes", SLICE_FMT(constant));
		return;
	}
	m = MESSAGE(c, n->name, "%s cannot be compared with %s", check_type_name(n->left->type),
		check_type_name(n->right->type));
	if (BASE(text->type) == T_STRING && check_constant_int(other, &number))
		diag_hint(c->diag, m, "write \"%" PRId64 "\" in quotes, or $(name{s.int})", number);
}

static void compare_constants(struct checking *c, struct node *n)
{
	struct slice text;
	struct node *left = n->left, *right = n->right;
	if (check_sort(right) != SORT_PLAIN) {
		left = n->right;
		right = n->left;
	}
	if (check_sort(left) == SORT_METHOD && check_constant_text(right, &text)) {
		if (slice_find(text, '|') >= 0)
			diag_hint(c->diag, MESSAGE(c, right->at, "\"%.*s\" is no method", SLICE_FMT(text)),
				"is_method(\"%.*s\") takes several", SLICE_FMT(text));
		else
			check_method(c, right->at, text, false);
	}
	if (check_sort(left) == SORT_URI && check_constant_text(right, &text) && !check_uri_text(text))
		diag_hint(c->diag, MESSAGE(c, right->at, "\"%.*s\" is no URI", SLICE_FMT(text)),
			"sip:, sips: or tel: expected in front");
	int64_t a, b;
	struct slice s, t;
	if ((check_constant_int(n->left, &a) && check_constant_int(n->right, &b)) ||
		(check_constant_text(n->left, &s) && check_constant_text(n->right, &t)))
		if (c->final)
			diag_warning(c->diag, n->at, "this comparison gives the same result every time");
}

static bool any_of(struct slice text, const char *const *words)
{
	for (; *words; words++)
		if (slice_equal(text, slice_of(*words)))
			return true;
	return false;
}

/* Bare INVITE behind method ==, UDP behind proto ==, INET behind af ==. */
static void bare_word(struct checking *c, const struct node *variable, struct node *name)
{
	static const char
		*const methods[] = { "method", "rm", NULL },
		       *const transports[] = { "proto", "pr", NULL }, *const families[] = { "af", NULL },
		       *const transport_names[] = { "UDP", "TCP", "TLS", "SCTP", "WS", "WSS", NULL },
		       *const family_names[] = { "INET", "INET6", NULL };
	if (name->kind != NODE_NAME || (variable->kind != NODE_NAME && variable->kind != NODE_VARIABLE))
		return;
	bool known = any_of(variable->text, methods)      ? method_parse(name->text) != METHOD_OTHER
		     : any_of(variable->text, transports) ? any_of(name->text, transport_names)
		     : any_of(variable->text, families)   ? any_of(name->text, family_names)
							  : false;
	if (!known)
		return;
	name->kind = NODE_STRING;
	name->list = tree_text(c->script->tree, NODE_TEXT, name->at, name->text);
}

unsigned check_comparison(struct checking *c, struct node *n)
{
	struct node *left = n->left, *right = n->right;
	if (compare_result(c, n))
		return T_BOOL;
	bare_word(c, left, right);
	if (left->kind == NODE_NAME && slice_equal(left->text, SLICE("myself"))) {
		n->left = right;
		n->right = left;
		left = n->left;
		right = n->right;
	}
	if (right->kind == NODE_MYSELF ||
		(right->kind == NODE_NAME && slice_equal(right->text, SLICE("myself")))) {
		unsigned type = check_value(c, left);
		right->kind = NODE_MYSELF;
		if (type && (n->op != NODE_EQUAL && n->op != NODE_UNEQUAL && n->op != NODE_IN))
			MESSAGE(c, n->name, "myself is compared by == and !=");
		else if (type && BASE(type) != T_STRING && BASE(type) != T_IP)
			MESSAGE(c, left->at, "a URI, host or address expected, not %s",
				check_type_name(type));
		return T_BOOL;
	}
	bool bare_left = left->kind == NODE_ADDRESS, bare_right = right->kind == NODE_ADDRESS;
	unsigned l = bare_left ? T_IP : check_value(c, left), r = bare_right ? T_IP : check_value(c, right);
	if (!l || !r)
		return T_BOOL;
	if (l == T_NULL || r == T_NULL)
		compare_null(c, n, l == T_NULL ? right : left);
	else if (BASE(l) == T_IP && !bare_left)
		compare_address(c, n, left, right);
	else if (BASE(r) == T_IP && !bare_right)
		compare_address(c, n, right, left);
	else if (n->op == NODE_IN || bare_left || bare_right)
		diag_hint(c->diag, MESSAGE(c, left->at, "this is no address"), "$si in 10.0.0.0/8");
	else if (BASE(l) != BASE(r))
		compare_types(c, n);
	else if (n->op != NODE_EQUAL && n->op != NODE_UNEQUAL && BASE(l) == T_BOOL)
		diag_hint(
			c->diag, MESSAGE(c, n->name, "truth values have no order"), "use parentheses or &&");
	else
		compare_constants(c, n);
	return T_BOOL;
}

unsigned check_match(struct checking *c, struct node *n)
{
	unsigned type = check_value(c, n->left);
	if (n->right->kind != NODE_STRING && n->right->kind != NODE_REGEX) {
		check_value(c, n->right);
		diag_hint(c->diag, MESSAGE(c, n->right->at, "a pattern must be constant"),
			"write /pattern/ or \"pattern\"");
		return T_BOOL;
	}
	n->right->type = T_STRING;
	check_regex(c, n->right, n->right->kind == NODE_REGEX && !n->right->number ? 0 : REGEX_ICASE);
	if (type && BASE(type) == T_BOOL)
		MESSAGE(c, n->left->at, "a pattern is for text, not for a truth value");
	if (type == T_NULL)
		MESSAGE(c, n->left->at, "null has no text");
	return T_BOOL;
}
