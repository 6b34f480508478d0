/* rehearse: a made world around one engine, and the cases that it goes through.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/rehearse.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <unistd.h>

#include "actions/registrar.h"
#include "actions/subscribers.h"
#include "base/log.h"
#include "core/site.h"
#include "lang/compile.h"
#include "lang/diag.h"
#include "lang/listing.h"
#include "lang/program.h"
#include "location/location.h"
#include "server/corpus.h"
#include "server/engine.h"
#include "server/muster.h"
#include "server/setup.h"
#include "sip/replay.h"

enum {
	START = 1000000, /* ms, the monotonic clock when a case begins */
	RESOLVE_ANSWERS = 8,
	MAX_TICKS = 100000, /* timer rounds of one `after` */
	STORE_TENTHS = 20,  /* seconds/10 that a real store may take */
	REPLAYS = 1000,
};
static const uint64_t START_CLOCK = 1767225600000; /* 2026-01-01 00:00:00 UTC, ms */

/* Something that happened: a datagram sent or a line logged. */
struct event {
	struct event *next;
	uint64_t at;       /* ms since the step began */
	struct flow flow;  /* of a datagram */
	struct slice text; /* wire, or "level: text" */
};

struct events {
	struct event *first, **last;
};

struct name {
	struct name *next;
	struct slice name;
	enum resolve_status status;
	bool never;
	uint64_t delay;
	struct resolved answers[RESOLVE_ANSWERS];
	int count;
};

/* A resolution that answers later. */
struct asked {
	struct timer timer;
	struct rehearsal *rehearsal;
	const struct name *name;
	uint16_t port;
	resolve_done *done;
	void *user;
};

struct rehearsal {
	struct world world;
	struct arena *arena;
	const struct rehearse_options *options;
	const char *path;
	uint64_t now, step;
	uint64_t seed[2];
	struct timers timers; /* of what is outside the engine: names, the store */
	struct events sent, logged;
	struct name *names;
	const struct program *program;
	struct site *site;
	struct location *location;
	struct location_settings store;    /* of a real one */
	struct fleet_shared *fleet_shared; /* NULL: the script has neither farm nor set */
	struct fleet *fleet;
	struct subscribers *subscribers;
	struct replays *replays;
	struct counters counters;
	struct engine *engine;
	uint64_t location_delay;
	FILE *complaint; /* what is wrong with the case */
	bool failed;
	FILE *updated; /* the file as it should be; NULL without -u */
};

/* ---- the made world ---- */

static uint64_t world_now(struct world *w)
{
	return ((struct rehearsal *)w)->now;
}

static uint64_t world_clock(struct world *w)
{
	return START_CLOCK + ((struct rehearsal *)w)->now - START;
}

/* xorshift128+: the same numbers in every run. */
static uint64_t next_random(struct rehearsal *r)
{
	uint64_t a = r->seed[0], b = r->seed[1];

	r->seed[0] = b;
	a ^= a << 23;
	r->seed[1] = a ^ b ^ (a >> 17) ^ (b >> 26);
	return r->seed[1] + b;
}

static void world_random(struct world *w, void *at, size_t len)
{
	for (unsigned char *p = at; len > 0; p++, len--)
		*p = (unsigned char)(next_random((struct rehearsal *)w) >> 32);
}

static struct event *happened(struct rehearsal *r, struct events *list, struct slice text)
{
	struct event *e = ARENA_NEW(r->arena, struct event);

	e->at = r->now - r->step;
	e->text = arena_copy(r->arena, text);
	*list->last = e;
	list->last = &e->next;
	return e;
}

static void world_send(struct world *w, const struct flow *to, struct slice data)
{
	struct rehearsal *r = (struct rehearsal *)w;

	happened(r, &r->sent, data)->flow = *to;
}

static void answer_name(const struct name *n, uint16_t port, resolve_done *done, void *user)
{
	struct resolved answers[RESOLVE_ANSWERS];
	int count = n ? n->count : 0;

	for (int i = 0; i < count; i++) {
		answers[i] = n->answers[i];
		if (port)
			answers[i].address.port = port;
		else if (!answers[i].address.port)
			answers[i].address.port = 5060;
	}
	done(user, n ? n->status : RESOLVE_NOT_FOUND, answers, count);
}

static void answer_later(struct timer *t, void *user)
{
	struct asked *q = user;

	(void)t;
	answer_name(q->name, q->port, q->done, q->user);
}

