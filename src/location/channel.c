/* channel: the shared memory and descriptors between workers and keeper.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/channel.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

/* A change is at most about as long as a datagram (64 kB) and must fit into half a ring. An answer is 16 bytes. */
enum { CHANGES_SIZE = 512 << 10, ANSWERS_SIZE = 128 << 10, LOG_SIZE = 4 << 20, PAGE = 4096 };

static size_t pages(size_t n)
{
	return (n + PAGE - 1) & ~(size_t)(PAGE - 1);
}

struct channels *channels_new(int workers, char *error)
{
	size_t changes = pages(ring_footprint(CHANGES_SIZE)), answers = pages(ring_footprint(ANSWERS_SIZE));
	size_t state = pages(sizeof(struct channel_state) + (size_t)workers * sizeof(uint64_t));
	size_t log = pages(ring_footprint(LOG_SIZE));
	size_t size = state + (size_t)workers * (changes + answers) + log;
	struct channels *c = calloc(1, sizeof *c + (size_t)workers * sizeof c->at[0]);
	char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int keeper_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC),
	    log_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (!c || memory == MAP_FAILED || keeper_fd < 0 || log_fd < 0) {
		snprintf(error, LOCATION_ERROR, "location: no memory shared with the keeper: %s",
			strerror(errno));
		free(c);
		return NULL;
	}
	*c = (struct channels){ .memory = memory, .size = size, .count = workers, .log_fd = log_fd };
	c->log = (struct ring *)(memory + size - log);
	ring_init(c->log, LOG_SIZE);
	for (int i = 0; i < workers; i++) {
		char *at = memory + state + (size_t)i * (changes + answers);
		c->at[i] = (struct channel){ .changes = (struct ring *)at,
			.answers = (struct ring *)(at + changes),
			.keeper_fd = keeper_fd,
			.worker_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC),
			.state = (struct channel_state *)memory,
			.opened = (_Atomic uint64_t *)(memory + sizeof(struct channel_state)) + i };
		ring_init(c->at[i].changes, CHANGES_SIZE);
		ring_init(c->at[i].answers, ANSWERS_SIZE);
		if (c->at[i].worker_fd < 0) {
			snprintf(error, LOCATION_ERROR, "location: eventfd: %s", strerror(errno));
			channels_free(c);
			return NULL;
		}
	}
	return c;
}

void channels_free(struct channels *c)
{
	if (!c)
		return;
	close(c->log_fd);
	if (c->count)
		close(c->at[0].keeper_fd);
	for (int i = 0; i < c->count; i++)
		if (c->at[i].worker_fd >= 0)
			close(c->at[i].worker_fd);
	munmap(c->memory, c->size);
	free(c);
}
