/* engine: datagrams that libFuzzer makes up go through a whole engine, whose script reads every variable and edits much.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * The input is datagrams, each behind a byte that says how much time passes before it and from whom it comes, separated by
 * 0x1e. Whatever they are, the engine sends nothing without end, and is at rest at last. */
#include "actions/registrar.h"
#include "base/buffer.h"
#include "base/log.h"
#include "lang/compile.h"
#include "server/engine.h"
#include "server/setup.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char script[] =
	"alias = \"example.com\"\n"
	"listen = udp:192.0.2.1:5060\n"
	"listen = udp:[2001:db8::1]:5060\n"
	"route {\n"
	"	route(READ);\n"
	"	if (!mf_process_maxfwd_header(10)) { sl_send_reply(483, \"Too Many Hops\"); exit; }\n"
	"	if (!sanity_check()) exit;\n"
	"	force_rport();\n"
	"	if (nat_uac_test(31)) { if (is_method(\"REGISTER\")) fix_nated_register(); else "
	"fix_nated_contact(); }\n"
	"	if (is_method(\"CANCEL\")) { if (t_check_trans()) t_relay(); exit; }\n"
	"	t_on_reply(\"SEEN\");\n"
	"	t_on_branch(\"OUT\");\n"
	"	if (has_totag()) {\n"
	"		if (loose_route()) { t_relay(); exit; }\n"
	"		if (is_method(\"ACK\")) { if (t_check_trans()) t_relay(); exit; }\n"
	"		sl_send_reply(404, \"Not Here\"); exit;\n"
	"	}\n"
	"	record_route();\n"
	"	append_hf(\"X-Seen: $fn $ci\\r\\n\");\n"
	"	remove_hf(\"Subject\");\n"
	"	if (is_method(\"REGISTER\")) { if (!save(\"location\")) sl_reply_error(); exit; }\n"
	"	if (is_method(\"OPTIONS\") && uri == myself) { options_reply(); exit; }\n"
	"	if (is_method(\"PUBLISH\")) { $ru = \"sip:$rU@$fd\"; $rU = $fn; $du = $hdr(X-Next); }\n"
	"	t_on_failure(\"AGAIN\");\n"
	"	if (uri == myself) {\n"
	"		if (!lookup(\"location\")) { sl_send_reply(404, \"Not Found\"); exit; }\n"
	"	} else append_branch(\"sip:other@192.0.2.66\");\n"
	"	if (!t_relay()) sl_reply_error();\n"
	"}\n"
	"branch_route[OUT] { append_hf(\"X-Branch: $T_branch_idx $ru\\r\\n\"); remove_hf(\"User-Agent\"); }\n"
	"onreply_route[SEEN] { fix_nated_contact(); xlog(\"$rs $rr $ct $hdr(Via) $(hdr(Via)[*])\"); }\n"
	"failure_route[AGAIN] {\n"
	"	if (t_is_canceled()) exit;\n"
	"	if (t_check_status(\"486|408\")) { $ru = \"sip:voicemail@192.0.2.77\"; t_relay(); }\n"
	"}\n"
	"route[READ] {\n"
	"	xlog(\"$rm $ru $rU $rd $rp $rP $rz $ou $oU $od $op $rv $mb $ml $du $fu $fU $fd $fn $ft $tu "
	"$tU $td $tn $tt $ci\");\n"
	"	xlog(\"$cs $hdr(Contact) $(hdr(Contact)[*]) $(hdr(Route)[-1]) $hdrc(Via) $ua $ct $cT $cl $rb "
	"$ai $pu $re $di $rt\");\n"
	"	xlog(\"$au $ad $ar $adu $aa $si $sp $su $sut $Ri $Rp $Ru $RAi $RAp $pr $af $mf $bf $TS "
	"$nh(u) $nh(d) $nh(p)\");\n"
	"	xlog(\"$(ct{nameaddr.uri}) $(ct{nameaddr.name}) $(hdr(Contact){nameaddr.uri}{uri.host}) "
	"$(ru{uri.params}) $(rb{s.md5})\");\n"
	"	xlog(\"$(ru{param.value,transport}) $(fu{uri.user}{s.unescape.user}) $(rb{s.substr,3,7}) "
	"$(ua{s.select,1, })\");\n"
	"	if (uri_param(\"transport\", \"udp\") || has_body(\"application/sdp\") || "
	"search(\"a=rtpmap\")) xlog(\"\");\n"
	"	if (is_present_hf(\"X-A\") && cmp_uri($ru, $tu)) xlog(\"\");\n"
	"}\n";

