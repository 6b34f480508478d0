/* actions: the functions that the rows of lang/actions.def name.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * All have the signature of vm/run.h's action_function. What each does is said in its row, for the manual; an action returns the
 * index of one of the results that the row names. */
#ifndef SIPD_ACTIONS_ACTIONS_H
#define SIPD_ACTIONS_ACTIONS_H

#include "vm/run.h"

#define ACTION(name, function, parameters, results, routes, effects, doc) action_function function;
#define ACTION_ALIAS(other, name)
#include "lang/actions.def"
#undef ACTION
#undef ACTION_ALIAS

#endif
