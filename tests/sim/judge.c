/* judge: what must hold, whatever happens.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * It looks at what workers are given and what they send, and knows by heart what phones sent and said; it knows nothing of the state
 * inside a worker. A request that its worker's death has hurt is owed less: that is said where it is so. */
#include "sim.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { SLACK = 50, TIMER_E_IS_T2 = 7 * T1 };

void judge_complain(struct sim *s, struct slice call_id, const char *format, ...)
{
	va_list args;

	if (s->wrong++ >= 5)
		return;
	if (!s->blamed.len)
		s->blamed = net_keep(s, call_id);
	fprintf(s->complaints, "%9.3f  %.*s: ", (double)(s->now - s->start) / 1000, SLICE_FMT(call_id));
	va_start(args, format);
	vfprintf(s->complaints, format, args);
	va_end(args);
	fputc('\n', s->complaints);
	ladder_note(s, -1, "WRONG");
}

struct leg *judge_leg(struct sim *s, struct slice branch)
{
	struct leg *l = s->leg_table[net_place(branch)];

	while (l && !slice_equal(l->branch, branch))
		l = l->in_table;
	return l;
}

/* ---- the store ---- */

/* Whether PHONE is registered for USER; sure only when it is not about to expire. */
static bool is_registered(const struct sim *s, int user, int phone, bool *sure)
{
	uint64_t until = s->registered[user][phone].until, now = net_clock(s);

	*sure = !s->registered[user][phone].swept && (!until || until > now + 2000 || until + 2000 < now);
	return until > now;
}

void judge_clock(struct sim *s)
{
	for (struct ask *a = s->asks; a; a = a->next)
		a->murky |= a->registers && !a->final_at;
	for (int i = 0; i < USERS * PHONES; i++) {
		struct registered *r = &s->registered[i / PHONES][i % PHONES];
		r->swept |= r->until && r->until < net_clock(s) + 2000;
	}
}

/* The server says 200 to REGISTER A: what it did it has done in this event. */
static void check_register(struct sim *s, const struct ask *a, const struct text *t)
{
	struct registered *r = &s->registered[a->user][a->phone->number];
	bool sure, all_sure = true;
	int expected = 0, said = 0;

	if (is_registered(s, a->user, a->phone->number, &sure) && sure && a->cseq < r->cseq)
		judge_complain(s, t->call_id, "200 to a REGISTER out of order (10.3 step 7)");
	r->cseq = a->cseq;
	r->swept = a->murky; /* the clock stepped meanwhile */
	r->until = a->removes ? 0 : net_clock(s) + 1000 * (uint64_t)EXPIRES;
	for (int i = 0; i < PHONES; i++) {
		expected += is_registered(s, a->user, i, &sure);
		all_sure &= sure;
	}
	for (int i = 0; i < t->count; i++)
		said += text_is(t->lines[i].name, "Contact");
	if (all_sure && said != expected)
		judge_complain(s, t->call_id, "%d contacts of reg%d, not %d", said, a->user, expected);
}

/* The targets of A, which were just looked up, are those that are registered. */
static void check_targets(struct sim *s, const struct ask *a)
{
	bool sure, has[PHONES] = { false };

	for (const struct leg *l = a->legs; l; l = l->next)
		if (l->phone >= 0 && l->first == s->now)
			has[l->phone] = true;
	for (int i = 0; i < PHONES; i++)
		if (is_registered(s, a->user, i, &sure) != has[i] && sure)
			judge_complain(s, a->call_id,
				has[i] ? "p%d is not registered for reg%d" : "p%d of reg%d is left out", i,
				a->user);
}

/* ---- what comes in ---- */

static void request_in(struct worker *w, const struct text *t)
{
	struct sim *s = w->sim;
	struct ask *a = phone_ask(s, t->branch);

	if (!a)
		return;
	s->step.ask = a;
	if (text_is(t->method, "ACK") && a->invite) {
		if (a->final_at && !a->acked_at && s->now < a->final_at + LONG)
			a->acked_at = s->now;
		return;
	}
	if (text_is(t->method, "CANCEL")) {
		a->wanted_no_more = true;
		if (a->reached && !a->hurt && !a->finals_out && a->replies)
			a->cancelled = true;
		return;
	}
	if (a->reached && a->life == w->life) {
		s->step.duplicate = true;
		return;
	}
	a->reached = true;
	a->life = w->life;
	a->reached_at = s->now;
	a->generation = s->generation;
}

