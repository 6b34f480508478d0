/* seal: how the servers of a farm know each other: HMAC-SHA-256 under the secret that they share.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_FARM_SEAL_H
#define SIPD_FARM_SEAL_H

#include "base/slice.h"

enum { SEAL_BYTES = 32, SEAL_TEXT = 2 * SEAL_BYTES };

/* The seal of PART[0..N), each with its length, under SECRET, into OUT. */
void seal_make(struct slice secret, const struct slice *part, int n, unsigned char out[SEAL_BYTES]);

/* Whether A and B are the same LEN bytes; takes the same time wherever they differ. */
bool seal_same(const unsigned char *a, const unsigned char *b, size_t len);

/* The header field of a probe: "NAME SEAL", the farm's name and a seal over it and the probe's Call-ID, into TEXT of SIZE bytes. */
struct slice seal_probe(
	struct slice secret, struct slice farm, struct slice call_id, char *text, size_t size);

#define SEAL_HEADER "Sipd-Farm"

#endif
