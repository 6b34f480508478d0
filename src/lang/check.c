/* check: the parts of a script, its routes and statements.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "lang/check.h"
#include "lang/checking.h"
#include "lang/program.h"

#include <stdio.h>

#define BASE(type) ((type) & ~(unsigned)T_NULL)

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

static void parameter(struct checking *c, struct node *n)
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
	for (struct node *v = n->list; v; v = v->next)
		add_parameter(c, row, v, n->name, false);
}

/* "name=value" of -o. */
static void override(struct checking *c, const char *option)
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

static void module_parameter(struct checking *c, struct node *n)
{
	struct slice module, name, text, rest, piece;
	struct node *m = n->list, *p = m ? m->next : NULL, *v = p ? p->next : NULL;
	int64_t number;
	if (!v || v->next || !check_constant_text(m, &module) || !check_constant_text(p, &name)) {
		MESSAGE(c, n->at, "modparam(\"module\", \"name\", value) expected");
		return;
	}
	for (rest = module; rest.len && slice_cut(&rest, '|', &piece);)
		if (!known_module(piece)) {
			unknown_module(c, m->at, piece);
			return;
		}
	if (!check_constant_text(v, &text)) {
		if (!check_constant_int(v, &number)) {
			MESSAGE(c, v->at, "a number or text expected");
			return;
		}
		text = arena_printf(c->arena, "%lld", (long long)number);
	}
	for (size_t i = 0; i < sizeof module_parameters / sizeof *module_parameters; i++) {
		uint64_t digits;
		if (!slice_equal(module, slice_of(module_parameters[i].module)) ||
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

static void module(struct checking *c, struct node *n)
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

/* ---- routes ---- */

int check_route(const struct checking *c, enum route_kind kind, struct slice name)
{
	const struct script *s = c->script;
	for (int i = 0; i < s->route_count; i++)
		if (s->routes[i].kind == kind && slice_equal(s->routes[i].name, name))
			return i;
	return -1;
}

/* "failure_route", as people write KIND. */
static struct slice keyword(enum route_kind kind)
{
	struct slice rest = slice_of(route_rows[kind].keywords), piece = { "", 0 };
	slice_cut(&rest, '|', &piece);
	return piece;
}

void check_no_route(struct checking *c, struct span at, enum route_kind kind, struct slice name)
{
	const struct script *s = c->script;
	struct suggest near = suggest(name);
	const struct script_route *found = NULL, *other = NULL;
	struct slice word = keyword(kind);
	for (int i = 0; i < s->route_count; i++) {
		const struct script_route *r = &s->routes[i];
		int before = near.distance;
		if (r->kind == kind)
			suggest_try(&near, r->name);
		if (near.distance != before)
			found = r;
		if (r->kind != kind && r->name.len && slice_equal(r->name, name))
			other = r;
	}
	struct diag_message *m = MESSAGE(c, at, "there is no %.*s[%.*s]", SLICE_FMT(word), SLICE_FMT(name));
	if (other) {
		diag_also(c->diag, m, other->at, "a %.*s has that name", SLICE_FMT(other->node->text));
	} else if (found) {
		diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(found->name));
		diag_also(c->diag, m, found->at, "%.*s is defined here", SLICE_FMT(found->name));
	} else {
		diag_hint(c->diag, m, "write one: %.*s[%.*s] { ... }", SLICE_FMT(word), SLICE_FMT(name));
	}
	for (int i = 0; i < s->route_count;
		i++) /* nothing is said about the one that was meant being unused */
		if (other == &s->routes[i] || found == &s->routes[i])
			s->routes[i].used = true;
}

/* The kind that KEYWORD begins, NAMED or not; -1 when it is none. */
static int route_kind(struct slice word, bool named)
{
	for (int i = 0; i < ROUTE_KINDS; i++) {
		struct slice rest = slice_of(route_rows[i].keywords), piece;
		while (rest.len && slice_cut(&rest, '|', &piece))
			if (slice_equal(piece, word) && (named ? route_rows[i].named : route_rows[i].unnamed))
				return i;
	}
	return -1;
}

static void unknown_kind(struct checking *c, const struct node *n)
{
	struct suggest s = suggest(n->text);
	bool known = false;
	for (int i = 0; i < ROUTE_KINDS; i++) {
		struct slice rest = slice_of(route_rows[i].keywords), piece;
		while (rest.len && slice_cut(&rest, '|', &piece)) {
			suggest_try(&s, piece);
			known |= slice_equal(piece, n->text);
		}
	}
	if (known && n->third) {
		diag_hint(c->diag, MESSAGE(c, n->third->at, "a %.*s has no name", SLICE_FMT(n->text)),
			"write %.*s { ... }", SLICE_FMT(n->text));
	} else if (known) {
		diag_hint(c->diag, MESSAGE(c, n->name, "a %.*s needs a name", SLICE_FMT(n->text)),
			"write %.*s[NAME] { ... }", SLICE_FMT(n->text));
	} else {
		struct diag_message *m = MESSAGE(c, n->name, "there are no %.*s blocks", SLICE_FMT(n->text));
		if (s.best.len)
			diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.best));
	}
}

