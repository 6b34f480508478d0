/* dns: tests of questions and answers on the wire, forged and broken ones too.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "core/dns.h"
#include <stdlib.h>

static struct dns_answer answer;

static void put(struct buffer *b, unsigned n, int bytes)
{
	while (bytes--)
		buffer_char(b, (char)(n >> 8 * bytes));
}

static void put_name(struct buffer *b, const char *name)
{
	struct slice rest = slice_of(name), label;

	while (slice_cut(&rest, '.', &label)) {
		put(b, (unsigned)label.len, 1);
		buffer_add(b, label);
	}
	put(b, 0, 1);
}

/* The beginning of an answer with id 7 to the question for TYPE of NAME. */
static void begin_answer(struct buffer *b, unsigned flags, unsigned answers, unsigned authorities,
	const char *name, unsigned type)
{
	put(b, 7, 2);
	put(b, flags, 2);
	put(b, 1, 2);
	put(b, answers, 2);
	put(b, authorities, 2);
	put(b, 0, 2);
	put_name(b, name);
	put(b, type, 2);
	put(b, 1, 2);
}

/* A record of the name at OFFSET, its data to follow. */
static void put_record(struct buffer *b, unsigned offset, unsigned type, unsigned ttl, unsigned len)
{
	put(b, 0xc000 | offset, 2);
	put(b, type, 2);
	put(b, 1, 2);
	put(b, ttl, 4);
	put(b, len, 2);
}

static void questions(void)
{
	char text[DNS_QUESTION];
	struct buffer b = buffer(text, sizeof text);

	dns_ask(&b, 0x1234, DNS_SRV, "_sip._udp.a.test", false);
	CHECK(slice_equal(
		buffer_slice(&b), SLICE("\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x04_sip\x04_udp\x01"
					"a\x04test\x00\x00\x21\x00\x01")));
	b = buffer(text, sizeof text);
	dns_ask(&b, 1, DNS_A, "a", true);
	CHECK(slice_equal(buffer_slice(&b), SLICE("\x00\x01\x01\x00\x00\x01\x00\x00\x00\x00\x00\x01\x01"
						  "a\x00\x00\x01\x00\x01\x00\x00\x29\x04\xd0\x00\x00\x00"
						  "\x00\x00\x00")));
	CHECK(dns_is_name(SLICE("a-b.c_d")) && !dns_is_name(SLICE("a..b")) && !dns_is_name(SLICE(".a")) &&
		!dns_is_name(SLICE("")) && !dns_is_name(SLICE("a b")));
}

/* A.test is an alias of b.test, which has an address. */
static struct slice make_alias(char *text, size_t size)
{
	struct buffer b = buffer(text, size);

	begin_answer(&b, 0x8180, 2, 0, "A.test", DNS_A);
	put_record(&b, 12, DNS_CNAME, 30, 4);
	buffer_lit(&b, "\1b\xc0\x0e"); /* "test" of the question */
	put_record(&b, 36, DNS_A, 60, 4);
	buffer_lit(&b, "\xc0\0\2\x21");
	return buffer_slice(&b);
}

static void answers(void)
{
	char text[512];
	struct slice s = make_alias(text, sizeof text);

	CHECK(dns_id(s) == 7 && dns_read(s, DNS_A, "a.test", &answer));
	CHECK(answer.outcome == DNS_FOUND && answer.count == 1 && answer.ttl == 30);
	CHECK(answer.records[0].address.bytes[3] == 0x21 && strcmp(answer.alias, "b.test") == 0);
	/* what was asked is something else */
	CHECK(!dns_read(s, DNS_AAAA, "a.test", &answer) && !dns_read(s, DNS_A, "b.test", &answer));
	/* only the alias */
	s.at = text;
	text[7] = 1;
	s.len -= 16;
	CHECK(dns_read(s, DNS_A, "a.test", &answer) && answer.outcome == DNS_ALIAS &&
		strcmp(answer.alias, "b.test") == 0);
	/* a record is cut: nothing of it counts, unless it says so itself */
	s.len -= 1;
	CHECK(!dns_read(s, DNS_A, "a.test", &answer));
	text[2] = (char)0x83;
	CHECK(dns_read(s, DNS_A, "a.test", &answer) && answer.outcome == DNS_TRUNCATED);
	/* a question is no answer */
	text[2] = 1;
	CHECK(dns_id(s) == -1 && !dns_read(s, DNS_A, "a.test", &answer));
}