static void *world_resolve(
	struct world *w, struct slice host, uint16_t port, unsigned families, resolve_done *done, void *user)
{
	struct rehearsal *r = (struct rehearsal *)w;
	const struct name *n = r->names;

	(void)families;
	while (n && !slice_equal_nocase(n->name, host))
		n = n->next;
	if (!n || (!n->delay && !n->never)) {
		answer_name(n, port, done, user);
		return NULL;
	}
	struct asked *q = ARENA_NEW(r->arena, struct asked);
	*q = (struct asked){ { .fire = answer_later, .user = q }, r, n, port, done, user };
	if (!n->never)
		timer_set(&r->timers, &q->timer, r->now + n->delay);
	return q;
}

static void world_resolve_cancel(struct world *w, void *handle)
{
	struct asked *q = handle;

	timer_cancel(&((struct rehearsal *)w)->timers, &q->timer);
}

static void log_here(void *user, enum log_level level, struct slice text)
{
	struct rehearsal *r = user;

	happened(r, &r->logged, arena_printf(r->arena, "%s: %.*s", log_level_name(level), SLICE_FMT(text)));
}

static void forget(struct events *list)
{
	list->first = NULL;
	list->last = &list->first;
}

/* ---- complaints ---- */

static void complain(struct rehearsal *r, int line, const char *what, struct slice expected, struct slice got)
{
	r->failed = true;
	fprintf(r->complaint, "  %s:%d: %s\n", r->path, line, what);
	if (expected.at)
		fprintf(r->complaint, "--- expected\n%.*s", SLICE_FMT(expected));
	if (got.at)
		fprintf(r->complaint, "--- got\n%.*s", SLICE_FMT(got));
	if (expected.at || got.at)
		fprintf(r->complaint, "---\n");
}

static void keep(struct rehearsal *r, const struct section *s)
{
	if (r->updated)
		fwrite(s->text.at, 1, s->text.len, r->updated);
}

/* ---- setting the stage ---- */

static bool cut_word(struct slice *rest, struct slice *word)
{
	*rest = slice_trim(*rest);
	return slice_cut(rest, ' ', word);
}

/* "udp 192.0.2.7:5060" */
static bool read_peer(struct slice *rest, struct address *a)
{
	struct slice word;

	return cut_word(rest, &word) && slice_equal(word, SLICE("udp")) && cut_word(rest, &word) &&
	       address_parse_port(word, a);
}

static bool read_name(struct rehearsal *r, struct slice line)
{
	struct name *n = ARENA_NEW(r->arena, struct name);
	struct slice word;

	if (!cut_word(&line, &n->name))
		return true;
	while (cut_word(&line, &word)) {
		if (slice_equal(word, SLICE("fails"))) {
			n->status = RESOLVE_FAILED;
		} else if (slice_equal(word, SLICE("never"))) {
			n->never = true;
		} else if (slice_equal(word, SLICE("after"))) {
			if (!cut_word(&line, &word) || !corpus_time(word, &n->delay))
				return false;
		} else if (n->count == RESOLVE_ANSWERS ||
			   !address_parse_port(word, &n->answers[n->count++].address)) {
			return false;
		}
	}
	n->next = r->names;
	r->names = n;
	return true;
}

static bool read_names(struct rehearsal *r, struct slice body)
{
	struct slice line;

	while (slice_cut(&body, '\n', &line))
		if (!read_name(r, slice_trim(line)))
			return false;
	return true;
}

/* Makes engine and core anew around what outlives a worker: the store, the key, the clock. */
static void start_engine(struct rehearsal *r)
{
	r->engine = engine_new(&(struct engine_parts){
		.world = &r->world,
		.site = r->site,
		.program = r->program,
		.subscribers = r->subscribers,
		.replays = r->replays,
		.counters = &r->counters,
	});
	engine_set_location(r->engine, r->location);
	engine_use_fleet(r->engine, r->fleet, 0);
}

/* What a script without `listen` listens on here. */
static void listen_here(struct rehearsal *r)
{
	static const char *const addresses[] = { "192.0.2.1:5060", "[2001:db8::1]:5060" };

	r->site->listeners = ARENA_ARRAY(r->arena, struct listener, 2);
	r->site->listener_count = 2;
	for (int i = 0; i < 2; i++) {
		struct listener *l = &r->site->listeners[i];
		l->sent_by = slice_of(addresses[i]);
		address_parse_port(l->sent_by, &l->address);
		l->host = slice(l->sent_by.at, l->sent_by.len - 5);
		l->port = 5060;
	}
}

