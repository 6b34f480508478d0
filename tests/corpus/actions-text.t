=== note
Texts.
=== case comparing texts
=== expr
starts_with("+4930", "+49") => true
starts_with("+4930", "49") => false
starts_with("a", "") => true
starts_with("", "a") => false
ends_with("+4930", "30") => true
ends_with("30", "+4930") => false
ends_with("30", "") => true
str_contains("hello", "ell") => true
str_contains("hello", "elo") => false
str_contains("hello", "") => true
str_contains("", "x") => false
in_list("b", "a,b,c", ",") => true
in_list("b", "a, b , c", ",") => true
in_list("d", "a,b,c", ",") => false
in_list("b", "a;b;c", ";") => true
in_list("b", "a b c", "xx") => false
in_list("", "a,,c", ",") => true
cmp_str("a", "a") => true
cmp_str("a", "A") => false
cmp_istr("a", "A") => true
cmp_istr("a", "b") => false
cmp_uri("sip:bob@Example.com", "sip:bob@example.com") => true
cmp_uri("sip:bob@example.com", "sip:bob@example.com:5060") => false
cmp_uri("sip:bob@example.com", "sip:Bob@example.com") => false
cmp_uri("x", "x") => false
cmp_aor("sip:bob@example.com;a=b", "sip:bob@example.com:5060") => true
cmp_aor("sip:bob@example.com", "sip:carol@example.com") => false
cmp_aor("x", "x") => false
