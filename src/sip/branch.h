/* branch: Via branches that are computed, not invented.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * branch = "z9hG4bK" + kind + target index + loop hash + MAC. The MAC is keyed with the installation's key over Call-ID, CSeq number,
 * the sent-by and branch of the topmost received Via, and the parts in front. So a worker that has lost its memory builds the same
 * branch for a retransmission, and a reply shows by itself that something of ours asked for it. */
#ifndef SIPD_SIP_BRANCH_H
#define SIPD_SIP_BRANCH_H

#include "base/hash.h"
#include "sip/message.h"

enum { BRANCH_TEXT = 56 };

struct branch_id {
	bool stateless; /* forwarded without a transaction */
	int index;      /* of the target, 0..255; a failover server of the same target has another */
	uint64_t loop;
};

/* Writes the branch of ID for request M (as received) into TEXT of BRANCH_TEXT bytes. */
struct slice branch_make(
	const struct hash_key *key, const struct message *m, const struct branch_id *id, char *text);

/* Whether the topmost Via of reply M carries a branch of ours that is right for its Call-ID, CSeq and second Via; then *ID. */
bool branch_verify(const struct hash_key *key, const struct message *m, struct branch_id *id);

/* RFC 5393 4.2: a hash over all of the received request M that decides its routing (sender, Request-URI, Route, Call-ID, From tag, CSeq number). The
 * To tag is not in it: the ACK for a failure has one, its INVITE had none, and both need one branch; nor are credentials, which a
 * CANCEL has not. */
uint64_t branch_loop_hash(const struct hash_key *key, const struct message *m);

/* Whether a Via of M whose sent-by is OURS(user, host, port) carries a well-formed branch with this loop hash: M has been here unchanged. */
bool branch_is_loop(const struct message *m, uint64_t loop,
	bool (*ours)(const void *user, struct slice host, uint16_t port), const void *user);

/* The tag that a stateless reply of ours to M has in To: the same for every retransmission (8.2.7). */
struct slice branch_stateless_tag(const struct hash_key *key, const struct message *m, char *text);

#endif
