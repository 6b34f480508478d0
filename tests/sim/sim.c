/* sim: runs seeds: workers, phones and a bad network on a virtual clock, and says which seed broke what.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 *   sim [-s SEED] [-n RUNS] [-t SECONDS] [-j JOBS] [-v]
 *
 * Without options fixed seeds are run, then fresh ones, for some seconds in all. -s runs one seed, -n that many fresh ones, -t fresh
 * ones for so long, -j in so many processes. What fails is shown as a ladder diagram; -v shows all of the last run. */
#include "sim.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "lang/compile.h"
#include "location/location.h"

enum {
	FIXED = 40,
	ASKS = 60,
	SPREAD = 90000,
	SHOWN = 3,
	WARM = 5,     /* runs that fill what the process keeps */
	SLOP = 16384, /* bytes: of streams */
	KEPT = 50000  /* bytes of a worker at rest */
};

struct options {
	uint64_t seed;
	int runs, jobs;
	double seconds;
	bool one, verbose;
};

struct result {
	int failed;
	struct totals totals;
};

/* ---- the script ---- */

static const char script[] =
	"alias = \"example.com\"\n"
	"route {\n"
	"	if (!mf_process_maxfwd_header(70)) {\n"
	"		append_to_reply(\"X-Stateless: 1\"); sl_send_reply(483, \"Too Many Hops\"); exit;\n"
	"	}\n"
	"	force_rport();\n"
	"	if (is_method(\"CANCEL\")) {\n"
	"		if (t_check_trans()) t_relay();\n"
	"		else sl_send_reply(481, \"No Such Call\");\n"
	"		exit;\n"
	"	}\n"
	"	if (has_totag()) {\n"
	"		if (loose_route()) { if (!t_relay()) sl_reply_error(); exit; }\n"
	"		if (is_method(\"ACK\")) { if (t_check_trans()) t_relay(); exit; }\n"
	"		append_to_reply(\"X-Stateless: 1\"); sl_send_reply(404, \"Not Here\"); exit;\n"
	"	}\n"
	"	remove_hf(\"Route\");\n"
	"	if (is_method(\"REGISTER\")) {\n"
	"		if (!save(\"location\")) sl_reply_error();\n"
	"		exit;\n"
	"	}\n"
	"	if ($rU == \"none\") {\n"
	"		append_to_reply(\"X-Stateless: 1\"); sl_send_reply(404, \"Not Found\"); exit;\n"
	"	}\n"
	"	if ($rU == \"busy\") { t_newtran(); t_reply(486, \"Busy Here\"); exit; }\n"
	"	if (is_method(\"INVITE\")) record_route();\n"
	"	if (is_present_hf(\"X-Short\")) t_set_fr(8s, 3s);\n"
	"	if (is_present_hf(\"X-Next\")) t_on_failure(\"NEXT\");\n"
	"	if (is_present_hf(\"X-Watch\")) t_on_reply(\"WATCH\");\n"
	"	if (is_present_hf(\"X-Mark\")) t_on_branch(\"MARK\");\n"
	"	if (starts_with($rU, \"reg\")) {\n"
	"		if (!lookup(\"location\")) {\n"
	"			append_to_reply(\"X-Stateless: 1\"); sl_send_reply(404, \"Not Found\"); "
	"exit;\n"
	"		}\n"
	"	} else {\n"
	"		$ru = $hdr(X-One);\n"
	"		if (is_present_hf(\"X-Two\")) append_branch($hdr(X-Two));\n"
	"		if (is_present_hf(\"X-Three\")) append_branch($hdr(X-Three));\n"
	"	}\n"
	"#!ifdef SECOND\n"
	"	append_hf(\"X-Generation: 2\");\n"
	"#!endif\n"
	"	if (!t_relay()) { append_to_reply(\"X-Failed: $rc\"); sl_reply_error(); }\n"
	"}\n"
	"failure_route[NEXT] {\n"
	"	if (t_was_cancelled()) exit;\n"
	"	$ru = $hdr(X-Next);\n"
	"	t_relay();\n"
	"}\n"
	"onreply_route[WATCH] { append_hf(\"X-Seen: 1\"); }\n"
	"branch_route[MARK] { append_hf(\"X-Branch: $ru\"); }\n";

