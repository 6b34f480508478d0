/* store: the LMDB environment of the bindings, as its one writer and its many readers see it; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Three databases. `contacts`: AOR to the second at which the sweeper is to look at it (8 bytes), then a record of binding.h. `expiry`: such
 * a second, big-endian, and the AOR, to nothing. `meta`: "format", "bindings" to numbers. The second in `contacts` is that of the AOR's
 * one entry in `expiry`. It may be earlier than the first binding expires, never later: so a refresh need not move the entry. */
#ifndef SIPD_LOCATION_STORE_H
#define SIPD_LOCATION_STORE_H

#include "location/location.h"
#include <lmdb.h>

struct store {
	MDB_env *env;
	MDB_dbi contacts, expiry, meta;
	uint64_t size; /* of the map in normal times: what the writer may fill */
};

/* Opens the store in S->directory; WRITER makes what is missing in it. False with one line in ERROR (LOCATION_ERROR bytes). */
bool store_open(struct store *s, const struct location_settings *settings, bool writer, char *error);
void store_close(struct store *s);

/* Opens, or makes, a store in the file PATH alone, for writing; nobody else uses it. Otherwise like store_open. */
bool store_open_file(
	struct store *s, const struct location_settings *settings, const char *path, char *error);

/* Writes something, so that a store that cannot be written shows. Returns 0 or LMDB's error. */
int store_try(struct store *s);

/* The record of AOR within TXN, in the map: valid until TXN ends or writes. "" when there is none; *SWEEP (or NULL) is its second in
 * `expiry`, 0 without one. Returns 0 or LMDB's error. */
int store_get(const struct store *s, MDB_txn *txn, struct slice aor, struct slice *record, uint64_t *sweep);

/* Makes LIST the bindings of AOR, which had N_BEFORE and the second SWEEP. Returns 0 or LMDB's error. */
int store_put(const struct store *s, MDB_txn *txn, struct slice aor, const struct binding *list, int n,
	int n_before, uint64_t sweep);

/* The first AOR to be swept at NOW, in AOR_TEXT of LOCATION_AOR_MAX bytes; MDB_NOTFOUND when there is none. */
int store_due(const struct store *s, MDB_txn *txn, uint64_t now, char *aor_text, struct slice *aor,
	uint64_t *sweep);

/* Takes the entry SWEEP of AOR out of `expiry`. */
int store_forget_due(const struct store *s, MDB_txn *txn, struct slice aor, uint64_t sweep);

/* Counts in COUNTS: aors, bindings, bytes. */
void store_count(const struct store *s, MDB_txn *txn, struct location_counts *counts);

/* Raises (ON) or restores the size of the writer's map, so that removals have room in a full store. No transaction may be open. */
void store_reserve(struct store *s, bool on);

/* Whether ERROR means that there is no room. */
bool store_is_full(int error);

/* ERROR, but ENOSPC where LMDB made EIO of a write that a full disk cut short. */
int store_reason(const char *directory, int error);

#endif
