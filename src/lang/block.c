/* block: checks the blocks of settings, WORD NAME { field = value ... }, against their table.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/checking.h"
#include "lang/program.h"
#include <stdio.h>

/* ---- values ---- */

static bool wrong(char *error, struct slice text, const char *what)
{
	snprintf(error, PROGRAM_ERROR, "\"%.*s\" %s", text.len > 80 ? 80 : (int)text.len,
		text.len ? text.at : "", what);
	return false;
}

bool block_server_parse(struct slice text, struct address *address, char *error)
{
	struct slice rest = text;
	if (slice_starts_nocase(rest, SLICE("udp:")))
		rest = slice(rest.at + 4, rest.len - 4);
	if (!address_parse_port(rest, address))
		return wrong(error, text, "is not udp:ADDRESS:PORT");
	if (!address->port)
		address->port = 5060;
	return true;
}

static bool attribute(struct slice word, struct block_destination *d)
{
	struct slice rest = word, name;
	uint64_t n;
	if (!slice_cut(&rest, '=', &name) || !slice_number(rest, &n) || n > 1000000)
		return false;
	uint32_t *place = slice_equal(name, SLICE("weight"))     ? &d->weight
			  : slice_equal(name, SLICE("priority")) ? &d->priority
			  : slice_equal(name, SLICE("maxload"))  ? &d->max_load
								 : NULL;
	if (place)
		*place = (uint32_t)n;
	return place != NULL;
}

bool block_destination_parse(struct slice text, struct block_destination *d, char *error)
{
	struct slice rest = slice_trim(text), word;
	*d = (struct block_destination){ .weight = 50 };
	slice_cut(&rest, ' ', &d->uri);
	struct slice host = d->uri;
	if (!slice_starts_nocase(host, SLICE("sip:")))
		return wrong(error, text, "is not sip:ADDRESS[:PORT]");
	host = slice(host.at + 4, host.len - 4);
	if (!address_parse_port(host, &d->address))
		return wrong(error, text, "names no address");
	if (!d->address.port)
		d->address.port = 5060;
	while (slice_cut(&rest, ' ', &word))
		if (word.len && !attribute(word, d))
			return wrong(error, word, "is none of weight=N, priority=N and maxload=N");
	return true;
}

/* ---- the check ---- */

