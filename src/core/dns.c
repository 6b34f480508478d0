/* dns: bytes to records, with every bound checked: a name server may send anything.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "core/dns.h"

enum {
	HEADER = 12,
	CLASS_IN = 1,
	FLAG_ANSWER = 0x8000,
	FLAG_TRUNCATED = 0x0200,
	FLAG_RECURSE = 0x0100,
	CODE = 0x000f,
	CODE_FORMAT = 1,
	CODE_NO_NAME = 3,
	CODE_UNKNOWN = 4,
	ALIASES = 8, /* in one chain */
	TTL_NOTHING =
		5, /* of "no such name" without a SOA that says how long: for the calls that come at once */
	TTL_LONGEST = 3600, /* of "no such name": who has just made it should not wait for days */
};

/* A message being read. Reading past its end sets `broken`. */
struct reader {
	struct slice text;
	size_t at;
	bool broken;
};

static unsigned number(struct reader *r, int bytes)
{
	unsigned n = 0;

	if (r->text.len - r->at < (size_t)bytes) {
		r->broken = true;
		r->at = r->text.len;
		return 0;
	}
	while (bytes--)
		n = n << 8 | (uint8_t)r->text.at[r->at++];
	return n;
}

/* Characters of names that we ask for or send to. */
static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Adds a label to NAME; false when it has characters that no host has. */
static bool add_label(char *name, size_t *len, struct slice label)
{
	if (*len)
		name[(*len)++] = '.';
	for (size_t i = 0; i < label.len; i++) {
		char c = lower(label.at[i]);
		if (!is_letter(c))
			return false;
		name[(*len)++] = c;
	}
	return true;
}

/* Reads a name into NAME, of DNS_NAME bytes. One with unusual characters reads as "". Pointers lead backwards only, so it ends. */
static void read_name(struct reader *r, char *name)
{
	size_t at = r->at, len = 0, limit = r->at;
	bool jumped = false, usable = true;

	name[0] = 0;
	while (at < r->text.len) {
		uint8_t n = (uint8_t)r->text.at[at];
		if (n >= 0xc0) {
			if (at + 2 > r->text.len)
				break;
			size_t to = (size_t)(n & 0x3f) << 8 | (uint8_t)r->text.at[at + 1];
			if (!jumped)
				r->at = at + 2;
			jumped = true;
			if (to >= limit)
				break;
			at = limit = to;
			continue;
		}
		if (n > 63 || at + 1 + n > r->text.len || len + n + 2 > DNS_NAME)
			break;
		if (n == 0) {
			if (!jumped)
				r->at = at + 1;
			name[usable ? len : 0] = 0;
			return;
		}
		usable = usable && add_label(name, &len, slice(r->text.at + at + 1, n));
		at += 1u + n;
	}
	name[0] = 0;
	r->broken = true;
}

/* Reads a character string; *TEXT is in the message. */
static struct slice string(struct reader *r)
{
	size_t n = number(r, 1);

	if (r->text.len - r->at < n) {
		r->broken = true;
		return SLICE("");
	}
	r->at += n;
	return slice(r->text.at + r->at - n, n);
}

bool dns_is_name(struct slice host)
{
	size_t label = 0;

	for (size_t i = 0; i < host.len; i++) {
		char c = host.at[i];
		if (c == '.' ? label == 0 : !is_letter(lower(c)))
			return false;
		label = c == '.' ? 0 : label + 1;
		if (label > 63)
			return false;
	}
	return host.len > 0 && host.len < DNS_NAME - 3;
}

static void add_number(struct buffer *b, unsigned n, int bytes)
{
	while (bytes--)
		buffer_char(b, (char)(n >> 8 * bytes));
}

void dns_ask(struct buffer *b, uint16_t id, enum dns_type type, const char *name, bool extended)
{
	struct slice rest = slice_of(name), label;

	add_number(b, id, 2);
	add_number(b, FLAG_RECURSE, 2);
	add_number(b, 1, 2);
	add_number(b, 0, 4);
	add_number(b, extended, 2);
	while (slice_cut(&rest, '.', &label)) {
		buffer_char(b, (char)label.len);
		buffer_add(b, label);
	}
	add_number(b, 0, 1);
	add_number(b, type, 2);
	add_number(b, CLASS_IN, 2);
	if (!extended)
		return;
	/* RFC 6891 6.1.2: the root, OPT, the size, no flags, no options */
	add_number(b, 0, 1);
	add_number(b, DNS_OPT, 2);
	add_number(b, DNS_PAYLOAD, 2);
	add_number(b, 0, 4);
	add_number(b, 0, 2);
}

int dns_id(struct slice message)
{
	struct reader r = { .text = message };
	int id = (int)number(&r, 2);
	unsigned flags = number(&r, 2);

	return message.len >= HEADER && flags & FLAG_ANSWER ? id : -1;
}

/* The frame of a record. */
struct record {
	char owner[DNS_NAME];
	unsigned type, class, ttl;
	size_t data, end;
};

static bool read_record(struct reader *r, struct record *record)
{
	read_name(r, record->owner);
	record->type = number(r, 2);
	record->class = number(r, 2);
	record->ttl = number(r, 4);
	size_t len = number(r, 2);
	if (r->broken || r->text.len - r->at < len)
		return false;
	record->data = r->at;
	record->end = r->at + len;
	r->at = record->end;
	return true;
}

