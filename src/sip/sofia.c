/* sofia: calls of libsofia-sip's header parsers, each with memory on the stack.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/sofia.h"
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_protos.h>
#include <sofia-sip/su_alloc.h>
#include <sofia-sip/url.h>

/* Whether S has bytes of 128 and more. */
static bool has_high(struct slice s)
{
	uint64_t all = 0, word;
	for (; s.len >= sizeof word; s = slice(s.at + sizeof word, s.len - sizeof word)) {
		memcpy(&word, s.at, sizeof word);
		all |= word;
	}
	for (size_t i = 0; i < s.len; i++)
		all |= (unsigned char)s.at[i];
	return all & UINT64_C(0x8080808080808080);
}

/* Copies S to TEXT as the library wants it: ended by NUL, folds as blanks. A NUL that is quoted, the one place where the grammar
 * has it (quoted-pair, RFC 3261 25.1), becomes a letter; so does what is not ASCII: phones put it into display names without
 * quotes, and we look ourselves where else it may stand. */
static bool copy(struct slice s, char *text)
{
	if (s.len == 0 || s.len >= SOFIA_VALUE)
		return false;
	memcpy(text, s.at, s.len);
	text[s.len] = 0;
	if (strlen(text) < s.len)
		for (size_t i = 1; i < s.len; i++)
			if (text[i] == 0 && text[i - 1] == '\\')
				text[i] = 'x';
	if (memchr(text, '\n', s.len))
		for (size_t i = 0; i < s.len; i++)
			if (text[i] == '\r' || text[i] == '\n')
				text[i] = ' ';
	if (has_high(s))
		for (size_t i = 0; i < s.len; i++)
			if ((unsigned char)text[i] >= 0x80)
				text[i] = 'x';
	return strlen(text) == s.len;
}

/* A header is passed as the common first part of its struct, as the library does itself. Room for parameters is on the stack; a
 * value with very many makes the library take heap, which su_home_deinit gives back. */
static bool judge(struct slice s, msg_header_t *h, msg_parse_f *parse)
{
	char text[SOFIA_VALUE];
	_Alignas(16) char area[1024];
	if (!copy(s, text))
		return false;
	su_home_t *home = su_home_auto(area, sizeof area);
	bool good = home && parse(home, h, text, (isize_t)s.len) >= 0;
	su_home_deinit(home);
	return good;
}

bool sofia_uri(struct slice s)
{
	char text[SOFIA_VALUE];
	url_t url = { 0 };
	return copy(s, text) && url_d(&url, text) == 0;
}

bool sofia_via(struct slice s)
{
	sip_via_t via;
	sip_via_init(&via);
	return judge(s, (msg_header_t *)&via, sip_via_d);
}

bool sofia_from(struct slice s)
{
	sip_from_t from;
	sip_from_init(&from);
	return judge(s, (msg_header_t *)&from, sip_from_d);
}

bool sofia_contact(struct slice s)
{
	sip_contact_t contact;
	sip_contact_init(&contact);
	return judge(s, (msg_header_t *)&contact, sip_contact_d);
}

bool sofia_route(struct slice s)
{
	sip_route_t route;
	sip_route_init(&route);
	return judge(s, (msg_header_t *)&route, sip_route_d);
}
