/* core_resolve: tests of the resolver against a name server in the same process; with arguments, a client for tests/interop/dns.sh.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * core_resolve NAME_SERVERS HOSTS NAME PORT FAMILIES: prints what was found, one "address:port" a line, or "not found" or "failed". */
#include "unit.h"
#include "base/buffer.h"
#include "core/resolve.h"
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { SOCKETS = NAMECLIENT_SOCKETS, TYPE_A = 1, TYPE_CNAME = 5, TYPE_SRV = 33, TYPE_AAAA = 28 };

/* A resolver, what it watches, its last answer, and the name server that it asks. */
static struct test {
	struct world world;
	struct resolver *resolver;
	int watched[SOCKETS];
	bool writing[SOCKETS];
	uint64_t ahead; /* added to the clock */
	uint64_t seed;
	int done;
	enum resolve_status status;
	struct resolved results[RESOLVER_RESULTS];
	int count;
	int server;    /* socket of the name server, -1 none */
	int questions; /* that it got */
	bool silent;
	bool plain; /* it does not understand EDNS */
} test;

static uint64_t world_now(struct world *w)
{
	(void)w;
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000 + test.ahead;
}

static void world_random(struct world *w, void *to, size_t len)
{
	(void)w;
	for (size_t i = 0; i < len; i++) {
		test.seed = test.seed * 6364136223846793005 + 1442695040888963407;
		((unsigned char *)to)[i] = (unsigned char)(test.seed >> 56);
	}
}

static void watch(void *user, int fd, enum nameclient_wish wish)
{
	(void)user;
	for (int i = 0; i < SOCKETS; i++)
		if (test.watched[i] == fd) {
			test.watched[i] = wish == NAMECLIENT_FORGET ? -1 : fd;
			test.writing[i] = wish == NAMECLIENT_WRITE;
			return;
		}
	for (int i = 0; i < SOCKETS && wish != NAMECLIENT_FORGET; i++)
		if (test.watched[i] == -1) {
			test.watched[i] = fd;
			test.writing[i] = wish == NAMECLIENT_WRITE;
			return;
		}
	CHECK(!"there are too many sockets, or one was not watched");
}

static void done(void *user, enum resolve_status status, const struct resolved *results, int count)
{
	CHECK(user == &test && count >= 0 && count <= RESOLVER_RESULTS &&
		(status == RESOLVE_OK) == (count > 0));
	test.done++;
	test.status = status;
	test.count = count;
	if (count)
		memcpy(test.results, results, sizeof *results * (size_t)count);
}

/* ---- the name server ---- */

static const struct zone {
	const char *name;
	int type;
	int ttl, a, b, port; /* an address's last byte; of SRV priority, weight and port */
	const char *target;
} zone[] = {
	{ "a.test", TYPE_A, 60, 1, 0, 0, NULL },
	{ "a.test", TYPE_A, 60, 2, 0, 0, NULL },
	{ "a.test", TYPE_AAAA, 60, 3, 0, 0, NULL },
	{ "six.test", TYPE_AAAA, 60, 6, 0, 0, NULL },
	{ "alias.test", TYPE_CNAME, 60, 0, 0, 0, "a.test" },
	{ "_sip._udp.srv.test", TYPE_SRV, 60, 20, 0, 5072, "c.test" },
	{ "_sip._udp.srv.test", TYPE_SRV, 60, 10, 1, 5070, "b.test" },
	{ "_sip._udp.srv.test", TYPE_SRV, 60, 10, 0, 5071, "a.test" },
	{ "b.test", TYPE_A, 60, 11, 0, 0, NULL },
	{ "c.test", TYPE_A, 60, 12, 0, 0, NULL },
	{ "_sip._udp.none.test", TYPE_SRV, 60, 0, 0, 0, "." },
	{ "none.test", TYPE_A, 60, 13, 0, 0, NULL },
	{ "cut.test", TYPE_A, 60, 14, 0, 0, NULL },
	{ "_sip._udp.weight.test", TYPE_SRV, 60, 0, 90, 1, "a.test" },
	{ "_sip._udp.weight.test", TYPE_SRV, 60, 0, 10, 2, "b.test" },
	{ "_sip._udp.lost.test", TYPE_SRV, 60, 0, 0, 5060, "nowhere.test" },
	{ "_sip._udp.lost.test", TYPE_SRV, 60, 1, 0, 5061, "b.test" },
	{ "_sip._udp.circle.test", TYPE_SRV, 60, 0, 0, 5060, "circle.test" },
	{ "circle.test", TYPE_CNAME, 60, 0, 0, 0, "circle2.test" },
	{ "circle2.test", TYPE_CNAME, 60, 0, 0, 0, "circle.test" },
};

