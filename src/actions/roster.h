/* roster: changes the file of subscribers, for sipctl.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A change is made in a copy, which then takes the file's place: who reads it sees the old one or the new one, never a half. Comments, order and
 * the lines of others stay. Two who change it at once wait for each other. Nothing here prints or keeps a password or a hash. */
#ifndef SIPD_ACTIONS_ROSTER_H
#define SIPD_ACTIONS_ROSTER_H

#include "base/slice.h"

enum { ROSTER_ERROR = 640 };

enum roster_change {
	ROSTER_ADD,    /* the subscriber must not be there */
	ROSTER_PASSWD, /* must be there */
	ROSTER_DELETE, /* must be there */
};

/* Whether USER and REALM can stand in the file; WHAT is then what is wrong with them. */
bool roster_names_good(struct slice user, struct slice realm, const char **what);

/* Makes CHANGE for USER of REALM in the file PATH, which is made (mode 0640) when it is not there; PASSWORD is hashed by each algorithm
 * in the set ALGORITHMS (bits of enum digest_algorithm). False with one line in ERROR (ROSTER_ERROR bytes). */
bool roster_change(const char *path, enum roster_change change, struct slice user, struct slice realm,
	struct slice password, unsigned algorithms, char *error);

/* Calls EACH for each line of PATH with a subscriber, of REALM only unless that is "": its algorithms' names are in ALGORITHMS. Returns how many;
 * -1 with one line in ERROR. */
int roster_list(const char *path, struct slice realm,
	void (*each)(void *user, struct slice name, struct slice realm, const char *algorithms), void *user,
	char *error);

#endif
