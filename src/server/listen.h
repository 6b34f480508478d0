/* listen: from the values of `listen` to the addresses that are listened on.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_LISTEN_H
#define SIPD_SERVER_LISTEN_H

#include "base/arena.h"
#include "core/site.h"

enum { LISTEN_MOST = 256, LISTEN_ERROR = 256, LISTEN_PORT = 5060 };

/* A value taken apart: "udp:HOST:PORT", both "udp:" and ":PORT" optional, "advertise HOST[:PORT]" behind it optional. */
struct listen {
	struct slice host; /* an address without brackets, an interface, or a name */
	uint16_t port;
	struct slice advertise_host; /* "" none */
	uint16_t advertise_port;
};

/* Takes TEXT apart. False, and a sentence in ERROR (LISTEN_ERROR bytes), when it is none. */
bool listen_parse(struct slice text, struct listen *l, char *error);

/* Appends the listeners that TEXT stands for to LIST[0..*COUNT), which has room for LISTEN_MOST; those already there are left out. Asks the
 * system's resolver for names. Texts are made in ARENA. False, and a sentence in ERROR, when there is none or no room. */
bool listen_expand(struct arena *arena, struct slice text, struct listener *list, int *count, char *error);

#endif
