/* subscribers: a file of users, realms and hashes as a table in memory.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/subscribers.h"
#include "base/log.h"
#include "sip/chars.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

enum { HASHES = 2 /* MD5 and SHA-256, by their number */ };

struct subscriber {
	struct slice user, realm;
	struct slice ha1[HASHES]; /* lower case; "" none */
};

struct realm {
	struct slice name;
	int users, with[HASHES];
};

struct subscribers {
	struct arena *arena;
	struct hash_key key;
	struct subscriber *table; /* open addressing; an empty place has no user */
	size_t size;              /* a power of two */
	int count;
	struct realm *realms;
	int realm_count, realm_size;
};

struct reading {
	struct subscribers *s;
	const char *name;
	int line;
	char *error;
	size_t error_size;
};

static bool wrong(struct reading *r, const char *what)
{
	snprintf(r->error, r->error_size, "%s:%d: %s", r->name, r->line, what);
	return false;
}

/* The place of USER of REALM, or the empty one where it would be. */
static struct subscriber *place_of(const struct subscribers *s, struct slice user, struct slice realm)
{
	struct hash h;
	hash_start(&h, &s->key);
	hash_part(&h, user);
	hash_part(&h, realm);
	for (size_t i = hash_end(&h);; i++) {
		struct subscriber *at = &s->table[i & (s->size - 1)];
		if (!at->user.len || (slice_equal(at->user, user) && slice_equal(at->realm, realm)))
			return at;
	}
}

static void grow(struct subscribers *s)
{
	struct subscriber *old = s->table;
	size_t size = s->size;
	s->size = size ? 2 * size : 64;
	s->table = calloc(s->size, sizeof *s->table);
	if (!s->table)
		fatal("out of memory (%d subscribers)", s->count);
	for (size_t i = 0; i < size; i++)
		if (old[i].user.len)
			*place_of(s, old[i].user, old[i].realm) = old[i];
	free(old);
}

static struct realm *realm_find(const struct subscribers *s, struct slice name)
{
	for (int i = 0; i < s->realm_count; i++)
		if (slice_equal(s->realms[i].name, name))
			return &s->realms[i];
	return NULL;
}

static struct realm *realm_of(struct subscribers *s, struct slice name)
{
	struct realm *r = realm_find(s, name);
	if (r)
		return r;
	if (s->realm_count == s->realm_size) {
		s->realm_size = s->realm_size ? 2 * s->realm_size : 8;
		s->realms = realloc(s->realms, (size_t)s->realm_size * sizeof *s->realms);
		if (!s->realms)
			fatal("out of memory (realms)");
	}
	r = &s->realms[s->realm_count++];
	*r = (struct realm){ .name = name };
	return r;
}

/* The algorithm whose hash S can be; -1 when it is none. */
static int hash_kind(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (char_hex(s.at[i]) < 0)
			return -1;
	return s.len == digest_length(DIGEST_MD5)      ? DIGEST_MD5
	       : s.len == digest_length(DIGEST_SHA256) ? DIGEST_SHA256
						       : -1;
}

static struct slice lower_case(struct arena *a, struct slice s)
{
	char *text = arena_text(a, s.len);
	for (size_t i = 0; i < s.len; i++)
		text[i] = char_lower(s.at[i]);
	return slice(text, s.len);
}

/* Cuts what stands behind the last colon off *REST. */
static bool cut_last(struct slice *rest, struct slice *piece)
{
	size_t i = rest->len;
	while (i > 0 && rest->at[i - 1] != ':')
		i--;
	if (i == 0)
		return false;
	*piece = slice_trim(slice(rest->at + i, rest->len - i));
	rest->len = i - 1;
	return true;
}

static bool add(struct reading *r, struct slice user, struct slice realm, struct slice hash, int kind)
{
	struct subscribers *s = r->s;
	if (2 * (size_t)s->count >= s->size)
		grow(s);
	struct subscriber *at = place_of(s, user, realm);
	if (!at->user.len) {
		at->user = arena_copy(s->arena, user);
		struct realm *group = realm_find(s, realm);
		at->realm = group ? group->name : arena_copy(s->arena, realm);
		s->count++;
		realm_of(s, at->realm)->users++;
	}
	if (at->ha1[kind].len)
		return wrong(r, "this user has such a hash already");
	at->ha1[kind] = lower_case(s->arena, hash);
	realm_of(s, at->realm)->with[kind]++;
	return true;
}

