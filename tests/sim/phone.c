/* phone: user agents: they call, ring, answer, reject, change their minds, are silent, and lie.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sim.h"

#include <stdlib.h>
#include <string.h>

enum plan { PLAN_ANSWER, PLAN_REJECT, PLAN_RING, PLAN_SILENT, PLAN_FORK, PLAN_LATE, PLAN_STATUS };

/* ---- tables ---- */

struct ask *phone_ask(struct sim *s, struct slice branch)
{
	struct ask *a = s->ask_table[net_place(branch)];

	while (a && !slice_equal(a->branch, branch))
		a = a->in_table;
	return a;
}

struct uas *phone_uas(struct sim *s, struct slice branch, const char *method)
{
	struct uas *u = s->uas_table[net_place(branch)];

	while (u && !(slice_equal(u->branch, branch) && strcmp(u->method, method) == 0))
		u = u->in_table;
	return u;
}

static struct dialog *find_dialog(
	struct phone *p, struct slice call_id, struct slice local, struct slice remote)
{
	for (struct dialog *d = p->sim->dialogs; d; d = d->next)
		if (d->phone == p && slice_equal(d->call_id, call_id) && slice_equal(d->local_tag, local) &&
			slice_equal(d->remote_tag, remote))
			return d;
	return NULL;
}

/* ---- asking ---- */

static void repeat(struct timer *timer, void *user)
{
	struct ask *a = user;

	(void)timer;
	net_send(a->phone, a->text, false);
	a->interval = a->invite || a->interval < T2 / 2 ? 2 * a->interval : T2;
	net_after(a->phone->sim, &a->retransmit, a->interval);
}

static void give_up(struct timer *timer, void *user)
{
	struct ask *a = user;

	(void)timer;
	timer_cancel(&a->phone->sim->timers, &a->retransmit);
}

static void repeat_cancel(struct timer *timer, void *user)
{
	struct ask *a = user;

	(void)timer;
	if (a->cancel_interval > 16 * T1)
		return;
	net_send(a->phone, a->cancel_text, false);
	a->cancel_interval *= 2;
	net_after(a->phone->sim, &a->cancel_retransmit, a->cancel_interval);
}

static void send_cancel(struct ask *a)
{
	struct sim *s = a->phone->sim;
	struct text t;
	struct writer w = { 0 };

	if (a->cancel_sent || a->done || !text_read(&t, a->text))
		return;
	a->cancel_sent = true;
	text_add(&w, "CANCEL %.*s SIP/2.0\r\n", SLICE_FMT(t.uri));
	for (int i = 0; i < t.count; i++) {
		const struct field *l = &t.lines[i];
		if (text_is(l->name, "Via") || text_is(l->name, "From") || text_is(l->name, "To") ||
			text_is(l->name, "Call-ID") || text_is(l->name, "Max-Forwards") ||
			text_is(l->name, "Route"))
			text_add(&w, "%.*s\r\n", SLICE_FMT(l->whole));
	}
	text_add(&w, "CSeq: %u CANCEL\r\nContent-Length: 0\r\n\r\n", t.cseq);
	a->cancel_text = net_keep(s, slice(w.at, w.len));
	net_send(a->phone, a->cancel_text, false);
	a->cancel_interval = T1;
	net_after(s, &a->cancel_retransmit, T1);
	s->totals.requests++;
}

static void want_cancel(struct timer *timer, void *user)
{
	struct ask *a = user;

	(void)timer;
	if (a->done)
		return;
	a->cancel_wanted = true;
	if (a->provisional)
		send_cancel(a);
}

/* What an ask is made from. */
struct wish {
	const char *method;
	struct slice uri, from, to, call_id, routes, extra;
	uint32_t cseq;
	struct dialog *dialog;
	int max_forwards;
	int body; /* bytes */
};

static void write_body(struct sim *s, struct writer *w, int len)
{
	text_add(w, "%s: %d\r\n\r\n", net_chance(s, 200) ? "l" : "Content-Length", len);
	for (int i = 0; i < len; i++)
		w->at[w->len++] = (char)(net_chance(s, 30) ? '\n' : ' ' + net_roll(s, 95));
}

