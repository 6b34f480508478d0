/* dns: questions to a name server and its answers, as they are on the wire (RFC 1035, 2308, 2782, 3403, 6891).
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_CORE_DNS_H
#define SIPD_CORE_DNS_H

#include "base/address.h"
#include "base/buffer.h"

enum {
	DNS_NAME = 256,     /* room for a name, NUL behind */
	DNS_RECORDS = 64,   /* the most that an answer is read for */
	DNS_QUESTION = 300, /* the longest question, two bytes of length for TCP in front */
	DNS_PAYLOAD = 1232, /* the longest datagram that we say to take: no fragments on any path */
};

enum dns_type {
	DNS_A = 1,
	DNS_CNAME = 5,
	DNS_SOA = 6,
	DNS_AAAA = 28,
	DNS_SRV = 33,
	DNS_OPT = 41,
	DNS_NAPTR = 35,
};

struct dns_record {
	struct address address;          /* A, AAAA; without a port */
	uint16_t priority, weight, port; /* SRV */
	uint16_t order, preference;      /* NAPTR */
	bool to_service;                 /* NAPTR: its flag is "s", and there is no expression */
	char service[32];                /* NAPTR, in lower case */
	char name
		[DNS_NAME]; /* target, replacement: in lower case, no dot behind; "" is the root or no name to ask for */
};

enum dns_outcome {
	DNS_FOUND,     /* there are records */
	DNS_NOTHING,   /* no such name, or none of this type */
	DNS_ALIAS,     /* the name is an alias, and what it stands for is to be asked */
	DNS_TRUNCATED, /* the answer did not fit; what did is in the records */
	DNS_REFUSED,   /* an error of this server; another may know */
	DNS_NO_EDNS,   /* it does not understand extended questions */
};

struct dns_answer {
	enum dns_outcome outcome;
	uint32_t ttl; /* seconds */
	char alias[DNS_NAME];
	int count;
	struct dns_record records[DNS_RECORDS];
};

/* Whether HOST, without a dot behind, can be a domain name that is asked for. */
bool dns_is_name(struct slice host);

/* Adds the question number ID for records of TYPE of NAME, which dns_is_name, to B; EXTENDED: with the size that we take. */
void dns_ask(struct buffer *b, uint16_t id, enum dns_type type, const char *name, bool extended);

/* The number of the question that MESSAGE answers; -1 when it is no answer. */
int dns_id(struct slice message);

/* Reads MESSAGE as the answer to the question for TYPE of NAME. False when it is not, or is malformed. */
bool dns_read(struct slice message, enum dns_type type, const char *name, struct dns_answer *a);

#endif
