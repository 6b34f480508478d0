/* parent: starting, supervising, reloading, stopping.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/subscribers.h"
#include "lang/program.h"
#include "server/farmer.h"
#include "server/muster.h"
#include "server/notify.h"
#include "server/order.h"
#include "server/reality.h"
#include "server/setup.h"
#include "server/state.h"
#include "server/worker.h"
#include "sip/replay.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	START_MS = 20000, /* all children must serve by then */
	STOP_MS = 2000,   /* and have ended by then */
	ROUND_MS = 2000,  /* between two looks at the workers */
	STUCK_MS = 8000,  /* a worker that makes no round for so long is replaced */
	POISON_FILES = 8,
};

/* ---- children ---- */

void parent_let_go(struct parent *p, int worker)
{
	close(p->signals);
	control_close(p->control, false);
	if (p->reload.pid)
		close(p->reload.orders);
	for (int i = 0; i < p->children; i++)
		if (p->child[i].orders >= 0)
			close(p->child[i].orders);
	for (int i = 0; i < p->workers; i++)
		for (int l = 0; l < p->site.listener_count && i != worker; l++)
			close(parent_sockets(p, i)[l]);
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

static int run_farmer(struct parent *p, int orders, int signals)
{
	struct farmer_options o = {
		.program = p->program,
		.site = &p->site,
		.location = &p->location,
		.channels = p->channels,
		.channel = parent_farmer_channel(p),
		.shared = &p->shared->fleet,
		.parent = orders,
		.signals = signals,
	};
	return farmer_run(&o);
}

static int run_worker(struct parent *p, int number, int orders, int signals)
{
	struct worker_options o = {
		.number = number,
		.shared = p->shared,
		.site = &p->site,
		.program = p->program,
		.subscribers = p->subscribers,
		.replays = p->replays,
		.sockets = parent_sockets(p, number),
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
		parent_let_go(p, c->number);
		exit(c->number == CHILD_KEEPER      ? run_keeper(p, orders, signals)
			: c->number == CHILD_FARMER ? run_farmer(p, orders, signals)
						    : run_worker(p, c->number, orders, signals));
	}
	if (pid > 0)
		return;
	log_error("%s cannot be started: %s", c->name, strerror(errno));
	c->due = p->now + 1000;
}

static void tell_child(struct child *c, const struct order *order, int pass)
{
	if (c->orders < 0 || order_send(c->orders, order, pass))
		return;
	log_warn("%s (pid %d) takes no orders: it is replaced", c->name, (int)c->pid);
	(void)kill(c->pid, SIGKILL);
}

/* The children that take orders: all but the keeper. */
static void tell_all(struct parent *p, const struct order *order, int pass)
{
	for (int i = 0; i < p->children; i++)
		if (i != p->workers)
			tell_child(&p->child[i], order, pass);
}

void parent_log_level(struct parent *p, enum log_level level)
{
	struct order order = { .kind = ORDER_LOG_LEVEL, .value = (int32_t)level };
	log_set_level(level);
	tell_all(p, &order, -1);
}

/* The farmer is there when the script has a farm or set; one that is no longer needed does no harm. */
static bool add_farmer(struct parent *p)
{
	if (p->children > p->workers + 1 || !muster_needed(p->program))
		return false;
	child_init(&p->child[p->children++], CHILD_FARMER);
	return true;
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
		signal_children(p, 0, p->children - 1, SIGTERM);
		return;
	}
	if (p->phase != PHASE_SERVING && clean)
		return;
	if (worker)
		find_cause(p, c, text, sizeof text);
	log_error("%s", text);
}

/* ---- reloading ---- */

/* Who asked while another reload was under way waits for the next one. */
static void answer_reloader(struct parent *p, const char *messages, const char *text)
{
	if (!p->reloader || p->reload_again)
		return;
	control_add(p->reloader, slice_of(messages));
	control_print(p->reloader, "%s", text);
	control_done(p->reloader);
	p->reloader = NULL;
}

