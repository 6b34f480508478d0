=== note
Syntax errors, each with the advice that fits it.

=== case $var(x) == 5;
=== config
route {
	$var(x) == 5;
	t_relay();
}
=== error
t.cfg:2:10: error: unexpected ==
    2 | 	$var(x) == 5;
      | 	        ^~ an assignment has one =
1 error, 0 warnings

=== case $var(x) = 5; $var(x)++;
=== config
route {
	$var(x) = 5; $var(x)++;
	t_relay();
}
=== error
t.cfg:2:22: error: unexpected +
    2 | 	$var(x) = 5; $var(x)++;
      | 	                    ^ assign with =, add with +=
1 error, 0 warnings

=== case $var(x) := 5;
=== config
route {
	$var(x) := 5;
	t_relay();
}
=== error
t.cfg:2:10: error: unexpected :
    2 | 	$var(x) := 5;
      | 	        ^ assign with =, add with +=
1 error, 0 warnings

=== case if is_method("INVITE") { exit; }
=== config
route {
	if is_method("INVITE") { exit; }
	t_relay();
}
=== error
t.cfg:2:5: error: unexpected is_method
    2 | 	if is_method("INVITE") { exit; }
      | 	   ^~~~~~~~~ its condition stands in parentheses
1 error, 0 warnings

=== case if (is_method("INVITE")) then exit;
=== config
route {
	if (is_method("INVITE")) then exit;
	t_relay();
}
=== error
t.cfg:2:32: error: unexpected exit
    2 | 	if (is_method("INVITE")) then exit;
      | 	                              ^~~~ there is no then: write if (...) { ... }
1 error, 0 warnings

=== case if (has_totag()) { exit; } elseif (is_method("ACK")) { exit; }
=== config
route {
	if (has_totag()) { exit; } elseif (is_method("ACK")) { exit; }
	t_relay();
}
=== error
t.cfg:2:29: error: unexpected elseif
    2 | 	if (has_totag()) { exit; } elseif (is_method("ACK")) { exit; }
      | 	                           ^~~~~~ write else if
1 error, 0 warnings

=== case if ($rU == "a" & $rd == "b") exit;
=== config
route {
	if ($rU == "a" & $rd == "b") exit;
	t_relay();
}
=== error
t.cfg:2:6: error: & is for numbers, not for a truth value
    2 | 	if ($rU == "a" & $rd == "b") exit;
      | 	    ^~~~~~~~~~ did you mean &&? comparisons bind tighter than &
1 error, 0 warnings

=== case if ($ml => 5) exit;
=== config
route {
	if ($ml => 5) exit;
	t_relay();
}
=== error
t.cfg:2:11: error: unexpected >
    2 | 	if ($ml => 5) exit;
      | 	         ^ the = stands last: >=, <=, !=
1 error, 0 warnings

=== case xlog("sip:" . $rU);
=== config
route {
	xlog("sip:" . $rU);
	t_relay();
}
=== error
t.cfg:2:14: error: unexpected .
    2 | 	xlog("sip:" . $rU);
      | 	            ^ texts are joined by +, or write variables between the quotes
1 error, 0 warnings

=== case for ($var(i) = 0; $var(i) < 5; $var(i) += 1) { xlog("x"); }
=== config
route {
	for ($var(i) = 0; $var(i) < 5; $var(i) += 1) { xlog("x"); }
	t_relay();
}
=== error
t.cfg:2:2: error: unexpected for
    2 | 	for ($var(i) = 0; $var(i) < 5; $var(i) += 1) { xlog("x"); }
      | 	^~~ there is no for: use while
1 error, 0 warnings

=== case "abc";
=== config
route {
	"abc";
	t_relay();
}
=== error
t.cfg:2:2: error: unexpected "abc"
    2 | 	"abc";
      | 	^~~~~ a statement expected
1 error, 0 warnings

=== case return
=== config
route {
	return
	t_relay();
}
=== error
t.cfg:3:2: error: return gives a number
    3 | 	t_relay();
      | 	^~~~~~~~~ is a ; missing behind return?
1 error, 0 warnings

=== case exit
=== config
route {
	exit
	t_relay();
}
=== error
t.cfg:2:6: error: missing ; after exit
    2 | 	exit
      | 	    ^
1 error, 0 warnings

=== case route FOO { exit; }
=== config
route FOO { exit; }
route { t_relay(); }
=== error
t.cfg:1:7: error: a route's name stands in brackets
    1 | route FOO { exit; }
      |       ^~~ write route[FOO]
1 error, 0 warnings

