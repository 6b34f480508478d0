/* run: plays the cases of .t files in-process; see src/server/corpus.h for what they look like.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 *     run [-u] [-q] [-l URL] FILE.t[:LINE] ...
 *
 * -u: write what really happens into the files; -q: print only failures; -l: registrations are kept in the Redis at URL */
#include <stdio.h>
#include <unistd.h>

#include "server/rehearse.h"

int main(int argc, char **argv)
{
	struct rehearse_options options = { 0 };
	struct rehearse_totals totals = { 0, 0 };
	bool readable = true;
	int c;

	while ((c = getopt(argc, argv, "uql:")) != -1) {
		if (c == '?')
			return 2;
		options.update |= c == 'u';
		options.quiet |= c == 'q';
		if (c == 'l')
			options.location = optarg;
	}
	for (int i = optind; i < argc; i++)
		readable &= rehearse_file(argv[i], &options, &totals);
	printf("%d passed, %d failed\n", totals.passed, totals.failed);
	return totals.failed || !readable;
}
