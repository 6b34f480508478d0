/* farm: the actions of a two-stage farm: whose user this is, and on to that server.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The address of record (of To in a REGISTER, else of the Request-URI) decides the group; of the group the first server that is well is
 * asked. What was decided for a request holds for its retransmissions, its CANCEL and its ACK as long as that server lives.
 * Loops: what another server of the farm sent is served here when we are in the user's group, whatever our own view of the others
 * is; only while we catch up it goes on to one that has all. What has been with two servers of the farm goes no further. */
#include "actions/actions.h"
#include "actions/services.h"
#include "actions/targets.h"
#include "base/log.h"
#include "farm/fleet.h"

/* Results, as the rows name them. */
enum { ROUTE_FORWARDED, ROUTE_LOCAL, ROUTE_UNAVAILABLE, ROUTE_LOOP, ROUTE_FAILED };
enum { SELECT_REMOTE = ROUTE_FORWARDED };

enum { HOPS_MOST = 2 };

/* The farm that ARGV names, the only one when it names none; NULL, and a line in the log, when there is none. */
static const struct farm *farm_of(struct run *run, const struct value *argv, int argc)
{
	struct slice name = argc > 0 && argv[0].type == VALUE_STRING ? argv[0].text : SLICE("");
	const struct farm *f = fleet_farm(run->services->fleet, name);
	if (!f)
		run_log(run, LOG_LEVEL_ERROR, "there is no farm%s%.*s", name.len ? " " : "", SLICE_FMT(name));
	return f;
}

/* What is the same in a request, its retransmissions, its CANCEL and the ACK to its failure (3261 9.1, 17.1.1.3). */
static uint64_t request_key(const struct run *run)
{
	const struct message *m = run->message;
	struct hash h;
	hash_start(&h, &run->services->key);
	hash_part(&h, m->call_id);
	hash_part(&h, m->via.branch);
	hash_part(&h, m->via.sent_by);
	hash_number(&h, m->cseq);
	uint64_t key = hash_end(&h);
	return key ? key : 1;
}

/* How many servers of the farm the request has passed. */
static int hops(const struct farm *f, const struct message *m)
{
	struct slice value;
	struct via via;
	struct address a;
	int n = 0;
	for (int i = 0; n <= HOPS_MOST && message_value(m, HEADER_VIA, i, &value); i++)
		if (via_parse(value, &via) && address_parse_port(via.sent_by, &a)) {
			a.port = a.port ? a.port : 5060;
			n += farm_find(f, &a) >= 0;
		}
	return n;
}

static bool is_well(enum health_state s)
{
	return s == HEALTH_UP || s == HEALTH_SUSPECT;
}

/* The place chosen for this request before, while it is well; else a new choice for USER. A slot of the health table; -1: nobody is there. */
static int choose(struct run *run, const struct farm *f, struct slice user)
{
	const struct services *s = run->services;
	const struct health_table *t = &s->fleet->shared->health;
	uint64_t key = request_key(run), now = s->world->now(s->world);
	int slot = recent_find(s->recent, key, now);
	if (slot >= 0 && is_well(health_now(t, slot)))
		return slot;
	int member = farm_choose(f, user, t);
	slot = member >= 0 ? f->members[member].slot : -1;
	if (slot >= 0)
		recent_note(s->recent, key, now, slot);
	return slot;
}

/* The canonical address of record that the request is for. */
static struct slice user_of(struct run *run)
{
	const struct message *m = run->message;
	const struct uri *u = m->method == METHOD_REGISTER ? &m->to_uri : &m->now.uri;
	return u->scheme == URI_OTHER ? u->text : uri_aor(run->arena, u);
}

static bool is_own(const struct farm *f, int slot)
{
	for (int i = 0; i < f->member_count; i++)
		if (f->members[i].self && f->members[i].slot == slot)
			return true;
	return false;
}

/* Where the request of RUN is to go: SELECT_REMOTE with the address in *TO, or another result. */
static int decide(struct run *run, const struct farm *f, struct address *to)
{
	const struct message *m = run->message;
	const struct health_table *t = &run->services->fleet->shared->health;
	struct slice user = user_of(run);
	int group = farm_group_of(f, user), passed = hops(f, m);
	bool from_member = farm_find(f, &m->flow.peer) >= 0;
	if (group < 0)
		return ROUTE_UNAVAILABLE;
	int self = f->groups[group].self, own = self < 0 ? -1 : f->members[self].slot;
	if (from_member && self >= 0 && (is_well(health_now(t, own)) || passed >= HOPS_MOST))
		return ROUTE_LOCAL;
	int slot = choose(run, f, user);
	if (slot < 0)
		return ROUTE_UNAVAILABLE;
	if (is_own(f, slot))
		return ROUTE_LOCAL;
	if (passed >= HOPS_MOST) {
		run_log(run, LOG_LEVEL_WARN,
			"farm %.*s: the request has passed %d servers: their scripts differ",
			SLICE_FMT(f->name), passed);
		return ROUTE_LOOP;
	}
	*to = t->slot[slot].address;
	return SELECT_REMOTE;
}

/* The listener that the others know us by. */
static int own_listener(const struct run *run, const struct farm *f)
{
	const struct site *site = run->services->site;
	for (int i = 0; f->self >= 0 && i < site->listener_count; i++)
		if (address_equal(&site->listeners[i].address, &f->members[f->self].address))
			return i;
	return -1;
}

int act_farm_select(struct run *run, const struct value *argv, int argc)
{
	const struct farm *f = farm_of(run, argv, argc);
	struct address to;
	char text[ADDRESS_TEXT];
	int result = f ? decide(run, f, &to) : ROUTE_UNAVAILABLE;
	if (result == SELECT_REMOTE) {
		run->message->now.next_hop =
			arena_printf(run->context->arena, "sip:%.*s", SLICE_FMT(address_text(&to, text)));
		routing_get(run)->listener = own_listener(run, f);
	}
	return result;
}

static int not_sent(struct run *run, enum relay_result result)
{
	struct slice reason, extra;
	int status = relay_status(result, run->message, run->context->arena, &reason, &extra);
	targets_error(run, status, reason, extra);
	return ROUTE_FAILED;
}

int act_farm_route(struct run *run, const struct value *argv, int argc)
{
	const struct farm *f = farm_of(run, argv, argc);
	struct message *m = run->message;
	struct target t = { .uri = m->now.uri.text, .q = -1, .server_count = 1 };
	int result = f ? decide(run, f, &t.servers[0]) : ROUTE_UNAVAILABLE;
	if (result != ROUTE_FORWARDED) {
		if (result != ROUTE_LOCAL)
			targets_error(run, result == ROUTE_LOOP ? 482 : 500, SLICE(""), SLICE(""));
		return result;
	}
	t.listener = own_listener(run, f);
	enum relay_result sent = relay_check(run->services->core, m);
	if (sent == RELAY_OK)
		sent = relay_stateless(run->services->core, m, &t);
	if (sent != RELAY_OK)
		return not_sent(run, sent);
	run->services->counters->n[COUNTER_farm_forwarded]++;
	run->effects |= EFFECT_RELAYED;
	targets_consumed(run);
	return ROUTE_FORWARDED;
}

int act_farm_is_member(struct run *run, const struct value *argv, int argc)
{
	const struct farm *f = farm_of(run, argv, argc);
	return f && farm_find(f, &run->message->flow.peer) >= 0 ? RUN_TRUE : RUN_FALSE;
}
