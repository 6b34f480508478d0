/* relay: forwarding requests to targets, with a transaction and without (RFC 3261 16.3, 16.6, 16.11; RFC 5393).
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/log.h"
#include "core/core.h"
#include "sip/branch.h"
#include <math.h>

enum { MAX_FORWARDS = 70, MAX_BREADTH = 60, MAX_INDEX = 255, LINES = 1024, UNSUPPORTED = 16 };

/* ---- checks: 16.3 ---- */

static bool is_ours(const void *user, struct slice host, uint16_t port)
{
	return site_is_self(user, host, port);
}

enum relay_result relay_check(struct core *c, struct message *m)
{
	uint64_t loop = branch_loop_hash(&c->site->branch_key, m);

	if (m->now.max_forwards == 0)
		return RELAY_TOO_MANY_HOPS;
	if (branch_is_loop(m, loop, is_ours, c->site)) {
		count(c, COUNTER_loops);
		return RELAY_LOOP;
	}
	/* we know no extension that a proxy could be asked for; an ACK and a CANCEL are not refused (20.29, 8.2.2.3) */
	if (m->method != METHOD_ACK && m->method != METHOD_CANCEL &&
		message_values(m, HEADER_PROXY_REQUIRE) > 0)
		return RELAY_BAD_EXTENSION;
	return RELAY_OK;
}

/* The first ones are enough to tell what is wrong, whatever a request asks for. */
static struct slice unsupported(const struct message *m, struct arena *a)
{
	struct slice value, list = SLICE("");

	for (int i = 0; i < UNSUPPORTED && message_value(m, HEADER_PROXY_REQUIRE, i, &value); i++)
		list = arena_printf(
			a, "%.*s%s%.*s", SLICE_FMT(list), i ? ", " : "", SLICE_FMT(message_unfold(a, value)));
	return arena_printf(a, "Unsupported: %.*s\r\n", SLICE_FMT(list));
}

int relay_status(enum relay_result r, const struct message *m, struct arena *a, struct slice *reason,
	struct slice *extra)
{
	int status = 500;

	*extra = SLICE("");
	switch (r) {
	case RELAY_NO_SERVER:
		*reason = SLICE("Unresolvable Destination");
		return 404;
	case RELAY_NO_TRANSPORT:
		*reason = SLICE("Transport Not Supported");
		return 501;
	case RELAY_NO_ANSWER:
		status = 504;
		break;
	case RELAY_OK:
	case RELAY_SEND_FAILED:
	case RELAY_DROPPED:
	case RELAY_TOO_LATE:
		break;
	case RELAY_BAD_URI:
		status = 416;
		break;
	case RELAY_TOO_MANY_HOPS:
		status = 483;
		break;
	case RELAY_LOOP:
		status = 482;
		break;
	case RELAY_TOO_WIDE:
		status = 440;
		break;
	case RELAY_BAD_EXTENSION:
		status = 420;
		*extra = unsupported(m, a);
		break;
	}
	*reason = status_reason(status);
	return status;
}

/* ---- the lines that a forwarded request gets ---- */

static void add_record_route(struct buffer *b, const struct listener *l, struct slice params)
{
	buffer_lit(b, "Record-Route: <sip:");
	buffer_add(b, l->sent_by);
	buffer_lit(b, ";lr");
	if (params.len && params.at[0] != ';')
		buffer_char(b, ';');
	buffer_add(b, params);
	buffer_lit(b, ">\r\n");
}

/* 16.6 step 4; two values when the sides differ, the one that faces the next hop on top (5658 3.1). */
static void add_record_routes(
	struct buffer *b, const struct site *s, const struct edition *e, int from, int to)
{
	if (!e->record_route)
		return;
	add_record_route(b, &s->listeners[to], e->record_route_params);
	if (from != to)
		add_record_route(b, &s->listeners[from], e->record_route_params);
}

static void add_route(struct buffer *b, struct slice value)
{
	buffer_lit(b, "Route: ");
	buffer_add(b, value);
	buffer_lit(b, "\r\n");
}

/* The first Route value that M in its current edition would be sent with below PATH. */
static bool first_route(const struct message *m, struct slice path, struct slice *value)
{
	return path.len ? list_next(&path, value) : message_value(m, HEADER_ROUTE, 0, value);
}

/* 16.6 step 6: when the first hop is a strict router, its URI becomes the Request-URI, and that one the last Route. Works on M's
 * current edition. True, and *URI, when it was so; the path is then in the edition. */