/* Waits for the answers of a store that is a real one: the made clock stands still meanwhile. */
static void await_store(struct rehearsal *r)
{
	struct location_counts counts;

	for (int i = 0; r->store.redis && r->location && i < STORE_TENTHS; i++) {
		struct pollfd p = { .fd = location_wake_fd(r->location), .events = POLLIN };
		location_count(r->location, &counts);
		if (!counts.waiting)
			return;
		if (poll(&p, 1, 100) > 0)
			i = 0;
		location_readable(r->location);
		timer_run(&r->timers, r->now);
	}
}

static void is_there(void *user)
{
	*(bool *)user = true;
}

/* The store of one case: empty. In a Redis its keys begin with what no other case's do. */
static struct location *open_store(struct rehearsal *r)
{
	char error[LOCATION_ERROR] = "";
	unsigned long long number;

	if (!r->options->location || r->location_delay)
		return location_memory_new(&r->world, r->location_delay, &r->timers, registrar_same_contact);
	/* not the world's randomness, whose sequence is what cases expect */
	if (getrandom(&number, sizeof number, 0) != sizeof number)
		fatal("no randomness: getrandom failed");
	location_discard(&r->store);
	r->store.backend = slice_of(r->options->location);
	r->store.prefix = arena_printf(r->arena, "rehearsal-%llx:", number);
	r->store.same = registrar_same_contact;
	int lock = location_prepare(&r->store, error);
	if (lock < 0)
		fatal("%s", error);
	close(lock);
	r->location = location_open(&r->store, NULL, &r->world, &r->timers, error);
	if (!r->location)
		fatal("%s", error);
	/* connected before the made clock leaps over all deadlines */
	bool there = false;
	struct location_query q = {
		.aor = SLICE("sip:"), .arena = r->arena, .done = is_there, .user = &there
	};
	if (!location_fetch(r->location, &q))
		await_store(r);
	if (!there || q.failed)
		fatal("the store cannot be reached");
	return r->location;
}

static bool set_stage(struct rehearsal *r, const struct section *subscribers)
{
	char error[SETUP_ERROR] = "";

	r->site = ARENA_NEW(r->arena, struct site);
	r->site->branch_key = (struct hash_key){ 1, 2 };
	r->site->nonce_key = (struct hash_key){ 3, 4 };
	r->replays = replays_new(&r->site->nonce_key, REPLAYS, r->world.clock(&r->world));
	if (!r->replays)
		fatal("out of memory (rehearsal)");
	if (!program_given(r->program, PARAMETER_listen)) {
		listen_here(r);
	} else if (!setup_listeners(r->arena, r->program, r->site, error)) {
		complain(r, 0, error, slice(NULL, 0), slice(NULL, 0));
		return false;
	}
	setup_settings(r->arena, r->program, r->site);
	if (subscribers) {
		r->subscribers = subscribers_read_text(subscribers->body, r->path, error, sizeof error);
		if (!r->subscribers) {
			complain(r, subscribers->line, error, slice(NULL, 0), slice(NULL, 0));
			return false;
		}
	}
	if (muster_needed(r->program)) {
		r->fleet_shared = ARENA_NEW(r->arena, struct fleet_shared);
		atomic_store(&r->fleet_shared->ready, 1);
		r->fleet = muster(r->arena, r->program, r->site, r->fleet_shared);
	}
	r->location = open_store(r);
	start_engine(r);
	return true;
}

/* ---- steps ---- */

/* The first listener of the family of PEER: the one that is meant when a section names none. */
static int usual_listener(const struct rehearsal *r, const struct address *peer)
{
	for (int i = 0; i < r->site->listener_count; i++)
		if (r->site->listeners[i].address.family == peer->family)
			return i;
	return 0;
}

static bool step_in(struct rehearsal *r, const struct section *s)
{
	struct slice rest = s->argument, word;
	struct flow flow = { 0 };
	struct address local;

	if (!read_peer(&rest, &flow.peer))
		return false;
	flow.listener = (uint16_t)usual_listener(r, &flow.peer);
	if (cut_word(&rest, &word)) {
		if (!slice_equal(word, SLICE("to")) || !cut_word(&rest, &word) ||
			!address_parse_port(word, &local))
			return false;
		int i = 0;
		while (i < r->site->listener_count && !address_equal(&r->site->listeners[i].address, &local))
			i++;
		if (i == r->site->listener_count)
			return false;
		flow.listener = (uint16_t)i;
	}
	engine_input(r->engine, &flow, corpus_to_wire(r->arena, s->body));
	await_store(r);
	return true;
}

