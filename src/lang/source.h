/* source: the files of a script, and places in them.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * All texts of one compilation share one space of byte offsets: a file takes the offsets from its base on, and one more for its
 * end. So two numbers say everything about a place, and file, line and column are worked out only when they are printed. */
#ifndef SIPD_LANG_SOURCE_H
#define SIPD_LANG_SOURCE_H

#include "base/arena.h"

/* A stretch of source: the offsets FROM..TO-1. An empty one is a place between two bytes. */
struct span {
	uint32_t from, to;
};

/* From the start of A to the end of B. */
static inline struct span span_join(struct span a, struct span b)
{
	return (struct span){ a.from, b.to };
}

struct source_file {
	const char *name;  /* as it was given */
	struct slice text; /* whole; a NUL behind it */
	uint32_t base;     /* offset of its first byte */
	struct span from;  /* where it was included; empty at 0 for the first file */
	uint32_t *lines;   /* offset within the text of each line's first byte */
	int line_count;
};

struct sources {
	struct arena *arena;
	struct source_file **files;
	int count, size;
};

/* A place for people: lines and columns begin with 1; a column is a character (UTF-8), not a byte. */
struct position {
	const struct source_file *file;
	int line, column;
	struct slice text; /* of that line, without its newline */
	size_t at;         /* of the place, within text, in bytes */
};

enum { SOURCE_LIMIT = 64 << 20 /* bytes in all files of a script */ };

void sources_init(struct sources *s, struct arena *arena);

/* Reads the file PATH. NULL, with the reason in *ERROR (in the arena), when it cannot be read, is a directory or holds a NUL. */
struct source_file *source_read(struct sources *s, const char *path, struct span from, const char **error);

/* Takes TEXT (copied) as the file NAME. */
struct source_file *source_add(struct sources *s, const char *name, struct slice text, struct span from);

/* The file that offset AT lies in; the first one for an offset of none. NULL when there is no file. */
const struct source_file *source_find(const struct sources *s, uint32_t at);

/* Where offset AT is. The file is NULL when there is none at all. */
struct position source_place(const struct sources *s, uint32_t at);

/* The text of SPAN, which lies in one file. */
struct slice source_text(const struct sources *s, struct span span);

#endif