static const struct program *compile(const char *define)
{
	const char *const defines[] = { define, NULL };
	const struct compile_options options = { .defines = defines };
	struct diag *d = diag_new();
	const struct program *p = compile_text("sim.cfg", slice_of(script), define ? &options : NULL, d);

	if (!p) {
		fputs(diag_text(d), stderr);
		exit(2);
	}
	diag_free(d);
	return p;
}

/* ---- one run ---- */

static void play(struct sim *s)
{
	int left = 10 + (int)net_roll(s, ASKS);
	uint64_t gap = net_roll(s, 3000), at = s->now;

	while (left > 0 || s->now < s->start + SPREAD) {
		if (left > 0 && s->now >= at) {
			phone_begin(s);
			left--;
			at = s->now + net_roll(s, (unsigned)gap + 1);
		} else if (!net_step(s)) {
			s->now += 100;
		} else if (left > 0 && s->now > at + 1000) {
			at = s->now;
		}
	}
	s->calm = true;
	while (net_step(s))
		if (s->now > s->start + HOUR) {
			judge_complain(s, SLICE(""), "no rest after an hour");
			break;
		}
	judge_end(s);
}

/* Bytes that are taken from the heap, but for what the simulation itself remembers. */
static long in_use(const struct sim *s)
{
	return (long)mallinfo2().uordblks - (long)arena_size(s->arena);
}

static void quiet(void *user, enum log_level level, struct slice text)
{
	struct sim *s = user;

	if (s->ladder && level <= LOG_LEVEL_WARN)
		ladder_note(s, -1, "%s: %.*s", log_level_name(level), SLICE_FMT(text));
}

/* Runs SEED; complaints go to COMPLAINTS, and the ladder of the calls of ONLY, "" for all, to LADDER. The Call-ID to blame in BLAMED. */
static bool run(uint64_t seed, const struct program *const *programs, FILE *complaints, FILE *ladder,
	const char *only, char *blamed, struct totals *totals)
{
	struct sim *s = calloc(1, sizeof *s);
	size_t before = mallinfo2().uordblks;

	s->seed = s->dice = seed;
	s->arena = arena_new(1 << 20);
	s->programs[0] = programs[0];
	s->programs[1] = programs[1];
	s->complaints = complaints;
	s->ladder = ladder;
	s->only = slice_of(only);
	log_set_sink(quiet, s);
	net_start(s);
	long fresh = in_use(s);
	play(s);
	long kept = in_use(s) - fresh; /* tables and pools */
	if (kept > KEPT * (1 + s->workers))
		judge_complain(s, SLICE(""), "%ld bytes are in use by %d workers at rest", kept, s->workers);
	net_end(s);
	log_set_sink(NULL, NULL);
	snprintf(blamed, 128, "%.*s", SLICE_FMT(s->blamed));
	arena_free(s->arena);
	size_t after = mallinfo2().uordblks;
	if (totals->runs > WARM && after > before + SLOP) {
		s->wrong++;
		fprintf(complaints, "%zu bytes are left\n", after - before);
	}
	s->totals.runs = 1;
	s->totals.virtual_ms = s->now - s->start;
	for (size_t i = 0; i < sizeof *totals / sizeof(uint64_t); i++)
		((uint64_t *)totals)[i] += ((uint64_t *)&s->totals)[i];
	bool ok = !s->wrong;
	free(s);
	return ok;
}

static void show(uint64_t seed, const struct program *const *programs, const char *only, bool all)
{
	struct totals none = { 0 };
	char blamed[128];
	char *text = NULL;
	size_t len = 0;
	FILE *nowhere = open_memstream(&text, &len);

	printf("# the calls of %s with seed %llu:\n", all ? "all" : only, (unsigned long long)seed);
	run(seed, programs, nowhere, stdout, all ? "" : only, blamed, &none);
	fclose(nowhere);
	free(text);
}

/* Whether SEED is well; prints what is wrong. */
static bool try(
	uint64_t seed, const struct program *const *programs, const struct options *o, struct result *r)
{
	char *text = NULL, blamed[128];
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);
	bool ok = run(seed, programs, f, NULL, "", blamed, &r->totals);

	fclose(f);
	if (!ok && r->failed++ < SHOWN) {
		printf("# seed %llu fails; build/tests/sim/sim -s %llu replays it\n%s",
			(unsigned long long)seed, (unsigned long long)seed, text);
		show(seed, programs, blamed, false);
	}
	if (o->one && o->verbose)
		show(seed, programs, "", true);
	free(text);
	fflush(stdout);
	return ok;
}

