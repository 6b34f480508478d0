/* recovery: the mark of a running keeper, checkpoints, and what is done with a damaged store.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/recovery.h"
#include "base/log.h"
#include "location/store.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	CHECKPOINT_LEAST_MS = 60000, /* between checkpoints, or: */
	CHECKPOINT_SHARE = 100,      /* this many times as long as one takes, */
	CHECKPOINT_MOST_MS = 600000, /* but no more */
	LOOK_MS = 2000,              /* between looks at a suspected store */
	READING_SECONDS = 600,       /* a damaged tree may have no end */
	SALVAGE_BATCH = 1000,
	BOOT_ID = 64,
};

/* How a child that looked ends; by a signal: DAMAGED. */
enum { GOOD, FAILED, DAMAGED };

static bool needed(const struct location_settings *s)
{
	return s->sync > 0 && !s->memory;
}

static const char *path_of(const struct location_settings *s, const char *file, char *path)
{
	if (snprintf(path, LOCATION_DIRECTORY, "%s/%s", s->directory, file) >= LOCATION_DIRECTORY)
		fatal("state_dir: the path is too long");
	return path;
}

/* Reads the first line of PATH into TEXT of BOOT_ID bytes; "" when there is none. */
static void read_line(const char *path, char *text)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? 0 : read(fd, text, BOOT_ID - 1);
	text[n > 0 ? n : 0] = '\0';
	text[strcspn(text, "\n")] = '\0';
	if (fd >= 0)
		close(fd);
}

static void boot_id(char *text)
{
	read_line("/proc/sys/kernel/random/boot_id", text);
}

