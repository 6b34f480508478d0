/* header: the actions that read and change header fields and the body.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "actions/actions.h"
#include "actions/field.h"
#include "actions/services.h"
#include "base/log.h"
#include "base/reserved.h"

static bool is_token(struct slice s)
{
	static const char others[] = "-.!%*_+`'~";

	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];
		if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
			    (c && strchr(others, c))))
			return false;
	}
	return s.len > 0;
}

static bool has_line_end(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] == '\r' || s.at[i] == '\n' || s.at[i] == '\0')
			return true;
	return false;
}

bool field_line(struct run *run, struct slice text, struct slice *line)
{
	struct slice s = slice_trim(text);
	ptrdiff_t colon = slice_find(s, ':');

	if (has_line_end(s)) {
		run_log(run, LOG_LEVEL_WARN, "a line end inside a header field: \"%.*s\" is not added",
			SLICE_FMT(s));
		return false;
	}
	struct slice name = slice_trim(slice(s.at, colon < 0 ? 0 : (size_t)colon));
	if (!is_token(name)) {
		run_log(run, LOG_LEVEL_WARN, "\"%.*s\" is no header field \"Name: value\"", SLICE_FMT(s));
		return false;
	}
	if (reserved_header(name)) {
		run_log(run, LOG_LEVEL_WARN, "a second %.*s is not added", SLICE_FMT(name));
		return false;
	}
	*line = arena_join(run->context->arena, s, SLICE("\r\n"));
	return true;
}

/* ---- adding ---- */

static int insert(struct run *run, int at, struct slice text)
{
	struct slice line;

	return field_line(run, text, &line) && message_insert(run->message, at, line) ? RUN_TRUE : RUN_FALSE;
}

int act_append_hf(struct run *run, const struct value *argv, int argc)
{
	const struct message *m = run->message;
	int last = -1;

	if (argc > 1 && argv[1].type == VALUE_STRING) {
		enum header h = header_parse(argv[1].text);
		int i = message_line(m, h, argv[1].text, 0);
		for (; i >= 0; i = message_line(m, h, argv[1].text, i + 1))
			last = i;
	}
	return insert(run, last < 0 ? -1 : last + 1, argv[0].text);
}

int act_insert_hf(struct run *run, const struct value *argv, int argc)
{
	int first = -1;

	if (argc > 1 && argv[1].type == VALUE_STRING)
		first = message_line(run->message, header_parse(argv[1].text), argv[1].text, 0);
	return insert(run, first < 0 ? 0 : first, argv[0].text);
}

/* ---- removing ---- */

int act_remove_hf(struct run *run, const struct value *argv, int argc)
{
	enum header h = header_parse(argv[0].text);

	(void)argc;
	if (reserved_header(argv[0].text)) {
		run_log(run, LOG_LEVEL_WARN, "%.*s is not removed: sipd needs it", SLICE_FMT(argv[0].text));
		return RUN_FALSE;
	}
	return message_remove_all(run->message, h, argv[0].text) ? RUN_TRUE : RUN_FALSE;
}

int act_remove_hf_re(struct run *run, const struct value *argv, int argc)
{
	struct message *m = run->message;
	int removed = 0;

	(void)argc;
	for (int i = m->now.lines->count - 1; i >= 0; i--) {
		const struct line *line = &m->now.lines->at[i];
		if (!run_match(run, argv[0].number, line->name) || reserved_header(line->name))
			continue;
		message_remove(m, i);
		removed++;
	}
	return removed ? RUN_TRUE : RUN_FALSE;
}

/* ---- looking ---- */

int act_is_present_hf(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return message_line(run->message, header_parse(argv[0].text), argv[0].text, 0) >= 0 ? RUN_TRUE
											    : RUN_FALSE;
}

int act_is_present_hf_re(struct run *run, const struct value *argv, int argc)
{
	const struct lines *lines = run->message->now.lines;

	(void)argc;
	for (int i = 0; i < lines->count; i++)
		if (run_match(run, argv[0].number, lines->at[i].name))
			return RUN_TRUE;
	return RUN_FALSE;
}

int act_hf_value_exists(struct run *run, const struct value *argv, int argc)
{
	const struct message *m = run->message;
	enum header h = header_parse(argv[0].text);
	struct slice value, wanted = slice_trim(argv[1].text);

	(void)argc;
	for (int i = message_line(m, h, argv[0].text, 0); i >= 0;
		i = message_line(m, h, argv[0].text, i + 1)) {
		struct slice rest = m->now.lines->at[i].value;
		while (list_next(&rest, &value))
			if (slice_equal_nocase(value, wanted))
				return RUN_TRUE;
	}
	return RUN_FALSE;
}

int act_search(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return run_match(run, argv[0].number, run->message->text) ? RUN_TRUE : RUN_FALSE;
}

int act_search_body(struct run *run, const struct value *argv, int argc)
{
	(void)argc;
	return run_match(run, argv[0].number, run->message->now.body) ? RUN_TRUE : RUN_FALSE;
}

/* ---- the body ---- */

/* The media type of the message, without its parameters; "" when there is none. */
static struct slice media_type(const struct message *m)
{
	int i = message_line(m, HEADER_CONTENT_TYPE, SLICE(""), 0);
	struct slice rest, type = SLICE("");

	if (i < 0)
		return type;
	rest = m->now.lines->at[i].value;
	slice_cut(&rest, ';', &type);
	return slice_trim(type);
}

int act_has_body(struct run *run, const struct value *argv, int argc)
{
	const struct message *m = run->message;

	if (!m->now.body.len)
		return RUN_FALSE;
	if (argc < 1 || argv[0].type != VALUE_STRING)
		return RUN_TRUE;
	return slice_equal_nocase(media_type(m), slice_trim(argv[0].text)) ? RUN_TRUE : RUN_FALSE;
}

int act_set_body(struct run *run, const struct value *argv, int argc)
{
	struct message *m = run->message;
	struct slice type = slice_trim(argv[1].text);
	int i = message_line(m, HEADER_CONTENT_TYPE, SLICE(""), 0);

	(void)argc;
	if (!type.len || has_line_end(type) || slice_find(type, '/') <= 0) {
		run_log(run, LOG_LEVEL_WARN, "\"%.*s\" is no media type", SLICE_FMT(type));
		return RUN_FALSE;
	}
	if (i >= 0)
		message_replace(m, i, type);
	else
		message_insert(m, -1, arena_printf(run->arena, "Content-Type: %.*s\r\n", SLICE_FMT(type)));
	message_set_body(m, argv[0].text);
	return RUN_TRUE;
}

int act_remove_body(struct run *run, const struct value *argv, int argc)
{
	(void)argv, (void)argc;
	message_remove_all(run->message, HEADER_CONTENT_TYPE, SLICE(""));
	message_set_body(run->message, SLICE(""));
	return RUN_TRUE;
}
