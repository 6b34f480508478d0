/* store: LMDB as the location store uses it.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * What happens at kill -9. LMDB never overwrites a page that the last committed tree refers to; a commit writes new pages with pwrite and
 * then, as its last step, one meta page. A writer that is killed before that leaves the old tree, after it the new one; nothing in between is
 * visible, and what was written stays in the kernel's page cache. So no fsync is needed against the death of processes, only against that of
 * the machine: MDB_NOSYNC, and the keeper syncs every `location_sync`; with 0 every commit is synced.
 *
 * MDB_WRITEMAP would save copies, but then a full disk is a SIGBUS in the writer instead of ENOSPC from pwrite, and a stray write goes into
 * the store. The write lock is a robust mutex: the next writer gets it from a dead one. Readers never hold a lock. */
#include "location/store.h"
#include <endian.h>
#include <errno.h>
#include <stdio.h>
#include <sys/statvfs.h>

enum { FORMAT = 1, READERS = 250, DATABASES = 3 };

static const uint64_t RESERVE = 16 << 20; /* what removals may use beyond the size */

int store_reason(const char *directory, int error)
{
	struct statvfs disk;
	return error == EIO && statvfs(directory, &disk) == 0 && disk.f_bavail == 0 ? ENOSPC : error;
}

static bool fail(struct store *s, char *error, const char *directory, const char *what, int code)
{
	code = store_reason(directory, code);
	snprintf(error, LOCATION_ERROR, "location store %s: %s: %s", directory, what,
		code == ENOSPC ? "the disk is full" : mdb_strerror(code));
	store_close(s);
	return false;
}

static MDB_val val(struct slice s)
{
	return (MDB_val){ .mv_size = s.len, .mv_data = (void *)(uintptr_t)s.at };
}

static int meta_get(const struct store *s, MDB_txn *txn, struct slice name, uint64_t *n)
{
	MDB_val key = val(name), data;
	int e = mdb_get(txn, s->meta, &key, &data);
	if (!e && data.mv_size != sizeof *n)
		return MDB_CORRUPTED;
	if (!e)
		memcpy(n, data.mv_data, sizeof *n);
	return e;
}

static int meta_put(const struct store *s, MDB_txn *txn, struct slice name, uint64_t n)
{
	MDB_val key = val(name), data = { .mv_size = sizeof n, .mv_data = &n };
	return mdb_put(txn, s->meta, &key, &data, 0);
}

/* Opens the databases in TXN and checks the format. */
static int open_databases(struct store *s, MDB_txn *txn, bool writer)
{
	unsigned flags = writer ? MDB_CREATE : 0;
	int e = mdb_dbi_open(txn, "contacts", flags, &s->contacts);
	if (!e)
		e = mdb_dbi_open(txn, "expiry", flags, &s->expiry);
	if (!e)
		e = mdb_dbi_open(txn, "meta", flags, &s->meta);
	if (e)
		return e;
	uint64_t format = 0;
	e = meta_get(s, txn, SLICE("format"), &format);
	if (e == MDB_NOTFOUND && writer)
		return meta_put(s, txn, SLICE("format"), FORMAT);
	if (!e && format != FORMAT)
		return MDB_VERSION_MISMATCH;
	return e;
}

static bool open_at(struct store *s, const struct location_settings *settings, const char *directory,
	unsigned flags, char *error)
{
	bool writer = !(flags & MDB_RDONLY);
	*s = (struct store){ .size = settings->size };
	int e = mdb_env_create(&s->env);
	if (e)
		return fail(s, error, directory, "cannot be set up", e);
	mdb_env_set_maxdbs(s->env, DATABASES);
	mdb_env_set_maxreaders(s->env, READERS);
	e = mdb_env_set_mapsize(s->env, writer ? settings->size : settings->size + RESERVE);
	if (e)
		return fail(s, error, directory, "location_size", e);
	/* NORDAHEAD: lookups are random */
	e = mdb_env_open(s->env, directory, flags | MDB_NORDAHEAD, 0600);
	if (e)
		return fail(s, error, directory, "cannot be opened", e);
	MDB_txn *txn;
	e = mdb_txn_begin(s->env, NULL, writer ? 0 : MDB_RDONLY, &txn);
	if (e)
		return fail(s, error, directory, "cannot be used", e);
	e = open_databases(s, txn, writer);
	if (e) {
		mdb_txn_abort(txn);
		return fail(s, error, directory, writer ? "cannot be written" : "cannot be read", e);
	}
	e = mdb_txn_commit(txn); /* of a reader too: keeps the database handles */
	return e ? fail(s, error, directory, "cannot be written", e) : true;
}

bool store_open(struct store *s, const struct location_settings *settings, bool writer, char *error)
{
	return open_at(s, settings, settings->directory,
		writer ? settings->sync ? MDB_NOSYNC : 0 : MDB_RDONLY, error);
}

bool store_open_file(struct store *s, const struct location_settings *settings, const char *path, char *error)
{
	return open_at(s, settings, path, MDB_NOSYNC | MDB_NOSUBDIR | MDB_NOLOCK, error);
}

void store_close(struct store *s)
{
	if (s->env)
		mdb_env_close(s->env);
	s->env = NULL;
}

int store_try(struct store *s)
{
	MDB_txn *txn;
	uint64_t starts = 0;
	int e = mdb_txn_begin(s->env, NULL, 0, &txn);
	if (e)
		return e;
	e = meta_get(s, txn, SLICE("starts"), &starts);
	if (e == MDB_NOTFOUND || !e)
		e = meta_put(s, txn, SLICE("starts"), starts + 1);
	if (!e)
		return mdb_txn_commit(txn);
	mdb_txn_abort(txn);
	return e;
}

