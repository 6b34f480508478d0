/* syncer: writes the store through to the disk beside the keeper's work; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A slow disk takes seconds for it, and registrations must not wait for that. It is a thread because LMDB's environment belongs to the
 * process; it calls nothing but mdb_env_sync. */
#ifndef SIPD_LOCATION_SYNCER_H
#define SIPD_LOCATION_SYNCER_H

#include <lmdb.h>
#include <pthread.h>
#include <stdbool.h>

struct syncer {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	MDB_env *env;
	bool started, asked, stop;
	int error; /* of the last sync that failed, until it is fetched */
};

/* Starts S for ENV; false when there is no thread to be had. */
bool syncer_start(struct syncer *s, MDB_env *env);

/* Has what was committed until now written through, soon; returns at once. */
void syncer_ask(struct syncer *s);

/* The error of a sync that failed since the last call; 0 none. */
int syncer_error(struct syncer *s);

/* Waits for a sync that is under way, and ends S. Nothing for one that was not started. */
void syncer_end(struct syncer *s);

#endif
