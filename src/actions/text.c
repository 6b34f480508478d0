/* text: the actions that compare texts and URIs.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/actions.h"
#include "sip/uri.h"

static int truth(bool b)
{
	return b ? RUN_TRUE : RUN_FALSE;
}

int act_starts_with(struct run *run, const struct value *argv, int argc)
{
	(void)run, (void)argc;
	return truth(slice_starts(argv[0].text, argv[1].text));
}

int act_ends_with(struct run *run, const struct value *argv, int argc)
{
	struct slice text = argv[0].text, end = argv[1].text;

	(void)run, (void)argc;
	return truth(text.len >= end.len && slice_equal(slice(text.at + text.len - end.len, end.len), end));
}

int act_contains(struct run *run, const struct value *argv, int argc)
{
	struct slice text = argv[0].text, piece = argv[1].text;

	(void)run, (void)argc;
	return truth(!piece.len || (text.len && memmem(text.at, text.len, piece.at, piece.len)));
}

int act_in_list(struct run *run, const struct value *argv, int argc)
{
	struct slice rest = argv[1].text, piece;

	(void)run, (void)argc;
	if (argv[2].text.len != 1)
		return RUN_FALSE;
	while (slice_cut(&rest, argv[2].text.at[0], &piece))
		if (slice_equal(slice_trim(piece), argv[0].text))
			return RUN_TRUE;
	return RUN_FALSE;
}

int act_cmp_str(struct run *run, const struct value *argv, int argc)
{
	(void)run, (void)argc;
	return truth(slice_equal(argv[0].text, argv[1].text));
}

int act_cmp_istr(struct run *run, const struct value *argv, int argc)
{
	(void)run, (void)argc;
	return truth(slice_equal_nocase(argv[0].text, argv[1].text));
}

int act_cmp_uri(struct run *run, const struct value *argv, int argc)
{
	struct uri a, b;

	(void)run, (void)argc;
	return truth(uri_parse(argv[0].text, &a) && uri_parse(argv[1].text, &b) && uri_equal(&a, &b));
}

int act_cmp_aor(struct run *run, const struct value *argv, int argc)
{
	struct uri a, b;

	(void)argc;
	return truth(uri_parse(argv[0].text, &a) && uri_parse(argv[1].text, &b) &&
		     slice_equal(uri_aor(run->arena, &a), uri_aor(run->arena, &b)));
}
