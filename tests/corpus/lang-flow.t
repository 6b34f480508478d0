=== note
Paths: variables set or not, answers given once, twice or never, open relays.

=== case a variable set on both ways
=== config
route {
	if (is_method("INVITE")) { $var(a) = 1; } else { $var(a) = 2; }
	xlog("$var(a)");
	sl_send_reply(200, "OK");
}
=== error

=== case a variable set in a loop only
=== config
route {
	while ($var(i) < 3) { $var(i) = 1; }
	sl_send_reply(200, "OK");
}
=== error
t.cfg:2:9: error: $var(i) is not set on every path to here
    2 | 	while ($var(i) < 3) { $var(i) = 1; }
      | 	       ^~~~~~~
t.cfg:2:24: note: it is set here
    2 | 	while ($var(i) < 3) { $var(i) = 1; }
      | 	                      ^~~~~~~~~~~
1 error, 0 warnings

=== case a variable set in each case that goes on
=== config
route {
	switch ($rm) { case "INVITE": $var(a) = 1; break; case "ACK": exit; default: $var(a) = 2; }
	xlog("$var(a)");
	sl_send_reply(200, "OK");
}
=== error

=== case a variable set by a route, another needed by it
=== config
route { $var(a) = 1; route(X); xlog("$var(b)"); sl_send_reply(200, "OK"); }
route[X] { xlog("$var(a)"); $var(b) = 2; }
=== error

=== case neither is set on every path
=== config
route { if (is_method("INVITE")) $var(a) = 1; route(X); xlog("$var(b)"); sl_send_reply(200, "OK"); }
route[X] { xlog("$var(a)"); if (has_totag()) return; $var(b) = 2; }
=== error
t.cfg:1:63: error: $var(b) is not set on every path to here
    1 | route { if (is_method("INVITE")) $var(a) = 1; route(X); xlog("$var(b)"); sl_send_reply(200, "OK"); }
      |                                                               ^~~~~~~
t.cfg:2:54: note: it is set here
    2 | route[X] { xlog("$var(a)"); if (has_totag()) return; $var(b) = 2; }
      |                                                      ^~~~~~~~~~~
t.cfg:2:18: error: $var(a) is not set on every path to here
    2 | route[X] { xlog("$var(a)"); if (has_totag()) return; $var(b) = 2; }
      |                  ^~~~~~~
t.cfg:1:47: note: the route is called here without it
    1 | route { if (is_method("INVITE")) $var(a) = 1; route(X); xlog("$var(b)"); sl_send_reply(200, "OK"); }
      |                                               ^~~~~~~~
