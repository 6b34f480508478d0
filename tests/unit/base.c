/* base: tests of the base layer: text, memory, addresses, the keyed hash, timers, the log and rings.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "base/address.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/hash.h"
#include "base/log.h"
#include "base/ring.h"
#include "base/slice.h"
#include "base/timer.h"
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static bool is(struct slice s, const char *text)
{
	return slice_equal(s, slice_of(text));
}

static void slices_compare(void)
{
	struct slice none = { NULL, 0 };
	CHECK(slice_equal(none, SLICE("")) && slice_equal_nocase(none, SLICE("")));
	CHECK(slice_equal_nocase(SLICE("Call-ID"), SLICE("cALL-id")));
	CHECK(!slice_equal_nocase(SLICE("Via"), SLICE("Vi")) &&
		!slice_equal_nocase(SLICE("Vi"), SLICE("Via")));
	/* bytes that differ by 0x20 but are no letters, and letters outside ASCII */
	CHECK(!slice_equal_nocase(SLICE("@"), SLICE("`")) && !slice_equal_nocase(SLICE("["), SLICE("{")));
	CHECK(!slice_equal_nocase(SLICE("\xc4"), SLICE("\xe4")));
	CHECK(slice_starts(SLICE("z9hG4bK1"), SLICE("z9hG4bK")) &&
		!slice_starts(SLICE("z9"), SLICE("z9hG4bK")));
	CHECK(slice_starts(none, none) && slice_starts(SLICE("a"), none) && !slice_starts(none, SLICE("a")));
	CHECK(slice_starts_nocase(SLICE("Z9HG4BK1"), SLICE("z9hG4bK")));
}

static void slices_cut(void)
{
	CHECK(is(slice_trim(SLICE(" \r\n\tx y\t ")), "x y"));
	CHECK(slice_trim(SLICE(" \t\r\n")).len == 0);
	CHECK(slice_find(SLICE("a:b:c"), ':') == 1 && slice_find(SLICE("abc"), ':') == -1);
	CHECK(slice_find(slice(NULL, 0), 'x') == -1 && slice_find(SLICE("a\0b"), 0) == 1);
	struct slice rest = SLICE("a,,bc"), piece;
	CHECK(slice_cut(&rest, ',', &piece) && is(piece, "a"));
	CHECK(slice_cut(&rest, ',', &piece) && piece.len == 0);
	CHECK(slice_cut(&rest, ',', &piece) && is(piece, "bc"));
	CHECK(!slice_cut(&rest, ',', &piece));
	rest = SLICE("a,");
	CHECK(slice_cut(&rest, ',', &piece) && is(piece, "a") && !slice_cut(&rest, ',', &piece));
}

static void slices_numbers(void)
{
	uint64_t n = 7;
	CHECK(slice_number(SLICE("0"), &n) && n == 0);
	CHECK(slice_number(SLICE("00042"), &n) && n == 42);
	CHECK(slice_number(SLICE("999999999999999999"), &n) && n == 999999999999999999);
	n = 7;
	CHECK(!slice_number(SLICE("1000000000000000000"), &n));
	CHECK(!slice_number(SLICE(""), &n) && !slice_number(SLICE("-1"), &n) &&
		!slice_number(SLICE("+1"), &n));
	CHECK(!slice_number(SLICE("1 "), &n) && !slice_number(SLICE("0x1"), &n) &&
		!slice_number(SLICE("1\0"), &n));
	CHECK(n == 7);
}

static void arenas_give(void)
{
	struct arena *a = arena_new(0);
	CHECK(arena_size(a) == 4096);
	char *text = arena_text(a, 3);
	void *object = arena_alloc(a, 1);
	CHECK((uintptr_t)object % _Alignof(max_align_t) == 0 && (char *)object >= text + 3);
	CHECK(is(arena_copy(a, SLICE("copy")), "copy") && arena_copy(a, slice(NULL, 0)).at[0] == 0);
	CHECK(is(arena_join(a, SLICE("ab"), SLICE("cd")), "abcd"));
	CHECK(is(arena_printf(a, "%d-%s", 5, "x"), "5-x"));
	struct slice lengthy = arena_printf(a, "%0300d", 1);
	CHECK(lengthy.len == 300 && lengthy.at[299] == '1' && lengthy.at[300] == 0);
	CHECK(arena_size(a) == 4096);
	arena_free(a);
	arena_free(NULL);
}

