/* unit: what the unit test programs share: CHECK, UNIT and the lines `ok NAME` and `not ok NAME` that tests/check.sh counts.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_TESTS_UNIT_H
#define SIPD_TESTS_UNIT_H

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>

static int unit_wrong;  /* checks of this test that failed */
static int unit_failed; /* tests that failed */

/* Goes on when CONDITION is false, but the test has failed; the line says where. */
#define CHECK(condition) unit_check((condition), #condition, __FILE__, __LINE__)

static inline bool unit_check(bool holds, const char *text, const char *file, int line)
{
	if (!holds) {
		unit_wrong++;
		printf("# %s:%d: %s\n", file, line, text);
	}
	return holds;
}

/* Runs the test FUNCTION, a void(void), and says how it ended. */
#define UNIT(function) unit_run(#function, function)

static inline void unit_run(const char *name, void (*function)(void))
{
	unit_wrong = 0;
	function();
	unit_failed += unit_wrong > 0;
	printf("%s %s %s\n", unit_wrong ? "not ok" : "ok", program_invocation_short_name, name);
	fflush(stdout);
}

/* The exit status of main. */
static inline int unit_end(void)
{
	return unit_failed > 0;
}

#endif
