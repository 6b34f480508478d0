/* stream: greeting, frames and seals.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/stream.h"
#include "base/log.h"
#include "base/world.h"
#include "farm/seal.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAGIC "sipdfarm"

enum {
	MAGIC_LEN = 8,
	NONCE = 32,
	HEAD = 4 + 1 + 8, /* length of what follows, kind, number */
	SEAL = 16,
	FRAME_MOST = 1 << 20,
	READ = 64 << 10,
};

struct bytes {
	char *at;
	size_t from, to, size;
};

struct stream {
	int fd;
	bool incoming, greeted;
	struct slice secret;
	struct world *world;
	unsigned char nonce[NONCE], session[SEAL_BYTES];
	uint64_t put, taken; /* frames */
	uint64_t heard, said;
	struct bytes in, out;
	bool closed; /* by the other side, which may have left frames */
	bool ended;
};

static uint64_t now(const struct stream *s)
{
	return s->world->now(s->world);
}

/* Room for N more bytes. */
static char *extend(struct bytes *b, size_t n)
{
	if (b->from == b->to)
		b->from = b->to = 0;
	if (b->size - b->to < n && b->from) {
		memmove(b->at, b->at + b->from, b->to - b->from);
		b->to -= b->from;
		b->from = 0;
	}
	if (b->size - b->to < n) {
		b->size = (b->to + n) * 2;
		b->at = realloc(b->at, b->size);
		if (!b->at)
			fatal("out of memory");
	}
	return b->at + b->to;
}

static void add(struct bytes *b, struct slice s)
{
	char *at = extend(b, s.len);
	if (s.len)
		memcpy(at, s.at, s.len);
	b->to += s.len;
}

struct stream *stream_new(int fd, bool incoming, struct slice secret, struct world *world)
{
	struct stream *s = calloc(1, sizeof *s);
	if (!s)
		fatal("out of memory");
	s->fd = fd;
	s->incoming = incoming;
	s->secret = secret;
	s->world = world;
	s->heard = s->said = now(s);
	world->random(world, s->nonce, sizeof s->nonce);
	add(&s->out, SLICE(MAGIC));
	add(&s->out, slice((const char *)s->nonce, NONCE));
	return s;
}

void stream_free(struct stream *s)
{
	if (!s)
		return;
	close(s->fd);
	free(s->in.at);
	free(s->out.at);
	free(s);
}

/* ---- numbers and seals ---- */

static void write_number(char *at, uint64_t n, int bytes)
{
	for (int i = bytes - 1; i >= 0; i--, n >>= 8)
		at[i] = (char)n;
}

static uint64_t read_number(const char *at, int bytes)
{
	uint64_t n = 0;
	for (int i = 0; i < bytes; i++)
		n = n << 8 | (unsigned char)at[i];
	return n;
}

/* The seal of FRAME, the COUNT-th that the side that connected (or else accepted) sends. */
static void seal(
	const struct stream *s, bool by_acceptor, uint64_t count, struct slice frame, unsigned char *out)
{
	char head[9] = { (char)by_acceptor };
	write_number(head + 1, count, 8);
	const struct slice parts[] = { slice(head, sizeof head), frame };
	seal_make(slice((const char *)s->session, SEAL_BYTES), parts, 2, out);
}

static void take_greeting(struct stream *s)
{
	if (s->greeted || s->in.to - s->in.from < MAGIC_LEN + NONCE)
		return;
	const char *at = s->in.at + s->in.from;
	if (memcmp(at, MAGIC, MAGIC_LEN) != 0) {
		s->ended = true;
		return;
	}
	struct slice theirs = slice(at + MAGIC_LEN, NONCE), mine = slice((const char *)s->nonce, NONCE);
	const struct slice parts[] = { SLICE("session"), s->incoming ? theirs : mine,
		s->incoming ? mine : theirs };
	seal_make(s->secret, parts, 3, s->session);
	s->in.from += MAGIC_LEN + NONCE;
	s->greeted = true;
}

/* ---- frames ---- */

