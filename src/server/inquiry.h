/* inquiry: answers to sipctl that take time or look into the store, given by a short-lived child of the parent.
 * SPDX-License-Identifier: BSD-2-Clause */
#ifndef SIPD_SERVER_INQUIRY_H
#define SIPD_SERVER_INQUIRY_H

#include "base/slice.h"

struct channel;
struct location_settings;

/* Writes the registrations to FD, which may block: all of them when ARGUMENT is "", those of the address of record that it names, or, for
 * "remove AOR", removes them first. CHANNEL is one to the keeper that no worker uses. Returns the exit status of the child. */
int inquiry_location(
	const struct location_settings *settings, struct channel *channel, struct slice argument, int fd);

#endif
