/* log: what the processes say to the administrator.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * One line per call, control characters escaped, so that no message from the network can forge a line. The level is one of the few
 * mutable variables of file scope. */
#ifndef SIPD_BASE_LOG_H
#define SIPD_BASE_LOG_H

#include "base/slice.h"
#include <stdarg.h>

enum log_level { LOG_LEVEL_ERROR, LOG_LEVEL_WARN, LOG_LEVEL_NOTICE, LOG_LEVEL_INFO, LOG_LEVEL_DEBUG };

/* The name of LEVEL ("error", "warn" ...), and back: -1 when S is none (SER's -1..3 and syslog's names are known too). */
const char *log_level_name(enum log_level level);
int log_level_parse(struct slice s);

/* Sets what is written: LEVEL and all that is worse. */
void log_set_level(enum log_level level);
bool log_enabled(enum log_level level);

/* Where lines go: NULL is stderr ("sipd[pid]: level: text", with syslog prefixes "<3>" under systemd). The sink gets the
 * text without level and newline. */
typedef void log_sink(void *user, enum log_level level, struct slice text);
void log_set_sink(log_sink *sink, void *user);

/* What stands before the text in every line of this process, such as "worker 2"; NULL for nothing. Kept, not copied. */
void log_set_role(const char *role);

void log_write(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));
void log_write_v(enum log_level level, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

#define log_error(...)  log_write(LOG_LEVEL_ERROR, __VA_ARGS__)
#define log_warn(...)   log_write(LOG_LEVEL_WARN, __VA_ARGS__)
#define log_notice(...) log_write(LOG_LEVEL_NOTICE, __VA_ARGS__)
#define log_info(...)   log_write(LOG_LEVEL_INFO, __VA_ARGS__)
#define log_debug(...)                                                                                       \
	do {                                                                                                 \
		if (log_enabled(LOG_LEVEL_DEBUG))                                                            \
			log_write(LOG_LEVEL_DEBUG, __VA_ARGS__);                                             \
	} while (0)

/* Writes the line at level error and exits with status 3. */
_Noreturn void fatal(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