static void put(struct buffer *b, uint64_t n, int bytes)
{
	while (bytes--)
		buffer_char(b, (char)(n >> 8 * bytes));
}

static void put_name(struct buffer *b, const char *name)
{
	struct slice rest = slice_of(name), label;
	while (slice_cut(&rest, '.', &label))
		if (label.len) {
			put(b, label.len, 1);
			buffer_add(b, label);
		}
	put(b, 0, 1);
}

static int answer(struct buffer *b, const char *name, int type)
{
	int answers = 0;
	for (size_t i = 0; i < sizeof zone / sizeof *zone; i++) {
		const struct zone *z = &zone[i];
		char text[300];
		struct buffer data = buffer(text, sizeof text);
		if (strcasecmp(z->name, name) != 0 || (z->type != type && z->type != TYPE_CNAME))
			continue;
		if (z->type == TYPE_A)
			put(&data, 0xc0000200 + (uint64_t)z->a, 4);
		if (z->type == TYPE_AAAA) {
			put(&data, 0x20010db800000000, 8);
			put(&data, (uint64_t)z->a, 8);
		}
		if (z->type == TYPE_SRV) {
			put(&data, (uint64_t)z->a, 2);
			put(&data, (uint64_t)z->b, 2);
			put(&data, (uint64_t)z->port, 2);
		}
		if (z->target)
			put_name(&data, z->target);
		put_name(b, name);
		put(b, (uint64_t)z->type, 2);
		put(b, 1, 2);
		put(b, (uint64_t)z->ttl, 4);
		put(b, data.len, 2);
		buffer_add(b, buffer_slice(&data));
		answers++;
		/* a server that resolves gives the whole chain */
		if (z->type == TYPE_CNAME && strncmp(name, "circle", 6) != 0)
			answers += answer(b, z->target, type);
	}
	return answers;
}

static bool is_known(const char *name)
{
	for (size_t i = 0; i < sizeof zone / sizeof *zone; i++)
		if (strcasecmp(zone[i].name, name) == 0)
			return true;
	return false;
}

static void serve(void)
{
	unsigned char question[1024];
	char out[2048], name[300] = "", body[1500];
	struct sockaddr_storage from;
	socklen_t len = sizeof from;
	ssize_t n = recvfrom(test.server, question, sizeof question, 0, (struct sockaddr *)&from, &len);
	size_t at = 12;
	if (n < 17)
		return;
	test.questions++;
	while (at < (size_t)n && question[at]) {
		snprintf(name + strlen(name), sizeof name - strlen(name), "%s%.*s", *name ? "." : "",
			question[at], (char *)question + at + 1);
		at += question[at] + 1;
	}
	int type = question[at + 1] << 8 | question[at + 2];
	at += 5;
	if (test.silent || strcmp(name, "silent.test") == 0 || strcmp(name, "_sip._udp.silent.test") == 0)
		return;
	struct buffer b = buffer(out, sizeof out), answers = buffer(body, sizeof body);
	if (test.plain && question[11]) {
		buffer_add(&b, slice((char *)question, 2));
		put(&b, 0x8181, 2);
		put(&b, 0, 8);
		sendto(test.server, out, b.len, 0, (struct sockaddr *)&from, len);
		return;
	}
	int count = answer(&answers, name, type);
	bool broken = strstr(name, "broken") != NULL;
	bool refused = strcmp(name, "_sip._udp.refused.test") == 0;
	buffer_add(&b, slice((char *)question, 2));
	bool cut = strcmp(name, "cut.test") == 0;
	put(&b, broken ? 0x8182 : refused ? 0x8185 : cut ? 0x8380 : is_known(name) ? 0x8180 : 0x8183, 2);
	put(&b, 1, 2);
	put(&b, (uint64_t)count, 2);
	put(&b, 0, 4);
	buffer_add(&b, slice((char *)question + 12, at - 12));
	buffer_add(&b, buffer_slice(&answers));
	sendto(test.server, out, b.len, 0, (struct sockaddr *)&from, len);
}