static uint64_t next_deadline(struct rehearsal *r)
{
	uint64_t outside = timer_next(&r->timers), inside = engine_next(r->engine);

	return outside < inside ? outside : inside;
}

static bool step_after(struct rehearsal *r, const struct section *s)
{
	uint64_t ms;

	if (!corpus_time(s->argument, &ms))
		return false;
	uint64_t end = r->now + ms;
	for (int i = 0; next_deadline(r) <= end; i++) {
		if (i == MAX_TICKS) {
			complain(r, s->line, "timers fire without end", slice(NULL, 0), slice(NULL, 0));
			break;
		}
		if (next_deadline(r) > r->now)
			r->now = next_deadline(r);
		timer_run(&r->timers, r->now);
		engine_tick(r->engine);
		await_store(r);
	}
	r->now = end;
	return true;
}

static bool step_unreachable(struct rehearsal *r, const struct section *s)
{
	struct slice rest = s->argument;
	struct flow flow = { 0 };

	if (!read_peer(&rest, &flow.peer))
		return false;
	flow.listener = (uint16_t)usual_listener(r, &flow.peer);
	engine_unreachable(r->engine, &flow);
	return true;
}

/* "udp 192.0.2.7:5060 down", as if a prober had found that out; of us, whether we have caught up. */
static bool step_health(struct rehearsal *r, const struct section *s)
{
	struct slice rest = s->argument, word;
	struct address a;
	if (!r->fleet_shared || !read_peer(&rest, &a) || !cut_word(&rest, &word) || health_parse(word) < 0)
		return false;
	int slot = health_find(&r->fleet_shared->health, &a);
	if (slot < 0)
		return false;
	struct health_slot *h = &r->fleet_shared->health.slot[slot];
	atomic_store(&h->state, (uint32_t)health_parse(word));
	if (health_parse(word) != HEALTH_DOWN)
		atomic_store(&h->answered, r->now + 1);
	for (int i = 0; i < r->site->listener_count; i++)
		if (address_equal(&r->site->listeners[i].address, &a))
			atomic_store(&r->fleet_shared->ready, health_parse(word) == HEALTH_UP);
	return true;
}

static bool is_step(enum section_kind k)
{
	return k == SECTION_IN || k == SECTION_AFTER || k == SECTION_UNREACHABLE || k == SECTION_RESTART ||
	       k == SECTION_HEALTH;
}

static bool is_expectation(enum section_kind k)
{
	return k == SECTION_OUT || k == SECTION_LOG;
}

/* Whether -u writes the section anew. */
static bool is_rewritten(enum section_kind k)
{
	return is_step(k) || is_expectation(k) || k == SECTION_ERROR || k == SECTION_LISTING ||
	       k == SECTION_EXPR;
}

static bool do_step(struct rehearsal *r, const struct section *s)
{
	forget(&r->sent);
	forget(&r->logged);
	r->step = r->now;
	switch (s->kind) {
	case SECTION_IN:
		return step_in(r, s);
	case SECTION_AFTER:
		return step_after(r, s);
	case SECTION_UNREACHABLE:
		return step_unreachable(r, s);
	case SECTION_HEALTH:
		return step_health(r, s);
	default: /* SECTION_RESTART */
		location_forget(r->location);
		engine_free(r->engine);
		start_engine(r);
		return true;
	}
}

/* ---- what happened, against what was expected ---- */

static struct slice out_argument(struct rehearsal *r, const struct event *e, const struct section *step)
{
	char peer[ADDRESS_TEXT], local[ADDRESS_TEXT];
	struct slice s = arena_printf(r->arena, "udp %.*s", SLICE_FMT(address_text(&e->flow.peer, peer)));

	if (e->flow.listener != usual_listener(r, &e->flow.peer))
		s = arena_printf(r->arena, "%.*s from %.*s", SLICE_FMT(s),
			SLICE_FMT(address_text(&r->site->listeners[e->flow.listener].address, local)));
	if (step->kind == SECTION_AFTER)
		s = arena_printf(r->arena, "%.*s at %llums", SLICE_FMT(s), (unsigned long long)e->at);
	return s;
}

static struct slice out_text(struct rehearsal *r, const struct event *e, const struct section *step)
{
	struct slice body = corpus_from_wire(r->arena, e->text);

	return arena_printf(
		r->arena, "=== out %.*s\n%.*s", SLICE_FMT(out_argument(r, e, step)), SLICE_FMT(body));
}