static void sync_directory(const struct location_settings *s)
{
	int fd = open(s->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return;
	if (fsync(fd))
		log_warn("location: %s: %s", s->directory, strerror(errno));
	close(fd);
}

static void write_mark(const struct location_settings *s)
{
	char path[LOCATION_DIRECTORY], id[BOOT_ID];
	boot_id(id);
	int fd = open(path_of(s, "running", path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd < 0 || write(fd, id, strlen(id)) < 0 || fsync(fd))
		log_warn("location: %s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	sync_directory(s);
}

/* ---- in a child ---- */

/* What is to be seen in one database. */
struct census {
	size_t entries; /* that its root says there are */
	size_t seen, broken;
	uint64_t bindings;
};

static int compare(MDB_val a, MDB_val b)
{
	int c = memcmp(a.mv_data, b.mv_data, a.mv_size < b.mv_size ? a.mv_size : b.mv_size);
	return c ? c : a.mv_size < b.mv_size ? -1 : a.mv_size > b.mv_size;
}

static bool read_record(MDB_val data, struct arena *a, struct binding **list, int *n)
{
	const size_t second = sizeof(uint64_t); /* the sweeper's */
	return data.mv_size >= second &&
	       bindings_unpack(slice((const char *)data.mv_data + second, data.mv_size - second), a, list, n);
}

/* Counts what is in database NAME; with ALL reads it. Returns 0 or LMDB's error. */
static int take_census(MDB_txn *txn, const char *name, bool all, struct census *c)
{
	MDB_dbi dbi;
	MDB_cursor *cursor;
	MDB_stat stat;
	MDB_val key, data;
	char last[sizeof(uint64_t) + LOCATION_AOR_MAX];
	size_t last_len = 0;
	bool contacts = strcmp(name, "contacts") == 0;
	*c = (struct census){ 0 };
	int e = mdb_dbi_open(txn, name, 0, &dbi);
	if (!e)
		e = mdb_stat(txn, dbi, &stat);
	if (!e)
		e = mdb_cursor_open(txn, dbi, &cursor);
	if (e)
		return e;
	c->entries = stat.ms_entries;
	struct arena *arena = arena_new(0);
	for (e = mdb_cursor_get(cursor, &key, &data, MDB_FIRST); !e && all;
		e = mdb_cursor_get(cursor, &key, &data, MDB_NEXT)) {
		struct binding *list;
		int n = 0;
		MDB_val before = { .mv_size = last_len, .mv_data = last };
		if (key.mv_size > sizeof last || (c->seen && compare(before, key) >= 0))
			return MDB_CORRUPTED;
		memcpy(last, key.mv_data, key.mv_size);
		last_len = key.mv_size;
		c->seen++;
		c->broken += contacts && !read_record(data, arena, &list, &n);
		c->bindings += (uint64_t)n;
		arena_reset(arena);
	}
	arena_free(arena);
	mdb_cursor_close(cursor);
	return e == MDB_NOTFOUND ? 0 : e;
}

/* Whether all that is counted twice is the same: pages of different commits do not add up. */
static bool adds_up(MDB_txn *txn, const struct census *contacts, const struct census *expiry)
{
	MDB_dbi meta;
	MDB_val key = { .mv_size = 8, .mv_data = (void *)(uintptr_t) "bindings" }, data;
	uint64_t bindings = 0;
	if (mdb_dbi_open(txn, "meta", 0, &meta))
		return false;
	if (!mdb_get(txn, meta, &key, &data)) {
		if (data.mv_size != sizeof bindings)
			return false;
		memcpy(&bindings, data.mv_data, sizeof bindings);
	}
	return !contacts->broken && contacts->seen == contacts->entries && expiry->seen == expiry->entries &&
	       contacts->seen == expiry->seen && contacts->bindings == bindings;
}

static bool is_damage(int error)
{
	return error == MDB_CORRUPTED || error == MDB_PAGE_NOTFOUND || error == MDB_INVALID ||
	       error == MDB_NOTFOUND || error == MDB_INCOMPATIBLE || error == MDB_BAD_TXN ||
	       error == MDB_CURSOR_FULL || error == EINVAL;
}

/* Whether the file of ENV has all the pages that its root speaks of. One that has not is short only when somebody refers to those. */
static bool is_whole(MDB_env *env)
{
	MDB_envinfo info;
	MDB_stat stat;
	struct stat st;
	int fd;
	return mdb_env_info(env, &info) == 0 && mdb_env_stat(env, &stat) == 0 &&
	       mdb_env_get_fd(env, &fd) == 0 && fstat(fd, &st) == 0 &&
	       (uint64_t)st.st_size >= (info.me_last_pgno + 1) * (uint64_t)stat.ms_psize;
}

/* Opens the store in FROM, a directory, or with FILE a file that nobody else uses. */
static int open_reader(const char *from, bool file, MDB_env **env)
{
	int e = mdb_env_create(env);
	if (!e)
		e = mdb_env_set_maxdbs(*env, 3);
	return e ? e : mdb_env_open(*env, from, MDB_RDONLY | (file ? MDB_NOSUBDIR | MDB_NOLOCK : 0), 0600);
}

/* Looks at the store; with ALL, or when it is short, at all of it. */
static int look(MDB_env *env, bool all)
{
	MDB_txn *txn;
	struct census contacts, expiry, meta;
	all = all || !is_whole(env);
	int e = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
	if (!e)
		e = take_census(txn, "contacts", all, &contacts);
	if (!e)
		e = take_census(txn, "expiry", all, &expiry);
	if (!e)
		e = take_census(txn, "meta", all, &meta);
	if (e)
		return is_damage(e) ? DAMAGED : FAILED;
	int result = all && !adds_up(txn, &contacts, &expiry) ? DAMAGED : GOOD;
	mdb_txn_abort(txn);
	return result;
}

/* Which end of a damaged store is read first. */
enum end { FRONT, BACK };

struct task {
	const char *from;
	bool file;      /* FROM is a file that nobody else uses; else the directory of a store */
	bool all;       /* look at all of it */
	const char *to; /* copy it to this file, without what is free in it; NULL: no copy */
};

static int do_task(const struct task *t)
{
	MDB_env *env;
	int e = open_reader(t->from, t->file, &env);
	if (e)
		return is_damage(e) ? DAMAGED : FAILED;
	int result = look(env, t->all);
	if (result != GOOD || !t->to)
		return result;
	int fd = open(t->to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	return fd >= 0 && mdb_env_copyfd2(env, fd, MDB_CP_COMPACT) == 0 && fsync(fd) == 0 ? GOOD : FAILED;
}

/* Forks a child that may die of what it reads. */
static pid_t fork_reader(void)
{
	pid_t pid = fork();
	if (pid)
		return pid;
	const struct rlimit no_core = { 0 };
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGALRM, SIG_DFL);
	signal(SIGSEGV, SIG_DFL);
	signal(SIGBUS, SIG_DFL);
	signal(SIGABRT, SIG_DFL);
	(void)setrlimit(RLIMIT_CORE, &no_core); /* to die of a damaged store is what it is for */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	(void)freopen("/dev/null", "w", stderr); /* LMDB's last words are no help */
	alarm(READING_SECONDS);
	return 0;
}

static pid_t start(const struct task *t)
{
	pid_t pid = fork_reader();
	if (pid == 0)
		_exit(do_task(t));
	return pid;
}

static int result_of(int status)
{
	return WIFEXITED(status) ? WEXITSTATUS(status) : DAMAGED;
}

static int await(pid_t pid)
{
	int status;
	if (pid < 0)
		return FAILED;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return FAILED;
	return result_of(status);
}

/* ---- a new store for a damaged one ---- */

/* Puts the good records of the damaged store that CURSOR gives in direction STEP into FRESH, until one cannot be reached. */
static void salvage_from(struct store *fresh, MDB_cursor *cursor, MDB_cursor_op first, MDB_cursor_op step)
{
	MDB_val key, data;
	MDB_txn *txn = NULL;
	struct arena *arena = arena_new(0);
	size_t saved = 0;
	int e = 0;
	for (MDB_cursor_op op = first; !e && !mdb_cursor_get(cursor, &key, &data, op); op = step) {
		struct slice aor = slice(key.mv_data, key.mv_size), before;
		struct binding *list, *old;
		int n, n_old = 0;
		uint64_t sweep;
		if (!aor.len || aor.len > LOCATION_AOR_MAX || !read_record(data, arena, &list, &n))
			continue;
		e = txn ? 0 : mdb_txn_begin(fresh->env, NULL, 0, &txn);
		if (!e)
			e = store_get(fresh, txn, aor, &before, &sweep);
		if (!e && before.len)
			(void)bindings_unpack(arena_copy(arena, before), arena, &old, &n_old);
		if (!e)
			e = store_put(fresh, txn, aor, list, n, n_old, sweep);
		if (!e && ++saved % SALVAGE_BATCH == 0) {
			/* what is saved stays, should the next page kill us */
			e = mdb_txn_commit(txn);
			txn = NULL;
		}
		arena_reset(arena);
	}
	if (txn)
		e ? mdb_txn_abort(txn) : (void)mdb_txn_commit(txn);
	arena_free(arena);
}

/* Brings what can be read of damaged.mdb, beginning at END, into fresh.mdb. */
static int salvage(const struct location_settings *s, enum end end)
{
	char from[LOCATION_DIRECTORY], to[LOCATION_DIRECTORY], error[LOCATION_ERROR];
	struct store fresh;
	MDB_env *env;
	MDB_txn *txn;
	MDB_dbi dbi;
	MDB_cursor *cursor;
	if (!store_open_file(&fresh, s, path_of(s, "fresh.mdb", to), error)) {
		log_error("%s", error);
		return FAILED;
	}
	if (open_reader(path_of(s, "damaged.mdb", from), true, &env) ||
		mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) || mdb_dbi_open(txn, "contacts", 0, &dbi) ||
		mdb_cursor_open(txn, dbi, &cursor))
		return GOOD; /* nothing can be read of it */
	if (end == FRONT)
		salvage_from(&fresh, cursor, MDB_FIRST, MDB_NEXT);
	else
		salvage_from(&fresh, cursor, MDB_LAST, MDB_PREV);
	return mdb_env_sync(fresh.env, 1) ? FAILED : GOOD;
}

static void salvage_all(const struct location_settings *s)
{
	/* two, since each goes only as far as the damage lets it live */
	for (enum end end = FRONT; end <= BACK; end++) {
		pid_t pid = fork_reader();
		if (pid == 0)
			_exit(salvage(s, end));
		(void)await(pid);
	}
}

void recovery_replace(const struct location_settings *s)
{
	char path[LOCATION_DIRECTORY], damaged[LOCATION_DIRECTORY], fresh[LOCATION_DIRECTORY];
	path_of(s, "damaged.mdb", damaged);
	path_of(s, "fresh.mdb", fresh);
	(void)rename(path_of(s, "data.mdb", path), damaged);
	(void)unlink(path_of(s, "lock.mdb", path));
	(void)unlink(fresh);
	const struct task restore = { path_of(s, "checkpoint.mdb", path), true, true, fresh };
	bool checkpoint = access(path, R_OK) == 0 && await(start(&restore)) == GOOD;
	if (!checkpoint)
		(void)unlink(fresh);
	salvage_all(s);
	if (access(fresh, R_OK) == 0 && rename(fresh, path_of(s, "data.mdb", path)))
		log_error("location: %s: %s", path, strerror(errno));
	sync_directory(s);
	log_error("location: the store was damaged. The new one has %s and what could be read of the damaged "
		  "one, "
		  "which is kept as %s",
		checkpoint ? "all of the last checkpoint" : "no checkpoint to begin with,", damaged);
}

bool recovery_is_damaged(const struct location_settings *s)
{
	const struct task whole = { s->directory, false, true, NULL };
	return !s->memory && await(start(&whole)) == DAMAGED;
}

static bool is_there(const struct location_settings *s, const char *file)
{
	char path[LOCATION_DIRECTORY];
	struct stat st;
	return stat(path_of(s, file, path), &st) == 0 && st.st_size > 0;
}

void recovery_check(const struct location_settings *s)
{
	char path[LOCATION_DIRECTORY], data[LOCATION_DIRECTORY], mark[BOOT_ID], now[BOOT_ID];
	struct stat st;
	read_line(path_of(s, "running", path), mark);
	boot_id(now);
	bool stopped = mark[0] && strcmp(mark, now) != 0;
	bool new = stat(path_of(s, "data.mdb", data), &st) != 0 && !is_there(s, "checkpoint.mdb");
	if (new)
		return;
	if (stopped)
		log_notice("location: the machine stopped while the store was in use; checking it");
	/* nobody has the store open: the parent holds its lock */
	unlink(path_of(s, "lock.mdb", path));
	const struct task task = { data, true, stopped, NULL };
	int result = is_there(s, "data.mdb") ? await(start(&task)) : DAMAGED;
	if (result == DAMAGED)
		recovery_replace(s);
	else if (stopped && result == GOOD)
		log_notice("location: the store is in order");
	unlink(path_of(s, "running", path));
}

/* ---- while the keeper runs ---- */

void recovery_start(struct recovery *r, const struct location_settings *s, uint64_t now)
{
	*r = (struct recovery){ .next = now + CHECKPOINT_LEAST_MS };
	if (needed(s))
		write_mark(s);
}

/* When the next checkpoint is due, after one that took TOOK milliseconds. */
static uint64_t pause_after(uint64_t took)
{
	uint64_t pause = took * CHECKPOINT_SHARE;
	return pause < CHECKPOINT_LEAST_MS  ? CHECKPOINT_LEAST_MS
	       : pause > CHECKPOINT_MOST_MS ? CHECKPOINT_MOST_MS
					    : pause;
}

/* The child has ended with RESULT. */
static void child_ended(struct recovery *r, const struct location_settings *s, uint64_t now, int result)
{
	char fresh[LOCATION_DIRECTORY], path[LOCATION_DIRECTORY];
	r->child = 0;
	if (r->looking)
		return;
	path_of(s, "checkpoint.new", fresh);
	path_of(s, "checkpoint.mdb", path);
	r->next = now + pause_after(now - r->started);
	if (result == GOOD && rename(fresh, path) == 0)
		return;
	if (result != DAMAGED)
		log_warn("location: no checkpoint could be written; trying again later");
	unlink(fresh);
}

static void start_child(struct recovery *r, const struct location_settings *s, uint64_t now, bool looking)
{
	char path[LOCATION_DIRECTORY];
	const struct task task = { s->directory, false, true,
		looking ? NULL : path_of(s, "checkpoint.new", path) };
	r->looking = looking;
	r->started = now;
	r->child = start(&task);
	if (r->child >= 0)
		return;
	log_warn("location: no look at the store: fork: %s", strerror(errno));
	r->child = 0;
}

bool recovery_tick(struct recovery *r, const struct location_settings *s, uint64_t now, uint64_t commits,
	uint64_t suspected)
{
	int status;
	if (s->memory)
		return false;
	if (r->child > 0 && waitpid(r->child, &status, WNOHANG) == r->child) {
		child_ended(r, s, now, result_of(status));
		if (result_of(status) == DAMAGED)
			return true;
	}
	if (r->child > 0)
		return false;
	if (suspected != r->suspected && now >= r->next_look) {
		r->suspected = suspected;
		r->next_look = now + LOOK_MS;
		start_child(r, s, now, true);
	} else if (needed(s) && now >= r->next) {
		r->next = now + CHECKPOINT_LEAST_MS;
		if (commits == r->commits)
			return false;
		r->commits = commits;
		start_child(r, s, now, false);
	}
	return false;
}

void recovery_end(struct recovery *r, const struct location_settings *s, bool clean)
{
	char path[LOCATION_DIRECTORY];
	if (r->child > 0) {
		kill(r->child, SIGKILL);
		waitpid(r->child, NULL, 0);
		unlink(path_of(s, "checkpoint.new", path));
		r->child = 0;
	}
	if (needed(s) && clean)
		unlink(path_of(s, "running", path));
}
