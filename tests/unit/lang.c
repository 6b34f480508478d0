/* lang: the front end: tables well formed, places, suggestions, includes, options of the command line, the limit of messages.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"

#include "lang/compile.h"
#include "lang/signature.h"
#include "lang/suggest.h"

#include <stdlib.h>
#include <unistd.h>

/* Every row of the tables says what it says in a form that the checks understand. */
static void rows(void)
{
	struct signature s;
	const char *error;
	for (int i = 0; i < action_count; i++)
		if (!CHECK(signature_parse(action_rows[i].parameters, action_rows[i].results, &s, &error)))
			printf("# action %s: %s\n", action_rows[i].name, error);
	for (int i = 0; i < transformation_count; i++) {
		if (!CHECK(signature_parse(transformation_rows[i].arguments, "", &s, &error)))
			printf("# transformation %s: %s\n", transformation_rows[i].name, error);
		CHECK(transformation_rows[i].from && transformation_rows[i].to);
	}
	for (int i = 0; i < action_alias_count; i++)
		CHECK(table_action(slice_of(action_aliases[i].name)) >= 0);
	for (int i = 0; i < variable_alias_count; i++)
		CHECK(table_variable(slice_of(variable_aliases[i].name)) >= 0);
	for (int i = 0; i < bare_word_count; i++)
		CHECK(table_bare_word(slice_of(bare_words[i].name)) >= 0);
	for (int i = 0; i < parameter_alias_count; i++)
		CHECK(table_parameter(slice_of(parameter_aliases[i].name)) >= 0);
}

static void signatures(void)
{
	struct signature s;
	const char *error;
	CHECK(signature_parse("code status, [string reason, [int[1..5] n]]", "ok, failed", &s, &error));
	CHECK(s.count == 3 && s.required == 1 && s.result_count == 2);
	CHECK(s.arguments[0].kind == ARGUMENT_CODE && s.arguments[0].max == 699);
	CHECK(s.arguments[2].optional && s.arguments[2].min == 1 && s.arguments[2].max == 5);
	CHECK(slice_equal(s.results[1], SLICE("failed")));
	CHECK(signature_parse("word(a|b|c) w, route(FAILURE) r", "", &s, &error));
	CHECK(s.arguments[1].route == ROUTE_FAILURE && s.count == 2);
	CHECK(signature_word(s.arguments[0].words, SLICE("c")) == 2);
	CHECK(signature_word(s.arguments[0].words, SLICE("d")) == -1);
	CHECK(signature_parse("[host host, [int[1..65535] port]]", "", &s, &error) && s.required == 0 &&
		s.count == 2);
	CHECK(!signature_parse("number n", "", &s, &error));
	CHECK(!signature_parse("int", "", &s, &error));
	CHECK(!signature_parse("int[5..1] n", "", &s, &error));
	CHECK(!signature_parse("[int a], int b", "", &s, &error));
	CHECK(!signature_parse("[int a", "", &s, &error));
	CHECK(!signature_parse("route r", "", &s, &error));
	CHECK(!signature_parse("", "ok", &s, &error));
}

static void places(void)
{
	struct arena *a = arena_new(0);
	struct sources s;
	sources_init(&s, a);
	const struct source_file *one = source_add(&s, "one",
		SLICE("ab\nc\xc3\xa4"
		      "d\n"),
		(struct span){ 0, 0 });
	const struct source_file *two = source_add(&s, "two", SLICE("x"), (struct span){ 0, 0 });
	CHECK(one->base == 0 && two->base == one->text.len + 1);
	struct position p = source_place(&s, 0);
	CHECK(p.file == one && p.line == 1 && p.column == 1);
	p = source_place(&s, 6); /* d: behind a character of two bytes */
	CHECK(p.line == 2 && p.column == 3 &&
		slice_equal(p.text, SLICE("c\xc3\xa4"
					  "d")));
	p = source_place(&s, two->base);
	CHECK(p.file == two && p.line == 1 && p.column == 1);
	p = source_place(&s, 1000);
	CHECK(p.file == two);
	CHECK(slice_equal(source_text(&s, (struct span){ 3, 4 }), SLICE("c")));
	CHECK(source_text(&s, (struct span){ 3, 400 }).len == 0);
	const char *error;
	CHECK(!source_read(&s, "/nonexistent", (struct span){ 0, 0 }, &error) && error);
	CHECK(!source_read(&s, "/", (struct span){ 0, 0 }, &error) && error);
	arena_free(a);
}

static struct slice near(const char *word, const char *one, const char *other)
{
	struct suggest s = suggest(slice_of(word));
	suggest_try(&s, slice_of(one));
	suggest_try(&s, slice_of(other));
	return s.best;
}

static void suggestions(void)
{
	CHECK(slice_equal(near("t_rely", "t_relay", "t_reply"), SLICE("t_relay")));
	CHECK(slice_equal(near("REGSITER", "REGISTER", "INVITE"), SLICE("REGISTER")));
	CHECK(slice_equal(near("Relay", "x", "RELAY"), SLICE("RELAY")));
	CHECK(near("abc", "xyz", "ab").len == 2);
	CHECK(near("ru", "si", "fd").len == 0);
	CHECK(near("a", "b", "c").len == 0);
}

