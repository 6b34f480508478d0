/* channel: what joins a worker to the keeper: two rings in shared memory and two descriptors to wake the other side.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The parent makes all of them before it forks; they outlive any child, so that a new worker or keeper goes on where the dead one was. */
#ifndef SIPD_LOCATION_CHANNEL_H
#define SIPD_LOCATION_CHANNEL_H

#include "base/ring.h"
#include "location/location.h"

/* What the keeper tells all workers, in shared memory. */
struct channel_state {
	_Atomic uint64_t
		generation; /* of the keeper: one more at each start. What a dead one did not answer is asked again */
	_Atomic uint64_t heartbeat; /* rounds of its loop */
	_Atomic uint64_t
		store; /* which store it is: one more when it was replaced; then it is to be opened again */
	_Atomic uint64_t suspected; /* how often somebody saw damage, or died while the store was open */
	_Atomic uint64_t changes, commits, refused, damaged, swept;
	_Atomic uint64_t out; /* a bit for each Redis that somebody has said to be out */
	/* replication: the keeper tells of each change that it made, the replicator of what others have */
	_Atomic uint64_t logged;     /* changes told of */
	_Atomic uint64_t log_lost;   /* the last one that found no room in the log */
	_Atomic uint64_t replicated; /* up to here all peers that follow have them */
	_Atomic uint64_t
		replicator_at; /* when the replicator last made a round, milliseconds of the monotonic clock */
	_Atomic uint32_t replication; /* enum channel_replication; the replicator's */
};

/* How much of what it does the keeper tells. */
enum channel_replication {
	REPLICATION_NONE,
	REPLICATION_LOG,  /* tell of each change, and keep what is removed */
	REPLICATION_WAIT, /* and answer a change only when the peers have it */
};

/* A record of the log: then follows the address of record. */
struct channel_log {
	uint64_t number; /* from 1 */
};

struct channel {
	struct ring *changes; /* worker to keeper */
	struct ring *answers; /* keeper to worker */
	int keeper_fd;        /* eventfd: wakes the keeper (one for all channels) */
	int worker_fd;        /* eventfd: wakes the worker */
	struct channel_state *state;
	_Atomic uint64_t *opened; /* in shared memory: how often this channel's worker has opened the store */
};

struct channels {
	void *memory;
	size_t size;
	struct ring *log; /* keeper to replicator */
	int log_fd;       /* eventfd: wakes the replicator */
	int count;
	struct channel at[];
};

/* Channels for WORKERS workers. NULL with one line in ERROR (LOCATION_ERROR bytes). */
struct channels *channels_new(int workers, char *error);
void channels_free(struct channels *c);

struct keeper_options {
	const struct location_settings *settings; /* prepared */
	struct channels *channels;
	struct world *world; /* for `now` and `clock` */
	int stop_fd;         /* becomes readable when the keeper is to end: a signalfd, a pipe */
};

/* The keeper process: makes the workers' changes, all that are queued in one transaction, and answers; writes through to the disk, sweeps
 * expired bindings, clears readers that died. Returns 0 after stop_fd, 3 when the store cannot be opened (logged). */
int location_keeper_run(const struct keeper_options *o);

#endif
