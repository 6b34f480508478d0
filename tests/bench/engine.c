/* engine: how long the message path takes without sockets and processes; for a profiler, not for a test.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 *     engine SCRIPT options|register|message|call [COUNT]      prints nanoseconds per operation
 *
 * Under valgrind --tool=callgrind the instructions per operation are the same in every run. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "actions/registrar.h"
#include "core/site.h"
#include "lang/compile.h"
#include "location/location.h"
#include "server/engine.h"
#include "server/setup.h"

enum { TEXT = 2048 };

/* The made world: what is sent is kept, the last two datagrams of an operation are looked at. */
struct bench {
	struct world world;
	uint64_t now, random;
	struct engine *engine;
	struct flow caller, callee;
	char sent[4][TEXT];
	size_t length[4];
	int count;
};

static uint64_t bench_now(struct world *w)
{
	return ((struct bench *)w)->now;
}

static uint64_t bench_clock(struct world *w)
{
	return 1767225600000 + ((struct bench *)w)->now;
}

static void bench_random(struct world *w, void *at, size_t len)
{
	struct bench *b = (struct bench *)w;

	for (unsigned char *p = at; len--; p++)
		*p = (unsigned char)((b->random = b->random * 6364136223846793005 + 1442695040888963407) >>
				     56);
}

static void bench_send(struct world *w, const struct flow *to, struct slice data)
{
	struct bench *b = (struct bench *)w;
	int i = b->count++ % 4;

	(void)to;
	b->length[i] = data.len < TEXT ? data.len : TEXT - 1;
	memcpy(b->sent[i], data.at, b->length[i]);
	b->sent[i][b->length[i]] = 0;
}

static void *bench_resolve(
	struct world *w, struct slice host, uint16_t port, unsigned families, resolve_done *done, void *user)
{
	(void)w, (void)host, (void)port, (void)families;
	done(user, RESOLVE_NOT_FOUND, NULL, 0);
	return NULL;
}

static void bench_cancel(struct world *w, void *handle)
{
	(void)w, (void)handle;
}

static const char SDP[] =
	"v=0\r\no=user1 53655765 2353687637 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\n"
	"t=0 0\r\nm=audio 6000 RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\n"
	"a=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n";

static void in(struct bench *b, const struct flow *from, const char *text)
{
	b->count = 0;
	engine_input(b->engine, from, slice_of(text));
}

static void request(struct bench *b, const char *method, const char *uri, long n, int step, const char *more,
	const char *body)
{
	char text[TEXT];

	snprintf(text, sizeof text,
		"%s %s SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:15070;branch=z9hG4bK77-%ld-%d;rport\r\n"
		"Max-Forwards: 70\r\nFrom: \"Caller\" <sip:caller@bench.test>;tag=t%ld\r\n"
		"To: <sip:u%05ld@bench.test>%s\r\nCall-ID: %ld-77@127.0.0.1\r\nCSeq: %d %s\r\n"
		"Contact: <sip:caller@127.0.0.1:15070>\r\nUser-Agent: bench\r\n"
		"%sContent-Length: %zu\r\n\r\n%s",
		method, uri, n, step, n, n % 1000, step > 1 ? ";tag=uas" : "", n, step, method, more,
		strlen(body), body);
	in(b, &b->caller, text);
}

/* The answer STATUS of the callee to the last request that was sent to it. */
static void answer(struct bench *b, const char *status, const char *more)
{
	char text[TEXT], copy[TEXT];
	size_t len = (size_t)snprintf(text, sizeof text, "SIP/2.0 %s\r\n", status);

	snprintf(copy, sizeof copy, "%s", b->sent[(b->count - 1) % 4]);
	for (char *line = strtok(copy, "\r\n"); line; line = strtok(NULL, "\r\n"))
		if (!strncmp(line, "Via", 3) || !strncmp(line, "From", 4) || !strncmp(line, "Call-ID", 7) ||
			!strncmp(line, "CSeq", 4) || !strncmp(line, "Record-Route", 12) ||
			!strncmp(line, "To", 2))
			len += (size_t)snprintf(text + len, sizeof text - len, "%s%s\r\n", line,
				!strncmp(line, "To", 2) && !strstr(line, ";tag") ? ";tag=uas" : "");
	snprintf(text + len, sizeof text - len, "%sContent-Length: 0\r\n\r\n", more);
	in(b, &b->callee, text);
}

static void options(struct bench *b, long n)
{
	request(b, "OPTIONS", "sip:bench.test", n, 1, "", "");
}

