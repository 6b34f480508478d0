/* sip_torture: the messages of RFC 4475, byte for byte, each with what must become of it.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "sip/message.h"

static const struct flow flow = { .peer = { .family = AF_INET, .bytes = { 192, 0, 2, 9 }, .port = 5060 } };

/* STATUS: 0 accepted, -1 dropped, else the status that refuses it. */
static const struct {
	const char *name;
	int status;
} messages[] = {
	/* 3.1.1: valid */
	{ "wsinv", 0 },
	{ "intmeth", 0 },
	{ "esc01", 0 },
	{ "escnull", 0 },
	{ "esc02", 0 },
	{ "lwsdisp", 0 },
	{ "longreq", 0 },
	{ "dblreq", 0 },
	{ "semiuri", 0 },
	{ "transports", 0 },
	{ "mpart01", 0 },
	{ "unreason", 0 },
	{ "noreason", 0 },
	/* 3.1.2: invalid; where the RFC leaves it open, what hurts nobody is let through */
	{ "badinv01", 400 },
	{ "clerr", 400 },
	{ "ncl", 400 },
	{ "scalar02", 400 },
	{ "scalarlg", -1 },
	{ "quotbal", 400 },
	{ "ltgtruri", 400 },
	{ "lwsruri", 400 },
	{ "lwsstart", 0 },
	{ "trws", 0 },
	{ "escruri", 0 },
	{ "baddate", 0 },
	{ "regbadct", 400 },
	{ "badaspec", 0 },
	{ "baddn", 400 },
	{ "badvers", 505 },
	{ "mismatch01", 400 },
	{ "mismatch02", 400 },
	{ "bigcode", -1 },
	/* 3.2, 3.3, 3.4: for the layers above, but for the scheme, and what is missing or there twice */
	{ "badbranch", 0 },
	{ "insuf", 400 },
	{ "unkscm", 416 },
	{ "novelsc", 416 },
	{ "unksm2", 0 },
	{ "bext01", 0 },
	{ "invut", 0 },
	{ "regaut01", 0 },
	{ "multi01", 400 },
	{ "mcl01", 400 },
	{ "bcast", 0 },
	{ "zeromf", 0 },
	{ "cparam01", 0 },
	{ "cparam02", 0 },
	{ "regescrt", 0 },
	{ "sdp01", 0 },
	{ "inv2543", 0 },
};

static struct slice read_message(const char *name, char *text, size_t size)
{
	char path[64];
	snprintf(path, sizeof path, "tests/torture/%s.sip", name);
	FILE *file = fopen(path, "rb");
	if (!CHECK(file != NULL))
		return SLICE("");
	size_t n = fread(text, 1, size, file);
	fclose(file);
	return slice(text, n);
}

static struct message *parse(const char *name, char *text, size_t size, int *status)
{
	struct verdict_reason why = { 0 };
	struct message *m;
	enum verdict verdict = message_parse(&flow, read_message(name, text, size), &m, &why);
	*status = verdict == MESSAGE_OK ? 0 : verdict == MESSAGE_REJECT ? why.status : -1;
	return m;
}

static void verdicts(void)
{
	for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
		char text[8192];
		int status;
		struct message *m = parse(messages[i].name, text, sizeof text, &status);
		if (!CHECK(status == messages[i].status))
			printf("# %s: %d instead of %d\n", messages[i].name, status, messages[i].status);
		message_unref(m);
	}
}

/* An accepted message that nobody edits leaves as it came: but for the line end of the start line, all bytes, less a tail. */
static void identity(void)
{
	for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
		char text[8192], out[16384];
		int status;
		struct message *m = parse(messages[i].name, text, sizeof text, &status);
		if (status == 0) {
			struct buffer b = buffer(out, sizeof out);
			for (int l = 0; l < m->now.lines->count; l++)
				buffer_add(&b, m->now.lines->at[l].text);
			buffer_lit(&b, "\r\n");
			buffer_add(&b, m->now.body);
			const char *start = memchr(m->text.at, '\n', m->text.len);
			struct slice rest = slice(start + 1, (size_t)(m->text.at + m->text.len - start) - 1);
			if (!CHECK(slice_equal(buffer_slice(&b), rest)))
				printf("# %s changed\n", messages[i].name);
			CHECK(slice_equal(m->call_id, message_peek_call_id(m->text)));
		}
		message_unref(m);
	}
}

static void contents(void)
{
	char text[8192];
	int status;
	struct slice value;
	struct message *m = parse("wsinv", text, sizeof text, &status);
	CHECK(slice_equal(m->call_id, SLICE("wsinv.ndaksdj@192.0.2.1")) && m->cseq == 9);
	CHECK(slice_equal(m->to_tag, SLICE("1918181833n")) && slice_equal(m->from_tag, SLICE("98asjd8")));
	CHECK(slice_equal(m->to.uri, SLICE("sip:vivekg@chair-dnrc.example.com")) &&
		m->now.max_forwards == 68);
	CHECK(message_values(m, HEADER_VIA) == 3 && slice_equal(m->via.branch, SLICE("390skdjuw")));
	CHECK(slice_equal(m->via.transport, SLICE("UDP")) && slice_equal(m->via.host, SLICE("192.0.2.2")));
	CHECK(m->now.body.len == 150);
	CHECK(message_line(m, HEADER_OTHER, SLICE("subject"), 0) >= 0);
	message_unref(m);
	m = parse("dblreq", text, sizeof text, &status);
	CHECK(m->method == METHOD_REGISTER && m->now.body.len == 0);
	message_unref(m);
	m = parse("intmeth", text, sizeof text, &status);
	CHECK(m->method == METHOD_OTHER &&
		slice_equal(m->method_name, SLICE("!interesting-Method0123456789_*+`.%indeed'~")));
	CHECK(slice_equal(m->from_tag, SLICE("_token~1'+`*%!-.")) && m->now.uri.has_user);
	message_unref(m);
	m = parse("longreq", text, sizeof text, &status);
	CHECK(message_values(m, HEADER_VIA) == 34 && message_value(m, HEADER_VIA, -1, &value));
	message_unref(m);
	m = parse("mpart01", text, sizeof text, &status);
	CHECK(m->now.body.len > 500 && memchr(m->now.body.at, 0, m->now.body.len));
	message_unref(m);
	m = parse("noreason", text, sizeof text, &status);
	CHECK(!m->request && m->status == 100 && m->reason.len == 0 && m->method == METHOD_INVITE);
	message_unref(m);
	struct flow to;
	m = parse("bcast", text, sizeof text, &status);
	CHECK(!message_next_flow(m, &to));
	message_unref(m);
	m = parse("escruri", text, sizeof text, &status);
	CHECK(m->now.uri.headers.len > 0);
	message_unref(m);
}

int main(void)
{
	UNIT(verdicts);
	UNIT(identity);
	UNIT(contents);
	return unit_end();
}
