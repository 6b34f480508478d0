/* buffer: appending characters, numbers and printf's output to a text of fixed room.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/buffer.h"
#include <stdarg.h>
#include <stdio.h>

void buffer_char(struct buffer *b, char c)
{
	buffer_add(b, slice(&c, 1));
}

void buffer_number(struct buffer *b, uint64_t n)
{
	char digits[20], *at = digits + sizeof digits;
	do
		*--at = (char)('0' + n % 10);
	while (n /= 10);
	buffer_add(b, slice(at, (size_t)(digits + sizeof digits - at)));
}

void buffer_hex(struct buffer *b, uint64_t n, int digits)
{
	char text[16];
	for (int i = digits; i-- > 0; n >>= 4)
		text[i] = "0123456789abcdef"[n & 15];
	buffer_add(b, slice(text, (size_t)digits));
}

void buffer_printf(struct buffer *b, const char *format, ...)
{
	if (b->full)
		return;
	size_t room = b->size - b->len;
	va_list args;
	va_start(args, format);
	int len = vsnprintf(room ? b->at + b->len : NULL, room, format, args);
	va_end(args);
	if (len < 0 || (size_t)len >= room)
		b->full = true;
	else
		b->len += (size_t)len;
}
