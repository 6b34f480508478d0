/* location: tests of the rules of REGISTER, and of all backends by the same cases.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * With REDIS_URL set, the URL of a Redis whose keys may be written, the cases of all backends run on that one alone (tests/interop/redis.sh). */
#include "unit.h"
#include "base/log.h"
#include "location/channel.h"
#include "location/location.h"
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum backend { MEMORY, DEFERRED, LMDB, REDIS, BACKENDS };

static const char *const backend_names[] = { "memory", "memory, deferred", "lmdb", "redis" };

/* One store under test. The clock is shared with the keeper. */
struct place {
	enum backend backend;
	struct world world;
	uint64_t *clock; /* seconds */
	uint64_t ahead;  /* milliseconds that `now` is before the machine's */
	struct timers timers;
	struct location *location;
	struct arena *arena;
	/* LMDB: */
	struct location_settings settings;
	struct channels *channels;
	int owner_fd, stop_fd;
	pid_t keeper;
};

static struct place *place_of(struct world *w)
{
	return (struct place *)((char *)w - offsetof(struct place, world));
}

static uint64_t world_now(struct world *w)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return place_of(w)->ahead + (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static uint64_t world_clock(struct world *w)
{
	return *(volatile uint64_t *)place_of(w)->clock * 1000;
}

static void world_random(struct world *w, void *at, size_t len)
{
	(void)w;
	if (getrandom(at, len, 0) != (ssize_t)len)
		abort();
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st, (void)type, (void)ftw;
	return remove(path);
}

static void start_keeper(struct place *p)
{
	const struct keeper_options options = {
		.settings = &p->settings, .channels = p->channels, .world = &p->world, .stop_fd = p->stop_fd
	};
	fflush(stdout);
	p->keeper = fork();
	if (p->keeper == 0)
		_exit(location_keeper_run(&options));
}

static int end_keeper(struct place *p, int signal)
{
	static const uint64_t one = 1;
	uint64_t count;
	int status = -1;
	if (signal)
		kill(p->keeper, signal);
	else if (write(p->stop_fd, &one, sizeof one) < 0)
		return -1;
	waitpid(p->keeper, &status, 0);
	if (!signal && read(p->stop_fd, &count, sizeof count) < 0)
		return -1;
	return status;
}

static bool open_lmdb(struct place *p, const char *state_dir)
{
	char error[LOCATION_ERROR] = "";
	p->settings.backend = SLICE("lmdb");
	p->settings.state_dir = slice_of(state_dir);
	if (!p->settings.size)
		p->settings.size = 64 << 20;
	p->settings.sync = 1000;
	p->channels = channels_new(2, error);
	p->stop_fd = eventfd(0, 0);
	p->owner_fd = location_prepare(&p->settings, error);
	if (p->owner_fd >= 0) {
		start_keeper(p);
		p->location = location_open(&p->settings, &p->channels->at[1], &p->world, &p->timers, error);
	}
	if (error[0])
		printf("# %s\n", error);
	return p->location != NULL;
}

/* Each case has keys of its own: its prefix is new. */
static bool open_redis(struct place *p)
{
	char error[LOCATION_ERROR] = "";
	uint64_t number;
	world_random(&p->world, &number, sizeof number);
	p->settings.backend = slice_of(getenv("REDIS_URL"));
	p->settings.prefix = arena_printf(p->arena, "test-%llx[*]:", (unsigned long long)number);
	p->owner_fd = location_prepare(&p->settings, error);
	if (p->owner_fd >= 0)
		p->location = location_open(&p->settings, NULL, &p->world, &p->timers, error);
	if (error[0])
		printf("# %s\n", error);
	return p->location != NULL;
}

static struct place *open_place(enum backend backend)
{
	struct place *p = calloc(1, sizeof *p);
	p->backend = backend;
	p->world = (struct world){ .now = world_now, .clock = world_clock, .random = world_random };
	p->clock = mmap(NULL, sizeof *p->clock, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	*p->clock = 1000000;
	p->arena = arena_new(0);
	if (backend == REDIS) {
		if (!open_redis(p))
			abort();
		return p;
	}
	if (backend != LMDB) {
		p->location = location_memory_new(&p->world, backend == DEFERRED ? 1 : 0, &p->timers, NULL);
		return p;
	}
	char directory[] = "/tmp/sipd-location-XXXXXX";
	if (!mkdtemp(directory) || !open_lmdb(p, arena_copy(p->arena, slice_of(directory)).at))
		abort();
	return p;
}

static void close_lmdb(struct place *p)
{
	CHECK(end_keeper(p, 0) == 0);
	close(p->owner_fd);
	close(p->stop_fd);
	channels_free(p->channels);
}

static void close_place(struct place *p)
{
	location_close(p->location);
	if (p->backend == LMDB) {
		close_lmdb(p);
		nftw(p->settings.state_dir.at, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	}
	if (p->backend == REDIS) {
		close(p->owner_fd);
		location_discard(&p->settings);
	}
	timers_free(&p->timers);
	munmap(p->clock, sizeof *p->clock);
	arena_free(p->arena);
	free(p);
}

static void is_done(void *user)
{
	*(bool *)user = true;
}

/* What a worker's loop does until *DONE; false when that takes too long. */
static bool await(struct place *p, const bool *done)
{
	uint64_t end = world_now(&p->world) + 10000;
	while (!*done && world_now(&p->world) < end) {
		struct pollfd fd = { .fd = location_wake_fd(p->location), .events = POLLIN };
		poll(&fd, 1, p->backend == LMDB ? 20 : p->backend == REDIS ? 5 : 1);
		location_readable(p->location);
		timer_run(&p->timers, world_now(&p->world));
	}
	return *done;
}

static enum location_result commit(struct place *p, struct location_change *c)
{
	bool done = false;
	c->arena = p->arena;
	c->done = is_done;
	c->user = &done;
	c->change.now = *p->clock;
	if (!c->change.max_contacts)
		c->change.max_contacts = 10;
	for (int i = 0; i < c->change.count; i++) {
		c->change.bindings[i].call_id = c->change.call_id;
		c->change.bindings[i].cseq = c->change.cseq;
		c->change.bindings[i].updated = *p->clock;
	}
	if (location_commit(p->location, c))
		CHECK(!done);
	else
		CHECK(await(p, &done));
	return c->result;
}

static struct location_query fetch(struct place *p, const char *aor)
{
	bool done = false;
	struct location_query q = { .aor = slice_of(aor), .arena = p->arena, .done = is_done, .user = &done };
	if (!location_fetch(p->location, &q))
		CHECK(await(p, &done));
	CHECK(!q.failed);
	return q;
}

/* Registers CONTACT for SECONDS (0: removes it). */
static enum location_result set(struct place *p, const char *aor, const char *contact, uint64_t seconds,
	const char *call_id, uint32_t cseq)
{
	struct binding b = {
		.contact = slice_of(contact), .q = -1, .expires = seconds ? *p->clock + seconds : 0
	};
	struct location_change c = { .aor = slice_of(aor),
		.change = { .call_id = slice_of(call_id), .cseq = cseq, .bindings = &b, .count = 1 } };
	return commit(p, &c);
}

static bool has(struct place *p, const char *aor, int count, const char *first)
{
	struct location_query q = fetch(p, aor);
	return q.count == count && (!count || slice_equal(q.bindings[0].contact, slice_of(first)));
}

static const char bob[] = "sip:bob@example.org";

/* ---- the cases ---- */

static void adds_refreshes_removes(struct place *p)
{
	CHECK(has(p, bob, 0, ""));
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 60, "a", 1) == LOCATION_OK);
	CHECK(has(p, bob, 1, "sip:bob@192.0.2.1"));
	++*p->clock;
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 90, "a", 2) == LOCATION_OK);
	struct location_query q = fetch(p, bob);
	CHECK(q.count == 1 && q.bindings[0].expires == *p->clock + 90 && q.bindings[0].cseq == 2);
	CHECK(set(p, bob, "sip:bob@192.0.2.2", 60, "b", 1) == LOCATION_OK);
	CHECK(has(p, bob, 2, "sip:bob@192.0.2.1"));
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 0, "a", 3) == LOCATION_OK);
	CHECK(has(p, bob, 1, "sip:bob@192.0.2.2"));
	CHECK(set(p, bob, "sip:unknown@192.0.2.9", 0, "a", 4) == LOCATION_OK);
	CHECK(has(p, "sip:carol@example.org", 0, ""));
}