static void arenas_grow(void)
{
	struct arena *a = arena_new(256);
	char *before = arena_text(a, 8);
	char *large = arena_alloc(a, 100000);
	memset(large, 0x55, 100000);
	char *behind = arena_text(a, 8);
	/* a large piece does not cost the rest of the block */
	CHECK(behind > before && behind < before + 128);
	bool clear = true;
	for (int i = 1; i < 200; i++) {
		char *piece = arena_zero(a, (size_t)i);
		for (int j = 0; j < i; j++)
			clear = clear && piece[j] == 0;
		memset(piece, 0xff, (size_t)i);
	}
	CHECK(clear && large[0] == 0x55 && large[99999] == 0x55);
	CHECK(arena_size(a) > 100000);
	arena_reset(a);
	CHECK(arena_size(a) == 256);
	CHECK(arena_text(a, 8) == before);
	arena_free(a);
	a = arena_new(1); /* smaller than the arena itself */
	CHECK(arena_zero(a, 64) != NULL);
	arena_free(a);
}

static void buffers_fill(void)
{
	char room[16];
	struct buffer b = buffer(room, sizeof room);
	buffer_number(&b, 0);
	buffer_char(&b, ' ');
	buffer_hex(&b, 0xabcdef, 4);
	buffer_lit(&b, ";");
	buffer_printf(&b, "%s", "12345678");
	CHECK(!b.full && is(buffer_slice(&b), "0 cdef;12345678"));
	buffer_lit(&b, "ab");
	CHECK(b.full && is(buffer_slice(&b), "0 cdef;12345678"));
	buffer_char(&b, 'x');
	buffer_printf(&b, "x");
	CHECK(b.len == 15);
	struct buffer max = buffer(room, sizeof room);
	buffer_number(&max, UINT64_MAX);
	CHECK(max.full && max.len == 0);
	struct buffer exact = buffer(room, 3);
	buffer_lit(&exact, "abc");
	CHECK(!exact.full);
	exact = buffer(room, 3);
	buffer_printf(&exact, "abc");
	CHECK(exact.full && exact.len == 0);
	struct buffer empty = buffer(NULL, 0);
	buffer_add(&empty, slice(NULL, 0));
	CHECK(!empty.full);
	buffer_printf(&empty, "%s", "");
	CHECK(empty.full);
}

static bool reads(const char *text, const char *written)
{
	struct address a;
	char out[ADDRESS_TEXT];
	return address_parse_port(slice_of(text), &a) && is(address_text(&a, out), written) &&
	       strlen(out) == strlen(written);
}

static bool refuses(const char *text)
{
	struct address a = { .port = 1 };
	return !address_parse_port(slice_of(text), &a) && a.port == 1;
}

static void addresses_parse(void)
{
	CHECK(reads("192.0.2.1", "192.0.2.1") && reads("0.0.0.0:1", "0.0.0.0:1"));
	CHECK(reads("255.255.255.255:65535", "255.255.255.255:65535") &&
		reads("192.0.2.1:05060", "192.0.2.1:5060"));
	CHECK(reads("2001:db8::1", "[2001:db8::1]") &&
		reads("[2001:DB8:0:0:0:0:0:1]:5060", "[2001:db8::1]:5060"));
	CHECK(reads("::", "[::]") && reads("[::1]", "[::1]") &&
		reads("::ffff:192.0.2.1", "[::ffff:192.0.2.1]"));
	CHECK(reads("[ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255]:65535",
		"[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]:65535"));
	CHECK(refuses("") && refuses("192.0.2") && refuses("192.0.2.1.1") && refuses("192.0.2.256") &&
		refuses("192.0.2.01"));
	CHECK(refuses("192.0.2.1 ") && refuses(" 192.0.2.1") && refuses("192.0.2.1:") &&
		refuses("192.0.2.1:0"));
	CHECK(refuses("192.0.2.1:65536") && refuses("192.0.2.1:-1") &&
		refuses("192.0.2.1:99999999999999999999"));
	CHECK(refuses("0x7f.0.0.1") && refuses("127.1") && refuses("2130706433") && refuses("example.com"));
	CHECK(refuses("[192.0.2.1]") && refuses("[]") && refuses("[") && refuses("]") && refuses("[::1") &&
		refuses("::1]"));
	CHECK(refuses("[::1]5060") && refuses("[::1]:") && refuses("[[::1]]") && refuses("1::2::3") &&
		refuses("fe80::1%lo"));
	CHECK(refuses("[::1]:5060:1") && refuses(":5060") && refuses(":") && refuses("1:2:3:4:5:6:7:8:9"));
	struct address a;
	CHECK(!address_parse(SLICE("192.0.2.1\0x"), &a) && !address_parse(slice(NULL, 0), &a));
	CHECK(!address_parse(SLICE("192.0.2.1:5060"), &a));
}

