/* rehearse: runs the cases of .t files in-process, in a world with a clock that they move.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * No sockets, no sleep: the same engine that a worker runs gets datagrams from the file, and what it sends and logs is compared
 * with the file. Randomness is seeded, so every branch and tag is the same each time. */
#ifndef SIPD_SERVER_REHEARSE_H
#define SIPD_SERVER_REHEARSE_H

#include "server/trace.h"

#include <stdbool.h>

struct rehearse_options {
	bool update;        /* write what really happens into the files */
	bool quiet;         /* print only what fails */
	const char *config; /* script of cases that have none, an absolute path; NULL none */
	/* The URL of a Redis that keeps the registrations instead of the memory; NULL none. Its answers are waited for while the made clock stands
	 * still, so cases are as with a store that answers at once; those that say how late the store is (location after) keep the memory. */
	const char *location;
};

struct rehearse_totals {
	int passed, failed;
};

/* Runs the cases of the file PATH ("FILE" or "FILE:LINE", the one case that LINE lies in), prints "ok FILE:LINE NAME" or "not ok ..." with the
 * differences to stdout, and adds to *TOTALS. False when the file cannot be read or written. */
bool rehearse_file(const char *path, const struct rehearse_options *options, struct rehearse_totals *totals);

/* Gives the message in the file PATH, LF or CRLF, to P as if it came from 192.0.2.7:5060, and prints the steps of the script to TRACE, then what
 * was logged and sent. Names have no servers here and nobody is registered. False when the file cannot be read. */
bool rehearse_trace(const struct program *p, const char *path, struct trace *trace);

#endif
