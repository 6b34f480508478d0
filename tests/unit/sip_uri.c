/* sip_uri: tests of URIs: taking apart, equality, the canonical address of record, escapes, rewriting.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "sip/uri.h"

static bool is(struct slice s, const char *text)
{
	return slice_equal(s, slice_of(text));
}

static bool parses(const char *text)
{
	struct uri u;
	return uri_parse(slice_of(text), &u);
}

static void uris_parse(void)
{
	struct uri u;
	CHECK(uri_parse(
		SLICE("SIP:al%69ce;x=1:se+cret@Example.com:5062;transport=udp;lr?Subject=a&To=b"), &u));
	CHECK(u.scheme == URI_SIP && u.has_user && is(u.user, "al%69ce;x=1") && is(u.password, "se+cret"));
	CHECK(is(u.host, "Example.com") && u.port == 5062 && is(u.params, "transport=udp;lr") &&
		is(u.headers, "Subject=a&To=b"));
	CHECK(uri_parse(SLICE("sips:[2001:db8::1]:5061"), &u) && u.scheme == URI_SIPS && !u.has_user);
	CHECK(is(u.host, "[2001:db8::1]") && u.port == 5061);
	CHECK(uri_parse(SLICE("sip:h:05060"), &u) && u.port == 5060);
	CHECK(uri_parse(SLICE("sip:%61@h"), &u) && is(u.user, "%61"));
	CHECK(uri_parse(SLICE("tel:+1-201-555-0123;phone-context=x"), &u) && u.scheme == URI_TEL);
	CHECK(is(u.user, "+1-201-555-0123") && is(u.params, "phone-context=x"));
	CHECK(uri_parse(SLICE("tel:7042;phone-context=example.com"), &u) && is(u.user, "7042"));
	CHECK(uri_parse(SLICE("urn:service:sos"), &u) && u.scheme == URI_OTHER && u.host.len == 0);
	CHECK(uri_parse(SLICE("http://www.example.com/"), &u) && u.scheme == URI_OTHER);
}

static void uris_refused(void)
{
	static const char *const bad[] = { "", "sip", "sip:", ":x", "sip:@h", "sip:a@", "sip:a@b@c",
		"sip:a b@c", "sip:a@b c", "sip:h:", "sip:h:0", "sip:h:65536", "sip:h:99999999999999999999",
		"sip:h:x", "sip:h:-1", "sip:[::1", "sip:[zz]", "sip:[]", "sip:[1.2.3.4]", "sip:a%@h",
		"sip:a%4@h", "sip:a%zz@h", "sip:h;a=%", "sip:h?a=%4", "sip:<a@h>", "sip:a\"@h",
		"sip:h;a=\"b\"", "sip:h\r\nX: y", "sip:a@h\n", "sip:a:b:c@h", "1sip:h", "s_p:h",
		"<sip:user@example.com>", "tel:", "tel:+", "tel:--", "tel:hello", "tel:+12ab", "http:a b",
		"sip:\xc3\xa4@h" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (!CHECK(!parses(bad[i])))
			printf("# accepted: %s\n", bad[i]);
	/* a NUL is no character of a URI */
	struct uri u;
	CHECK(!uri_parse(SLICE("sip:a\0b@h"), &u) && !uri_parse(SLICE("sip:h\0"), &u));
	/* the end of the text may be anywhere */
	const char *whole = "sip:us%65r:pw@[2001:db8::1]:5060;transport=udp?x=y";
	for (size_t n = 0; n < strlen(whole); n++)
		uri_parse(slice(whole, n), &u);
}

static void params_found(void)
{
	struct slice value;
	struct uri u;
	uri_parse(SLICE("sip:h;Transport=TCP;lr;x=;y=a%20b"), &u);
	CHECK(uri_param(&u, SLICE("transport"), &value) && is(value, "TCP"));
	CHECK(uri_param(&u, SLICE("LR"), &value) && value.len == 0 && uri_is_loose(&u));
	CHECK(uri_param(&u, SLICE("x"), &value) && value.len == 0);
	CHECK(!uri_param(&u, SLICE("trans"), &value) && !uri_param(&u, SLICE("h"), &value));
	CHECK(param_find(SLICE(";a=\"x;b=2\" ; b = 1"), SLICE("b"), &value) && is(value, "1"));
	CHECK(param_find(SLICE("a=\"x\\\";b=2\";b=1"), SLICE("b"), &value) && is(value, "1"));
	CHECK(param_find(SLICE("a=\"open;b=1"), SLICE("a"), &value) &&
		!param_find(SLICE("a=\"b=1"), SLICE("b"), &value));
	CHECK(param_find(SLICE("+sip.instance=\"<urn:uuid:1>\";q=0.5"), SLICE("q"), &value) &&
		is(value, "0.5"));
	CHECK(!param_find(SLICE(""), SLICE("a"), &value) && !param_find(SLICE(";;;"), SLICE("a"), &value));
}

