/* parent: starting, supervising, reloading, stopping.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/parent.h"
#include "actions/subscribers.h"
#include "base/log.h"
#include "lang/program.h"
#include "location/channel.h"
#include "server/child.h"
#include "server/control.h"
#include "server/inquiry.h"
#include "server/notify.h"
#include "server/order.h"
#include "server/poison.h"
#include "server/reality.h"
#include "server/setup.h"
#include "server/udp.h"
#include "server/worker.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	START_MS = 20000, /* all children must serve by then */
	STOP_MS = 2000,   /* and have ended by then */
	ROUND_MS = 2000,  /* between two looks at the workers */
	INQUIRY_S = 60,   /* a child that answers a peer ends by then */
	POISON_FILES = 8,
	STUCK_MS = 8000, /* a worker that makes no round for so long is replaced */
	CHILDREN = SHARED_WORKERS + 1,
};

enum phase { PHASE_STARTING, PHASE_SERVING, PHASE_STOPPING_WORKERS, PHASE_STOPPING_KEEPER, PHASE_ENDED };

struct parent {
	const struct parent_options *options;
	const struct program *program; /* that new workers start with */
	struct arena *arena;
	struct site site;
	struct location_settings location;
	struct subscribers *subscribers; /* that new workers start with; NULL: none */
	bool location_prepared;
	int lock; /* of the location store */
	struct shared *shared;
	struct channels *channels;
	int *sockets; /* listener after listener of worker after worker */
	int wake[SHARED_WORKERS];
	int workers;
	int signals;
	struct child child[CHILDREN]; /* the workers, then the keeper */
	struct poison poison;
	int poisons_kept;
	struct control *control;
	struct reload reload;
	bool reload_again;             /* asked for while one was under way */
	struct control_peer *reloader; /* waits for its result */
	pid_t inquiry;                 /* a child that answers a peer; 0 none */
	enum phase phase;
	uint64_t now, deadline; /* deadline: of the phase */
	uint64_t next_look, started;
	int status;
	bool change_user;
	uid_t user;
	gid_t group;
};

static struct child *keeper_of(struct parent *p)
{
	return &p->child[p->workers];
}

static int *sockets_of(struct parent *p, int worker)
{
	return p->sockets + worker * p->site.listener_count;
}

/* ---- children ---- */

/* In a new child: closes what is the parent's alone, and the sockets of other workers. */
static void let_go(struct parent *p, int worker)
{
	close(p->signals);
	control_close(p->control, false);
	if (p->reload.pid)
		close(p->reload.orders);
	for (int i = 0; i <= p->workers; i++)
		if (p->child[i].orders >= 0)
			close(p->child[i].orders);
	for (int i = 0; i < p->workers; i++)
		for (int l = 0; l < p->site.listener_count && i != worker; l++)
			close(sockets_of(p, i)[l]);
}

static int run_keeper(struct parent *p, int orders, int signals)
{
	static const struct order ready = { .kind = ORDER_READY };
	struct reality reality;
	reality_init(&reality, NULL);
	reality.live = true;
	struct keeper_options o = {
		.settings = &p->location,
		.channels = p->channels,
		.world = &reality.world,
		.stop_fd = signals,
	};
	(void)order_send(orders, &ready, -1);
	return location_keeper_run(&o);
}

static int run_worker(struct parent *p, int number, int orders, int signals)
{
	struct worker_options o = {
		.number = number,
		.shared = p->shared,
		.site = &p->site,
		.program = p->program,
		.subscribers = p->subscribers,
		.sockets = sockets_of(p, number),
		.wake = p->wake,
		.location = &p->location,
		.channel = &p->channels->at[number],
		.parent = orders,
		.signals = signals,
	};
	return worker_run(&o);
}

static void start_child(struct parent *p, struct child *c)
{
	int orders, signals;
	pid_t pid = child_start(c, p->now, &orders, &signals);
	if (pid == 0) {
		let_go(p, c->number);
		exit(c->number < 0 ? run_keeper(p, orders, signals)
				   : run_worker(p, c->number, orders, signals));
	}
	if (pid > 0)
		return;
	log_error("%s cannot be started: %s", c->name, strerror(errno));
	c->due = p->now + 1000;
}