static void collect_route(struct checking *c, struct node *n)
{
	struct script *s = c->script;
	int kind = route_kind(n->text, n->third != NULL);
	if (kind < 0) {
		unknown_kind(c, n);
		return;
	}
	int before = check_route(c, (enum route_kind)kind, n->key);
	struct span at = n->third ? n->third->at : n->name;
	if (before >= 0) {
		struct diag_message *m = n->third ? MESSAGE(c, at, "%.*s[%.*s] is defined twice",
							    SLICE_FMT(n->text), SLICE_FMT(n->key))
						  : MESSAGE(c, at, "a second %.*s block", SLICE_FMT(n->text));
		diag_also(c->diag, m, s->routes[before].at, "the first one is here");
	}
	struct script_route *r = &s->routes[s->route_count++];
	*r = (struct script_route){ .node = n,
		.kind = (enum route_kind)kind,
		.name = before >= 0 ? SLICE(" twice ") : n->key,
		.at = at };
	r->used = kind == ROUTE_REQUEST || kind == ROUTE_REPLY || before >= 0;
	r->roots = kind == ROUTE_SUB ? 0 : 1u << kind;
	n->row = s->route_count - 1;
}

void check_allowed(struct checking *c, struct span at, unsigned allowed, struct slice name)
{
	if (!c->final)
		return;
	struct use *u = ARENA_NEW(c->arena, struct use);
	*u = (struct use){ c->uses, at, name, allowed, c->kinds, c->route };
	c->uses = u;
}

/* ---- statements ---- */

static void statements(struct checking *c, struct node *list);
static void statement(struct checking *c, struct node *n);

/* Whether nothing comes behind N. */
static bool leaves(const struct node *n)
{
	if (n->kind == NODE_BLOCK) {
		const struct node *last = n->list;
		while (last && last->next)
			last = last->next;
		return last && leaves(last);
	}
	return n->kind == NODE_EXIT || n->kind == NODE_RETURN || n->kind == NODE_DROP;
}

/* A sub-statement. Returns the last call at its end: that of BEFORE when its end is not reached. */
static int branch(struct checking *c, struct node *n, int before)
{
	c->last_call = before;
	if (n)
		statement(c, n);
	return n && leaves(n) ? before : c->last_call;
}

static void check_if(struct checking *c, struct node *n)
{
	unsigned kinds = c->kinds;
	check_condition(c, n->left);
	int call = c->last_call;
	c->kinds = kinds & check_kinds(n->left, true);
	int then = branch(c, n->right, call);
	c->kinds = kinds & check_kinds(n->left, false);
	int otherwise = branch(c, n->third, call);
	c->last_call = then == otherwise ? then : CALL_NONE;
	c->kinds = kinds;
}

/* The type that V, a $var or $avp, gets by an assignment of TYPE at AT. */
static void assign_own(struct checking *c, struct node *n, struct script_variable *v, unsigned type, bool avp)
{
	v->is_set = true;
	if (!type)
		return;
	if (type == T_NULL) {
		v->type |= T_NULL;
		return;
	}
	unsigned old = v->type;
	if (!BASE(v->type)) {
		v->type |= type;
		v->set = n->at;
	} else if (BASE(v->type) == BASE(type)) {
		v->type |= type;
	} else {
		struct diag_message *m = MESSAGE(c, n->at,
			"$%s(%.*s) is %s elsewhere; %s cannot be put into it", avp ? "avp" : "var",
			SLICE_FMT(v->name), check_type_name(v->type), check_type_name(type));
		diag_also(c->diag, m, v->set, "%s is put into it here", check_type_name(v->type));
	}
	if (avp)
		v->type |= T_NULL;
	c->changed |= old != v->type;
}

