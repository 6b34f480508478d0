/* guard: cuts a datagram into its lines, and lets nothing through that could confuse whoever reads them.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Linear in the datagram's length. Lines that hold what no line may hold (a lone CR, a NUL that is not quoted, no field name) are
 * left out and `wrong` says why: so they are never repeated in a reply. */
#ifndef SIPD_SIP_GUARD_H
#define SIPD_SIP_GUARD_H

#include "sip/message.h"

enum {
	GUARD_LINES = 256,   /* header field lines that a message may have */
	GUARD_FOLDS = 1024,  /* continuation lines that they may have in all */
	GUARD_VALUES = 128,  /* values that are parsed; */
	GUARD_PARSED = 8192, /* and all their bytes together */
	GUARD_START = 4096,  /* bytes of a start line */
};

/* DATA without the filler in front: line ends, blanks, NUL. */
struct slice guard_skip(struct slice data);

/* The first line of DATA without its line end; "" when it has no end or is too long to be one. */
struct slice guard_start_line(struct slice data);

/* Takes TEXT, in arena A, which begins with a start line, apart. *BODY is what stands behind the blank line; header field lines go to
 * LINES, which is empty. Bare LFs as line ends are taken, but what is made of them has CRLF: then *TEXT is another text.
 * Returns NULL, or what is wrong with it. */
const char *guard_lines(struct arena *a, struct slice *text, struct lines *lines, struct slice *body);

/* Cuts a line with its line end off *REST; with FOLDS, as a header field line does, together with its continuation lines (7.3.1), of
 * which *FOLDS says how many are still allowed. False when *REST holds no line end, or too many of those. */
bool guard_cut(struct slice *rest, int *folds, struct slice *line);

/* Takes whole header field lines apart, into LINES. False when TEXT holds anything else: bare CR or LF, a blank line, no colon. */
bool guard_fields(struct arena *a, struct slice text, struct lines *lines);

/* Takes one header field line with its line end apart; false when it has no name or colon. */
bool guard_line(struct slice text, struct line *line);

#endif