static void addresses_convert(void)
{
	struct address a, b;
	struct sockaddr_storage s;
	char text[ADDRESS_TEXT];
	CHECK(address_parse_port(SLICE("[fe80::1]:5060"), &a));
	a.scope = 3;
	CHECK(address_to_sockaddr(&a, &s) == sizeof(struct sockaddr_in6));
	address_from_sockaddr(&s, &b);
	CHECK(address_equal(&a, &b) && b.scope == 3);
	b.port = 5061;
	CHECK(address_same_host(&a, &b) && !address_equal(&a, &b));
	b.scope = 4;
	CHECK(!address_same_host(&a, &b));
	CHECK(is(address_plain_text(&a, text), "fe80::1") && is(address_host_text(&a, text), "[fe80::1]"));
	CHECK(address_parse_port(SLICE("192.0.2.1:5060"), &a));
	CHECK(address_to_sockaddr(&a, &s) == sizeof(struct sockaddr_in));
	address_from_sockaddr(&s, &b);
	CHECK(address_equal(&a, &b));
	struct address none = { 0 };
	CHECK(address_to_sockaddr(&none, &s) == 0 && address_text(&none, text).len == 0);
	s.ss_family = AF_UNIX;
	address_from_sockaddr(&s, &b);
	CHECK(address_equal(&none, &b));
}

static bool has(const char *network, const char *address)
{
	struct network n;
	struct address a;
	return network_parse(slice_of(network), &n) && address_parse(slice_of(address), &a) &&
	       network_has(&n, &a);
}

static void networks(void)
{
	struct network n;
	char text[ADDRESS_TEXT];
	CHECK(has("10.0.0.0/8", "10.255.255.255") && !has("10.0.0.0/8", "11.0.0.0"));
	CHECK(has("10.0.0.0/255.0.0.0", "10.1.2.3") && has("0.0.0.0/0", "255.255.255.255"));
	CHECK(has("192.0.2.128/25", "192.0.2.200") && !has("192.0.2.128/25", "192.0.2.127"));
	CHECK(has("192.0.2.1", "192.0.2.1") && !has("192.0.2.1/32", "192.0.2.2"));
	CHECK(has("2001:db8::/33", "2001:db8:7fff::1") && !has("2001:db8::/33", "2001:db8:8000::1"));
	CHECK(has("::/0", "::1") && !has("::/0", "0.0.0.0") && !has("0.0.0.0/0", "::1") && has("::1", "::1"));
	CHECK(!network_parse(SLICE("10.0.0.0/33"), &n) && n.base.family == 0);
	CHECK(!network_parse(SLICE("10.0.0.0/255.0.255.0"), &n) && n.base.family == 0);
	CHECK(!network_parse(SLICE("10.0.0.0/"), &n) && !network_parse(SLICE("/8"), &n) &&
		!network_parse(SLICE(""), &n));
	CHECK(!network_parse(SLICE("::/129"), &n) && !network_parse(SLICE("::/255.0.0.0"), &n));
	CHECK(!network_parse(SLICE("10.0.0.0/8/8"), &n) && !network_parse(SLICE("10.0.0.0/::"), &n));
	/* bits behind the prefix: refused, but the network that was meant is there */
	CHECK(!network_parse(SLICE("192.0.2.77/24"), &n));
	CHECK(is(address_text(&n.base, text), "192.0.2.0") && n.prefix == 24);
}

