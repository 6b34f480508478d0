/* auth: the actions of digest authentication (RFC 3261 22, 7616, 8760).
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Nonces are signed, not stored, so every worker and every restarted one knows them; what was used of them is in a table that all share
 * (sip/replay.h). A user who is not known is computed for like one who is, with a hash that fits nobody. */
#include "actions/actions.h"
#include "actions/reply.h"
#include "actions/services.h"
#include "actions/subscribers.h"
#include "actions/targets.h"
#include "base/log.h"
#include "lang/program.h"
#include "sip/digest.h"
#include "sip/replay.h"

/* Results, as the rows name them. */
enum {
	AUTH_OK,
	AUTH_INVALID,
	AUTH_WRONG_PASSWORD,
	AUTH_UNKNOWN_USER,
	AUTH_STALE,
	AUTH_NO_CREDENTIALS,
	AUTH_USER_MISMATCH
};

enum { CHECK_ID = 1 /* flag of auth_check */ };

/* Flags of challenges; the first two as Kamailio has them. */
enum { CHALLENGE_AUTH_INT = 2, CHALLENGE_STALE = 16, CHALLENGE_SESSION = 32 };

/* Those that were found good. */
struct credentials {
	struct slice username;
	struct slice text; /* of their line, to find it again */
};

static const struct slice none = SLICE("");

static uint64_t now_ms(struct run *run)
{
	struct world *w = run->services->world;
	return w->clock(w);
}

/* How long a nonce is good, milliseconds. */
static uint64_t nonce_life(const struct run *run)
{
	return (uint64_t)program_int(run->program, PARAMETER_nonce_expire);
}

/* "" as a realm means the host of To for a registrar, of From for a proxy. */
static struct slice realm_of(const struct run *run, struct slice realm, enum header h)
{
	const struct message *m = run->message;
	if (realm.len)
		return realm;
	return h == HEADER_AUTHORIZATION ? m->to_uri.host : m->from_uri.host;
}

/* Whether the verified user is that of URI U. */
static bool is_user_of(struct run *run, const struct uri *u)
{
	const struct credentials *c = routing_get(run)->credentials;
	if (!c || u->scheme == URI_OTHER)
		return false;
	struct slice user = uri_unescape(run->arena, u->user);
	if (slice_equal(c->username, user))
		return user.len > 0;
	/* a user name may be written with its domain */
	return user.len > 0 && c->username.len == user.len + 1 + u->host.len &&
	       slice_starts(c->username, user) && c->username.at[user.len] == '@' &&
	       slice_equal_nocase(slice(c->username.at + user.len + 1, u->host.len), u->host);
}

/* ---- checking ---- */

/* What waits for the subscriber's hashes. */
struct checking {
	struct subscriber_query query;
	struct digest digest;
	struct slice line, realm; /* the credentials' line and realm */
	enum header header;
	enum digest_nonce nonce;
	uint64_t made;   /* when the nonce was made */
	bool check_user; /* the user must be that of To or From */
	/* a challenge: */
	int64_t flags;
};

static void wake(void *user)
{
	run_wake(user);
}

static void abandon(struct run *run)
{
	struct checking *c = run->waiting_for;
	subscribers_cancel(run->services->subscribers, &c->query);
}

/* Asks for USER of C->realm; THEN makes the action's result of it, now or later. */
static int ask(struct run *run, struct checking *c, struct slice user, int (*then)(struct run *run))
{
	c->query = (struct subscriber_query){
		.user = user, .realm = c->realm, .arena = run->context->arena, .done = wake, .user_data = run
	};
	run->resume = then;
	run->abandon = abandon;
	run->waiting_for = c;
	return subscribers_fetch(run->services->subscribers, &c->query) ? then(run) : RUN_WAIT;
}

/* The first credentials for REALM in header H. */
static bool find_credentials(
	struct run *run, enum header h, struct slice realm, struct digest *d, struct slice *line)
{
	const struct message *m = run->message;
	for (int i = message_line(m, h, none, 0); i >= 0; i = message_line(m, h, none, i + 1)) {
		const struct line *l = &m->now.lines->at[i];
		*line = l->text;
		if (digest_parse(run->context->arena, message_unfold(run->context->arena, l->value), d) &&
			slice_equal(d->realm, realm))
			return true;
	}
	return false;
}

