/* prober: probes and their answers.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/prober.h"
#include "base/log.h"
#include "base/world.h"
#include "farm/seal.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { CALL_ID = 32 };

struct target {
	struct address address;
	const struct farm *farm; /* NULL: of a set */
	struct health_rules rules;
	int slot, fd;
	struct health health;
	char call_id[CALL_ID + 1]; /* of the probe that waits */
	uint64_t sent_us;
	uint64_t refused; /* the last refusal of real traffic that was seen */
};

struct prober {
	struct world *world;
	const struct site *site;
	const struct fleet *fleet;
	struct target *targets;
	int count;
};

struct prober *prober_new(struct world *world, const struct site *site)
{
	struct prober *p = calloc(1, sizeof *p);
	if (!p)
		fatal("out of memory");
	p->world = world;
	p->site = site;
	return p;
}

static void close_targets(struct target *targets, int count)
{
	for (int i = 0; i < count; i++)
		if (targets[i].fd >= 0)
			close(targets[i].fd);
	free(targets);
}

void prober_free(struct prober *p)
{
	if (!p)
		return;
	close_targets(p->targets, p->count);
	free(p);
}

/* ---- who is probed ---- */

static void add(struct prober *p, const struct address *address, int slot, const struct farm *farm,
	const struct health_rules *rules)
{
	for (int i = 0; i < p->count; i++)
		if (p->targets[i].slot == slot)
			return;
	if (slot < 0)
		return;
	p->targets[p->count++] =
		(struct target){ .address = *address, .farm = farm, .rules = *rules, .slot = slot, .fd = -1 };
}

static void collect(struct prober *p)
{
	const struct fleet *f = p->fleet;
	int most = 0;
	for (int i = 0; f && i < f->farm_count; i++)
		most += f->farms[i].member_count;
	for (int i = 0; f && i < f->set_count; i++)
		most += f->sets[i].count;
	p->count = 0;
	p->targets = calloc((size_t)most + 1, sizeof *p->targets);
	if (!p->targets)
		fatal("out of memory");
	for (int i = 0; f && i < f->farm_count; i++)
		for (int m = 0; m < f->farms[i].member_count; m++)
			if (!f->farms[i].members[m].self)
				add(p, &f->farms[i].members[m].address, f->farms[i].members[m].slot,
					&f->farms[i], &f->farms[i].rules);
	for (int i = 0; f && i < f->set_count; i++)
		for (int m = 0; m < f->sets[i].count && f->sets[i].probes; m++)
			add(p, &f->sets[i].members[m].address, f->sets[i].members[m].slot, NULL,
				&f->sets[i].rules);
}

void prober_use(struct prober *p, const struct fleet *fleet)
{
	struct target *before = p->targets;
	int count = p->count;
	uint64_t now = p->world->now(p->world);
	p->fleet = fleet;
	collect(p);
	for (int i = 0; i < p->count; i++) {
		struct target *t = &p->targets[i];
		struct health_slot *slot = &fleet->shared->health.slot[t->slot];
		/* a prober that was started again goes on with what its predecessor knew */
		t->health.state = (enum health_state)atomic_load(&slot->state);
		/* refusals from before its last good answer are over */
		t->refused = atomic_load(&slot->refused);
		if (t->refused >= atomic_load(&slot->answered))
			t->refused = 0;
		t->health.due = now + t->rules.interval * (uint64_t)i / (uint64_t)p->count;
		for (int k = 0; k < count; k++)
			if (before[k].slot == t->slot)
				t->health = before[k].health;
		t->health.sent = 0;
	}
	close_targets(before, count);
}

/* ---- states ---- */

static void publish(struct prober *p, struct target *t, enum health_event event)
{
	struct health_slot *slot = &p->fleet->shared->health.slot[t->slot];
	uint64_t now = p->world->now(p->world);
	char text[ADDRESS_TEXT];
	bool changed = health_step(&t->health, &t->rules, event, now);
	if (t->health.state == HEALTH_UP && event == HEALTH_ANSWERED)
		atomic_store(&slot->answered, now);
	atomic_store(&slot->latency, t->health.latency);
	atomic_store(&slot->state, (uint32_t)t->health.state);
	if (!changed || t->health.state == HEALTH_SUSPECT)
		return;
	struct slice at = address_text(&t->address, text);
	log_notice("%s udp:%.*s is %s", t->farm ? "server" : "destination", SLICE_FMT(at),
		health_name(t->health.state));
}

/* What real traffic showed workers counts here too: it takes `rise` answers to be up again. */
static void hear_workers(struct prober *p, struct target *t)
{
	uint64_t refused = atomic_load(&p->fleet->shared->health.slot[t->slot].refused);
	if (refused == t->refused)
		return;
	t->refused = refused;
	if (refused)
		publish(p, t, HEALTH_REFUSED);
}

/* ---- probes ---- */

static uint64_t microseconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

/* Binds FD to the host of the listener that faces the target: firewalls and the other server know that one. */
static void bind_to_listener(const struct prober *p, const struct target *t, int fd)
{
	struct sockaddr_storage to;
	int preferred = -1;
	for (int i = 0; t->farm && t->farm->self >= 0 && i < p->site->listener_count; i++)
		if (address_equal(&p->site->listeners[i].address, &t->farm->members[t->farm->self].address))
			preferred = i;
	int listener = site_listener_for(p->site, &t->address, preferred);
	if (listener < 0)
		return;
	struct address from = p->site->listeners[listener].address;
	from.port = 0;
	socklen_t len = address_to_sockaddr(&from, &to);
	if (bind(fd, (struct sockaddr *)&to, len) < 0)
		log_debug("a probe cannot be bound: %s", strerror(errno));
}

