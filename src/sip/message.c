/* message: parsing of datagrams, and the life of messages.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/message.h"
#include "sip/chars.h"
#include "sip/guard.h"
#include "sip/sofia.h"

/* A message being parsed. */
struct parse {
	struct message *m;
	struct verdict_reason why; /* the first thing found wrong; status 0: nothing */
	uint32_t seen;             /* bits of the headers seen so far */
	int values;                /* parsed so far, */
	size_t parsed;             /* and their bytes */
	bool bad_via;              /* the topmost Via is none: nobody to answer */
	struct slice cseq_method;
	struct slice length; /* of Content-Length */
};

_Static_assert(HEADERS <= 32, "a bit for each header");
#define BIT(h) (UINT32_C(1) << (h))

/* Fields of which there is one at most, and which something here relies on (7.3.1). */
static const uint32_t single = BIT(HEADER_FROM) | BIT(HEADER_TO) | BIT(HEADER_CALL_ID) | BIT(HEADER_CSEQ) |
			       BIT(HEADER_MAX_FORWARDS) | BIT(HEADER_CONTENT_LENGTH) |
			       BIT(HEADER_CONTENT_TYPE) | BIT(HEADER_EXPIRES) | BIT(HEADER_MIN_EXPIRES) |
			       BIT(HEADER_EVENT) | BIT(HEADER_TIMESTAMP) | BIT(HEADER_DATE);
static const uint32_t needed =
	BIT(HEADER_VIA) | BIT(HEADER_FROM) | BIT(HEADER_TO) | BIT(HEADER_CALL_ID) | BIT(HEADER_CSEQ);

static void blame(struct parse *p, int status, const char *reason)
{
	if (!p->why.status)
		p->why = (struct verdict_reason){ status, reason };
}

/* What a start line says; false when it is none of SIP at all. */
struct start {
	bool reply, good;
	struct slice method, uri, version, reason;
	int status;
};

static bool reply_line_parse(struct slice s, struct start *start)
{
	uint64_t status;
	start->reply = true;
	if (!slice_starts_nocase(s, SLICE("SIP/2.0 ")))
		return false;
	s = slice_trim(chars_skip(s, 8));
	if (s.len < 3 || (s.len > 3 && !char_is_blank(s.at[3])) || !slice_number(slice(s.at, 3), &status) ||
		status < 100 || status > 699)
		return false;
	start->status = (int)status;
	start->reason = slice_trim(chars_skip(s, 3));
	start->good = true;
	return true;
}

/* Blanks round the parts are tolerated (RFC 4475 3.1.2.10, 3.1.2.11), those within the URI not (3.1.2.9). */
static bool start_line_parse(struct slice s, struct start *start)
{
	*start = (struct start){ 0 };
	if (slice_starts_nocase(s, SLICE("SIP/")))
		return reply_line_parse(s, start);
	size_t end = s.len, n = chars_span(s, CHAR_TOKEN);
	while (end && !char_is_blank(s.at[end - 1]))
		end--;
	start->version = chars_skip(s, end);
	if (end == 0 || !slice_starts_nocase(start->version, SLICE("SIP/")))
		return false;
	start->method = slice(s.at, n);
	if (n == 0 || n >= end || !char_is_blank(s.at[n]))
		return true;
	start->uri = slice_trim(slice(s.at + n, end - n));
	start->good = true;
	return true;
}

/* 8.2.2.1, 16.3: the version, the syntax of the Request-URI, its scheme. */
static void check_request_line(struct parse *p, const struct start *start)
{
	struct message *m = p->m;
	m->method_name = start->method;
	m->method = method_parse(start->method);
	m->received_uri = start->uri;
	if (!start->good) {
		blame(p, 400, "Bad Request Line");
	} else if (!slice_equal_nocase(start->version, SLICE("SIP/2.0"))) {
		struct slice number = chars_skip(start->version, 4), major;
		bool version = slice_cut(&number, '.', &major) && major.len && number.len && major.len < 4 &&
			       char_is_digit(major.at[0]) && char_is_digit(number.at[0]);
		blame(p, version ? 505 : 400, version ? "Version Not Supported" : "Bad Request Line");
	} else if (!uri_parse(start->uri, &m->now.uri) ||
		   (m->now.uri.scheme != URI_OTHER && !sofia_uri(start->uri))) {
		blame(p, 400, "Bad Request-URI");
	} else if (m->now.uri.scheme == URI_OTHER && !slice_starts_nocase(start->uri, SLICE("urn:"))) {
		blame(p, 416, "Unsupported URI Scheme");
	}
}

