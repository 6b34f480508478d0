/* program: a compiled script, one block of memory without pointers that every process can map.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * emit builds one with a builder; program_seal puts its image into a sealed memfd; program_map reads that in another process. What
 * cannot live in the image (text slices, compiled regexes) is made beside it when it is loaded. A program never changes; it is
 * reference counted, because transactions keep the generation that they began with. */
#ifndef SIPD_LANG_PROGRAM_H
#define SIPD_LANG_PROGRAM_H

#include "base/address.h"
#include "base/arena.h"
#include "base/value.h"
#include "lang/operate.h"
#include "lang/tables.h"

struct regex;

/* ---- instructions ---- */

enum opcode {
#define OP(name, operand, pops, pushes, effect) OP_##name,
#include "lang/ops.def"
#undef OP
	OP_COUNT
};

enum operand_kind {
	K_NONE,
	K_CONSTANT,
	K_COUNT,
	K_VAR,
	K_AVP,
	K_ACCESS,
	K_OPERATOR,
	K_REGEX,
	K_NETWORK,
	K_TRANSFORMATION,
	K_TARGET,
	K_KEEP,
	K_ROUTE,
	K_ACTION,
	K_RESULT,
};

struct op_row {
	const char *name, *effect;
	enum operand_kind operand;
	int pops, pushes;
};
extern const struct op_row op_rows[OP_COUNT];

/* What a program may need of the machine that runs it: values on the stack, routes that are inside each other. */
enum { PROGRAM_STACK = 64, PROGRAM_DEPTH = 32 };

enum { OPERAND_MAX = 0xffffff, OPERAND_ALL = 0x80 /* the index [*] of an $avp */ };

/* A word of code: the opcode in the low 8 bits, the operand above; some operands are a pair of 16 and 8 bits. */
static inline uint32_t word(enum opcode op, uint32_t operand)
{
	return (uint32_t)op | operand << 8;
}
static inline enum opcode word_op(uint32_t w)
{
	return (enum opcode)(w & 0xff);
}
static inline uint32_t word_operand(uint32_t w)
{
	return w >> 8;
}
static inline uint32_t operand_pair(uint32_t first, uint32_t second)
{
	return first << 8 | (second & 0xff);
}
static inline uint32_t operand_first(uint32_t operand)
{
	return operand >> 8;
}
static inline uint32_t operand_second(uint32_t operand)
{
	return operand & 0xff;
}

/* ---- the loaded program ---- */

/* Where an instruction comes from. LINE and COLUMN count from 1; 0 is: nowhere. */
struct code_place {
	uint32_t line;
	uint16_t column, file; /* file: index of program_source */
};

struct program_route {
	struct slice name; /* "" for an unnamed one */
	enum route_kind kind;
	uint32_t start, end;   /* its words are [start, end) */
	uint32_t stack, depth; /* values and frames that it needs, with all that it calls */
};

/* A use of a variable: row of variable_rows, key, index. */
struct program_access {
	uint32_t variable;
	struct variable_key key;
};

struct program_regex {
	struct slice pattern;
	uint32_t flags; /* REGEX_ bits of base/regex.h */
	struct regex *compiled;
};

/* A block of settings; PARENT is the index of the one that it stands in, which comes before it, or -1. */
struct program_block {
	enum block_id kind;
	int parent;
	struct slice name;
};

struct program {
	const uint32_t *code;
	const struct code_place *places; /* one per word */
	uint32_t size;                   /* words */
	const struct value *constants;
	const struct program_access *accesses;
	const struct program_route *routes;
	const struct network *networks;
	const struct program_regex *regexes;
	const struct program_block *blocks;
	const struct slice *vars, *avps; /* names by slot */
	const struct slice *sources;     /* names of the files */
	uint32_t constant_count, access_count, route_count, network_count, regex_count, block_count,
		var_count, avp_count, source_count;
	struct program_loaded *loaded; /* program.c's own */
};

/* References: a new program has one. The last program_unref frees it. program_unref ignores NULL. */
const struct program *program_ref(const struct program *p);
void program_unref(const struct program *p);

/* Sets the routes' needs, and says whether every path through P is sound: opcodes and operands known (an action or transformation has as
 * many arguments as its row has parameters: absent ones stand for those left out), jumps inside their route, the stack at one depth at each place
 * and never below 0 or above PROGRAM_STACK, no route that calls itself, no way past a route's end. False: a sentence in ERROR.
 * builder_finish and program_map call it: a program that others see has passed. */
enum { PROGRAM_ERROR = 256 };
bool program_verify(const struct program *p, struct program_route *routes, char *error);

/* Puts P's image into a new sealed memfd (close-on-exec); -1 and errno on failure. */
int program_seal(const struct program *p);

/* Loads the image in FD, which stays the caller's. NULL, and a sentence in ERROR (PROGRAM_ERROR bytes), when FD is no sealed image, comes from a
 * build with other tables, or does not verify. */
