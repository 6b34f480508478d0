/* udp: a worker's sockets, one per listener: datagrams in batches, both ways.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The parent opens the sockets and keeps them for ever; a worker that is started again gets the same ones, and what the kernel has queued
 * meanwhile. */
#ifndef SIPD_SERVER_UDP_H
#define SIPD_SERVER_UDP_H

#include "base/counters.h"
#include "base/world.h"

/* Whether ADDRESS can be had now by this process alone: 0, or an errno (EADDRINUSE, EADDRNOTAVAIL ...). With PORT false only
 * whether the machine has the address. */
int udp_probe(const struct address *address, bool port);

/* A socket for ADDRESS, which it shares with the other workers' ones (SO_REUSEPORT); -1 and errno on failure. */
int udp_open(const struct address *address);

struct udp;

/* The sockets FD[0..LISTENERS) of one worker; BUFFERS is BATCH times DATAGRAM bytes (server/shared.h) to receive into. Nothing is closed by
 * udp_free. */
struct udp *udp_new(const int *fd, int listeners, char *buffers, struct counters *counters);
void udp_free(struct udp *u);

/* Receives what is there for LISTENER, at most BATCH datagrams; returns their number. udp_datagram is the N-th of them, valid until the next
 * udp_receive. */
int udp_receive(struct udp *u, int listener);
void udp_datagram(const struct udp *u, int n, struct flow *flow, struct slice *data);

/* Queues a copy of DATA for FLOW; udp_flush sends what is queued. When the kernel takes no more, it stays queued, and udp_blocked is
 * true for that listener: flush again when its socket is writable. */
void udp_send(struct udp *u, const struct flow *flow, struct slice data);
void udp_flush(struct udp *u);
bool udp_blocked(const struct udp *u, int listener);

/* Takes the next report that datagrams to *FLOW do not arrive: from the error queue of LISTENER; or, with udp_refused, of a datagram that the
 * kernel would not send. False when there are no more. */
bool udp_error(struct udp *u, int listener, struct flow *flow);
bool udp_refused(struct udp *u, struct flow *flow);

#endif