/* Workers only: the keeper reads no orders. */
static void tell_child(struct child *c, const struct order *order, int pass)
{
	if (c->orders < 0 || order_send(c->orders, order, pass))
		return;
	log_warn("%s (pid %d) takes no orders: it is replaced", c->name, (int)c->pid);
	(void)kill(c->pid, SIGKILL);
}

static void signal_children(struct parent *p, int first, int last, int number)
{
	for (int i = first; i <= last; i++)
		if (p->child[i].pid)
			(void)kill(p->child[i].pid, number);
}

static bool any_child(const struct parent *p, int first, int last)
{
	for (int i = first; i <= last; i++)
		if (p->child[i].pid)
			return true;
	return false;
}

/* Keeps a datagram that killed two workers for whoever mends that, in one of a few files; the name goes to PATH. */
static void keep_poison(struct parent *p, struct slice datagram, char *path)
{
	snprintf(path, PATH_MAX, "%.*s/poison-%d.sip", SLICE_FMT(p->location.state_dir),
		p->poisons_kept++ % POISON_FILES);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0 || write(fd, datagram.at, datagram.len) != (ssize_t)datagram.len)
		log_warn("%s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
}

/* Appends to TEXT what worker C, now dead, was working on; notes it as a possible poison. */
static void find_cause(struct parent *p, struct child *c, char *text, size_t size)
{
	struct slice datagram;
	size_t len = strlen(text);
	if (!shared_last_words(p->shared, c->number, &datagram))
		return;
	char path[PATH_MAX];
	bool refused = poison_death(&p->poison, p->shared, datagram, p->now);
	if (refused)
		keep_poison(p, datagram, path);
	ptrdiff_t line = slice_find(datagram, '\r');
	size_t shown = line < 0 ? datagram.len : (size_t)line;
	snprintf(text + len, size - len, " at work on a datagram of %zu bytes, \"%.*s\"%s%s", datagram.len,
		shown > 100 ? 100 : (int)shown, datagram.at,
		refused ? "; its like is refused from now on and kept in " : "", refused ? path : "");
}

static void child_gone(struct parent *p, struct child *c, int status)
{
	char text[512 + PATH_MAX];
	bool worker = c->number >= 0, clean = WIFEXITED(status) && WEXITSTATUS(status) == 0;
	child_ended(c, status, p->now, text, sizeof text);
	if (worker)
		atomic_store(&p->shared->worker[c->number].busy, 0);
	if (p->phase == PHASE_STARTING) {
		log_error("%s while starting", text);
		p->status = 3;
		p->phase = PHASE_STOPPING_WORKERS;
		p->deadline = p->now + STOP_MS;
		signal_children(p, 0, p->workers, SIGTERM);
		return;
	}
	if (p->phase != PHASE_SERVING && clean)
		return;
	if (worker)
		find_cause(p, c, text, sizeof text);
	log_error("%s", text);
}

/* ---- reloading ---- */

static void answer_reloader(struct parent *p, const char *text)
{
	if (!p->reloader)
		return;
	control_print(p->reloader, "%s", text);
	control_done(p->reloader);
	p->reloader = NULL;
}

static void start_reload(struct parent *p)
{
	if (p->reload.pid) {
		p->reload_again = true;
		return;
	}
	log_notice("reloading %s", p->options->name);
	notify_reloading();
	if (reload_start(&p->reload, p->options->compile, p->options->user, p->now))
		return;
	log_error("reload: %s", strerror(errno));
	answer_reloader(p, "error: cannot start the compiler\n");
	notify("READY=1");
}

/* Writes what the compiler printed to the log, a line each. */
static void log_messages(enum log_level level, const char *messages)
{
	struct slice rest = slice_of(messages), line;
	while (slice_cut(&rest, '\n', &line))
		log_write(level, "%.*s", SLICE_FMT(line));
}

