/* sim: a made network of phones round the workers of one server, on a virtual clock, all of it from one seed.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * text.c reads messages, with no help from the code under test; net.c is clock, dice, network, workers, names and store; phone.c the
 * user agents; judge.c what must hold; ladder.c what a failure looks like; sim.c runs seeds. */
#ifndef SIPD_TESTS_SIM_SIM_H
#define SIPD_TESTS_SIM_SIM_H

#include "base/arena.h"
#include "base/counters.h"
#include "base/hash.h"
#include "base/timer.h"
#include "base/world.h"
#include "core/site.h"
#include "server/engine.h"
#include <stdio.h>

struct location;
struct program;

enum {
	WORKERS = 4,
	PHONES = 12,
	USERS = 6, /* reg0 ... */
	TABLE = 1024,
	LINES = 48,
	MESSAGE = 8192,
	PROXY = -1, /* in place of a phone's number */
	T1 = 500,
	T2 = 4000,
	T4 = 5000,
	EXPIRES = 3600, /* s */
	HOUR = 3600000,
	LONG = 64 * T1,
	CLIENT_PATIENCE =
		31000, /* ms: a client that repeats itself until timer J of the server has fired would be a new request */
	NETWORK_DELAY = 4000, /* ms, the most: below timer I */
};

/* ---- text ---- */

struct field {
	struct slice name, value, whole; /* name: canonical where it has a compact form */
};

struct text {
	struct slice whole, start, method, uri, body;
	int status; /* 0: a request */
	struct field lines[LINES];
	int count;
	struct slice call_id, cseq_method, from, from_tag, to, to_tag, branch, below;
	uint32_t cseq;
	int vias, max_forwards;
};

struct writer {
	size_t len;
	char at[MESSAGE];
};

/* Reads DATA; false when it is no message as this network has them. */
bool text_read(struct text *t, struct slice data);

/* The first value of the header NAME; "" when there is none. */
struct slice text_value(const struct text *t, const char *name);