void stream_put(struct stream *s, int kind, uint64_t number, const struct slice *part, int n)
{
	unsigned char mac[SEAL_BYTES];
	size_t len = HEAD - 4 + SEAL;
	for (int i = 0; i < n; i++)
		len += part[i].len;
	char *at = extend(&s->out, len + 4), *head = at;
	write_number(at, len, 4);
	at[4] = (char)kind;
	write_number(at + 5, number, 8);
	at += HEAD;
	for (int i = 0; i < n; i++) {
		if (part[i].len)
			memcpy(at, part[i].at, part[i].len);
		at += part[i].len;
	}
	seal(s, s->incoming, s->put++, slice(head, (size_t)(at - head)), mac);
	memcpy(at, mac, SEAL);
	s->out.to += len + 4;
	s->said = now(s);
}

int stream_take(struct stream *s, uint64_t *number, struct slice *payload)
{
	unsigned char mac[SEAL_BYTES];
	size_t there = s->in.to - s->in.from;
	const char *at = s->in.at + s->in.from;
	if (s->ended || !s->greeted || there < HEAD)
		return 0;
	size_t len = (size_t)read_number(at, 4);
	if (len < HEAD - 4 + SEAL || len > FRAME_MOST) {
		s->ended = true;
		return -1;
	}
	if (there < len + 4)
		return 0;
	seal(s, !s->incoming, s->taken++, slice(at, len + 4 - SEAL), mac);
	if (!seal_same(mac, (const unsigned char *)at + len + 4 - SEAL, SEAL) || at[4] <= 0) {
		s->ended = true;
		return -1;
	}
	*number = read_number(at + 5, 8);
	*payload = slice(at + HEAD, len + 4 - SEAL - HEAD);
	s->in.from += len + 4;
	return at[4];
}

/* ---- the socket ---- */

static void write_out(struct stream *s)
{
	while (!s->ended && s->out.from < s->out.to) {
		ssize_t n = send(s->fd, s->out.at + s->out.from, s->out.to - s->out.from, MSG_NOSIGNAL);
		if (n > 0)
			s->out.from += (size_t)n;
		else if (errno == EAGAIN || errno == ENOTCONN || errno == EINTR)
			return;
		else
			s->ended = true;
	}
}

static void read_in(struct stream *s)
{
	while (!s->ended && s->in.to - s->in.from < FRAME_MOST + HEAD) {
		ssize_t n = recv(s->fd, extend(&s->in, READ), READ, 0);
		if (n == 0) {
			s->closed = true;
			return;
		}
		if (n > 0) {
			s->in.to += (size_t)n;
			s->heard = now(s);
		} else if ((errno == EAGAIN || errno == ENOTCONN || errno == EINTR)) {
			return;
		} else {
			s->ended = true;
		}
	}
}

static bool frame_waits(const struct stream *s)
{
	size_t there = s->in.to - s->in.from;
	return s->greeted && there >= HEAD && there >= 4 + (size_t)read_number(s->in.at + s->in.from, 4);
}

enum stream_state stream_run(struct stream *s)
{
	if (!s->closed) {
		write_out(s);
		read_in(s);
	}
	take_greeting(s);
	if (s->ended || (s->closed && !frame_waits(s)))
		return STREAM_ENDED;
	return s->greeted ? STREAM_OPEN : STREAM_OPENING;
}

size_t stream_queued(const struct stream *s)
{
	return s->out.to - s->out.from;
}

bool stream_silent(const struct stream *s, uint64_t ms)
{
	return now(s) - s->heard > ms;
}

bool stream_greeted(const struct stream *s)
{
	return s->greeted;
}

void stream_keep(struct stream *s, int kind, uint64_t ms)
{
	if (s->greeted && now(s) - s->said >= ms)
		stream_put(s, kind, 0, NULL, 0);
}

struct pollfd stream_poll(const struct stream *s, bool want)
{
	short events = want ? POLLIN : 0;
	if (!s->greeted || s->out.from < s->out.to)
		events |= s->out.from < s->out.to ? POLLOUT : 0;
	return (struct pollfd){ .fd = s->fd, .events = events };
}
