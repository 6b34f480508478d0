/* print: what goes out, made of what came in: untouched lines are copied, only the changed ones are written anew.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/chars.h"
#include "sip/guard.h"

/* What lies between the starts of two pieces of one text. */
static struct slice between(const char *from, const char *to)
{
	return slice(from, (size_t)(to - from));
}

static void add_line_end(struct buffer *b)
{
	buffer_lit(b, "\r\n");
}

static void add_header(struct buffer *b, const char *name, struct slice value)
{
	buffer_add(b, slice_of(name));
	buffer_lit(b, ": ");
	buffer_add(b, value);
	add_line_end(b);
}

static void add_length(struct buffer *b, size_t n)
{
	buffer_lit(b, "Content-Length: ");
	buffer_number(b, n);
	buffer_lit(b, "\r\n\r\n");
}

/* Prints the line with the topmost Via of request M as a server must: with received when sent-by is not its source or rport asks for
 * it (18.2.1, RFC 3581 4), with rport's value; whatever a client put there itself goes. */
static void print_top_via(const struct message *m, const struct line *line, struct buffer *b)
{
	struct slice rest = line->value, value, name;
	struct via via;
	struct address host;
	char text[ADDRESS_TEXT];
	if (!list_next(&rest, &value) || !via_parse(value, &via)) {
		buffer_add(b, line->text);
		return;
	}
	bool same = address_parse(via.host, &host) && address_same_host(&host, &m->flow.peer);
	if (same && !m->via.has_rport && !via.received.len) {
		buffer_add(b, line->text);
		return;
	}
	buffer_add(b, between(line->text.at, via.params.at));
	buffer_lit(b, ";received=");
	buffer_add(b, address_plain_text(&m->flow.peer, text));
	if (m->via.has_rport && !via.has_rport) { /* the script asks in its place */
		buffer_lit(b, ";rport=");
		buffer_number(b, m->flow.peer.port);
	}
	struct slice params = via.params;
	const char *piece = params.at;
	while (param_next(&params, &name, &value)) {
		if (slice_equal_nocase(name, SLICE("rport"))) {
			buffer_lit(b, ";rport=");
			buffer_number(b, m->flow.peer.port);
		} else if (!slice_equal_nocase(name, SLICE("received"))) {
			buffer_add(b, between(piece, params.at));
		}
		piece = params.at;
	}
	buffer_add(b, between(piece, line->text.at + line->text.len));
}

void message_print_forward(
	const struct message *m, const struct edition *e, const struct forward *f, struct buffer *b)
{
	buffer_add(b, m->method_name);
	buffer_lit(b, " ");
	buffer_add(b, f->request_uri.len ? f->request_uri : e->uri.text);
	buffer_lit(b, " SIP/2.0\r\n");
	add_header(b, "Via", f->via);
	buffer_add(b, f->record_routes);
	buffer_add(b, f->routes);
	bool top = true, forwards = false;
	for (int i = 0; i < e->lines->count; i++) {
		const struct line *line = &e->lines->at[i];
		if (line->id == HEADER_VIA && top) {
			print_top_via(m, line, b);
			top = false;
		} else if (line->id == HEADER_MAX_FORWARDS && f->max_forwards >= 0) {
			buffer_add(b, between(line->text.at, line->value.at));
			buffer_number(b, (uint64_t)f->max_forwards);
			add_line_end(b);
			forwards = true;
		} else {
			buffer_add(b, line->text);
		}
	}
	if (!forwards && f->max_forwards >= 0) {
		buffer_lit(b, "Max-Forwards: ");
		buffer_number(b, (uint64_t)f->max_forwards);
		add_line_end(b);
	}
	add_line_end(b);
	buffer_add(b, e->body);
}

/* Prints LINE without the first value of its list; nothing when it has no other. */
static void print_popped(const struct line *line, struct buffer *b)
{
	struct slice rest = line->value, value;
	list_next(&rest, &value);
	struct slice others = slice_trim(rest);
	if (!list_next(&rest, &value))
		return;
	buffer_add(b, between(line->text.at, line->value.at));
	buffer_add(b, others);
	add_line_end(b);
}

void message_print_forwarded_reply(const struct message *m, struct buffer *b)
{
	buffer_lit(b, "SIP/2.0 ");
	buffer_number(b, (uint64_t)m->status);
	buffer_lit(b, " ");
	buffer_add(b, m->reason);
	add_line_end(b);
	bool top = true;
	for (int i = 0; i < m->now.lines->count; i++) {
		const struct line *line = &m->now.lines->at[i];
		if (line->id == HEADER_VIA && top) {
			print_popped(line, b);
			top = false;
		} else {
			buffer_add(b, line->text);
		}
	}
	add_line_end(b);
	buffer_add(b, m->now.body);
}

