/* digest: the arithmetic of digest authentication.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/digest.h"
#include "sip/chars.h"
#include <openssl/crypto.h>
#include <openssl/evp.h>

static const struct {
	struct slice name, session;
	size_t digits;
	const EVP_MD *(*md)(void);
} algorithms[DIGEST_ALGORITHMS] = {
	[DIGEST_MD5] = { { "MD5", 3 }, { "MD5-sess", 8 }, 32, EVP_md5 },
	[DIGEST_SHA256] = { { "SHA-256", 7 }, { "SHA-256-sess", 12 }, 64, EVP_sha256 },
	[DIGEST_SHA512_256] = { { "SHA-512-256", 11 }, { "SHA-512-256-sess", 16 }, 64, EVP_sha512_256 },
};

struct slice digest_algorithm_name(enum digest_algorithm algorithm)
{
	return algorithm < DIGEST_ALGORITHMS ? algorithms[algorithm].name : SLICE("");
}

bool digest_algorithm_parse(struct slice name, enum digest_algorithm *algorithm, bool *session)
{
	for (int i = 0; i < DIGEST_ALGORITHMS; i++) {
		bool plain = slice_equal_nocase(name, algorithms[i].name);
		if (plain || slice_equal_nocase(name, algorithms[i].session)) {
			*algorithm = (enum digest_algorithm)i;
			*session = !plain;
			return true;
		}
	}
	return false;
}

size_t digest_length(enum digest_algorithm algorithm)
{
	return algorithm < DIGEST_ALGORITHMS ? algorithms[algorithm].digits : 0;
}

/* The pieces of a hash's input, joined by colons. */
static struct slice hash_joined(enum digest_algorithm algorithm, const struct slice *part, int n, char *text)
{
	unsigned char bytes[EVP_MAX_MD_SIZE];
	unsigned int len = 0;
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	bool good = context && EVP_DigestInit_ex(context, algorithms[algorithm].md(), NULL);
	for (int i = 0; good && i < n; i++) {
		good = !i || EVP_DigestUpdate(context, ":", 1);
		good = good && (!part[i].len || EVP_DigestUpdate(context, part[i].at, part[i].len));
	}
	good = good && EVP_DigestFinal_ex(context, bytes, &len);
	EVP_MD_CTX_free(context);
	if (!good)
		return SLICE("");
	for (unsigned int i = 0; i < len; i++) {
		text[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
		text[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
	}
	return slice(text, 2 * (size_t)len);
}

/* The content of quoted string or token S as it was sent; QUOTED says which it was. */
static bool value_cut(struct slice *rest, struct slice *value, bool *quoted)
{
	*rest = chars_skip(*rest, chars_span_lws(*rest));
	*quoted = rest->len && rest->at[0] == '"';
	if (*quoted) {
		size_t n = chars_quoted(*rest);
		if (n == 0)
			return false;
		*value = slice(rest->at + 1, n - 2);
		*rest = chars_skip(*rest, n);
		return true;
	}
	*value = slice(rest->at, 0);
	while (value->len < rest->len && rest->at[value->len] != ',' && !char_is_lws(rest->at[value->len]) &&
		rest->at[value->len] != '"')
		value->len++;
	*rest = chars_skip(*rest, value->len);
	return value->len > 0;
}

static struct slice unquote(struct arena *a, struct slice s)
{
	if (slice_find(s, '\\') < 0)
		return s;
	char *text = arena_text(a, s.len);
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '\\' && i + 1 < s.len)
			i++;
		text[n++] = s.at[i];
	}
	return slice(text, n);
}

enum param {
	PARAM_USERNAME,
	PARAM_REALM,
	PARAM_NONCE,
	PARAM_URI,
	PARAM_RESPONSE,
	PARAM_ALGORITHM,
	PARAM_CNONCE,
	PARAM_OPAQUE,
	PARAM_QOP,
	PARAM_NC,
	PARAM_USERHASH,
	PARAM_OTHER,
};

static enum param param_parse(struct slice name)
{
	static const struct slice names[PARAM_OTHER] = { { "username", 8 }, { "realm", 5 }, { "nonce", 5 },
		{ "uri", 3 }, { "response", 8 }, { "algorithm", 9 }, { "cnonce", 6 }, { "opaque", 6 },
		{ "qop", 3 }, { "nc", 2 }, { "userhash", 8 } };
	int i = 0;
	while (i < PARAM_OTHER && !slice_equal_nocase(names[i], name))
		i++;
	return (enum param)i;
}

