/* operate: what the operators of the language do, for constant folding and for the machine alike.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_OPERATE_H
#define SIPD_LANG_OPERATE_H

#include "base/arena.h"
#include "base/value.h"

/* X(name, "spelling", operands, "effect"). An operand of a type that is not named makes the result absent (false with
 * comparisons); the checks keep that from happening. */
#define OPERATORS(X)                                                                                         \
	X(NOT, "!", 1, "true when v is false")                                                               \
	X(TRUTH, "bool", 1, "true when v is not false")                                                      \
	X(IS_ABSENT, "null?", 1, "true when v is absent")                                                    \
	X(NEGATE, "-", 1, "integer")                                                                         \
	X(INVERT, "~", 1, "integer, bitwise")                                                                \
	X(TO_INT, "int", 1, "integer of a decimal or 0x text, of a truth value; absent when it is none")     \
	X(TO_STRING, "string", 1, "text of an integer, truth value or address; absent stays")                \
	X(TO_IP, "ip", 1, "address of a text; absent when it is none")                                       \
	X(EQ, "==", 2, "same type and value; texts byte by byte; absent equals only absent")                 \
	X(EQ_NOCASE, "==nocase", 2, "the same, but the case of letters does not matter (methods, hosts)")    \
	X(LT, "<", 2, "integers, or texts byte by byte; never true with an absent operand")                  \
	X(LE, "<=", 2, "as <")                                                                               \
	X(GT, ">", 2, "as <")                                                                                \
	X(GE, ">=", 2, "as <")                                                                               \
	X(ADD, "+", 2, "integers modulo 2^64; texts: one behind the other")                                  \
	X(SUB, "-", 2, "integers modulo 2^64")                                                               \
	X(MUL, "*", 2, "integers modulo 2^64")                                                               \
	X(DIV, "/", 2, "integers, toward 0; absent when the divisor is 0")                                   \
	X(MOD, "%", 2, "integers, sign of the dividend; absent when the divisor is 0")                       \
	X(BIT_AND, "&", 2, "integers")                                                                       \
	X(BIT_OR, "|", 2, "integers")                                                                        \
	X(BIT_XOR, "^", 2, "integers")                                                                       \
	X(SHIFT_LEFT, "<<", 2, "integers; 0 when shifted by more than 63 or by less than 0")                 \
	X(SHIFT_RIGHT, ">>", 2,                                                                              \
		"integers, bits from the left are 0; 0 when shifted by more than 63 or less than 0")

enum operator{
#define X(name, spelling, operands, effect) OPERATOR_##name,
	OPERATORS(X)
#undef X
		OPERATOR_COUNT
};

struct operator_row {
	const char *name, *spelling, *effect;
	int operands;
};
extern const struct operator_row operator_rows[OPERATOR_COUNT];

/* How it went. Anything but OK leaves an absent result (false for comparisons), to be reported as the caller does. */
enum operate_status { OPERATE_OK, OPERATE_DIVISION_BY_ZERO, OPERATE_BAD_TYPE };

/* *OUT = operator V; *OUT = A operator B. OUT may be V, A or B. New text is made in ARENA. An absent operand is no error: arithmetic
 * with it is absent, a comparison false (== of two absent ones is true). */
enum operate_status operate_unary(
	enum operator op, const struct value *v, struct value *out, struct arena *arena);
enum operate_status operate_binary(enum operator op, const struct value *a, const struct value *b,
	struct value *out, struct arena *arena);

/* Whether V counts as true: not absent, 0, false or "". */
bool operate_truth(const struct value *v);

/* The text of V, made in ARENA when it has none: "" of an absent value, "true" and "false", a decimal number, an address
 * without brackets. */
struct slice operate_text(const struct value *v, struct arena *arena);

/* The texts of N values, one behind the other. */
struct slice operate_concat(const struct value *v, int n, struct arena *arena);

/* Reads all of S as an integer: decimal with an optional sign, or 0x hexadecimal. */
bool operate_parse_int(struct slice s, int64_t *n);

#endif
