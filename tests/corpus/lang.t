=== note
What expressions and statements give.

=== case numbers
=== expr
1 + 2 * 3 => 7
(1 + 2) * 3 => 9
7 / 2 => 3
-7 / 2 => -3
7 % 3 => 1
7 mod 3 => 1
2 << 1 == 4 => true
6 & 3 ^ 1 => 3
1 | 6 & 3 => 3
~5 => -6
- - 5 => 5
0x1f => 31
9223372036854775807 + 1 => -9223372036854775808
10 - 4 - 3 => 3

=== case text
=== expr
"a" + "b" => ab
"a" "b" 'c' => abc
"tab\there" => tab\there
"\x41\"\\" => A"\
'raw \n $rm' => raw \n $rm
"method $rm!" => method OPTIONS!
"cost: $$5 \$rm" => cost: $5 $rm
"$(rm{s.tolower})" => options
"$(rm{s.len})" => 7
"100$" => 100$
"$var" => expr:1:25: error: $var needs a name
"" => 
=== case truth
=== expr
1 == 1 => true
1 != 1 => false
2 < 10 => true
"2" < "10" => false
true || false && false => true
!true => false
not false and true => true
(1 > 2) == false => true
"ABC" == "abc" => false
method == "invite" => false
$rm == "OPTIONS" => true
method == OPTIONS => true
"abc" =~ "B" => true
"abc" =~ /B/ => false
"abc" =~ /B/i => true
"abc" !~ "x" => true
"+4912" =~ "^(\+|00)[1-9]" => true
src_ip == 192.0.2.7 => true
src_ip == 192.0.2.0/24 => true
src_ip == "192.0.2.0/24" => true
$si in 10.0.0.0/8 => false
$si == [2001:db8::1] => false
$avp(x) == null => true
$avp(x) != NULL => false
$null == $avp(x) => true
is_method("OPTIONS") && !has_totag() => true
has_totag() == no => true
has_totag() != yes => true
is_method("ACK") == yes => false
msg:len > 10 => true
msg:len < max_len => true
uri == myself => false
$rU == "nobody" => false

=== case what cannot be computed
=== expr
1 + "a" => expr:1:26: error: a number and a string cannot be added
"10" + 5 => expr:1:29: error: a string and a number cannot be added
1 / 0 => expr:1:28: error: division by zero
7 == "7" => expr:1:26: error: a number cannot be compared with a string
$nosuch => expr:1:24: error: there is no variable $nosuch
nosuch => expr:1:24: error: nosuch is not known here
nosuch() => expr:1:24: error: there is no action nosuch
-"a" => expr:1:25: error: - is for numbers, not for a string
99999999999999999999 => expr:1:24: error: this number is too large
007 => expr:1:24: error: a number does not begin with 0
5s => expr:1:24: error: 5s is no number
1 < 2 < 3 => expr:1:24: warning: this comparison gives the same result every time
!$rm == "INVITE" => expr:1:24: error: ! binds tighter than ==
10.0.0.0/8 => expr:1:24: error: a network stands in comparisons only
/x/ => expr:1:24: error: unexpected /
$rm =~ $ru => expr:1:31: error: a pattern must be constant