static struct slice write_request(struct phone *p, const struct wish *wish, struct slice branch)
{
	struct sim *s = p->sim;
	struct writer w = { 0 };
	bool c = p->compact;

	text_add(&w, "%s %.*s SIP/2.0\r\n", wish->method, SLICE_FMT(wish->uri));
	if (net_chance(s, 100))
		text_add(&w, "X-First:   odd;  spacing \t here\r\n");
	text_add(&w, "%s: SIP/2.0/UDP %s;branch=%.*s%s\r\n", c ? "v" : "Via", p->claimed, SLICE_FMT(branch),
		net_chance(s, 800) ? ";rport" : "");
	if (wish->max_forwards >= 0)
		text_add(&w, "Max-Forwards: %d\r\n", wish->max_forwards);
	text_add(&w, "%.*s", SLICE_FMT(wish->routes));
	text_add(&w, "%s: %.*s\r\n%s: %.*s\r\n%s: %.*s\r\nCSeq: %u %s\r\n", c ? "f" : "From",
		SLICE_FMT(wish->from), c ? "t" : "To", SLICE_FMT(wish->to), c ? "i" : "Call-ID",
		SLICE_FMT(wish->call_id), wish->cseq, wish->method);
	if (strcmp(wish->method, "REGISTER") != 0 && strcmp(wish->method, "ACK") != 0)
		text_add(&w, "%s: <sip:p%d@%s>\r\n", c ? "m" : "Contact", p->number, p->host);
	text_add(&w, "%.*sX-Odd: %u,,;=\"\r\n", SLICE_FMT(wish->extra), net_roll(s, 1000000));
	write_body(s, &w, wish->body);
	return net_keep(s, slice(w.at, w.len));
}

static struct ask *ask(struct phone *p, const struct wish *wish)
{
	struct sim *s = p->sim;
	struct ask *a = ARENA_NEW(s->arena, struct ask);
	char branch[40];

	snprintf(branch, sizeof branch, "z9hG4bKq%u", s->serial++);
	a->phone = p;
	a->method = wish->method;
	a->invite = strcmp(a->method, "INVITE") == 0;
	a->ack = strcmp(a->method, "ACK") == 0;
	a->branch = net_keep(s, slice_of(branch));
	a->call_id = wish->call_id;
	a->cseq = wish->cseq;
	a->dialog = wish->dialog;
	a->expect = wish->dialog ? wish->dialog->peer : -1;
	a->owner = net_owner(s, a->call_id);
	a->user = -1;
	a->fr = LONG;
	a->fr_inv = 181000;
	a->text = write_request(p, wish, a->branch);
	a->retransmit = (struct timer){ .fire = repeat, .user = a };
	a->give_up = (struct timer){ .fire = give_up, .user = a };
	a->cancel = (struct timer){ .fire = want_cancel, .user = a };
	a->cancel_retransmit = (struct timer){ .fire = repeat_cancel, .user = a };
	a->next = s->asks;
	s->asks = a;
	a->in_table = s->ask_table[net_place(a->branch)];
	s->ask_table[net_place(a->branch)] = a;
	s->totals.requests++;
	net_send(p, a->text, false);
	if (!a->ack) {
		a->interval = T1;
		net_after(s, &a->retransmit, T1);
		net_after(s, &a->give_up, CLIENT_PATIENCE);
	}
	return a;
}

/* ---- within dialogs ---- */

static struct ask *ask_within(struct dialog *d, const char *method, uint32_t cseq)
{
	struct sim *s = d->phone->sim;
	bool ack = strcmp(method, "ACK") == 0;
	struct wish wish = { .method = method,
		.uri = d->target,
		.from = d->local,
		.to = d->remote,
		.call_id = d->call_id,
		.routes = d->routes,
		.cseq = cseq,
		.dialog = d,
		.max_forwards = 70,
		.body = ack || net_chance(s, 500) ? 0 : (int)net_roll(s, 300) };

	return ask(d->phone, &wish);
}

static void dialog_acts(struct timer *timer, void *user)
{
	struct dialog *d = user;
	struct sim *s = d->phone->sim;

	if (d->ended)
		return;
	if (d->acts-- > 0) {
		ask_within(d, net_chance(s, 500) ? "INVITE" : "INFO", ++d->cseq);
		net_after(s, timer, 1000 + net_roll(s, 8000));
		return;
	}
	d->ended = true;
	ask_within(d, "BYE", ++d->cseq);
}