static bool route_strictly(
	struct message *m, const struct target *t, struct slice request_uri, struct slice *uri)
{
	char text[LINES * 4];
	struct buffer b = buffer(text, sizeof text);
	struct slice value;
	struct name_addr route;
	struct uri u;

	if (!first_route(m, t->path, &value))
		return false;
	if (!name_addr_parse(value, &route) || !uri_parse(route.uri, &u) || uri_is_loose(&u))
		return false;
	if (t->path.len) {
		int at = message_line(m, HEADER_ROUTE, SLICE(""), 0);
		add_route(&b, t->path);
		if (b.full || !message_insert(m, at < 0 ? 0 : at, buffer_slice(&b)))
			return false;
	}
	int last = 0;
	for (int i = message_line(m, HEADER_ROUTE, SLICE(""), 0); i >= 0;
		i = message_line(m, HEADER_ROUTE, SLICE(""), i + 1))
		last = i + 1;
	b = buffer(text, sizeof text);
	buffer_lit(&b, "Route: <");
	buffer_add(&b, request_uri);
	buffer_lit(&b, ">\r\n");
	if (b.full || !message_insert(m, last, buffer_slice(&b)))
		return false;
	*uri = arena_copy(m->arena, route.uri);
	message_pop(m, HEADER_ROUTE);
	return true;
}

/* U without what a Request-URI must not have: headers, and the parameter method (19.1.1, table 1). Into A when it changes. */
static struct slice request_uri(struct arena *a, const struct uri *u)
{
	const struct slice method = SLICE("method");
	struct slice text = u->text, params = u->params, name, value;

	if (u->headers.at)
		text.len = (size_t)(u->headers.at - u->text.at) - 1;
	if (!params.len || (u->scheme != URI_SIP && u->scheme != URI_SIPS) || !uri_param(u, method, &value))
		return text;
	text = slice(text.at, (size_t)(params.at - text.at) - 1);
	for (const char *piece = params.at - 1; param_next(&params, &name, &value); piece = params.at)
		if (!slice_equal_nocase(name, method))
			text = arena_join(a, text, slice(piece, (size_t)(params.at - piece)));
	return text;
}

/* 16.6 step 3. */
static int next_max_forwards(int n)
{
	return n < 0 ? MAX_FORWARDS : n > 0 ? n - 1 : 0;
}

/* ---- how far a request may fork: RFC 5393 5.3 ---- */

/* The Max-Breadth that M may use in its current edition: what it says, as far as we let it. In *LINE where it stands (-1: nowhere). */
static int max_breadth(const struct message *m, int *line)
{
	uint64_t n;

	*line = message_line(m, HEADER_OTHER, SLICE("Max-Breadth"), 0);
	if (*line < 0 || !slice_number(m->now.lines->at[*line].value, &n))
		return MAX_BREADTH;
	return n < MAX_BREADTH ? (int)n : MAX_BREADTH;
}

/* What T's pending branches leave of its request's Max-Breadth. */
static int breadth_left(const struct transaction *t)
{
	int line, left = max_breadth(t->request, &line);

	for (int i = 0; i < t->branch_count; i++)
		if (t->branches[i]->counted)
			left -= t->branches[i]->breadth;
	return left > 0 ? left : 0;
}

/* Says BREADTH in M's current edition, or in B when M says nothing; one value, whatever came. */
static void put_breadth(struct message *m, int breadth, struct buffer *b)
{
	const struct slice name = SLICE("Max-Breadth");
	char text[32];
	struct buffer value = buffer(text, sizeof text);
	int line = message_line(m, HEADER_OTHER, name, 0), next;

	if (m->method == METHOD_CANCEL)
		return;
	buffer_number(&value, (uint64_t)breadth);
	if (line < 0) {
		buffer_lit(b, "Max-Breadth: ");
		buffer_add(b, buffer_slice(&value));
		buffer_lit(b, "\r\n");
		return;
	}
	if (!slice_equal(m->now.lines->at[line].value, buffer_slice(&value)))
		message_replace(m, line, buffer_slice(&value));
	while ((next = message_line(m, HEADER_OTHER, name, line + 1)) >= 0)
		message_remove(m, next);
}

/* What is printed beside the edition, in places of fixed size. */
struct additions {
	char via[512], record_routes[LINES], routes[4 * LINES];
};

