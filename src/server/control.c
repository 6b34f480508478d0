/* control: a handful of peers over a stream socket, never waiting for any.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/control.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { ANSWER_MOST = 1 << 20 };

struct control_peer {
	int fd;     /* -1: free */
	bool busy;  /* a command is being answered */
	bool ended; /* the peer sends no more */
	char line[CONTROL_LINE];
	size_t line_len;
	char *answer;
	size_t answer_len, answer_size, sent;
};

struct control {
	int fd;
	char path[sizeof((struct sockaddr_un *)0)->sun_path];
	control_command *command;
	void *user;
	struct control_peer peers[CONTROL_PEERS];
};

/* ---- opening ---- */

static int new_socket(void)
{
	return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

/* Whether somebody listens at TO now. */
static bool is_alive(const struct sockaddr_un *to)
{
	int fd = new_socket();
	bool alive =
		fd >= 0 && (connect(fd, (const struct sockaddr *)to, sizeof *to) == 0 || errno == EAGAIN);
	if (fd >= 0)
		close(fd);
	return alive;
}

/* Binds and listens; 0 or an errno. */
static int bind_at(int fd, const struct sockaddr_un *at, uid_t owner, gid_t group)
{
	mode_t mask = umask(0117);
	int failed = bind(fd, (const struct sockaddr *)at, sizeof *at) < 0 ? errno : 0;
	umask(mask);
	if (failed)
		return failed;
	if (owner != (uid_t)-1 && chown(at->sun_path, owner, group) < 0)
		return errno;
	return listen(fd, CONTROL_PEERS) < 0 ? errno : 0;
}

/* Makes the directory that PATH lies in, when only that is missing. */
static void make_directory(const char *path, uid_t owner, gid_t group)
{
	char directory[sizeof((struct sockaddr_un *)0)->sun_path];
	snprintf(directory, sizeof directory, "%s", path);
	char *end = strrchr(directory, '/');
	if (!end || end == directory)
		return;
	*end = 0;
	if (mkdir(directory, 0755) == 0 && owner != (uid_t)-1)
		(void)!chown(directory, owner, group);
}

struct control *control_open(const char *path, uid_t owner, gid_t group, control_command *command, void *user,
	char *error, bool *taken)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	struct control *c = NULL;
	int fd = -1, failed = ENAMETOOLONG;
	*taken = false;
	if (strlen(path) < sizeof at.sun_path) {
		strcpy(at.sun_path, path);
		fd = new_socket();
		*taken = is_alive(&at);
		failed = *taken ? EADDRINUSE : fd < 0 ? errno : 0;
		if (!failed) {
			struct stat st;
			if (lstat(path, &st) == 0 && S_ISSOCK(st.st_mode))
				(void)unlink(path);
			make_directory(path, owner, group);
			failed = bind_at(fd, &at, owner, group);
		}
	}
	if (!failed) {
		c = calloc(1, sizeof *c);
		failed = c ? 0 : ENOMEM;
	}
	if (failed) {
		if (fd >= 0)
			close(fd);
		snprintf(error, CONTROL_ERROR, "control socket %s: %s", path,
			*taken ? "another server has it" : strerror(failed));
		return NULL;
	}
	c->fd = fd;
	strcpy(c->path, path);
	c->command = command;
	c->user = user;
	for (int i = 0; i < CONTROL_PEERS; i++)
		c->peers[i].fd = -1;
	return c;
}

void control_close(struct control *c, bool remove)
{
	if (!c)
		return;
	for (int i = 0; i < CONTROL_PEERS; i++)
		control_forget(&c->peers[i]);
	close(c->fd);
	if (remove)
		(void)unlink(c->path);
	free(c);
}

/* ---- answering ---- */

void control_add(struct control_peer *peer, struct slice text)
{
	if (text.len > ANSWER_MOST - peer->answer_len)
		return;
	if (peer->answer_len + text.len > peer->answer_size) {
		size_t size = (peer->answer_len + text.len) * 2;
		char *more = realloc(peer->answer, size);
		if (!more)
			return;
		peer->answer = more;
		peer->answer_size = size;
	}
	if (text.len)
		memcpy(peer->answer + peer->answer_len, text.at, text.len);
	peer->answer_len += text.len;
}

