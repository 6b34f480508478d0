/* reserved: the names of the header fields that sipd itself depends on.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/reserved.h"

bool reserved_header(struct slice name)
{
	static const char *const names[] = { "Via", "v", "From", "f", "To", "t", "Call-ID", "i", "CSeq",
		"Content-Length", "l", "Max-Forwards" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_equal_nocase(name, slice_of(names[i])))
			return true;
	return false;
}
