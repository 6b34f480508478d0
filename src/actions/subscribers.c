/* subscribers: the interface, and its backend that has a file of users, realms and hashes as a table in memory.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/subscribers.h"
#include "base/log.h"
#include "sip/chars.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

enum { HASHES = DIGEST_ALGORITHMS };

struct subscriber {
	struct slice user, realm;
	struct slice ha1[HASHES]; /* lower case; "" none */
};

struct realm {
	struct slice name;
	int users, with[HASHES];
};

struct file {
	struct subscribers subscribers;
	struct subscribers_edition edition;
	struct arena *arena;
	struct hash_key key;
	struct subscriber *table; /* open addressing; an empty place has no user */
	size_t size;              /* a power of two */
	int count;
	struct realm *realms;
	int realm_count, realm_size;
};

struct reading {
	struct file *s;
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
static struct subscriber *place_of(const struct file *s, struct slice user, struct slice realm)
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

static void grow(struct file *s)
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

static struct realm *realm_find(const struct file *s, struct slice name)
{
	for (int i = 0; i < s->realm_count; i++)
		if (slice_equal(s->realms[i].name, name))
			return &s->realms[i];
	return NULL;
}

static struct realm *realm_of(struct file *s, struct slice name)
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

enum digest_algorithm subscribers_hash(struct slice s, struct slice *ha1)
{
	enum digest_algorithm algorithm = DIGEST_ALGORITHMS;
	struct slice name;
	bool session = false;
	*ha1 = s;
	if (slice_find(s, '=') >= 0) {
		slice_cut(ha1, '=', &name);
		if (!digest_algorithm_parse(slice_trim(name), &algorithm, &session) || session)
			return DIGEST_ALGORITHMS;
		*ha1 = slice_trim(*ha1);
	} else if (s.len == digest_length(DIGEST_MD5)) {
		algorithm = DIGEST_MD5;
	} else {
		algorithm = DIGEST_SHA256;
	}
	for (size_t i = 0; i < ha1->len; i++)
		if (char_hex(ha1->at[i]) < 0)
			return DIGEST_ALGORITHMS;
	return ha1->len == digest_length(algorithm) ? algorithm : DIGEST_ALGORITHMS;
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
	struct file *s = r->s;
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

int subscribers_line(
	struct slice line, struct slice *user, struct slice *realm, struct slice hashes[DIGEST_ALGORITHMS])
{
	struct slice rest = slice_trim(line), before, piece, ha1;
	int n = 0;
	if (!slice_cut(&rest, ':', user))
		return 0;
	for (before = rest; n < HASHES && cut_last(&rest, &piece); before = rest) {
		if (subscribers_hash(piece, &ha1) == DIGEST_ALGORITHMS)
			break;
		hashes[n++] = piece;
	}
	*user = slice_trim(*user);
	*realm = slice_trim(before);
	return n;
}

static bool read_line(struct reading *r, struct slice line)
{
	struct slice user, realm, hash[HASHES], ha1, rest = slice_trim(line);
	if (!rest.len || rest.at[0] == '#')
		return true;
	if (memchr(rest.at, '\0', rest.len))
		return wrong(r, "a NUL byte");
	int n = subscribers_line(rest, &user, &realm, hash);
	if (!n && (!slice_cut(&rest, ':', &user) || slice_find(rest, ':') < 0))
		return wrong(r, "expected user:realm:HA1");
	if (!n)
		return wrong(r, "HA1 must have 32 (MD5) or 64 (SHA-256) hexadecimal digits; passwords do not "
				"stand here");
	if (!user.len || !realm.len)
		return wrong(r, user.len ? "the realm is empty" : "the user is empty");
	while (n-- > 0) {
		enum digest_algorithm algorithm = subscribers_hash(hash[n], &ha1);
		if (!add(r, user, realm, ha1, (int)algorithm))
			return false;
	}
	return true;
}

static bool file_fetch(struct subscribers *subscribers, struct subscriber_query *q)
{
	struct file *s = (struct file *)subscribers;
	const struct subscriber *at = place_of(s, q->user, q->realm);
	const struct realm *r = realm_find(s, q->realm);
	q->failed = false;
	q->known = at->user.len > 0;
	q->algorithms = 0;
	for (int i = 0; i < HASHES; i++) {
		q->ha1[i] = at->ha1[i];
		/* a realm without subscribers, or whose have no hash in common, is challenged as RFC 3261 22.4 wants */
		if (q->known ? at->ha1[i].len > 0 : r && r->with[i] == r->users)
			q->algorithms |= 1u << i;
	}
	if (!q->algorithms)
		q->algorithms = 1u << DIGEST_MD5;
	return true;
}

static void file_free(struct subscribers *subscribers)
{
	struct file *s = (struct file *)subscribers;
	arena_free(s->arena);
	free(s->table);
	free(s->realms);
	free(s);
}

struct subscribers *subscribers_read_text(struct slice text, const char *name, char *error, size_t size)
{
	static const struct subscribers_backend backend = { .fetch = file_fetch, .free = file_free };
	struct file *s = calloc(1, sizeof *s);
	struct reading r = { .s = s, .name = name, .error = error, .error_size = size };
	struct slice line;
	if (!s)
		fatal("out of memory (subscribers)");
	s->subscribers.backend = &backend;
	s->arena = arena_new(16 << 10);
	if (getrandom(&s->key, sizeof s->key, 0) != sizeof s->key)
		fatal("no randomness: getrandom failed");
	grow(s);
	while (slice_cut(&text, '\n', &line)) {
		r.line++;
		if (!read_line(&r, line)) {
			file_free(&s->subscribers);
			return NULL;
		}
	}
	return &s->subscribers;
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

static struct subscribers_edition edition_of(const struct stat *st)
{
	return (struct subscribers_edition){ .device = st->st_dev,
		.inode = st->st_ino,
		.size = (uint64_t)st->st_size,
		.seconds = (uint64_t)st->st_mtim.tv_sec,
		.nanoseconds = (uint64_t)st->st_mtim.tv_nsec };
}

struct subscribers_edition subscribers_edition_at(const char *path)
{
	struct stat st;
	return stat(path, &st) ? (struct subscribers_edition){ 0 } : edition_of(&st);
}

struct subscribers_edition subscribers_edition(const struct subscribers *s)
{
	return ((const struct file *)s)->edition;
}

struct subscribers *subscribers_read(const char *path, char *error, size_t size)
{
	FILE *file = fopen(path, "re");
	struct stat st;
	size_t len;
	/* its edition first: what is written while we read is another one */
	bool good = file && fstat(fileno(file), &st) == 0;
	char *text = good ? read_all(file, &len) : NULL;
	struct subscribers *s = NULL;
	if (text)
		s = subscribers_read_text(slice(text, len), path, error, size);
	else
		snprintf(error, size, "subscribers: cannot read %s: %s", path, strerror(errno));
	if (s)
		((struct file *)s)->edition = edition_of(&st);
	if (text)
		explicit_bzero(text, len);
	free(text);
	if (file)
		fclose(file);
	return s;
}

int subscribers_count(const struct subscribers *s)
{
	return ((const struct file *)s)->count;
}

/* ---- any backend ---- */

bool subscribers_fetch(struct subscribers *s, struct subscriber_query *q)
{
	return s->backend->fetch(s, q);
}

void subscribers_cancel(struct subscribers *s, struct subscriber_query *q)
{
	if (s->backend->cancel)
		s->backend->cancel(s, q);
}

void subscribers_free(struct subscribers *s)
{
	if (s)
		s->backend->free(s);
}
