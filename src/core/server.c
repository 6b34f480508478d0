/* server: server transactions, the replies they send, and replies without one (RFC 3261 17.2, RFC 6026).
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/log.h"
#include "core/core.h"
#include "sip/branch.h"

enum { TAG_TEXT = 64, REPLY_ROOM = 64 };

/* ---- the machine ---- */

static void expired(struct timer *timer, void *user)
{
	struct transaction *t = user;

	(void)timer;
	timer_cancel(&t->core->timers, &t->retransmit);
	t->ended = true;
	transaction_settle(t);
}

static void send_again(struct transaction *t)
{
	if (t->last_reply.len)
		send_to(t->core, &t->flow, t->last_reply);
}

/* Timer G. */
static void unacknowledged(struct timer *timer, void *user)
{
	struct transaction *t = user;
	uint32_t t2 = t->core->site->t2;

	send_again(t);
	count(t->core, COUNTER_resent);
	t->interval = t->interval < t2 / 2 ? 2 * t->interval : t2;
	core_after(t->core, timer, t->interval);
}

void server_repeat(struct transaction *t, uint64_t when)
{
	t->retransmit.fire = unacknowledged;
	t->retransmit.user = t;
	timer_set(&t->core->timers, &t->retransmit, when);
}

static void end_after(struct transaction *t, uint64_t ms)
{
	t->timeout.fire = expired;
	core_after(t->core, &t->timeout, ms);
}

/* A reply of STATUS goes out. */
static void advance(struct transaction *t, int status)
{
	struct core *c = t->core;
	uint64_t lifetime = 64 * (uint64_t)c->site->t1; /* timers H, J and L */

	t->status = status;
	if (status < 200) {
		t->state = TRANSACTION_PROCEEDING;
		return;
	}
	t->state = TRANSACTION_COMPLETED;
	if (t->invite && status < 300) {
		t->state = TRANSACTION_ACCEPTED; /* 6026 7.1 */
	} else if (t->invite) {
		t->interval = c->site->t1;
		server_repeat(t, now(c) + t->interval);
	}
	end_after(t, lifetime);
}

/* Keeps TEXT for retransmissions, in the room of an earlier reply when it fits. */
static void keep_reply(struct transaction *t, struct slice text)
{
	char *room = (char *)t->last_reply.at;

	if (t->reply_room < text.len) {
		/* further provisional replies differ by little; and many of them must not fill the arena */
		size_t size = text.len + (t->last_reply.len ? text.len : REPLY_ROOM);
		room = arena_text(t->arena, size);
		t->reply_room = (uint32_t)size;
	}
	memcpy(room, text.at, text.len);
	t->last_reply = slice(room, text.len);
}

void server_send(struct transaction *t, int status, struct slice text, struct slice tag, bool local)
{
	/* 4320 4.2: its caller has timed out by itself */
	if (status == 408 && !t->invite) {
		t->last_reply.len = 0;
		advance(t, status);
		return;
	}
	send_to(t->core, &t->flow, text);
	/* A 2xx to an INVITE that was forwarded is repeated end to end, not here. */
	if (t->invite && status >= 200 && status < 300 && !local) {
		t->last_reply.len = 0;
	} else {
		keep_reply(t, text);
		if (status >= 200)
			t->sent_tag = arena_copy(t->arena, tag);
	}
	advance(t, status);
}

/* ---- replies made here ---- */

static struct slice local_tag(struct transaction *t)
{
	/* the tag can be computed again, so a worker that has lost its memory answers with the same one */
	if (!t->to_tag.len) {
		char text[TAG_TEXT];
		t->to_tag = arena_copy(
			t->arena, branch_stateless_tag(&t->core->site->branch_key, t->request, text));
	}
	return t->to_tag;
}

static void send_local(struct transaction *t, int status, struct slice reason, struct slice extra)
{
	struct core *c = t->core;
	struct buffer b = buffer(c->scratch, sizeof c->scratch);
	struct slice tag = local_tag(t);

	message_print_reply(t->request, status, reason, tag, extra, SLICE(""), &b);
	if (b.full) {
		log_warn("a reply %d would be too large to send", status);
		b = buffer(c->scratch, sizeof c->scratch);
		message_print_reply(t->request, status, reason, tag, SLICE(""), SLICE(""), &b);
	}
	server_send(t, status, b.full ? SLICE("") : buffer_slice(&b), tag, true);
	if (status >= 200)
		transaction_cancel_branches(t);
}

