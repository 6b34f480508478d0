/* subscribers: tests of reading the file of subscribers.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "actions/subscribers.h"
#include <stdlib.h>
#include <unistd.h>

#define MD5_1  "0123456789abcdef0123456789ABCDEF"
#define MD5_2  "ffffffffffffffffffffffffffffffff"
#define SHA256 MD5_1 MD5_2

static bool is(struct slice s, const char *text)
{
	return slice_equal(s, slice_of(text));
}

/* Whether USER of REALM is in S; *HA1 is then the hash by ALGORITHM. */
static bool found(struct subscribers *s, const char *user, const char *realm, enum digest_algorithm algorithm,
	struct slice *ha1)
{
	struct subscriber_query q = { .user = slice_of(user), .realm = slice_of(realm) };
	CHECK(subscribers_fetch(s, &q) && !q.failed);
	*ha1 = q.ha1[algorithm];
	return q.known;
}

static unsigned algorithms(struct subscribers *s, const char *user, const char *realm)
{
	struct subscriber_query q = { .user = slice_of(user), .realm = slice_of(realm) };
	CHECK(subscribers_fetch(s, &q));
	return q.algorithms;
}

static void reads_lines(void)
{
	char error[200];
	struct slice ha1;
	struct subscribers *s =
		subscribers_read_text(SLICE("# comment\n\n"
					    "alice:example.com:" MD5_1 "\r\n"
					    " bob : realm : of bob : " MD5_1 " \n"
					    "carol:example.com:" MD5_2 ":" SHA256 "\n"
					    "dave:example.org:" SHA256 "\n"
					    "dave:example.org:" MD5_2 "\n"
					    "erin:example.net:md5=" MD5_2 ":SHA-512-256=" SHA256),
			"file", error, sizeof error);
	if (!CHECK(s))
		return;
	CHECK(subscribers_count(s) == 5);
	CHECK(found(s, "alice", "example.com", DIGEST_MD5, &ha1) &&
		is(ha1, "0123456789abcdef0123456789abcdef"));
	CHECK(found(s, "alice", "example.com", DIGEST_SHA256, &ha1) && !ha1.len);
	CHECK(found(s, "bob", "realm : of bob", DIGEST_MD5, &ha1) && ha1.len == 32);
	CHECK(found(s, "carol", "example.com", DIGEST_SHA256, &ha1) && ha1.len == 64);
	CHECK(found(s, "dave", "example.org", DIGEST_MD5, &ha1) && is(ha1, MD5_2));
	CHECK(!found(s, "alice", "example.org", DIGEST_MD5, &ha1) && !ha1.len);
	CHECK(!found(s, "Alice", "example.com", DIGEST_MD5, &ha1));
	CHECK(!found(s, "", "", DIGEST_SHA512_256, &ha1) && !ha1.len);
	CHECK(found(s, "erin", "example.net", DIGEST_SHA512_256, &ha1) && ha1.len == 64);
	CHECK(found(s, "erin", "example.net", DIGEST_SHA256, &ha1) && ha1.len == 0);
	CHECK(found(s, "erin", "example.net", DIGEST_MD5, &ha1) && is(ha1, MD5_2));
	/* a subscriber is challenged by what he has, a stranger by what all have */
	CHECK(algorithms(s, "alice", "example.com") == 1u << DIGEST_MD5);
	CHECK(algorithms(s, "carol", "example.com") == (1u << DIGEST_MD5 | 1u << DIGEST_SHA256));
	CHECK(algorithms(s, "nobody", "example.com") == 1u << DIGEST_MD5);
	CHECK(algorithms(s, "nobody", "example.org") == (1u << DIGEST_MD5 | 1u << DIGEST_SHA256));
	CHECK(algorithms(s, "nobody", "example.net") == (1u << DIGEST_MD5 | 1u << DIGEST_SHA512_256));
	CHECK(algorithms(s, "nobody", "nowhere") == 1u << DIGEST_MD5);
	subscribers_free(s);
	subscribers_free(NULL);
}

static bool refuses(struct slice text, const char *says)
{
	char error[200] = "";
	struct subscribers *s = subscribers_read_text(text, "file", error, sizeof error);
	subscribers_free(s);
	return CHECK(!s) && CHECK(strcmp(error, says) == 0);
}

static void says_what_is_wrong(void)
{
	static const char digits[] =
		"HA1 must have 32 (MD5) or 64 (SHA-256) hexadecimal digits; passwords do not stand here";
	char text[200], digits_at_1[200];
	snprintf(digits_at_1, sizeof digits_at_1, "file:1: %s", digits);
	CHECK(refuses(SLICE("\n\nalice\n"), "file:3: expected user:realm:HA1"));
	snprintf(text, sizeof text, "file:2: %s", digits);
	CHECK(refuses(SLICE("#\nalice:example.com:secret\n"), text));
	CHECK(refuses(SLICE("#\nalice:example.com:0123456789abcdef0123456789abcdeg\n"), text));
	CHECK(refuses(SLICE(":example.com:" MD5_1 "\n"), "file:1: the user is empty"));
	CHECK(refuses(SLICE("alice::" MD5_1 "\n"), "file:1: the realm is empty"));
	CHECK(refuses(SLICE("a:b:" MD5_1 "\na:b:" MD5_2 "\n"), "file:2: this user has such a hash already"));
	CHECK(refuses(SLICE("a:b:" MD5_1 ":" MD5_2 "\n"), "file:1: this user has such a hash already"));
	CHECK(refuses(SLICE("a:b:SHA-256=" MD5_1 "\n"), digits_at_1));
	CHECK(refuses(SLICE("a:b:SHA-1=" MD5_1 "\n"), digits_at_1));
	CHECK(refuses(SLICE("a:b:MD5-sess=" MD5_1 "\n"), digits_at_1));
	CHECK(refuses(SLICE("a\0b:c:" MD5_1 "\n"), "file:1: a NUL byte"));
}

static void reads_files(void)
{
	char path[] = "/tmp/sipd-subscribers-XXXXXX", error[300] = "", line[100];
	int fd = mkstemp(path);
	FILE *file = fdopen(fd, "w");
	if (!CHECK(file))
		return;
	for (int i = 0; i < 5000; i++)
		fprintf(file, "user%d:example.com:%032x\n", i, (unsigned)i);
	fclose(file);
	struct subscribers *s = subscribers_read(path, error, sizeof error);
	struct slice ha1;
	if (CHECK(s)) {
		CHECK(subscribers_count(s) == 5000);
		for (int i = 0; i < 5000; i += 7) {
			snprintf(line, sizeof line, "user%d", i);
			CHECK(found(s, line, "example.com", DIGEST_MD5, &ha1));
			snprintf(line, sizeof line, "%032x", (unsigned)i);
			CHECK(is(ha1, line));
		}
	}
	subscribers_free(s);
	unlink(path);
	CHECK(!subscribers_read(path, error, sizeof error) && strstr(error, path) &&
		strstr(error, "No such file"));
	CHECK(!subscribers_read("/tmp", error, sizeof error) && strstr(error, "/tmp"));
}

int main(void)
{
	UNIT(reads_lines);
	UNIT(says_what_is_wrong);
	UNIT(reads_files);
	return unit_end();
}
