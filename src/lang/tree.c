/* tree: constructors of the nodes.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/tree.h"

enum { DEPTH_MAX = 2000 /* of nested expressions and statements; the walks over the tree are recursive */ };

struct node_list node_list(struct node *first)
{
	return (struct node_list){ first, first };
}

struct node_list node_append(struct node_list list, struct node *n)
{
	if (!n)
		return list;
	if (!list.first)
		return node_list(n);
	list.last->next = n;
	list.last = n;
	return list;
}

struct node *tree_node(struct tree *t, enum node_kind kind, struct span at)
{
	struct node *n = ARENA_NEW(t->arena, struct node);
	n->kind = kind;
	n->at = at;
	n->row = -1;
	n->index = NODE_INDEX_NONE;
	n->text = n->key = (struct slice){ "", 0 };
	return n;
}

struct node *tree_text(struct tree *t, enum node_kind kind, struct span at, struct slice text)
{
	struct node *n = tree_node(t, kind, at);
	n->text = text;
	return n;
}

struct node *tree_number(struct tree *t, struct span at, int64_t number)
{
	struct node *n = tree_node(t, NODE_NUMBER, at);
	n->number = number;
	return n;
}

/* Notes that CHILD hangs below N. What is too deep is cut off, with an error, so that no walk overflows the stack. */
static struct node *below(struct tree *t, struct node *n, struct node *child)
{
	if (!child)
		return NULL;
	if (child->depth >= DEPTH_MAX) {
		diag_error(t->diag, child->at, "this is nested too deeply");
		struct node *cut = tree_node(t, NODE_NULL, child->at);
		cut->next = child->next;
		child = cut;
	}
	if (n->depth <= child->depth)
		n->depth = child->depth + 1;
	return child;
}

static struct node *list_below(struct tree *t, struct node *n, struct node *list)
{
	for (struct node **p = &list; *p; p = &(*p)->next)
		*p = below(t, n, *p);
	return list;
}

/* ---- strings ---- */

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The escape at the start of S (which begins with a backslash) into *OUT; its length, 0 when it is none: then the backslash stands
 * for itself, which patterns rely on. */
static size_t escape(struct slice s, char *out)
{
	if (s.len < 2)
		return 0;
	switch (s.at[1]) {
	case 'n':
		*out = '\n';
		return 2;
	case 'r':
		*out = '\r';
		return 2;
	case 't':
		*out = '\t';
		return 2;
	case 'a':
		*out = '\a';
		return 2;
	case '"':
		*out = '"';
		return 2;
	case '\\':
		*out = '\\';
		return 2;
	case 'x':
		if (s.len >= 4 && hex_digit(s.at[2]) >= 0 && hex_digit(s.at[3]) >= 0) {
			*out = (char)(hex_digit(s.at[2]) << 4 | hex_digit(s.at[3]));
			return 4;
		}
	}
	return 0;
}

/* Length of the variable at the start of S, which begins with $; 0 when there is none. */
static size_t variable_length(struct slice s)
{
	size_t i = 1;
	int depth = 0;
	while (i < s.len && (s.at[i] == '_' || (s.at[i] >= '0' && s.at[i] <= '9' && i > 1) ||
				    ((s.at[i] | 0x20) >= 'a' && (s.at[i] | 0x20) <= 'z')))
		i++;
	if (i < s.len && s.at[i] == '(') {
		for (size_t j = i; j < s.len; j++) {
			depth += s.at[j] == '(';
			if (s.at[j] == ')' && --depth == 0)
				return j + 1;
		}
		return i > 1 ? i : 0;
	}
	return i > 1 ? i : 0;
}

static struct slice unescape(struct tree *t, struct slice text, bool keep_dollar)
{
	char *out = arena_text(t->arena, text.len + 1);
	size_t n = 0;
	for (size_t i = 0; i < text.len;) {
		struct slice rest = slice(text.at + i, text.len - i);
		size_t len = text.at[i] == '\\' ? escape(rest, &out[n]) : 0;
		if (len) {
			n++;
		} else if (!keep_dollar && rest.len > 1 &&
			   (memcmp(rest.at, "\\$", 2) == 0 || memcmp(rest.at, "$$", 2) == 0)) {
			out[n++] = '$';
			len = 2;
		} else {
			out[n++] = text.at[i];
			len = 1;
		}
		i += len;
	}
	out[n] = 0;
	return slice(out, n);
}

