/* builder: makes a program word by word.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/image.h"

#include <stdio.h>
#include <stdlib.h>

/* A list that grows in the builder's arena. */
struct list {
	void *at;
	uint32_t count, size;
};

struct builder {
	struct arena *arena;
	struct code_place place;
	struct list lists[IMAGE_SECTIONS];
	bool too_big;
};

struct builder *builder_new(struct arena *arena)
{
	struct builder *b = ARENA_NEW(arena, struct builder);
	b->arena = arena;
	return b;
}

/* Makes room for MORE elements of section S and returns the first one, cleared; counts them in. */
static void *extend(struct builder *b, enum image_section s, uint32_t more)
{
	struct list *list = &b->lists[s];
	size_t element = image_element(s);
	if (more > list->size - list->count) {
		uint32_t size = list->size ? list->size * 2 : 16;
		while (size - list->count < more)
			size *= 2;
		void *grown = arena_zero(b->arena, element * size);
		if (list->count)
			memcpy(grown, list->at, element * list->count);
		list->at = grown;
		list->size = size;
	}
	void *first = (char *)list->at + element * list->count;
	list->count += more;
	if (list->count > OPERAND_MAX && s != IMAGE_TEXT)
		b->too_big = true;
	return first;
}

/* The number of the element of S with the bytes of ITEM, added when it is new. */
static uint32_t intern(struct builder *b, enum image_section s, const void *item)
{
	size_t element = image_element(s);
	const struct list *list = &b->lists[s];
	for (uint32_t i = 0; i < list->count; i++)
		if (memcmp((char *)list->at + element * i, item, element) == 0)
			return i;
	memcpy(extend(b, s, 1), item, element);
	return b->lists[s].count - 1;
}

/* S in the text section, with a NUL behind it. */
static struct image_text add_text(struct builder *b, struct slice s)
{
	const struct list *text = &b->lists[IMAGE_TEXT];
	/* The same text is there once; short ones are often part of others. */
	const char *found = text->count ? memmem(text->at, text->count, s.len ? s.at : "", s.len) : NULL;
	if (found)
		return (struct image_text){ (uint32_t)(found - (const char *)text->at), (uint32_t)s.len };
	if (s.len > OPERAND_MAX || text->count > UINT32_MAX / 4) {
		b->too_big = true;
		return (struct image_text){ 0, 0 };
	}
	uint32_t offset = text->count;
	char *at = extend(b, IMAGE_TEXT, (uint32_t)s.len + 1);
	if (s.len)
		memcpy(at, s.at, s.len);
	return (struct image_text){ offset, (uint32_t)s.len };
}

int builder_source(struct builder *b, struct slice name)
{
	struct image_text text = add_text(b, name);
	uint32_t n = intern(b, IMAGE_SOURCES, &text);
	if (n > UINT16_MAX)
		b->too_big = true;
	return (int)n;
}

void builder_place(struct builder *b, int source, uint32_t line, uint32_t column)
{
	b->place = (struct code_place){ line, column > UINT16_MAX ? UINT16_MAX : (uint16_t)column,
		(uint16_t)source };
}

uint32_t builder_emit(struct builder *b, enum opcode op, uint32_t operand)
{
	if (operand > OPERAND_MAX)
		b->too_big = true;
	uint32_t *at = extend(b, IMAGE_CODE, 1);
	struct code_place *place = extend(b, IMAGE_PLACES, 1);
	*at = word(op, operand);
	*place = b->place;
	return b->lists[IMAGE_CODE].count - 1;
}

uint32_t builder_here(const struct builder *b)
{
	return b->lists[IMAGE_CODE].count;
}

void builder_patch(struct builder *b, uint32_t at, uint32_t operand)
{
	uint32_t *code = b->lists[IMAGE_CODE].at;
	if (operand > OPERAND_MAX)
		b->too_big = true;
	code[at] = word(word_op(code[at]), operand);
}

void builder_patch_here(struct builder *b, uint32_t at)
{
	builder_patch(b, at, builder_here(b));
}

/* Cleared with its padding: constants are compared as bytes. */
static void fill_value(struct builder *b, struct image_value *iv, const struct value *v)
{
	memset(iv, 0, sizeof *iv);
	iv->type = v->type;
	if (v->type == VALUE_STRING) {
		iv->text = add_text(b, v->text);
	} else if (v->type == VALUE_IP) {
		memcpy(iv->ip.bytes, v->ip.bytes, sizeof iv->ip.bytes);
		iv->ip.scope = v->ip.scope;
		iv->ip.family = v->ip.family;
	} else if (v->type != VALUE_ABSENT) {
		iv->number = v->number;
	}
}

uint32_t builder_constant(struct builder *b, const struct value *v)
{
	struct image_value iv;
	fill_value(b, &iv, v);
	return intern(b, IMAGE_CONSTANTS, &iv);
}

uint32_t builder_string(struct builder *b, struct slice s)
{
	struct value v = value_text(s);
	return builder_constant(b, &v);
}

uint32_t builder_int(struct builder *b, int64_t n)
{
	struct value v = value_int(n);
	return builder_constant(b, &v);
}

uint32_t builder_bool(struct builder *b, bool truth)
{
	struct value v = value_bool(truth);
	return builder_constant(b, &v);
}

uint32_t builder_ip(struct builder *b, const struct address *a)
{
	struct value v = value_ip(a);
	return builder_constant(b, &v);
}

uint32_t builder_network(struct builder *b, const struct network *n)
{
	struct network clean;
	memset(&clean, 0, sizeof clean);
	memcpy(clean.base.bytes, n->base.bytes, sizeof clean.base.bytes);
	clean.base.family = n->base.family;
	clean.prefix = n->prefix;
	return intern(b, IMAGE_NETWORKS, &clean);
}

