/* field: header fields that a script writes, checked before they go into a message.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_ACTIONS_FIELD_H
#define SIPD_ACTIONS_FIELD_H

#include "sip/message.h"

struct run;

/* Makes *LINE, "Name: value\r\n" in the request's arena, of TEXT, which may lack the line end. False, and a line in the log, when
 * TEXT is no header field, holds a line end or NUL inside (so that no computed part can smuggle in another field), or is reserved (base/reserved.h). */
bool field_line(struct run *run, struct slice text, struct slice *line);

#endif
