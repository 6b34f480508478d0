/* operate: what the operators of the language do, for constant folding and for the machine alike.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/operate.h"

#include <inttypes.h>
#include <stdio.h>

const struct operator_row operator_rows[OPERATOR_COUNT] = {
#define X(name, spelling, operands, effect) { #name, spelling, effect, operands },
	OPERATORS(X)
#undef X
};

bool operate_truth(const struct value *v)
{
	switch (v->type) {
	case VALUE_ABSENT:
		return false;
	case VALUE_INT:
	case VALUE_BOOL:
		return v->number != 0;
	case VALUE_STRING:
		return v->text.len != 0;
	case VALUE_IP:
		return v->ip.family != 0;
	}
	return false;
}

/* The digit C stands for in base 16, or 16. */
static uint64_t digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return (uint64_t)(c - '0');
	if (c >= 'a' && c <= 'f')
		return (uint64_t)(c - 'a') + 10;
	if (c >= 'A' && c <= 'F')
		return (uint64_t)(c - 'A') + 10;
	return 16;
}

bool operate_parse_int(struct slice s, int64_t *n)
{
	bool negative = s.len && s.at[0] == '-';
	if (s.len && (s.at[0] == '-' || s.at[0] == '+'))
		s = slice(s.at + 1, s.len - 1);
	uint64_t base = 10;
	if (s.len > 2 && s.at[0] == '0' && (s.at[1] == 'x' || s.at[1] == 'X')) {
		base = 16;
		s = slice(s.at + 2, s.len - 2);
	}
	if (!s.len)
		return false;

	uint64_t limit = (uint64_t)INT64_MAX + negative, value = 0;
	for (size_t i = 0; i < s.len; i++) {
		uint64_t digit = digit_of(s.at[i]);
		if (digit >= base || value > (limit - digit) / base)
			return false;
		value = value * base + digit;
	}
	*n = negative ? (int64_t)(0 - value) : (int64_t)value;
	return true;
}

enum { NUMBER_TEXT = 24 };

/* The text of V, which is neither absent nor a string, written into PLACE of ADDRESS_TEXT bytes. */
static struct slice write_text(const struct value *v, char *place)
{
	if (v->type == VALUE_BOOL)
		return v->number ? SLICE("true") : SLICE("false");
	if (v->type == VALUE_IP)
		return address_plain_text(&v->ip, place);
	return slice(place, (size_t)snprintf(place, NUMBER_TEXT, "%" PRId64, v->number));
}

struct slice operate_text(const struct value *v, struct arena *arena)
{
	if (v->type == VALUE_ABSENT)
		return SLICE("");
	if (v->type == VALUE_STRING)
		return v->text;
	char place[ADDRESS_TEXT];
	struct slice text = write_text(v, place);
	return text.at == place ? arena_copy(arena, text) : text;
}

struct slice operate_concat(const struct value *v, int n, struct arena *arena)
{
	size_t need = 0;
	for (int i = 0; i < n; i++)
		need += v[i].type == VALUE_STRING ? v[i].text.len : ADDRESS_TEXT;
	char *at = arena_text(arena, need), *end = at;
	for (int i = 0; i < n; i++) {
		if (v[i].type == VALUE_ABSENT)
			continue;
		char place[ADDRESS_TEXT];
		struct slice text = v[i].type == VALUE_STRING ? v[i].text : write_text(&v[i], place);
		if (text.len)
			memcpy(end, text.at, text.len);
		end += text.len;
	}
	return slice(at, (size_t)(end - at));
}

static struct value to_int(const struct value *v)
{
	int64_t n;
	if (v->type == VALUE_INT || v->type == VALUE_BOOL)
		return value_int(v->number);
	if (v->type == VALUE_STRING && operate_parse_int(v->text, &n))
		return value_int(n);
	return value_absent();
}

static struct value to_ip(const struct value *v)
{
	struct address a;
	if (v->type == VALUE_IP)
		return *v;
	if (v->type == VALUE_STRING && address_parse(v->text, &a))
		return value_ip(&a);
	return value_absent();
}

enum operate_status operate_unary(
	enum operator op, const struct value *v, struct value *out, struct arena *arena)
{
	bool absent = v->type == VALUE_ABSENT, integer = v->type == VALUE_INT;
	int64_t n = integer ? v->number : 0;

	switch (op) {
	case OPERATOR_NOT:
		*out = value_bool(!operate_truth(v));
		return OPERATE_OK;
	case OPERATOR_TRUTH:
		*out = value_bool(operate_truth(v));
		return OPERATE_OK;
	case OPERATOR_IS_ABSENT:
		*out = value_bool(absent);
		return OPERATE_OK;
	case OPERATOR_TO_INT:
		*out = to_int(v);
		return OPERATE_OK;
	case OPERATOR_TO_STRING:
		*out = absent ? value_absent() : value_text(operate_text(v, arena));
		return OPERATE_OK;
	case OPERATOR_TO_IP:
		*out = to_ip(v);
		return OPERATE_OK;
	case OPERATOR_NEGATE:
		*out = integer ? value_int((int64_t)(0 - (uint64_t)n)) : value_absent();
		return integer || absent ? OPERATE_OK : OPERATE_BAD_TYPE;
	case OPERATOR_INVERT:
		*out = integer ? value_int(~n) : value_absent();
		return integer || absent ? OPERATE_OK : OPERATE_BAD_TYPE;
	default:
		*out = value_absent();
		return OPERATE_BAD_TYPE;
	}
}