/* RFC 7616 3.4: eight hexadecimal digits. */
static bool count_parse(struct slice s, uint32_t *count)
{
	uint32_t sum = 0;
	for (size_t i = 0; i < s.len; i++) {
		int digit = char_hex(s.at[i]);
		if (digit < 0)
			return false;
		sum = sum << 4 | (uint32_t)digit;
	}
	*count = sum;
	return s.len == 8;
}

static bool set_param(struct arena *a, struct digest *d, enum param param, struct slice value, bool quoted)
{
	switch (param) {
	case PARAM_USERNAME:
		d->username = quoted ? unquote(a, value) : value;
		return true;
	case PARAM_REALM:
		d->realm = quoted ? unquote(a, value) : value;
		return true;
	case PARAM_NONCE:
		d->nonce = value;
		return true;
	case PARAM_URI:
		d->uri = value;
		return true;
	case PARAM_RESPONSE:
		d->response = value;
		return true;
	case PARAM_ALGORITHM:
		if (!digest_algorithm_parse(value, &d->algorithm, &d->session))
			d->algorithm = DIGEST_ALGORITHMS;
		return true;
	case PARAM_CNONCE:
		d->cnonce = value;
		return true;
	case PARAM_OPAQUE:
		d->opaque = value;
		return true;
	case PARAM_QOP:
		d->qop = slice_equal_nocase(value, SLICE("auth-int")) ? DIGEST_QOP_AUTH_INT : DIGEST_QOP_AUTH;
		return d->qop == DIGEST_QOP_AUTH_INT || slice_equal_nocase(value, SLICE("auth"));
	case PARAM_NC:
		d->nc = value;
		return count_parse(value, &d->count);
	case PARAM_USERHASH:
		d->hashed = slice_equal_nocase(value, SLICE("true"));
		return true;
	case PARAM_OTHER:
		break;
	}
	return true;
}

bool digest_parse(struct arena *a, struct slice value, struct digest *d)
{
	struct slice rest = slice_trim(value), name, text;
	unsigned seen = 0, needed = 1u << PARAM_USERNAME | 1u << PARAM_REALM | 1u << PARAM_NONCE |
				    1u << PARAM_URI | 1u << PARAM_RESPONSE;
	*d = (struct digest){ .algorithm = DIGEST_MD5 };
	size_t scheme = chars_span(rest, CHAR_TOKEN);
	if (!slice_equal_nocase(slice(rest.at, scheme), SLICE("Digest")) || scheme == rest.len ||
		!char_is_lws(rest.at[scheme]))
		return false;
	rest = chars_skip(rest, scheme);
	for (;;) {
		rest = chars_skip(rest, chars_span_lws(rest));
		name = slice(rest.at, chars_span(rest, CHAR_TOKEN));
		rest = chars_skip(rest, name.len);
		rest = chars_skip(rest, chars_span_lws(rest));
		if (!name.len || !rest.len || rest.at[0] != '=')
			return false;
		rest = chars_skip(rest, 1);
		bool quoted;
		enum param param = param_parse(name);
		if (!value_cut(&rest, &text, &quoted) || !set_param(a, d, param, text, quoted))
			return false;
		if (param != PARAM_OTHER && seen & 1u << param)
			return false;
		seen |= 1u << param;
		rest = chars_skip(rest, chars_span_lws(rest));
		if (rest.len == 0)
			break;
		if (rest.at[0] != ',')
			return false;
		rest = chars_skip(rest, 1);
	}
	if (d->qop)
		needed |= 1u << PARAM_CNONCE | 1u << PARAM_NC;
	if (d->session)
		needed |= 1u << PARAM_CNONCE;
	if (!d->qop)
		d->count = 0;
	return (seen & needed) == needed;
}

struct slice digest_ha1(enum digest_algorithm algorithm, struct slice username, struct slice realm,
	struct slice password, char *text)
{
	struct slice part[] = { username, realm, password };
	return algorithm < DIGEST_ALGORITHMS ? hash_joined(algorithm, part, 3, text) : SLICE("");
}

