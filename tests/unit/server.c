/* server: unit tests of what lies between the processes: addresses to listen on, rings, poison, orders, the control socket, keys.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit/unit.h"

#include "lang/program.h"
#include "server/child.h"
#include "server/control.h"
#include "server/handoff.h"
#include "server/listen.h"
#include "server/notify.h"
#include "server/order.h"
#include "server/poison.h"
#include "server/reality.h"
#include "server/setup.h"
#include "server/udp.h"
#include <arpa/inet.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static const struct hash_key key = { 1, 2 };

static bool parses(const char *text, const char *host, uint16_t port)
{
	char error[LISTEN_ERROR];
	struct listen l;
	return listen_parse(slice_of(text), &l, error) && slice_equal(l.host, slice_of(host)) &&
	       l.port == port && l.advertise_host.len == 0;
}

static bool refuses(const char *text)
{
	char error[LISTEN_ERROR];
	struct listen l;
	return !listen_parse(slice_of(text), &l, error) && strstr(error, "listen ") == error;
}

static void listen_values(void)
{
	char error[LISTEN_ERROR];
	struct listen l;
	CHECK(parses("udp:127.0.0.1:5070", "127.0.0.1", 5070));
	CHECK(parses("UDP:127.0.0.1", "127.0.0.1", 5060));
	CHECK(parses("127.0.0.1:1", "127.0.0.1", 1));
	CHECK(parses("udp:[::1]:65535", "::1", 65535));
	CHECK(parses("[::]", "::", 5060));
	CHECK(parses("::1", "::1", 5060));
	CHECK(parses("udp:eth0:5060", "eth0", 5060));
	CHECK(parses("  sip.example.com  ", "sip.example.com", 5060));
	CHECK(refuses("tcp:127.0.0.1:5060"));
	CHECK(refuses("tls:x"));
	CHECK(refuses("udp:127.0.0.1:0"));
	CHECK(refuses("udp:127.0.0.1:65536"));
	CHECK(refuses("udp:127.0.0.1:"));
	CHECK(refuses("udp:127.0.0.1:99999999999999999999"));
	CHECK(refuses("udp:[::1"));
	CHECK(refuses("udp:[::1]5060"));
	CHECK(refuses("udp:[127.0.0.1]:5060"));
	CHECK(refuses("udp:"));
	CHECK(refuses(""));
	CHECK(refuses("udp:127.0.0.1:5060 as 192.0.2.1"));
	CHECK(refuses("udp:127.0.0.1:5060 advertise"));
	CHECK(refuses("udp:127.0.0.1:5060 advertise a b"));
	CHECK(listen_parse(SLICE("udp:127.0.0.1:5070 advertise sip.example.com:5080"), &l, error));
	CHECK(slice_equal(l.advertise_host, SLICE("sip.example.com")) && l.advertise_port == 5080);
	CHECK(listen_parse(SLICE("127.0.0.1:5070\tadvertise 192.0.2.1"), &l, error));
	CHECK(slice_equal(l.advertise_host, SLICE("192.0.2.1")) && l.advertise_port == 5070);
}

static void listen_expansion(void)
{
	struct arena *arena = arena_new(0);
	struct listener *list = ARENA_ARRAY(arena, struct listener, LISTEN_MOST);
	char error[LISTEN_ERROR];
	int count = 0;
	CHECK(listen_expand(arena, SLICE("udp:127.0.0.1:5070"), list, &count, error) && count == 1);
	CHECK(listen_expand(arena, SLICE("127.0.0.1:5070"), list, &count, error) && count == 1);
	CHECK(listen_expand(arena, SLICE("lo:5070"), list, &count, error) && count >= 1);
	CHECK(slice_equal(list[0].sent_by, SLICE("127.0.0.1:5070")));
	static const uint8_t zero[16];
	int before = count;
	CHECK(listen_expand(arena, SLICE("[::1]:5071 advertise 2001:db8::1"), list, &count, error));
	CHECK(count == before + 1 && slice_equal(list[before].sent_by, SLICE("[2001:db8::1]:5071")));
	CHECK(listen_expand(arena, SLICE("udp:0.0.0.0:5072"), list, &count, error) && count > before + 1);
	for (int i = 0; i < count; i++)
		CHECK(list[i].address.port && memcmp(list[i].address.bytes, zero, sizeof zero) != 0);
	CHECK(!listen_expand(arena, SLICE("no-such-interface0:5070"), list, &count, error));
	arena_free(arena);
}

static void rings(void)
{
	struct shared *s = shared_new(3, &key);
	int wake[3];
	for (int i = 0; i < 3; i++)
		wake[i] = eventfd(0, EFD_NONBLOCK);
	struct handoff one = { .shared = s, .wake = wake, .self = 0 },
		       two = { .shared = s, .wake = wake, .self = 1 };
	struct flow flow = { .listener = 7 }, got;
	struct slice data;
	enum handoff_kind kind;
	eventfd_t woken;
	CHECK(address_parse_port(SLICE("192.0.2.1:5060"), &flow.peer));
	CHECK(!handoff_take(&two, 0, &kind, &got, &data));
	CHECK(handoff_sleep(&two));
	CHECK(handoff_put(&one, 1, HANDOFF_DATAGRAM, &flow, SLICE("hello")));
	handoff_wake(&one);
	CHECK(eventfd_read(wake[1], &woken) == 0);
	CHECK(eventfd_read(wake[2], &woken) < 0);
	handoff_awake(&two);
	CHECK(!handoff_sleep(&two));
	CHECK(handoff_take(&two, 0, &kind, &got, &data) && kind == HANDOFF_DATAGRAM);
	CHECK(slice_equal(data, SLICE("hello")) && got.listener == 7 && address_equal(&got.peer, &flow.peer));
	handoff_release(&two, 0);
	CHECK(!handoff_take(&two, 2, &kind, &got, &data));
	/* a reader that is awake is not woken */
	CHECK(handoff_put(&one, 1, HANDOFF_UNREACHABLE, &flow, SLICE("")));
	handoff_wake(&one);
	CHECK(eventfd_read(wake[1], &woken) < 0);
	CHECK(handoff_take(&two, 0, &kind, &got, &data) && kind == HANDOFF_UNREACHABLE && data.len == 0);
	handoff_release(&two, 0);
	/* the longest datagram fits; a full ring refuses */
	static char big[DATAGRAM];
	int fitted = 0;
	while (handoff_put(&one, 2, HANDOFF_DATAGRAM, &flow, slice(big, sizeof big)))
		fitted++;
	CHECK(fitted >= 4);
	for (int i = 0; i < 3; i++)
		close(wake[i]);
}

