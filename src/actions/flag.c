/* flag: the actions for the flags of a request and of its branches.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/actions.h"
#include "actions/services.h"
#include "actions/targets.h"
#include "base/log.h"

int act_setflag(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	run->context->flags |= UINT64_C(1) << (argv[0].number & 63);
	return RUN_TRUE;
}

int act_resetflag(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	run->context->flags &= ~(UINT64_C(1) << (argv[0].number & 63));
	return RUN_TRUE;
}

int act_isflagset(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return run->context->flags >> (argv[0].number & 63) & 1 ? RUN_TRUE : RUN_FALSE;
}

static bool is_branch_flag(struct run *run, const struct value *flag)
{
	if (flag->number <= 31)
		return true;
	run_log(run, LOG_LEVEL_WARN, "branches have flags 0 to 31");
	return false;
}

int act_setbflag(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	if (!is_branch_flag(run, &argv[0]))
		return RUN_FALSE;
	*routing_flags(run) |= UINT32_C(1) << argv[0].number;
	return RUN_TRUE;
}

int act_resetbflag(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	if (!is_branch_flag(run, &argv[0]))
		return RUN_FALSE;
	*routing_flags(run) &= ~(UINT32_C(1) << argv[0].number);
	return RUN_TRUE;
}

int act_isbflagset(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return is_branch_flag(run, &argv[0]) && (*routing_flags(run) >> argv[0].number & 1) ? RUN_TRUE
											    : RUN_FALSE;
}