/* Whether VALUE may be parsed too: what a datagram can make us do has a limit. */
static bool is_within_limits(struct parse *p, struct slice value)
{
	p->values++;
	p->parsed += value.len;
	return value.len < SOFIA_VALUE && p->values <= GUARD_VALUES && p->parsed <= GUARD_PARSED;
}

static void check_via(struct parse *p, struct slice value)
{
	struct slice rest = value, one;
	bool any = false;
	while (list_next(&rest, &one)) {
		struct via via = { 0 };
		any = true;
		bool good = is_within_limits(p, one) && via_parse(one, &via) && sofia_via(one);
		if (!p->m->via.text.len && !p->bad_via) {
			/* where to answer is known when sent-by could be read */
			p->bad_via = !good && !via.sent_by.len;
			p->m->via = p->bad_via ? (struct via){ 0 } : via;
		}
		if (!good) {
			blame(p, 400, "Bad Via");
			return;
		}
	}
	if (!any)
		blame(p, 400, "Bad Via");
}

/* From and To: one value, a URI in it, one tag at most. */
static bool check_party(struct slice value, struct name_addr *n, struct uri *uri, struct slice *tag)
{
	struct slice rest;
	if (!name_addr_parse(value, n) || !uri_parse(n->uri, uri) || !sofia_from(value))
		return false;
	if (!param_find(n->params, SLICE("tag"), tag))
		return true;
	/* an empty tag would read as none, a second one may be the one that others go by */
	rest = slice(tag->at + tag->len, (size_t)(n->params.at + n->params.len - tag->at) - tag->len);
	struct slice second;
	return tag->len && tag->at[0] != '"' && !param_find(rest, SLICE("tag"), &second);
}

/* Lists of name-addr: Route; Contact and Path where a registrar reads them. */
static bool check_list(struct parse *p, struct slice value, bool (*judge)(struct slice))
{
	struct slice rest = value, one;
	while (list_next(&rest, &one)) {
		struct name_addr n;
		struct uri uri;
		if (!is_within_limits(p, one) || !name_addr_parse(one, &n) || !judge(one))
			return false;
		if (!uri_parse(n.uri, &uri) && !(judge == sofia_contact && slice_equal(one, SLICE("*"))))
			return false;
	}
	return true;
}

/* 20.8, 25.1: word [ "@" word ]; more than the grammar's characters are let through, but none that separate or control. */
static bool check_call_id(struct slice value)
{
	for (size_t i = 0; i < value.len; i++)
		if ((unsigned char)value.at[i] <= ' ' || value.at[i] == 0x7f)
			return false;
	return value.len > 0;
}

/* 20.16: a number of 32 bits and a method. */
static bool check_cseq(struct parse *p, struct slice value)
{
	size_t n = 0;
	uint64_t number;
	while (n < value.len && char_is_digit(value.at[n]))
		n++;
	struct slice method = chars_skip(value, n);
	p->cseq_method = chars_skip(method, chars_span_lws(method));
	if (!slice_number(slice(value.at, n), &number) || number > UINT32_MAX ||
		p->cseq_method.len == method.len)
		return false;
	p->m->cseq = (uint32_t)number;
	return p->cseq_method.len && chars_are(p->cseq_method, CHAR_TOKEN);
}

static bool check_max_forwards(struct parse *p, struct slice value)
{
	uint64_t n;
	if (!slice_number(value, &n) || n > 255)
		return false;
	p->m->now.max_forwards = (int)n;
	return true;
}

static void check_line(struct parse *p, const struct line *line)
{
	struct message *m = p->m;
	if (p->seen & BIT(line->id) & single) {
		blame(p, 400, "Header Field Present Twice");
		return;
	}
	p->seen |= BIT(line->id);
	bool registers = m->request && m->method == METHOD_REGISTER;
	switch (line->id) {
	case HEADER_VIA:
		check_via(p, line->value);
		break;
	case HEADER_FROM:
		if (!check_party(line->value, &m->from, &m->from_uri, &m->from_tag))
			blame(p, 400, "Bad From");
		break;
	case HEADER_TO:
		if (!check_party(line->value, &m->to, &m->to_uri, &m->to_tag))
			blame(p, 400, "Bad To");
		break;
	case HEADER_CALL_ID:
		m->call_id = line->value;
		if (!check_call_id(line->value))
			blame(p, 400, "Bad Call-ID");
		break;
	case HEADER_CSEQ:
		if (!check_cseq(p, line->value))
			blame(p, 400, "Bad CSeq");
		break;
	case HEADER_MAX_FORWARDS:
		if (m->request && !check_max_forwards(p, line->value))
			blame(p, 400, "Bad Max-Forwards");
		break;
	case HEADER_CONTENT_LENGTH:
		p->length = line->value;
		break;
	case HEADER_ROUTE:
		if (m->request && !check_list(p, line->value, sofia_route))
			blame(p, 400, "Bad Route");
		break;
	case HEADER_PATH:
		if (registers && !check_list(p, line->value, sofia_route))
			blame(p, 400, "Bad Path");
		break;
	case HEADER_CONTACT:
		if (registers && !check_list(p, line->value, sofia_contact))
			blame(p, 400, "Bad Contact");
		break;
	default:
		break;
	}
}

