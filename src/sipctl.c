/* sipctl: sends a command to a running sipd and prints its answer; and changes the file of subscribers.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/roster.h"
#include "base/slice.h"
#include "sip/digest.h"
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

static const char usage[] = "usage: sipctl [-s SOCKET] COMMAND [ARGUMENT ...]\n"
			    "       sipctl [-u FILE] user add|passwd|del|list ...\n"
			    "       sipctl help lists the commands of the running server\n";

static int fail(const char *what)
{
	fprintf(stderr, "sipctl: %s: %s\n", what, strerror(errno));
	return 3;
}

/* ---- the file of subscribers ---- */

enum { PASSWORD_MOST = 256 };

/* Reads a line without its end into TEXT, without echo where that is a terminal. */
static bool read_secret(const char *prompt, char *text)
{
	struct termios before, silent;
	bool terminal = tcgetattr(STDIN_FILENO, &before) == 0;
	if (terminal) {
		fputs(prompt, stderr);
		silent = before;
		silent.c_lflag &= ~(tcflag_t)ECHO;
		(void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
	}
	bool read = fgets(text, PASSWORD_MOST, stdin) != NULL;
	if (terminal) {
		(void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
		fputc('\n', stderr);
	}
	if (!read)
		return false;
	size_t len = strcspn(text, "\r\n");
	bool whole = text[len] != '\0' || feof(stdin);
	text[len] = '\0';
	return whole && len > 0;
}

/* The password into TEXT; at a terminal it is asked for twice. */
static bool read_password(char *text)
{
	char again[PASSWORD_MOST];
	if (!read_secret("Password: ", text)) {
		fprintf(stderr, "sipctl: no password was given, or one that is too long\n");
		return false;
	}
	if (!isatty(STDIN_FILENO))
		return true;
	bool same = read_secret("Again: ", again) && strcmp(text, again) == 0;
	explicit_bzero(again, sizeof again);
	if (!same)
		fprintf(stderr, "sipctl: the passwords differ\n");
	return same;
}

static void print_user(void *user, struct slice name, struct slice realm, const char *algorithms)
{
	(void)user;
	printf("%.*s %.*s %s\n", SLICE_FMT(name), SLICE_FMT(realm), algorithms);
}

static int change_user(
	const char *path, unsigned algorithms, enum roster_change change, const char *name, const char *realm)
{
	char password[PASSWORD_MOST] = "", error[ROSTER_ERROR];
	const char *what;
	if (!roster_names_good(slice_of(name), slice_of(realm), &what)) {
		fprintf(stderr, "sipctl: %s\n", what);
		return 2;
	}
	if (change != ROSTER_DELETE && !read_password(password))
		return 1;
	bool good = roster_change(
		path, change, slice_of(name), slice_of(realm), slice_of(password), algorithms, error);
	explicit_bzero(password, sizeof password);
	if (!good)
		fprintf(stderr, "sipctl: %s\n", error);
	return good ? 0 : 1;
}

/* The set of algorithms that LIST, with commas, names; 0 when one of them is none. */
static unsigned algorithms_of(const char *list)
{
	struct slice rest = slice_of(list), name;
	enum digest_algorithm algorithm;
	unsigned set = 0;
	bool session;
	while (slice_cut(&rest, ',', &name)) {
		if (!digest_algorithm_parse(slice_trim(name), &algorithm, &session) || session)
			return 0;
		set |= 1u << algorithm;
	}
	return set;
}

/* The words behind "user". */
static int user_command(const char *path, unsigned algorithms, char **words, int count)
{
	static const struct {
		const char *name;
		enum roster_change change;
	} changes[] = { { "add", ROSTER_ADD }, { "passwd", ROSTER_PASSWD }, { "del", ROSTER_DELETE } };
	char error[ROSTER_ERROR];
	for (size_t i = 0; count == 3 && i < sizeof changes / sizeof *changes; i++)
		if (strcmp(words[0], changes[i].name) == 0)
			return change_user(path, algorithms, changes[i].change, words[1], words[2]);
	if (count < 1 || count > 2 || strcmp(words[0], "list") != 0) {
		fputs("usage: sipctl [-u FILE] [-a ALGORITHM,...] user add|passwd|del NAME REALM\n"
		      "       sipctl [-u FILE] user list [REALM]\n",
			stderr);
		return 2;
	}
	if (roster_list(path, slice_of(count == 2 ? words[1] : ""), print_user, NULL, error) >= 0)
		return 0;
	fprintf(stderr, "sipctl: %s\n", error);
	return 1;
}

/* ---- the running server ---- */

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
		{ "subscribers", required_argument, NULL, 'u' },
		{ "algorithms", required_argument, NULL, 'a' }, { "version", no_argument, NULL, 'V' },
		{ "help", no_argument, NULL, 'h' }, { NULL, 0, NULL, 0 } };
	const char *path = SIPD_RUNSTATEDIR "/sipd/control.sock";
	const char *subscribers = SIPD_SYSCONFDIR "/sipd/subscribers";
	unsigned algorithms = (1u << DIGEST_ALGORITHMS) - 1;
	int option;
	while ((option = getopt_long(argc, argv, "+s:u:a:Vh", options, NULL)) != -1) {
		switch (option) {
		case 's':
			path = optarg;
			break;
		case 'u':
			subscribers = optarg;
			break;
		case 'a':
			algorithms = algorithms_of(optarg);
			if (algorithms)
				break;
			fprintf(stderr, "sipctl: -a: MD5, SHA-256, SHA-512-256, with commas between\n");
			return 2;
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
	if (strcmp(argv[optind], "user") == 0)
		return user_command(subscribers, algorithms, argv + optind + 1, argc - optind - 1);
	int fd = connect_to(path);
	if (fd < 0)
		return fail(path);
	if (!send_command(fd, argv + optind, argc - optind))
		return fail(path);
	return print_answer(fd);
}
