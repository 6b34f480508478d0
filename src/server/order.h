/* order: what the parent tells a child, and the child's word that it serves, over a socket of their own.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_ORDER_H
#define SIPD_SERVER_ORDER_H

#include <stdbool.h>
#include <stdint.h>

enum order_kind {
	ORDER_READY,     /* child to parent: it has all it needs */
	ORDER_PROGRAM,   /* a sealed program comes along (lang/program.h) */
	ORDER_MESSAGES,  /* a text comes along: what the compiler had to say */
	ORDER_LOG_LEVEL, /* VALUE is an enum log_level */
};

struct order {
	enum order_kind kind;
	int32_t value;
};

/* A connected pair of sockets that keep records whole; false and errno on failure. They do not block, and close on exec. */
bool order_pair(int fd[2]);

/* Sends ORDER, with a copy of descriptor PASS unless it is -1; false and errno when it cannot be sent now. */
bool order_send(int fd, const struct order *order, int pass);

/* Receives one: 1, with a descriptor in *PASSED that is the caller's now, or -1 there; 0 when there is none; -1 when the other side
 * has gone. */
int order_receive(int fd, struct order *order, int *passed);

#endif
