/* setup: what a server needs before it starts, made from the settings of its program.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Functions that can fail put one sentence, which names the thing, into an ERROR of SETUP_ERROR bytes. Texts live in the arena given or in the
 * program. */
#ifndef SIPD_SERVER_SETUP_H
#define SIPD_SERVER_SETUP_H

#include "base/arena.h"
#include "core/site.h"
#include "location/location.h"
#include <sys/types.h>

struct program;
struct subscribers;

enum { SETUP_ERROR = 640 };

/* The site's listeners, from `listen`. Opens nothing. */
bool setup_listeners(struct arena *arena, const struct program *p, struct site *site, char *error);

/* All of the site that a reload may change: aliases, names, timers. */
void setup_settings(struct arena *arena, const struct program *p, struct site *site);

/* The site's keys, from the file branch.key in the state directory, which is made when it is not there. */
bool setup_keys(const struct program *p, struct site *site, char *error);

/* Makes the state directory, mode 0700, owned by OWNER and GROUP (-1: as it comes), unless it is there. */
bool setup_state_dir(const struct program *p, uid_t owner, gid_t group, char *error);

/* How many workers the program asks for; without a wish, as many as there are processors for this process. */
int setup_workers(const struct program *p);

/* The store of registrations that the program asks for. */
void setup_location(const struct program *p, struct location_settings *settings);

/* The subscribers, read from the file that the program names; *S is NULL when it names none. */
bool setup_subscribers(const struct program *p, struct subscribers **s, char *error);

/* The user to become: *CHANGE is false when it is none, or when this process is not root's and so cannot. */
bool setup_user(const struct program *p, bool *change, uid_t *user, gid_t *group, char *error);

/* Looks at all that starting needs, changing nothing; each problem goes to REPORT. Returns their number. */
int setup_check(const struct program *p, void (*report)(const char *problem));

/* The settings in which NEXT differs from NOW and that only a restart changes, as "a, b"; "" when there is none. */
struct slice setup_fixed(struct arena *arena, const struct program *now, const struct program *next);

#endif
