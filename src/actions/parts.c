/* parts: pieces of URIs that several actions work with.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/parts.h"

static struct slice param_name(struct slice piece)
{
	ptrdiff_t equals = slice_find(piece, '=');

	return equals < 0 ? piece : slice(piece.at, (size_t)equals);
}

struct slice parts_without(struct arena *a, const struct uri *u, struct slice first, struct slice second)
{
	struct buffer b = buffer(arena_text(a, u->text.len + 1), u->text.len + 1);
	struct slice rest = u->params, piece;

	if (!rest.len)
		return u->text;
	const char *end = rest.at + rest.len;
	buffer_add(&b, slice(u->text.at, (size_t)(rest.at - 1 - u->text.at)));
	while (slice_cut(&rest, ';', &piece)) {
		struct slice name = param_name(piece);
		if (slice_equal_nocase(name, first) || (second.len && slice_equal_nocase(name, second)))
			continue;
		buffer_char(&b, ';');
		buffer_add(&b, piece);
	}
	buffer_add(&b, slice(end, (size_t)(u->text.at + u->text.len - end)));
	return buffer_slice(&b);
}

void parts_add_q(struct buffer *out, int q)
{
	if (q < 0)
		return;
	buffer_lit(out, ";q=");
	buffer_char(out, q == 1000 ? '1' : '0');
	for (int unit = 100, rest = q % 1000; rest; rest %= unit, unit /= 10) {
		if (unit == 100)
			buffer_char(out, '.');
		buffer_char(out, (char)('0' + rest / unit));
	}
}
