/* variables: tests of the $variables, of the transformations of URIs, and of the myself test.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "actions/services.h"
#include "actions/variables.h"
#include "lang/operate.h"
#include "lang/program.h"
#include "vm/transform.h"

#include <stdlib.h>

static const char request[] = "INVITE sip:bob@example.com:5070;transport=UDP;x=1 SIP/2.0\r\n"
			      "Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1\r\n"
			      "Max-Forwards: 70\r\n"
			      "From: \"Alice \\\"A\\\"\" <sip:alice@atlanta.example>;tag=f1\r\n"
			      "To: <sip:+4930123@biloxi.example>\r\n"
			      "Call-ID: c1@192.0.2.7\r\n"
			      "CSeq: 7 INVITE\r\n"
			      "Contact: <sip:alice@192.0.2.7:5062>\r\n"
			      "User-Agent: probe\r\n"
			      "P-Asserted-Identity: \"A\" <sip:id@atlanta.example>, <tel:+1>\r\n"
			      "r: <sip:carol@chicago.example>\r\n"
			      "X-Tag: one\r\n"
			      "X-Tag: two,\r\n three\r\n"
			      "Proxy-Authorization: Digest username=\"alice@home.example\", realm=\"a, "
			      "b\",uri=\"sip:x\" , algorithm=MD5\r\n"
			      "Content-Type: text/plain\r\n"
			      "Content-Length: 5\r\n"
			      "\r\n"
			      "hello";

static const char reply[] = "SIP/2.0 486 Busy Here\r\n"
			    "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKb1\r\n"
			    "Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1\r\n"
			    "From: <sip:alice@atlanta.example>;tag=f1\r\n"
			    "To: <sip:+4930123@biloxi.example>;tag=t1\r\n"
			    "Call-ID: c1@192.0.2.7\r\n"
			    "CSeq: 7 INVITE\r\n"
			    "Server: phone\r\n"
			    "Content-Length: 0\r\n"
			    "\r\n";

static uint64_t clock_then(struct world *w)
{
	(void)w;
	return UINT64_C(1700000000123);
}

static void random_seven(struct world *w, void *at, size_t len)
{
	(void)w;
	memset(at, 7, len);
}

static struct world world = { .clock = clock_then, .random = random_seven };
static struct listener listeners[1];
static struct site_alias aliases[1];
static struct site site = {
	.listeners = listeners, .listener_count = 1, .aliases = aliases, .alias_count = 1
};
static struct services services = { .world = &world, .site = &site };
static struct run run;

/* Makes RUN read the message TEXT. */
static bool receive(const char *text)
{
	struct flow flow = { .listener = 0 };
	struct verdict_reason why;
	struct message *m;
	address_parse_port(SLICE("192.0.2.7:5062"), &flow.peer);
	if (message_parse(&flow, slice_of(text), &m, &why) != MESSAGE_OK)
		return false;
	run.message = m;
	run.arena = m->arena;
	return true;
}

/* Whether $NAME(KEY)[INDEX] reads as EXPECTED; "<null>" is absent. */
static bool reads_at(const char *name, const char *key, int32_t index, const char *expected)
{
	int row = table_variable(slice_of(name));
	struct value v = value_absent();
	if (!CHECK(row >= 0))
		return false;
	run_getters[row](&run, &(struct variable_key){ slice_of(key), index }, &v);
	struct slice text = v.type == VALUE_ABSENT ? SLICE("<null>") : operate_text(&v, run.arena);
	unsigned type = v.type == VALUE_ABSENT ? T_NULL
			: v.type == VALUE_INT  ? T_INT
			: v.type == VALUE_IP   ? T_IP
					       : T_STRING;
	bool typed = type & variable_rows[row].type || (!run.message->request && type == T_NULL);
	if (!slice_equal(text, slice_of(expected)) || !typed)
		printf("# $%s(%s) is \"%.*s\"%s\n", name, key, SLICE_FMT(text),
			typed ? "" : ", of another type");
	return slice_equal(text, slice_of(expected)) && typed;
}