/* When the server gives L up. */
static uint64_t deadline(const struct leg *l)
{
	const struct ask *a = l->ask;

	return l->provisional && a->invite ? l->provisional_at + a->fr_inv : l->first + a->fr;
}

/* Whether the branch still waits for what comes, as far as timers go. */
static bool is_waiting(const struct sim *s, const struct leg *l)
{
	return !l->status && !l->two && !l->unreachable && s->now < deadline(l) && !l->cancels &&
	       !l->ask->murky;
}

static void invite_reply_in(struct sim *s, struct leg *l, const struct text *t)
{
	struct step *step = &s->step;
	struct ask *a = l->ask;

	if (t->status < 200) {
		step->want_provisional =
			t->status > 100 && is_waiting(s, l) && !a->hurt && !a->finals_out && !a->two_out;
		if (!l->status && !l->two && !l->cancels &&
			s->now < l->first + a->fr + (l->provisional ? a->fr_inv : 0)) {
			l->provisional = true;
			if (t->status > 100 || !l->provisional_at)
				l->provisional_at = s->now;
		}
		step->want_cancel = !a->hurt && !l->replied && !l->unreachable && !l->cancels && !l->two &&
				    !l->status && s->now > l->first + a->fr + SLACK + 1000 &&
				    s->now < l->first + LONG;
		step->want_cancel |= l->over && !a->hurt && l->provisional && is_waiting(s, l);
	} else if (t->status < 300) {
		step->first = !l->two;
		l->two = true;
		step->want_forward = true;
	} else {
		step->want_ack = !a->hurt && !l->two && (!l->status || s->now < l->final_at + LONG) &&
				 s->now < l->first + l->ask->fr;
		step->first = !l->status;
		if (!l->status) {
			l->late = !l->two && s->now >= (l->provisional ? l->provisional_at + a->fr_inv
								       : l->first + a->fr);
			l->status = t->status;
			l->final_at = s->now;
		}
	}
}

static void reply_in(struct worker *w, const struct text *t)
{
	struct sim *s = w->sim;
	struct leg *l = judge_leg(s, t->branch);

	s->step.reply = true;
	if (s->step.lie || !l)
		return;
	s->step.leg = l;
	s->step.ask = l->ask;
	if (text_is(t->cseq_method, "CANCEL")) {
		l->cancel_answered |= t->status >= 200;
		return;
	}
	if (l->ask->invite) {
		invite_reply_in(s, l, t);
	} else if (t->status >= 200 && !l->status) {
		l->late = s->now >= deadline(l);
		l->status = t->status;
		l->final_at = s->now;
	}
	l->replied = true;
}

/* Whether what came in the event ends all branches of A. */
static bool ends_all(const struct step *step, const struct ask *a)
{
	if (!a->invite || a->hurt || step->lie)
		return false;
	if (step->in.status)
		return step->leg && step->first && text_is(step->in.cseq_method, "INVITE") &&
		       (step->in.status / 100 == 2 ||
			       (step->leg->status >= 600 && !step->leg->late && !step->leg->unreachable));
	return a->cancelled && text_is(step->in.method, "CANCEL");
}

void judge_in(struct worker *w, struct slice data, bool lie)
{
	struct sim *s = w->sim;
	struct text t;

	s->step = (struct step){ .on = true, .lie = lie };
	if (!text_read(&t, data))
		return;
	s->step.in = t;
	if (t.status)
		reply_in(w, &t);
	else
		request_in(w, &t);
	if (s->step.ask && ends_all(&s->step, s->step.ask))
		for (struct leg *l = s->step.ask->legs; l; l = l->next)
			l->over = true;
}

/* ---- requests that go out ---- */

static bool is_any(struct slice name, const char *const *names)
{
	for (; *names; names++)
		if (text_is(name, *names))
			return true;
	return false;
}

/* The next line of T from *AT that is not one of NAMES. */
static const struct field *next_line(const struct text *t, int *at, const char *const *names)
{
	while (*at < t->count && is_any(t->lines[*at].name, names))
		++*at;
	return *at < t->count ? &t->lines[(*at)++] : NULL;
}

