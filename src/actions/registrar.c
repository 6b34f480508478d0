/* registrar: the actions that keep registrations (RFC 3261 10.3, 3327, 5626, 5627) and find those who registered.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * save() answers the REGISTER itself, well or not, so that a script which looks no further is right, too; sl_reply_error() behind a failed one
 * finds it answered. With the flag "no reply" it leaves all to the script, and sl_reply_error() sends what save() would have sent. */
#include "actions/registrar.h"
#include "actions/actions.h"
#include "actions/parts.h"
#include "actions/reply.h"
#include "actions/services.h"
#include "actions/targets.h"
#include "base/log.h"
#include "lang/program.h"
#include "sip/chars.h"
#include <stdio.h>
#include <time.h>

/* Results, as the rows name them. */
enum { SAVE_OK, SAVE_FAILED, SAVE_TOO_MANY };
enum { LOOKUP_OK, LOOKUP_NOT_FOUND, LOOKUP_METHOD_NOT_SUPPORTED, LOOKUP_ERROR };

/* Flags of save(), as Kamailio has them. */
enum { SAVE_NO_REPLY = 2, SAVE_ONE_CONTACT = 4 };

enum { USER_AGENT_MAX = 255, RETRY_SECONDS = 10 };

static const struct slice none = SLICE("");

bool registrar_same_contact(struct slice a, struct slice b)
{
	struct uri first, second;
	if (uri_parse(a, &first) && uri_parse(b, &second) && first.scheme != URI_OTHER)
		return uri_equal(&first, &second);
	return slice_equal(a, b);
}

static uint64_t now_second(struct run *run)
{
	struct world *w = run->services->world;
	return w->clock(w) / 1000;
}

static int64_t setting(const struct run *run, enum parameter_id id)
{
	return program_int(run->program, id);
}

/* ---- addresses of record ---- */

/* The key of URI in TABLE: the canonical AOR, with another table than "location" in front. False when URI is none. */
static bool key_of(struct run *run, struct slice table, const struct uri *u, struct slice *key)
{
	if (u->scheme == URI_OTHER)
		return false;
	*key = uri_aor(run->arena, u);
	if (!slice_equal(table, SLICE("location")))
		*key = arena_printf(run->arena, "%.*s %.*s", SLICE_FMT(table), SLICE_FMT(*key));
	return key->len > 0 && key->len <= LOCATION_AOR_MAX;
}

/* The key of argument ARGV[I], a URI, or when it was not given of OTHERWISE. */
static bool key_of_argument(struct run *run, const struct value *argv, int argc, int i,
	const struct uri *otherwise, struct slice *key)
{
	struct uri u;
	if (argc <= i || argv[i].type != VALUE_STRING)
		return key_of(run, argv[0].text, otherwise, key);
	return uri_parse(argv[i].text, &u) && key_of(run, argv[0].text, &u, key);
}

/* ---- save ---- */

struct registration {
	struct run *run;
	struct location_change change;
	struct location_query query; /* when there is no Contact */
	bool is_query, silent, answered;
	int status; /* of the reply; 200, or why not */
	struct slice reason, extra;
	struct slice path; /* its values, "" none */
	struct slice aor;  /* without its table */
	bool outbound;     /* a flow of RFC 5626 was registered: the answer says so */
};

static bool refuse(struct registration *r, int status, struct slice reason, struct slice extra)
{
	r->status = status;
	r->reason = reason;
	r->extra = extra;
	return false;
}

/* Whether the extension OPTION may be required of this registrar. */
static bool supports(struct slice option)
{
	static const struct slice known[] = { { "path", 4 }, { "outbound", 8 }, { "gruu", 4 } };
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (slice_equal_nocase(option, known[i]))
			return true;
	return false;
}

/* 10.3 step 2. */
static bool check_require(struct registration *r)
{
	struct message *m = r->run->message;
	struct slice unsupported = none;
	for (int i = message_line(m, HEADER_REQUIRE, none, 0); i >= 0;
		i = message_line(m, HEADER_REQUIRE, none, i + 1)) {
		struct slice rest = message_unfold(r->run->arena, m->now.lines->at[i].value), token;
		while (list_next(&rest, &token))
			if (!supports(token))
				unsupported = unsupported.len
						      ? arena_printf(r->run->arena, "%.*s, %.*s",
								SLICE_FMT(unsupported), SLICE_FMT(token))
						      : token;
	}
	if (!unsupported.len)
		return true;
	return refuse(
		r, 420, none, arena_printf(r->run->arena, "Unsupported: %.*s\r\n", SLICE_FMT(unsupported)));
}

