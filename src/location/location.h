/* location: who is registered where, behind one interface that may answer at once or later.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * An address of record has a list of bindings. Reading is location_fetch; one REGISTER is one location_commit, all or nothing
 * (RFC 3261 10.3). Both return true when the answer is there already; with false, `done` is called exactly once later (never from
 * inside the call). The query or change, its texts and its arena must live until then, or until it is cancelled.
 *
 * Backends: LMDB (lmdb.c, with keeper.c as the only writer), a Redis that several servers share (redis.c), and the memory of this process
 * (memory.c). The rules of 10.3 stand in binding.c and are the same for all. */
#ifndef SIPD_LOCATION_LOCATION_H
#define SIPD_LOCATION_LOCATION_H

#include "base/arena.h"
#include "base/timer.h"
#include "base/world.h"
#include "location/binding.h"

struct channel;
struct location;
struct redis_address;

enum {
	LOCATION_AOR_MAX = 480,   /* bytes of an address of record; a longer one is refused */
	LOCATION_ERROR = 512,     /* bytes of an error sentence */
	LOCATION_DIRECTORY = 256, /* bytes of a path */
	LOCATION_NAME = 320,      /* bytes of a store's name */
};

/* Where and how; the same in all processes of a server. */
struct location_settings {
	struct slice
		backend; /* "lmdb"; "memory": the same in a directory of its own in /dev/shm; or the URL of a Redis */
	struct slice prefix;    /* of the keys in a Redis */
	struct slice state_dir; /* these texts need to live until location_prepare has returned */
	uint64_t size;          /* greatest size of the store, bytes */
	uint64_t sync;          /* milliseconds between writing through to the disk; 0: before each answer */
	binding_same *same;     /* whether two contacts are the same (19.1.4); NULL: the same bytes */
	/* filled by location_prepare: */
	char directory[LOCATION_DIRECTORY];
	char name[LOCATION_NAME]; /* of the store, without any password: for people */
	bool memory;
	struct redis_address *redis; /* NULL: not in a Redis */
};

/* Whether BACKEND can be the setting of that name; if not, one sentence in ERROR (LOCATION_ERROR bytes). Opens nothing. */
bool location_check(struct slice backend, char *error);

/* The parent, once, before it forks. For a Redis it asks for the addresses of names, and does not connect: that one is out need not keep a server
 * from starting. Else it makes the directory (0700) and the store where they are missing, looks whether it can be written,
 * and takes the store's lock, so that no other sipd uses it. Returns a descriptor that holds the lock, to be kept open as long as any child lives;
 * -1 with one line in ERROR (LOCATION_ERROR bytes) when the server cannot start (exit 3). Keeps nothing of the store open. */
int location_prepare(struct location_settings *s, char *error);

/* The parent, at its end: frees what location_prepare has made, and removes the directory of a "memory" store. */
void location_discard(struct location_settings *s);

/* A worker, after fork: opens the store read-only, changes go through CHANNEL to the keeper; or connects to the Redis, without waiting for it. The settings and all pointers must
 * outlive it. NULL with one line in ERROR when that fails. */
struct location *location_open(const struct location_settings *s, struct channel *channel, struct world *w,
	struct timers *timers, char *error);

/* A store in the memory of this process alone. Its answers come DEFER_MS later, by TIMERS; with 0 at once. */
struct location *location_memory_new(
	struct world *w, uint64_t defer_ms, struct timers *timers, binding_same *same);

/* Closes it: before the timers, and what waits for it, end. Queries and changes that wait are forgotten: their `done` is not called. NULL is ignored. */
void location_close(struct location *l);

/* The backend's part of a query or a change: nobody else reads or writes it. */
struct location_wait {
	struct location *location; /* NULL: does not wait */
	struct location_wait *next, *previous;
	uint64_t id, deadline;
	struct timer timer;
};

/* ---- reading ---- */

struct location_query {
	struct slice aor;
	struct arena *arena; /* for the bindings and their texts */
	void (*done)(void *user);
	void *user;
	/* the answer: */
	bool failed;              /* the store could not be read */
	struct binding *bindings; /* those alive now, best q first, then the newest */
	int count;
	struct location_wait wait;
};

bool location_fetch(struct location *l, struct location_query *q);

/* ---- changing ---- */

enum location_result {
	LOCATION_OK,
	LOCATION_OUT_OF_ORDER, /* a binding of the same Call-ID has a higher CSeq; nothing was changed */
	LOCATION_TOO_MANY,     /* more than max_contacts; nothing was changed */
	LOCATION_FULL,         /* no room: disk or location_size; nothing was changed */
	LOCATION_FAILED,       /* store or keeper out of order; probably nothing was changed */
};

/* One REGISTER. */
struct location_change {
	struct slice aor;
	struct arena *arena;
	void (*done)(void *user);
	void *user;
	struct change change; /* location/binding.h: what is to be done */
	/* the answer: */
	enum location_result result;
	struct binding *bindings; /* when LOCATION_OK: all of the AOR's now */
	int count;
	struct location_wait wait;
};

bool location_commit(struct location *l, struct location_change *c);

/* Forgets one that waits; nothing for one that does not. `done` will not be called; the change may still be made. */
void location_cancel_query(struct location_query *q);
void location_cancel_change(struct location_change *c);

/* Forgets all that wait. */
void location_forget(struct location *l);

/* ---- the worker's loop ---- */

/* Changes made from now on wait for location_flush, which the loop calls before it waits: so that the keeper finds many at once.
 * Without it each change goes out at once. */
void location_gather(struct location *l);
void location_flush(struct location *l);

/* A descriptor that becomes readable when answers have come, then location_readable is to be called; -1 when there is none. */
int location_wake_fd(const struct location *l);
void location_readable(struct location *l);

/* ---- for the administrator ---- */

struct location_counts {
	uint64_t aors, bindings; /* in the store, those not yet swept included */
	uint64_t damaged;        /* records skipped because they do not read, seen by this process */
	uint64_t waiting;        /* changes of this process without an answer */
	uint64_t bytes;          /* used by the store */
};
void location_count(struct location *l, struct location_counts *counts);

/* Calls EACH for the addresses of record behind AFTER ("" from the start), in order, at most LIMIT of them; returns how many, -1 when the
 * store cannot be read. With a Redis this waits: it is for a process that serves nobody else. The bindings
 * are in ARENA. Stops early when EACH returns false. */
int location_walk(struct location *l, struct slice after, int limit, struct arena *arena,
	bool (*each)(void *user, struct slice aor, const struct binding *bindings, int count), void *user);

/* ---- for replication ---- */

/* The record of AOR as binding.h packs it, with what is removed, in ARENA; "" when there is none. False when it cannot be read. */
bool location_record(struct location *l, struct slice aor, struct arena *arena, struct slice *record);

/* Like location_walk, with the records, which are valid during the call only. */
typedef bool location_each_record(void *user, struct slice aor, struct slice record);
int location_walk_records(
	struct location *l, struct slice after, int limit, location_each_record *each, void *user);

/* The name of R ("ok", "out of order" ...), for logs. */
const char *location_result_name(enum location_result r);

#endif
