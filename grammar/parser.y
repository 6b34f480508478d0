/* parser.y: the grammar of scripts.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Rules only call the constructors of lang/tree.h. No name of an action, variable, parameter or route kind is known here. Brackets
 * match when the tokens arrive. After a syntax error the next token is SYNC, at the end of the statement (lang/parse.c). */
%require "3.8"
%expect 0
%define api.pure full
%define api.prefix {grammar_}
%define api.location.type {struct span}
%define parse.error custom
%define parse.lac full
%locations
%parse-param { struct parser *p }
%lex-param { struct parser *p }

%code requires {
#include "lang/tree.h"
struct parser;
}

%code {
#include "lang/parse.h"
#define YYLLOC_DEFAULT(Current, Rhs, N) \
	((Current) = (N) ? (struct span){ YYRHSLOC(Rhs, 1).from, YYRHSLOC(Rhs, N).to } \
			 : (struct span){ YYRHSLOC(Rhs, 0).to, YYRHSLOC(Rhs, 0).to })
#define T (p->tree)
static int grammar_lex(GRAMMAR_STYPE *value, struct span *at, struct parser *p);
static void grammar_error(struct span *at, struct parser *p, const char *text);
}

%union {
	struct slice text;
	int64_t number;
	struct node *node;
	struct node_list list;
}

%token END_OF_FILE 0 "end of file"
%token <text> SECTION "block"
%token <text> NAME "name" STRING "string" RAW "raw string" WORD "value" ADDRESS "address" VARIABLE "variable" QUANTITY "quantity"
%token <number> NUMBER "number"
%token <node> REGEX "pattern"
%token END "end of line" SYNC
%token IF "if" ELSE "else" WHILE "while" SWITCH "switch" CASE "case" DEFAULT "default" EXIT "exit" RETURN "return" DROP "drop" BREAK "break"
%token FOR "for" ELSEIF "elseif"
%token ADD_ASSIGN "+=" OR "||" AND "&&" EQUAL "==" UNEQUAL "!=" MATCH "=~" NOT_MATCH "!~" IN "in"
%token LESS_EQUAL "<=" MORE_EQUAL ">=" SHIFT_LEFT "<<" SHIFT_RIGHT ">>" MOD "%" NOT "!"

%left OR
%left AND
%left '|'
%left '^'
%left '&'
%left EQUAL UNEQUAL
%left '<' '>' LESS_EQUAL MORE_EQUAL MATCH NOT_MATCH IN
%left SHIFT_LEFT SHIFT_RIGHT
%left '+' '-'
%left '*' '/' MOD
%precedence NOT '~' UNARY
%precedence THEN
%precedence ELSE

%type <node> item section setting value block statement simple condition test expr primary string case
%type <list> settings values statements cases arguments argument_list labels strings
%type <text> route_name

%%

file: %empty
	| file item                     { if ($2) T->items = node_append(T->items, $2); }
	;

item: NAME '=' values END               { $$ = tree_parameter(T, @1, $1, $3.first); }           /* alias = "a.org", b.org */
	| NAME block                    { $$ = tree_route(T, @1, $1, (struct span){ 0, 0 }, (struct slice){ "", 0 }, $2); } /* route { } */
	| NAME '[' route_name ']' block { $$ = tree_route(T, @1, $1, @3, $3, $5); }             /* route[X] { } */
	| NAME NAME block               { $$ = parse_bare_route(p, @1, $1, @2, $2, $3); }
	| NAME strings                  { $$ = tree_module(T, @$, @1, $1, $2.first); }          /* loadmodule "tm.so" */
	| NAME '(' arguments ')'        { $$ = tree_module(T, @$, @1, $1, $3.first); }          /* modparam("tm", "fr_timer", 5) */
	| section
	| END                           { $$ = NULL; }
	| ';'                           { $$ = NULL; }
	| error SYNC                    { $$ = NULL; yyerrok; }
	;

section: SECTION route_name '{' settings '}' { $$ = tree_section(T, @1, $1, @2, $2, $4.first); } /* farm X { key = "..." group a { } } */
	;

settings: %empty                        { $$ = node_list(NULL); }
	| settings setting              { $$ = $2 ? node_append($1, $2) : $1; }
	;

setting: NAME '=' values END            { $$ = tree_parameter(T, @1, $1, $3.first); }
	| section
	| ';'                           { $$ = NULL; }
	| error SYNC                    { $$ = NULL; yyerrok; }
	;

strings: string                         { $$ = node_list($1); }
	;

values: value                           { $$ = node_list($1); }
	| values ',' value              { $$ = node_append($1, $3); }
	;

