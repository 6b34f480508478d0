/* parse: what it costs to take a message in, read it, print it, and what the worst datagrams cost.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Prints nanoseconds of CPU time for each; run it alone on the machine. */
#include "sip/branch.h"
#include "sip/message.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char invite[] =
	"INVITE sip:bob@biloxi.example.com SIP/2.0\r\n"
	"Via: SIP/2.0/UDP 192.0.2.33:5062;rport;branch=z9hG4bK-d8754z-2d2b6d4f4e5a1a2b-1---d8754z-\r\n"
	"Max-Forwards: 70\r\n"
	"Route: <sip:proxy.example.com;lr>\r\n"
	"Contact: <sip:alice@192.0.2.33:5062;transport=udp>\r\n"
	"To: \"Bob\" <sip:bob@biloxi.example.com>\r\n"
	"From: \"Alice\" <sip:alice@atlanta.example.com>;tag=7a1b2c3d\r\n"
	"Call-ID: MDk5YzE1ZjI0NGQ4MTk0ZDYwYmM4NzU2MjA5NTM5OGM.\r\n"
	"CSeq: 1 INVITE\r\n"
	"Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, MESSAGE, SUBSCRIBE, INFO\r\n"
	"Supported: replaces, timer, 100rel\r\n"
	"Session-Expires: 1800;refresher=uac\r\n"
	"User-Agent: Bench Phone 1.0\r\n"
	"Content-Type: application/sdp\r\n"
	"Content-Length: 275\r\n"
	"\r\n"
	"v=0\r\no=alice 2890844526 2890844526 IN IP4 192.0.2.33\r\ns=-\r\nc=IN IP4 192.0.2.33\r\nt=0 0\r\n"
	"m=audio 49172 RTP/AVP 0 8 97 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\n"
	"a=rtpmap:97 iLBC/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=sendrecv\r\n"
	"a=ptime:20 ..........\r\n";

static const char reregister[] =
	"REGISTER sip:example.com SIP/2.0\r\n"
	"Via: SIP/2.0/UDP 192.0.2.33:5062;rport;branch=z9hG4bK-d8754z-2d2b6d4f4e5a1a2b\r\n"
	"Max-Forwards: 70\r\n"
	"Contact: <sip:alice@192.0.2.33:5062;rinstance=6c4a3f2e1d>;expires=3600\r\n"
	"To: <sip:alice@example.com>\r\nFrom: <sip:alice@example.com>;tag=7a1b2c3d\r\n"
	"Call-ID: MDk5YzE1ZjI0NGQ4MTk0ZDYwYmM4NzU2MjA5NTM5OGM.\r\nCSeq: 2 REGISTER\r\n"
	"Expires: 3600\r\nAllow: INVITE, ACK, CANCEL, OPTIONS, BYE\r\nUser-Agent: Bench Phone 1.0\r\n"
	"Content-Length: 0\r\n\r\n";

static const char ok[] =
	"SIP/2.0 200 OK\r\n"
	"Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKt00abcdefghijklmabcdefghijklm\r\n"
	"Via: SIP/2.0/UDP 192.0.2.33:5062;received=192.0.2.33;rport=5062;branch=z9hG4bK-d8754z-2d2b6d4f\r\n"
	"Record-Route: <sip:192.0.2.1;lr>\r\n"
	"Contact: <sip:bob@192.0.2.44:5062>\r\nTo: \"Bob\" <sip:bob@biloxi.example.com>;tag=99\r\n"
	"From: \"Alice\" <sip:alice@atlanta.example.com>;tag=7a1b2c3d\r\n"
	"Call-ID: MDk5YzE1ZjI0NGQ4MTk0ZDYwYmM4NzU2MjA5NTM5OGM.\r\nCSeq: 1 INVITE\r\n"
	"Allow: INVITE, ACK, CANCEL, OPTIONS, BYE\r\nContent-Length: 0\r\n\r\n";

static const struct flow flow = { .peer = { .family = AF_INET, .bytes = { 192, 0, 2, 33 }, .port = 5062 } };

