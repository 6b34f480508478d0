/* binding: the rules of RFC 3261 10.3 for a list of contacts, and its form as a record.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A record is a head (version, count, checksum), then for each binding its numbers, the lengths of its texts, and the texts. Numbers are
 * in the machine's byte order: a store does not move between machines of different order, and one that did would fail the checksum. */
#include "location/binding.h"
#include <stdlib.h>

enum { RECORD_VERSION = 2, TEXTS = 7, REMOVED_MOST = 200 /* kept of an address of record */ };

struct record_head {
	uint64_t sum; /* of all that follows it */
	uint32_t version;
	uint32_t count;
};

struct record_binding {
	uint64_t expires, updated, stamp;
	uint32_t marks; /* 1: removed */
	uint32_t cseq, reg_id, methods, flags;
	int16_t q;
	uint16_t len[TEXTS];
};

static bool same_binding(const struct binding *a, const struct binding *b, binding_same *same)
{
	/* 5626 6: a flow is known by its instance and reg-id, whatever its URI */
	if (a->reg_id && b->reg_id && a->instance.len && b->instance.len)
		return a->reg_id == b->reg_id && slice_equal(a->instance, b->instance);
	return slice_equal(a->contact, b->contact) || (same && same(a->contact, b->contact));
}

/* Whether WANTED, in a request with the same Call-ID and CSeq as OLD, is what made OLD: a retransmission. */
static bool same_request(const struct binding *old, const struct binding *wanted, uint64_t now)
{
	return wanted->expires && slice_equal(old->contact, wanted->contact) &&
	       wanted->expires - now == old->expires - old->updated;
}

/* 10.3 step 7: in one Call-ID only a higher CSeq may change a binding. */
static bool in_order(const struct change *c, const struct binding *old, const struct binding *wanted)
{
	if (c->forced || !slice_equal(old->call_id, c->call_id) || c->cseq > old->cseq)
		return true;
	return c->cseq == old->cseq && wanted && same_request(old, wanted, c->now);
}

struct list {
	struct binding *at;
	int count;
	bool *touched;        /* by this change */
	struct binding *gone; /* what is removed, before this change or by it */
	int gone_count;
	bool keeps; /* what this change removes */
};

static int find(const struct list *l, const struct binding *b, binding_same *same)
{
	for (int i = 0; i < l->count; i++)
		if (same_binding(&l->at[i], b, same))
			return i;
	return -1;
}

static void take_out(struct list *l, int i)
{
	if (l->keeps)
		l->gone[l->gone_count++] = l->at[i];
	l->count--;
	memmove(l->at + i, l->at + i + 1, (size_t)(l->count - i) * sizeof *l->at);
	memmove(l->touched + i, l->touched + i + 1, (size_t)(l->count - i) * sizeof *l->touched);
}

/* Removals go before additions, so that a client at its limit can replace a contact by another in one request. */
static enum change_result apply_removals(const struct change *c, struct list *l, binding_same *same)
{
	if (c->remove_all) {
		for (int i = 0; i < l->count; i++)
			if (!in_order(c, &l->at[i], NULL)) /* 10.3 step 6 */
				return CHANGE_OUT_OF_ORDER;
		while (l->count)
			take_out(l, l->count - 1);
	}
	for (int i = 0; i < c->count; i++) {
		int old = c->bindings[i].expires ? -1 : find(l, &c->bindings[i], same);
		if (old < 0)
			continue;
		if (!in_order(c, &l->at[old], NULL))
			return CHANGE_OUT_OF_ORDER;
		take_out(l, old);
	}
	return CHANGE_OK;
}

static enum change_result apply_additions(
	const struct change *c, struct list *l, int room, binding_same *same)
{
	for (int i = 0; i < c->count; i++) {
		const struct binding *wanted = &c->bindings[i];
		if (!wanted->expires)
			continue;
		int old = find(l, wanted, same);
		if (old >= 0 && l->touched[old])
			continue; /* the same contact twice in one request: the first stands */
		if (old >= 0 && !in_order(c, &l->at[old], wanted))
			return CHANGE_OUT_OF_ORDER;
		if (old < 0) {
			if (l->count == room)
				return CHANGE_TOO_MANY;
			old = l->count++;
		}
		l->at[old] = *wanted;
		l->touched[old] = true;
	}
	return CHANGE_OK;
}

/* Gives what C set its stamp, and puts behind it what is removed and was not set again. GONE_BEFORE of that are of earlier changes. */
static void add_removed(const struct change *c, struct list *l, int gone_before, uint64_t stamp,
	binding_same *same, struct arena *a)
{
	int there = l->count;
	for (int i = 0; i < there; i++)
		if (l->touched[i])
			l->at[i].stamp = stamp;
	if (!l->gone_count)
		return;
	struct binding *all = ARENA_ARRAY(a, struct binding, there + l->gone_count);
	if (there)
		memcpy(all, l->at, sizeof *all * (size_t)there);
	l->at = all;
	for (int i = l->gone_count; i-- > 0 && l->count - there < REMOVED_MOST;) {
		struct binding *b = &l->gone[i];
		if (find(l, b, same) >= 0) /* set again, or removed again since */
			continue;
		if (i >= gone_before) {
			b->removed = true;
			b->stamp = stamp;
			if (c->call_id.len) {
				b->call_id = c->call_id;
				b->cseq = c->cseq;
			}
		}
		all[l->count++] = *b;
	}
}