/* What compiling TEXT says; freed by the caller. */
static char *said(struct slice text, const struct compile_options *options, bool *good)
{
	struct diag *d = diag_new();
	const struct program *p = compile_text("t.cfg", text, options, d);
	char *all = diag_text(d);
	*good = p != NULL;
	CHECK(*good == (diag_errors(d) == 0));
	program_unref(p);
	diag_free(d);
	return all;
}

static void options(void)
{
	static const char *const defines[] = { "PORT=5070", "WITH_X", NULL }, *const bad[] = { "1X", NULL };
	static const char *const overrides[] = { "workers=3", "listen=udp:127.0.0.2:5060", NULL },
				 *const wrong[] = { "workers=many", "nothing=1", "log_level", NULL };
	bool good;
	char *text = said(SLICE("#!define PORT 5060\nlisten = \"udp:127.0.0.1:5060\"\nworkers = 2\n"
				"route {\n#!ifdef WITH_X\n\tif ($rp == PORT) sl_send_reply(200, "
				"\"OK\");\n#!endif\n\texit;\n}\n"),
		&(struct compile_options){ defines, overrides }, &good);
	CHECK(good && !*text);
	free(text);
	text = said(SLICE("route {\n\texit;\n}\n"), &(struct compile_options){ bad, wrong }, &good);
	CHECK(!good && strstr(text, "-D 1X") && strstr(text, "-o:1:9: error: workers must be a number") &&
		strstr(text, "-o nothing=1: there is no such parameter") &&
		strstr(text, "-o log_level: NAME=VALUE expected"));
	free(text);
}

static void many_errors(void)
{
	char text[20000] = "route {\n";
	bool good;
	for (int i = 0; i < 600; i++)
		strcat(text, "\tnothing();\n");
	strcat(text, "}\n");
	char *all = said(slice_of(text), NULL, &good);
	CHECK(!good && strstr(all, "500 more not shown\n600 errors, 0 warnings\n"));
	free(all);
}

static void deep_nesting(void)
{
	enum { DEEP = 100000 };
	char *text = calloc(1, DEEP * 2 + 200);
	bool good;
	strcpy(text, "route { if (");
	memset(text + strlen(text), '!', DEEP);
	strcat(text, "has_totag()) exit; }");
	free(said(slice_of(text), NULL, &good));
	CHECK(!good);
	strcpy(text, "route { xlog(\"a\"");
	for (char *p = text + strlen(text), *end = text + DEEP; p < end; p += 4)
		memcpy(p, "+\"a\"", 5);
	strcat(text, "); exit; }");
	free(said(slice_of(text), NULL, &good));
	CHECK(!good);
	strcpy(text, "route {");
	memset(text + strlen(text), '{', DEEP);
	free(said(slice_of(text), NULL, &good));
	CHECK(!good);
	free(text);
}

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");
	if (CHECK(f != NULL)) {
		fputs(text, f);
		fclose(f);
	}
}

static void includes(void)
{
	char dir[] = "/tmp/sipd-lang-XXXXXX", main_file[64], part[64], self[64], ghost[] = "nowhere.cfg";
	if (!CHECK(mkdtemp(dir) != NULL))
		return;
	snprintf(main_file, sizeof main_file, "%s/main.cfg", dir);
	snprintf(part, sizeof part, "%s/part.cfg", dir);
	snprintf(self, sizeof self, "%s/self.cfg", dir);
	write_file(main_file, "import_file \"nowhere.cfg\"\ninclude_file \"part.cfg\"\nroute "
			      "{\n\troute(PART);\n\texit;\n}\n");
	write_file(part, "route[PART] {\n\tnothing();\n}\n");
	write_file(self, "include_file \"self.cfg\"\n#!include_file \"nowhere.cfg\"\nroute { exit; }\n");
	struct diag *d = diag_new();
	CHECK(!compile_file(main_file, NULL, d));
	char *text = diag_text(d), expected[300];
	snprintf(expected, sizeof expected,
		"%s:2:1: in %s, included here:\n%s:2:2: error: there is no action nothing", main_file, part,
		part);
	CHECK(diag_errors(d) == 1 && strstr(text, expected) == text);
	free(text);
	diag_free(d);
	d = diag_new();
	CHECK(!compile_file(self, NULL, d));
	text = diag_text(d);
	CHECK(strstr(text, "includes itself") && strstr(text, ghost) && diag_errors(d) == 2);
	free(text);
	diag_free(d);
	unlink(main_file);
	unlink(part);
	unlink(self);
	rmdir(dir);
}

int main(void)
{
	UNIT(rows);
	UNIT(signatures);
	UNIT(places);
	UNIT(suggestions);
	UNIT(options);
	UNIT(many_errors);
	UNIT(deep_nesting);
	UNIT(includes);
	return unit_end();
}