static bool read_line(struct reading *r, struct slice line)
{
	struct slice user, hash, second, rest = slice_trim(line);
	if (!rest.len || rest.at[0] == '#')
		return true;
	if (memchr(rest.at, '\0', rest.len))
		return wrong(r, "a NUL byte");
	if (!slice_cut(&rest, ':', &user) || !cut_last(&rest, &hash))
		return wrong(r, "expected user:realm:HA1");
	int kind = hash_kind(hash), second_kind = -1;
	if (kind < 0)
		return wrong(r, "HA1 must have 32 (MD5) or 64 (SHA-256) hexadecimal digits; passwords do not "
				"stand here");
	struct slice before = rest;
	if (cut_last(&rest, &second))
		second_kind = hash_kind(second);
	if (second_kind < 0)
		rest = before;
	user = slice_trim(user);
	rest = slice_trim(rest);
	if (!user.len || !rest.len)
		return wrong(r, user.len ? "the realm is empty" : "the user is empty");
	return add(r, user, rest, hash, kind) && (second_kind < 0 || add(r, user, rest, second, second_kind));
}

struct subscribers *subscribers_read_text(struct slice text, const char *name, char *error, size_t size)
{
	struct subscribers *s = calloc(1, sizeof *s);
	struct reading r = { .s = s, .name = name, .error = error, .error_size = size };
	struct slice line;
	if (!s)
		fatal("out of memory (subscribers)");
	s->arena = arena_new(16 << 10);
	if (getrandom(&s->key, sizeof s->key, 0) != sizeof s->key)
		fatal("no randomness: getrandom failed");
	grow(s);
	while (slice_cut(&text, '\n', &line)) {
		r.line++;
		if (!read_line(&r, line)) {
			subscribers_free(s);
			return NULL;
		}
	}
	return s;
}

/* All of FILE, for free(); NULL and errno. */
static char *read_all(FILE *file, size_t *len)
{
	size_t size = 0;
	char *text = NULL;
	*len = 0;
	do {
		if (*len == size) {
			size = size ? 2 * size : 64 << 10;
			text = realloc(text, size);
			if (!text)
				fatal("out of memory (subscribers)");
		}
		*len += fread(text + *len, 1, size - *len, file);
	} while (!feof(file) && !ferror(file));
	if (!ferror(file))
		return text;
	free(text);
	return NULL;
}

struct subscribers *subscribers_read(const char *path, char *error, size_t size)
{
	FILE *file = fopen(path, "re");
	size_t len;
	char *text = file ? read_all(file, &len) : NULL;
	struct subscribers *s = NULL;
	if (text)
		s = subscribers_read_text(slice(text, len), path, error, size);
	else
		snprintf(error, size, "subscribers: cannot read %s: %s", path, strerror(errno));
	free(text);
	if (file)
		fclose(file);
	return s;
}

void subscribers_free(struct subscribers *s)
{
	if (!s)
		return;
	arena_free(s->arena);
	free(s->table);
	free(s->realms);
	free(s);
}

int subscribers_count(const struct subscribers *s)
{
	return s->count;
}

bool subscribers_find(const struct subscribers *s, struct slice user, struct slice realm,
	enum digest_algorithm algorithm, struct slice *ha1)
{
	const struct subscriber *at = place_of(s, user, realm);
	*ha1 = (int)algorithm < HASHES ? at->ha1[algorithm] : SLICE("");
	return at->user.len > 0;
}

bool subscribers_have(const struct subscribers *s, struct slice realm, enum digest_algorithm algorithm)
{
	const struct realm *r = realm_find(s, realm);
	if (!r)
		return algorithm == DIGEST_MD5;
	return (int)algorithm < HASHES && r->with[algorithm] == r->users;
}