#define READS(name, expected)          CHECK(reads_at(name, "", 0, expected))
#define READS_KEY(name, key, expected) CHECK(reads_at(name, key, 0, expected))

static bool writes(const char *name, struct value v)
{
	int row = table_variable(slice_of(name));
	return run_setters[row](&run, &(struct variable_key){ SLICE(""), 0 }, &v);
}

#define TEXT(text) value_text(SLICE(text))

static void the_request_line(void)
{
	CHECK(receive(request));
	READS("rm", "INVITE");
	READS("ru", "sip:bob@example.com:5070;transport=UDP;x=1");
	READS("rU", "bob");
	READS("rd", "example.com");
	READS("rp", "5070");
	READS("rP", "UDP");
	READS("rz", "sip");
	READS("rs", "<null>");
	READS("mt", "1");
	READS("rv", "SIP/2.0");
	READS_KEY("nh", "d", "example.com");
	READS_KEY("nh", "p", "5070");

	CHECK(writes("rU", TEXT("carol")) && writes("rd", TEXT("[2001:db8::1]")) &&
		writes("rp", value_int(5080)));
	READS("ru", "sip:carol@[2001:db8::1]:5080;transport=UDP;x=1");
	CHECK(writes("rU", value_absent()) && writes("rp", value_absent()));
	READS("ru", "sip:[2001:db8::1];transport=UDP;x=1");
	READS("rU", "<null>");
	READS("rp", "5060");
	READS("ou", "sip:bob@example.com:5070;transport=UDP;x=1");
	READS("oU", "bob");
	READS("op", "5070");
	CHECK(!writes("ru", TEXT("sip:a b@c")) && !writes("ru", value_int(1)) &&
		!writes("rd", TEXT("a\r\nb")));
	CHECK(!writes("rp", value_int(0)) && !writes("rp", value_int(65536)) &&
		!writes("ru", value_absent()));
	CHECK(writes("ru", TEXT("tel:+49-30")) && !writes("rd", TEXT("x")));
	READS("rU", "+49-30");
	READS("rd", "<null>");

	READS("du", "<null>");
	CHECK(writes("du", TEXT("sip:192.0.2.9:5066")) && !writes("du", TEXT("192.0.2.9")));
	READS("dd", "192.0.2.9");
	READS("dp", "5066");
	READS_KEY("nh", "u", "sip:192.0.2.9:5066");
	CHECK(writes("du", value_absent()));
	READS("du", "<null>");
	message_unref(run.message);
}

static void header_fields(void)
{
	CHECK(receive(request));
	READS("fu", "sip:alice@atlanta.example");
	READS("fU", "alice");
	READS("fd", "atlanta.example");
	READS("fn", "\"Alice \\\"A\\\"\"");
	READS("ft", "f1");
	READS("tu", "sip:+4930123@biloxi.example");
	READS("tU", "+4930123");
	READS("tn", "<null>");
	READS("tt", "<null>");
	READS("ci", "c1@192.0.2.7");
	READS("cs", "7");
	READS("ua", "probe");
	READS("ct", "<sip:alice@192.0.2.7:5062>");
	READS("cT", "text/plain");
	READS("cl", "5");
	READS("rb", "hello");
	READS("ai", "sip:id@atlanta.example");
	READS("rt", "sip:carol@chicago.example");
	READS("di", "<null>");
	READS("au", "alice@home.example");
	READS("ad", "home.example");
	READS("ar", "a, b");
	READS("adu", "sip:x");
	READS("aa", "MD5");
	READS_KEY("hdr", "x-tag", "one");
	CHECK(reads_at("hdr", "X-Tag", 1, "two, three") && reads_at("hdr", "X-Tag", -1, "two, three"));
	CHECK(reads_at("hdr", "X-Tag", 2, "<null>") && reads_at("hdr", "X-Tag", -3, "<null>") &&
		reads_at("hdr", "X-Tag", -2, "one"));
	CHECK(reads_at("hdr", "X-Tag", INT32_MIN, "one,two, three") &&
		reads_at("hdr", "X-None", INT32_MIN, "<null>"));
	READS_KEY("hdr", "m", "<sip:alice@192.0.2.7:5062>");
	READS_KEY("hdr", "X-None", "<null>");
	READS_KEY("hdrc", "X-Tag", "2");
	READS_KEY("hdrc", "X-None", "0");
	/* an edit is visible at once */
	CHECK(message_insert(run.message, -1, SLICE("X-Tag: four")));
	CHECK(reads_at("hdr", "X-Tag", -1, "four"));
	message_unref(run.message);
}

