/* listing: a program for people, with names instead of numbers.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_LISTING_H
#define SIPD_LANG_LISTING_H

#include "lang/program.h"

#include <stdio.h>

/* Writes P: the parameters that the script sets, then each route with its words, "line:column  number  instruction  operand". */
void listing_print(FILE *f, const struct program *p);

/* The same with the script's lines between the words that they became. LINE gives line N (from 1) of source file FILE (an index of
 * p->sources) without its newline; "" when there is none. */
typedef struct slice listing_line(void *user, int file, uint32_t n);
void listing_print_sources(FILE *f, const struct program *p, listing_line *line, void *user);

/* Word PC as in a listing, "CALL t_relay/2"; a value as it is written in a script, text shortened to 100 bytes; the title of a
 * route, "failure_route[NAME]". In ARENA. */
struct slice listing_word(const struct program *p, uint32_t pc, struct arena *arena);
struct slice listing_value(const struct value *v, struct arena *arena);
struct slice listing_route(const struct program *p, uint32_t route, struct arena *arena);

#endif
