/* core_world: a world for tests of the core: a clock that they move, a list of what was sent, names that they give.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_TESTS_CORE_WORLD_H
#define SIPD_TESTS_CORE_WORLD_H

#include "unit.h"
#include "base/log.h"
#include "core/transaction.h"
#include "sip/branch.h"
#include <stdarg.h>
#include <stdlib.h>

enum { SENT_MAX = 4096, LEGS = 12, NAMES = 8 };

struct sent {
	struct flow flow;
	char *text;
	uint64_t at; /* T.now */
};

struct name {
	const char *host;
	const char *addresses[TARGET_SERVERS]; /* with port */
};

static struct test {
	struct world world; /* first: the functions get it back */
	struct site site;
	struct listener listeners[3];
	struct site_alias aliases[2];
	struct counters counters;
	struct core *core;
	uint64_t now, seed;
	struct sent sent[SENT_MAX];
	int sent_count, seen;
	/* names */
	struct name names[NAMES];
	bool names_wait; /* answers come from name_answers() */
	struct pending {
		resolve_done *done;
		void *user;
		char host[64];
	} pending[8];
	int pending_count;
	/* what the script does with a new request */
	const char *legs[LEGS + 1]; /* Request-URIs of its targets */
	struct target leg;          /* what all of them have beside that */
	bool stateless;
	int on_failure, on_reply, on_branch;
	void (*on_request)(struct message *m); /* instead of all that */
	void (*prepare)(struct transaction *t, struct message *m);
	enum relay_result result;
	struct transaction *last; /* the last that was made; may be gone */
	/* what the hooks do, and saw */
	void (*failure)(struct transaction *t);
	bool (*branch)(struct transaction *t, struct branch *b);
	bool (*reply)(struct transaction *t, struct branch *b, struct message *r);
	int failures, winner_status, branches, replies, acks;
} T;

/* ---- the world ---- */

static inline uint64_t world_now(struct world *w)
{
	(void)w;
	return T.now;
}

static inline void world_random(struct world *w, void *at, size_t len)
{
	(void)w;
	for (size_t i = 0; i < len; i++) {
		T.seed = T.seed * 6364136223846793005u + 1442695040888963407u;
		((unsigned char *)at)[i] = (unsigned char)(T.seed >> 56);
	}
}

static inline void world_send(struct world *w, const struct flow *to, struct slice data)
{
	(void)w;
	if (!CHECK(T.sent_count < SENT_MAX))
		return;
	struct sent *s = &T.sent[T.sent_count++];
	s->flow = *to;
	s->at = T.now;
	s->text = strndup(data.at, data.len);
}

static inline struct address address(const char *text)
{
	struct address a = { .family = 0 };
	CHECK(address_parse_port(slice_of(text), &a));
	return a;
}

static inline void name_answer(const char *host, resolve_done *done, void *user)
{
	struct resolved found[TARGET_SERVERS] = { 0 };
	int n = 0;

	for (int i = 0; i < NAMES && T.names[i].host; i++)
		if (strcmp(T.names[i].host, host) == 0)
			for (; T.names[i].addresses[n]; n++)
				found[n].address = address(T.names[i].addresses[n]);
	done(user, n ? RESOLVE_OK : RESOLVE_NOT_FOUND, found, n);
}

static inline void *world_resolve(
	struct world *w, struct slice host, uint16_t port, unsigned families, resolve_done *done, void *user)
{
	char text[64];

	(void)w;
	(void)port;
	CHECK(families == 1);
	snprintf(text, sizeof text, "%.*s", SLICE_FMT(host));
	if (T.names_wait) {
		struct pending *p = &T.pending[T.pending_count++];
		p->done = done;
		p->user = user;
		strcpy(p->host, text);
		return p;
	}
	name_answer(text, done, user);
	return NULL;
}

static inline void world_resolve_cancel(struct world *w, void *handle)
{
	(void)w;
	((struct pending *)handle)->done = NULL;
}

static inline void name_answers(void)
{
	for (int i = 0; i < T.pending_count; i++)
		if (T.pending[i].done)
			name_answer(T.pending[i].host, T.pending[i].done, T.pending[i].user);
	T.pending_count = 0;
}