void control_print(struct control_peer *peer, const char *format, ...)
{
	char text[2048];
	va_list args;
	va_start(args, format);
	int len = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (len > 0)
		control_add(peer, slice(text, (size_t)len < sizeof text ? (size_t)len : sizeof text - 1));
}

void control_done(struct control_peer *peer)
{
	peer->busy = false;
}

int control_descriptor(const struct control_peer *peer)
{
	return peer->fd;
}

void control_forget(struct control_peer *peer)
{
	if (peer->fd >= 0)
		close(peer->fd);
	free(peer->answer);
	*peer = (struct control_peer){ .fd = -1 };
}

/* ---- serving ---- */

static void accept_peer(struct control *c)
{
	int fd = accept4(c->fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
	for (int i = 0; fd >= 0 && i < CONTROL_PEERS; i++)
		if (c->peers[i].fd < 0) {
			c->peers[i].fd = fd;
			return;
		}
	if (fd >= 0)
		close(fd);
}

/* Runs the commands that have come whole, one at a time. */
static void run_commands(struct control *c, struct control_peer *peer)
{
	while (peer->fd >= 0 && !peer->busy) {
		char *end = memchr(peer->line, '\n', peer->line_len);
		if (!end && !(peer->ended && peer->line_len) && peer->line_len < sizeof peer->line)
			return;
		size_t len = end ? (size_t)(end - peer->line) + 1 : peer->line_len;
		char line[CONTROL_LINE];
		memcpy(line, peer->line, len);
		memmove(peer->line, peer->line + len, peer->line_len - len);
		peer->line_len -= len;
		struct slice command = slice_trim(slice(line, len));
		if (command.len) {
			peer->busy = true;
			c->command(c->user, peer, command);
		}
	}
}

static void read_lines(struct control *c, struct control_peer *peer)
{
	ssize_t n = read(peer->fd, peer->line + peer->line_len, sizeof peer->line - peer->line_len);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n < 0) {
		control_forget(peer);
		return;
	}
	peer->ended = n == 0;
	peer->line_len += (size_t)n;
	run_commands(c, peer);
}

static void write_answer(struct control_peer *peer)
{
	ssize_t n = send(peer->fd, peer->answer + peer->sent, peer->answer_len - peer->sent, MSG_NOSIGNAL);
	if (n < 0) {
		if (errno != EAGAIN && errno != EINTR)
			control_forget(peer);
		return;
	}
	peer->sent += (size_t)n;
	if (peer->sent == peer->answer_len)
		peer->sent = peer->answer_len = 0;
}

int control_poll(struct control *c, struct pollfd *poll)
{
	int n = 0;
	if (!c)
		return 0;
	poll[n++] = (struct pollfd){ .fd = c->fd, .events = POLLIN };
	for (int i = 0; i < CONTROL_PEERS; i++) {
		struct control_peer *peer = &c->peers[i];
		if (peer->fd >= 0 && !peer->busy)
			run_commands(c, peer); /* one whose answer was given later may go on */
		if (peer->fd >= 0 && peer->ended && !peer->busy && !peer->line_len && !peer->answer_len)
			control_forget(peer);
		if (peer->fd < 0 || peer->busy)
			continue; /* one that goes away while its answer is being made is noticed after that */
		bool reads = !peer->ended && peer->line_len < sizeof peer->line;
		poll[n++] = (struct pollfd){ .fd = peer->fd,
			.events = (short)((reads ? POLLIN : 0) | (peer->answer_len ? POLLOUT : 0)) };
	}
	return n;
}

void control_polled(struct control *c, const struct pollfd *poll, int count)
{
	for (int i = 0; i < count; i++) {
		if (poll[i].revents && poll[i].fd == c->fd)
			accept_peer(c);
		for (int p = 0; p < CONTROL_PEERS && poll[i].revents && poll[i].fd != c->fd; p++) {
			struct control_peer *peer = &c->peers[p];
			if (peer->fd != poll[i].fd)
				continue;
			if (poll[i].revents & POLLOUT)
				write_answer(peer);
			if (peer->fd >= 0 && (poll[i].revents & POLLIN))
				read_lines(c, peer);
			else if (peer->fd >= 0 && (poll[i].revents & (POLLHUP | POLLERR)))
				control_forget(peer);
			break;
		}
	}
}
