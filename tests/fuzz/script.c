/* script: compiles what libFuzzer makes up as a script; a program that comes of it is sealed, mapped again and listed.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/log.h"
#include "lang/compile.h"
#include "lang/listing.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void no_log(void *user, enum log_level level, struct slice text)
{
	(void)user, (void)level, (void)text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice text = slice((const char *)data, size);
	if (memmem(data, size, "_file", 5)) /* include_file would read what is on this machine */
		return 0;
	log_set_sink(no_log, NULL);
	struct diag *diag = diag_new();
	const struct program *p = compile_text("fuzz.cfg", text, NULL, diag);
	if (!p == (diag_errors(diag) == 0))
		abort(); /* a program and errors, or neither */
	free(diag_text(diag));
	diag_free(diag);
	if (!p)
		return 0;
	char error[PROGRAM_ERROR];
	int fd = program_seal(p);
	const struct program *again = fd < 0 ? NULL : program_map(fd, error);
	if (!again)
		abort(); /* what compiles can be handed to a worker */
	close(fd);
	FILE *f = fopen("/dev/null", "w");
	listing_print(f, again);
	fclose(f);
	program_unref(again);
	program_unref(p);
	return 0;
}
