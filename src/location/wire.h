/* wire: how a change and its answer travel between worker and keeper; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LOCATION_WIRE_H
#define SIPD_LOCATION_WIRE_H

#include "location/location.h"

/* Then follow the AOR, the Call-ID, and the bindings as bindings_pack makes them. */
struct wire_change {
	uint64_t id, now;
	uint32_t cseq, max_contacts;
	uint16_t aor, call_id; /* lengths */
	uint8_t remove_all, only, forced, merge;
};

struct wire_answer {
	uint64_t id;
	uint64_t result; /* enum location_result */
};

/* Appends change C with its ID to B. */
void wire_pack(const struct location_change *c, uint64_t id, struct buffer *b);

/* Reads RECORD into C (aor and change; texts stay in the record, the array is in A) and *ID. False when it is none. *ID is set whenever
 * the record has one. */
bool wire_unpack(struct slice record, struct arena *a, struct location_change *c, uint64_t *id);

#endif