=== case statements: loops, switches, returns, variables
=== config
#!define LIMIT 3
route {
	$var(i) = 0;
	while ($var(i) < 10) {
		if ($var(i) == LIMIT) break;
		$var(i) += 1;
	}
	xlog("i $var(i)");
	$var(s) = "a";
	$var(s) += "b" + "$var(i)";
	xlog("s $var(s)");
	switch ($var(i)) {
	case 1, 2: xlog("few");
	case 3:
	case 4:
		xlog("some");
		break;
		xlog("dead");
	default: xlog("many");
	}
	switch ($var(s)) {
	case "x": xlog("x");
	}
	switch (has_totag()) {
	case yes: xlog("in a dialog");
	case no: xlog("outside of one");
	}
	if (route(TEST)) xlog("yes"); else xlog("no");
	$var(n) = 5;
	if (route(TEST)) xlog("yes"); else xlog("no");
	route(CODE);
	switch ($rc) {
	case 7: xlog("seven");
	default: xlog("another");
	}
	$avp(list) = "one";
	$avp(list) = "two";
	xlog("list $avp(list) $(avp(list)[1])");
	$avp(list) = null;
	if ($avp(list) == null) xlog("none");
	discard();
}
route[TEST] {
	if ($rm == "OPTIONS" && $avp(tested) == null) {
		$avp(tested) = 1;
		return -1;
	}
	return;
}
route[CODE] {
	return 7;
}
=== in udp 192.0.2.7:5060
OPTIONS sip:sipd.test SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:a@b>;tag=1
To: <sip:a@b>
Call-ID: 1
CSeq: 1 OPTIONS
Max-Forwards: 70
Content-Length: 0
=== out none
=== log
info: t.cfg:8: i 3
info: t.cfg:11: s ab3
info: t.cfg:16: some
info: t.cfg:26: outside of one
info: t.cfg:28: no
info: t.cfg:30: yes
info: t.cfg:33: seven
info: t.cfg:38: list two 
info: t.cfg:40: none

=== case statements: what is nested
=== config
route {
	$var(i) = 0;
	$var(out) = "";
	while (true) {
		$var(i) += 1;
		switch ($var(i)) {
		default:
			if ($var(i) > 6) break;
			$var(out) += "d";
		case 2:
			$var(j) = 0;
			while ($var(j) < 10) {
				$var(j) += 1;
				if ($var(j) == 3) break;
			}
			$var(out) += "[$var(j)]";
			break;
			$var(out) += "never";
		case 4, 5:
			switch ("x") {
			case "x": $var(out) += "x"; break;
			}
			$var(out) += "y";
		}
		if (!($var(i) < 7)) break;
	}
	xlog("$var(out) $var(i)");
	if ((has_totag() || is_method("OPTIONS")) && !(has_totag() && is_method("OPTIONS"))) xlog("one"); else xlog("other");
	if (!(has_totag() || !is_method("OPTIONS")) || has_totag()) xlog("two");
	if (has_totag() || $var(i) != 7 || $rm !~ "^opt") xlog("wrong"); else xlog("three");
	$var(b) = has_totag() || $var(i) == 7 && $rm != "INVITE";
	xlog("$var(b)");
	$var(b) = !(route(NO) || route(NO));
	xlog("$var(b)");
	$avp(n) += 1;
	if ($avp(n) == null) xlog("null and 1 is null");
	$avp(n) = 1;
	$avp(n) += 1;
	xlog("$avp(n)");
	switch ($rm) {
	case "invite": xlog("wrong");
	case "options": xlog("methods have no case here");
	}
	switch (loose_route()) {
	case routed, preloaded: xlog("wrong");
	case not_routed: xlog("not routed $rc");
	}
	loose_route();
	if ($rc == not_routed) xlog("by name");
	loose_route();
	if ($rc < 0) xlog("by number");
	discard();
}
route[NO] {
	if (1 == 1) return -1;
}
=== in udp 192.0.2.7:5060
OPTIONS sip:sipd.test SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKa1
From: <sip:a@b>;tag=1
To: <sip:a@b>
Call-ID: 1
CSeq: 1 OPTIONS
Max-Forwards: 70
Content-Length: 0
=== out none
=== log
info: t.cfg:27: d[3]dxyxyd 7
info: t.cfg:28: one
info: t.cfg:29: two
info: t.cfg:30: three
info: t.cfg:32: true
info: t.cfg:34: true
info: t.cfg:36: null and 1 is null
info: t.cfg:39: 2
info: t.cfg:42: methods have no case here
info: t.cfg:46: not routed -1
info: t.cfg:49: by name
info: t.cfg:51: by number

=== case truth as a value
=== expr
(1 != 2) == true => true
!(1 != 1) == true => true
($rm != "INVITE") == true => true
($rm !~ "^INV") == true => true
($rm != "OPTIONS" || $rm !~ "^OPT") == false => true
($rm != "INVITE" && $avp(x) != null) == false => true
($si != 10.0.0.0/8) == ($rm != "INVITE") => true
(uri != myself) == true => true
(has_totag() != no) == false => true