static int phone_of(struct slice uri)
{
	const char *p = memmem(uri.at, uri.len, "sip:p", 5);

	return p ? atoi(p + 5) : -1;
}

static struct slice inside(struct slice value)
{
	ptrdiff_t from = slice_find(value, '<'), to = slice_find(value, '>');

	return from < 0 || to < from ? value : slice(value.at + from + 1, (size_t)(to - from - 1));
}

/* The Record-Routes of T as Route lines; REVERSED for the client. */
static struct slice route_set(struct sim *s, const struct text *t, bool reversed)
{
	struct writer w = { 0 };

	for (int i = 0; i < t->count; i++) {
		const struct field *l = &t->lines[reversed ? t->count - 1 - i : i];
		if (text_is(l->name, "Record-Route"))
			text_add(&w, "Route: %.*s\r\n", SLICE_FMT(l->value));
	}
	return net_keep(s, slice(w.at, w.len));
}

static struct dialog *new_dialog(struct phone *p, const struct text *t, bool client)
{
	struct sim *s = p->sim;
	struct dialog *d = ARENA_NEW(s->arena, struct dialog);

	d->phone = p;
	d->call_id = net_keep(s, t->call_id);
	d->local = net_keep(s, client ? t->from : t->to);
	d->remote = net_keep(s, client ? t->to : t->from);
	d->local_tag = net_keep(s, client ? t->from_tag : t->to_tag);
	d->remote_tag = net_keep(s, client ? t->to_tag : t->from_tag);
	d->target = net_keep(s, inside(text_value(t, "Contact")));
	d->routes = route_set(s, t, client);
	d->cseq = client ? t->cseq : 1000;
	d->peer = phone_of(d->target);
	d->act = (struct timer){ .fire = dialog_acts, .user = d };
	d->acts = (int)net_roll(s, 3);
	d->next = s->dialogs;
	s->dialogs = d;
	return d;
}

/* ---- replies ---- */

static void send_ack(struct ask *a, const struct text *reply)
{
	struct text t;
	struct writer w = { 0 };

	if (!text_read(&t, a->text))
		return;
	text_add(&w, "ACK %.*s SIP/2.0\r\n", SLICE_FMT(t.uri));
	for (int i = 0; i < t.count; i++) {
		const struct field *l = &t.lines[i];
		if (text_is(l->name, "Via") || text_is(l->name, "From") || text_is(l->name, "Call-ID") ||
			text_is(l->name, "Max-Forwards") || text_is(l->name, "Route"))
			text_add(&w, "%.*s\r\n", SLICE_FMT(l->whole));
	}
	text_add(&w, "To: %.*s\r\nCSeq: %u ACK\r\nContent-Length: 0\r\n\r\n", SLICE_FMT(reply->to), t.cseq);
	net_send(a->phone, slice(w.at, w.len), false);
}

/* 13.2.2.4: each 2xx is acknowledged, also when it comes again; of several dialogs one is wanted. */
static void accepted(struct ask *a, const struct text *t)
{
	struct sim *s = a->phone->sim;
	struct dialog *d = a->dialog;

	if (!d) {
		d = find_dialog(a->phone, t->call_id, t->from_tag, t->to_tag);
		if (!d) {
			bool first = !a->made;
			d = new_dialog(a->phone, t, true);
			a->made = d;
			d->acts = first ? d->acts : 0;
			if (first && !a->cancel_wanted)
				net_after(s, &d->act, 500 + net_roll(s, 20000));
			else
				net_after(s, &d->act, 50);
		}
	}
	if (d->ack_cseq == t->cseq && d->ack.len) {
		net_send(a->phone, d->ack, false);
		return;
	}
	d->ack_cseq = t->cseq;
	d->ack = ask_within(d, "ACK", t->cseq)->text;
}