static struct slice expected_text(struct rehearsal *r, const struct section *s)
{
	struct slice body = corpus_from_wire(r->arena, corpus_to_wire(r->arena, s->body));

	return arena_printf(r->arena, "=== out %.*s\n%.*s", SLICE_FMT(s->argument), SLICE_FMT(body));
}

static struct slice log_text(struct rehearsal *r)
{
	struct slice all = SLICE("");

	for (const struct event *e = r->logged.first; e; e = e->next)
		all = arena_printf(r->arena, "%.*s%.*s\n", SLICE_FMT(all), SLICE_FMT(e->text));
	return all;
}

static void check_out(
	struct rehearsal *r, const struct section *step, const struct section *s, const struct event **got)
{
	if (slice_equal(s->argument, SLICE("none"))) {
		if (*got)
			complain(r, s->line, "nothing should be sent", slice(NULL, 0),
				out_text(r, *got, step));
		return;
	}
	if (!*got) {
		complain(r, s->line, "nothing was sent", expected_text(r, s), slice(NULL, 0));
		return;
	}
	struct slice want = expected_text(r, s), is = out_text(r, *got, step);
	if (!slice_equal(want, is))
		complain(r, s->line, "another datagram was expected", want, is);
	*got = (*got)->next;
}

static struct slice lines_of(struct slice body)
{
	struct slice s = slice_trim(body);

	return s.len ? slice(body.at, (size_t)(s.at + s.len - body.at) + 1) : SLICE("");
}

/* Compares with the COUNT expectations behind STEP. */
static void check_step(
	struct rehearsal *r, const struct section *step, const struct section *expected, int count)
{
	const struct event *got = r->sent.first;

	for (int i = 0; i < count; i++) {
		const struct section *s = &expected[i];
		if (s->kind == SECTION_OUT)
			check_out(r, step, s, &got);
		else if (!slice_equal(lines_of(s->body), log_text(r)))
			complain(r, s->line, "other lines were logged", lines_of(s->body), log_text(r));
	}
	if (got)
		complain(r, step->line, "more was sent", slice(NULL, 0), out_text(r, got, step));
}

/* Writes what happened after STEP in place of the COUNT expectations. */
static void update_step(
	struct rehearsal *r, const struct section *step, const struct section *expected, int count)
{
	bool log = false, none = false;

	for (int i = 0; i < count; i++) {
		log |= expected[i].kind == SECTION_LOG;
		none |= expected[i].kind == SECTION_OUT && slice_equal(expected[i].argument, SLICE("none"));
	}
	for (const struct event *e = r->sent.first; e; e = e->next) {
		struct slice text = out_text(r, e, step);
		fprintf(r->updated, "%.*s", SLICE_FMT(text));
	}
	if (!r->sent.first && (none || step->kind == SECTION_IN))
		fprintf(r->updated, "=== out none\n");
	if (log) {
		struct slice text = log_text(r);
		fprintf(r->updated, "=== log\n%.*s", SLICE_FMT(text));
	}
}

/* ---- scripts ---- */

static const struct program *compile(
	struct rehearsal *r, struct slice text, const char *name, struct slice *problems)
{
	struct diag *d = diag_new();
	const struct program *p = compile_text(name, text, NULL, d);
	char *printed = diag_text(d);

	*problems = arena_copy(r->arena, slice_of(printed));
	free(printed);
	diag_free(d);
	return p;
}

static const struct program *compile_config(
	struct rehearsal *r, const struct section *config, struct slice *problems)
{
	struct diag *d;

	if (!config->argument.len && slice_trim(config->body).len)
		return compile(r, config->body, "t.cfg", problems);
	/* from the directory of the .t file, so that places are the same wherever the cases are run from */
	int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	const char *slash = strrchr(r->path, '/');
	if (slash && chdir(arena_copy(r->arena, slice(r->path, (size_t)(slash - r->path) + 1)).at) != 0)
		complain(r, config->line, strerror(errno), slice(NULL, 0), slice(NULL, 0));
	d = diag_new();
	const struct program *p = compile_file(arena_copy(r->arena, config->argument).at, NULL, d);
	char *printed = diag_text(d);
	*problems = arena_copy(r->arena, slice_of(printed));
	free(printed);
	diag_free(d);
	if (here >= 0) {
		if (fchdir(here) != 0)
			complain(r, config->line, strerror(errno), slice(NULL, 0), slice(NULL, 0));
		close(here);
	}
	return p;
}

