=== note
Scripts with one mistake each: what is said about it, and nothing more. Many are mistakes that other servers accept, or blame on
another line.

=== case a missing semicolon
=== config
route {
	if (!mf_process_maxfwd_header(10)) {
		sl_send_reply("483", "Too Many Hops")
		exit;
	}
	t_relay();
}
=== error
t.cfg:3:40: error: missing ;
    3 | 		sl_send_reply("483", "Too Many Hops")
      | 		                                     ^
1 error, 0 warnings

=== case an unknown action
=== config
route {
	sl_sendreply("200", "OK");
}
=== error
t.cfg:2:2: error: there is no action sl_sendreply
    2 | 	sl_sendreply("200", "OK");
      | 	^~~~~~~~~~~~ did you mean sl_send_reply?
1 error, 0 warnings

=== case wrong numbers of arguments
=== config
route {
	if (is_method("INVITE")) {
		sl_send_reply();
		exit;
	}
	t_relay("a", 1, "c", "d");
}
=== error
t.cfg:3:3: error: sl_send_reply() takes 1 to 2 arguments, not 0
    3 | 		sl_send_reply();
      | 		^~~~~~~~~~~~~ sl_send_reply(code status, [string reason])
t.cfg:6:2: error: t_relay() takes 0 to 2 arguments, not 4
    6 | 	t_relay("a", 1, "c", "d");
      | 	^~~~~~~ t_relay([host host, [int[1..65535] port]])
2 errors, 0 warnings

=== case a route that does not exist
=== config
route {
	if (is_method("INVITE")) {
		route(RELEY);
	}
	route(RELAY);
}
route[RELAY] {
	t_relay();
}
=== error
t.cfg:3:9: error: there is no route[RELEY]
    3 | 		route(RELEY);
      | 		      ^~~~~ did you mean RELAY?
