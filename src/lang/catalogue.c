/* catalogue: what the tables say, for people: `sipd --functions` and its like, and the chapters of sipd.cfg(5).
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/catalogue.h"

#include "lang/program.h"

#include <ctype.h>
#include <inttypes.h>

enum { WIDTH = 100 };

int catalogue_find(struct slice name)
{
	static const char *const names[CATALOGUES] = { "functions", "variables", "parameters", "routes",
		"transformations", "instructions", "blocks" };
	for (int i = 0; i < CATALOGUES; i++)
		if (slice_equal(name, slice_of(names[i])))
			return i;
	return slice_equal(name, SLICE("actions")) ? CATALOGUE_ACTIONS : -1;
}

/* ---- text ---- */

/* TEXT, wrapped, behind INDENT blanks. */
static void wrap(FILE *f, int indent, const char *text)
{
	int column = 0;
	while (*text) {
		int len = (int)strcspn(text, " ");
		if (column && column + 1 + len > WIDTH) {
			fputc('\n', f);
			column = 0;
		}
		if (!column)
			column = fprintf(f, "%*s", indent, "");
		else
			column += fprintf(f, " ");
		column += fprintf(f, "%.*s", len, text);
		text += len;
		text += strspn(text, " ");
	}
	fputc('\n', f);
}

/* The bits of ROUTES as one letter per kind of route, a dash for each that is not there. */
static const char *letters(unsigned routes, char *place)
{
	static const char all[] = { [ROUTE_REQUEST] = 'R',
		[ROUTE_SUB] = 'S',
		[ROUTE_BRANCH] = 'B',
		[ROUTE_FAILURE] = 'F',
		[ROUTE_ONREPLY] = 'O',
		[ROUTE_REPLY] = 'P' };
	for (int kind = 0; kind < ROUTE_KINDS; kind++)
		place[kind] = routes & 1u << kind ? all[kind] : '-';
	place[ROUTE_KINDS] = '\0';
	return place;
}

static void print_legend(FILE *f)
{
	fprintf(f, "Where it may stand: R route, S route[NAME], B branch_route, F failure_route,\n"
		   "O onreply_route[NAME], P onreply_route without a name (reply_route).\n\n");
}

/* "int|string|null" for the bits TYPE. */
static const char *types(unsigned type, char *place)
{
	static const char *const names[] = { "int", "bool", "string", "ip", "null" };
	place[0] = '\0';
	for (int i = 0; i < 5; i++)
		if (type & 1u << i)
			strcat(strcat(place, place[0] ? "|" : ""), names[i]);
	return place;
}

enum { TYPES_TEXT = 40 };

/* "Also BEFOREa, BEFOREb." for the aliases of NAME, one behind the other. */
static void print_aliases(
	FILE *f, const struct alias_row *aliases, const char *name, const char *before, const char *indent)
{
	int printed = 0;
	for (; aliases->name; aliases++) {
		if (strcmp(aliases->of, name) != 0)
			continue;
		fprintf(f, "%s%s%s%s", printed ? "" : indent, printed ? ", " : "Also ", before,
			aliases->name);
		printed++;
	}
	if (printed)
		fprintf(f, ".\n");
}

/* A bare word reads a variable without a dollar sign. */
static void print_bare(FILE *f, const char *name, const char *indent)
{
	for (const struct alias_row *bare = bare_words; bare->name; bare++)
		if (!strcmp(bare->of, name))
			fprintf(f, "%sThe word %s reads it too.\n", indent, bare->name);
}

static void text_actions(FILE *f)
{
	char place[ROUTE_KINDS + 1];
	print_legend(f);
	for (int i = 0; i < action_count; i++) {
		const struct action_row *row = &action_rows[i];
		fprintf(f, "%s  %s(%s)%s%s\n", letters(row->routes, place), row->name, row->parameters,
			*row->results ? " -> " : "", row->results);
		wrap(f, 8, row->doc);
		print_aliases(f, action_aliases, row->name, "", "        ");
	}
}

