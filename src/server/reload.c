/* reload: a short-lived child compiles; its result comes back sealed.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/reload.h"
#include "base/log.h"
#include "lang/program.h"
#include "server/order.h"
#include "server/setup.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LONGEST_MS = 20000, MESSAGES_MOST = 1 << 18 };

/* In the child: sends the program, and what was printed in front of it; the exit status says whether all went well. */
static int compile_and_send(int orders, reload_compile *compile, void *user)
{
	static const struct order done = { .kind = ORDER_PROGRAM }, said = { .kind = ORDER_MESSAGES };
	int messages = memfd_create("messages", MFD_CLOEXEC);
	FILE *errors = messages < 0 ? NULL : fdopen(dup(messages), "w");
	if (!errors)
		return 1;
	const struct program *p = compile(user, errors);
	struct subscribers *subscribers;
	char error[SETUP_ERROR];
	if (p && !setup_subscribers(p, &subscribers, error)) {
		fprintf(errors, "%s\n", error);
		p = NULL;
	}
	(void)fclose(errors);
	if (!order_send(orders, &said, messages) || !p)
		return 1;
	int sealed = program_seal(p);
	return sealed >= 0 && order_send(orders, &done, sealed) ? 0 : 1;
}

bool reload_start(struct reload *r, reload_compile *compile, void *user, uint64_t now)
{
	int pair[2];
	if (!order_pair(pair))
		return false;
	(void)fflush(NULL);
	pid_t pid = fork();
	if (pid == 0) {
		close(pair[0]);
		log_set_role("reload");
		(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
		_exit(compile_and_send(pair[1], compile, user));
	}
	close(pair[1]);
	if (pid < 0) {
		int saved = errno;
		close(pair[0]);
		errno = saved;
		return false;
	}
	*r = (struct reload){
		.pid = pid, .orders = pair[0], .deadline = now + LONGEST_MS, .program = -1, .messages = -1
	};
	return true;
}

static void keep(int *place, int fd)
{
	if (*place >= 0)
		close(*place);
	*place = fd;
}

void reload_read(struct reload *r)
{
	struct order order;
	int passed, got;
	while (r->orders >= 0 && (got = order_receive(r->orders, &order, &passed)) != 0) {
		if (got < 0) {
			close(r->orders);
			r->orders = -1;
		} else if (order.kind == ORDER_PROGRAM) {
			keep(&r->program, passed);
		} else if (order.kind == ORDER_MESSAGES) {
			keep(&r->messages, passed);
		} else if (passed >= 0) {
			close(passed);
		}
	}
}

void reload_expire(struct reload *r, uint64_t now)
{
	if (r->pid && now >= r->deadline)
		(void)kill(r->pid, SIGKILL);
}

/* The text in FD; freed with free(). */
static char *read_messages(int fd)
{
	struct stat st;
	size_t len = fd >= 0 && fstat(fd, &st) == 0 ? (size_t)st.st_size : 0;
	if (len > MESSAGES_MOST)
		len = MESSAGES_MOST;
	char *text = malloc(len + 1);
	if (!text)
		return NULL;
	ssize_t n = len ? pread(fd, text, len, 0) : 0;
	text[n > 0 ? n : 0] = 0;
	return text;
}

const struct program *reload_finish(struct reload *r, char **messages)
{
	const struct program *p = NULL;
	char error[PROGRAM_ERROR];
	reload_read(r);
	*messages = read_messages(r->messages);
	if (r->program >= 0) {
		p = program_map(r->program, error);
		if (!p)
			log_error("the compiled script cannot be loaded: %s", error);
	}
	keep(&r->orders, -1);
	keep(&r->messages, -1);
	r->pid = 0;
	return p;
}
