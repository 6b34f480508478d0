/* main: the command line of sipd.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/log.h"
#include "lang/catalogue.h"
#include "lang/compile.h"
#include "lang/diag.h"
#include "lang/listing.h"
#include "lang/program.h"
#include "lang/source.h"
#include "server/parent.h"
#include "server/rehearse.h"
#include "server/setup.h"
#include "server/trace.h"
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

enum { WELL = 0, ERRORS = 1, USAGE = 2 };

/* What the command line asks for. */
struct request {
	int (*mode)(struct request *r); /* NULL: serve */
	const char *name, *format;      /* of the option that chose it, and what stood behind its '=' */
	const char *file;
	const char **defines,
		**settings; /* "NAME" or "NAME=VALUE", "PARAMETER=VALUE"; NULL behind the last */
	int define_count, setting_count;
	bool given; /* the file, by -f */
	bool update;
	char **rest; /* words that are no options */
	int rest_count;
};

static const struct program *compile(const struct request *r, FILE *errors)
{
	struct diag *d = diag_new();
	struct compile_options options = {
		.defines = r->defines,
		.overrides = r->settings,
	};
	const struct program *p = compile_file(r->file, &options, d);
	diag_print(d, errors);
	diag_free(d);
	return p;
}

static const struct program *compile_again(void *user, FILE *errors)
{
	return compile(user, errors);
}

/* ---- the modes ---- */

static int serve(struct request *r)
{
	const struct program *p = compile(r, stderr);
	if (!p)
		return ERRORS;
	log_set_level((enum log_level)program_int(p, PARAMETER_log_level));
	struct parent_options options = {
		.program = p, .compile = compile_again, .user = r, .name = r->file
	};
	int status = parent_run(&options);
	program_unref(p);
	return status;
}

static void report(const char *problem)
{
	fprintf(stderr, "sipd: %s\n", problem);
}

static int check(struct request *r)
{
	const struct program *p = compile(r, stderr);
	if (!p)
		return ERRORS;
	int problems = setup_check(p, report);
	program_unref(p);
	if (problems)
		return ERRORS;
	printf("%s: ok\n", r->file);
	return WELL;
}

/* A program and the sources it came from, for the listing. */
struct listed {
	const struct program *program;
	const struct sources *sources;
};

static struct slice source_line(void *user, int file, uint32_t n)
{
	const struct listed *l = user;
	for (int i = 0; i < l->sources->count; i++) {
		const struct source_file *f = l->sources->files[i];
		if (!slice_equal(slice_of(f->name), l->program->sources[file]) || n == 0 ||
			n > (uint32_t)f->line_count)
			continue;
		struct slice rest = slice(f->text.at + f->lines[n - 1], f->text.len - f->lines[n - 1]), line;
		return slice_cut(&rest, '\n', &line) ? line : SLICE("");
	}
	return SLICE("");
}

static int list(struct request *r)
{
	struct diag *d = diag_new();
	struct compile_options options = {
		.defines = r->defines,
		.overrides = r->settings,
	};
	struct listed l = { compile_file(r->file, &options, d), diag_sources(d) };
	diag_print(d, stderr);
	if (l.program)
		listing_print_sources(stdout, l.program, source_line, &l);
	program_unref(l.program);
	diag_free(d);
	return l.program ? WELL : ERRORS;
}

static int test(struct request *r)
{
	struct rehearse_options options = { .update = r->update };
	struct rehearse_totals totals = { 0 };
	bool readable = true;
	if (r->rest_count == 0) {
		fprintf(stderr, "sipd: --test needs a FILE.t\n");
		return USAGE;
	}
	char *config = r->given ? realpath(r->file, NULL) : NULL;
	if (r->given && !config) {
		fprintf(stderr, "sipd: %s: %s\n", r->file, strerror(errno));
		return ERRORS;
	}
	options.config = config;
	for (int i = 0; i < r->rest_count; i++)
		readable = rehearse_file(r->rest[i], &options, &totals) && readable;
	free(config);
	printf("%d passed, %d failed\n", totals.passed, totals.failed);
	return readable && totals.failed == 0 ? WELL : ERRORS;
}

static int trace(struct request *r)
{
	if (r->rest_count != 1) {
		fprintf(stderr, "sipd: --trace needs a FILE with one message\n");
		return USAGE;
	}
	struct diag *d = diag_new();
	struct compile_options options = {
		.defines = r->defines,
		.overrides = r->settings,
	};
	struct listed l = { compile_file(r->file, &options, d), diag_sources(d) };
	struct trace t = { .out = stdout, .line = source_line, .user = &l };
	bool well = l.program != NULL;
	diag_print(d, stderr);
	if (well && !rehearse_trace(l.program, r->rest[0], &t)) {
		fprintf(stderr, "sipd: %s cannot be read\n", r->rest[0]);
		well = false;
	}
	program_unref(l.program);
	diag_free(d);
	return well ? WELL : ERRORS;
}

static int catalogue(struct request *r)
{
	enum catalogue_format format = CATALOGUE_TEXT;
	if (r->format && strcmp(r->format, "mdoc") == 0)
		format = CATALOGUE_MDOC;
	else if (r->format && strcmp(r->format, "text") != 0) {
		fprintf(stderr, "sipd: --%s=%s: only text and mdoc are known\n", r->name, r->format);
		return USAGE;
	}
	catalogue_print(stdout, (enum catalogue)catalogue_find(slice_of(r->name)), format);
	return WELL;
}

static int version(struct request *r)
{
	(void)r;
	printf("sipd %s\n", SIPD_VERSION);
	return WELL;
}

