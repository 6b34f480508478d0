/* tables: what the .def files say, as data.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * actions.def, variables.def, parameters.def, routes.def, transformations.def and ops.def are the only places of their facts.
 * Each is expanded here into an enum and an array of rows; the checks, the listings and the manual read these. The C
 * functions that rows name are bound in src/actions/tables.c, so that the front end needs none of them. */
#ifndef SIPD_LANG_TABLES_H
#define SIPD_LANG_TABLES_H

#include "base/slice.h"

/* Kinds of route, and their bits for the `routes` column of other tables. */
enum route_kind {
#define ROUTE(id, keywords, named, unnamed, message, doc) ROUTE_##id,
#include "lang/routes.def"
#undef ROUTE
	ROUTE_KINDS
};
enum {
#define ROUTE(id, keywords, named, unnamed, message, doc) R_##id = 1 << ROUTE_##id,
#include "lang/routes.def"
#undef ROUTE
	R_ANY = (1 << ROUTE_KINDS) - 1
};

/* What a call does beside its result; for the flow checks ("second final reply", "nothing done"). */
enum {
	E_NONE = 0,
	E_REPLIES = 1,   /* sends a final reply (a code argument below 200 does not count) */
	E_RELAYS = 2,    /* forwards the request */
	E_REWRITES = 4,  /* changes the Request-URI or the target set */
	E_WAITS = 8,     /* may suspend the run */
	E_ON_FALSE = 16, /* has replied itself when its result is false (sanity_check) */
	E_DISCARDS = 32, /* deliberately ends the request without an answer */
};

/* Types of values in the language. A type with T_NULL may be absent. */
enum {
	T_INT = 1,
	T_BOOL = 2,
	T_STRING = 4,
	T_IP = 8,
	T_NULL = 16,
};

struct route_row {
	const char *id, *keywords; /* keywords separated by | */
	bool named, unnamed;       /* which forms exist: route[NAME], route */
	const char *message, *doc;
};
struct action_row {
	const char *name, *parameters, *results, *doc;
	unsigned routes, effects;
};
struct variable_row {
	const char *name, *key; /* key: "" none, else what it is called: "name" */
	const char *doc;
	unsigned type, routes;
	bool writable;
};
struct parameter_row {
	const char *name, *type, *initial, *doc;
	int64_t min, max;
	bool repeat;
};

struct transformation_row {
	const char *name, *arguments, *doc; /* name: "s.len"; arguments: typed as an action's parameters */
	unsigned from, to;                  /* T_ bits */
};

enum block_id {
	BLOCK_TOP = -1,
#define BLOCK(word, inside, most, doc) BLOCK_##word,
#define FIELD(block, name, type, min, max, initial, repeat, required, doc)
#include "lang/farm.def"
#undef BLOCK
#undef FIELD
	BLOCKS
};
enum field_id {
#define BLOCK(word, inside, most, doc)
#define FIELD(block, name, type, min, max, initial, repeat, required, doc) FIELD_##block##_##name,
#include "lang/farm.def"
#undef BLOCK
#undef FIELD
	FIELDS
};

/* A kind of block of settings, and a field of one. */
struct block_row {
	const char *word, *doc;
	enum block_id inside;
	int most;
};
struct field_row {
	enum block_id block;
	bool required;
	struct parameter_row row;
};
extern const struct block_row block_rows[];
extern const struct field_row field_rows[];

/* Another name for the row called OF. */
struct alias_row {
	const char *name, *of;
};

extern const struct route_row route_rows[];
extern const struct action_row action_rows[];
extern const struct variable_row variable_rows[];
extern const struct parameter_row parameter_rows[];
extern const struct transformation_row transformation_rows[];
extern const int action_count, variable_count, parameter_count, transformation_count;
extern const struct alias_row action_aliases[], variable_aliases[], parameter_aliases[], bare_words[],
	transformation_aliases[];
extern const int transformation_alias_count, action_alias_count, variable_alias_count, parameter_alias_count,
	bare_word_count;

/* How many values a call of a row with PARAMETERS has: one for each parameter, three for a "subst". */
int table_arity(const char *parameters);

/* The row called NAME or with that alias; -1 when there is none. table_action gives the first of rows with the same name;
 * table_bare_word a row of variables. */
int table_action(struct slice name);
int table_variable(struct slice name);
int table_bare_word(struct slice word);
int table_parameter(struct slice name);
int table_transformation(struct slice name);

enum parameter_id {
#define PARAMETER(name, type, min, max, initial, repeat, doc) PARAMETER_##name,
#define PARAMETER_ALIAS(name, of)
#include "lang/parameters.def"
#undef PARAMETER
#undef PARAMETER_ALIAS
	PARAMETERS
};

#endif