static double cpu(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* The best of several rounds: the machine is never quite alone. */
#define BENCH(what, times, statement)                                                                        \
	do {                                                                                                 \
		double best = 1e18;                                                                          \
		for (int round = 0; round < 7; round++) {                                                    \
			double start = cpu();                                                                \
			for (int i = 0; i < (times); i++) {                                                  \
				statement;                                                                   \
			}                                                                                    \
			double took = (cpu() - start) / (times);                                             \
			best = took < best ? took : best;                                                    \
		}                                                                                            \
		printf("%-34s %9.0f ns\n", what, best);                                                      \
	} while (0)

static void parse_free(struct slice data)
{
	struct verdict_reason why;
	struct message *m;
	message_parse(&flow, data, &m, &why);
	message_unref(m);
}

static void worst(const char *what, const char *front, const char *again)
{
	static char text[65536];
	struct buffer b = buffer(text, 65535);
	buffer_lit(&b, "REGISTER sip:h SIP/2.0\r\nVia: SIP/2.0/UDP h\r\nFrom: <sip:a@h>\r\nTo: "
		       "<sip:a@h>\r\nCall-ID: 1\r\nCSeq: 1 REGISTER\r\n");
	buffer_add(&b, slice_of(front));
	while (b.len + strlen(again) < 65500)
		buffer_add(&b, slice_of(again));
	buffer_lit(&b, "\r\n\r\n");
	BENCH(what, 20, parse_free(buffer_slice(&b)));
}

int main(void)
{
	struct slice data = slice(invite, sizeof invite - 1);
	struct hash_key key = { 1, 2 };
	struct verdict_reason why;
	struct message *m, *reply;
	char out[4096], text[BRANCH_TEXT];
	BENCH("parse and free INVITE", 20000, parse_free(data));
	BENCH("parse and free REGISTER", 20000, parse_free(slice(reregister, sizeof reregister - 1)));
	BENCH("parse and free 200", 20000, parse_free(slice(ok, sizeof ok - 1)));
	BENCH("peek at Call-ID of INVITE", 50000, message_peek_call_id(data));
	if (message_parse(&flow, data, &m, &why) != MESSAGE_OK ||
		message_parse(&flow, slice(ok, sizeof ok - 1), &reply, &why) != MESSAGE_OK)
		return 1;
	struct forward f = { .via = SLICE("SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKx"),
		.max_forwards = 69,
		.record_routes = SLICE("Record-Route: <sip:192.0.2.1;lr>\r\n") };
	struct buffer b;
	BENCH("print forward", 50000, b = buffer(out, sizeof out); message_print_forward(m, &m->now, &f, &b));
	BENCH("print reply", 50000, b = buffer(out, sizeof out);
		message_print_reply(m, 200, SLICE("OK"), SLICE("x"), SLICE(""), SLICE(""), &b));
	BENCH("print forwarded reply", 50000, b = buffer(out, sizeof out);
		message_print_forwarded_reply(reply, &b));
	struct branch_id id = { .index = 1, .loop = branch_loop_hash(&key, m) };
	BENCH("loop hash", 50000, branch_loop_hash(&key, m));
	BENCH("make branch", 50000, branch_make(&key, m, &id, text));
	BENCH("verify branch", 50000, branch_verify(&key, reply, &id));
	message_unref(m);
	message_unref(reply);
	worst("64 kB of short header fields", "", "A:b\r\n");
	worst("64 kB of Contact values", "Contact: *", ",*");
	worst("64 kB of Via values", "Via: SIP/2.0/UDP h", ",SIP/2.0/UDP h");
	worst("64 kB of Via parameters", "Via: SIP/2.0/UDP h", ";a");
	worst("64 kB of Route values", "Route: <sip:h>", ",<sip:h>");
	worst("64 kB of Contact parameters", "Contact: <sip:h>", ";a");
	worst("64 kB of commas", "Contact: ", ",");
	worst("64 kB of folds", "X: ", "\r\n ");
	worst("64 kB of brackets", "Contact: ", "<(");
	worst("256 Contact lines of 240 bytes", "",
		"Contact: "
		"<sip:a@h;a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t;u;v;w;x;y;z>;a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;"
		"p;q;r;s;t;"
		"u;v;w;x;y;z;a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t;u;v;w;x;y;z;a;b;c;d;e;f;g;h;i;j;k;l;m;n;"
		"o;p;q;r;s\r\n");
	return 0;
}