/* The parts of TEXT: what stands between variables, and these. AT is the place of TEXT's first byte; MAPPED is false when the
 * string stands elsewhere (in a #!define), then AT is the place for all. */
static struct node_list parts(struct tree *t, struct slice text, struct span at, bool mapped)
{
	struct node_list list = node_list(NULL);
	size_t from = 0, i = 0;
	while (i <= text.len) {
		size_t len = 0;
		if (i < text.len && text.at[i] == '$')
			len = variable_length(slice(text.at + i, text.len - i));
		if ((len || i == text.len) && i > from)
			list = node_append(
				list, tree_text(t, NODE_TEXT, at,
					      unescape(t, slice(text.at + from, i - from), false)));
		if (i == text.len)
			break;
		if (len) {
			struct span place = at;
			if (mapped)
				place = (struct span){ at.from + (uint32_t)i, at.from + (uint32_t)(i + len) };
			list = node_append(list, tree_variable(t, place, slice(text.at + i, len)));
			i = from = i + len;
		} else if (i + 1 < text.len &&
			   (text.at[i] == '\\' || (text.at[i] == '$' && text.at[i + 1] == '$'))) {
			i += 2;
		} else {
			i++;
		}
	}
	return list;
}

struct node *tree_string(struct tree *t, struct span at, struct slice text, bool raw)
{
	struct node *n = tree_node(t, NODE_STRING, at);
	if (raw) {
		n->text = text;
		n->list = text.len ? tree_text(t, NODE_TEXT, at, text) : NULL;
		return n;
	}
	bool mapped = at.to - at.from == text.len + 2;
	struct span inner = mapped ? (struct span){ at.from + 1, at.to - 1 } : at;
	n->text = unescape(t, text, true);
	n->list = parts(t, text, inner, mapped).first;
	return n;
}

struct node *tree_string_join(struct tree *t, struct node *first, struct node *second)
{
	first->at = span_join(first->at, second->at);
	first->text = arena_join(t->arena, first->text, second->text);
	struct node **end = &first->list;
	while (*end)
		end = &(*end)->next;
	*end = second->list;
	return first;
}

/* ---- variables ---- */

