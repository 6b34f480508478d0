/* sip_keys: tests of what depends on the installation's key: branches, loop hashes, tags, nonces; and digest authentication.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "sip/branch.h"
#include "sip/digest.h"
#include "sip/replay.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct flow flow = { .peer = { .family = AF_INET, .bytes = { 192, 0, 2, 7 }, .port = 5062 } };
static const struct hash_key key = { 0x0123456789abcdef, 42 }, other_key = { 0x0123456789abcdef, 43 };

static bool is(struct slice s, const char *text)
{
	return slice_equal(s, slice_of(text));
}

static struct message *parse(const char *format, const char *text)
{
	char data[2048];
	struct verdict_reason why;
	struct message *m;
	int n = snprintf(data, sizeof data, format, text);
	CHECK(message_parse(&flow, slice(data, (size_t)n), &m, &why) == MESSAGE_OK);
	return m;
}

#define REST "From: <sip:a@h>;tag=1\r\nTo: <sip:b@h>\r\nCall-ID: c1\r\n"
#define INVITE                                                                                               \
	"INVITE sip:b@h SIP/2.0\r\nVia: SIP/2.0/UDP H.example:5070;branch=z9hG4bKa\r\nRoute: "               \
	"<sip:me;lr>\r\n" REST "CSeq: 7 INVITE\r\n%s\r\n"
#define REPLY                                                                                                \
	"SIP/2.0 180 x\r\nVia: SIP/2.0/UDP me;branch=%s\r\n"                                                 \
	"Via: SIP/2.0/UDP h.EXAMPLE:5070;received=192.0.2.7;rport=5062;branch=z9hG4bKa\r\n" REST             \
	"CSeq: 7 INVITE\r\n\r\n"

static bool verifies(const char *format, const char *branch, struct branch_id *id)
{
	struct message *m = parse(format, branch);
	bool good = branch_verify(&key, m, id);
	message_unref(m);
	return good;
}

static void branches(void)
{
	char text[BRANCH_TEXT + 1] = "", again[BRANCH_TEXT];
	struct branch_id id = { .stateless = true, .index = 200, .loop = 0xfedcba9876543210 }, read = { 0 };
	struct message *m = parse(INVITE, "");
	struct slice branch = branch_make(&key, m, &id, text);
	CHECK(branch.len < BRANCH_TEXT && slice_starts(branch, SLICE("z9hG4bK")));
	CHECK(slice_equal(branch_make(&key, m, &id, again), branch));
	text[branch.len] = 0;
	CHECK(verifies(REPLY, text, &read) && read.stateless && read.index == 200 && read.loop == id.loop);
	/* another key, target, loop, Call-ID, CSeq, Via below: none of them passes */
	id.index = 1;
	CHECK(!slice_equal(branch_make(&key, m, &id, again), branch));
	id.index = 200;
	CHECK(!slice_equal(branch_make(&other_key, m, &id, again), branch));
	for (size_t i = 0; i < branch.len; i++) {
		char was = text[i];
		text[i] = was == 'a' ? 'b' : 'a';
		CHECK(!verifies(REPLY, text, &read));
		text[i] = was;
	}
	CHECK(!verifies("SIP/2.0 180 x\r\nVia: SIP/2.0/UDP me;branch=%s\r\nVia: SIP/2.0/UDP "
			"h.example:5070;branch=z9hG4bKb\r\n" REST "CSeq: 7 INVITE\r\n\r\n",
		text, &read));
	CHECK(!verifies("SIP/2.0 180 x\r\nVia: SIP/2.0/UDP me;branch=%s\r\nVia: SIP/2.0/UDP "
			"h.example:5070;branch=z9hG4bKa\r\n" REST "CSeq: 8 INVITE\r\n\r\n",
		text, &read));
	CHECK(!verifies("SIP/2.0 180 x\r\nVia: SIP/2.0/UDP me;branch=%s\r\n" REST "CSeq: 7 INVITE\r\n\r\n",
		text, &read));
	CHECK(!verifies(REPLY, "z9hG4bK", &read) &&
		!verifies(REPLY, "z9hG4bKt00vvvvvvvvvvvvvvvvvvvvvvvvvv", &read));
	message_unref(m);
}