bool transaction_reply(struct transaction *t, int status, struct slice reason, struct slice extra)
{
	if (t->status >= 200 || t->ended)
		return false;
	if (status > 100 && t->reply_extra.len)
		extra = arena_join(t->arena, t->reply_extra, extra);
	transaction_hold(t);
	send_local(t, status, reason.len ? reason : status_reason(status), extra);
	transaction_release(t);
	return true;
}

void server_reply(struct transaction *t, int status)
{
	transaction_reply(t, status, status_reason(status), t->core->site->server_header);
}

void server_slow(struct transaction *t)
{
	if (t->status)
		return;
	send_local(t, 100, status_reason(100), t->core->site->server_header);
}

void reply_stateless(struct core *c, struct message *m, int status, struct slice reason, struct slice extra,
	struct slice body)
{
	char text[TAG_TEXT];
	struct flow flow;
	struct buffer b = buffer(c->scratch, sizeof c->scratch);

	if (m->method == METHOD_ACK)
		return;
	message_print_reply(m, status, reason.len ? reason : status_reason(status),
		branch_stateless_tag(&c->site->branch_key, m, text), extra, body, &b);
	if (b.full) {
		log_warn("a reply %d would be too large to send", status);
		return;
	}
	message_reply_flow(m, &flow);
	send_to(c, &flow, buffer_slice(&b));
}

/* ---- requests that need no script ---- */

/* The ACK of a reply that was sent without a transaction shows by its To tag (8.2.7). */
static bool is_ack_of_stateless(struct core *c, const struct message *m)
{
	char text[TAG_TEXT];

	return m->to_tag.len && slice_equal(m->to_tag, branch_stateless_tag(&c->site->branch_key, m, text));
}

static enum core_match take_ack(struct core *c, const struct message *m)
{
	struct transaction *t = transaction_find(c, m);

	if (!t)
		return is_ack_of_stateless(c, m) ? CORE_ABSORBED : CORE_NEW;
	switch (t->state) {
	case TRANSACTION_COMPLETED:
		timer_cancel(&c->timers, &t->retransmit);
		t->state = TRANSACTION_CONFIRMED;
		if (!t->folded)
			end_after(t, c->site->t4); /* timer I */
		return CORE_ABSORBED;
	case TRANSACTION_CONFIRMED:
		return CORE_ABSORBED;
	case TRANSACTION_ACCEPTED: /* its client should have made a new branch; it goes end to end */
		return CORE_NEW;
	case TRANSACTION_TRYING:
	case TRANSACTION_PROCEEDING:
		break;
	}
	count(c, COUNTER_stray_acks);
	return CORE_ABSORBED;
}

enum core_match core_request(struct core *c, struct message *m)
{
	if (m->method == METHOD_ACK)
		return take_ack(c, m);
	struct transaction *t = transaction_find(c, m);
	if (!t)
		return CORE_NEW;
	if (t->state == TRANSACTION_PROCEEDING || t->state == TRANSACTION_COMPLETED ||
		t->state == TRANSACTION_ACCEPTED)
		send_again(t);
	return CORE_ABSORBED;
}

/* ---- CANCEL: 3261 9.2, 16.10 ---- */

void transaction_cancel_branches(struct transaction *t)
{
	for (int i = 0; i < t->branch_count; i++)
		client_cancel(t->branches[i]);
}

void transaction_cancel(struct transaction *t, struct message *m)
{
	struct core *c = t->core;
	char text[TAG_TEXT];
	struct flow flow;
	struct buffer b = buffer(c->scratch, sizeof c->scratch);

	transaction_hold(t);
	/* 9.2: the same To tag as the reply to the INVITE, as far as that one is made here */
	struct slice tag = branch_stateless_tag(&c->site->branch_key, m, text);
	message_print_reply(m, 200, status_reason(200), tag, c->site->server_header, SLICE(""), &b);
	if (!b.full) {
		message_reply_flow(m, &flow);
		send_to(c, &flow, buffer_slice(&b));
	}
	/* 9.2: no effect on other requests than INVITE, nor on one that has its final reply */
	if (t->invite && t->status < 200 && !t->ended) {
		t->cancelled = true;
		transaction_cancel_branches(t);
		if (!t->pending)
			server_reply(t, 487);
	}
	transaction_release(t);
}
