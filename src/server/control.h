/* control: the Unix socket on which sipctl reaches the parent.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A peer sends lines, each a command; the answers are text. The connection is closed when the peer has sent all and has its answers.
 * Nothing here blocks; peers and what they may send are bounded. */
#ifndef SIPD_SERVER_CONTROL_H
#define SIPD_SERVER_CONTROL_H

#include "base/slice.h"
#include <poll.h>
#include <sys/types.h>

enum { CONTROL_PEERS = 16, CONTROL_LINE = 1024, CONTROL_ERROR = 256 };

struct control;
struct control_peer;

/* A command came from PEER. The answer is control_print and then control_done, now or later. */
typedef void control_command(void *user, struct control_peer *peer, struct slice line);

/* A socket at PATH, made anew when nobody listens there (mode 0660, of OWNER and GROUP unless -1). NULL, and a sentence in ERROR, when that
 * fails; *TAKEN is whether another process listens there. */
struct control *control_open(const char *path, uid_t owner, gid_t group, control_command *command, void *user,
	char *error, bool *taken);

/* Closes it and its peers; with UNLINK the name is removed, too (a child closes without). NULL is ignored. */
void control_close(struct control *c, bool remove);

/* Fills in POLL for the descriptors to wait for, at most CONTROL_PEERS + 1, and returns their number; control_polled serves those that are ready. */
int control_poll(struct control *c, struct pollfd *poll);
void control_polled(struct control *c, const struct pollfd *poll, int count);

/* Appends to the answer. Once the answer is complete, control_done: the next command may come. */
void control_print(struct control_peer *peer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void control_add(struct control_peer *peer, struct slice text);
void control_done(struct control_peer *peer);

/* The socket of PEER, for a child that answers in the parent's stead: the parent forgets the peer and closes its own copy. */
int control_descriptor(const struct control_peer *peer);
void control_forget(struct control_peer *peer);

#endif
