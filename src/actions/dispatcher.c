/* dispatcher: the actions that choose among the destinations of a set, as administrators of SER know them.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/actions.h"
#include "actions/services.h"
#include "actions/targets.h"
#include "actions/variables.h"
#include "base/log.h"
#include "farm/fleet.h"
#include "farm/load.h"

/* What ds_select_dst found, for ds_next_dst. */
struct destinations {
	const char *uri[SET_MEMBERS];
	size_t len[SET_MEMBERS];
	int slot[SET_MEMBERS];
	int count, at; /* at: of the one in use */
	bool counts;   /* chosen by load: the call is counted where it is */
	bool domain;   /* goes into the Request-URI */
};

/* Results, as the rows name them. */
enum { MARK_OK, MARK_NONE };

/* The same on every server, at every time: what is hashed leads to the same place. */
static const struct hash_key plain = { 0x7369706420736574, 0x646973706174636d };

static uint64_t call_key(const struct run *run)
{
	uint64_t key = hash_of(&run->services->key, run->message->call_id);
	return key ? key : 1;
}

/* What ORDER hashes of the request. */
static struct slice hashed(struct run *run, enum set_order order, const struct value *key)
{
	const struct message *m = run->message;
	const struct variable_key all = { 0 };
	struct value v = value_absent();
	switch (order) {
	case SET_FROM:
		return uri_aor(run->arena, &m->from_uri);
	case SET_TO:
		return uri_aor(run->arena, &m->to_uri);
	case SET_URI:
		return uri_aor(run->arena, &m->now.uri);
	case SET_CREDENTIALS:
		var_au(run, &all, &v);
		return v.type == VALUE_STRING ? v.text : m->call_id;
	case SET_EXPRESSION:
		return key && key->type == VALUE_STRING ? key->text : m->call_id;
	default:
		return m->call_id;
	}
}

static uint64_t seed_of(struct run *run, enum set_order order, const struct value *key)
{
	struct world *w = run->services->world;
	uint64_t seed = 0;
	switch (order) {
	case SET_ROUND_ROBIN:
	case SET_PRIORITY:
	case SET_LOAD:
	case SET_LATENCY:
		return 0;
	case SET_RANDOM:
	case SET_WEIGHT:
	case SET_RELATIVE_WEIGHT:
		w->random(w, &seed, sizeof seed);
		return seed;
	default:
		return hash_of(&plain, hashed(run, order, key));
	}
}

/* Sends the request to destination D->at. False when its URI cannot be used. */
static bool aim(struct run *run, struct destinations *d)
{
	struct message *m = run->message;
	struct slice uri = slice(d->uri[d->at], d->len[d->at]);
	struct uri u;
	if (d->domain) {
		if (!uri_parse(uri, &u) || !message_set_uri(m, uri_with(run->context->arena, &m->now.uri,
								       NULL, &u.host, u.port ? u.port : -1)))
			return false;
	} else {
		m->now.next_hop = uri;
	}
	if (d->counts && run->services->loads)
		load_begin(run->services->loads, call_key(run), d->slot[d->at],
			run->services->world->now(run->services->world));
	return true;
}

static int select_from(struct run *run, const struct value *argv, int argc, bool domain)
{
	const struct fleet *f = run->services->fleet;
	const struct set *s = fleet_set(f, argv[0].text);
	enum set_order order = (enum set_order)argv[1].number;
	struct set_request request = { order, seed_of(run, order, argc > 3 ? &argv[3] : NULL) };
	int chosen[SET_MEMBERS], most = SET_MEMBERS;
	if (!s) {
		run_log(run, LOG_LEVEL_ERROR, "there is no set %.*s", SLICE_FMT(argv[0].text));
		return RUN_FALSE;
	}
	struct destinations *d = ARENA_NEW(run->context->arena, struct destinations);
	int n = set_choose(s, &request, &f->shared->health, chosen);
	if (argc > 2 && argv[2].type == VALUE_INT && argv[2].number > 0 && argv[2].number < most)
		most = (int)argv[2].number;
	for (int i = 0; i < n && i < most; i++, d->count++) {
		struct slice uri = arena_copy(run->context->arena, s->members[chosen[i]].uri);
		d->uri[i] = uri.at;
		d->len[i] = uri.len;
		d->slot[i] = s->members[chosen[i]].slot;
	}
	d->counts = order == SET_LOAD && run->message->method == METHOD_INVITE;
	d->domain = domain;
	routing_get(run)->destinations = d;
	return d->count && aim(run, d) ? RUN_TRUE : RUN_FALSE;
}

