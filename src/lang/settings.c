/* settings: checks what stands outside of the routes: parameters, and the modules of SER's scripts.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/checking.h"
#include "lang/program.h"

/* ---- parameters ---- */

/* Parameters of SER that have no meaning here; lines with them do no harm. */
static const char *const ignored[] = { "debug", "fork", "log_stderror", "log_facility", "log_name",
	"log_prefix", "mpath", "check_via", "dns", "rev_dns", "memlog", "memdbg", "mem_join", "corelog",
	"auto_aliases", "sip_warning", "mhomed", "server_signature", "user_agent_header", "disable_tcp",
	"disable_tls", "enable_tls", "disable_core_dump", "shm_mem_size", "use_dns_cache", "use_dns_failover",
	"dns_try_naptr", "dns_try_ipv6", "dns_srv_lb", "dns_cache_init", "syn_branch", "xmpp_host",
	"children_proc", "group", "gid", "uid", "chroot", "wdir", "onsend_route_reply", "async_workers",
	"stderror_enabled", "syslog_enabled", "db_version_table", "maxbuffer", "sip_server", "reply_to_via",
	"tos", "pmtu_discovery", "enable_sctp", "fork_delay" };

static bool is_ignored(struct slice name)
{
	if (slice_starts(name, SLICE("tcp_")) || slice_starts(name, SLICE("tls_")) ||
		slice_starts(name, SLICE("dns_")))
		return true;
	for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
		if (slice_equal(name, slice_of(ignored[i])))
			return true;
	return false;
}