struct slice digest_response(
	const struct digest *d, struct slice ha1, struct slice method, struct slice body, char *text)
{
	char session[DIGEST_TEXT], ha2_text[DIGEST_TEXT], body_text[DIGEST_TEXT];
	if (d->algorithm >= DIGEST_ALGORITHMS || ha1.len != digest_length(d->algorithm))
		return SLICE("");
	if (d->session) {
		struct slice part[] = { ha1, d->nonce, d->cnonce };
		ha1 = hash_joined(d->algorithm, part, 3, session);
	}
	bool whole = d->qop == DIGEST_QOP_AUTH_INT;
	struct slice two[] = { method, d->uri,
		whole ? hash_joined(d->algorithm, &body, 1, body_text) : SLICE("") };
	struct slice ha2 = hash_joined(d->algorithm, two, whole ? 3 : 2, ha2_text);
	if (!d->qop) {
		struct slice part[] = { ha1, d->nonce, ha2 };
		return hash_joined(d->algorithm, part, 3, text);
	}
	struct slice part[] = { ha1, d->nonce, d->nc, d->cnonce, whole ? SLICE("auth-int") : SLICE("auth"),
		ha2 };
	return hash_joined(d->algorithm, part, 6, text);
}

bool digest_matches(const struct digest *d, struct slice ha1, struct slice method, struct slice body)
{
	char right[DIGEST_TEXT], given[DIGEST_TEXT];
	struct slice response = digest_response(d, ha1, method, body, right);
	if (response.len == 0 || d->response.len != response.len)
		return false;
	for (size_t i = 0; i < response.len; i++)
		given[i] = char_lower(d->response.at[i]);
	return CRYPTO_memcmp(given, right, response.len) == 0;
}

/* A nonce is time, unique number and keyed hash, in 12, 16 and 16 hexadecimal digits. */
enum { TIME_DIGITS = 12, NUMBER_DIGITS = 16, NONCE_LENGTH = TIME_DIGITS + 2 * NUMBER_DIGITS };

struct slice digest_nonce(
	const struct hash_key *key, struct slice realm, uint64_t now, uint64_t unique, char *text)
{
	struct hash h;
	struct buffer b = buffer(text, DIGEST_NONCE);
	now &= (UINT64_C(1) << 4 * TIME_DIGITS) - 1;
	hash_start(&h, key);
	hash_part(&h, SLICE("nonce"));
	hash_part(&h, realm);
	hash_number(&h, now);
	hash_number(&h, unique);
	buffer_hex(&b, now, TIME_DIGITS);
	buffer_hex(&b, unique, NUMBER_DIGITS);
	buffer_hex(&b, hash_end(&h), NUMBER_DIGITS);
	return buffer_slice(&b);
}

static bool hex_parse(struct slice s, uint64_t *n)
{
	*n = 0;
	for (size_t i = 0; i < s.len; i++) {
		int digit = char_hex(s.at[i]);
		if (digit < 0)
			return false;
		*n = *n << 4 | (uint64_t)digit;
	}
	return true;
}

enum digest_nonce digest_nonce_check(const struct hash_key *key, struct slice realm, struct slice nonce,
	uint64_t now, uint64_t lifetime, uint64_t *made_at)
{
	char text[DIGEST_NONCE];
	uint64_t made, unique;
	if (nonce.len != NONCE_LENGTH || !hex_parse(slice(nonce.at, TIME_DIGITS), &made) ||
		!hex_parse(slice(nonce.at + TIME_DIGITS, NUMBER_DIGITS), &unique))
		return DIGEST_NONCE_FORGED;
	*made_at = made;
	struct slice right = digest_nonce(key, realm, made, unique, text);
	if (CRYPTO_memcmp(right.at, nonce.at, NONCE_LENGTH) != 0)
		return DIGEST_NONCE_FORGED;
	/* several servers share a key, and their clocks differ a little */
	enum { SKEW = 5000 };
	if (made > now)
		return made - now <= SKEW ? DIGEST_NONCE_FRESH : DIGEST_NONCE_STALE;
	return now - made <= lifetime ? DIGEST_NONCE_FRESH : DIGEST_NONCE_STALE;
}

static void add_quoted(struct buffer *b, struct slice s)
{
	buffer_char(b, '"');
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '"' || s.at[i] == '\\')
			buffer_char(b, '\\');
		if (s.at[i] != '\r' && s.at[i] != '\n' && s.at[i] != 0)
			buffer_char(b, s.at[i]);
	}
	buffer_char(b, '"');
}

void digest_challenge(struct buffer *b, const struct digest_challenge *c)
{
	buffer_lit(b, "Digest realm=");
	add_quoted(b, c->realm);
	buffer_lit(b, ", nonce=");
	add_quoted(b, c->nonce);
	buffer_lit(b, ", algorithm=");
	buffer_add(b, c->session ? algorithms[c->algorithm].session : algorithms[c->algorithm].name);
	if (c->qops.len) {
		buffer_lit(b, ", qop=");
		add_quoted(b, c->qops);
	}
	if (c->stale)
		buffer_lit(b, ", stale=true");
}