static void owners(void)
{
	struct shared *s = shared_new(4, &key);
	struct handoff h = { .shared = s, .self = 3 };
	int seen[4] = { 0 };
	for (int i = 0; i < 64; i++) {
		char text[128];
		int len = snprintf(text, sizeof text, "OPTIONS sip:a SIP/2.0\r\nCall-ID: %d@x\r\n\r\n", i);
		int owner = handoff_owner(&h, slice(text, (size_t)len));
		len = snprintf(text, sizeof text, "SIP/2.0 200 OK\r\ni : %d@x\r\nCSeq: 1 OPTIONS\r\n\r\n", i);
		CHECK(handoff_owner(&h, slice(text, (size_t)len)) == owner);
		seen[owner]++;
	}
	for (int i = 0; i < 4; i++)
		CHECK(seen[i] > 4);
	CHECK(handoff_owner(&h, SLICE("\r\n\r\n")) == 3);
	CHECK(handoff_owner(&h, SLICE("")) == 3);
}

static void poisons(void)
{
	struct shared *s = shared_new(1, &key);
	static struct poison p;
	struct slice a = SLICE("INVITE a"), b = SLICE("INVITE b"), words;
	struct worker_state *w = &s->worker[0];
	char *buffer = shared_buffers(s, 0);
	memcpy(buffer, a.at, a.len);
	CHECK(!shared_last_words(s, 0, &words));
	shared_begin(w, slice(buffer, a.len));
	CHECK(shared_last_words(s, 0, &words) && slice_equal(words, a));
	CHECK(!shared_last_words(s, 0, &words));
	shared_begin(w, slice((char *)&p, 10)); /* outside the mapping */
	CHECK(!shared_last_words(s, 0, &words));
	shared_begin(w, slice(buffer, (size_t)DATAGRAM + 1));
	CHECK(!shared_last_words(s, 0, &words));
	CHECK(!poison_refused(s, a));
	CHECK(!poison_death(&p, s, a, 1000) && !poison_refused(s, a));
	CHECK(!poison_death(&p, s, b, 1000));
	CHECK(poison_death(&p, s, a, 2000) && poison_refused(s, a) && !poison_refused(s, b));
	poison_expire(&p, s, 3000);
	CHECK(poison_refused(s, a));
	poison_expire(&p, s, 10000000);
	CHECK(!poison_refused(s, a));
	/* more kinds than there is room for: the oldest are forgotten */
	for (int i = 0; i < 3 * POISONS; i++) {
		char text[16];
		struct slice d = slice(text, (size_t)snprintf(text, sizeof text, "%d", i));
		uint64_t now = 20000000 + (uint64_t)i;
		CHECK(!poison_death(&p, s, d, now) && poison_death(&p, s, d, now) && poison_refused(s, d));
	}
	CHECK(!poison_refused(s, SLICE("0")) && poison_refused(s, SLICE("191")));
}

