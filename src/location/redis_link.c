/* redis_link: hiredis on epoll, names, logins, and how often a lost connection is tried again.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/redis_link.h"
#include "base/log.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { EVENTS = 16, FIRST_REST_MS = 50, LONGEST_REST_MS = 2000, REUNION_MS = 20 };

/* One connection. It lives as long as hiredis' context; its link may have another one before that. */
struct redis_wire {
	struct redis_hub *hub;
	struct redis_link *link; /* NULL: given up */
	redisAsyncContext *context;
	struct redis_wire *next_unflushed;
	int fd;
	bool connected, unflushed;
	uint32_t events; /* what is waited for */
};

static uint64_t now(const struct redis_hub *h)
{
	return h->world->now(h->world);
}

static void note(struct redis_link *l, const char *why)
{
	/* from the network: one line, and not too much of it */
	size_t n = 0;
	for (; why[n] && n + 1 < sizeof l->why; n++)
		l->why[n] = (unsigned char)why[n] < 0x20 || why[n] == 0x7f ? '?' : why[n];
	l->why[n] = 0;
}

/* ---- rest and attempts ---- */

/* Twice as long each time, and between half and one and a half of that, so that not all come back at once. */
static uint64_t rest_of(struct redis_link *l)
{
	uint32_t chance;
	l->hub->world->random(l->hub->world, &chance, sizeof chance);
	if (!l->failures)
		return chance % REUNION_MS;
	uint64_t rest = (uint64_t)FIRST_REST_MS << (l->failures < 8 ? l->failures - 1 : 7);
	if (rest > LONGEST_REST_MS)
		rest = LONGEST_REST_MS;
	return rest / 2 + chance % rest;
}

/* The link has no connection any more, and no attempt is under way. */
static void rest(struct redis_link *l, bool was_ready)
{
	l->failures = was_ready ? 0 : l->failures + 1;
	l->pending = 0;
	l->greetings = 0;
	if (l->once) {
		l->state = REDIS_LINK_OFF;
		timer_cancel(l->hub->timers, &l->timer);
	} else {
		l->state = REDIS_LINK_RESTING;
		timer_set(l->hub->timers, &l->timer, now(l->hub) + rest_of(l));
	}
	l->changed(l, l->user);
}

/* Lets go of the connection; who waits for an answer on it gets NULL, now or when hiredis has returned. */
static void cut(struct redis_link *l)
{
	struct redis_wire *w = l->wire;
	if (l->resolving)
		l->hub->world->resolve_cancel(l->hub->world, l->resolving);
	l->resolving = NULL;
	l->wire = NULL;
	if (!w)
		return;
	w->link = NULL;
	redisAsyncFree(w->context);
}

void redis_link_fail(struct redis_link *l, const char *why)
{
	if (l->state == REDIS_LINK_OFF || l->state == REDIS_LINK_RESTING)
		return;
	note(l, why);
	bool was_ready = l->state == REDIS_LINK_READY;
	l->state = REDIS_LINK_OFF; /* what is answered NULL now must not come back here */
	cut(l);
	rest(l, was_ready);
}

static void await(struct redis_link *l, enum redis_link_state state)
{
	l->state = state;
	timer_set(l->hub->timers, &l->timer, now(l->hub) + REDIS_ANSWER_MS);
}

/* ---- hiredis' view of the loop ---- */

static void want(struct redis_wire *w, uint32_t events)
{
	struct epoll_event e = { .events = events, .data.ptr = w };
	if (w->events == events)
		return;
	w->events = events;
	(void)epoll_ctl(w->hub->epoll, EPOLL_CTL_MOD, w->fd, &e);
}

static void add_read(void *user)
{
	struct redis_wire *w = user;
	want(w, w->events | EPOLLIN);
}

static void del_read(void *user)
{
	struct redis_wire *w = user;
	want(w, w->events & ~(uint32_t)EPOLLIN);
}

