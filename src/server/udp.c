/* udp: recvmmsg, sendmmsg and the error queue.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/udp.h"
#include "server/shared.h"
#include <errno.h>
#include <linux/errqueue.h>
#include <netinet/icmp6.h>
#include <netinet/ip_icmp.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	QUEUE = 64,            /* datagrams queued to send per listener */
	QUEUE_BYTES = 1 << 18, /* and their bytes */
	KERNEL_BYTES = 4 << 20,
	REFUSED = 32,
};

struct queue {
	int fd;
	bool blocked;
	int first, count; /* those to send are [first, count) */
	size_t used;
	char *bytes; /* QUEUE_BYTES */
	struct mmsghdr message[QUEUE];
	struct iovec piece[QUEUE];
	struct sockaddr_storage to[QUEUE];
};

struct udp {
	struct counters *counters;
	int listeners;
	struct queue *queue; /* one per listener */
	/* what was received last */
	int listener;
	char *buffers;
	struct mmsghdr message[BATCH];
	struct iovec piece[BATCH];
	struct sockaddr_storage from[BATCH];
	/* flows that the kernel would not send to */
	struct flow refused[REFUSED];
	int refused_count;
};

/* ---- opening ---- */

static int new_socket(const struct address *a)
{
	int fd = socket(a->family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), yes = 1;
	if (fd >= 0 && a->family == AF_INET6)
		(void)setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
	return fd;
}

/* Closes FD, keeping errno; -1. */
static int failed(int fd)
{
	int saved = errno;
	if (fd >= 0)
		close(fd);
	errno = saved;
	return -1;
}

int udp_probe(const struct address *address, bool port)
{
	struct address a = *address;
	struct sockaddr_storage s;
	if (!port)
		a.port = 0;
	socklen_t len = address_to_sockaddr(&a, &s);
	int fd = new_socket(&a);
	int error = fd < 0 || bind(fd, (struct sockaddr *)&s, len) < 0 ? errno : 0;
	if (fd >= 0)
		close(fd);
	return error;
}

static void set(int fd, int level, int option, int value)
{
	(void)setsockopt(fd, level, option, &value, sizeof value); /* each is a wish: sipd works without */
}

int udp_open(const struct address *address)
{
	struct sockaddr_storage s;
	socklen_t len = address_to_sockaddr(address, &s);
	int fd = new_socket(address), yes = 1;
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes) < 0)
		return failed(fd);
	set(fd, SOL_SOCKET, SO_RCVBUF, KERNEL_BYTES);
	set(fd, SOL_SOCKET, SO_SNDBUF, KERNEL_BYTES);
	set(fd, SOL_SOCKET, SO_RCVBUFFORCE, KERNEL_BYTES);
	set(fd, SOL_SOCKET, SO_SNDBUFFORCE, KERNEL_BYTES);
	/* a datagram that is longer than the path allows is fragmented, not refused */
	if (address->family == AF_INET) {
		set(fd, IPPROTO_IP, IP_RECVERR, 1);
		set(fd, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DONT);
	} else {
		set(fd, IPPROTO_IPV6, IPV6_RECVERR, 1);
		set(fd, IPPROTO_IPV6, IPV6_MTU_DISCOVER, IPV6_PMTUDISC_DONT);
	}
	if (bind(fd, (struct sockaddr *)&s, len) < 0)
		return failed(fd);
	return fd;
}

/* ---- a worker's ---- */

struct udp *udp_new(const int *fd, int listeners, char *buffers, struct counters *counters)
{
	struct udp *u = calloc(1, sizeof *u);
	struct queue *queue = calloc((size_t)listeners, sizeof *queue);
	if (!u || !queue)
		abort();
	u->counters = counters;
	u->listeners = listeners;
	u->queue = queue;
	u->buffers = buffers;
	for (int i = 0; i < BATCH; i++) {
		u->piece[i] = (struct iovec){ buffers + (size_t)i * DATAGRAM, DATAGRAM };
		u->message[i].msg_hdr.msg_iov = &u->piece[i];
		u->message[i].msg_hdr.msg_iovlen = 1;
		u->message[i].msg_hdr.msg_name = &u->from[i];
	}
	for (int i = 0; i < listeners; i++) {
		queue[i].fd = fd[i];
		queue[i].bytes = malloc(QUEUE_BYTES); /* pages that are never used cost nothing */
		if (!queue[i].bytes)
			abort();
	}
	return u;
}

void udp_free(struct udp *u)
{
	for (int i = 0; i < u->listeners; i++)
		free(u->queue[i].bytes);
	free(u->queue);
	free(u);
}

int udp_receive(struct udp *u, int listener)
{
	int n;
	u->listener = listener;
	for (int i = 0; i < BATCH; i++)
		u->message[i].msg_hdr.msg_namelen = sizeof u->from[i];
	/* an error is that of a datagram sent before: it is in the error queue too */
	for (int tries = 0; tries < BATCH; tries++) {
		n = recvmmsg(u->queue[listener].fd, u->message, BATCH, MSG_DONTWAIT, NULL);
		if (n >= 0 || errno == EAGAIN)
			break;
	}
	if (n <= 0)
		return 0;
	u->counters->n[COUNTER_received] += (uint64_t)n;
	return n;
}