static bool read_naptr(struct reader *r, struct dns_record *d)
{
	d->order = (uint16_t)number(r, 2);
	d->preference = (uint16_t)number(r, 2);
	struct slice flags = string(r), service = string(r), expression = string(r);
	read_name(r, d->name);
	if (r->broken || service.len >= sizeof d->service)
		return false;
	for (size_t i = 0; i < service.len; i++)
		d->service[i] = lower(service.at[i]);
	d->service[service.len] = 0;
	d->to_service = slice_equal_nocase(flags, SLICE("s")) && !expression.len;
	return true;
}

/* The data of RECORD, of TYPE; false when it is malformed. */
static bool read_data(struct slice text, const struct record *record, struct dns_record *d)
{
	struct reader r = { .text = slice(text.at, record->end), .at = record->data };
	size_t len = record->end - record->data;

	memset(d, 0, offsetof(struct dns_record, service));
	d->service[0] = d->name[0] = 0;
	switch (record->type) {
	case DNS_A:
	case DNS_AAAA:
		d->address.family = record->type == DNS_A ? AF_INET : AF_INET6;
		if (len != (record->type == DNS_A ? 4 : 16))
			return false;
		memcpy(d->address.bytes, text.at + record->data, len);
		return true;
	case DNS_SRV:
		d->priority = (uint16_t)number(&r, 2);
		d->weight = (uint16_t)number(&r, 2);
		d->port = (uint16_t)number(&r, 2);
		read_name(&r, d->name);
		return !r.broken;
	case DNS_NAPTR:
		return read_naptr(&r, d);
	default:
		return false;
	}
}

static void shorten(struct dns_answer *a, uint32_t ttl)
{
	/* RFC 2181 8: with the highest bit set it is none */
	a->ttl = ttl > INT32_MAX ? 0 : ttl < a->ttl ? ttl : a->ttl;
}

/* Takes the records of TYPE of the name A->alias out of COUNT ones at R; the name that it is an alias of, if any, becomes A->alias. True
 * when it is one. */
static bool take_name(struct reader r, unsigned count, enum dns_type type, struct dns_answer *a)
{
	char alias[DNS_NAME] = "";
	struct record record;

	for (unsigned i = 0; i < count && read_record(&r, &record); i++) {
		if (record.class != CLASS_IN || strcmp(record.owner, a->alias) != 0)
			continue;
		if (record.type == DNS_CNAME && !a->count) {
			struct reader data = { .text = slice(r.text.at, record.end), .at = record.data };
			read_name(&data, alias);
			shorten(a, record.ttl);
		}
		if (record.type != (unsigned)type || a->count == DNS_RECORDS ||
			!read_data(r.text, &record, &a->records[a->count]))
			continue;
		shorten(a, record.ttl);
		a->count++;
	}
	if (a->count || !alias[0])
		return false;
	strcpy(a->alias, alias);
	return true;
}

/* RFC 2308 5: how long "nothing" is true, by the SOA in the authority section, whose COUNT records begin at R. */
static void take_nothing(struct reader r, unsigned count, struct dns_answer *a)
{
	struct record record;
	uint32_t ttl = TTL_NOTHING;

	for (unsigned i = 0; i < count && read_record(&r, &record); i++) {
		if (record.type != DNS_SOA || record.end - record.data < 4)
			continue;
		struct reader last = { .text = slice(r.text.at, record.end), .at = record.end - 4 };
		uint32_t least = number(&last, 4);
		ttl = least < record.ttl ? least : record.ttl;
	}
	shorten(a, ttl < TTL_LONGEST ? ttl : TTL_LONGEST);
}

static bool is_for(struct reader *r, unsigned questions, enum dns_type type, const char *name)
{
	char asked[DNS_NAME];

	if (questions != 1)
		return false;
	read_name(r, asked);
	return number(r, 2) == (unsigned)type && number(r, 2) == CLASS_IN && !r->broken &&
	       strcmp(asked, name) == 0;
}

bool dns_read(struct slice message, enum dns_type type, const char *name, struct dns_answer *a)
{
	struct reader r = { .text = message };
	struct record record;

	if (dns_id(message) < 0)
		return false;
	number(&r, 2);
	unsigned flags = number(&r, 2), code = flags & CODE;
	unsigned questions = number(&r, 2), answers = number(&r, 2), authorities = number(&r, 2);
	number(&r, 2);
	a->count = 0;
	a->ttl = UINT32_MAX;
	a->alias[0] = 0;
	a->outcome = code == CODE_FORMAT || code == CODE_UNKNOWN ? DNS_NO_EDNS : DNS_REFUSED;
	/* who understands nothing may not repeat the question */
	if (code == CODE_FORMAT && !questions)
		return true;
	if (!is_for(&r, questions, type, name))
		return false;
	if (code && code != CODE_NO_NAME)
		return true;
	strcpy(a->alias, name);
	int aliases = 0;
	while (aliases < ALIASES && take_name(r, answers, type, a))
		aliases++;
	struct reader authority = r;
	unsigned i = 0;
	while (i < answers && read_record(&authority, &record))
		i++;
	if (flags & FLAG_TRUNCATED)
		a->outcome = DNS_TRUNCATED;
	else if (i < answers)
		return false;
	else if (a->count)
		a->outcome = DNS_FOUND;
	else if (aliases == ALIASES)
		a->outcome = DNS_REFUSED;
	else if (aliases && !authorities && !code)
		a->outcome = DNS_ALIAS;
	else
		a->outcome = DNS_NOTHING;
	if (a->outcome == DNS_NOTHING)
		take_nothing(authority, authorities, a);
	return true;
}
