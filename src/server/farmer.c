/* farmer: waits for probes' answers, peers, orders and deadlines.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/farmer.h"
#include "base/log.h"
#include "lang/program.h"
#include "server/muster.h"
#include "server/order.h"
#include "server/prober.h"
#include "server/reality.h"
#include "server/replica.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { POLLED = 1024, OWN = 3 /* orders, signals, answers of the keeper */ };

struct farmer {
	const struct farmer_options *options;
	struct reality reality;
	struct timers timers;
	struct location *location;
	struct prober *prober;
	struct replica *replica;
	const struct program *program;
	struct arena *arena, *old_arena; /* of the fleet, and of the one before */
	const struct fleet *fleet;
	bool stop;
};

static void use_program(struct farmer *f, const struct program *p)
{
	arena_free(f->old_arena);
	f->old_arena = f->arena;
	f->arena = arena_new(0);
	f->fleet = muster(f->arena, p, f->options->site, f->options->shared);
	prober_use(f->prober, f->fleet);
	replica_use(f->replica, f->fleet);
	program_unref(f->program);
	f->program = p;
	for (int i = 0; f->fleet && i < f->fleet->farm_count; i++) {
		const struct farm *farm = &f->fleet->farms[i];
		if (farm->self < 0)
			log_notice("farm %.*s: none of its servers has an address of ours: this is a first "
				   "stage only",
				SLICE_FMT(farm->name));
		else if (farm->replication != FARM_NO_REPLICATION &&
			 slice_starts(program_text(p, PARAMETER_location), SLICE("redis")))
			log_warn("farm %.*s: registrations that Redis keeps are not replicated: replicate = "
				 "no says so",
				SLICE_FMT(farm->name));
	}
}

static void read_orders(struct farmer *f)
{
	struct order order;
	int passed, got;
	char error[PROGRAM_ERROR];
	while ((got = order_receive(f->options->parent, &order, &passed)) > 0) {
		const struct program *p = NULL;
		if (order.kind == ORDER_LOG_LEVEL)
			log_set_level((enum log_level)order.value);
		else if (order.kind == ORDER_PROGRAM && passed >= 0 && !(p = program_map(passed, error)))
			log_error("the new script cannot be loaded: %s", error);
		if (p)
			use_program(f, p);
		if (passed >= 0)
			close(passed);
	}
	if (got < 0)
		f->stop = true;
}

/* What this server is for itself: up, or still catching up. */
static void note_self(struct farmer *f)
{
	bool ready = atomic_load(&f->options->shared->ready);
	for (int i = 0; f->fleet && i < f->fleet->farm_count; i++)
		for (int m = 0; m < f->fleet->farms[i].member_count; m++) {
			const struct farm_member *member = &f->fleet->farms[i].members[m];
			if (member->self && member->slot >= 0)
				atomic_store(&f->options->shared->health.slot[member->slot].state,
					ready ? HEALTH_UP : HEALTH_JOINING);
		}
}

static int patience(struct farmer *f)
{
	uint64_t next = prober_next(f->prober), other = replica_next(f->replica),
		 timer = timer_next(&f->timers);
	uint64_t now = reality_now();
	next = other < next ? other : next;
	next = timer < next ? timer : next;
	return next <= now ? 0 : next - now > 1000 ? 1000 : (int)(next - now);
}

static void one_round(struct farmer *f)
{
	struct pollfd fds[POLLED];
	int n = OWN;
	fds[0] = (struct pollfd){ .fd = f->options->parent, .events = POLLIN };
	fds[1] = (struct pollfd){ .fd = f->options->signals, .events = POLLIN };
	fds[2] = (struct pollfd){ .fd = location_wake_fd(f->location), .events = POLLIN };
	n += prober_poll(f->prober, fds + n, POLLED - n);
	n += replica_poll(f->replica, fds + n, POLLED - n);
	if (poll(fds, (nfds_t)n, patience(f)) < 0 && errno != EINTR)
		fatal("poll: %s", strerror(errno));
	reality_update(&f->reality);
	if (fds[0].revents)
		read_orders(f);
	if (fds[1].revents)
		f->stop = true;
	if (fds[2].revents & POLLIN)
		location_readable(f->location);
	timer_run(&f->timers, f->reality.now);
	prober_run(f->prober);
	replica_run(f->replica);
	location_flush(f->location);
	note_self(f);
}

static bool start(struct farmer *f)
{
	const struct farmer_options *o = f->options;
	char error[LOCATION_ERROR];
	reality_init(&f->reality, NULL);
	f->location = location_open(o->location, o->channel, &f->reality.world, &f->timers, error);
	if (!f->location) {
		log_error("%s", error);
		return false;
	}
	location_gather(f->location);
	f->prober = prober_new(&f->reality.world, o->site);
	f->replica = replica_new(
		&(struct replica_options){ &f->reality.world, f->location, o->channels, o->shared });
	use_program(f, program_ref(o->program));
	note_self(f);
	return true;
}

static void end(struct farmer *f)
{
	prober_free(f->prober);
	replica_free(f->replica);
	location_close(f->location);
	timers_free(&f->timers);
	arena_free(f->arena);
	arena_free(f->old_arena);
	program_unref(f->program);
}

int farmer_run(const struct farmer_options *o)
{
	static const struct order ready = { .kind = ORDER_READY };
	struct farmer f = { .options = o };
	bool started = start(&f) && order_send(o->parent, &ready, -1);
	while (started && !f.stop)
		one_round(&f);
	end(&f);
	return started ? 0 : 3;
}