static void keeps_all_fields(struct place *p)
{
	struct binding b = { .contact = SLICE("sip:bob@192.0.2.1;x=1"),
		.received = SLICE("sip:198.51.100.1:4000"),
		.path = SLICE("<sip:p1;lr>, <sip:p2;lr>"),
		.user_agent = SLICE("phone \"1\""),
		.instance = SLICE("\"<urn:uuid:1>\""),
		.listener = SLICE("192.0.2.250:5060"),
		.expires = *p->clock + 60,
		.reg_id = 3,
		.methods = 0x15,
		.flags = 9,
		.q = 300 };
	struct location_change c = { .aor = slice_of(bob),
		.change = { .call_id = SLICE("call"), .cseq = 4294967295, .bindings = &b, .count = 1 } };
	CHECK(commit(p, &c) == LOCATION_OK && c.count == 1);
	struct location_query q = fetch(p, bob);
	if (!CHECK(q.count == 1))
		return;
	const struct binding *r = &q.bindings[0], *a = &c.bindings[0];
	CHECK(slice_equal(r->contact, b.contact) && slice_equal(r->received, b.received));
	CHECK(slice_equal(r->path, b.path) && slice_equal(r->user_agent, b.user_agent));
	CHECK(slice_equal(r->instance, b.instance) && slice_equal(r->listener, b.listener));
	CHECK(slice_equal(r->call_id, SLICE("call")) && r->cseq == 4294967295 && r->expires == b.expires);
	CHECK(r->reg_id == 3 && r->methods == 0x15 && r->flags == 9 && r->q == 300 &&
		r->updated == *p->clock);
	CHECK(slice_equal(a->contact, b.contact) && a->expires == b.expires);
}

static void refuses_old_requests(struct place *p)
{
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 60, "a", 5) == LOCATION_OK);
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 0, "a", 4) == LOCATION_OUT_OF_ORDER);
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 30, "a", 4) == LOCATION_OUT_OF_ORDER);
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 30, "a", 5) == LOCATION_OUT_OF_ORDER);
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 60, "a", 5) == LOCATION_OK); /* a retransmission */
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 0, "other", 1) == LOCATION_OK);
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 0, "other", 1) == LOCATION_OK); /* another */
	CHECK(has(p, bob, 0, ""));
}

static void all_or_nothing(struct place *p)
{
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 60, "a", 5) == LOCATION_OK);
	struct binding two[] = { { .contact = SLICE("sip:bob@192.0.2.2"), .expires = *p->clock + 60 },
		{ .contact = SLICE("sip:bob@192.0.2.1"), .expires = *p->clock + 90 } };
	struct location_change c = { .aor = slice_of(bob),
		.change = { .call_id = SLICE("a"), .cseq = 4, .bindings = two, .count = 2 } };
	CHECK(commit(p, &c) == LOCATION_OUT_OF_ORDER);
	CHECK(has(p, bob, 1, "sip:bob@192.0.2.1"));
	c.change.cseq = 6;
	CHECK(commit(p, &c) == LOCATION_OK && c.count == 2);
	CHECK(has(p, bob, 2, two[1].contact.at) || has(p, bob, 2, two[0].contact.at));
}