/* The CANCEL and the ACK for a failure get their INVITE's branch. */
static void branches_related(void)
{
	static const char *const others[] = {
		"CANCEL sip:b@h SIP/2.0\r\nVia: SIP/2.0/UDP h.example:5070;branch=z9hG4bKa\r\nRoute: "
		"<sip:me;lr>\r\n" REST "CSeq: 7 CANCEL\r\n%s\r\n",
		"ACK sip:b@h SIP/2.0\r\nVia: SIP/2.0/UDP h.example:5070;branch=z9hG4bKa\r\nRoute: "
		"<sip:me;lr>\r\n"
		"From: <sip:a@h>;tag=1\r\nTo: <sip:b@h>;tag=2\r\nCall-ID: c1\r\nCSeq: 7 ACK\r\n%s\r\n",
	};
	char text[BRANCH_TEXT], again[BRANCH_TEXT];
	struct message *m = parse(INVITE, "");
	struct branch_id id = { .loop = branch_loop_hash(&key, m) };
	struct slice branch = branch_make(&key, m, &id, text);
	for (int i = 0; i < 2; i++) {
		struct message *other = parse(others[i], "");
		struct branch_id other_id = { .loop = branch_loop_hash(&key, other) };
		CHECK(slice_equal(branch_make(&key, other, &other_id, again), branch));
		message_unref(other);
	}
	message_unref(m);
}

static bool ours(const void *user, struct slice host, uint16_t port)
{
	return slice_equal_nocase(host, SLICE("me")) && port == *(const uint16_t *)user;
}

static void loops(void)
{
	char text[BRANCH_TEXT], via[200];
	uint16_t port = 5060, wrong = 5070;
	struct message *m = parse(INVITE, ""), *back;
	struct branch_id id = { .loop = branch_loop_hash(&key, m) };
	struct slice branch = branch_make(&key, m, &id, text);
	snprintf(via, sizeof via, "v: SIP/2.0/UDP other, SIP/2.0/UDP Me:5060 ;branch=%.*s\r\n",
		SLICE_FMT(branch));
	back = parse(INVITE, via);
	CHECK(branch_loop_hash(&key, back) == id.loop);
	CHECK(branch_is_loop(back, id.loop, ours, &port));
	CHECK(!branch_is_loop(back, id.loop, ours, &wrong) &&
		!branch_is_loop(back, id.loop + 1, ours, &port));
	CHECK(!branch_is_loop(m, id.loop, ours, &port));
	message_unref(back);
	/* a spiral has another Request-URI, or other Routes */
	back = parse("INVITE sip:c@h SIP/2.0\r\nVia: SIP/2.0/UDP H.example:5070;branch=z9hG4bKa\r\nRoute: "
		     "<sip:me;lr>\r\n" REST "CSeq: 7 INVITE\r\n%s\r\n",
		"");
	CHECK(branch_loop_hash(&key, back) != id.loop);
	message_unref(back);
	back = parse(INVITE, "Route: <sip:more>\r\n");
	CHECK(branch_loop_hash(&key, back) != id.loop);
	message_unref(back);
	/* nor is it a loop when another sent it; what credentials it has is of no importance */
	back = parse(INVITE, "Proxy-Authorization: x\r\n");
	CHECK(branch_loop_hash(&key, back) == id.loop);
	back->flow.peer.bytes[3] ^= 1;
	CHECK(branch_loop_hash(&key, back) != id.loop);
	message_unref(back);
	char tag[BRANCH_TEXT], tag_again[BRANCH_TEXT];
	struct slice first = branch_stateless_tag(&key, m, tag);
	CHECK(first.len >= 8 && slice_equal(first, branch_stateless_tag(&key, m, tag_again)));
	message_unref(m);
}

