/* preprocess: includes, and the lines that begin with #!
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A #!define replaces tokens by tokens, so that no substitution can end a string or begin a comment. What stands in a branch that
 * is not taken is cut into tokens and its brackets are checked all the same. */
#include "grammar/parser.h"
#include "lang/parse.h"
#include "lang/suggest.h"
#include "lang/token.h"

#include <stdio.h>

enum { INCLUDES_MAX = 16, CONDITIONS_MAX = 64 };

struct define {
	struct define *next;
	struct slice name;
	struct span at;
	const struct token *tokens;
	int count;
	bool expanding, command_line, gone;
};

struct tested {
	struct tested *next;
	struct slice name;
	struct span at;
};

struct condition {
	struct span at;
	bool live, other; /* this branch is taken; the #!else branch would be */
	bool has_else;
	bool comment;    /* its name says that it holds prose */
	uint32_t branch; /* where the branch begins */
};

struct preprocessor {
	struct diag *diag;
	struct arena *arena;
	struct tokens *out;
	struct define *defines;
	struct tested *tested;
	struct condition conditions[CONDITIONS_MAX];
	int condition_count;
	int includes;
	struct tokens dead; /* of the branch that is not taken */
};

/* A line of the preprocessor: the directive and what follows it. */
struct line {
	const struct token *word, *at;
	int count;
};

void tokens_add(struct tokens *list, struct token t)
{
	if (list->count == list->size) {
		int size = list->size ? list->size * 2 : 64;
		struct token *at = arena_alloc(list->arena, sizeof *at * (size_t)size);
		if (list->count)
			memcpy(at, list->at, sizeof *at * (size_t)list->count);
		list->at = at;
		list->size = size;
	}
	list->at[list->count++] = t;
}

void tokens_insert(struct tokens *list, int index, struct token t)
{
	tokens_add(list, t);
	memmove(&list->at[index + 1], &list->at[index], sizeof t * (size_t)(list->count - 1 - index));
	list->at[index] = t;
}

void tokens_remove(struct tokens *list, int index)
{
	list->count--;
	memmove(&list->at[index], &list->at[index + 1], sizeof *list->at * (size_t)(list->count - index));
}

static struct define *find(const struct preprocessor *p, struct slice name)
{
	for (struct define *d = p->defines; d; d = d->next)
		if (slice_equal(d->name, name) && !d->gone)
			return d;
	return NULL;
}

/* Whether the code here is in branches that are taken. */
static bool live(const struct preprocessor *p)
{
	for (int i = 0; i < p->condition_count; i++)
		if (!p->conditions[i].live)
			return false;
	return true;
}

/* ---- directives ---- */

static bool same_tokens(const struct define *d, const struct token *at, int count)
{
	if (d->count != count)
		return false;
	for (int i = 0; i < count; i++)
		if (d->tokens[i].kind != at[i].kind || !slice_equal(d->tokens[i].text, at[i].text))
			return false;
	return true;
}

static void define(
	struct preprocessor *p, struct slice name, struct span at, const struct token *tokens, int count)
{
	struct define *d = ARENA_NEW(p->arena, struct define);
	struct token *copy = ARENA_ARRAY(p->arena, struct token, count + 1);
	if (count)
		memcpy(copy, tokens, sizeof *copy * (size_t)count);
	*d = (struct define){ .next = p->defines, .name = name, .at = at, .tokens = copy, .count = count };
	p->defines = d;
}

/* The ID that a directive needs; NULL, and an error, when it is not there. */
static const struct token *identifier(struct preprocessor *p, const struct line *l)
{
	if (l->count == 0 || l->at[0].kind != NAME) {
		struct diag_message *m = diag_error(p->diag, l->count ? l->at[0].at : l->word->at,
			"#!%.*s needs a name", SLICE_FMT(l->word->text));
		diag_hint(p->diag, m, "letters, digits and _");
		return NULL;
	}
	if (l->count > 1 && l->at[1].at.from == l->at[0].at.to && l->at[1].kind != TOKEN_LINE_END) {
		struct diag_message *m = diag_error(
			p->diag, l->at[1].at, "%.*s cannot be part of a name", SLICE_FMT(l->at[1].text));
		diag_hint(p->diag, m, "letters, digits and _");
		return NULL;
	}
	return &l->at[0];
}

