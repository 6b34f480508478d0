/* child: one process that the parent keeps alive.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_CHILD_H
#define SIPD_SERVER_CHILD_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { CHILD_KEEPER = -1, CHILD_FARMER = -2 };

struct child {
	char name[24];    /* "worker 1", "keeper" */
	int number;       /* of a worker; CHILD_KEEPER, CHILD_FARMER */
	pid_t pid;        /* 0 while there is none */
	int orders;       /* the parent's end of its socket (server/order.h); -1 while there is none */
	bool ready;       /* it has said that it serves */
	uint64_t started; /* when, milliseconds of the monotonic clock */
	uint64_t due;     /* when it is to be started again, while pid is 0 */
	int quick;        /* how many times in a row it died within a second */
	int restarts;
	uint64_t round, round_since; /* of a worker: the last one seen, and since when */
};

void child_init(struct child *c, int number);

/* Starts C: forks. Returns 0 in the child, with its end of the socket in *ORDERS, its own signalfd for SIGTERM in *SIGNALS, and SIGTERM to come
 * when the parent ends; the pid in the parent; -1 and errno when that fails. */
pid_t child_start(struct child *c, uint64_t now, int *orders, int *signals);

/* C has ended with STATUS (waitpid): notes when it is to be started again. When it dies at once, again and again, that is later
 * every time. Says in TEXT, of SIZE bytes, how it ended. */
void child_ended(struct child *c, int status, uint64_t now, char *text, int size);

#endif