static void removes_all(struct place *p)
{
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 60, "a", 5) == LOCATION_OK);
	CHECK(set(p, bob, "sip:bob@192.0.2.2", 60, "b", 1) == LOCATION_OK);
	struct location_change c = { .aor = slice_of(bob),
		.change = { .call_id = SLICE("a"), .cseq = 5, .remove_all = true } };
	CHECK(commit(p, &c) == LOCATION_OUT_OF_ORDER && has(p, bob, 2, "sip:bob@192.0.2.1"));
	c.change.cseq = 6;
	CHECK(commit(p, &c) == LOCATION_OK && c.count == 0 && has(p, bob, 0, ""));
	CHECK(commit(p, &c) == LOCATION_OK);
	CHECK(set(p, bob, "sip:bob@192.0.2.1", 60, "a", 5) == LOCATION_OK);
	c.change = (struct change){ .remove_all = true, .forced = true };
	CHECK(commit(p, &c) == LOCATION_OK && has(p, bob, 0, ""));
}

static void limits_contacts(struct place *p)
{
	struct binding three[] = { { .contact = SLICE("sip:1@192.0.2.1"), .expires = *p->clock + 60 },
		{ .contact = SLICE("sip:2@192.0.2.1"), .expires = *p->clock + 60 },
		{ .contact = SLICE("sip:3@192.0.2.1"), .expires = *p->clock + 60 } };
	struct location_change c = { .aor = slice_of(bob),
		.change = { .call_id = SLICE("a"),
			.cseq = 1,
			.bindings = three,
			.count = 3,
			.max_contacts = 2 } };
	CHECK(commit(p, &c) == LOCATION_TOO_MANY && has(p, bob, 0, ""));
	c.change.count = 2;
	CHECK(commit(p, &c) == LOCATION_OK && c.count == 2);
	/* a limit that went down lets what is there be refreshed */
	c.change.max_contacts = 1;
	c.change.cseq = 2;
	CHECK(commit(p, &c) == LOCATION_OK && c.count == 2);
	/* one goes, one comes, at the limit */
	c.change = (struct change){
		.call_id = SLICE("a"), .cseq = 3, .bindings = &three[1], .count = 2, .max_contacts = 2
	};
	three[2].expires = *p->clock + 60;
	three[1].expires = 0;
	struct binding swapped[] = { three[2], three[1] };
	c.change.bindings = swapped;
	CHECK(commit(p, &c) == LOCATION_OK && c.count == 2);
	/* one at a time */
	c.change = (struct change){ .call_id = SLICE("b"),
		.cseq = 1,
		.bindings =
			&(struct binding){ .contact = SLICE("sip:4@192.0.2.1"), .expires = *p->clock + 60 },
		.count = 1,
		.only = true,
		.max_contacts = 1 };
	CHECK(commit(p, &c) == LOCATION_OK && c.count == 1 && has(p, bob, 1, "sip:4@192.0.2.1"));
}

static void orders_by_q(struct place *p)
{
	struct binding b[] = { { .contact = SLICE("sip:low@192.0.2.1"), .q = 100, .expires = *p->clock + 60 },
		{ .contact = SLICE("sip:high@192.0.2.1"), .q = 900, .expires = *p->clock + 60 },
		{ .contact = SLICE("sip:none@192.0.2.1"), .q = -1, .expires = *p->clock + 60 },
		{ .contact = SLICE("sip:zero@192.0.2.1"), .q = 0, .expires = *p->clock + 60 } };
	struct location_change c = { .aor = slice_of(bob),
		.change = { .call_id = SLICE("a"), .cseq = 1, .bindings = b, .count = 4 } };
	CHECK(commit(p, &c) == LOCATION_OK);
	struct location_query q = fetch(p, bob);
	CHECK(q.count == 4 && slice_equal(q.bindings[0].contact, b[2].contact) &&
		slice_equal(q.bindings[1].contact, b[1].contact) &&
		slice_equal(q.bindings[3].contact, b[3].contact));
}

static void replaces_by_instance(struct place *p)
{
	struct binding b = { .contact = SLICE("sip:bob@192.0.2.1:1000"),
		.instance = SLICE("\"<urn:uuid:1>\""),
		.reg_id = 1,
		.expires = *p->clock + 60 };
	struct location_change c = { .aor = slice_of(bob),
		.change = { .call_id = SLICE("a"), .cseq = 1, .bindings = &b, .count = 1 } };
	CHECK(commit(p, &c) == LOCATION_OK);
	b.contact = SLICE("sip:bob@192.0.2.1:2000");
	c.change.call_id = SLICE("b");
	CHECK(commit(p, &c) == LOCATION_OK && c.count == 1 && has(p, bob, 1, "sip:bob@192.0.2.1:2000"));
	b.reg_id = 2;
	CHECK(commit(p, &c) == LOCATION_OK && c.count == 2);
}

