/* relay: the actions that forward a request.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The results of t_relay and forward are those of enum relay_result in its order, and one more. */
#include "actions/relay.h"

#include "actions/actions.h"
#include "actions/services.h"
#include "actions/targets.h"
#include "base/log.h"

enum { RELAY_NO_TARGET = RELAY_TOO_WIDE + 1 };

/* A relay under way. When names must be looked up its run waits for it. */
struct relaying {
	struct target *targets;
	int count;
	struct target_query *query;
	struct transaction *held; /* while the run waits */
	int (*send)(struct run *run, struct relaying *r);
};

struct transaction *relay_transaction(struct run *run)
{
	struct context *c = run->context;
	const struct routing *r = routing_get(run);

	if (run->transaction || run->message->method == METHOD_ACK)
		return run->transaction;
	struct transaction *t = transaction_new(run->services->core, run->message);
	t->user = c;
	t->on_failure = c->on_failure;
	t->on_reply = c->on_reply;
	t->on_branch = c->on_branch;
	t->reply_extra = c->reply_extra;
	if (r->fr_timer)
		t->fr_timer = r->fr_timer;
	if (r->fr_inv_timer)
		t->fr_inv_timer = r->fr_inv_timer;
	run->transaction = t;
	return t;
}

/* ---- results ---- */

static int failed(struct run *run, int result)
{
	struct slice reason = SLICE(""), extra = SLICE("");

	if (result == RELAY_NO_TARGET) {
		run_log(run, LOG_LEVEL_WARN, "there is no new target: set $ru, or append_branch()");
		targets_error(run, 500, reason, extra);
		return result;
	}
	int status =
		relay_status((enum relay_result)result, run->message, run->context->arena, &reason, &extra);
	targets_error(run, status, reason, extra);
	if (result == RELAY_TOO_LATE)
		run->effects |= EFFECT_REPLIED;
	return result;
}

static int finished(struct run *run, enum relay_result result)
{
	if (result != RELAY_OK)
		return failed(run, (int)result);
	run->effects |= EFFECT_RELAYED;
	run->context->last_error = 0;
	targets_consumed(run);
	return RUN_TRUE;
}

/* ---- resolving ---- */

static void resolved(void *user)
{
	run_wake(user);
}

static int resume(struct run *run)
{
	struct relaying *r = run->waiting_for;
	struct transaction *t = r->held;

	r->query = NULL;
	int result = t && t->ended ? failed(run, RELAY_TOO_LATE) : r->send(run, r);
	if (t) {
		/* of a failure route the engine holds it too */
		if (t->ended && run->kind != ROUTE_FAILURE)
			run->transaction = NULL;
		transaction_release(t);
	}
	return result;
}

static void abandon(struct run *run)
{
	struct relaying *r = run->waiting_for;

	if (r->query)
		target_cancel(run->services->world, r->query);
}

static int resolve(struct run *run, struct relaying *r)
{
	struct transaction *t = run->transaction;

	if (target_resolve(run->services->world, run->services->site, run->message, r->targets, r->count,
		    resolved, run, &r->query))
		return r->send(run, r);
	/* The caller should hear of an INVITE within 200 ms (3261 17.2.1), and names may take longer. */
	if (t && run->message->method == METHOD_INVITE && !t->status)
		transaction_reply(t, 100, status_reason(100), SLICE(""));
	if (t)
		transaction_hold(t);
	r->held = t;
	run->waiting_for = r;
	run->resume = resume;
	run->abandon = abandon;
	return RUN_WAIT;
}

/* ---- what is sent ---- */

static int send_stateful(struct run *run, struct relaying *r)
{
	return finished(run, relay(run->transaction, r->targets, r->count));
}

static int send_stateless(struct run *run, struct relaying *r)
{
	return finished(run, relay_stateless(run->services->core, run->message, &r->targets[0]));
}

static int send_orphan(struct run *run, struct relaying *r)
{
	return finished(run, relay_orphan(run->services->core, run->message, &r->targets[0]));
}

static int send_copy(struct run *run, struct relaying *r)
{
	enum relay_result result = relay_copy(run->services->core, run->message, &r->targets[0]);

	return result == RELAY_OK ? RUN_TRUE : (int)result;
}

/* The URI of the place that the arguments host and port name: "host", "host:port", an address, or a URI; "" without them, or when it is none. */
static struct slice place(struct run *run, const struct value *argv, int argc)
{
	struct slice host = argc > 0 && argv[0].type == VALUE_STRING ? argv[0].text : SLICE("");
	struct address address;
	struct uri uri;

