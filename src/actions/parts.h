/* parts: pieces of URIs that several actions work with.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_ACTIONS_PARTS_H
#define SIPD_ACTIONS_PARTS_H

#include "sip/uri.h"

/* The text of U without its parameters called FIRST and SECOND ("" none), in A. */
struct slice parts_without(struct arena *a, const struct uri *u, struct slice first, struct slice second);

#endif