static bool is_digits(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	return s.len > 0;
}

/* Seconds in S; too many digits are very many seconds, and what is no number is MALFORMED. */
static uint64_t seconds_of(struct slice s, uint64_t malformed)
{
	uint64_t n;
	if (slice_number(s, &n))
		return n < UINT32_MAX ? n : UINT32_MAX;
	return is_digits(s) ? UINT32_MAX : malformed;
}

/* "0.5" in thousandths; -1 when it is none (20.10: up to three decimals). */
static int q_of(struct slice s)
{
	int q = 0;
	if (s.len < 1 || s.len > 5 || (s.at[0] != '0' && s.at[0] != '1') || (s.len > 1 && s.at[1] != '.'))
		return -1;
	for (size_t i = 0, unit = 1000; i < s.len; i++) {
		if (i == 1)
			continue;
		if (s.at[i] < '0' || s.at[i] > '9')
			return -1;
		q += (s.at[i] - '0') * (int)unit;
		unit /= 10;
	}
	return q <= 1000 ? q : -1;
}

/* The bits of methods="INVITE, ACK". */
static uint32_t methods_of(struct slice quoted)
{
	uint32_t bits = 0;
	struct slice rest = quoted, name;
	if (rest.len >= 2 && rest.at[0] == '"')
		rest = slice(rest.at + 1, rest.len - 2);
	while (slice_cut(&rest, ',', &name))
		bits |= 1u << method_parse(slice_trim(name));
	return bits;
}

/* 10.3 step 7: how long the contact with header parameters PARAMS is to live; 0: it goes. */
static bool expiry_of(struct registration *r, struct slice params, uint64_t header, uint64_t *seconds)
{
	struct run *run = r->run;
	uint64_t min = (uint64_t)setting(run, PARAMETER_min_expires),
		 max = (uint64_t)setting(run, PARAMETER_max_expires);
	struct slice value;
	*seconds = param_find(params, SLICE("expires"), &value)
			   ? seconds_of(value, (uint64_t)setting(run, PARAMETER_default_expires))
			   : header;
	/* 10.3 step 7: only what is under an hour may be refused as too brief */
	if (*seconds > 0 && *seconds < min && *seconds < 3600)
		return refuse(r, 423, none,
			arena_printf(run->arena, "Min-Expires: %llu\r\n", (unsigned long long)min));
	if (*seconds > max)
		*seconds = max;
	return true;
}

/* Seconds of the Expires field; the default when there is none. */
static uint64_t expires_header(struct run *run)
{
	uint64_t otherwise = (uint64_t)setting(run, PARAMETER_default_expires);
	int i = message_line(run->message, HEADER_EXPIRES, none, 0);
	return i < 0 ? otherwise : seconds_of(run->message->now.lines->at[i].value, otherwise);
}

static bool is_private(const struct address *a)
{
	static const struct {
		uint8_t base[4], prefix;
	} nets[] = { { { 10, 0, 0, 0 }, 8 }, { { 172, 16, 0, 0 }, 12 }, { { 192, 168, 0, 0 }, 16 },
		{ { 100, 64, 0, 0 }, 10 }, { { 169, 254, 0, 0 }, 16 } };
	for (size_t i = 0; i < sizeof nets / sizeof *nets; i++) {
		struct network n = { .base = { .family = AF_INET }, .prefix = nets[i].prefix };
		memcpy(n.base.bytes, nets[i].base, 4);
		if (network_has(&n, a))
			return true;
	}
	return a->family == AF_INET6 &&
	       ((a->bytes[0] & 0xfe) == 0xfc || (a->bytes[0] == 0xfe && (a->bytes[1] & 0xc0) == 0x80));
}

/* Whether contact U is to be reached where the REGISTER came from: its sender takes itself to be where U is, or where nobody
 * outside can reach it, and has no proxy before it; or the script says so. */
