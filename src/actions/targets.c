/* targets: where the request of a run is to go: its Request-URI, and further targets beside it.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/targets.h"

#include "actions/services.h"

struct routing *routing_get(struct run *run)
{
	struct context *c = run->context;

	if (!c->more_state) {
		struct routing *r = ARENA_NEW(c->arena, struct routing);
		r->first.q = -1;
		r->first.listener = -1;
		r->listener = -1;
		c->more_state = r;
	}
	return c->more_state;
}

uint32_t *routing_flags(struct run *run)
{
	bool has_branch = run->kind == ROUTE_BRANCH || run->kind == ROUTE_ONREPLY;

	return has_branch && run->branch ? &run->branch->flags : &routing_get(run)->flags;
}

bool targets_set_first(struct run *run, const struct target *t)
{
	struct routing *r = routing_get(run);
	struct message *m = run->message;

	if (!message_set_uri(m, t->uri))
		return false;
	m->now.next_hop = t->next_hop;
	r->first = *t;
	r->flags = t->flags;
	r->consumed = false;
	return true;
}

bool targets_add(struct run *run, const struct target *t)
{
	struct context *c = run->context;

	if (c->target_count + 1 >= run->services->site->max_branches)
		return false;
	if (c->target_count == c->target_size) {
		int size = c->target_size ? c->target_size * 2 : 4;
		struct target *bigger = ARENA_ARRAY(c->arena, struct target, size);
		if (c->target_count)
			memcpy(bigger, c->targets, sizeof *bigger * (size_t)c->target_count);
		c->targets = bigger;
		c->target_size = size;
	}
	c->targets[c->target_count++] = *t;
	return true;
}

void targets_clear(struct run *run)
{
	run->context->target_count = 0;
}

static bool same_place(const struct uri *u, struct slice text)
{
	struct uri v;

	return text.len && uri_parse(text, &v) && u->scheme == v.scheme && u->port == v.port &&
	       slice_equal_nocase(u->host, v.host);
}

struct target targets_first(struct run *run)
{
	const struct routing *r = routing_get(run);
	const struct edition *e = &run->message->now;
	struct target t = { .uri = e->uri.text, .next_hop = e->next_hop, .q = -1, .listener = -1 };

	t.flags = r->flags;
	if (!r->first.uri.len)
		return t;
	if (same_place(&e->uri, r->first.uri)) {
		t.path = r->first.path;
		t.q = r->first.q;
		t.listener = r->first.listener;
	} else if (slice_equal(e->next_hop, r->first.next_hop)) {
		t.next_hop = SLICE("");
	}
	return t;
}

static bool is_consumed(const struct routing *r, const struct edition *e)
{
	return r->consumed && slice_equal(r->consumed_uri, e->uri.text) &&
	       slice_equal(r->consumed_next_hop, e->next_hop);
}

static bool same_uri(struct slice a, struct slice b)
{
	struct uri x, y;

	return slice_equal(a, b) || (uri_parse(a, &x) && uri_parse(b, &y) && uri_equal(&x, &y));
}

static bool same_target(const struct target *a, const struct target *b)
{
	return slice_equal(a->next_hop, b->next_hop) && slice_equal(a->path, b->path) &&
	       same_uri(a->uri, b->uri);
}

static bool is_there(const struct target *list, int count, const struct target *t)
{
	for (int i = 0; i < count; i++)
		if (same_target(&list[i], t))
			return true;
	return false;
}

static bool was_tried(const struct transaction *tr, const struct target *t)
{
	for (int i = 0; i < tr->branch_count; i++)
		if (same_target(&tr->branches[i]->target, t))
			return true;
	return false;
}

int targets_untried(const struct run *run, struct target *list, int count)
{
	const struct transaction *t = run->transaction;
	int n = 0;

	for (int i = 0; i < count; i++)
		if (!t || !t->branch_count || !was_tried(t, &list[i]))
			list[n++] = list[i];
	return n;
}

struct target *targets_collect(struct run *run, struct slice next_hop, int *count)
{
	const struct context *c = run->context;
	struct target *list = ARENA_ARRAY(c->arena, struct target, c->target_count + 1);
	int n = 0;

	/* A place named in the call is something new by itself. */
	if (!is_consumed(routing_get(run), &run->message->now) || (next_hop.len && !c->target_count))
		list[n++] = targets_first(run);
	for (int i = 0; i < c->target_count; i++)
		if (!is_there(list, n, &c->targets[i]))
			list[n++] = c->targets[i];
	for (int i = 0; i < n; i++) {
		if (next_hop.len)
			list[i].next_hop = next_hop;
		if (routing_get(run)->listener >= 0)
			list[i].listener = routing_get(run)->listener;
	}
	*count = n;
	return list;
}

void targets_consumed(struct run *run)
{
	struct routing *r = routing_get(run);
	const struct edition *e = &run->message->now;

	r->consumed = true;
	r->consumed_uri = e->uri.text;
	r->consumed_next_hop = e->next_hop;
	run->context->target_count = 0;
}

void targets_error(struct run *run, int status, struct slice reason, struct slice extra)
{
	struct routing *r = routing_get(run);

	r->error_status = status;
	r->error_reason = reason;
	r->error_extra = extra;
	run->context->last_error = status;
}