static bool equal(const char *a, const char *b)
{
	struct uri x, y;
	if (!CHECK(uri_parse(slice_of(a), &x)) || !CHECK(uri_parse(slice_of(b), &y)))
		return false;
	CHECK(uri_equal(&x, &y) == uri_equal(&y, &x));
	CHECK(uri_equal(&x, &x) && uri_equal(&y, &y));
	return uri_equal(&x, &y);
}

/* The examples of RFC 3261 19.1.4. */
static void uris_compare(void)
{
	CHECK(equal("sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtLanTa.CoM;Transport=tcp"));
	CHECK(equal("sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5"));
	CHECK(equal("sip:carol@chicago.com", "sip:carol@chicago.com;security=on"));
	CHECK(equal("sip:carol@chicago.com;newparam=5", "sip:carol@chicago.com;security=on"));
	CHECK(equal("sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com",
		"sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com"));
	CHECK(equal("sip:alice@atlanta.com?subject=project%20x&priority=urgent",
		"sip:alice@atlanta.com?priority=urgent&subject=project%20x"));
	CHECK(!equal("SIP:ALICE@AtLanTa.CoM;Transport=udp", "sip:alice@AtLanTa.CoM;Transport=UDP"));
	CHECK(!equal("sip:bob@biloxi.com", "sip:bob@biloxi.com:5060"));
	CHECK(!equal("sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp"));
	CHECK(!equal("sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp"));
	CHECK(!equal("sip:carol@chicago.com", "sip:carol@chicago.com?Subject=next%20meeting"));
	CHECK(!equal("sip:bob@phone21.boxesbybob.com", "sip:bob@192.0.2.4"));
	/* equality is not transitive: the two that newparam tells apart are each equal to the one without */
	CHECK(!equal("sip:carol@chicago.com;security=on", "sip:carol@chicago.com;security=off"));
}

static void uris_compare_more(void)
{
	CHECK(equal("sip:bob@[2001:db8::1]", "sip:bob@[2001:DB8:0:0:0:0:0:1]"));
	CHECK(!equal("sip:bob@[2001:db8::1]", "sip:bob@[2001:db8::2]"));
	CHECK(!equal("sip:alice@h", "sips:alice@h") && !equal("sip:h", "sip:a@h"));
	CHECK(!equal("sip:a%3Bb@h", "sip:a;b@h") && equal("sip:a%3bb@h", "sip:a%3Bb@h"));
	CHECK(equal("sip:*98#@h", "sip:*98%23@h"));
	CHECK(!equal("sip:a:pw@h", "sip:a:PW@h") && !equal("sip:a:pw@h", "sip:a@h"));
	CHECK(!equal("sip:h;user=phone", "sip:h") && !equal("sip:h;maddr=1.2.3.4", "sip:h"));
	CHECK(!equal("sip:h;ttl=1", "sip:h") && !equal("sip:h;method=BYE", "sip:h"));
	CHECK(!equal("sip:h?a=b&c=d", "sip:h?a=b") && equal("sip:h?Ab=c", "sip:h?aB=c"));
	CHECK(equal("tel:+1-201-555", "tel:+1(201)555") &&
		!equal("tel:+1201555", "tel:1201555;phone-context=x"));
	CHECK(!equal("tel:1;a=b", "tel:1") && equal("tel:1;a=b;c=d", "tel:1;C=d;A=b"));
	CHECK(equal("urn:service:sos", "urn:service:sos") && !equal("urn:service:sos", "urn:service:SOS"));
}