static bool is_behind_nat(struct run *run, const struct uri *u)
{
	const struct message *m = run->message;
	const struct address *source = &m->flow.peer;
	struct address contact, via;
	if (routing_get(run)->nated)
		return true;
	if (!uri_address(u, &contact) || address_same_host(&contact, source) ||
		message_line(m, HEADER_PATH, none, 0) >= 0 || message_values(m, HEADER_VIA) != 1)
		return false;
	if (address_parse(m->via.host, &via) && address_same_host(&via, &contact))
		return true;
	return is_private(&contact) && !is_private(source) && source->family == contact.family &&
	       !(source->family == AF_INET && source->bytes[0] == 127);
}

static struct slice received_uri(struct run *run)
{
	char text[ADDRESS_TEXT];
	return arena_printf(run->arena, "sip:%.*s", SLICE_FMT(address_text(&run->message->flow.peer, text)));
}

/* The part of a binding that all contacts of the request share. */
static void common_parts(struct registration *r, struct binding *b)
{
	struct run *run = r->run;
	struct message *m = run->message;
	const struct site *site = run->services->site;
	char text[ADDRESS_TEXT];
	*b = (struct binding){ .call_id = m->call_id,
		.cseq = m->cseq,
		.path = r->path,
		.updated = r->change.change.now,
		.flags = routing_get(run)->flags,
		.q = -1 };
	int agent = message_line(m, HEADER_USER_AGENT, none, 0);
	if (agent >= 0)
		b->user_agent = message_unfold(run->arena, m->now.lines->at[agent].value);
	if (b->user_agent.len > USER_AGENT_MAX)
		b->user_agent.len = USER_AGENT_MAX;
	if (m->flow.listener < site->listener_count)
		b->listener = arena_copy(
			run->arena, address_text(&site->listeners[m->flow.listener].address, text));
}

/* RFC 5626 6: what a reg-id means. Alone it is ignored; behind a proxy that knows nothing of flows it cannot work; the flow of a client that
 * has no proxy before it is where the REGISTER came from. */
static bool read_flow(struct registration *r, struct binding *b)
{
	const struct message *m = r->run->message;
	if (!b->instance.len) {
		b->reg_id = 0;
		return true;
	}
	bool wanted = message_has_token(m, HEADER_SUPPORTED, SLICE("outbound")) ||
		      message_has_token(m, HEADER_REQUIRE, SLICE("outbound"));
	if (message_values(m, HEADER_VIA) > 1) {
		struct slice rest = r->path, first, value;
		struct name_addr n;
		struct uri u;
		bool knows = list_next(&rest, &first) && name_addr_parse(first, &n) && uri_parse(n.uri, &u) &&
			     uri_param(&u, SLICE("ob"), &value);
		if (wanted && !knows)
			return refuse(r, 439, SLICE("First Hop Lacks Outbound Support"), none);
	} else if (wanted && !r->path.len) {
		b->received = received_uri(r->run);
	}
	r->outbound = r->outbound || (wanted && b->expires);
	return true;
}

/* One Contact value into *B, whose common parts are there. */
static bool read_contact(struct registration *r, struct slice value, uint64_t header, struct binding *b)
{
	struct name_addr n;
	struct uri u;
	struct slice text;
	uint64_t seconds, reg_id;
	if (!name_addr_parse(value, &n) || !uri_parse(n.uri, &u))
		return refuse(r, 400, SLICE("Bad Contact"), none);
	if (!expiry_of(r, n.params, header, &seconds))
		return false;
	b->contact = n.uri;
	b->expires = seconds ? r->change.change.now + seconds : 0;
	if (param_find(n.params, SLICE("q"), &text)) {
		b->q = (int16_t)q_of(text);
		if (b->q < 0)
			return refuse(r, 400, SLICE("Bad Contact q"), none);
	}
	if (param_find(n.params, SLICE("+sip.instance"), &text))
		b->instance = text;
	if (param_find(n.params, SLICE("reg-id"), &text) && slice_number(text, &reg_id) && reg_id &&
		reg_id < (uint64_t)1 << 31)
		b->reg_id = (uint32_t)reg_id;
	if (param_find(n.params, SLICE("methods"), &text))
		b->methods = methods_of(text);
	if (b->reg_id && !read_flow(r, b))
		return false;
	if (u.scheme != URI_OTHER && !b->received.len && is_behind_nat(r->run, &u))
		b->received = received_uri(r->run);
	/* 5627 5.1: a contact that leads back here would be a circle */
	if (b->expires && b->instance.len && slice_equal(uri_aor(r->run->arena, &u), r->aor))
		return refuse(r, 403, SLICE("Contact Is The Address Of Record"), none);
	return true;
}

