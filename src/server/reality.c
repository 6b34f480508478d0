/* reality: the functions of struct world over system calls.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/reality.h"
#include "base/log.h"
#include "core/resolve.h"
#include "server/udp.h"
#include <errno.h>
#include <sys/random.h>
#include <time.h>

static uint64_t read_clock(clockid_t id)
{
	struct timespec t;
	clock_gettime(id, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

uint64_t reality_now(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

void reality_update(struct reality *r)
{
	r->now = read_clock(CLOCK_MONOTONIC);
	r->clock = read_clock(CLOCK_REALTIME);
}

static uint64_t world_now(struct world *w)
{
	struct reality *r = (struct reality *)w;
	return r->live ? read_clock(CLOCK_MONOTONIC) : r->now;
}

static uint64_t world_clock(struct world *w)
{
	struct reality *r = (struct reality *)w;
	return r->live ? read_clock(CLOCK_REALTIME) : r->clock;
}

static void fill(void *to, size_t len)
{
	for (unsigned char *at = to; len;) {
		ssize_t n = getrandom(at, len, 0);
		if (n < 0 && errno != EINTR)
			fatal("random numbers: %s", strerror(errno));
		if (n > 0) {
			at += n;
			len -= (size_t)n;
		}
	}
}

/* Small requests are served from a buffer: a system call for a tag costs more than the tag. */
static void world_random(struct world *w, void *to, size_t len)
{
	struct reality *r = (struct reality *)w;
	if (len > sizeof r->random) {
		fill(to, len);
		return;
	}
	if (len > r->random_left) {
		fill(r->random, sizeof r->random);
		r->random_left = sizeof r->random;
	}
	unsigned char *from = r->random + sizeof r->random - r->random_left;
	memcpy(to, from, len);
	memset(from, 0, len);
	r->random_left -= len;
}

static void world_send(struct world *w, const struct flow *to, struct slice data)
{
	struct reality *r = (struct reality *)w;
	if (r->udp)
		udp_send(r->udp, to, data);
}

static void *world_resolve(
	struct world *w, struct slice host, uint16_t port, unsigned families, resolve_done *done, void *user)
{
	struct reality *r = (struct reality *)w;
	if (r->resolver)
		return resolver_query(r->resolver, host, port, families, done, user);
	done(user, RESOLVE_FAILED, NULL, 0);
	return NULL;
}

static void world_resolve_cancel(struct world *w, void *handle)
{
	struct reality *r = (struct reality *)w;
	if (r->resolver)
		resolver_cancel(r->resolver, handle);
}

void reality_init(struct reality *r, struct udp *udp)
{
	*r = (struct reality){ .udp = udp };
	r->world.now = world_now;
	r->world.clock = world_clock;
	r->world.random = world_random;
	r->world.send = world_send;
	r->world.resolve = world_resolve;
	r->world.resolve_cancel = world_resolve_cancel;
	reality_update(r);
}
