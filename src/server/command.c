/* command: what sipctl may ask of the parent.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/inquiry.h"
#include "server/muster.h"
#include "server/state.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

enum { INQUIRY_S = 60 /* a child that answers a peer ends by then */ };

static uint64_t sum(const struct parent *p, enum counter c)
{
	uint64_t n = 0;
	for (int i = 0; i < p->workers; i++)
		n += p->shared->worker[i].counters.n[c];
	return n;
}

static void command_status(struct parent *p, struct control_peer *peer, struct slice argument)
{
	(void)argument;
	uint64_t busy = 0, up = (p->now - p->started) / 1000;
	int alive = 0;
	char text[ADDRESS_TEXT];
	for (int i = 0; i < p->workers; i++) {
		busy += atomic_load(&p->shared->worker[i].busy);
		alive += p->child[i].pid != 0;
	}
	control_print(peer, "version %s\npid %d\nuptime %llu s\nscript %s\n", SIPD_VERSION, (int)getpid(),
		(unsigned long long)up, p->options->name);
	for (int i = 0; i < p->site.listener_count; i++) {
		struct slice at = address_text(&p->site.listeners[i].address, text);
		control_print(peer, "listen udp:%.*s\n", SLICE_FMT(at));
	}
	control_print(peer, "state_dir %.*s\nlocation %s\nworkers %d of %d\nkeeper %s\ntransactions %llu\n",
		SLICE_FMT(p->location.state_dir), p->location.name, alive, p->workers,
		parent_keeper(p)->pid ? "up" : "down", (unsigned long long)busy);
}

/* The sums, or with a worker's number that worker's own. */
static void command_counters(struct parent *p, struct control_peer *peer, struct slice argument)
{
	uint64_t worker = 0;
	if (argument.len && (!slice_number(argument, &worker) || !worker || worker > (uint64_t)p->workers)) {
		control_print(peer, "error: counters [WORKER]: there are workers 1 to %d\n", p->workers);
		return;
	}
	for (int i = 0; i < COUNTERS; i++) {
		enum counter c = (enum counter)i;
		uint64_t n = worker ? p->shared->worker[worker - 1].counters.n[c] : sum(p, c);
		control_print(
			peer, "%-16s %-12llu %s\n", counter_name(c), (unsigned long long)n, counter_doc(c));
	}
}

static void command_workers(struct parent *p, struct control_peer *peer, struct slice argument)
{
	(void)argument;
	for (int i = 0; i < p->children; i++) {
		struct child *c = &p->child[i];
		control_print(peer, "%-10s pid %-7d up %llu s  restarts %d", c->name, (int)c->pid,
			(unsigned long long)(c->pid ? (p->now - c->started) / 1000 : 0), c->restarts);
		if (i < p->workers) {
			const struct worker_state *w = &p->shared->worker[i];
			control_print(peer, "  received %llu  sent %llu  handed_over %llu  transactions %u",
				(unsigned long long)w->counters.n[COUNTER_received],
				(unsigned long long)w->counters.n[COUNTER_sent],
				(unsigned long long)w->counters.n[COUNTER_handed_over],
				atomic_load(&w->busy));
		}
		control_print(peer, "\n");
	}
}

static void command_log(struct parent *p, struct control_peer *peer, struct slice argument)
{
	int level = log_level_parse(argument);
	if (level < 0) {
		control_print(peer, "error: log LEVEL: error, warn, notice, info or debug\n");
		return;
	}
	parent_log_level(p, (enum log_level)level);
	control_print(peer, "ok\n");
}

static void command_stop(struct parent *p, struct control_peer *peer, struct slice argument)
{
	(void)argument;
	control_print(peer, "ok\n");
	parent_stop(p, "asked by sipctl");
}

static void command_reload(struct parent *p, struct control_peer *peer, struct slice argument)
{
	(void)argument;
	if (p->reloader || p->phase != PHASE_SERVING) {
		control_print(peer, "error: another one waits for a reload\n");
		return;
	}
	p->reloader = peer;
	parent_reload(p);
}