static int help(struct request *r);

/* ---- the options ---- */

/* One of two things: a MODE, or a value that SET takes. */
struct option_row {
	const char *name, *argument, *doc;
	int (*mode)(struct request *r);
	void (*set)(struct request *r, const char *value);
	char letter; /* 0: none */
};

static void set_file(struct request *r, const char *value)
{
	r->file = value;
	r->given = true;
}

static void add_define(struct request *r, const char *value)
{
	r->defines[r->define_count++] = value;
}

static void add_setting(struct request *r, const char *value)
{
	r->settings[r->setting_count++] = value;
}

static void set_update(struct request *r, const char *value)
{
	(void)value;
	r->update = true;
}

static const struct option_row rows[] = {
	{ "file", "FILE", "the script (" SIPD_SYSCONFDIR "/sipd/sipd.cfg)", NULL, set_file, 'f' },
	{ "define", "NAME[=VALUE]", "define NAME, as #!define does", NULL, add_define, 'D' },
	{ "option", "PARAMETER=VALUE", "set a parameter instead of the script", NULL, add_setting, 'o' },
	{ "check", NULL, "check the script and all that starting needs; start nothing", check, NULL, 't' },
	{ "list", NULL, "print the compiled program", list, NULL, 0 },
	{ "test", NULL, "run the routing tests in FILE.t ...", test, NULL, 0 },
	{ "trace", NULL, "show, step by step, what the script does with the message in FILE", trace, NULL,
		0 },
	{ "update", NULL, "with --test: rewrite what the files expect", NULL, set_update, 'u' },
	{ "functions", "[=mdoc]", "list the functions that a script may call", catalogue, NULL, 0 },
	{ "variables", "[=mdoc]", "list the variables", catalogue, NULL, 0 },
	{ "parameters", "[=mdoc]", "list the parameters", catalogue, NULL, 0 },
	{ "routes", "[=mdoc]", "list the kinds of route", catalogue, NULL, 0 },
	{ "transformations", "[=mdoc]", "list the transformations of values", catalogue, NULL, 0 },
	{ "instructions", "[=mdoc]", "list the instructions of compiled programs", catalogue, NULL, 0 },
	{ "version", NULL, "print the version", version, NULL, 'V' },
	{ "help", NULL, "print this", help, NULL, 'h' },
};
enum { ROWS = sizeof rows / sizeof *rows };

/* Whether an option takes an argument, in getopt's terms. */
static int kind_of(const struct option_row *row)
{
	return !row->argument ? no_argument : *row->argument == '[' ? optional_argument : required_argument;
}

static int help(struct request *r)
{
	(void)r;
	printf("usage: sipd [OPTION ...]     serve, in the foreground\n"
	       "       sipd --test [-u] FILE.t ...\n"
	       "       sipd --trace FILE\n");
	for (int i = 0; i < ROWS; i++) {
		char left[64], letter[8] = "    ";
		if (rows[i].letter)
			snprintf(letter, sizeof letter, "-%c, ", rows[i].letter);
		snprintf(left, sizeof left, "%s--%s%s%s", letter, rows[i].name,
			kind_of(&rows[i]) == required_argument ? " " : "",
			rows[i].argument ? rows[i].argument : "");
		printf("  %-32s %s\n", left, rows[i].doc);
	}
	return WELL;
}

/* Reads the command line into *R; false, with a word about it, when it is wrong. */
static bool read_options(int argc, char **argv, struct request *r)
{
	struct option options[ROWS + 1] = { { 0 } };
	char letters[2 * ROWS + 1], *end = letters;
	int at, option;
	for (int i = 0; i < ROWS; i++) {
		options[i] = (struct option){ rows[i].name, kind_of(&rows[i]), NULL, 256 + i };
		if (rows[i].letter)
			*end++ = rows[i].letter;
		if (rows[i].letter && rows[i].argument)
			*end++ = ':';
	}
	*end = 0;
	while ((option = getopt_long(argc, argv, letters, options, NULL)) != -1) {
		for (at = 0; at < ROWS && option != 256 + at && option != rows[at].letter; at++)
			;
		if (at == ROWS)
			return false; /* getopt has said why */
		if (rows[at].set)
			rows[at].set(r, optarg);
		else if (r->mode && r->mode != rows[at].mode) {
			fprintf(stderr, "sipd: --%s does not go with what stands before it\n", rows[at].name);
			return false;
		} else {
			r->mode = rows[at].mode;
			r->name = rows[at].name;
			r->format = optarg;
		}
	}
	r->rest = argv + optind;
	r->rest_count = argc - optind;
	if (r->rest_count && r->mode != test && r->mode != trace) {
		fprintf(stderr, "sipd: \"%s\" is no option; a script is given with -f\n", r->rest[0]);
		return false;
	}
	return true;
}

/* A socket must not become what the log is written to, when whoever started us has closed that. */
static void open_standard_files(void)
{
	int fd;
	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

int main(int argc, char **argv)
{
	struct request r = { .file = SIPD_SYSCONFDIR "/sipd/sipd.cfg" };
	r.defines = calloc((size_t)argc + 1, sizeof *r.defines);
	r.settings = calloc((size_t)argc + 1, sizeof *r.settings);
	if (!r.defines || !r.settings)
		fatal("out of memory");
	int status = USAGE;
	open_standard_files();
	if (read_options(argc, argv, &r))
		status = r.mode ? r.mode(&r) : serve(&r);
	else
		fprintf(stderr, "sipd --help lists the options\n");
	free(r.defines);
	free(r.settings);
	return status;
}
