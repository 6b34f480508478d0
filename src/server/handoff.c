/* handoff: a ring per pair of workers, and an eventfd for those that sleep.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/handoff.h"
#include "sip/message.h"
#include <sys/eventfd.h>

/* What stands before the datagram in a record. */
struct envelope {
	struct flow flow;
	uint32_t kind;
};

int handoff_owner(const struct handoff *h, struct slice data)
{
	if (h->shared->workers == 1)
		return h->self;
	struct slice call_id = message_peek_call_id(data);
	if (call_id.len == 0)
		return h->self;
	return (int)(hash_of(&h->shared->key, call_id) % (uint64_t)h->shared->workers);
}

bool handoff_put(
	struct handoff *h, int to, enum handoff_kind kind, const struct flow *flow, struct slice data)
{
	struct envelope e = { .flow = *flow, .kind = kind };
	struct slice part[2] = { slice((const char *)&e, sizeof e), data };
	h->given |= UINT64_C(1) << to;
	return ring_put(shared_ring(h->shared, h->self, to), part, 2);
}

void handoff_wake(struct handoff *h)
{
	for (int to = 0; h->given; to++, h->given >>= 1)
		/* sequentially consistent, as are the ring's tail and handoff_sleep's store */
		if ((h->given & 1) && atomic_load(&h->shared->worker[to].asleep))
			(void)eventfd_write(h->wake[to], 1);
}

bool handoff_take(struct handoff *h, int from, enum handoff_kind *kind, struct flow *flow, struct slice *data)
{
	struct envelope e;
	struct slice record;
	struct ring *r = shared_ring(h->shared, from, h->self);
	while (ring_peek(r, &record)) {
		if (record.len < sizeof e) {
			ring_release(r);
			continue;
		}
		memcpy(&e, record.at, sizeof e);
		*kind = e.kind == HANDOFF_DATAGRAM ? HANDOFF_DATAGRAM : HANDOFF_UNREACHABLE;
		*flow = e.flow;
		*data = slice(record.at + sizeof e, record.len - sizeof e);
		return true;
	}
	return false;
}

void handoff_release(struct handoff *h, int from)
{
	ring_release(shared_ring(h->shared, from, h->self));
}

static bool is_empty(struct handoff *h)
{
	for (int from = 0; from < h->shared->workers; from++)
		if (from != h->self && !ring_empty(shared_ring(h->shared, from, h->self)))
			return false;
	return true;
}

bool handoff_sleep(struct handoff *h)
{
	atomic_store(&h->shared->worker[h->self].asleep, 1);
	if (is_empty(h))
		return true;
	handoff_awake(h);
	return false;
}

void handoff_awake(struct handoff *h)
{
	atomic_store_explicit(&h->shared->worker[h->self].asleep, 0, memory_order_relaxed);
}
