/* program: a compiled script, loaded: slices over its image's text, compiled regexes, values of parameters.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/image.h"

#include "base/hash.h"
#include "base/regex.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

const struct op_row op_rows[OP_COUNT] = {
#define OP(name, operand, pops, pushes, effect) { #name, effect, operand, pops, pushes },
#include "lang/ops.def"
#undef OP
};

/* The values of one parameter, in their order. */
struct setting {
	struct value *values;
	int count;
	bool given;
};

struct program_loaded {
	struct program program; /* what others see: must be first */
	struct arena *arena;    /* of all that is not in the image */
	void *image;
	size_t size;
	bool mapped;
	int references;
	struct program_regex *regexes;
	uint32_t compiled; /* how many of them are */
	struct setting settings[PARAMETERS];
	struct setting *fields; /* FIELDS of each block */
};

size_t image_element(enum image_section s)
{
	switch (s) {
	case IMAGE_CODE:
		return sizeof(uint32_t);
	case IMAGE_PLACES:
		return sizeof(struct code_place);
	case IMAGE_CONSTANTS:
		return sizeof(struct image_value);
	case IMAGE_ACCESSES:
		return sizeof(struct image_access);
	case IMAGE_ROUTES:
		return sizeof(struct image_route);
	case IMAGE_NETWORKS:
		return sizeof(struct network);
	case IMAGE_REGEXES:
		return sizeof(struct image_regex);
	case IMAGE_VARS:
	case IMAGE_AVPS:
	case IMAGE_SOURCES:
		return sizeof(struct image_text);
	case IMAGE_PARAMETERS:
		return sizeof(struct image_parameter);
	case IMAGE_BLOCKS:
		return sizeof(struct image_block);
	case IMAGE_FIELDS:
		return sizeof(struct image_field);
	case IMAGE_TEXT:
	case IMAGE_SECTIONS:
		break;
	}
	return 1;
}

static void hash_word(struct hash *h, const char *word)
{
	hash_part(h, slice_of(word));
}

uint64_t image_tables(void)
{
	static const struct hash_key key = { 0x7369706474616273, 0x6c6573 };
	struct hash h;
	hash_start(&h, &key);
	for (int i = 0; i < OP_COUNT; i++)
		hash_word(&h, op_rows[i].name);
	for (int i = 0; i < OPERATOR_COUNT; i++)
		hash_word(&h, operator_rows[i].name);
	for (int i = 0; i < action_count; i++) {
		hash_word(&h, action_rows[i].name);
		hash_word(&h, action_rows[i].parameters);
		hash_word(&h, action_rows[i].results);
	}
	for (int i = 0; i < variable_count; i++)
		hash_word(&h, variable_rows[i].name);
	for (int i = 0; i < transformation_count; i++) {
		hash_word(&h, transformation_rows[i].name);
		hash_word(&h, transformation_rows[i].arguments);
	}
	for (int i = 0; i < parameter_count; i++) {
		hash_word(&h, parameter_rows[i].name);
		hash_word(&h, parameter_rows[i].type);
	}
	for (int i = 0; i < BLOCKS; i++)
		hash_word(&h, block_rows[i].word);
	for (int i = 0; i < FIELDS; i++) {
		hash_word(&h, field_rows[i].row.name);
		hash_word(&h, field_rows[i].row.type);
	}
	for (int i = 0; i < ROUTE_KINDS; i++)
		hash_word(&h, route_rows[i].id);
	for (enum image_section s = 0; s < IMAGE_SECTIONS; s++)
		hash_number(&h, image_element(s));
	return hash_end(&h);
}

/* ---- loading ---- */

static bool broken(char *error, const char *what)
{
	snprintf(error, PROGRAM_ERROR, "the program image is broken: %s", what);
	return false;
}

static const void *section(const struct program_loaded *l, enum image_section s)
{
	return (const char *)l->image + ((const struct image *)l->image)->sections[s].offset;
}