static struct slice listing(struct rehearsal *r)
{
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	listing_print(f, r->program);
	fclose(f);
	struct slice s = arena_copy(r->arena, slice(text, len));
	free(text);
	return s;
}

/* Compares a section that expects a text as it is; with -u writes it anew. */
static void check_text(
	struct rehearsal *r, const struct section *s, const char *keyword, const char *what, struct slice got)
{
	struct slice head = s->argument.len
				    ? arena_printf(r->arena, "%s %.*s", keyword, SLICE_FMT(s->argument))
				    : slice_of(keyword);

	got = lines_of(got);
	if (r->updated)
		fprintf(r->updated, "=== %.*s\n%.*s", SLICE_FMT(head), SLICE_FMT(got));
	else if (!slice_equal(lines_of(s->body), got))
		complain(r, s->line, what, lines_of(s->body), got);
}

/* ---- expressions ---- */

static const char PROBE[] = "OPTIONS sip:bob@example.com;transport=udp SIP/2.0\r\n"
			    "Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bKprobe\r\n"
			    "Max-Forwards: 70\r\n"
			    "From: \"Alice\" <sip:alice@example.org>;tag=a1\r\n"
			    "To: <sip:bob@example.com>\r\n"
			    "Call-ID: probe@example.org\r\n"
			    "CSeq: 1 OPTIONS\r\n"
			    "Subject: one\r\n"
			    "Subject: two\r\n"
			    "Content-Length: 0\r\n\r\n";

static struct slice evaluate(struct rehearsal *r, struct slice expression)
{
	static const char *const forms[] = {
		"route { $var(result) = %.*s; xlog(\"$var(result)\"); discard(); }",
		"route { if (%.*s) xlog(\"true\"); else xlog(\"false\"); discard(); }",
	};
	struct slice problems = SLICE(""), first = SLICE("");

	for (int i = 0; i < 2; i++) {
		char text[4096];
		int n = snprintf(text, sizeof text, forms[i], SLICE_FMT(expression));
		r->program = compile(r, slice(text, (size_t)n), "expr", &problems);
		if (r->program)
			break;
		if (i == 0)
			first = problems;
	}
	if (!r->program) {
		struct slice line;
		slice_cut(&first, '\n', &line);
		return line;
	}
	if (!set_stage(r, NULL))
		return SLICE("no stage");
	struct flow flow = { 0 };
	address_parse_port(SLICE("192.0.2.7:5060"), &flow.peer);
	forget(&r->sent);
	forget(&r->logged);
	engine_input(r->engine, &flow, slice(PROBE, sizeof PROBE - 1));
	location_close(r->location);
	r->location = NULL;
	engine_free(r->engine);
	r->engine = NULL;
	program_unref(r->program);
	r->program = NULL;
	struct slice got = r->logged.first ? r->logged.first->text : SLICE("nothing");
	size_t from = 0;
	for (int colons = 0; from < got.len && colons < 3; from++) /* "info: expr:1: text" */
		colons += got.at[from] == ':';
	return slice_trim(slice(got.at + from, got.len - from));
}

static void check_expressions(struct rehearsal *r, const struct section *s)
{
	struct slice rest = s->body, line;
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	while (slice_cut(&rest, '\n', &line)) {
		const char *arrow = memmem(line.at, line.len, " => ", 4);
		struct slice e = slice_trim(arrow ? slice(line.at, (size_t)(arrow - line.at)) : line);
		if (!e.len)
			continue;
		struct slice value = evaluate(r, e);
		fprintf(f, "%.*s => %.*s\n", SLICE_FMT(e), SLICE_FMT(value));
	}
	fclose(f);
	check_text(r, s, "expr", "expressions have other values", slice(text, len));
	free(text);
}

/* ---- cases ---- */

/* The sections of one case: those of the prelude that it has no own of, and its own. */
struct scene {
	const struct section *config, *subscribers, *error;
	const struct section *own;
	int count;
};

static void take_setting(struct rehearsal *r, struct scene *c, const struct section *s)
{
	uint64_t ms;
	struct slice rest = s->argument, word;

	switch (s->kind) {
	case SECTION_CONFIG:
		c->config = s;
		break;
	case SECTION_SUBSCRIBERS:
		c->subscribers = s;
		break;
	case SECTION_ERROR:
		c->error = s;
		break;
	case SECTION_DNS:
		if (!read_names(r, s->body))
			complain(r, s->line, "not understood", slice(NULL, 0), slice(NULL, 0));
		break;
	case SECTION_LOCATION:
		if (cut_word(&rest, &word) && slice_equal(word, SLICE("after")) &&
			corpus_time(slice_trim(rest), &ms))
			r->location_delay = ms;
		else
			complain(r, s->line, "not understood", slice(NULL, 0), slice(NULL, 0));
		break;
	default:
		break;
	}
}