/* 10.3 step 6: `*` stands alone, and with Expires: 0. */
static bool read_star(struct registration *r, int values)
{
	int i = message_line(r->run->message, HEADER_EXPIRES, none, 0);
	uint64_t seconds;
	if (values != 1 || i < 0 || !slice_number(r->run->message->now.lines->at[i].value, &seconds) ||
		seconds)
		return refuse(r, 400, SLICE("Contact * Needs Expires: 0"), none);
	r->change.change.remove_all = true;
	return true;
}

/* The Contacts into R's change. */
static bool read_contacts(struct registration *r)
{
	struct run *run = r->run;
	struct message *m = run->message;
	struct change *c = &r->change.change;
	struct binding common;
	int values = message_values(m, HEADER_CONTACT);
	uint64_t header = expires_header(run);
	r->is_query = values == 0;
	if (values > BINDINGS_MAX)
		return refuse(r, 403, SLICE("Too Many Contacts"), none);
	common_parts(r, &common);
	c->bindings = ARENA_ARRAY(run->arena, struct binding, values + 1);
	for (int i = message_line(m, HEADER_CONTACT, none, 0); i >= 0;
		i = message_line(m, HEADER_CONTACT, none, i + 1)) {
		struct slice rest = message_unfold(run->arena, m->now.lines->at[i].value), value;
		while (c->count < values && list_next(&rest, &value)) {
			if (slice_equal(value, SLICE("*")))
				return read_star(r, values);
			c->bindings[c->count] = common;
			if (!read_contact(r, value, header, &c->bindings[c->count]))
				return false;
			c->count++;
		}
	}
	return true;
}

/* RFC 3327 5.3: the values of all Path fields, in order. */
static bool read_path(struct registration *r)
{
	struct message *m = r->run->message;
	for (int i = message_line(m, HEADER_PATH, none, 0); i >= 0;
		i = message_line(m, HEADER_PATH, none, i + 1)) {
		struct slice rest = message_unfold(r->run->arena, m->now.lines->at[i].value), value;
		struct name_addr n;
		while (list_next(&rest, &value)) {
			if (!name_addr_parse(value, &n))
				return refuse(r, 400, SLICE("Bad Path"), none);
			r->path = r->path.len ? arena_printf(r->run->arena, "%.*s, %.*s", SLICE_FMT(r->path),
							SLICE_FMT(value))
					      : value;
		}
	}
	return true;
}

/* ---- the answer to a REGISTER ---- */

/* The URN in INSTANCE, which is "<urn:...>" with its quotes (RFC 5626 4.1). */
static struct slice urn_of(struct slice instance)
{
	if (instance.len >= 2 && instance.at[0] == '"')
		instance = slice(instance.at + 1, instance.len - 2);
	if (instance.len >= 2 && instance.at[0] == '<' && instance.at[instance.len - 1] == '>')
		instance = slice(instance.at + 1, instance.len - 2);
	return instance;
}

/* The parameter pub-gruu for a contact of AOR with this INSTANCE: the same as long as both are (RFC 5627 5.2). */
static void add_gruu(struct buffer *out, struct slice aor, struct slice instance)
{
	struct slice urn = urn_of(instance);
	buffer_lit(out, ";pub-gruu=\"");
	buffer_add(out, aor);
	buffer_lit(out, ";gr=");
	for (size_t i = 0; i < urn.len; i++) {
		if (char_is(urn.at[i], CHAR_UNRESERVED) || memchr("[]/:&+$", urn.at[i], 7)) {
			buffer_char(out, urn.at[i]);
		} else {
			buffer_char(out, '%');
			buffer_hex(out, (unsigned char)urn.at[i], 2);
		}
	}
	buffer_char(out, '"');
}

/* AOR is "" when no GRUU is wanted. */
static void add_contact(struct buffer *out, const struct binding *b, struct slice aor, uint64_t now)
{
	buffer_lit(out, "Contact: <");
	buffer_add(out, b->contact);
	buffer_lit(out, ">;expires=");
	buffer_number(out, b->expires > now ? b->expires - now : 0);
	parts_add_q(out, b->q);
	if (b->instance.len) {
		buffer_lit(out, ";+sip.instance=");
		buffer_add(out, b->instance);
	}
	if (b->reg_id) {
		buffer_lit(out, ";reg-id=");
		buffer_number(out, b->reg_id);
	}
	if (b->instance.len && aor.len)
		add_gruu(out, aor, b->instance);
	buffer_lit(out, "\r\n");
}