static void wrong_value(struct checking *c, struct node *n, unsigned want, unsigned got)
{
	struct node *value = n->right;
	int64_t number;
	struct diag_message *m;
	if (got == T_NULL) {
		MESSAGE(c, value->at, "$%.*s cannot be null", SLICE_FMT(n->left->text));
		return;
	}
	m = MESSAGE(c, value->at, "$%.*s is %s, not %s", SLICE_FMT(n->left->text), check_type_name(want),
		check_type_name(got));
	if (check_constant_int(value, &number))
		diag_hint(c->diag, m, "write it in quotes");
}

static void check_assign(struct checking *c, struct node *n)
{
	int call = c->last_call;
	unsigned type = check_value(c, n->right);
	c->last_call = n->right->kind == NODE_CALL ? c->last_call : call;
	if (n->left->kind != NODE_VARIABLE)
		return;
	unsigned want = check_variable(c, n->left, true);
	if (n->left->use == USE_VAR || n->left->use == USE_AVP) {
		bool avp = n->left->use == USE_AVP;
		if (n->left->row < 0)
			return;
		struct script_variable *v =
			avp ? &c->script->avps[n->left->row] : &c->script->vars[n->left->row];
		if (n->op == NODE_ADD) {
			v->is_read = true;
			if (type && v->type &&
				(BASE(type) != BASE(v->type) ||
					(BASE(type) != T_INT && BASE(type) != T_STRING)))
				MESSAGE(c, n->right->at, "%s cannot be added to %s", check_type_name(type),
					check_type_name(v->type));
			return;
		}
		assign_own(c, n, v, type, avp);
		return;
	}
	if (!want || !type)
		return;
	if (type == T_NULL ? !(want & T_NULL) : !(BASE(want) & BASE(type)))
		wrong_value(c, n, want, type);
}

static void check_return(struct checking *c, struct node *n)
{
	int64_t number;
	unsigned type = n->left ? check_value(c, n->left) : T_INT;
	if (!type)
		return;
	if (BASE(type) == T_BOOL) {
		const struct sources *sources = diag_sources(c->diag);
		struct diag_message *m = MESSAGE(c, n->left->at, "return gives a number");
		if (source_place(sources, n->at.from).line != source_place(sources, n->left->at.from).line)
			diag_hint(c->diag, m, "is a ; missing behind return?");
		else
			diag_hint(c->diag, m, "write return 1 for true, return -1 for false");
		return;
	}
	if (BASE(type) != T_INT) {
		MESSAGE(c, n->left->at, "return gives a number, not %s", check_type_name(type));
		return;
	}
	if (n->left && check_constant_int(n->left, &number) && number == 0) {
		struct diag_message *m = MESSAGE(c, n->at, "return 0 is not known here");
		diag_hint(c->diag, m, "it ends the whole script in SER: write exit; or return 1 or -1");
	}
}

/* Labels that are names of the results of action ROW. True when each result has one. */
static bool result_labels(struct checking *c, struct node *n, int row)
{
	struct signature s = check_signature(row);
	unsigned seen = 0;
	for (struct node *k = n->list; k; k = k->next)
		for (struct node *label = k->left; label; label = label->next) {
			struct suggest near = suggest(label->text);
			int64_t number;
			int found = -1;
			if (label->kind != NODE_NAME) {
				struct diag_message *m = MESSAGE(
					c, label->at, "a result of %s() has a name", action_rows[row].name);
				if (check_constant_int(label, &number) && number < 0 &&
					-number < s.result_count)
					diag_hint(c->diag, m, "did you mean %.*s?",
						SLICE_FMT(s.results[-number]));
				else if (check_constant_int(label, &number) && number == 1 && s.result_count)
					diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(s.results[0]));
				else
					diag_hint(c->diag, m, "one of %s", action_rows[row].results);
				continue;
			}
			for (int i = 0; i < s.result_count; i++) {
				if (slice_equal(s.results[i], label->text))
					found = i;
				suggest_try(&near, s.results[i]);
			}
			label->results = found;
			label->use = USE_ACTION;
			if (found < 0) {
				struct diag_message *m = MESSAGE(c, label->at, "%s() has no result %.*s",
					action_rows[row].name, SLICE_FMT(label->text));
				if (near.best.len)
					diag_hint(c->diag, m, "did you mean %.*s?", SLICE_FMT(near.best));
				else
					diag_hint(c->diag, m, "its results are %s", action_rows[row].results);
				return true;
			}
			if (seen & 1u << found)
				MESSAGE(c, label->at, "a second case for %.*s", SLICE_FMT(label->text));
			seen |= 1u << found;
		}
	return seen == (1u << s.result_count) - 1;
}

