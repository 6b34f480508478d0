/* emit: makes a program of a checked script.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_EMIT_H
#define SIPD_LANG_EMIT_H

#include "lang/check.h"
#include "lang/program.h"

/* The program of S, which check found without error; the caller has its reference. NULL, and a sentence in ERROR (PROGRAM_ERROR
 * bytes), when it goes beyond what a program can hold. */
const struct program *emit(const struct script *s, char *error);

#endif
