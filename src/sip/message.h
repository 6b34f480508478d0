/* message: one SIP message as received, as it stands after the script's edits, and its parts.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * A message owns an arena that holds the received bytes, the parse and everything a script run makes for it. It is counted: the
 * engine holds it while it is processed, a transaction for as long as it lives. What is forwarded is the received text but for the
 * lines that were edited; edits are visible to later reads at once. */
#ifndef SIPD_SIP_MESSAGE_H
#define SIPD_SIP_MESSAGE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/method.h"
#include "base/world.h"
#include "sip/uri.h"

/* Header fields that sipd itself deals with; all others are HEADER_OTHER and are found by name. */
enum header {
	HEADER_OTHER,
	HEADER_VIA,
	HEADER_ROUTE,
	HEADER_RECORD_ROUTE,
	HEADER_MAX_FORWARDS,
	HEADER_FROM,
	HEADER_TO,
	HEADER_CALL_ID,
	HEADER_CSEQ,
	HEADER_CONTACT,
	HEADER_EXPIRES,
	HEADER_MIN_EXPIRES,
	HEADER_PATH,
	HEADER_SUPPORTED,
	HEADER_REQUIRE,
	HEADER_PROXY_REQUIRE,
	HEADER_UNSUPPORTED,
	HEADER_AUTHORIZATION,
	HEADER_PROXY_AUTHORIZATION,
	HEADER_WWW_AUTHENTICATE,
	HEADER_PROXY_AUTHENTICATE,
	HEADER_USER_AGENT,
	HEADER_SERVER,
	HEADER_CONTENT_TYPE,
	HEADER_CONTENT_LENGTH,
	HEADER_TIMESTAMP,
	HEADER_ALLOW,
	HEADER_RETRY_AFTER,
	HEADER_DATE,
	HEADER_EVENT,
	HEADERS
};

/* The header called NAME, compact forms too, case-insensitively; and the long name of H. */
enum header header_parse(struct slice name);
struct slice header_name(enum header h);

/* One header field line (with its continuation lines). */
struct line {
	enum header id;
	struct slice name;  /* as written */
	struct slice value; /* trimmed; folds are still in it (message_unfold) */
	struct slice text;  /* the whole line with its CRLF: this is what is sent */
};

struct lines {
	struct line *at;
	int count, size;
	bool shared; /* another edition has it too: copy before changing */
};

/* How the message looks now and where it is going: what routes change. A branch route works on its branch's own edition. */
struct edition {
	struct uri uri;      /* Request-URI */
	struct lines *lines; /* all header fields, in order */
	int max_forwards;    /* -1: there is no such field */
	struct slice
		next_hop; /* $du: a URI that says where to send instead of Route and Request-URI; "" none */
	struct slice body;
	bool record_route;                /* the core adds Record-Route with the listener it sends from */
	struct slice record_route_params; /* ";name=value" pieces for it, "" none */
};

struct via {
	struct slice text; /* this value */
	struct slice transport, host;
	uint16_t port; /* 0 none */
	struct slice branch, received, maddr;
	uint16_t rport;       /* the parameter's value, 0 when it has none */
	bool has_rport;       /* of message.via it may be set later, when a script forces it */
	struct slice sent_by; /* host and port as written */
	struct slice params;  /* all behind sent_by: ";name=value" pieces, or "" */
};

/* Takes the Via value S apart (RFC 3261 20.42, 3581). False when it is none. */
bool via_parse(struct slice s, struct via *via);

struct name_addr {
	struct slice text;    /* this value */
	struct slice display; /* with its quotes; "" none */
	struct slice uri;     /* without <> ; "*" for Contact: * */
	struct slice params;  /* header parameters behind it, without the first ';' */
};

/* Takes a From, To, Contact, Route ... value apart. In an addr-spec without <> parameters belong to the header (20.10). */
bool name_addr_parse(struct slice s, struct name_addr *n);

struct message {
	struct arena *arena;
	int references;
	struct flow flow;  /* where it came in, and from whom */
	struct slice text; /* as received, without leading line ends */
	bool request;
	enum method method; /* of the request; in replies that of CSeq */
	struct slice method_name;
	struct slice received_uri; /* Request-URI as received */
	int status;                /* replies; 0 in requests */
	struct slice reason;
	struct slice call_id, from_tag, to_tag; /* tags "" when absent */
	struct name_addr from, to;
	struct uri from_uri, to_uri;
	uint32_t cseq;
	struct via via;     /* the top one */
	struct edition now; /* as it stands */
	void *parsed; /* the lines as received (struct lines): what replies repeat, whatever was edited since */
	/* Called, when set, by the message_unref that ends the message, before its arena is freed. */
	void (*at_end)(struct message *m, void *user);
	void *at_end_user;
};

/* What became of a datagram. */
enum verdict {
	MESSAGE_OK,
	MESSAGE_KEEPALIVE, /* CRLF, NUL or other filler: nothing to do */
	MESSAGE_DROP,      /* no SIP message, or one that cannot be answered: count and forget */
	MESSAGE_REJECT,    /* a request to be answered with `status` `reason` */
};
struct verdict_reason {
	int status;
	const char *reason;
};