static void receive_reply(struct phone *p, const struct text *t)
{
	struct sim *s = p->sim;
	struct ask *a = phone_ask(s, t->branch);

	if (!a || a->phone != p)
		return; /* the judge has seen it leave */
	if (text_is(t->cseq_method, "CANCEL")) {
		if (t->status >= 200)
			timer_cancel(&s->timers, &a->cancel_retransmit);
		return;
	}
	if (a->invite || t->status >= 200)
		timer_cancel(&s->timers, &a->retransmit);
	if (t->status < 200) {
		a->provisional = true;
		if (a->cancel_wanted)
			send_cancel(a);
		return;
	}
	timer_cancel(&s->timers, &a->give_up);
	timer_cancel(&s->timers, &a->cancel);
	a->done = true;
	if (!a->invite)
		return;
	if (t->status < 300)
		accepted(a, t);
	else
		send_ack(a, t);
}

/* ---- answering ---- */

/* How a reply differs from what it should be. */
enum lie { LIE_NONE, LIE_CSEQ, LIE_METHOD, LIE_BRANCH, LIE_BELOW, LIE_ALONE, LIE_CALL, LIES };

static void copy_line(struct writer *w, const struct field *l, enum lie lie, int via)
{
	struct slice branch = l->value;
	const char *at = text_is(l->name, "Via") ? memmem(branch.at, branch.len, "branch=z9hG4bK", 14) : NULL;

	if (at && ((lie == LIE_BRANCH && via == 0) || (lie == LIE_BELOW && via == 1))) {
		size_t front = (size_t)(at - l->whole.at) + 14;
		/* a digit of it is another */
		text_add(w, "%.*s%c%.*s\r\n", (int)front + 1, l->whole.at, at[15] == '1' ? '2' : '1',
			(int)(l->whole.len - front - 2), l->whole.at + front + 2);
		return;
	}
	text_add(w, "%.*s\r\n", SLICE_FMT(l->whole));
}

static struct slice write_reply(struct uas *u, int status, const char *tag, enum lie lie)
{
	struct sim *s = u->phone->sim;
	struct text t;
	struct writer w = { 0 };
	int via = 0;

	if (!text_read(&t, u->request))
		abort();
	text_add(&w, "SIP/2.0 %d %s\r\n", status, status < 200 ? "Wait" : "Thing");
	for (int i = 0; i < t.count; i++) {
		const struct field *l = &t.lines[i];
		if (text_is(l->name, "Via")) {
			if (lie != LIE_ALONE || via == 0)
				copy_line(&w, l, lie, via);
			via++;
		} else if (text_is(l->name, "From") || (text_is(l->name, "Record-Route") && status < 300)) {
			text_add(&w, "%.*s\r\n", SLICE_FMT(l->whole));
		} else if (text_is(l->name, "To")) {
			text_add(&w, "%.*s%s%s\r\n", SLICE_FMT(l->whole),
				t.to_tag.len ? "" : ";tag=", t.to_tag.len ? "" : tag);
		} else if (text_is(l->name, "Call-ID")) {
			text_add(&w, "%.*s%s\r\n", SLICE_FMT(l->whole), lie == LIE_CALL ? "x" : "");
		}
	}
	text_add(&w, "CSeq: %u %s\r\n", t.cseq + (lie == LIE_CSEQ),
		lie == LIE_METHOD ? "SUBSCRIBE" : u->method);
	text_add(&w, "Contact: <sip:p%d@%s>\r\n", u->phone->number, u->phone->host);
	if (status == 401 || status == 407)
		text_add(&w, "%s: Digest realm=\"p%d\", nonce=\"%u\"\r\n",
			status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate", u->phone->number,
			net_roll(s, 1000));
	text_add(&w, "X-Odd: %u\r\n", net_roll(s, 1000000));
	write_body(s, &w, net_chance(s, 500) ? 0 : (int)net_roll(s, 400));
	return net_keep(s, slice(w.at, w.len));
}

static void tell_lies(struct uas *u, int status, const char *tag)
{
	struct sim *s = u->phone->sim;

	if (!u->phone->liar || !net_chance(s, s->weather.lies))
		return;
	enum lie lie = (enum lie)(1 + net_roll(s, LIES - 1));
	net_send(u->phone, write_reply(u, net_chance(s, 300) ? 200 : status, tag, lie), true);
}

