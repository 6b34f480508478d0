/* notify: one datagram to the service manager.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/notify.h"
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

void notify(const char *state)
{
	const char *path = getenv("NOTIFY_SOCKET");
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	size_t len = path ? strlen(path) : 0;
	if (len < 2 || len >= sizeof to.sun_path || (path[0] != '/' && path[0] != '@'))
		return;
	memcpy(to.sun_path, path, len);
	if (path[0] == '@')
		to.sun_path[0] = 0; /* an abstract name */
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return;
	(void)sendto(fd, state, strlen(state), MSG_NOSIGNAL, (struct sockaddr *)&to,
		(socklen_t)(offsetof(struct sockaddr_un, sun_path) + len));
	close(fd);
}

void notify_reloading(void)
{
	struct timespec t;
	char state[64];
	clock_gettime(CLOCK_MONOTONIC, &t);
	snprintf(state, sizeof state, "RELOADING=1\nMONOTONIC_USEC=%" PRId64,
		(int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000);
	notify(state);
}