static void unknown_parameter(struct checking *c, const struct node *n)
{
	struct suggest s = suggest(n->text);
	for (int i = 0; i < parameter_count; i++)
		suggest_try(&s, slice_of(parameter_rows[i].name));
	for (int i = 0; i < parameter_alias_count; i++)
		suggest_try(&s, slice_of(parameter_aliases[i].name));
	if (is_ignored(n->text)) {
		diag_warning(c->diag, n->name, "%.*s has no meaning here", SLICE_FMT(n->text));
		return;
	}
	struct diag_message *m = MESSAGE(c, n->name, "there is no parameter %.*s", SLICE_FMT(n->text));
	if (slice_find(n->text, '.') >= 0)
		diag_hint(c->diag, m, "values of your own come from #!define");
	else if (slice_equal(n->text, SLICE("port")))
		diag_hint(c->diag, m, "write listen = udp:0.0.0.0:PORT");
	else if (s.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
}

bool check_host(struct slice text, const char **wrong)
{
	struct address a;
	struct slice port = { NULL, 0 };
	uint64_t number;
	size_t colon = text.len;
	while (colon > 0 && text.at[colon - 1] != ':' && text.at[colon - 1] != ']')
		colon--;
	if (colon > 0 && text.at[colon - 1] == ':') {
		port = slice(text.at + colon, text.len - colon);
		text.len = colon - 1;
	}
	if (port.at && (!slice_number(port, &number) || number == 0 || number > 65535)) {
		*wrong = "has no port from 1 to 65535";
		return false;
	}
	bool digits = text.len > 0, good = text.len > 0;
	for (size_t i = 0; i < text.len; i++) {
		char x = text.at[i];
		bool letter = (x | 0x20) >= 'a' && (x | 0x20) <= 'z', digit = x >= '0' && x <= '9';
		digits = digits && (digit || x == '.');
		good = good && (letter || digit || x == '.' || x == '-' || x == '_');
	}
	if ((digits || !good) && !address_parse(text, &a)) {
		*wrong = "is neither an address nor a name";
		return false;
	}
	return true;
}

/* udp:HOST:PORT [advertise HOST[:PORT]] */
static bool is_listen(struct slice text, const char **wrong)
{
	struct slice rest = slice_trim(text), first, word;
	size_t n = 0;
	while (n < rest.len && rest.at[n] != ' ')
		n++;
	first = slice(rest.at, n);
	rest = slice_trim(slice(rest.at + n, rest.len - n));
	ptrdiff_t colon = slice_find(first, ':');
	if (colon > 0 && colon < 5 && (first.at[0] | 0x20) >= 'a' && first.at[0] != '[') {
		struct slice transport = slice(first.at, (size_t)colon);
		if (slice_equal_nocase(transport, SLICE("tcp")) ||
			slice_equal_nocase(transport, SLICE("tls")) ||
			slice_equal_nocase(transport, SLICE("sctp")) ||
			slice_equal_nocase(transport, SLICE("ws"))) {
			*wrong = "is not UDP, which is the only transport yet";
			return false;
		}
		if (slice_equal_nocase(transport, SLICE("udp")))
			first = slice(first.at + colon + 1, first.len - (size_t)colon - 1);
	}
	if (!check_host(first, wrong))
		return false;
	if (!rest.len)
		return true;
	if (!slice_starts(rest, SLICE("advertise "))) {
		*wrong = "has more behind its port than advertise HOST:PORT";
		return false;
	}
	word = slice_trim(slice(rest.at + 10, rest.len - 10));
	return check_host(word, wrong);
}

/* A path in a script is relative to the file that it stands in. */
static struct slice path_from_script(struct checking *c, struct slice path, struct span at)
{
	const struct source_file *file = source_find(diag_sources(c->diag), at.from);
	const char *slash = file ? strrchr(file->name, '/') : NULL;
	if (!slash || !path.len || path.at[0] == '/')
		return path;
	return arena_join(c->arena, slice(file->name, (size_t)(slash - file->name) + 1), path);
}

static void add_parameter(struct checking *c, int row, struct node *value, struct span name, bool forced)
{
	struct script *s = c->script;
	const struct parameter_row *p = &parameter_rows[row];
	char error[PROGRAM_ERROR];
	const char *wrong;
	struct script_parameter *new = ARENA_NEW(c->arena, struct script_parameter), **end = &s->parameters;
	*new = (struct script_parameter){ .row = row, .at = value->at, .name = name, .forced = forced };
	if (!parameter_parse(p, value->text, &new->value, error)) {
		MESSAGE(c, value->at, "%s", error);
		return;
	}
	if (row == PARAMETER_server_header && slice_starts_nocase(new->value.text, SLICE("Server:")))
		new->value.text =
			slice_trim(slice(value->text.at + 7, value->text.len - 7)); /* as SER has it */
	if (strcmp(p->type, "path") == 0 && !forced)
		new->value.text = path_from_script(c, new->value.text, value->at);
	if (strcmp(p->type, "listen") == 0 && !is_listen(value->text, &wrong)) {
		diag_hint(c->diag, MESSAGE(c, value->at, "%.*s %s", SLICE_FMT(value->text), wrong),
			"udp:HOST:PORT expected");
		return;
	}
	if (strcmp(p->type, "host") == 0 && !check_host(value->text, &wrong)) {
		MESSAGE(c, value->at, "%.*s %s", SLICE_FMT(value->text), wrong);
		return;
	}
	if (forced && p->repeat) /* the values given by -o replace those of the script */
		for (struct script_parameter **at = end; *at;) {
			if ((*at)->row == row && !(*at)->forced)
				*at = (*at)->next;
			else
				at = &(*at)->next;
		}
	for (; *end; end = &(*end)->next) {
		struct script_parameter *other = *end;
		bool same = new->value.type == VALUE_STRING ? slice_equal(other->value.text, new->value.text)
							    : false;
		if (other->row != row || (p->repeat && !same))
			continue;
		if (forced && !p->repeat) { /* -o wins */
			other->value = new->value;
			other->forced = true;
			return;
		}
		if (other->forced)
			return;
		struct diag_message *m =
			same && p->repeat ? diag_warning(c->diag, value->at, "the same %s twice", p->name)
					  : MESSAGE(c, name, "%s is given twice", p->name);
		diag_also(c->diag, m, other->at, "the first time here");
		return;
	}
	*end = new;
}

void check_parameter(struct checking *c, struct node *n)
{
	int row = table_parameter(n->text);
	if (row < 0) {
		unknown_parameter(c, n);
		return;
	}
	if (n->list && n->list->next && !parameter_rows[row].repeat) {
		MESSAGE(c, n->list->next->at, "%s has one value", parameter_rows[row].name);
		return;
	}
	for (struct node *v = n->list; v; v = v->next) {
		uint64_t number;
		if (strcmp(parameter_rows[row].type, "time") == 0 && slice_number(v->text, &number) && number)
			diag_hint(c->diag, diag_warning(c->diag, v->at, "these are milliseconds"),
				"write %.*sms or %.*ss", SLICE_FMT(v->text), SLICE_FMT(v->text));
		add_parameter(c, row, v, n->name, false);
	}
}

void check_override(struct checking *c, const char *option)
{
	const char *equal = strchr(option, '=');
	struct slice name = slice(option, equal ? (size_t)(equal - option) : strlen(option));
	int row = table_parameter(slice_trim(name));
	if (!equal || row < 0) {
		diag_general(c->diag, "-o %s: %s", option,
			equal ? "there is no such parameter" : "NAME=VALUE expected");
		return;
	}
	struct source_file *file =
		source_add(diag_sources(c->diag), "-o", slice_of(option), (struct span){ 0, 0 });
	uint32_t at = file->base + (uint32_t)(equal - option) + 1,
		 end = file->base + (uint32_t)file->text.len;
	struct slice text = slice_trim(slice(file->text.at + (equal - option) + 1, end - at));
	struct node *value = tree_text(c->script->tree, NODE_VALUE, (struct span){ at, end }, text);
	add_parameter(c, row, value, (struct span){ file->base, at - 1 }, true);
}

/* ---- modules ---- */

/* SER's modules whose work is built in. */
static const char *const modules[] = { "sl", "tm", "tmx", "rr", "maxfwd", "usrloc", "registrar", "textops",
	"textopsx", "siputils", "sipmsgops", "signaling", "xlog", "pv", "kex", "corex", "sanity", "auth",
	"auth_db", "uri", "uri_db", "ctl", "cfg_rpc", "mi_rpc", "mi_fifo", "mi_datagram", "jsonrpcs",
	"proto_udp", "options", "cfgutils", "avpops", "path", "nathelper", "pike", "permissions",
	"dispatcher", "domain", "tmrec", "outbound", "stun", "debugger", "statistics", "counters" };

/* Parameters of modules that are parameters here. */
static const struct {
	const char *module, *name, *parameter, *unit;
} module_parameters[] = {
	{ "registrar", "default_expires", "default_expires", "" },
	{ "registrar", "min_expires", "min_expires", "" },
	{ "registrar", "max_expires", "max_expires", "" },
	{ "registrar", "max_contacts", "max_contacts", "" },
	{ "tm", "fr_timer", "fr_timer", "ms" },
	{ "tm", "fr_inv_timer", "fr_inv_timer", "ms" },
	{ "auth", "nonce_expire", "nonce_expire", "s" },
};

static bool known_module(struct slice name)
{
	for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
		if (slice_equal(name, slice_of(modules[i])))
			return true;
	return false;
}

static void unknown_module(struct checking *c, struct span at, struct slice name)
{
	for (int i = 0; i < c->module_count; i++) /* said once about each */
		if (slice_equal(c->modules[i], name))
			return;
	if (c->module_count < MODULES_SAID)
		c->modules[c->module_count++] = name;
	struct suggest s = suggest(name);
	for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
		suggest_try(&s, slice_of(modules[i]));
	struct diag_message *m = MESSAGE(
		c, at, "the module %.*s is not built in, and others cannot be loaded", SLICE_FMT(name));
	if (s.best.len)
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
}

static void load_module(struct checking *c, struct node *n)
{
	struct slice path, rest, piece, name = { "", 0 };
	if (!n->list || !check_constant_text(n->list, &path)) {
		MESSAGE(c, n->at, "loadmodule needs the name of a module");
		return;
	}
	for (rest = path; rest.len && slice_cut(&rest, '/', &piece);)
		name = piece;
	if (name.len > 3 && slice_equal(slice(name.at + name.len - 3, 3), SLICE(".so")))
		name.len -= 3;
	if (!known_module(name))
		unknown_module(c, n->list->at, name);
}

/* Whether the module NAME is one of LIST, "registrar|usrloc". */
static bool is_among(struct slice list, const char *name)
{
	struct slice piece;
	while (list.len && slice_cut(&list, '|', &piece))
		if (slice_equal(slice_trim(piece), slice_of(name)))
			return true;
	return false;
}

/* The value of a module's parameter as text: a number, a string, yes or no. */
static bool module_value(struct checking *c, struct node *v, struct slice *text)
{
	int64_t number;
	if (check_constant_text(v, text))
		return true;
	if (v->kind == NODE_NAME || v->kind == NODE_BOOL) {
		*text = source_text(diag_sources(c->diag), v->at);
		return true;
	}
	if (!check_constant_int(v, &number)) {
		MESSAGE(c, v->at, "a number or text expected");
		return false;
	}
	*text = arena_printf(c->arena, "%lld", (long long)number);
	return true;
}

static void module_parameter(struct checking *c, struct node *n)
{
	struct slice module, name, text, rest, piece;
	struct node *m = n->list, *p = m ? m->next : NULL, *v = p ? p->next : NULL;
	if (!v || v->next || !check_constant_text(m, &module) || !check_constant_text(p, &name)) {
		MESSAGE(c, n->at, "modparam(\"module\", \"name\", value) expected");
		return;
	}
	for (rest = module; rest.len && slice_cut(&rest, '|', &piece);)
		if (!known_module(piece)) {
			unknown_module(c, m->at, piece);
			return;
		}
	if (!module_value(c, v, &text))
		return;
	for (size_t i = 0; i < sizeof module_parameters / sizeof *module_parameters; i++) {
		uint64_t digits;
		if (!is_among(module, module_parameters[i].module) ||
			!slice_equal(name, slice_of(module_parameters[i].name)))
			continue;
		if (slice_number(text, &digits))
			text = arena_printf(c->arena, "%.*s%s", SLICE_FMT(text), module_parameters[i].unit);
		int row = table_parameter(slice_of(module_parameters[i].parameter));
		if (row >= 0)
			add_parameter(
				c, row, tree_text(c->script->tree, NODE_VALUE, v->at, text), p->at, false);
		return;
	}
	diag_warning(c->diag, p->at, "%.*s of module %.*s has no meaning here", SLICE_FMT(name),
		SLICE_FMT(module));
}

void check_module(struct checking *c, struct node *n)
{
	struct slice w = n->text;
	if (slice_equal(w, SLICE("loadmodule")) || slice_equal(w, SLICE("loadmodulex")))
		load_module(c, n);
	else if (slice_equal(w, SLICE("modparam")) || slice_equal(w, SLICE("modparamx")))
		module_parameter(c, n);
	else if (slice_equal(w, SLICE("loadpath")) || slice_equal(w, SLICE("mpath")))
		return;
	else if (table_action(w) >= 0 || slice_equal(w, SLICE("route")))
		diag_hint(c->diag, MESSAGE(c, n->name, "%.*s() stands outside of a route", SLICE_FMT(w)),
			"statements stand in route { ... }");
	else if (table_parameter(w) >= 0)
		diag_hint(c->diag, MESSAGE(c, n->name, "%.*s is a parameter", SLICE_FMT(w)),
			"write %.*s = value", SLICE_FMT(w));
	else
		diag_hint(c->diag, MESSAGE(c, n->name, "unexpected %.*s", SLICE_FMT(w)),
			"a parameter, loadmodule or a route expected");
}
