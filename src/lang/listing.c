/* listing: a program for people, with names instead of numbers.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/listing.h"

#include "base/buffer.h"
#include "base/regex.h"

#include <inttypes.h>

enum { TEXT_SHOWN = 100 };

struct slice listing_value(const struct value *v, struct arena *arena)
{
	if (v->type == VALUE_ABSENT)
		return SLICE("null");
	if (v->type != VALUE_STRING)
		return arena_copy(arena, operate_text(v, arena));
	/* A byte takes four at most, \xHH. */
	size_t shown = v->text.len > TEXT_SHOWN ? TEXT_SHOWN : v->text.len, size = 4 * shown + 8;
	struct buffer b = buffer(arena_text(arena, size), size);
	buffer_char(&b, '"');
	for (size_t i = 0; i < shown; i++) {
		unsigned char c = (unsigned char)v->text.at[i];
		if (c == '\r' || c == '\n' || c == '\t')
			buffer_printf(&b, "\\%c", c == '\r' ? 'r' : c == '\n' ? 'n' : 't');
		else if (c == '"' || c == '\\')
			buffer_printf(&b, "\\%c", c);
		else if (c < ' ' || c == 127)
			buffer_printf(&b, "\\x%02x", c);
		else
			buffer_char(&b, (char)c);
	}
	buffer_add(&b, shown < v->text.len ? SLICE("\"...") : SLICE("\""));
	return buffer_slice(&b);
}

struct slice listing_route(const struct program *p, uint32_t route, struct arena *arena)
{
	const struct program_route *r = &p->routes[route];
	struct slice keywords = slice_of(route_rows[r->kind].keywords), keyword = keywords;
	(void)slice_cut(&keywords, '|', &keyword);
	if (!r->name.len)
		return keyword;
	return arena_printf(arena, "%.*s[%.*s]", SLICE_FMT(keyword), SLICE_FMT(r->name));
}

/* Which of a variable's values INDEX means, as it is written behind it. */
static struct slice index_text(int32_t index, struct arena *arena)
{
	if (index == INT32_MIN)
		return SLICE("[*]");
	return index ? arena_printf(arena, "[%" PRId32 "]", index) : SLICE("");
}

static struct slice access_text(const struct program_access *a, struct arena *arena)
{
	struct slice key = a->key.key.len ? arena_printf(arena, "(%.*s)", SLICE_FMT(a->key.key)) : SLICE("");
	return arena_printf(arena, "$%s%.*s%.*s", variable_rows[a->variable].name, SLICE_FMT(key),
		SLICE_FMT(index_text(a->key.index, arena)));
}

static struct slice regex_text(const struct program_regex *r, struct arena *arena)
{
	return arena_printf(arena, "/%.*s/%s%s%s%s", SLICE_FMT(r->pattern), r->flags & REGEX_ICASE ? "i" : "",
		r->flags & REGEX_MULTILINE ? "m" : "", r->flags & REGEX_DOTALL ? "s" : "",
		r->flags & REGEX_EXTENDED ? "x" : "");
}

/* The name of result N of the action that was called last before word PC, as far as the order of words tells. */
static struct slice result_text(const struct program *p, uint32_t pc, uint32_t n, struct arena *arena)
{
	while (pc > 0 && word_op(p->code[pc]) != OP_CALL)
		pc--;
	if (word_op(p->code[pc]) != OP_CALL)
		return arena_printf(arena, "%u", n);
	const struct action_row *row = &action_rows[operand_first(word_operand(p->code[pc]))];
	struct slice rest = slice_of(row->results), name = SLICE("");
	for (uint32_t i = 0; i <= n; i++)
		if (!slice_cut(&rest, ',', &name))
			return arena_printf(arena, "%u", n);
	return arena_printf(arena, "%u %s.%.*s", n, row->name, SLICE_FMT(slice_trim(name)));
}

static struct slice operand_text(const struct program *p, uint32_t pc, struct arena *arena)
{
	uint32_t w = p->code[pc], a = word_operand(w), first = operand_first(a), second = operand_second(a);
	char place[ADDRESS_TEXT];
	int32_t index;
	switch (op_rows[word_op(w)].operand) {
	case K_NONE:
		return SLICE("");
	case K_CONSTANT:
		return listing_value(&p->constants[a], arena);
	case K_COUNT:
		return arena_printf(arena, "%u", a);
	case K_VAR:
		return arena_printf(arena, "$var(%.*s)", SLICE_FMT(p->vars[a]));
	case K_AVP:
		index = second == OPERAND_ALL ? INT32_MIN : (int8_t)second;
		return arena_printf(arena, "$avp(%.*s)%.*s", SLICE_FMT(p->avps[first]),
			SLICE_FMT(index_text(index, arena)));
	case K_ACCESS:
		return access_text(&p->accesses[a], arena);
	case K_OPERATOR:
		return slice_of(operator_rows[a].spelling);
	case K_REGEX:
		return regex_text(&p->regexes[a], arena);
	case K_NETWORK:
		return arena_printf(arena, "%.*s/%u",
			SLICE_FMT(address_plain_text(&p->networks[a].base, place)), p->networks[a].prefix);
	case K_TRANSFORMATION:
		return arena_printf(arena, "%s/%u", transformation_rows[first].name, second);
	case K_TARGET:
	case K_KEEP:
		return arena_printf(arena, "%u", a);
	case K_ROUTE:
		return listing_route(p, a, arena);
	case K_ACTION:
		return arena_printf(arena, "%s/%u", action_rows[first].name, second);
	case K_RESULT:
		return result_text(p, pc, a, arena);
	}
	return SLICE("");
}