static bool name_byte(char c)
{
	return c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Cuts the bytes of a name off *REST. */
static struct slice cut_name(struct slice *rest)
{
	size_t n = 0;
	while (n < rest->len && name_byte(rest->at[n]))
		n++;
	struct slice name = slice(rest->at, n);
	*rest = slice(rest->at + n, rest->len - n);
	return name;
}

/* Cuts what stands between OPEN, at the start of *REST, and the CLOSE that matches it. */
static bool cut_bracket(struct slice *rest, char open, char close, struct slice *inner)
{
	int depth = 0;
	for (size_t i = 0; i < rest->len; i++) {
		depth += rest->at[i] == open;
		if (rest->at[i] == close && --depth == 0) {
			*inner = slice(rest->at + 1, i - 1);
			*rest = slice(rest->at + i + 1, rest->len - i - 1);
			return true;
		}
	}
	return false;
}

static bool cut_index(struct tree *t, struct node *n, struct slice text)
{
	uint64_t number;
	bool minus = text.len && text.at[0] == '-';
	struct slice digits = minus ? slice(text.at + 1, text.len - 1) : text;
	if (slice_equal(text, SLICE("*"))) {
		n->index = NODE_INDEX_ALL;
	} else if (slice_number(digits, &number) && number < 1000) {
		n->index = minus ? -(int32_t)number : (int32_t)number;
	} else {
		diag_hint(t->diag, diag_error(t->diag, n->at, "[%.*s] is no index", SLICE_FMT(text)),
			"a number or * expected");
		return false;
	}
	return true;
}

/* {class.function,argument,argument} */
static struct node *transform(struct tree *t, struct span at, struct slice text)
{
	struct slice piece, rest = text;
	struct node_list list = node_list(NULL);
	if (!slice_cut(&rest, ',', &piece))
		piece = (struct slice){ "", 0 };
	struct node *n = tree_text(t, NODE_TRANSFORM, at, slice_trim(piece));
	/* A comma in /pattern/replacement/ separates nothing. */
	int row = table_transformation(n->text);
	bool whole = row >= 0 && !strncmp(transformation_rows[row].arguments, "subst ", 6);
	while (rest.len && slice_cut(&rest, whole ? '\0' : ',', &piece))
		list = node_append(list, tree_text(t, NODE_TEXT, at, piece));
	n->list = list.first;
	return n;
}

/* What stands between the parentheses of $(...), or all of $name(key), behind the $. */
static bool read_variable(struct tree *t, struct node *n, struct slice rest, bool wrapped)
{
	struct slice inner;
	struct node_list list = node_list(NULL);
	n->text = cut_name(&rest);
	if (!n->text.len)
		return false;
	if (rest.len && rest.at[0] == '(') {
		if (!cut_bracket(&rest, '(', ')', &inner))
			return false;
		n->key = slice_trim(inner);
		n->number = 1; /* has parentheses */
	}
	if (wrapped && rest.len && rest.at[0] == '[') {
		if (!cut_bracket(&rest, '[', ']', &inner) || !cut_index(t, n, inner))
			return false;
	}
	while (wrapped && rest.len && rest.at[0] == '{') {
		if (!cut_bracket(&rest, '{', '}', &inner))
			return false;
		list = node_append(list, transform(t, n->at, inner));
	}
	n->list = list.first;
	return rest.len == 0;
}

struct node *tree_variable(struct tree *t, struct span at, struct slice text)
{
	struct node *n = tree_node(t, NODE_VARIABLE, at);
	struct slice rest = slice(text.at + 1, text.len - 1), inner;
	bool wrapped = rest.len && rest.at[0] == '(';
	if (wrapped && cut_bracket(&rest, '(', ')', &inner))
		rest = slice_trim(inner);
	if (!read_variable(t, n, rest, wrapped)) {
		if (!diag_error_in(t->diag, at)) {
			struct diag_message *m =
				diag_error(t->diag, at, "%.*s is no variable", SLICE_FMT(text));
			diag_hint(t->diag, m,
				"$name, $name(key), $(name[index]) or $(name{transformation}) expected");
		}
		n->kind = NODE_BAD;
	}
	return n;
}

/* ---- expressions ---- */

struct node *tree_unary(struct tree *t, struct span at, enum node_op op, struct node *operand)
{
	struct node *n = tree_node(t, NODE_UNARY, at);
	n->op = op;
	n->left = below(t, n, operand);
	return n;
}

struct node *tree_binary(
	struct tree *t, struct span sign, enum node_op op, struct node *left, struct node *right)
{
	struct node *n = tree_node(t, NODE_BINARY, span_join(left->at, right->at));
	n->op = op;
	n->name = sign;
	n->left = below(t, n, left);
	n->right = below(t, n, right);
	return n;
}

struct node *tree_bracketed(struct node *n)
{
	n->bracketed = true;
	return n;
}

struct node *tree_assigned(struct tree *t, struct span sign, struct node *left, struct node *right)
{
	diag_hint(t->diag, diag_error(t->diag, sign, "an assignment is no condition"), "did you mean == ?");
	return tree_binary(t, sign, NODE_EQUAL, left, right);
}

struct node *tree_call(
	struct tree *t, struct span at, struct span name, struct slice text, struct node *arguments)
{
	struct node *n = tree_text(t, NODE_CALL, at, text);
	n->name = name;
	n->list = list_below(t, n, arguments);
	return n;
}

/* ---- statements ---- */

struct node *tree_block(struct tree *t, struct span at, struct node *statements)
{
	struct node *n = tree_node(t, NODE_BLOCK, at);
	n->list = list_below(t, n, statements);
	return n;
}

/* BODY, or an empty block for the empty statement ; */
static struct node *body_of(struct tree *t, struct span at, struct node *body)
{
	return body ? body : tree_node(t, NODE_BLOCK, (struct span){ at.to, at.to });
}

struct node *tree_if(
	struct tree *t, struct span at, struct node *condition, struct node *then, struct node *otherwise)
{
	struct node *n = tree_node(t, NODE_IF, at);
	n->left = below(t, n, condition);
	n->right = below(t, n, body_of(t, condition->at, then));
	n->third = below(t, n, otherwise);
	return n;
}

struct node *tree_while(struct tree *t, struct span at, struct node *condition, struct node *body)
{
	struct node *n = tree_node(t, NODE_WHILE, at);
	n->left = below(t, n, condition);
	n->right = below(t, n, body_of(t, condition->at, body));
	return n;
}

/* A case without statements shares those of the next one, as everywhere. */
struct node *tree_switch(struct tree *t, struct span at, struct node *tested, struct node *cases)
{
	struct node *n = tree_node(t, NODE_SWITCH, at);
	struct node_list list = node_list(NULL);
	n->left = below(t, n, tested);
	for (struct node *c = cases, *next; c; c = next) {
		next = c->next;
		c->next = NULL;
		if (c->left && !c->right->list && next && next->left) {
			struct node *last = c->left;
			while (last->next)
				last = last->next;
			last->next = next->left;
			next->left = c->left;
			next->at.from = c->at.from;
			continue;
		}
		list = node_append(list, below(t, n, c));
	}
	n->list = list.first;
	return n;
}

struct node *tree_case(struct tree *t, struct span at, struct node *labels, struct node *statements)
{
	struct node *n = tree_node(t, NODE_CASE, at);
	n->left = list_below(t, n, labels);
	n->right = below(t, n, tree_block(t, at, statements));
	return n;
}

struct node *tree_assign(
	struct tree *t, struct span at, struct node *left, enum node_op op, struct node *value)
{
	struct node *n = tree_node(t, NODE_ASSIGN, at);
	if (left->kind == NODE_NAME) {
		struct diag_message *m =
			diag_error(t->diag, left->at, "%.*s cannot be assigned to", SLICE_FMT(left->text));
		diag_hint(t->diag, m, "variables begin with $; did you mean $var(%.*s)?",
			SLICE_FMT(left->text));
		left->kind = NODE_BAD;
	}
	n->op = op;
	n->left = left;
	n->right = below(t, n, value);
	return n;
}

struct node *tree_do(struct tree *t, struct node *call)
{
	struct node *n = tree_node(t, NODE_DO, call->at);
	n->left = below(t, n, call);
	return n;
}

struct node *tree_return(struct tree *t, struct span at, struct node *value)
{
	struct node *n = tree_node(t, NODE_RETURN, at);
	n->left = below(t, n, value);
	return n;
}

/* ---- the parts of a file ---- */

struct node *tree_parameter(struct tree *t, struct span name, struct slice text, struct node *values)
{
	struct node *n = tree_text(t, NODE_PARAMETER, name, text);
	n->name = name;
	n->list = values;
	return n;
}

struct node *tree_value(struct tree *t, struct span at, struct slice text, bool quoted)
{
	struct node *n = tree_text(t, NODE_VALUE, at, quoted ? unescape(t, text, false) : text);
	n->number = quoted;
	return n;
}

struct node *tree_value_join(struct tree *t, struct node *first, struct node *second)
{
	if (!first->number || !second->number)
		first->text = arena_join(t->arena, first->text, SLICE(" "));
	first->text = arena_join(t->arena, first->text, second->text);
	first->number &= second->number;
	first->at = span_join(first->at, second->at);
	return first;
}

struct node *tree_module(
	struct tree *t, struct span at, struct span name, struct slice text, struct node *list)
{
	struct node *n = tree_text(t, NODE_MODULE, at, text);
	n->name = name;
	n->list = list;
	return n;
}

struct node *tree_section(struct tree *t, struct span keyword, struct slice text, struct span name,
	struct slice key, struct node *settings)
{
	struct node *n = tree_text(t, NODE_SECTION, span_join(keyword, name), text);
	n->name = keyword;
	n->key = key;
	n->list = settings;
	return n;
}

struct node *tree_route(struct tree *t, struct span keyword, struct slice text, struct span name,
	struct slice key, struct node *body)
{
	struct node *n = tree_text(t, NODE_ROUTE, keyword, text);
	n->name = keyword;
	n->key = key;
	if (name.to)
		n->third = tree_text(t, NODE_TEXT, name, key);
	n->right = body;
	return n;
}

const char *tree_op_text(enum node_op op)
{
	static const char *const texts[] = { "", "||", "&&", "|", "^", "&", "==", "!=", "=~", "!~", "in", "<",
		">", "<=", ">=", "<<", ">>", "+", "-", "*", "/", "%", "!", "-", "~" };
	return texts[op];
}
