/* uri: a SIP, SIPS or TEL URI taken apart, compared, and made canonical.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The parts are slices of the text that was parsed: nothing is copied, nothing unescaped. */
#ifndef SIPD_SIP_URI_H
#define SIPD_SIP_URI_H

#include "base/address.h"
#include "base/arena.h"

enum uri_scheme { URI_OTHER, URI_SIP, URI_SIPS, URI_TEL };

struct uri {
	struct slice text;
	enum uri_scheme scheme;
	struct slice user, password; /* user: of a TEL URI its number */
	struct slice host;           /* with [] when it is an IPv6 reference */
	struct slice params;         /* behind the first ';', without it */
	struct slice headers;        /* behind '?', without it */
	uint16_t port;               /* 0 when there is none */
	bool has_user;               /* "sip:@h" is not valid; false means no '@' */
};

/* Takes S apart, strictly by RFC 3261 25.1 as far as routing depends on it (characters, escapes, port range, IPv6 reference). A
 * URI of another scheme is accepted with only `text` and `scheme` (URI_OTHER) set. False when S is no URI. */
bool uri_parse(struct slice s, struct uri *u);

/* The value of parameter NAME (case-insensitive) in U's parameters; "" when it has none. False when it is not there. */
bool uri_param(const struct uri *u, struct slice name, struct slice *value);

/* The same in any list of ";name=value" pieces (no leading ';' needed; quoted values keep their quotes). */
bool param_find(struct slice params, struct slice name, struct slice *value);

/* Cuts the next "name[=value]" off a list of such pieces; false at its end. */
bool param_next(struct slice *params, struct slice *name, struct slice *value);

/* Equality by RFC 3261 19.1.4. */
bool uri_equal(const struct uri *a, const struct uri *b);

/* The canonical address of record of U (RFC 3261 10.3 step 5): "sip:user@host", user unescaped where that is not needed, host
 * in lower case, no parameters, no headers, port only when it is not 5060; of a TEL URI "tel:" and its digits. In A. */
struct slice uri_aor(struct arena *a, const struct uri *u);

/* Whether U's host is an address: then *ADDRESS with U's port (0 none). */
bool uri_address(const struct uri *u, struct address *address);

/* Whether the Route or Record-Route URI U has the lr parameter. */
bool uri_is_loose(const struct uri *u);

/* The text of U with its user, host ("host" or "host:port" text; port 0 keeps, -1 removes, else sets) or whole host part replaced, in A. A NULL
 * pointer keeps that part; an empty user removes it. */
struct slice uri_with(
	struct arena *a, const struct uri *u, const struct slice *user, const struct slice *host, int port);

/* S with %XX undone (into A when something changes), and with what is not allowed in a user part escaped. */
struct slice uri_unescape(struct arena *a, struct slice s);
struct slice uri_escape_user(struct arena *a, struct slice s);

#endif
