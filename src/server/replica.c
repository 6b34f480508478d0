/* replica: streams of registrations between the servers of a farm.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/replica.h"
#include "base/log.h"
#include "server/stream.h"
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	PEERS = 128,
	LOG = 1 << 16,         /* changes that a peer may miss before it gets everything anew */
	RETRY_MS = 200,        /* between two attempts to connect */
	CONNECT_MS = 1000,     /* of one */
	SLEPT_MS = 1200,       /* between two rounds: this server stood still, and others served its users */
	GRACE_MS = 1500,       /* peers that cannot be reached for so long are not waited for */
	ALIVE_MS = 500,        /* a stream is not silent for longer */
	SILENT_MS = 2500,      /* one that is has ended */
	STALL_MS = 700,        /* a peer that acknowledges nothing for so long is not waited for */
	PENDING = 1000,        /* merges that wait for the keeper */
	UNACKED = 4000,        /* states that a peer has not acknowledged */
	OUT_BYTES = 512 << 10, /* more is not put into a stream at once */
	WALK = 100,            /* addresses of record read from the store at once */
};

enum kind {
	KIND_HELLO = 1, /* number: the sender's epoch; text: its address in the farm */
	KIND_RESUME,    /* number: the last change of that epoch that arrived; 0 none */
	KIND_STATE, /* number: the change, 0 of a snapshot; text: length of the AOR (two bytes), AOR, record */
	KIND_DONE,  /* number: the receiver has all up to this one, once it has what came before */
	KIND_ACK,   /* number: all up to this one has arrived and is stored */
	KIND_ALIVE,
};

/* Another server of the farm, and the stream to it. */
struct peer {
	struct address address;
	int group;
	bool colleague;        /* of a group that is ours, too */
	struct stream *stream; /* NULL: not connected */
	uint64_t retry, connect_by;
	bool connected; /* TCP has a connection */
	bool streaming; /* it knows us */
	bool reached;   /* a connection was made since it could not be reached */
	bool snapshot;  /* everything is on its way */
	char after[LOCATION_AOR_MAX];
	size_t after_len;
	uint64_t snapshot_number;
	uint64_t cursor;      /* changes up to here are sent or not for it */
	uint64_t sent, acked; /* the last numbers sent and acknowledged */
	uint64_t done;        /* the number of the DONE sent; UINT64_MAX: none yet */
	bool synced;          /* which was acknowledged: it follows */
	uint64_t progress;    /* when it last acknowledged something, or had all */
	/* what came from it, kept over connections */
	uint64_t epoch, applied;
	bool complete;     /* it has sent us everything since we began */
	bool closed_early; /* already logged */
};

/* Something that came and waits for the keeper. */
struct pending {
	struct pending *next;
	struct incoming *from;
	struct arena *arena;
	struct location_change change;
	uint64_t number;
	bool finished, is_done;
};

/* A stream from another server. */
struct incoming {
	struct stream *stream;
	struct peer *peer; /* NULL until it has said who it is */
	struct pending *first, **last;
	int count;
	uint64_t ack, acked;
	bool owes; /* an acknowledgement, of what has no number of its own */
	bool broken;
};

struct log_entry {
	uint64_t number;
	size_t len;
	char *aor;
};

struct replica {
	struct replica_options o;
	const struct farm *farm; /* NULL: nothing to replicate */
	struct address self;
	struct arena *arena;
	uint64_t epoch, started, round; /* round: when the last one was */
	int listener;
	uint64_t listen_at;
	struct peer *peers;
	int peer_count;
	struct incoming incoming[PEERS];
	struct log_entry *log;
	uint64_t last; /* number of the last change */
	bool ready;
};

static uint64_t now(const struct replica *r)
{
	return r->o.world->now(r->o.world);
}

static struct channel_state *state(const struct replica *r)
{
	return r->o.channels->at[0].state;
}

static const char *peer_name(const struct peer *p, char *text)
{
	return address_text(&p->address, text).at;
}

struct replica *replica_new(const struct replica_options *o)
{
	struct replica *r = calloc(1, sizeof *r);
	if (!r || !(r->log = calloc(LOG, sizeof *r->log)))
		fatal("out of memory");
	r->o = *o;
	r->arena = arena_new(1 << 16);
	r->listener = -1;
	r->started = now(r);
	r->last = atomic_load(&state(r)->logged);
	return r;
}