static void digest_vectors(void)
{
	char ha1[DIGEST_TEXT], text[DIGEST_TEXT];
	struct arena *a = arena_new(0);
	struct digest d;
	/* RFC 2617 3.5 */
	CHECK(digest_parse(a,
		SLICE("Digest username=\"Mufasa\", realm=\"testrealm@host.com\", "
		      "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", "
		      "uri=\"/dir/index.html\", qop=auth, nc=00000001, cnonce=\"0a4f113b\", "
		      "response=\"6629fae49393a05397450978507c4ef1\", "
		      "opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""),
		&d));
	struct slice stored = digest_ha1(
		DIGEST_MD5, SLICE("Mufasa"), SLICE("testrealm@host.com"), SLICE("Circle Of Life"), ha1);
	CHECK(is(stored, "939e7578ed9e3c518a452acee763bce9"));
	CHECK(digest_matches(&d, stored, SLICE("GET"), SLICE("")) &&
		!digest_matches(&d, stored, SLICE("PUT"), SLICE("")));
	CHECK(d.count == 1 && d.qop == DIGEST_QOP_AUTH && is(d.opaque, "5ccc069c403ebaf9f0171e9517f40e41"));
	/* RFC 7616 3.9.1 */
	CHECK(digest_parse(a,
		SLICE("Digest username=\"Mufasa\",\r\n realm=\"http-auth@example.org\", "
		      "uri=\"/dir/index.html\", algorithm=SHA-256, "
		      "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", nc=00000001, "
		      "cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", qop=auth, "
		      "response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\""),
		&d));
	stored = digest_ha1(
		DIGEST_SHA256, SLICE("Mufasa"), SLICE("http-auth@example.org"), SLICE("Circle of Life"), ha1);
	CHECK(d.algorithm == DIGEST_SHA256 && digest_matches(&d, stored, SLICE("GET"), SLICE("")));
	CHECK(!digest_matches(&d, SLICE("939e7578ed9e3c518a452acee763bce9"), SLICE("GET"), SLICE("")));
	/* RFC 2069's form, without qop; sums by an independent implementation (Python's hashlib) */
	d = (struct digest){ .nonce = SLICE("n"), .uri = SLICE("sip:h") };
	stored = digest_ha1(DIGEST_MD5, SLICE("a"), SLICE("r"), SLICE("p"), ha1);
	CHECK(is(stored, "e7689b73e913479d2a40be88f22bca68") &&
		is(digest_response(&d, stored, SLICE("REGISTER"), SLICE(""), text),
			"3107a757d5d048bf447a06da40af5502"));
	d.session = true;
	d.cnonce = SLICE("c");
	d.nc = SLICE("00000002");
	d.qop = DIGEST_QOP_AUTH_INT;
	CHECK(is(digest_response(&d, stored, SLICE("REGISTER"), SLICE("body"), text),
		"5527c5b4a4e044d5b4d085b19f80e93b"));
	d.algorithm = DIGEST_SHA512_256;
	CHECK(digest_response(&d, stored, SLICE("REGISTER"), SLICE("body"), text).len == 0);
	stored = digest_ha1(DIGEST_SHA512_256, SLICE("a"), SLICE("r"), SLICE("p"), ha1);
	CHECK(is(digest_response(&d, stored, SLICE("REGISTER"), SLICE("body"), text),
		"5672abc8a6cd6144f7ea630edec702d022254014867804181398de323741c386"));
	d.algorithm = DIGEST_ALGORITHMS;
	CHECK(!digest_matches(&d, stored, SLICE("REGISTER"), SLICE("")));
	arena_free(a);
}

/* Each algorithm, plain and -sess, with each qop; sums by an independent implementation (Python's hashlib). */
static void digest_forms(void)
{
	static const struct {
		enum digest_algorithm algorithm;
		bool session;
		enum digest_qop qop;
		const char *response;
	} forms[] = {
		{ DIGEST_MD5, false, DIGEST_QOP_NONE, "a4f8dd97998aef1cfdf2c607d2f86f4e" },
		{ DIGEST_MD5, false, DIGEST_QOP_AUTH, "c1cc99a9d679050d1ab6486ef628b564" },
		{ DIGEST_MD5, false, DIGEST_QOP_AUTH_INT, "fb4ab23e189827b67be08579cafe86b9" },
		{ DIGEST_MD5, true, DIGEST_QOP_NONE, "7e14cb8851157b68d567c538c9b507c0" },
		{ DIGEST_MD5, true, DIGEST_QOP_AUTH, "0410dfdbb531a1168be1eed8b6110eff" },
		{ DIGEST_MD5, true, DIGEST_QOP_AUTH_INT, "61be67b85056c8bb3d7808cf642883bf" },
		{ DIGEST_SHA256, false, DIGEST_QOP_NONE,
			"55ddfdb2987bbf422655197369658edf82955a776e0f6a59179a589c826c004d" },
		{ DIGEST_SHA256, false, DIGEST_QOP_AUTH,
			"c45ffc951ef0b4700a72c17f20777a7e34fedcdd0275ed4c7b3448d1f62fab19" },
		{ DIGEST_SHA256, false, DIGEST_QOP_AUTH_INT,
			"2e2bd49c5d04a514a72cd9c5c55bc1ff6b08a52767fb17d071ee3340869e2eaf" },
		{ DIGEST_SHA256, true, DIGEST_QOP_NONE,
			"4b3df5c8520d6857d5f765a568d289362a56a7a8f9ff62338cd0937648b3513b" },
		{ DIGEST_SHA256, true, DIGEST_QOP_AUTH,
			"3ad91f2f2839fb262d428fc01357feb755a8c57294f77c5b19bae853ef10b1d4" },
		{ DIGEST_SHA256, true, DIGEST_QOP_AUTH_INT,
			"2f9b950b284ad22be5fc5feff54bd830cdd8e08b31f05ef7bdc719bc3d230953" },
		{ DIGEST_SHA512_256, false, DIGEST_QOP_NONE,
			"ea7c3521d66ec6c3ad3724874c0b9bfac31875ea9bbff8954f2be48c0bbca526" },
		{ DIGEST_SHA512_256, false, DIGEST_QOP_AUTH,
			"5bf1c2502a99a376421b4cd44c9146326ca27cc2e6fc7472c1f151ac30ecc91c" },
		{ DIGEST_SHA512_256, false, DIGEST_QOP_AUTH_INT,
			"055caa3635cb4432d56f8686e25d285008e374df7ee338450af3ebd6d81e8045" },
		{ DIGEST_SHA512_256, true, DIGEST_QOP_NONE,
			"cd5ec28296ea31ca4be567e6b4baa3176989a0f1d79b7dfbb4d0a1224b146dcc" },
		{ DIGEST_SHA512_256, true, DIGEST_QOP_AUTH,
			"2d8edc7acb0110980ef1c2f44290feeca827d97e4b3f73ca2093dd6579be39fe" },
		{ DIGEST_SHA512_256, true, DIGEST_QOP_AUTH_INT,
			"347aad4b78d021f2ce86775b0bc77549a8c88e1eb9b189516b8c83c1d62df7e9" },
	};
	char ha1[DIGEST_TEXT], text[DIGEST_TEXT];
	struct slice method = SLICE("REGISTER"), body = SLICE("v=0\r\n");
	/* RFC 7616 3.9.1, the MD5 one */
	struct digest mufasa = { .nonce = SLICE("7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"),
		.uri = SLICE("/dir/index.html"),
		.nc = SLICE("00000001"),
		.cnonce = SLICE("f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"),
		.qop = DIGEST_QOP_AUTH };
	struct slice stored = digest_ha1(
		DIGEST_MD5, SLICE("Mufasa"), SLICE("http-auth@example.org"), SLICE("Circle of Life"), ha1);
	CHECK(is(digest_response(&mufasa, stored, SLICE("GET"), SLICE(""), text),
		"8ca523f5e9506fed4657c9700eebdbec"));
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct digest d = { .nonce = SLICE("0123456789abcdef"),
			.uri = SLICE("sip:example.com"),
			.nc = SLICE("0000002a"),
			.cnonce = SLICE("cn"),
			.algorithm = forms[i].algorithm,
			.session = forms[i].session,
			.qop = forms[i].qop,
			.response = slice_of(forms[i].response) };
		stored = digest_ha1(d.algorithm, SLICE("alice"), SLICE("example.com"), SLICE("secret"), ha1);
		CHECK(digest_matches(&d, stored, method, body));
		CHECK(!digest_matches(&d, stored, SLICE("INVITE"), body));
		/* the body counts in auth-int, and only there */
		CHECK(digest_matches(&d, stored, method, SLICE("v=1\r\n")) == (d.qop != DIGEST_QOP_AUTH_INT));
		d.nc = SLICE("0000002b");
		CHECK(digest_matches(&d, stored, method, body) == (d.qop == DIGEST_QOP_NONE));
		d.nc = SLICE("0000002a");
		d.cnonce = SLICE("cm");
		CHECK(digest_matches(&d, stored, method, body) == (!d.qop && !d.session));
	}
}