void parent_reload(struct parent *p)
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
	answer_reloader(p, "", "error: cannot start the compiler\n");
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
	struct slice fixed = setup_fixed(p->arena, p->program, next);
	if (fixed.len)
		log_warn("reload: a change of %.*s needs a restart", SLICE_FMT(fixed));
	if (program_int(p->program, PARAMETER_log_level) != program_int(next, PARAMETER_log_level))
		parent_log_level(p, (enum log_level)program_int(next, PARAMETER_log_level));
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
	tell_all(p, &program, p->reload.program);
	if (add_farmer(p))
		start_child(p, &p->child[p->children - 1]);
}

static void finish_reload(struct parent *p)
{
	char *messages;
	const struct program *next = reload_finish(&p->reload, &messages);
	log_messages(next ? LOG_LEVEL_WARN : LOG_LEVEL_ERROR, messages);
	if (next) {
		use_program(p, next);
		log_notice("%s reloaded", p->options->name);
		answer_reloader(p, messages, "ok\n");
	} else {
		log_error("%s has errors: the running script is kept", p->options->name);
		answer_reloader(p, messages, "error: the running script is kept\n");
	}
	if (p->reload.program >= 0)
		close(p->reload.program);
	free(messages);
	notify("READY=1");
	if (p->reload_again) {
		p->reload_again = false;
		parent_reload(p);
	}
}

/* ---- stopping ---- */

void parent_stop(struct parent *p, const char *why)
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
		for (int i = 0; i < p->children; i++)
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
		signal_children(p, p->workers, p->children - 1, SIGTERM);
	}
	if (p->phase == PHASE_STOPPING_KEEPER && !any_child(p, 0, p->children - 1))
		p->phase = PHASE_ENDED;
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
		for (int i = 0; i < p->children; i++)
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
			parent_stop(p, s.ssi_signo == SIGTERM ? "SIGTERM" : "SIGINT");
		else if (s.ssi_signo == SIGHUP && p->phase == PHASE_SERVING)
			parent_reload(p);
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
	for (int i = 0; i < p->children; i++) {
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
	signal_children(p, 0, p->phase == PHASE_STOPPING_WORKERS ? p->workers - 1 : p->children - 1, SIGKILL);
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
	for (int i = 0; i < p->children && p->phase == PHASE_SERVING; i++)
		if (!p->child[i].pid && p->child[i].due < next)
			next = p->child[i].due;
	return next <= p->now ? 0 : (int)(next - p->now);
}

static void one_round(struct parent *p)
{
	struct pollfd poll_for[CHILDREN + CONTROL_PEERS + 3];
	int n = 0;
	poll_for[n++] = (struct pollfd){ .fd = p->signals, .events = POLLIN };
	for (int i = 0; i < p->children; i++)
		poll_for[n++] = (struct pollfd){ .fd = p->child[i].ready ? -1 : p->child[i].orders,
			.events = POLLIN };
	int first = n;
	n += control_poll(p->control, poll_for + first);
	if (poll(poll_for, (nfds_t)n, patience(p)) < 0 && errno != EINTR)
		fatal("poll: %s", strerror(errno));
	p->now = reality_now();
	read_signals(p);
	for (int i = 0; i < p->children; i++)
		if (!p->child[i].ready)
			read_orders(&p->child[i]);
	if (p->control)
		control_polled(p->control, poll_for + first, n - first);
	keep_deadlines(p);
	next_phase(p);
}

/* ---- beginning and end ---- */

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

static bool start(struct parent *p)
{
	p->workers = setup_workers(p->program);
	for (int i = 0; i < p->workers; i++)
		child_init(&p->child[i], i);
	child_init(parent_keeper(p), CHILD_KEEPER);
	p->children = p->workers + 1;
	(void)add_farmer(p);
	if (!open_all(p))
		return false;
	/* before the first child: whom the script names from the beginning is taken to be well until shown otherwise */
	struct arena *arena = arena_new(0);
	(void)muster(arena, p->program, &p->site, &p->shared->fleet);
	arena_free(arena);
	atomic_store(&p->shared->fleet.settled, 1);
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
	start_child(p, parent_keeper(p));
	for (int i = 0; i < p->children; i++)
		if (i != p->workers)
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
	replays_free(p->replays);
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
