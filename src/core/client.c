/* client: the branches of a transaction: sending, timers, replies, CANCEL (RFC 3261 17.1, 9.1, 16.8; RFC 6026).
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/core.h"
#include "sip/branch.h"

/* ---- tables ---- */

/* A server may have changed the case of our branch. */
uint64_t client_key(struct core *c, struct slice text)
{
	char lower[BRANCH_TEXT];

	for (size_t i = 0; i < text.len; i++)
		lower[i] = text.at[i] >= 'A' && text.at[i] <= 'Z' ? (char)(text.at[i] | 0x20) : text.at[i];
	return hash_of(&c->key, slice(lower, text.len));
}

static uint64_t peer_key(struct core *c, const struct flow *flow)
{
	struct hash h;

	hash_start(&h, &c->key);
	hash_add(&h, slice((const char *)flow->peer.bytes, sizeof flow->peer.bytes));
	hash_number(&h, (uint64_t)flow->peer.port << 16 | flow->listener);
	return hash_end(&h);
}

static struct branch *find_branch(struct core *c, struct slice text)
{
	if (!text.len || text.len > BRANCH_TEXT)
		return NULL;
	struct table_node *n = table_find(&c->branches, client_key(c, text));
	for (; n; n = table_find_next(n)) {
		struct branch *b = TABLE_OWNER(n, struct branch, by_text);
		if (slice_equal_nocase(text, slice(b->text, b->text_len)))
			return b;
	}
	return NULL;
}

void client_end(struct branch *b)
{
	struct core *c = b->transaction->core;

	timer_cancel(&c->timers, &b->retransmit);
	timer_cancel(&c->timers, &b->timeout);
	timer_cancel(&c->timers, &b->cancel_retransmit);
	table_remove(&c->branches, &b->by_text);
	table_remove(&c->peers, &b->by_peer);
	target_cancel(c->world, b->query);
	b->query = NULL;
	if (b->state != BRANCH_ENDED)
		b->transaction->open--;
	b->state = BRANCH_ENDED;
}

/* ---- the end of a branch's wait ---- */

static uint64_t long_time(const struct core *c)
{
	return 64 * (uint64_t)c->site->t1;
}

/* Timers D and M. While others ring, what still comes must not pass by them: a 2xx ends them, anything else is too late. */
static void lingered(struct timer *timer, void *user)
{
	struct branch *b = user;
	struct transaction *t = b->transaction;

	if (t->status < 200 && !t->ended) {
		core_after(t->core, timer, long_time(t->core));
		return;
	}
	if (b->forwarded.len)
		fold_accepted(b);
	client_end(b);
	transaction_settle(t);
}

/* B has its final reply, or none will come. It stays to deal with what still arrives, when that takes more than to absorb it: so timer K
 * is not needed. */
static void linger(struct branch *b, enum branch_state state)
{
	struct transaction *t = b->transaction;

	if (!t->invite || !b->sent.len) {
		client_end(b);
		return;
	}
	b->state = state;
	timer_cancel(&t->core->timers, &b->retransmit);
	table_remove(&t->core->peers, &b->by_peer);
	b->timeout.fire = lingered;
	/* timers D and M; when the route has seen the 2xx of all forks that will come soon, the first is repeated without it */
	core_after(
		t->core, &b->timeout, b->forwarded.len ? 8 * (uint64_t)t->core->site->t1 : timer_d(t->core));
}

/* B counts no longer as pending; the last one lets its transaction decide. */
static void uncount(struct branch *b)
{
	struct transaction *t = b->transaction;

	if (!b->counted)
		return;
	b->counted = false;
	t->pending--;
	best_decide(t);
}

void client_fail(struct branch *b, int status)
{
	struct transaction *t = b->transaction;
	bool tried = b->state == BRANCH_CALLING;

	count(t->core, COUNTER_timeouts);
	b->status = status;
	linger(b, BRANCH_COMPLETED);
	if (tried)
		relay_failover(b);
	uncount(b);
}

/* Timers B, F and C, and the end of the wait for the reply to a cancelled INVITE (9.1). */
static void timed_out(struct timer *timer, void *user)
{
	struct branch *b = user;
	struct transaction *t = b->transaction;

	(void)timer;
	transaction_hold(t);
	/* 16.8: an INVITE that rang for too long is cancelled; its 487 is absorbed, the caller gets a 408 now */
	if (t->invite && b->state == BRANCH_PROCEEDING && !b->cancelled)
		client_cancel(b);
	client_fail(b, b->cancelled && t->cancelled ? 487 : 408);
	transaction_release(t);
}

