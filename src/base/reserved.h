/* reserved: the header fields that sipd itself depends on, so that no script adds a second one or removes the first.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_BASE_RESERVED_H
#define SIPD_BASE_RESERVED_H

#include "base/slice.h"

/* Whether NAME is the name of one of them, in any case, compact forms included (RFC 3261 7.3.3). */
bool reserved_header(struct slice name);

#endif