static void use_program(struct parent *p, const struct program *next)
{
	struct order program = { .kind = ORDER_PROGRAM };
	struct order level = { .kind = ORDER_LOG_LEVEL };
	struct slice fixed = setup_fixed(p->arena, p->program, next);
	if (fixed.len)
		log_warn("reload: a change of %.*s needs a restart", SLICE_FMT(fixed));
	if (program_int(p->program, PARAMETER_log_level) != program_int(next, PARAMETER_log_level)) {
		level.value = (int32_t)program_int(next, PARAMETER_log_level);
		log_set_level((enum log_level)level.value);
		for (int i = 0; i < p->workers; i++)
			tell_child(&p->child[i], &level, -1);
	}
	program_unref(p->program);
	p->program = next;
	struct subscribers *subscribers;
	char error[SETUP_ERROR];
	if (setup_subscribers(next, &subscribers, error)) {
		subscribers_free(p->subscribers);
		p->subscribers = subscribers;
	} else {
		log_error("%s", error);
	}
	for (int i = 0; i < p->workers; i++)
		tell_child(&p->child[i], &program, p->reload.program);
}

static void finish_reload(struct parent *p)
{
	char *messages;
	const struct program *next = reload_finish(&p->reload, &messages);
	log_messages(next ? LOG_LEVEL_WARN : LOG_LEVEL_ERROR, messages);
	if (p->reloader && messages)
		control_add(p->reloader, slice_of(messages));
	if (next) {
		use_program(p, next);
		log_notice("%s reloaded", p->options->name);
		answer_reloader(p, "ok\n");
	} else {
		log_error("%s has errors: the running script is kept", p->options->name);
		answer_reloader(p, "error: the running script is kept\n");
	}
	if (p->reload.program >= 0)
		close(p->reload.program);
	free(messages);
	notify("READY=1");
	if (p->reload_again) {
		p->reload_again = false;
		start_reload(p);
	}
}

/* ---- stopping ---- */

static void stop(struct parent *p, const char *why)
{
	if (p->phase > PHASE_SERVING)
		return;
	log_notice("%s: stopping", why);
	notify("STOPPING=1");
	p->phase = PHASE_STOPPING_WORKERS;
	p->deadline = p->now + STOP_MS;
	signal_children(p, 0, p->workers - 1, SIGTERM);
}

/* Goes from one phase to the next when it is time: the keeper ends last, with all changes made. */
static void next_phase(struct parent *p)
{
	if (p->phase == PHASE_STARTING) {
		for (int i = 0; i <= p->workers; i++)
			if (!p->child[i].ready)
				return;
		p->phase = PHASE_SERVING;
		log_notice("serving %s with %d worker%s", p->options->name, p->workers,
			p->workers == 1 ? "" : "s");
		notify("READY=1\nSTATUS=serving");
	}
	if (p->phase == PHASE_STOPPING_WORKERS && !any_child(p, 0, p->workers - 1)) {
		p->phase = PHASE_STOPPING_KEEPER;
		p->deadline = p->now + STOP_MS;
		signal_children(p, p->workers, p->workers, SIGTERM);
	}
	if (p->phase == PHASE_STOPPING_KEEPER && !any_child(p, 0, p->workers))
		p->phase = PHASE_ENDED;
}

/* ---- commands ---- */

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
	control_print(peer, "state_dir %.*s\nlocation %.*s\nworkers %d of %d\nkeeper %s\ntransactions %llu\n",
		SLICE_FMT(p->location.state_dir), SLICE_FMT(p->location.backend), alive, p->workers,
		keeper_of(p)->pid ? "up" : "down", (unsigned long long)busy);
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
	struct order order = { .kind = ORDER_LOG_LEVEL, .value = level };
	log_set_level((enum log_level)level);
	for (int i = 0; i < p->workers; i++)
		tell_child(&p->child[i], &order, -1);
	control_print(peer, "ok\n");
}

