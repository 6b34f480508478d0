/* roster: the file of subscribers, changed as a whole.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/roster.h"
#include "actions/subscribers.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

enum { SIZE_MOST = 256 << 20 };

struct roster {
	const char *path;
	int fd; /* of the file, locked */
	struct stat st;
	char *text;
	size_t len;
	char *error;
};

static bool fail(struct roster *r, const char *what)
{
	snprintf(r->error, ROSTER_ERROR, "%s: %s%s%s", r->path, what, errno ? ": " : "",
		errno ? strerror(errno) : "");
	return false;
}

static bool refuse(struct roster *r, const char *what)
{
	errno = 0;
	return fail(r, what);
}

bool roster_names_good(struct slice user, struct slice realm, const char **what)
{
	*what = NULL;
	if (!user.len || !realm.len)
		*what = user.len ? "the realm is empty" : "the user is empty";
	else if (slice_find(user, ':') >= 0 || user.at[0] == '#')
		*what = "a user name cannot have a colon, or a # at its beginning";
	for (size_t i = 0; i < user.len + realm.len && !*what; i++) {
		unsigned char c = (unsigned char)(i < user.len ? user.at[i] : realm.at[i - user.len]);
		if (c < 0x20 || c == 0x7f)
			*what = "user and realm cannot have control characters";
	}
	if (!*what && (slice_trim(user).len != user.len || slice_trim(realm).len != realm.len))
		*what = "user and realm cannot begin or end with blanks";
	return !*what;
}

static bool read_text(struct roster *r)
{
	if (r->st.st_size > SIZE_MOST)
		return refuse(r, "the file is too large");
	r->text = malloc((size_t)r->st.st_size + 1);
	if (!r->text)
		return fail(r, "no memory");
	while (r->len < (size_t)r->st.st_size) {
		ssize_t n = pread(r->fd, r->text + r->len, (size_t)r->st.st_size - r->len, (off_t)r->len);
		if (n < 0 && errno != EINTR)
			return fail(r, "cannot be read");
		if (n == 0)
			break;
		r->len += n > 0 ? (size_t)n : 0;
	}
	return true;
}

/* A file that root has just made belongs to the group that sipd runs as, where there is one: it must read it. */
static void share(struct roster *r)
{
	const struct group *g;
	if (r->st.st_size == 0 && geteuid() == 0 && r->st.st_gid == 0 && (g = getgrnam("sipd")) &&
		fchown(r->fd, (uid_t)-1, g->gr_gid) == 0)
		r->st.st_gid = g->gr_gid;
}

/* Opens the file; with FLAGS to create, makes it. With LOCK it is still the file of that name when we have the lock. */
static bool open_roster(struct roster *r, int flags, bool lock)
{
	struct stat named;
	for (;;) {
		r->fd = open(r->path, flags | O_CLOEXEC, 0640);
		if (r->fd < 0)
			return fail(r, "cannot be opened");
		if (lock && flock(r->fd, LOCK_EX))
			return fail(r, "cannot be locked");
		if (fstat(r->fd, &r->st))
			return fail(r, "cannot be read");
		share(r);
		if (!S_ISREG(r->st.st_mode))
			return refuse(r, "is no file");
		if (!lock || (stat(r->path, &named) == 0 && named.st_ino == r->st.st_ino &&
				     named.st_dev == r->st.st_dev))
			return read_text(r);
		close(r->fd); /* another one took its place meanwhile */
	}
}

static void close_roster(struct roster *r)
{
	if (r->text)
		explicit_bzero(r->text, r->len);
	free(r->text);
	if (r->fd >= 0)
		close(r->fd);
}

/* Whether LINE is one of USER of REALM. */
static bool is_of(struct slice line, struct slice user, struct slice realm)
{
	struct slice name, where, hashes[DIGEST_ALGORITHMS], text = slice_trim(line);
	return text.len && text.at[0] != '#' && subscribers_line(text, &name, &where, hashes) &&
	       slice_equal(name, user) && slice_equal(where, realm);
}