static uint32_t section_count(const struct program_loaded *l, enum image_section s)
{
	return ((const struct image *)l->image)->sections[s].count;
}

/* *S = the text at T; false when it is not within the text section. */
static bool load_text(const struct program_loaded *l, const struct image_text *t, struct slice *s)
{
	uint32_t size = section_count(l, IMAGE_TEXT);
	if (t->offset > size || t->len > size - t->offset)
		return false;
	*s = slice((const char *)section(l, IMAGE_TEXT) + t->offset, t->len);
	return true;
}

static bool load_value(const struct program_loaded *l, const struct image_value *from, struct value *v)
{
	switch (from->type) {
	case VALUE_ABSENT:
		*v = value_absent();
		return true;
	case VALUE_INT:
		*v = value_int(from->number);
		return true;
	case VALUE_BOOL:
		*v = value_bool(from->number != 0);
		return true;
	case VALUE_IP:
		*v = value_ip(&from->ip);
		return true;
	case VALUE_STRING:
		v->type = VALUE_STRING;
		return load_text(l, &from->text, &v->text);
	}
	return false;
}

/* Whether header and sections lie within the image. */
static bool check_layout(const struct program_loaded *l, char *error)
{
	const struct image *head = l->image;
	if (l->size < sizeof *head || memcmp(head->magic, IMAGE_MAGIC, sizeof head->magic) != 0)
		return broken(error, "no header");
	if (head->tables != image_tables()) {
		snprintf(error, PROGRAM_ERROR, "the program image was made by another build of sipd");
		return false;
	}
	if (head->size > l->size)
		return broken(error, "too short");
	for (enum image_section s = 0; s < IMAGE_SECTIONS; s++) {
		const struct image_span *span = &head->sections[s];
		uint64_t end = span->offset + (uint64_t)span->count * image_element(s);
		if (span->offset % 8 || span->offset < sizeof *head || end > head->size)
			return broken(error, "a section outside");
	}
	if (head->sections[IMAGE_PLACES].count != head->sections[IMAGE_CODE].count)
		return broken(error, "places");
	return true;
}

static bool load_texts(
	struct program_loaded *l, enum image_section s, const struct slice **out, uint32_t *count)
{
	const struct image_text *from = section(l, s);
	*count = section_count(l, s);
	struct slice *texts = ARENA_ARRAY(l->arena, struct slice, *count + 1);
	for (uint32_t i = 0; i < *count; i++)
		if (!load_text(l, &from[i], &texts[i]))
			return false;
	*out = texts;
	return true;
}

static bool load_constants(struct program_loaded *l)
{
	const struct image_value *from = section(l, IMAGE_CONSTANTS);
	uint32_t n = l->program.constant_count = section_count(l, IMAGE_CONSTANTS);
	struct value *constants = ARENA_ARRAY(l->arena, struct value, n + 1);
	for (uint32_t i = 0; i < n; i++)
		if (!load_value(l, &from[i], &constants[i]))
			return false;
	l->program.constants = constants;
	return true;
}

static bool load_accesses(struct program_loaded *l)
{
	const struct image_access *from = section(l, IMAGE_ACCESSES);
	uint32_t n = l->program.access_count = section_count(l, IMAGE_ACCESSES);
	struct program_access *accesses = ARENA_ARRAY(l->arena, struct program_access, n + 1);
	for (uint32_t i = 0; i < n; i++) {
		accesses[i].variable = from[i].variable;
		accesses[i].key.index = from[i].index;
		if (from[i].variable >= (uint32_t)variable_count ||
			!load_text(l, &from[i].key, &accesses[i].key.key))
			return false;
	}
	l->program.accesses = accesses;
	return true;
}

