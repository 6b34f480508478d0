/* var_world: variables of where the message came from, of its transaction, of time and process.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/variables.h"

#include "actions/services.h"
#include "actions/targets.h"
#include "core/transaction.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static const struct address *peer(const struct run *run)
{
	return &run->message->flow.peer;
}

/* The listener that the message came to. */
static const struct listener *listener(const struct run *run)
{
	return &run->services->site->listeners[run->message->flow.listener];
}

/* "sip:address:port" with TAIL behind. */
static struct value address_uri(struct run *run, const struct address *a, const char *tail)
{
	char text[ADDRESS_TEXT];
	return value_text(arena_printf(run->arena, "sip:%.*s%s", SLICE_FMT(address_text(a, text)), tail));
}

GETTER(var_si)
{
	*out = value_ip(peer(run));
}

GETTER(var_sp)
{
	*out = value_int(peer(run)->port);
}

GETTER(var_su)
{
	*out = address_uri(run, peer(run), "");
}

GETTER(var_sut)
{
	*out = address_uri(run, peer(run), ";transport=udp");
}

GETTER(var_Ri)
{
	*out = value_ip(&listener(run)->address);
}

GETTER(var_Rp)
{
	*out = value_int(listener(run)->address.port);
}

GETTER(var_Ru)
{
	*out = address_uri(run, &listener(run)->address, "");
}

GETTER(var_RAi)
{
	*out = value_text(listener(run)->host);
}

GETTER(var_RAp)
{
	*out = value_int(listener(run)->port);
}

GETTER(var_pr)
{
	*out = value_text(SLICE("udp"));
}

GETTER(var_af)
{
	*out = value_text(peer(run)->family == AF_INET6 ? SLICE("INET6") : SLICE("INET"));
}

/* ---- the transaction ---- */

GETTER(var_mf)
{
	*out = value_int((int64_t)run->context->flags);
}

SETTER(var_set_mf)
{
	if (value->type != VALUE_INT)
		return false;
	run->context->flags = (uint64_t)value->number;
	return true;
}

GETTER(var_bf)
{
	*out = value_int(*routing_flags(run));
}

SETTER(var_set_bf)
{
	if (value->type != VALUE_INT || value->number < 0 || value->number > UINT32_MAX)
		return false;
	*routing_flags(run) = (uint32_t)value->number;
	return true;
}

GETTER(var_T_branch_idx)
{
	if (run->branch)
		*out = value_int(run->branch->index);
}

GETTER(var_T_reply_code)
{
	if (!run->message->request)
		*out = value_int(run->message->status);
	else if (run->kind == ROUTE_FAILURE && run->branch)
		*out = value_int(run->branch->status);
	else if (run->transaction && run->transaction->status)
		*out = value_int(run->transaction->status);
}

GETTER(var_T_req)
{
	struct slice name = key->key;
	if (!run->transaction || !name.len || name.at[0] != '$')
		return;
	/* "$hdr(X)" or "$ru" */
	struct variable_key inner = { .index = key->index };
	name = slice(name.at + 1, name.len - 1);
	ptrdiff_t open = slice_find(name, '(');
	if (open > 0 && name.at[name.len - 1] == ')') {
		inner.key = slice(name.at + open + 1, name.len - (size_t)open - 2);
		name = slice(name.at, (size_t)open);
	}
	int variable = table_variable(name);
	if (variable < 0 || run_getters[variable] == var_T_req)
		return;
	struct message *now = run->message;
	run->message = run->transaction->request;
	run_getters[variable](run, &inner, out);
	run->message = now;
}

/* ---- time and process ---- */

static time_t seconds(const struct run *run)
{
	struct world *world = run->services->world;
	return (time_t)(world->clock(world) / 1000);
}

/* *OUT = the time in strftime's FORMAT; absent when that gives nothing. */
static void write_time(struct run *run, const char *format, struct value *out)
{
	char text[256];
	time_t now = seconds(run);
	struct tm tm;
	if (localtime_r(&now, &tm))
		var_text(out, arena_copy(run->arena, slice(text, strftime(text, sizeof text, format, &tm))));
}

GETTER(var_TS)
{
	*out = value_int(seconds(run));
}

GETTER(var_Tf)
{
	write_time(run, "%a %b %e %H:%M:%S %Y", out);
}

GETTER(var_timef)
{
	write_time(run, arena_copy(run->arena, key->key).at, out);
}

GETTER(var_time)
{
	time_t now = seconds(run);
	struct tm tm;
	if (!localtime_r(&now, &tm))
		return;
	const struct {
		const char *part;
		int value;
	} parts[] = { { "sec", tm.tm_sec }, { "min", tm.tm_min }, { "hour", tm.tm_hour },
		{ "mday", tm.tm_mday }, { "mon", tm.tm_mon + 1 }, { "year", tm.tm_year + 1900 },
		{ "wday", tm.tm_wday + 1 }, { "yday", tm.tm_yday + 1 } };
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (slice_equal(key->key, slice_of(parts[i].part)))
			*out = value_int(parts[i].value);
}

GETTER(var_pp)
{
	*out = value_int(getpid());
}

GETTER(var_RANDOM)
{
	uint32_t n;
	run->services->world->random(run->services->world, &n, sizeof n);
	*out = value_int(n);
}

GETTER(var_env)
{
	const char *value = getenv(arena_copy(run->arena, key->key).at);
	if (value)
		*out = value_text(slice_of(value));
}
