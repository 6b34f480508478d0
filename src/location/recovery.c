/* recovery: the mark of a running keeper, checkpoints, and what is done after a loss of power.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/recovery.h"
#include "base/log.h"
#include <errno.h>
#include <fcntl.h>
#include <lmdb.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	CHECKPOINT_MS = 600000,
	READING_SECONDS = 600, /* a damaged tree may have no end */
	BOOT_ID = 64,
};

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

/* ---- copies, made in a child ---- */

/* Looks at every record of database NAME. */
static bool read_database(MDB_txn *txn, const char *name, bool contacts)
{
	MDB_dbi dbi;
	MDB_cursor *cursor;
	MDB_val key, data;
	if (mdb_dbi_open(txn, name, 0, &dbi) || mdb_cursor_open(txn, dbi, &cursor))
		return false;
	int e, damaged = 0;
	struct arena *arena = arena_new(0);
	for (e = mdb_cursor_get(cursor, &key, &data, MDB_FIRST); !e;
		e = mdb_cursor_get(cursor, &key, &data, MDB_NEXT)) {
		struct binding *list;
		int n;
		if (!contacts)
			continue;
		struct slice record = slice(data.mv_data, data.mv_size);
		if (record.len < sizeof(uint64_t) ||
			!bindings_unpack(slice(record.at + sizeof(uint64_t), record.len - sizeof(uint64_t)),
				arena, &list, &n))
			damaged++;
		arena_reset(arena);
	}
	arena_free(arena);
	mdb_cursor_close(cursor);
	if (damaged)
		log_warn("location: %d damaged records", damaged);
	return e == MDB_NOTFOUND;
}

/* Copies the store in the file FROM, without what is free in it, to the file TO. CHECK: reads all of it first. Alone in its process. */
static bool copy(const char *from, const char *to, bool lock, bool check)
{
	MDB_env *env;
	MDB_txn *txn;
	if (mdb_env_create(&env) || mdb_env_set_maxdbs(env, 3))
		return false;
	if (mdb_env_open(env, from, MDB_RDONLY | (lock ? 0 : MDB_NOSUBDIR | MDB_NOLOCK), 0600))
		return false;
	if (check && (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) || !read_database(txn, "contacts", true) ||
			     !read_database(txn, "expiry", false) || !read_database(txn, "meta", false)))
		return false;
	int fd = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	return fd >= 0 && mdb_env_copyfd2(env, fd, MDB_CP_COMPACT) == 0 && fsync(fd) == 0;
}

/* A child that copies. */
static pid_t start_copy(const char *from, const char *to, bool lock, bool check)
{
	pid_t pid = fork();
	if (pid)
		return pid;
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGALRM, SIG_DFL);
	signal(SIGSEGV, SIG_DFL);
	signal(SIGBUS, SIG_DFL);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	alarm(READING_SECONDS);
	_exit(copy(from, to, lock, check) ? 0 : 1);
}

static bool await_copy(pid_t pid)
{
	int status;
	if (pid < 0)
		return false;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* ---- after an unclean end ---- */

/* Puts FILE, read and written anew, in the store's place. */
static bool restore(const struct location_settings *s, const char *file)
{
	char from[LOCATION_DIRECTORY], fresh[LOCATION_DIRECTORY], to[LOCATION_DIRECTORY];
	path_of(s, file, from);
	path_of(s, "fresh.mdb", fresh);
	path_of(s, "data.mdb", to);
	if (access(from, R_OK) || !await_copy(start_copy(from, fresh, false, true))) {
		unlink(fresh);
		return false;
	}
	if (rename(fresh, to)) {
		log_error("location: %s: %s", to, strerror(errno));
		return false;
	}
	sync_directory(s);
	return true;
}

void recovery_check(const struct location_settings *s)
{
	char path[LOCATION_DIRECTORY], damaged[LOCATION_DIRECTORY], mark[BOOT_ID], now[BOOT_ID];
	read_line(path_of(s, "running", path), mark);
	boot_id(now);
	if (!mark[0] || strcmp(mark, now) == 0)
		return;
	log_notice("location: the machine stopped while the store was in use; checking it");
	/* nobody has the store open: the parent holds its lock */
	unlink(path_of(s, "lock.mdb", path));
	if (restore(s, "data.mdb")) {
		log_notice("location: the store is in order");
	} else {
		rename(path_of(s, "data.mdb", path), path_of(s, "damaged.mdb", damaged));
		if (restore(s, "checkpoint.mdb"))
			log_error("location: the store was damaged: its last checkpoint is used; the damaged "
				  "one "
				  "is kept as %s",
				damaged);
		else
			log_error("location: the store was damaged and there is no checkpoint: it begins "
				  "empty; "
				  "the damaged one is kept as %s",
				damaged);
	}
	unlink(path_of(s, "running", path));
}

/* ---- while the keeper runs ---- */

void recovery_start(struct recovery *r, const struct location_settings *s, uint64_t now)
{
	*r = (struct recovery){ .next = now + CHECKPOINT_MS };
	if (needed(s))
		write_mark(s);
}

static void checkpoint_ended(struct recovery *r, const struct location_settings *s, int status)
{
	char fresh[LOCATION_DIRECTORY], path[LOCATION_DIRECTORY];
	path_of(s, "checkpoint.new", fresh);
	path_of(s, "checkpoint.mdb", path);
	r->child = 0;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && rename(fresh, path) == 0)
		return;
	log_warn("location: no checkpoint could be written; trying again later");
	unlink(fresh);
}

void recovery_tick(struct recovery *r, const struct location_settings *s, uint64_t now, uint64_t commits)
{
	int status;
	if (!needed(s))
		return;
	if (r->child > 0 && waitpid(r->child, &status, WNOHANG) == r->child)
		checkpoint_ended(r, s, status);
	if (now < r->next || r->child > 0)
		return;
	r->next = now + CHECKPOINT_MS;
	if (commits == r->commits)
		return;
	char path[LOCATION_DIRECTORY];
	r->commits = commits;
	r->child = start_copy(s->directory, path_of(s, "checkpoint.new", path), true, false);
	if (r->child < 0)
		log_warn("location: no checkpoint: fork: %s", strerror(errno));
}

void recovery_end(struct recovery *r, const struct location_settings *s, bool clean)
{
	char path[LOCATION_DIRECTORY];
	if (r->child > 0) {
		kill(r->child, SIGKILL);
		waitpid(r->child, NULL, 0);
		unlink(path_of(s, "checkpoint.new", path));
	}
	if (needed(s) && clean)
		unlink(path_of(s, "running", path));
}
