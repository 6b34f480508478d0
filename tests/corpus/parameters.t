=== note
Every parameter, as the listing of the program shows it.

=== case All of them
=== config
listen = udp:192.0.2.1:5060
listen = udp:[2001:db8::1]:5062 advertise edge.example.com:5060
alias = "example.com"
alias = example.org:5080
workers = 3
state_dir = "/var/lib/sipd"
location = "memory"
location_sync = 500ms
location_size = 64M
location_prefix = "sipd-west:"
log_level = "warn"
control = "/run/sipd/other.sock"
subscribers = "/etc/sipd/subscribers"
user = "sipd"
server_header = "sipd of example.com"
fr_timer = 10s
fr_inv_timer = 3m
t1 = 250ms
t2 = 2s
t4 = 5000
max_branches = 8
default_expires = 600
min_expires = 30
max_expires = 7200
max_contacts = 5
nonce_expire = 2m
name_servers = "192.0.2.53"
route { discard(); }
=== listing
listen = "udp:192.0.2.1:5060"
listen = "udp:[2001:db8::1]:5062 advertise edge.example.com:5060"
alias = "example.com"
alias = "example.org:5080"
workers = 3
state_dir = "/var/lib/sipd"
location = "memory"
location_prefix = "sipd-west:"
location_sync = 500
location_size = 67108864
subscribers = "/etc/sipd/subscribers"
log_level = 1
control = "/run/sipd/other.sock"
user = "sipd"
server_header = "sipd of example.com"
fr_timer = 10000
fr_inv_timer = 180000
t1 = 250
t2 = 2000
t4 = 5000
max_branches = 8
default_expires = 600
min_expires = 30
max_expires = 7200
max_contacts = 5
nonce_expire = 120000
name_servers = "192.0.2.53"

route
    28:9     0  CALL         discard/0
   28:20     1  RETURN

=== case Other names of workers
=== config
listen = udp:192.0.2.1:5060
children = 4
route { discard(); }
=== listing
listen = "udp:192.0.2.1:5060"
workers = 4

route
     3:9     0  CALL         discard/0
    3:20     1  RETURN

=== case Another name still
=== config
listen = udp:192.0.2.1:5060
udp_workers = 4
route { discard(); }
=== listing
listen = "udp:192.0.2.1:5060"
workers = 4

route
     3:9     0  CALL         discard/0
    3:20     1  RETURN

=== case Values that are none
=== config
listen = udp:192.0.2.1:5060
workers = 65
t1 = 1h
location_size = "big"
log_level = "loud"
max_branches = many
route { discard(); }
=== error
t.cfg:2:11: error: workers must be from 1 to 64, not 65
    2 | workers = 65
      |           ^~
t.cfg:3:6: error: t1 must be from 10 ms to 10000 ms, not 3600000 ms
    3 | t1 = 1h
      |      ^~
t.cfg:4:17: error: location_size must be a number of bytes such as 64k, 1M or 4G, not "big"
    4 | location_size = "big"
      |                 ^~~~~
t.cfg:5:13: error: log_level must be error, warn, notice, info or debug, not "loud"
    5 | log_level = "loud"
      |             ^~~~~~
t.cfg:6:16: error: max_branches must be a number, not "many"
    6 | max_branches = many
      |                ^~~~
5 errors, 0 warnings

=== case settings as other servers spell them
=== config
modparam("auth_db", "calculate_ha1", yes)
modparam("usrloc|registrar", "max_contacts", 1)
modparam("tm", "fr_timer", 2000)
server_header = "Server: our proxy"
route { sl_send_reply(404); }
=== in udp 192.0.2.7:5060
OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>
Call-ID: 1
CSeq: 1 OPTIONS
Content-Length: 0
=== out udp 192.0.2.7:5060
SIP/2.0 404 Not Found
Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
From: <sip:alice@example.org>;tag=a1
To: <sip:bob@example.com>;tag=7v4ohdtnnujsb
Call-ID: 1
CSeq: 1 OPTIONS
Server: our proxy
Content-Length: 0
=== listing
server_header = "our proxy"
fr_timer = 2000
max_contacts = 1

route
     5:9     0  CONST        404
             1  ABSENT
             2  CALL         sl_send_reply/2
    5:29     3  RETURN
