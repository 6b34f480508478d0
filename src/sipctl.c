/* sipctl: sends a command to a running sipd and prints its answer.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/slice.h"
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static const char usage[] = "usage: sipctl [-s SOCKET] COMMAND [ARGUMENT ...]\n"
			    "       sipctl help lists the commands of the running server\n";

static int fail(const char *what)
{
	fprintf(stderr, "sipctl: %s: %s\n", what, strerror(errno));
	return 3;
}

static int connect_to(const char *path)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	if (strlen(path) >= sizeof at.sun_path) {
		errno = ENAMETOOLONG;
		return -1;
	}
	strcpy(at.sun_path, path);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd >= 0 && connect(fd, (struct sockaddr *)&at, sizeof at) < 0) {
		int saved = errno;
		close(fd);
		errno = saved;
		return -1;
	}
	return fd;
}

/* Sends all words as one line. */
static bool send_command(int fd, char **words, int count)
{
	char line[1024];
	size_t len = 0;
	for (int i = 0; i < count; i++) {
		int n = snprintf(line + len, sizeof line - len, "%s%c", words[i], i + 1 < count ? ' ' : '\n');
		if (n < 0 || (size_t)n >= sizeof line - len) {
			errno = E2BIG;
			return false;
		}
		len += (size_t)n;
	}
	return send(fd, line, len, MSG_NOSIGNAL) == (ssize_t)len && shutdown(fd, SHUT_WR) == 0;
}

/* Copies the answer to stdout: 0, or 1 when it says that the command failed; 3 when there is none. */
static int print_answer(int fd)
{
	static const char refused[] = "error:";
	char text[8192];
	bool line_start = true, failed = false, any = false;
	ssize_t n;
	size_t matched = 0;
	while ((n = read(fd, text, sizeof text)) > 0) {
		any = true;
		for (ssize_t i = 0; i < n && !failed; i++) {
			matched = line_start || matched ? (text[i] == refused[matched] ? matched + 1 : 0) : 0;
			failed = matched == sizeof refused - 1;
			line_start = text[i] == '\n';
		}
		if (fwrite(text, 1, (size_t)n, stdout) != (size_t)n)
			return fail("stdout");
	}
	if (n < 0)
		return fail("answer");
	if (!any) {
		fprintf(stderr, "sipctl: the server gave no answer\n");
		return 3;
	}
	return fflush(stdout) == 0 ? failed : fail("stdout");
}

int main(int argc, char **argv)
{
	static const struct option options[] = { { "socket", required_argument, NULL, 's' },
		{ "version", no_argument, NULL, 'V' }, { "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 } };
	const char *path = SIPD_RUNSTATEDIR "/sipd/control.sock";
	int option;
	while ((option = getopt_long(argc, argv, "+s:Vh", options, NULL)) != -1) {
		switch (option) {
		case 's':
			path = optarg;
			break;
		case 'V':
			printf("sipctl %s\n", SIPD_VERSION);
			return 0;
		case 'h':
			fputs(usage, stdout);
			return 0;
		default:
			fputs(usage, stderr);
			return 2;
		}
	}
	if (optind == argc) {
		fputs(usage, stderr);
		return 2;
	}
	int fd = connect_to(path);
	if (fd < 0)
		return fail(path);
	if (!send_command(fd, argv + optind, argc - optind))
		return fail(path);
	return print_answer(fd);
}