	if (!host.len)
		return SLICE("");
	if (slice_starts_nocase(host, SLICE("udp:")))
		host = slice(host.at + 4, host.len - 4);
	if (!slice_starts_nocase(host, SLICE("sip:"))) {
		bool bare6 = host.at[0] != '[' && address_parse(host, &address) && address.family == AF_INET6;
		host = bare6 ? arena_printf(run->arena, "sip:[%.*s]", SLICE_FMT(host))
			     : arena_join(run->arena, SLICE("sip:"), host);
	}
	if (!uri_parse(host, &uri))
		return SLICE("");
	if (argc > 1 && argv[1].type == VALUE_INT && argv[1].number > 0 && argv[1].number <= 65535)
		host = uri_with(run->arena, &uri, NULL, NULL, (int)argv[1].number);
	return host;
}

/* Collects the targets and goes on with SEND. */
static int start(
	struct run *run, const struct value *argv, int argc, int (*send)(struct run *, struct relaying *))
{
	struct relaying *r = ARENA_NEW(run->arena, struct relaying);
	struct slice next_hop = place(run, argv, argc);

	r->send = send;
	if (argc > 0 && argv[0].type == VALUE_STRING && !next_hop.len) {
		run_log(run, LOG_LEVEL_WARN, "\"%.*s\" is no host", SLICE_FMT(argv[0].text));
		return failed(run, RELAY_NO_SERVER);
	}
	if (send != send_copy && !run->transaction && (run->effects & (EFFECT_REPLIED | EFFECT_RELAYED)))
		return failed(run, RELAY_TOO_LATE);
	r->targets = targets_collect(run, next_hop, &r->count);
	if (send == send_stateful)
		r->count = targets_untried(run, r->targets, r->count);
	if (!r->count)
		return failed(run, RELAY_NO_TARGET);
	enum relay_result check = relay_check(run->services->core, run->message);
	if (check != RELAY_OK)
		return failed(run, (int)check);
	if (send == send_stateful)
		relay_transaction(run);
	else
		r->count = 1;
	return resolve(run, r);
}

/* ---- the actions ---- */

/* RFC 3261 16.10. One without a transaction is forwarded: the worker that relayed it may have died. */
static int relay_cancel(struct run *run, const struct value *argv, int argc)
{
	struct transaction *t = transaction_find_cancelled(run->services->core, run->message);

	if (!t)
		return start(run, argv, argc, send_orphan);
	transaction_cancel(t, run->message);
	if (run->transaction)
		transaction_reply(
			run->transaction, 200, status_reason(200), run->services->site->server_header);
	run->effects |= EFFECT_REPLIED | EFFECT_RELAYED;
	return RUN_TRUE;
}

int act_t_relay(struct run *run, const struct value *argv, int argc)
{
	switch (run->message->method) {
	case METHOD_ACK:
		return start(run, argv, argc, send_stateless);
	case METHOD_CANCEL:
		return relay_cancel(run, argv, argc);
	default:
		return start(run, argv, argc, send_stateful);
	}
}

/* OpenSIPS's and Kamailio's second argument is flags that have no meaning here, and either may stand alone. */
int act_t_relay_to(struct run *run, const struct value *argv, int argc)
{
	uint64_t flags;
	bool is_host = argc > 0 && argv[0].type == VALUE_STRING && !slice_number(argv[0].text, &flags) &&
		       !slice_starts_nocase(argv[0].text, SLICE("0x"));

	return act_t_relay(run, argv, is_host ? 1 : 0);
}

int act_forward(struct run *run, const struct value *argv, int argc)
{
	/* With a transaction it would stay without an answer. */
	if (run->transaction)
		return act_t_relay(run, argv, argc);
	return start(run, argv, argc, send_stateless);
}

int act_t_replicate(struct run *run, const struct value *argv, int argc)
{
	enum method method = run->message->method;

	if (method == METHOD_INVITE || method == METHOD_ACK || method == METHOD_CANCEL) {
		run_log(run, LOG_LEVEL_WARN, "%.*s cannot be replicated",
			SLICE_FMT(run->message->method_name));
		return RELAY_SEND_FAILED;
	}
	/* what becomes of the copy says nothing about the answer to the request */
	int error = run->context->last_error;
	int result = start(run, argv, argc, send_copy);
	run->context->last_error = error;
	return result;
}

int act_t_newtran(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	if (!run->transaction && (run->effects & (EFFECT_REPLIED | EFFECT_RELAYED)))
		return RUN_FALSE;
	return relay_transaction(run) ? RUN_TRUE : RUN_FALSE;
}

int act_t_check_trans(struct run *run, const struct value *argv, int argc)
{
	struct core *core = run->services->core;
	struct transaction *t = run->transaction;

	(void)argv, (void)argc;
	if (run->message->method == METHOD_CANCEL)
		t = transaction_find_cancelled(core, run->message);
	else if (run->message->method == METHOD_ACK)
		t = transaction_find_acked(core, run->message);
	return t ? RUN_TRUE : RUN_FALSE;
}

int act_t_cancel_branches(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	if (!run->transaction || !run->transaction->pending)
		return RUN_FALSE;
	transaction_cancel_branches(run->transaction);
	return RUN_TRUE;
}