=== case route[FOO { exit; }
=== config
route[FOO { exit; }
route { route(FOO); t_relay(); }
=== error
t.cfg:1:6: error: this [ is not closed
    1 | route[FOO { exit; }
      |      ^ ] expected
1 error, 0 warnings

=== case route[FOO] exit;
=== config
route[FOO] exit;
route { t_relay(); }
=== error
t.cfg:1:12: error: unexpected exit
    1 | route[FOO] exit;
      |            ^~~~ { expected
1 error, 0 warnings

=== case listen udp:127.0.0.1:5060
=== config
listen udp:127.0.0.1:5060
route { t_relay(); }
=== error
t.cfg:1:11: error: unexpected :
    1 | listen udp:127.0.0.1:5060
      |           ^ a parameter is written name = value
1 error, 0 warnings

=== case workers =
=== config
workers = 
route { t_relay(); }
=== error
t.cfg:1:11: error: the line ends too early
    1 | workers = 
      |           ^ a value is expected
1 error, 0 warnings

=== case alias = "example.com
=== config
alias = "example.com
route { t_relay(); }
=== error
t.cfg:1:9: error: this string is not closed
    1 | alias = "example.com
      |         ^~~~~~~~~~~~ " expected on the same line
1 error, 0 warnings

=== case t_relay();
=== config
t_relay();
route { t_relay(); }
=== error
t.cfg:1:1: error: t_relay() stands outside of a route
    1 | t_relay();
      | ^~~~~~~ statements stand in route { ... }
1 error, 0 warnings

=== case if (has_totag()) { exit; }
=== config
if (has_totag()) { exit; }
route { t_relay(); }
=== error
t.cfg:1:1: error: unexpected if
    1 | if (has_totag()) { exit; }
      | ^~ statements stand in a route: route { ... }
1 error, 0 warnings

=== case #include "x"
=== config
#include "x"
route { t_relay(); }
=== error
t.cfg:1:1: error: this is a comment
    1 | #include "x"
      | ^~~~~~~~~~~~ write include_file "..."
1 error, 0 warnings

=== case sl_send_reply(200 "OK");
=== config
route {
	sl_send_reply(200 "OK");
	t_relay();
}
=== error
t.cfg:2:20: error: unexpected "OK"
    2 | 	sl_send_reply(200 "OK");
      | 	                  ^~~~ an operator, a comma or ) expected
1 error, 0 warnings

=== case sl_send_reply(200, "OK"));
=== config
route {
	sl_send_reply(200, "OK"));
	t_relay();
}
=== error
t.cfg:2:26: error: there is no ( for this )
    2 | 	sl_send_reply(200, "OK"));
      | 	                        ^
1 error, 0 warnings

