/* stream: sealed frames over a TCP connection between two servers of a farm.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_STREAM_H
#define SIPD_SERVER_STREAM_H

#include "base/slice.h"
#include <poll.h>
#include <stdint.h>

struct stream;
struct world;

enum stream_state {
	STREAM_OPENING, /* until both sides have greeted */
	STREAM_OPEN,
	STREAM_ENDED, /* by the other side, by an error, or since a seal is wrong: to be freed */
};

/* A stream over the socket FD, which becomes its own; INCOMING: it was accepted. SECRET must outlive it. */
struct stream *stream_new(int fd, bool incoming, struct slice secret, struct world *world);

/* Closes and frees it; NULL is ignored. */
void stream_free(struct stream *s);

/* Reads and writes as much as is possible now. */
enum stream_state stream_run(struct stream *s);

/* The next frame that came: its kind (> 0), number and payload, valid until the next call or stream_run; 0 when there is none; -1 when its
 * seal is wrong, and the stream has ended. */
int stream_take(struct stream *s, uint64_t *number, struct slice *payload);

/* Queues a frame of the pieces PART[0..N); not before the stream is open. */
void stream_put(struct stream *s, int kind, uint64_t number, const struct slice *part, int n);

/* Bytes queued; whether nothing has come for MS milliseconds; whether the other side has greeted. */
size_t stream_queued(const struct stream *s);
bool stream_silent(const struct stream *s, uint64_t ms);
bool stream_greeted(const struct stream *s);

/* Queues an empty frame of KIND when nothing was sent for MS milliseconds. */
void stream_keep(struct stream *s, int kind, uint64_t ms);

/* What to wait for; READ: whether more is wanted. */
struct pollfd stream_poll(const struct stream *s, bool read);

#endif