/* Prints M in edition *E as it goes to TARGET from listener LISTENER with BRANCH. False when it does not fit. */
static bool print_request(struct core *c, struct message *m, const struct edition *e,
	const struct target *target, int listener, struct slice branch, int breadth, struct buffer *out)
{
	struct additions add;
	struct buffer via = buffer(add.via, sizeof add.via);
	struct buffer record_routes = buffer(add.record_routes, sizeof add.record_routes);
	struct buffer routes = buffer(add.routes, sizeof add.routes);
	struct forward f = { .max_forwards = next_max_forwards(e->max_forwards) };
	struct slice path = target->path;

	buffer_lit(&via, "SIP/2.0/UDP ");
	buffer_add(&via, c->site->listeners[listener].sent_by);
	buffer_lit(&via, ";rport;branch=");
	buffer_add(&via, branch);
	/* 3581 4: a reply goes out from where its request came in; who has no transaction for it sees that here */
	if (listener != m->flow.listener) {
		buffer_lit(&via, ";i=");
		buffer_number(&via, m->flow.listener);
	}
	add_record_routes(&record_routes, c->site, e, m->flow.listener, listener);
	if (e->uri.headers.at || e->uri.params.len)
		f.request_uri = request_uri(m->arena, &e->uri);

	/* what a strict router needs is done to a copy: another server of the target starts from *E */
	struct edition kept = m->now;
	m->now = *e;
	m->now.lines->shared = true;
	if (route_strictly(m, target, f.request_uri.len ? f.request_uri : e->uri.text, &f.request_uri))
		path = SLICE("");
	if (path.len)
		add_route(&routes, path);
	put_breadth(m, breadth, &routes);
	f.via = buffer_slice(&via);
	f.record_routes = buffer_slice(&record_routes);
	f.routes = buffer_slice(&routes);
	message_print_forward(m, &m->now, &f, out);
	m->now = kept;
	return !via.full && !record_routes.full && !routes.full && !out->full;
}

/* ---- branches ---- */

static void add_branch(struct transaction *t, struct branch *b)
{
	if (t->branch_count == t->branch_size) {
		int size = t->branch_size ? 2 * t->branch_size : 2;
		struct branch **more = ARENA_ARRAY(t->arena, struct branch *, size);
		if (t->branch_count)
			memcpy(more, t->branches, sizeof *more * (size_t)t->branch_count);
		t->branches = more;
		t->branch_size = size;
	}
	t->branches[t->branch_count++] = b;
	client_add(b);
}

/* Aims B at its target's server number B->server. False when we have no listener towards it. */
static bool aim(struct branch *b)
{
	struct transaction *t = b->transaction;
	struct core *c = t->core;
	struct branch_id id = { .index = b->index, .loop = t->loop };
	int preferred = b->target.listener >= 0 ? b->target.listener : t->request->flow.listener;

	b->flow.peer = b->target.servers[b->server];
	int listener = site_listener_for(c->site, &b->flow.peer, preferred);
	if (listener < 0)
		return false;
	b->flow.listener = (uint16_t)listener;
	b->text_len = branch_make(&c->site->branch_key, t->request, &id, b->text).len;
	return true;
}

static bool print_branch(struct branch *b)
{
	struct transaction *t = b->transaction;
	struct core *c = t->core;
	struct buffer out = buffer(c->scratch, sizeof c->scratch);

	if (!print_request(c, t->request, &b->edition, &b->target, b->flow.listener,
		    slice(b->text, b->text_len), b->breadth, &out)) {
		log_warn("a request would be too large to forward");
		return false;
	}
	b->sent = arena_copy(t->arena, buffer_slice(&out));
	return true;
}

/* Why TARGET, with Request-URI URI, leads nowhere. A scheme that we do not forward is told by itself (16.3 step 2). */
static enum relay_result no_server(const struct target *target, const struct uri *uri)
{
	if (uri->scheme != URI_SIP)
		return RELAY_BAD_URI;
	switch (target->state) {
	case TARGET_NO_ANSWER:
		return RELAY_NO_ANSWER;
	case TARGET_NO_TRANSPORT:
		return RELAY_NO_TRANSPORT;
	case TARGET_FOUND:
	case TARGET_NO_NAME:
	case TARGET_NO_SIP:
		break;
	}
	return RELAY_NO_SERVER;
}