/* ---- hooks ---- */

static inline bool hook_branch(void *user, struct transaction *t, struct branch *b)
{
	(void)user;
	T.branches++;
	return !T.branch || T.branch(t, b);
}

static inline bool hook_reply(void *user, struct transaction *t, struct branch *b, struct message *r)
{
	(void)user;
	T.replies++;
	return !T.reply || T.reply(t, b, r);
}

static inline void hook_failure(void *user, struct transaction *t)
{
	(void)user;
	T.failures++;
	T.winner_status = t->winner->status;
	t->on_failure = -1;
	if (T.failure)
		T.failure(t);
	transaction_failure_done(t);
}

static const struct core_hooks hooks = { hook_branch, hook_reply, hook_failure };

/* ---- a test's begin and end ---- */

static inline void listen_on(int i, const char *at, const char *sent_by)
{
	struct listener *l = &T.listeners[i];
	l->address = address(at);
	l->sent_by = slice_of(sent_by ? sent_by : at);
	l->host = l->sent_by;
	ptrdiff_t colon = slice_find(l->host, ':');
	l->host.len = (size_t)colon;
	l->port = (uint16_t)atoi(l->sent_by.at + colon + 1);
	T.site.listener_count = i + 1;
}

static inline void begin(void)
{
	memset(&T, 0, sizeof T);
	log_set_level(LOG_LEVEL_ERROR);
	T.now = 1000000;
	T.world = (struct world){ world_now, world_now, world_random, world_send, world_resolve,
		world_resolve_cancel };
	T.site = (struct site){ .listeners = T.listeners,
		.aliases = T.aliases,
		.branch_key = { 1, 2 },
		.nonce_key = { 3, 4 },
		.server_header = SLICE("Server: sipd\r\n"),
		.t1 = 500,
		.t2 = 4000,
		.t4 = 5000,
		.fr_timer = 32000,
		.fr_inv_timer = 180000,
		.max_branches = LEGS };
	listen_on(0, "192.0.2.1:5060", NULL);
	T.leg.q = T.leg.listener = -1;
	T.on_failure = T.on_reply = T.on_branch = -1;
	T.core = core_new(&T.world, &T.site, &T.counters, &hooks, NULL);
}

/* Lets MS pass. */
static inline void after(uint64_t ms)
{
	uint64_t end = T.now + ms, next;

	while ((next = timer_next(core_timers(T.core))) <= end) {
		T.now = next > T.now ? next : T.now;
		timer_run(core_timers(T.core), T.now);
	}
	T.now = end;
}

static inline bool quiet(void)
{
	return core_transactions(T.core) == 0 && timer_next(core_timers(T.core)) == TIMER_NEVER;
}

/* Nothing may be left when enough time has passed. */
static inline void finish(void)
{
	after(3600000);
	CHECK(quiet() && core_busy(T.core) == 0);
	core_free(T.core);
	for (int i = 0; i < T.sent_count; i++)
		free(T.sent[i].text);
}

/* ---- the script ---- */

static inline int collect(struct message *m, struct target *targets)
{
	int n = 0;

	for (; T.legs[n]; n++) {
		targets[n] = T.leg;
		targets[n].uri = slice_of(T.legs[n]);
	}
	if (!n) {
		targets[n] = T.leg;
		targets[n++].uri = m->now.uri.text;
	}
	struct target_query *query;
	CHECK(target_resolve(&T.world, &T.site, m, targets, n, NULL, NULL, &query));
	return n;
}

static inline enum relay_result relay_to(struct transaction *t)
{
	struct target targets[LEGS + 1];
	int n = collect(t->request, targets);

	return T.result = relay(t, targets, n);
}

