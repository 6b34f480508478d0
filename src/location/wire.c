/* wire: a change as a record of a ring.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/wire.h"

void wire_pack(const struct location_change *c, uint64_t id, struct buffer *b)
{
	struct wire_change w = { .id = id,
		.now = c->change.now,
		.cseq = c->change.cseq,
		.max_contacts = (uint32_t)c->change.max_contacts,
		.aor = (uint16_t)c->aor.len,
		.call_id = (uint16_t)c->change.call_id.len,
		.remove_all = c->change.remove_all,
		.only = c->change.only,
		.forced = c->change.forced,
		.merge = c->change.merge };
	if (c->aor.len > UINT16_MAX || c->change.call_id.len > UINT16_MAX)
		b->full = true;
	buffer_add(b, slice((const char *)&w, sizeof w));
	buffer_add(b, c->aor);
	buffer_add(b, c->change.call_id);
	bindings_pack(c->change.bindings, c->change.count, b);
}

static struct slice take(struct slice *rest, size_t n)
{
	struct slice piece = slice(rest->at, n);
	*rest = slice(rest->at + n, rest->len - n);
	return piece;
}

/* What a worker says is looked at like a message from the network: the worker reads those. */
bool wire_unpack(struct slice record, struct arena *a, struct location_change *c, uint64_t *id)
{
	struct wire_change w;
	if (record.len < sizeof w)
		return false;
	memcpy(&w, take(&record, sizeof w).at, sizeof w);
	*id = w.id;
	if (w.aor == 0 || w.aor > LOCATION_AOR_MAX || (size_t)w.aor + w.call_id > record.len)
		return false;
	*c = (struct location_change){ .arena = a };
	c->aor = take(&record, w.aor);
	c->change = (struct change){ .call_id = take(&record, w.call_id),
		.cseq = w.cseq,
		.now = w.now,
		.max_contacts = w.max_contacts > BINDINGS_MAX ? BINDINGS_MAX : (int)w.max_contacts,
		.remove_all = w.remove_all,
		.only = w.only,
		.forced = w.forced,
		.merge = w.merge };
	return bindings_unpack(record, a, &c->change.bindings, &c->change.count) &&
	       c->change.count <= (w.merge ? 2 : 1) * BINDINGS_MAX;
}
