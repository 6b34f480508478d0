/* sofia: libsofia-sip's parsers as the judges of single values.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * What sipd takes apart itself it lets libsofia-sip judge as well: a value is good when both find it so. The library gets one value
 * at a time, in a copy on the stack: so it sees no lists (its own way with them is recursive), no folds and no NUL, and nothing
 * of what it makes outlives the call. Only this file and core/resolve know the library. None of its random numbers is used,
 * and su_init is not needed for these functions. */
#ifndef SIPD_SIP_SOFIA_H
#define SIPD_SIP_SOFIA_H

#include "base/slice.h"

enum { SOFIA_VALUE = 4096 /* longer values are no good */ };

/* Whether S is a URI; one value of Via; of From or To; of Contact; of Route, Record-Route or Path. */
bool sofia_uri(struct slice s);
bool sofia_via(struct slice s);
bool sofia_from(struct slice s);
bool sofia_contact(struct slice s);
bool sofia_route(struct slice s);

#endif