/* ---- many runs ---- */

static double wall(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void report(const struct totals *t, double seconds)
{
	printf("# %llu runs, %llu calls, %llu requests, %llu datagrams, %llu events, %llu faults (%llu "
	       "deaths, %llu reloads), "
	       "%.1f hours in %.1f s\n",
		(unsigned long long)t->runs, (unsigned long long)t->calls, (unsigned long long)t->requests,
		(unsigned long long)t->datagrams, (unsigned long long)t->events,
		(unsigned long long)t->faults, (unsigned long long)t->deaths, (unsigned long long)t->reloads,
		(double)t->virtual_ms / 3.6e6, seconds);
	printf("# per second: %.0f calls, %.0f requests, %.0f datagrams, %.0f faults\n",
		(double)t->calls / seconds, (double)t->requests / seconds, (double)t->datagrams / seconds,
		(double)t->faults / seconds);
}

static uint64_t fresh_seed(void)
{
	uint64_t seed;

	if (getrandom(&seed, sizeof seed, 0) != sizeof seed)
		abort();
	return seed >> 32; /* short enough to be typed */
}

static void run_fresh(const struct program *const *programs, const struct options *o, struct result *r)
{
	double end = wall() + o->seconds;

	for (int i = 0; o->runs ? i < o->runs : wall() < end; i++)
		try(fresh_seed(), programs, o, r);
}

static void run_jobs(const struct program *const *programs, const struct options *o, struct result *all)
{
	struct result *shared = mmap(NULL, sizeof *shared * (size_t)o->jobs, PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	for (int i = 0; i < o->jobs; i++)
		if (fork() == 0) {
			run_fresh(programs, o, &shared[i]);
			_exit(0);
		}
	for (int i = 0, status; i < o->jobs; i++)
		if (wait(&status) < 0 || !WIFEXITED(status))
			all->failed++;
	for (int i = 0; i < o->jobs; i++) {
		all->failed += shared[i].failed;
		for (size_t j = 0; j < sizeof all->totals / sizeof(uint64_t); j++)
			((uint64_t *)&all->totals)[j] += ((uint64_t *)&shared[i].totals)[j];
	}
	munmap(shared, sizeof *shared * (size_t)o->jobs);
}

static struct options read_options(int argc, char **argv)
{
	struct options o = { .jobs = 1 };

	for (int c; (c = getopt(argc, argv, "s:n:t:j:v")) != -1;)
		switch (c) {
		case 's':
			o.seed = strtoull(optarg, NULL, 0);
			o.one = true;
			break;
		case 'n':
			o.runs = atoi(optarg);
			break;
		case 't':
			o.seconds = atof(optarg);
			break;
		case 'j':
			o.jobs = atoi(optarg);
			break;
		case 'v':
			o.verbose = true;
			break;
		default:
			exit(2);
		}
	return o;
}

int main(int argc, char **argv)
{
	struct options o = read_options(argc, argv);
	const struct program *programs[2] = { compile(NULL), compile("SECOND") };
	struct result fixed = { 0 }, fresh = { 0 };
	double began = wall();
	bool usual = !o.one && !o.runs && o.seconds <= 0;

	if (o.one) {
		try(o.seed, programs, &o, &fixed);
	} else if (usual) {
		for (uint64_t seed = 1; seed <= FIXED && wall() < began + 4; seed++)
			try(seed, programs, &o, &fixed);
		o.seconds = began + 4.5 - wall();
	}
	if (o.one || usual)
		printf("%s simulation of given seeds\n", fixed.failed ? "not ok" : "ok");
	if (!o.one && o.jobs > 1)
		run_jobs(programs, &o, &fresh);
	else if (!o.one)
		run_fresh(programs, &o, &fresh);
	if (!o.one)
		printf("%s simulation of fresh seeds\n", fresh.failed ? "not ok" : "ok");
	for (size_t i = 0; i < sizeof fresh.totals / sizeof(uint64_t); i++)
		((uint64_t *)&fresh.totals)[i] += ((uint64_t *)&fixed.totals)[i];
	report(&fresh.totals, wall() - began);
	program_unref(programs[0]);
	program_unref(programs[1]);
	return fixed.failed || fresh.failed;
}