/* ---- ends ---- */

static void end_outgoing(struct replica *r, struct peer *p, uint64_t retry_ms)
{
	stream_free(p->stream);
	p->stream = NULL;
	p->connected = p->streaming = p->synced = p->snapshot = false;
	p->retry = now(r) + retry_ms;
}

static void drop_pending(struct pending *p)
{
	location_cancel_change(&p->change);
	arena_free(p->arena);
}

static void end_incoming(struct incoming *in)
{
	while (in->first) {
		struct pending *next = in->first->next;
		drop_pending(in->first);
		in->first = next;
	}
	stream_free(in->stream);
	*in = (struct incoming){ 0 };
}

static void forget_peers(struct replica *r)
{
	for (int i = 0; i < r->peer_count; i++)
		end_outgoing(r, &r->peers[i], 0);
	for (int i = 0; i < PEERS; i++)
		if (r->incoming[i].stream)
			end_incoming(&r->incoming[i]);
	if (r->listener >= 0)
		close(r->listener);
	r->listener = -1;
	free(r->peers);
	r->peers = NULL;
	r->peer_count = 0;
}

void replica_free(struct replica *r)
{
	if (!r)
		return;
	forget_peers(r);
	for (int i = 0; i < LOG; i++)
		free(r->log[i].aor);
	free(r->log);
	arena_free(r->arena);
	free(r);
}

/* ---- peers ---- */

static bool replicates(const struct farm *f)
{
	return f && f->self >= 0 && f->replication != FARM_NO_REPLICATION && f->member_count > 1;
}

static void add_peer(struct replica *r, const struct farm_member *m, const struct peer *before, int count)
{
	struct peer *p = &r->peers[r->peer_count++];
	*p = (struct peer){
		.address = m->address, .group = m->group, .colleague = r->farm->groups[m->group].self >= 0
	};
	for (int i = 0; i < count; i++)
		if (address_equal(&before[i].address, &m->address)) {
			p->epoch = before[i].epoch;
			p->applied = before[i].applied;
			p->complete = before[i].complete;
		}
}

void replica_use(struct replica *r, const struct fleet *fleet)
{
	const struct farm *f = fleet && fleet->farm_count ? &fleet->farms[0] : NULL;
	struct peer *before = r->peers;
	int count = r->peer_count;
	bool first = !r->farm;
	r->peers = NULL;
	for (int i = 0; i < count; i++)
		end_outgoing(r, &before[i], 0);
	r->peer_count = 0;
	forget_peers(r);
	r->farm = replicates(f) ? f : NULL;
	/* what goes to whom is another question now: all begins anew */
	r->o.world->random(r->o.world, &r->epoch, sizeof r->epoch);
	if (r->farm) {
		r->self = f->members[f->self].address;
		r->peers = calloc((size_t)f->member_count, sizeof *r->peers);
		if (!r->peers)
			fatal("out of memory");
		for (int i = 0; i < f->member_count && r->peer_count < PEERS; i++)
			if (!f->members[i].self)
				add_peer(r, &f->members[i], before, count);
	}
	if (first)
		r->started = now(r);
	free(before);
	r->listen_at = 0;
}

static struct peer *find_peer(struct replica *r, const struct address *a)
{
	for (int i = 0; i < r->peer_count; i++)
		if (address_equal(&r->peers[i].address, a))
			return &r->peers[i];
	return NULL;
}

/* ---- sockets ---- */

static socklen_t sync_address(
	const struct replica *r, const struct address *member, struct sockaddr_storage *to)
{
	struct address a = *member;
	a.port = r->farm->sync_port;
	return address_to_sockaddr(&a, to);
}