int act_ds_select_dst(struct run *run, const struct value *argv, int argc)
{
	return select_from(run, argv, argc, false);
}

int act_ds_select_domain(struct run *run, const struct value *argv, int argc)
{
	return select_from(run, argv, argc, true);
}

static int next(struct run *run, bool domain)
{
	struct destinations *d = routing_get(run)->destinations;
	const struct health_table *t = run->services->fleet ? &run->services->fleet->shared->health : NULL;
	if (!d || !t)
		return RUN_FALSE;
	d->domain = domain;
	while (d->at + 1 < d->count) {
		d->at++;
		if ((d->slot[d->at] < 0 || health_now(t, d->slot[d->at]) != HEALTH_DOWN) && aim(run, d))
			return RUN_TRUE;
	}
	return RUN_FALSE;
}

int act_ds_next_dst(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return next(run, false);
}

int act_ds_next_domain(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return next(run, true);
}

int act_ds_mark_dst(struct run *run, const struct value *argv, int argc)
{
	const struct destinations *d = routing_get(run)->destinations;
	struct slice state = argc > 0 && argv[0].type == VALUE_STRING ? argv[0].text : SLICE("ip");
	struct world *w = run->services->world;
	if (!d || !d->count || d->slot[d->at] < 0 || !run->services->fleet)
		return MARK_NONE;
	struct health_slot *s = &run->services->fleet->shared->health.slot[d->slot[d->at]];
	bool probed = slice_find(state, 'p') >= 0 || slice_find(state, 'P') >= 0;
	if (slice_find(state, 'a') >= 0 || slice_find(state, 'A') >= 0) {
		atomic_store(&s->mark, HEALTH_UNMARKED);
		atomic_store(&s->refused, 0);
	} else if (probed) {
		atomic_store(&s->refused, w->now(w));
	} else {
		atomic_store(&s->mark, HEALTH_INACTIVE);
	}
	return MARK_OK;
}

/* Whose request it is by default: the address that it came from; or the one in a URI. */
static bool source_of(struct run *run, const struct value *argv, int argc, struct address *a)
{
	struct uri u;
	*a = run->message->flow.peer;
	if (argc < 3 || argv[2].type != VALUE_STRING)
		return true;
	if (!uri_parse(argv[2].text, &u) || !uri_address(&u, a))
		return false;
	a->port = a->port ? a->port : 5060;
	return true;
}

int act_ds_is_from_list(struct run *run, const struct value *argv, int argc)
{
	enum { NO_PORT = 1 };
	const struct fleet *f = run->services->fleet;
	struct slice name = argc > 0 && argv[0].type == VALUE_STRING ? argv[0].text : SLICE("");
	bool any = !name.len || slice_equal(name, SLICE("-1"));
	bool port = !(argc > 1 && argv[1].type == VALUE_INT && argv[1].number & NO_PORT);
	struct address a;
	if (!source_of(run, argv, argc, &a))
		return RUN_FALSE;
	for (int i = 0; f && i < f->set_count; i++)
		if ((any || slice_equal(f->sets[i].name, name)) && set_find(&f->sets[i], &a, port) >= 0)
			return RUN_TRUE;
	return RUN_FALSE;
}

int act_ds_load_unset(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return run->services->loads && load_end(run->services->loads, call_key(run)) ? RUN_TRUE : RUN_FALSE;
}

int act_ds_load_update(struct run *run, const struct value *argv, int argc)
{
	const struct message *m = run->message;
	bool ends = m->method == METHOD_BYE || (m->method == METHOD_CANCEL && m->request) ||
		    (!m->request && m->method == METHOD_INVITE && m->status >= 300);
	return ends ? act_ds_load_unset(run, argv, argc) : RUN_TRUE;
}