static inline void script(struct message *m)
{
	struct target targets[LEGS + 1];

	if (T.on_request) {
		T.on_request(m);
	} else if (m->method == METHOD_CANCEL && !T.stateless) {
		struct transaction *t = transaction_find_cancelled(T.core, m);
		if (t)
			transaction_cancel(t, m);
		else
			reply_stateless(T.core, m, 481, SLICE(""), SLICE(""), SLICE(""));
	} else if (m->method == METHOD_ACK || T.stateless) {
		if (m->method == METHOD_ACK)
			T.acks++;
		if (T.stateless || transaction_find_acked(T.core, m)) {
			collect(m, targets);
			T.result = relay_stateless(T.core, m, targets);
		}
	} else if ((T.result = relay_check(T.core, m)) != RELAY_OK) {
		struct slice reason, extra;
		int status = relay_status(T.result, m, m->arena, &reason, &extra);
		reply_stateless(T.core, m, status, reason, extra, SLICE(""));
	} else {
		struct transaction *t = transaction_new(T.core, m);
		T.last = t;
		t->on_failure = T.on_failure;
		t->on_reply = T.on_reply;
		t->on_branch = T.on_branch;
		transaction_hold(t);
		if (T.prepare)
			T.prepare(t, m);
		if (relay_to(t) != RELAY_OK && !t->cancelled) {
			struct slice reason, extra;
			int status = relay_status(T.result, m, m->arena, &reason, &extra);
			transaction_reply(t, status, reason, extra);
		}
		transaction_release(t);
	}
}

/* ---- input ---- */

/* The datagram TEXT, with LF for CRLF, comes from PEER to LISTENER. */
static inline void in_at(int listener, const char *peer, const char *text)
{
	struct flow flow = { .peer = address(peer), .listener = (uint16_t)listener };
	char *wire = malloc(2 * strlen(text) + 1);
	size_t n = 0;
	struct message *m;
	struct verdict_reason why;

	for (const char *p = text; *p; p++) {
		if (*p == '\n' && (p == text || p[-1] != '\r'))
			wire[n++] = '\r';
		wire[n++] = *p;
	}
	enum verdict verdict = message_parse(&flow, slice(wire, n), &m, &why);
	free(wire);
	if (verdict == MESSAGE_REJECT)
		reply_stateless(T.core, m, why.status, slice_of(why.reason), SLICE(""), SLICE(""));
	else if (!CHECK(verdict == MESSAGE_OK))
		return;
	else if (!m->request)
		core_reply(T.core, m);
	else if (core_request(T.core, m) == CORE_NEW)
		script(m);
	message_unref(m);
}

__attribute__((format(printf, 2, 3))) static inline void in(const char *peer, const char *format, ...)
{
	char text[8192];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	in_at(0, peer, text);
}

#define CALLER "192.0.2.100:5060"

/* A request of the caller's. BRANCH names the call too; EXTRA: lines. */
static inline void request_to(const char *method, const char *uri, const char *branch, const char *extra)
{
	in(CALLER,
		"%s %s SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.100;branch=z9hG4bK%s\nMax-Forwards: 70\n"
		"From: <sip:alice@a.example>;tag=f-%s\nTo: <sip:bob@b.example>\nCall-ID: %s@a.example\n"
		"CSeq: 1 %s\n%sContent-Length: 0\n\n",
		method, uri, branch, branch, branch, method, extra);
}

static inline void request(const char *method, const char *branch)
{
	request_to(method, "sip:bob@203.0.113.1", branch, "");
}

/* The caller's ACK for a 2xx with To tag TAG: its branch is new. */
static inline void ack_2xx(const char *branch, const char *tag)
{
	in(CALLER,
		"ACK sip:bob@203.0.113.1 SIP/2.0\nVia: SIP/2.0/UDP "
		"192.0.2.100;branch=z9hG4bKack%s\nMax-Forwards: 70\n"
		"From: <sip:alice@a.example>;tag=f-%s\nTo: <sip:bob@b.example>;tag=%s\nCall-ID: "
		"%s@a.example\n"
		"CSeq: 1 ACK\nContent-Length: 0\n\n",
		branch, branch, tag, branch);
}

static inline const char *line_of(const char *text, const char *name, char *into, size_t size)
{
	char start[64];

	snprintf(start, sizeof start, "\r\n%s:", name);
	const char *at = strcasestr(text, start);
	*into = 0;
	if (at)
		snprintf(into, size, "%.*s\n", (int)strcspn(at + 2, "\r"), at + 2);
	return into;
}