static void play_steps(struct rehearsal *r, const struct scene *c)
{
	for (int i = 0; i < c->count; i++) {
		const struct section *s = &c->own[i];
		if (s->kind == SECTION_LISTING)
			check_text(r, s, "listing", "the program is another", listing(r));
		else if (!is_step(s->kind) && !is_expectation(s->kind) && s->kind != SECTION_ERROR)
			keep(r, s);
		if (!is_step(s->kind))
			continue;
		int expected = 0;
		while (i + 1 + expected < c->count && is_expectation(s[1 + expected].kind))
			expected++;
		keep(r, s);
		if (!do_step(r, s)) {
			complain(r, s->line, "not understood", s->text, slice(NULL, 0));
			return;
		}
		if (r->updated)
			update_step(r, s, s + 1, expected);
		else
			check_step(r, s, s + 1, expected);
		i += expected;
	}
}

/* A case of expressions has no other steps. */
static bool plays_expressions(struct rehearsal *r, const struct scene *c)
{
	bool any = false;

	for (int i = 0; i < c->count; i++)
		any |= c->own[i].kind == SECTION_EXPR;
	for (int i = 0; any && i < c->count; i++)
		if (c->own[i].kind == SECTION_EXPR)
			check_expressions(r, &c->own[i]);
		else
			keep(r, &c->own[i]);
	return any;
}

static void play(struct rehearsal *r, const struct scene *c)
{
	struct slice problems = SLICE("");

	if (plays_expressions(r, c))
		return;
	struct section given = { .argument = slice_of(r->options->config), .line = c->own->line };
	struct scene with = *c;
	if (!c->config && given.argument.len) {
		with.config = &given;
		c = &with;
	}
	if (!c->config) {
		complain(r, c->own->line, "there is no script", slice(NULL, 0), slice(NULL, 0));
		return;
	}
	r->program = compile_config(r, c->config, &problems);
	if (c->error) {
		for (int i = 0; r->updated && i < c->count && &c->own[i] != c->error; i++)
			keep(r, &c->own[i]);
		check_text(r, c->error, "error", "the diagnostics are others", problems);
		if (r->updated && r->program) {
			struct scene rest = *c;
			rest.count = (int)(c->own + c->count - c->error) - 1;
			rest.own = c->error + 1;
			if (set_stage(r, c->subscribers))
				play_steps(r, &rest);
			return;
		}
	} else if (!r->program) {
		complain(r, c->config->line, "the script does not compile", slice(NULL, 0), problems);
		for (int i = 0; i < c->count; i++)
			keep(r, &c->own[i]);
	}
	if (r->program && set_stage(r, c->subscribers))
		play_steps(r, c);
}

static void end_case(struct rehearsal *r)
{
	location_close(r->location);
	location_discard(&r->store);
	engine_free(r->engine);
	subscribers_free(r->subscribers);
	replays_free(r->replays);
	program_unref(r->program);
	timers_free(&r->timers);
	arena_free(r->arena);
}

/* Plays the case C whose === case line is HEAD (NULL: the only one of a file without). True when it passes. */
static bool run_case(const char *path, const struct rehearse_options *o, const struct corpus *file,
	int prelude, const struct section *own, int count, FILE *updated)
{
	char *text = NULL;
	size_t len = 0;
	struct rehearsal r = {
		.world = { world_now, world_clock, world_random, world_send, world_resolve,
			world_resolve_cancel },
		.arena = arena_new(65536),
		.options = o,
		.path = path,
		.now = START,
		.seed = { 0x9e3779b97f4a7c15, 0xbf58476d1ce4e5b9 },
		.complaint = open_memstream(&text, &len),
		.updated = updated,
	};
	struct scene c = { .own = own, .count = count };

	forget(&r.sent);
	forget(&r.logged);
	log_set_sink(log_here, &r);
	for (int i = 0; i < prelude; i++)
		take_setting(&r, &c, &file->sections[i]);
	for (int i = 0; i < count; i++)
		take_setting(&r, &c, &own[i]);
	play(&r, &c);
	end_case(&r);
	log_set_sink(NULL, NULL);
	fclose(r.complaint);
	if (!o->quiet || r.failed)
		printf("%s %s:%d %.*s\n", r.failed ? "not ok" : "ok", path, own->line,
			SLICE_FMT(own->argument));
	fwrite(text, 1, len, stdout);
	free(text);
	return !r.failed;
}