/* ---- running it ---- */

static void start(const char *name_servers, const char *hosts)
{
	const char *error = "";
	test = (struct test){
		.world = { .now = world_now, .random = world_random }, .server = -1, .seed = 1
	};
	for (int i = 0; i < SOCKETS; i++)
		test.watched[i] = -1;
	char local[64];
	if (!name_servers) {
		struct sockaddr_in a = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
		socklen_t len = sizeof a;
		test.server = socket(AF_INET, SOCK_DGRAM, 0);
		CHECK(bind(test.server, (struct sockaddr *)&a, len) == 0);
		CHECK(getsockname(test.server, (struct sockaddr *)&a, &len) == 0);
		snprintf(local, sizeof local, "127.0.0.1:%d", ntohs(a.sin_port));
		name_servers = local;
	}
	test.resolver = resolver_new(&test.world, slice_of(name_servers), hosts, watch, &test, &error);
	if (!CHECK(test.resolver != NULL)) {
		printf("# %s\n", error);
		exit(1);
	}
}

static void stop(void)
{
	resolver_free(test.resolver);
	for (int i = 0; i < SOCKETS; i++)
		CHECK(test.watched[i] == -1);
	if (test.server >= 0)
		close(test.server);
}

/* One turn of the event loop. */
static void turn(int wait)
{
	struct pollfd p[SOCKETS + 1];
	int n = 0;
	if (test.server >= 0)
		p[n++] = (struct pollfd){ .fd = test.server, .events = POLLIN };
	for (int i = 0; i < SOCKETS; i++)
		if (test.watched[i] >= 0)
			p[n++] = (struct pollfd){ .fd = test.watched[i],
				.events = test.writing[i] ? POLLOUT : POLLIN };
	poll(p, (nfds_t)n, wait);
	for (int i = 0; i < n; i++) {
		if (p[i].revents && p[i].fd == test.server)
			serve();
		else if (p[i].revents)
			resolver_readable(test.resolver, p[i].fd);
	}
	if (resolver_next(test.resolver) <= world_now(&test.world))
		resolver_tick(test.resolver);
}

static void ask_with(const char *name, uint16_t port, unsigned families, int turns)
{
	test.done = 0;
	void *handle = resolver_query(test.resolver, slice_of(name), port, families, done, &test);
	CHECK((handle == NULL) == (test.done == 1));
	for (int i = 0; i < turns && !test.done; i++)
		turn(100);
	CHECK(test.done == 1);
}

static void ask(const char *name, uint16_t port, unsigned families)
{
	ask_with(name, port, families, 50);
}

/* Whether the answer was TEXT: addresses with ports, in order, or "not found", "failed". */
static bool got(const char *text)
{
	char all[1024], one[ADDRESS_TEXT];
	struct buffer b = buffer(all, sizeof all);
	if (test.status != RESOLVE_OK)
		buffer_add(&b, test.status == RESOLVE_FAILED ? SLICE("failed") : SLICE("not found"));
	for (int i = 0; i < test.count; i++) {
		if (i)
			buffer_lit(&b, " ");
		buffer_add(&b, address_text(&test.results[i].address, one));
	}
	if (slice_equal(buffer_slice(&b), slice_of(text)))
		return true;
	printf("# got: %.*s\n", SLICE_FMT(buffer_slice(&b)));
	return false;
}