static void expires_contacts(struct place *p)
{
	struct location_counts counts;
	CHECK(set(p, bob, "sip:1@192.0.2.1", 10, "a", 1) == LOCATION_OK);
	CHECK(set(p, bob, "sip:2@192.0.2.1", 100, "b", 1) == LOCATION_OK);
	CHECK(set(p, "sip:carol@example.org", "sip:3@192.0.2.1", 10, "c", 1) == LOCATION_OK);
	location_count(p->location, &counts);
	CHECK(p->backend == REDIS || (counts.aors == 2 && counts.bindings == 3));
	*p->clock += 10;
	CHECK(has(p, bob, 1, "sip:2@192.0.2.1") && has(p, "sip:carol@example.org", 0, ""));
	/* an expired one takes no place and keeps no order */
	CHECK(set(p, bob, "sip:1@192.0.2.1", 10, "a", 1) == LOCATION_OK);
	if (p->backend == LMDB) {
		uint64_t end = world_now(&p->world) + 5000;
		do {
			usleep(20000);
			location_count(p->location, &counts);
		} while (counts.aors > 1 && world_now(&p->world) < end);
		CHECK(counts.aors == 1 && counts.bindings == 2);
		*p->clock += 1000;
		end = world_now(&p->world) + 5000;
		do {
			usleep(20000);
			location_count(p->location, &counts);
		} while (counts.aors > 0 && world_now(&p->world) < end);
		CHECK(counts.aors == 0 && counts.bindings == 0);
	}
}

static bool collect(void *user, struct slice aor, const struct binding *bindings, int count)
{
	char *text = user;
	snprintf(text + strlen(text), 100, "%.*s=%d;", SLICE_FMT(aor), count);
	return count < 1 || !slice_equal(bindings[0].contact, SLICE("sip:stop@192.0.2.1"));
}

static void walks(struct place *p)
{
	char text[400] = "";
	CHECK(location_walk(p->location, SLICE(""), 10, p->arena, collect, text) == 0);
	CHECK(set(p, "sip:b@x", "sip:1@192.0.2.1", 60, "a", 1) == LOCATION_OK);
	CHECK(set(p, "sip:a@x", "sip:1@192.0.2.1", 60, "a", 1) == LOCATION_OK);
	CHECK(set(p, "sip:c@x", "sip:1@192.0.2.1", 60, "a", 1) == LOCATION_OK);
	CHECK(location_walk(p->location, SLICE(""), 2, p->arena, collect, text) == 2);
	CHECK(location_walk(p->location, SLICE("sip:b@x"), 2, p->arena, collect, text) == 1);
	CHECK(location_walk(p->location, SLICE("sip:bb"), 2, p->arena, collect, text) == 1);
	CHECK(strcmp(text, "sip:a@x=1;sip:b@x=1;sip:c@x=1;sip:c@x=1;") == 0);
}

static void refuses_nonsense(struct place *p)
{
	static char text[LOCATION_AOR_MAX + 2];
	memset(text, 'a', sizeof text - 1);
	CHECK(set(p, text, "sip:1@192.0.2.1", 60, "a", 1) == LOCATION_FAILED);
	CHECK(fetch(p, text).count == 0 && fetch(p, "").count == 0);
	CHECK(set(p, "", "sip:1@192.0.2.1", 60, "a", 1) == LOCATION_FAILED);
	text[LOCATION_AOR_MAX] = 0;
	CHECK(set(p, text, "sip:1@192.0.2.1", 60, "a", 1) == LOCATION_OK && fetch(p, text).count == 1);
	struct binding none;
	struct location_change c = { .aor = slice_of(bob),
		.change = { .bindings = &none, .count = BINDINGS_MAX + 1 } };
	c.arena = p->arena;
	CHECK(location_commit(p->location, &c) && c.result == LOCATION_FAILED);
}

static void many(struct place *p)
{
	char aor[64], contact[64];
	for (int i = 0; i < 300; i++) {
		snprintf(aor, sizeof aor, "sip:user%d@example.org", i);
		snprintf(contact, sizeof contact, "sip:c%d@192.0.2.1", i);
		if (!CHECK(set(p, aor, contact, 60, "a", 1) == LOCATION_OK))
			return;
	}
	for (int i = 0; i < 300; i++) {
		snprintf(aor, sizeof aor, "sip:user%d@example.org", i);
		snprintf(contact, sizeof contact, "sip:c%d@192.0.2.1", i);
		CHECK(has(p, aor, 1, contact));
	}
	struct location_counts counts;
	location_count(p->location, &counts);
	CHECK(p->backend == REDIS ||
		(counts.aors == 300 && counts.bindings == 300 && counts.bytes > 300 * 100));
}

static void cancels(struct place *p)
{
	bool done = false;
	struct binding b = { .contact = SLICE("sip:1@192.0.2.1"), .expires = *p->clock + 60 };
	struct location_change c = { .aor = slice_of(bob),
		.arena = p->arena,
		.done = is_done,
		.user = &done,
		.change = { .call_id = SLICE("a"),
			.cseq = 1,
			.now = *p->clock,
			.bindings = &b,
			.count = 1,
			.max_contacts = 1 } };
	struct location_query q = { .aor = slice_of(bob), .arena = p->arena, .done = is_done, .user = &done };
	location_commit(p->location, &c);
	location_cancel_change(&c);
	location_fetch(p->location, &q);
	location_cancel_query(&q);
	location_cancel_query(&q);
	CHECK(set(p, "sip:carol@example.org", "sip:2@192.0.2.1", 60, "a", 1) == LOCATION_OK && !done);
	struct location_counts counts;
	location_count(p->location, &counts);
	CHECK(counts.waiting == 0);
}

/* ---- what only LMDB can do ---- */

