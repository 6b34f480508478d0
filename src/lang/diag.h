/* diag: what is wrong with a script, said so that it can be mended.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Problems are collected while a script is read and printed together, in the order of their places:
 *
 *     sipd.cfg:21:15: error: there is no route RELEY
 *        21 |         route(RELEY);
 *           |               ^~~~~ did you mean RELAY?
 *     sipd.cfg:25:7: note: RELAY is defined here
 *        25 | route[RELAY] {
 *           |       ^~~~~
 *
 * One mistake should give one message. A struct diag keeps the sources, so it outlives the compilation; it is freed by whoever
 * made it. */
#ifndef SIPD_LANG_DIAG_H
#define SIPD_LANG_DIAG_H

#include "lang/source.h"
#include <stdio.h>

struct diag;
struct diag_message;

enum { DIAG_PRINTED = 100 /* messages; the others are only counted */ };

struct diag *diag_new(void);
void diag_free(struct diag *d);

/* The sources that places refer to. */
struct sources *diag_sources(struct diag *d);

/* Adds a problem at AT. A second message of the same text at the same place is dropped (but may be decorated all the same). */
struct diag_message *diag_error(struct diag *d, struct span at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
struct diag_message *diag_warning(struct diag *d, struct span at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Adds an error about no place in a file. */
struct diag_message *diag_general(struct diag *d, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* What to do about message M, printed behind the underline: `did you mean "X"?`. */
void diag_hint(struct diag *d, struct diag_message *m, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* A second place that message M is about, printed as a note after it. */
void diag_also(struct diag *d, struct diag_message *m, struct span at, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* While D is silenced (the calls nest), nothing is added. */
void diag_silence(struct diag *d, bool on);

/* Makes warnings of the errors within SPAN, or with FORGET drops them. */
void diag_soften(struct diag *d, struct span span, bool forget);

int diag_errors(const struct diag *d);

/* Whether an error lies within SPAN. */
bool diag_error_in(const struct diag *d, struct span span);

/* Prints all problems (at most DIAG_PRINTED) and a line with their counts; nothing when there are none. */
void diag_print(const struct diag *d, FILE *f);

/* The same as text; freed with free(). */
char *diag_text(const struct diag *d);

#endif
