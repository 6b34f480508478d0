/* address: an IPv4 or IPv6 address with a port, and a network of such.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_BASE_ADDRESS_H
#define SIPD_BASE_ADDRESS_H

#include "base/slice.h"
#include <netinet/in.h>
#include <sys/socket.h>

struct address {
	uint8_t bytes[16]; /* network order; an IPv4 address uses the first four, the others are 0 */
	uint32_t scope;    /* IPv6 scope id, else 0 */
	uint16_t port;     /* host order; 0 when there is none */
	uint8_t family;    /* AF_INET, AF_INET6, or 0 when there is no address */
};

struct network {
	struct address base;
	uint8_t prefix; /* bits */
};

enum { ADDRESS_TEXT = 64 }; /* room for address_text with port and NUL */

/* Reads "192.0.2.1", "2001:db8::1" or "[2001:db8::1]" strictly (octets up to 255, no leading zeros, no names); the port is
 * left 0. False when S is no address. */
bool address_parse(struct slice s, struct address *a);

/* Reads address_parse's forms with ":port" behind ("[..]:port" for IPv6); without a port the port is 0. */
bool address_parse_port(struct slice s, struct address *a);

/* Whether A and B are the same address (address_same_host) and the same port too (address_equal). */
bool address_same_host(const struct address *a, const struct address *b);
bool address_equal(const struct address *a, const struct address *b);

/* Writes A as in a SIP header ("[..]" round IPv6), without or with ":port", into TEXT of ADDRESS_TEXT bytes, NUL behind;
 * returns the slice over it. */
struct slice address_host_text(const struct address *a, char *text);
struct slice address_text(const struct address *a, char *text);

/* Writes A without brackets and port ($si). */
struct slice address_plain_text(const struct address *a, char *text);

/* Between the kernel's form and ours. address_to_sockaddr returns the length. */
void address_from_sockaddr(const struct sockaddr_storage *from, struct address *a);
socklen_t address_to_sockaddr(const struct address *a, struct sockaddr_storage *to);

/* Reads "10.0.0.0/8", "10.0.0.0/255.0.0.0", "2001:db8::/32" or a plain address (full prefix). False when S is none, or when
 * bits behind the prefix are set: then *N holds the network that was probably meant. */
bool network_parse(struct slice s, struct network *n);

/* Whether A lies in N; never for different families. */
bool network_has(const struct network *n, const struct address *a);

#endif
