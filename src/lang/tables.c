/* tables: the .def files as arrays of rows.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/tables.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

const struct route_row route_rows[] = {
#define ROUTE(id, keywords, named, unnamed, message, doc) { #id, keywords, named, unnamed, message, doc },
#include "lang/routes.def"
#undef ROUTE
};

const struct action_row action_rows[] = {
#define ACTION(name, function, parameters, results, routes, effects, doc)                                    \
	{ #name, parameters, results, doc, routes, effects },
#define ACTION_ALIAS(other, name)
#include "lang/actions.def"
#undef ACTION
#undef ACTION_ALIAS
};
const int action_count = COUNT(action_rows);

const struct variable_row variable_rows[] = {
/* A variable that can be written names a setter, all of which are longer than "NULL". */
#define VARIABLE(name, key, type, get, set, routes, doc)                                                     \
	{ #name, key, doc, type, routes, sizeof(#set) > sizeof("NULL") },
#define VARIABLE_ALIAS(other, name)
#define BARE(word, name)
#include "lang/variables.def"
#undef VARIABLE
#undef VARIABLE_ALIAS
#undef BARE
};
const int variable_count = COUNT(variable_rows);

const struct parameter_row parameter_rows[] = {
#define PARAMETER(name, type, min, max, initial, repeat, doc) { #name, type, initial, doc, min, max, repeat },
#define PARAMETER_ALIAS(other, name)
#include "lang/parameters.def"
#undef PARAMETER
#undef PARAMETER_ALIAS
};
const int parameter_count = COUNT(parameter_rows);

const struct transformation_row transformation_rows[] = {
#define TRANSFORMATION(name, function, arguments, from, to, doc) { #name, arguments, doc, from, to },
#define TRANSFORMATION_ALIAS(other, name)
#include "lang/transformations.def"
#undef TRANSFORMATION
#undef TRANSFORMATION_ALIAS
};
const int transformation_count = COUNT(transformation_rows);

const struct block_row block_rows[] = {
#define BLOCK(word, inside, most, doc) { #word, doc, BLOCK_##inside, most },
#define FIELD(block, name, type, min, max, initial, repeat, required, doc)
#include "lang/farm.def"
#undef BLOCK
#undef FIELD
};

const struct field_row field_rows[] = {
#define BLOCK(word, inside, most, doc)
#define FIELD(block, name, type, min, max, initial, repeat, required, doc)                                   \
	{ BLOCK_##block, required, { #name, type, initial, doc, min, max, repeat } },
#include "lang/farm.def"
#undef BLOCK
#undef FIELD
};

/* The alias lists end with a row without a name, since a list may be empty. */
const struct alias_row action_aliases[] = {
#define ACTION(name, function, parameters, results, routes, effects, doc)
#define ACTION_ALIAS(other, name) { #other, #name },
#include "lang/actions.def"
#undef ACTION
#undef ACTION_ALIAS
	{ NULL, NULL }
};
const int action_alias_count = COUNT(action_aliases) - 1;

const struct alias_row variable_aliases[] = {
#define VARIABLE(name, key, type, get, set, routes, doc)
#define VARIABLE_ALIAS(other, name) { #other, #name },
#define BARE(word, name)
#include "lang/variables.def"
#undef VARIABLE_ALIAS
#undef BARE
	{ NULL, NULL }
};
const int variable_alias_count = COUNT(variable_aliases) - 1;

const struct alias_row bare_words[] = {
#define VARIABLE_ALIAS(other, name)
#define BARE(word, name) { #word, #name },
#include "lang/variables.def"
#undef VARIABLE
#undef VARIABLE_ALIAS
#undef BARE
	{ NULL, NULL }
};
const int bare_word_count = COUNT(bare_words) - 1;

const struct alias_row parameter_aliases[] = {
#define PARAMETER(name, type, min, max, initial, repeat, doc)
#define PARAMETER_ALIAS(other, name) { #other, #name },
#include "lang/parameters.def"
#undef PARAMETER
#undef PARAMETER_ALIAS
	{ NULL, NULL }
};
const int parameter_alias_count = COUNT(parameter_aliases) - 1;

/* No type has a comma in it. */
int table_arity(const char *parameters)
{
	int n = *parameters != '\0';
	for (const char *at = parameters; *at; at++)
		n += *at == ',';
	for (const char *at = parameters; (at = strstr(at, "subst ")); at++)
		n += 2;
	return n;
}

const struct alias_row transformation_aliases[] = {
#define TRANSFORMATION(name, function, arguments, from, to, doc)
#define TRANSFORMATION_ALIAS(other, name) { #other, #name },
#include "lang/transformations.def"
#undef TRANSFORMATION
#undef TRANSFORMATION_ALIAS
	{ NULL, NULL }
};
const int transformation_alias_count = COUNT(transformation_aliases) - 1;

/* NAME, or what it is an alias of. */
static struct slice original(const struct alias_row *aliases, struct slice name)
{
	for (; aliases->name; aliases++)
		if (slice_equal(name, slice_of(aliases->name)))
			return slice_of(aliases->of);
	return name;
}

#define FIND(rows, count, aliases, word)                                                                     \
	struct slice of = original(aliases, word);                                                           \
	for (int i = 0; i < (count); i++)                                                                    \
		if (slice_equal(of, slice_of((rows)[i].name)))                                               \
			return i;                                                                            \
	return -1

int table_action(struct slice name)
{
	FIND(action_rows, action_count, action_aliases, name);
}

int table_variable(struct slice name)
{
	FIND(variable_rows, variable_count, variable_aliases, name);
}

int table_parameter(struct slice name)
{
	FIND(parameter_rows, parameter_count, parameter_aliases, name);
}

int table_transformation(struct slice name)
{
	FIND(transformation_rows, transformation_count, transformation_aliases, name);
}

int table_bare_word(struct slice word)
{
	for (const struct alias_row *bare = bare_words; bare->name; bare++)
		if (slice_equal(word, slice_of(bare->name)))
			return table_variable(slice_of(bare->of));
	return -1;
}
