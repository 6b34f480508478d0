/* log: one escaped line per call, to stderr or to whoever set a sink.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/log.h"
#include "base/buffer.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINE = 2048 };

/* The mutable variables of this file: what is written and where. */
static enum log_level level_now = LOG_LEVEL_INFO;
static log_sink *sink_now;
static void *sink_user;
static const char *role_now;

struct level_name {
	const char *name;
	enum log_level level;
};

/* The first of each level is its name; the others are SER's numbers and syslog's words. */
static const struct level_name level_names[] = {
	{ "error", LOG_LEVEL_ERROR },
	{ "warn", LOG_LEVEL_WARN },
	{ "notice", LOG_LEVEL_NOTICE },
	{ "info", LOG_LEVEL_INFO },
	{ "debug", LOG_LEVEL_DEBUG },
	{ "emerg", LOG_LEVEL_ERROR },
	{ "alert", LOG_LEVEL_ERROR },
	{ "crit", LOG_LEVEL_ERROR },
	{ "err", LOG_LEVEL_ERROR },
	{ "warning", LOG_LEVEL_WARN },
	{ "dbg", LOG_LEVEL_DEBUG },
	{ "-1", LOG_LEVEL_ERROR },
	{ "0", LOG_LEVEL_WARN },
	{ "1", LOG_LEVEL_NOTICE },
	{ "2", LOG_LEVEL_INFO },
	{ "3", LOG_LEVEL_DEBUG },
};

const char *log_level_name(enum log_level level)
{
	return level_names[level].name;
}

int log_level_parse(struct slice s)
{
	for (size_t i = 0; i < sizeof level_names / sizeof *level_names; i++)
		if (slice_equal_nocase(s, slice_of(level_names[i].name)))
			return (int)level_names[i].level;
	return -1;
}

void log_set_level(enum log_level level)
{
	level_now = level;
}

bool log_enabled(enum log_level level)
{
	return level <= level_now;
}

void log_set_sink(log_sink *sink, void *user)
{
	sink_now = sink;
	sink_user = user;
}

void log_set_role(const char *role)
{
	role_now = role;
}

/* The length of the well-formed UTF-8 character that S begins with, 0 when it begins with none (RFC 3629 section 4). C1 control
 * characters count as none. */
static size_t character(struct slice s)
{
	const unsigned char *at = (const unsigned char *)s.at;
	size_t len = at[0] < 0x80   ? 1
		     : at[0] < 0xc2 ? 0
		     : at[0] < 0xe0 ? 2
		     : at[0] < 0xf0 ? 3
		     : at[0] < 0xf5 ? 4
				    : 0;
	if (len < 2 || len > s.len)
		return len == 1;
	unsigned least = at[0] == 0xe0 || at[0] == 0xc2 ? 0xa0 : at[0] == 0xf0 ? 0x90 : 0x80;
	unsigned most = at[0] == 0xed ? 0x9f : at[0] == 0xf4 ? 0x8f : 0xbf;
	if (at[1] < least || at[1] > most)
		return 0;
	for (size_t i = 2; i < len; i++)
		if ((at[i] & 0xc0) != 0x80)
			return 0;
	return len;
}

/* Appends S so that it stays one line and valid UTF-8, which the journal wants. */
static void add_escaped(struct buffer *b, struct slice s)
{
	while (s.len && !b->full) {
		size_t len = character(s);
		unsigned char c = (unsigned char)s.at[0];
		if (c == '\n')
			buffer_lit(b, "\\n");
		else if (c == '\r')
			buffer_lit(b, "\\r");
		else if (c == '\t')
			buffer_lit(b, "\\t");
		else if (len == 0 || c < 0x20 || c == 0x7f) {
			char text[4] = { '\\', 'x', "0123456789abcdef"[c >> 4], "0123456789abcdef"[c & 15] };
			buffer_add(b, slice(text, sizeof text));
		} else {
			buffer_add(b, slice(s.at, len));
		}
		len = len ? len : 1;
		s = slice(s.at + len, s.len - len);
	}
}

/* Whether stderr is the journal's (systemd.exec(5), JOURNAL_STREAM): it adds name and pid, and takes the level from "<N>". */
static bool is_journal(void)
{
	const char *stream = getenv("JOURNAL_STREAM");
	struct stat st;
	char text[64];
	if (!stream || fstat(STDERR_FILENO, &st) < 0)
		return false;
	snprintf(text, sizeof text, "%ju:%ju", (uintmax_t)st.st_dev, (uintmax_t)st.st_ino);
	return strcmp(stream, text) == 0;
}

static void write_stderr(enum log_level level, struct slice text)
{
	static const char priority[] = { '3', '4', '5', '6', '7' }; /* syslog's numbers */
	char line[LINE + 160];
	struct buffer b = buffer(line, sizeof line);
	if (is_journal())
		buffer_printf(&b, "<%c>", priority[level]);
	else
		buffer_printf(&b, "sipd[%d]: %s: ", (int)getpid(), log_level_name(level));
	if (role_now)
		buffer_printf(&b, "%.64s: ", role_now);
	buffer_add(&b, text);
	buffer_char(&b, '\n');
	while (write(STDERR_FILENO, b.at, b.len) < 0 && errno == EINTR)
		;
}

void log_write_v(enum log_level level, const char *format, va_list args)
{
	if (!log_enabled(level))
		return;
	int saved = errno;
	char raw[LINE], text[LINE];
	int len = vsnprintf(raw, sizeof raw, format, args);
	if (len < 0)
		len = 0;
	bool cut = (size_t)len >= sizeof raw;
	struct buffer b = buffer(text, sizeof text - 3);
	add_escaped(&b, slice(raw, cut ? sizeof raw - 1 : (size_t)len));
	if (cut || b.full) {
		memcpy(b.at + b.len, "...", 3);
		b.len += 3;
	}
	if (sink_now)
		sink_now(sink_user, level, buffer_slice(&b));
	else
		write_stderr(level, buffer_slice(&b));
	errno = saved;
}

void log_write(enum log_level level, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	log_write_v(level, format, args);
	va_end(args);
}

_Noreturn void fatal(const char *format, ...)
{
	va_list args;
	log_set_sink(NULL, NULL); /* these last words are not for whoever listens */
	va_start(args, format);
	log_write_v(LOG_LEVEL_ERROR, format, args);
	va_end(args);
	exit(3);
}