bool text_is(struct slice s, const char *word);
void text_add(struct writer *w, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- who asks what of whom ---- */

struct sim;

struct phone {
	struct sim *sim;
	int number;
	struct address address;
	char host[ADDRESS_TEXT];    /* with port */
	char claimed[ADDRESS_TEXT]; /* what its Via says */
	int listener;
	bool closed; /* nobody listens: datagrams to it are answered by ICMP */
	bool liar, compact;
	uint64_t cut_until;
	uint32_t cseq;
};

/* What a UAS said: for comparing what arrives with it. */
struct said {
	struct said *next;
	int status;
	struct slice tag, text;
};

/* A request that a phone sent, with the client's side of its transaction, and what the judge knows of it. */
struct ask {
	struct ask *next, *in_table;
	struct phone *phone;
	const char *method;
	bool invite, ack;
	struct slice branch, call_id, text, cancel_text, from;
	uint32_t cseq;
	struct dialog *dialog; /* that it is in; NULL outside */
	struct dialog *made;   /* that it made */
	int expect;            /* the phone that it must go to; -1 anyone's guess */
	struct timer retransmit, give_up, cancel, cancel_retransmit;
	uint32_t interval, cancel_interval;
	bool provisional, done, cancel_wanted, cancel_sent, cancel_done;
	/* the judge's: */
	int owner;
	bool reached, hurt, murky, stateless, cancelled, wanted_no_more, fixed, failure, registers;
	int generation;
	int user;     /* of a REGISTER, or that it is for; -1 */
	bool removes; /* a REGISTER */
	unsigned life;
	uint64_t reached_at, acked_at, fr, fr_inv;
	uint64_t final_at;
	int replies, status_out, finals_out;
	bool two_out;
	struct slice final_out, last_out;
	struct leg *legs;
};

/* A branch that the server sent. */
struct leg {
	struct leg *next, *in_table;
	struct ask *ask;
	struct slice branch, text;
	struct address peer;
	int phone, listener;
	uint64_t first, final_at, provisional_at, unreachable_at;
	unsigned life;
	int sends, cancels, acks, status; /* status: the first final one that came */
	bool moved, replied, provisional, over, two, late, unreachable, cancel_answered;
};

/* A server transaction of a phone. */
struct uas {
	struct uas *in_table;
	struct phone *phone;
	struct slice branch, request;
	const char *method;
	bool invite, final, acked, cancelled;
	int plan, status, rings;
	char tag[16];
	struct slice last;
	struct timer act, retransmit;
	uint32_t interval;
	uint64_t final_at;
	struct dialog *dialog;
	struct said *said;
};

/* One side of a dialog. */
struct dialog {
	struct phone *phone;
	struct slice call_id, local, remote, target, routes, remote_tag, local_tag;
	struct slice ack; /* of the last 2xx to its INVITE */
	uint32_t cseq, ack_cseq;
	struct ask *ask;
	int peer;
	struct timer act;
	int acts;
	bool ended;
	struct dialog *next;
};

/* ---- the server ---- */

struct worker {
	struct world world; /* first */
	struct sim *sim;
	int number;
	struct engine *engine;
	struct location *location;
	struct counters counters;
	uint64_t busy_until;
	unsigned life;
	struct asked *asked; /* names being resolved */
};

struct weather {
	unsigned loss, twice, late, slow;          /* of 1000 datagrams */
	unsigned death, reload, cut, clock, stall; /* of 100000 events */
	unsigned lies;                             /* of 1000 replies of liars */
};

/* What the store must hold of a phone for a user. */
struct registered {
	uint32_t cseq;
	uint64_t until; /* by the wall clock, ms; 0: nothing */
	bool swept;     /* perhaps, when the clock had stepped */
};

/* What one event gave. */
struct step {
	bool on;
	struct text in;
	bool lie, reply, duplicate, first;
	struct leg *leg;
	struct ask *ask, *looked_up;
	bool want_forward, want_ack, want_provisional, want_cancel;
	int forwarded, acks, new_legs, outs;
};

struct totals {
	uint64_t runs, calls, requests, datagrams, events, deaths, reloads, faults, virtual_ms;
};

struct sim {
	uint64_t seed, dice, now, clock_offset;
	uint64_t start;
	struct arena *arena;
	struct timers timers;
	struct site site;
	struct listener listeners[2];
	struct hash_key owner_key;
	const struct program *programs[2];
	int generation, workers;
	struct worker worker[WORKERS];
	struct location *store;
	struct phone phone[PHONES];
	struct weather weather;
	struct ask *asks;
	struct dialog *dialogs;
	struct ask *ask_table[TABLE];
	struct leg *leg_table[TABLE];
	struct uas *uas_table[TABLE];
	struct registered registered[USERS][PHONES];
	struct step step;
	struct totals totals;
	unsigned serial;
	bool calm; /* no more faults */
	/* failures */
	int wrong;
	FILE *complaints;
	struct slice blamed; /* Call-ID of the first one */
	/* ladder */
	FILE *ladder;
	struct slice only; /* Call-ID to draw; "" all */
};

/* ---- net ---- */

unsigned net_roll(struct sim *s, unsigned n);
bool net_chance(struct sim *s, unsigned permille);
void net_after(struct sim *s, struct timer *t, uint64_t ms);

/* Makes phones, workers, names and store; ends them. */
void net_start(struct sim *s);
void net_end(struct sim *s);

/* PHONE sends TEXT to the server; LIE: nobody asked for it. */
void net_send(struct phone *p, struct slice text, bool lie);

/* The next thing happens; false when nothing is left to. */
bool net_step(struct sim *s);

/* The wall clock, ms. */
uint64_t net_clock(const struct sim *s);

int net_owner(const struct sim *s, struct slice call_id);
struct phone *net_phone(struct sim *s, const struct address *a);

/* The server behind PHONE of the name in URI; -1 when that is none, or the last. */
int net_next_server(struct slice uri, int phone);

/* The text of a branch's transaction identifier in a table of TABLE places. */
unsigned net_place(struct slice text);

struct slice net_keep(struct sim *s, struct slice text);

/* ---- phone ---- */

/* Begins some call or other request. */
void phone_begin(struct sim *s);

/* PHONE has received T. */
void phone_receive(struct phone *p, const struct text *t);

struct ask *phone_ask(struct sim *s, struct slice branch);
struct uas *phone_uas(struct sim *s, struct slice branch, const char *method);

/* ---- judge ---- */

/* A datagram is about to be given to W; what W sends; the event is over; the world is quiet. */
void judge_in(struct worker *w, struct slice data, bool lie);
void judge_out(struct worker *w, const struct flow *to, struct slice data);
void judge_step(struct worker *w);
void judge_end(struct sim *s);

/* W has died; it is late for its timers; what went to FLOW does not arrive. */
void judge_death(struct worker *w);
void judge_stall(struct worker *w);

/* The wall clock has stepped. */
void judge_clock(struct sim *s);
void judge_unreachable(struct worker *w, const struct flow *flow);

struct leg *judge_leg(struct sim *s, struct slice branch);

void judge_complain(struct sim *s, struct slice call_id, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* ---- ladder ---- */

/* One datagram between PHONE and worker W (-1: none yet), and its FATE. */
void ladder_datagram(
	struct sim *s, int phone, int worker, bool to_phone, struct slice data, const char *fate);
void ladder_note(struct sim *s, int worker, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
