/* recovery: the location store across a loss of power; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Without a sync at each commit a machine that stops may leave pages on the disk that do not belong together. So the keeper leaves a mark
 * with the boot's id while it runs, and a checkpoint (a copy of the store) from time to time. A start that finds the mark of another boot has a child
 * process read all of the store and write it anew; a store that cannot be read makes way for the checkpoint. A store that syncs each commit, or one
 * in memory, needs none of this. */
#ifndef SIPD_LOCATION_RECOVERY_H
#define SIPD_LOCATION_RECOVERY_H

#include "location/location.h"
#include <sys/types.h>

struct recovery {
	pid_t child;      /* writing a checkpoint; 0 none */
	uint64_t next;    /* when the next one is due */
	uint64_t commits; /* made when the last one began */
};

/* The parent, before the store is opened: puts it in order after an unclean end of the machine. Logs what it does. */
void recovery_check(const struct location_settings *s);

/* The keeper: at its start, every few seconds (COMMITS made so far), at its end (CLEAN: all is synced). */
void recovery_start(struct recovery *r, const struct location_settings *s, uint64_t now);
void recovery_tick(struct recovery *r, const struct location_settings *s, uint64_t now, uint64_t commits);
void recovery_end(struct recovery *r, const struct location_settings *s, bool clean);

#endif
