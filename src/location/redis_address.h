/* redis_address: where Redis is, as a URL says it; for the files of this directory only.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 *     redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE]
 *     redis+unix://[[USER]:PASSWORD@]/PATH/OF/SOCKET[?db=DATABASE]
 *     redis+sentinel://[[USER]:PASSWORD@]HOST[:PORT][,HOST[:PORT]...]/MASTER[/DATABASE]      HOSTs are the sentinels
 *     redis+cluster://[[USER]:PASSWORD@]HOST[:PORT][,HOST[:PORT]...]                         some nodes; the others are found
 *
 * User, password and master may be percent-encoded. Redirections of a cluster are followed with redis:// too. */
#ifndef SIPD_LOCATION_REDIS_ADDRESS_H
#define SIPD_LOCATION_REDIS_ADDRESS_H

#include "base/address.h"
#include "location/location.h"

enum { REDIS_HOSTS = 16, REDIS_NAME = 256, REDIS_WORD = 128, REDIS_SHOWN = 320 };

enum redis_kind { REDIS_SINGLE, REDIS_SENTINEL, REDIS_CLUSTER };

/* One server; also what redirections and sentinels name. */
struct redis_host {
	char name[REDIS_NAME]; /* an address without brackets, a name, or with port 0 the path of a socket */
	uint16_t port;
	struct address address; /* of a name, when it was known at the start; else its family is 0 */
};

struct redis_address {
	enum redis_kind kind;
	struct redis_host hosts[REDIS_HOSTS];
	int host_count;
	int database;
	char user[REDIS_WORD], password[REDIS_NAME]; /* "" none */
	char master[REDIS_WORD];                     /* of the sentinels */
	char prefix[REDIS_WORD];                     /* of every key */
};

/* Whether URL is of one of the schemes above. */
bool redis_address_is(struct slice url);

/* Reads URL into A (the prefix stays). False, and one sentence without any password in ERROR (LOCATION_ERROR bytes), when it is wrong. */
bool redis_address_parse(struct slice url, struct redis_address *a, char *error);

/* Sets HOST to NAME and PORT; false when NAME is too long or none. */
bool redis_address_host(struct redis_host *host, struct slice name, uint16_t port);

/* Writes A without user and password, for logs, into TEXT of REDIS_SHOWN bytes; and one host. */
void redis_address_show(const struct redis_address *a, char *text);
void redis_address_show_host(const struct redis_host *host, char *text);

/* Asks the system for the addresses of all names in A. This may take seconds. */
void redis_address_look_up(struct redis_address *a);

#endif
