=== note
Scripts as administrators have them, about which there is nothing to say, or only what is said here.

=== case the sample of the design
=== config
listen     = udp:0.0.0.0:5060        # repeatable; host names and [v6] too
alias      = "example.com"           # repeatable: names that are us; our own addresses are known. host or host:port
workers    = 2                       # default: the cores; `children` is the same
state_dir  = "/var/lib/sipd"         # branch key, location store
location   = "lmdb"                  # or "memory", or "redis://host:6379"
subscribers = "/etc/sipd/subscribers" # user:realm:HA1 lines, MD5 and SHA-256
log_level  = "info"
control    = "/run/sipd/control.sock"

route {
    if (!mf_process_maxfwd_header(10)) { sl_send_reply(483, "Too Many Hops"); exit; }
    if (msg:len > 8192)                { sl_send_reply(513, "Message Overflow"); exit; }
    if (is_method("CANCEL"))           { if (t_check_trans()) t_relay(); exit; }
    if (has_totag()) {
        if (loose_route()) { t_relay(); exit; }
        if (is_method("ACK")) { if (t_check_trans()) t_relay(); exit; }
        sl_send_reply(404, "Not Here"); exit;
    }
    if (is_method("INVITE|SUBSCRIBE")) record_route();
    if (is_method("REGISTER")) { if (!save("location")) sl_reply_error(); exit; }
    if (uri != myself) { sl_send_reply(403, "Relaying Forbidden"); exit; }
    if (is_method("OPTIONS") && $rU == null) { sl_send_reply(200, "OK"); exit; }
    if (!lookup("location")) { sl_send_reply(404, "Not Found"); exit; }
    t_on_failure("UNAVAILABLE");
    t_relay();
}
failure_route[UNAVAILABLE] {
    if (t_is_canceled()) exit;
    if (t_check_status("486|408")) { t_reply(480, "Temporarily Unavailable"); }
}
=== error

=== case in the manner of the Kamailio default
=== config
#!KAMAILIO
#!define WITH_AUTH
#!define FLT_ACC 1
#!define FLT_NATS 5
#!ifdef WITH_DEBUG
#!else
#!endif
children=4
/* uncomment the next line to disable TCP (default on) */
alias="sip.mydomain.com"
listen=udp:10.0.0.10:5060
loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "/usr/lib/kamailio/modules/rr.so"
modparam("tm", "fr_timer", 30000)
modparam("tm", "fr_inv_timer", 120000)
modparam("registrar", "max_expires", 3600)

request_route {
	# per request initial checks
	route(REQINIT);

	# NAT detection
	route(NATDETECT);

	# CANCEL processing
	if (is_method("CANCEL")) {
		if (t_check_trans()) {
			route(RELAY);
		}
		exit;
	}

	# handle retransmissions
	if (!is_method("ACK")) {
		if(t_precheck_trans()) {
			t_check_trans();
			exit;
		}
		t_check_trans();
	}

	# handle requests within SIP dialogs
	route(WITHINDLG);

	### only initial requests (no To tag)
	route(AUTH);

	# record routing for dialog forming requests (in case they are routed)
	# - remove preloaded route headers
	remove_hf("Route");
	if (is_method("INVITE|SUBSCRIBE")) {
		record_route();
	}

	# account only INVITEs
	if (is_method("INVITE")) {
		setflag(FLT_ACC); # do accounting
	}

	# dispatch requests to foreign domains
	route(SIPOUT);

	# handle registrations
	route(REGISTRAR);

	if ($rU==$null) {
		# request with no Username in RURI
		sl_send_reply("484","Address Incomplete");
		exit;
	}

	# user location service
	route(LOCATION);
}

# Wrapper for relaying requests
route[RELAY] {
	# enable additional event routes for forwarded requests
	if (is_method("INVITE|BYE|SUBSCRIBE|UPDATE")) {
		if(!t_is_set("branch_route")) t_on_branch("MANAGE_BRANCH");
	}
	if (is_method("INVITE|SUBSCRIBE|UPDATE")) {
		if(!t_is_set("onreply_route")) t_on_reply("MANAGE_REPLY");
	}
	if (is_method("INVITE")) {
		if(!t_is_set("failure_route")) t_on_failure("MANAGE_FAILURE");
	}

	if (!t_relay()) {
		sl_reply_error();
	}
	exit;
}