int store_get(const struct store *s, MDB_txn *txn, struct slice aor, struct slice *record, uint64_t *sweep)
{
	MDB_val key = val(aor), data;
	*record = slice(NULL, 0);
	if (sweep)
		*sweep = 0;
	int e = mdb_get(txn, s->contacts, &key, &data);
	if (e == MDB_NOTFOUND)
		return 0;
	uint64_t second;
	if (e || data.mv_size < sizeof second)
		return e ? e : MDB_CORRUPTED;
	memcpy(&second, data.mv_data, sizeof second);
	if (sweep)
		*sweep = second;
	*record = slice((const char *)data.mv_data + sizeof second, data.mv_size - sizeof second);
	return 0;
}

static MDB_val expiry_key(char *text, struct slice aor, uint64_t second)
{
	uint64_t big = htobe64(second);
	memcpy(text, &big, sizeof big);
	memcpy(text + sizeof big, aor.at, aor.len);
	return (MDB_val){ .mv_size = sizeof big + aor.len, .mv_data = text };
}

int store_forget_due(const struct store *s, MDB_txn *txn, struct slice aor, uint64_t sweep)
{
	char text[sizeof sweep + LOCATION_AOR_MAX];
	MDB_val key = expiry_key(text, aor, sweep);
	int e = mdb_del(txn, s->expiry, &key, NULL);
	return e == MDB_NOTFOUND ? 0 : e;
}

static int add_due(const struct store *s, MDB_txn *txn, struct slice aor, uint64_t sweep)
{
	char text[sizeof sweep + LOCATION_AOR_MAX];
	MDB_val key = expiry_key(text, aor, sweep), nothing = { 0 };
	return mdb_put(txn, s->expiry, &key, &nothing, 0);
}

static int count_bindings(const struct store *s, MDB_txn *txn, int more)
{
	uint64_t n = 0;
	int e = more ? meta_get(s, txn, SLICE("bindings"), &n) : 0;
	if (e && e != MDB_NOTFOUND)
		return e;
	n = more < 0 && n < (uint64_t)-more ? 0 : n + (uint64_t)more;
	return more ? meta_put(s, txn, SLICE("bindings"), n) : 0;
}

int store_put(const struct store *s, MDB_txn *txn, struct slice aor, const struct binding *list, int n,
	int n_before, uint64_t sweep)
{
	MDB_val key = val(aor);
	uint64_t earliest = bindings_earliest(list, n);
	int e = count_bindings(s, txn, n - n_before);
	if (!e && sweep && (!n || earliest < sweep))
		e = store_forget_due(s, txn, aor, sweep);
	if (e)
		return e;
	if (!n) {
		e = mdb_del(txn, s->contacts, &key, NULL);
		return e == MDB_NOTFOUND ? 0 : e;
	}
	if (!sweep || earliest < sweep) {
		sweep = earliest;
		e = add_due(s, txn, aor, sweep);
	}
	if (e)
		return e;
	MDB_val data = { .mv_size = sizeof sweep + bindings_size(list, n) };
	e = mdb_put(txn, s->contacts, &key, &data, MDB_RESERVE);
	if (e)
		return e;
	memcpy(data.mv_data, &sweep, sizeof sweep);
	struct buffer b = buffer((char *)data.mv_data + sizeof sweep, data.mv_size - sizeof sweep);
	bindings_pack(list, n, &b);
	return b.full ? MDB_BAD_VALSIZE : 0;
}

int store_due(
	const struct store *s, MDB_txn *txn, uint64_t now, char *aor_text, struct slice *aor, uint64_t *sweep)
{
	MDB_cursor *cursor;
	MDB_val key, data;
	int e = mdb_cursor_open(txn, s->expiry, &cursor);
	if (e)
		return e;
	e = mdb_cursor_get(cursor, &key, &data, MDB_FIRST);
	if (!e && (key.mv_size < sizeof *sweep || key.mv_size > sizeof *sweep + LOCATION_AOR_MAX))
		e = MDB_CORRUPTED;
	if (!e) {
		uint64_t big;
		memcpy(&big, key.mv_data, sizeof big);
		*sweep = be64toh(big);
		*aor = slice(aor_text, key.mv_size - sizeof big);
		memcpy(aor_text, (const char *)key.mv_data + sizeof big, aor->len);
		if (*sweep > now)
			e = MDB_NOTFOUND;
	}
	mdb_cursor_close(cursor);
	return e;
}

void store_count(const struct store *s, MDB_txn *txn, struct location_counts *counts)
{
	MDB_stat stat;
	MDB_envinfo info;
	if (!mdb_stat(txn, s->contacts, &stat)) {
		counts->aors = stat.ms_entries;
		if (!mdb_env_info(s->env, &info))
			counts->bytes = (info.me_last_pgno + 1) * (uint64_t)stat.ms_psize;
	}
	if (meta_get(s, txn, SLICE("bindings"), &counts->bindings))
		counts->bindings = 0;
}

void store_reserve(struct store *s, bool on)
{
	mdb_env_set_mapsize(s->env, on ? s->size + RESERVE : s->size);
}

bool store_is_full(int error)
{
	return error == MDB_MAP_FULL || error == ENOSPC || error == EDQUOT;
}