static bool aor(const char *uri, const char *right)
{
	struct arena *a = arena_new(0);
	struct uri u;
	bool good = uri_parse(slice_of(uri), &u) && is(uri_aor(a, &u), right);
	arena_free(a);
	return good;
}

static void aors(void)
{
	CHECK(aor("sip:alice@Example.COM", "sip:alice@example.com"));
	CHECK(aor("sips:%61lice:pw@Example.COM:5060;transport=tcp?x=y", "sip:alice@example.com"));
	CHECK(aor("sip:Alice@h:5070", "sip:Alice@h:5070"));
	CHECK(aor("sip:a%3bb%20c%7e@h", "sip:a%3Bb%20c~@h"));
	CHECK(aor("sip:example.com", "sip:example.com"));
	CHECK(aor("sip:a@[2001:DB8:0::1]", "sip:a@[2001:db8::1]"));
	CHECK(aor("tel:+1-(201)-555.01", "tel:+120155501"));
	CHECK(aor("sip:*98#@h", "sip:*98%23@h") && aor("sip:*98%23@h", "sip:*98%23@h"));
	CHECK(aor("urn:service:sos", "urn:service:sos"));
}

static bool with(const char *uri, const char *user, const char *host, int port, const char *right)
{
	struct arena *a = arena_new(0);
	struct slice user_text = slice_of(user), host_text = slice_of(host);
	struct uri u;
	bool good = uri_parse(slice_of(uri), &u) &&
		    is(uri_with(a, &u, user ? &user_text : NULL, host ? &host_text : NULL, port), right);
	arena_free(a);
	return good;
}

static void uris_rewritten(void)
{
	CHECK(with("sip:a:p@h:5070;x=y?z=1", "bob", NULL, 0, "sip:bob:p@h:5070;x=y?z=1"));
	CHECK(with("sip:a:p@h:5070;x=y", "", NULL, 0, "sip:h:5070;x=y"));
	CHECK(with("sip:h", "bob", NULL, 0, "sip:bob@h"));
	CHECK(with("sips:a@h:5070", NULL, "other", 0, "sips:a@other:5070"));
	CHECK(with("sip:a@h:5070", NULL, "other:6000", 0, "sip:a@other:6000"));
	CHECK(with("sip:a@h:5070", NULL, "[2001:db8::1]", 0, "sip:a@[2001:db8::1]:5070"));
	CHECK(with("sip:a@h:5070", NULL, "[2001:db8::1]:1", 0, "sip:a@[2001:db8::1]:1"));
	CHECK(with("sip:a@h:5070", NULL, NULL, -1, "sip:a@h") && with("sip:a@h", NULL, NULL, 7, "sip:a@h:7"));
	CHECK(with("tel:+1201;x=y", "+44", NULL, 0, "tel:+44;x=y"));
	CHECK(with("tel:+1201", NULL, "gw.example.com", 5070, "sip:+1201@gw.example.com:5070;user=phone"));
}

static void escapes(void)
{
	struct arena *a = arena_new(0);
	struct slice same = SLICE("plain");
	CHECK(uri_unescape(a, same).at == same.at && uri_escape_user(a, same).at == same.at);
	CHECK(is(uri_unescape(a, SLICE("a%20b%3bc%zz%4")), "a b;c%zz%4"));
	CHECK(slice_equal(uri_unescape(a, SLICE("a%00b")), slice("a\0b", 3)));
	CHECK(is(uri_escape_user(a, SLICE("a b@c%\r\n")), "a%20b%40c%25%0D%0A"));
	CHECK(is(uri_escape_user(a, SLICE("&=+$,;?/-_.!~*'()")), "&=+$,;?/-_.!~*'()"));
	struct uri u;
	struct address address;
	CHECK(uri_parse(SLICE("sip:a@192.0.2.1:5070"), &u) && uri_address(&u, &address) &&
		address.port == 5070 && address.family == AF_INET);
	CHECK(uri_parse(SLICE("sip:a@example.com"), &u) && !uri_address(&u, &address));
	arena_free(a);
}

int main(void)
{
	UNIT(uris_parse);
	UNIT(uris_refused);
	UNIT(params_found);
	UNIT(uris_compare);
	UNIT(uris_compare_more);
	UNIT(aors);
	UNIT(uris_rewritten);
	UNIT(escapes);
	return unit_end();
}
