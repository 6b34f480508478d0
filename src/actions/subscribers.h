/* subscribers: who may authenticate, behind one interface that may answer at once or later.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * What is stored of a subscriber is HA1 = H(user:realm:password), by one algorithm or several. The backend of this file is a text file, read
 * into memory as a whole; it answers at once. One that asks another server implements struct subscribers_backend.
 *
 * A line of the file is user:realm:HA1 in hexadecimal, further HA1s behind more colons or in lines of their own. 32 digits are MD5, 64 SHA-256;
 * with the algorithm's name and "=" in front ("SHA-512-256=...") it is that one. Empty lines and those that begin with '#' do not count. */
#ifndef SIPD_ACTIONS_SUBSCRIBERS_H
#define SIPD_ACTIONS_SUBSCRIBERS_H

#include "base/arena.h"
#include "sip/digest.h"
#include <sys/stat.h>

struct subscribers;

/* A question about one subscriber. Lives until it is answered or cancelled. */
struct subscriber_query {
	struct slice user, realm;
	struct arena *arena; /* for the answer */
	void (*done)(void *user);
	void *user_data; /* of done */
	/* the answer, valid until the event that brought it ends: */
	bool failed; /* nobody can say now */
	bool known;
	struct slice ha1[DIGEST_ALGORITHMS]; /* lower-case hexadecimal; "" not stored */
	unsigned
		algorithms; /* bits: those to challenge with, the subscriber's; when not known those that all of the realm have */
};

/* What a backend provides. A struct of its own begins with struct subscribers. */
struct subscribers_backend {
	bool (*fetch)(struct subscribers *s, struct subscriber_query *q);
	void (*cancel)(
		struct subscribers *s, struct subscriber_query *q); /* NULL when all is answered at once */
	void (*free)(struct subscribers *s);
};

struct subscribers {
	const struct subscribers_backend *backend;
};

/* True when the answer is in Q; with false Q->done is called exactly once later, never from inside the call. */
bool subscribers_fetch(struct subscribers *s, struct subscriber_query *q);

/* Forgets a question that was not answered at once: `done` is not called. */
void subscribers_cancel(struct subscribers *s, struct subscriber_query *q);

/* Frees S; NULL is ignored. */
void subscribers_free(struct subscribers *s);

/* ---- the file ---- */

/* Reads the file PATH, or TEXT, which messages call NAME. NULL with one sentence in ERROR of SIZE bytes ("PATH:LINE: ...", without
 * anything of the line) when it cannot be read or a line is wrong. The result never changes: processes forked from here share it. */
struct subscribers *subscribers_read(const char *path, char *error, size_t size);
struct subscribers *subscribers_read_text(struct slice text, const char *name, char *error, size_t size);

/* How many there are, each user of a realm once. */
int subscribers_count(const struct subscribers *s);

/* Which edition of a file: two that differ are different ones. All 0: none. */
struct subscribers_edition {
	uint64_t device, inode, size, seconds, nanoseconds;
};

/* The edition that PATH has now; and that S was read from. */
struct subscribers_edition subscribers_edition_at(const char *path);
struct subscribers_edition subscribers_edition(const struct subscribers *s);

/* The algorithm of the hash S, a piece of a line: its hexadecimal digits in *HA1. DIGEST_ALGORITHMS when it is none. */
enum digest_algorithm subscribers_hash(struct slice s, struct slice *ha1);

/* Takes LINE apart: user, realm, and its hashes, the last first, in HASHES; returns their number, 0 for a line that is not well-formed. */
int subscribers_line(
	struct slice line, struct slice *user, struct slice *realm, struct slice hashes[DIGEST_ALGORITHMS]);

#endif