static void command_stop(struct parent *p, struct control_peer *peer, struct slice argument)
{
	(void)argument;
	control_print(peer, "ok\n");
	stop(p, "asked by sipctl");
}

static void command_reload(struct parent *p, struct control_peer *peer, struct slice argument)
{
	(void)argument;
	if (p->reloader || p->phase != PHASE_SERVING) {
		control_print(peer, "error: another one waits for a reload\n");
		return;
	}
	p->reloader = peer;
	start_reload(p);
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
		let_go(p, -1);
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

static void run_command(void *user, struct control_peer *peer, struct slice line)
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

/* ---- supervising ---- */

static void reap(struct parent *p)
{
	int status;
	pid_t pid;
	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		if (pid == p->reload.pid)
			finish_reload(p);
		if (pid == p->inquiry)
			p->inquiry = 0;
		for (int i = 0; i <= p->workers; i++)
			if (p->child[i].pid == pid)
				child_gone(p, &p->child[i], status);
	}
}

static void read_signals(struct parent *p)
{
	struct signalfd_siginfo s;
	bool died = false;
	while (read(p->signals, &s, sizeof s) == sizeof s) {
		if (s.ssi_signo == SIGTERM || s.ssi_signo == SIGINT)
			stop(p, s.ssi_signo == SIGTERM ? "SIGTERM" : "SIGINT");
		else if (s.ssi_signo == SIGHUP && p->phase == PHASE_SERVING)
			start_reload(p);
		else if (s.ssi_signo == SIGCHLD)
			died = true;
	}
	if (died)
		reap(p);
}

static void read_orders(struct child *c)
{
	struct order order;
	int passed;
	while (c->orders >= 0 && order_receive(c->orders, &order, &passed) > 0) {
		c->ready = c->ready || order.kind == ORDER_READY;
		if (passed >= 0)
			close(passed);
	}
}

static void start_due(struct parent *p)
{
	for (int i = 0; i <= p->workers; i++) {
		struct child *c = &p->child[i];
		if (p->phase != PHASE_SERVING || c->pid || p->now < c->due)
			continue;
		start_child(p, c);
		c->restarts++;
		log_notice("%s started again (pid %d)", c->name, (int)c->pid);
	}
}

/* Wakes every worker and looks whether it did anything since the last time; one that hangs is replaced. */
static void look_at_workers(struct parent *p)
{
	p->next_look = p->now + ROUND_MS;
	poison_expire(&p->poison, p->shared, p->now);
	for (int i = 0; i < p->workers && p->phase == PHASE_SERVING; i++) {
		struct child *c = &p->child[i];
		uint64_t round = atomic_load(&p->shared->worker[i].rounds);
		if (round != c->round || !c->pid) {
			c->round = round;
			c->round_since = p->now;
		} else if (p->now - c->round_since > STUCK_MS) {
			log_error("%s (pid %d) hangs: it is replaced", c->name, (int)c->pid);
			(void)kill(c->pid, SIGKILL);
			c->round_since = p->now;
		}
		(void)eventfd_write(p->wake[i], 1);
	}
}

static void keep_deadlines(struct parent *p)
{
	reload_expire(&p->reload, p->now);
	start_due(p);
	if (p->now >= p->next_look)
		look_at_workers(p);
	if (p->phase == PHASE_SERVING || p->now < p->deadline)
		return;
	if (p->phase == PHASE_STARTING) {
		log_error("the server did not start within %d seconds", START_MS / 1000);
		p->status = 3;
		p->phase = PHASE_STOPPING_WORKERS;
	}
	signal_children(p, 0, p->phase == PHASE_STOPPING_WORKERS ? p->workers - 1 : p->workers, SIGKILL);
	p->deadline = p->now + STOP_MS;
}

/* Milliseconds until the next deadline. */
static int patience(const struct parent *p)
{
	uint64_t next = p->next_look;
	if (p->phase != PHASE_SERVING && p->deadline < next)
		next = p->deadline;
	if (p->reload.pid && p->reload.deadline < next)
		next = p->reload.deadline;
	for (int i = 0; i <= p->workers && p->phase == PHASE_SERVING; i++)
		if (!p->child[i].pid && p->child[i].due < next)
			next = p->child[i].due;
	return next <= p->now ? 0 : (int)(next - p->now);
}

