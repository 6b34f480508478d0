/* message: libFuzzer target of the SIP layer: parses any datagram, reads all of it, edits it, prints it, and parses what was printed.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Seeds: tests/torture. Besides memory errors it looks for broken promises: what sipd prints must be a message that sipd accepts. */
#include "sip/branch.h"
#include "sip/digest.h"
#include "sip/message.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct flow flow = { .peer = { .family = AF_INET, .bytes = { 192, 0, 2, 7 }, .port = 5062 } };
static const struct hash_key key = { 1, 2 };

static void promise(bool kept)
{
	if (!kept)
		abort();
}

static bool ours(const void *user, struct slice host, uint16_t port)
{
	return host.len > (size_t)port && !user;
}

static void read_uri(struct arena *a, struct slice text)
{
	struct uri u, again;
	struct slice value, user = SLICE("x"), host = SLICE("y:1");
	struct address address;
	if (!uri_parse(text, &u))
		return;
	promise(uri_parse(uri_aor(a, &u), &again));
	promise(slice_equal(uri_aor(a, &again), uri_aor(a, &u)));
	uri_param(&u, SLICE("transport"), &value);
	uri_address(&u, &address);
	uri_is_loose(&u);
	uri_equal(&u, &u);
	uri_unescape(a, u.user);
	promise(uri_parse(uri_with(a, &u, &user, NULL, 0), &again) || u.scheme == URI_TEL);
	promise(uri_parse(uri_with(a, &u, NULL, &host, 0), &again));
	struct slice escaped = uri_escape_user(a, text);
	promise(uri_parse(uri_with(a, &u, &escaped, &host, -1), &again));
}

static void read_values(struct message *m)
{
	struct lines *lines = m->now.lines;
	for (int i = 0; i < lines->count; i++) {
		struct line *line = &lines->at[i];
		struct slice rest = line->value, value;
		struct digest d;
		char text[DIGEST_TEXT];
		message_unfold(m->arena, line->value);
		promise(message_line(m, line->id, line->name, i) == i);
		if (digest_parse(m->arena, line->value, &d))
			digest_matches(&d, digest_ha1(d.algorithm, d.username, d.realm, SLICE("p"), text),
				SLICE("X"), SLICE(""));
		for (int n = 0; n < 20 && list_next(&rest, &value); n++) {
			struct name_addr name;
			struct via via;
			if (name_addr_parse(value, &name))
				read_uri(m->arena, name.uri);
			via_parse(value, &via);
			param_find(value, SLICE("q"), &value);
		}
	}
	struct slice value;
	message_value(m, HEADER_VIA, -1, &value);
	message_has_token(m, HEADER_SUPPORTED, SLICE("path"));
	read_uri(m->arena, m->now.uri.text);
}

static void read_keys(const struct message *m)
{
	char text[BRANCH_TEXT];
	struct branch_id id = { .loop = branch_loop_hash(&key, m) };
	struct flow to;
	branch_verify(&key, m, &id);
	branch_make(&key, m, &id, text);
	branch_is_loop(m, id.loop, ours, NULL);
	branch_stateless_tag(&key, m, text);
	message_reply_flow(m, &to);
	message_next_flow(m, &to);
}

/* What was printed into B must be accepted. */
static struct message *again(struct buffer *b)
{
	struct verdict_reason why;
	struct message *m;
	if (b->full)
		return NULL;
	enum verdict verdict = message_parse(&flow, buffer_slice(b), &m, &why);
	promise(verdict == MESSAGE_OK);
	return m;
}

static void print_reply(const struct message *m, bool accepted, char *out, size_t size)
{
	struct buffer b = buffer(out, size);
	message_print_reply(m, 200, SLICE("OK"), SLICE("t"), SLICE("X: y\r\n"), SLICE("body"), &b);
	if (!accepted)
		return;
	struct message *reply = again(&b);
	if (!reply)
		return;
	promise(slice_equal(reply->call_id, m->call_id) && reply->cseq == m->cseq && reply->to_tag.len);
	message_unref(reply);
}

/* A forwarded request has one Via more, and what nobody touched is as it was. */
static void print_forward(struct message *m, char *out, size_t size)
{
	struct buffer b = buffer(out, size);
	struct forward f = { .via = SLICE("SIP/2.0/UDP me;branch=z9hG4bKx"),
		.max_forwards = 3,
		.record_routes = SLICE("Record-Route: <sip:me;lr>\r\n") };
	message_print_forward(m, &m->now, &f, &b);
	/* one line, one value more may be one too many */
	if (m->now.lines->count > 250 ||
		message_values(m, HEADER_VIA) + message_values(m, HEADER_ROUTE) > 100 || m->text.len > 4000)
		return;
	struct message *next = again(&b);
	if (!next)
		return;
	promise(message_values(next, HEADER_VIA) == message_values(m, HEADER_VIA) + 1);
	promise(slice_equal(next->now.body, m->now.body) && next->now.max_forwards == 3);
	struct buffer c = buffer(out + size / 2, size / 2);
	struct slice sent = buffer_slice(&b);
	if (sent.len < size / 2) {
		message_print_cancel(sent, SLICE(""), &c);
		message_unref(again(&c));
	}
	message_unref(next);
}

static void edit(struct message *m, const uint8_t *data, size_t size)
{
	size_t part = size < 60 ? size : 60;
	struct slice bytes = slice((const char *)data, part);
	message_set_uri(m, bytes);
	message_insert(m, size ? data[size - 1] % (m->now.lines->count + 1) : 0, bytes);
	if (m->now.lines->count)
		message_replace(m, (int)(size % (size_t)m->now.lines->count), m->now.lines->at[0].value);
	message_pop(m, HEADER_ROUTE);
	message_pop(m, HEADER_RECORD_ROUTE);
	message_remove_all(m, HEADER_OTHER, SLICE("Subject"));
	message_set_max_forwards(m, 70);
	message_set_body(m, bytes);
	message_insert(m, -1, SLICE("A: 1\r\nB: 2"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char out[200000];
	struct slice input = slice((const char *)data, size);
	struct verdict_reason why;
	struct message *m;
	enum verdict verdict = message_parse(&flow, input, &m, &why);
	struct slice id = message_peek_call_id(input);
	struct arena *a = arena_new(0);
	struct digest d;
	read_uri(a, input);
	digest_parse(a, input, &d);
	arena_free(a);
	if (!m)
		return 0;
	if (verdict == MESSAGE_OK)
		promise(slice_equal(id, m->call_id));
	if (m->request)
		print_reply(m, verdict == MESSAGE_OK && m->text.len < 4000, out, sizeof out);
	if (verdict == MESSAGE_OK) {
		struct buffer b = buffer(out, sizeof out);
		read_values(m);
		read_keys(m);
		if (m->request) {
			print_forward(m, out, sizeof out);
		} else {
			message_print_forwarded_reply(m, &b);
			b = buffer(out, sizeof out);
			message_print_ack(SLICE("INVITE sip:h SIP/2.0\r\nVia: x\r\n\r\n"), m, &b);
		}
		edit(m, data, size);
		read_values(m);
		b = buffer(out, sizeof out);
		message_print_forward(
			m, &m->now, &(struct forward){ .via = SLICE("x"), .max_forwards = 1 }, &b);
	}
	message_unref(m);
	return 0;
}
