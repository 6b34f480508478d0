/* order: records with descriptors over a unix socket.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/order.h"
#include <errno.h>
#include <string.h>
#include <sys/socket.h>

bool order_pair(int fd[2])
{
	return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, fd) == 0;
}

/* Room for one descriptor, aligned as the kernel wants. */
union control {
	struct cmsghdr header;
	char bytes[CMSG_SPACE(sizeof(int))];
};

bool order_send(int fd, const struct order *order, int pass)
{
	union control control = { .bytes = { 0 } };
	struct order copy = *order;
	struct iovec piece = { &copy, sizeof copy };
	struct msghdr m = { .msg_iov = &piece, .msg_iovlen = 1 };
	if (pass >= 0) {
		m.msg_control = control.bytes;
		m.msg_controllen = sizeof control.bytes;
		struct cmsghdr *c = CMSG_FIRSTHDR(&m);
		c->cmsg_level = SOL_SOCKET;
		c->cmsg_type = SCM_RIGHTS;
		c->cmsg_len = CMSG_LEN(sizeof pass);
		memcpy(CMSG_DATA(c), &pass, sizeof pass);
	}
	return sendmsg(fd, &m, MSG_NOSIGNAL) == (ssize_t)sizeof copy;
}

int order_receive(int fd, struct order *order, int *passed)
{
	union control control;
	struct iovec piece = { order, sizeof *order };
	struct msghdr m = { .msg_iov = &piece,
		.msg_iovlen = 1,
		.msg_control = control.bytes,
		.msg_controllen = sizeof control.bytes };
	*passed = -1;
	ssize_t len = recvmsg(fd, &m, MSG_CMSG_CLOEXEC);
	if (len < 0)
		return errno == EAGAIN || errno == EINTR ? 0 : -1;
	if (len != (ssize_t)sizeof *order)
		return -1;
	struct cmsghdr *c = CMSG_FIRSTHDR(&m);
	if (c && c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS)
		memcpy(passed, CMSG_DATA(c), sizeof *passed);
	return 1;
}