static bool open_target(const struct prober *p, struct target *t)
{
	struct sockaddr_storage to;
	socklen_t len = address_to_sockaddr(&t->address, &to);
	t->fd = socket(to.ss_family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (t->fd < 0)
		return false;
	bind_to_listener(p, t, t->fd);
	if (connect(t->fd, (struct sockaddr *)&to, len) == 0)
		return true;
	close(t->fd);
	t->fd = -1;
	return false;
}

static struct slice print_probe(const struct target *t, char *text, size_t size)
{
	struct sockaddr_storage from;
	struct address local = { 0 };
	socklen_t len = sizeof from;
	char here[ADDRESS_TEXT], there[ADDRESS_TEXT], seal[512], header[600] = "";
	if (getsockname(t->fd, (struct sockaddr *)&from, &len) == 0)
		address_from_sockaddr(&from, &local);
	struct slice me = address_text(&local, here), it = address_text(&t->address, there);
	struct slice call_id = slice(t->call_id, CALL_ID);
	if (t->farm) {
		struct slice s = seal_probe(t->farm->secret, t->farm->name, call_id, seal, sizeof seal);
		snprintf(header, sizeof header, SEAL_HEADER ": %.*s\r\n", SLICE_FMT(s));
	}
	int n = snprintf(text, size,
		"OPTIONS sip:%.*s SIP/2.0\r\nVia: SIP/2.0/UDP %.*s;rport;branch=z9hG4bKp%.*s\r\n"
		"Max-Forwards: 70\r\nFrom: <sip:probe@%.*s>;tag=%.8s\r\nTo: <sip:%.*s>\r\nCall-ID: %.*s\r\n"
		"CSeq: 1 OPTIONS\r\n%sContent-Length: 0\r\n\r\n",
		SLICE_FMT(it), SLICE_FMT(me), SLICE_FMT(call_id), SLICE_FMT(me), t->call_id, SLICE_FMT(it),
		SLICE_FMT(call_id), header);
	return slice(text, n > 0 && (size_t)n < size ? (size_t)n : 0);
}

static void send_probe(struct prober *p, struct target *t)
{
	unsigned char random[CALL_ID / 2];
	char text[2048];
	uint64_t now = p->world->now(p->world);
	t->health.due = now + t->rules.interval;
	if (t->fd < 0 && !open_target(p, t)) {
		publish(p, t, HEALTH_MISSED);
		return;
	}
	p->world->random(p->world, random, sizeof random);
	for (size_t i = 0; i < sizeof random; i++)
		snprintf(t->call_id + 2 * i, 3, "%02x", random[i]);
	struct slice probe = print_probe(t, text, sizeof text);
	t->health.sent = now;
	t->sent_us = microseconds();
	if (send(t->fd, probe.at, probe.len, 0) >= 0)
		return;
	t->health.sent = 0;
	publish(p, t, errno == ECONNREFUSED ? HEALTH_REFUSED : HEALTH_MISSED);
}

/* What the datagram ANSWER says of T; false when it is no final reply to the probe that waits. */
static bool understand(const struct target *t, struct slice answer, enum health_event *event)
{
	uint64_t status;
	if (!t->health.sent || answer.len < 12 || !slice_starts(answer, SLICE("SIP/2.0 ")) ||
		!slice_number(slice(answer.at + 8, 3), &status) || status < 200 ||
		!memmem(answer.at, answer.len, t->call_id, CALL_ID))
		return false;
	if (t->farm)
		/* what answers otherwise does not know our secret */
		*event = status == 200 ? HEALTH_ANSWERED : status == 503 ? HEALTH_NOT_YET : HEALTH_MISSED;
	else
		*event = status == 408 || status == 503 ? HEALTH_MISSED : HEALTH_ANSWERED;
	return true;
}

static void read_answers(struct prober *p, struct target *t)
{
	char text[4096];
	enum health_event event;
	while (t->fd >= 0) {
		ssize_t n = recv(t->fd, text, sizeof text, 0);
		if (n < 0) {
			if (errno != ECONNREFUSED)
				return;
			t->health.sent = 0;
			publish(p, t, HEALTH_REFUSED);
			continue;
		}
		if (!understand(t, slice(text, (size_t)n), &event))
			continue;
		t->health.sent = 0;
		health_measured(&t->health, (uint32_t)(microseconds() - t->sent_us));
		publish(p, t, event);
	}
}

/* ---- time ---- */

static uint64_t next_of(const struct target *t)
{
	uint64_t miss = t->health.sent ? t->health.sent + t->rules.timeout : UINT64_MAX;
	return miss < t->health.due ? miss : t->health.due;
}

void prober_run(struct prober *p)
{
	for (int i = 0; i < p->count; i++) {
		struct target *t = &p->targets[i];
		read_answers(p, t);
		hear_workers(p, t);
		uint64_t now = p->world->now(p->world);
		if (t->health.sent && now - t->health.sent >= t->rules.timeout) {
			t->health.sent = 0;
			publish(p, t, HEALTH_MISSED);
		}
		if (now >= t->health.due) {
			if (t->health.sent) { /* the interval is shorter than the timeout */
				t->health.sent = 0;
				publish(p, t, HEALTH_MISSED);
			}
			send_probe(p, t);
		}
	}
}

uint64_t prober_next(const struct prober *p)
{
	uint64_t next = UINT64_MAX;
	for (int i = 0; i < p->count; i++)
		if (next_of(&p->targets[i]) < next)
			next = next_of(&p->targets[i]);
	return next;
}

int prober_poll(const struct prober *p, struct pollfd *poll, int most)
{
	int n = 0;
	for (int i = 0; i < p->count && n < most; i++)
		if (p->targets[i].fd >= 0)
			poll[n++] = (struct pollfd){ .fd = p->targets[i].fd, .events = POLLIN };
	return n;
}