static void do_define(struct preprocessor *p, const struct line *l, bool try, bool again)
{
	const struct token *id = identifier(p, l);
	if (!id || !live(p))
		return;
	struct define *d = find(p, id->text);
	if (d && (try || d->command_line))
		return;
	if (d && !again && !same_tokens(d, l->at + 1, l->count - 1)) {
		struct diag_message *m =
			diag_error(p->diag, id->at, "%.*s is defined twice", SLICE_FMT(id->text));
		diag_also(p->diag, m, d->at, "the first time here");
		return;
	}
	if (d)
		d->gone = true;
	define(p, id->text, id->at, l->at + 1, l->count - 1);
}

static void do_if(struct preprocessor *p, const struct line *l, bool wanted)
{
	const struct token *id = identifier(p, l);
	bool truth = id && (find(p, id->text) != NULL) == wanted;
	if (id && l->count > 1)
		diag_error(p->diag, l->at[1].at, "nothing may follow the name");
	if (id) {
		struct tested *t = ARENA_NEW(p->arena, struct tested);
		*t = (struct tested){ .next = p->tested, .name = id->text, .at = id->at };
		p->tested = t;
	}
	if (p->condition_count == CONDITIONS_MAX) {
		diag_error(p->diag, l->word->at, "more than %d #!ifdef in each other", CONDITIONS_MAX);
		return;
	}
	struct span at = span_join(l->word->at, id ? id->at : l->word->at);
	p->conditions[p->condition_count++] = (struct condition){ .at = at,
		.live = truth,
		.other = !truth,
		.branch = at.to,
		.comment = id && memmem(id->text.at, id->text.len, "COMMENT", 7) };
}

/* Reports brackets in a dead branch that cross: ( closed by }. A branch may open what it does not close. Returns whether all of them
 * match. */
static bool check_dead_brackets(struct preprocessor *p)
{
	const struct tokens *dead = &p->dead;
	int *open = arena_alloc(p->arena, sizeof *open * (size_t)(dead->count + 1)), depth = 0;
	bool balanced = true;
	for (int i = 0; i < dead->count; i++) {
		int kind = dead->at[i].kind;
		if (kind == '(' || kind == '{' || kind == '[')
			open[depth++] = i;
		if (kind != ')' && kind != '}' && kind != ']')
			continue;
		if (!depth) {
			balanced = false;
			continue;
		}
		const struct token *o = &dead->at[open[depth - 1]];
		if ((o->kind == '(') != (kind == ')') || (o->kind == '{') != (kind == '}')) {
			diag_error(p->diag, o->at, "this %c is not closed", o->kind);
			return false;
		}
		depth--;
	}
	return balanced && depth == 0;
}

static bool one_of(int kind, const int *kinds)
{
	for (; *kinds; kinds++)
		if (*kinds == kind)
			return true;
	return false;
}

static void add_kind(struct tokens *list, int kind, struct span at)
{
	tokens_add(list, (struct token){ .kind = kind, .at = at, .text = { "", 0 } });
}

static void pass(struct preprocessor *p, const struct tokens *list, int *i);