/* Commands that are gathered go out together; the kernel is asked only when it took not all of them. */
static void add_write(void *user)
{
	struct redis_wire *w = user;
	if (!w->connected || !*w->hub->gathers || w->hub->writing == w) {
		want(w, w->events | EPOLLOUT);
	} else if (!w->unflushed) {
		w->unflushed = true;
		w->next_unflushed = w->hub->unflushed;
		w->hub->unflushed = w;
	}
}

static void del_write(void *user)
{
	struct redis_wire *w = user;
	want(w, w->events & ~(uint32_t)EPOLLOUT);
}

/* Nothing that is under way in the hub may find W when it is gone. */
static void forget_wire(struct redis_wire *w)
{
	struct redis_hub *h = w->hub;
	for (struct redis_wire **at = &h->unflushed; *at; at = &(*at)->next_unflushed)
		if (*at == w) {
			*at = w->next_unflushed;
			break;
		}
	if (h->writing == w)
		h->writing = NULL;
	for (int i = 0; i < h->event_count; i++)
		if (h->events[i].data.ptr == w)
			h->events[i].data.ptr = NULL;
}

/* The context ends: by our wish (then the link has let go of it), or because the connection is lost. */
static void cleanup(void *user)
{
	struct redis_wire *w = user;
	struct redis_link *l = w->link;
	const char *why = w->context->errstr;
	(void)epoll_ctl(w->hub->epoll, EPOLL_CTL_DEL, w->fd, NULL);
	forget_wire(w);
	w->context->data = NULL;
	free(w);
	if (!l)
		return;
	l->wire = NULL;
	note(l, why && why[0] ? why : "the connection was closed");
	rest(l, l->state == REDIS_LINK_READY);
}

void redis_hub_flush(struct redis_hub *h)
{
	while (h->unflushed) {
		struct redis_wire *w = h->unflushed;
		h->unflushed = w->next_unflushed;
		w->unflushed = false;
		h->writing = w;
		redisAsyncHandleWrite(w->context);
	}
	h->writing = NULL;
}

void redis_hub_readable(struct redis_hub *h)
{
	struct epoll_event events[EVENTS];
	int n = epoll_wait(h->epoll, events, EVENTS, 0);
	h->events = events;
	h->event_count = n > 0 ? n : 0;
	for (int i = 0; i < n; i++) {
		struct redis_wire *w = events[i].data.ptr;
		if (w && events[i].events & (EPOLLIN | EPOLLERR | EPOLLHUP) && w->connected)
			redisAsyncHandleRead(w->context);
		w = events[i].data.ptr;
		if (w && (events[i].events & EPOLLOUT || !w->connected))
			redisAsyncHandleWrite(w->context);
	}
	h->event_count = 0;
	h->events = NULL;
}

/* ---- connecting ---- */

static bool introduce(struct redis_link *l);

static void greeted(redisAsyncContext *ac, void *answer, void *user)
{
	struct redis_link *l = redis_link_answered(ac);
	const redisReply *r = answer;
	(void)user;
	if (!l || !r || l->state != REDIS_LINK_GREETING)
		return;
	if (r->type == REDIS_REPLY_ERROR) {
		/* the login is the master's; a sentinel gets it only when it asks for one */
		if (!l->once || l->introduced || strncmp(r->str, "NOAUTH", 6) != 0 || !introduce(l))
			redis_link_fail(l, r->str);
		return;
	}
	if (--l->greetings)
		return;
	if (l->master &&
		(r->type != REDIS_REPLY_ARRAY || !r->elements || r->element[0]->type != REDIS_REPLY_STRING ||
			strcmp(r->element[0]->str, "master") != 0)) {
		redis_link_fail(l, "it is not the master");
		return;
	}
	l->state = REDIS_LINK_READY;
	l->failures = 0;
	timer_cancel(l->hub->timers, &l->timer);
	l->changed(l, l->user);
}