static void addresses(void)
{
	start(NULL, "/dev/null");
	ask("a.test", 5070, 1);
	CHECK(got("192.0.2.1:5070 192.0.2.2:5070"));
	ask("A.TEST.", 5071, 3);
	CHECK(got("192.0.2.1:5071 192.0.2.2:5071 [2001:db8::3]:5071"));
	ask("six.test", 5070, 1);
	CHECK(got("not found"));
	ask("six.test", 5070, 2);
	CHECK(got("[2001:db8::6]:5070"));
	ask("a.test", 0, 1);
	CHECK(got("192.0.2.1:5060 192.0.2.2:5060"));
	ask("nowhere.test", 0, 3);
	CHECK(got("not found"));
	stop();
}

static void aliases(void)
{
	start(NULL, "/dev/null");
	ask("alias.test", 5070, 1);
	CHECK(got("192.0.2.1:5070 192.0.2.2:5070"));
	/* from the cache too */
	ask("alias.test", 5070, 1);
	CHECK(got("192.0.2.1:5070 192.0.2.2:5070"));
	ask("circle.test", 5070, 1);
	CHECK(test.status != RESOLVE_OK);
	stop();
}

static void services(void)
{
	start(NULL, "/dev/null");
	ask("srv.test", 0, 1);
	/* without weight one may be first, but need not be; the worse priority is last */
	CHECK(test.count == 4 && test.results[3].address.port == 5072);
	CHECK(test.results[0].address.port == 5070 || test.results[0].address.port == 5071);
	ask("none.test", 0, 1);
	CHECK(got("not found"));
	ask("none.test", 5060, 1);
	CHECK(got("192.0.2.13:5060"));
	ask("lost.test", 0, 1);
	CHECK(got("192.0.2.11:5061"));
	ask("circle.test", 0, 1);
	CHECK(test.status != RESOLVE_OK);
	stop();
}

/* Ninety of a hundred begin with the server of weight 90. */
static void weights(void)
{
	int heavy = 0;
	start(NULL, "/dev/null");
	for (int i = 0; i < 1000; i++) {
		ask("weight.test", 0, 1);
		CHECK(test.count == 3);
		heavy += test.results[0].address.port == 1;
	}
	CHECK(heavy > 850 && heavy < 950);
	stop();
}

static void kept(void)
{
	start(NULL, "/dev/null");
	ask("a.test", 5070, 1);
	ask("nowhere.test", 5070, 1);
	int before = test.questions;
	ask("a.test", 5071, 1);
	CHECK(got("192.0.2.1:5071 192.0.2.2:5071"));
	ask("nowhere.test", 5070, 1);
	CHECK(got("not found") && test.questions == before);
	test.ahead = 61000; /* longer than the records live */
	ask("a.test", 5071, 1);
	CHECK(got("192.0.2.1:5071 192.0.2.2:5071") && test.questions == before + 1);
	stop();
}

static void failures(void)
{
	start(NULL, "/dev/null");
	ask("broken.test", 5070, 1);
	CHECK(got("failed"));
	/* a server that refuses SRV only */
	ask("refused.test", 0, 1);
	CHECK(got("not found"));
	static const char *const names[] = { "", ".", "a..b", ".a", "a b", "a/b", "a\nb", "\xc3\xa4.test" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		ask(names[i], 0, 3);
		CHECK(got("not found"));
	}
	char name[400];
	memset(name, 'a', sizeof name);
	name[sizeof name - 1] = 0;
	ask(name, 0, 3);
	CHECK(got("not found"));
	stop();
}