static bool same_label(const struct node *a, const struct node *b)
{
	int64_t x, y;
	struct slice s, t;
	if (check_constant_int(a, &x) && check_constant_int(b, &y))
		return x == y;
	return check_constant_text(a, &s) && check_constant_text(b, &t) && slice_equal(s, t);
}

/* The label of N before LABEL with the same value. */
static const struct node *earlier_label(const struct node *n, const struct node *label)
{
	for (const struct node *k = n->list; k; k = k->next)
		for (const struct node *other = k->left; other; other = other->next) {
			if (other == label)
				return NULL;
			if (same_label(other, label))
				return other;
		}
	return NULL;
}

/* LABEL of the switch N, which tests a value of TYPE. */
static void value_label(struct checking *c, const struct node *n, struct node *label, unsigned type)
{
	int64_t number;
	struct slice text;
	if (label->kind == NODE_REGEX) {
		diag_hint(c->diag, MESSAGE(c, label->at, "a case is no pattern"), "use if and =~");
		return;
	}
	unsigned t = check_value(c, label);
	if (!t)
		return;
	if (!check_constant_int(label, &number) && !check_constant_text(label, &text)) {
		MESSAGE(c, label->at, "a case must be constant");
		return;
	}
	if (type && BASE(type) != BASE(t))
		MESSAGE(c, label->at, "%s is tested here, not %s", check_type_name(type), check_type_name(t));
	const struct node *other = earlier_label(n, label);
	if (other) {
		struct diag_message *m = MESSAGE(c, label->at, "a second case for the same value");
		diag_also(c->diag, m, other->at, "the first one is here");
	}
}

static void value_labels(struct checking *c, struct node *n, unsigned type)
{
	for (struct node *k = n->list; k; k = k->next)
		for (struct node *label = k->left; label; label = label->next)
			value_label(c, n, label, type);
}

static bool any_name_label(const struct node *n)
{
	for (const struct node *k = n->list; k; k = k->next)
		for (const struct node *label = k->left; label; label = label->next)
			if (label->kind == NODE_NAME)
				return true;
	return false;
}

static void check_switch(struct checking *c, struct node *n)
{
	const struct node *other = NULL;
	bool exhaustive = true;
	int call = c->last_call;
	for (const struct node *k = n->list; k; k = k->next) {
		if (!k->left && other)
			diag_also(c->diag, MESSAGE(c, k->at, "a second default"), other->at,
				"the first one is here");
		if (!k->left)
			other = k;
	}
	unsigned type = check_value(c, n->left);
	if (n->left->kind == NODE_CALL) {
		call = c->last_call;
		n->left->type = T_INT; /* its result, as for $rc */
		if (n->left->use == USE_ACTION && n->left->row >= 0)
			exhaustive = result_labels(c, n, n->left->row);
		else if (n->left->use == USE_ROUTE)
			value_labels(c, n, T_INT);
	} else if (n->left->use == USE_RC && call >= 0 && any_name_label(n)) {
		exhaustive = result_labels(c, n, call);
	} else if (type) {
		if (BASE(type) == T_BOOL || BASE(type) == T_IP)
			diag_hint(c->diag,
				MESSAGE(c, n->left->at, "%s cannot be tested by switch",
					check_type_name(type)),
				"use if");
		else
			value_labels(c, n, type);
	} else if (!type && n->left->kind != NODE_VARIABLE) {
		exhaustive = true;
	}
	if (!exhaustive && !other)
		diag_hint(c->diag, MESSAGE(c, n->left->at, "this switch leaves out a result"),
			"add default: or the missing one of %s",
			n->left->kind == NODE_CALL ? action_rows[n->left->row].results
						   : action_rows[call].results);
	c->breakable++;
	for (struct node *k = n->list; k; k = k->next) {
		branch(c, k->right, call);
	}
	c->breakable--;
	c->last_call = CALL_NONE;
}