/* 18.3: what is behind the body's end is discarded, a body that ends too early is an error. */
static void check_body(struct parse *p, struct slice body)
{
	struct message *m = p->m;
	uint64_t length;
	m->now.body = body;
	if (!(p->seen & BIT(HEADER_CONTENT_LENGTH)))
		return;
	if (!slice_number(p->length, &length)) {
		blame(p, 400, "Bad Content-Length");
	} else if (length > body.len) {
		blame(p, 400, "Body Shorter Than Content-Length");
	} else {
		m->text.len -= body.len - (size_t)length;
		m->now.body.len = (size_t)length;
	}
}

static void check_whole(struct parse *p)
{
	static const struct {
		enum header header;
		const char *reason;
	} missing[] = {
		{ HEADER_VIA, "Missing Via" },
		{ HEADER_FROM, "Missing From" },
		{ HEADER_TO, "Missing To" },
		{ HEADER_CALL_ID, "Missing Call-ID" },
		{ HEADER_CSEQ, "Missing CSeq" },
	};
	struct message *m = p->m;
	for (size_t i = 0; (p->seen & needed) != needed && i < sizeof missing / sizeof *missing; i++)
		if (!(p->seen & BIT(missing[i].header)))
			blame(p, 400, missing[i].reason);
	if (!m->request) {
		m->method_name = p->cseq_method;
		m->method = method_parse(p->cseq_method);
	} else if (!slice_equal(m->method_name, p->cseq_method)) {
		blame(p, 400, "CSeq Method Does Not Match");
	}
}

static struct message *message_new(const struct flow *flow, struct slice data)
{
	/* one block for all that is made here of an ordinary message */
	struct arena *a = arena_new(data.len + sizeof(struct message) + 28 * sizeof(struct line) + 1024);
	struct message *m = ARENA_NEW(a, struct message);
	arena_set_block(a, 2048);
	m->arena = a;
	m->references = 1;
	m->flow = *flow;
	m->text = arena_copy(a, data);
	m->now.max_forwards = -1;
	m->now.lines = ARENA_NEW(a, struct lines);
	m->parsed = m->now.lines;
	return m;
}

enum verdict message_parse(
	const struct flow *flow, struct slice data, struct message **out, struct verdict_reason *why)
{
	struct start start;
	*out = NULL;
	data = guard_skip(data);
	/* "jaK", "ping" and the like: too short for a start line */
	if (data.len < 12)
		return MESSAGE_KEEPALIVE;
	if (!start_line_parse(guard_start_line(data), &start))
		return MESSAGE_DROP;
	struct message *m = message_new(flow, data);
	struct parse p = { .m = m };
	struct slice body;
	const char *wrong = guard_lines(m->arena, &m->text, m->now.lines, &body);
	start_line_parse(guard_start_line(m->text), &start);
	m->request = !start.reply;
	m->status = start.status;
	m->reason = start.reason;
	if (m->request)
		check_request_line(&p, &start);
	if (wrong)
		blame(&p, 400, wrong);
	for (int i = 0; i < m->now.lines->count; i++)
		check_line(&p, &m->now.lines->at[i]);
	check_whole(&p);
	check_body(&p, body);
	/* what was received is kept for replies: the first edit makes a copy */
	m->now.lines->shared = true;
	bool answer = m->request && m->method != METHOD_ACK && m->via.text.len;
	if (p.why.status && !answer) {
		arena_free(m->arena);
		return MESSAGE_DROP;
	}
	*out = m;
	if (!p.why.status)
		return MESSAGE_OK;
	*why = p.why;
	return MESSAGE_REJECT;
}

struct message *message_ref(struct message *m)
{
	m->references++;
	return m;
}

void message_unref(struct message *m)
{
	if (!m || --m->references)
		return;
	if (m->at_end)
		m->at_end(m, m->at_end_user);
	arena_free(m->arena);
}
