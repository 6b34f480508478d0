/* location: what a million contacts cost: memory and disk, start, lookup, save, sweep. Usage: location [CONTACTS [DIRECTORY]]
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/log.h"
#include "location/channel.h"
#include <ftw.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { FLIGHT = 256 /* changes that wait at once */, LIFE = 3600 };

static uint64_t *clock_second; /* shared with the keeper */

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static uint64_t world_now(struct world *w)
{
	(void)w;
	return (uint64_t)(seconds() * 1000);
}

static uint64_t world_clock(struct world *w)
{
	(void)w;
	return *(volatile uint64_t *)clock_second * 1000;
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

struct bench {
	struct world world;
	struct timers timers;
	struct location_settings settings;
	struct channels *channels;
	struct location *location;
	int owner, stop;
	pid_t keeper;
	int done;
};

static void fail(const char *what)
{
	fprintf(stderr, "%s\n", what);
	exit(1);
}

static double start(struct bench *b)
{
	char error[LOCATION_ERROR];
	double begin = seconds();
	b->owner = location_prepare(&b->settings, error);
	if (b->owner < 0)
		fail(error);
	fflush(stdout);
	b->keeper = fork();
	if (b->keeper == 0) {
		const struct keeper_options o = { .settings = &b->settings,
			.channels = b->channels,
			.world = &b->world,
			.stop_fd = b->stop };
		_exit(location_keeper_run(&o));
	}
	b->location = location_open(&b->settings, &b->channels->at[0], &b->world, &b->timers, error);
	if (!b->location)
		fail(error);
	return seconds() - begin;
}

static void stop(struct bench *b)
{
	uint64_t one = 1;
	int status;
	location_close(b->location);
	if (write(b->stop, &one, sizeof one) < 0)
		fail("eventfd");
	waitpid(b->keeper, &status, 0);
	if (read(b->stop, &one, sizeof one) < 0)
		fail("eventfd");
	close(b->owner);
}

static void counted(void *user)
{
	++*(int *)user;
}

struct flight {
	struct location_change change;
	struct binding binding;
	char aor[80], contact[120], call_id[80];
	int done;
};

/* What a telephone registers. */
static void fill(struct bench *b, struct flight *f, unsigned i, uint32_t cseq, struct arena *arena)
{
	uint64_t now = world_clock(NULL) / 1000;
	f->change = (struct location_change){ .arena = arena, .done = counted, .user = &b->done };
	f->change.aor = slice(f->aor, (size_t)snprintf(f->aor, sizeof f->aor, "sip:user%07u@example.com", i));
	f->binding = (struct binding){ .contact = slice(f->contact,
					       (size_t)snprintf(f->contact, sizeof f->contact,
						       "sip:user%07u@10.%u.%u.%u:5060;transport=udp", i,
						       i >> 16 & 255, i >> 8 & 255, i & 255)),
		.call_id = slice(f->call_id,
			(size_t)snprintf(f->call_id, sizeof f->call_id, "%08x-%04x@10.%u.%u.%u",
				i * 2654435761u, i & 0xffff, i >> 16 & 255, i >> 8 & 255, i & 255)),
		.received = SLICE("sip:198.51.100.200:54321"),
		.user_agent = SLICE("Telephone 8.9.1.2"),
		.listener = SLICE("192.0.2.1:5060"),
		.updated = now,
		.expires = now + LIFE,
		.cseq = cseq,
		.q = -1 };
	f->change.change = (struct change){ .call_id = f->binding.call_id,
		.cseq = cseq,
		.now = now,
		.max_contacts = 10,
		.bindings = &f->binding,
		.count = 1 };
}

static void wait_for_all(struct bench *b, int wanted)
{
	while (b->done < wanted) {
		struct pollfd p = { .fd = location_wake_fd(b->location), .events = POLLIN };
		poll(&p, 1, 1000);
		location_readable(b->location);
		timer_run(&b->timers, world_now(NULL));
	}
}

/* Registers all, FLIGHT at a time; returns the seconds. */
static double save_all(struct bench *b, unsigned contacts, uint32_t cseq)
{
	struct flight *flights = calloc(FLIGHT, sizeof *flights);
	struct arena *arena = arena_new(0);
	double begin = seconds();
	for (unsigned i = 0; i < contacts; i += FLIGHT) {
		b->done = 0;
		int n = 0;
		for (; n < FLIGHT && i + (unsigned)n < contacts; n++) {
			/* not in their order: nor do telephones come so */
			unsigned user = (unsigned)(((uint64_t)(i + (unsigned)n) * 7919) % contacts);
			fill(b, &flights[n], user, cseq, arena);
			if (location_commit(b->location, &flights[n].change))
				b->done++;
		}
		location_flush(b->location);
		wait_for_all(b, n);
		for (int k = 0; k < n; k++)
			if (flights[k].change.result != LOCATION_OK)
				fail("a change failed");
		arena_reset(arena);
	}
	double took = seconds() - begin;
	arena_free(arena);
	free(flights);
	return took;
}

static double look_up(struct bench *b, unsigned contacts, unsigned times)
{
	struct arena *arena = arena_new(0);
	char aor[80];
	unsigned found = 0;
	double begin = seconds();
	for (unsigned i = 0; i < times; i++) {
		unsigned user = (unsigned)(((uint64_t)i * 2654435761u) % contacts);
		struct location_query q = { .aor = slice(aor, (size_t)snprintf(aor, sizeof aor,
								      "sip:user%07u@example.com", user)),
			.arena = arena };
		location_fetch(b->location, &q);
		found += q.count == 1;
		arena_reset(arena);
	}
	double took = seconds() - begin;
	if (found != times)
		fail("a contact is not found");
	arena_free(arena);
	return took;
}

/* The keeper's own pages, in bytes: not those of the file. */
static long resident(pid_t pid, const char *field)
{
	char path[64], line[200];
	long kb = 0;
	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	FILE *f = fopen(path, "re");
	while (f && fgets(line, sizeof line, f))
		if (strncmp(line, field, strlen(field)) == 0)
			kb = atol(line + strlen(field));
	if (f)
		fclose(f);
	return kb * 1024;
}

int main(int argc, char **argv)
{
	unsigned contacts = argc > 1 ? (unsigned)atoi(argv[1]) : 1000000;
	char directory[200], error[LOCATION_ERROR], path[300];
	struct location_counts counts;
	struct stat st;
	snprintf(directory, sizeof directory, "%s/sipd-bench-XXXXXX", argc > 2 ? argv[2] : "/tmp");
	if (!mkdtemp(directory) || !contacts)
		fail("usage: location [CONTACTS [DIRECTORY]]");
	clock_second =
		mmap(NULL, sizeof *clock_second, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	*clock_second = 1700000000;
	log_set_level(LOG_LEVEL_WARN);
	struct bench b = { .world = { .now = world_now, .clock = world_clock, .random = world_random } };
	b.settings = (struct location_settings){ .backend = SLICE("lmdb"),
		.state_dir = slice_of(directory),
		.size = (uint64_t)4 << 30,
		.sync = 1000 };
	b.channels = channels_new(1, error);
	b.stop = eventfd(0, 0);
	start(&b);
	location_gather(b.location);
	double first = save_all(&b, contacts, 1), again = save_all(&b, contacts, 2);
	location_count(b.location, &counts);
	snprintf(path, sizeof path, "%s/data.mdb", b.settings.directory);
	if (stat(path, &st))
		fail(path);
	printf("contacts                  %" PRIu64 "\n", counts.bindings);
	printf("new registration          %.2f us\n", first * 1e6 / contacts);
	printf("refresh                   %.2f us\n", again * 1e6 / contacts);
	printf("store in use              %.0f bytes a contact\n", (double)counts.bytes / contacts);
	printf("file                      %.0f bytes a contact on disk\n",
		(double)st.st_blocks * 512 / contacts);
	printf("keeper's own memory       %.2f bytes a contact\n",
		(double)resident(b.keeper, "RssAnon:") / contacts);
	unsigned times = 1000000;
	printf("lookup                    %.2f us\n", look_up(&b, contacts, times) * 1e6 / times);
	printf("keeper's share of file    %.0f bytes a contact resident\n",
		(double)resident(b.keeper, "RssFile:") / contacts);
	stop(&b);
	printf("start                     %.3f s\n", start(&b));
	location_gather(b.location);
	double begin = seconds();
	look_up(&b, contacts, 1);
	printf("first lookup after that   %.3f ms\n", (seconds() - begin) * 1e3);
	kill(b.keeper, SIGKILL);
	waitpid(b.keeper, NULL, 0);
	location_close(b.location);
	close(b.owner);
	snprintf(path, sizeof path, "%s/running", b.settings.directory);
	FILE *mark = fopen(path, "we");
	if (!mark || fputs("another boot\n", mark) < 0 || fclose(mark))
		fail(path);
	printf("start after power loss    %.3f s\n", start(&b));
	location_gather(b.location);
	*clock_second += 2 * LIFE;
	begin = seconds();
	do {
		usleep(10000);
		location_count(b.location, &counts);
	} while (counts.aors);
	printf("sweep of all              %.1f s\n", seconds() - begin);
	stop(&b);
	channels_free(b.channels);
	timers_free(&b.timers);
	nftw(directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	return 0;
}