/* Prints the fields of request M that each reply to it repeats (8.2.6.2), in their order. */
static void print_repeated(const struct message *m, int status, struct slice to_tag, struct buffer *b)
{
	const struct lines *received = m->parsed;
	uint32_t seen = 0;
	for (int i = 0; i < received->count; i++) {
		const struct line *line = &received->at[i];
		bool first = !(seen & UINT32_C(1) << line->id);
		seen |= UINT32_C(1) << line->id;
		switch (line->id) {
		case HEADER_VIA:
			if (first)
				print_top_via(m, line, b);
			else
				buffer_add(b, line->text);
			break;
		case HEADER_TO:
			if (first && to_tag.len && !m->to_tag.len && status > 100) {
				buffer_add(b, between(line->text.at, line->value.at + line->value.len));
				buffer_lit(b, ";tag=");
				buffer_add(b, to_tag);
				add_line_end(b);
			} else if (first) {
				buffer_add(b, line->text);
			}
			break;
		case HEADER_FROM:
		case HEADER_CALL_ID:
		case HEADER_CSEQ:
		case HEADER_TIMESTAMP:
			if (first)
				buffer_add(b, line->text);
			break;
		case HEADER_RECORD_ROUTE:
			/* 12.1.1; not to a REGISTER, which makes no dialog (10.3) */
			if (status > 100 && status < 300 && m->method != METHOD_REGISTER)
				buffer_add(b, line->text);
			break;
		default:
			break;
		}
	}
}

/* Adds S, which may come from anywhere, as part of one line. */
static void add_on_line(struct buffer *b, struct slice s)
{
	size_t start = b->len;
	buffer_add(b, s);
	for (size_t i = start; i < b->len; i++)
		if ((unsigned char)b->at[i] < ' ' && b->at[i] != '\t')
			b->at[i] = ' ';
}

void message_print_reply(const struct message *m, int status, struct slice reason, struct slice to_tag,
	struct slice extra, struct slice body, struct buffer *b)
{
	buffer_lit(b, "SIP/2.0 ");
	buffer_number(b, (uint64_t)status);
	buffer_lit(b, " ");
	add_on_line(b, reason);
	add_line_end(b);
	print_repeated(m, status, to_tag, b);
	buffer_add(b, extra);
	add_length(b, body.len);
	buffer_add(b, body);
}

/* Prints METHOD for the request that was sent as SENT: its Request-URI, topmost Via, From, Call-ID, CSeq number and Route; To is the
 * line TO, or SENT's when that is "". */
static void print_related(struct slice sent, const char *method, struct slice to, struct buffer *b)
{
	struct slice rest = sent, cut, uri, value, list;
	struct line line;
	bool via = false;
	int folds = GUARD_FOLDS;
	if (!guard_cut(&rest, NULL, &cut))
		return;
	slice_cut(&cut, ' ', &uri);
	slice_cut(&cut, ' ', &uri);
	buffer_add(b, slice_of(method));
	buffer_lit(b, " ");
	buffer_add(b, uri);
	buffer_lit(b, " SIP/2.0\r\n");
	while (guard_cut(&rest, &folds, &cut) && guard_line(cut, &line)) {
		list = line.value;
		if (line.id == HEADER_VIA && !via && list_next(&list, &value)) {
			add_header(b, "Via", value);
			buffer_lit(b, "Max-Forwards: 70\r\n");
			via = true;
		} else if (line.id == HEADER_CSEQ) {
			size_t digits = 0;
			while (digits < list.len && char_is_digit(list.at[digits]))
				digits++;
			buffer_lit(b, "CSeq: ");
			buffer_add(b, slice(list.at, digits));
			buffer_lit(b, " ");
			buffer_add(b, slice_of(method));
			add_line_end(b);
		} else if (line.id == HEADER_TO && to.len) {
			buffer_add(b, to);
		} else if (line.id == HEADER_FROM || line.id == HEADER_TO || line.id == HEADER_CALL_ID ||
			   line.id == HEADER_ROUTE) {
			buffer_add(b, cut);
		}
	}
}

void message_print_ack(struct slice sent, const struct message *reply, struct buffer *b)
{
	const struct lines *received = reply->parsed;
	struct slice to = SLICE("");
	for (int i = 0; i < received->count && !to.len; i++)
		if (received->at[i].id == HEADER_TO)
			to = received->at[i].text;
	print_related(sent, "ACK", to, b);
	add_length(b, 0);
}

void message_print_cancel(struct slice sent, struct slice extra, struct buffer *b)
{
	print_related(sent, "CANCEL", SLICE(""), b);
	buffer_add(b, extra);
	add_length(b, 0);
}
