/* command: what sipctl may ask of the parent.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/inquiry.h"
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
		control_print(peer, "%-16s %llu\n", counter_name(c), (unsigned long long)n);
	}
}

static void command_workers(struct parent *p, struct control_peer *peer, struct slice argument)
{
	(void)argument;
	for (int i = 0; i <= p->workers; i++) {
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
		_exit(inquiry_location(&p->location, &p->channels->at[p->workers], argument, fd));
	}
	if (p->inquiry < 0) {
		control_print(peer, "error: %s\n", strerror(errno));
		p->inquiry = 0;
		return;
	}
	control_forget(peer);
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
