/* parts: pieces of URIs that several actions work with.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_ACTIONS_PARTS_H
#define SIPD_ACTIONS_PARTS_H

#include "base/buffer.h"
#include "sip/uri.h"

/* The text of U without its parameters called FIRST and SECOND ("" none), in A. */
struct slice parts_without(struct arena *a, const struct uri *u, struct slice first, struct slice second);

/* Appends ";q=Q" of Q in thousandths, without zeros behind; nothing when Q is negative. */
void parts_add_q(struct buffer *out, int q);

#endif