static enum replay use(
	struct replays *r, const char *nonce, uint32_t count, uint64_t made, uint64_t request, uint64_t now)
{
	const struct replay_use u = {
		.nonce = slice_of(nonce), .count = count, .made = made, .request = request
	};
	return replays_use(r, &u, now, 300000);
}

static void replay_is_refused(void)
{
	const uint64_t now = 1700000000000;
	struct replays *r = replays_new(&key, 1000, now);
	if (!CHECK(r))
		return;
	CHECK(use(r, "a", 1, now, 7, now) == REPLAY_FIRST);
	CHECK(use(r, "a", 1, now, 7, now + 500) == REPLAY_AGAIN);
	CHECK(use(r, "a", 1, now, 8, now + 500) == REPLAY_USED);
	/* in any order: datagrams overtake each other */
	CHECK(use(r, "a", 3, now, 9, now) == REPLAY_FIRST && use(r, "a", 2, now, 10, now) == REPLAY_FIRST);
	CHECK(use(r, "a", 3, now, 11, now) == REPLAY_USED && use(r, "b", 3, now, 11, now) == REPLAY_FIRST);
	/* without qop a nonce is good once */
	CHECK(use(r, "c", 0, now, 1, now) == REPLAY_FIRST && use(r, "c", 0, now, 2, now) == REPLAY_USED);
	/* what was used before the table was made is not known */
	CHECK(use(r, "d", 1, now - 1, 1, now) == REPLAY_USED);
	/* the clock is set back: who asks now must get in */
	CHECK(use(r, "e", 1, now - 5000, 1, now - 5000) == REPLAY_FIRST);
	CHECK(use(r, "e", 1, now - 5000, 2, now - 5000) == REPLAY_USED);
	/* in another process */
	fflush(stdout);
	pid_t child = fork();
	if (child == 0)
		_exit(use(r, "a", 3, now, 12, now) == REPLAY_USED &&
					use(r, "f", 1, now, 1, now) == REPLAY_FIRST
				? 0
				: 1);
	int status;
	CHECK(waitpid(child, &status, 0) == child && status == 0);
	CHECK(use(r, "f", 1, now, 2, now) == REPLAY_USED);
	replays_free(r);
}

