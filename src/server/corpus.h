/* corpus: reads the .t files of routing tests: cases made of sections.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 *     === case NAME          begins a case; what stands before the first one holds for every case of the file
 *     === config [FILE]      the script, here or in FILE (relative to the .t file)
 *     === error              the diagnostics that compiling it gives, exactly
 *     === listing            the compiled program, exactly
 *     === expr               lines "expression => text": evaluated in a request route
 *     === dns                lines "NAME [after 300ms] ADDRESS[:PORT] ...", "NAME fails", "NAME never"
 *     === subscribers        the file of subscribers
 *     === location after 50ms  the store answers that much later
 *     === in udp PEER [to LISTENER]    a datagram comes
 *     === after 500ms        the clock goes on
 *     === unreachable udp PEER         the kernel says that datagrams to PEER do not arrive
 *     === restart            the worker dies and is started again: all it remembered is gone
 *     === health PEER STATE            a server of a farm or set is up, suspect, joining or down
 *     === out udp PEER [from LISTENER] [at 500ms]   what is sent; "out none": nothing is
 *     === log                the lines logged, "level: text"
 *     === note               for the reader
 *     === shows ID ...       the requirements (tests/rfc) that the case shows to be met
 *
 * Text has LF line ends, on the wire they are CRLF; \xHH is a byte; a line that begins with === is written \===;
 * a line that ends in \ has no line end on the wire. */
#ifndef SIPD_SERVER_CORPUS_H
#define SIPD_SERVER_CORPUS_H

#include "base/arena.h"

enum section_kind {
	SECTION_CASE,
	SECTION_CONFIG,
	SECTION_ERROR,
	SECTION_LISTING,
	SECTION_EXPR,
	SECTION_DNS,
	SECTION_SUBSCRIBERS,
	SECTION_LOCATION,
	SECTION_IN,
	SECTION_AFTER,
	SECTION_UNREACHABLE,
	SECTION_RESTART,
	SECTION_HEALTH,
	SECTION_OUT,
	SECTION_LOG,
	SECTION_NOTE,
	SECTION_SHOWS,
	SECTION_KINDS
};

struct section {
	enum section_kind kind;
	struct slice text;     /* the whole section as in the file */
	struct slice argument; /* behind the keyword, trimmed */
	struct slice body;     /* the lines below, as in the file */
	int line;
};

struct corpus {
	const char *path;
	struct section *sections;
	int count;
};

/* Reads the file at PATH into A. False, and a sentence in ERROR (256 bytes), when it cannot be read or is no corpus. */
bool corpus_read(struct arena *a, const char *path, struct corpus *c, char *error);

/* The bytes that BODY stands for on the wire; a message without a blank line gets one. */
struct slice corpus_to_wire(struct arena *a, struct slice body);

/* WIRE as the body of a section. */
struct slice corpus_from_wire(struct arena *a, struct slice wire);

/* Reads "500ms", "32s" or "3m" in milliseconds. */
bool corpus_time(struct slice s, uint64_t *ms);

#endif
