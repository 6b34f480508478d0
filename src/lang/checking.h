/* checking: what the files of the check share (check.c, settings.c, statement.c, expression.c, argument.c).
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_LANG_CHECKING_H
#define SIPD_LANG_CHECKING_H

#include "lang/check.h"
#include "lang/signature.h"
#include "lang/suggest.h"

/* Rows of the last call, where it is no row of actions. */
enum { CALL_NONE = -1, CALL_ROUTE = -2 };

/* Something that is good in some kinds of route only. */
struct use {
	struct use *next;
	struct span at;
	struct slice name;
	unsigned allowed, kinds;
	int route;
};

enum { MODULES_SAID = 64 };

struct checking {
	struct script *script;
	struct diag *diag;
	struct arena *arena;
	int route;     /* being checked */
	int last_call; /* whose result $rc is: the row of an action or CALL_ */
	int breakable; /* loops and switches round the statement */
	bool changed;  /* the type of a variable became known */
	struct use *uses;
	struct slice modules[MODULES_SAID]; /* that are not built in: reported */
	int module_count;
	unsigned
		kinds; /* R_ bits of the routes for which we can be here: less than all behind is_request() */
	bool final;    /* the walk in which everything is reported */
};

#define MESSAGE(c, at, ...) diag_error((c)->diag, (at), __VA_ARGS__)

/* A parameter; "name=value" of -o; loadmodule and modparam (or what else stands outside of the routes). */
void check_parameter(struct checking *c, struct node *n);
void check_override(struct checking *c, const char *option);
void check_module(struct checking *c, struct node *n);

/* A block of settings in block PARENT, of the kind INSIDE. */
void check_block(struct checking *c, struct node *n, enum block_id inside, int parent);

/* The statements of all routes. */
void check_routes(struct checking *c);

/* The signature of row ROW of actions. */
struct signature check_signature(int row);

/* An expression whose value is wanted, a condition; *N may be replaced. They return the type, 0 when something is wrong. */
unsigned check_value(struct checking *c, struct node *n);
void check_condition(struct checking *c, struct node *n);

/* A call, of an action or of a route. False when it is not understood. */
bool check_call(struct checking *c, struct node *n);

/* In which kinds of route condition N can be TRUTH; what is_request() and its like say. */
unsigned check_kinds(const struct node *n, bool truth);

/* A $var or $avp by its name, added when it is new. */
int check_var(struct checking *c, struct slice name);
int check_avp(struct checking *c, struct slice name);

/* $(name...) as a value; TARGET when it is being assigned to. */
unsigned check_variable(struct checking *c, struct node *n, bool target);

/* Something that is good in the routes of mask ALLOWED only stands at AT in the current route; checked when it is known from where
 * that is reached. NAME is what it is called. */
void check_allowed(struct checking *c, struct span at, unsigned allowed, struct slice name);

/* The route of KIND called NAME; -1 when there is none. */
int check_route(const struct checking *c, enum route_kind kind, struct slice name);

/* Reports that there is no route of KIND called NAME. */
void check_no_route(struct checking *c, struct span at, enum route_kind kind, struct slice name);

/* The same for one that is a row of variables, $method or the bare word. */
unsigned check_row_variable(struct checking *c, struct node *n, bool target);

/* A comparison; =~ and !~. They return T_BOOL. */
unsigned check_comparison(struct checking *c, struct node *n);
unsigned check_match(struct checking *c, struct node *n);

/* How the value of N is compared: byte by byte; as a URI (3261 19.1.4); as methods, hosts, and words such as UDP, whose case does
 * not matter. */
enum check_sort { SORT_PLAIN, SORT_URI, SORT_METHOD, SORT_HOST, SORT_WORD };
enum check_sort check_sort(const struct node *n);

/* Reads TEXT as an address or network into n->network; false after an error. */
bool check_network(struct checking *c, struct node *n, struct slice text);

/* "a string", "a number" ... */
const char *check_type_name(unsigned type);

/* A constant expression: number (T_INT), truth value, or text (T_STRING). */
bool check_constant_int(const struct node *n, int64_t *value);
bool check_constant_text(const struct node *n, struct slice *text);

/* Compiles the pattern of N (a string or a regex) to see whether it is one. */
void check_regex(struct checking *c, struct node *n, unsigned flags);

/* Whether TEXT can be a URI: begins with sip:, sips: or tel:. */
bool check_uri_text(struct slice text);

/* Whether TEXT is HOST[:PORT]; else the rest of a sentence about it in *WRONG. */
bool check_host(struct slice text, const char **wrong);

/* A method's name: an unknown one that is like a known one is an error. STRICT: every unknown one. */
bool check_method(struct checking *c, struct span at, struct slice name, bool strict);

#endif