t.cfg:1:34: note: it is set here
    1 | route { if (is_method("INVITE")) $var(a) = 1; route(X); xlog("$var(b)"); sl_send_reply(200, "...
      |                                  ^~~~~~~~~~~
2 errors, 0 warnings

=== case a variable set when a route returns true
=== config
route { if (route(X)) { xlog("$var(b)"); } sl_send_reply(200, "OK"); }
route[X] { if (has_totag()) return -1; $var(b) = 2; return 1; }
=== error

=== case the end behind a check that answers
=== config
route {
	if (!sanity_check(17895, 7)) { exit; }
	sl_send_reply(200, "OK");
}
=== error

=== case a check that answers, and no exit
=== config
route {
	if (!sanity_check(17895, 7)) { xlog("bad"); }
	sl_send_reply(200, "OK");
}
=== error
t.cfg:3:2: error: sl_send_reply() after sanity_check() on the same path
    3 | 	sl_send_reply(200, "OK");
      | 	^~~~~~~~~~~~~~~~~~~~~~~~ the request gets one answer
t.cfg:2:7: note: first done here; exit forgotten behind it?
    2 | 	if (!sanity_check(17895, 7)) { xlog("bad"); }
      | 	     ^~~~~~~~~~~~~~~~~~~~~~
1 error, 0 warnings

=== case provisional replies
=== config
route {
	sl_send_reply(100, "Trying"); $var(c) = 180; sl_send_reply($var(c), "x");
	sl_send_reply(200, "OK");
}
=== error

=== case each result has its answer
=== config
route {
	switch (lookup("location")) { case ok: t_relay(); exit; case not_found: sl_send_reply(404, "x"); exit; case method_not_supported, error: sl_send_reply(500, "x"); }
}
=== error

=== case a relay that fails is answered
=== config
route {
	switch (t_relay()) { case ok: exit; default: sl_send_reply(500, "x"); }
}
=== error
t.cfg:2:10: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    2 | 	switch (t_relay()) { case ok: exit; default: sl_send_reply(500, "x")...
      | 	        ^~~~~~~~~ if (uri != myself) ...
0 errors, 1 warning

=== case $rc behind a relay
=== config
route {
	t_relay(); if ($rc < 0) sl_reply_error();
}
=== error
t.cfg:2:2: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    2 | 	t_relay(); if ($rc < 0) sl_reply_error();
      | 	^~~~~~~~~ if (uri != myself) ...
0 errors, 1 warning

=== case a result in a variable
=== config
route {
	$var(ok) = t_relay(); if (!$var(ok)) sl_reply_error();
}
=== error
t.cfg:2:13: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    2 | 	$var(ok) = t_relay(); if (!$var(ok)) sl_reply_error();
      | 	           ^~~~~~~~~ if (uri != myself) ...
0 errors, 1 warning

=== case one failure is answered
=== config
route {
	if (t_relay() == send_failed) { sl_send_reply(500, "x"); }
}
=== error
t.cfg:2:6: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    2 | 	if (t_relay() == send_failed) { sl_send_reply(500, "x"); }
      | 	    ^~~~~~~~~ if (uri != myself) ...
0 errors, 1 warning

=== case any failure is answered
=== config
route {
	if (t_relay() != ok) { sl_send_reply(500, "x"); }
}
=== error
t.cfg:2:6: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    2 | 	if (t_relay() != ok) { sl_send_reply(500, "x"); }
      | 	    ^~~~~~~~~ if (uri != myself) ...
0 errors, 1 warning

=== case a flag keeps the paths apart
=== config
route {
	if (is_method("OPTIONS")) { sl_send_reply(200, "OK"); setflag(1); }
	if (!isflagset(1)) t_relay();
}
=== error
t.cfg:3:21: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    3 | 	if (!isflagset(1)) t_relay();
      | 	                   ^~~~~~~~~ if (uri != myself) ...
0 errors, 1 warning

=== case a variable keeps the paths apart
=== config
route {
	if (is_method("OPTIONS")) { sl_send_reply(200, "OK"); $avp(done) = 1; }
	if ($avp(done) != null) exit;
	t_relay();
}
=== error
t.cfg:4:2: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    4 | 	t_relay();
      | 	^~~~~~~~~ if (uri != myself) ...
0 errors, 1 warning

=== case an answer for the failed relay
=== config
route {
	if (!t_relay()) { sl_reply_error(); }
	exit;
}
=== error
t.cfg:2:7: warning: an open relay: nothing on the way here asks who sends the request or where it goes
    2 | 	if (!t_relay()) { sl_reply_error(); }
      | 	     ^~~~~~~~~ if (uri != myself) ...
0 errors, 1 warning

=== case a second answer behind save
=== config
route {
	save("location"); sl_send_reply(200, "OK");
}
=== error
t.cfg:2:20: error: sl_send_reply() after save() on the same path
    2 | 	save("location"); sl_send_reply(200, "OK");
      | 	                  ^~~~~~~~~~~~~~~~~~~~~~~~ the request gets one answer
t.cfg:2:2: note: first done here; exit forgotten behind it?
    2 | 	save("location"); sl_send_reply(200, "OK");
      | 	^~~~~~~~~~~~~~~~
1 error, 0 warnings

=== case save without an answer
=== config
route {
	save("location", 2); sl_send_reply(200, "OK");
}
=== error

=== case a second final answer in a failure route
=== config
route { t_on_failure("F"); if (uri == myself) t_relay(); }
failure_route[F] { if (t_check_status("486")) { t_reply(404, "x"); } seturi("sip:a@b"); t_relay(); }
=== error
t.cfg:2:89: error: t_relay() after t_reply() on the same path
    2 | failure_route[F] { if (t_check_status("486")) { t_reply(404, "x"); } seturi("sip:a@b"); t_relay(); }
      |                                                                                         ^~~~~~~~~ the request gets one answer
t.cfg:2:49: note: first done here; exit forgotten behind it?
    2 | failure_route[F] { if (t_check_status("486")) { t_reply(404, "x"); } seturi("sip:a@b"); t_relay(); }
      |                                                 ^~~~~~~~~~~~~~~~~
1 error, 0 warnings

=== case relayed two routes down
=== config
route { if (uri != myself) exit; route(R); }
route[R] { route(R2); exit; }
route[R2] { t_relay(); }
=== error