static void register_user(struct bench *b, long n)
{
	char text[TEXT];

	snprintf(text, sizeof text,
		"REGISTER sip:bench.test SIP/2.0\r\nVia: SIP/2.0/UDP "
		"127.0.0.1:15070;branch=z9hG4bK78-%ld;rport\r\n"
		"Max-Forwards: 70\r\nFrom: <sip:u%05ld@bench.test>;tag=t%ld\r\nTo: "
		"<sip:u%05ld@bench.test>\r\n"
		"Call-ID: r%ld@127.0.0.1\r\nCSeq: %ld REGISTER\r\n"
		"Contact: <sip:u%05ld@127.0.0.1:15090>;expires=3600\r\nContent-Length: 0\r\n\r\n",
		n, n % 1000, n, n % 1000, n % 1000, n / 1000 + 1, n % 1000);
	in(b, &b->caller, text);
}

static void message(struct bench *b, long n)
{
	char uri[64];

	snprintf(uri, sizeof uri, "sip:u%05ld@bench.test", n % 1000);
	request(b, "MESSAGE", uri, n, 1, "Content-Type: text/plain\r\n", "hello");
	answer(b, "200 OK", "");
}

static void call(struct bench *b, long n)
{
	static const char route[] = "Route: <sip:127.0.0.1:5070;lr>\r\n";
	char uri[64], invite[TEXT];

	snprintf(uri, sizeof uri, "sip:u%05ld@bench.test", n % 1000);
	request(b, "INVITE", uri, n, 1,
		"Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, MESSAGE\r\nSupported: replaces, "
		"timer\r\n"
		"Content-Type: application/sdp\r\n",
		SDP);
	int at = (b->count - 1) % 4;
	memcpy(invite, b->sent[at], TEXT);
	answer(b, "180 Ringing", "");
	b->count = at + 1;
	memcpy(b->sent[at], invite, TEXT);
	answer(b, "200 OK", "Contact: <sip:callee@127.0.0.1:15090>\r\n");
	request(b, "ACK", "sip:callee@127.0.0.1:15090", n, 2, route, "");
	request(b, "BYE", "sip:callee@127.0.0.1:15090", n, 3, route, "");
	answer(b, "200 OK", "");
}

static struct flow flow_of(const char *address)
{
	struct flow f = { .listener = 0 };

	address_parse_port(slice_of(address), &f.peer);
	return f;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*run)(struct bench *b, long n);
	} works[] = { { "options", options }, { "register", register_user }, { "message", message },
		{ "call", call } };
	static struct bench b = {
		.world = { bench_now, bench_clock, bench_random, bench_send, bench_resolve, bench_cancel },
		.now = 1000,
	};
	struct counters counters = { { 0 } };
	struct timers timers = { 0 };
	char error[SETUP_ERROR];
	long count = argc > 3 ? atol(argv[3]) : 100000;
	struct diag *d = diag_new();

	if (argc < 3) {
		fprintf(stderr, "usage: engine SCRIPT options|register|message|call [COUNT]\n");
		return 2;
	}
	const struct program *p = compile_file(argv[1], NULL, d);
	diag_print(d, stderr);
	diag_free(d);
	if (!p)
		return 1;
	struct arena *arena = arena_new(0);
	struct site site = { .branch_key = { 1, 2 } };
	if (!setup_listeners(arena, p, &site, error)) {
		fprintf(stderr, "%s\n", error);
		return 1;
	}
	setup_settings(arena, p, &site);
	b.caller = flow_of("127.0.0.1:15070");
	b.callee = flow_of("127.0.0.1:15090");
	b.engine = engine_new(&(struct engine_parts){
		.world = &b.world, .site = &site, .program = p, .counters = &counters });
	struct location *location = location_memory_new(&b.world, 0, &timers, registrar_same_contact);
	engine_set_location(b.engine, location);
	for (long n = 0; n < 1000; n++)
		register_user(&b, n);
	for (size_t w = 0; w < sizeof works / sizeof *works; w++) {
		struct timespec from, to;
		if (strcmp(works[w].name, argv[2]) != 0)
			continue;
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
		for (long n = 0; n < count; n++) {
			works[w].run(&b, n + 1000);
			b.now += n % 10 == 0;
			if (engine_next(b.engine) <= b.now)
				engine_tick(b.engine);
		}
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
		printf("%s: %.0f ns, %llu datagrams in, %llu sent\n", works[w].name,
			((double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec)) /
				(double)count,
			(unsigned long long)counters.n[COUNTER_received],
			(unsigned long long)counters.n[COUNTER_transactions]);
		printf("last sent: %.40s\n", b.sent[(b.count + 3) % 4]);
	}
	location_close(location);
	engine_free(b.engine);
	program_unref(p);
	timers_free(&timers);
	arena_free(arena);
	return 0;
}