/* Timers A and E. */
static void unanswered(struct timer *timer, void *user)
{
	struct branch *b = user;
	struct transaction *t = b->transaction;
	struct core *c = t->core;

	send_to(c, &b->flow, b->sent);
	count(c, COUNTER_resent);
	b->interval *= 2;
	if (!t->invite && (b->interval > c->site->t2 || b->state == BRANCH_PROCEEDING))
		b->interval = c->site->t2;
	core_after(c, timer, b->interval);
}

void client_add(struct branch *b)
{
	struct transaction *t = b->transaction;

	b->state = BRANCH_CALLING;
	b->counted = true;
	t->pending++;
	t->open++;
}

void client_start(struct branch *b)
{
	struct transaction *t = b->transaction;
	struct core *c = t->core;

	b->interval = c->site->t1;
	b->retransmit.fire = unanswered;
	b->retransmit.user = b;
	b->timeout.fire = timed_out;
	b->timeout.user = b;
	core_after(c, &b->retransmit, b->interval);
	core_after(c, &b->timeout, t->fr_timer);
	table_add(&c->branches, &b->by_text, client_key(c, slice(b->text, b->text_len)));
	table_add(&c->peers, &b->by_peer, peer_key(c, &b->flow));
	send_to(c, &b->flow, b->sent);
	count(c, COUNTER_branches);
}

/* ---- CANCEL ---- */

/* The CANCEL is a non-INVITE client transaction of its own: timers E and F. */
static void cancel_unanswered(struct timer *timer, void *user)
{
	struct branch *b = user;
	struct core *c = b->transaction->core;

	send_to(c, &b->flow, b->cancel_sent);
	count(c, COUNTER_resent);
	b->cancel_interval = b->cancel_interval < c->site->t2 / 2 ? 2 * b->cancel_interval : c->site->t2;
	core_after(c, timer, b->cancel_interval);
}

static void send_cancel(struct branch *b)
{
	struct transaction *t = b->transaction;
	struct core *c = t->core;
	struct buffer text = buffer(c->scratch, sizeof c->scratch);

	b->cancelled = true;
	message_print_cancel(b->sent, SLICE(""), &text);
	if (text.full)
		return;
	b->cancel_sent = arena_copy(t->arena, buffer_slice(&text));
	send_to(c, &b->flow, b->cancel_sent);
	b->cancel_retransmit.fire = cancel_unanswered;
	b->cancel_retransmit.user = b;
	b->cancel_interval = c->site->t1;
	core_after(c, &b->cancel_retransmit, b->cancel_interval);
	core_after(c, &b->timeout, long_time(c)); /* 9.1, last paragraph */
}

void client_cancel(struct branch *b)
{
	if (!b->transaction->invite || b->state >= BRANCH_COMPLETED || b->cancelled)
		return;
	if (b->state == BRANCH_CALLING)
		b->cancel_wanted = true; /* 9.1: not before a provisional reply */
	else
		send_cancel(b);
}

/* ---- replies ---- */

static bool ask_script(struct branch *b, struct message *m)
{
	struct transaction *t = b->transaction;
	struct core *c = t->core;

	if ((t->on_reply < 0 && b->on_reply < 0) || !c->hooks || !c->hooks->reply)
		return true;
	return c->hooks->reply(c->user, t, b, m) || m->status >= 200;
}

/* Sends M on to T's caller: as T's reply, or, when T has had its final one, past it. What was sent is in c->scratch. */
static struct slice forward(struct transaction *t, const struct message *m)
{
	struct core *c = t->core;
	struct buffer b = buffer(c->scratch, sizeof c->scratch);

	message_print_forwarded_reply(m, &b);
	if (b.full)
		return SLICE("");
	if (t->status < 200)
		server_send(t, m->status, buffer_slice(&b), m->to_tag, false);
	else
		send_to(c, &t->flow, buffer_slice(&b));
	return buffer_slice(&b);
}

