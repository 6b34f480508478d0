/* trace: prints what a script does, step by step, while it runs.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_TRACE_H
#define SIPD_SERVER_TRACE_H

#include "lang/listing.h"
#include "vm/run.h"

#include <stdio.h>

/* Where steps are printed, and where the text of the script's lines comes from (NULL: they are left out). The rest is trace_step's own;
 * 0 at first. */
struct trace {
	FILE *out;
	listing_line *line;
	void *user;
	struct code_place last;
	uint32_t route;
};

/* A run_trace with a struct trace * for its user: prints the route and the line when they are others than before, then the step:
 *     save("location") -> ok
 *     $du = "sip:192.0.2.9"
 *     MATCH /^sip:/ -> true */
run_trace trace_step;

#endif