uint32_t builder_regex(struct builder *b, struct slice pattern, unsigned flags)
{
	struct image_regex r = { add_text(b, pattern), flags };
	return intern(b, IMAGE_REGEXES, &r);
}

uint32_t builder_access(struct builder *b, uint32_t variable, struct slice key, int32_t index)
{
	struct image_access a = { variable, index, add_text(b, key) };
	return intern(b, IMAGE_ACCESSES, &a);
}

/* The slot of NAME among those of section S. Names are distinct by text, wherever that lies. */
static uint32_t slot(struct builder *b, enum image_section s, struct slice name)
{
	const struct image_text *names = b->lists[s].at;
	const char *text = b->lists[IMAGE_TEXT].at;
	for (uint32_t i = 0; i < b->lists[s].count; i++)
		if (slice_equal(slice(text + names[i].offset, names[i].len), name))
			return i;
	struct image_text added = add_text(b, name);
	memcpy(extend(b, s, 1), &added, sizeof added);
	if (b->lists[s].count > UINT16_MAX)
		b->too_big = true;
	return b->lists[s].count - 1;
}

uint32_t builder_var_slot(struct builder *b, struct slice name)
{
	return slot(b, IMAGE_VARS, name);
}

uint32_t builder_avp_slot(struct builder *b, struct slice name)
{
	return slot(b, IMAGE_AVPS, name);
}

uint32_t builder_route(struct builder *b, enum route_kind kind, struct slice name)
{
	const struct image_route *routes = b->lists[IMAGE_ROUTES].at;
	const char *text = b->lists[IMAGE_TEXT].at;
	for (uint32_t i = 0; i < b->lists[IMAGE_ROUTES].count; i++)
		if (routes[i].kind == kind &&
			slice_equal(slice(text + routes[i].name.offset, routes[i].name.len), name))
			return i;
	struct image_text added = add_text(b, name);
	struct image_route *route = extend(b, IMAGE_ROUTES, 1);
	*route = (struct image_route){ .name = added, .kind = kind, .start = UINT32_MAX };
	return b->lists[IMAGE_ROUTES].count - 1;
}

void builder_route_start(struct builder *b, uint32_t route)
{
	((struct image_route *)b->lists[IMAGE_ROUTES].at)[route].start = builder_here(b);
}

void builder_route_end(struct builder *b, uint32_t route)
{
	builder_emit(b, OP_RETURN, 0);
	((struct image_route *)b->lists[IMAGE_ROUTES].at)[route].end = builder_here(b);
}

void builder_parameter(struct builder *b, enum parameter_id id, const struct value *value)
{
	struct image_parameter *given = b->lists[IMAGE_PARAMETERS].at;
	if (!parameter_rows[id].repeat) {
		for (uint32_t i = 0; i < b->lists[IMAGE_PARAMETERS].count; i++) {
			if (given[i].id == id) {
				fill_value(b, &given[i].value, value);
				return;
			}
		}
	}
	struct image_parameter *more = extend(b, IMAGE_PARAMETERS, 1);
	more->id = id;
	fill_value(b, &more->value, value);
}

uint32_t builder_block(struct builder *b, enum block_id kind, int parent, struct slice name)
{
	struct image_text text = add_text(b, name);
	struct image_block *block = extend(b, IMAGE_BLOCKS, 1);
	*block = (struct image_block){ (uint32_t)kind, parent, text };
	return b->lists[IMAGE_BLOCKS].count - 1;
}

void builder_field(struct builder *b, uint32_t block, enum field_id id, const struct value *value)
{
	struct image_value iv;
	fill_value(b, &iv, value);
	struct image_field *more = extend(b, IMAGE_FIELDS, 1);
	more->block = block;
	more->id = (uint32_t)id;
	more->value = iv;
}

/* Whether every route that is called has code and nothing was too big. */
static bool complete(const struct builder *b, char *error)
{
	const struct image_route *routes = b->lists[IMAGE_ROUTES].at;
	const char *text = b->lists[IMAGE_TEXT].at;
	for (uint32_t i = 0; i < b->lists[IMAGE_ROUTES].count; i++) {
		if (routes[i].start != UINT32_MAX && routes[i].end > routes[i].start)
			continue;
		snprintf(error, PROGRAM_ERROR, "route \"%.*s\" has no code", (int)routes[i].name.len,
			text + routes[i].name.offset);
		return false;
	}
	if (b->too_big) {
		snprintf(error, PROGRAM_ERROR, "the script is too big");
		return false;
	}
	return true;
}

const struct program *builder_finish(struct builder *b, char *error)
{
	if (!complete(b, error))
		return NULL;
	struct image head;
	memset(&head, 0, sizeof head);
	memcpy(head.magic, IMAGE_MAGIC, sizeof head.magic);
	head.tables = image_tables();
	uint64_t size = sizeof head;
	for (enum image_section s = 0; s < IMAGE_SECTIONS; s++) {
		head.sections[s] = (struct image_span){ (uint32_t)size, b->lists[s].count };
		size += (image_element(s) * b->lists[s].count + 7) & ~(uint64_t)7;
		if (size > UINT32_MAX) {
			snprintf(error, PROGRAM_ERROR, "the script is too big");
			return NULL;
		}
	}
	head.size = size;

	char *image = calloc(1, size);
	if (!image) {
		snprintf(error, PROGRAM_ERROR, "out of memory");
		return NULL;
	}
	memcpy(image, &head, sizeof head);
	for (enum image_section s = 0; s < IMAGE_SECTIONS; s++)
		if (b->lists[s].count)
			memcpy(image + head.sections[s].offset, b->lists[s].at,
				image_element(s) * b->lists[s].count);
	return image_load(image, size, false, error);
}
