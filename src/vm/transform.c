/* transform: the transformations that work on text alone.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "vm/transform.h"

#include "base/log.h"
#include "lang/operate.h"
#include "lang/program.h"

#include <openssl/evp.h>

/* Every transformation has these parameters, whether it needs them or not. */
#define TRANSFORM(function)                                                                                  \
	void function(struct run *run __attribute__((unused)), const struct value *v,                        \
		const struct value *argv __attribute__((unused)), int argc __attribute__((unused)),          \
		struct value *out)

/* Argument N as a number, OTHERWISE when it was left out. */
static int64_t number(const struct value *argv, int n, int64_t otherwise)
{
	return argv[n].type == VALUE_INT || argv[n].type == VALUE_BOOL ? argv[n].number : otherwise;
}

static struct slice text(const struct value *argv, int n)
{
	return argv[n].type == VALUE_STRING ? argv[n].text : SLICE("");
}

/* S without its first N bytes, all of them when there are fewer. */
static struct slice skip(struct slice s, int64_t n)
{
	size_t off = n <= 0 ? 0 : (uint64_t)n > s.len ? s.len : (size_t)n;
	return off ? slice(s.at + off, s.len - off) : s;
}

static struct slice first(struct slice s, int64_t n)
{
	return slice(s.at, n <= 0 ? 0 : (uint64_t)n > s.len ? s.len : (size_t)n);
}

TRANSFORM(transform_s_len)
{
	*out = value_int((int64_t)v->text.len);
}

TRANSFORM(transform_s_int)
{
	(void)operate_unary(OPERATOR_TO_INT, v, out, run->arena);
}

/* S with every byte from LOW to HIGH changed by DELTA. */
static struct value shift_case(struct run *run, struct slice s, char low, char high, int delta)
{
	char *at = arena_text(run->arena, s.len);
	for (size_t i = 0; i < s.len; i++)
		at[i] = s.at[i] >= low && s.at[i] <= high ? (char)(s.at[i] + delta) : s.at[i];
	return value_text(slice(at, s.len));
}

TRANSFORM(transform_s_tolower)
{
	*out = shift_case(run, v->text, 'A', 'Z', 'a' - 'A');
}

TRANSFORM(transform_s_toupper)
{
	*out = shift_case(run, v->text, 'a', 'z', 'A' - 'a');
}

TRANSFORM(transform_s_trim)
{
	*out = value_text(slice_trim(v->text));
}

TRANSFORM(transform_s_substr)
{
	int64_t offset = number(argv, 0, 0), length = number(argv, 1, 0), len = (int64_t)v->text.len;
	if (offset < 0)
		offset = offset < -len ? 0 : len + offset;
	struct slice rest = skip(v->text, offset);
	*out = value_text(length > 0 ? first(rest, length) : rest);
}

TRANSFORM(transform_s_select)
{
	int64_t index = number(argv, 0, 0);
	char separator = text(argv, 1).len ? text(argv, 1).at[0] : ',';
	struct slice rest = v->text, piece;
	if (index < 0) {
		int64_t count = 1;
		for (size_t i = 0; i < rest.len; i++)
			count += rest.at[i] == separator;
		index += count;
	}
	for (int64_t i = 0; index >= 0; i++) {
		ptrdiff_t end = slice_find(rest, separator);
		piece = end < 0 ? rest : slice(rest.at, (size_t)end);
		if (i == index)
			*out = value_text(piece);
		if (i == index || end < 0)
			return;
		rest = skip(rest, end + 1);
	}
}

TRANSFORM(transform_s_strip)
{
	*out = value_text(skip(v->text, number(argv, 0, 0)));
}

TRANSFORM(transform_s_striptail)
{
	int64_t n = number(argv, 0, 0);
	*out = value_text(n <= 0 ? v->text : first(v->text, (int64_t)v->text.len - n));
}

/* Where PART begins in S, at or behind FROM; -1 nowhere. */
static int64_t find(struct slice s, struct slice part, size_t from)
{
	if (from > s.len || part.len > s.len - from)
		return -1;
	if (!part.len)
		return (int64_t)from;
	const char *at = memmem(s.at + from, s.len - from, part.at, part.len);
	return at ? at - s.at : -1;
}

