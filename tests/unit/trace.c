/* trace: a test of what sipd --trace shows of a script.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "base/slice.h"
#include "lang/compile.h"
#include "server/rehearse.h"

#include <stdlib.h>
#include <unistd.h>

static const char script[] = "listen = udp:192.0.2.1:5060\n"
			     "route {\n"
			     "	if (is_method(\"INVITE|ACK\")) exit;\n"
			     "	$var(x) = $rU;\n"
			     "	$avp(n) = 1 + $ml - $ml;\n"
			     "	if ($rU =~ \"^B\" && search(\"^OPT\")) route(ANSWER);\n"
			     "}\n"
			     "route[ANSWER] {\n"
			     "	t_on_failure(\"LOST\");\n"
			     "	$ru = \"sip:\\\"\";\n"
			     "	sl_send_reply(200, \"All is $avp(n)\");\n"
			     "}\n"
			     "failure_route[LOST] { t_reply(500, \"Lost\"); }\n";

static const char message[] = "OPTIONS sip:bob@example.com SIP/2.0\n"
			      "Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bKa1\n"
			      "From: <sip:alice@example.org>;tag=f1\n"
			      "To: <sip:bob@example.com>\n"
			      "Call-ID: c1\n"
			      "CSeq: 1 OPTIONS\n"
			      "Content-Length: 0\n\n";

static const char steps[] = "t.cfg:3 route\n"
			    "    is_method(INVITE|ACK) -> no\n"
			    "t.cfg:4 route\n"
			    "    $var(x) = \"bob\"\n"
			    "t.cfg:5 route\n"
			    "    $avp(n) = 1\n"
			    "t.cfg:6 route\n"
			    "    MATCH /^B/i -> true\n"
			    "    search(/^OPT/) -> found\n"
			    "    route[ANSWER]\n"
			    "t.cfg:9 route[ANSWER]\n"
			    "    t_on_failure(LOST)\n"
			    "t.cfg:10 route[ANSWER]\n"
			    "    $ru = \"sip:\\\"\"\n"
			    "    log warn: t.cfg:10: $ru cannot be \"sip:\"\"\n"
			    "t.cfg:11 route[ANSWER]\n"
			    "    sl_send_reply(200, \"All is 1\") -> ok\n"
			    "\n"
			    "sent to udp 192.0.2.7:5060:\n"
			    "SIP/2.0 200 All is 1\n";

static void steps_are_shown(void)
{
	char path[] = "/tmp/sipd-trace-XXXXXX", *text = NULL;
	size_t len = 0;
	int fd = mkstemp(path);
	if (!CHECK(fd >= 0 && write(fd, message, sizeof message - 1) == sizeof message - 1))
		return;
	close(fd);

	struct diag *d = diag_new();
	const struct program *p = compile_text("t.cfg", slice(script, sizeof script - 1), NULL, d);
	struct trace t = { .out = open_memstream(&text, &len) };
	if (CHECK(p != NULL))
		CHECK(rehearse_trace(p, path, &t));
	else
		diag_print(d, stdout);
	fclose(t.out);
	if (!CHECK(slice_starts(slice(text, len), slice_of(steps))))
		printf("%s", text);
	unlink(path);
	CHECK(p && !rehearse_trace(p, path, &t));
	free(text);
	program_unref(p);
	diag_free(d);
}

int main(void)
{
	UNIT(steps_are_shown);
	return unit_end();
}