static struct program_route *load_routes(struct program_loaded *l)
{
	const struct image_route *from = section(l, IMAGE_ROUTES);
	uint32_t n = l->program.route_count = section_count(l, IMAGE_ROUTES);
	struct program_route *routes = ARENA_ARRAY(l->arena, struct program_route, n + 1);
	for (uint32_t i = 0; i < n; i++) {
		routes[i] = (struct program_route){
			.kind = from[i].kind, .start = from[i].start, .end = from[i].end
		};
		if (from[i].kind >= ROUTE_KINDS || from[i].end > l->program.size ||
			from[i].start >= from[i].end || !load_text(l, &from[i].name, &routes[i].name))
			return NULL;
	}
	l->program.routes = routes;
	return routes;
}

static bool load_networks(struct program_loaded *l)
{
	const struct network *networks = l->program.networks = section(l, IMAGE_NETWORKS);
	l->program.network_count = section_count(l, IMAGE_NETWORKS);
	for (uint32_t i = 0; i < l->program.network_count; i++) {
		int family = networks[i].base.family;
		if ((family != AF_INET && family != AF_INET6) ||
			networks[i].prefix > (family == AF_INET ? 32 : 128))
			return false;
	}
	return true;
}

static bool load_regexes(struct program_loaded *l, char *error)
{
	const struct image_regex *from = section(l, IMAGE_REGEXES);
	uint32_t n = l->program.regex_count = section_count(l, IMAGE_REGEXES);
	l->program.regexes = l->regexes = ARENA_ARRAY(l->arena, struct program_regex, n + 1);
	for (uint32_t i = 0; i < n; i++) {
		struct program_regex *r = &l->regexes[i];
		if (!load_text(l, &from[i].pattern, &r->pattern))
			return broken(error, "a pattern");
		r->flags = from[i].flags;
		char why[REGEX_ERROR];
		size_t at;
		r->compiled = regex_compile(r->pattern, r->flags, why, &at);
		if (!r->compiled) {
			snprintf(error, PROGRAM_ERROR, "regex number %u: %.*s at byte %zu", i, REGEX_ERROR,
				why, at);
			return false;
		}
		l->compiled++;
	}
	return true;
}

static bool load_settings(struct program_loaded *l, char *error)
{
	const struct image_parameter *from = section(l, IMAGE_PARAMETERS);
	uint32_t n = section_count(l, IMAGE_PARAMETERS);
	for (uint32_t i = 0; i < n; i++) {
		if (from[i].id >= PARAMETERS)
			return broken(error, "a parameter");
		l->settings[from[i].id].count++;
	}
	for (int id = 0; id < PARAMETERS; id++) {
		struct setting *s = &l->settings[id];
		s->given = s->count > 0;
		s->values = ARENA_ARRAY(l->arena, struct value, s->count + 1);
		s->count = 0;
		struct slice initial = slice_of(parameter_rows[id].initial);
		if (s->given || !initial.len)
			continue;
		if (!parameter_parse(&parameter_rows[id], initial, &s->values[0], error))
			return false;
		s->count = 1;
	}
	for (uint32_t i = 0; i < n; i++) {
		struct setting *s = &l->settings[from[i].id];
		if (!load_value(l, &from[i].value, &s->values[s->count++]))
			return broken(error, "a parameter's value");
	}
	return true;
}

static bool load_blocks(struct program_loaded *l)
{
	const struct image_block *from = section(l, IMAGE_BLOCKS);
	uint32_t n = l->program.block_count = section_count(l, IMAGE_BLOCKS);
	struct program_block *blocks = ARENA_ARRAY(l->arena, struct program_block, n + 1);
	for (uint32_t i = 0; i < n; i++) {
		if (from[i].kind >= BLOCKS || from[i].parent < -1 || from[i].parent >= (int32_t)i ||
			!load_text(l, &from[i].name, &blocks[i].name))
			return false;
		blocks[i].kind = (enum block_id)from[i].kind;
		blocks[i].parent = from[i].parent;
	}
	l->program.blocks = blocks;
	return true;
}

