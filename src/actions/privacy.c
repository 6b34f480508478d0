/* privacy: what a proxy at the edge of a domain of trust does about the identities of its users (RFC 3323, 3325).
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/actions.h"
#include "sip/message.h"

/* Whether the sender asks for WHAT: it is one of the words in Privacy, which stand between semicolons (3323 4.2). */
static bool asks_for(const struct message *m, struct slice what)
{
	const struct slice privacy = SLICE("Privacy");
	struct slice word;

	for (int i = message_line(m, HEADER_OTHER, privacy, 0); i >= 0;
		i = message_line(m, HEADER_OTHER, privacy, i + 1)) {
		struct slice rest = m->now.lines->at[i].value;
		while (slice_cut(&rest, ';', &word))
			if (slice_equal_nocase(slice_trim(word), what))
				return true;
	}
	return false;
}

int act_is_privacy(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return asks_for(run->message, slice_trim(argv[0].text)) ? RUN_TRUE : RUN_FALSE;
}

int act_hide_identity(struct run *run, const struct value *argv, int argc)
{
	struct message *m = run->message;

	(void)argv, (void)argc;
	/* 3325 7: with "none" it must stay, with "id" it must go */
	if (asks_for(m, SLICE("none")) || !asks_for(m, SLICE("id")))
		return RUN_FALSE;
	return message_remove_all(m, HEADER_OTHER, SLICE("P-Asserted-Identity")) ? RUN_TRUE : RUN_FALSE;
}