/* 10.3 step 8: clients that have no clock of their own set it by this. */
static void add_date(struct buffer *out, uint64_t now)
{
	static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	char text[64];
	time_t seconds = (time_t)now;
	struct tm t;
	if (!gmtime_r(&seconds, &t))
		return;
	snprintf(text, sizeof text, "Date: %.3s, %02d %.3s %d %02d:%02d:%02d GMT\r\n", days + 3 * t.tm_wday,
		t.tm_mday, months + 3 * t.tm_mon, t.tm_year + 1900, t.tm_hour, t.tm_min, t.tm_sec);
	buffer_add(out, slice_of(text));
}

/* 10.3 step 8: all bindings, and the Path for those who know it. */
static struct slice list_of(const struct registration *r, const struct binding *list, int n)
{
	enum { ROOM = 120 }; /* for what is not the URI and the instance */
	struct message *m = r->run->message;
	bool gruu = message_has_token(m, HEADER_SUPPORTED, SLICE("gruu")) ||
		    message_has_token(m, HEADER_REQUIRE, SLICE("gruu"));
	struct slice aor = gruu && slice_starts(r->aor, SLICE("sip:")) ? r->aor : none;
	size_t size = r->path.len + 2 * ROOM;
	for (int i = 0; i < n; i++)
		size += ROOM + list[i].contact.len + 4 * list[i].instance.len + aor.len;
	struct buffer b = buffer(arena_text(r->run->arena, size), size);
	for (int i = 0; i < n; i++)
		add_contact(&b, &list[i], aor, r->change.change.now);
	add_date(&b, r->change.change.now);
	if (r->outbound)
		buffer_lit(&b, "Require: outbound\r\n"); /* 5626 6 */
	if (r->path.len && message_has_token(m, HEADER_SUPPORTED, SLICE("path"))) {
		buffer_lit(&b, "Path: ");
		buffer_add(&b, r->path);
		buffer_lit(&b, "\r\nSupported: path\r\n");
	}
	return buffer_slice(&b);
}

/* Answers by R->status, or leaves it for sl_reply_error. */
static int answer(struct registration *r, int result)
{
	struct run *run = r->run;
	if (r->status != 200)
		targets_error(run, r->status, r->reason, r->extra);
	if (!r->silent)
		reply_send(run, r->status, r->reason, r->extra);
	return result;
}

static struct slice retry_after(const struct run *run)
{
	return arena_printf(run->arena, "Retry-After: %d\r\n", RETRY_SECONDS);
}

/* The store has answered. */
static int saved(struct registration *r)
{
	struct run *run = r->run;
	struct counters *counters = run->services->counters;
	const struct binding *list = r->is_query ? r->query.bindings : r->change.bindings;
	enum location_result result = r->change.result;
	if (r->is_query)
		result = r->query.failed ? LOCATION_FAILED : LOCATION_OK;
	switch (result) {
	case LOCATION_OK:
		counters->n[COUNTER_registrations] += (uint64_t)r->change.change.count;
		r->status = 200;
		r->extra = list_of(r, list, r->is_query ? r->query.count : r->change.count);
		return answer(r, SAVE_OK);
	case LOCATION_OUT_OF_ORDER: /* 10.3 step 7 */
		refuse(r, 500, SLICE("Request Out Of Order"), none);
		return answer(r, SAVE_FAILED);
	case LOCATION_TOO_MANY:
		refuse(r, 403, SLICE("Too Many Contacts"), none);
		return answer(r, SAVE_TOO_MANY);
	case LOCATION_FULL: /* 10.3: a change that cannot be committed is a 500 */
		refuse(r, 500, SLICE("Registration Cannot Be Stored"), retry_after(run));
		break;
	case LOCATION_FAILED: /* 21.5.4: it will be another time, and is elsewhere perhaps */
		refuse(r, 503, none, retry_after(run));
		break;
	}
	counters->n[COUNTER_location_failed]++;
	return answer(r, SAVE_FAILED);
}

static int save_resumed(struct run *run)
{
	return saved(run->waiting_for);
}

static void wake(void *user)
{
	run_wake(user);
}

static void save_abandoned(struct run *run)
{
	struct registration *r = run->waiting_for;
	if (r->is_query)
		location_cancel_query(&r->query);
	else
		location_cancel_change(&r->change);
}