/* Sends a reply for the first time. */
static void say(struct uas *u, int status, const char *tag)
{
	struct sim *s = u->phone->sim;
	struct said *said = ARENA_NEW(s->arena, struct said);

	tell_lies(u, status, tag);
	said->status = status;
	said->tag = net_keep(s, slice_of(tag));
	said->text = write_reply(u, status, tag, LIE_NONE);
	said->next = u->said;
	u->said = said;
	u->last = said->text;
	net_send(u->phone, u->last, false);
	tell_lies(u, status, tag);
}

static void repeat_final(struct timer *timer, void *user)
{
	struct uas *u = user;
	struct sim *s = u->phone->sim;

	if (u->acked || s->now >= u->final_at + CLIENT_PATIENCE ||
		(u->dialog && u->status < 300 && u->dialog->ack_cseq))
		return;
	net_send(u->phone, u->last, false);
	u->interval = u->interval < T2 / 2 ? 2 * u->interval : T2;
	net_after(s, timer, u->interval);
}

/* Says something final, and for an INVITE goes on saying it. */
static void end(struct uas *u, int status)
{
	struct sim *s = u->phone->sim;
	struct text t;

	if (u->final)
		return;
	u->final = true;
	u->status = status;
	u->final_at = s->now;
	timer_cancel(&s->timers, &u->act);
	say(u, status, u->tag);
	if (!u->invite)
		return;
	u->interval = T1;
	net_after(s, &u->retransmit, T1);
	if (status < 300 && text_read(&t, u->last) && text_read(&t, u->request) && !t.to_tag.len) {
		struct text reply;
		text_read(&reply, u->last);
		for (int i = 0; i < t.count; i++) /* where the client is, the request says */
			if (text_is(t.lines[i].name, "Contact"))
				for (int j = 0; j < reply.count; j++)
					if (text_is(reply.lines[j].name, "Contact"))
						reply.lines[j] = t.lines[i];
		u->dialog = new_dialog(u->phone, &reply, false);
		if (net_chance(s, 400))
			net_after(s, &u->dialog->act, 1000 + net_roll(s, 20000));
	}
}

static int some_refusal(struct sim *s)
{
	static const int statuses[] = { 300, 302, 400, 401, 403, 404, 407, 407, 408, 415, 480, 486, 486, 487,
		500, 503, 503, 504, 600, 603 };

	return statuses[net_roll(s, sizeof statuses / sizeof *statuses)];
}

static uint64_t some_wait(struct sim *s)
{
	if (net_chance(s, 20))
		return net_roll(s, 200000);
	return net_roll(s, net_chance(s, 150) ? 20000 : 2000);
}

/* The phone goes on with what it has planned. */
static void go_on(struct timer *timer, void *user)
{
	struct uas *u = user;
	struct sim *s = u->phone->sim;

	if (u->rings-- > 0) {
		char tag[24];
		snprintf(tag, sizeof tag, net_chance(s, 200) ? "%sr" : "%s", u->tag);
		say(u, 180 + (int)net_roll(s, 4), tag);
		net_after(s, timer, some_wait(s));
		return;
	}
	switch ((enum plan)u->plan) {
	case PLAN_ANSWER:
	case PLAN_LATE:
		end(u, 200 + (u->invite ? 0 : (int)net_roll(s, 3)));
		break;
	case PLAN_REJECT:
		end(u, some_refusal(s));
		break;
	case PLAN_FORK: {
		char tag[24];
		snprintf(tag, sizeof tag, "%sf", u->tag);
		say(u, 200, tag);
		end(u, 200);
		break;
	}
	case PLAN_STATUS:
		end(u, u->status);
		break;
	case PLAN_RING:
	case PLAN_SILENT:
		break;
	}
}

static enum plan some_plan(struct sim *s, bool invite, bool within)
{
	unsigned n = net_roll(s, 100);

	if (within)
		return n < 80 ? PLAN_ANSWER : PLAN_REJECT;
	if (!invite)
		return n < 60 ? PLAN_ANSWER : n < 85 ? PLAN_REJECT : PLAN_SILENT;
	return n < 35   ? PLAN_ANSWER
	       : n < 62 ? PLAN_REJECT
	       : n < 77 ? PLAN_RING
	       : n < 82 ? PLAN_SILENT
	       : n < 90 ? PLAN_FORK
			: PLAN_LATE;
}