value: WORD                             { $$ = tree_value(T, @1, $1, false); }
	| STRING                        { $$ = tree_value(T, @1, $1, true); }
	| RAW                           { $$ = tree_value(T, @1, $1, true); }
	| value WORD                    { $$ = tree_value_join(T, $1, tree_value(T, @2, $2, false)); } /* udp:0.0.0.0 advertise a.org */
	| value STRING                  { $$ = tree_value_join(T, $1, tree_value(T, @2, $2, true)); }
	| value RAW                     { $$ = tree_value_join(T, $1, tree_value(T, @2, $2, true)); }
	;

route_name: NAME                        { $$ = $1; }
	| NUMBER                        { $$ = parse_text(p, @$); }
	| STRING                        { $$ = $1; }
	| route_name ':' NAME           { $$ = parse_text(p, @$); }                             /* tm:local-request */
	| route_name '-' NAME           { $$ = parse_text(p, @$); }
	;

block: '{' statements '}'               { $$ = tree_block(T, @$, $2.first); }
	;

statements: %empty                      { $$ = node_list(NULL); }
	| statements statement          { $$ = node_append($1, $2); }
	;

statement: block
	| simple ';'                    { $$ = $1; }
	| simple error                  { $$ = $1; if (!p->skip) yyerrok; }                     /* a missing ; */
	| ';'                           { $$ = NULL; }
	| IF condition statement %prec THEN           { $$ = tree_if(T, @$, $2, $3, NULL); }
	| IF condition statement ELSE statement       { $$ = tree_if(T, @$, $2, $3, $5); }
	| WHILE condition statement     { $$ = tree_while(T, @$, $2, $3); }
	| SWITCH condition '{' cases '}' { $$ = tree_switch(T, @$, $2, $4.first); }
	| error SYNC                    { $$ = tree_node(T, NODE_BAD, @$); yyerrok; }
	;

simple: EXIT                            { $$ = tree_node(T, NODE_EXIT, @$); }
	| EXIT '(' ')'                  { $$ = tree_node(T, NODE_EXIT, @$); }
	| DROP                          { $$ = tree_node(T, NODE_DROP, @$); }
	| DROP '(' ')'                  { $$ = tree_node(T, NODE_DROP, @$); }
	| BREAK                         { $$ = tree_node(T, NODE_BREAK, @$); }
	| RETURN                        { $$ = tree_return(T, @$, NULL); }
	| RETURN expr                   { $$ = tree_return(T, @$, $2); }
	| RETURN '(' ')'                { $$ = tree_return(T, @$, NULL); }
	| NAME '(' arguments ')'        { $$ = tree_do(T, tree_call(T, @$, @1, $1, $3.first)); }
	| VARIABLE '=' expr             { $$ = tree_assign(T, @$, tree_variable(T, @1, $1), 0, $3); }
	| VARIABLE ADD_ASSIGN expr      { $$ = tree_assign(T, @$, tree_variable(T, @1, $1), NODE_ADD, $3); }
	| NAME '=' expr                 { $$ = tree_assign(T, @$, tree_text(T, NODE_NAME, @1, $1), 0, $3); }
	;

cases: %empty                           { $$ = node_list(NULL); }
	| error SYNC                    { $$ = node_list(NULL); yyerrok; }
	| cases case                    { $$ = node_append($1, $2); }
	;

case: CASE labels ':' statements        { $$ = tree_case(T, @$, $2.first, $4.first); }           /* case ok, not_found: ... */
	| DEFAULT ':' statements        { $$ = tree_case(T, @$, NULL, $3.first); }
	;

labels: expr                            { $$ = node_list($1); }
	| labels ',' expr               { $$ = node_append($1, $3); }
	;

condition: '(' test ')'                 { $$ = $2; }
	;

test: expr
	| expr '=' expr                 { $$ = tree_assigned(T, @2, $1, $3); }
	;

arguments: %empty                       { $$ = node_list(NULL); }
	| argument_list
	;

argument_list: test                     { $$ = node_list($1); }
	| argument_list ',' test        { $$ = node_append($1, $3); }
	;