# Per SIP request initial checks
route[REQINIT] {
	if($ua =~ "friendly-scanner|sipcli|VaxSIPUserAgent") {
		exit;
	}

	if (!mf_process_maxfwd_header("10")) {
		sl_send_reply("483","Too Many Hops");
		exit;
	}

	if(is_method("OPTIONS") && uri==myself && $rU==$null) {
		sl_send_reply("200","Keepalive");
		exit;
	}

	if(!sanity_check("17895", "7")) {
		xlog("Malformed SIP message from $si:$sp\n");
		exit;
	}
}

# Handle requests within SIP dialogs
route[WITHINDLG] {
	if (!has_totag()) return;

	# sequential request withing a dialog should
	# take the path determined by record-routing
	if (loose_route()) {
		route(DLGURI);
		if (is_method("BYE")) {
			setflag(FLT_ACC); # do accounting ...
		}
		else if ( is_method("ACK") ) {
			# ACK is forwarded statelessly
			route(NATMANAGE);
		}
		else if ( is_method("NOTIFY") ) {
			# Add Record-Route for in-dialog NOTIFY as per RFC 6665.
			record_route();
		}
		route(RELAY);
		exit;
	}

	if ( is_method("ACK") ) {
		if ( t_check_trans() ) {
			# no loose-route, but stateful ACK;
			route(RELAY);
			exit;
		} else {
			# ACK without matching transaction ... ignore and discard
			exit;
		}
	}
	sl_send_reply("404","Not here");
	exit;
}

# Handle SIP registrations
route[REGISTRAR] {
	if (!is_method("REGISTER")) return;

	if(isflagset(FLT_NATS)) {
		setbflag(6);
	}
	if (!save("location"))
		sl_reply_error();
	exit;
}

# User location service
route[LOCATION] {
	if (!lookup("location")) {
		$var(rc) = $rc;
		t_newtran();
		switch ($var(rc)) {
			case -1:
			case -3:
				send_reply("404", "Not Found");
				exit;
			case -2:
				send_reply("405", "Method Not Allowed");
				exit;
		}
	}

	# when routing via usrloc, log the missed calls also
	if (is_method("INVITE")) {
		setflag(FLT_ACC);
	}
	route(RELAY);
	exit;
}

route[AUTH] {
#!ifdef WITH_AUTH
	if (is_method("REGISTER") || from_uri==myself) {
		# authenticate requests
		if (!www_authorize("$fd", "subscriber")) {
			www_challenge("$fd", "0");
			exit;
		}
	}
	# if caller is not local subscriber, then check if it calls
	# a local destination, otherwise deny, not an open relay here
	if (from_uri!=myself && uri!=myself) {
		sl_send_reply("403","Not relaying");
		exit;
	}
#!endif
	return;
}

# Caller NAT detection
route[NATDETECT] {
	force_rport();
	if (nat_uac_test("19")) {
		if (is_method("REGISTER")) {
			fix_nated_contact();
		} else {
			if(is_first_hop()) {
				set_contact_alias();
			}
		}
		setflag(FLT_NATS);
	}
	return;
}

route[NATMANAGE] {
	if (is_request()) {
		if(has_totag()) {
			if(check_route_param("nat=yes")) {
				setbflag(6);
			}
		}
	}
	if (!(isflagset(FLT_NATS) || isbflagset(6))) return;
	return;
}

route[DLGURI] {
	if(!isdsturiset()) {
		handle_ruri_alias();
	}
	return;
}

# Routing to foreign domains
route[SIPOUT] {
	if (uri==myself) return;
	append_hf("P-Hint: outbound\r\n");
	route(RELAY);
	exit;
}

branch_route[MANAGE_BRANCH] {
	xdbg("new branch [$T_branch_idx] to $ru\n");
	route(NATMANAGE);
}

onreply_route[MANAGE_REPLY] {
	xdbg("incoming reply\n");
	if(status=~"[12][0-9][0-9]") {
		route(NATMANAGE);
	}
}

failure_route[MANAGE_FAILURE] {
	route(NATMANAGE);
	if (t_is_canceled()) exit;
	if (t_check_status("3[0-9][0-9]")) {
		t_reply("404","Not found");
		exit;
	}
	if (t_check_status("486|408")) {
		$du = $null;
		seturi("sip:voicemail@10.0.0.9");
		t_relay();
		exit;
	}
}
=== error
t.cfg:58:11: warning: flag 1 is set but never tested
   58 | 		setflag(FLT_ACC); # do accounting
      | 		        ^~~~~~~
0 errors, 1 warning