/* Checks the syntax of the branch that was not taken, when it is made of whole statements or whole parts of a file. */
static void check_dead(struct preprocessor *p)
{
	static const int before[] = { ';', '{', '}', ':', END, 0 }, after[] = { ';', '}', END, 0 },
			 first[] = {
				 NAME,
				 VARIABLE,
				 IF,
				 WHILE,
				 SWITCH,
				 CASE,
				 EXIT,
				 RETURN,
				 DROP,
				 BREAK,
				 0
			 };
	struct tokens dead = p->dead, list = { .arena = p->arena }, *out = p->out;
	bool balanced = check_dead_brackets(p), inside;
	int depth = 0;
	p->dead = (struct tokens){ .arena = p->arena };
	if (!balanced || !dead.count || !one_of(dead.at[0].kind, first) ||
		!one_of(dead.at[dead.count - 1].kind, after) ||
		(out->count && !one_of(out->at[out->count - 1].kind, before)))
		return;
	for (int i = 0; i < out->count; i++)
		depth += (out->at[i].kind == '{') - (out->at[i].kind == '}');
	inside = depth > 0;
	struct span at = dead.at[0].at;
	at.to = at.from;
	if (inside) {
		tokens_add(&list, (struct token){ .kind = NAME, .at = at, .text = SLICE("route") });
		add_kind(&list, '{', at);
	}
	if (inside && dead.at[0].kind == CASE) {
		add_kind(&list, SWITCH, at);
		add_kind(&list, '(', at);
		add_kind(&list, NUMBER, at);
		add_kind(&list, ')', at);
		add_kind(&list, '{', at);
	}
	p->out = &list;
	for (int i = 0; i < dead.count; i++)
		if (!slice_equal(dead.at[i].text, SLICE("include_file")) &&
			!slice_equal(dead.at[i].text, SLICE("import_file")))
			pass(p, &dead, &i);
	p->out = out;
	if (inside && dead.at[0].kind == CASE)
		add_kind(&list, '}', at);
	if (inside)
		add_kind(&list, '}', at);
	struct tree tree = { .diag = p->diag, .arena = p->arena };
	parse(&tree, &list);
}

/* At the end of a branch, the directive at END: its outermost dead branch is looked at as a whole. What is wrong there is no more
 * than a warning; a condition called COMMENT, as Kamailio's users have them, holds prose. */
static void leave_branch(struct preprocessor *p, struct span end)
{
	const struct condition *c = &p->conditions[--p->condition_count];
	bool whole = live(p) && !c->live;
	p->condition_count++;
	if (!whole)
		return;
	if (!c->comment)
		check_dead(p);
	p->dead.count = 0;
	diag_soften(p->diag, (struct span){ c->branch, end.from }, c->comment);
}

static void do_else(struct preprocessor *p, const struct line *l)
{
	if (!p->condition_count) {
		diag_error(p->diag, l->word->at, "#!else without #!ifdef");
		return;
	}
	struct condition *c = &p->conditions[p->condition_count - 1];
	if (c->has_else) {
		diag_also(p->diag, diag_error(p->diag, l->word->at, "a second #!else"), c->at,
			"of the condition that begins here");
		return;
	}
	leave_branch(p, l->word->at);
	c->branch = l->word->at.to;
	c->has_else = true;
	c->live = c->other;
}

static void do_endif(struct preprocessor *p, const struct line *l)
{
	if (!p->condition_count) {
		diag_error(p->diag, l->word->at, "#!endif without #!ifdef");
		return;
	}
	leave_branch(p, l->word->at);
	p->condition_count--;
}

static void do_undef(struct preprocessor *p, const struct line *l)
{
	const struct token *id = identifier(p, l);
	struct define *d = id && live(p) ? find(p, id->text) : NULL;
	if (d)
		d->gone = true;
}

static void unknown_directive(struct preprocessor *p, const struct line *l)
{
	static const char *const known[] = { "define", "trydef", "redef", "undef", "ifdef", "ifndef", "else",
		"endif", "include_file", "import_file" };
	static const char *const others[] = { "subst", "substdef", "substdefs", "ifexp", "defexp", "defexps",
		"defenv", "defenvs", "trydefenv", "trydefenvs" };
	struct suggest s = suggest(l->word->text);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (slice_equal(l->word->text, slice_of(others[i]))) {
			struct diag_message *m =
				diag_error(p->diag, l->word->at, "#!%s is not known here", others[i]);
			diag_hint(p->diag, m, "use #!define, or -D NAME=VALUE on the command line");
			return;
		}
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		suggest_try(&s, slice_of(known[i]));
	struct diag_message *m =
		diag_error(p->diag, l->word->at, "there is no #!%.*s", SLICE_FMT(l->word->text));
	if (s.best.len)
		diag_hint(p->diag, m, "did you mean #!%.*s?", SLICE_FMT(s.best));
}

static void include(struct preprocessor *p, const struct token *word, const struct token *name, bool must);