const struct program *program_map(int fd, char *error);

/* The route of KIND called NAME ("" for the unnamed one); -1 when there is none. */
int program_route(const struct program *p, enum route_kind kind, struct slice name);

/* The word's place as "file:line:column" or, shorter, "file:line". */
struct slice program_place(const struct program *p, uint32_t pc, bool column, struct arena *arena);

/* Values of the parameters: what the script says, else the default of the table. Without either: 0, "", count 0.
 * Times are milliseconds, sizes bytes, levels enum log_level, words the index of the word, bools 0 or 1; all others are text. */
int64_t program_int(const struct program *p, enum parameter_id id);
struct slice program_text(const struct program *p, enum parameter_id id);
int program_count(const struct program *p, enum parameter_id id);
struct slice program_text_at(const struct program *p, enum parameter_id id, int index);
bool program_given(const struct program *p, enum parameter_id id); /* the script says it (or -o does) */

/* Whether the values of ROW are integers. parameter_parse reads TEXT as one of them: an integer or a text (see program_int). False,
 * and a sentence in ERROR (PROGRAM_ERROR bytes), when it is none or out of range. The text of *OUT is TEXT's. */
bool parameter_is_number(const struct parameter_row *row);
bool parameter_parse(const struct parameter_row *row, struct slice text, struct value *out, char *error);

/* Values of the fields of block BLOCK, likewise. */
int64_t program_field_int(const struct program *p, uint32_t block, enum field_id id);
int program_field_count(const struct program *p, uint32_t block, enum field_id id);
struct slice program_field_text(const struct program *p, uint32_t block, enum field_id id, int index);

/* A destination, as the fields of that type name it. */
struct block_destination {
	struct slice uri;       /* what stands in front of the attributes */
	struct address address; /* with port, 5060 when none is given */
	uint32_t weight, priority, max_load;
};

/* Reads the values of the types server and destination; false, and a sentence in ERROR (PROGRAM_ERROR bytes), when TEXT is none. */
bool block_server_parse(struct slice text, struct address *address, char *error);
bool block_destination_parse(struct slice text, struct block_destination *d, char *error);

/* ---- building one ---- */

struct builder;

/* A builder with its memory in ARENA, which is the caller's (a compilation's) and may end after builder_finish. */
struct builder *builder_new(struct arena *arena);

/* The number of the source file NAME (added when new); and the place of the words emitted from here on. */
int builder_source(struct builder *b, struct slice name);
void builder_place(struct builder *b, int source, uint32_t line, uint32_t column);

/* Appends a word; returns its index. builder_here is the index of the next one. builder_patch sets the operand of word AT;
 * builder_patch_here sets it to builder_here. */
uint32_t builder_emit(struct builder *b, enum opcode op, uint32_t operand);
uint32_t builder_here(const struct builder *b);
void builder_patch(struct builder *b, uint32_t at, uint32_t operand);
void builder_patch_here(struct builder *b, uint32_t at);

/* Numbers for operands; the same thing has the same number. The text is copied. */
uint32_t builder_constant(struct builder *b, const struct value *v);
uint32_t builder_string(struct builder *b, struct slice s);
uint32_t builder_int(struct builder *b, int64_t n);
uint32_t builder_bool(struct builder *b, bool truth);
uint32_t builder_ip(struct builder *b, const struct address *a);
uint32_t builder_network(struct builder *b, const struct network *n);
uint32_t builder_regex(struct builder *b, struct slice pattern, unsigned flags);
uint32_t builder_access(struct builder *b, uint32_t variable, struct slice key, int32_t index);
uint32_t builder_var_slot(struct builder *b, struct slice name);
uint32_t builder_avp_slot(struct builder *b, struct slice name);

/* The number of the route of KIND called NAME, declared when it is new, so that calls may come first. builder_route_start: its code
 * begins here; builder_route_end: and ends here (a RETURN is appended when the last word would fall off the end). */
uint32_t builder_route(struct builder *b, enum route_kind kind, struct slice name);
void builder_route_start(struct builder *b, uint32_t route);
void builder_route_end(struct builder *b, uint32_t route);

/* A parameter's value, an integer or a text as parameter_parse makes it. Repeatable ones get one more at each call, others are
 * replaced. */
void builder_parameter(struct builder *b, enum parameter_id id, const struct value *value);

/* A block of settings KIND called NAME in block PARENT (-1: none); returns its index. Then the values of its fields. */
uint32_t builder_block(struct builder *b, enum block_id kind, int parent, struct slice name);
void builder_field(struct builder *b, uint32_t block, enum field_id id, const struct value *value);

/* The program, verified, with a reference for the caller. NULL, and a sentence in ERROR (PROGRAM_ERROR bytes), when it is not sound:
 * emit has a bug, the script is too big (2^24 words), a regex does not compile. */
const struct program *builder_finish(struct builder *b, char *error);

#endif