/* Those that are the language's own and no rows of the table; sipd.cfg(5) has a chapter about them. */
static void own_variables(FILE *f)
{
	static const struct {
		const char *name, *doc;
	} own[] = {
		{ "$var(name)  writable",
			"A value of your own, for one run of the routes; it keeps the type of what is put "
			"into it first." },
		{ "$avp(name)  writable",
			"A value of your own that belongs to the transaction; null until it is set." },
		{ "$null", "No value: compare with it, or assign it. Also null and NULL." },
		{ "$rc", "The result of the call just before it: 1 for the first one that it has, -1, -2 ... "
			 "for those behind that. Also $retcode." },
	};
	for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
		fprintf(f, "RSBFOP  %s\n", own[i].name);
		wrap(f, 8, own[i].doc);
	}
}

static void text_variables(FILE *f)
{
	char place[ROUTE_KINDS + 1], type[TYPES_TEXT];
	print_legend(f);
	own_variables(f);
	for (int i = 0; i < variable_count; i++) {
		const struct variable_row *row = &variable_rows[i];
		fprintf(f, "%s  $%s%s%s%s  %s%s\n", letters(row->routes, place), row->name,
			*row->key ? "(" : "", row->key, *row->key ? ")" : "", types(row->type, type),
			row->writable ? "  writable" : "");
		wrap(f, 8, row->doc);
		print_aliases(f, variable_aliases, row->name, "$", "        ");
		print_bare(f, row->name, "        ");
	}
}

/* A number of milliseconds or bytes as short as it can be written. */
static const char *quantity(const struct parameter_row *row, int64_t n, char *place, size_t size)
{
	static const struct {
		const char *type, *unit;
		int64_t factor;
	} units[] = { { "time", "h", 3600000 }, { "time", "s", 1000 }, { "time", "ms", 1 },
		{ "size", "T", INT64_C(1) << 40 }, { "size", "G", INT64_C(1) << 30 },
		{ "size", "M", INT64_C(1) << 20 }, { "size", "k", INT64_C(1) << 10 } };
	for (size_t i = 0; n && i < sizeof units / sizeof units[0]; i++) {
		if (strcmp(units[i].type, row->type) != 0 || n % units[i].factor)
			continue;
		snprintf(place, size, "%" PRId64 "%s", n / units[i].factor, units[i].unit);
		return place;
	}
	snprintf(place, size, "%" PRId64, n);
	return place;
}

static void parameter_line(FILE *f, const struct parameter_row *row)
{
	char least[32], most[32];
	fprintf(f, "%s", row->type);
	if (row->max)
		fprintf(f, " %s..%s", quantity(row, row->min, least, sizeof least),
			quantity(row, row->max, most, sizeof most));
	if (*row->initial)
		fprintf(f, ", default %s", row->initial);
	if (row->repeat)
		fprintf(f, ", may be repeated");
}

static void text_parameters(FILE *f)
{
	for (int i = 0; i < parameter_count; i++) {
		const struct parameter_row *row = &parameter_rows[i];
		fprintf(f, "%s = ", row->name);
		parameter_line(f, row);
		fputc('\n', f);
		wrap(f, 8, row->doc);
		print_aliases(f, parameter_aliases, row->name, "", "        ");
	}
}

static void text_blocks(FILE *f)
{
	for (int b = 0; b < BLOCKS; b++) {
		const struct block_row *block = &block_rows[b];
		fprintf(f, "%s NAME { ... }%s%s\n", block->word, block->inside >= 0 ? " in " : "",
			block->inside >= 0 ? block_rows[block->inside].word : "");
		wrap(f, 8, block->doc);
		for (int i = 0; i < FIELDS; i++) {
			if (field_rows[i].block != b)
				continue;
			fprintf(f, "    %s = ", field_rows[i].row.name);
			parameter_line(f, &field_rows[i].row);
			fprintf(f, "%s\n", field_rows[i].required ? ", required" : "");
			wrap(f, 12, field_rows[i].row.doc);
		}
	}
}

/* "route", "route[NAME]" or both, with the first keyword of ROW. */
static void route_forms(FILE *f, const struct route_row *row)
{
	struct slice rest = slice_of(row->keywords), keyword;
	const char *comma = "";
	while (slice_cut(&rest, '|', &keyword)) {
		if (row->unnamed)
			fprintf(f, "%s%.*s", comma, SLICE_FMT(keyword));
		if (row->named)
			fprintf(f, "%s%.*s[NAME]", comma, SLICE_FMT(keyword));
		comma = ", ";
	}
}