/* Whether OUT is IN but for the lines called NAMES. */
static bool same_rest(const struct text *in, const struct text *out, const char *const *names)
{
	int i = 0, o = 0;

	for (;;) {
		const struct field *a = next_line(in, &i, names), *b = next_line(out, &o, names);
		if (!a || !b)
			return !a && !b;
		if (!slice_equal(a->whole, b->whole))
			return false;
	}
}

static bool is_our_via(const struct sim *s, const struct flow *to, const struct text *t)
{
	char start[128];
	struct slice via = text_value(t, "Via");
	int n = snprintf(
		start, sizeof start, "SIP/2.0/UDP %.*s;", SLICE_FMT(s->listeners[to->listener].sent_by));

	return slice_starts(via, slice(start, (size_t)n)) && slice_starts(t->branch, SLICE("z9hG4bK"));
}

/* Whether the first value of ROUTE is our side towards the next hop (5658 3.1). */
static bool is_ours(const struct sim *s, struct slice route, int listener)
{
	char start[128];
	int n = snprintf(start, sizeof start, "<sip:%.*s;lr", SLICE_FMT(s->listeners[listener].sent_by));

	return slice_starts(route, slice(start, (size_t)n));
}

/* What holds for every request that was forwarded for A. */
static void check_forwarded(struct sim *s, const struct ask *a, const struct flow *to, const struct text *t)
{
	static const char *const ours[] = { "Via", "Max-Forwards", "Route", "Record-Route", "X-Generation",
		"X-Branch", "Max-Breadth", NULL };
	struct text in;

	if (!text_read(&in, a->text))
		return;
	/* 16.6 step 3; without one the script's 70 is counted down */
	int hops = in.max_forwards < 0 ? 69 : in.max_forwards - 1;
	if (t->max_forwards != hops || hops < 0)
		judge_complain(s, t->call_id, "Max-Forwards is %d, not %d", t->max_forwards, hops);
	if (!is_our_via(s, to, t) || t->vias != in.vias + 1 || !slice_equal(t->below, in.branch))
		judge_complain(s, t->call_id, "the Vias of a forwarded %s are wrong", a->method);
	if (!slice_equal(in.body, t->body))
		judge_complain(s, t->call_id, "the body of a %s has changed", a->method);
	if (!same_rest(&in, t, ours))
		judge_complain(s, t->call_id, "header fields of a %s have changed", a->method);
	if (a->invite && !a->dialog && !is_ours(s, text_value(t, "Record-Route"), to->listener))
		judge_complain(s, t->call_id, "an INVITE without our Record-Route");
	if (a->dialog && !slice_equal(in.uri, t->uri))
		judge_complain(s, t->call_id, "the Request-URI of a %s in a dialog has changed", a->method);
	if (a->dialog && text_value(t, "Route").len)
		judge_complain(s, t->call_id, "our Route was left in a %s", a->method);
	const struct phone *p = net_phone(s, &to->peer);
	if (a->expect >= 0 && (!p || p->number != a->expect))
		judge_complain(s, t->call_id, "a %s of a dialog goes to p%d, not p%d", a->method,
			p ? p->number : -1, a->expect);
}

/* D2: a worker that has lost its memory makes the same branch for the same target. */
static void check_branch(struct sim *s, const struct ask *a, const struct leg *l, const struct text *t)
{
	struct text old;

	if (!a->fixed || a->failure || a->generation != s->generation)
		return;
	for (const struct leg *o = a->legs; o; o = o->next)
		if (o->life != l->life && address_equal(&o->peer, &l->peer) && text_read(&old, o->text) &&
			slice_equal(old.uri, t->uri))
			judge_complain(s, t->call_id, "the branch for %.*s is another after a death",
				SLICE_FMT(t->uri));
}