/* The vectors of the reference implementation: the key is the bytes 0 to 15, the input the bytes 0 to len - 1. */
static void siphash_vectors(void)
{
	static const struct {
		size_t len;
		uint64_t hash;
	} vectors[] = { { 0, 0x726fdb47dd0e0e31 }, { 1, 0x74f839c593dc67fd }, { 2, 0x0d6c8009d9a94f5a },
		{ 3, 0x85676696d7fb7e2d }, { 7, 0xab0200f58b01d137 }, { 8, 0x93f5f5799a932462 },
		{ 15, 0xa129ca6149be45e5 }, { 16, 0x3f2acc7f57c29bdb }, { 63, 0x958a324ceb064572 } };
	struct hash_key key = { 0x0706050403020100, 0x0f0e0d0c0b0a0908 };
	char input[64];
	for (int i = 0; i < 64; i++)
		input[i] = (char)i;
	for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
		CHECK(hash_of(&key, slice(input, vectors[i].len)) == vectors[i].hash);
}

static void siphash_pieces(void)
{
	struct hash_key key = { 1, 2 };
	struct hash h;
	struct slice whole = SLICE("the quick brown fox jumps over the lazy dog");
	uint64_t expected = hash_of(&key, whole);
	bool same = true;
	for (size_t i = 0; i <= whole.len; i++) {
		for (size_t j = i; j <= whole.len; j++) {
			hash_start(&h, &key);
			hash_add(&h, slice(whole.at, i));
			hash_add(&h, slice(whole.at + i, j - i));
			hash_add(&h, slice(whole.at + j, whole.len - j));
			same = same && hash_end(&h) == expected;
		}
	}
	CHECK(same);
	hash_start(&h, &key);
	hash_part(&h, SLICE("ab"));
	hash_part(&h, SLICE("c"));
	uint64_t first = hash_end(&h);
	hash_start(&h, &key);
	hash_part(&h, SLICE("a"));
	hash_part(&h, SLICE("bc"));
	CHECK(hash_end(&h) != first);
}

struct seen {
	struct timers q;
	int order[2000], count;
	uint64_t again;
};

static struct timer many[2000];

static void note(struct timer *t, void *user)
{
	struct seen *seen = user;
	CHECK(!timer_armed(t));
	seen->order[seen->count++] = (int)(t - many);
	if (seen->again) {
		timer_set(&seen->q, t, seen->again);
		seen->again = 0;
	}
}

static void timers_order(void)
{
	static struct seen seen;
	uint32_t random = 1;
	CHECK(timer_next(&seen.q) == TIMER_NEVER);
	seen.q.order = UINT32_MAX - 700; /* wraps while they are set */
	for (int i = 0; i < 2000; i++) {
		many[i] = (struct timer){ .fire = note, .user = &seen };
		random = random * 1664525 + 1013904223;
		timer_set(&seen.q, &many[i], random >> 24);
	}
	for (int i = 0; i < 2000; i += 3)
		timer_cancel(&seen.q, &many[i]);
	for (int i = 1; i < 2000; i += 6)
		timer_set(&seen.q, &many[i], (many[i].when * 7) & 255);
	timer_cancel(&seen.q, &many[0]); /* twice */
	timer_run(&seen.q, 99);
	CHECK(seen.count > 0 && timer_next(&seen.q) >= 100);
	timer_run(&seen.q, 255);
	CHECK(seen.count == 2000 - 667 && timer_next(&seen.q) == TIMER_NEVER);
	bool sorted = true;
	for (int i = 1; i < seen.count; i++) {
		const struct timer *a = &many[seen.order[i - 1]], *b = &many[seen.order[i]];
		sorted = sorted &&
			 (a->when < b->when || (a->when == b->when && (int32_t)(a->order - b->order) < 0));
	}
	CHECK(sorted);
	timers_free(&seen.q);
}

