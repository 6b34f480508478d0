/* tree: what the grammar makes of a script, and what the check finds out about it.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * All nodes live in the compilation's arena. The grammar fills in the first part of a node; check.c the second; emit.c only
 * reads. Which fields mean something depends on the kind and stands beside it. */
#ifndef SIPD_LANG_TREE_H
#define SIPD_LANG_TREE_H

#include "lang/diag.h"
#include "lang/tables.h"

enum node_kind {
	/* expressions */
	NODE_NUMBER,   /* number */
	NODE_QUANTITY, /* text: 5s, 64k */
	NODE_STRING, /* list: parts, NODE_TEXT and NODE_VARIABLE; text: without regard to $, for patterns and constants */
	NODE_TEXT,      /* text */
	NODE_REGEX,     /* text; number: 1 for /i */
	NODE_ADDRESS,   /* text; check: network, port */
	NODE_VARIABLE,  /* text: name; key; index; list: NODE_TRANSFORM, outermost last */
	NODE_TRANSFORM, /* text: "s.substr"; list: NODE_TEXT, its arguments */
	NODE_NAME,      /* text */
	NODE_NULL,      /* */
	NODE_BOOL,      /* number */
	NODE_MYSELF,    /* */
	NODE_CALL,      /* text; name; list: arguments */
	NODE_UNARY,     /* op, left */
	NODE_BINARY,    /* op, left, right; name: the operator's place */
	/* statements */
	NODE_BLOCK,  /* list */
	NODE_IF,     /* left: condition, right: then, third: else or NULL */
	NODE_WHILE,  /* left: condition, right: body */
	NODE_SWITCH, /* left: what is tested, list: NODE_CASE */
	NODE_CASE,   /* left: list of labels, NULL for default; right: NODE_BLOCK */
	NODE_ASSIGN, /* left: variable, right: value; op: 0, or OP_NODE_ADD for += */
	NODE_DO,     /* left: the call */
	NODE_EXIT,   /* */
	NODE_DROP,   /* */
	NODE_BREAK,  /* */
	NODE_RETURN, /* left: value or NULL */
	NODE_BAD,    /* a statement with a syntax error */
	/* the parts of a file */
	NODE_PARAMETER, /* text; name; list: NODE_VALUE */
	NODE_VALUE,     /* text; number: whether it was quoted */
	NODE_MODULE,    /* text: loadmodule, modparam or what stands there; name; list */
	NODE_SECTION, /* text: keyword; name: its place; key: the block's name; list: NODE_PARAMETER, NODE_SECTION */
	NODE_ROUTE, /* text: keyword; name: its place; key: the route's name; third: NODE_TEXT at the name, or NULL; right: body */
};

enum node_op {
	NODE_OR = 1,
	NODE_AND,
	NODE_BIT_OR,
	NODE_BIT_XOR,
	NODE_BIT_AND,
	NODE_EQUAL,
	NODE_UNEQUAL,
	NODE_MATCH,
	NODE_NOT_MATCH,
	NODE_IN,
	NODE_LESS,
	NODE_MORE,
	NODE_LESS_EQUAL,
	NODE_MORE_EQUAL,
	NODE_SHIFT_LEFT,
	NODE_SHIFT_RIGHT,
	NODE_ADD,
	NODE_SUBTRACT,
	NODE_MULTIPLY,
	NODE_DIVIDE,
	NODE_MODULO,
	NODE_NOT,
	NODE_NEGATE,
	NODE_COMPLEMENT,
};

enum { NODE_INDEX_NONE = INT32_MAX, NODE_INDEX_ALL = INT32_MIN };

struct node {
	enum node_kind kind;
	enum node_op op;
	struct span at, name;
	struct node *next; /* in a list */
	struct node *left, *right, *third, *list;
	struct slice text, key;
	int64_t number;
	int32_t index;
	int depth;      /* of what hangs below */
	bool bracketed; /* written in parentheses */

	/* check's */
	unsigned type; /* T_ bits of an expression; 0 when something is wrong with it, already said */
	int row; /* variable's, action's or transformation's row; slot of $var and $avp; number of a route */
	int results; /* of a result's name, and of a comparison with one: its index */
	enum { USE_NONE, USE_ROW, USE_VAR, USE_AVP, USE_RC, USE_ROUTE, USE_ACTION } use;
	int argument;            /* of an argument: it has been turned into a number */
	struct network *network; /* of an address */
	bool constant;           /* known now */
	bool bare;               /* a variable written as one of SER's words: method, src_ip */
};

/* What a node list grows at its end by: keep a pointer to it while a list is built. */
struct node_list {
	struct node *first, *last;
};

struct tree {
	struct diag *diag;
	struct arena *arena;
	struct node_list items; /* NODE_PARAMETER, NODE_MODULE, NODE_SECTION, NODE_ROUTE in their order */
};

struct node_list node_list(struct node *first);
struct node_list node_append(struct node_list list, struct node *n);

struct node *tree_node(struct tree *t, enum node_kind kind, struct span at);
struct node *tree_text(struct tree *t, enum node_kind kind, struct span at, struct slice text);
struct node *tree_number(struct tree *t, struct span at, int64_t n);

/* A string as written between double quotes (RAW false) or single ones; tree_string_join puts SECOND behind FIRST. */
struct node *tree_string(struct tree *t, struct span at, struct slice text, bool raw);
struct node *tree_string_join(struct tree *t, struct node *first, struct node *second);

/* $name, $name(key), $(name(key)[index]{transformation}...); TEXT with the $. */
struct node *tree_variable(struct tree *t, struct span at, struct slice text);

struct node *tree_unary(struct tree *t, struct span at, enum node_op op, struct node *operand);
struct node *tree_binary(
	struct tree *t, struct span sign, enum node_op op, struct node *left, struct node *right);

/* N, which stands in parentheses. */
struct node *tree_bracketed(struct node *n);

/* (left = right) where a condition or argument stands: reported; understood as ==. */
struct node *tree_assigned(struct tree *t, struct span sign, struct node *left, struct node *right);

struct node *tree_call(
	struct tree *t, struct span at, struct span name, struct slice text, struct node *arguments);

/* Statements. */
struct node *tree_block(struct tree *t, struct span at, struct node *statements);
struct node *tree_if(
	struct tree *t, struct span at, struct node *condition, struct node *then, struct node *otherwise);
struct node *tree_while(struct tree *t, struct span at, struct node *condition, struct node *body);
struct node *tree_switch(struct tree *t, struct span at, struct node *tested, struct node *cases);
struct node *tree_case(struct tree *t, struct span at, struct node *labels, struct node *statements);
struct node *tree_assign(
	struct tree *t, struct span at, struct node *left, enum node_op op, struct node *value);
struct node *tree_do(struct tree *t, struct node *call);
struct node *tree_return(struct tree *t, struct span at, struct node *value);

/* The parts of a file. */
struct node *tree_parameter(struct tree *t, struct span name, struct slice text, struct node *values);
struct node *tree_value(struct tree *t, struct span at, struct slice text, bool quoted);
struct node *tree_value_join(struct tree *t, struct node *first, struct node *second);
struct node *tree_module(
	struct tree *t, struct span at, struct span name, struct slice text, struct node *list);
struct node *tree_section(struct tree *t, struct span keyword, struct slice text, struct span name,
	struct slice key, struct node *settings);
struct node *tree_route(struct tree *t, struct span keyword, struct slice text, struct span name,
	struct slice key, struct node *body);

/* How an operator is written. */
const char *tree_op_text(enum node_op op);

#endif