t.cfg:7:7: note: RELAY is defined here
    7 | route[RELAY] {
      |       ^~~~~
1 error, 0 warnings

=== case an unknown variable
=== config
route {
	if ($fromuser == "alice") {
		sl_send_reply(403, "No");
		exit;
	}
	t_relay();
}
=== error
t.cfg:2:6: error: there is no variable $fromuser
    2 | 	if ($fromuser == "alice") {
      | 	    ^~~~~~~~~ a variable of your own is $var(fromuser)
1 error, 0 warnings

=== case unknown variables in a string
=== config
route {
	xlog("hello $ruu and $nosuch(x)\n");
	t_relay();
}
=== error
t.cfg:2:14: error: there is no variable $ruu
    2 | 	xlog("hello $ruu and $nosuch(x)\n");
      | 	            ^~~~ did you mean $ru?
t.cfg:2:23: error: there is no variable $nosuch
    2 | 	xlog("hello $ruu and $nosuch(x)\n");
      | 	                     ^~~~~~~~~~ a variable of your own is $var(nosuch)
2 errors, 0 warnings

=== case a bad pattern
=== config
route {
	if ($rU =~ "^(\+|00[1-9]{3,20}$") {
		sl_send_reply(403, "No");
		exit;
	}
	t_relay();
}
=== error
t.cfg:2:13: error: bad pattern: missing closing parenthesis
    2 | 	if ($rU =~ "^(\+|00[1-9]{3,20}$") {
      | 	           ^~~~~~~~~~~~~~~~~~~~~
1 error, 0 warnings

=== case code that is never reached, a route that is never called, a condition that is constant
=== config
route {
	if (1 == 1) xlog("always");
	t_relay();
	exit;
	xlog("never");
}
route[OLD] {
	sl_send_reply(404, "Gone");
}
=== error
t.cfg:2:6: warning: this comparison gives the same result every time
    2 | 	if (1 == 1) xlog("always");
      | 	    ^~~~~~
t.cfg:3:2: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    3 | 	t_relay();
      | 	^~~~~~~~~ if (uri != myself) ...
t.cfg:5:2: warning: this is never reached
    5 | 	xlog("never");
      | 	^~~~~~~~~~~~~
t.cfg:4:2: note: the path ends here
    4 | 	exit;
      | 	^~~~
t.cfg:7:7: warning: route[OLD] is never called
    7 | route[OLD] {
      |       ^~~
0 errors, 4 warnings

=== case an octet above 255
=== config
route {
	if (src_ip == 10.0.0.300) {
		exit;
	}
	t_relay();
}
=== error
t.cfg:2:16: error: 10.0.0.300 is no address or network
    2 | 	if (src_ip == 10.0.0.300) {
      | 	              ^~~~~~~~~~ 300 is above 255
1 error, 0 warnings

=== case a prefix above 32
=== config
route {
	if (src_ip == 10.0.0.0/33) {
		exit;
	}
	t_relay();
}
=== error
t.cfg:2:16: error: 10.0.0.0/33 is no address or network
    2 | 	if (src_ip == 10.0.0.0/33) {
      | 	              ^~~~~~~~~~~ a prefix has at most 32 bits
1 error, 0 warnings

=== case host bits in a network
=== config
route {
	if (src_ip == 10.0.0.5/8) {
		exit;
	}
	t_relay();
}
=== error
t.cfg:2:16: error: 10.0.0.5/8 is no address or network
    2 | 	if (src_ip == 10.0.0.5/8) {
      | 	              ^~~~~~~~~~ bits behind the prefix are set; did you mean 10.0.0.0/8?
1 error, 0 warnings

=== case a quoted network that is none
=== config
route {
	if (src_ip == "10.0.0.0/33") exit;
	if ($si == "127.0.0.257") exit;
	if (src_ip == "sip.example.com") exit;
	t_relay();
}
=== error
t.cfg:2:16: error: 10.0.0.0/33 is no address or network
    2 | 	if (src_ip == "10.0.0.0/33") exit;
      | 	              ^~~~~~~~~~~~~ a comparison never asks the DNS
t.cfg:3:13: error: 127.0.0.257 is no address or network
    3 | 	if ($si == "127.0.0.257") exit;
      | 	           ^~~~~~~~~~~~~ a comparison never asks the DNS
t.cfg:4:16: error: sip.example.com is no address or network
    4 | 	if (src_ip == "sip.example.com") exit;
      | 	              ^~~~~~~~~~~~~~~~~ a comparison never asks the DNS
3 errors, 0 warnings

=== case an unterminated string
=== config
route {
	xlog("hello world\n);
	sl_send_reply(200, "OK");
	exit;
}
route[X] {
	t_relay();
}
=== error
t.cfg:2:7: error: this string is not closed
    2 | 	xlog("hello world\n);
      | 	     ^~~~~~~~~~~~~~ " expected on the same line
1 error, 0 warnings

=== case operands of the wrong type
=== config
route {
	$var(x) = 1 + "abc";
	if ("abc" > 5) { exit; }
	if (5 == "abc") { exit; }
	xlog("$var(x)");
	t_relay();
}
=== error
t.cfg:2:14: error: a number and a string cannot be added
    2 | 	$var(x) = 1 + "abc";
      | 	            ^ write "1" to join texts, or $(name{s.int}) to add numbers
t.cfg:3:12: error: a string cannot be compared with a number
    3 | 	if ("abc" > 5) { exit; }
      | 	          ^ write "5" in quotes, or $(name{s.int})
t.cfg:4:8: error: a number cannot be compared with a string
    4 | 	if (5 == "abc") { exit; }
      | 	      ^~ write "5" in quotes, or $(name{s.int})
3 errors, 0 warnings

=== case arguments of the wrong type
=== config
route {
	if (!mf_process_maxfwd_header("ten")) {
		sl_send_reply("abc", "x");
		exit;
	}
	t_relay();
}
=== error
t.cfg:2:32: error: the argument max must be a number
    2 | 	if (!mf_process_maxfwd_header("ten")) {
      | 	                              ^~~~~
t.cfg:3:17: error: the argument status must be a reply code
    3 | 		sl_send_reply("abc", "x");
      | 		              ^~~~~
2 errors, 0 warnings

=== case a failure route that does not exist
=== config
route {
	t_on_failure("MANAGE_FAILUR");
	t_relay();
}
failure_route[MANAGE_FAILURE] {
	t_reply(480, "Unavailable");
}
=== error
t.cfg:2:15: error: there is no failure_route[MANAGE_FAILUR]
    2 | 	t_on_failure("MANAGE_FAILUR");
      | 	             ^~~~~~~~~~~~~~~ did you mean MANAGE_FAILURE?
t.cfg:5:15: note: MANAGE_FAILURE is defined here
    5 | failure_route[MANAGE_FAILURE] {
      |               ^~~~~~~~~~~~~~
1 error, 0 warnings

=== case an action where it cannot be used
=== config
route {
	t_on_reply("R");
	t_relay();
}
onreply_route[R] {
	t_relay();
}
=== error
t.cfg:6:2: error: t_relay() cannot be used in onreply_route
    6 | 	t_relay();
      | 	^~~~~~~
1 error, 0 warnings

=== case an action where it cannot be used, through another route
=== config
route {
	t_on_reply("R");
	route(RELAY);
}
onreply_route[R] {
	route(OUT);
}
route[OUT] {
	route(RELAY);
}
route[RELAY] {
	t_relay();
}
=== error
t.cfg:12:2: error: t_relay() cannot be used in onreply_route
   12 | 	t_relay();
      | 	^~~~~~~
t.cfg:9:2: note: route[RELAY] is called here, in route[OUT]
    9 | 	route(RELAY);
      | 	^~~~~~~~~~~~
t.cfg:6:2: note: route[OUT] is called here, in onreply_route[R]
    6 | 	route(OUT);
      | 	^~~~~~~~~~
1 error, 0 warnings

=== case a missing brace
=== config
request_route {
	if (is_method("OPTIONS")) {
		sl_send_reply(200, "OK");
		exit;
	t_relay();
}

route[X] {
	t_relay();
}
=== error
t.cfg:2:28: error: this { is not closed
    2 | 	if (is_method("OPTIONS")) {
      | 	                          ^
t.cfg:6:1: note: } expected before this
    6 | }
      | ^
1 error, 0 warnings

=== case a missing brace inside
=== config
request_route {
	if (is_method("OPTIONS")) {
		if ($rU == null) {
			sl_send_reply(200, "OK");
			exit;
	}
	t_relay();
}
=== error
t.cfg:3:20: error: this { is not closed
    3 | 		if ($rU == null) {
      | 		                 ^
t.cfg:6:2: note: } expected before this
    6 | 	}
      | 	^
1 error, 0 warnings

=== case a brace too many
=== config
request_route {
	if (is_method("OPTIONS")) {
		sl_send_reply(200, "OK");
		exit;
		}
	}
	t_relay();
}
=== error
t.cfg:6:2: error: there is no { for this }
    6 | 	}
      | 	^
t.cfg:8:1: note: noticed here: no { is left for this one
    8 | }
      | ^
1 error, 0 warnings

=== case one = in a condition
=== config
route {
	$var(x) = 1;
	if ($var(x) = 2) {
		exit;
	}
	t_relay();
}
=== error
t.cfg:3:14: error: an assignment is no condition
    3 | 	if ($var(x) = 2) {
      | 	            ^ did you mean == ?
1 error, 0 warnings

=== case a condition of the preprocessor that is not ended
=== config
#!define WITH_NAT
route {
#!ifdef WITH_NAT
	force_rport();
	t_relay();
}
=== error
t.cfg:3:1: error: this condition is not ended
    3 | #!ifdef WITH_NAT
      | ^~~~~~~~~~~~~~~~ #!endif expected
1 error, 0 warnings

=== case a second route block
=== config
request_route {
	t_relay();
}
route {
	sl_send_reply(404, "No");
}
=== error
t.cfg:4:1: error: a second route block
    4 | route {
      | ^~~~~
t.cfg:1:1: note: the first one is here
    1 | request_route {
      | ^~~~~~~~~~~~~
1 error, 0 warnings

=== case two routes of one name
=== config
route {
	route(A);
	t_relay();
}
route[A] {
	xlog("1");
}
route[A] {
	xlog("2");
}
=== error
t.cfg:8:7: error: route[A] is defined twice
    8 | route[A] {
      |       ^
t.cfg:5:7: note: the first one is here
    5 | route[A] {
      |       ^
1 error, 0 warnings

=== case typographic quotes
=== config
route {
	xlog(“hello”);
	t_relay();
}
=== error
t.cfg:2:7: error: typographic quotation mark (U+201C)
    2 | 	xlog(“hello”);
      | 	     ^~~~~~~ write " instead
1 error, 0 warnings

=== case a method that does not exist
=== config
route {
	if (is_method("INVTE|ACK")) {
		record_route();
	}
	if (method == "REGSITER") exit;
	t_relay();
}
=== error
t.cfg:2:17: error: there is no method INVTE
    2 | 	if (is_method("INVTE|ACK")) {
      | 	               ^~~~~ did you mean INVITE?
t.cfg:5:16: error: there is no method REGSITER
    5 | 	if (method == "REGSITER") exit;
      | 	              ^~~~~~~~~~ did you mean REGISTER?
2 errors, 0 warnings

=== case an action called without parentheses
=== config
route {
	t_relay;
}
=== error
t.cfg:2:9: error: unexpected ;
    2 | 	t_relay;
      | 	       ^ an action is called with parentheses: name(...)
1 error, 0 warnings

=== case routes that call each other
=== config
route {
	route(A);
	t_relay();
}
route[A] {
	route(B);
}
route[B] {
	if (has_totag()) route(A);
}
=== error
t.cfg:9:19: error: route[A] calls itself in a circle
    9 | 	if (has_totag()) route(A);
      | 	                 ^~~~~~~~
t.cfg:6:2: note: route[A] calls route[B] here
    6 | 	route(B);
      | 	^~~~~~~~
1 error, 0 warnings

=== case no route for requests
=== config
listen = udp:127.0.0.1:5060
failure_route[X] {
	t_reply(480, "Unavailable");
}
=== error
t.cfg:1:1: error: there is no route { ... } block, so no request would be answered
    1 | listen = udp:127.0.0.1:5060
      | ^
t.cfg:2:15: warning: failure_route[X] never runs: no t_on_failure("X")
    2 | failure_route[X] {
      |               ^
1 error, 1 warning

=== case a parameter that does not exist
=== config
listn = udp:127.0.0.1:5060
route {
	t_relay();
}
=== error
t.cfg:1:1: error: there is no parameter listn
    1 | listn = udp:127.0.0.1:5060
      | ^~~~~ did you mean listen?
1 error, 0 warnings

=== case parameters with bad values
=== config
workers = many
listen = udp:127.0.0.1:70000
listen = tcp:127.0.0.1:5060
t1 = 5 apples
log_level = "loud"
workers = 3
route {
	t_relay();
}
=== error
t.cfg:1:11: error: workers must be a number, not "many"
    1 | workers = many
      |           ^~~~
t.cfg:2:10: error: udp:127.0.0.1:70000 has no port from 1 to 65535
    2 | listen = udp:127.0.0.1:70000
      |          ^~~~~~~~~~~~~~~~~~~ udp:HOST:PORT expected
t.cfg:3:10: error: tcp:127.0.0.1:5060 is not UDP, which is the only transport yet
    3 | listen = tcp:127.0.0.1:5060
      |          ^~~~~~~~~~~~~~~~~~ udp:HOST:PORT expected
t.cfg:4:6: error: t1 must be a time such as 500ms, 5s, 10m or 1h, not "5 apples"
    4 | t1 = 5 apples
      |      ^~~~~~~~
t.cfg:5:13: error: log_level must be error, warn, notice, info or debug, not "loud"
    5 | log_level = "loud"
      |             ^~~~~~
5 errors, 0 warnings

=== case flags that do not exist
=== config
route {
	setflag(64);
	setflag(FLT_ACC);
	t_relay();
}
=== error
t.cfg:2:10: error: the argument flag must be 0 to 63, not 64
    2 | 	setflag(64);
      | 	        ^~
t.cfg:3:10: error: FLT_ACC is not known here
    3 | 	setflag(FLT_ACC);
      | 	        ^~~~~~~ text stands in quotes, a name of your own comes from #!define
2 errors, 0 warnings

=== case a missing parenthesis in a call
=== config
route {
	sl_send_reply(200, "OK";
	exit;
}
=== error
t.cfg:2:15: error: this ( is not closed
    2 | 	sl_send_reply(200, "OK";
      | 	             ^ ) expected
1 error, 0 warnings

=== case a missing parenthesis in a condition
=== config
route {
	if (is_method("INVITE") {
		record_route();
	}
	t_relay();
}
=== error
t.cfg:2:5: error: this ( is not closed
    2 | 	if (is_method("INVITE") {
      | 	   ^ ) expected
1 error, 0 warnings

=== case an else without an if
=== config
route {
	if (is_method("INVITE"))
		record_route();
		xlog("x");
	else
		xlog("y");
	t_relay();
}
=== error
t.cfg:5:2: error: unexpected else
    5 | 	else
      | 	^~~~ this else belongs to no if; remove the ; before it, or put { } round the statements
1 error, 0 warnings

=== case a case of a switch that is no result
=== config
route {
	switch (loose_route()) {
	case -1: xlog("no"); break;
	case ok: t_relay(); exit;
	}
	t_relay();
}
=== error
t.cfg:3:7: error: a result of loose_route() has a name
    3 | 	case -1: xlog("no"); break;
      | 	     ^~ did you mean not_routed?
t.cfg:4:7: error: loose_route() has no result ok
    4 | 	case ok: t_relay(); exit;
      | 	     ^~ its results are routed, not_routed, preloaded
2 errors, 0 warnings

=== case a switch that leaves out a result
=== config
route {
	switch (loose_route()) {
	case routed: t_relay(); exit;
	}
	t_relay();
}
=== error
t.cfg:2:10: error: this switch leaves out a result
    2 | 	switch (loose_route()) {
      | 	        ^~~~~~~~~~~~~ add default: or the missing one of routed, not_routed, preloaded
1 error, 0 warnings

=== case a result compared with a number
=== config
route {
	if (loose_route() == -1) exit;
	if (has_totag() == 1) exit;
	t_relay();
}
=== error
t.cfg:2:23: error: loose_route() is true or false: it cannot be compared like this
    2 | 	if (loose_route() == -1) exit;
      | 	                     ^~ did you mean == not_routed?
t.cfg:3:21: error: has_totag() is true or false: it cannot be compared like this
    3 | 	if (has_totag() == 1) exit;
      | 	                   ^ write the call alone, or compare with one of yes, no
2 errors, 0 warnings

=== case return 0
=== config
route {
	if (route(A)) exit;
	t_relay();
}
route[A] {
	return 0;
}
=== error
t.cfg:6:2: error: return 0 is not known here
    6 | 	return 0;
      | 	^~~~~~~~ it ends the whole script in SER: write exit; or return 1 or -1
1 error, 0 warnings

=== case a forgotten exit
=== config
route {
	if (!mf_process_maxfwd_header(10)) {
		sl_send_reply(483, "Too Many Hops");
	}
	t_relay();
}
=== error
t.cfg:5:2: error: t_relay() after sl_send_reply() on the same path
    5 | 	t_relay();
      | 	^~~~~~~~~ the request gets one answer
t.cfg:3:3: note: first done here; exit forgotten behind it?
    3 | 		sl_send_reply(483, "Too Many Hops");
      | 		^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
1 error, 0 warnings

=== case a forgotten exit, through routes
=== config
route {
	route(CHECK);
	route(RELAY);
}
route[CHECK] {
	if (!mf_process_maxfwd_header(10)) {
		sl_send_reply(483, "Too Many Hops");
		return;
	}
}
route[RELAY] {
	t_relay();
}
=== error
t.cfg:3:2: error: t_relay() after sl_send_reply() on the same path
    3 | 	route(RELAY);
      | 	^~~~~~~~~~~~ the request gets one answer
t.cfg:12:2: note: t_relay() is called here
   12 | 	t_relay();
      | 	^~~~~~~~~
t.cfg:7:3: note: first done here; exit forgotten behind it?
    7 | 		sl_send_reply(483, "Too Many Hops");
      | 		^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
1 error, 0 warnings

=== case a path without an answer
=== config
route {
	if (is_method("INVITE")) {
		t_relay();
		exit;
	}
	xlog("not an INVITE");
}
=== error
t.cfg:3:3: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    3 | 		t_relay();
      | 		^~~~~~~~~ if (uri != myself) ...
t.cfg:7:1: warning: a request can come here neither answered nor relayed: it gets 501
    7 | }
      | ^ answer it, relay it, or discard() it
0 errors, 2 warnings

=== case a variable that is not always set
=== config
route {
	if (is_method("INVITE"))
		$var(limit) = 5;
	if ($var(limit) > 3)
		xlog("much");
	t_relay();
}
=== error
t.cfg:4:6: error: $var(limit) is not set on every path to here
    4 | 	if ($var(limit) > 3)
      | 	    ^~~~~~~~~~~
t.cfg:3:3: note: it is set here
    3 | 		$var(limit) = 5;
      | 		^~~~~~~~~~~~~~~
1 error, 0 warnings

=== case a variable of two types
=== config
route {
	$var(x) = 5;
	$var(x) = "five";
	xlog("$var(x)");
	t_relay();
}
=== error
t.cfg:3:2: error: $var(x) is a number elsewhere; a string cannot be put into it
    3 | 	$var(x) = "five";
      | 	^~~~~~~~~~~~~~~~
t.cfg:2:2: note: a number is put into it here
    2 | 	$var(x) = 5;
      | 	^~~~~~~~~~~
1 error, 0 warnings

=== case stray characters
=== config
route {
	t_relay(); ? `
}
=== error
t.cfg:2:13: error: character ? has no place here
    2 | 	t_relay(); ? `
      | 	           ^
t.cfg:2:15: error: character ` has no place here
    2 | 	t_relay(); ? `
      | 	             ^
2 errors, 0 warnings

=== case spaces that are none
=== config
route {
    t_relay();
}
=== error
t.cfg:2:1: error: a space that is none (U+00A0)
    2 |     t_relay();
      | ^ write an ordinary space instead
1 error, 0 warnings

=== case a module that is not there
=== config
loadmodule "tm.so"
loadmodule "app_lua.so"
modparam("htable", "htable", "a=>size=8;")
route {
	t_relay();
}
=== error
t.cfg:2:12: error: the module app_lua is not built in, and others cannot be loaded
    2 | loadmodule "app_lua.so"
      |            ^~~~~~~~~~~~
t.cfg:3:10: error: the module htable is not built in, and others cannot be loaded
    3 | modparam("htable", "htable", "a=>size=8;")
      |          ^~~~~~~~
2 errors, 0 warnings

=== case garbage in a branch that is not taken
=== config
#!ifdef WITH_X
route[X] { this is not ( valid }}}
#!endif
route {
	t_relay();
}
=== error
t.cfg:2:24: warning: this ( is not closed
    2 | route[X] { this is not ( valid }}}
      |                        ^
t.cfg:5:2: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    5 | 	t_relay();
      | 	^~~~~~~~~ if (uri != myself) ...
0 errors, 2 warnings

=== case a directive that does not exist
=== config
#!defien WITH_AUTH
route {
	t_relay();
}
=== error
t.cfg:1:1: error: there is no #!defien
    1 | #!defien WITH_AUTH
      | ^~~~~~~~ did you mean #!define?
1 error, 0 warnings

=== case a tested name that is misspelt
=== config
#!define WITH_AUTH
route {
#!ifdef WITH_AUHT
	sl_send_reply(401, "Unauthorized");
	exit;
#!endif
	t_relay();
}
=== error
t.cfg:3:9: warning: WITH_AUHT is defined nowhere
    3 | #!ifdef WITH_AUHT
      |         ^~~~~~~~~ did you mean WITH_AUTH?
t.cfg:7:2: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    7 | 	t_relay();
      | 	^~~~~~~~~ if (uri != myself) ...
0 errors, 2 warnings

=== case #else instead of #!else
=== config
#!define WITH_X
route {
#!ifdef WITH_X
	xlog("x");
#else
	xlog("no x");
#!endif
	t_relay();
}
=== error
t.cfg:5:1: error: this is a comment
    5 | #else
      | ^~~~~ a line of the preprocessor begins with #!
1 error, 0 warnings

=== case text compared with a number
=== config
route {
	if ($rU > 5) exit;
	if ($rU == 5) exit;
	if ($rU) exit;
	if ($ru == null) exit;
	t_relay();
}
=== error
t.cfg:2:10: error: a string cannot be compared with a number
    2 | 	if ($rU > 5) exit;
      | 	        ^ write "5" in quotes, or $(name{s.int})
t.cfg:3:10: error: a string cannot be compared with a number
    3 | 	if ($rU == 5) exit;
      | 	        ^~ write "5" in quotes, or $(name{s.int})
t.cfg:4:6: error: a string is no condition
    4 | 	if ($rU) exit;
      | 	    ^~~ did you mean $rU != null?
t.cfg:5:6: error: this is never null
    5 | 	if ($ru == null) exit;
      | 	    ^~~ compare with ""
4 errors, 0 warnings

=== case variables that cannot be changed
=== config
route {
	$si = "10.0.0.1";
	$rU = 5;
	$ru = null;
	uri = "sip:a@b";
	t_relay();
}
=== error
t.cfg:2:2: error: $si cannot be changed
    2 | 	$si = "10.0.0.1";
      | 	^~~
t.cfg:3:8: error: $rU is a string, not a number
    3 | 	$rU = 5;
      | 	      ^ write it in quotes
t.cfg:4:8: error: $ru cannot be null
    4 | 	$ru = null;
      | 	      ^~~~
t.cfg:5:2: error: uri cannot be assigned to
    5 | 	uri = "sip:a@b";
      | 	^~~ variables begin with $; did you mean $var(uri)?
4 errors, 0 warnings

=== case the switch of the cookbook
=== config
route {
	route(1);
	switch($retcode)
	{
		case -1:
			log("process INVITE requests here\n");
		break;
		case 1:
			log("process REGISTER requests here\n");
		break;
		case 2:
		case 3:
			log("process SUBSCRIBE and NOTIFY requests here\n");
		break;
		default:
			log("process other requests here\n");
	}
	switch($rU)
	{
		case "101":
			$ru = "sip:2@example.com";
		break;
		case /"^10":
			$ru = "sip:3@example.com";
	}
	t_relay();
}
route[1] {
	if (is_method("INVITE")) {
		return -1;
	}
	return 1;
}
=== error
t.cfg:23:8: error: unexpected /
   23 | 		case /"^10":
      | 		     ^ a case is no pattern: use if and =~
1 error, 0 warnings

=== case a semicolon behind the condition
=== config
route {
	if (is_method("INVITE")); { xlog("always"); }
	if (is_method("BYE")); else xlog("no BYE");
	sl_send_reply(404, "Not Found");
}
=== error
t.cfg:2:25: warning: this if does nothing
    2 | 	if (is_method("INVITE")); { xlog("always"); }
      | 	                       ^ the ; ends it
0 errors, 1 warning

=== case several methods compared with one
=== config
route {
	if (method == "INVITE|BYE") xlog("a");
	if ("INVITE|BYE" != $rm) xlog("b");
	if (method =~ "INVITE|BYE") xlog("c");
	sl_send_reply(404, "Not Found");
}
=== error
t.cfg:2:16: error: "INVITE|BYE" is no method
    2 | 	if (method == "INVITE|BYE") xlog("a");
      | 	              ^~~~~~~~~~~~ is_method("INVITE|BYE") takes several
t.cfg:3:6: error: "INVITE|BYE" is no method
    3 | 	if ("INVITE|BYE" != $rm) xlog("b");
      | 	    ^~~~~~~~~~~~ is_method("INVITE|BYE") takes several
2 errors, 0 warnings

=== case values that no message can have
=== config
route {
	$ru = "nonsense";
	$du = "10.0.0.1:5060";
	$rp = 70000;
	$rd = "two words";
	$rd = "[2001:db8::1]";
	$rd = "192.0.2.4";
	$ru = "sip:$rU@example.com";
	$du = null;
	sl_send_reply(404, "Not Found");
}
=== error
t.cfg:2:8: error: "nonsense" is no URI
    2 | 	$ru = "nonsense";
      | 	      ^~~~~~~~~~ sip:, sips: or tel: expected in front
t.cfg:3:8: error: "10.0.0.1:5060" is no URI
    3 | 	$du = "10.0.0.1:5060";
      | 	      ^~~~~~~~~~~~~~~ sip:, sips: or tel: expected in front
t.cfg:4:8: error: a port is 1 to 65535
    4 | 	$rp = 70000;
      | 	      ^~~~~
t.cfg:5:8: error: "two words" is neither an address nor a name
    5 | 	$rd = "two words";
      | 	      ^~~~~~~~~~~
4 errors, 0 warnings

=== case a variable in a pattern
=== config
route {
	if ($rU =~ "^$fU") xlog("a");
	if ($rU =~ "^(49|$var(x))") xlog("b");
	if ($rU =~ "^[$a-z]+$|^(0$)") xlog("c");
	if ($rU =~ "\\$a") xlog("d");
	sl_send_reply(404, "Not Found");
}
=== error
t.cfg:2:13: error: variables are not replaced in a pattern
    2 | 	if ($rU =~ "^$fU") xlog("a");
      | 	           ^~~~~~ starts_with(), str_contains(), in_list() and == compare with one
t.cfg:3:13: error: variables are not replaced in a pattern
    3 | 	if ($rU =~ "^(49|$var(x))") xlog("b");
      | 	           ^~~~~~~~~~~~~~~ starts_with(), str_contains(), in_list() and == compare with one
2 errors, 0 warnings

=== case selects and attributes of SER
=== config
route {
	if (@to.uri.user == "a") xlog("x");
	if (%foo == "a") xlog("x");
	if (@hf_value["x"] == "b") xlog("y");
	sl_send_reply(404, "Not Found");
}
=== error
t.cfg:2:6: error: unexpected @to.uri.user
    2 | 	if (@to.uri.user == "a") xlog("x");
      | 	    ^~~~~~~~~~~~ there are no selects: variables such as $tU, $hdr(X), $(tu{uri.param,X}) read a message
t.cfg:3:6: error: unexpected %
    3 | 	if (%foo == "a") xlog("x");
      | 	    ^ attributes are variables: $avp(name)
t.cfg:4:6: error: unexpected @hf_value["x"]
    4 | 	if (@hf_value["x"] == "b") xlog("y");
      | 	    ^~~~~~~~~~~~~~ there are no selects: variables such as $tU, $hdr(X), $(tu{uri.param,X}) read a message
3 errors, 0 warnings

=== case a comment that is not closed is the only mistake
=== config
route {
	if (is_method("INVITE")) {
	/* hello
	sl_send_reply(404, "Not Found");
	}
}
=== error
t.cfg:3:2: error: this comment is not closed
    3 | 	/* hello
      | 	^~
1 error, 0 warnings

=== case a variable that only null is put into
=== config
route {
	sl_send_reply(404, "Not Found");
	$var(q) = $null;
}
=== error
t.cfg:3:2: warning: $var(q) is never read
    3 | 	$var(q) = $null;
      | 	^~~~~~~~~~~~~~~
0 errors, 1 warning

=== case an index that is none
=== config
route {
	xlog("$(hdr(X)[a])");
	sl_send_reply(404, "Not Found");
}
=== error
t.cfg:2:8: error: [a] is no index
    2 | 	xlog("$(hdr(X)[a])");
      | 	      ^~~~~~~~~~~~ a number or * expected
1 error, 0 warnings

=== case the words for transports and address families
=== config
route {
	if (proto == UDP && af == INET) xlog("a");
	if (proto != "UDP" || $pr == TCP) xlog("b");
	if (proto == UPD) xlog("c");
	if (af == INET7) xlog("c");
	sl_send_reply(404, "Not Found");
}
=== error
t.cfg:4:15: error: UPD is not known here
    4 | 	if (proto == UPD) xlog("c");
      | 	             ^~~ text stands in quotes, a name of your own comes from #!define
t.cfg:5:12: error: INET7 is not known here
    5 | 	if (af == INET7) xlog("c");
      | 	          ^~~~~ text stands in quotes, a name of your own comes from #!define
2 errors, 0 warnings

=== case a route of another kind has the name
=== config
route { t_on_failure("R"); t_on_reply("F"); t_on_failure("F"); t_on_reply("R"); sl_send_reply(404); }
onreply_route[R] { xlog("r"); }
failure_route[F] { xlog("f"); }
=== error
t.cfg:1:22: error: there is no failure_route[R]
    1 | route { t_on_failure("R"); t_on_reply("F"); t_on_failure("F"); t_on_reply("R"); s...
      |                      ^~~
t.cfg:2:15: note: an onreply_route has that name
    2 | onreply_route[R] { xlog("r"); }
      |               ^
t.cfg:1:39: error: there is no onreply_route[F]
    1 | route { t_on_failure("R"); t_on_reply("F"); t_on_failure("F"); t_on_reply("R"); sl_send_reply(404)...
      |                                       ^~~
t.cfg:3:15: note: a failure_route has that name
    3 | failure_route[F] { xlog("f"); }
      |               ^
2 errors, 0 warnings

=== case drop where it is no more than exit
=== config
route { if (is_method("BYE")) drop; if (!t_relay("192.0.2.1")) route(X); }
route[X] { drop; }
failure_route[F] { drop; }
reply_route { drop; }
=== error
t.cfg:1:31: warning: drop is no more than exit here
    1 | route { if (is_method("BYE")) drop; if (!t_relay("192.0.2.1")) route(X); }
      |                               ^~~~ discard() gives a request no answer
t.cfg:3:15: warning: failure_route[F] never runs: no t_on_failure("F")
    3 | failure_route[F] { drop; }
      |               ^
t.cfg:3:20: warning: drop is no more than exit here
    3 | failure_route[F] { drop; }
      |                    ^~~~ the best reply is forwarded
0 errors, 3 warnings

=== case times without a unit
=== config
fr_timer = 30
t1 = 500ms
location_sync = 0
modparam("tm", "fr_inv_timer", 180000)
route { sl_send_reply(404); }
=== error
t.cfg:1:12: warning: these are milliseconds
    1 | fr_timer = 30
      |            ^~ write 30ms or 30s
0 errors, 1 warning