/* Guards, copies and parses the datagram DATA that came by FLOW. On OK and REJECT *OUT is a message with one reference, else NULL. A
 * rejected message has all that message_print_reply needs, and no more. ACKs and replies are never rejected, only dropped. */
enum verdict message_parse(
	const struct flow *flow, struct slice data, struct message **out, struct verdict_reason *why);

/* The Call-ID of the datagram DATA without parsing it, for finding its owner; "" when there is none. The same bytes that message_parse
 * would give, for every message that it accepts. */
struct slice message_peek_call_id(struct slice data);

struct message *message_ref(struct message *m);
void message_unref(struct message *m);

/* ---- reading ---- */

/* The index of the first line of header H at or behind line FROM; -1 when there is none. HEADER_OTHER: by NAME. */
int message_line(const struct message *m, enum header h, struct slice name, int from);

/* The N-th value (0 first, -1 last) of the comma-separated list that all lines of H form together; trimmed, folds kept. False when
 * there are fewer. message_values counts them. Only for list headers (Via, Route, Record-Route, Contact, Path, Require ...). */
bool message_value(const struct message *m, enum header h, int n, struct slice *value);
int message_values(const struct message *m, enum header h);

/* Cuts the next value off a comma-separated list, minding quotes, <> and comments; false at the end. */
bool list_next(struct slice *rest, struct slice *value);

/* S with folds turned into one blank (in A when there are any). */
struct slice message_unfold(struct arena *a, struct slice s);

/* Whether list header H has the token VALUE (case-insensitive), as in Supported: path. */
bool message_has_token(const struct message *m, enum header h, struct slice value);

/* ---- editing: all change m->now, copying shared lines first; texts are kept, not copied, unless said ---- */

/* Sets the Request-URI; false, and no change, when URI does not parse or holds CR, LF or blanks. A bare '#' in its user, which is
 * let in, is escaped. */
bool message_set_uri(struct message *m, struct slice uri);

/* Adds lines before line AT (0 ... count; -1: behind the last). TEXT is one or more whole lines with CRLF; a missing last CRLF is
 * added, bare CR or LF inside a line, or a line without a valid field name and colon, is refused (false). TEXT is copied. */
bool message_insert(struct message *m, int at, struct slice text);

/* Removes line AT; removes all lines of a name and says how many there were. */
void message_remove(struct message *m, int at);
int message_remove_all(struct message *m, enum header h, struct slice name);

/* Replaces line AT by "Name: VALUE"; false, and no change, when VALUE holds CR, LF or NUL. VALUE is copied. */
bool message_replace(struct message *m, int at, struct slice value);

/* Takes off the first value of list header H (the topmost Route, the topmost Via), leaving the others on its line as they are. */
void message_pop(struct message *m, enum header h);

/* Sets Max-Forwards (adding the field when it is not there). */
void message_set_max_forwards(struct message *m, int n);

/* Replaces the body and Content-Length. */
void message_set_body(struct message *m, struct slice body);

/* ---- printing ---- */

/* What a forwarded request has that the edition does not. */
struct forward {
	struct slice via;           /* our Via value, with branch: "SIP/2.0/UDP host:port;branch=..." */
	struct slice record_routes; /* whole lines to stand first, or "" */
	struct slice routes;        /* whole "Route: ...\r\n" lines to stand above the others, or "" */
	struct slice request_uri;   /* instead of the edition's, or "" (strict routing) */
	int max_forwards;           /* what to send; -1: none was there and none is added */
};

/* Prints the request M in EDITION as forwarded. The topmost received Via gets received and rport as RFC 3261 18.2.1 and 3581 4 say. */
void message_print_forward(
	const struct message *m, const struct edition *e, const struct forward *f, struct buffer *b);

/* Prints the reply M in m->now with its topmost Via taken off. */
void message_print_forwarded_reply(const struct message *m, struct buffer *b);

/* Prints a reply to request M (RFC 3261 8.2.6): STATUS REASON, Via (with received, rport), From, To (with TO_TAG when it has none and the status is
 * not 100), Call-ID, CSeq, Timestamp, Record-Route in 101..299; then EXTRA, whole lines or ""; then the BODY with its Content-Length. EXTRA
 * must hold Content-Type when there is a body. Control characters in REASON become blanks. */
void message_print_reply(const struct message *m, int status, struct slice reason, struct slice to_tag,
	struct slice extra, struct slice body, struct buffer *b);

/* Where replies to request M go (RFC 3261 18.2.2, 3581 4): its source address, or maddr, or received; the flow's listener is the one it came in. */
void message_reply_flow(const struct message *m, struct flow *to);

/* Where the reply M goes on, by the Via below ours (18.2.2); false when that Via is missing or names no address. A name in sent-by without
 * received gives false: every server before us adds received where needed. */
bool message_next_flow(const struct message *m, struct flow *to);

/* Prints the ACK for the non-2xx final reply REPLY to the INVITE that was sent as SENT (17.1.1.3), and the CANCEL for it (9.1). */
void message_print_ack(struct slice sent, const struct message *reply, struct buffer *b);
void message_print_cancel(struct slice sent, struct slice extra, struct buffer *b);

/* The standard reason phrase of STATUS. */
struct slice status_reason(int status);

#endif