static void new_leg(struct worker *w, struct ask *a, const struct flow *to, const struct text *t)
{
	struct sim *s = w->sim;
	const struct phone *p = net_phone(s, &to->peer);
	struct leg *l = ARENA_NEW(s->arena, struct leg);

	l->ask = a;
	l->branch = net_keep(s, t->branch);
	l->text = net_keep(s, t->whole);
	l->peer = to->peer;
	l->listener = to->listener;
	l->phone = p ? p->number : -1;
	l->first = s->now;
	l->life = w->life;
	l->sends = 1;
	check_branch(s, a, l, t);
	if (a->user >= 0)
		s->step.looked_up = a;
	l->next = a->legs;
	a->legs = l;
	l->in_table = s->leg_table[net_place(l->branch)];
	s->leg_table[net_place(l->branch)] = l;
	if (s->step.on && s->step.duplicate && s->step.ask == a && !a->stateless)
		judge_complain(s, t->call_id, "a retransmitted %s makes a new branch", a->method);
	if (a->invite && !a->replies)
		judge_complain(s, t->call_id, "an INVITE is forwarded before its caller got a 100");
	if (a->two_out && !a->hurt)
		judge_complain(s, t->call_id, "a new branch after a 2xx");
}

static void cancel_out(struct sim *s, const struct flow *to, const struct text *t)
{
	struct leg *l = judge_leg(s, t->branch);

	if (l && l->moved)
		return;
	if (!l || !l->ask->invite || !address_equal(&to->peer, &l->peer)) {
		judge_complain(s, t->call_id, "a CANCEL without an INVITE before it");
		return;
	}
	struct text old;
	if (text_read(&old, l->text) && !slice_equal(old.uri, t->uri))
		judge_complain(s, t->call_id, "the Request-URI of a CANCEL is not that of its INVITE");
	if (!l->replied && !(s->step.on && s->step.leg == l))
		judge_complain(s, t->call_id, "a CANCEL before a provisional reply");
	bool cause =
		l->cancels || l->ask->wanted_no_more || s->now + SLACK >= l->provisional_at + l->ask->fr_inv;
	for (const struct leg *o = l->ask->legs; o; o = o->next)
		cause |= o->two || o->status >= 600;
	cause |= !l->provisional; /* it was given up in silence */
	if (!cause)
		judge_complain(s, t->call_id, "a CANCEL that nobody wanted");
	l->cancels++;
}

/* The ACK of a non-2xx (17.1.1.3). */
static void ack_out(struct sim *s, struct leg *l, const struct flow *to, const struct text *t)
{
	struct text old;

	l->acks++;
	if (l->moved)
		return;
	if (!s->step.on || s->step.leg != l || s->step.in.status < 300) {
		judge_complain(s, t->call_id, "an ACK that no reply asked for");
		return;
	}
	s->step.acks++;
	if (!address_equal(&to->peer, &l->peer) || to->listener != l->listener || !text_read(&old, l->text) ||
		!slice_equal(old.uri, t->uri) || !slice_equal(t->to_tag, s->step.in.to_tag) ||
		t->cseq != old.cseq || !slice_equal(t->from, old.from) || t->vias != 1)
		judge_complain(s, t->call_id, "the ACK of a rejection is wrong");
}

static void request_out(struct worker *w, const struct flow *to, const struct text *t)
{
	struct sim *s = w->sim;
	struct leg *l = judge_leg(s, t->branch);

	if (text_is(t->method, "CANCEL")) {
		cancel_out(s, to, t);
		return;
	}
	if (text_is(t->method, "ACK") && l) {
		ack_out(s, l, to, t);
		return;
	}
	struct ask *a = phone_ask(s, t->below);
	if (a && a->invite && text_is(t->method, "ACK"))
		return; /* for a rejection that this worker knows nothing of */
	if (!a || !text_is(t->method, a->method) || !slice_equal(a->call_id, t->call_id) ||
		a->cseq != t->cseq) {
		judge_complain(s, t->call_id, "a %.*s that nobody sent", SLICE_FMT(t->method));
		return;
	}
	check_forwarded(s, a, to, t);
	if (a->ack)
		return;
	if (!l) {
		new_leg(w, a, to, t);
		return;
	}
	/* a branch's number is its target's place, which may be another when a worker that died finds other targets */
	if ((!address_equal(&to->peer, &l->peer) && !(a->hurt && !a->fixed)) || l->ask != a)
		judge_complain(s, t->call_id, "one branch for two requests");
	if (l->life != w->life) { /* begun anew */
		const struct phone *p = net_phone(s, &to->peer);
		l->life = w->life;
		l->first = s->now;
		l->sends = 0;
		l->text = net_keep(s, t->whole);
		l->moved |= !address_equal(&to->peer, &l->peer);
		l->peer = to->peer;
		l->phone = p ? p->number : -1;
	}
	l->sends++;
	if (!slice_equal(l->text, t->whole))
		judge_complain(s, t->call_id, "a retransmission differs");
	if (l->status && !a->hurt)
		judge_complain(s, t->call_id, "a %s is sent again after its final reply", a->method);
}