static void survives_kill(void)
{
	struct place *p = open_place(LMDB);
	struct location_change changes[50];
	struct binding bindings[50];
	bool done[50] = { false };
	char text[50][64];
	CHECK(set(p, bob, "sip:1@192.0.2.1", 600, "a", 1) == LOCATION_OK);
	end_keeper(p, SIGKILL);
	/* changes wait for the next keeper; lookups go on */
	for (int i = 0; i < 50; i++) {
		snprintf(text[i], sizeof text[i], "sip:user%d@example.org", i);
		bindings[i] =
			(struct binding){ .contact = slice_of(text[i]), .expires = *p->clock + 60, .q = -1 };
		changes[i] = (struct location_change){ .aor = slice_of(text[i]),
			.arena = p->arena,
			.done = is_done,
			.user = &done[i],
			.change = { .call_id = SLICE("a"),
				.cseq = 1,
				.now = *p->clock,
				.bindings = &bindings[i],
				.count = 1,
				.max_contacts = 1 } };
		CHECK(!location_commit(p->location, &changes[i]));
	}
	CHECK(has(p, bob, 1, "sip:1@192.0.2.1"));
	start_keeper(p);
	for (int i = 0; i < 50; i++)
		CHECK(await(p, &done[i]) && changes[i].result == LOCATION_OK);
	/* both gone, at once: what was answered is there */
	end_keeper(p, SIGKILL);
	location_close(p->location);
	close(p->owner_fd);
	char error[LOCATION_ERROR];
	p->owner_fd = location_prepare(&p->settings, error);
	CHECK(p->owner_fd >= 0);
	start_keeper(p);
	p->location = location_open(&p->settings, &p->channels->at[1], &p->world, &p->timers, error);
	CHECK(has(p, bob, 1, "sip:1@192.0.2.1") && has(p, text[49], 1, text[49]));
	close_place(p);
}

static void survives_kills_under_load(void)
{
	struct place *p = open_place(LMDB);
	char text[64];
	for (int i = 0; i < 400; i++) {
		snprintf(text, sizeof text, "sip:user%d@example.org", i);
		if (i % 100 == 50) {
			end_keeper(p, SIGKILL);
			start_keeper(p);
		}
		CHECK(set(p, text, text, 600, "a", 1) == LOCATION_OK);
	}
	end_keeper(p, SIGKILL);
	start_keeper(p);
	for (int i = 0; i < 400; i++) {
		snprintf(text, sizeof text, "sip:user%d@example.org", i);
		CHECK(has(p, text, 1, text));
	}
	close_place(p);
}

static void fails_without_keeper(void)
{
	struct place *p = open_place(LMDB);
	end_keeper(p, SIGKILL);
	bool done = false;
	struct binding b = { .contact = SLICE("sip:1@192.0.2.1"), .expires = *p->clock + 60 };
	struct location_change c = { .aor = slice_of(bob),
		.arena = p->arena,
		.done = is_done,
		.user = &done,
		.change = { .cseq = 1, .now = *p->clock, .bindings = &b, .count = 1, .max_contacts = 1 } };
	CHECK(!location_commit(p->location, &c));
	p->ahead += 4000;
	timer_run(&p->timers, world_now(&p->world));
	CHECK(!done);
	p->ahead += 2000;
	timer_run(&p->timers, world_now(&p->world));
	CHECK(done && c.result == LOCATION_FAILED);
	start_keeper(p);
	CHECK(set(p, bob, "sip:1@192.0.2.1", 60, "a", 2) == LOCATION_OK);
	close_place(p);
}