struct made {
	struct world world;
	uint64_t now, random;
	int sent;
};

static uint64_t made_now(struct world *w)
{
	return ((struct made *)w)->now;
}

static void made_random(struct world *w, void *at, size_t len)
{
	for (unsigned char *p = at; len > 0; p++, len--)
		*p = (unsigned char)((((struct made *)w)->random =
						     ((struct made *)w)->random * 6364136223846793005 + 1) >>
				     56);
}

static void made_send(struct world *w, const struct flow *to, struct slice data)
{
	struct made *made = (struct made *)w;
	if (data.len == 0 || data.len > 65535 || to->peer.family == 0 || ++made->sent > 20000)
		abort();
}

/* Every name is known at once, has two servers, or none when it begins with x. */
static void *made_resolve(
	struct world *w, struct slice host, uint16_t port, unsigned families, resolve_done *done, void *user)
{
	struct resolved two[2] = { 0 };
	(void)w, (void)families;
	address_parse_port(SLICE("192.0.2.80:5060"), &two[0].address);
	address_parse_port(SLICE("192.0.2.81:5060"), &two[1].address);
	if (port)
		two[0].address.port = two[1].address.port = port;
	if (slice_starts(host, SLICE("x")))
		done(user, RESOLVE_NOT_FOUND, NULL, 0);
	else
		done(user, RESOLVE_OK, two, 2);
	return NULL;
}

static void made_resolve_cancel(struct world *w, void *handle)
{
	(void)w, (void)handle;
}

static void no_log(void *user, enum log_level level, struct slice text)
{
	(void)user, (void)level, (void)text;
}

/* The program is the same for all inputs; it is compiled once and never freed. */
static const struct program *program(void)
{
	static const struct program *p;
	if (p)
		return p;
	struct diag *diag = diag_new();
	p = compile_text("fuzz.cfg", slice_of(script), NULL, diag);
	diag_print(diag, stderr);
	diag_free(diag);
	if (!p)
		abort();
	log_set_sink(no_log, NULL);
	return p;
}

/* Fires what is due until LIMIT, in steps as a worker would. */
static void pass(struct made *made, struct engine *e, struct timers *timers, uint64_t limit)
{
	for (int steps = 0; steps < 100000; steps++) {
		uint64_t next = engine_next(e), other = timer_next(timers);
		next = other < next ? other : next;
		if (next > limit)
			break;
		made->now = next > made->now ? next : made->now;
		timer_run(timers, made->now);
		engine_tick(e);
	}
	made->now = limit > made->now ? limit : made->now;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new(0);
	struct made made = { .world = { made_now, made_now, made_random, made_send, made_resolve,
				     made_resolve_cancel },
		.now = 1000000,
		.random = 1 };
	struct site site = { .branch_key = { 1, 2 }, .nonce_key = { 3, 4 } };
	struct counters counters = { 0 };
	struct timers timers = { 0 };
	char error[SETUP_ERROR];
	if (!setup_listeners(arena, program(), &site, error))
		abort();
	setup_settings(arena, program(), &site);
	struct location *location =
		location_memory_new(&made.world, size & 1 ? 5 : 0, &timers, registrar_same_contact);
	struct engine *e = engine_new(&(struct engine_parts){
		.world = &made.world, .site = &site, .program = program(), .counters = &counters });
	engine_set_location(e, location);

	struct slice rest = slice((const char *)data, size), piece;
	while (slice_cut(&rest, 0x1e, &piece)) {
		if (piece.len == 0)
			continue;
		unsigned char how = (unsigned char)piece.at[0];
		struct flow flow = { 0 };
		address_parse_port(
			how & 1 ? SLICE("[2001:db8::9]:5060") : SLICE("192.0.2.9:5060"), &flow.peer);
		flow.listener = how & 1;
		pass(&made, e, &timers, made.now + (how >> 4) * (how & 8 ? 10000 : 100));
		if ((how & 6) == 6)
			engine_unreachable(e, &flow);
		else
			engine_input(e, &flow, slice(piece.at + 1, piece.len - 1));
	}
	pass(&made, e, &timers, made.now + 86400000);
	if (engine_busy(e))
		abort();
	location_close(location);
	engine_free(e);
	timers_free(&timers);
	arena_free(arena);
	return 0;
}