static void text_routes(FILE *f)
{
	for (int i = 0; i < ROUTE_KINDS; i++) {
		route_forms(f, &route_rows[i]);
		fputc('\n', f);
		wrap(f, 8, route_rows[i].doc);
		fprintf(f, "        Variables read %s.\n", route_rows[i].message);
	}
}

static void text_transformations(FILE *f)
{
	char from[TYPES_TEXT], to[TYPES_TEXT];
	for (int i = 0; i < transformation_count; i++) {
		const struct transformation_row *row = &transformation_rows[i];
		fprintf(f, "{%s%s%s}  %s -> %s\n", row->name, *row->arguments ? ", " : "", row->arguments,
			types(row->from, from), types(row->to, to));
		wrap(f, 8, row->doc);
		print_aliases(f, transformation_aliases, row->name, "", "        ");
	}
}

static void text_instructions(FILE *f)
{
	for (int i = 0; i < OP_COUNT; i++) {
		fprintf(f, "%s\n", op_rows[i].name);
		wrap(f, 8, op_rows[i].effect);
	}
}

/* ---- mdoc ---- */

/* TEXT with what means something to roff escaped, a sentence a line. */
static void roff(FILE *f, const char *text)
{
	bool start = true;
	for (; *text; text++) {
		if (start && (*text == '.' || *text == '\''))
			fputs("\\&", f);
		start = false;
		if (*text == '\\')
			fputs("\\e", f);
		else if (*text == '~')
			fputs("\\(ti", f);
		else if (*text == '^')
			fputs("\\(ha", f);
		else
			fputc(*text, f);
		if (strchr(".!?:", *text) && text[1] == ' ' && isupper((unsigned char)text[2])) {
			fputc('\n', f);
			text++;
			start = true;
		}
	}
	fputc('\n', f);
}

/* TEXT as one argument of a macro: in quotes. */
static void roff_argument(FILE *f, struct slice text)
{
	fputs(" \"", f);
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '\\')
			fputs("\\e", f);
		else if (text.at[i] == '"')
			fputs("\\(dq", f);
		else
			fputc(text.at[i], f);
	}
	fputc('"', f);
}

static void mdoc_begin(FILE *f)
{
	fprintf(f, ".Bl -tag -width Ds\n");
}

static void mdoc_end(FILE *f)
{
	fprintf(f, ".El\n");
}

/* The sentence that names the kinds of route ROUTES. */
static void mdoc_routes(FILE *f, unsigned routes)
{
	if (routes == R_ANY)
		return;
	const char *comma = "In ";
	for (int kind = 0; kind < ROUTE_KINDS; kind++) {
		if (!(routes & 1u << kind))
			continue;
		struct slice keywords = slice_of(route_rows[kind].keywords), keyword = keywords;
		(void)slice_cut(&keywords, '|', &keyword);
		fprintf(f, "%s%.*s%s", comma, SLICE_FMT(keyword), route_rows[kind].named ? "[]" : "");
		comma = ", ";
	}
	fprintf(f, ".\n");
}

static void mdoc_actions(FILE *f)
{
	mdoc_begin(f);
	for (int i = 0; i < action_count; i++) {
		const struct action_row *row = &action_rows[i];
		fprintf(f, ".It Fn %s", row->name);
		struct slice rest = slice_of(row->parameters), parameter;
		while (rest.len && slice_cut(&rest, ',', &parameter))
			roff_argument(f, slice_trim(parameter));
		fputc('\n', f);
		roff(f, row->doc);
		if (*row->results)
			fprintf(f, "Results: %s.\n", row->results);
		mdoc_routes(f, row->routes);
		print_aliases(f, action_aliases, row->name, "", "");
	}
	mdoc_end(f);
}

