/* compile: from the text of a script to a program; the one way in.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/compile.h"
#include "lang/check.h"
#include "lang/emit.h"
#include "lang/flow.h"
#include "lang/parse.h"
#include "lang/token.h"

static const struct program *compile(
	const struct source_file *file, const struct compile_options *options, struct diag *diag)
{
	struct arena *arena = arena_new(1 << 16);
	struct tokens tokens = { .arena = arena };
	struct tree tree = { .diag = diag, .arena = arena };
	struct script script = { .tree = &tree, .diag = diag, .arena = arena };
	struct preprocess_options defines = { options ? options->defines : NULL };
	const struct program *program = NULL;
	char error[PROGRAM_ERROR];

	preprocess(diag, file, &defines, &tokens);
	brackets_balance(diag, &tokens);
	parse(&tree, &tokens);
	int syntax = diag_errors(diag);
	check(&script, options ? options->overrides : NULL);
	if (!syntax)
		flow(&script);
	if (!diag_errors(diag)) {
		program = emit(&script, error);
		if (!program)
			diag_general(diag, "%s", error);
	}
	arena_free(arena);
	return program;
}

const struct program *compile_file(const char *path, const struct compile_options *options, struct diag *diag)
{
	const char *error;
	const struct source_file *file = source_read(diag_sources(diag), path, (struct span){ 0, 0 }, &error);
	if (!file) {
		diag_general(diag, "cannot read %s: %s", path, error);
		return NULL;
	}
	return compile(file, options, diag);
}

const struct program *compile_text(
	const char *name, struct slice text, const struct compile_options *options, struct diag *diag)
{
	return compile(source_add(diag_sources(diag), name, text, (struct span){ 0, 0 }), options, diag);
}