=== case sl_send_reply((200, "OK");
=== config
route {
	sl_send_reply((200, "OK");
	t_relay();
}
=== error
t.cfg:2:15: error: this ( is not closed
    2 | 	sl_send_reply((200, "OK");
      | 	             ^ ) expected
1 error, 0 warnings

=== case if (has_totag() { exit; }
=== config
route {
	if (has_totag() { exit; }
	t_relay();
}
=== error
t.cfg:2:5: error: this ( is not closed
    2 | 	if (has_totag() { exit; }
      | 	   ^ ) expected
1 error, 0 warnings

=== case if (has_totag())) { exit; }
=== config
route {
	if (has_totag())) { exit; }
	t_relay();
}
=== error
t.cfg:2:18: error: there is no ( for this )
    2 | 	if (has_totag())) { exit; }
      | 	                ^
1 error, 0 warnings

=== case xlog('hello);
=== config
route {
	xlog('hello);
	t_relay();
}
=== error
t.cfg:2:7: error: this string is not closed
    2 | 	xlog('hello);
      | 	     ^~~~~~ ' expected on the same line
1 error, 0 warnings

=== case xlog("hello" $rU);
=== config
route {
	xlog("hello" $rU);
	t_relay();
}
=== error
t.cfg:2:15: error: unexpected $rU
    2 | 	xlog("hello" $rU);
      | 	             ^~~ an operator, a comma or ) expected
1 error, 0 warnings

=== case if ($rU =~ /^a(/) exit;
=== config
route {
	if ($rU =~ /^a(/) exit;
	t_relay();
}
=== error
t.cfg:2:17: error: bad pattern: missing closing parenthesis
    2 | 	if ($rU =~ /^a(/) exit;
      | 	               ^
1 error, 0 warnings

=== case if ($rU =~ ^abc) exit;
=== config
route {
	if ($rU =~ ^abc) exit;
	t_relay();
}
=== error
t.cfg:2:13: error: unexpected ^
    2 | 	if ($rU =~ ^abc) exit;
      | 	           ^ a pattern stands between slashes or quotation marks
1 error, 0 warnings

=== case if (!($rU == "a") exit;
=== config
route {
	if (!($rU == "a") exit;
	t_relay();
}
=== error
t.cfg:2:5: error: this ( is not closed
    2 | 	if (!($rU == "a") exit;
      | 	   ^ ) expected
1 error, 0 warnings

=== case if ($rU eq "a") exit;
=== config
route {
	if ($rU eq "a") exit;
	t_relay();
}
=== error
t.cfg:2:10: error: unexpected eq
    2 | 	if ($rU eq "a") exit;
      | 	        ^~ write ==
1 error, 0 warnings

=== case route(A;
=== config
route {
	route(A;
	t_relay();
}
=== error
t.cfg:2:7: error: this ( is not closed
    2 | 	route(A;
      | 	     ^ ) expected
t.cfg:2:8: error: there is no route[A]
    2 | 	route(A;
      | 	      ^ write one: route[A] { ... }
2 errors, 0 warnings

=== case switch ($rU) { xlog("a"); case "x": exit; }
=== config
route {
	switch ($rU) { xlog("a"); case "x": exit; }
	t_relay();
}
=== error
t.cfg:2:17: error: unexpected xlog
    2 | 	switch ($rU) { xlog("a"); case "x": exit; }
      | 	               ^~~~ case or default expected
1 error, 0 warnings

=== case while (has_totag())
=== config
route {
	while (has_totag())
	t_relay();
}
=== error
t.cfg:3:2: error: t_relay() after t_relay() on the same path
    3 | 	t_relay();
      | 	^~~~~~~~~ the request gets one answer
t.cfg:3:2: note: first done here; exit forgotten behind it?
    3 | 	t_relay();
      | 	^~~~~~~~~
1 error, 0 warnings

=== case $hdr(X) = "a"; $var() = 1; $avp = 5; $foo(bar) = 2;
=== config
route {
	$hdr(X) = "a"; $var() = 1; $avp = 5; $foo(bar) = 2;
	t_relay();
}
=== error
t.cfg:2:2: error: $hdr cannot be changed
    2 | 	$hdr(X) = "a"; $var() = 1; $avp = 5; $foo(bar) = 2;
      | 	^~~~~~~
t.cfg:2:17: error: $var needs a name
    2 | 	$hdr(X) = "a"; $var() = 1; $avp = 5; $foo(bar) = 2;
      | 	               ^~~~~~ $var(name)
t.cfg:2:29: error: $avp needs a name
    2 | 	$hdr(X) = "a"; $var() = 1; $avp = 5; $foo(bar) = 2;
      | 	                           ^~~~ $avp(name)
t.cfg:2:39: error: there is no variable $foo
    2 | 	$hdr(X) = "a"; $var() = 1; $avp = 5; $foo(bar) = 2;
      | 	                                     ^~~~~~~~~ a variable of your own is $var(foo)
4 errors, 0 warnings

=== case if ($(rU{s.lne}) > 5) exit; if ($(rU{s.len) > 5) exit;
=== config
route {
	if ($(rU{s.lne}) > 5) exit; if ($(rU{s.len) > 5) exit;
	t_relay();
}
=== error
t.cfg:2:6: error: there is no transformation {s.lne}
    2 | 	if ($(rU{s.lne}) > 5) exit; if ($(rU{s.len) > 5) exit;
      | 	    ^~~~~~~~~~~~ did you mean {s.len}?
t.cfg:2:34: error: $(rU{s.len) is no variable
    2 | 	if ($(rU{s.lne}) > 5) exit; if ($(rU{s.len) > 5) exit;
      | 	                                ^~~~~~~~~~~ $name, $name(key), $(name[index]) or $(name{transformation}) expected
2 errors, 0 warnings

=== case if ($rs == "200") exit; if (status =~ "2..") exit;
=== config
route {
	if ($rs == "200") exit; if (status =~ "2..") exit;
	t_relay();
}
=== error
t.cfg:2:10: error: a number cannot be compared with a string
    2 | 	if ($rs == "200") exit; if (status =~ "2..") exit;
      | 	        ^~ write 200 without quotes
1 error, 0 warnings

=== case t_on_failure(FOO);
=== config
route {
	t_on_failure(FOO);
	t_relay();
}
=== error
t.cfg:2:15: error: there is no failure_route[FOO]
    2 | 	t_on_failure(FOO);
      | 	             ^~~ write one: failure_route[FOO] { ... }
1 error, 0 warnings

=== case xlog("L_ERR", "x"); xlog("L_BOGUS", "x"); xlog(1, "x");
=== config
route {
	xlog("L_ERR", "x"); xlog("L_BOGUS", "x"); xlog(1, "x");
	t_relay();
}
=== error
t.cfg:2:27: error: the argument level cannot be L_BOGUS
    2 | 	xlog("L_ERR", "x"); xlog("L_BOGUS", "x"); xlog(1, "x");
      | 	                         ^~~~~~~~~ one of error|warn|notice|info|debug expected
1 error, 0 warnings

=== case if (t_relay() && sl_send_reply(200, "OK")) exit;
=== config
route {
	if (t_relay() && sl_send_reply(200, "OK")) exit;
	t_relay();
}
=== error
t.cfg:2:19: error: sl_send_reply() after t_relay() on the same path
    2 | 	if (t_relay() && sl_send_reply(200, "OK")) exit;
      | 	                 ^~~~~~~~~~~~~~~~~~~~~~~~ the request gets one answer
t.cfg:2:6: note: first done here; exit forgotten behind it?
    2 | 	if (t_relay() && sl_send_reply(200, "OK")) exit;
      | 	    ^~~~~~~~~
1 error, 0 warnings

=== case t_relay("10.0.0.257");
=== config
route {
	t_relay("10.0.0.257");
}
=== error
t.cfg:2:10: error: "10.0.0.257" is neither an address nor a name
    2 | 	t_relay("10.0.0.257");
      | 	        ^~~~~~~~~~~~ host or host:port expected
1 error, 0 warnings

=== case t_relay("udp:gw.example.com:5070");
=== config
route {
	t_relay("udp:gw.example.com:5070");
}
=== error

=== case t_relay("[2001:db8::1]:5060");
=== config
route {
	t_relay("[2001:db8::1]:5060");
}
=== error

=== case t_relay("2001:db8::1");
=== config
route {
	t_relay("2001:db8::1");
}
=== error

=== case sethost("a b");
=== config
route {
	sethost("a b");
	sethostport("x:99999"); exit;
}
=== error
t.cfg:2:10: error: "a b" is neither an address nor a name
    2 | 	sethost("a b");
      | 	        ^~~~~ host or host:port expected
t.cfg:3:14: error: "x:99999" has no port from 1 to 65535
    3 | 	sethostport("x:99999"); exit;
      | 	            ^~~~~~~~~ host or host:port expected
2 errors, 0 warnings

=== case t_relay("gw.example.com", "5060x");
=== config
route {
	t_relay("gw.example.com", "5060x");
}
=== error
t.cfg:2:28: error: the argument port must be a number
    2 | 	t_relay("gw.example.com", "5060x");
      | 	                          ^~~~~~~
1 error, 0 warnings

=== case if (is_method("INVITE")) {
=== config
route {
	if (is_method("INVITE")) {
		if ($avp(x) == 1) { exit; }
	else {
		exit;
	}
	exit;
}
=== error
t.cfg:2:27: error: this { is not closed
    2 | 	if (is_method("INVITE")) {
      | 	                         ^
t.cfg:4:2: note: } expected before this
    4 | 	else {
      | 	^~~~
1 error, 0 warnings

=== case sl_send_reply("200" "OK"); exit;
=== config
route {
	sl_send_reply("200" "OK"); exit;
}
=== error
t.cfg:2:16: error: the argument status must be a reply code
    2 | 	sl_send_reply("200" "OK"); exit;
      | 	              ^~~~~~~~~~
1 error, 0 warnings

=== case if (($rU == "a") || ($rU == "b") { exit; }
=== config
route {
	if (($rU == "a") || ($rU == "b") { exit; }
	exit;
}
=== error
t.cfg:2:5: error: this ( is not closed
    2 | 	if (($rU == "a") || ($rU == "b") { exit; }
      | 	   ^ ) expected
1 error, 0 warnings

=== case if (method == "INVITE") && ($rU == "x") { exit; }
=== config
route {
	if (method == "INVITE") && ($rU == "x") { exit; }
	exit;
}
=== error
t.cfg:2:26: error: unexpected &&
    2 | 	if (method == "INVITE") && ($rU == "x") { exit; }
      | 	                        ^~ put parentheses round the whole condition
1 error, 0 warnings

=== case xlog("a"), exit;
=== config
route {
	xlog("a"), exit;
}
=== error
t.cfg:2:11: error: unexpected ,
    2 | 	xlog("a"), exit;
      | 	         ^ ; expected
1 error, 0 warnings

=== case xlog("a")) ; exit;
=== config
route {
	xlog("a")) ; exit;
}
=== error
t.cfg:2:11: error: there is no ( for this )
    2 | 	xlog("a")) ; exit;
      | 	         ^
1 error, 0 warnings

=== case xlog "a"; exit;
=== config
route {
	xlog "a"; exit;
}
=== error
t.cfg:2:7: error: unexpected "a"
    2 | 	xlog "a"; exit;
      | 	     ^~~ an action is called with parentheses: name(...)
1 error, 0 warnings

=== case $var(a = 5; exit;
=== config
route {
	$var(a = 5; exit;
}
=== error
t.cfg:2:6: error: this ( is not closed
    2 | 	$var(a = 5; exit;
      | 	    ^ ) expected
1 error, 0 warnings

=== case $rU == ; exit;
=== config
route {
	$rU == ; exit;
}
=== error
t.cfg:2:6: error: unexpected ==
    2 | 	$rU == ; exit;
      | 	    ^~ an assignment has one =
1 error, 0 warnings

=== case if (!) exit;
=== config
route {
	if (!) exit;
}
=== error
t.cfg:2:7: error: unexpected )
    2 | 	if (!) exit;
      | 	     ^ a value expected
1 error, 0 warnings

=== case if () exit; exit;
=== config
route {
	if () exit; exit;
}
=== error
t.cfg:2:6: error: unexpected )
    2 | 	if () exit; exit;
      | 	    ^ a value expected
1 error, 0 warnings

=== case while () exit; exit;
=== config
route {
	while () exit; exit;
}
=== error
t.cfg:2:9: error: unexpected )
    2 | 	while () exit; exit;
      | 	       ^ a value expected
1 error, 0 warnings

=== case switch ($rm) { case: exit; }
=== config
route {
	switch ($rm) { case: exit; }
	exit;
}
=== error
t.cfg:2:21: error: unexpected :
    2 | 	switch ($rm) { case: exit; }
      | 	                   ^ a value expected
1 error, 0 warnings

=== case switch ($rm) { case "a" exit; }
=== config
route {
	switch ($rm) { case "a" exit; }
	exit;
}
=== error
t.cfg:2:26: error: unexpected exit
    2 | 	switch ($rm) { case "a" exit; }
      | 	                        ^~~~ : expected
1 error, 0 warnings

=== case route[RELAY]; exit;
=== config
route {
	route[RELAY]; exit;
}
=== error
t.cfg:2:7: error: unexpected [
    2 | 	route[RELAY]; exit;
      | 	     ^ a route is called by route(NAME)
1 error, 0 warnings

=== case route RELAY; exit;
=== config
route {
	route RELAY; exit;
}
=== error
t.cfg:2:8: error: unexpected RELAY
    2 | 	route RELAY; exit;
      | 	      ^~~~~ an action is called with parentheses: name(...)
1 error, 0 warnings

=== case route(); exit;
=== config
route {
	route(); exit;
}
=== error
t.cfg:2:2: error: route() needs the name of a route
    2 | 	route(); exit;
      | 	^~~~~~~
1 error, 0 warnings

=== case goto X; exit;
=== config
route {
	goto X; exit;
}
=== error
t.cfg:2:7: error: unexpected X
    2 | 	goto X; exit;
      | 	     ^ an action is called with parentheses: name(...)
1 error, 0 warnings

=== case continue; exit;
=== config
route {
	continue; exit;
}
=== error
t.cfg:2:10: error: unexpected ;
    2 | 	continue; exit;
      | 	        ^ there is no continue
1 error, 0 warnings

=== case return(-1)
=== config
route {
	return(-1)
}
route[X] { exit;
}
=== error
t.cfg:2:12: error: missing ;
    2 | 	return(-1)
      | 	          ^
1 error, 0 warnings

=== case { { exit; }
=== config
route {
	{ { exit; }
}
=== error
t.cfg:2:2: error: this { is not closed
    2 | 	{ { exit; }
      | 	^
t.cfg:3:1: note: } expected before this
    3 | }
      | ^
1 error, 0 warnings

=== case exit; } }
=== config
route {
	exit; } }
}
=== error
t.cfg:2:10: error: there is no { for this }
    2 | 	exit; } }
      | 	        ^
t.cfg:3:1: error: there is no { for this }
    3 | }
      | ^
2 errors, 0 warnings

=== case route[A-B] { exit; }
=== config
route[A-B] { exit; }
route { route(A-B); exit; }
=== error
