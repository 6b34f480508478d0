/* ladder: what happened, as a ladder diagram: caller, worker, callee, a line for each datagram.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "sim.h"

#include <stdarg.h>
#include <string.h>

enum { ARROW = 26, LABEL = 14 };

/* "INVITE ------->" of ARROW characters, to the left when BACK. */
static void draw(FILE *f, const char *label, bool back)
{
	char text[ARROW + 1];
	size_t len = strlen(label);

	memset(text, '-', ARROW);
	text[ARROW] = 0;
	memcpy(text + (ARROW - len) / 2, label, len);
	text[(ARROW - len) / 2 - 1] = text[(ARROW - len) / 2 + len] = ' ';
	text[back ? 0 : ARROW - 1] = back ? '<' : '>';
	fputs(text, f);
}

static void stamp(struct sim *s)
{
	fprintf(s->ladder, "%9.3f  ", (double)(s->now - s->start) / 1000);
}

static struct slice tail(struct slice branch)
{
	return branch.len > 6 ? slice(branch.at + branch.len - 6, 6) : branch;
}

/* Whether PHONE is the one whose side of the diagram is on the left: the one that asked. */
static bool is_left(struct sim *s, const struct text *t, int phone)
{
	for (const struct ask *a = s->asks; a; a = a->next)
		if (slice_equal(a->call_id, t->call_id) && !a->dialog)
			return a->phone->number == phone;
	return true;
}

void ladder_datagram(struct sim *s, int phone, int worker, bool to_phone, struct slice data, const char *fate)
{
	struct text t;
	char label[LABEL + 1], name[8], middle[8];

	if (!s->ladder || !text_read(&t, data))
		return;
	if (s->only.len && !slice_starts(t.call_id, s->only))
		return;
	if (t.status)
		snprintf(label, sizeof label, "%d", t.status);
	else
		snprintf(label, sizeof label, "%.*s", SLICE_FMT(t.method));
	snprintf(name, sizeof name, "p%d", phone);
	snprintf(middle, sizeof middle, worker < 0 ? "*" : "w%d", worker);
	stamp(s);
	if (is_left(s, &t, phone)) {
		fprintf(s->ladder, "%4s ", name);
		draw(s->ladder, label, to_phone);
		fprintf(s->ladder, " %-3s %*s  %4s", middle, ARROW, "", "");
	} else {
		fprintf(s->ladder, "%4s %*s %-3s ", "", ARROW, "", middle);
		draw(s->ladder, label, !to_phone);
		fprintf(s->ladder, " %-4s ", name);
	}
	struct slice branch = tail(t.branch);
	fprintf(s->ladder, " %6.*s %u %.*s%s%.*s%s%s\n", SLICE_FMT(branch), t.cseq, SLICE_FMT(t.cseq_method),
		t.to_tag.len ? " to " : "", SLICE_FMT(t.to_tag), *fate ? "  " : "", fate);
}

void ladder_note(struct sim *s, int worker, const char *format, ...)
{
	va_list args;

	if (!s->ladder)
		return;
	stamp(s);
	fprintf(s->ladder, "%4s %*s ", "", ARROW, "");
	if (worker >= 0)
		fprintf(s->ladder, "w%-2d ", worker);
	va_start(args, format);
	fputs("=== ", s->ladder);
	vfprintf(s->ladder, format, args);
	va_end(args);
	fputc('\n', s->ladder);
}
