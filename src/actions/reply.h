/* reply: how actions answer a request.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_ACTIONS_REPLY_H
#define SIPD_ACTIONS_REPLY_H

#include "base/slice.h"

struct run;

/* Answers the request of RUN with STATUS: through its transaction when it has one, else statelessly. REASON "" is the standard phrase.
 * EXTRA is whole header lines or ""; Server, what append_to_reply() collected, and in a 3xx the Contacts of the targets are added.
 * Notes a final reply in run->effects. False when nothing was sent: the request is an ACK, or has a final reply already. */
bool reply_send(struct run *run, int status, struct slice reason, struct slice extra);

#endif
