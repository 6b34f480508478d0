/* backend: what a location backend provides; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LOCATION_BACKEND_H
#define SIPD_LOCATION_BACKEND_H

#include "location/location.h"

/* The functions of location.h without their prefix, for one backend. */
struct location_backend {
	void (*close)(struct location *l);
	bool (*fetch)(struct location *l, struct location_query *q);
	bool (*commit)(struct location *l, struct location_change *c);
	void (*forget)(struct location *l,
		struct location_wait *w); /* before W no longer waits; NULL: nothing to do */
	int (*wake_fd)(const struct location *l);
	void (*readable)(struct location *l);
	void (*flush)(struct location *l);
	void (*count)(struct location *l, struct location_counts *counts);
	int (*walk)(struct location *l, struct slice after, int limit, struct arena *arena,
		bool (*each)(void *user, struct slice aor, const struct binding *bindings, int count),
		void *user);
	bool (*record)(struct location *l, struct slice aor, struct arena *arena, struct slice *record);
	int (*walk_records)(
		struct location *l, struct slice after, int limit, location_each_record *each, void *user);
};

/* The head of each backend's own struct. */
struct location {
	const struct location_backend *backend;
	struct world *world;
	struct timers *timers;
	binding_same *same;
	struct location_wait waiting; /* a ring of those that wait, the oldest first; this is its end */
	uint64_t waiting_count;
	uint64_t damaged;
	bool gathers; /* changes wait for location_flush */
};

/* location_open for the two stores. */
struct location *lmdb_open(const struct location_settings *s, struct channel *channel, struct world *w,
	struct timers *timers, char *error);

/* Sets the head up. */
void location_init(struct location *l, const struct location_backend *backend, struct world *w,
	struct timers *t, binding_same *same);

/* Puts W at the end of those that wait; takes it out again (and disarms its timer). */
void location_wait_start(struct location *l, struct location_wait *w);
void location_wait_end(struct location_wait *w);

/* Fills in the answer of Q from RECORD ("" when the AOR has none): alive ones, sorted. RECORD must be in Q's arena, or static. */
void location_answer_query(struct location *l, struct location_query *q, struct slice record);

/* The seconds of the wall clock. */
uint64_t location_now(struct location *l);

#endif
