/* parent: the process that starts the others, and starts them again.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * It holds the sockets and the shared memory, so that no child's death loses them; it never touches a message (D9). */
#ifndef SIPD_SERVER_PARENT_H
#define SIPD_SERVER_PARENT_H

#include "server/reload.h"

struct parent_options {
	const struct program *program; /* to serve with */
	reload_compile *compile;       /* makes another one of the same files, for a reload */
	void *user;
	const char *name; /* of the script, for the log */
};

/* Serves until it is told to stop: 0; 3 when the server could not start, which is logged in one line: then nothing of it is left. */
int parent_run(const struct parent_options *o);

#endif
