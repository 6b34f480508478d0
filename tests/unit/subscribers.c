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

static void reads_lines(void)
{
	char error[200];
	struct slice ha1;
	struct subscribers *s = subscribers_read_text(SLICE("# comment\n\n"
							    "alice:example.com:" MD5_1 "\r\n"
							    " bob : realm : of bob : " MD5_1 " \n"
							    "carol:example.com:" MD5_2 ":" SHA256 "\n"
							    "dave:example.org:" SHA256 "\n"
							    "dave:example.org:" MD5_2),
		"file", error, sizeof error);
	if (!CHECK(s))
		return;
	CHECK(subscribers_count(s) == 4);
	CHECK(subscribers_find(s, SLICE("alice"), SLICE("example.com"), DIGEST_MD5, &ha1) &&
		is(ha1, "0123456789abcdef0123456789abcdef"));
	CHECK(subscribers_find(s, SLICE("alice"), SLICE("example.com"), DIGEST_SHA256, &ha1) && !ha1.len);
	CHECK(subscribers_find(s, SLICE("bob"), SLICE("realm : of bob"), DIGEST_MD5, &ha1) && ha1.len == 32);
	CHECK(subscribers_find(s, SLICE("carol"), SLICE("example.com"), DIGEST_SHA256, &ha1) &&
		ha1.len == 64);
	CHECK(subscribers_find(s, SLICE("dave"), SLICE("example.org"), DIGEST_MD5, &ha1) && is(ha1, MD5_2));
	CHECK(!subscribers_find(s, SLICE("alice"), SLICE("example.org"), DIGEST_MD5, &ha1) && !ha1.len);
	CHECK(!subscribers_find(s, SLICE("Alice"), SLICE("example.com"), DIGEST_MD5, &ha1));
	CHECK(!subscribers_find(s, SLICE(""), SLICE(""), DIGEST_SHA512_256, &ha1) && !ha1.len);
	CHECK(subscribers_have(s, SLICE("example.com"), DIGEST_MD5));
	CHECK(!subscribers_have(s, SLICE("example.com"), DIGEST_SHA256));
	CHECK(subscribers_have(s, SLICE("example.org"), DIGEST_SHA256));
	CHECK(subscribers_have(s, SLICE("nowhere"), DIGEST_MD5));
	CHECK(!subscribers_have(s, SLICE("nowhere"), DIGEST_SHA256));
	CHECK(!subscribers_have(s, SLICE("example.org"), DIGEST_SHA512_256));
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
	char text[200];
	CHECK(refuses(SLICE("\n\nalice\n"), "file:3: expected user:realm:HA1"));
	snprintf(text, sizeof text, "file:2: %s", digits);
	CHECK(refuses(SLICE("#\nalice:example.com:secret\n"), text));
	CHECK(refuses(SLICE("#\nalice:example.com:0123456789abcdef0123456789abcdeg\n"), text));
	CHECK(refuses(SLICE(":example.com:" MD5_1 "\n"), "file:1: the user is empty"));
	CHECK(refuses(SLICE("alice::" MD5_1 "\n"), "file:1: the realm is empty"));
	CHECK(refuses(SLICE("a:b:" MD5_1 "\na:b:" MD5_2 "\n"), "file:2: this user has such a hash already"));
	CHECK(refuses(SLICE("a:b:" MD5_1 ":" MD5_2 "\n"), "file:1: this user has such a hash already"));
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
			CHECK(subscribers_find(s, slice_of(line), SLICE("example.com"), DIGEST_MD5, &ha1));
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