/* ---- replies that go out ---- */

static bool made_here(const struct text *t)
{
	return t->status == 100 || text_value(t, "Server").len > 0;
}

/* What was forwarded is what some phone said. */
static void check_said(struct sim *s, const struct ask *a, const struct text *t)
{
	static const char *const ours[] = { "Via", "X-Seen", "WWW-Authenticate", "Proxy-Authenticate", NULL };
	struct text said;

	if (made_here(t))
		return;
	for (const struct leg *l = a->legs; l; l = l->next) {
		const struct uas *u = phone_uas(s, l->branch, a->method);
		for (const struct said *d = u ? u->said : NULL; d; d = d->next)
			if (d->status == t->status && text_read(&said, d->text) &&
				slice_equal(said.to_tag, t->to_tag) && slice_equal(said.body, t->body) &&
				same_rest(&said, t, ours))
				return;
	}
	judge_complain(s, t->call_id, "a reply %d that nobody said so", t->status);
}

/* 16.7 step 6, where no script interferes: 6xx, else the lowest class; 487 to who has cancelled. */
static void check_best(struct sim *s, const struct ask *a, int status)
{
	int best = 0;

	if (!a->fixed || a->failure || a->cancelled || !a->legs || a->hurt || a->murky)
		return;
	for (const struct leg *l = a->legs; l; l = l->next) {
		int class = l->unreachable ? 5 : l->status && !l->late ? l->status / 100 : 4;
		if (class == 6)
			best = 6;
		else if (best != 6 && (!best || class < best))
			best = class;
	}
	if (best && best != status / 100)
		judge_complain(s, a->call_id, "%d is forwarded where %dxx is best", status, best);
}

/* D2: a reply to an INVITE that is forgotten is forwarded, in case that a death is why. */
static bool is_forgotten(const struct sim *s, const struct ask *a)
{
	return a->final_at && s->now >= (a->acked_at ? a->acked_at + T4 - SLACK : a->final_at + LONG);
}

static void final_out(struct worker *w, struct ask *a, const struct text *t)
{
	struct sim *s = w->sim;
	bool two = t->status < 300;

	if (two && a->invite && !made_here(t)) {
		a->two_out = true;
		a->finals_out += !a->final_at;
	} else if (!a->final_out.len) {
		if (a->two_out && !a->hurt && !is_forgotten(s, a))
			judge_complain(s, t->call_id, "%d after a 2xx", t->status);
		a->final_out = net_keep(s, t->whole);
		if (!two && a->invite && !a->two_out)
			check_best(s, a, t->status);
	} else if (!slice_equal(a->final_out, t->whole) && !a->stateless && !a->hurt && !a->registers &&
		   !is_forgotten(s, a)) {
		judge_complain(s, t->call_id, "%d after another final reply", t->status);
	}
	if (!two && a->acked_at && !a->hurt && !a->stateless && !s->step.on && !is_forgotten(s, a))
		judge_complain(s, t->call_id, "%d is sent again after its ACK", t->status);
	if (!a->final_at)
		a->final_at = s->now;
	a->status_out = t->status;
	a->finals_out++;
	if (text_value(t, "X-Stateless").len)
		a->stateless = true;
	if (t->status == 200 && a->registers)
		check_register(s, a, t);
	if (t->status == 408 && !a->invite)
		judge_complain(s, t->call_id, "408 to a %s (4320 4.2)", a->method);
	if (t->status == 503 && !made_here(t) && !a->hurt && !is_forgotten(s, a))
		judge_complain(s, t->call_id, "503 is forwarded (16.7 step 6)");
}

