/* reply: the actions that answer a request.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/reply.h"

#include "actions/actions.h"
#include "actions/field.h"
#include "actions/parts.h"
#include "actions/relay.h"
#include "actions/services.h"
#include "actions/targets.h"
#include "base/log.h"

enum { CONTACTS_SIZE = 4096 };

static void add_contact(struct buffer *b, struct slice uri, int q)
{
	size_t before = b->len;

	buffer_lit(b, "Contact: <");
	buffer_add(b, uri);
	buffer_lit(b, ">");
	parts_add_q(b, q);
	buffer_lit(b, "\r\n");
	if (b->full)
		b->len = before;
}

/* The targets as Contact lines of a 3xx: the Request-URI when it was changed, then the further ones; as many as fit. */
static struct slice contacts(struct run *run)
{
	const struct message *m = run->message;
	struct buffer b = buffer(arena_text(run->arena, CONTACTS_SIZE), CONTACTS_SIZE);
	int count;
	const struct target *list = targets_collect(run, SLICE(""), &count);

	for (int i = 0; i < count && !b.full; i++)
		if (!slice_equal(list[i].uri, m->received_uri))
			add_contact(&b, list[i].uri, list[i].q);
	return buffer_slice(&b);
}

static bool is_phrase(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (((unsigned char)s.at[i] < ' ' && s.at[i] != '\t') || s.at[i] == 0x7f)
			return false;
	return true;
}

bool reply_send(struct run *run, int status, struct slice reason, struct slice extra)
{
	const struct services *services = run->services;
	struct message *m = run->message;
	struct transaction *t = run->transaction;

	if (!m->request || m->method == METHOD_ACK || status < 100 || status > 699)
		return false;
	if (status < 200 && m->method != METHOD_INVITE) {
		/* RFC 4320 4.1: the core sends the one that may be sent, when it is time */
		run_log(run, LOG_LEVEL_WARN, "a %d to %.*s is not allowed", status,
			SLICE_FMT(m->method_name));
		return false;
	}
	if (!t && (run->effects & (EFFECT_REPLIED | EFFECT_RELAYED)))
		return false;
	if (!is_phrase(reason)) {
		run_log(run, LOG_LEVEL_WARN,
			"control characters in a reason phrase: the standard one is sent");
		reason = SLICE("");
	}
	if (!reason.len)
		reason = status_reason(status);
	if (status >= 300 && status < 400)
		extra = arena_join(run->arena, contacts(run), extra);
	extra = arena_join(run->arena, extra, services->site->server_header);
	if (t) {
		t->reply_extra = run->context->reply_extra;
		if (!transaction_reply(t, status, reason, extra))
			return false;
	} else {
		extra = arena_join(run->arena, run->context->reply_extra, extra);
		reply_stateless(services->core, m, status, reason, extra, SLICE(""));
	}
	if (status >= 200)
		run->effects |= EFFECT_REPLIED;
	return true;
}

/* 3262 3: who requires 100rel wants provisional replies to be repeated until PRACK comes; that is not done here. */
static bool must_be_reliable(const struct run *run, int status)
{
	const struct message *m = run->message;

	return status > 100 && status < 200 && m->method == METHOD_INVITE &&
	       message_has_token(m, HEADER_REQUIRE, SLICE("100rel"));
}

int act_send_reply(struct run *run, const struct value *argv, int argc)
{
	struct slice reason = argc > 1 && argv[1].type == VALUE_STRING ? argv[1].text : SLICE("");

	if (must_be_reliable(run, (int)argv[0].number)) {
		run_log(run, LOG_LEVEL_WARN, "no %d is sent: it would have to be reliable (Require: 100rel)",
			(int)argv[0].number);
		return RUN_FALSE;
	}
	return reply_send(run, (int)argv[0].number, reason, SLICE("")) ? RUN_TRUE : RUN_FALSE;
}

int act_t_reply(struct run *run, const struct value *argv, int argc)
{
	if (!run->transaction && (run->effects & (EFFECT_REPLIED | EFFECT_RELAYED)))
		return RUN_FALSE;
	if (!relay_transaction(run))
		return RUN_FALSE;
	return act_send_reply(run, argv, argc);
}

int act_reply_error(struct run *run, const struct value *argv, int argc)
{
	const struct routing *r = routing_get(run);
	int status = run->context->last_error;
	bool known = status && status == r->error_status;

	(void)argv, (void)argc;
	return reply_send(run, status ? status : 500, known ? r->error_reason : SLICE(""),
		       known ? r->error_extra : SLICE(""))
		       ? RUN_TRUE
		       : RUN_FALSE;
}

int act_append_to_reply(struct run *run, const struct value *argv, int argc)
{
	struct context *c = run->context;
	struct slice line;

	(void)argc;
	if (!field_line(run, argv[0].text, &line))
		return RUN_FALSE;
	c->reply_extra = arena_join(c->arena, c->reply_extra, line);
	if (run->transaction)
		run->transaction->reply_extra = c->reply_extra;
	return RUN_TRUE;
}

int act_options_reply(struct run *run, const struct value *argv, int argc)
{
	static const struct slice capabilities =
		SLICE("Accept: */*\r\nAccept-Encoding: identity\r\nAccept-Language: *\r\n"
		      "Allow: INVITE, ACK, CANCEL, BYE, REGISTER, OPTIONS, SUBSCRIBE, NOTIFY, PUBLISH, "
		      "MESSAGE, INFO, "
		      "PRACK, UPDATE, REFER\r\nSupported: path\r\n");

	(void)argv, (void)argc;
	if (run->message->method != METHOD_OPTIONS)
		return RUN_FALSE;
	return reply_send(run, 200, SLICE(""), capabilities) ? RUN_TRUE : RUN_FALSE;
}

int act_discard(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	if (run->transaction) {
		run_log(run, LOG_LEVEL_WARN, "a transaction must be answered: not discarded");
		return RUN_FALSE;
	}
	run->effects |= EFFECT_DISCARDED;
	return RUN_TRUE;
}