static struct uas *begin_answer(struct phone *p, const struct text *t, const char *method)
{
	struct sim *s = p->sim;
	struct uas *u = ARENA_NEW(s->arena, struct uas);

	u->phone = p;
	u->branch = net_keep(s, t->branch);
	u->request = net_keep(s, t->whole);
	u->method = method;
	u->invite = strcmp(method, "INVITE") == 0;
	u->plan = some_plan(s, u->invite, t->to_tag.len > 0);
	u->rings = u->plan == PLAN_SILENT || t->to_tag.len ? 0 : (int)net_roll(s, u->invite ? 4 : 2);
	if (u->plan == PLAN_RING)
		u->rings++;
	snprintf(u->tag, sizeof u->tag, "z%u", s->serial++);
	u->act = (struct timer){ .fire = go_on, .user = u };
	u->retransmit = (struct timer){ .fire = repeat_final, .user = u };
	u->in_table = s->uas_table[net_place(u->branch)];
	s->uas_table[net_place(u->branch)] = u;
	net_after(s, &u->act, some_wait(s));
	return u;
}

static void receive_cancel(struct phone *p, const struct text *t)
{
	struct sim *s = p->sim;
	struct uas *u = phone_uas(s, t->branch, "INVITE");
	struct uas *c = phone_uas(s, t->branch, "CANCEL");

	if (!c) {
		c = begin_answer(p, t, "CANCEL");
		timer_cancel(&s->timers, &c->act);
		if (p->liar && net_chance(s, 200))
			return; /* does not answer */
		c->status = u ? 200 : 481;
	}
	if (c->last.len)
		net_send(p, c->last, false);
	else if (c->status)
		end(c, c->status);
	if (!u || u->final || u->cancelled)
		return;
	u->cancelled = true;
	u->rings = 0;
	u->status = 487;
	if (u->plan != PLAN_LATE && u->plan != PLAN_SILENT)
		u->plan = PLAN_STATUS;
	if (u->plan != PLAN_SILENT)
		net_after(s, &u->act, net_roll(s, u->plan == PLAN_LATE ? 3000 : 100));
}

static void receive_ack(struct phone *p, const struct text *t)
{
	struct uas *u = phone_uas(p->sim, t->branch, "INVITE");
	struct dialog *d = find_dialog(p, t->call_id, t->to_tag, t->from_tag);

	if (u)
		u->acked = true;
	else if (d)
		d->ack_cseq = t->cseq;
}

static const char *known_method(struct slice method)
{
	static const char *const all[] = { "INVITE", "BYE", "MESSAGE", "OPTIONS", "INFO", "REGISTER" };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (text_is(method, all[i]))
			return all[i];
	abort();
}

static void receive_request(struct phone *p, const struct text *t)
{
	if (text_is(t->method, "ACK")) {
		receive_ack(p, t);
		return;
	}
	if (text_is(t->method, "CANCEL")) {
		receive_cancel(p, t);
		return;
	}
	const char *method = known_method(t->method);
	struct uas *u = phone_uas(p->sim, t->branch, method);
	if (u) {
		if (u->last.len && !u->acked)
			net_send(p, u->last, false);
		return;
	}
	begin_answer(p, t, method);
	if (strcmp(method, "BYE") == 0) {
		struct dialog *d = find_dialog(p, t->call_id, t->to_tag, t->from_tag);
		if (d)
			d->ended = true;
	}
}

void phone_receive(struct phone *p, const struct text *t)
{
	if (t->status)
		receive_reply(p, t);
	else
		receive_request(p, t);
}

/* ---- what phones begin with ---- */

static void write_target(struct sim *s, struct writer *w, bool *fixed)
{
	static const char *const names[] = { "one.example", "pair.example", "trio.example", "slow.example",
		"late.example", "fails.example", "missing.example", "pair.example:5060" };
	int n = (int)net_roll(s, PHONES);

	if (net_chance(s, 750)) {
		text_add(w, "sip:p%d@%s", n, s->phone[n].host);
		return;
	}
	*fixed = false;
	text_add(w, "sip:x%d@%s", n, names[net_roll(s, sizeof names / sizeof *names)]);
}