static void mdoc_variables(FILE *f)
{
	char type[TYPES_TEXT];
	mdoc_begin(f);
	for (int i = 0; i < variable_count; i++) {
		const struct variable_row *row = &variable_rows[i];
		fprintf(f, ".It Va $%s", row->name);
		if (*row->key)
			fprintf(f, " Ns ( Ar \"%s\" )", row->key);
		fprintf(f, "\n");
		roff(f, row->doc);
		fprintf(f, "Type %s%s.\n", types(row->type, type), row->writable ? ", can be assigned" : "");
		mdoc_routes(f, row->routes);
		print_aliases(f, variable_aliases, row->name, "$", "");
		print_bare(f, row->name, "");
	}
	mdoc_end(f);
}

static void mdoc_parameters(FILE *f)
{
	mdoc_begin(f);
	for (int i = 0; i < parameter_count; i++) {
		const struct parameter_row *row = &parameter_rows[i];
		fprintf(f, ".It Ic %s No = ", row->name);
		parameter_line(f, row);
		fputc('\n', f);
		roff(f, row->doc);
		print_aliases(f, parameter_aliases, row->name, "", "");
	}
	mdoc_end(f);
}

static void mdoc_blocks(FILE *f)
{
	mdoc_begin(f);
	for (int b = 0; b < BLOCKS; b++) {
		fprintf(f, ".It Ic %s Ar NAME No { ... }\n", block_rows[b].word);
		if (block_rows[b].inside >= 0)
			fprintf(f, "Stands in a\n.Ic %s\nblock.\n", block_rows[block_rows[b].inside].word);
		roff(f, block_rows[b].doc);
		for (int i = 0; i < FIELDS; i++) {
			if (field_rows[i].block != b)
				continue;
			fprintf(f, ".It %s: Ic %s No = ", block_rows[b].word, field_rows[i].row.name);
			parameter_line(f, &field_rows[i].row);
			fprintf(f, "%s\n", field_rows[i].required ? ", required" : "");
			roff(f, field_rows[i].row.doc);
		}
	}
	mdoc_end(f);
}

static void mdoc_routes_table(FILE *f)
{
	mdoc_begin(f);
	for (int i = 0; i < ROUTE_KINDS; i++) {
		fprintf(f, ".It Ic ");
		route_forms(f, &route_rows[i]);
		fputc('\n', f);
		roff(f, route_rows[i].doc);
		fprintf(f, "Variables read %s.\n", route_rows[i].message);
	}
	mdoc_end(f);
}

static void mdoc_transformations(FILE *f)
{
	char from[TYPES_TEXT], to[TYPES_TEXT];
	mdoc_begin(f);
	for (int i = 0; i < transformation_count; i++) {
		const struct transformation_row *row = &transformation_rows[i];
		fprintf(f, ".It Ic { Ns %s", row->name);
		if (*row->arguments) {
			fprintf(f, " , Ar");
			roff_argument(f, slice_of(row->arguments));
		}
		fprintf(f, " Ns }\n");
		roff(f, row->doc);
		fprintf(f, "From %s to %s.\n", types(row->from, from), types(row->to, to));
		print_aliases(f, transformation_aliases, row->name, "", "");
	}
	mdoc_end(f);
}

static void mdoc_instructions(FILE *f)
{
	mdoc_begin(f);
	for (int i = 0; i < OP_COUNT; i++) {
		fprintf(f, ".It Ic %s\n", op_rows[i].name);
		roff(f, op_rows[i].effect);
	}
	mdoc_end(f);
}

void catalogue_print(FILE *f, enum catalogue which, enum catalogue_format format)
{
	static void (*const printers[CATALOGUES][2])(FILE *) = {
		[CATALOGUE_ACTIONS] = { text_actions, mdoc_actions },
		[CATALOGUE_VARIABLES] = { text_variables, mdoc_variables },
		[CATALOGUE_PARAMETERS] = { text_parameters, mdoc_parameters },
		[CATALOGUE_ROUTES] = { text_routes, mdoc_routes_table },
		[CATALOGUE_TRANSFORMATIONS] = { text_transformations, mdoc_transformations },
		[CATALOGUE_INSTRUCTIONS] = { text_instructions, mdoc_instructions },
		[CATALOGUE_BLOCKS] = { text_blocks, mdoc_blocks },
	};
	printers[which][format](f);
}
