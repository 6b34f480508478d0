/* recovery: the location store across a loss of power and a disk that errs; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Without a sync at each commit a machine that stops may leave pages on the disk that do not belong together. So the keeper leaves a mark
 * with the boot's id while it runs, and a checkpoint (a copy of the store that was read as a whole) from time to time. Looking is done by child
 * processes, since a damaged tree may kill who reads it. A store that is damaged is set aside as damaged.mdb; the new one is the checkpoint and
 * all that can still be read of the damaged one.
 *
 * The store is looked at: as a whole when the mark is that of another boot, when a process saw something wrong in it, and when a worker or keeper
 * died, which may have been the reason; for what is at hand (size, roots) at each start. A store in memory needs none of this. */
#ifndef SIPD_LOCATION_RECOVERY_H
#define SIPD_LOCATION_RECOVERY_H

#include "location/location.h"
#include <sys/types.h>

struct recovery {
	pid_t child;        /* writing a checkpoint, or looking; 0 none */
	bool looking;       /* the child only looks */
	uint64_t started;   /* when the child was */
	uint64_t next;      /* when the next checkpoint is due */
	uint64_t commits;   /* made when the last one began */
	uint64_t suspected; /* what was known of the store when it was last looked at */
	uint64_t next_look; /* not before */
};

/* The parent, before the store is opened: puts it in order when it is damaged. Logs what it does. */
void recovery_check(const struct location_settings *s);

/* Whether the store is damaged; reads all of it, in a child. Nobody writes meanwhile. */
bool recovery_is_damaged(const struct location_settings *s);

/* Sets the damaged store aside and puts a new one in its place. This process has it not open; others must open it again. */
void recovery_replace(const struct location_settings *s);

/* The keeper: at its start, every now and then (COMMITS made so far; SUSPECTED: how often somebody thought it damaged), at its end (CLEAN: all is
 * synced). recovery_tick is true when the store was found to be damaged. */
void recovery_start(struct recovery *r, const struct location_settings *s, uint64_t now);
bool recovery_tick(struct recovery *r, const struct location_settings *s, uint64_t now, uint64_t commits,
	uint64_t suspected);
void recovery_end(struct recovery *r, const struct location_settings *s, bool clean);

#endif