static bool greet_with(struct redis_link *l, int argc, const char **argv)
{
	if (redisAsyncCommandArgv(l->wire->context, greeted, NULL, argc, argv, NULL) != REDIS_OK)
		return false;
	l->greetings++;
	return true;
}

static bool login(struct redis_link *l)
{
	const struct redis_address *a = l->hub->address;
	l->introduced = true;
	return greet_with(l, a->user[0] ? 3 : 2,
		(const char *[]){ "AUTH", a->user[0] ? a->user : a->password, a->password });
}

static bool introduce(struct redis_link *l)
{
	l->greetings = 0;
	return l->hub->address->password[0] && login(l) && greet_with(l, 1, (const char *[]){ "PING" });
}

/* The last one is answered by a server that can be used only: not by one that still loads, or wants a password. */
static void greet(struct redis_link *l)
{
	const struct redis_address *a = l->hub->address;
	char number[16];
	bool sent = true;
	await(l, REDIS_LINK_GREETING);
	l->introduced = false;
	if (!l->once && a->password[0])
		sent = login(l);
	if (sent && !l->once && a->database) {
		snprintf(number, sizeof number, "%d", a->database);
		sent = greet_with(l, 2, (const char *[]){ "SELECT", number });
	}
	if (sent)
		(void)greet_with(l, 1, (const char *[]){ l->master ? "ROLE" : "PING" });
	/* what could not be sent has no answer: the deadline ends it, since a context must not be freed from its connect callback */
}

static void connected(const redisAsyncContext *ac, int status)
{
	struct redis_wire *w = ac->data;
	if (status != REDIS_OK || !w->link)
		return; /* cleanup follows */
	w->connected = true;
	greet(w->link);
}

static redisAsyncContext *open_context(const struct redis_host *h, const struct address *a)
{
	char text[ADDRESS_TEXT];
	if (!h->port)
		return redisAsyncConnectUnix(h->name);
	struct slice host = address_plain_text(a, text);
	text[host.len] = 0;
	return redisAsyncConnect(text, h->port);
}

/* Connects to address A of the host, or to its socket. */
static void connect_to(struct redis_link *l, const struct address *a)
{
	redisAsyncContext *ac = open_context(&l->host, a);
	struct redis_wire *w = calloc(1, sizeof *w);
	if (!ac || !w)
		fatal("out of memory (location)");
	await(l, REDIS_LINK_CONNECTING);
	if (ac->err) {
		note(l, ac->errstr);
		redisAsyncFree(ac);
		free(w);
		rest(l, false);
		return;
	}
	*w = (struct redis_wire){
		.hub = l->hub, .link = l, .context = ac, .fd = ac->c.fd, .events = EPOLLOUT
	};
	l->wire = w;
	ac->data = w;
	ac->ev.data = w;
	ac->ev.addRead = add_read;
	ac->ev.delRead = del_read;
	ac->ev.addWrite = add_write;
	ac->ev.delWrite = del_write;
	ac->ev.cleanup = cleanup;
	(void)fcntl(w->fd, F_SETFD, FD_CLOEXEC);
	struct epoll_event e = { .events = w->events, .data.ptr = w };
	if (epoll_ctl(l->hub->epoll, EPOLL_CTL_ADD, w->fd, &e)) {
		redis_link_fail(l, strerror(errno));
		return;
	}
	(void)redisAsyncSetConnectCallback(ac, connected);
}

/* Without an answer of a name server the address that the name had at the start will do. */
static void named(void *user, enum resolve_status status, const struct resolved *results, int count)
{
	struct redis_link *l = user;
	l->resolving = NULL;
	if (status == RESOLVE_OK && count > 0)
		connect_to(l, &results[l->failures % count].address);
	else if (l->host.address.family)
		connect_to(l, &l->host.address);
	else
		redis_link_fail(l, "the host's name has no address");
}

