/* parse: drives the grammar over the tokens and words its errors.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_PARSE_H
#define SIPD_LANG_PARSE_H

#include "lang/token.h"
#include "lang/tree.h"

struct parser {
	struct tree *tree;
	const struct tokens *tokens;
	int next;           /* token to be read next */
	int depth;          /* braces open before it */
	bool skip;          /* after an error: the next token is SYNC */
	int sync;           /* where reading goes on behind it */
	struct token ahead; /* the token read last */
};

/* Makes the tree of TOKENS, whose brackets match. Syntax errors are reported to the tree's diag; a statement with one is
 * NODE_BAD. */
void parse(struct tree *tree, const struct tokens *tokens);

/* For the grammar: the next token; the source text of a stretch; `route X {` where route[X] was meant. */
const struct token *parse_next(struct parser *p);
struct slice parse_text(struct parser *p, struct span at);
struct node *parse_bare_route(struct parser *p, struct span keyword, struct slice text, struct span name,
	struct slice key, struct node *body);

/* Reports that the token read last does not fit; NAMES are the COUNT tokens that would, as the grammar calls them. Decides how to
 * go on: behind a missing ; at once, else at the end of the statement. */
void parse_unexpected(struct parser *p, const char *const *names, int count);

#endif