/* Far more uses than there is room for: old ones may be refused untried, but none is good twice. */
static void replay_table_overflows(void)
{
	enum { USES = 20000 };
	const uint64_t start = 1700000000000;
	struct replays *r = replays_new(&key, 1000, start);
	char nonce[20];
	int good = 0, twice = 0;
	bool *used = calloc(USES, sizeof *used);
	if (!CHECK(r && used))
		return;
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < USES; i++) {
			snprintf(nonce, sizeof nonce, "%d", i);
			uint64_t now = start + (uint64_t)i * 10;
			bool first =
				use(r, nonce, 1, now, (uint64_t)round, start + USES * 10) == REPLAY_FIRST;
			good += first && !round;
			twice += first && used[i];
			used[i] |= first;
		}
	CHECK(good > USES * 9 / 10 && twice == 0);
	/* they expire: all is as new */
	uint64_t later = start + 400000;
	for (int i = 0; i < 500; i++) {
		snprintf(nonce, sizeof nonce, "x%d", i);
		CHECK(use(r, nonce, 1, later, 1, later) == REPLAY_FIRST);
	}
	free(used);
	replays_free(r);
}

/* Processes that try the same uses at the same moment: of each at most one gets in. */
static void replay_races(void)
{
	enum { PROCESSES = 4, USES = 3000 };
	const uint64_t now = 1700000000000;
	struct replays *r = replays_new(&key, 4 * USES, now);
	_Atomic uint32_t *wins =
		mmap(NULL, USES * sizeof *wins, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	char nonce[20];
	fflush(stdout);
	for (int p = 0; p < PROCESSES; p++)
		if (fork() == 0) {
			for (int i = 0; i < USES; i++) {
				snprintf(nonce, sizeof nonce, "%d", i);
				if (use(r, nonce, 1, now, (uint64_t)p + 1, now) == REPLAY_FIRST)
					atomic_fetch_add(&wins[i], 1);
			}
			_exit(0);
		}
	while (wait(NULL) > 0)
		;
	int won = 0, more = 0;
	for (int i = 0; i < USES; i++) {
		won += wins[i] == 1;
		more += wins[i] > 1;
	}
	CHECK(more == 0 && won > USES * 9 / 10);
	munmap((void *)wins, USES * sizeof *wins);
	replays_free(r);
}

#define NEEDED "username=\"a\",realm=\"r\",nonce=\"n\",uri=\"sip:h\",response=\"x\""

static void digest_credentials(void)
{
	struct arena *a = arena_new(0);
	struct digest d;
	CHECK(digest_parse(a, SLICE("digest " NEEDED), &d) && d.algorithm == DIGEST_MD5 && !d.qop &&
		d.count == 0);
	CHECK(digest_parse(a,
		SLICE("Digest username = \"a\\\"b\\\\\" , realm=\"\",nonce=\"n\\\"\",uri=\"\",response=x"),
		&d));
	CHECK(is(d.username, "a\"b\\") && d.realm.len == 0 && is(d.nonce, "n\\\"") && is(d.response, "x"));
	CHECK(digest_parse(
		      a, SLICE("Digest " NEEDED ",algorithm=\"SHA-512-256-sess\",cnonce=\"c\",x=y"), &d) &&
		d.session && d.algorithm == DIGEST_SHA512_256);
	CHECK(digest_parse(a, SLICE("Digest " NEEDED ",algorithm=AKAv1-MD5"), &d) &&
		d.algorithm == DIGEST_ALGORITHMS);
	CHECK(digest_parse(a,
		      SLICE("Digest " NEEDED ",qop=\"auth-int\",nc=0000fFfF,cnonce=\"\",userhash=true"),
		      &d) &&
		d.hashed && d.count == 0xffff);
	static const char *const bad[] = { "", "Digest", "Digest ", "Basic YTpi", "Digestusername=\"a\"",
		"Digest " NEEDED ",", "Digest ," NEEDED, "Digest " NEEDED ",nonce=\"n\"",
		"Digest " NEEDED ",qop=auth", "Digest " NEEDED ",qop=auth,nc=00000001",
		"Digest " NEEDED ",qop=auth,nc=1,cnonce=\"c\"",
		"Digest " NEEDED ",qop=auth,nc=0000000g,cnonce=\"c\"",
		"Digest " NEEDED ",qop=other,nc=00000001,cnonce=\"c\"",
		"Digest " NEEDED ",algorithm=MD5-sess", "Digest " NEEDED " x=y", "Digest " NEEDED ",x",
		"Digest " NEEDED ",x=", "Digest " NEEDED ",x=\"y", "Digest " NEEDED ",=y",
		"Digest username=\"a\",realm=\"r\",nonce=\"n\",uri=\"sip:h\"",
		"Digest realm=\"r\",nonce=\"n\",uri=\"sip:h\",response=\"x\"" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (!CHECK(!digest_parse(a, slice_of(bad[i]), &d)))
			printf("# accepted: %s\n", bad[i]);
	arena_free(a);
}

static void nonces(void)
{
	char text[DIGEST_NONCE], changed[DIGEST_NONCE];
	uint64_t now = 1700000000000, made = 0;
	struct slice realm = SLICE("example.com"),
		     nonce = digest_nonce(&key, realm, now, 0x1122334455667788, text);
	CHECK(nonce.len <= DIGEST_NONCE);
	CHECK(digest_nonce_check(&key, realm, nonce, now, 1000, &made) == DIGEST_NONCE_FRESH);
	CHECK(made == now);
	CHECK(digest_nonce_check(&key, realm, nonce, now + 1000, 1000, &made) == DIGEST_NONCE_FRESH);
	CHECK(digest_nonce_check(&key, realm, nonce, now + 1001, 1000, &made) == DIGEST_NONCE_STALE);
	CHECK(digest_nonce_check(&key, realm, nonce, now - 1000, 1000, &made) == DIGEST_NONCE_FRESH);
	CHECK(digest_nonce_check(&key, realm, nonce, now - 60000, 1000, &made) == DIGEST_NONCE_STALE);
	CHECK(digest_nonce_check(&other_key, realm, nonce, now, 1000, &made) == DIGEST_NONCE_FORGED);
	CHECK(digest_nonce_check(&key, SLICE("example.org"), nonce, now, 1000, &made) == DIGEST_NONCE_FORGED);
	CHECK(digest_nonce_check(&key, realm, SLICE(""), now, 1000, &made) == DIGEST_NONCE_FORGED);
	for (size_t i = 0; i < nonce.len; i++) {
		memcpy(changed, nonce.at, nonce.len);
		changed[i] = changed[i] == '0' ? '1' : '0';
		CHECK(digest_nonce_check(&key, realm, slice(changed, nonce.len), now, 1000, &made) ==
			DIGEST_NONCE_FORGED);
	}
	char out[256];
	struct buffer b = buffer(out, sizeof out);
	digest_challenge(&b, &(struct digest_challenge){
				     SLICE("a\"b"), SLICE("n"), DIGEST_SHA256, false, SLICE("auth"), true });
	CHECK(is(buffer_slice(&b),
		"Digest realm=\"a\\\"b\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\", stale=true"));
	b = buffer(out, sizeof out);
	digest_challenge(&b,
		&(struct digest_challenge){ SLICE("r"), SLICE("n"), DIGEST_MD5, false, SLICE(""), false });
	CHECK(is(buffer_slice(&b), "Digest realm=\"r\", nonce=\"n\", algorithm=MD5"));
	b = buffer(out, sizeof out);
	digest_challenge(&b, &(struct digest_challenge){ SLICE("r"), SLICE("n"), DIGEST_SHA512_256, true,
				     SLICE("auth,auth-int"), false });
	CHECK(is(buffer_slice(&b),
		"Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256-sess, qop=\"auth,auth-int\""));
}

int main(void)
{
	UNIT(branches);
	UNIT(branches_related);
	UNIT(loops);
	UNIT(digest_vectors);
	UNIT(digest_forms);
	UNIT(digest_credentials);
	UNIT(nonces);
	UNIT(replay_is_refused);
	UNIT(replay_table_overflows);
	UNIT(replay_races);
	return unit_end();
}