/* The names that a branch route has put into its branch are resolved. */
static void resolved(void *user)
{
	struct branch *b = user;
	struct transaction *t = b->transaction;
	struct slice reason, extra;

	b->query = NULL;
	transaction_hold(t);
	if (b->cancel_wanted || t->status >= 200)
		client_fail(b, 487);
	else if (!b->target.server_count)
		client_fail(b, relay_status(no_server(&b->target, &b->edition.uri), t->request, t->arena,
				       &reason, &extra));
	else if (!aim(b) || !print_branch(b))
		client_fail(b, 503); /* 16.9 */
	else
		client_start(b);
	transaction_release(t);
}

/* Lets the branch route change B's edition, and where it goes. False: no branch is wanted. */
static bool ask_script(struct branch *b)
{
	struct transaction *t = b->transaction;
	struct core *c = t->core;
	struct message *m = t->request;

	if (t->on_branch < 0 || !c->hooks || !c->hooks->branch)
		return true;
	struct edition kept = m->now;
	m->now = b->edition;
	bool wanted = c->hooks->branch(c->user, t, b);
	if (wanted && (!slice_equal(m->now.uri.text, b->target.uri) ||
			      !slice_equal(m->now.next_hop, b->target.next_hop))) {
		b->target.uri = m->now.uri.text;
		b->target.next_hop = m->now.next_hop;
		target_resolve(c->world, c->site, m, &b->target, 1, resolved, b, &b->query);
	}
	b->edition = m->now;
	m->now = kept;
	return wanted;
}

/* A branch of T to TARGET in *OUT; or why there is none. */
static enum relay_result make_branch(
	struct transaction *t, const struct target *target, int breadth, struct branch **out)
{
	struct uri uri;

	/* 26.2.2: a sips: URI is forwarded over TLS or not at all */
	if (!uri_parse(target->uri, &uri) || uri.scheme == URI_SIPS)
		return RELAY_BAD_URI;
	if (!target->server_count)
		return no_server(target, &uri);
	struct branch *b = ARENA_NEW(t->arena, struct branch);
	b->transaction = t;
	b->index = t->next_index++;
	b->target = *target;
	b->flags = target->flags;
	b->breadth = breadth;
	b->on_reply = -1;
	t->request->now.lines->shared = true;
	b->edition = t->request->now;
	b->edition.uri = uri;
	b->edition.next_hop = target->next_hop;
	if (!ask_script(b))
		return RELAY_DROPPED;
	*out = b;
	if (b->query)
		return RELAY_OK;
	*out = NULL;
	if (!b->target.server_count || !aim(b))
		return no_server(&b->target, &b->edition.uri);
	if (!print_branch(b))
		return RELAY_SEND_FAILED;
	*out = b;
	return RELAY_OK;
}

/* How many branches T may get now. */
static int room_for(const struct transaction *t)
{
	int room = t->core->site->max_branches - t->branch_count;

	room = room < MAX_INDEX + 1 - t->next_index ? room : MAX_INDEX + 1 - t->next_index;
	return room > 0 ? room : 0;
}

static int count_sendable(const struct target *targets, int target_count)
{
	int n = 0;

	for (int i = 0; i < target_count; i++)
		n += targets[i].server_count > 0;
	return n;
}

/* 16.7 step 5: after a 6xx there are no new branches. */
static bool got_6xx(const struct transaction *t)
{
	for (int i = 0; i < t->branch_count; i++)
		if (t->branches[i]->status >= 600)
			return true;
	return false;
}

enum relay_result relay(struct transaction *t, const struct target *targets, int target_count)
{
	enum relay_result result = RELAY_NO_SERVER;
	int sent = 0;

	if (t->cancelled || t->ended || t->status >= 200 || got_6xx(t))
		return RELAY_TOO_LATE;
	if (t->request->now.max_forwards == 0)
		return RELAY_TOO_MANY_HOPS;
	int room = room_for(t), wanted = count_sendable(targets, target_count), breadth = breadth_left(t);
	wanted = wanted < room ? wanted : room;
	if (wanted > breadth)
		return RELAY_TOO_WIDE;
	int share = wanted ? breadth / wanted : 0;
	for (int i = 0; i < target_count; i++) {
		struct branch *b = NULL;
		if (sent == room) {
			log_debug("a request may not fork any more, %d targets left out", target_count - i);
			break;
		}
		enum relay_result r = make_branch(t, &targets[i], share, &b);
		if (!b) {
			result = r;
			continue;
		}
		if (t->invite && !t->status)
			server_reply(t, 100);
		add_branch(t, b);
		if (!b->query)
			client_start(b);
		sent++;
	}
	if (!sent)
		return result;
	t->relayed = true;
	return RELAY_OK;
}