static void recovers_from_full(void)
{
	struct place *p = calloc(1, sizeof *p);
	char directory[] = "/tmp/sipd-location-XXXXXX", text[64];
	p->backend = LMDB;
	p->world = (struct world){ .now = world_now, .clock = world_clock, .random = world_random };
	p->clock = mmap(NULL, sizeof *p->clock, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	*p->clock = 1000000;
	p->arena = arena_new(0);
	p->settings.size = 1 << 20;
	if (!mkdtemp(directory) || !open_lmdb(p, directory))
		abort();
	int stored = 0, r = LOCATION_OK;
	for (; stored < 20000; stored++) {
		snprintf(text, sizeof text, "sip:user%d@example.org", stored);
		if ((r = (int)set(p, text, text, 600, "a", 1)) != LOCATION_OK)
			break;
	}
	CHECK(r == LOCATION_FULL && stored > 1000);
	/* lookups and removals go on */
	CHECK(has(p, "sip:user7@example.org", 1, "sip:user7@example.org"));
	for (int i = 0; i < stored; i++) {
		snprintf(text, sizeof text, "sip:user%d@example.org", i);
		if (!CHECK(set(p, text, text, 0, "a", 2) == LOCATION_OK))
			break;
	}
	CHECK(set(p, "sip:new@example.org", "sip:new@example.org", 600, "a", 1) == LOCATION_OK);
	/* and so does the sweeper */
	for (int i = 0; i < 20000; i++) {
		snprintf(text, sizeof text, "sip:user%d@example.org", i);
		if ((r = (int)set(p, text, text, 600, "a", 1)) != LOCATION_OK)
			break;
	}
	CHECK(r == LOCATION_FULL);
	*p->clock += 601;
	uint64_t end = world_now(&p->world) + 8000;
	struct location_counts counts;
	do {
		usleep(20000);
		location_count(p->location, &counts);
	} while (counts.aors && world_now(&p->world) < end);
	CHECK(counts.aors == 0);
	CHECK(set(p, "sip:new@example.org", "sip:new@example.org", 600, "a", 1) == LOCATION_OK);
	p->settings.state_dir = slice_of(directory);
	close_place(p);
}

static bool fails_to_prepare(const char *backend, const char *state_dir, const char *words)
{
	char error[LOCATION_ERROR] = "";
	struct location_settings s = {
		.backend = slice_of(backend), .state_dir = slice_of(state_dir), .size = 1 << 20, .sync = 1000
	};
	int fd = location_prepare(&s, error);
	if (fd >= 0)
		close(fd);
	if (fd < 0 && strstr(error, words) && !strchr(error, '\n'))
		return true;
	printf("# %s\n", error);
	return false;
}

static void says_why_it_cannot_start(void)
{
	struct place *p = open_place(LMDB);
	CHECK(fails_to_prepare("lmdb", "/nonexistent/sipd/state", "No such file"));
	CHECK(fails_to_prepare("lmdb", "/dev/null", "not a directory"));
	CHECK(fails_to_prepare("lmdb", "/proc/self", "/proc/self/location"));
	CHECK(fails_to_prepare("lmdb", "", "empty"));
	CHECK(fails_to_prepare("sqlite", "/tmp", "\"lmdb\""));
	CHECK(fails_to_prepare("lmdb", p->settings.state_dir.at, "another sipd"));
	close_place(p);
}

static bool is_refused(const char *url, const char *words)
{
	char error[LOCATION_ERROR] = "";
	if (!location_check(slice_of(url), error) && strstr(error, words) && !strstr(error, "secret"))
		return true;
	printf("# %s: %s\n", url, error);
	return false;
}

static bool is_named(const char *url, const char *name)
{
	char error[LOCATION_ERROR] = "";
	struct location_settings s = { .backend = slice_of(url), .prefix = SLICE("x") };
	int fd = location_prepare(&s, error);
	bool well = fd >= 0 && strcmp(s.name, name) == 0;
	if (!well)
		printf("# %s: %s %s\n", url, s.name, error);
	if (fd >= 0)
		close(fd);
	location_discard(&s);
	return well;
}

static void urls_of_redis(void)
{
	CHECK(is_named("redis://192.0.2.1", "redis://192.0.2.1:6379/0"));
	CHECK(is_named("REDIS://bob:secret@192.0.2.1:7000/15", "redis://192.0.2.1:7000/15"));
	CHECK(is_named("redis://:s%2Fecret@[2001:db8::1]:7000/2", "redis://[2001:db8::1]:7000/2"));
	CHECK(is_named("redis+unix:///run/a@b.sock?db=3", "redis+unix:///run/a@b.sock?db=3"));
	CHECK(is_named("redis+unix://u:secret@/run/redis.sock", "redis+unix:///run/redis.sock?db=0"));
	CHECK(is_named("redis+sentinel://192.0.2.1,192.0.2.2:1/m%20n/4", "redis+sentinel://.../m n/4"));
	CHECK(is_named("redis+cluster://192.0.2.1,192.0.2.2:1", "redis+cluster://192.0.2.1:6379"));
	CHECK(is_refused("redis", "begins with none of"));
	CHECK(is_refused("redis:192.0.2.1", "begins with none of"));
	CHECK(is_refused("rediss://bob:secret@192.0.2.1", "TLS"));
	CHECK(is_refused("redis://", "no host"));
	CHECK(is_refused("redis://bob:secret@", "no host"));
	CHECK(is_refused("redis://secret@192.0.2.1", "without a password"));
	CHECK(is_refused("redis://bob:secret%zz@192.0.2.1", "encoded"));
	CHECK(is_refused("redis://bob:sec%00ret@192.0.2.1", "encoded"));
	CHECK(is_refused("redis://192.0.2.1:0", "port"));
	CHECK(is_refused("redis://192.0.2.1:65536", "port"));
	CHECK(is_refused("redis://192.0.2.1:1/secret", "database"));
	CHECK(is_refused("redis://[2001:db8::1", "]"));
	CHECK(is_refused("redis://192.0.2.1,192.0.2.2", "several hosts"));
	CHECK(is_refused("redis+unix://run/redis.sock", "path of a socket"));
	CHECK(is_refused("redis+unix:///run/redis.sock?secret=1", "option"));
	CHECK(is_refused("redis+sentinel://192.0.2.1", "master's name"));
	CHECK(is_refused("redis+sentinel://192.0.2.1//1", "master's name"));
	CHECK(is_refused("redis+cluster://192.0.2.1/1", "only 0"));
	CHECK(is_refused("redis+cluster://a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q", "more than 16"));
}

static void memory_for_many_processes(void)
{
	char error[LOCATION_ERROR] = "";
	struct location_settings s = { .backend = SLICE("memory"), .size = 1 << 20, .sync = 1000 };
	int fd = location_prepare(&s, error);
	CHECK(fd >= 0 && access(s.directory, X_OK) == 0);
	location_discard(&s);
	CHECK(access(s.directory, X_OK) != 0);
	close(fd);
}

static void checks_after_power_loss(void)
{
	struct place *p = open_place(LMDB);
	char path[512], error[LOCATION_ERROR];
	CHECK(set(p, bob, "sip:1@192.0.2.1", 600, "a", 1) == LOCATION_OK);
	for (int damaged = 0; damaged < 2; damaged++) {
		end_keeper(p, SIGKILL);
		location_close(p->location);
		close(p->owner_fd);
		snprintf(path, sizeof path, "%s/running", p->settings.directory);
		int fd = open(path, O_WRONLY | O_TRUNC);
		CHECK(fd >= 0 && write(fd, "another boot\n", 13) == 13);
		close(fd);
		snprintf(path, sizeof path, "%s/data.mdb", p->settings.directory);
		if (damaged)
			CHECK(truncate(path, 9000) == 0);
		p->owner_fd = location_prepare(&p->settings, error);
		if (!CHECK(p->owner_fd >= 0))
			return;
		start_keeper(p);
		p->location = location_open(&p->settings, &p->channels->at[1], &p->world, &p->timers, error);
		CHECK(has(p, bob, damaged ? 0 : 1, "sip:1@192.0.2.1"));
		CHECK(set(p, bob, "sip:1@192.0.2.1", 600, "a", 2) == LOCATION_OK);
	}
	snprintf(path, sizeof path, "%s/damaged.mdb", p->settings.directory);
	CHECK(access(path, R_OK) == 0);
	close_place(p);
}

/* ---- damage ---- */

static void path_in(struct place *p, const char *file, char *path)
{
	snprintf(path, 512, "%s/%s", p->settings.directory, file);
}

/* All of FILE of P's store, for free(). */
static char *read_store(struct place *p, const char *file, size_t *len)
{
	char path[512];
	struct stat st;
	path_in(p, file, path);
	int fd = open(path, O_RDONLY);
	if (fd < 0 || fstat(fd, &st))
		abort();
	char *text = malloc((size_t)st.st_size + 1);
	*len = (size_t)st.st_size;
	if (read(fd, text, *len) != (ssize_t)*len)
		abort();
	close(fd);
	return text;
}

static void write_store(struct place *p, const char *file, const char *text, size_t len)
{
	char path[512];
	path_in(p, file, path);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (fd < 0 || write(fd, text, len) != (ssize_t)len)
		abort();
	close(fd);
}

static void stop(struct place *p)
{
	location_close(p->location);
	p->location = NULL;
	end_keeper(p, SIGKILL);
	close(p->owner_fd);
}

static bool start_again(struct place *p)
{
	char error[LOCATION_ERROR] = "";
	p->owner_fd = location_prepare(&p->settings, error);
	if (p->owner_fd >= 0) {
		start_keeper(p);
		p->location = location_open(&p->settings, &p->channels->at[1], &p->world, &p->timers, error);
	}
	if (error[0])
		printf("# %s\n", error);
	return p->location != NULL;
}

static int known(struct place *p, int from, int to)
{
	char text[60];
	int n = 0;
	for (int i = from; i < to; i++) {
		snprintf(text, sizeof text, "sip:user%d@example.org", i);
		struct location_query q = { .aor = slice_of(text), .arena = p->arena };
		n += location_fetch(p->location, &q) && !q.failed && q.count == 1;
	}
	arena_reset(p->arena);
	return n;
}

static void add_users(struct place *p, int from, int to)
{
	char text[60];
	for (int i = from; i < to; i++) {
		snprintf(text, sizeof text, "sip:user%d@example.org", i);
		if (!CHECK(set(p, text, text, 6000, "a", 1) == LOCATION_OK))
			return;
	}
}

static void pretend_power_loss(struct place *p)
{
	write_store(p, "running", "another boot\n", 13);
}

/* The state directory out of the place's arena, which known() empties. */
static void keep_directory(struct place *p, char *copy, size_t size)
{
	snprintf(copy, size, "%.*s", SLICE_FMT(p->settings.state_dir));
	p->settings.state_dir = slice_of(copy);
}

/* The machine stopped, and of the pages written last some are on the disk and others are not: what was there at the last checkpoint is there. */
static void torn_store_is_replaced(void)
{
	enum { PAGE = 4096, OLD = 600, ALL = 900 };
	struct place *p = open_place(LMDB);
	size_t before_len, after_len;
	int replaced = 0;
	char path[512], directory[512];
	keep_directory(p, directory, sizeof directory);
	add_users(p, 0, OLD);
	stop(p);
	char *before = read_store(p, "data.mdb", &before_len);
	if (!CHECK(start_again(p)))
		return;
	add_users(p, OLD, ALL);
	stop(p);
	char *after = read_store(p, "data.mdb", &after_len);
	char *torn = malloc(after_len);
	for (unsigned seed = 1; seed <= 8; seed++) {
		unsigned state = seed;
		for (size_t at = 0; at < after_len; at += PAGE) {
			size_t n = after_len - at < PAGE ? after_len - at : PAGE;
			bool lost = rand_r(&state) % 4 == 0;
			if (lost && at + n <= before_len)
				memcpy(torn + at, before + at, n);
			else if (lost)
				memset(torn + at, 0, n);
			else
				memcpy(torn + at, after + at, n);
		}
		write_store(p, "data.mdb", torn, after_len);
		write_store(p, "checkpoint.mdb", before, before_len);
		path_in(p, "damaged.mdb", path);
		unlink(path);
		pretend_power_loss(p);
		if (!CHECK(start_again(p)))
			break;
		replaced += access(path, R_OK) == 0;
		CHECK(known(p, 0, OLD) == OLD);
		CHECK(set(p, "sip:new@example.org", "sip:new@example.org", 600, "a", seed + 1) ==
			LOCATION_OK);
		stop(p);
	}
	CHECK(replaced >= 6);
	printf("# %d of 8 torn stores were replaced\n", replaced);
	free(before);
	free(after);
	free(torn);
	CHECK(start_again(p));
	close_place(p);
}

/* What may befall a file between two starts. */
static void damaged_store_is_replaced(void)
{
	enum { TRUNCATED, EMPTY, GONE, NOISE, HEADLESS, KINDS };
	struct place *p = open_place(LMDB);
	char path[512], directory[512];
	size_t len;
	keep_directory(p, directory, sizeof directory);
	add_users(p, 0, 300);
	stop(p);
	char *good = read_store(p, "data.mdb", &len), *bad = malloc(len);
	for (int kind = 0; kind < KINDS; kind++) {
		write_store(p, "checkpoint.mdb", good, len);
		memcpy(bad, good, len);
		if (kind == NOISE)
			world_random(&p->world, bad, len);
		if (kind == HEADLESS)
			memset(bad, 0, 8192);
		write_store(p, "data.mdb", bad, kind == TRUNCATED ? 9000 : kind == EMPTY ? 0 : len);
		path_in(p, "data.mdb", path);
		if (kind == GONE)
			unlink(path);
		path_in(p, "running", path);
		unlink(path);
		if (!CHECK(start_again(p)))
			break;
		CHECK(known(p, 0, 300) == 300);
		CHECK(set(p, bob, "sip:1@192.0.2.1", 600, "a", (uint32_t)kind + 1) == LOCATION_OK);
		stop(p);
	}
	free(good);
	free(bad);
	CHECK(start_again(p));
	close_place(p);
}

/* Damage under a running server: who reads it says so or dies of it; then the keeper puts another store in its place, and it goes on. */
static void damage_is_mended_at_run_time(void)
{
	struct place *p = open_place(LMDB);
	char path[512], directory[512];
	size_t len;
	keep_directory(p, directory, sizeof directory);
	add_users(p, 0, 300);
	stop(p);
	char *good = read_store(p, "data.mdb", &len);
	write_store(p, "checkpoint.mdb", good, len);
	CHECK(start_again(p));
	/* one byte in each record of a page: the sums are wrong */
	path_in(p, "data.mdb", path);
	int fd = open(path, O_RDWR), changed = 0;
	for (size_t i = 2 * 4096; i + 12 < len; i++)
		if (memcmp(good + i, "@example.org", 12) == 0 && (i / 4096) % 2 == 0)
			changed += pwrite(fd, "!", 1, (off_t)i) == 1;
	close(fd);
	CHECK(changed > 50 && known(p, 0, 300) < 300);
	uint64_t end = world_now(&p->world) + 8000;
	while (known(p, 0, 300) < 300 && world_now(&p->world) < end)
		usleep(50000);
	CHECK(known(p, 0, 300) == 300);
	CHECK(set(p, bob, "sip:1@192.0.2.1", 600, "a", 1) == LOCATION_OK);
	/* the file is cut short: a reader dies of it, as a worker would, and its follower says so */
	fflush(stdout);
	pid_t reader = fork();
	if (reader == 0) {
		char error[LOCATION_ERROR];
		signal(SIGBUS, SIG_DFL);
		p->location = location_open(&p->settings, &p->channels->at[0], &p->world, &p->timers, error);
		path_in(p, "data.mdb", path);
		if (!p->location || truncate(path, 3 * 4096))
			_exit(1);
		_exit(known(p, 0, 300) == 300 ? 2 : 3);
	}
	int status;
	waitpid(reader, &status, 0);
	CHECK(WIFSIGNALED(status) || WEXITSTATUS(status) == 3);
	if (WIFSIGNALED(status))
		atomic_fetch_add(&p->channels->at[0].state->suspected, 1);
	end = world_now(&p->world) + 8000;
	path_in(p, "data.mdb", path);
	struct stat st;
	do {
		usleep(50000);
		/* it may touch a page that is gone before it is told; the parent starts it again */
		if (waitpid(p->keeper, &status, WNOHANG) == p->keeper)
			start_keeper(p);
	} while ((stat(path, &st) || st.st_size < 10 * 4096) && world_now(&p->world) < end);
	usleep(300000);
	CHECK(known(p, 0, 300) == 300);
	CHECK(set(p, bob, "sip:1@192.0.2.1", 600, "a", 2) == LOCATION_OK);
	free(good);
	close_place(p);
}

static void records_are_checked(void)
{
	struct arena *a = arena_new(0);
	struct binding b[] = { { .contact = SLICE("sip:1@192.0.2.1"), .call_id = SLICE("x"), .expires = 5 },
		{ .contact = SLICE("sip:2@192.0.2.1"), .expires = 7 } };
	struct binding *list;
	char text[512];
	int n;
	struct buffer out = buffer(text, sizeof text);
	bindings_pack(b, 2, &out);
	CHECK(!out.full && out.len == bindings_size(b, 2) && bindings_earliest(b, 2) == 5);
	CHECK(bindings_unpack(buffer_slice(&out), a, &list, &n) && n == 2);
	CHECK(slice_equal(list[1].contact, b[1].contact) && list[1].expires == 7);
	for (size_t i = 0; i < out.len; i++) {
		CHECK(!bindings_unpack(slice(text, i), a, &list, &n));
		text[i] ^= 0x40;
		CHECK(!bindings_unpack(buffer_slice(&out), a, &list, &n));
		text[i] ^= 0x40;
	}
	out = buffer(text, bindings_size(b, 2) - 1);
	bindings_pack(b, 2, &out);
	CHECK(out.full);
	arena_free(a);
}

/* ---- all cases on all backends ---- */

static enum backend under_test;
static void (*case_under_test)(struct place *);

static void run_case(void)
{
	struct place *p = open_place(under_test);
	case_under_test(p);
	close_place(p);
}

static void run_on_all(const char *name, void (*test)(struct place *))
{
	char text[100];
	case_under_test = test;
	for (under_test = 0; under_test < BACKENDS; under_test++) {
		if ((under_test == REDIS) != (getenv("REDIS_URL") != NULL))
			continue;
		snprintf(text, sizeof text, "%s (%s)", name, backend_names[under_test]);
		unit_run(text, run_case);
	}
}

#define ON_ALL(function) run_on_all(#function, function)

int main(void)
{
	log_set_level(LOG_LEVEL_ERROR);
	UNIT(records_are_checked);
	ON_ALL(adds_refreshes_removes);
	ON_ALL(keeps_all_fields);
	ON_ALL(refuses_old_requests);
	ON_ALL(all_or_nothing);
	ON_ALL(removes_all);
	ON_ALL(limits_contacts);
	ON_ALL(orders_by_q);
	ON_ALL(replaces_by_instance);
	ON_ALL(expires_contacts);
	ON_ALL(walks);
	ON_ALL(refuses_nonsense);
	ON_ALL(many);
	ON_ALL(cancels);
	if (getenv("REDIS_URL"))
		return unit_end();
	UNIT(survives_kill);
	UNIT(survives_kills_under_load);
	UNIT(fails_without_keeper);
	UNIT(recovers_from_full);
	UNIT(says_why_it_cannot_start);
	UNIT(memory_for_many_processes);
	UNIT(urls_of_redis);
	UNIT(checks_after_power_loss);
	UNIT(torn_store_is_replaced);
	UNIT(damaged_store_is_replaced);
	UNIT(damage_is_mended_at_run_time);
	return unit_end();
}
