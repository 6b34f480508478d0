/* parameter: values of the global parameters, from text.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/log.h"
#include "lang/program.h"

#include <inttypes.h>
#include <stdio.h>

struct unit {
	const char *name;
	int64_t factor;
};
static const struct unit times[] = { { "", 1 }, { "ms", 1 }, { "s", 1000 }, { "m", 60000 }, { "min", 60000 },
	{ "h", 3600000 }, { "d", 86400000 }, { NULL, 0 } };
static const struct unit sizes[] = { { "", 1 }, { "k", INT64_C(1) << 10 }, { "K", INT64_C(1) << 10 },
	{ "M", INT64_C(1) << 20 }, { "G", INT64_C(1) << 30 }, { "T", INT64_C(1) << 40 }, { NULL, 0 } };

/* Reads a number with one of UNITS behind it. */
static bool parse_units(struct slice s, const struct unit *units, int64_t *n)
{
	size_t digits = 0;
	while (digits < s.len && s.at[digits] >= '0' && s.at[digits] <= '9')
		digits++;
	uint64_t number;
	if (!slice_number(slice(s.at, digits), &number))
		return false;
	struct slice unit = slice_trim(slice(s.at + digits, s.len - digits));
	for (; units->name; units++) {
		if (!slice_equal(unit, slice_of(units->name)))
			continue;
		return !__builtin_mul_overflow((int64_t)number, units->factor, n);
	}
	return false;
}

static bool parse_bool(struct slice s, int64_t *n)
{
	static const char *const words[] = { "no", "yes", "false", "true", "off", "on", "disable", "enable",
		"0", "1" };
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (slice_equal_nocase(s, slice_of(words[i]))) {
			*n = i & 1;
			return true;
		}
	}
	return false;
}

/* The index of S in the type "word(a|b|c)". */
static bool parse_word(struct slice type, struct slice s, int64_t *n)
{
	struct slice rest = slice(type.at + strlen("word("), type.len - strlen("word()")), piece;
	for (*n = 0; slice_cut(&rest, '|', &piece); ++*n)
		if (slice_equal(piece, s))
			return true;
	return false;
}

/* Says in ERROR what ROW wants instead of TEXT. */
static bool wanted(const struct parameter_row *row, struct slice text, const char *what, char *error)
{
	snprintf(error, PROGRAM_ERROR, "%s must be %s, not \"%.*s\"", row->name, what,
		text.len > 60 ? 60 : (int)text.len, text.len ? text.at : "");
	return false;
}

static bool in_range(const struct parameter_row *row, int64_t n, const char *unit, char *error)
{
	if (!row->max || (n >= row->min && n <= row->max))
		return true;
	snprintf(error, PROGRAM_ERROR, "%s must be from %" PRId64 "%s to %" PRId64 "%s, not %" PRId64 "%s",
		row->name, row->min, unit, row->max, unit, n, unit);
	return false;
}

bool parameter_is_number(const struct parameter_row *row)
{
	static const char *const numbers[] = { "int", "time", "size", "bool", "level" };
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		if (!strcmp(row->type, numbers[i]))
			return true;
	return !strncmp(row->type, "word(", 5);
}

bool parameter_parse(const struct parameter_row *row, struct slice text, struct value *out, char *error)
{
	struct slice type = slice_of(row->type);
	int64_t n = 0;
	const char *unit = "";
	bool ranged = true;

	if (slice_equal(type, SLICE("int"))) {
		if (!operate_parse_int(text, &n))
			return wanted(row, text, "a number", error);
	} else if (slice_equal(type, SLICE("time"))) {
		unit = " ms";
		if (!parse_units(text, times, &n))
			return wanted(row, text, "a time such as 500ms, 5s, 10m or 1h", error);
	} else if (slice_equal(type, SLICE("size"))) {
		if (!parse_units(text, sizes, &n))
			return wanted(row, text, "a number of bytes such as 64k, 1M or 4G", error);
	} else if (slice_equal(type, SLICE("bool"))) {
		ranged = false;
		if (!parse_bool(text, &n))
			return wanted(row, text, "yes or no", error);
	} else if (slice_equal(type, SLICE("level"))) {
		ranged = false;
		n = log_level_parse(text);
		if (n < 0)
			return wanted(row, text, "error, warn, notice, info or debug", error);
	} else if (slice_starts(type, SLICE("word("))) {
		ranged = false;
		if (!parse_word(type, text, &n)) {
			char words[128];
			snprintf(words, sizeof words, "one of %.*s", (int)(type.len - strlen("word()")),
				type.at + strlen("word("));
			return wanted(row, text, words, error);
		}
	} else {
		struct block_destination destination;
		struct address address;
		*out = value_text(text);
		if (slice_equal(type, SLICE("server")))
			return block_server_parse(text, &address, error);
		if (slice_equal(type, SLICE("destination")))
			return block_destination_parse(text, &destination, error);
		if (slice_equal(type, SLICE("string")) && row->max &&
			((int64_t)text.len < row->min || (int64_t)text.len > row->max)) {
			snprintf(error, PROGRAM_ERROR,
				"%s must have from %" PRId64 " to %" PRId64 " characters", row->name,
				row->min, row->max);
			return false;
		}
		return true;
	}
	*out = value_int(n);
	return !ranged || in_range(row, n, unit, error);
}