static int store(struct registration *r)
{
	struct run *run = r->run;
	struct location *l = run->services->location;
	r->change.arena = r->query.arena = run->arena;
	r->change.done = r->query.done = wake;
	r->change.user = r->query.user = run;
	r->query.aor = r->change.aor;
	run->resume = save_resumed;
	run->abandon = save_abandoned;
	run->waiting_for = r;
	if (r->is_query ? location_fetch(l, &r->query) : location_commit(l, &r->change))
		return saved(r);
	return RUN_WAIT;
}

int act_save(struct run *run, const struct value *argv, int argc)
{
	struct message *m = run->message;
	struct registration *r = ARENA_NEW(run->arena, struct registration);
	struct slice table;
	int64_t flags = argc > 1 && argv[1].type == VALUE_INT ? argv[1].number : 0;
	r->run = run;
	r->silent = flags & SAVE_NO_REPLY;
	if (m->method != METHOD_REGISTER) {
		run_log(run, LOG_LEVEL_ERROR, "save() of a request that is no REGISTER");
		r->silent = true;
		refuse(r, 500, none, none);
		return answer(r, SAVE_FAILED);
	}
	r->change.change = (struct change){ .call_id = m->call_id,
		.cseq = m->cseq,
		.now = now_second(run),
		.max_contacts = (int)setting(run, PARAMETER_max_contacts),
		.only = flags & SAVE_ONE_CONTACT };
	if (!key_of_argument(run, argv, argc, 2, &m->to_uri, &r->change.aor)) {
		refuse(r, 400, SLICE("Bad Address Of Record"), none);
		return answer(r, SAVE_FAILED);
	}
	r->aor = r->change.aor;
	if (slice_find(r->aor, ' ') >= 0)
		slice_cut(&r->aor, ' ', &table);
	if (!check_require(r) || !read_path(r) || !read_contacts(r))
		return answer(r, SAVE_FAILED);
	return store(r);
}

int act_fix_nated_register(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	routing_get(run)->nated = true;
	return RUN_TRUE;
}

/* ---- lookup, registered ---- */

struct lookup {
	struct location_query query;
	struct slice gruu; /* the URN of the one instance that is meant; "" all are */
	int (*found)(struct run *run, struct lookup *l);
};

static int lookup_resumed(struct run *run)
{
	struct lookup *l = run->waiting_for;
	return l->found(run, l);
}

static void lookup_abandoned(struct run *run)
{
	struct lookup *l = run->waiting_for;
	location_cancel_query(&l->query);
}

/* Asks the store for KEY; FOUND makes the action's result of the answer. */
static int ask(
	struct run *run, struct slice key, struct slice gruu, int (*found)(struct run *, struct lookup *))
{
	struct lookup *l = ARENA_NEW(run->context->arena, struct lookup);
	l->gruu = gruu;
	l->query = (struct location_query){
		.aor = key, .arena = run->context->arena, .done = wake, .user = run
	};
	l->found = found;
	run->resume = lookup_resumed;
	run->abandon = lookup_abandoned;
	run->waiting_for = l;
	return location_fetch(run->services->location, &l->query) ? found(run, l) : RUN_WAIT;
}

/* Nothing is known of who registered: 503 for a script that asks. */
static void store_failed(struct run *run)
{
	run->services->counters->n[COUNTER_location_failed]++;
	targets_error(run, 503, none, retry_after(run));
}

/* The listener that binding B was registered at: what sends to a contact behind a NAT must be where it knows us. */
static int listener_of(const struct site *site, const struct binding *b)
{
	struct address address;
	if (site->listener_count == 1 || !address_parse_port(b->listener, &address))
		return -1;
	for (int i = 0; i < site->listener_count; i++)
		if (address_equal(&site->listeners[i].address, &address))
			return i;
	return -1;
}

static bool takes_method(const struct binding *b, enum method m)
{
	return !b->methods || b->methods & 1u << m;
}

/* S with all %XX undone, in A. */
static struct slice unescape(struct arena *a, struct slice s)
{
	char *text = arena_text(a, s.len);
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++) {
		int high = i + 2 < s.len && s.at[i] == '%' ? char_hex(s.at[i + 1]) : -1;
		int low = high < 0 ? -1 : char_hex(s.at[i + 2]);
		text[n++] = low < 0 ? s.at[i] : (char)(high << 4 | low);
		i += low < 0 ? 0 : 2;
	}
	return slice(text, n);
}