/* Whether C's credentials were made with the password of their user; takes as long for one who is not there. */
static int check_password(struct run *run, const struct checking *c)
{
	static const char nobody[DIGEST_TEXT + 1] =
		"0000000000000000000000000000000000000000000000000000000000000000";
	const struct message *m = run->message;
	struct slice ha1 = c->query.ha1[c->digest.algorithm];
	bool known = c->query.known, hashed = known && ha1.len > 0;
	if (!hashed)
		ha1 = slice(nobody, digest_length(c->digest.algorithm));
	bool matches = digest_matches(&c->digest, ha1, m->method_name, m->now.body);
	if (!known)
		return AUTH_UNKNOWN_USER;
	return matches && hashed ? AUTH_OK : AUTH_WRONG_PASSWORD;
}

/* Whether the nonce count of C was used by another request. One that is the same to the last byte, and from the same sender, is that
 * request: a retransmission, or a script that asks twice. */
static bool is_replay(struct run *run, const struct checking *c)
{
	const struct message *m = run->message;
	const struct address *peer = &m->flow.peer;
	struct hash h;
	if (!run->services->replays)
		return false;
	hash_start(&h, &run->services->site->nonce_key);
	hash_part(&h, m->text);
	hash_part(&h, slice((const char *)peer->bytes, sizeof peer->bytes));
	hash_number(&h, peer->port);
	const struct replay_use use = {
		.nonce = c->digest.nonce, .count = c->digest.count, .made = c->made, .request = hash_end(&h)
	};
	return replays_use(run->services->replays, &use, now_ms(run), nonce_life(run)) == REPLAY_USED;
}

static int checked(struct run *run)
{
	struct checking *c = run->waiting_for;
	const struct message *m = run->message;
	struct routing *routing = routing_get(run);
	if (c->query.failed) {
		run_log(run, LOG_LEVEL_ERROR, "the subscribers cannot be asked");
		return AUTH_INVALID;
	}
	int result = check_password(run, c);
	if (result != AUTH_OK)
		return result;
	/* only for who knows the password: no second question to the user */
	if (c->nonce == DIGEST_NONCE_STALE || is_replay(run, c)) {
		routing->stale = true;
		return AUTH_STALE;
	}
	routing->credentials = ARENA_NEW(run->context->arena, struct credentials);
	*routing->credentials = (struct credentials){ .username = c->digest.username, .text = c->line };
	if (c->check_user && !is_user_of(run, m->method == METHOD_REGISTER ? &m->to_uri : &m->from_uri))
		return AUTH_USER_MISMATCH;
	return AUTH_OK;
}

static int authorize(struct run *run, enum header h, struct slice realm, bool check_user)
{
	const struct message *m = run->message;
	struct routing *routing = routing_get(run);
	struct checking *c = ARENA_NEW(run->context->arena, struct checking);
	routing->credentials = NULL;
	routing->stale = false;
	/* 22.1: these cannot be challenged, so they need not prove anything; they follow an INVITE that did */
	if (m->method == METHOD_ACK || m->method == METHOD_CANCEL)
		return AUTH_OK;
	if (!run->services->subscribers) {
		run_log(run, LOG_LEVEL_ERROR,
			"nobody can authenticate: the parameter `subscribers` is not set");
		return AUTH_INVALID;
	}
	c->realm = realm_of(run, realm, h);
	c->header = h;
	c->check_user = check_user;
	if (!find_credentials(run, h, c->realm, &c->digest, &c->line))
		return AUTH_NO_CREDENTIALS;
	if (c->digest.algorithm == DIGEST_ALGORITHMS || c->digest.hashed)
		return AUTH_INVALID;
	c->nonce = digest_nonce_check(&run->services->site->nonce_key, c->realm, c->digest.nonce, now_ms(run),
		nonce_life(run), &c->made);
	if (c->nonce == DIGEST_NONCE_FORGED) {
		/* of a server that had another key: a new one helps, as for one that is old */
		routing->stale = true;
		return AUTH_INVALID;
	}
	return ask(run, c, c->digest.username, checked);
}

int act_www_authorize(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return authorize(run, HEADER_AUTHORIZATION, argv[0].text, false);
}

int act_proxy_authorize(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return authorize(run, HEADER_PROXY_AUTHORIZATION, argv[0].text, false);
}

/* ---- challenges ---- */

