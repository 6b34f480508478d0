/* sip_message: tests of messages: what is let in, reading, editing, printing, and where replies go.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "sip/guard.h"
#include "sip/message.h"
#include <stdlib.h>

#define FROM_TO    "From: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>\r\n"
#define VIA        "Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa\r\n"
#define CALL       "Call-ID: c1\r\nCSeq: 1 OPTIONS\r\n"
#define START      "OPTIONS sip:b@example.com SIP/2.0\r\n"
#define OPTIONS(x) START VIA FROM_TO CALL x "\r\n"
#define REPLY(x)   "SIP/2.0 200 OK\r\n" VIA FROM_TO CALL x "\r\n"
#define REGISTER(x)                                                                                          \
	"REGISTER sip:example.com SIP/2.0\r\n" VIA FROM_TO "Call-ID: c1\r\nCSeq: 1 REGISTER\r\n" x "\r\n"

static const struct flow flow = { .peer = { .family = AF_INET, .bytes = { 192, 0, 2, 7 }, .port = 5062 },
	.listener = 3 };

static bool is(struct slice s, const char *text)
{
	return slice_equal(s, slice_of(text));
}

/* 0 accepted, 1 keep-alive, -1 dropped, else the status. The datagram is at the end of its memory, as in a socket's buffer. */
static int parse(struct slice data, struct message **m)
{
	struct verdict_reason why = { 0 };
	char *exact = malloc(data.len + !data.len);
	memcpy(exact, data.at, data.len);
	enum verdict verdict = message_parse(&flow, slice(exact, data.len), m, &why);
	struct slice id = message_peek_call_id(slice(exact, data.len));
	if (verdict == MESSAGE_OK)
		CHECK(slice_equal(id, (*m)->call_id));
	CHECK((verdict == MESSAGE_OK || verdict == MESSAGE_REJECT) == (*m != NULL));
	free(exact);
	return verdict == MESSAGE_OK          ? 0
	       : verdict == MESSAGE_KEEPALIVE ? 1
	       : verdict == MESSAGE_DROP      ? -1
					      : why.status;
}

static int status_of(struct slice data)
{
	struct message *m;
	int status = parse(data, &m);
	message_unref(m);
	return status;
}

#define STATUS(literal) status_of(SLICE(literal))

static struct message *good(struct slice data)
{
	struct message *m;
	CHECK(parse(data, &m) == 0);
	return m;
}

static void fillers(void)
{
	CHECK(STATUS("") == 1 && STATUS("\r\n\r\n") == 1 && STATUS("\0\0\0\0") == 1 && STATUS("jaK") == 1);
	CHECK(STATUS("  \t\r\n\r\n") == 1 && STATUS("ping") == 1);
	CHECK(STATUS("\r\n\r\n" OPTIONS("")) == 0 && STATUS("\0" OPTIONS("")) == 0);
	CHECK(STATUS("GET / HTTP/1.1\r\nHost: x\r\n\r\n") == -1);
	CHECK(STATUS("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\x00") == -1);
	CHECK(STATUS("no line end at all, and no SIP either") == -1);
}