static void check_late(struct sim *s, const struct ask *a, const struct text *t)
{
	const struct leg *l = s->step.leg;

	if (a->invite || !s->step.on || !l || l->ask != a || made_here(t))
		return;
	if (s->now > l->first + a->fr + SLACK + 800)
		judge_complain(
			s, t->call_id, "a late %d to a %s is forwarded (4320 4.2)", t->status, a->method);
}

static void reply_out(struct worker *w, const struct flow *to, const struct text *t)
{
	struct sim *s = w->sim;
	struct ask *a = phone_ask(s, t->branch);
	bool cancel = text_is(t->cseq_method, "CANCEL");

	if (s->step.on && s->step.lie)
		judge_complain(s, t->call_id, "a reply that nobody asked for makes a %d", t->status);
	if (!a || t->vias != 1 || t->cseq != a->cseq || !slice_equal(t->call_id, a->call_id) ||
		!(text_is(t->cseq_method, a->method) || (cancel && a->cancel_sent))) {
		judge_complain(s, t->call_id, "a reply %d that nobody asked for", t->status);
		return;
	}
	if (!address_equal(&to->peer, &a->phone->address) && strcmp(a->phone->claimed, a->phone->host) == 0)
		judge_complain(s, t->call_id, "a reply %d goes to another phone", t->status);
	if (cancel)
		return;
	if (s->step.on && s->step.in.status == t->status && s->step.ask == a &&
		slice_equal(s->step.in.to_tag, t->to_tag))
		s->step.forwarded++;
	if (t->status >= 200 && !a->replies)
		a->replies++;
	a->replies++;
	check_late(s, a, t);
	check_said(s, a, t);
	if (t->status >= 200)
		final_out(w, a, t);
	else if (!a->invite && (t->status > 100 || s->now < a->reached_at + TIMER_E_IS_T2))
		judge_complain(s, t->call_id, "%d to a %s (4320 4.1)", t->status, a->method);
	else if (a->finals_out && !a->hurt && !a->stateless && !is_forgotten(s, a))
		judge_complain(s, t->call_id, "%d after a final reply", t->status);
}

void judge_out(struct worker *w, const struct flow *to, struct slice data)
{
	struct sim *s = w->sim;
	struct text t;

	s->step.outs++;
	if (!text_read(&t, data)) {
		judge_complain(s, SLICE(""), "unreadable:\n%.*s", SLICE_FMT(data));
		return;
	}
	if (net_owner(s, t.call_id) != w->number)
		judge_complain(s, t.call_id, "another worker's call");
	if (t.status)
		reply_out(w, to, &t);
	else
		request_out(w, to, &t);
}

/* ---- the end of an event ---- */

/* 9.1, 16.7 steps 5 and 10, 16.10: whoever rings for nothing is told so at once. */
static void check_cancelled(struct sim *s, const struct ask *a)
{
	for (const struct leg *l = a->legs; l; l = l->next)
		if (l->over && l->provisional && is_waiting(s, l))
			judge_complain(s, a->call_id, "p%d rings for nothing and is not cancelled", l->phone);
}

void judge_step(struct worker *w)
{
	struct sim *s = w->sim;
	struct step *step = &s->step;
	struct slice call = step->in.call_id;

	if (step->on && step->want_forward && !step->forwarded)
		judge_complain(s, call, "a 2xx is not forwarded");
	if (step->on && step->want_provisional && !step->forwarded)
		judge_complain(s, call, "a %d is not forwarded", step->in.status);
	if (step->on && step->want_cancel && !step->leg->cancels)
		judge_complain(s, call, "who was given up rings now, and is not cancelled");
	if (step->on && step->want_ack && step->acks != 1)
		judge_complain(s, call, "%d ACKs for a %d", step->acks, step->in.status);
	if (step->on && step->ask && ends_all(step, step->ask))
		check_cancelled(s, step->ask);
	if (step->looked_up)
		check_targets(s, step->looked_up);
	if (engine_busy(w->engine) < 0)
		judge_complain(s, call, "engine_busy is %d", engine_busy(w->engine));
	s->step = (struct step){ 0 };
}

void judge_death(struct worker *w)
{
	struct sim *s = w->sim;

	for (struct ask *a = s->asks; a; a = a->next)
		if (a->owner == w->number && a->reached && (!a->final_at || s->now < a->final_at + 2 * LONG))
			a->hurt = true;
}

