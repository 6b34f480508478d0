/* catalogue: what the tables say, for people: `sipd --functions` and its like, and the chapters of sipd.cfg(5).
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_CATALOGUE_H
#define SIPD_LANG_CATALOGUE_H

#include "lang/tables.h"

#include <stdio.h>

enum catalogue {
	CATALOGUE_ACTIONS,
	CATALOGUE_VARIABLES,
	CATALOGUE_PARAMETERS,
	CATALOGUE_ROUTES,
	CATALOGUE_TRANSFORMATIONS,
	CATALOGUE_INSTRUCTIONS,
	CATALOGUE_BLOCKS,
	CATALOGUES
};

enum catalogue_format {
	CATALOGUE_TEXT,
	CATALOGUE_MDOC, /* a list for mdoc(7), without a heading */
};

/* Writes table WHICH to F. */
void catalogue_print(FILE *f, enum catalogue which, enum catalogue_format format);

/* The name of a catalogue as in sipd's options and the manual's places: "functions" (or "actions"), "variables", "parameters", "routes",
 * "transformations", "instructions", "blocks"; -1 when NAME is none. */
int catalogue_find(struct slice name);

#endif