static void nothing(void)
{
	char text[512];
	struct buffer b = buffer(text, sizeof text);

	begin_answer(&b, 0x8183, 0, 1, "a.test", DNS_SRV);
	put_record(&b, 14, DNS_SOA, 900, 22);
	put(&b, 0, 2); /* the root, twice */
	put(&b, 1, 4);
	put(&b, 1, 4);
	put(&b, 1, 4);
	put(&b, 1, 4);
	put(&b, 77, 4);
	CHECK(dns_read(buffer_slice(&b), DNS_SRV, "a.test", &answer) && answer.outcome == DNS_NOTHING &&
		answer.ttl == 77);
	static const struct {
		unsigned code;
		enum dns_outcome outcome;
	} codes[] = { { 1, DNS_NO_EDNS }, { 2, DNS_REFUSED }, { 4, DNS_NO_EDNS }, { 5, DNS_REFUSED } };
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		text[3] = (char)(0x80 | codes[i].code);
		CHECK(dns_read(buffer_slice(&b), DNS_SRV, "a.test", &answer) &&
			answer.outcome == codes[i].outcome);
	}
}

static void services(void)
{
	char text[512];
	struct buffer b = buffer(text, sizeof text);

	begin_answer(&b, 0x8180, 2, 0, "a.test", DNS_NAPTR);
	put_record(&b, 12, DNS_NAPTR, 60, 4 + 2 + 8 + 1 + 4);
	put(&b, 10, 2);
	put(&b, 20, 2);
	buffer_lit(&b, "\1S\7SIP+D2U\0\1x\xc0\x0e");
	put_record(&b, 12, DNS_NAPTR, 60, 4 + 2 + 8 + 2 + 1);
	put(&b, 10, 2);
	put(&b, 30, 2);
	buffer_lit(&b, "\1u\7E2U+sip\1!\0");
	CHECK(dns_read(buffer_slice(&b), DNS_NAPTR, "a.test", &answer) && answer.count == 2);
	CHECK(answer.records[0].to_service && strcmp(answer.records[0].service, "sip+d2u") == 0 &&
		strcmp(answer.records[0].name, "x.test") == 0 && answer.records[0].order == 10 &&
		answer.records[0].preference == 20);
	CHECK(!answer.records[1].to_service && answer.records[1].name[0] == 0);
}

/* Names that point at themselves, forwards, or are endless. */
static void hostile_names(void)
{
	static const char *const names[] = { "\xc0\x1c", "\xc0\xff", "\xc0", "\1a\xc0\x1c", "\x40", "\x3f" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char text[512];
		struct buffer b = buffer(text, sizeof text);
		begin_answer(
			&b, 0x8180, 1, 0, "abcdef.test", DNS_A); /* 12 + 13 + 4: the record begins at 29 */
		buffer_add(&b, slice_of(names[i]));
		CHECK(!dns_read(buffer_slice(&b), DNS_A, "abcdef.test", &answer));
	}
}

/* Whatever comes, nothing is read beyond it; the sanitizers see to that. */
static void mutations(void)
{
	char text[512];
	struct slice s = make_alias(text, sizeof text);
	unsigned seed = 1;

	for (int i = 0; i < 200000; i++) {
		char *broken = malloc(s.len);
		size_t len = s.len;
		memcpy(broken, s.at, s.len);
		for (int j = 0; j < 1 + i % 4; j++) {
			seed = seed * 1664525 + 1013904223;
			broken[(seed >> 8) % s.len] = (char)(seed >> 24);
		}
		if (i % 3 == 0)
			len = (seed >> 4) % s.len;
		bool read = dns_read(slice(broken, len), i % 2 ? DNS_A : DNS_CNAME, "a.test", &answer);
		CHECK(!read || (answer.count >= 0 && answer.count <= DNS_RECORDS));
		free(broken);
	}
}

int main(void)
{
	UNIT(questions);
	UNIT(answers);
	UNIT(nothing);
	UNIT(services);
	UNIT(hostile_names);
	UNIT(mutations);
	return unit_end();
}