/* The values of the fields that no script gives are the table's. */
static bool load_default(struct program_loaded *l, struct setting *s, const struct parameter_row *row)
{
	char error[PROGRAM_ERROR];
	if (s->given || !*row->initial)
		return true;
	s->values = ARENA_ARRAY(l->arena, struct value, 1);
	s->count = 1;
	return parameter_parse(row, slice_of(row->initial), &s->values[0], error);
}

static bool load_fields(struct program_loaded *l)
{
	const struct image_field *from = section(l, IMAGE_FIELDS);
	uint32_t n = section_count(l, IMAGE_FIELDS), blocks = l->program.block_count;
	l->fields = ARENA_ARRAY(l->arena, struct setting, blocks * FIELDS + 1);
	for (uint32_t i = 0; i < n; i++) {
		if (from[i].id >= FIELDS || from[i].block >= blocks ||
			field_rows[from[i].id].block != l->program.blocks[from[i].block].kind)
			return false;
		l->fields[from[i].block * FIELDS + from[i].id].count++;
	}
	for (uint32_t i = 0; i < blocks * FIELDS; i++) {
		struct setting *s = &l->fields[i];
		s->given = s->count > 0;
		if (s->given)
			s->values = ARENA_ARRAY(l->arena, struct value, s->count);
		s->count = 0;
		if (field_rows[i % FIELDS].block == l->program.blocks[i / FIELDS].kind &&
			!load_default(l, s, &field_rows[i % FIELDS].row))
			return false;
	}
	for (uint32_t i = 0; i < n; i++) {
		struct setting *s = &l->fields[from[i].block * FIELDS + from[i].id];
		if (!load_value(l, &from[i].value, &s->values[s->count++]))
			return false;
	}
	return true;
}

static bool load(struct program_loaded *l, char *error)
{
	if (!check_layout(l, error))
		return false;
	struct program *p = &l->program;
	p->code = section(l, IMAGE_CODE);
	p->places = section(l, IMAGE_PLACES);
	p->size = section_count(l, IMAGE_CODE);
	if (!load_texts(l, IMAGE_VARS, &p->vars, &p->var_count) ||
		!load_texts(l, IMAGE_AVPS, &p->avps, &p->avp_count) ||
		!load_texts(l, IMAGE_SOURCES, &p->sources, &p->source_count))
		return broken(error, "a name");
	for (uint32_t i = 0; i < p->size; i++)
		if (p->places[i].line && p->places[i].file >= p->source_count)
			return broken(error, "a place");
	if (!load_constants(l))
		return broken(error, "a constant");
	if (!load_accesses(l))
		return broken(error, "a variable");
	if (!load_networks(l))
		return broken(error, "a network");
	if (!load_blocks(l) || !load_fields(l))
		return broken(error, "a block");
	struct program_route *routes = load_routes(l);
	if (!routes)
		return broken(error, "a route");
	return load_settings(l, error) && load_regexes(l, error) && program_verify(p, routes, error);
}

static void release(struct program_loaded *l)
{
	for (uint32_t i = 0; i < l->compiled; i++)
		regex_free(l->regexes[i].compiled);
	if (l->mapped)
		munmap(l->image, l->size);
	else
		free(l->image);
	arena_free(l->arena);
}

const struct program *image_load(void *image, size_t size, bool mapped, char *error)
{
	struct arena *arena = arena_new(0);
	struct program_loaded *l = ARENA_NEW(arena, struct program_loaded);
	l->arena = arena;
	l->image = image;
	l->size = size;
	l->mapped = mapped;
	l->references = 1;
	l->program.loaded = l;
	if (!load(l, error)) {
		release(l);
		return NULL;
	}
	return &l->program;
}

const struct program *program_ref(const struct program *p)
{
	p->loaded->references++;
	return p;
}

void program_unref(const struct program *p)
{
	if (p && --p->loaded->references == 0)
		release(p->loaded);
}

