/* check: finds out what the names of a script mean, and everything about it that cannot work.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_CHECK_H
#define SIPD_LANG_CHECK_H

#include "base/value.h"
#include "lang/tree.h"

/* A route block. */
struct script_route {
	struct node *node;
	enum route_kind kind;
	struct slice name;
	struct span at; /* of its name, or of its keyword */
	unsigned
		roots; /* R_ bits of the routes from which it is reached; its own for one that is no sub-route */
	bool used;     /* called or armed */
	struct script_call *calls; /* that it makes */
	int state;                 /* of a walk over the calls */
	int height;                /* of the longest way of calls that begins here, in routes */
};

/* A call of another route. */
struct script_call {
	struct script_call *next;
	struct node *node;
	int from, to;
	unsigned kinds; /* R_ bits of the routes in which it can happen */
};

/* A $var or $avp. */
struct script_variable {
	struct slice name;
	unsigned type;   /* T_ bits; 0 while nothing is known */
	struct span set; /* where the type comes from */
	struct span read;
	bool is_set, is_read;
};

/* A parameter's value, as program_int and program_text have it. */
struct script_parameter {
	struct script_parameter *next;
	int row;
	struct value value;
	struct span at, name;
	bool forced; /* by -o */
};

/* A block of settings, and its fields' values as program_field_int and its like have them. */
struct script_field {
	struct script_field *next;
	enum field_id id;
	struct value value;
	struct span at;
};
struct script_block {
	struct script_block *next;
	enum block_id kind;
	int index, parent; /* in the order of the script; -1 */
	struct slice name;
	struct span at;
	struct script_field *fields;
};

struct script {
	struct tree *tree;
	struct diag *diag;
	struct arena *arena;
	struct script_route *routes;
	int route_count;
	struct script_variable *vars, *avps;
	int var_count, var_size, avp_count, avp_size;
	struct script_parameter *parameters; /* in their order */
	struct script_block *blocks;         /* likewise */
	uint64_t flags_set, flags_tested;
	struct span flag_at[64];
};

/* Checks the tree in S, annotates its nodes and fills in the rest of S. OVERRIDES are "name=value", ended by NULL; may be NULL. What is
 * wrong goes to the diag. */
void check(struct script *s, const char *const *overrides);

#endif
