/* branch: making and recognizing our Via branches.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The text is in lower case and digits: a token that survives servers which change its case. */
#include "sip/branch.h"
#include "sip/chars.h"

/* Five bits a digit: 64 bits are 13 digits. */
enum { DIGITS = 13, INDEX_DIGITS = 2, COOKIE = 7, KIND = 1 };
enum { LENGTH = COOKIE + KIND + INDEX_DIGITS + 2 * DIGITS, BEFORE_MAC = LENGTH - DIGITS };
_Static_assert((int)LENGTH <= (int)BRANCH_TEXT, "a branch fits");

static const char digits[] = "0123456789abcdefghijklmnopqrstuv";

static void add_number(struct buffer *b, uint64_t n)
{
	for (int i = DIGITS - 1; i >= 0; i--)
		buffer_char(b, digits[n >> 5 * i & 31]);
}

static bool number_parse(const char *at, uint64_t *n)
{
	*n = 0;
	for (int i = 0; i < DIGITS; i++) {
		char c = char_lower(at[i]);
		unsigned digit = char_is_digit(c) ? (unsigned)(c - '0') : (unsigned)(c - 'a') + 10;
		if (digit > 31 || (i == 0 && digit > 15))
			return false;
		*n = *n << 5 | digit;
	}
	return true;
}

static void hash_lower(struct hash *h, struct slice s)
{
	char text[64];
	hash_number(h, s.len);
	while (s.len) {
		size_t n = s.len < sizeof text ? s.len : sizeof text;
		for (size_t i = 0; i < n; i++)
			text[i] = char_lower(s.at[i]);
		hash_add(h, slice(text, n));
		s = chars_skip(s, n);
	}
}

/* The MAC of what stands FRONT in a branch of ours, for the call and the Via that it was made under. The Via may have got received
 * and rport since, so only what does not change counts. */
static uint64_t mac(
	const struct hash_key *key, const struct message *m, const struct via *below, struct slice front)
{
	struct hash h;
	hash_start(&h, key);
	hash_part(&h, SLICE("branch"));
	hash_lower(&h, front);
	hash_part(&h, m->call_id);
	hash_number(&h, m->cseq);
	hash_lower(&h, below->host);
	hash_number(&h, below->port);
	hash_part(&h, below->branch);
	return hash_end(&h);
}

struct slice branch_make(
	const struct hash_key *key, const struct message *m, const struct branch_id *id, char *text)
{
	struct buffer b = buffer(text, BRANCH_TEXT);
	buffer_lit(&b, "z9hG4bK");
	buffer_char(&b, id->stateless ? 's' : 't');
	buffer_hex(&b, (uint64_t)id->index & 255, INDEX_DIGITS);
	add_number(&b, id->loop);
	add_number(&b, mac(key, m, &m->via, buffer_slice(&b)));
	return buffer_slice(&b);
}

/* Takes a branch that looks like one of ours apart. */
static bool branch_parse(struct slice branch, struct branch_id *id, uint64_t *sum)
{
	if (branch.len != LENGTH || !slice_starts_nocase(branch, SLICE("z9hG4bK")))
		return false;
	const char *at = branch.at + COOKIE;
	char kind = char_lower(at[0]);
	int high = char_hex(at[1]), low = char_hex(at[2]);
	if ((kind != 's' && kind != 't') || high < 0 || low < 0)
		return false;
	id->stateless = kind == 's';
	id->index = high << 4 | low;
	return number_parse(at + KIND + INDEX_DIGITS, &id->loop) &&
	       number_parse(at + KIND + INDEX_DIGITS + DIGITS, sum);
}

bool branch_verify(const struct hash_key *key, const struct message *m, struct branch_id *id)
{
	struct branch_id read;
	struct slice value;
	struct via below;
	uint64_t sum;
	if (!branch_parse(m->via.branch, &read, &sum) || !message_value(m, HEADER_VIA, 1, &value) ||
		!via_parse(value, &below))
		return false;
	if (mac(key, m, &below, slice(m->via.branch.at, BEFORE_MAC)) != sum)
		return false;
	*id = read;
	return true;
}

/* The sender counts, as scripts route by it: what comes back from a feature server is no loop; a real one is found a round later.
 * Credentials and Proxy-Require are left out: a request that is sent again with other ones has another CSeq, and a CANCEL, which has
 * neither, must get the branch of its INVITE from a worker that knows nothing of it. */
uint64_t branch_loop_hash(const struct hash_key *key, const struct message *m)
{
	const struct lines *received = m->parsed;
	struct hash h;
	hash_start(&h, key);
	hash_part(&h, SLICE("loop"));
	hash_part(&h, m->received_uri);
	hash_part(&h, m->call_id);
	hash_part(&h, m->from_tag);
	hash_number(&h, m->cseq);
	hash_part(&h, slice((const char *)m->flow.peer.bytes, sizeof m->flow.peer.bytes));
	hash_number(&h, m->flow.peer.port);
	for (int i = 0; i < received->count; i++)
		if (received->at[i].id == HEADER_ROUTE) {
			hash_number(&h, HEADER_ROUTE);
			hash_part(&h, received->at[i].value);
		}
	return hash_end(&h);
}

bool branch_is_loop(const struct message *m, uint64_t loop,
	bool (*ours)(const void *user, struct slice host, uint16_t port), const void *user)
{
	const struct lines *received = m->parsed;
	for (int i = 0; i < received->count; i++) {
		struct slice rest = received->at[i].value, value;
		if (received->at[i].id != HEADER_VIA)
			continue;
		while (list_next(&rest, &value)) {
			struct branch_id id;
			struct via via;
			uint64_t sum;
			if (via_parse(value, &via) && branch_parse(via.branch, &id, &sum) &&
				id.loop == loop && ours(user, via.host, via.port))
				return true;
		}
	}
	return false;
}

struct slice branch_stateless_tag(const struct hash_key *key, const struct message *m, char *text)
{
	struct hash h;
	struct buffer b = buffer(text, BRANCH_TEXT);
	hash_start(&h, key);
	hash_part(&h, SLICE("tag"));
	hash_part(&h, m->call_id);
	hash_part(&h, m->from_tag);
	hash_number(&h, m->cseq);
	hash_part(&h, m->via.branch);
	hash_lower(&h, m->via.host);
	hash_number(&h, m->via.port);
	hash_part(&h, m->received_uri);
	add_number(&b, hash_end(&h));
	return buffer_slice(&b);
}