TRANSFORM(transform_s_index)
{
	int64_t start = number(argv, 1, 0), len = (int64_t)v->text.len;
	if (start < 0)
		start = start < -len ? 0 : len + start;
	int64_t at = find(v->text, text(argv, 0), start > len ? v->text.len + 1 : (size_t)start);
	if (at >= 0)
		*out = value_int(at);
}

TRANSFORM(transform_s_replace)
{
	struct slice old = text(argv, 0), new = text(argv, 1), s = v->text;
	size_t count = 0;
	if (old.len)
		for (int64_t at = 0; (at = find(s, old, (size_t)at)) >= 0; at += (int64_t)old.len)
			count++;
	*out = *v;
	if (!count)
		return;

	char *result = arena_text(run->arena, s.len - count * old.len + count * new.len), *end = result;
	size_t done = 0;
	for (int64_t at; (at = find(s, old, done)) >= 0; done = (size_t)at + old.len) {
		end = mempcpy(end, s.at + done, (size_t)at - done);
		if (new.len)
			end = mempcpy(end, new.at, new.len);
	}
	end = mempcpy(end, s.at + done, s.len - done);
	*out = value_text(slice(result, (size_t)(end - result)));
}

TRANSFORM(transform_s_numeric)
{
	char *at = arena_text(run->arena, v->text.len), *end = at;
	for (size_t i = 0; i < v->text.len; i++)
		if (v->text.at[i] >= '0' && v->text.at[i] <= '9')
			*end++ = v->text.at[i];
	*out = value_text(slice(at, (size_t)(end - at)));
}

TRANSFORM(transform_s_unquote)
{
	struct slice s = v->text;
	*out = *v;
	if (s.len < 2 || s.at[0] != '"' || s.at[s.len - 1] != '"')
		return;
	char *at = arena_text(run->arena, s.len), *end = at;
	for (size_t i = 1; i + 1 < s.len; i++) {
		if (s.at[i] == '\\' && i + 2 < s.len)
			i++;
		*end++ = s.at[i];
	}
	*out = value_text(slice(at, (size_t)(end - at)));
}

static struct value hexadecimal(struct run *run, const unsigned char *bytes, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	char *at = arena_text(run->arena, 2 * n);
	for (size_t i = 0; i < n; i++) {
		at[2 * i] = digits[bytes[i] >> 4];
		at[2 * i + 1] = digits[bytes[i] & 15];
	}
	return value_text(slice(at, 2 * n));
}

static struct value digest(struct run *run, struct slice s, const EVP_MD *kind)
{
	unsigned char bytes[EVP_MAX_MD_SIZE];
	unsigned n = 0;
	if (!EVP_Digest(s.len ? s.at : "", s.len, bytes, &n, kind, NULL))
		return value_absent();
	return hexadecimal(run, bytes, n);
}

TRANSFORM(transform_s_md5)
{
	*out = digest(run, v->text, EVP_md5());
}

TRANSFORM(transform_s_sha256)
{
	*out = digest(run, v->text, EVP_sha256());
}

TRANSFORM(transform_s_encode_hexa)
{
	*out = hexadecimal(run, (const unsigned char *)v->text.at, v->text.len);
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9'   ? c - '0'
	       : c >= 'a' && c <= 'f' ? c - 'a' + 10
	       : c >= 'A' && c <= 'F' ? c - 'A' + 10
				      : -1;
}

TRANSFORM(transform_s_decode_hexa)
{
	struct slice s = v->text;
	char *at = arena_text(run->arena, s.len / 2 + 1);
	if (s.len % 2)
		return;
	for (size_t i = 0; i < s.len; i += 2) {
		int high = hex_digit(s.at[i]), low = hex_digit(s.at[i + 1]);
		if (high < 0 || low < 0)
			return;
		at[i / 2] = (char)(high << 4 | low);
	}
	*out = value_text(slice(at, s.len / 2));
}

TRANSFORM(transform_s_encode_base64)
{
	if (v->text.len > INT32_MAX / 2)
		return;
	char *at = arena_text(run->arena, (v->text.len + 2) / 3 * 4 + 1);
	int n = EVP_EncodeBlock((unsigned char *)at, (const unsigned char *)(v->text.len ? v->text.at : ""),
		(int)v->text.len);
	*out = value_text(slice(at, (size_t)n));
}