=== case in the manner of the OpenSIPS default
=== config
udp_workers=4
socket=udp:127.0.0.1:5060   # CUSTOMIZE ME
log_level=3
route{
	if (!mf_process_maxfwd_header(10)) {
		send_reply(483,"Too Many Hops");
		exit;
	}
	if (has_totag()) {
		# handle requests within SIP dialogs
		if (is_method("ACK") && t_check_trans()) {
			t_relay();
			exit;
		}
		if ( !loose_route() ) {
			send_reply(404,"Not here");
			exit;
		}
		if (is_method("BYE")) {
			xlog("accounting");
		}
		# route it out to whatever destination was set by loose_route()
		route(relay);
		exit;
	}
	# CANCEL processing
	if (is_method("CANCEL")) {
		if (t_check_trans())
			t_relay();
		exit;
	}
	# absorb retransmissions, but do not create transaction
	t_check_trans();
	if ( !(is_method("REGISTER")  ) ) {
		if (is_myself("$fd")) {
		} else {
			# if caller is not local, then called number must be local
			if (!is_myself("$rd")) {
				send_reply(403,"Relay Forbidden");
				exit;
			}
		}
	}
	# preloaded route checking
	if (loose_route()) {
		xlog("L_ERR",
			"Attempt to route with preloaded Route's [$fu/$tu/$ru/$ci]");
		if (!is_method("ACK"))
			send_reply(403,"Preload Route denied");
		exit;
	}
	# record routing
	if (!is_method("REGISTER|MESSAGE"))
		record_route();
	# requests for my domain
	if (!is_myself("$rd")) {
		append_hf("P-hint: outbound\r\n");
		route(relay);
	}
	if (is_method("PUBLISH|SUBSCRIBE")) {
		send_reply(503, "Service Unavailable");
		exit;
	}
	if (is_method("REGISTER")) {
		# store the registration and generate a SIP reply
		if (!save("location"))
			xlog("failed to register AoR $tu\n");
		exit;
	}
	if ($rU==NULL) {
		# request with no Username in RURI
		send_reply(484,"Address Incomplete");
		exit;
	}
	# do lookup with method filtering
	if (!lookup("location")) {
		t_reply(404, "Not Found");
		exit;
	}
	route(relay);
}
route[relay] {
	# for INVITEs enable some additional helper routes
	if (is_method("INVITE")) {
		t_on_branch("per_branch_ops");
		t_on_reply("handle_nat");
		t_on_failure("missed_call");
	}
	if (!t_relay()) {
		send_reply(500,"Internal Error");
	}
	exit;
}
branch_route[per_branch_ops] {
	xlog("new branch at $ru\n");
}
onreply_route[handle_nat] {
	xlog("incoming reply\n");
}
failure_route[missed_call] {
	if (t_was_cancelled()) {
		exit;
	}
	if (t_check_status("3[0-9][0-9]")) {
		t_reply(404,"Not found");
		exit;
	}
}
=== error

=== case in the manner of SER 0.9
=== config
# ----------- SER 0.9 style
listen=10.0.0.1
alias=iptel.org
children=4
loadmodule "/usr/local/lib/ser/modules/sl.so"
loadmodule "/usr/local/lib/ser/modules/tm.so"
route{
	# initial sanity checks -- messages with
	# max_forwards==0, or excessively long requests
	if (!mf_process_maxfwd_header("10")) {
		sl_send_reply("483","Too Many Hops");
		exit;
	};
	if (msg:len >=  max_len ) {
		sl_send_reply("513", "Message too big");
		exit;
	};
	if (!method=="REGISTER") record_route();
	if (loose_route()) {
		append_hf("P-hint: rr-enforced\r\n");
		route(1);
		exit;
	};
	if (!uri==myself) {
		# mark routing logic in request
		append_hf("P-hint: outbound\r\n");
		route(1);
		exit;
	};
	# if the request is for other domain use UsrLoc
	if (uri==myself) {
		if (method=="REGISTER") {
			save("location");
			exit;
		};
		if (method == "INVITE" && (uri =~ "^sip:[0-9]{5}@" || to_uri=~"sip:.*echo.*")) {
			rewritehost("gw.iptel.org");
			strip(1);
			prefix("00");
			route(1);
			exit;
		}
		# native SIP destinations are handled using our USRLOC DB
		if (!lookup("location")) {
			sl_send_reply("404", "Not Found");
			exit;
		};
	};
	append_hf("P-hint: usrloc applied\r\n");
	route(1);
}
route[1]
{
	# send it out now; use stateful forwarding as it works reliably
	# even for UDP2TCP
	if (!t_relay()) {
		sl_reply_error();
	};
}
=== error