static void directive(struct preprocessor *p, const struct line *l)
{
	static const char *const modes[] = { "KAMAILIO", "SER", "MAXCOMPAT", "ALL", "OPENSER", "OPENSIPS",
		"SIPD" };
	struct slice w = l->word->text;
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
		if (slice_equal(w, slice_of(modes[i])))
			return;
	if (slice_equal(w, SLICE("define")) || slice_equal(w, SLICE("def")))
		do_define(p, l, false, false);
	else if (slice_equal(w, SLICE("trydef")) || slice_equal(w, SLICE("trydefine")))
		do_define(p, l, true, false);
	else if (slice_equal(w, SLICE("redef")) || slice_equal(w, SLICE("redefine")))
		do_define(p, l, false, true);
	else if (slice_equal(w, SLICE("undef")) || slice_equal(w, SLICE("tryundef")))
		do_undef(p, l);
	else if (slice_equal(w, SLICE("ifdef")))
		do_if(p, l, true);
	else if (slice_equal(w, SLICE("ifndef")))
		do_if(p, l, false);
	else if (slice_equal(w, SLICE("else")))
		do_else(p, l);
	else if (slice_equal(w, SLICE("endif")))
		do_endif(p, l);
	else if ((slice_equal(w, SLICE("include_file")) || slice_equal(w, SLICE("import_file"))) &&
		 l->count && l->at[0].kind == STRING) {
		if (live(p))
			include(p, l->word, &l->at[0], w.at[1] == 'n');
	} else
		unknown_directive(p, l);
}

/* ---- tokens ---- */

static void run_file(struct preprocessor *p, const struct source_file *file);

/* Reads the file that NAME says, beside the one that asks for it. */
static void include(struct preprocessor *p, const struct token *word, const struct token *name, bool must)
{
	const struct source_file *asking = source_find(diag_sources(p->diag), word->at.from);
	const char *error, *slash = asking ? strrchr(asking->name, '/') : NULL;
	struct slice directory =
		slash ? slice(asking->name, (size_t)(slash - asking->name) + 1) : (struct slice){ "", 0 };
	struct slice path = name->text;
	if (path.len == 0 || path.at[0] != '/')
		path = arena_join(p->arena, directory, path);
	path = arena_copy(p->arena, path);
	for (const struct source_file *f = asking; f;
		f = f->from.to ? source_find(diag_sources(p->diag), f->from.from) : NULL)
		if (slice_equal(slice_of(f->name), path)) {
			diag_error(p->diag, name->at, "%.*s includes itself", SLICE_FMT(path));
			return;
		}
	if (p->includes == INCLUDES_MAX) {
		diag_error(p->diag, name->at, "files include each other more than %d deep", INCLUDES_MAX);
		return;
	}
	struct source_file *file =
		source_read(diag_sources(p->diag), path.at, span_join(word->at, name->at), &error);
	if (file) {
		p->includes++;
		run_file(p, file);
		p->includes--;
	} else if (must) {
		diag_error(p->diag, name->at, "cannot read %.*s: %s", SLICE_FMT(path), error);
	}
}

/* Puts what D stands for in place of USE; everything gets the place of its use. */
static void expand(struct preprocessor *p, struct define *d, const struct token *use)
{
	if (d->count == 0) {
		struct diag_message *m =
			diag_error(p->diag, use->at, "%.*s is defined without a value", SLICE_FMT(d->name));
		diag_also(p->diag, m, d->at, "defined here");
		return;
	}
	d->expanding = true;
	for (int i = 0; i < d->count; i++) {
		struct token t = d->tokens[i];
		struct define *inner = t.kind == NAME ? find(p, t.text) : NULL;
		t.at = use->at;
		t.first = use->first && i == 0;
		t.indent = use->indent;
		if (inner && !inner->expanding)
			expand(p, inner, &t);
		else
			tokens_add(p->out, t);
	}
	d->expanding = false;
}

/* The value of a parameter: a string, or else the text of all the define's tokens. */
static void expand_value(struct preprocessor *p, struct define *d, const struct token *use)
{
	struct token t = *use;
	if (d->count == 1 && (d->tokens[0].kind == STRING || d->tokens[0].kind == RAW)) {
		t.kind = d->tokens[0].kind;
		t.text = d->tokens[0].text;
	} else if (d->count) {
		t.text = source_text(
			diag_sources(p->diag), span_join(d->tokens[0].at, d->tokens[d->count - 1].at));
	}
	tokens_add(p->out, t);
}

