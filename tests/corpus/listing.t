=== note
What scripts are compiled into. Every instruction of the machine occurs.

=== case Listing
=== config
listen = udp:192.0.2.1:5060
fr_timer = 5s
route {
	if (!mf_process_maxfwd_header(10)) { sl_send_reply(483, "Too Many Hops"); exit; }
	if (uri != myself && src_ip == 10.0.0.0/8) drop;
	if ($rU =~ "^\+49" || $rd == $fd) $var(x) = 1 + 2 * 3;
	else $var(x) = $rp;
	if ($ru == "sip:bob@example.com") $ru = "sip:carol@example.com";
	if ($du != null && $var(x) > 5) $du = null;
	$avp(n) = $(ru{s.len}) + 1;
	while ($avp(n) != null && $avp(n) < 9) $avp(n) = $avp(n) * 2;
	switch ($rm) { case "INVITE": xlog("$rm from $fU"); default: xlog("other"); }
	if (route(CHECK)) exit;
	switch (lookup("location")) { case ok: xlog("found $ru"); default: xlog("not found"); }
	if (-$var(x) < 0) xlog("x");
	$var(both) = $rU == null && is_method("INVITE");
	$var(either) = $rU == null || is_method("INVITE");
	lookup("location");
	$var(rc) = $rc;
	t_relay();
}
route[CHECK] {
	if ($rU == null) return -1;
	return;
}
=== listing
listen = "udp:192.0.2.1:5060"
fr_timer = 5000

route
     4:6     0  CONST        10
     4:7     1  CALL         mf_process_maxfwd_header/1
             2  RESULT_TRUE
             3  JUMP_TRUE    8
    4:39     4  CONST        483
             5  CONST        "Too Many Hops"
             6  CALL         sl_send_reply/2
    4:76     7  STOP
     5:6     8  GET          $ru
             9  MYSELF
            10  JUMP_TRUE    15
            11  GET          $si
            12  IN           10.0.0.0/8
            13  JUMP_FALSE   15
    5:45    14  DROP
     6:6    15  GET          $rU
            16  MATCH        /^\+49/i
            17  JUMP_TRUE    22
            18  GET          $rd
            19  GET          $fd
            20  BINARY       ==nocase
            21  JUMP_FALSE   25
    6:36    22  CONST        7
            23  VAR_SET      $var(x)
            24  JUMP         27
     7:7    25  GET          $rp
            26  VAR_SET      $var(x)
     8:6    27  GET          $ru
            28  CONST        "sip:bob@example.com"
            29  EQ_URI
            30  JUMP_FALSE   33
    8:36    31  CONST        "sip:carol@example.com"
            32  SET          $ru
     9:6    33  GET          $du
            34  UNARY        null?
            35  JUMP_TRUE    42
            36  VAR_GET      $var(x)
            37  CONST        5
            38  BINARY       >
            39  JUMP_FALSE   42
    9:34    40  ABSENT
            41  SET          $du
    10:2    42  GET          $ru
            43  TRANSFORM    s.len/0
            44  CONST        1
   10:25    45  BINARY       +
    10:2    46  AVP_SET      $avp(n)[*]
    11:9    47  AVP_GET      $avp(n)
            48  UNARY        null?
            49  JUMP_TRUE    59
            50  AVP_GET      $avp(n)
            51  CONST        9
            52  BINARY       <
            53  JUMP_FALSE   59
   11:41    54  AVP_GET      $avp(n)
            55  CONST        2
   11:59    56  BINARY       *
   11:41    57  AVP_SET      $avp(n)[*]
            58  JUMP         47
   12:10    59  GET          $rm
            60  DUP
            61  CONST        "INVITE"
            62  BINARY       ==nocase
            63  JUMP_TRUE    68
            64  POP
   12:63    65  CONST        "other"
            66  CALL         xlog/1
            67  JUMP         74
            68  POP
   12:32    69  GET          $rm
            70  CONST        " from "
            71  GET          $fU
            72  CONCAT       3
            73  CALL         xlog/1
    13:6    74  ROUTE        route[CHECK]
            75  RESULT_TRUE
            76  JUMP_FALSE   78
   13:20    77  STOP
   14:10    78  CONST        "location"
            79  ABSENT
            80  CALL         lookup/2
            81  RESULT_IS    0 lookup.ok
            82  JUMP_TRUE    86
   14:69    83  CONST        "not found"
            84  CALL         xlog/1
            85  JUMP         90
   14:41    86  CONST        "found "
            87  GET          $ru
            88  CONCAT       2
            89  CALL         xlog/1
    15:6    90  VAR_GET      $var(x)
            91  UNARY        -
            92  CONST        0
            93  BINARY       <
            94  JUMP_FALSE   97
   15:20    95  CONST        "x"
            96  CALL         xlog/1
    16:2    97  GET          $rU
            98  UNARY        null?
            99  AND          103
           100  CONST        2
   16:30   101  CALL         is_method/1
           102  RESULT_TRUE
    16:2   103  VAR_SET      $var(both)
    17:2   104  GET          $rU
           105  UNARY        null?
           106  OR           110
           107  CONST        2
   17:32   108  CALL         is_method/1
           109  RESULT_TRUE
    17:2   110  VAR_SET      $var(either)
    18:2   111  CONST        "location"
           112  ABSENT
           113  CALL         lookup/2
    19:2   114  RESULT
           115  VAR_SET      $var(rc)
    20:2   116  ABSENT
           117  ABSENT
           118  CALL         t_relay/2
    21:1   119  RETURN

route[CHECK]
    23:6   120  GET          $rU
           121  UNARY        null?
           122  JUMP_FALSE   125
   23:19   123  CONST        -1
           124  RETURN_VALUE
    24:2   125  RETURN
    25:1   126  RETURN
