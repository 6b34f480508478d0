/* tables: the functions behind the rows of the .def files, in their order.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/actions.h"
#include "actions/variables.h"
#include "vm/transform.h"

action_function *const run_actions[] = {
#define ACTION(name, function, parameters, results, routes, effects, doc) function,
#define ACTION_ALIAS(other, name)
#include "lang/actions.def"
#undef ACTION
#undef ACTION_ALIAS
};

variable_get *const run_getters[] = {
#define VARIABLE(name, key, type, get, set, routes, doc) get,
#define VARIABLE_ALIAS(other, name)
#define BARE(word, name)
#include "lang/variables.def"
#undef VARIABLE
};

variable_set *const run_setters[] = {
#define VARIABLE(name, key, type, get, set, routes, doc) set,
#include "lang/variables.def"
#undef VARIABLE
#undef VARIABLE_ALIAS
#undef BARE
};

transform_function *const run_transforms[] = {
#define TRANSFORMATION(name, function, arguments, from, to, doc) function,
#define TRANSFORMATION_ALIAS(other, name)
#include "lang/transformations.def"
#undef TRANSFORMATION
#undef TRANSFORMATION_ALIAS
};
