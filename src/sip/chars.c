/* chars: the table of character classes.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sip/chars.h"

#define BETWEEN(c, low, high) ((c) >= (low) && (c) <= (high))
#define DIGIT(c)              BETWEEN(c, '0', '9')
#define ALPHANUM(c)           (DIGIT(c) || BETWEEN(c, 'a', 'z') || BETWEEN(c, 'A', 'Z'))
#define MARK(c)                                                                                              \
	((c) == '-' || (c) == '_' || (c) == '.' || (c) == '!' || (c) == '~' || (c) == '*' || (c) == '\'' ||  \
		(c) == '(' || (c) == ')')
#define UNRESERVED(c) (ALPHANUM(c) || MARK(c))
#define RESERVED(c)                                                                                          \
	((c) == ';' || (c) == '/' || (c) == '?' || (c) == ':' || (c) == '@' || (c) == '&' || (c) == '=' ||   \
		(c) == '+' || (c) == '$' || (c) == ',')
#define TOKEN(c)                                                                                             \
	(ALPHANUM(c) || (c) == '-' || (c) == '.' || (c) == '!' || (c) == '%' || (c) == '*' || (c) == '_' ||  \
		(c) == '+' || (c) == '`' || (c) == '\'' || (c) == '~')
#define PASSWORD(c) (UNRESERVED(c) || (c) == '&' || (c) == '=' || (c) == '+' || (c) == '$' || (c) == ',')
#define USER(c)     (PASSWORD(c) || (c) == ';' || (c) == '?' || (c) == '/')
#define PARAM(c)                                                                                             \
	(UNRESERVED(c) || (c) == '[' || (c) == ']' || (c) == '/' || (c) == ':' || (c) == '&' ||              \
		(c) == '+' || (c) == '$' || (c) == ';' || (c) == '=')
#define HEADERS(c)                                                                                           \
	(UNRESERVED(c) || (c) == '[' || (c) == ']' || (c) == '/' || (c) == '?' || (c) == ':' ||              \
		(c) == '+' || (c) == '$' || (c) == '&' || (c) == '=')
#define LIST(c) ((c) == '"' || (c) == '<' || (c) == '>' || (c) == '(' || (c) == ')' || (c) == ',')
#define HOST(c) (ALPHANUM(c) || (c) == '-' || (c) == '.' || (c) == '_')

#define CLASSES(c)                                                                                           \
	((TOKEN(c) ? CHAR_TOKEN : 0) | (USER(c) ? CHAR_USER : 0) | (PASSWORD(c) ? CHAR_PASSWORD : 0) |       \
		(PARAM(c) ? CHAR_PARAM : 0) | (HEADERS(c) ? CHAR_HEADERS : 0) | (HOST(c) ? CHAR_HOST : 0) |  \
		(UNRESERVED(c) ? CHAR_UNRESERVED : 0) | (RESERVED(c) ? CHAR_RESERVED : 0) |                  \
		(LIST(c) ? CHAR_LIST : 0) | (USER(c) || (c) == '#' ? CHAR_DIALED : 0))
#define FOUR(c)    CLASSES(c), CLASSES((c) + 1), CLASSES((c) + 2), CLASSES((c) + 3)
#define SIXTEEN(c) FOUR(c), FOUR((c) + 4), FOUR((c) + 8), FOUR((c) + 12)

/* Bytes of 128 and more are in no class. */
const uint16_t chars[256] = { SIXTEEN(0), SIXTEEN(16), SIXTEEN(32), SIXTEEN(48), SIXTEEN(64), SIXTEEN(80),
	SIXTEEN(96), SIXTEEN(112) };

bool chars_are(struct slice s, unsigned classes)
{
	return chars_span(s, classes) == s.len;
}

bool chars_are_escaped(struct slice s, unsigned classes)
{
	for (size_t i = 0; i < s.len; i++) {
		if (char_is(s.at[i], classes))
			continue;
		if (s.at[i] != '%' || s.len - i < 3 || char_hex(s.at[i + 1]) < 0 || char_hex(s.at[i + 2]) < 0)
			return false;
		i += 2;
	}
	return true;
}

size_t chars_quoted(struct slice s)
{
	for (size_t i = 1; i < s.len; i++) {
		if (s.at[i] == '\\')
			i++;
		else if (s.at[i] == '"')
			return i + 1;
	}
	return 0;
}