bool relay_failover(struct branch *b)
{
	struct transaction *t = b->transaction;

	if (b->server + 1 >= b->target.server_count || t->cancelled || b->cancel_wanted || b->cancelled ||
		t->status >= 200 || t->next_index > MAX_INDEX || got_6xx(t))
		return false;
	struct branch *next = ARENA_NEW(t->arena, struct branch);
	next->transaction = t;
	next->index = t->next_index++;
	next->target = b->target;
	next->server = b->server + 1;
	next->edition = b->edition;
	next->on_reply = b->on_reply;
	next->flags = b->flags;
	next->breadth = b->breadth;
	if (!aim(next) || !print_branch(next))
		return false;
	b->replaced = true;
	add_branch(t, next);
	client_start(next);
	return true;
}

/* ---- without a transaction: 16.11 ---- */

/* 3263 4.4: of servers with the same priority one is chosen by their weights, but by a hash in place of chance: a retransmission, the
 * CANCEL and the ACK go the same way. */
static int choose(struct core *c, const struct message *m, const struct target *target)
{
	double most = -1;
	int best = 0;
	bool four = false; /* IPv4 goes first, as always */

	for (int i = 0; i < target->equals; i++)
		four |= target->servers[i].family == AF_INET;
	for (int i = 0; i < target->equals; i++) {
		const struct address *a = &target->servers[i];
		struct hash h;
		if (four && a->family != AF_INET)
			continue;
		hash_start(&h, &c->site->branch_key);
		hash_part(&h, m->via.branch);
		hash_part(&h, m->call_id);
		hash_number(&h, m->cseq);
		hash_add(&h, slice((const char *)a->bytes, sizeof a->bytes));
		hash_number(&h, a->port);
		/* rendezvous: the greatest of weight / -ln(u), with u from 0 to 1 */
		double u = ((double)(hash_end(&h) >> 11) + 0.5) * 0x1p-53;
		double score = (target->weights[i] ? target->weights[i] : 0.1) / -log(u);
		if (score > most) {
			most = score;
			best = i;
		}
	}
	return best;
}

static enum relay_result forward(
	struct core *c, struct message *m, const struct target *target, struct branch_id id)
{
	char text[BRANCH_TEXT];
	struct buffer out = buffer(c->scratch, sizeof c->scratch);
	struct flow flow;
	struct uri uri;

	/* 26.2.2: a sips: URI is forwarded over TLS or not at all */
	if (!uri_parse(target->uri, &uri) || uri.scheme == URI_SIPS)
		return RELAY_BAD_URI;
	if (!target->server_count)
		return no_server(target, &uri);
	flow.peer = target->servers[choose(c, m, target)];
	int listener = site_listener_for(
		c->site, &flow.peer, target->listener >= 0 ? target->listener : m->flow.listener);
	if (listener < 0)
		return RELAY_NO_TRANSPORT;
	if (m->now.max_forwards == 0)
		return RELAY_TOO_MANY_HOPS;
	flow.listener = (uint16_t)listener;
	id.loop = branch_loop_hash(&c->site->branch_key, m);
	struct edition e = m->now;
	m->now.lines->shared = true;
	e.uri = uri;
	e.next_hop = target->next_hop;
	struct slice branch = branch_make(&c->site->branch_key, m, &id, text);
	int line, breadth = max_breadth(m, &line);
	if (!print_request(c, m, &e, target, listener, branch, breadth ? breadth : 1, &out))
		return RELAY_SEND_FAILED;
	send_to(c, &flow, buffer_slice(&out));
	return RELAY_OK;
}

enum relay_result relay_stateless(struct core *c, struct message *m, const struct target *target)
{
	return forward(c, m, target, (struct branch_id){ .stateless = true });
}

enum relay_result relay_orphan(struct core *c, struct message *m, const struct target *target)
{
	return forward(c, m, target, (struct branch_id){ .stateless = false });
}

enum relay_result relay_copy(struct core *c, struct message *m, const struct target *target)
{
	return forward(c, m, target, (struct branch_id){ .stateless = true, .index = COPY_INDEX });
}