static void one_round(struct parent *p)
{
	struct pollfd poll_for[CHILDREN + CONTROL_PEERS + 3];
	int n = 0;
	poll_for[n++] = (struct pollfd){ .fd = p->signals, .events = POLLIN };
	for (int i = 0; i <= p->workers; i++)
		poll_for[n++] = (struct pollfd){ .fd = p->child[i].ready ? -1 : p->child[i].orders,
			.events = POLLIN };
	int first = n;
	n += control_poll(p->control, poll_for + first);
	if (poll(poll_for, (nfds_t)n, patience(p)) < 0 && errno != EINTR)
		fatal("poll: %s", strerror(errno));
	p->now = reality_now();
	read_signals(p);
	for (int i = 0; i <= p->workers; i++)
		if (!p->child[i].ready)
			read_orders(&p->child[i]);
	if (p->control)
		control_polled(p->control, poll_for + first, n - first);
	keep_deadlines(p);
	next_phase(p);
}

/* ---- starting ---- */

/* A socket for each listener and worker may be more than the soft limit allows. */
static void allow_descriptors(void)
{
	struct rlimit limit;
	if (getrlimit(RLIMIT_NOFILE, &limit) < 0 || limit.rlim_cur == limit.rlim_max)
		return;
	limit.rlim_cur = limit.rlim_max;
	(void)setrlimit(RLIMIT_NOFILE, &limit);
}

/* Looks whether every address is free before any of them is taken: SO_REUSEPORT alone would share a port with another server of the same user. */
static bool open_sockets(struct parent *p)
{
	char error[SETUP_ERROR], text[ADDRESS_TEXT];
	if (!setup_listeners(p->arena, p->program, &p->site, error)) {
		log_error("%s", error);
		return false;
	}
	int listeners = p->site.listener_count;
	allow_descriptors();
	p->sockets = ARENA_ARRAY(p->arena, int, p->workers *listeners);
	for (int l = 0; l < listeners; l++) {
		const struct address *a = &p->site.listeners[l].address;
		int failed = udp_probe(a, true);
		address_text(a, text);
		if (failed) {
			log_error("listen udp:%s: %s", text,
				failed == EADDRINUSE ? "another program has this port" : strerror(failed));
			return false;
		}
	}
	for (int i = 0; i < p->workers * listeners; i++) {
		const struct address *a = &p->site.listeners[i % listeners].address;
		p->sockets[i] = udp_open(a);
		if (p->sockets[i] < 0) {
			address_text(a, text);
			log_error("listen udp:%s: %s", text, strerror(errno));
			return false;
		}
	}
	return true;
}

/* The control socket is not needed to serve: without a word about it in the script, its failure is only a warning. */
static bool open_control(struct parent *p)
{
	char path[PATH_MAX], error[CONTROL_ERROR];
	bool taken;
	struct slice text = program_text(p->program, PARAMETER_control);
	if (text.len == 0)
		return true;
	snprintf(path, sizeof path, "%.*s", SLICE_FMT(text));
	p->control = control_open(path, p->change_user ? p->user : (uid_t)-1,
		p->change_user ? p->group : (gid_t)-1, run_command, p, error, &taken);
	if (p->control)
		return true;
	if (program_given(p->program, PARAMETER_control)) {
		log_error("%s", error);
		return false;
	}
	log_warn("%s; sipctl cannot be used", error);
	return true;
}

static bool drop_privileges(struct parent *p)
{
	if (!p->change_user)
		return true;
	if (setgroups(0, NULL) == 0 && setgid(p->group) == 0 && setuid(p->user) == 0)
		return true;
	log_error("user %.*s: %s", SLICE_FMT(program_text(p->program, PARAMETER_user)), strerror(errno));
	return false;
}