enum change_result change_apply(const struct change *c, const struct binding *list, int n, binding_same *same,
	struct arena *a, struct binding **out, int *out_count, bool *unchanged)
{
	uint64_t stamp = c->stamp;
	int max = c->max_contacts < 1 ? 1 : c->max_contacts > BINDINGS_MAX ? BINDINGS_MAX : c->max_contacts;
	int room = n + (c->count < max ? c->count : max);
	struct list l = { .at = ARENA_ARRAY(a, struct binding, room + 1),
		.touched = ARENA_ARRAY(a, bool, room + 1),
		.gone = ARENA_ARRAY(a, struct binding, n + room + 1),
		.keeps = c->keep_removed };
	int additions = 0;
	for (int i = 0; i < c->count; i++)
		additions += c->bindings[i].expires > 0;
	for (int i = 0; i < n; i++) {
		if (list[i].expires > c->now)
			*(list[i].removed ? &l.gone[l.gone_count++] : &l.at[l.count++]) = list[i];
		if (stamp && stamp <= list[i].stamp)
			stamp = list[i].stamp + 1;
	}
	int before = l.count, gone_before = l.gone_count;
	enum change_result result = apply_removals(c, &l, same);
	if (result == CHANGE_OK)
		result = apply_additions(c, &l, room, same);
	if (result != CHANGE_OK)
		return result;
	if (c->only)
		for (int i = l.count; i-- > 0;)
			if (!l.touched[i])
				take_out(&l, i);
	/* a limit that was lowered does not keep clients from refreshing what they have */
	if (l.count > max && l.count > before)
		return CHANGE_TOO_MANY;
	*unchanged = additions == 0 && l.count == before && before + gone_before == n;
	add_removed(c, &l, gone_before, stamp, same, a);
	*out = l.at;
	*out_count = l.count;
	return CHANGE_OK;
}

/* Whether A stands against B, for the same contact. */
static bool stands(const struct binding *a, const struct binding *b)
{
	if (slice_equal(a->call_id, b->call_id)) {
		if (a->cseq != b->cseq)
			return a->cseq > b->cseq;
		return a->stamp != b->stamp ? a->stamp > b->stamp : a->removed >= b->removed;
	}
	if (a->stamp != b->stamp)
		return a->stamp > b->stamp;
	size_t len = a->call_id.len < b->call_id.len ? a->call_id.len : b->call_id.len;
	int order = len ? memcmp(a->call_id.at, b->call_id.at, len) : 0;
	return order ? order > 0 : a->call_id.len > b->call_id.len;
}

static bool same_state(const struct binding *a, const struct binding *b)
{
	return a->stamp == b->stamp && a->cseq == b->cseq && a->expires == b->expires &&
	       a->removed == b->removed && slice_equal(a->call_id, b->call_id) &&
	       slice_equal(a->contact, b->contact);
}

void bindings_merge(uint64_t now, const struct binding *list, int n, const struct binding *other, int m,
	binding_same *same, struct arena *a, struct binding **out, int *out_count, bool *changed)
{
	struct list l = { .at = ARENA_ARRAY(a, struct binding, n + m + 1) };
	*changed = false;
	for (int i = 0; i < n; i++)
		if (list[i].expires > now)
			l.at[l.count++] = list[i];
	for (int i = 0; i < m; i++) {
		int old = find(&l, &other[i], same);
		if (other[i].expires <= now ||
			(old >= 0 && (stands(&l.at[old], &other[i]) || same_state(&l.at[old], &other[i]))))
			continue;
		l.at[old >= 0 ? old : l.count++] = other[i];
		*changed = true;
	}
	*out = l.at;
	*out_count = l.count < 2 * BINDINGS_MAX ? l.count : 2 * BINDINGS_MAX;
}

static int better(const void *left, const void *right)
{
	const struct binding *a = left, *b = right;
	int qa = a->q < 0 ? 1000 : a->q, qb = b->q < 0 ? 1000 : b->q;
	if (qa != qb)
		return qb - qa;
	if (a->updated != b->updated)
		return a->updated < b->updated ? 1 : -1;
	/* the same order on all servers that have the same */
	if (a->stamp != b->stamp)
		return a->stamp < b->stamp ? -1 : 1;
	return 0;
}