void judge_stall(struct worker *w)
{
	for (struct ask *a = w->sim->asks; a; a = a->next)
		if (a->owner == w->number && !a->final_at)
			a->murky = true;
}

static void fail(const struct sim *s, struct leg *l)
{
	if (!l->unreachable)
		l->unreachable_at = s->now;
	l->unreachable = true;
}

void judge_unreachable(struct worker *w, const struct flow *flow)
{
	struct sim *s = w->sim;

	s->step = (struct step){ 0 };
	for (struct ask *a = s->asks; a; a = a->next)
		for (struct leg *l = a->owner == w->number ? a->legs : NULL; l; l = l->next)
			if (!l->replied && !l->status && s->now < deadline(l) &&
				l->listener == flow->listener && address_equal(&l->peer, &flow->peer))
				fail(s, l);
}

/* ---- the end ---- */

/* Whether the server may have nothing to say to non-INVITE A (4320 4.2). */
static bool may_be_silent(const struct ask *a)
{
	for (const struct leg *l = a->legs; l; l = l->next)
		if (!l->unreachable &&
			(!l->status || l->status == 408 || l->final_at + SLACK > l->first + a->fr))
			return true;
	return false;
}

/* RFC 3263 4.3: when L's server does not work the next one is asked. */
static void check_failover(struct sim *s, const struct ask *a, const struct leg *l)
{
	struct text t, other;
	uint64_t failed = l->unreachable ? l->unreachable_at : l->status == 503 && !l->late ? l->final_at : 0;

	if (!failed || a->murky || a->wanted_no_more || (a->final_at && a->final_at < failed) ||
		!text_read(&t, l->text))
		return;
	int next = net_next_server(t.uri, l->phone);
	bool over = next < 0;
	for (const struct leg *o = a->legs; o; o = o->next) {
		over |= o->two || o->status >= 600;
		over |= o->phone == next && text_read(&other, o->text) && slice_equal(other.uri, t.uri);
	}
	if (!over)
		judge_complain(s, a->call_id, "behind p%d, p%d is not tried", l->phone, next);
}

static void check_leg(struct sim *s, const struct ask *a, const struct leg *l, bool cancel)
{
	check_failover(s, a, l);
	if (cancel && l->provisional && !l->status && !l->two && !l->cancels)
		judge_complain(s, a->call_id, "the branch to p%d is not cancelled", l->phone);
	if (l->cancels && l->cancels < 6 && !l->cancel_answered && !l->status && !l->two)
		judge_complain(s, a->call_id, "CANCEL is sent to p%d only %d times", l->phone, l->cancels);
	if (!l->replied && !l->status && !l->two && !l->unreachable && l->sends < (a->fr < LONG ? 2 : 6) &&
		!a->finals_out)
		judge_complain(
			s, a->call_id, "%s is sent to p%d only %d times", a->method, l->phone, l->sends);
}

static void check_ask(struct sim *s, const struct ask *a)
{
	bool cancel = a->cancelled;

	if (!a->reached || a->hurt || a->ack)
		return;
	if (!a->finals_out && (a->invite || !may_be_silent(a)))
		judge_complain(s, a->call_id, "%s has no final reply", a->method);
	for (const struct leg *l = a->legs; l; l = l->next)
		cancel |= l->two || l->status >= 600;
	for (const struct leg *l = a->legs; l; l = l->next)
		check_leg(s, a, l, cancel && a->invite);
	if (a->invite && a->final_out.len && !a->two_out && !a->acked_at && !a->stateless &&
		a->finals_out < 9)
		judge_complain(s, a->call_id, "%d is sent only %d times without an ACK", a->status_out,
			a->finals_out);
}

void judge_end(struct sim *s)
{
	for (const struct ask *a = s->asks; a; a = a->next)
		check_ask(s, a);
	for (int i = 0; i < s->workers; i++) {
		struct engine *e = s->worker[i].engine;
		if (engine_busy(e) != 0 || engine_next(e) != TIMER_NEVER || s->worker[i].asked)
			judge_complain(s, SLICE(""), "w%d is not at rest: busy %d", i, engine_busy(e));
	}
}