/* ---- between processes ---- */

enum { SEALS = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE };

int program_seal(const struct program *p)
{
	int fd = memfd_create("sipd-program", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (fd < 0)
		return -1;
	const char *at = p->loaded->image;
	size_t left = p->loaded->size;
	while (left) {
		ssize_t n = write(fd, at, left);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		at += n;
		left -= (size_t)n;
	}
	if (left || fcntl(fd, F_ADD_SEALS, SEALS) < 0) {
		int why = errno;
		close(fd);
		errno = why;
		return -1;
	}
	return fd;
}

const struct program *program_map(int fd, char *error)
{
	struct stat st;
	int seals = fcntl(fd, F_GET_SEALS);
	if (seals < 0 || (seals & SEALS) != SEALS || fstat(fd, &st) < 0) {
		snprintf(error, PROGRAM_ERROR, "no sealed program image");
		return NULL;
	}
	if (st.st_size < (off_t)sizeof(struct image) || (uint64_t)st.st_size > UINT32_MAX) {
		broken(error, "its size");
		return NULL;
	}
	void *image = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
	if (image == MAP_FAILED) {
		snprintf(error, PROGRAM_ERROR, "the program image cannot be mapped: %s", strerror(errno));
		return NULL;
	}
	return image_load(image, (size_t)st.st_size, true, error);
}

/* ---- reading ---- */

int program_route(const struct program *p, enum route_kind kind, struct slice name)
{
	for (uint32_t i = 0; i < p->route_count; i++)
		if (p->routes[i].kind == kind && slice_equal(p->routes[i].name, name))
			return (int)i;
	return -1;
}

struct slice program_place(const struct program *p, uint32_t pc, bool column, struct arena *arena)
{
	if (pc >= p->size || !p->places[pc].line)
		return SLICE("");
	const struct code_place *at = &p->places[pc];
	struct slice file = p->sources[at->file];
	if (!column)
		return arena_printf(arena, "%.*s:%u", SLICE_FMT(file), at->line);
	return arena_printf(arena, "%.*s:%u:%u", SLICE_FMT(file), at->line, at->column);
}

int64_t program_int(const struct program *p, enum parameter_id id)
{
	const struct setting *s = &p->loaded->settings[id];
	bool number = s->count && (s->values[0].type == VALUE_INT || s->values[0].type == VALUE_BOOL);
	return number ? s->values[0].number : 0;
}

struct slice program_text_at(const struct program *p, enum parameter_id id, int index)
{
	const struct setting *s = &p->loaded->settings[id];
	if (index < 0 || index >= s->count || s->values[index].type != VALUE_STRING)
		return SLICE("");
	return s->values[index].text;
}

struct slice program_text(const struct program *p, enum parameter_id id)
{
	return program_text_at(p, id, 0);
}

int program_count(const struct program *p, enum parameter_id id)
{
	return p->loaded->settings[id].count;
}

bool program_given(const struct program *p, enum parameter_id id)
{
	return p->loaded->settings[id].given;
}

static const struct setting *field(const struct program *p, uint32_t block, enum field_id id)
{
	return &p->loaded->fields[block * FIELDS + id];
}

int64_t program_field_int(const struct program *p, uint32_t block, enum field_id id)
{
	const struct setting *s = field(p, block, id);
	bool number = s->count && (s->values[0].type == VALUE_INT || s->values[0].type == VALUE_BOOL);
	return number ? s->values[0].number : 0;
}

int program_field_count(const struct program *p, uint32_t block, enum field_id id)
{
	return field(p, block, id)->count;
}

struct slice program_field_text(const struct program *p, uint32_t block, enum field_id id, int index)
{
	const struct setting *s = field(p, block, id);
	if (index < 0 || index >= s->count || s->values[index].type != VALUE_STRING)
		return SLICE("");
	return s->values[index].text;
}
