/* inquiry: reads the location store for an administrator.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/inquiry.h"
#include "location/channel.h"
#include "server/reality.h"
#include "sip/uri.h"
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

enum { WALK = 1000 /* addresses of record read in one transaction */, LONGEST_MS = 10000 };

struct inquiry {
	FILE *out;
	struct reality reality;
	struct timers timers;
	struct arena *arena;
	struct location *location;
	struct slice last; /* the last address of record of a walk, in `text` */
	char text[LOCATION_AOR_MAX];
	bool done;
};

/* Writes NAME and TEXT, which came from the network: what a terminal might obey is left out. */
static void print_text(struct inquiry *q, const char *name, struct slice text)
{
	fputs(name, q->out);
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		fputc(c < 0x20 || c == 0x7f ? '?' : c, q->out);
	}
}

static void print_one(struct inquiry *q, const struct binding *b)
{
	uint64_t now = q->reality.clock / 1000;
	print_text(q, "  <", b->contact);
	fprintf(q->out, "> expires=%llu", (unsigned long long)(b->expires > now ? b->expires - now : 0));
	if (b->q >= 0)
		fprintf(q->out, " q=%d.%03d", b->q / 1000, b->q % 1000);
	if (b->received.len)
		print_text(q, " received=", b->received);
	if (b->path.len)
		print_text(q, " path=", b->path);
	print_text(q, " listener=", b->listener);
	fprintf(q->out, " cseq=%u", (unsigned)b->cseq);
	print_text(q, " call_id=", b->call_id);
	if (b->user_agent.len)
		print_text(q, " user_agent=", b->user_agent);
	fputc('\n', q->out);
}

static bool print_aor(void *user, struct slice aor, const struct binding *bindings, int count)
{
	struct inquiry *q = user;
	if (aor.len <= sizeof q->text) {
		memcpy(q->text, aor.at, aor.len);
		q->last = slice(q->text, aor.len);
	}
	print_text(q, "", aor);
	fputc('\n', q->out);
	for (int i = 0; i < count; i++)
		print_one(q, &bindings[i]);
	return !ferror(q->out);
}

static void print_all(struct inquiry *q)
{
	int n, total = 0;
	do {
		arena_reset(q->arena);
		n = location_walk(q->location, q->last, WALK, q->arena, print_aor, q);
		total += n;
	} while (n == WALK && !ferror(q->out));
	if (n < 0)
		fprintf(q->out, "error: the store cannot be read\n");
	else
		fprintf(q->out, "%d address%s of record\n", total, total == 1 ? "" : "es");
}

static void answered(void *user)
{
	((struct inquiry *)user)->done = true;
}

/* Waits until the store has answered. */
static bool wait_for(struct inquiry *q)
{
	uint64_t end = reality_now() + LONGEST_MS;
	while (!q->done && q->reality.now < end) {
		struct pollfd p = { .fd = location_wake_fd(q->location), .events = POLLIN };
		if (poll(&p, 1, 100) > 0)
			location_readable(q->location);
		reality_update(&q->reality);
		timer_run(&q->timers, q->reality.now);
	}
	return q->done;
}

static bool remove_aor(struct inquiry *q, struct slice aor)
{
	struct location_change c = { .aor = aor, .arena = q->arena, .done = answered, .user = q };
	c.change.now = q->reality.clock / 1000;
	c.change.max_contacts = BINDINGS_MAX;
	c.change.remove_all = c.change.forced = true;
	q->done = false;
	if (!location_commit(q->location, &c) && !wait_for(q)) {
		location_cancel_change(&c);
		c.result = LOCATION_FAILED;
	}
	if (c.result == LOCATION_OK)
		return true;
	fprintf(q->out, "error: %s\n", location_result_name(c.result));
	return false;
}

static void print_aor_of(struct inquiry *q, struct slice aor)
{
	struct location_query query = { .aor = aor, .arena = q->arena, .done = answered, .user = q };
	q->done = false;
	if (!location_fetch(q->location, &query) && !wait_for(q)) {
		location_cancel_query(&query);
		query.failed = true;
	}
	if (query.failed)
		fprintf(q->out, "error: the store cannot be read\n");
	else if (query.count == 0)
		fprintf(q->out, "error: %.*s is not registered\n", SLICE_FMT(aor));
	else
		(void)print_aor(q, aor, query.bindings, query.count);
}

/* The address of record that TEXT means: "alice@example.com" and "sip:alice@example.com" are the same. */
static struct slice aor_of(struct inquiry *q, struct slice text)
{
	struct uri uri;
	if (slice_find(text, ':') < 0 || !uri_parse(text, &uri))
		text = arena_join(q->arena, SLICE("sip:"), text);
	return uri_parse(text, &uri) ? uri_aor(q->arena, &uri) : text;
}

static void answer(struct inquiry *q, struct slice argument)
{
	static const struct slice removal = SLICE("remove ");
	if (argument.len == 0) {
		print_all(q);
	} else if (slice_starts(argument, removal)) {
		struct slice rest = slice(argument.at + removal.len, argument.len - removal.len);
		if (remove_aor(q, aor_of(q, slice_trim(rest))))
			fprintf(q->out, "ok\n");
	} else {
		print_aor_of(q, aor_of(q, argument));
	}
}

int inquiry_location(
	const struct location_settings *settings, struct channel *channel, struct slice argument, int fd)
{
	struct inquiry *q = calloc(1, sizeof *q);
	char error[LOCATION_ERROR];
	if (!q || !(q->out = fdopen(fd, "w")))
		return 1;
	reality_init(&q->reality, NULL);
	q->reality.live = true; /* a walk may wait in the store's own loop */
	q->arena = arena_new(0);
	q->location = location_open(settings, channel, &q->reality.world, &q->timers, error);
	if (q->location)
		answer(q, argument);
	else
		fprintf(q->out, "error: %s\n", error);
	location_close(q->location);
	arena_free(q->arena);
	timers_free(&q->timers);
	int status = fclose(q->out) == 0 ? 0 : 1;
	free(q);
	return status;
}