static void silence(void)
{
	start(NULL, "/dev/null");
	test.silent = true;
	test.done = 0;
	CHECK(resolver_next(test.resolver) == UINT64_MAX);
	CHECK(resolver_query(test.resolver, SLICE("a.test"), 0, 3, done, &test) != NULL);
	CHECK(resolver_next(test.resolver) != UINT64_MAX);
	for (int i = 0; i < 5; i++)
		turn(10);
	CHECK(test.done == 0);
	test.ahead = RESOLVER_TIME - 500;
	turn(10);
	CHECK(test.done == 0);
	test.ahead = RESOLVER_TIME + 1000;
	turn(10);
	CHECK(test.done == 1 && got("failed"));
	/* what comes later is for the next ones */
	test.silent = false;
	ask("a.test", 5070, 1);
	CHECK(got("192.0.2.1:5070 192.0.2.2:5070"));
	stop();
	/* nobody there at all: known at once, or when the time is over */
	start("127.0.0.1:1", "/dev/null");
	test.done = 0;
	resolver_query(test.resolver, SLICE("a.test"), 5060, 1, done, &test);
	for (int i = 0; i < 5; i++)
		turn(10);
	test.ahead = RESOLVER_TIME + 1000;
	turn(10);
	CHECK(test.done == 1 && got("failed"));
	stop();
}

static void cancelled(void)
{
	start(NULL, "/dev/null");
	test.done = 0;
	void *handle = resolver_query(test.resolver, SLICE("a.test"), 5070, 3, done, &test);
	CHECK(handle != NULL);
	resolver_cancel(test.resolver, handle);
	for (int i = 0; i < 10; i++)
		turn(10);
	CHECK(test.done == 0);
	ask("a.test", 5070, 1);
	CHECK(got("192.0.2.1:5070 192.0.2.2:5070"));
	/* ended with questions open */
	CHECK(resolver_query(test.resolver, SLICE("silent.test"), 0, 3, done, &test) != NULL);
	turn(10);
	stop();
}

/* What did not fit is asked for by TCP; where that is refused what fitted must do, once. */
static void truncated(void)
{
	start(NULL, "/dev/null");
	ask("cut.test", 5070, 1);
	CHECK(got("192.0.2.14:5070"));
	int before = test.questions;
	ask("cut.test", 5070, 1);
	CHECK(got("192.0.2.14:5070") && test.questions > before);
	/* somebody takes the connection and says nothing */
	struct sockaddr_in a;
	socklen_t len = sizeof a;
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	getsockname(test.server, (struct sockaddr *)&a, &len);
	CHECK(bind(fd, (struct sockaddr *)&a, len) == 0 && listen(fd, 1) == 0);
	test.done = 0;
	CHECK(resolver_query(test.resolver, SLICE("cut.test"), 5070, 1, done, &test) != NULL);
	for (int i = 0; i < 10; i++)
		turn(10);
	CHECK(test.done == 0);
	test.ahead += RESOLVER_TIME / 2;
	turn(10);
	CHECK(test.done == 1 && got("192.0.2.14:5070"));
	/* or hangs up in the middle of the answer */
	test.done = 0;
	CHECK(resolver_query(test.resolver, SLICE("cut.test"), 5070, 1, done, &test) != NULL);
	for (int i = 0; i < 10; i++)
		turn(10);
	for (int i = 0; i < 2; i++) {
		int peer = accept(fd, NULL, NULL);
		CHECK(peer >= 0 && write(peer, "\0\50ab", 4) == 4);
		close(peer);
	}
	for (int i = 0; i < 10 && !test.done; i++)
		turn(10);
	CHECK(test.done == 1 && got("192.0.2.14:5070"));
	close(fd);
	stop();
}

static void without_edns(void)
{
	start(NULL, "/dev/null");
	test.plain = true;
	ask("a.test", 5070, 1);
	CHECK(got("192.0.2.1:5070 192.0.2.2:5070") && test.questions == 2);
	ask("b.test", 5070, 1);
	CHECK(got("192.0.2.11:5070") && test.questions == 3);
	stop();
}