static void write_line(
	FILE *out, struct slice user, struct slice realm, struct slice password, unsigned algorithms)
{
	static const enum digest_algorithm all[] = { DIGEST_MD5, DIGEST_SHA256, DIGEST_SHA512_256 };
	char text[DIGEST_TEXT];
	fprintf(out, "%.*s:%.*s", SLICE_FMT(user), SLICE_FMT(realm));
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		struct slice name = digest_algorithm_name(all[i]);
		struct slice ha1 = digest_ha1(all[i], user, realm, password, text);
		/* a library may lack one */
		if (!ha1.len || !(algorithms & 1u << all[i]))
			continue;
		if (all[i] == DIGEST_SHA512_256)
			fprintf(out, ":%.*s=%.*s", SLICE_FMT(name), SLICE_FMT(ha1));
		else
			fprintf(out, ":%.*s", SLICE_FMT(ha1));
	}
	fputc('\n', out);
	explicit_bzero(text, sizeof text);
}

/* The changed text into OUT. */
static bool write_changed(struct roster *r, FILE *out, enum roster_change change, struct slice user,
	struct slice realm, struct slice password, unsigned algorithms)
{
	struct slice rest = slice(r->text, r->len), line;
	bool there = false;
	while (slice_cut(&rest, '\n', &line)) {
		if (!is_of(line, user, realm)) {
			if (line.len || rest.len)
				fprintf(out, "%.*s\n", SLICE_FMT(line));
			continue;
		}
		if (change == ROSTER_ADD)
			return refuse(r, "this user of this realm is there already");
		if (change == ROSTER_PASSWD && !there)
			write_line(out, user, realm, password, algorithms);
		there = true;
	}
	if (change == ROSTER_ADD)
		write_line(out, user, realm, password, algorithms);
	else if (!there)
		return refuse(r, "there is no such user of this realm");
	return true;
}

/* Puts what WRITES makes in the file's place, with its mode and owner. */
static bool replace(struct roster *r, enum roster_change change, struct slice user, struct slice realm,
	struct slice password, unsigned algorithms)
{
	char path[PATH_MAX];
	if (snprintf(path, sizeof path, "%s.XXXXXX", r->path) >= (int)sizeof path)
		return refuse(r, "the path is too long");
	int fd = mkostemp(path, O_CLOEXEC);
	FILE *out = fd < 0 ? NULL : fdopen(fd, "w");
	if (!out) {
		fail(r, "no file can be made beside it");
		if (fd >= 0)
			close(fd);
		return false;
	}
	bool good = write_changed(r, out, change, user, realm, password, algorithms);
	if (good && (fchmod(fd, r->st.st_mode & 07777) ||
			    (fchown(fd, r->st.st_uid, r->st.st_gid) && geteuid() == 0) || fflush(out) ||
			    fsync(fd) || ferror(out)))
		good = fail(r, "cannot be written");
	if (fclose(out) && good)
		good = fail(r, "cannot be written");
	if (good && rename(path, r->path))
		good = fail(r, "cannot be replaced");
	if (!good)
		unlink(path);
	return good;
}

bool roster_change(const char *path, enum roster_change change, struct slice user, struct slice realm,
	struct slice password, unsigned algorithms, char *error)
{
	struct roster r = { .path = path, .fd = -1, .error = error };
	const char *what;
	if (!roster_names_good(user, realm, &what))
		return refuse(&r, what);
	bool good = open_roster(&r, O_RDONLY | (change == ROSTER_ADD ? O_CREAT : 0), true) &&
		    replace(&r, change, user, realm, password, algorithms);
	close_roster(&r);
	return good;
}

int roster_list(const char *path, struct slice realm,
	void (*each)(void *user, struct slice name, struct slice realm, const char *algorithms), void *user,
	char *error)
{
	struct roster r = { .path = path, .fd = -1, .error = error };
	int count = -1;
	if (open_roster(&r, O_RDONLY, false)) {
		struct slice rest = slice(r.text, r.len), line, name, where, hashes[DIGEST_ALGORITHMS], ha1;
		count = 0;
		while (slice_cut(&rest, '\n', &line)) {
			char algorithms[64] = "";
			line = slice_trim(line);
			int n = line.len && line.at[0] != '#' ? subscribers_line(line, &name, &where, hashes)
							      : 0;
			if (!n || (realm.len && !slice_equal(where, realm)))
				continue;
			while (n-- > 0) {
				size_t len = strlen(algorithms);
				struct slice text = digest_algorithm_name(subscribers_hash(hashes[n], &ha1));
				snprintf(algorithms + len, sizeof algorithms - len, "%s%.*s", len ? " " : "",
					SLICE_FMT(text));
			}
			each(user, name, where, algorithms);
			count++;
		}
	}
	close_roster(&r);
	return count;
}