void bindings_sort(struct binding *list, int n)
{
	/* few, nearly always: insertion keeps the order of equals and needs no memory */
	if (n > 32) {
		qsort(list, (size_t)n, sizeof *list, better);
		return;
	}
	for (int i = 1; i < n; i++) {
		struct binding b = list[i];
		int at = i;
		for (; at > 0 && better(&list[at - 1], &b) > 0; at--)
			list[at] = list[at - 1];
		list[at] = b;
	}
}

/* A checksum against damage, not against forgers: each step is a bijection, so no change of a single word goes unseen. */
static uint64_t sum(struct slice s)
{
	uint64_t sum = s.len, word;
	size_t i = 0;
	for (; i + sizeof word <= s.len; i += sizeof word) {
		memcpy(&word, s.at + i, sizeof word);
		sum = (sum ^ word) * 0x9e3779b97f4a7c15;
		sum ^= sum >> 32;
	}
	word = 0;
	memcpy(&word, s.at + i, s.len - i);
	return (sum ^ word) * 0x9e3779b97f4a7c15;
}

/* Where the texts stand in a struct binding, in the order of the record. */
static const size_t text_at[TEXTS] = { offsetof(struct binding, contact), offsetof(struct binding, received),
	offsetof(struct binding, path), offsetof(struct binding, call_id),
	offsetof(struct binding, user_agent), offsetof(struct binding, instance),
	offsetof(struct binding, listener) };

static inline struct slice text_of(const struct binding *b, int k)
{
	return *(const struct slice *)((const char *)b + text_at[k]);
}

size_t bindings_size(const struct binding *list, int n)
{
	size_t size = sizeof(struct record_head) + (size_t)n * sizeof(struct record_binding);
	for (int i = 0; i < n; i++)
		for (int k = 0; k < TEXTS; k++)
			size += text_of(&list[i], k).len;
	return size;
}

static void pack_one(const struct binding *b, struct buffer *out)
{
	struct record_binding r = { .expires = b->expires,
		.updated = b->updated,
		.stamp = b->stamp,
		.marks = b->removed,
		.cseq = b->cseq,
		.reg_id = b->reg_id,
		.methods = b->methods,
		.flags = b->flags,
		.q = b->q };
	for (int k = 0; k < TEXTS; k++) {
		if (text_of(b, k).len > UINT16_MAX)
			out->full = true;
		r.len[k] = (uint16_t)text_of(b, k).len;
	}
	buffer_add(out, slice((const char *)&r, sizeof r));
	for (int k = 0; k < TEXTS; k++)
		buffer_add(out, text_of(b, k));
}

void bindings_pack(const struct binding *list, int n, struct buffer *b)
{
	struct record_head head = { .version = RECORD_VERSION, .count = (uint32_t)n };
	size_t start = b->len;
	buffer_add(b, slice((const char *)&head, sizeof head));
	for (int i = 0; i < n; i++)
		pack_one(&list[i], b);
	if (b->full)
		return;
	head.sum = sum(slice(b->at + start + sizeof head.sum, b->len - start - sizeof head.sum));
	memcpy(b->at + start, &head.sum, sizeof head.sum);
}

static bool unpack_one(struct slice *rest, struct binding *b)
{
	struct record_binding r;
	if (rest->len < sizeof r)
		return false;
	memcpy(&r, rest->at, sizeof r);
	*rest = slice(rest->at + sizeof r, rest->len - sizeof r);
	*b = (struct binding){ .expires = r.expires,
		.updated = r.updated,
		.stamp = r.stamp,
		.removed = r.marks & 1,
		.cseq = r.cseq,
		.reg_id = r.reg_id,
		.methods = r.methods,
		.flags = r.flags,
		.q = r.q };
	for (int k = 0; k < TEXTS; k++) {
		if (r.len[k] > rest->len)
			return false;
		*(struct slice *)((char *)b + text_at[k]) = slice(rest->at, r.len[k]);
		*rest = slice(rest->at + r.len[k], rest->len - r.len[k]);
	}
	return true;
}

bool bindings_unpack(struct slice record, struct arena *a, struct binding **list, int *n)
{
	struct record_head head;
	if (record.len < sizeof head)
		return false;
	memcpy(&head, record.at, sizeof head);
	if (head.version != RECORD_VERSION || head.count > 2 * BINDINGS_MAX ||
		head.sum != sum(slice(record.at + sizeof head.sum, record.len - sizeof head.sum)))
		return false;
	struct slice rest = slice(record.at + sizeof head, record.len - sizeof head);
	struct binding *at = ARENA_ARRAY(a, struct binding, head.count + 1);
	for (uint32_t i = 0; i < head.count; i++)
		if (!unpack_one(&rest, &at[i]))
			return false;
	*list = at;
	*n = (int)head.count;
	return rest.len == 0;
}

uint64_t bindings_earliest(const struct binding *list, int n)
{
	uint64_t earliest = UINT64_MAX;
	for (int i = 0; i < n; i++)
		if (list[i].expires < earliest)
			earliest = list[i].expires;
	return earliest;
}
