/* digest: the arithmetic of digest authentication (RFC 3261 22.4, RFC 8760, RFC 7616): credentials, responses, challenges, nonces.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Nothing is stored here: a nonce proves by itself that it is ours and how old it is. Who may do what, and which nonce counts were
 * seen, is the caller's. */
#ifndef SIPD_SIP_DIGEST_H
#define SIPD_SIP_DIGEST_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/hash.h"

enum digest_algorithm {
	DIGEST_MD5,
	DIGEST_SHA256,
	DIGEST_SHA512_256,
	DIGEST_ALGORITHMS, /* also: one that is not known */
};

enum digest_qop { DIGEST_QOP_NONE, DIGEST_QOP_AUTH, DIGEST_QOP_AUTH_INT };

enum {
	DIGEST_TEXT = 64,  /* the most hexadecimal digits that a digest has */
	DIGEST_NONCE = 48, /* the length of our nonces; room for one */
};

/* The credentials of an Authorization or Proxy-Authorization field. */
struct digest {
	struct slice username, realm; /* quotes and quoting undone */
	struct slice nonce, uri, cnonce, nc,
		response; /* as they were sent, without quotes: they are hashed so */
	struct slice opaque;
	enum digest_algorithm algorithm; /* MD5 when none is named */
	bool session;                    /* one of the -sess algorithms */
	enum digest_qop qop;
	uint32_t count; /* nc as a number; 0 without qop */
	bool hashed;    /* userhash=true: username is not a name but H(name:realm) */
};

/* The name of ALGORITHM as in challenges ("MD5", "SHA-256", "SHA-512-256"), and back: false when NAME is none of them, "-sess" or not. */
struct slice digest_algorithm_name(enum digest_algorithm algorithm);
bool digest_algorithm_parse(struct slice name, enum digest_algorithm *algorithm, bool *session);

/* How many hexadecimal digits a digest by ALGORITHM has: 32 or 64. */
size_t digest_length(enum digest_algorithm algorithm);

/* Takes the field value VALUE apart; what had to be unquoted is in A, the rest are slices of VALUE. False when it is not of the scheme Digest,
 * is malformed, lacks a parameter (username, realm, nonce, uri, response; with qop also cnonce and nc), or has one twice. An unknown algorithm
 * is no error here: then `algorithm` is DIGEST_ALGORITHMS, and digest_matches is false. */
bool digest_parse(struct arena *a, struct slice value, struct digest *d);

/* H(A1) = H(username ":" realm ":" password) in lower-case hexadecimal, into TEXT of DIGEST_TEXT bytes: what is stored for a subscriber. */
struct slice digest_ha1(enum digest_algorithm algorithm, struct slice username, struct slice realm,
	struct slice password, char *text);

/* The response that D should have for METHOD and BODY (hashed for auth-int only), given H(A1) of its algorithm, into TEXT of DIGEST_TEXT bytes;
 * "" when the algorithm is unknown or HA1 has another length. `response` itself is not read. */
struct slice digest_response(
	const struct digest *d, struct slice ha1, struct slice method, struct slice body, char *text);

/* Whether D's response is that one. Takes the same time wherever they differ. */
bool digest_matches(const struct digest *d, struct slice ha1, struct slice method, struct slice body);

/* A nonce for REALM: NOW (milliseconds since 1970), UNIQUE (any number that is not used again soon: random), and a keyed hash over
 * these, into TEXT of DIGEST_NONCE bytes. */
struct slice digest_nonce(
	const struct hash_key *key, struct slice realm, uint64_t now, uint64_t unique, char *text);

enum digest_nonce {
	DIGEST_NONCE_FRESH,
	DIGEST_NONCE_STALE,  /* ours, but older than LIFETIME, or from the future */
	DIGEST_NONCE_FORGED, /* not ours, or for another realm */
};

/* What NONCE is at NOW; LIFETIME in milliseconds. *MADE is when it was made, unless it is forged. */
enum digest_nonce digest_nonce_check(const struct hash_key *key, struct slice realm, struct slice nonce,
	uint64_t now, uint64_t lifetime, uint64_t *made);

/* What a challenge asks for. */
struct digest_challenge {
	struct slice realm, nonce;
	enum digest_algorithm algorithm;
	bool session;      /* the -sess form of it */
	struct slice qops; /* "auth", "auth,auth-int"; "" none */
	bool stale;
};

/* Adds the value of a WWW-Authenticate or Proxy-Authenticate field: 'Digest realm="...", nonce="...", algorithm=..., qop="auth"' and
 * ', stale=true'. For several algorithms, one field each, the best first (RFC 8760 2.4). */
void digest_challenge(struct buffer *b, const struct digest_challenge *c);

#endif