/* ---- one message, step by step ---- */

static void log_to_trace(void *user, enum log_level level, struct slice text)
{
	struct trace *t = user;
	fprintf(t->out, "    log %s: %.*s\n", log_level_name(level), SLICE_FMT(text));
}

static void print_sent(const struct rehearsal *r, FILE *out)
{
	char peer[ADDRESS_TEXT];

	for (const struct event *e = r->sent.first; e; e = e->next)
		fprintf(out, "\nsent to udp %.*s:\n%.*s", SLICE_FMT(address_text(&e->flow.peer, peer)),
			SLICE_FMT(corpus_from_wire(r->arena, e->text)));
	if (!r->sent.first)
		fprintf(out, "\nnothing is sent\n");
}

bool rehearse_trace(const struct program *p, const char *path, struct trace *trace)
{
	struct rehearse_options options = { 0 };
	struct rehearsal r = {
		.world = { world_now, world_clock, world_random, world_send, world_resolve,
			world_resolve_cancel },
		.arena = arena_new(65536),
		.options = &options,
		.path = path,
		.now = START,
		.seed = { 0x9e3779b97f4a7c15, 0xbf58476d1ce4e5b9 },
		.program = program_ref(p),
		.complaint = stderr,
	};
	struct section message = { .kind = SECTION_IN, .argument = SLICE("udp 192.0.2.7:5060") };
	struct section moment = { .kind = SECTION_AFTER, .argument = SLICE("1ms") };
	char text[65536];
	FILE *f = fopen(path, "r");
	size_t len = f ? fread(text, 1, sizeof text, f) : 0;
	bool read = f && !ferror(f) && len < sizeof text;

	if (f)
		fclose(f);
	forget(&r.sent);
	forget(&r.logged);
	message.body = corpus_from_wire(r.arena, slice(text, len));
	if (read && set_stage(&r, NULL)) {
		engine_set_trace(r.engine, trace_step, trace);
		log_set_sink(log_to_trace, trace);
		step_in(&r, &message);
		step_after(&r, &moment); /* for actions that wait for the store */
		log_set_sink(NULL, NULL);
		print_sent(&r, trace->out);
	}
	end_case(&r);
	return read;
}

static bool write_file(const char *path, const char *text, size_t len)
{
	FILE *f = fopen(path, "wb");

	if (!f) {
		log_error("%s: %s", path, strerror(errno));
		return false;
	}
	bool ok = fwrite(text, 1, len, f) == len;
	return fclose(f) == 0 && ok;
}

bool rehearse_file(const char *argument, const struct rehearse_options *o, struct rehearse_totals *totals)
{
	struct arena *a = arena_new(65536);
	struct slice path = arena_copy(a, slice_of(argument));
	const char *colon = strrchr(path.at, ':');
	uint64_t only = 0;
	struct corpus c;
	char error[256], *text = NULL;
	size_t len = 0;
	bool ok = true;

	if (colon && slice_number(slice_of(colon + 1), &only))
		path = arena_copy(a, slice(path.at, (size_t)(colon - path.at)));
	if (!corpus_read(a, path.at, &c, error)) {
		log_error("%s", error);
		arena_free(a);
		return false;
	}
	FILE *updated = o->update && !only ? open_memstream(&text, &len) : NULL;
	int prelude = 0;
	while (prelude < c.count && c.sections[prelude].kind != SECTION_CASE)
		prelude++;
	for (int i = 0; updated && i < prelude; i++)
		fwrite(c.sections[i].text.at, 1, c.sections[i].text.len, updated);
	for (int i = prelude, next; i < c.count; i = next) {
		for (next = i + 1; next < c.count && c.sections[next].kind != SECTION_CASE;)
			next++;
		uint64_t end = next < c.count ? (uint64_t)c.sections[next].line : UINT64_MAX;
		if (only && (only < (uint64_t)c.sections[i].line || only >= end))
			continue;
		if (run_case(path.at, o, &c, prelude, &c.sections[i], next - i, updated))
			totals->passed++;
		else
			totals->failed++;
		if (updated && next < c.count && is_rewritten(c.sections[next - 1].kind))
			fputc('\n', updated);
	}
	if (updated) {
		fclose(updated);
		ok = write_file(path.at, text, len);
		free(text);
	}
	arena_free(a);
	return ok;
}