expr: primary
	| expr OR expr                  { $$ = tree_binary(T, @2, NODE_OR, $1, $3); }
	| expr AND expr                 { $$ = tree_binary(T, @2, NODE_AND, $1, $3); }
	| expr '|' expr                 { $$ = tree_binary(T, @2, NODE_BIT_OR, $1, $3); }
	| expr '^' expr                 { $$ = tree_binary(T, @2, NODE_BIT_XOR, $1, $3); }
	| expr '&' expr                 { $$ = tree_binary(T, @2, NODE_BIT_AND, $1, $3); }
	| expr EQUAL expr               { $$ = tree_binary(T, @2, NODE_EQUAL, $1, $3); }
	| expr UNEQUAL expr             { $$ = tree_binary(T, @2, NODE_UNEQUAL, $1, $3); }
	| expr MATCH expr               { $$ = tree_binary(T, @2, NODE_MATCH, $1, $3); }
	| expr NOT_MATCH expr           { $$ = tree_binary(T, @2, NODE_NOT_MATCH, $1, $3); }
	| expr IN expr                  { $$ = tree_binary(T, @2, NODE_IN, $1, $3); }
	| expr '<' expr                 { $$ = tree_binary(T, @2, NODE_LESS, $1, $3); }
	| expr '>' expr                 { $$ = tree_binary(T, @2, NODE_MORE, $1, $3); }
	| expr LESS_EQUAL expr          { $$ = tree_binary(T, @2, NODE_LESS_EQUAL, $1, $3); }
	| expr MORE_EQUAL expr          { $$ = tree_binary(T, @2, NODE_MORE_EQUAL, $1, $3); }
	| expr SHIFT_LEFT expr          { $$ = tree_binary(T, @2, NODE_SHIFT_LEFT, $1, $3); }
	| expr SHIFT_RIGHT expr         { $$ = tree_binary(T, @2, NODE_SHIFT_RIGHT, $1, $3); }
	| expr '+' expr                 { $$ = tree_binary(T, @2, NODE_ADD, $1, $3); }
	| expr '-' expr                 { $$ = tree_binary(T, @2, NODE_SUBTRACT, $1, $3); }
	| expr '*' expr                 { $$ = tree_binary(T, @2, NODE_MULTIPLY, $1, $3); }
	| expr '/' expr                 { $$ = tree_binary(T, @2, NODE_DIVIDE, $1, $3); }
	| expr MOD expr                 { $$ = tree_binary(T, @2, NODE_MODULO, $1, $3); }
	| NOT expr                      { $$ = tree_unary(T, @$, NODE_NOT, $2); }
	| '-' expr %prec UNARY          { $$ = tree_unary(T, @$, NODE_NEGATE, $2); }
	| '~' expr                      { $$ = tree_unary(T, @$, NODE_COMPLEMENT, $2); }
	;

primary: NUMBER                         { $$ = tree_number(T, @1, $1); }
	| QUANTITY                      { $$ = tree_text(T, NODE_QUANTITY, @1, $1); }
	| string
	| REGEX                         { $$ = $1; }
	| ADDRESS                       { $$ = tree_text(T, NODE_ADDRESS, @1, $1); }
	| VARIABLE                      { $$ = tree_variable(T, @1, $1); }
	| NAME                          { $$ = tree_text(T, NODE_NAME, @1, $1); }
	| NAME '(' arguments ')'        { $$ = tree_call(T, @$, @1, $1, $3.first); }
	| '(' test ')'                  { $$ = tree_bracketed($2); }
	;

string: STRING                          { $$ = tree_string(T, @1, $1, false); }
	| RAW                           { $$ = tree_string(T, @1, $1, true); }
	| string STRING                 { $$ = tree_string_join(T, $1, tree_string(T, @2, $2, false)); } /* "a" "b" */
	| string RAW                    { $$ = tree_string_join(T, $1, tree_string(T, @2, $2, true)); }
	;

%%

static int grammar_lex(GRAMMAR_STYPE *value, struct span *at, struct parser *p)
{
	const struct token *t = parse_next(p);
	*at = t->at;
	if (t->kind == NUMBER)
		value->number = t->number;
	else if (t->kind == REGEX) {
		value->node = tree_text(p->tree, NODE_REGEX, t->at, t->text);
		value->node->number = t->number;
	} else
		value->text = t->text;
	return t->kind;
}

/* Called by bison for what is no syntax error: its stack is full. */
static void grammar_error(struct span *at, struct parser *p, const char *text)
{
	(void)text;
	diag_error(p->tree->diag, *at, "too many blocks, conditions or brackets inside each other");
}

static int yyreport_syntax_error(const yypcontext_t *context, struct parser *p)
{
	enum { MOST = 48 };
	yysymbol_kind_t expected[MOST];
	const char *names[MOST];
	int n = yypcontext_expected_tokens(context, expected, MOST), count = 0;
	for (int i = 0; i < n; i++)
		if (expected[i] != YYSYMBOL_SYNC)
			names[count++] = yysymbol_name(expected[i]);
	parse_unexpected(p, names, count);
	return 0;
}
