=== note
Types, arguments, names, kinds of route.

=== case if ($rU =~ "(unclosed") exit;
=== config
route {
	if ($rU =~ "(unclosed") exit;
	if ($rU =~ "*bad") exit;
	if ($rU =~ /[z-a]/) exit;
	exit;
}
=== error
t.cfg:2:23: error: bad pattern: missing closing parenthesis
    2 | 	if ($rU =~ "(unclosed") exit;
      | 	                     ^
t.cfg:3:14: error: bad pattern: quantifier does not follow a repeatable item
    3 | 	if ($rU =~ "*bad") exit;
      | 	            ^
t.cfg:4:17: error: bad pattern: range out of order in character class
    4 | 	if ($rU =~ /[z-a]/) exit;
      | 	               ^
3 errors, 0 warnings

=== case $var(d) = "a$"; xlog("$var(d)$"); xlog("50% $$ $(rU)"); xlog("$(hdr(Vi
=== config
route {
	$var(d) = "a$"; xlog("$var(d)$"); xlog("50% $$ $(rU)"); xlog("$(hdr(Via)[0]) $(hdr(Via)[-1]) $(hdr(X)[*])"); exit;
}
=== error

=== case $avp(a) = $rU; $avp(b) = 5; $avp(b) = "x"; xlog("$avp(a)$avp(b)"); exi
=== config
route {
	$avp(a) = $rU; $avp(b) = 5; $avp(b) = "x"; xlog("$avp(a)$avp(b)"); exit;
}
=== error
t.cfg:2:30: error: $avp(b) is a number elsewhere; a string cannot be put into it
    2 | 	$avp(a) = $rU; $avp(b) = 5; $avp(b) = "x"; xlog("$avp(a)$avp(b)"); exit;
      | 	                            ^~~~~~~~~~~~~
t.cfg:2:17: note: a number is put into it here
    2 | 	$avp(a) = $rU; $avp(b) = 5; $avp(b) = "x"; xlog("$avp(a)$avp(b)"); exit;
      | 	               ^~~~~~~~~~~
1 error, 0 warnings

=== case if ($hdr(User-Agent) =~ "friendly") exit;
=== config
route {
	if ($hdr(User-Agent) =~ "friendly") exit;
	if ($(hdr(User-Agent){s.len}) > 5) exit;
	if ($ua == null) exit;
	exit;
}
=== error

=== case if (src_ip == 10.0.0.0/8 || src_ip in 192.168.0.0/255.255.0.0 || src_i
=== config
route {
	if (src_ip == 10.0.0.0/8 || src_ip in 192.168.0.0/255.255.0.0 || src_ip == myself) exit;
	exit;
}
=== error

=== case if (uri == "sip:a@b") exit;
=== config
route {
	if (uri == "sip:a@b") exit;
	if (uri == "a@b") exit;
	if ($rd == "Example.COM") exit;
	exit;
}
=== error
t.cfg:3:13: error: "a@b" is no URI
    3 | 	if (uri == "a@b") exit;
      | 	           ^~~~~ sip:, sips: or tel: expected in front
1 error, 0 warnings

=== case seturi("bob"); sethost("bad host"); t_relay("10.0.0.1", 99999);
=== config
route {
	seturi("bob"); sethost("bad host"); t_relay("10.0.0.1", 99999);
}
=== error
t.cfg:2:9: error: "bob" is no URI
    2 | 	seturi("bob"); sethost("bad host"); t_relay("10.0.0.1", 99999);
      | 	       ^~~~~ sip:, sips: or tel: expected in front
t.cfg:2:25: error: "bad host" is neither an address nor a name
    2 | 	seturi("bob"); sethost("bad host"); t_relay("10.0.0.1", 99999);
      | 	                       ^~~~~~~~~~ host or host:port expected
t.cfg:2:58: error: the argument port must be 1 to 65535, not 99999
    2 | 	seturi("bob"); sethost("bad host"); t_relay("10.0.0.1", 99999);
      | 	                                                        ^~~~~
3 errors, 0 warnings

=== case xlog("a", "b", "c"); xlog(); isflagset("x"); setflag("3"); if (isflags
=== config
route {
	xlog("a", "b", "c"); xlog(); isflagset("x"); setflag("3"); if (isflagset(3)) exit; exit;
}
=== error
t.cfg:2:2: error: xlog() takes 1 to 2 arguments, not 3
    2 | 	xlog("a", "b", "c"); xlog(); isflagset("x"); setflag("3"); i...
      | 	^~~~ xlog(string text)
t.cfg:2:23: error: xlog() takes 1 to 2 arguments, not 0
    2 | 	xlog("a", "b", "c"); xlog(); isflagset("x"); setflag("3"); if (isflagset(3)) exit...
      | 	                     ^~~~ xlog(string text)
t.cfg:2:41: error: the argument flag must be the number of a flag
    2 | 	xlog("a", "b", "c"); xlog(); isflagset("x"); setflag("3"); if (isflagset(3)) exit; exit;
      | 	                                       ^~~
3 errors, 0 warnings

=== case if (is_present_hf("Bad Name")) exit; remove_hf(""); append_hf("X: y\r\
=== config
route {
	if (is_present_hf("Bad Name")) exit; remove_hf(""); append_hf("X: y\r\n"); exit;
}
=== error
t.cfg:2:20: error: the argument name must be the name of a header field
    2 | 	if (is_present_hf("Bad Name")) exit; remove_hf(""); append_hf("X: y\r\n"); exi...
      | 	                  ^~~~~~~~~~
t.cfg:2:49: error: the argument name must be the name of a header field
    2 | 	if (is_present_hf("Bad Name")) exit; remove_hf(""); append_hf("X: y\r\n"); exit;
      | 	                                               ^~
2 errors, 0 warnings

=== case t_set_fr(5s, "500ms"); t_set_fr(5x); t_set_fr("abc"); exit;
=== config
route {
	t_set_fr(5s, "500ms"); t_set_fr(5x); t_set_fr("abc"); exit;
}
=== error
t.cfg:2:34: error: the argument invite must be a time, such as 500ms or 5s
    2 | 	t_set_fr(5s, "500ms"); t_set_fr(5x); t_set_fr("abc"); exit;
      | 	                                ^~
t.cfg:2:48: error: the argument invite must be a time, such as 500ms or 5s
    2 | 	t_set_fr(5s, "500ms"); t_set_fr(5x); t_set_fr("abc"); exit;
      | 	                                              ^~~~~
2 errors, 0 warnings

=== case $rU = "x"; $ru = "sip:$rU@$rd"; $du = "sip:1.2.3.4"; $du = null; $rd =
=== config
route {
	$rU = "x"; $ru = "sip:$rU@$rd"; $du = "sip:1.2.3.4"; $du = null; $rd = 5; exit;
}
=== error
t.cfg:2:73: error: $rd is a string, not a number
    2 | 	$rU = "x"; $ru = "sip:$rU@$rd"; $du = "sip:1.2.3.4"; $du = null; $rd = 5; exit;
      | 	                                                                       ^ write it in quotes
1 error, 0 warnings

=== case if (method == "FOO") exit; if (method == "INVIT") exit; if ($rm == "in
=== config
route {
	if (method == "FOO") exit; if (method == "INVIT") exit; if ($rm == "invite") exit; exit;
}
=== error
t.cfg:2:43: error: there is no method INVIT
    2 | 	if (method == "FOO") exit; if (method == "INVIT") exit; if ($rm == "invite") exit; exit;
      | 	                                         ^~~~~~~ did you mean INVITE?
1 error, 0 warnings

=== case if (!has_totag == true) exit;
=== config
route {
	if (!has_totag == true) exit;
	if (has_totag) exit;
	exit;
}
=== error
t.cfg:2:7: error: has_totag is not known here
    2 | 	if (!has_totag == true) exit;
      | 	     ^~~~~~~~~ did you mean has_totag()?
t.cfg:3:6: error: has_totag is not known here
    3 | 	if (has_totag) exit;
      | 	    ^~~~~~~~~ did you mean has_totag()?
2 errors, 0 warnings

=== case switch ($rm) { case "INVITE": exit; case "INVITE": exit; case 5: exit;
=== config
route {
	switch ($rm) { case "INVITE": exit; case "INVITE": exit; case 5: exit; case $rU: exit; }
	exit;
}
=== error
t.cfg:2:43: error: a second case for the same value
    2 | 	switch ($rm) { case "INVITE": exit; case "INVITE": exit; case 5: exit; case $rU: exit; }
      | 	                                         ^~~~~~~~
t.cfg:2:22: note: the first one is here
    2 | 	switch ($rm) { case "INVITE": exit; case "INVITE": exit; case 5: exit; case $rU:...
      | 	                    ^~~~~~~~
t.cfg:2:64: error: a string is tested here, not a number
    2 | 	switch ($rm) { case "INVITE": exit; case "INVITE": exit; case 5: exit; case $rU: exit; }
      | 	                                                              ^
t.cfg:2:78: error: a case must be constant
    2 | 	switch ($rm) { case "INVITE": exit; case "INVITE": exit; case 5: exit; case $rU: exit; }
      | 	                                                                            ^~~
3 errors, 0 warnings

=== case event_route[tm:local-request] { exit; }
=== config
event_route[tm:local-request] { exit; }
onsend_route { exit; }
failure_route { exit; }
request_route[X] { exit; }
faliure_route[Y] { exit; }
route { exit; }
=== error
t.cfg:1:1: error: there are no event_route blocks
    1 | event_route[tm:local-request] { exit; }
      | ^~~~~~~~~~~
t.cfg:2:1: error: there are no onsend_route blocks
    2 | onsend_route { exit; }
      | ^~~~~~~~~~~~
t.cfg:3:1: error: a failure_route needs a name
    3 | failure_route { exit; }
      | ^~~~~~~~~~~~~ write failure_route[NAME] { ... }
t.cfg:4:15: error: a request_route has no name
    4 | request_route[X] { exit; }
      |               ^ write request_route { ... }
t.cfg:5:1: error: there are no faliure_route blocks
    5 | faliure_route[Y] { exit; }
      | ^~~~~~~~~~~~~ did you mean failure_route?
5 errors, 0 warnings

=== case route[A] { route(A); }
=== config
route[A] { route(A); }
route { route(A); exit; }
=== error
t.cfg:1:12: error: route[A] calls itself
    1 | route[A] { route(A); }
      |            ^~~~~~~~
1 error, 0 warnings

=== case branch_route[B] { t_reply(200, "OK"); drop; }
=== config
branch_route[B] { t_reply(200, "OK"); drop; }
route { t_on_branch("B"); t_on_failure("B"); if (uri == myself) t_relay(); }
=== error
t.cfg:1:19: error: t_reply() cannot be used in branch_route
    1 | branch_route[B] { t_reply(200, "OK"); drop; }
      |                   ^~~~~~~
t.cfg:2:40: error: there is no failure_route[B]
    2 | route { t_on_branch("B"); t_on_failure("B"); if (uri == myself) t_relay(); }
      |                                        ^~~
t.cfg:1:14: note: a branch_route has that name
    1 | branch_route[B] { t_reply(200, "OK"); drop; }
      |              ^
2 errors, 0 warnings

=== case $var(x) = 1; $var(x) += "a"; $var(y) = "a"; $var(y) += "b"; xlog("$var
=== config
route {
	$var(x) = 1; $var(x) += "a"; $var(y) = "a"; $var(y) += "b"; xlog("$var(x) $var(y)"); exit;
}
=== error
t.cfg:2:26: error: a string cannot be added to a number
    2 | 	$var(x) = 1; $var(x) += "a"; $var(y) = "a"; $var(y) += "b"; xlog("$var(x) $var(y)");...
      | 	                        ^~~
1 error, 0 warnings

=== case if (1) exit; if ("x") exit; while (true) { xlog("x"); }
=== config
route {
	if (1) exit; if ("x") exit; while (true) { xlog("x"); }
	exit;
}
=== error
t.cfg:2:6: warning: this condition is always true
    2 | 	if (1) exit; if ("x") exit; while (true) { xlog("x"); }
      | 	    ^
t.cfg:2:15: warning: this is never reached
    2 | 	if (1) exit; if ("x") exit; while (true) { xlog("x"); }
      | 	             ^~~~~~~~~~~~~~
t.cfg:2:19: warning: this condition is always true
    2 | 	if (1) exit; if ("x") exit; while (true) { xlog("x"); }
      | 	                 ^~~
0 errors, 3 warnings

=== case if ($si == $var(x)) exit; $var(x) = "10.0.0.1"; if ($si == $var(x)) ex
=== config
route {
	if ($si == $var(x)) exit; $var(x) = "10.0.0.1"; if ($si == $var(x)) exit; exit;
}
=== error
t.cfg:2:10: error: an address cannot be compared with a string
    2 | 	if ($si == $var(x)) exit; $var(x) = "10.0.0.1"; if ($si == $var(x)) ...
      | 	        ^~ write the address without quotes
t.cfg:2:13: error: $var(x) is not set on every path to here
    2 | 	if ($si == $var(x)) exit; $var(x) = "10.0.0.1"; if ($si == $var(x)) exi...
      | 	           ^~~~~~~
t.cfg:2:28: note: it is set here
    2 | 	if ($si == $var(x)) exit; $var(x) = "10.0.0.1"; if ($si == $var(x)) exit; exit;
      | 	                          ^~~~~~~~~~~~~~~~~~~~
t.cfg:2:58: error: an address cannot be compared with a string
    2 | 	if ($si == $var(x)) exit; $var(x) = "10.0.0.1"; if ($si == $var(x)) exit; exit;
      | 	                                                        ^~ write the address without quotes
3 errors, 0 warnings

=== case return 5;
=== config
route {
	return 5;
}
=== error
t.cfg:2:2: warning: a request can come here neither answered nor relayed: it gets 501
    2 | 	return 5;
      | 	^~~~~~~~ answer it, relay it, or discard() it
0 errors, 1 warning

=== case if ($rU == null && $rU =~ "x" || $si in 10.0.0.0/8 && !has_totag()) ex
=== config
route {
	if ($rU == null && $rU =~ "x" || $si in 10.0.0.0/8 && !has_totag()) exit;
	if ($ml & 1 == 1) exit; exit;
}
=== error
t.cfg:2:6: warning: && binds tighter than ||, here without parentheses
    2 | 	if ($rU == null && $rU =~ "x" || $si in 10.0.0.0/8 && !has_totag...
      | 	    ^~~~~~~~~~~~~~~~~~~~~~~~~ put ( ) round this
t.cfg:2:35: warning: && binds tighter than ||, here without parentheses
    2 | 	if ($rU == null && $rU =~ "x" || $si in 10.0.0.0/8 && !has_totag()) exit;
      | 	                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ put ( ) round this
t.cfg:3:12: error: & is for numbers, not for a truth value
    3 | 	if ($ml & 1 == 1) exit; exit;
      | 	          ^~~~~~ did you mean &&? comparisons bind tighter than &
t.cfg:3:12: warning: this comparison gives the same result every time
    3 | 	if ($ml & 1 == 1) exit; exit;
      | 	          ^~~~~~
1 error, 3 warnings