static void a_reply(void)
{
	CHECK(receive(reply));
	READS("rs", "486");
	READS("rr", "Busy Here");
	READS("rm", "INVITE");
	READS("ru", "<null>");
	READS("rU", "<null>");
	READS("ou", "<null>");
	READS_KEY("nh", "u", "<null>");
	READS("tt", "t1");
	READS("ua", "phone");
	READS("mt", "2");
	READS("rb", "<null>");
	READS("T_reply_code", "486");
	CHECK(!writes("ru", TEXT("sip:a@b")) && !writes("rU", TEXT("a")) && !writes("du", TEXT("sip:a")));
	message_unref(run.message);
}

static void the_request_of_a_reply(void)
{
	CHECK(receive(request));
	struct transaction t = { .request = run.message };
	CHECK(receive(reply));
	READS_KEY("T_req", "$rU", "<null>");
	run.transaction = &t;
	READS_KEY("T_req", "$rU", "bob");
	READS_KEY("T_req", "$hdr(X-Tag)", "one");
	READS_KEY("T_req", "rU", "<null>");
	READS_KEY("T_req", "$", "<null>");
	READS_KEY("T_req", "$nothing", "<null>");
	READS_KEY("T_req", "$T_req($rU)", "<null>");
	run.transaction = NULL;
	READS("rs", "486");
	message_unref(run.message);
	message_unref(t.request);
}

static void where_it_came_from(void)
{
	CHECK(receive(request));
	READS("si", "192.0.2.7");
	READS("sp", "5062");
	READS("su", "sip:192.0.2.7:5062");
	READS("sut", "sip:192.0.2.7:5062;transport=udp");
	READS("Ri", "192.0.2.1");
	READS("Rp", "5060");
	READS("Ru", "sip:192.0.2.1:5060");
	READS("RAi", "edge.example.com");
	READS("RAp", "5099");
	READS("proto", "udp");
	READS("af", "INET");
	READS("TS", "1700000000");
	READS("Tf", "Tue Nov 14 22:13:20 2023");
	READS_KEY("timef", "%Y-%m-%d", "2023-11-14");
	READS_KEY("timef", "", "<null>");
	READS_KEY("time", "hour", "22");
	READS_KEY("time", "mon", "11");
	READS_KEY("time", "moon", "<null>");
	READS("RANDOM", "117901063");
	READS_KEY("env", "SIPD_TEST_NONE", "<null>");
	READS("mf", "0");
	CHECK(writes("mf", value_int(6)) && run.context->flags == 6 && !writes("mf", TEXT("6")));
	message_unref(run.message);
}

static bool myself(const char *text)
{
	struct value v = value_text(slice_of(text));
	return run_is_myself(&run, &v);
}

