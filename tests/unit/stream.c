/* stream: tests of the sealed frames between two servers of a farm: order, sizes, other secrets, forgeries.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "base/world.h"
#include "server/stream.h"
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static uint64_t world_now(struct world *w)
{
	(void)w;
	return 1000;
}

static void world_random(struct world *w, void *at, size_t len)
{
	(void)w;
	for (size_t i = 0; i < len; i++)
		((char *)at)[i] = (char)rand();
}

static struct world world = { .now = world_now, .random = world_random };

struct pair {
	struct stream *a, *b; /* a connected, b accepted */
};

static struct pair make(struct slice secret_a, struct slice secret_b)
{
	int fd[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fd) < 0)
		abort();
	return (struct pair){ stream_new(fd[0], false, secret_a, &world),
		stream_new(fd[1], true, secret_b, &world) };
}

static void run(struct pair *p)
{
	for (int i = 0; i < 4; i++) {
		(void)stream_run(p->a);
		(void)stream_run(p->b);
	}
}

static void end(struct pair *p)
{
	stream_free(p->a);
	stream_free(p->b);
}

static void frames_arrive(void)
{
	struct pair p = make(SLICE("secret"), SLICE("secret"));
	const struct slice parts[] = { SLICE("one, "), SLICE("two") };
	struct slice payload;
	uint64_t number;
	CHECK(stream_run(p.a) == STREAM_OPENING);
	run(&p);
	CHECK(stream_run(p.a) == STREAM_OPEN && stream_run(p.b) == STREAM_OPEN && stream_greeted(p.b));
	stream_put(p.a, 3, UINT64_MAX - 1, parts, 2);
	stream_put(p.a, 4, 7, NULL, 0);
	stream_put(p.b, 5, 9, parts, 1);
	run(&p);
	CHECK(stream_take(p.b, &number, &payload) == 3 && number == UINT64_MAX - 1 &&
		slice_equal(payload, SLICE("one, two")));
	CHECK(stream_take(p.b, &number, &payload) == 4 && number == 7 && payload.len == 0);
	CHECK(stream_take(p.b, &number, &payload) == 0);
	CHECK(stream_take(p.a, &number, &payload) == 5 && number == 9 &&
		slice_equal(payload, SLICE("one, ")));
	end(&p);
}

/* More than the kernel takes at once, in both directions, and the end behind it. */
static void streams_are_long(void)
{
	struct pair p = make(SLICE("secret"), SLICE("secret"));
	char *text = calloc(1, 60000);
	struct slice part = slice(text, 60000), payload;
	uint64_t number, got = 0;
	run(&p);
	for (int i = 0; i < 100; i++)
		stream_put(p.a, 1, (uint64_t)i, &part, 1);
	CHECK(stream_queued(p.a) > 6000000);
	for (int i = 0; i < 1000 && got < 100; i++) {
		run(&p);
		while (stream_take(p.b, &number, &payload) > 0) {
			CHECK(number == got && payload.len == 60000);
			got++;
		}
	}
	CHECK(got == 100 && stream_queued(p.a) == 0);
	stream_put(p.a, 2, 0, NULL, 0);
	(void)stream_run(p.a);
	stream_free(p.a);
	CHECK(stream_run(p.b) == STREAM_OPEN); /* what came before the end is still there */
	CHECK(stream_take(p.b, &number, &payload) == 2);
	CHECK(stream_run(p.b) == STREAM_ENDED);
	stream_free(p.b);
	free(text);
}

static void other_secrets_are_refused(void)
{
	struct pair p = make(SLICE("secret"), SLICE("another"));
	struct slice payload;
	uint64_t number;
	run(&p);
	stream_put(p.a, 1, 1, NULL, 0);
	run(&p);
	CHECK(stream_take(p.b, &number, &payload) == -1);
	CHECK(stream_run(p.b) == STREAM_ENDED);
	end(&p);
}

/* A bit that is turned on the way, wherever, and a frame that comes again. */
static void forgeries_are_refused(void)
{
	enum { GREETING = 40, FRAME = 4 + 9 + 5 + 16 };
	for (int turned = -1; turned < FRAME; turned++) {
		int up[2], down[2];
		char bytes[512];
		struct slice payload, part = SLICE("hello");
		uint64_t number;
		if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, up) < 0 ||
			socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, down) < 0)
			abort();
		struct stream *a = stream_new(up[0], false, SLICE("secret"), &world);
		struct stream *b = stream_new(down[0], true, SLICE("secret"), &world);
		(void)stream_run(b);
		ssize_t n = read(down[1], bytes, sizeof bytes);
		CHECK(n == GREETING && write(up[1], bytes, (size_t)n) == n);
		(void)stream_run(a);
		stream_put(a, 1, 77, &part, 1);
		(void)stream_run(a);
		n = read(up[1], bytes, sizeof bytes);
		CHECK(n == GREETING + FRAME);
		if (turned >= 0)
			bytes[GREETING + turned] ^= 1;
		CHECK(write(down[1], bytes, (size_t)n) == n);
		CHECK(write(down[1], bytes + GREETING, FRAME) == FRAME);
		(void)stream_run(b);
		if (turned < 0) {
			CHECK(stream_take(b, &number, &payload) == 1 && number == 77);
			CHECK(stream_take(b, &number, &payload) == -1); /* the same again */
		} else {
			CHECK(stream_take(b, &number, &payload) <= 0);
		}
		stream_free(a);
		stream_free(b);
		close(up[1]);
		close(down[1]);
	}
}

static void strangers_are_refused(void)
{
	int fd[2];
	struct slice payload;
	uint64_t number;
	static const char text[] = "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n12345678901234567890";
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fd) < 0)
		abort();
	struct stream *b = stream_new(fd[0], true, SLICE("secret"), &world);
	CHECK(write(fd[1], text, sizeof text) == sizeof text);
	CHECK(stream_run(b) == STREAM_ENDED && stream_take(b, &number, &payload) == 0);
	stream_free(b);
	close(fd[1]);
}

int main(void)
{
	UNIT(frames_arrive);
	UNIT(streams_are_long);
	UNIT(other_secrets_are_refused);
	UNIT(forgeries_are_refused);
	UNIT(strangers_are_refused);
	return unit_end();
}
