/* binding: one contact of an address of record, and the rules by which a REGISTER changes a list of them.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LOCATION_BINDING_H
#define SIPD_LOCATION_BINDING_H

#include "base/arena.h"
#include "base/buffer.h"

/* Texts are "" when they were not given. */
struct binding {
	struct slice contact;  /* URI, as registered */
	struct slice received; /* URI of where the REGISTER came from, when requests must go there instead */
	struct slice path;     /* Path values, the topmost first (RFC 3327) */
	struct slice call_id;
	struct slice user_agent;
	struct slice instance; /* +sip.instance with its quotes, reg_id 0 when not given (RFC 5626) */
	struct slice listener; /* our address that the REGISTER came to, "host:port" */
	uint64_t expires;      /* wall clock, seconds since 1970; 0 in a change: remove */
	uint64_t updated;      /* likewise, of the last REGISTER */
	uint32_t cseq;
	uint32_t reg_id;
	uint32_t methods; /* bits of enum method that the contact takes; 0: not said, all */
	uint32_t flags;   /* the script's */
	int16_t q;        /* 0 to 1000; -1 not given, which counts as 1000 */
	bool removed; /* it is gone, and kept until `expires` so that a peer that does not know yet cannot bring it back */
	uint64_t
		stamp; /* of the change that made it: milliseconds since 1970, but later than all that was there before; 0: none */
};

enum { BINDINGS_MAX = 1000 /* of one address of record, and in one change */ };

/* Whether contacts A and B are the same URI (RFC 3261 19.1.4). */
typedef bool binding_same(struct slice a, struct slice b);

/* What one REGISTER asks for. */
struct change {
	struct slice call_id;
	uint32_t cseq;
	uint64_t now;      /* wall clock, seconds */
	int max_contacts;  /* 1 ... BINDINGS_MAX */
	bool remove_all;   /* Contact: * (then COUNT is 0) */
	bool only;         /* what is not in the change is removed (one contact at a time) */
	uint64_t stamp;    /* milliseconds since 1970, for binding.stamp; 0: stores that are not replicated */
	bool keep_removed; /* what goes stays as `removed` */
	bool merge;        /* BINDINGS are those of a peer, for bindings_merge; nothing else counts */
	bool forced;       /* by the administrator or the script: Call-ID and CSeq are not compared */
	struct binding
		*bindings; /* to set (each with call_id and cseq of the change), or to remove (expires 0) */
	int count;
};

enum change_result { CHANGE_OK, CHANGE_OUT_OF_ORDER, CHANGE_TOO_MANY };

/* The list that LIST[0..N) becomes by change C (RFC 3261 10.3 steps 6 and 7), in A, in *OUT and *OUT_COUNT: expired ones are left out. With
 * another result than CHANGE_OK nothing is to be changed. *UNCHANGED is whether nothing differs from LIST (a retransmission). Texts are not copied. */
enum change_result change_apply(const struct change *c, const struct binding *list, int n, binding_same *same,
	struct arena *a, struct binding **out, int *out_count, bool *unchanged);

/* The list that LIST[0..N) becomes when it meets OTHER[0..M), what a peer has for the same address of record, at second NOW. Of two bindings for
 * one contact the one with the higher CSeq stands when their Call-IDs are the same; else the one with the later stamp; else, so that both
 * sides decide alike, the greater Call-ID. What is removed counts like what is there. *CHANGED is whether LIST is another now. */
void bindings_merge(uint64_t now, const struct binding *list, int n, const struct binding *other, int m,
	binding_same *same, struct arena *a, struct binding **out, int *out_count, bool *changed);

/* Sorts by q, greatest first, then by `updated`, newest first. */
void bindings_sort(struct binding *list, int n);

/* Packs LIST into B as a record; and reads a record: its bindings in A, their texts in the record itself. False when it is damaged or of another
 * version. */
void bindings_pack(const struct binding *list, int n, struct buffer *b);
bool bindings_unpack(struct slice record, struct arena *a, struct binding **list, int *n);

/* Bytes that bindings_pack needs for LIST. */
size_t bindings_size(const struct binding *list, int n);

/* The earliest `expires` in LIST; UINT64_MAX for an empty one. */
uint64_t bindings_earliest(const struct binding *list, int n);

#endif