TRANSFORM(transform_s_decode_base64)
{
	struct slice s = v->text;
	if (s.len % 4 || s.len > INT32_MAX / 2)
		return;
	int padding = 0;
	while (padding < 2 && s.len && s.at[s.len - 1 - (size_t)padding] == '=')
		padding++;
	/* The decoder takes padding for zero bytes, wherever it stands. */
	if (slice_find(slice(s.at, s.len - (size_t)padding), '=') >= 0)
		return;
	char *at = arena_text(run->arena, s.len / 4 * 3 + 1);
	int n = EVP_DecodeBlock((unsigned char *)at, (const unsigned char *)(s.len ? s.at : ""), (int)s.len);
	if (n >= padding)
		*out = value_text(slice(at, (size_t)(n - padding)));
}

TRANSFORM(transform_re_subst)
{
	struct slice result;
	if (run_subst(run, number(argv, 0, -1), v->text, text(argv, 1), number(argv, 2, 0) != 0, &result) >=
		0)
		*out = value_text(result);
}

/* ---- lists of parameters: a=b;c;d="e" ---- */

/* Cuts the next parameter off *REST, minding quotes; blanks round name and value go. False at the end. */
static bool cut_param(struct slice *rest, char separator, struct slice *name, struct slice *value)
{
	struct slice piece;
	do {
		if (!rest->len)
			return false;
		bool quoted = false;
		size_t end = 0;
		for (; end < rest->len && (quoted || rest->at[end] != separator); end++) {
			if (rest->at[end] == '"')
				quoted = !quoted;
			else if (quoted && rest->at[end] == '\\' && end + 1 < rest->len)
				end++;
		}
		piece = slice_trim(slice(rest->at, end));
		*rest = skip(*rest, (int64_t)end + 1);
	} while (!piece.len);

	ptrdiff_t equals = slice_find(piece, '=');
	*name = equals < 0 ? piece : slice_trim(slice(piece.at, (size_t)equals));
	*value = equals < 0 ? SLICE("") : slice_trim(skip(piece, equals + 1));
	if (value->len >= 2 && value->at[0] == '"' && value->at[value->len - 1] == '"')
		*value = slice(value->at + 1, value->len - 2);
	return true;
}

static char separator_of(const struct value *argv, int n)
{
	return text(argv, n).len ? text(argv, n).at[0] : ';';
}

static int64_t count_params(struct slice s, char separator)
{
	struct slice name, value;
	int64_t n = 0;
	while (cut_param(&s, separator, &name, &value))
		n++;
	return n;
}

/* Parameter INDEX, from the end when negative. */
static bool param_at(struct slice s, char separator, int64_t index, struct slice *name, struct slice *value)
{
	if (index < 0)
		index += count_params(s, separator);
	if (index < 0)
		return false;
	while (cut_param(&s, separator, name, value))
		if (index-- == 0)
			return true;
	return false;
}

TRANSFORM(transform_param_value)
{
	struct slice rest = v->text, name, value;
	char separator = separator_of(argv, 1);
	while (cut_param(&rest, separator, &name, &value)) {
		if (!slice_equal_nocase(name, text(argv, 0)))
			continue;
		*out = value_text(value);
		return;
	}
}

TRANSFORM(transform_param_valueat)
{
	struct slice name, value;
	if (param_at(v->text, separator_of(argv, 1), number(argv, 0, 0), &name, &value))
		*out = value_text(value);
}

TRANSFORM(transform_param_name)
{
	struct slice name, value;
	if (param_at(v->text, separator_of(argv, 1), number(argv, 0, 0), &name, &value))
		*out = value_text(name);
}

TRANSFORM(transform_param_count)
{
	*out = value_int(count_params(v->text, separator_of(argv, 0)));
}

/* ---- addresses ---- */

static bool address_of(const struct value *v, struct address *a)
{
	if (v->type == VALUE_IP)
		*a = v->ip;
	return v->type == VALUE_IP || (v->type == VALUE_STRING && address_parse(v->text, a));
}

TRANSFORM(transform_ip_family)
{
	struct address a;
	if (address_of(v, &a))
		*out = value_text(a.family == AF_INET6 ? SLICE("INET6") : SLICE("INET"));
}

TRANSFORM(transform_ip_matches)
{
	struct address a;
	struct network n;
	if (address_of(v, &a) && network_parse(text(argv, 0), &n))
		*out = value_bool(network_has(&n, &a));
}

TRANSFORM(transform_ip_isip)
{
	struct address a;
	*out = value_bool(address_of(v, &a));
}
