/* auth: the actions of digest authentication (RFC 3261 22, 8760).
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Nonces are signed, not stored, so every worker and every restarted one knows them. A user who is not in the file is computed for like one who
 * is, with a hash that fits nobody. */
#include "actions/actions.h"
#include "actions/reply.h"
#include "actions/services.h"
#include "actions/subscribers.h"
#include "actions/targets.h"
#include "base/log.h"
#include "lang/program.h"
#include "sip/digest.h"

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

enum { CHECK_ID = 1 /* flag of auth_check */, CHALLENGE_STALE = 16 };

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

/* "" as a realm means the host of To for a registrar, of From for a proxy. */
static struct slice realm_of(const struct run *run, struct slice realm, enum header h)
{
	const struct message *m = run->message;
	if (realm.len)
		return realm;
	return h == HEADER_AUTHORIZATION ? m->to_uri.host : m->from_uri.host;
}

/* The first credentials for REALM in header H. */
static bool find_credentials(
	struct run *run, enum header h, struct slice realm, struct digest *d, struct slice *line)
{
	const struct message *m = run->message;
	for (int i = message_line(m, h, none, 0); i >= 0; i = message_line(m, h, none, i + 1)) {
		const struct line *l = &m->now.lines->at[i];
		*line = l->text;
		if (digest_parse(run->arena, message_unfold(run->arena, l->value), d) &&
			slice_equal(d->realm, realm))
			return true;
	}
	return false;
}

/* Whether D was made with the password of its user; takes as long for one who is not there. */
static int check_password(struct run *run, const struct digest *d)
{
	static const char nobody[DIGEST_TEXT + 1] =
		"0000000000000000000000000000000000000000000000000000000000000000";
	const struct message *m = run->message;
	struct slice ha1;
	bool known = subscribers_find(run->services->subscribers, d->username, d->realm, d->algorithm, &ha1);
	bool hashed = ha1.len > 0;
	if (!hashed)
		ha1 = slice(nobody, digest_length(d->algorithm));
	bool matches = digest_matches(d, ha1, m->method_name, m->now.body);
	if (!known)
		return AUTH_UNKNOWN_USER;
	return matches && hashed ? AUTH_OK : AUTH_WRONG_PASSWORD;
}

static int authorize(struct run *run, enum header h, struct slice realm)
{
	const struct message *m = run->message;
	struct routing *routing = routing_get(run);
	struct digest d;
	struct slice line;
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
	realm = realm_of(run, realm, h);
	if (!find_credentials(run, h, realm, &d, &line))
		return AUTH_NO_CREDENTIALS;
	if (d.algorithm == DIGEST_ALGORITHMS || d.hashed)
		return AUTH_INVALID;
	enum digest_nonce nonce = digest_nonce_check(&run->services->site->nonce_key, realm, d.nonce,
		now_ms(run), (uint64_t)program_int(run->program, PARAMETER_nonce_expire));
	if (nonce == DIGEST_NONCE_FORGED) {
		/* of a server that had another key: a new one helps, as for one that is old */
		routing->stale = true;
		return AUTH_INVALID;
	}
	int result = check_password(run, &d);
	if (result == AUTH_OK && nonce == DIGEST_NONCE_STALE) {
		routing->stale = true; /* only for who knows the password: no second question to the user */
		return AUTH_STALE;
	}
	if (result == AUTH_OK) {
		routing->credentials = ARENA_NEW(run->context->arena, struct credentials);
		*routing->credentials = (struct credentials){ .username = d.username, .text = line };
	}
	return result;
}

int act_www_authorize(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return authorize(run, HEADER_AUTHORIZATION, argv[0].text);
}

int act_proxy_authorize(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return authorize(run, HEADER_PROXY_AUTHORIZATION, argv[0].text);
}

/* ---- challenges ---- */

/* One field for each algorithm that all of the realm can use, the best first (8760 2.4). */
static struct slice challenge_lines(struct run *run, enum header h, struct slice realm, bool stale)
{
	static const enum digest_algorithm best_first[] = { DIGEST_SHA256, DIGEST_MD5 };
	const struct services *services = run->services;
	enum header answer = h == HEADER_AUTHORIZATION ? HEADER_WWW_AUTHENTICATE : HEADER_PROXY_AUTHENTICATE;
	char nonce[DIGEST_NONCE];
	uint64_t unique;
	size_t size = 2 * (realm.len * 2 + 256);
	struct buffer b = buffer(arena_text(run->arena, size), size);
	services->world->random(services->world, &unique, sizeof unique);
	struct slice text = digest_nonce(&services->site->nonce_key, realm, now_ms(run), unique, nonce);
	bool sha256 = services->subscribers && subscribers_have(services->subscribers, realm, DIGEST_SHA256);
	for (int i = 0; i < 2; i++) {
		bool wanted = best_first[i] == DIGEST_SHA256
				      ? sha256
				      : !sha256 || subscribers_have(services->subscribers, realm, DIGEST_MD5);
		if (!wanted)
			continue;
		buffer_add(&b, header_name(answer));
		buffer_lit(&b, ": ");
		digest_challenge(&b, realm, text, best_first[i], SLICE("auth"), stale);
		buffer_lit(&b, "\r\n");
	}
	return b.full ? none : buffer_slice(&b);
}

static int challenge(struct run *run, enum header h, struct slice realm, int64_t flags)
{
	int status = h == HEADER_AUTHORIZATION ? 401 : 407;
	bool stale = routing_get(run)->stale || flags & CHALLENGE_STALE;
	if (run->message->method == METHOD_ACK || run->message->method == METHOD_CANCEL)
		return RUN_FALSE; /* 22.1 */
	struct slice lines = challenge_lines(run, h, realm_of(run, realm, h), stale);
	return lines.len && reply_send(run, status, none, lines) ? RUN_TRUE : RUN_FALSE;
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

/* ---- who it is ---- */

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

int act_auth_check(struct run *run, const struct value *argv, int argc)
{
	const struct message *m = run->message;
	int result = authorize(run, header_for(run), argv[0].text);
	if (result != AUTH_OK || !(flags_of(argv, argc, 2) & CHECK_ID) || !routing_get(run)->credentials)
		return result;
	bool right =
		m->method == METHOD_REGISTER ? is_user_of(run, &m->to_uri) : is_user_of(run, &m->from_uri);
	return right ? AUTH_OK : AUTH_USER_MISMATCH;
}

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
