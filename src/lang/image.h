/* image: the layout of a program in memory, shared by its builder and its loader.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A header, then the sections, each aligned to 8 bytes. Text is referred to by its place in the text section. */
#ifndef SIPD_LANG_IMAGE_H
#define SIPD_LANG_IMAGE_H

#include "lang/program.h"

enum image_section {
	IMAGE_CODE,       /* uint32_t */
	IMAGE_PLACES,     /* struct code_place, as many */
	IMAGE_CONSTANTS,  /* struct image_value */
	IMAGE_ACCESSES,   /* struct image_access */
	IMAGE_ROUTES,     /* struct image_route */
	IMAGE_NETWORKS,   /* struct network */
	IMAGE_REGEXES,    /* struct image_regex */
	IMAGE_VARS,       /* struct image_text */
	IMAGE_AVPS,       /* struct image_text */
	IMAGE_SOURCES,    /* struct image_text */
	IMAGE_PARAMETERS, /* struct image_parameter */
	IMAGE_BLOCKS,     /* struct image_block */
	IMAGE_FIELDS,     /* struct image_field */
	IMAGE_TEXT,       /* char */
	IMAGE_SECTIONS
};

struct image_span {
	uint32_t offset, count;
};

struct image {
	char magic[8];
	uint64_t tables; /* image_tables() of the build that made it */
	uint64_t size;   /* of the whole image */
	struct image_span sections[IMAGE_SECTIONS];
};

struct image_text {
	uint32_t offset, len;
};

struct image_value {
	uint32_t type; /* enum value_type */
	struct image_text text;
	int64_t number;
	struct address ip;
};

struct image_access {
	uint32_t variable;
	int32_t index;
	struct image_text key;
};

struct image_route {
	struct image_text name;
	uint32_t kind, start, end;
};

struct image_regex {
	struct image_text pattern;
	uint32_t flags;
};

struct image_parameter {
	uint32_t id;
	struct image_value value;
};

struct image_block {
	uint32_t kind;
	int32_t parent; /* -1 none */
	struct image_text name;
};

struct image_field {
	uint32_t block, id;
	struct image_value value;
};

#define IMAGE_MAGIC "sipd\x1a\0\0\1"

/* Bytes of one element of section S. */
size_t image_element(enum image_section s);

/* A hash of the tables and of the layout: what an image means depends on them. */
uint64_t image_tables(void);

/* Makes a program of the SIZE bytes at IMAGE, which are mapped or else from malloc, and belong to the program from here on, also when it
 * fails: then NULL and a sentence in ERROR. */
const struct program *image_load(void *image, size_t size, bool mapped, char *error);

#endif