/* One field for each algorithm in the set ALGORITHMS, the best first (8760 2.4). */
static struct slice challenge_lines(struct run *run, const struct checking *c, unsigned algorithms)
{
	static const enum digest_algorithm best_first[] = { DIGEST_SHA512_256, DIGEST_SHA256, DIGEST_MD5 };
	enum { FIELD = 300 /* bytes of one without its realm */ };
	const struct services *services = run->services;
	enum header field =
		c->header == HEADER_AUTHORIZATION ? HEADER_WWW_AUTHENTICATE : HEADER_PROXY_AUTHENTICATE;
	char nonce[DIGEST_NONCE];
	uint64_t unique;
	size_t size = DIGEST_ALGORITHMS * (c->realm.len * 2 + FIELD);
	struct buffer b = buffer(arena_text(run->arena, size), size);
	services->world->random(services->world, &unique, sizeof unique);
	struct digest_challenge d = { .realm = c->realm,
		.nonce = digest_nonce(&services->site->nonce_key, c->realm, now_ms(run), unique, nonce),
		.session = c->flags & CHALLENGE_SESSION,
		.qops = c->flags & CHALLENGE_AUTH_INT ? SLICE("auth,auth-int") : SLICE("auth"),
		.stale = routing_get(run)->stale || c->flags & CHALLENGE_STALE };
	for (int i = 0; i < DIGEST_ALGORITHMS; i++) {
		d.algorithm = best_first[i];
		if (!(algorithms & 1u << d.algorithm))
			continue;
		buffer_add(&b, header_name(field));
		buffer_lit(&b, ": ");
		digest_challenge(&b, &d);
		buffer_lit(&b, "\r\n");
	}
	return b.full ? none : buffer_slice(&b);
}

static int challenged(struct run *run)
{
	const struct checking *c = run->waiting_for;
	/* when nobody can say, with what everybody has */
	unsigned algorithms =
		c->query.failed || !c->query.algorithms ? 1u << DIGEST_MD5 : c->query.algorithms;
	struct slice lines = challenge_lines(run, c, algorithms);
	int status = c->header == HEADER_AUTHORIZATION ? 401 : 407;
	return lines.len && reply_send(run, status, none, lines) ? RUN_TRUE : RUN_FALSE;
}

/* Asks for what the user of To or From, who will answer, has hashes for. */
static int challenge(struct run *run, enum header h, struct slice realm, int64_t flags)
{
	const struct message *m = run->message;
	struct checking *c = ARENA_NEW(run->context->arena, struct checking);
	if (m->method == METHOD_ACK || m->method == METHOD_CANCEL)
		return RUN_FALSE; /* 22.1 */
	c->realm = realm_of(run, realm, h);
	c->header = h;
	c->flags = flags;
	run->waiting_for = c;
	if (!run->services->subscribers)
		return challenged(run);
	const struct uri *u = h == HEADER_AUTHORIZATION ? &m->to_uri : &m->from_uri;
	return ask(run, c, u->scheme == URI_OTHER ? none : uri_unescape(run->context->arena, u->user),
		challenged);
}

static int64_t flags_of(const struct value *argv, int argc, int i)
{
	return argc > i && argv[i].type == VALUE_INT ? argv[i].number : 0;
}

int act_www_challenge(struct run *run, const struct value *argv, int argc)
{
	return challenge(run, HEADER_AUTHORIZATION, argv[0].text, flags_of(argv, argc, 1));
}

int act_proxy_challenge(struct run *run, const struct value *argv, int argc)
{
	return challenge(run, HEADER_PROXY_AUTHORIZATION, argv[0].text, flags_of(argv, argc, 1));
}

/* A registrar is a UAS and asks with 401, a proxy with 407. */
static enum header header_for(const struct run *run)
{
	return run->message->method == METHOD_REGISTER ? HEADER_AUTHORIZATION : HEADER_PROXY_AUTHORIZATION;
}

int act_auth_challenge(struct run *run, const struct value *argv, int argc)
{
	return challenge(run, header_for(run), argv[0].text, flags_of(argv, argc, 1));
}

int act_auth_check(struct run *run, const struct value *argv, int argc)
{
	return authorize(run, header_for(run), argv[0].text, flags_of(argv, argc, 2) & CHECK_ID);
}

/* ---- who it is ---- */

int act_check_to(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return is_user_of(run, &run->message->to_uri) ? RUN_TRUE : RUN_FALSE;
}

int act_check_from(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	return is_user_of(run, &run->message->from_uri) ? RUN_TRUE : RUN_FALSE;
}

int act_is_user(struct run *run, const struct value *argv, int argc)
{
	const struct credentials *c = routing_get(run)->credentials;
	(void)argc;
	return c && slice_equal(c->username, argv[0].text) ? RUN_TRUE : RUN_FALSE;
}

int act_consume_credentials(struct run *run, const struct value *argv, int argc)
{
	const struct credentials *c = routing_get(run)->credentials;
	struct message *m = run->message;
	(void)argv, (void)argc;
	for (int i = 0; c && i < m->now.lines->count; i++)
		if (m->now.lines->at[i].text.at == c->text.at) {
			message_remove(m, i);
			return RUN_TRUE;
		}
	return RUN_FALSE;
}