static void provisional(struct branch *b, struct message *m)
{
	struct transaction *t = b->transaction;
	struct core *c = t->core;

	/* what was given up in silence must not begin to ring now */
	if (b->state == BRANCH_COMPLETED && t->invite && !b->replied && !b->cancelled)
		send_cancel(b);
	if (b->state >= BRANCH_COMPLETED)
		return;
	table_remove(&c->peers, &b->by_peer);
	if (t->invite) {
		timer_cancel(&c->timers, &b->retransmit);
		/* timer C, 16.7 step 2 */
		if (!b->cancelled && (b->state == BRANCH_CALLING || m->status > 100))
			core_after(c, &b->timeout, t->fr_inv_timer);
	}
	b->state = BRANCH_PROCEEDING;
	b->replied = true;
	b->status = m->status;
	if (b->cancel_wanted)
		client_cancel(b);
	if (!ask_script(b, m))
		return;
	/* 16.7 step 5; 4320 4.1 */
	if (m->status > 100 && t->invite && t->status < 200)
		forward(t, m);
}

static void acknowledge(struct branch *b, const struct message *m)
{
	struct core *c = b->transaction->core;
	struct buffer text = buffer(c->scratch, sizeof c->scratch);

	message_print_ack(b->sent, m, &text);
	if (!text.full)
		send_to(c, &b->flow, buffer_slice(&text));
}

static bool has_route(const struct branch *b)
{
	return b->transaction->on_reply >= 0 || b->on_reply >= 0;
}

/* A 2xx to the INVITE: all of them go up at once (16.7 step 5), whatever went there before. */
static void accepted(struct branch *b, struct message *m)
{
	struct transaction *t = b->transaction;
	bool first = b->state != BRANCH_ACCEPTED, only = t->status < 200;

	timer_cancel(&t->core->timers, &b->cancel_retransmit);
	b->state = BRANCH_ACCEPTED; /* the reply route may cancel the others */
	b->status = m->status;
	b->replied = true;
	ask_script(b, m);
	struct slice text = forward(t, m);
	if (first && only && has_route(b)) {
		b->forwarded = arena_copy(t->arena, text);
		b->forwarded_tag = arena_copy(t->arena, m->to_tag);
	}
	if (first && only && !has_route(b))
		client_end(b); /* stray() can do what is left */
	else if (first)
		linger(b, BRANCH_ACCEPTED);
	if (first)
		transaction_cancel_branches(t); /* 16.7 step 10 */
	uncount(b);
}

static void rejected(struct branch *b, struct message *m)
{
	struct transaction *t = b->transaction;
	struct core *c = t->core;

	if (t->invite)
		acknowledge(b, m);
	timer_cancel(&c->timers, &b->cancel_retransmit);
	if (b->state >= BRANCH_COMPLETED) {
		count(c, COUNTER_retransmissions);
		return;
	}
	linger(b, BRANCH_COMPLETED);
	b->status = m->status;
	b->replied = true;
	b->best = message_ref(m);
	ask_script(b, m);
	if (m->status >= 600)
		transaction_cancel_branches(t); /* 16.7 step 5 */
	if (m->status == 503)
		relay_failover(b);
	uncount(b);
}

/* A 2xx to another request than INVITE. */
static void succeeded(struct branch *b, struct message *m)
{
	struct transaction *t = b->transaction;

	if (b->state >= BRANCH_COMPLETED) {
		count(t->core, COUNTER_retransmissions);
		return;
	}
	linger(b, BRANCH_COMPLETED);
	b->status = m->status;
	b->replied = true;
	ask_script(b, m);
	if (t->status < 200)
		forward(t, m);
	uncount(b);
}

static void drop_stray(struct core *c)
{
	count(c, COUNTER_stray_replies);
}

/* The listener that the request came in by which M answers, as the Via says that we made for it. */
static int came_in_by(const struct core *c, const struct message *m)
{
	struct slice value;
	uint64_t n;

	if (param_find(m->via.params, SLICE("i"), &value) && slice_number(value, &n) &&
		n < (uint64_t)c->site->listener_count)
		return (int)n;
	return m->flow.listener;
}