/* The headers by which the script finds out where to send it, and what to arm. */
static void write_plan(struct sim *s, struct writer *w, struct ask *traits)
{
	static const char *const places[] = { "X-One", "X-Two", "X-Three" };
	int n = net_chance(s, 500) ? 1 : 1 + (int)net_roll(s, 3);

	traits->fixed = true;
	for (int i = 0; i < n; i++) {
		text_add(w, "%s: ", places[i]);
		write_target(s, w, &traits->fixed);
		text_add(w, "\r\n");
	}
	if (net_chance(s, 300)) {
		traits->failure = true;
		text_add(w, "X-Next: ");
		write_target(s, w, &traits->fixed);
		text_add(w, "\r\n");
	}
	if (net_chance(s, 250))
		text_add(w, "X-Watch: 1\r\n");
	if (net_chance(s, 250))
		text_add(w, "X-Mark: 1\r\n");
	if (net_chance(s, 200)) {
		text_add(w, "X-Short: 1\r\n");
		traits->fr = 3000;
		traits->fr_inv = 8000;
	}
}

static void begin_register(struct phone *p)
{
	struct sim *s = p->sim;
	char from[64], call_id[40];
	struct writer extra = { 0 };
	int who = (int)net_roll(s, USERS);
	bool removes = net_chance(s, 150);

	snprintf(from, sizeof from, "<sip:reg%d@example.com>", who);
	snprintf(call_id, sizeof call_id, "r%d-%d@x", p->number, who);
	text_add(&extra, "Contact: <sip:p%d@%s>;expires=%d\r\n", p->number, p->host, removes ? 0 : EXPIRES);
	struct wish wish = { .method = "REGISTER",
		.uri = SLICE("sip:example.com"),
		.from = arena_printf(s->arena, "%s;tag=r%u", from, s->serial++),
		.to = slice_of(from),
		.call_id = net_keep(s, slice_of(call_id)),
		.extra = slice(extra.at, extra.len),
		.cseq = ++p->cseq,
		.max_forwards = 70 };
	struct ask *a = ask(p, &wish);
	a->registers = true;
	a->removes = removes;
	a->user = who;
}

void phone_begin(struct sim *s)
{
	struct phone *p = &s->phone[net_roll(s, PHONES)];
	unsigned kind = net_roll(s, 100);
	struct writer extra = { 0 };
	struct ask traits = { .fr = LONG, .fr_inv = 181000 };
	char uri[64];

	if (p->closed)
		return;
	if (kind < 12) {
		begin_register(p);
		return;
	}
	unsigned where = net_roll(s, 100), user = net_roll(s, USERS);
	if (where < 20) {
		snprintf(uri, sizeof uri, "sip:reg%u@example.com", user);
	} else if (where < 25) {
		snprintf(uri, sizeof uri, "sip:none@example.com");
	} else if (where < 30) {
		snprintf(uri, sizeof uri, "sip:busy@example.com");
	} else {
		snprintf(uri, sizeof uri, "sip:to@example.com");
		write_plan(s, &extra, &traits);
	}
	struct wish wish = { .method = kind < 70   ? "INVITE"
				       : kind < 90 ? "MESSAGE"
						   : "OPTIONS",
		.uri = slice_of(uri),
		.from = arena_printf(s->arena, "\"Phone, %d\" <sip:p%d@example.com>;tag=a%u", p->number,
			p->number, s->serial++),
		.to = arena_printf(s->arena, "<%s>", uri),
		.call_id = arena_printf(s->arena, "c%u@p%d", s->serial++, p->number),
		.extra = slice(extra.at, extra.len),
		.cseq = 1 + net_roll(s, 100),
		.max_forwards = net_chance(s, 50)   ? -1
				: net_chance(s, 20) ? (int)net_roll(s, 3)
						    : 70,
		.body = net_chance(s, 300) ? 0 : (int)net_roll(s, 1500) };
	struct ask *a = ask(p, &wish);
	a->user = where < 20 ? (int)user : -1;
	a->fixed = traits.fixed;
	a->failure = traits.failure;
	a->fr = traits.fr;
	a->fr_inv = traits.fr_inv;
	if (a->invite && net_chance(s, 300))
		net_after(s, &a->cancel, some_wait(s));
	s->totals.calls++;
}