/* A child answers: the store is large, the peer may be slow. One at a time, since there is one channel for it. */
static void command_location(struct parent *p, struct control_peer *peer, struct slice argument)
{
	if (p->inquiry) {
		control_print(peer, "error: another inquiry is being answered\n");
		return;
	}
	(void)fflush(NULL);
	p->inquiry = fork();
	if (p->inquiry == 0) {
		int fd = dup(control_descriptor(peer));
		(void)fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
		(void)alarm(INQUIRY_S);
		(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
		log_set_role("inquiry");
		parent_let_go(p, -1);
		_exit(inquiry_location(&p->location, parent_inquiry_channel(p), argument, fd));
	}
	if (p->inquiry < 0) {
		control_print(peer, "error: %s\n", strerror(errno));
		p->inquiry = 0;
		return;
	}
	control_forget(peer);
}

static void print_server(
	struct parent *p, struct control_peer *peer, const struct address *a, int slot, const char *what)
{
	const struct health_table *t = &p->shared->fleet.health;
	char text[ADDRESS_TEXT];
	struct slice at = address_text(a, text);
	control_print(peer, "  %-12s udp:%.*s  %s", what, SLICE_FMT(at),
		slot < 0 ? "?" : health_name(health_now(t, slot)));
	if (slot >= 0 && atomic_load(&t->slot[slot].mark) != HEALTH_UNMARKED)
		control_print(peer, "  marked inactive");
	if (slot >= 0 && atomic_load(&t->slot[slot].latency))
		control_print(peer, "  latency %u us", atomic_load(&t->slot[slot].latency));
	if (slot >= 0 && health_load(t, slot))
		control_print(peer, "  calls %u", health_load(t, slot));
	control_print(peer, "\n");
}

static void print_farm(struct parent *p, struct control_peer *peer, const struct farm *f)
{
	const struct channel_state *s = p->channels->at[0].state;
	static const char *const modes[] = { "none", "nobody follows, or after the answer",
		"before the answer" };
	control_print(peer,
		"farm %.*s\n  this server is %s\n  replication: %s; change %llu, followers have %llu\n",
		SLICE_FMT(f->name), atomic_load(&p->shared->fleet.ready) ? "ready" : "catching up",
		modes[atomic_load(&s->replication) % 3], (unsigned long long)atomic_load(&s->logged),
		(unsigned long long)atomic_load(&s->replicated));
	for (int g = 0; g < f->group_count; g++) {
		control_print(peer, " group %.*s\n", SLICE_FMT(f->groups[g].name));
		for (int i = f->groups[g].first; i < f->groups[g].first + f->groups[g].count; i++)
			print_server(p, peer, &f->members[i].address, f->members[i].slot,
				f->members[i].self     ? "this server"
				: f->members[i].backup ? "backup"
						       : "primary");
	}
}

/* With a user's address of record, whose that is. */
static void command_farm(struct parent *p, struct control_peer *peer, struct slice argument)
{
	struct arena *arena = arena_new(0);
	const struct fleet *f = muster(arena, p->program, &p->site, &p->shared->fleet);
	struct uri uri;
	if (!f)
		control_print(peer, "error: the script has neither farm nor set\n");
	for (int i = 0; f && i < f->farm_count; i++) {
		int group = argument.len && uri_parse(argument, &uri)
				    ? farm_group_of(&f->farms[i], uri_aor(arena, &uri))
				    : -1;
		if (!argument.len)
			print_farm(p, peer, &f->farms[i]);
		else if (group >= 0)
			control_print(peer, "farm %.*s group %.*s\n", SLICE_FMT(f->farms[i].name),
				SLICE_FMT(f->farms[i].groups[group].name));
		else
			control_print(peer, "error: farm [URI]\n");
	}
	for (int i = 0; f && !argument.len && i < f->set_count; i++) {
		control_print(peer, "set %.*s\n", SLICE_FMT(f->sets[i].name));
		for (int m = 0; m < f->sets[i].count; m++)
			print_server(p, peer, &f->sets[i].members[m].address, f->sets[i].members[m].slot,
				"destination");
	}
	arena_free(arena);
}

struct command {
	const char *name, *doc;
	void (*run)(struct parent *p, struct control_peer *peer, struct slice argument);
};

static void command_help(struct parent *p, struct control_peer *peer, struct slice argument);

static const struct command commands[] = {
	{ "status", "what the server is and does", command_status },
	{ "counters", "[WORKER]: what it has counted since its start", command_counters },
	{ "workers", "its processes", command_workers },
	{ "location", "[AOR | remove AOR]: registrations", command_location },
	{ "farm", "[URI]: the servers of farms and sets; or the group of a user", command_farm },
	{ "reload", "read the script again", command_reload },
	{ "log", "LEVEL: set what is logged", command_log },
	{ "stop", "end the server", command_stop },
	{ "help", "these commands", command_help },
};

static void command_help(struct parent *p, struct control_peer *peer, struct slice argument)
{
	(void)p, (void)argument;
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		control_print(peer, "%-10s %s\n", commands[i].name, commands[i].doc);
}

void command_run(void *user, struct control_peer *peer, struct slice line)
{
	struct parent *p = user;
	struct slice argument = line, name;
	if (!slice_cut(&argument, ' ', &name))
		name = line;
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (slice_equal(name, slice_of(commands[i].name))) {
			commands[i].run(p, peer, slice_trim(argument));
			if (p->reloader != peer && control_descriptor(peer) >= 0)
				control_done(peer);
			return;
		}
	control_print(peer, "error: no command %.*s; help lists them\n", SLICE_FMT(name));
	control_done(peer);
}