static void listen_again(struct replica *r)
{
	struct sockaddr_storage at;
	char text[ADDRESS_TEXT];
	int one = 1;
	if (r->listener >= 0 || now(r) < r->listen_at)
		return;
	socklen_t len = sync_address(r, &r->self, &at);
	r->listener = socket(at.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	(void)setsockopt(r->listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	if (r->listener >= 0 && bind(r->listener, (struct sockaddr *)&at, len) == 0 &&
		listen(r->listener, PEERS) == 0)
		return;
	address_host_text(&r->self, text);
	log_error("farm: cannot listen on tcp:%s:%u: %s", text, r->farm->sync_port, strerror(errno));
	if (r->listener >= 0)
		close(r->listener);
	r->listener = -1;
	r->listen_at = now(r) + 5000;
}

static void connect_peer(struct replica *r, struct peer *p)
{
	struct sockaddr_storage from, to;
	struct address host = r->self;
	int one = 1;
	host.port = 0;
	socklen_t from_len = address_to_sockaddr(&host, &from), len = sync_address(r, &p->address, &to);
	int fd = socket(to.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	p->retry = now(r) + RETRY_MS;
	p->connect_by = now(r) + CONNECT_MS;
	if (fd < 0)
		return;
	(void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	if (from.ss_family == to.ss_family)
		(void)bind(fd, (struct sockaddr *)&from, from_len);
	if (connect(fd, (struct sockaddr *)&to, len) < 0 && errno != EINPROGRESS) {
		close(fd);
		p->reached = false;
		return;
	}
	p->stream = stream_new(fd, false, r->farm->secret, r->o.world);
}

/* Strangers get no further than this: what they send need not be looked at. */
static bool is_peer_host(const struct replica *r, const struct sockaddr_storage *from)
{
	struct address a;
	address_from_sockaddr(from, &a);
	return farm_has_host(r->farm, &a);
}

static void accept_all(struct replica *r)
{
	enum { FLAGS = SOCK_NONBLOCK | SOCK_CLOEXEC };
	int fd, one = 1;
	struct sockaddr_storage from;
	socklen_t len = sizeof from;
	while (r->listener >= 0 && (fd = accept4(r->listener, (struct sockaddr *)&from, &len, FLAGS)) >= 0) {
		len = sizeof from;
		if (!is_peer_host(r, &from)) {
			close(fd);
			continue;
		}
		struct incoming *in = r->incoming;
		while (in < r->incoming + PEERS && in->stream)
			in++;
		if (in == r->incoming + PEERS) {
			close(fd);
			continue;
		}
		(void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
		*in = (struct incoming){ .stream = stream_new(fd, true, r->farm->secret, r->o.world) };
		in->last = &in->first;
	}
}

/* ---- the log of changes ---- */

static void read_log(struct replica *r)
{
	struct ring *ring = r->o.channels->log;
	struct slice record;
	uint64_t count;
	if (read(r->o.channels->log_fd, &count, sizeof count) < 0 && errno != EAGAIN)
		log_error("farm: eventfd: %s", strerror(errno));
	while (ring_peek(ring, &record)) {
		struct channel_log head;
		if (record.len > sizeof head && record.len - sizeof head <= LOCATION_AOR_MAX) {
			memcpy(&head, record.at, sizeof head);
			struct log_entry *e = &r->log[head.number % LOG];
			free(e->aor);
			e->number = head.number;
			e->len = record.len - sizeof head;
			e->aor = malloc(e->len);
			if (!e->aor)
				fatal("out of memory");
			memcpy(e->aor, record.at + sizeof head, e->len);
			r->last = head.number;
		}
		ring_release(ring);
	}
	uint64_t lost = atomic_load(&state(r)->log_lost);
	if (lost > r->last)
		r->last = lost;
}

/* ---- sending ---- */

/* Whether P is to have the record with the key AOR: of its group's users, and all that we have when its group is ours, for we may be serving
 * users of a group that is dead. Tables other than "location" have their name in front. */
static bool is_for(const struct replica *r, const struct peer *p, struct slice aor)
{
	if (p->colleague)
		return true;
	const char *blank = memrchr(aor.at, ' ', aor.len);
	if (blank)
		aor = slice(blank + 1, (size_t)(aor.at + aor.len - blank) - 1);
	return farm_group_of(r->farm, aor) == p->group;
}

static void send_state(struct peer *p, uint64_t number, struct slice aor, struct slice record)
{
	char len[2] = { (char)(aor.len >> 8), (char)aor.len };
	const struct slice parts[] = { slice(len, 2), aor, record };
	stream_put(p->stream, KIND_STATE, number, parts, 3);
}

struct walking {
	struct replica *replica;
	struct peer *peer;
};

static bool send_record(void *user, struct slice aor, struct slice record)
{
	struct walking *w = user;
	struct peer *p = w->peer;
	if (aor.len > sizeof p->after)
		return true;
	memcpy(p->after, aor.at, aor.len);
	p->after_len = aor.len;
	if (is_for(w->replica, p, aor))
		send_state(p, 0, aor, record);
	return true;
}

static void begin_snapshot(struct replica *r, struct peer *p)
{
	p->snapshot = true;
	p->after_len = 0;
	p->snapshot_number = r->last;
	p->synced = false;
	p->done = UINT64_MAX;
}

static void send_done(struct replica *r, struct peer *p, uint64_t number)
{
	stream_put(p->stream, KIND_DONE, number, NULL, 0);
	p->done = p->sent = p->cursor = number;
	p->progress = now(r);
}

static void pump_snapshot(struct replica *r, struct peer *p)
{
	struct walking w = { r, p };
	while (stream_queued(p->stream) < OUT_BYTES) {
		int n = location_walk_records(
			r->o.location, slice(p->after, p->after_len), WALK, send_record, &w);
		if (n == WALK)
			continue;
		p->snapshot = false;
		send_done(r, p, p->snapshot_number);
		return;
	}
}

static void pump_log(struct replica *r, struct peer *p)
{
	struct slice record;
	while (p->cursor < r->last && stream_queued(p->stream) < OUT_BYTES && p->sent - p->acked < UNACKED) {
		const struct log_entry *e = &r->log[(p->cursor + 1) % LOG];
		if (e->number != p->cursor + 1) {
			begin_snapshot(r, p);
			return;
		}
		struct slice aor = slice(e->aor, e->len);
		if (p->acked >= p->sent)
			p->progress = now(r);
		p->cursor++;
		if (!is_for(r, p, aor))
			continue;
		arena_reset(r->arena);
		if (!location_record(r->o.location, aor, r->arena, &record)) {
			p->cursor--;
			return;
		}
		if (!record.len)
			continue;
		p->sent = p->cursor;
		send_state(p, p->sent, aor, record);
	}
	if (p->done == UINT64_MAX && p->cursor >= r->last)
		send_done(r, p, p->cursor);
}

static void pump(struct replica *r, struct peer *p)
{
	if (!p->streaming)
		return;
	if (p->snapshot)
		pump_snapshot(r, p);
	if (!p->snapshot)
		pump_log(r, p);
}

/* What a peer answers on our stream. */
static void heard_from_peer(struct replica *r, struct peer *p, enum kind kind, uint64_t number)
{
	char text[ADDRESS_TEXT];
	if (kind == KIND_RESUME && !p->streaming) {
		p->streaming = true;
		p->closed_early = false;
		p->done = UINT64_MAX;
		p->acked = p->sent = p->cursor = number;
		p->progress = now(r);
		if (!number || number > r->last || r->last - number >= LOG - PENDING)
			begin_snapshot(r, p);
	} else if (kind == KIND_ACK) {
		if (number > p->acked)
			p->acked = number;
		p->progress = now(r);
		if (!p->synced && p->done != UINT64_MAX && number >= p->done) {
			p->synced = true;
			log_notice("farm: %s follows", peer_name(p, text));
		}
	}
}

static void greet(struct replica *r, struct peer *p)
{
	char text[ADDRESS_TEXT];
	struct slice me = address_text(&r->self, text);
	p->connected = p->reached = true;
	stream_put(p->stream, KIND_HELLO, r->epoch, &me, 1);
}

static void serve_outgoing(struct replica *r, struct peer *p)
{
	struct slice payload;
	uint64_t number;
	char text[ADDRESS_TEXT];
	int kind;
	if (!p->stream) {
		if (now(r) >= p->retry)
			connect_peer(r, p);
		return;
	}
	enum stream_state s = stream_run(p->stream);
	if (s == STREAM_OPEN && !p->connected)
		greet(r, p);
	while (s == STREAM_OPEN && (kind = stream_take(p->stream, &number, &payload)) > 0)
		heard_from_peer(r, p, (enum kind)kind, number);
	bool late = !p->streaming && now(r) >= p->connect_by;
	bool stalled = p->synced && p->acked < p->sent && now(r) - p->progress > STALL_MS;
	if (s == STREAM_ENDED || late || stalled || stream_silent(p->stream, SILENT_MS)) {
		if (p->synced)
			log_warn("farm: %s follows no more%s", peer_name(p, text),
				stalled ? ": it acknowledges nothing" : "");
		else if (p->connected && !p->closed_early)
			log_notice("farm: %s does not take us in yet: another script, or another key",
				peer_name(p, text));
		p->closed_early = p->closed_early || (p->connected && !p->synced);
		p->reached = p->connected || stream_greeted(p->stream);
		end_outgoing(r, p, RETRY_MS);
		return;
	}
	pump(r, p);
	stream_keep(p->stream, KIND_ALIVE, ALIVE_MS);
	(void)stream_run(p->stream);
}

/* ---- receiving ---- */

/* Takes what is finished off the front, in order: only that is acknowledged. */
static void settle(struct incoming *in)
{
	while (in->first && in->first->finished) {
		struct pending *p = in->first;
		in->first = p->next;
		if (!in->first)
			in->last = &in->first;
		in->count--;
		if (p->number > in->ack)
			in->ack = p->number;
		if (p->is_done)
			in->peer->complete = in->owes = true;
		if (in->ack > in->peer->applied)
			in->peer->applied = in->ack;
		arena_free(p->arena);
	}
}

static void merged(void *user)
{
	struct pending *p = user;
	if (p->change.result != LOCATION_OK)
		p->from->broken = true;
	p->finished = true;
}

static struct pending *add_pending(struct incoming *in, uint64_t number)
{
	struct arena *a = arena_new(1024);
	struct pending *p = ARENA_NEW(a, struct pending);
	p->arena = a;
	p->from = in;
	p->number = number;
	*in->last = p;
	in->last = &p->next;
	in->count++;
	return p;
}

static void take_state(struct replica *r, struct incoming *in, uint64_t number, struct slice payload)
{
	struct pending *p = add_pending(in, number);
	size_t len = payload.len < 2
			     ? 0
			     : (size_t)((unsigned char)payload.at[0] << 8 | (unsigned char)payload.at[1]);
	if (!len || len + 2 > payload.len) {
		in->broken = true;
		return;
	}
	payload = arena_copy(p->arena, slice(payload.at + 2, payload.len - 2));
	struct location_change *c = &p->change;
	*c = (struct location_change){
		.aor = slice(payload.at, len), .arena = p->arena, .done = merged, .user = p
	};
	c->change = (struct change){
		.merge = true, .now = r->o.world->clock(r->o.world) / 1000, .max_contacts = BINDINGS_MAX
	};
	if (!bindings_unpack(slice(payload.at + len, payload.len - len), p->arena, &c->change.bindings,
		    &c->change.count)) {
		log_warn("farm: a record of %.*s cannot be read", SLICE_FMT(c->aor));
		p->finished = true;
	} else if (location_commit(r->o.location, c)) {
		merged(p);
	}
}

static void take_hello(struct replica *r, struct incoming *in, uint64_t epoch, struct slice payload)
{
	struct address a;
	struct peer *p = address_parse_port(payload, &a) ? find_peer(r, &a) : NULL;
	if (!p || in->peer) {
		in->broken = true;
		return;
	}
	for (int i = 0; i < PEERS; i++)
		if (r->incoming[i].stream && r->incoming[i].peer == p)
			end_incoming(&r->incoming[i]);
	in->peer = p;
	if (p->epoch != epoch)
		p->applied = 0;
	p->epoch = epoch;
	in->ack = in->acked = p->applied;
	stream_put(in->stream, KIND_RESUME, p->applied, NULL, 0);
	p->retry = 0; /* it lives: ours to it, too */
}

static void take_frame(
	struct replica *r, struct incoming *in, enum kind kind, uint64_t number, struct slice payload)
{
	if (kind == KIND_HELLO) {
		take_hello(r, in, number, payload);
	} else if (!in->peer) {
		in->broken = true;
	} else if (kind == KIND_STATE) {
		take_state(r, in, number, payload);
	} else if (kind == KIND_DONE) {
		struct pending *p = add_pending(in, number);
		p->finished = p->is_done = true;
	}
}

static void serve_incoming(struct replica *r, struct incoming *in)
{
	struct slice payload;
	uint64_t number;
	int kind;
	enum stream_state s = stream_run(in->stream);
	while (s == STREAM_OPEN && !in->broken && in->count < PENDING &&
		(kind = stream_take(in->stream, &number, &payload)) > 0)
		take_frame(r, in, (enum kind)kind, number, payload);
	settle(in);
	if (s == STREAM_ENDED || in->broken || stream_silent(in->stream, SILENT_MS)) {
		end_incoming(in);
		return;
	}
	if (in->peer && (in->owes || in->ack > in->acked)) {
		stream_put(in->stream, KIND_ACK, in->ack, NULL, 0);
		in->acked = in->ack;
		in->owes = false;
	}
	if (in->peer)
		stream_keep(in->stream, KIND_ALIVE, ALIVE_MS);
	(void)stream_run(in->stream);
}

/* ---- what others need to know ---- */

/* Tells the keeper how far all that follow have come, and whether anybody follows. */
static void publish(struct replica *r)
{
	static const uint64_t one = 1;
	uint64_t least = r->last, before = atomic_load(&state(r)->replicated);
	bool follows = false;
	for (int i = 0; i < r->peer_count; i++) {
		const struct peer *p = &r->peers[i];
		if (!p->synced)
			continue;
		uint64_t has = p->acked >= p->sent ? p->cursor : p->acked;
		follows = true;
		least = has < least ? has : least;
	}
	enum channel_replication mode = !r->farm ? REPLICATION_NONE
					: follows && r->farm->replication == FARM_BEFORE_ANSWER
						? REPLICATION_WAIT
						: REPLICATION_LOG;
	bool changed = atomic_load(&state(r)->replication) != (uint32_t)mode || least != before;
	atomic_store(&state(r)->replicator_at, now(r));
	atomic_store(&state(r)->replicated, least);
	atomic_store(&state(r)->replication, (uint32_t)mode);
	if (changed && write(r->o.channels->at[0].keeper_fd, &one, sizeof one) < 0 && errno != EAGAIN)
		log_error("farm: cannot wake the keeper: %s", strerror(errno));
}

/* This server may be asked when every peer that can be reached has sent all that it has for us. */
static bool has_caught_up(const struct replica *r)
{
	bool all = true;
	for (int i = 0; i < r->peer_count; i++) {
		const struct peer *p = &r->peers[i];
		if (p->complete)
			continue;
		all = false;
		if (p->reached || p->connected)
			return false;
	}
	return all || now(r) - r->started >= GRACE_MS;
}

static void note_ready(struct replica *r)
{
	if (!r->ready && has_caught_up(r)) {
		r->ready = true;
		if (r->farm)
			log_notice("farm: this server has what the others have");
	}
	atomic_store(&r->o.shared->ready, r->ready);
}

/* ---- the loop ---- */

/* After a standstill (a machine that was suspended, say) this server begins as if it had just been started: it has missed what its
 * peers heard, and must not be asked before it knows that. */
static void wake_up(struct replica *r)
{
	uint64_t before = r->round;
	r->round = now(r);
	if (!r->farm || !before || r->round - before < SLEPT_MS)
		return;
	log_warn("farm: this server stood still for %llu ms: it catches up with the others",
		(unsigned long long)(r->round - before));
	for (int i = 0; i < r->peer_count; i++) {
		end_outgoing(r, &r->peers[i], 0);
		r->peers[i].complete = r->peers[i].reached = false;
	}
	for (int i = 0; i < PEERS; i++)
		if (r->incoming[i].stream)
			end_incoming(&r->incoming[i]);
	r->ready = false;
	r->started = r->round;
}

void replica_run(struct replica *r)
{
	wake_up(r);
	read_log(r);
	if (r->farm) {
		listen_again(r);
		accept_all(r);
		for (int i = 0; i < PEERS; i++)
			if (r->incoming[i].stream)
				serve_incoming(r, &r->incoming[i]);
		for (int i = 0; i < r->peer_count; i++)
			serve_outgoing(r, &r->peers[i]);
	}
	publish(r);
	note_ready(r);
}

uint64_t replica_next(const struct replica *r)
{
	return now(r) + (r->farm ? 100 : 300);
}

int replica_poll(const struct replica *r, struct pollfd *poll, int most)
{
	int n = 0;
	if (most > 1)
		poll[n++] = (struct pollfd){ .fd = r->o.channels->log_fd, .events = POLLIN };
	if (r->listener >= 0 && n < most)
		poll[n++] = (struct pollfd){ .fd = r->listener, .events = POLLIN };
	for (int i = 0; i < r->peer_count && n < most; i++)
		if (r->peers[i].stream)
			poll[n++] = stream_poll(r->peers[i].stream, true);
	for (int i = 0; i < PEERS && n < most; i++)
		if (r->incoming[i].stream)
			poll[n++] = stream_poll(r->incoming[i].stream, r->incoming[i].count < PENDING);
	return n;
}