/* Whether binding I of Q may not be a target: the URI names another instance (RFC 5627 5.4), or it is an older flow of an instance that
 * has a newer one (5626 7). */
static bool is_shadowed(const struct location_query *q, int i, struct slice gruu)
{
	const struct binding *b = &q->bindings[i];
	if (gruu.len && !slice_equal_nocase(urn_of(b->instance), gruu))
		return true;
	for (int k = 0; k < q->count; k++) {
		const struct binding *other = &q->bindings[k];
		if (k != i && b->instance.len && slice_equal(b->instance, other->instance) &&
			(gruu.len || (b->reg_id && other->reg_id)) &&
			(other->updated > b->updated || (other->updated == b->updated && k < i)))
			return true;
	}
	return false;
}

static int looked_up(struct run *run, struct lookup *l)
{
	const struct services *services = run->services;
	int found = 0;
	if (l->query.failed) {
		store_failed(run);
		return LOOKUP_ERROR;
	}
	for (int i = 0; i < l->query.count; i++) {
		const struct binding *b = &l->query.bindings[i];
		struct target t = { .uri = b->contact,
			.next_hop = b->received,
			.path = b->path,
			.q = b->q,
			.flags = b->flags,
			.listener = listener_of(services->site, b) };
		struct uri u;
		/* what is registered but no SIP URI is for redirects only */
		if (!uri_parse(b->contact, &u) || (u.scheme != URI_SIP && u.scheme != URI_SIPS) ||
			!takes_method(b, run->message->method) || is_shadowed(&l->query, i, l->gruu))
			continue;
		if (found ? targets_add(run, &t) : targets_set_first(run, &t))
			found++;
	}
	if (found)
		return LOOKUP_OK;
	return l->query.count && !l->gruu.len ? LOOKUP_METHOD_NOT_SUPPORTED : LOOKUP_NOT_FOUND;
}

int act_lookup(struct run *run, const struct value *argv, int argc)
{
	struct slice key, gruu = none;
	struct uri u = run->message->now.uri;
	if (!key_of_argument(run, argv, argc, 1, &run->message->now.uri, &key))
		return LOOKUP_NOT_FOUND;
	if (argc > 1 && argv[1].type == VALUE_STRING)
		(void)uri_parse(argv[1].text, &u);
	if (uri_param(&u, SLICE("gr"), &gruu) && gruu.len)
		gruu = unescape(run->context->arena, gruu);
	return ask(run, key, gruu, looked_up);
}

static int is_registered(struct run *run, struct lookup *l)
{
	if (l->query.failed)
		store_failed(run);
	return !l->query.failed && l->query.count ? RUN_TRUE : RUN_FALSE;
}

int act_registered(struct run *run, const struct value *argv, int argc)
{
	const struct message *m = run->message;
	struct slice key;
	if (!key_of_argument(
		    run, argv, argc, 1, m->method == METHOD_REGISTER ? &m->to_uri : &m->now.uri, &key))
		return RUN_FALSE;
	return ask(run, key, none, is_registered);
}

/* ---- unregister ---- */

static int unregistered(struct run *run)
{
	const struct location_change *c = run->waiting_for;
	return c->result == LOCATION_OK ? RUN_TRUE : RUN_FALSE;
}

static void unregister_abandoned(struct run *run)
{
	location_cancel_change(run->waiting_for);
}

int act_unregister(struct run *run, const struct value *argv, int argc)
{
	struct location_change *c = ARENA_NEW(run->context->arena, struct location_change);
	struct binding *b = ARENA_NEW(run->context->arena, struct binding);
	struct uri u;
	c->arena = run->context->arena;
	c->done = wake;
	c->user = run;
	c->change = (struct change){ .now = now_second(run), .max_contacts = BINDINGS_MAX, .forced = true };
	if (argc > 2 && argv[2].type == VALUE_STRING) {
		b->contact = argv[2].text;
		c->change.bindings = b;
		c->change.count = 1;
	} else {
		c->change.remove_all = true;
	}
	if (!uri_parse(argv[1].text, &u) || !key_of(run, argv[0].text, &u, &c->aor))
		return RUN_FALSE;
	run->resume = unregistered;
	run->abandon = unregister_abandoned;
	run->waiting_for = c;
	return location_commit(run->services->location, c) ? unregistered(run) : RUN_WAIT;
}
