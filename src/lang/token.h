/* token: what the lexer makes of a file, and what the parser reads.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A whole file becomes an array of tokens before anything looks at them: so the preprocessor and the bracket check are plain
 * walks over arrays. */
#ifndef SIPD_LANG_TOKEN_H
#define SIPD_LANG_TOKEN_H

#include "lang/diag.h"

struct token {
	int kind; /* of grammar/parser.y, a character, or one of the following */
	struct span at;
	struct slice text; /* as written; without quotes, slashes and flags where there are such */
	int64_t number;    /* NUMBER; of a REGEX whether /i is set */
	bool first;        /* on its line */
	int indent;        /* of its line, in columns, a tab reaching to the next multiple of 8 */
};

enum {
	TOKEN_DIRECTIVE = 10000, /* #!word */
	TOKEN_LINE_END,          /* end of a directive's line */
};

struct tokens {
	struct arena *arena;
	struct token *at;
	int count, size;
};

/* Appends T. */
void tokens_add(struct tokens *list, struct token t);

/* Puts T before the token at INDEX; removes the token at INDEX. */
void tokens_insert(struct tokens *list, int index, struct token t);
void tokens_remove(struct tokens *list, int index);

/* Makes the tokens of FILE; what is no token is reported and left out. In grammar/lexer.l. */
void lexer_scan(struct diag *diag, const struct source_file *file, struct tokens *out);

/* Reads all of FILE with what it includes, obeying #!define and its like, into OUT. */
struct preprocess_options {
	const char *const *defines; /* NAME or NAME=VALUE; ends with NULL; may be NULL */
};
void preprocess(struct diag *diag, const struct source_file *file, const struct preprocess_options *options,
	struct tokens *out);

/* Makes the brackets in LIST match: reports each that does not, at the one that is to blame, and mends it, so that the parser
 * sees a well-formed text. */
void brackets_balance(struct diag *diag, struct tokens *list);

#endif
