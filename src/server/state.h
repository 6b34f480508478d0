/* state: what the parent knows, for the files that it is made of: parent.c, open.c, command.c.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_STATE_H
#define SIPD_SERVER_STATE_H

#include "base/log.h"
#include "core/site.h"
#include "location/channel.h"
#include "server/child.h"
#include "server/control.h"
#include "server/parent.h"
#include "server/poison.h"

enum { CHILDREN = SHARED_WORKERS + 2 };

enum phase { PHASE_STARTING, PHASE_SERVING, PHASE_STOPPING_WORKERS, PHASE_STOPPING_KEEPER, PHASE_ENDED };

struct parent {
	const struct parent_options *options;
	const struct program *program; /* that new workers start with */
	struct arena *arena;
	struct site site;
	struct location_settings location;
	struct subscribers *subscribers; /* that new workers start with; NULL: none */
	bool location_prepared;
	int lock; /* of the location store */
	struct shared *shared;
	struct replays *replays; /* the nonce counts that were used */
	struct channels *channels;
	int *sockets; /* listener after listener of worker after worker */
	int wake[SHARED_WORKERS];
	int workers;
	int signals;
	struct child
		child[CHILDREN]; /* the workers, the keeper, and the farmer when there is a farm or set */
	int children;
	struct poison poison;
	int poisons_kept;
	struct control *control;
	struct reload reload;
	bool reload_again;             /* asked for while one was under way */
	struct control_peer *reloader; /* waits for its result */
	pid_t inquiry;                 /* a child that answers a peer; 0 none */
	enum phase phase;
	uint64_t now, deadline; /* deadline: of the phase */
	uint64_t next_look, started;
	int status;
	bool change_user;
	uid_t user;
	gid_t group;
};

static inline struct child *parent_keeper(struct parent *p)
{
	return &p->child[p->workers];
}

/* The channel of the child that answers inquiries, and of the farmer. */
static inline struct channel *parent_inquiry_channel(struct parent *p)
{
	return &p->channels->at[p->workers];
}
static inline struct channel *parent_farmer_channel(struct parent *p)
{
	return &p->channels->at[p->workers + 1];
}

/* The sockets of WORKER, one per listener. */
static inline int *parent_sockets(struct parent *p, int worker)
{
	return p->sockets + worker * p->site.listener_count;
}

/* ---- parent.c ---- */

/* In a new child: closes what is the parent's alone, and the sockets of workers other than WORKER. */
void parent_let_go(struct parent *p, int worker);

/* Sets what this process and the workers log. */
void parent_log_level(struct parent *p, enum log_level level);

/* Starts a reload, or another one when one is under way; p->reloader gets its result. */
void parent_reload(struct parent *p);

/* Begins to stop, for the reason WHY. */
void parent_stop(struct parent *p, const char *why);

/* ---- open.c ---- */

/* Opens and makes all that a server needs before its first child starts, then drops privileges. False, and a line in the log, when
 * that fails. */
bool open_all(struct parent *p);

/* ---- command.c ---- */

/* Runs a command of sipctl's: a control_command, USER is the struct parent. */
void command_run(void *user, struct control_peer *peer, struct slice line);

#endif