static void find_address(struct redis_link *l)
{
	struct world *w = l->hub->world;
	struct address a = { 0 };
	await(l, REDIS_LINK_NAMING);
	if (!l->host.port || address_parse(slice_of(l->host.name), &a))
		connect_to(l, &a);
	else if (w->resolve)
		l->resolving = w->resolve(w, slice_of(l->host.name), l->host.port, 3, named, l);
	else
		named(l, RESOLVE_FAILED, NULL, 0);
}

static void attempt(struct redis_link *l)
{
	if (l->find) {
		l->state = REDIS_LINK_FINDING;
		timer_cancel(l->hub->timers, &l->timer);
		l->find(l, l->finder);
	} else {
		find_address(l);
	}
}

void redis_link_start(struct redis_link *l)
{
	attempt(l);
}

void redis_link_found(struct redis_link *l, const struct redis_host *host)
{
	if (l->state != REDIS_LINK_FINDING)
		return;
	l->host = *host;
	find_address(l);
}

/* ---- deadlines ---- */

static void due(struct timer *t, void *user)
{
	struct redis_link *l = user;
	switch (l->state) {
	case REDIS_LINK_RESTING:
		attempt(l);
		return;
	case REDIS_LINK_NAMING:
		l->hub->world->resolve_cancel(l->hub->world, l->resolving);
		named(l, RESOLVE_FAILED, NULL, 0);
		return;
	case REDIS_LINK_CONNECTING:
		redis_link_fail(l, "no connection within a second");
		return;
	case REDIS_LINK_GREETING:
		redis_link_fail(l, "no answer within a second");
		return;
	case REDIS_LINK_READY:
		if (!l->pending)
			return;
		if (now(l->hub) >= l->heard + REDIS_ANSWER_MS)
			redis_link_fail(l, "no answer within a second");
		else
			timer_set(l->hub->timers, t, l->heard + REDIS_ANSWER_MS);
		return;
	case REDIS_LINK_OFF:
	case REDIS_LINK_FINDING:
		return;
	}
}

/* ---- commands ---- */

bool redis_link_send(struct redis_link *l, redisCallbackFn *fn, void *user, int argc, const char **argv,
	const size_t *lengths)
{
	if (redisAsyncCommandArgv(l->wire->context, fn, user, argc, argv, lengths) != REDIS_OK)
		return false;
	if (!l->pending++) {
		l->heard = now(l->hub);
		if (!timer_armed(&l->timer))
			timer_set(l->hub->timers, &l->timer, l->heard + REDIS_ANSWER_MS);
	}
	return true;
}

struct redis_link *redis_link_answered(struct redisAsyncContext *ac)
{
	struct redis_wire *w = ac->data;
	struct redis_link *l = w ? w->link : NULL;
	if (!l)
		return NULL;
	l->heard = now(l->hub);
	if (l->pending)
		l->pending--;
	return l;
}

/* ---- links and hub ---- */

struct redis_link *redis_link_new(struct redis_hub *h, const struct redis_host *host)
{
	int number = 0;
	while (number < REDIS_LINKS && h->links[number])
		number++;
	if (number == REDIS_LINKS)
		return NULL;
	struct redis_link *l = calloc(1, sizeof *l);
	if (!l)
		fatal("out of memory (location)");
	l->hub = h;
	l->number = number;
	if (host)
		l->host = *host;
	l->timer = (struct timer){ .fire = due, .user = l };
	h->links[number] = l;
	return l;
}

void redis_link_free(struct redis_link *l)
{
	if (!l)
		return;
	l->state = REDIS_LINK_OFF;
	cut(l);
	timer_cancel(l->hub->timers, &l->timer);
	l->hub->links[l->number] = NULL;
	free(l);
}

bool redis_hub_open(struct redis_hub *h)
{
	h->epoll = epoll_create1(EPOLL_CLOEXEC);
	return h->epoll >= 0;
}

void redis_hub_close(struct redis_hub *h)
{
	for (int i = 0; i < REDIS_LINKS; i++)
		redis_link_free(h->links[i]);
	if (h->epoll >= 0)
		close(h->epoll);
}
