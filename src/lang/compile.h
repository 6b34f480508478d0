/* compile: from the text of a script to a program; the one way in.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_COMPILE_H
#define SIPD_LANG_COMPILE_H

#include "lang/diag.h"
#include "lang/program.h"

struct compile_options {
	const char *const *defines;   /* -D: NAME or NAME=VALUE, ended by NULL; may be NULL */
	const char *const *overrides; /* -o: PARAMETER=VALUE, ended by NULL; may be NULL */
};

/* Compiles the file PATH (or TEXT under the NAME) with all that it includes. All problems go to DIAG. Returns the program, whose
 * reference is the caller's, or NULL when there are errors. OPTIONS may be NULL. */
const struct program *compile_file(
	const char *path, const struct compile_options *options, struct diag *diag);
const struct program *compile_text(
	const char *name, struct slice text, const struct compile_options *options, struct diag *diag);

#endif