static void unknown_block(struct checking *c, const struct node *n, enum block_id inside)
{
	struct suggest s = suggest(n->text);
	const struct block_row *known = NULL;
	for (int i = 0; i < BLOCKS; i++) {
		if (block_rows[i].inside == inside)
			suggest_try(&s, slice_of(block_rows[i].word));
		if (slice_equal(n->text, slice_of(block_rows[i].word)))
			known = &block_rows[i];
	}
	if (known && known->inside >= 0) {
		MESSAGE(c, n->name, "a %s block stands in a %s block", known->word,
			block_rows[known->inside].word);
		return;
	}
	if (known) {
		MESSAGE(c, n->name, "a %s block stands in no other block", known->word);
		return;
	}
	struct diag_message *m = MESSAGE(c, n->name, "there are no %.*s blocks", SLICE_FMT(n->text));
	if (s.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
	else
		diag_hint(c->diag, m, "a route's name stands in brackets: route[NAME] { ... }");
}

static void unknown_field(struct checking *c, const struct node *n, enum block_id kind)
{
	struct suggest s = suggest(n->text);
	for (int i = 0; i < FIELDS; i++)
		if (field_rows[i].block == kind)
			suggest_try(&s, slice_of(field_rows[i].row.name));
	struct diag_message *m = MESSAGE(
		c, n->name, "a %s block has no field %.*s", block_rows[kind].word, SLICE_FMT(n->text));
	if (s.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
}

static void add_field(struct checking *c, struct script_block *b, enum field_id id, const struct node *value)
{
	char error[PROGRAM_ERROR];
	struct script_field *new = ARENA_NEW(c->arena, struct script_field), **end = &b->fields;
	*new = (struct script_field){ .id = id, .at = value->at };
	if (!parameter_parse(&field_rows[id].row, value->text, &new->value, error))
		MESSAGE(c, value->at, "%s", error);
	for (; *end; end = &(*end)->next) {
		if ((*end)->id != id || field_rows[id].row.repeat)
			continue;
		struct diag_message *m = MESSAGE(c, value->at, "%s is given twice", field_rows[id].row.name);
		diag_also(c->diag, m, (*end)->at, "the first time here");
		return;
	}
	*end = new;
}

static void check_field(struct checking *c, struct script_block *b, const struct node *n)
{
	for (int i = 0; i < FIELDS; i++) {
		if (field_rows[i].block != b->kind || !slice_equal(n->text, slice_of(field_rows[i].row.name)))
			continue;
		if (n->list && n->list->next && !field_rows[i].row.repeat) {
			MESSAGE(c, n->list->next->at, "%s has one value", field_rows[i].row.name);
			return;
		}
		for (const struct node *v = n->list; v; v = v->next)
			add_field(c, b, (enum field_id)i, v);
		return;
	}
	unknown_field(c, n, b->kind);
}

static void check_required(struct checking *c, const struct script_block *b)
{
	for (int i = 0; i < FIELDS; i++) {
		const struct script_field *f = b->fields;
		if (field_rows[i].block != b->kind || !field_rows[i].required)
			continue;
		while (f && f->id != (enum field_id)i)
			f = f->next;
		if (!f)
			MESSAGE(c, b->at, "%s %.*s needs a %s", block_rows[b->kind].word, SLICE_FMT(b->name),
				field_rows[i].row.name);
	}
}

/* B among those before it: names are unique, and not too many. */
static void check_place(struct checking *c, const struct script_block *b)
{
	int count = 0;
	for (const struct script_block *other = c->script->blocks; other && other != b; other = other->next) {
		if (other->kind != b->kind || other->parent != b->parent)
			continue;
		count++;
		if (slice_equal(other->name, b->name))
			diag_also(c->diag,
				MESSAGE(c, b->at, "%s %.*s is defined twice", block_rows[b->kind].word,
					SLICE_FMT(b->name)),
				other->at, "the first one is here");
	}
	if (count == block_rows[b->kind].most)
		MESSAGE(c, b->at, "there may be %d %s block%s here", count, block_rows[b->kind].word,
			count == 1 ? "" : "s");
}

static bool same_server(const struct script_field *a, const struct script_field *b)
{
	struct address x, y;
	char error[PROGRAM_ERROR];
	bool servers = (a->id == FIELD_group_primary || a->id == FIELD_group_backup) &&
		       (b->id == FIELD_group_primary || b->id == FIELD_group_backup);
	return servers && block_server_parse(a->value.text, &x, error) &&
	       block_server_parse(b->value.text, &y, error) && address_equal(&x, &y);
}

/* A server is in one group, once: else two would answer for its users, or it would wait for itself. */
static void check_servers(struct checking *c, const struct script_block *b)
{
	for (const struct script_field *f = b->fields; f; f = f->next)
		for (const struct script_block *other = c->script->blocks; other; other = other->next)
			for (const struct script_field *g = other->fields; g && g != f; g = g->next)
				if (same_server(f, g) && other->parent == b->parent)
					diag_also(c->diag,
						MESSAGE(c, f->at, "this server is in the farm already"),
						g->at, "here");
}

void check_block(struct checking *c, struct node *n, enum block_id inside, int parent)
{
	struct script_block *b = ARENA_NEW(c->arena, struct script_block), **end = &c->script->blocks;
	int kind = 0, index = 0, below = 0;
	while (kind < BLOCKS &&
		!(block_rows[kind].inside == inside && slice_equal(n->text, slice_of(block_rows[kind].word))))
		kind++;
	if (kind == BLOCKS) {
		unknown_block(c, n, inside);
		return;
	}
	for (; *end; end = &(*end)->next)
		index++;
	*b = (struct script_block){
		.kind = (enum block_id)kind, .index = index, .parent = parent, .name = n->key, .at = n->at
	};
	*end = b;
	check_place(c, b);
	for (struct node *k = n->list; k; k = k->next) {
		if (k->kind == NODE_SECTION)
			check_block(c, k, b->kind, b->index);
		else
			check_field(c, b, k);
		below += k->kind == NODE_SECTION;
	}
	check_required(c, b);
	if (kind == BLOCK_group)
		check_servers(c, b);
	if (kind == BLOCK_farm && !below)
		MESSAGE(c, b->at, "farm %.*s has no group", SLICE_FMT(b->name));
}
