/* reload: a new program for the running server, compiled in a process of its own.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_RELOAD_H
#define SIPD_SERVER_RELOAD_H

#include "base/slice.h"
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

struct program;

/* Compiles the script that the server was started with, printing what is wrong with it to ERRORS. NULL when there are errors. */
typedef const struct program *reload_compile(void *user, FILE *errors);

struct reload {
	pid_t pid; /* 0: none under way */
	int orders;
	uint64_t deadline;
	int program;  /* the sealed program's descriptor; -1 */
	int messages; /* a memfd with what the compiler printed; -1 */
};

/* Starts one at NOW; false and errno when that fails. */
bool reload_start(struct reload *r, reload_compile *compile, void *user, uint64_t now);

/* Reads what the compiling process has sent. */
void reload_read(struct reload *r);

/* Ends one that takes too long. */
void reload_expire(struct reload *r, uint64_t now);

/* Its process has ended: the new program, or NULL; what the compiler printed in *MESSAGES, freed with free(). The descriptor in
 * R->program is the caller's to close. */
const struct program *reload_finish(struct reload *r, char **messages);

#endif
