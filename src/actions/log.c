/* log: the actions that write to the log.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/log.h"

#include "actions/actions.h"

/* Scripts of SER end their texts with "\n". */
static int write_line(struct run *run, enum log_level level, struct slice text)
{
	while (text.len && (text.at[text.len - 1] == '\n' || text.at[text.len - 1] == '\r'))
		text.len--;
	run_log(run, (int)level, "%.*s", SLICE_FMT(text));
	return RUN_TRUE;
}

int act_log(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return write_line(run, LOG_LEVEL_INFO, argv[0].text);
}

int act_log_level(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	/* The words of the row are in the order of enum log_level. */
	return write_line(run, (enum log_level)argv[0].number, argv[1].text);
}

int act_log_debug(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return write_line(run, LOG_LEVEL_DEBUG, argv[0].text);
}

int act_log_notice(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return write_line(run, LOG_LEVEL_NOTICE, argv[0].text);
}

int act_log_warn(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return write_line(run, LOG_LEVEL_WARN, argv[0].text);
}

int act_log_error(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return write_line(run, LOG_LEVEL_ERROR, argv[0].text);
}
