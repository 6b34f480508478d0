/* method: SIP's methods, by name and as bits.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_BASE_METHOD_H
#define SIPD_BASE_METHOD_H

#include "base/slice.h"

enum method {
	METHOD_OTHER, /* an extension method: its name is in the message */
	METHOD_INVITE,
	METHOD_ACK,
	METHOD_CANCEL,
	METHOD_BYE,
	METHOD_REGISTER,
	METHOD_OPTIONS,
	METHOD_SUBSCRIBE,
	METHOD_NOTIFY,
	METHOD_PUBLISH,
	METHOD_MESSAGE,
	METHOD_INFO,
	METHOD_PRACK,
	METHOD_UPDATE,
	METHOD_REFER,
	METHODS
};

/* The method called NAME, case-sensitively (RFC 3261 7.1), METHOD_OTHER when unknown; and its name ("" for METHOD_OTHER). */
enum method method_parse(struct slice name);
struct slice method_name(enum method m);

#endif