/* Where the stray reply M goes on: to the caller of the INVITE that we still know, or by the Via below ours. */
static bool stray_flow(struct core *c, const struct message *m, struct flow *flow)
{
	const struct transaction *t = NULL;
	struct slice value;
	struct via below;

	if (m->method == METHOD_INVITE && message_value(m, HEADER_VIA, 1, &value) && via_parse(value, &below))
		t = transaction_find_answered(c, m, &below);
	if (t && t->status >= 200 && (m->status < 200 || m->status >= 300))
		return false;
	if (t) {
		*flow = t->flow;
		return true;
	}
	if (!message_next_flow(m, flow))
		return false;
	int listener = site_listener_for(c->site, &flow->peer, came_in_by(c, m));
	flow->listener = (uint16_t)listener;
	return listener >= 0;
}

/* D2: what we asked for shows by the branch's MAC. RFC 6026 and 4320 let nothing else through, and no late reply to a non-INVITE. A
 * reply to a CANCEL that has a Via below ours answers an orphan's. */
static bool may_pass(const struct core *c, const struct message *m)
{
	struct branch_id id;

	if (!branch_verify(&c->site->branch_key, m, &id))
		return false;
	if (id.stateless)
		return id.index != COPY_INDEX;
	return (m->method == METHOD_INVITE && m->status > 100) || m->method == METHOD_CANCEL;
}

static void stray(struct core *c, const struct message *m)
{
	struct flow flow;
	struct buffer b = buffer(c->scratch, sizeof c->scratch);

	if (fold_repeat(c, m)) {
		count(c, COUNTER_retransmissions);
		return;
	}
	if (!may_pass(c, m) || !stray_flow(c, m, &flow)) {
		drop_stray(c);
		return;
	}
	message_print_forwarded_reply(m, &b);
	if (b.full)
		drop_stray(c);
	else
		send_to(c, &flow, buffer_slice(&b));
}

/* Whether the caller of T would know M as a reply to its request: of that call and CSeq, and with its Via below ours (16.7 step 3).
 * What is not is for nobody. */
static bool is_for_caller(const struct transaction *t, const struct message *m)
{
	struct slice value;
	struct via below;

	return slice_equal(m->method_name, t->id.method) && message_value(m, HEADER_VIA, 1, &value) &&
	       via_parse(value, &below) && slice_equal_nocase(below.branch, t->id.branch);
}

static void take(struct branch *b, struct message *m)
{
	struct transaction *t = b->transaction;

	if (m->cseq != t->id.cseq || !slice_equal(m->call_id, t->id.call_id)) {
		drop_stray(t->core);
	} else if (m->method == METHOD_CANCEL && t->invite) {
		if (m->status >= 200)
			timer_cancel(&t->core->timers, &b->cancel_retransmit);
	} else if (!is_for_caller(t, m)) {
		drop_stray(t->core);
	} else if (m->status < 200) {
		provisional(b, m);
	} else if (m->status >= 300) {
		rejected(b, m);
	} else if (t->invite) {
		accepted(b, m);
	} else {
		succeeded(b, m);
	}
}

/* 8.1.3.3, 16.11: the topmost Via must be one that we have made. */
static bool is_for_us(const struct core *c, const struct message *m)
{
	const struct slice ours = c->site->listeners[m->flow.listener].sent_by;

	return slice_equal_nocase(m->via.sent_by, ours) || site_is_self(c->site, m->via.host, m->via.port);
}

void core_reply(struct core *c, struct message *m)
{
	if (!is_for_us(c, m)) {
		drop_stray(c);
		return;
	}
	struct branch *b = find_branch(c, m->via.branch);
	if (!b) {
		stray(c, m);
		return;
	}
	struct transaction *t = b->transaction;
	transaction_hold(t);
	take(b, m);
	transaction_release(t);
}

/* ---- ICMP ---- */

static bool went_to(const struct branch *b, const struct flow *flow)
{
	return b->flow.listener == flow->listener && address_equal(&b->flow.peer, &flow->peer);
}

void core_unreachable(struct core *c, const struct flow *flow)
{
	uint64_t key = peer_key(c, flow);
	struct table_node *n = table_find(&c->peers, key);

	while (n) {
		struct branch *b = TABLE_OWNER(n, struct branch, by_peer);
		if (!went_to(b, flow)) {
			n = table_find_next(n);
			continue;
		}
		struct transaction *t = b->transaction;
		transaction_hold(t);
		client_fail(b, 503); /* leaves the table */
		transaction_release(t);
		n = table_find(&c->peers, key);
	}
}
