/* flow: what can happen along the paths through a script.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_FLOW_H
#define SIPD_LANG_FLOW_H

#include "lang/check.h"

/* Looks at the paths through the routes of a checked script: a $var that is read before it is set, a request that is answered or
 * relayed twice or not at all, statements that are never reached. Tells the diag. */
void flow(struct script *s);

#endif