/* Many who want to know the same ask once. */
static void together(void)
{
	start(NULL, "/dev/null");
	test.done = 0;
	for (int i = 0; i < 50; i++)
		CHECK(resolver_query(test.resolver, SLICE("a.test"), 5070, 1, done, &test) != NULL);
	for (int i = 0; i < 50 && test.done < 50; i++)
		turn(10);
	CHECK(test.done == 50 && test.questions == 1);
	stop();
}

/* Calls back into the resolver. */
static void again(void *user, enum resolve_status status, const struct resolved *results, int count)
{
	int *left = user;
	CHECK(status == RESOLVE_OK && count && results);
	if (--*left)
		resolver_query(
			test.resolver, *left % 2 ? SLICE("b.test") : SLICE("srv.test"), 0, 1, again, left);
}

static void nested(void)
{
	int left = 20;
	start(NULL, "/dev/null");
	resolver_query(test.resolver, SLICE("c.test"), 0, 1, again, &left);
	for (int i = 0; i < 50 && left; i++)
		turn(20);
	CHECK(left == 0);
	stop();
}

static void hosts_table(void)
{
	char path[] = "/tmp/hosts.XXXXXX";
	int fd = mkstemp(path);
	static const char text[] =
		"127.0.0.1 localhost\n# 1.1.1.1 a.test\n192.0.2.77\tphone.test Phone2 # b.test\n"
		"2001:db8::77 phone.test\nnot-an-address x.test\n192.0.2.78 end.test";
	CHECK(write(fd, text, sizeof text - 1) == sizeof text - 1);
	start(NULL, path);
	ask("phone.test", 0, 3);
	CHECK(got("192.0.2.77:5060 [2001:db8::77]:5060") && test.questions == 0);
	ask("PHONE2", 5070, 1);
	CHECK(got("192.0.2.77:5070") && test.questions == 0);
	ask("end.test", 1, 1);
	CHECK(got("192.0.2.78:1"));
	ask("end.test", 1, 2);
	CHECK(got("not found"));
	ask("a.test", 5070, 1);
	CHECK(got("192.0.2.1:5070 192.0.2.2:5070") && test.questions > 0);
	stop();
	close(fd);
	unlink(path);
}

static void name_servers(void)
{
	static const char *const bad[] = { "x", "127.0.0.1:0", ",", "127.0.0.1:1,x", "1.2.3.4.5" };
	const char *error;
	start(NULL, "/dev/null");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		error = NULL;
		struct resolver *r = resolver_new(&test.world, slice_of(bad[i]), NULL, watch, &test, &error);
		if (!CHECK(r == NULL && error))
			printf("# accepted: %s\n", bad[i]);
		resolver_free(r);
	}
	stop();
	start("", NULL);
	stop();
	start("127.0.0.1, ::1", NULL);
	stop();
}

/* The client for dns.sh. */
static int client(char **argv)
{
	char text[ADDRESS_TEXT];
	start(argv[1], argv[2]);
	test.seed = world_now(&test.world) ^ (uint64_t)getpid() << 32;
	ask_with(argv[3], (uint16_t)atoi(argv[4]), (unsigned)atoi(argv[5]), 200);
	if (test.status != RESOLVE_OK)
		printf("%s\n", test.status == RESOLVE_FAILED ? "failed" : "not found");
	for (int i = 0; i < test.count; i++)
		printf("%.*s\n", SLICE_FMT(address_text(&test.results[i].address, text)));
	stop();
	return unit_wrong > 0;
}

int main(int argc, char **argv)
{
	if (argc == 6)
		return client(argv);
	UNIT(addresses);
	UNIT(aliases);
	UNIT(services);
	UNIT(weights);
	UNIT(kept);
	UNIT(failures);
	UNIT(silence);
	UNIT(cancelled);
	UNIT(truncated);
	UNIT(without_edns);
	UNIT(together);
	UNIT(nested);
	UNIT(hosts_table);
	UNIT(name_servers);
	return unit_end();
}