struct slice listing_word(const struct program *p, uint32_t pc, struct arena *arena)
{
	struct slice operand = operand_text(p, pc, arena);
	const char *name = op_rows[word_op(p->code[pc])].name;
	if (!operand.len)
		return slice_of(name);
	return arena_printf(arena, "%-12s %.*s", name, SLICE_FMT(operand));
}

/* Whether ROW's values are texts. */
static bool is_text(const struct parameter_row *row)
{
	static const char *const types[] = { "string", "path", "listen", "host" };
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (strcmp(row->type, types[i]) == 0)
			return true;
	return false;
}

/* The parameters that the script sets. */
static void print_parameters(FILE *f, const struct program *p)
{
	int printed = 0;
	for (int id = 0; id < PARAMETERS; id++) {
		enum parameter_id parameter = (enum parameter_id)id;
		if (!program_given(p, parameter))
			continue;
		for (int i = 0; i < program_count(p, parameter); i++, printed++) {
			struct slice text = program_text_at(p, parameter, i);
			if (is_text(&parameter_rows[id]))
				fprintf(f, "%s = \"%.*s\"\n", parameter_rows[id].name, SLICE_FMT(text));
			else
				fprintf(f, "%s = %" PRId64 "\n", parameter_rows[id].name,
					program_int(p, parameter));
		}
	}
	if (printed)
		fputc('\n', f);
}

static void print_field(FILE *f, const struct program *p, uint32_t block, enum field_id id)
{
	const struct parameter_row *row = &field_rows[id].row;
	for (int i = 0; i < program_field_count(p, block, id); i++) {
		struct slice text = program_field_text(p, block, id, i);
		if (parameter_is_number(row))
			fprintf(f, "    %s = %" PRId64 "\n", row->name, program_field_int(p, block, id));
		else if (id == FIELD_farm_key)
			fprintf(f, "    %s = (%zu characters)\n", row->name, text.len);
		else
			fprintf(f, "    %s = \"%.*s\"\n", row->name, SLICE_FMT(text));
	}
}

/* Blocks of settings, each with what it stands in, and all its values. */
static void print_blocks(FILE *f, const struct program *p)
{
	for (uint32_t i = 0; i < p->block_count; i++) {
		const struct program_block *b = &p->blocks[i];
		fprintf(f, "%s %.*s", block_rows[b->kind].word, SLICE_FMT(b->name));
		if (b->parent >= 0)
			fprintf(f, " in %s %.*s", block_rows[p->blocks[b->parent].kind].word,
				SLICE_FMT(p->blocks[b->parent].name));
		fputc('\n', f);
		for (int id = 0; id < FIELDS; id++)
			if (field_rows[id].block == b->kind)
				print_field(f, p, i, (enum field_id)id);
		fputc('\n', f);
	}
}

void listing_print_sources(FILE *f, const struct program *p, listing_line *line, void *user)
{
	print_parameters(f, p);
	print_blocks(f, p);
	for (uint32_t r = 0; r < p->route_count; r++) {
		const struct program_route *route = &p->routes[r];
		struct arena *arena = arena_new(0);
		struct code_place last = { 0, 0, 0 };
		if (r)
			fputc('\n', f);
		fprintf(f, "%.*s\n", SLICE_FMT(listing_route(p, r, arena)));
		for (uint32_t pc = route->start; pc < route->end; pc++) {
			const struct code_place *at = &p->places[pc];
			if (line && at->line && (at->line != last.line || at->file != last.file)) {
				struct slice text = slice_trim(line(user, at->file, at->line));
				fprintf(f, "# %.*s:%u: %.*s\n", SLICE_FMT(p->sources[at->file]), at->line,
					SLICE_FMT(text));
			}
			char place[32] = "";
			if (at->line &&
				(at->line != last.line || at->column != last.column || at->file != last.file))
				snprintf(place, sizeof place, "%u:%u", at->line, at->column);
			struct slice text = listing_word(p, pc, arena);
			fprintf(f, "%8s %5u  %.*s\n", place, pc, SLICE_FMT(text));
			last = *at;
		}
		arena_free(arena);
	}
}

void listing_print(FILE *f, const struct program *p)
{
	listing_print_sources(f, p, NULL, NULL);
}