static bool equal(const struct value *a, const struct value *b, bool nocase)
{
	if (a->type != b->type)
		return false;
	switch (a->type) {
	case VALUE_ABSENT:
		return true;
	case VALUE_INT:
	case VALUE_BOOL:
		return a->number == b->number;
	case VALUE_STRING:
		return nocase ? slice_equal_nocase(a->text, b->text) : slice_equal(a->text, b->text);
	case VALUE_IP:
		return address_same_host(&a->ip, &b->ip);
	}
	return false;
}

/* The order of A and B as -1, 0 or 1; false when they have none. */
static bool order(const struct value *a, const struct value *b, int *result)
{
	if (a->type != b->type)
		return false;
	if (a->type == VALUE_INT) {
		*result = (a->number > b->number) - (a->number < b->number);
		return true;
	}
	if (a->type != VALUE_STRING)
		return false;
	size_t shorter = a->text.len < b->text.len ? a->text.len : b->text.len;
	int first = shorter ? memcmp(a->text.at, b->text.at, shorter) : 0;
	*result =
		first ? (first > 0) - (first < 0) : (a->text.len > b->text.len) - (a->text.len < b->text.len);
	return true;
}

static enum operate_status compare(
	enum operator op, const struct value *a, const struct value *b, struct value *out)
{
	bool absent = a->type == VALUE_ABSENT || b->type == VALUE_ABSENT;
	int sign = 0;
	bool ordered = order(a, b, &sign);
	bool truth = op == OPERATOR_LT   ? sign < 0
		     : op == OPERATOR_LE ? sign <= 0
		     : op == OPERATOR_GT ? sign > 0
					 : sign >= 0;
	*out = value_bool(ordered && truth);
	return ordered || absent ? OPERATE_OK : OPERATE_BAD_TYPE;
}

static enum operate_status calculate(enum operator op, int64_t a, int64_t b, int64_t *out)
{
	/* Unsigned, so that overflow wraps instead of being undefined. */
	uint64_t x = (uint64_t)a, y = (uint64_t)b;
	switch (op) {
	case OPERATOR_ADD:
		*out = (int64_t)(x + y);
		return OPERATE_OK;
	case OPERATOR_SUB:
		*out = (int64_t)(x - y);
		return OPERATE_OK;
	case OPERATOR_MUL:
		*out = (int64_t)(x * y);
		return OPERATE_OK;
	case OPERATOR_DIV:
		if (!b)
			return OPERATE_DIVISION_BY_ZERO;
		*out = b == -1 ? (int64_t)(0 - x) : a / b; /* INT64_MIN / -1 traps */
		return OPERATE_OK;
	case OPERATOR_MOD:
		if (!b)
			return OPERATE_DIVISION_BY_ZERO;
		*out = b == -1 ? 0 : a % b;
		return OPERATE_OK;
	case OPERATOR_BIT_AND:
		*out = (int64_t)(x & y);
		return OPERATE_OK;
	case OPERATOR_BIT_OR:
		*out = (int64_t)(x | y);
		return OPERATE_OK;
	case OPERATOR_BIT_XOR:
		*out = (int64_t)(x ^ y);
		return OPERATE_OK;
	case OPERATOR_SHIFT_LEFT:
		*out = y > 63 ? 0 : (int64_t)(x << y);
		return OPERATE_OK;
	case OPERATOR_SHIFT_RIGHT:
		*out = y > 63 ? 0 : (int64_t)(x >> y);
		return OPERATE_OK;
	default:
		return OPERATE_BAD_TYPE;
	}
}

enum operate_status operate_binary(enum operator op, const struct value *a, const struct value *b,
	struct value *out, struct arena *arena)
{
	if (op == OPERATOR_EQ || op == OPERATOR_EQ_NOCASE) {
		*out = value_bool(equal(a, b, op == OPERATOR_EQ_NOCASE));
		return OPERATE_OK;
	}
	if (op >= OPERATOR_LT && op <= OPERATOR_GE)
		return compare(op, a, b, out);

	bool absent = a->type == VALUE_ABSENT || b->type == VALUE_ABSENT;
	if (op == OPERATOR_ADD && a->type == VALUE_STRING && b->type == VALUE_STRING) {
		*out = value_text(arena_join(arena, a->text, b->text));
		return OPERATE_OK;
	}
	int64_t n = 0;
	enum operate_status status = absent ? OPERATE_OK : OPERATE_BAD_TYPE;
	bool integers = a->type == VALUE_INT && b->type == VALUE_INT;
	if (integers)
		status = calculate(op, a->number, b->number, &n);
	*out = integers && status == OPERATE_OK ? value_int(n) : value_absent();
	return status;
}