static void orders(void)
{
	int fd[2], passed, file = eventfd(5, 0);
	struct order o = { .kind = ORDER_LOG_LEVEL, .value = 3 }, got;
	eventfd_t value;
	CHECK(order_pair(fd));
	CHECK(order_receive(fd[1], &got, &passed) == 0);
	CHECK(order_send(fd[0], &o, -1) && order_send(fd[0], &o, file));
	CHECK(order_receive(fd[1], &got, &passed) == 1 && got.kind == ORDER_LOG_LEVEL && passed == -1);
	CHECK(order_receive(fd[1], &got, &passed) == 1 && got.value == 3 && passed >= 0);
	CHECK(eventfd_read(passed, &value) == 0 && value == 5);
	close(passed);
	close(fd[0]);
	CHECK(order_receive(fd[1], &got, &passed) == -1);
	close(fd[1]);
	close(file);
}

static void sockets(void)
{
	static char buffers[BATCH * DATAGRAM];
	struct counters counters = { { 0 } };
	struct address a;
	struct flow to, from;
	struct slice data;
	/* a port that is free now: bound without a number first */
	struct sockaddr_storage s = { 0 };
	socklen_t len = sizeof s;
	CHECK(address_parse(SLICE("127.0.0.1"), &a));
	int fd = udp_open(&a);
	CHECK(fd >= 0 && getsockname(fd, (struct sockaddr *)&s, &len) == 0);
	address_from_sockaddr(&s, &a);
	CHECK(udp_probe(&a, true) == EADDRINUSE && udp_probe(&a, false) == 0);
	struct udp *u = udp_new(&fd, 1, buffers, &counters);
	to = (struct flow){ .peer = a };
	for (int i = 0; i < 200; i++) {
		char text[16];
		udp_send(u, &to, slice(text, (size_t)snprintf(text, sizeof text, "%d", i)));
	}
	udp_flush(u);
	int next = 0, n;
	while ((n = udp_receive(u, 0)) > 0)
		for (int i = 0; i < n; i++) {
			char text[16];
			udp_datagram(u, i, &from, &data);
			snprintf(text, sizeof text, "%d", next++);
			CHECK(slice_equal(data, slice_of(text)) && address_equal(&from.peer, &a));
		}
	CHECK(next == 200 && counters.n[COUNTER_sent] == 200 && counters.n[COUNTER_received] == 200);
	/* nobody listens at port 9 of this host: the kernel says so, and the next datagram is not lost by it */
	to.peer.port = 9;
	udp_send(u, &to, SLICE("x"));
	udp_flush(u);
	to.peer = a;
	udp_send(u, &to, SLICE("y"));
	udp_flush(u);
	CHECK(udp_error(u, 0, &from) && from.peer.port == 9 && !udp_error(u, 0, &from));
	CHECK(udp_receive(u, 0) == 1);
	/* what cannot be sent at all is reported, and what follows is sent */
	struct flow nowhere = { .peer = a };
	memset(nowhere.peer.bytes, 255, 4);
	udp_send(u, &nowhere, SLICE("x"));
	udp_send(u, &to, SLICE("z"));
	udp_flush(u);
	CHECK(udp_refused(u, &from) && address_equal(&from.peer, &nowhere.peer) && !udp_refused(u, &from));
	CHECK(udp_receive(u, 0) == 1 && counters.n[COUNTER_send_failed] == 1);
	udp_free(u);
	close(fd);
}