static void timers_again(void)
{
	static struct seen seen;
	for (int i = 0; i < 3; i++)
		many[i] = (struct timer){ .fire = note, .user = &seen };
	timer_set(&seen.q, &many[0], 10);
	timer_set(&seen.q, &many[1], 10);
	timer_set(&seen.q, &many[2], 10);
	timer_set(&seen.q, &many[0], 10); /* setting again puts it last */
	CHECK(timer_armed(&many[0]) && timer_next(&seen.q) == 10);
	timer_run(&seen.q, 9);
	CHECK(seen.count == 0);
	seen.again = 20;
	timer_run(&seen.q, 15);
	CHECK(seen.count == 3 && seen.order[0] == 1 && seen.order[1] == 2 && seen.order[2] == 0);
	CHECK(timer_next(&seen.q) == 20 && timer_armed(&many[1]));
	timer_run(&seen.q, 20);
	CHECK(seen.count == 4 && seen.order[3] == 1);
	timers_free(&seen.q);
}

struct line {
	char text[4096];
	enum log_level level;
	int count;
};

static void keep(void *user, enum log_level level, struct slice text)
{
	struct line *line = user;
	memcpy(line->text, text.at, text.len);
	line->text[text.len] = 0;
	line->level = level;
	line->count++;
}

static void log_escapes(void)
{
	static struct line line;
	log_set_sink(keep, &line);
	log_set_level(LOG_LEVEL_NOTICE);
	log_info("hidden");
	CHECK(line.count == 0 && !log_enabled(LOG_LEVEL_INFO) && log_enabled(LOG_LEVEL_ERROR));
	errno = ENOENT;
	log_warn("%s", "a\r\nsipd[1]: error: forged\x1b[0m\x7f");
	CHECK(errno == ENOENT && line.level == LOG_LEVEL_WARN);
	CHECK(strcmp(line.text, "a\\r\\nsipd[1]: error: forged\\x1b[0m\\x7f") == 0);
	log_error("%s", "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
	CHECK(strcmp(line.text, "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80") == 0);
	/* broken, overlong, a surrogate, beyond U+10FFFF, C1, cut off */
	log_error("%s", "\xff\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80\xc2\x9b\xe2\x82");
	CHECK(strcmp(line.text, "\\xff\\xc0\\x80\\xed\\xa0\\x80\\xf4\\x90\\x80\\x80\\xc2\\x9b\\xe2\\x82") ==
		0);
	log_error("%05000d", 1);
	CHECK(strlen(line.text) > 2000 && strlen(line.text) <= 2048 &&
		strcmp(line.text + strlen(line.text) - 4, "0...") == 0);
	log_set_level(LOG_LEVEL_INFO);
	log_set_sink(NULL, NULL);
}

static void log_levels(void)
{
	CHECK(log_level_parse(SLICE("error")) == LOG_LEVEL_ERROR &&
		log_level_parse(SLICE("DEBUG")) == LOG_LEVEL_DEBUG);
	CHECK(log_level_parse(SLICE("-1")) == LOG_LEVEL_ERROR &&
		log_level_parse(SLICE("3")) == LOG_LEVEL_DEBUG);
	CHECK(log_level_parse(SLICE("")) == -1 && log_level_parse(SLICE("4")) == -1 &&
		log_level_parse(SLICE("inform")) == -1);
	for (int i = LOG_LEVEL_ERROR; i <= LOG_LEVEL_DEBUG; i++)
		CHECK(log_level_parse(slice_of(log_level_name((enum log_level)i))) == i);
}

static struct ring *ring_new(uint32_t size)
{
	struct ring *r =
		mmap(NULL, ring_footprint(size), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	ring_init(r, size);
	return r;
}

static bool put(struct ring *r, const char *text, size_t len)
{
	struct slice parts[3] = { slice(text, len / 3), slice(NULL, 0),
		slice(text + len / 3, len - len / 3) };
	return ring_put(r, parts, 3);
}

static void rings_wrap(void)
{
	struct ring *r = ring_new(256);
	char text[256];
	struct slice record;
	for (int i = 0; i < 256; i++)
		text[i] = (char)i;
	CHECK(ring_empty(r) && !ring_peek(r, &record));
	/* every length, so at every position: the record that fits an empty ring does, and comes back whole */
	bool whole = true;
	for (size_t i = 0; i < 20000; i++) {
		size_t len = (i * 37) % 121;
		whole = whole && put(r, text, len) && !ring_empty(r);
		whole = whole && ring_peek(r, &record) && slice_equal(record, slice(text, len));
		ring_release(r);
		whole = whole && ring_empty(r);
	}
	CHECK(whole);
	CHECK(!put(r, text, 121));
	ring_release(r); /* of nothing */
	CHECK(ring_empty(r));
	munmap(r, ring_footprint(256));
}

static void rings_fill(void)
{
	struct ring *r = ring_new(256);
	struct slice record;
	char n;
	int puts = 0;
	for (n = 0; put(r, &n, 1); n++)
		puts++;
	CHECK(puts == 16);
	CHECK(ring_peek(r, &record) && record.len == 1 && record.at[0] == 0);
	CHECK(ring_peek(r, &record) && record.at[0] == 0); /* peeking takes nothing */
	ring_release(r);
	CHECK(put(r, &n, 1) && !put(r, &n, 1));
	for (int i = 1; i <= 16; i++) {
		CHECK(ring_peek(r, &record) && record.at[0] == i);
		ring_release(r);
	}
	CHECK(ring_empty(r));
	munmap(r, ring_footprint(256));
}

/* What a process out of its mind may have left: the reader stays within the data and goes on with what comes next. */
static void rings_corrupt(void)
{
	struct ring *r = ring_new(256);
	struct slice record;
	static const uint64_t lengths[] = { 249, UINT64_MAX - 1, UINT64_MAX, 1 << 20, 8 };
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		CHECK(put(r, "12345", 5));
		uint64_t at = atomic_load(&r->head) & 255;
		memcpy(r->data + at, &lengths[i], sizeof lengths[i]);
		if (ring_peek(r, &record))
			CHECK(record.at + record.len <= r->data + 256);
		ring_release(r);
		CHECK(ring_empty(r));
	}
	atomic_store(&r->tail, atomic_load(&r->head) + 100000);
	CHECK(!ring_peek(r, &record));
	CHECK(put(r, "12345", 5) && ring_peek(r, &record) && is(record, "12345"));
	munmap(r, ring_footprint(256));
}

/* Two processes: every record arrives once, in order and whole. */
static void rings_between_processes(void)
{
	struct ring *r = ring_new(4096);
	enum { RECORDS = 20000 };
	pid_t writer = fork();
	if (writer == 0) {
		for (uint32_t i = 0; i < RECORDS; i++) {
			char text[1024];
			memset(text, (int)(i & 255), sizeof text);
			struct slice parts[2] = { slice((char *)&i, sizeof i),
				slice(text, i * 7 % sizeof text) };
			while (!ring_put(r, parts, 2))
				usleep(10);
		}
		_exit(0);
	}
	bool right = true;
	for (uint32_t i = 0; i < RECORDS && right; i++) {
		struct slice record;
		uint32_t number = 0;
		for (int tries = 0; !ring_peek(r, &record) && tries < 500000; tries++)
			usleep(10);
		right = !ring_empty(r) && record.len == sizeof i + i * 7 % 1024;
		if (right)
			memcpy(&number, record.at, sizeof number);
		right = right && number == i;
		for (size_t j = sizeof i; right && j < record.len; j++)
			right = (unsigned char)record.at[j] == (i & 255);
		ring_release(r);
	}
	CHECK(right);
	if (!right)
		kill(writer, SIGKILL);
	CHECK(waitpid(writer, NULL, 0) == writer);
	munmap(r, ring_footprint(4096));
}

int main(void)
{
	UNIT(slices_compare);
	UNIT(slices_cut);
	UNIT(slices_numbers);
	UNIT(arenas_give);
	UNIT(arenas_grow);
	UNIT(buffers_fill);
	UNIT(addresses_parse);
	UNIT(addresses_convert);
	UNIT(networks);
	UNIT(siphash_vectors);
	UNIT(siphash_pieces);
	UNIT(timers_order);
	UNIT(timers_again);
	UNIT(log_levels);
	UNIT(log_escapes);
	UNIT(rings_wrap);
	UNIT(rings_fill);
	UNIT(rings_corrupt);
	UNIT(rings_between_processes);
	return unit_end();
}
