/* child: forks, and decides when to fork again.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/child.h"
#include "base/log.h"
#include "server/order.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum { QUICK_MS = 1000, FIRST_DELAY_MS = 100, LONGEST_DELAY_MS = 3000 };

void child_init(struct child *c, int number)
{
	*c = (struct child){ .number = number, .orders = -1 };
	if (number < 0)
		snprintf(c->name, sizeof c->name, number == CHILD_FARMER ? "farmer" : "keeper");
	else
		snprintf(c->name, sizeof c->name, "worker %d", number + 1);
}

/* What a new process does before all else. */
static void become_child(const struct child *c, pid_t parent, int *signals)
{
	sigset_t stop;
	log_set_role(c->name);
	(void)prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(0); /* it ended before it was asked to tell */
	/* the signals that only the parent heeds stay blocked */
	sigemptyset(&stop);
	sigaddset(&stop, SIGTERM);
	*signals = signalfd(-1, &stop, SFD_CLOEXEC | SFD_NONBLOCK);
	if (*signals < 0)
		fatal("signalfd: %s", strerror(errno));
}

pid_t child_start(struct child *c, uint64_t now, int *orders, int *signals)
{
	int pair[2];
	pid_t parent = getpid();
	if (!order_pair(pair))
		return -1;
	(void)fflush(NULL);
	pid_t pid = fork();
	if (pid < 0) {
		int saved = errno;
		close(pair[0]);
		close(pair[1]);
		errno = saved;
		return -1;
	}
	if (pid == 0) {
		close(pair[0]);
		*orders = pair[1];
		become_child(c, parent, signals);
		return 0;
	}
	close(pair[1]);
	c->pid = pid;
	c->orders = pair[0];
	c->ready = false;
	c->started = c->round_since = now;
	return pid;
}

static uint64_t delay(int quick)
{
	if (quick <= 1)
		return 0;
	return quick > 6 ? LONGEST_DELAY_MS : (uint64_t)FIRST_DELAY_MS << (quick - 2);
}

void child_ended(struct child *c, int status, uint64_t now, char *text, int size)
{
	if (WIFSIGNALED(status))
		snprintf(text, (size_t)size, "%s (pid %d) was killed by signal %d (%s)", c->name, (int)c->pid,
			WTERMSIG(status), strsignal(WTERMSIG(status)));
	else
		snprintf(text, (size_t)size, "%s (pid %d) ended with status %d", c->name, (int)c->pid,
			WEXITSTATUS(status));
	close(c->orders);
	c->orders = -1;
	c->pid = 0;
	c->ready = false;
	c->quick = now - c->started < QUICK_MS ? c->quick + 1 : 0;
	c->due = now + delay(c->quick);
}