/* All lines called NAME of TEXT. */
static inline const char *lines_of(const char *text, const char *name, char *into, size_t size)
{
	char start[64];
	size_t n = 0;

	snprintf(start, sizeof start, "\r\n%s:", name);
	*into = 0;
	for (const char *at = strcasestr(text, start); at; at = strcasestr(at + 2, start))
		n += (size_t)snprintf(into + n, size - n, "%.*s\n", (int)strcspn(at + 2, "\r"), at + 2);
	return into;
}

/* The server that REQUEST was sent to answers STATUS; TAG "" for none; EXTRA: lines. */
static inline void answer_with(const struct sent *to, int status, const char *tag, const char *extra)
{
	char via[2048], from[256], to_line[256], call[256], cseq[128], peer[ADDRESS_TEXT], text[8192];

	if (!to)
		return;
	lines_of(to->text, "Via", via, sizeof via);
	line_of(to->text, "From", from, sizeof from);
	line_of(to->text, "To", to_line, sizeof to_line);
	line_of(to->text, "Call-ID", call, sizeof call);
	line_of(to->text, "CSeq", cseq, sizeof cseq);
	to_line[strcspn(to_line, "\n")] = 0;
	address_text(&to->flow.peer, peer);
	snprintf(text, sizeof text, "SIP/2.0 %d Status\n%s%s%s%s%s\n%s%s%sContent-Length: 0\n\n", status, via,
		from, to_line, *tag && !strstr(to_line, "tag=") ? ";tag=" : "",
		strstr(to_line, "tag=") ? "" : tag, call, cseq, extra);
	in_at(to->flow.listener, peer, text);
}

static inline void answer(const struct sent *to, int status)
{
	answer_with(to, status, status > 100 ? "t1" : "", "");
}

/* ---- output ---- */

static inline bool starts(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* The next datagram that was sent must begin with START and have gone to PEER (NULL: anywhere). */
static inline const struct sent *sent_to(const char *peer, const char *start, const char *file, int line)
{
	const char *text = T.seen < T.sent_count ? T.sent[T.seen].text : "nothing";

	if (!unit_check(starts(text, start), start, file, line)) {
		printf("#   was sent: %.*s\n", (int)strcspn(text, "\r"), text);
		return NULL;
	}
	const struct sent *s = &T.sent[T.seen++];
	char where[ADDRESS_TEXT];
	address_text(&s->flow.peer, where);
	if (peer && !unit_check(strcmp(where, peer) == 0, peer, file, line))
		printf("#   was sent to %s\n", where);
	return s;
}

#define SENT(start)          sent_to(NULL, (start), __FILE__, __LINE__)
#define SENT_TO(peer, start) sent_to((peer), (start), __FILE__, __LINE__)
#define CALLER_GETS(start)   sent_to(CALLER, (start), __FILE__, __LINE__)

/* Nothing more was sent. */
#define SILENCE() silence(__FILE__, __LINE__)

static inline void silence(const char *file, int line)
{
	if (unit_check(T.seen == T.sent_count, "nothing more is sent", file, line))
		return;
	for (; T.seen < T.sent_count; T.seen++)
		printf("#   was sent: %.*s\n", (int)strcspn(T.sent[T.seen].text, "\r"), T.sent[T.seen].text);
}

/* How many datagrams beginning with START were sent since the last look; all are looked at then. */
static inline int sent_count(const char *start)
{
	int n = 0;

	for (; T.seen < T.sent_count; T.seen++)
		n += starts(T.sent[T.seen].text, start);
	return n;
}

/* Whether S has exactly the line LINE. */
static inline bool has(const struct sent *s, const char *line)
{
	char whole[512];

	snprintf(whole, sizeof whole, "\r\n%s\r\n", line);
	return s && strstr(s->text, whole);
}

/* Whether TEXT occurs in S. */
static inline bool contains(const struct sent *s, const char *text)
{
	return s && strstr(s->text, text);
}

#endif