static void pass(struct preprocessor *p, const struct tokens *list, int *i)
{
	const struct token *t = &list->at[*i];
	struct define *d = t->kind == NAME || t->kind == WORD ? find(p, t->text) : NULL;
	bool must = slice_equal(t->text, SLICE("include_file"));
	if (t->kind == NAME && (must || slice_equal(t->text, SLICE("import_file"))) && *i + 1 < list->count &&
		(list->at[*i + 1].kind == STRING || list->at[*i + 1].kind == RAW)) {
		++*i;
		include(p, t, &list->at[*i], must);
	} else if (d && t->kind == NAME) {
		expand(p, d, t);
	} else if (d) {
		expand_value(p, d, t);
	} else {
		tokens_add(p->out, *t);
	}
}

static void run_file(struct preprocessor *p, const struct source_file *file)
{
	struct tokens list = { .arena = p->arena };
	int conditions = p->condition_count;
	lexer_scan(p->diag, file, &list);
	for (int i = 0; i < list.count; i++) {
		const struct token *t = &list.at[i];
		if (t->kind == TOKEN_DIRECTIVE) {
			struct line l = { .word = t, .at = t + 1 };
			while (i + 1 < list.count && list.at[i + 1].kind != TOKEN_LINE_END)
				i++, l.count++;
			directive(p, &l);
		} else if (t->kind == TOKEN_LINE_END) {
			continue;
		} else if (live(p)) {
			pass(p, &list, &i);
		} else {
			tokens_add(&p->dead, *t);
		}
	}
	while (p->condition_count > conditions) {
		struct condition *c = &p->conditions[--p->condition_count];
		diag_hint(p->diag, diag_error(p->diag, c->at, "this condition is not ended"),
			"#!endif expected");
	}
	p->condition_count = conditions < p->condition_count ? conditions : p->condition_count;
	p->dead.count = 0;
}

static void define_option(struct preprocessor *p, const char *option)
{
	struct slice text = slice_of(option);
	ptrdiff_t equal = slice_find(text, '=');
	struct slice name = equal < 0 ? text : slice(text.at, (size_t)equal);
	struct slice value = equal < 0 ? (struct slice){ "", 0 }
				       : slice(text.at + equal + 1, text.len - (size_t)equal - 1);
	struct tokens list = { .arena = p->arena };
	const struct source_file *file =
		source_add(diag_sources(p->diag), "-D", value, (struct span){ 0, 0 });
	bool good = name.len && !(name.at[0] >= '0' && name.at[0] <= '9');
	for (size_t i = 0; i < name.len; i++)
		good = good && (name.at[i] == '_' || (name.at[i] >= '0' && name.at[i] <= '9') ||
				       ((name.at[i] | 0x20) >= 'a' && (name.at[i] | 0x20) <= 'z'));
	if (!good) {
		diag_general(p->diag, "-D %s: a name is made of letters, digits and _", option);
		return;
	}
	lexer_scan(p->diag, file, &list);
	while (list.count && list.at[list.count - 1].kind == TOKEN_LINE_END)
		list.count--;
	define(p, name, (struct span){ file->base, file->base }, list.at, list.count);
	p->defines->command_line = true;
}

/* Names that are tested, never defined, and so like a defined one that they are probably misspelt. */
static void check_tested(struct preprocessor *p)
{
	for (const struct tested *t = p->tested; t; t = t->next) {
		struct suggest s = suggest(t->name);
		bool known = false;
		for (const struct define *d = p->defines; d; d = d->next) {
			known |= slice_equal(d->name, t->name);
			suggest_try(&s, d->name);
		}
		if (known || !s.best.len)
			continue;
		struct diag_message *m =
			diag_warning(p->diag, t->at, "%.*s is defined nowhere", SLICE_FMT(t->name));
		diag_hint(p->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
	}
}

void preprocess(struct diag *diag, const struct source_file *file, const struct preprocess_options *options,
	struct tokens *out)
{
	struct preprocessor p = {
		.diag = diag, .arena = out->arena, .out = out, .dead = { .arena = out->arena }
	};
	for (const char *const *d = options ? options->defines : NULL; d && *d; d++)
		define_option(&p, *d);
	run_file(&p, file);
	check_tested(&p);
}
