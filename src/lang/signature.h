/* signature: the parameters and results of an action, as its row in actions.def says them.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_SIGNATURE_H
#define SIPD_LANG_SIGNATURE_H

#include "lang/tables.h"

enum argument_kind {
	ARGUMENT_INT,
	ARGUMENT_TIME,
	ARGUMENT_STRING,
	ARGUMENT_FIELD, /* text of a header field, "Name: value" */
	ARGUMENT_URI,
	ARGUMENT_CODE,
	ARGUMENT_FLAG,
	ARGUMENT_METHODS,
	ARGUMENT_HEADER,
	ARGUMENT_REGEX,
	ARGUMENT_WORD,
	ARGUMENT_ROUTE,
	ARGUMENT_HOST,
	ARGUMENT_SUBST, /* of transformations: /pattern/replacement/flags */
	ARGUMENT_BLOCK, /* name of a block of settings of the kind `words` */
};

struct argument {
	enum argument_kind kind;
	struct slice name;
	struct slice words; /* of a word: a|b|c */
	int64_t min, max;
	enum route_kind route;
	bool optional;
};

enum { SIGNATURE_ARGUMENTS = 8, SIGNATURE_RESULTS = 16 };

struct signature {
	struct argument arguments[SIGNATURE_ARGUMENTS];
	struct slice results[SIGNATURE_RESULTS];
	int count, required, result_count;
};

/* Reads PARAMETERS and RESULTS as rows of actions.def and transformations.def have them. False when they are not well formed: a
 * sentence for the programmer in *ERROR. */
bool signature_parse(const char *parameters, const char *results, struct signature *s, const char **error);

/* The number of the word W of WORDS, a|b|c; -1 when there is none. */
int signature_word(struct slice words, struct slice w);

#endif