static void echo(void *user, struct control_peer *peer, struct slice line)
{
	++*(int *)user;
	control_print(peer, "[%.*s]\n", SLICE_FMT(line));
	control_done(peer);
}

/* Serves C until FD has an answer whole; its length. */
static size_t talk(struct control *c, int fd, const char *text, char *answer, size_t size)
{
	size_t len = 0;
	if (send(fd, text, strlen(text), 0) < 0 || shutdown(fd, SHUT_WR) < 0)
		return 0;
	for (int i = 0; i < 1000; i++) {
		struct pollfd set[CONTROL_PEERS + 1];
		int n = control_poll(c, set);
		if (poll(set, (nfds_t)n, 1) > 0)
			control_polled(c, set, n);
		ssize_t got = recv(fd, answer + len, size - len, MSG_DONTWAIT);
		if (got == 0)
			break;
		len += got > 0 ? (size_t)got : 0;
	}
	return len;
}

static void control_socket(void)
{
	char directory[] = "/tmp/sipd-unit-XXXXXX", path[64], error[CONTROL_ERROR], answer[4096];
	int commands = 0;
	bool taken;
	CHECK(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/run/control", directory);
	struct control *c = control_open(path, (uid_t)-1, (gid_t)-1, echo, &commands, error, &taken);
	if (!CHECK(c))
		return;
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	strcpy(at.sun_path, path);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	CHECK(connect(fd, (struct sockaddr *)&at, sizeof at) == 0);
	size_t len = talk(c, fd, "one\n\n two words \r\nlast", answer, sizeof answer);
	CHECK(slice_equal(slice(answer, len), SLICE("[one]\n[two words]\n[last]\n")) && commands == 3);
	close(fd);
	/* a second server leaves the first one's socket alone */
	CHECK(!control_open(path, (uid_t)-1, (gid_t)-1, echo, &commands, error, &taken) && taken);
	CHECK(strstr(error, path));
	/* one that was left behind is replaced */
	control_close(c, false);
	c = control_open(path, (uid_t)-1, (gid_t)-1, echo, &commands, error, &taken);
	CHECK(c);
	control_close(c, true);
	CHECK(access(path, F_OK) < 0);
	*strrchr(path, '/') = 0;
	CHECK(rmdir(path) == 0 && rmdir(directory) == 0);
}

static void back_off(void)
{
	struct child c;
	char text[128];
	child_init(&c, 0);
	uint64_t now = 1000000;
	static const uint64_t delays[] = { 0, 100, 200, 400, 800, 1600, 3000, 3000 };
	for (size_t i = 0; i < sizeof delays / sizeof *delays; i++) {
		c.pid = 42;
		c.started = now;
		child_ended(&c, SIGSEGV, now, text, sizeof text);
		CHECK(c.due == now + delays[i] && c.pid == 0);
		now = c.due;
	}
	CHECK(strstr(text, "worker 1 (pid 42) was killed by signal 11"));
	c.started = now - 60000;
	child_ended(&c, 3 << 8, now, text, sizeof text);
	CHECK(c.due == now && strstr(text, "ended with status 3"));
}

static const struct program *program_with(const char *state_dir)
{
	struct arena *arena = arena_new(0);
	struct builder *b = builder_new(arena);
	char error[PROGRAM_ERROR];
	struct value v = value_text(slice_of(state_dir));
	builder_parameter(b, PARAMETER_state_dir, &v);
	v = value_text(SLICE("udp:127.0.0.1:5060"));
	builder_parameter(b, PARAMETER_listen, &v);
	v = value_text(SLICE("Example.COM:5080"));
	builder_parameter(b, PARAMETER_alias, &v);
	const struct program *p = builder_finish(b, error);
	arena_free(arena);
	return p;
}

static void keys(void)
{
	char directory[] = "/tmp/sipd-unit-XXXXXX", state[64], file[96], error[SETUP_ERROR];
	struct site one = { 0 }, two = { 0 };
	struct stat st;
	CHECK(mkdtemp(directory));
	snprintf(state, sizeof state, "%s/state", directory);
	snprintf(file, sizeof file, "%s/branch.key", state);
	const struct program *p = program_with(state);
	if (!CHECK(p))
		return;
	CHECK(setup_state_dir(p, (uid_t)-1, (gid_t)-1, error) &&
		setup_state_dir(p, (uid_t)-1, (gid_t)-1, error));
	CHECK(stat(state, &st) == 0 && (st.st_mode & 0777) == 0700);
	CHECK(setup_keys(p, &one, error) && setup_keys(p, &two, error));
	CHECK(stat(file, &st) == 0 && (st.st_mode & 0777) == 0600 && st.st_size == 32 && st.st_nlink == 1);
	CHECK(memcmp(&one.branch_key, &two.branch_key, sizeof one.branch_key) == 0);
	CHECK(memcmp(&one.nonce_key, &two.nonce_key, sizeof one.nonce_key) == 0);
	CHECK(memcmp(&one.nonce_key, &one.branch_key, sizeof one.nonce_key) != 0);
	CHECK(truncate(file, 31) == 0 && !setup_keys(p, &two, error) && strstr(error, file));
	unlink(file);
	rmdir(state);
	FILE *f = fopen(state, "w");
	CHECK(f && fclose(f) == 0 && !setup_state_dir(p, (uid_t)-1, (gid_t)-1, error) &&
		strstr(error, state));
	unlink(state);
	rmdir(directory);
	program_unref(p);
}

static void settings(void)
{
	struct arena *arena = arena_new(0);
	struct site site = { 0 };
	const struct program *p = program_with("/tmp"), *q = program_with("/var");
	setup_settings(arena, p, &site);
	CHECK(site.alias_count == 1 && slice_equal(site.aliases[0].host, SLICE("example.com")));
	CHECK(site.aliases[0].port == 5080 && site.t1 == 500 && site.fr_inv_timer == 181000);
	CHECK(slice_equal(site.server_header, SLICE("Server: sipd\r\n")));
	CHECK(setup_fixed(arena, p, p).len == 0);
	CHECK(slice_equal(setup_fixed(arena, p, q), SLICE("state_dir")));
	CHECK(setup_workers(p) >= 1);
	program_unref(p);
	program_unref(q);
	arena_free(arena);
}

static void notifications(void)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	char text[128];
	int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
	at.sun_path[0] = 0;
	snprintf(at.sun_path + 1, sizeof at.sun_path - 1, "sipd-unit-%d", (int)getpid());
	socklen_t len = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + strlen(at.sun_path + 1));
	CHECK(bind(fd, (struct sockaddr *)&at, len) == 0);
	at.sun_path[0] = '@';
	setenv("NOTIFY_SOCKET", at.sun_path, 1);
	notify("READY=1\nSTATUS=serving");
	notify_reloading();
	ssize_t n = recv(fd, text, sizeof text, MSG_DONTWAIT);
	CHECK(n > 0 && slice_equal(slice(text, (size_t)n), SLICE("READY=1\nSTATUS=serving")));
	n = recv(fd, text, sizeof text, MSG_DONTWAIT);
	CHECK(n > 0 && slice_starts(slice(text, (size_t)n), SLICE("RELOADING=1\nMONOTONIC_USEC=")));
	unsetenv("NOTIFY_SOCKET");
	notify("READY=1");
	CHECK(recv(fd, text, sizeof text, MSG_DONTWAIT) < 0);
	close(fd);
}

static void random_numbers(void)
{
	static struct reality r;
	unsigned char first[16], second[16], long_one[1000], zero[1000] = { 0 };
	reality_init(&r, NULL);
	for (int i = 0; i < 100; i++) {
		r.world.random(&r.world, first, sizeof first);
		r.world.random(&r.world, second, sizeof second);
		CHECK(memcmp(first, second, sizeof first) != 0 && memcmp(first, zero, sizeof first) != 0);
	}
	r.world.random(&r.world, long_one, sizeof long_one);
	CHECK(memcmp(long_one, zero, sizeof zero) != 0);
	CHECK(r.world.now(&r.world) == r.now && r.world.clock(&r.world) > UINT64_C(1700000000000));
}

int main(void)
{
	UNIT(listen_values);
	UNIT(listen_expansion);
	UNIT(rings);
	UNIT(owners);
	UNIT(poisons);
	UNIT(orders);
	UNIT(sockets);
	UNIT(control_socket);
	UNIT(back_off);
	UNIT(keys);
	UNIT(settings);
	UNIT(notifications);
	UNIT(random_numbers);
	return unit_end();
}