static void statement(struct checking *c, struct node *n)
{
	switch (n->kind) {
	case NODE_BLOCK:
		statements(c, n->list);
		break;
	case NODE_IF:
		check_if(c, n);
		break;
	case NODE_WHILE:
		c->last_call = CALL_NONE;
		check_condition(c, n->left);
		c->breakable++;
		c->last_call = CALL_NONE;
		branch(c, n->right, CALL_NONE);
		c->breakable--;
		c->last_call = CALL_NONE;
		break;
	case NODE_SWITCH:
		check_switch(c, n);
		break;
	case NODE_ASSIGN:
		check_assign(c, n);
		break;
	case NODE_DO:
		check_call(c, n->left);
		break;
	case NODE_RETURN:
		check_return(c, n);
		break;
	case NODE_BREAK:
		if (!c->breakable)
			diag_hint(c->diag, MESSAGE(c, n->at, "break stands in while and switch"),
				"write return; to leave the route");
		break;
	default:
		break;
	}
}

static void statements(struct checking *c, struct node *list)
{
	unsigned kinds = c->kinds;
	for (struct node *n = list; n; n = n->next) {
		statement(c, n);
		if (n->kind == NODE_IF && !n->third && leaves(n->right)) /* if (!is_request()) return; */
			c->kinds &= check_kinds(n->left, false);
	}
	c->kinds = kinds;
}

static void walk(struct checking *c)
{
	struct script *s = c->script;
	for (int i = 0; i < s->route_count; i++) {
		c->route = i;
		c->last_call = CALL_NONE;
		c->breakable = 0;
		c->kinds = R_ANY;
		statement(c, s->routes[i].node->right);
	}
}

/* ---- the graph of calls ---- */

enum { CALLS_UNSEEN, CALLS_OPEN, CALLS_DONE };

/* Reports a route that, through CALL, calls itself. */
static void recursion(struct checking *c, const struct script_call *call)
{
	struct script *s = c->script;
	struct diag_message *m = MESSAGE(c, call->node->at, "route[%.*s] calls itself%s",
		SLICE_FMT(s->routes[call->to].name), call->to == call->from ? "" : " in a circle");
	/* the way from the called route back here: at each step the call that is still open */
	int at = call->to;
	for (int steps = 0; at != call->from && steps < s->route_count; steps++) {
		const struct script_call *next = s->routes[at].calls;
		while (next && s->routes[next->to].state != CALLS_OPEN)
			next = next->next;
		if (!next)
			break;
		diag_also(c->diag, m, next->node->at, "route[%.*s] calls route[%.*s] here",
			SLICE_FMT(s->routes[at].name), SLICE_FMT(s->routes[next->to].name));
		if (next->to == call->to)
			break;
		at = next->to;
	}
}

static void visit(struct checking *c, int route)
{
	struct script *s = c->script;
	s->routes[route].state = CALLS_OPEN;
	for (struct script_call *call = s->routes[route].calls; call; call = call->next) {
		if (s->routes[call->to].state == CALLS_OPEN)
			recursion(c, call);
		else if (s->routes[call->to].state == CALLS_UNSEEN)
			visit(c, call->to);
	}
	s->routes[route].state = CALLS_DONE;
}

/* Which kinds of route each sub-route is reached from. */
static void spread_roots(struct script *s)
{
	bool changed = true;
	while (changed) {
		changed = false;
		for (int i = 0; i < s->route_count; i++)
			for (const struct script_call *call = s->routes[i].calls; call; call = call->next) {
				unsigned roots =
					s->routes[call->to].roots | (s->routes[i].roots & call->kinds);
				changed |= roots != s->routes[call->to].roots;
				s->routes[call->to].roots = roots;
			}
	}
}

/* Notes below M the calls by which ROUTE is reached from a route of KIND. */
static void note_chain(struct checking *c, struct diag_message *m, int route, enum route_kind kind)
{
	struct script *s = c->script;
	for (int steps = 0; s->routes[route].kind == ROUTE_SUB && steps < s->route_count; steps++) {
		const struct script_call *found = NULL;
		for (int i = 0; i < s->route_count && !found; i++)
			for (const struct script_call *call = s->routes[i].calls; call && !found;
				call = call->next)
				if (call->to == route && s->routes[i].roots & call->kinds & 1u << kind &&
					i != route &&
					(s->routes[i].kind == ROUTE_SUB || s->routes[i].kind == kind))
					found = call;
		if (!found)
			return;
		const struct script_route *from = &s->routes[found->from];
		struct slice word = from->node->text;
		if (from->name.len)
			diag_also(c->diag, m, found->node->at, "route[%.*s] is called here, in %.*s[%.*s]",
				SLICE_FMT(s->routes[route].name), SLICE_FMT(word), SLICE_FMT(from->name));
		else
			diag_also(c->diag, m, found->node->at, "route[%.*s] is called here, in %.*s",
				SLICE_FMT(s->routes[route].name), SLICE_FMT(word));
		route = found->from;
	}
}