void udp_datagram(const struct udp *u, int n, struct flow *flow, struct slice *data)
{
	address_from_sockaddr(&u->from[n], &flow->peer);
	flow->listener = (uint16_t)u->listener;
	*data = slice(u->piece[n].iov_base, u->message[n].msg_len);
}

static void refuse(struct udp *u, const struct queue *q, int n)
{
	u->counters->n[COUNTER_send_failed]++;
	if (u->refused_count == REFUSED)
		return;
	struct flow *f = &u->refused[u->refused_count++];
	address_from_sockaddr(&q->to[n], &f->peer);
	f->listener = (uint16_t)(q - u->queue);
}

/* Sends what Q holds until it is empty or the kernel takes no more. */
static void flush(struct udp *u, struct queue *q)
{
	int failures = 0;
	q->blocked = false;
	while (q->first < q->count) {
		int n = sendmmsg(q->fd, q->message + q->first, (unsigned)(q->count - q->first), MSG_DONTWAIT);
		if (n > 0) {
			u->counters->n[COUNTER_sent] += (uint64_t)n;
			q->first += n;
			failures = 0;
		} else if (n < 0 && (errno == EAGAIN || errno == ENOBUFS)) {
			q->blocked = true;
			return;
		} else if (n < 0 && errno == EINTR) {
			continue;
		} else if (++failures > 1) {
			/* the first failure may be an ICMP error of an earlier datagram; the second is this one's */
			refuse(u, q, q->first++);
			failures = 0;
		}
	}
	q->first = q->count = 0;
	q->used = 0;
}

void udp_send(struct udp *u, const struct flow *flow, struct slice data)
{
	if (flow->listener >= u->listeners || data.len > DATAGRAM)
		return;
	struct queue *q = &u->queue[flow->listener];
	if (q->count == QUEUE || data.len > QUEUE_BYTES - q->used)
		flush(u, q);
	if (q->count == QUEUE || data.len > QUEUE_BYTES - q->used) {
		u->counters->n[COUNTER_send_failed]++; /* the peer's or our retransmission mends it */
		return;
	}
	int n = q->count++;
	struct msghdr *m = &q->message[n].msg_hdr;
	q->piece[n] = (struct iovec){ q->bytes + q->used, data.len };
	memcpy(q->piece[n].iov_base, data.at, data.len);
	q->used += data.len;
	*m = (struct msghdr){ .msg_name = &q->to[n], .msg_iov = &q->piece[n], .msg_iovlen = 1 };
	m->msg_namelen = address_to_sockaddr(&flow->peer, &q->to[n]);
}

void udp_flush(struct udp *u)
{
	for (int i = 0; i < u->listeners; i++)
		if (u->queue[i].count)
			flush(u, &u->queue[i]);
}

bool udp_blocked(const struct udp *u, int listener)
{
	return u->queue[listener].blocked;
}

/* Whether E says that the peer cannot be reached, as opposed to news of the path's MTU and the like. */
static bool is_unreachable(const struct sock_extended_err *e)
{
	if (e->ee_origin == SO_EE_ORIGIN_ICMP)
		return e->ee_type == ICMP_DEST_UNREACH && e->ee_code != ICMP_FRAG_NEEDED;
	return e->ee_origin == SO_EE_ORIGIN_ICMP6 && e->ee_type == ICMP6_DST_UNREACH;
}

bool udp_error(struct udp *u, int listener, struct flow *flow)
{
	struct sockaddr_storage to;
	char control[512], byte;
	for (;;) {
		struct iovec piece = { &byte, 1 };
		struct msghdr m = { .msg_name = &to,
			.msg_namelen = sizeof to,
			.msg_iov = &piece,
			.msg_iovlen = 1,
			.msg_control = control,
			.msg_controllen = sizeof control };
		if (recvmsg(u->queue[listener].fd, &m, MSG_ERRQUEUE | MSG_DONTWAIT) < 0)
			return false;
		for (struct cmsghdr *c = CMSG_FIRSTHDR(&m); c; c = CMSG_NXTHDR(&m, c)) {
			struct sock_extended_err e;
			if (!(c->cmsg_level == IPPROTO_IP && c->cmsg_type == IP_RECVERR) &&
				!(c->cmsg_level == IPPROTO_IPV6 && c->cmsg_type == IPV6_RECVERR))
				continue;
			memcpy(&e, CMSG_DATA(c), sizeof e);
			if (!is_unreachable(&e) || m.msg_namelen == 0)
				continue;
			address_from_sockaddr(&to, &flow->peer);
			flow->listener = (uint16_t)listener;
			return true;
		}
	}
}

bool udp_refused(struct udp *u, struct flow *flow)
{
	if (u->refused_count == 0)
		return false;
	*flow = u->refused[--u->refused_count];
	return true;
}
