/* method: the names of SIP's methods.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/method.h"

static const struct slice names[METHODS] = {
	[METHOD_INVITE] = { "INVITE", 6 },
	[METHOD_ACK] = { "ACK", 3 },
	[METHOD_CANCEL] = { "CANCEL", 6 },
	[METHOD_BYE] = { "BYE", 3 },
	[METHOD_REGISTER] = { "REGISTER", 8 },
	[METHOD_OPTIONS] = { "OPTIONS", 7 },
	[METHOD_SUBSCRIBE] = { "SUBSCRIBE", 9 },
	[METHOD_NOTIFY] = { "NOTIFY", 6 },
	[METHOD_PUBLISH] = { "PUBLISH", 7 },
	[METHOD_MESSAGE] = { "MESSAGE", 7 },
	[METHOD_INFO] = { "INFO", 4 },
	[METHOD_PRACK] = { "PRACK", 5 },
	[METHOD_UPDATE] = { "UPDATE", 6 },
	[METHOD_REFER] = { "REFER", 5 },
};

enum method method_parse(struct slice name)
{
	for (int m = METHOD_OTHER + 1; m < METHODS; m++)
		if (slice_equal(names[m], name))
			return (enum method)m;
	return METHOD_OTHER;
}

struct slice method_name(enum method m)
{
	return m < METHODS ? names[m] : (struct slice){ "", 0 };
}