static void start_lines(void)
{
	static const struct {
		const char *line;
		int status;
	} cases[] = {
		{ "OPTIONS sip:b@example.com SIP/2.0", 0 },
		{ "OPTIONS sip:b@example.com sip/2.0", 0 },
		{ "OPTIONS  sip:b@example.com  SIP/2.0 ", 0 },
		{ "OPTIONS sip:b@example.com SIP/3.0", 505 },
		{ "OPTIONS sip:b@example.com SIP/7.0x", 505 },
		{ "OPTIONS sip:b@example.com SIP/x", 400 },
		{ "OPTIONS sip:b@example.com SIP/", 400 },
		{ "OPTIONS sip:b@example.com HTTP/1.1", -1 },
		{ "OPTIONS sip:b@example.com", -1 },
		{ "OPTIONS SIP/2.0", 400 },
		{ "options sip:b@example.com SIP/2.0", 400 },
		{ "OPTIONS sip:b@exa mple.com SIP/2.0", 400 },
		{ "OPTIONS <sip:b@example.com> SIP/2.0", 400 },
		{ "OPTIONS sip: SIP/2.0", 400 },
		{ "OPTIONS sip:%@h SIP/2.0", 400 },
		{ "OPTIONS sip:b@h:99999 SIP/2.0", 400 },
		{ "OPTIONS tel:+123 SIP/2.0", 0 },
		{ "OPTIONS urn:service:sos SIP/2.0", 0 },
		{ "OPTIONS mailto:x@h SIP/2.0", 416 },
		{ "OPT{IONS sip:b@example.com SIP/2.0", 400 },
		{ "SIP/2.0 200 OK", 0 },
		{ "SIP/2.0 200", 0 },
		{ "SIP/2.0 200 ", 0 },
		{ "SIP/2.0 099 x", -1 },
		{ "SIP/2.0 700 x", -1 },
		{ "SIP/2.0 2000 x", -1 },
		{ "SIP/2.0 20 x", -1 },
		{ "SIP/3.0 200 x", -1 },
		{ "SIP/2.0", -1 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[512];
		int n = snprintf(text, sizeof text, "%s\r\n" VIA FROM_TO CALL "\r\n", cases[i].line);
		int status = status_of(slice(text, (size_t)n));
		if (!CHECK(status == cases[i].status))
			printf("# %s: %d\n", cases[i].line, status);
	}
}

static void headers_checked(void)
{
	/* one more, or another, line: what becomes of the request */
	static const struct {
		const char *lines;
		int status;
	} cases[] = {
		{ "Max-Forwards: 0\r\n", 0 },
		{ "Max-Forwards: 255\r\n", 0 },
		{ "Max-Forwards: 256\r\n", 400 },
		{ "Max-Forwards: -1\r\n", 400 },
		{ "Max-Forwards:\r\n", 400 },
		{ "Max-Forwards: 7 0\r\n", 400 },
		{ "Max-Forwards: 1\r\nMax-Forwards: 1\r\n", 400 },
		{ "Content-Length: 0\r\n", 0 },
		{ "Content-Length : 0\r\n", 0 },
		{ "l:\r\n 0\r\n", 0 },
		{ "Content-Length: 1\r\n", 400 },
		{ "Content-Length: -1\r\n", 400 },
		{ "Content-Length: 0x0\r\n", 400 },
		{ "Content-Length: +0\r\n", 400 },
		{ "Content-Length: 4294967296\r\n", 400 },
		{ "Content-Length: 18446744073709551616\r\n", 400 },
		{ "Content-Length: 0\r\nl: 0\r\n", 400 },
		{ "Content-Length:\r\n", 400 },
		{ "From: <sip:x@y>\r\n", 400 },
		{ "t: <sip:x@y>\r\n", 400 },
		{ "i: other\r\n", 400 },
		{ "CSeq: 1 OPTIONS\r\n", 400 },
		{ "Via: SIP/2.0/UDP :]\r\n", 400 },
		{ "Via:\r\n", 400 },
		{ "Via: SIP/2.0/UDP h;branch=\r\n", 400 },
		{ "Via: SIP/2.0/UDP h;branch=a;branch=b\r\n", 400 },
		{ "Via: SIP/2.0/UDP h:99999\r\n", 400 },
		{ "Via: SIP/2.0/UDP h, SIP/2.0/UDP\r\n", 400 },
		{ "Via: SIP/2.0/UDP h;branch=z9hG4bKa/b\r\n", 0 },
		{ "Via: SIP/2.0/UDP h, SIP/2.0/TCP [2001:db8::1]:5061;received=2001:db8::2\r\n", 0 },
		{ "Route: <sip:h;lr>, \"x, y\" <sip:i;lr>;a=b\r\n", 0 },
		{ "Route: <sip:h;lr\r\n", 400 },
		{ "Route: <sip:h:999999;lr>\r\n", 400 },
		{ "Route: *\r\n", 400 },
		{ "Contact: <sip:h\r\n", 0 },
		{ "Record-Route: <sip:h\r\n", 0 },
		{ "X-Any: anything \"at all <\r\n", 0 },
		{ "No colon\r\n", 400 },
		{ ": no name\r\n", 400 },
		{ "Na me: x\r\n", 400 },
		{ "N\xc3\xa4me: x\r\n", 400 },
		{ "X: a\rb\r\n", 400 },
		{ "X: a\r\r\n", 400 },
		{ "X: a\n", 0 },
		{ "X: a\r\n folded\r\n\tagain\r\n", 0 },
		{ "X: a\n folded\r\n", 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[512];
		int n = snprintf(text, sizeof text, START VIA FROM_TO CALL "%s\r\n", cases[i].lines);
		int status = status_of(slice(text, (size_t)n));
		if (!CHECK(status == cases[i].status))
			printf("# %s: %d\n", cases[i].lines, status);
	}
	CHECK(STATUS(REGISTER("Contact: <sip:a@192.0.2.7>;expires=60, sip:b@h;q=0.5\r\n")) == 0);
	CHECK(STATUS(REGISTER("Contact: *\r\n")) == 0 && STATUS(REGISTER("Contact: <sip:h\r\n")) == 400);
	CHECK(STATUS(REGISTER("Contact: \"x\" sip:h\r\n")) == 400 && STATUS(REGISTER("Path: *\r\n")) == 400);
	CHECK(STATUS(REGISTER("Contact: sip:a@h?b=c\r\n")) == 400);
}

static void parties(void)
{
	static const struct {
		const char *value;
		int status;
	} cases[] = {
		{ "sip:a@h", 0 },
		{ "sip:a@h;tag=x", 0 },
		{ "<sip:a@h;user=phone> ; tag=x;y=\"a;b\"", 0 },
		{ "A B <sip:a@h>", 0 },
		{ "\"A \\\" <B>\" <sip:a@h>", 0 },
		{ "\"A\"<sip:a@h>", 0 },
		{ "J\xc3\xbcrgen <sip:a@h>", 0 },
		{ "<sip:*98#@h>;tag=a/b:c", 0 },
		{ "<sip:\xc3\xbc@h>", 400 },
		{ "<sip:a@h>;tag=", 400 },
		{ "<sip:a@h>;tag", 400 },
		{ "<sip:a@h>;tag=x;tag=y", 400 },
		{ "<sip:a@h>;tag=x y", 400 },
		{ "<sip:a@h>;tag=\"x\"", 400 },
		{ "<sip:a@h>;", 400 },
		{ "<sip:a@h> x", 400 },
		{ "<sip:a@h>, <sip:b@h>", 400 },
		{ "\"A <sip:a@h>", 400 },
		{ "A, B <sip:a@h>", 400 },
		{ "<sip:a@h", 400 },
		{ "<>", 400 },
		{ "", 400 },
		{ "*", 400 },
		{ "sip:a@h>", 400 },
		{ "sip:a@h?x=y", 400 },
		{ "<sip:a b@h>", 400 },
		{ "<sip:a@h:0>", 400 },
		{ "<isbn:2983792873>", 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[512];
		int n = snprintf(text, sizeof text, START VIA "From: <sip:a@h>\r\nTo: %s\r\n" CALL "\r\n",
			cases[i].value);
		int status = status_of(slice(text, (size_t)n));
		if (!CHECK(status == cases[i].status))
			printf("# %s: %d\n", cases[i].value, status);
	}
	/* a NUL stands only behind a backslash */
	CHECK(STATUS(START VIA "From: \"\\\0\" <sip:a@h>\r\nTo: <sip:b@h>\r\n" CALL "\r\n") == 0);
	CHECK(STATUS(START VIA "From: \"\0\" <sip:a@h>\r\nTo: <sip:b@h>\r\n" CALL "\r\n") == 400);
	CHECK(STATUS(OPTIONS("X: \0\r\n")) == 400);
}

static void call_ids(void)
{
	CHECK(STATUS(START VIA FROM_TO "Call-ID:\r\nCSeq: 1 OPTIONS\r\n\r\n") == 400);
	CHECK(STATUS(START VIA FROM_TO "Call-ID: a b\r\nCSeq: 1 OPTIONS\r\n\r\n") == 400);
	CHECK(STATUS(START VIA FROM_TO "Call-ID: a\x01\r\nCSeq: 1 OPTIONS\r\n\r\n") == 400);
	CHECK(STATUS(START VIA FROM_TO "i :\r\n a@b\r\nCSeq: 1 OPTIONS\r\n\r\n") == 0);
	CHECK(STATUS(START VIA FROM_TO "cALL-id\t: a@b \r\nCSeq: 1 OPTIONS\r\n\r\n") == 0);
	CHECK(STATUS(START VIA FROM_TO "Call-ID: a\nCSeq: 1 OPTIONS\n\n") == 0);
	CHECK(STATUS(START VIA FROM_TO "Call-ID: a\r\nCSeq: 4294967295 OPTIONS\r\n\r\n") == 0);
	CHECK(STATUS(START VIA FROM_TO "Call-ID: a\r\nCSeq: 4294967296 OPTIONS\r\n\r\n") == 400);
	CHECK(STATUS(START VIA FROM_TO "Call-ID: a\r\nCSeq: -1 OPTIONS\r\n\r\n") == 400);
	CHECK(STATUS(START VIA FROM_TO "Call-ID: a\r\nCSeq: 1OPTIONS\r\n\r\n") == 400);
	CHECK(STATUS(START VIA FROM_TO "Call-ID: a\r\nCSeq: 1 OPTIONS x\r\n\r\n") == 400);
	CHECK(STATUS(START VIA FROM_TO "Call-ID: a\r\nCSeq: 1\r\n\r\n") == 400);
	CHECK(STATUS(START VIA FROM_TO "Call-ID: a\r\nCSeq: 1 INVITE\r\n\r\n") == 400);
	/* looked for in the header only */
	CHECK(message_peek_call_id(SLICE(START VIA "\r\nCall-ID: body\r\n")).len == 0);
	CHECK(message_peek_call_id(SLICE(START VIA "\n\nCall-ID: body\r\n")).len == 0);
	CHECK(is(message_peek_call_id(SLICE(START "Contact: x\r\nCall-Info: y\r\nIn: z\r\ni:9\r\n")), "9"));
	CHECK(message_peek_call_id(SLICE("Call-ID: first line\r\n")).len == 0);
	CHECK(message_peek_call_id(SLICE(START "Call-ID: open")).len == 0 &&
		message_peek_call_id(SLICE("")).len == 0);
}

static void not_answered(void)
{
	CHECK(STATUS(START FROM_TO CALL "\r\n") == -1);
	CHECK(STATUS(START "Via: SIP/2.0/UDP :]\r\n" FROM_TO CALL "\r\n") == -1);
	CHECK(STATUS(START "Via: garbage\r\n" VIA FROM_TO CALL "\r\n") == -1);
	CHECK(STATUS("ACK sip:b@h SIP/2.0\r\n" VIA FROM_TO CALL "\r\n") == -1);
	CHECK(STATUS("ACK sip:b@h SIP/2.0\r\n" VIA FROM_TO "Call-ID: 1\r\nCSeq: 1 ACK\r\n\r\n") == 0);
	CHECK(STATUS(REPLY("")) == 0 && STATUS(REPLY("Content-Length: 5\r\n")) == -1);
	CHECK(STATUS("SIP/2.0 200 OK\r\n" FROM_TO CALL "\r\n") == -1);
	CHECK(STATUS("SIP/2.0 200 OK\r\n" VIA FROM_TO "CSeq: 1 OPTIONS\r\n\r\n") == -1);
	CHECK(STATUS(START VIA FROM_TO CALL) == 400 && STATUS(START VIA FROM_TO "CSeq: 1 OPTI") == 400);
}

/* Every length of a datagram: cut off anywhere it is refused or dropped, and nothing reads behind its end. */
static void truncated(void)
{
	static const char whole[] =
		OPTIONS("Route: <sip:h;lr>, <sip:i>\r\nX: \"a\\\"\"\r\n folded\r\nl: 4\r\n") "body";
	struct message *m;
	for (size_t n = 0; n < sizeof whole - 1; n++) {
		int status = parse(slice(whole, n), &m);
		CHECK(status != 0);
		message_unref(m);
	}
	CHECK(parse(slice(whole, sizeof whole - 1), &m) == 0);
	message_unref(m);
}

/* Bodies are what stands behind the blank line, whatever is in them. */
static void bodies(void)
{
	struct message *m = good(SLICE(OPTIONS("Content-Length: 7\r\n") "\0\r\n\r\n\xff"
									"aTAIL"));
	CHECK(slice_equal(m->now.body, slice("\0\r\n\r\n\xff"
					     "a",
					       7)));
	CHECK(m->text.at[m->text.len - 1] == 'a');
	message_unref(m);
	m = good(SLICE(OPTIONS("") "all of it"));
	CHECK(is(m->now.body, "all of it"));
	message_unref(m);
	m = good(SLICE(OPTIONS("") " begins with a blank"));
	CHECK(is(m->now.body, " begins with a blank"));
	message_unref(m);
}

/* Bare LF as line end is taken, but never passed on. */
static void line_ends(void)
{
	struct message *m = good(SLICE("OPTIONS sip:b@h SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.7\n" FROM_TO
				       "Call-ID: c\nCSeq: 1 OPTIONS\nX: a\n b\r\n\nbo\ndy"));
	char out[2048];
	struct buffer b = buffer(out, sizeof out);
	message_print_forward(
		m, &m->now, &(struct forward){ .via = SLICE("SIP/2.0/UDP x"), .max_forwards = -1 }, &b);
	struct slice head = slice(out, b.len - 5);
	for (size_t i = 0; i < head.len; i++)
		CHECK(head.at[i] != '\n' || (i && head.at[i - 1] == '\r'));
	CHECK(is(m->now.body, "bo\ndy") && is(m->call_id, "c"));
	message_unref(m);
}

/* Hostile sizes cost little: the tests are run under a time limit, and the limits show. */
static void floods(void)
{
	static const struct {
		const char *front, *again;
		int status;
	} cases[] = {
		{ "", "A:b\r\n", 400 },
		{ "Contact: *", ",*", 0 },
		{ "Via: SIP/2.0/UDP h", ",SIP/2.0/UDP h", 400 },
		{ "Route: <sip:h>", ",<sip:h>", 400 },
		{ "Route: ", ",", 0 },
		{ "Route: ", "<", 400 },
		{ "X: ", "\r\n ", 400 },
		{ "X: ", "(", 0 },
		{ "Via: SIP/2.0/UDP h", ";a", 400 },
		{ "Route: <sip:h", ";a", 400 },
		{ "Route: \"", "\\\"", 400 },
		{ "X", "x", 400 },
	};
	char *text = malloc(65536);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buffer b = buffer(text, 65535);
		buffer_lit(&b, START VIA FROM_TO CALL);
		buffer_add(&b, slice_of(cases[i].front));
		while (b.len + strlen(cases[i].again) < 65500)
			buffer_add(&b, slice_of(cases[i].again));
		buffer_lit(&b, "\r\n\r\n");
		int status = status_of(buffer_slice(&b));
		if (!CHECK(status == cases[i].status))
			printf("# %s %s: %d\n", cases[i].front, cases[i].again, status);
	}
	free(text);
}

static void reading(void)
{
	struct message *m =
		good(SLICE(OPTIONS("Supported: path , gruu;x=y\r\nX-A: 1\r\nk: outbound\r\nx-a: 2\r\n"
				   "s: a\r\n b\r\nVia:SIP/2.0/UDP two , SIP/2.0/UDP three\r\n"
				   "Contact: \"a, b\" <sip:c;d,e>, sip:f\r\nSubject: c\r\nAllow:\r\n")));
	struct slice value;
	CHECK(message_values(m, HEADER_VIA) == 3 && message_values(m, HEADER_CONTACT) == 2);
	CHECK(message_value(m, HEADER_VIA, 1, &value) && is(value, "SIP/2.0/UDP two"));
	CHECK(message_value(m, HEADER_VIA, -1, &value) && is(value, "SIP/2.0/UDP three"));
	CHECK(message_value(m, HEADER_VIA, -3, &value) && !message_value(m, HEADER_VIA, -4, &value));
	CHECK(!message_value(m, HEADER_VIA, 3, &value) && !message_value(m, HEADER_ROUTE, 0, &value));
	CHECK(message_value(m, HEADER_CONTACT, 0, &value) && is(value, "\"a, b\" <sip:c;d,e>"));
	CHECK(message_has_token(m, HEADER_SUPPORTED, SLICE("PATH")) &&
		message_has_token(m, HEADER_SUPPORTED, SLICE("gruu")) &&
		message_has_token(m, HEADER_SUPPORTED, SLICE("outbound")) &&
		!message_has_token(m, HEADER_SUPPORTED, SLICE("pat")));
	CHECK(message_values(m, HEADER_ALLOW) == 0 && message_line(m, HEADER_ALLOW, SLICE(""), 0) >= 0);
	int first = message_line(m, HEADER_OTHER, SLICE("X-a"), 0);
	CHECK(first > 0 && is(m->now.lines->at[first].value, "1"));
	CHECK(is(m->now.lines->at[message_line(m, HEADER_OTHER, SLICE("x-A"), first + 1)].value, "2"));
	CHECK(message_line(m, HEADER_OTHER, SLICE("X-B"), 0) == -1);
	CHECK(message_line(m, HEADER_OTHER, SLICE("Supported"), 0) ==
		message_line(m, HEADER_SUPPORTED, SLICE(""), 0));
	int subject = message_line(m, HEADER_OTHER, SLICE("Subject"), 0);
	CHECK(message_line(m, HEADER_OTHER, SLICE("S"), 0) == subject &&
		message_line(m, HEADER_OTHER, SLICE("s"), subject + 1) > subject);
	CHECK(is(message_unfold(m->arena, m->now.lines->at[subject].value), "a b"));
	CHECK(is(message_unfold(m->arena, SLICE("a \r\n\t b\r\n c")), "a b c"));
	message_unref(m);
}

static void names(void)
{
	for (int h = 1; h < HEADERS; h++) {
		char other[32];
		struct slice name = header_name((enum header)h);
		CHECK(header_parse(name) == (enum header)h);
		for (size_t i = 0; i < name.len; i++)
			other[i] = (char)(name.at[i] ^ (name.at[i] == '-' ? 0 : 0x20));
		CHECK(header_parse(slice(other, name.len)) == (enum header)h);
		other[name.len - 1] = '!';
		CHECK(header_parse(slice(other, name.len)) == HEADER_OTHER);
	}
	CHECK(header_parse(SLICE("V")) == HEADER_VIA && header_parse(SLICE("l")) == HEADER_CONTENT_LENGTH);
	CHECK(header_parse(SLICE("")) == HEADER_OTHER && header_parse(SLICE("z")) == HEADER_OTHER);
	CHECK(is(header_name(HEADER_OTHER), ""));
}

static void vias(void)
{
	struct via v;
	CHECK(via_parse(
		SLICE("SIP/2.0/UDP h:5070;rport;branch=z9hG4bK1;maddr=224.2.0.1;received=1.2.3.4"), &v));
	CHECK(is(v.transport, "UDP") && is(v.host, "h") && v.port == 5070 && v.has_rport && v.rport == 0);
	CHECK(is(v.branch, "z9hG4bK1") && is(v.maddr, "224.2.0.1") && is(v.received, "1.2.3.4") &&
		is(v.sent_by, "h:5070"));
	CHECK(via_parse(SLICE(" SIP / 2.0 /\r\n TLS [2001:db8::1] : 5061 ; RPORT = 99 ; x = \"a;b\" "), &v));
	CHECK(is(v.transport, "TLS") && is(v.host, "[2001:db8::1]") && v.port == 5061 && v.rport == 99);
	CHECK(via_parse(SLICE("SIP/2.0/UDP h;received=2001:db8::9;rport=1"), &v) &&
		is(v.received, "2001:db8::9"));
	static const char *const bad[] = { "", "SIP", "SIP/2.0", "SIP/2.0/UDP", "SIP/2.0/UDP ",
		"SIP/2.0/UDP:h", "SIP/2.0/UDP ;x", "SIP/2.0/UDP :]", "SIP/2.0/UDP h:", "SIP/2.0/UDP h:0",
		"SIP/2.0/UDP h:x", "SIP/2.0/UDP [", "SIP/2.0/UDP [x]", "SIP/2.0/UDP h x", "SIP/2.0/UDP h;",
		"SIP/2.0/UDP h;;", "SIP/2.0/UDP h;=x", "SIP/2.0/UDP h;x=", "SIP/2.0/UDP h;x=\"a",
		"SIP/2.0/UDP h;rport=x", "SIP/2.0/UDP h;rport=65536", "SIP/2.0/UDP h;branch", "/2.0/UDP h",
		"SIP//UDP h" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (!CHECK(!via_parse(slice_of(bad[i]), &v)))
			printf("# accepted: %s\n", bad[i]);
}

static void lists(void)
{
	struct slice rest = SLICE(" , a, \"b, \\\", c\" <d,e> ;f=\"g,h\" ,(x, (y), z) i ,, j,"), value;
	CHECK(list_next(&rest, &value) && is(value, "a"));
	CHECK(list_next(&rest, &value) && is(value, "\"b, \\\", c\" <d,e> ;f=\"g,h\""));
	CHECK(list_next(&rest, &value) && is(value, "(x, (y), z) i"));
	CHECK(list_next(&rest, &value) && is(value, "j"));
	CHECK(!list_next(&rest, &value) && !list_next(&rest, &value));
	rest = SLICE("\"open, a");
	CHECK(list_next(&rest, &value) && is(value, "\"open, a") && !list_next(&rest, &value));
	struct name_addr n;
	CHECK(name_addr_parse(SLICE("\"A \\\"B\" <sip:a@h;x> ; y=z ; w"), &n) &&
		is(n.display, "\"A \\\"B\"") && is(n.uri, "sip:a@h;x") && is(n.params, " y=z ; w"));
	CHECK(name_addr_parse(SLICE("sip:a@h;y=z"), &n) && is(n.uri, "sip:a@h") && is(n.params, "y=z") &&
		!n.display.len);
	CHECK(name_addr_parse(SLICE("*"), &n) && is(n.uri, "*"));
	CHECK(name_addr_parse(SLICE("A B<sip:h>"), &n) && is(n.display, "A B"));
}

static struct slice printed(const struct message *m, const struct forward *f, char *out, size_t size)
{
	struct buffer b = buffer(out, size);
	message_print_forward(m, &m->now, f, &b);
	CHECK(!b.full);
	return buffer_slice(&b);
}

#define ODD                                                                                                  \
	"x-ODD :  kept  \r\ns: folded\r\n\there\r\nk:a,b , c\r\nm: <sip:x>,<sip:y>\r\nRoute: <sip:r1;lr> , " \
	" <sip:r2;lr>\r\n"                                                                                   \
	"Record-Route:<sip:q>\r\nX-Odd: \"\\\"\r\nContent-type:x/y\r\nl:  5\r\n"

static void forwarded(void)
{
	char out[4096];
	struct message *m = good(SLICE(
		"OPTIONS sip:b@example.com SIP/2.0\r\nv:SIP/2.0/UDP 192.0.2.7;branch=1 , SIP/2.0/UDP z\r\n"
		"max-forwards:70\r\n" FROM_TO CALL ODD "\r\na\0b\r\n"));
	struct forward f = { .via = SLICE("SIP/2.0/UDP me;branch=2"), .max_forwards = 69 };
	CHECK(slice_equal(printed(m, &f, out, sizeof out),
		SLICE("OPTIONS sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP me;branch=2\r\n"
		      "v:SIP/2.0/UDP 192.0.2.7;branch=1 , SIP/2.0/UDP z\r\nmax-forwards:69\r\n" FROM_TO CALL
				ODD "\r\na\0b\r\n")));
	CHECK(message_set_uri(m, SLICE("sip:new@h;x")));
	f.record_routes = SLICE("Record-Route: <sip:me;lr>\r\n");
	f.routes = SLICE("Route: <sip:first;lr>\r\n");
	message_pop(m, HEADER_ROUTE);
	CHECK(slice_equal(printed(m, &f, out, sizeof out),
		SLICE("OPTIONS sip:new@h;x SIP/2.0\r\nVia: SIP/2.0/UDP me;branch=2\r\nRecord-Route: "
		      "<sip:me;lr>\r\n"
		      "Route: <sip:first;lr>\r\nv:SIP/2.0/UDP 192.0.2.7;branch=1 , SIP/2.0/UDP "
		      "z\r\nmax-forwards:69\r\n" FROM_TO CALL
		      "x-ODD :  kept  \r\ns: folded\r\n\there\r\nk:a,b , c\r\nm: <sip:x>,<sip:y>\r\nRoute: "
		      "<sip:r2;lr>\r\n"
		      "Record-Route:<sip:q>\r\nX-Odd: \"\\\"\r\nContent-type:x/y\r\nl:  5\r\n\r\na\0b\r\n")));
	message_pop(m, HEADER_ROUTE);
	CHECK(message_line(m, HEADER_ROUTE, SLICE(""), 0) < 0);
	message_pop(m, HEADER_ROUTE);
	f.request_uri = SLICE("sip:strict");
	CHECK(slice_starts(printed(m, &f, out, sizeof out), SLICE("OPTIONS sip:strict SIP/2.0\r\n")));
	struct buffer small = buffer(out, 100);
	message_print_forward(m, &m->now, &f, &small);
	CHECK(small.full);
	message_unref(m);
}

/* The topmost Via as the next server sees it, for what a client sent. */
static bool via_becomes(const char *sent, const char *right)
{
	char text[1024], out[2048], want[512];
	int n = snprintf(text, sizeof text, START "Via: %s\r\n" FROM_TO CALL "\r\n", sent);
	snprintf(want, sizeof want, "\r\nVia: %s\r\n" FROM_TO, right);
	struct message *m = good(slice(text, (size_t)n));
	if (!m)
		return false;
	struct forward f = { .via = SLICE("SIP/2.0/UDP me"), .max_forwards = -1 };
	struct slice all = printed(m, &f, out, sizeof out);
	bool same = memmem(all.at, all.len, want, strlen(want)) != NULL;
	if (!same)
		printf("# %.*s\n", SLICE_FMT(all));
	message_unref(m);
	return same;
}

static void received_and_rport(void)
{
	CHECK(via_becomes("SIP/2.0/UDP 192.0.2.7;branch=1", "SIP/2.0/UDP 192.0.2.7;branch=1"));
	CHECK(via_becomes(
		"SIP/2.0/UDP 192.0.2.8;branch=1", "SIP/2.0/UDP 192.0.2.8;received=192.0.2.7;branch=1"));
	CHECK(via_becomes("SIP/2.0/UDP h.example.com", "SIP/2.0/UDP h.example.com;received=192.0.2.7"));
	CHECK(via_becomes("SIP/2.0/UDP 192.0.2.7;rport;branch=1",
		"SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;rport=5062;branch=1"));
	CHECK(via_becomes("SIP/2.0/UDP 192.0.2.7:5060;branch=1 ; rport",
		"SIP/2.0/UDP 192.0.2.7:5060;received=192.0.2.7;branch=1 ;rport=5062"));
	/* what a client claims about itself goes */
	CHECK(via_becomes("SIP/2.0/UDP 192.0.2.7;received=9.9.9.9;branch=1",
		"SIP/2.0/UDP 192.0.2.7;received=192.0.2.7;branch=1"));
	CHECK(via_becomes("SIP/2.0/UDP x;rport=9;received=9.9.9.9;a=\"b;c\"",
		"SIP/2.0/UDP x;received=192.0.2.7;rport=5062;a=\"b;c\""));
	CHECK(via_becomes("SIP/2.0/UDP x;branch=1 ,SIP/2.0/UDP y;received=1.1.1.1",
		"SIP/2.0/UDP x;received=192.0.2.7;branch=1 ,SIP/2.0/UDP y;received=1.1.1.1"));
}

static void forwarded_reply(void)
{
	char out[2048];
	struct message *m =
		good(SLICE("SIP/2.0 180 Ring ring\r\nVia: SIP/2.0/UDP me,SIP/2.0/UDP a , SIP/2.0/UDP "
			   "b\r\nVia: SIP/2.0/UDP c\r\n" FROM_TO CALL "s:x\r\nContent-Length: 2\r\n\r\nab"));
	struct buffer b = buffer(out, sizeof out);
	message_print_forwarded_reply(m, &b);
	CHECK(slice_equal(buffer_slice(&b),
		SLICE("SIP/2.0 180 Ring ring\r\nVia: SIP/2.0/UDP a , SIP/2.0/UDP b\r\nVia: SIP/2.0/UDP "
		      "c\r\n" FROM_TO CALL "s:x\r\nContent-Length: 2\r\n\r\nab")));
	message_unref(m);
	m = good(SLICE(
		"SIP/2.0 180 Ring\r\nVia: SIP/2.0/UDP me\r\nVia: SIP/2.0/UDP c\r\n" FROM_TO CALL "\r\n"));
	b = buffer(out, sizeof out);
	message_print_forwarded_reply(m, &b);
	CHECK(slice_equal(
		buffer_slice(&b), SLICE("SIP/2.0 180 Ring\r\nVia: SIP/2.0/UDP c\r\n" FROM_TO CALL "\r\n")));
	message_unref(m);
}

static void replies(void)
{
	char out[2048];
	struct message *m = good(SLICE(
		START "Via: SIP/2.0/UDP x;branch=1\r\nv: SIP/2.0/UDP y\r\nrecord-route: <sip:r;lr>\r\nTo: "
		      "<sip:b@h> \r\n"
		      "Subject: no\r\nf: <sip:a@h>\r\ni: 1\r\nTimestamp: 54\r\nCSeq: 1 OPTIONS\r\n\r\nbody"));
	struct buffer b = buffer(out, sizeof out);
	/* edits are no business of the caller's */
	message_remove_all(m, HEADER_VIA, SLICE(""));
	message_print_reply(m, 200, SLICE("Fine"), SLICE("tt"), SLICE("Server: s\r\n"), SLICE("xyz"), &b);
	CHECK(slice_equal(buffer_slice(&b),
		SLICE("SIP/2.0 200 Fine\r\nVia: SIP/2.0/UDP x;received=192.0.2.7;branch=1\r\nv: SIP/2.0/UDP "
		      "y\r\nrecord-route: <sip:r;lr>\r\n"
		      "To: <sip:b@h>;tag=tt\r\nf: <sip:a@h>\r\ni: 1\r\nTimestamp: 54\r\nCSeq: 1 "
		      "OPTIONS\r\nServer: s\r\n"
		      "Content-Length: 3\r\n\r\nxyz")));
	b = buffer(out, sizeof out);
	message_print_reply(m, 100, SLICE("Trying"), SLICE("tt"), SLICE(""), SLICE(""), &b);
	CHECK(memmem(out, b.len, "To: <sip:b@h> \r\n", 16) && !memmem(out, b.len, "ecord", 5));
	b = buffer(out, sizeof out);
	message_print_reply(m, 404, SLICE("Not Found"), SLICE("tt"), SLICE(""), SLICE(""), &b);
	CHECK(memmem(out, b.len, ";tag=tt\r\n", 9) && !memmem(out, b.len, "ecord", 5));
	message_unref(m);
	m = good(SLICE(START VIA "From: <sip:a@h>\r\nTo: <sip:b@h>;tag=theirs\r\n" CALL "\r\n"));
	b = buffer(out, sizeof out);
	message_print_reply(m, 481, SLICE("No"), SLICE("tt"), SLICE(""), SLICE(""), &b);
	CHECK(memmem(out, b.len, ";tag=theirs\r\n", 13) && !memmem(out, b.len, "tag=tt", 6));
	message_unref(m);
	m = good(SLICE(OPTIONS("")));
	b = buffer(out, sizeof out);
	message_print_reply(m, 200, SLICE("a\r\nX: b"), SLICE(""), SLICE(""), SLICE(""), &b);
	CHECK(slice_starts(buffer_slice(&b), SLICE("SIP/2.0 200 a  X: b\r\n")));
	message_unref(m);
	/* a refused message is answered with what could be read of it, each field once, nothing that is no line */
	CHECK(parse(SLICE(START VIA "Call-ID: 1\r\nCall-ID: 2\r\nFrom: <sip:a@h>\r\nX-Y: a\rTo: "
				    "evil\r\nFrom: b\r\nCSeq: 1 OPTIONS\r\n\r\n"),
		      &m) == 400);
	b = buffer(out, sizeof out);
	message_print_reply(m, 400, SLICE("Bad"), SLICE("tt"), SLICE(""), SLICE(""), &b);
	CHECK(slice_equal(buffer_slice(&b),
		SLICE("SIP/2.0 400 Bad\r\n" VIA
		      "Call-ID: 1\r\nFrom: <sip:a@h>\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n")));
	message_unref(m);
}

static bool goes(const char *via, const char *text, bool next)
{
	char data[1024], name[ADDRESS_TEXT];
	struct flow to;
	int n = snprintf(data, sizeof data, "%s\r\n%sVia: %s\r\n" FROM_TO CALL "\r\n",
		next ? "SIP/2.0 200 OK" : "OPTIONS sip:h SIP/2.0", next ? VIA : "", via);
	struct message *m = good(slice(data, (size_t)n));
	bool there = true;
	if (next)
		there = message_next_flow(m, &to);
	else
		message_reply_flow(m, &to);
	message_unref(m);
	if (!text || !there)
		return !text && !there;
	return is(address_text(&to.peer, name), text) && to.listener == 3;
}

static void flows(void)
{
	CHECK(goes("SIP/2.0/UDP h:5070", "192.0.2.7:5070", false) &&
		goes("SIP/2.0/UDP h", "192.0.2.7:5060", false));
	CHECK(goes("SIP/2.0/UDP h:5070;rport", "192.0.2.7:5062", false));
	CHECK(goes("SIP/2.0/UDP h;maddr=192.0.2.99", "192.0.2.99:5060", false));
	CHECK(goes("SIP/2.0/UDP h;rport;maddr=192.0.2.99", "192.0.2.7:5062", false));
	CHECK(goes("SIP/2.0/UDP h;maddr=name;received=9.9.9.9", "192.0.2.7:5060", false));
	CHECK(goes("SIP/2.0/UDP 192.0.2.50:5070", "192.0.2.50:5070", true) &&
		goes("SIP/2.0/UDP h:5070", NULL, true));
	CHECK(goes("SIP/2.0/UDP h:5070;received=192.0.2.51", "192.0.2.51:5070", true));
	CHECK(goes("SIP/2.0/UDP h:5070;received=192.0.2.51;rport=99", "192.0.2.51:99", true));
	CHECK(goes("SIP/2.0/UDP h;received=2001:db8::1", "[2001:db8::1]:5060", true));
	CHECK(goes("SIP/2.0/UDP 255.255.255.255", NULL, true) && goes("SIP/2.0/UDP 0.0.0.0", NULL, true));
	struct flow to;
	struct message *m = good(SLICE(REPLY("")));
	CHECK(!message_next_flow(m, &to));
	message_unref(m);
}

/* What RFC 5118 says about IPv6 references. */
static void ipv6(void)
{
	static const struct {
		const char *uri, *via;
		int status;
	} cases[] = {
		{ "sip:[2001:db8::10]", "SIP/2.0/UDP [2001:db8::9:1];branch=1", 0 },
		{ "sip:2001:db8::10", "SIP/2.0/UDP [2001:db8::9:1]", 400 },
		{ "sip:[2001:db8::10:5070]", "SIP/2.0/UDP [2001:db8::9:1]", 0 },
		{ "sip:[2001:db8::10]:5070", "SIP/2.0/UDP [2001:db8::9:1]:5070", 0 },
		{ "sip:[::ffff:192.0.2.10]:19823", "SIP/2.0/UDP [::ffff:192.0.2.2]:19823", 0 },
		{ "sip:[2001:db8:::192.0.2.1]", "SIP/2.0/UDP [2001:db8::9:1]", 400 },
		{ "sip:user@h", "SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255];branch=1", 0 },
		{ "sip:user@h", "SIP/2.0/UDP [2001:db8::9:1];received=2001:db8::9:255;branch=1", 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[512];
		int n = snprintf(text, sizeof text, "OPTIONS %s SIP/2.0\r\nVia: %s\r\n" FROM_TO CALL "\r\n",
			cases[i].uri, cases[i].via);
		int status = status_of(slice(text, (size_t)n));
		if (!CHECK(status == cases[i].status))
			printf("# %s, %s: %d\n", cases[i].uri, cases[i].via, status);
	}
	CHECK(goes("SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255]", "[2001:db8::9:255]:5060", true));
	struct uri u;
	CHECK(uri_parse(SLICE("sip:[2001:db8::10:5070]"), &u) && u.port == 0);
}

static void edits(void)
{
	struct message *m =
		good(SLICE(OPTIONS("Max-Forwards: 5\r\nX: 1\r\nx : 2\r\nContent-Length: 4\r\n") "body"));
	const struct lines *received = m->now.lines;
	int count = received->count;
	CHECK(message_insert(m, 0, SLICE("A: 1\r\nB: 2\r\n folded\r\nC: 3")) &&
		m->now.lines->count == count + 3);
	CHECK(received->count == count && m->now.lines != received &&
		is(m->now.lines->at[0].text, "A: 1\r\n"));
	CHECK(is(m->now.lines->at[1].text, "B: 2\r\n folded\r\n") &&
		is(m->now.lines->at[2].text, "C: 3\r\n"));
	static const char *const bad[] = { "", "\r\n", "A", "A:1\r\n\r\n", "A: 1\rB: 2", "A: 1\nB: 2",
		"A: 1\r\nB", ": x", "A b: c", " A: b", "A: b\r\n\r\nC: d" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (!CHECK(!message_insert(m, -1, slice_of(bad[i]))))
			printf("# inserted: %s\n", bad[i]);
	CHECK(!message_insert(m, -1, SLICE("A: \0")) && m->now.lines->count == count + 3);
	CHECK(message_remove_all(m, HEADER_OTHER, SLICE("x")) == 2 &&
		message_line(m, HEADER_OTHER, SLICE("X"), 0) < 0);
	CHECK(message_remove_all(m, HEADER_OTHER, SLICE("x")) == 0);
	CHECK(message_replace(m, 0, SLICE("new")) && is(m->now.lines->at[0].text, "A: new\r\n"));
	CHECK(!message_replace(m, 0, SLICE("a\r\nB: c")) && !message_replace(m, 0, SLICE("a\rb")) &&
		!message_replace(m, 0, SLICE("a\0b")) && is(m->now.lines->at[0].value, "new"));
	message_set_max_forwards(m, 4);
	CHECK(m->now.max_forwards == 4);
	message_remove_all(m, HEADER_MAX_FORWARDS, SLICE(""));
	CHECK(m->now.max_forwards == -1);
	message_set_max_forwards(m, 9);
	CHECK(m->now.max_forwards == 9 && message_values(m, HEADER_MAX_FORWARDS) == 1);
	message_set_body(m, SLICE("longer body"));
	CHECK(is(m->now.lines->at[message_line(m, HEADER_CONTENT_LENGTH, SLICE(""), 0)].text,
		"Content-Length: 11\r\n"));
	CHECK(!message_set_uri(m, SLICE("sip:a\r\nb")) && !message_set_uri(m, SLICE("sip:a b@h")) &&
		!message_set_uri(m, SLICE("")) && is(m->now.uri.text, "sip:b@example.com"));
	CHECK(message_set_uri(m, SLICE("sip:#31#1%23@h;x")) && is(m->now.uri.text, "sip:%2331%231%23@h;x"));
	for (int i = 0; i < 300; i++)
		CHECK(message_insert(m, i, SLICE("Many: x")));
	message_unref(m);
}

/* Another edition that has the same lines does not see what is changed here. */
static void editions(void)
{
	struct message *m = good(SLICE(OPTIONS("X: 1\r\n")));
	CHECK(message_insert(m, -1, SLICE("Y: 1")));
	struct edition other = m->now;
	other.lines->shared = true;
	int count = other.lines->count;
	CHECK(message_insert(m, -1, SLICE("Z: 1")));
	message_remove_all(m, HEADER_OTHER, SLICE("X"));
	CHECK(other.lines->count == count && m->now.lines->count == count);
	CHECK(is(other.lines->at[count - 1].text, "Y: 1\r\n") &&
		is(m->now.lines->at[count - 1].text, "Z: 1\r\n"));
	message_unref(m);
}

static void related(void)
{
	char out[2048];
	struct slice sent =
		SLICE("INVITE sip:b@192.0.2.9;x SIP/2.0\r\nVia: SIP/2.0/UDP me;branch=z9hG4bK7,SIP/2.0/UDP "
		      "a\r\nRoute: <sip:r;lr>\r\n" FROM_TO "i: 1\r\nRoute: <sip:q>\r\nCSeq: \t8\t "
		      "INVITE\r\nRequire: x\r\nContent-Length: 4\r\n\r\nbody");
	struct message *m =
		good(SLICE("SIP/2.0 486 Busy\r\nVia: SIP/2.0/UDP me;branch=z9hG4bK7\r\nFrom: "
			   "<sip:a@example.com>;tag=1\r\n"
			   "To: <sip:b@example.com>;tag=2\r\nCall-ID: 1\r\nCSeq: 8 INVITE\r\n\r\n"));
	struct buffer b = buffer(out, sizeof out);
	message_print_ack(sent, m, &b);
	CHECK(slice_equal(buffer_slice(&b),
		SLICE("ACK sip:b@192.0.2.9;x SIP/2.0\r\nVia: SIP/2.0/UDP me;branch=z9hG4bK7\r\nMax-Forwards: "
		      "70\r\nRoute: <sip:r;lr>\r\n"
		      "From: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>;tag=2\r\ni: 1\r\nRoute: "
		      "<sip:q>\r\nCSeq: 8 ACK\r\n"
		      "Content-Length: 0\r\n\r\n")));
	message_unref(m);
	b = buffer(out, sizeof out);
	message_print_cancel(sent, SLICE("Reason: SIP;cause=200\r\n"), &b);
	CHECK(slice_equal(buffer_slice(&b),
		SLICE("CANCEL sip:b@192.0.2.9;x SIP/2.0\r\nVia: SIP/2.0/UDP "
		      "me;branch=z9hG4bK7\r\nMax-Forwards: 70\r\nRoute: <sip:r;lr>\r\n" FROM_TO
		      "i: 1\r\nRoute: <sip:q>\r\nCSeq: 8 CANCEL\r\nReason: SIP;cause=200\r\nContent-Length: "
		      "0\r\n\r\n")));
	CHECK(is(status_reason(404), "Not Found") && is(status_reason(499), "Bad Request") &&
		is(status_reason(699), "Busy Everywhere"));
	CHECK(status_reason(0).len && status_reason(-1).len && status_reason(99999).len);
}

static int ends;
static void at_end(struct message *m, void *user)
{
	ends += m->references == 0 && user == &ends;
}

static void references(void)
{
	struct message *m = good(SLICE(OPTIONS("")));
	m->at_end = at_end;
	m->at_end_user = &ends;
	CHECK(message_ref(m) == m);
	message_unref(m);
	CHECK(ends == 0);
	message_unref(m);
	CHECK(ends == 1);
	message_unref(NULL);
}

int main(void)
{
	UNIT(fillers);
	UNIT(start_lines);
	UNIT(headers_checked);
	UNIT(parties);
	UNIT(call_ids);
	UNIT(not_answered);
	UNIT(truncated);
	UNIT(bodies);
	UNIT(line_ends);
	UNIT(floods);
	UNIT(reading);
	UNIT(names);
	UNIT(vias);
	UNIT(lists);
	UNIT(forwarded);
	UNIT(received_and_rport);
	UNIT(forwarded_reply);
	UNIT(replies);
	UNIT(flows);
	UNIT(ipv6);
	UNIT(edits);
	UNIT(editions);
	UNIT(related);
	UNIT(references);
	return unit_end();
}