static void who_we_are(void)
{
	struct value ours = value_ip(&listeners[0].address), other = value_ip(&listeners[0].address);
	other.ip.bytes[3] = 99;
	CHECK(run_is_myself(&run, &ours) && !run_is_myself(&run, &other));
	CHECK(myself("192.0.2.1") && myself("192.0.2.1:5060") && !myself("192.0.2.1:5061") &&
		!myself("192.0.2.2"));
	CHECK(myself("example.com") && myself("EXAMPLE.com:5060") && !myself("example.org"));
	CHECK(myself("sip:bob@example.com") && myself("sip:example.com;transport=udp") &&
		!myself("sip:example.com@example.org"));
	CHECK(!myself("") && !myself("tel:+1") && !myself(":") && !myself("[::1]") && !myself("::1") &&
		!myself("example.com:99999"));
	CHECK(run_same_uri(&run, SLICE("sip:a@B.example"), SLICE("SIP:a@b.example")) &&
		!run_same_uri(&run, SLICE("sip:a@b"), SLICE("sip:A@b")));
	CHECK(run_same_uri(&run, SLICE("nonsense"), SLICE("nonsense")) &&
		!run_same_uri(&run, SLICE("nonsense"), SLICE("sip:a")));
}

/* What FUNCTION makes of TEXT with the argument A. */
static bool makes(transform_function *function, const char *text, struct value a, const char *expected)
{
	struct value v = value_text(slice_of(text)), out = value_absent();
	function(&run, &v, &a, 1, &out);
	struct slice result = out.type == VALUE_ABSENT ? SLICE("<null>") : operate_text(&out, run.arena);
	if (!slice_equal(result, slice_of(expected)))
		printf("# \"%s\" became \"%.*s\"\n", text, SLICE_FMT(result));
	return slice_equal(result, slice_of(expected));
}

#define NONE value_absent()

static void transformations(void)
{
	CHECK(receive(request));
	const char *uri = "sip:bob:pw@[2001:db8::1]:5070;transport=tcp;lr?h=1";
	CHECK(makes(transform_uri_user, uri, NONE, "bob") && makes(transform_uri_passwd, uri, NONE, "pw"));
	CHECK(makes(transform_uri_host, uri, NONE, "[2001:db8::1]") &&
		makes(transform_uri_port, uri, NONE, "5070"));
	CHECK(makes(transform_uri_params, uri, NONE, "transport=tcp;lr") &&
		makes(transform_uri_headers, uri, NONE, "h=1"));
	CHECK(makes(transform_uri_param, uri, TEXT("Transport"), "tcp") &&
		makes(transform_uri_param, uri, TEXT("lr"), ""));
	CHECK(makes(transform_uri_param, uri, TEXT("x"), "<null>") &&
		makes(transform_uri_transport, uri, NONE, "tcp"));
	CHECK(makes(transform_uri_scheme, "SIPS:a", NONE, "sips") &&
		makes(transform_uri_port, "sip:a", NONE, "<null>"));
	CHECK(makes(transform_uri_user, "nonsense", NONE, "<null>") &&
		makes(transform_uri_user, "", NONE, "<null>"));
	const char *value = "\"A\" <sip:a@b;x=1>;tag=t;q=0.5";
	CHECK(makes(transform_nameaddr_name, value, NONE, "\"A\"") &&
		makes(transform_nameaddr_uri, value, NONE, "sip:a@b;x=1"));
	CHECK(makes(transform_nameaddr_params, value, NONE, "tag=t;q=0.5") &&
		makes(transform_nameaddr_param, value, TEXT("q"), "0.5"));
	CHECK(makes(transform_nameaddr_uri, "<sip:a", NONE, "<null>"));
	CHECK(makes(transform_s_unescape_user, "a%20b", NONE, "a b") &&
		makes(transform_s_escape_user, "a b", NONE, "a%20b"));
	message_unref(run.message);
}

int main(void)
{
	setenv("TZ", "UTC", 1);
	address_parse_port(SLICE("192.0.2.1:5060"), &listeners[0].address);
	listeners[0].sent_by = SLICE("edge.example.com:5099");
	listeners[0].host = SLICE("edge.example.com");
	listeners[0].port = 5099;
	aliases[0].host = SLICE("example.com");
	static struct context context;
	run.context = &context;
	run.services = &services;
	UNIT(the_request_line);
	UNIT(header_fields);
	UNIT(a_reply);
	UNIT(the_request_of_a_reply);
	UNIT(where_it_came_from);
	UNIT(who_we_are);
	UNIT(transformations);
	return unit_end();
}
