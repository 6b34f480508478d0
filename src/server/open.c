/* open: sockets, directories, memory and descriptors that outlive any child.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/program.h"
#include "server/setup.h"
#include "server/state.h"
#include "server/udp.h"
#include "sip/replay.h"
#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* Uses of nonces that are remembered: within the five minutes that a nonce lives, a thousand a second. */
enum { REPLAYS = 300000 };

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
		p->change_user ? p->group : (gid_t)-1, command_run, p, error, &taken);
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
	p->replays = replays_new(&key, REPLAYS, (uint64_t)time(NULL) * 1000);
	if (!p->replays) {
		log_error("shared memory: %s", strerror(errno));
		return false;
	}
	p->channels = channels_new(p->workers + 2, error);
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
	if (p->location.redis)
		log_notice("registrations in %s", p->location.name);
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

bool open_all(struct parent *p)
{
	return open_sockets(p) && make_state_dir(p) && open_control(p) && drop_privileges(p) &&
	       open_state(p) && open_shared(p);
}
