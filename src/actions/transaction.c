/* transaction: the actions that arm routes, set timers, and ask what became of a transaction.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/transaction.h"

#include "actions/actions.h"
#include "actions/services.h"
#include "actions/targets.h"

static int truth(bool b)
{
	return b ? RUN_TRUE : RUN_FALSE;
}

/* ---- arming ---- */

int act_t_on_failure(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	run->context->on_failure = (int)argv[0].number;
	if (run->transaction)
		run->transaction->on_failure = (int)argv[0].number;
	return RUN_TRUE;
}

int act_t_on_reply(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	if (run->kind == ROUTE_BRANCH && run->branch) {
		run->branch->on_reply = (int)argv[0].number;
		return RUN_TRUE;
	}
	run->context->on_reply = (int)argv[0].number;
	if (run->transaction)
		run->transaction->on_reply = (int)argv[0].number;
	return RUN_TRUE;
}

int act_t_on_branch(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	run->context->on_branch = (int)argv[0].number;
	if (run->transaction)
		run->transaction->on_branch = (int)argv[0].number;
	return RUN_TRUE;
}

int act_t_is_set(struct run *run, const struct value *argv, int argc)
{
	const struct transaction *t = run->transaction;
	const struct context *c = run->context;

	(void)argc;
	switch (argv[0].number) {
	case 0:
		return truth((t ? t->on_failure : c->on_failure) >= 0);
	case 1:
		return truth((t ? t->on_reply : c->on_reply) >= 0);
	default:
		return truth((t ? t->on_branch : c->on_branch) >= 0);
	}
}

/* A time as it was computed; 0, which changes nothing, when that is no sensible one. */
static uint32_t milliseconds(const struct value *v)
{
	return v->type == VALUE_INT && v->number > 0 && v->number <= 86400000 ? (uint32_t)v->number : 0;
}

int act_t_set_fr(struct run *run, const struct value *argv, int argc)
{
	struct transaction *t = run->transaction;
	struct routing *r = routing_get(run);
	uint32_t invite = milliseconds(&argv[0]);
	uint32_t first = argc > 1 ? milliseconds(&argv[1]) : 0;

	if (invite) {
		r->fr_inv_timer = invite;
		if (t)
			t->fr_inv_timer = invite;
	}
	if (first) {
		r->fr_timer = first;
		if (t)
			t->fr_timer = first;
	}
	return RUN_TRUE;
}

/* ---- asking ---- */

/* The branch whose reply the route deals with: in a failure route the one with the best. */
static const struct branch *deciding(const struct run *run)
{
	if (run->branch)
		return run->branch;
	return run->transaction ? run->transaction->winner : NULL;
}

static bool timed_out(const struct branch *b)
{
	return b->state >= BRANCH_COMPLETED && b->status == 408 && !b->best;
}

int act_t_check_status(struct run *run, const struct value *argv, int argc)
{
	const struct branch *b = deciding(run);
	int status = 0;
	char text[12];
	struct buffer out = buffer(text, sizeof text);

	(void)argc;
	if (!run->message->request)
		status = run->message->status;
	else if (b)
		status = b->status;
	if (!status)
		return RUN_FALSE;
	buffer_number(&out, (uint64_t)status);
	return truth(run_match(run, argv[0].number, buffer_slice(&out)));
}

int act_t_grep_status(struct run *run, const struct value *argv, int argc)
{
	const struct transaction *t = run->transaction;

	(void)argc;
	for (int i = 0; t && i < t->branch_count; i++)
		if (t->branches[i]->state >= BRANCH_COMPLETED && t->branches[i]->status == argv[0].number)
			return RUN_TRUE;
	return RUN_FALSE;
}

int act_t_was_cancelled(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(run->transaction && run->transaction->cancelled);
}

int act_t_branch_timeout(struct run *run, const struct value *argv, int argc)
{
	const struct branch *b = deciding(run);

	(void)argv, (void)argc;
	return truth(b && timed_out(b));
}

int act_t_branch_replied(struct run *run, const struct value *argv, int argc)
{
	const struct branch *b = deciding(run);

	(void)argv, (void)argc;
	return truth(b && b->replied);
}

int act_t_any_timeout(struct run *run, const struct value *argv, int argc)
{
	const struct transaction *t = run->transaction;

	(void)argv, (void)argc;
	for (int i = 0; t && i < t->branch_count; i++)
		if (timed_out(t->branches[i]))
			return RUN_TRUE;
	return RUN_FALSE;
}

int act_t_any_replied(struct run *run, const struct value *argv, int argc)
{
	const struct transaction *t = run->transaction;

	(void)argv, (void)argc;
	for (int i = 0; t && i < t->branch_count; i++)
		if (t->branches[i]->replied)
			return RUN_TRUE;
	return RUN_FALSE;
}

int act_is_request_route(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(run->kind == ROUTE_REQUEST);
}

int act_is_failure_route(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(run->kind == ROUTE_FAILURE);
}

int act_is_branch_route(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(run->kind == ROUTE_BRANCH);
}

int act_is_reply_route(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return truth(run->kind == ROUTE_ONREPLY || run->kind == ROUTE_REPLY);
}