static void check_uses(struct checking *c)
{
	for (const struct use *u = c->uses; u; u = u->next) {
		const struct script_route *r = &c->script->routes[u->route];
		unsigned bad = r->roots & u->kinds & ~u->allowed;
		if (!bad)
			continue;
		int kind = __builtin_ctz(bad);
		struct slice word = kind == (int)r->kind ? r->node->text : keyword((enum route_kind)kind);
		if (kind == ROUTE_REQUEST && r->kind != ROUTE_REQUEST)
			word = SLICE("request_route");
		struct diag_message *m =
			MESSAGE(c, u->at, "%.*s cannot be used in %.*s", SLICE_FMT(u->name), SLICE_FMT(word));
		note_chain(c, m, u->route, (enum route_kind)kind);
	}
}

/* ---- what is of no use ---- */

static void check_unused(struct checking *c)
{
	struct script *s = c->script;
	for (int i = 0; i < s->route_count; i++) {
		const struct script_route *r = &s->routes[i];
		if (r->used)
			continue;
		static const char *const arms[ROUTE_KINDS] = { [ROUTE_BRANCH] = "t_on_branch",
			[ROUTE_FAILURE] = "t_on_failure",
			[ROUTE_ONREPLY] = "t_on_reply" };
		if (arms[r->kind])
			diag_warning(c->diag, r->at, "%.*s[%.*s] never runs: no %s(\"%.*s\")",
				SLICE_FMT(r->node->text), SLICE_FMT(r->name), arms[r->kind],
				SLICE_FMT(r->name));
		else
			diag_warning(c->diag, r->at, "route[%.*s] is never called", SLICE_FMT(r->name));
	}
	for (int i = 0; i < s->var_count; i++)
		if (s->vars[i].is_set && !s->vars[i].is_read)
			diag_warning(c->diag, s->vars[i].set, "$var(%.*s) is never read",
				SLICE_FMT(s->vars[i].name));
	for (int i = 0; i < s->avp_count; i++) {
		const struct script_variable *v = &s->avps[i];
		struct suggest near = suggest(v->name);
		if (v->is_set || !v->is_read)
			continue;
		for (int k = 0; k < s->avp_count; k++)
			if (s->avps[k].is_set)
				suggest_try(&near, s->avps[k].name);
		struct diag_message *m =
			diag_warning(c->diag, v->read, "$avp(%.*s) is never set", SLICE_FMT(v->name));
		if (near.best.len)
			diag_hint(c->diag, m, "did you mean $avp(%.*s)?", SLICE_FMT(near.best));
	}
	for (int i = 0; i < 64; i++)
		if ((s->flags_set & ~s->flags_tested) >> i & 1)
			diag_warning(c->diag, s->flag_at[i], "flag %d is set but never tested", i);
}

void check(struct script *s, const char *const *overrides)
{
	struct checking c = { .script = s, .diag = s->diag, .arena = s->arena };
	int count = 0, syntax = diag_errors(s->diag);
	for (struct node *n = s->tree->items.first; n; n = n->next)
		count += n->kind == NODE_ROUTE;
	s->routes = ARENA_ARRAY(s->arena, struct script_route, count + 1);
	for (struct node *n = s->tree->items.first; n; n = n->next) {
		if (n->kind == NODE_PARAMETER)
			parameter(&c, n);
		else if (n->kind == NODE_MODULE)
			module(&c, n);
		else
			collect_route(&c, n);
	}
	for (const char *const *o = overrides; o && *o; o++)
		override(&c, *o);
	if (check_route(&c, ROUTE_REQUEST, SLICE("")) < 0 && !diag_errors(s->diag))
		diag_general(s->diag, "there is no route { ... } block, so no request would be answered");

	diag_silence(s->diag, true);
	for (int i = 0; i < 4; i++) { /* types of variables: of one set by another, of that by a third ... */
		c.changed = false;
		walk(&c);
		if (!c.changed)
			break;
	}
	diag_silence(s->diag, false);
	c.final = true;
	s->flags_set = s->flags_tested = 0;
	walk(&c);
	for (int i = 0; i < s->route_count; i++)
		if (s->routes[i].state == CALLS_UNSEEN)
			visit(&c, i);
	spread_roots(s);
	check_uses(&c);
	if (!syntax) /* else calls may be missing from the tree */
		check_unused(&c);
}
