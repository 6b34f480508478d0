=== note
Transformations of values, $(name{class.function,argument}). One that fails is null.

=== case Text
=== expr
$(fu{s.len}) => 21
$(fd{s.toupper}) => EXAMPLE.ORG
$(rm{s.tolower}) => options
$(hdr(Subject)[1]{s.substr,1,1}) => w
$(rU{s.substr,-2}) => ob
$(fd{s.select,0,.}) => example
$(fd{s.select,-1,.}) => org
$(fd{s.select,5,.}) == null => true
$(rU{s.strip,1}) => ob
$(rU{s.striptail,1}) => bo
$(rd{s.index,e}) => 0
$(rd{s.index,e,1}) => 6
$(rd{s.index,q}) == null => true
$(rd{s.replace,example,sample}) => sample.com
$(ci{s.numeric}) => 
$(fn{s.unquote}) => Alice
$(fn{s.trim}) => "Alice"
$(hdr(Content-Length){s.int}) + 2 => 2
$(rU{s.int}) == null => true

=== case Encodings
=== expr
$(rU{s.md5}) => 9f9d51bc70ef21ca5c14f307980a29d8
$(rU{s.sha256}) => 81b637d8fcd2c6da6359e6963113a1170de795e4b725b84d1e0b4cfd9ec58ce9
$(rU{s.encode.hexa}) => 626f62
$(rU{s.encode.hexa}{s.decode.hexa}) => bob
$(rU{s.decode.hexa}) == null => true
$(rU{s.encode.base64}) => Ym9i
$(rU{s.encode.base64}{s.decode.base64}) => bob
$(fn{s.escape.user}) => %22Alice%22
$(fn{s.escape.user}{s.unescape.user}) => "Alice"

=== case Regular expressions
=== expr
$(rd{re.subst,/e/E/}) => Example.com
$(rd{re.subst,/E/X/gi}) => XxamplX.com
$(rd{re.subst,/(ex)(am)/\2\1/}) => amexple.com
$(rd{re.subst,/q/x/}) => example.com
$(rd{re.subst,/m{1,2}/,/}) => exa,ple.com
$(rd{re.subst,|e|/|}) => /xample.com
$(rd{re.subst,/a/x/q}) => expr:1:24: error: {re.subst} takes /pattern/replacement/flags, with flags of i, g, m, s and x, not /a/x/q
$(rd{re.subst,/a/x}) => expr:1:24: error: {re.subst} takes /pattern/replacement/flags, with flags of i, g, m, s and x, not /a/x

=== case URIs
=== expr
$(ru{uri.user}) => bob
$(ru{uri.passwd}) == null => true
$(ru{uri.password}) == null => true
$(ru{uri.host}) => example.com
$(ru{uri.port}) == null => true
$(su{uri.port}) => 5060
$(ru{uri.params}) => transport=udp
$(ru{uri.param,transport}) => udp
$(ru{uri.param,lr}) == null => true
$(ru{uri.headers}) == null => true
$(ru{uri.scheme}) => sip
$(ru{uri.schema}) => sip
$(ru{uri.transport}) => udp
$(rm{uri.user}) == null => true

=== case Name and address
=== expr
$(hdr(From){nameaddr.name}) => "Alice"
$(hdr(From){nameaddr.uri}) => sip:alice@example.org
$(hdr(From){nameaddr.params}) => tag=a1
$(hdr(From){nameaddr.param,tag}) => a1
$(hdr(From){nameaddr.param,q}) == null => true
$(hdr(From){tobody.uri}) => sip:alice@example.org
$(hdr(From){tobody.display}) => "Alice"
$(hdr(From){tobody.params}) => tag=a1
$(hdr(From){nameaddr.uri}{uri.host}{s.select,1,.}) => org

=== case Lists of parameters
=== expr
$(hdr(From){nameaddr.params}{param.value,tag}) => a1
$(ru{uri.params}{param.value,none}) == null => true
$(ru{uri.params}{param.valueat,0}) => udp
$(ru{uri.params}{param.name,0}) => transport
$(ru{uri.params}{param.name,1}) == null => true
$(ru{uri.params}{param.count}) => 1
$(rd{param.count,.}) => 2

=== case Addresses
=== expr
$(si{ip.family}) => INET
$(rd{ip.family}) == null => true
$(si{ip.isip}) => true
$(rd{ip.isip}) => false
$(si{ip.matches,192.0.2.0/24}) => true
$(si{ip.matches,198.51.100.0/24}) => false
$(si{s.len}) => 9