static bool catch_signals(struct parent *p)
{
	static const int numbers[] = { SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGUSR1 };
	sigset_t set;
	sigemptyset(&set);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		sigaddset(&set, numbers[i]);
	(void)signal(SIGPIPE, SIG_IGN);
	sigprocmask(SIG_BLOCK, &set, NULL);
	p->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	return p->signals >= 0;
}

/* All that is shared between processes, and descriptors that survive them. */
static bool open_shared(struct parent *p)
{
	char error[LOCATION_ERROR];
	struct hash_key key;
	if (getrandom(&key, sizeof key, 0) == sizeof key)
		p->shared = shared_new(p->workers, &key);
	if (!p->shared) {
		log_error("shared memory: %s", strerror(errno));
		return false;
	}
	p->channels = channels_new(p->workers + 1, error);
	if (!p->channels) {
		log_error("%s", error);
		return false;
	}
	for (int i = 0; i < p->workers; i++) {
		p->wake[i] = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
		if (p->wake[i] < 0) {
			log_error("eventfd: %s", strerror(errno));
			return false;
		}
	}
	return true;
}

static bool open_state(struct parent *p)
{
	char error[SETUP_ERROR];
	if (!setup_subscribers(p->program, &p->subscribers, error) ||
		!setup_keys(p->program, &p->site, error)) {
		log_error("%s", error);
		return false;
	}
	setup_location(p->program, &p->location);
	p->lock = location_prepare(&p->location, error);
	if (p->lock < 0) {
		log_error("%s", error);
		return false;
	}
	p->location_prepared = true;
	return true;
}

static bool make_state_dir(struct parent *p)
{
	char error[SETUP_ERROR];
	uid_t user = (uid_t)-1;
	gid_t group = (gid_t)-1;
	bool well = setup_user(p->program, &p->change_user, &p->user, &p->group, error);
	if (well && p->change_user) {
		user = p->user;
		group = p->group;
	}
	well = well && setup_state_dir(p->program, user, group, error);
	if (!well)
		log_error("%s", error);
	return well;
}

static bool start(struct parent *p)
{
	p->workers = setup_workers(p->program);
	for (int i = 0; i < p->workers; i++)
		child_init(&p->child[i], i);
	child_init(keeper_of(p), -1);
	if (!open_sockets(p) || !make_state_dir(p) || !open_control(p) || !drop_privileges(p) ||
		!open_state(p) || !open_shared(p))
		return false;
	if (!catch_signals(p)) {
		log_error("signals: %s", strerror(errno));
		return false;
	}
	char text[ADDRESS_TEXT];
	for (int l = 0; l < p->site.listener_count; l++) {
		address_text(&p->site.listeners[l].address, text);
		log_notice("listening on udp:%s", text);
	}
	log_notice("state in %.*s", SLICE_FMT(p->location.state_dir));
	p->now = p->started = reality_now();
	p->next_look = p->now + ROUND_MS;
	p->deadline = p->now + START_MS;
	start_child(p, keeper_of(p));
	for (int i = 0; i < p->workers; i++)
		start_child(p, &p->child[i]);
	return true;
}

static void end(struct parent *p)
{
	if (p->inquiry)
		(void)kill(p->inquiry, SIGKILL);
	if (p->reload.pid)
		(void)kill(p->reload.pid, SIGKILL);
	control_close(p->control, true);
	if (p->location_prepared)
		location_discard(&p->location);
	if (p->channels)
		channels_free(p->channels);
	subscribers_free(p->subscribers);
	program_unref(p->program);
	arena_free(p->arena);
}

int parent_run(const struct parent_options *o)
{
	struct parent *p = calloc(1, sizeof *p);
	if (!p)
		fatal("out of memory");
	p->options = o;
	p->program = program_ref(o->program);
	p->arena = arena_new(0);
	p->status = 3;
	if (start(p)) {
		p->status = 0;
		while (p->phase != PHASE_ENDED)
			one_round(p);
		log_notice("stopped");
	}
	int status = p->status;
	end(p);
	free(p);
	return status;
}
