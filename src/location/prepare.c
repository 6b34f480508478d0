/* prepare: the location store's directory, made and locked by the parent before it forks.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/recovery.h"
#include "location/redis_address.h"
#include "location/store.h"
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MEMORY_PREFIX "/dev/shm/sipd-location-"

static const char *const files[] = { "data.mdb", "lock.mdb", "owner", NULL };

static bool path_of(char *path, const char *directory, const char *file)
{
	return snprintf(path, LOCATION_DIRECTORY, "%s/%s", directory, file) < LOCATION_DIRECTORY;
}

static bool make_directory(const char *path, char *error)
{
	struct stat st;
	if (mkdir(path, 0700) == 0)
		return true;
	if (errno != EEXIST)
		snprintf(error, LOCATION_ERROR, "state_dir: cannot make %s: %s", path, strerror(errno));
	else if (stat(path, &st))
		snprintf(error, LOCATION_ERROR, "state_dir: %s: %s", path, strerror(errno));
	else if (!S_ISDIR(st.st_mode))
		snprintf(error, LOCATION_ERROR, "state_dir: %s is not a directory", path);
	else
		return true;
	return false;
}

/* Takes the lock of DIRECTORY; a server that is just ending gets TRIES tenths of a second. Returns the descriptor, or -1. */
static int lock_directory(const char *directory, int tries, char *error)
{
	char path[LOCATION_DIRECTORY];
	if (!path_of(path, directory, "owner")) {
		snprintf(error, LOCATION_ERROR, "state_dir: the path is too long");
		return -1;
	}
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0) {
		snprintf(error, LOCATION_ERROR, "state_dir: cannot write %s: %s", path, strerror(errno));
		return -1;
	}
	while (flock(fd, LOCK_EX | LOCK_NB)) {
		const struct timespec tenth = { .tv_nsec = 100000000 };
		if (errno != EINTR && (errno != EWOULDBLOCK || tries-- <= 0)) {
			snprintf(error, LOCATION_ERROR, "state_dir: %s is used by another sipd", directory);
			close(fd);
			return -1;
		}
		nanosleep(&tenth, NULL);
	}
	return fd;
}

static void remove_directory(const char *directory)
{
	char path[LOCATION_DIRECTORY];
	for (int i = 0; files[i]; i++)
		if (path_of(path, directory, files[i]))
			unlink(path);
	rmdir(directory);
}

/* Removes what servers that were killed have left in memory. */
static void remove_abandoned(void)
{
	glob_t found;
	char error[LOCATION_ERROR];
	if (glob(MEMORY_PREFIX "??????", GLOB_NOSORT, NULL, &found))
		return;
	for (size_t i = 0; i < found.gl_pathc; i++) {
		int fd = lock_directory(found.gl_pathv[i], 0, error);
		if (fd < 0)
			continue;
		remove_directory(found.gl_pathv[i]);
		close(fd);
	}
	globfree(&found);
}

static int prepare_memory(struct location_settings *s, char *error)
{
	remove_abandoned();
	strcpy(s->directory, MEMORY_PREFIX "XXXXXX");
	if (!mkdtemp(s->directory)) {
		snprintf(error, LOCATION_ERROR, "location: cannot make a directory in /dev/shm: %s",
			strerror(errno));
		return -1;
	}
	return lock_directory(s->directory, 0, error);
}

static int prepare_state_dir(struct location_settings *s, char *error)
{
	char state_dir[LOCATION_DIRECTORY];
	if (s->state_dir.len == 0 || s->state_dir.len > LOCATION_DIRECTORY - 32) {
		snprintf(error, LOCATION_ERROR, "state_dir: the path is %s",
			s->state_dir.len ? "too long" : "empty");
		return -1;
	}
	snprintf(state_dir, sizeof state_dir, "%.*s", SLICE_FMT(s->state_dir));
	snprintf(s->directory, sizeof s->directory, "%.*s/location", SLICE_FMT(s->state_dir));
	if (!make_directory(state_dir, error) || !make_directory(s->directory, error))
		return -1;
	int fd = lock_directory(s->directory, 30, error);
	if (fd >= 0)
		recovery_check(s);
	return fd;
}

bool location_check(struct slice backend, char *error)
{
	struct redis_address address = { 0 };
	if (redis_address_is(backend))
		return redis_address_parse(backend, &address, error);
	if (slice_equal(backend, SLICE("lmdb")) || slice_equal(backend, SLICE("memory")))
		return true;
	snprintf(error, LOCATION_ERROR, "location: \"%.*s\" is none of \"lmdb\", \"memory\" and redis://HOST",
		SLICE_FMT(backend));
	return false;
}

static int prepare_redis(struct location_settings *s, char *error)
{
	struct redis_address *a = calloc(1, sizeof *a);
	if (!a || s->prefix.len >= sizeof a->prefix) {
		snprintf(error, LOCATION_ERROR, "location_prefix: longer than %d bytes", REDIS_WORD - 1);
		free(a);
		return -1;
	}
	memcpy(a->prefix, s->prefix.at, s->prefix.len);
	if (!redis_address_parse(s->backend, a, error)) {
		free(a);
		return -1;
	}
	redis_address_look_up(a);
	redis_address_show(a, s->name);
	s->redis = a;
	/* nothing is locked: any descriptor will do */
	return open("/dev/null", O_RDONLY | O_CLOEXEC);
}

int location_prepare(struct location_settings *s, char *error)
{
	if (!location_check(s->backend, error))
		return -1;
	if (redis_address_is(s->backend))
		return prepare_redis(s, error);
	bool memory = slice_equal(s->backend, SLICE("memory"));
	s->memory = memory;
	snprintf(s->name, sizeof s->name, "%.*s", SLICE_FMT(s->backend));
	int fd = memory ? prepare_memory(s, error) : prepare_state_dir(s, error);
	if (fd < 0)
		return -1;
	struct store store;
	if (!store_open(&store, s, true, error)) {
		close(fd);
		return -1;
	}
	int e = store_reason(s->directory, store_try(&store));
	store_close(&store);
	if (e) {
		snprintf(error, LOCATION_ERROR, "location store %s: cannot be written: %s", s->directory,
			e == ENOSPC ? "the disk is full" : mdb_strerror(e));
		close(fd);
		return -1;
	}
	return fd;
}

void location_discard(struct location_settings *s)
{
	if (s->memory)
		remove_directory(s->directory);
	free(s->redis);
	s->redis = NULL;
}
