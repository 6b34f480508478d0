/* notify: tells the service manager how the server does (sd_notify's protocol).
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_NOTIFY_H
#define SIPD_SERVER_NOTIFY_H

/* Sends STATE, lines such as "READY=1", to the socket that NOTIFY_SOCKET names; nothing when it names none. */
void notify(const char *state);

/* The same for a reload that begins now. */
void notify_reloading(void);

#endif
