/* manual: copies a manual page from stdin to stdout and puts the tables in, where a line is @NAME@.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/catalogue.h"
#include <stdio.h>

int main(void)
{
	char line[1024], name[64];
	while (fgets(line, sizeof line, stdin)) {
		char end;
		int which = -1;
		if (sscanf(line, "@%63[A-Z]@%c", name, &end) == 2 && end == '\n') {
			for (char *c = name; *c; c++)
				*c |= 0x20;
			which = catalogue_find(slice_of(name));
			if (which < 0) {
				fprintf(stderr, "manual: there is no table \"%s\"\n", name);
				return 1;
			}
		}
		if (which < 0)
			fputs(line, stdout);
		else
			catalogue_print(stdout, (enum catalogue)which, CATALOGUE_MDOC);
	}
	return ferror(stdin) || fflush(stdout) != 0;
}
