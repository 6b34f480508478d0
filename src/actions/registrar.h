/* registrar: what others need of the registrar.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_ACTIONS_REGISTRAR_H
#define SIPD_ACTIONS_REGISTRAR_H

#include "base/slice.h"

/* Whether A and B are the same contact (RFC 3261 19.1.4); texts that are no URIs when they are the same bytes. For location_settings.same. */
bool registrar_same_contact(struct slice a, struct slice b);

#endif
