/* transform: the functions that the rows of lang/transformations.def name.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * All have the signature of vm/run.h's transform_function. What each does is said in its row, for the manual. Those of text are in
 * transform.c; those that need SIP in src/actions/transform_uri.c. */
#ifndef SIPD_VM_TRANSFORM_H
#define SIPD_VM_TRANSFORM_H

#include "vm/run.h"

#define TRANSFORMATION(name, function, arguments, from, to, doc) transform_function function;
#define TRANSFORMATION_ALIAS(other, name)
#include "lang/transformations.def"
#undef TRANSFORMATION
#undef TRANSFORMATION_ALIAS

#endif
