/* subscribers: who may authenticate, read from a file once.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A line is user:realm:HA1, HA1 = H(user:realm:password) in hexadecimal: 32 digits for MD5, 64 for SHA-256. Both may follow each other, with a
 * colon between, or stand in lines of their own. Empty lines and those that begin with '#' do not count. */
#ifndef SIPD_ACTIONS_SUBSCRIBERS_H
#define SIPD_ACTIONS_SUBSCRIBERS_H

#include "sip/digest.h"

struct subscribers;

/* Reads the file PATH, or TEXT, which messages call NAME. NULL with one sentence in ERROR of SIZE bytes ("PATH:LINE: ...") when it cannot be
 * read or a line is wrong. The result never changes: processes forked from here share it. */
struct subscribers *subscribers_read(const char *path, char *error, size_t size);
struct subscribers *subscribers_read_text(struct slice text, const char *name, char *error, size_t size);

/* Frees S; NULL is ignored. */
void subscribers_free(struct subscribers *s);

/* How many there are, each user of a realm once. */
int subscribers_count(const struct subscribers *s);

/* Whether USER of REALM is in S; *HA1 is then the hash by ALGORITHM, "" when the file has none. */
bool subscribers_find(const struct subscribers *s, struct slice user, struct slice realm,
	enum digest_algorithm algorithm, struct slice *ha1);

/* Whether REALM can be challenged with ALGORITHM: all its subscribers have a hash by it. A realm without subscribers has MD5. */
bool subscribers_have(const struct subscribers *s, struct slice realm, enum digest_algorithm algorithm);

#endif
