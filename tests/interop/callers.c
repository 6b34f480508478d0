/* callers: many users of a farm on one socket: they register and call each other, and what became of it is counted.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 *     callers -l ADDRESS:PORT -s ADDRESS:PORT,... [-r RATE] [-w WINDOW] [-t SECONDS] [-g FILE] register|call FIRST COUNT
 *
 * Users are sip:uN@example.com, N from FIRST; all are at the socket -l. Each request goes to a random one of the servers -s, at most RATE in
 * a second and WINDOW at a time, and is sent again after 0.5, 1.5 and 3.5 seconds. A call is INVITE, 200, ACK, BYE, 200. -t: as long as that,
 * users in turn. -g: the address from which each user was called, a line each. At the end a line of what was counted:
 * "done N failed N cut N again N slow MS last MS": cut: calls that were answered, but whose BYE was not; again: retransmissions; slow: of the slowest; last: when the last one began that was slower than
 * 400 ms, MS since the epoch. Exit 0 when none failed. */
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SERVERS = 64, SLOTS = 1 << 14, TRIES = 5, SLOW_MS = 400, TEXT = 4096, ROUTE = 1024 };

enum step { FREE, REGISTERING, INVITING, ENDING };

/* One request that waits for its final answer. */
struct slot {
	enum step step;
	int user, tries;
	uint32_t serial; /* tells its answers from those to its predecessor */
	uint64_t began, sent;
	struct sockaddr_in to;
	char text[TEXT];
	int len;
};

struct callers {
	int fd;
	struct sockaddr_in here;
	char name[32]; /* ADDRESS:PORT of it */
	struct sockaddr_in server[SERVERS];
	int servers;
	int rate, window, seconds, first, count;
	bool calls;
	int next, under_way;
	uint64_t started, done, failed, cut, again, slow, last;
	uint32_t serial;
	struct in_addr *from; /* by user: who called it last */
	struct slot slot[SLOTS];
};

static uint64_t now_ms(clockid_t id)
{
	struct timespec t;
	clock_gettime(id, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static bool parse_address(const char *text, struct sockaddr_in *a)
{
	char host[32];
	unsigned port;
	memset(a, 0, sizeof *a);
	a->sin_family = AF_INET;
	if (sscanf(text, "%31[0-9.]:%u", host, &port) != 2 || inet_pton(AF_INET, host, &a->sin_addr) != 1)
		return false;
	a->sin_port = htons((uint16_t)port);
	return true;
}

static void send_text(struct callers *c, const struct sockaddr_in *to, const char *text, int len)
{
	/* what the kernel does not take is lost like on the way */
	(void)!sendto(c->fd, text, (size_t)len, 0, (const struct sockaddr *)to, sizeof *to);
}

/* ---- reading ---- */

/* The value of the first field NAME ("\r\nName: ") in TEXT, NULL when there is none; its length in *LEN. */
static const char *field(const char *text, const char *name, int *len)
{
	const char *at = strstr(text, name), *end;
	if (!at || !(end = strstr(at + 2, "\r\n")))
		return NULL;
	at += strlen(name);
	*len = (int)(end - at);
	return at;
}

/* All lines of the field NAME, as they are, into OUT under the name AS. */
static void copy_fields(const char *text, const char *name, const char *as, char *out, size_t size)
{
	size_t n = 0;
	out[0] = 0;
	for (const char *at = text; (at = strstr(at, name)); at += 2) {
		const char *value = at + strlen(name), *end = strstr(value, "\r\n");
		if (!end || n + (size_t)(end - value) + strlen(as) + 4 > size)
			return;
		n += (size_t)snprintf(out + n, size - n, "%s%.*s\r\n", as, (int)(end - value), value);
	}
}

/* ---- what is sent ---- */

static void transmit(struct callers *c, struct slot *s)
{
	s->sent = now_ms(CLOCK_MONOTONIC);
	s->tries++;
	send_text(c, &s->to, s->text, s->len);
}

/* Another server at each new request, the same for what is sent again. */
static void begin(struct callers *c, struct slot *s, int user)
{
	int index = (int)(s - c->slot);
	s->user = user;
	s->tries = 0;
	s->serial = ++c->serial;
	s->began = now_ms(CLOCK_MONOTONIC);
	s->to = c->server[rand() % c->servers];
	s->step = c->calls ? INVITING : REGISTERING;
	if (c->calls)
		s->len = snprintf(s->text, TEXT,
			"INVITE sip:u%d@example.com SIP/2.0\r\nVia: SIP/2.0/UDP "
			"%s;rport;branch=z9hG4bK%d.%u.%d\r\n"
			"Max-Forwards: 70\r\nFrom: <sip:caller@example.com>;tag=%u\r\nTo: "
			"<sip:u%d@example.com>\r\n"
			"Call-ID: %d.%u.%d@callers\r\nCSeq: 1 INVITE\r\nContact: <sip:caller@%s>\r\n"
			"Content-Length: 0\r\n\r\n",
			user, c->name, index, s->serial, (int)getpid(), s->serial, user, index, s->serial,
			(int)getpid(), c->name);
	else
		s->len = snprintf(s->text, TEXT,
			"REGISTER sip:example.com SIP/2.0\r\nVia: SIP/2.0/UDP "
			"%s;rport;branch=z9hG4bK%d.%u.%d\r\n"
			"Max-Forwards: 70\r\nFrom: <sip:u%d@example.com>;tag=%u\r\nTo: "
			"<sip:u%d@example.com>\r\n"
			"Call-ID: %d.%u.%d@callers\r\nCSeq: %u REGISTER\r\nContact: "
			"<sip:u%d@%s>;expires=600\r\n"
			"Content-Length: 0\r\n\r\n",
			c->name, index, s->serial, (int)getpid(), user, s->serial, user, index, s->serial,
			(int)getpid(), s->serial, user, c->name);
	c->under_way++;
	transmit(c, s);
}

static void end(struct callers *c, struct slot *s, bool well)
{
	uint64_t took = now_ms(CLOCK_MONOTONIC) - s->began;
	bool connected = s->step == ENDING;
	if (well)
		c->done++;
	else if (connected)
		c->cut++;
	else
		c->failed++;
	c->again += (uint64_t)s->tries - 1;
	if (took > c->slow && (well || !connected))
		c->slow = took;
	if (took > SLOW_MS && (well || !connected)) {
		uint64_t when = now_ms(CLOCK_REALTIME) - took;
		c->last = when > c->last ? when : c->last;
	}
	s->step = FREE;
	c->under_way--;
}

/* The call that S made was answered by REPLY: ACK and BYE go where the Record-Routes say. */
static void answered(struct callers *c, struct slot *s, const char *reply)
{
	char routes[ROUTE], hop[64] = "", contact[64] = "", ack[TEXT];
	int len = 0, index = (int)(s - c->slot);
	copy_fields(reply, "\r\nRecord-Route: ", "Route: ", routes, sizeof routes);
	const char *to = field(reply, "\r\nTo: ", &len), *target = strstr(reply, "\r\nContact: <sip:");
	const char *first = strstr(routes, "<sip:");
	if (!to || !target || sscanf(target + 16, "%63[^>]", contact) != 1)
		return;
	const char *at = first ? first + 5 : strchr(contact, '@') ? strchr(contact, '@') + 1 : contact;
	if (sscanf(at, "%63[0-9.:]", hop) != 1 || !parse_address(hop, &s->to))
		return;
	static const char form[] =
		"%s sip:%s SIP/2.0\r\nVia: SIP/2.0/UDP %s;rport;branch=z9hG4bK%d.%u.%d%s\r\n"
		"%sMax-Forwards: 70\r\nFrom: <sip:caller@example.com>;tag=%u\r\nTo: %.*s\r\n"
		"Call-ID: %d.%u.%d@callers\r\nCSeq: %d %s\r\nContent-Length: 0\r\n\r\n";
	int n = snprintf(ack, sizeof ack, form, "ACK", contact, c->name, index, s->serial, (int)getpid(), "a",
		routes, s->serial, len, to, index, s->serial, (int)getpid(), 1, "ACK");
	send_text(c, &s->to, ack, n);
	if (s->step == ENDING)
		return;
	s->step = ENDING;
	s->len = snprintf(s->text, TEXT, form, "BYE", contact, c->name, index, s->serial, (int)getpid(), "b",
		routes, s->serial, len, to, index, s->serial, (int)getpid(), 2, "BYE");
	c->again += (uint64_t)s->tries - 1;
	s->tries = 0;
	transmit(c, s);
}

/* ---- what comes ---- */

static void take_reply(struct callers *c, const char *text)
{
	int status, index, pid;
	unsigned serial;
	const char *id = strstr(text, "\r\nCall-ID: ");
	if (sscanf(text, "SIP/2.0 %d", &status) != 1 || !id ||
		sscanf(id, "\r\nCall-ID: %d.%u.%d@callers", &index, &serial, &pid) != 3 || pid != getpid() ||
		index < 0 || index >= SLOTS || c->slot[index].serial != serial || c->slot[index].step == FREE)
		return;
	struct slot *s = &c->slot[index];
	bool invite = strstr(text, " INVITE\r\n") != NULL;
	if (status < 200) {
		if (s->step == INVITING)
			s->sent = now_ms(CLOCK_MONOTONIC) + 3000; /* it is on its way */
	} else if (invite && status < 300) {
		answered(c, s, text);
	} else if (invite ? s->step == INVITING : s->step != INVITING) {
		if (status >= 300)
			fprintf(stderr, "u%d: %.40s\n", s->user, text);
		end(c, s, status < 300);
	}
}

/* Answers a request for one of the users. */
static void take_request(struct callers *c, const char *text, const struct sockaddr_in *from)
{
	char reply[TEXT], vias[ROUTE], routes[ROUTE];
	int from_len = 0, to_len = 0, id_len = 0, cseq_len = 0, user = -1;
	const char *f = field(text, "\r\nFrom: ", &from_len), *to = field(text, "\r\nTo: ", &to_len),
		   *id = field(text, "\r\nCall-ID: ", &id_len), *cseq = field(text, "\r\nCSeq: ", &cseq_len);
	if (!f || !to || !id || !cseq || strncmp(text, "ACK ", 4) == 0)
		return;
	copy_fields(text, "\r\nVia: ", "Via: ", vias, sizeof vias);
	copy_fields(text, "\r\nRecord-Route: ", "Record-Route: ", routes, sizeof routes);
	if (sscanf(text, "INVITE sip:u%d@", &user) == 1 && user >= c->first && user < c->first + c->count)
		c->from[user - c->first] = from->sin_addr;
	int n = snprintf(reply, sizeof reply,
		"SIP/2.0 200 OK\r\n%s%sFrom: %.*s\r\nTo: %.*s%s\r\nCall-ID: %.*s\r\nCSeq: %.*s\r\n"
		"Contact: <sip:u%d@%s>\r\nContent-Length: 0\r\n\r\n",
		vias, routes, from_len, f, to_len, to, memmem(to, (size_t)to_len, "tag=", 4) ? "" : ";tag=c",
		id_len, id, cseq_len, cseq, user, c->name);
	send_text(c, from, reply, n);
}

static void receive(struct callers *c)
{
	char text[TEXT + 1];
	struct sockaddr_in from;
	socklen_t len = sizeof from;
	ssize_t n;
	while ((n = recvfrom(c->fd, text, TEXT, MSG_DONTWAIT, (struct sockaddr *)&from, &len)) > 0) {
		text[n] = 0;
		if (strncmp(text, "SIP/2.0 ", 8) == 0)
			take_reply(c, text);
		else
			take_request(c, text, &from);
		len = sizeof from;
	}
}

/* ---- time ---- */

static void send_again(struct callers *c)
{
	uint64_t now = now_ms(CLOCK_MONOTONIC);
	for (int i = 0; i < c->window; i++) {
		struct slot *s = &c->slot[i];
		if (s->step == FREE || now < s->sent || now - s->sent < 500u << (s->tries - 1))
			continue;
		if (s->tries == TRIES) {
			fprintf(stderr, "u%d: no answer\n", s->user);
			end(c, s, false);
		} else {
			transmit(c, s);
		}
	}
}

static bool more(const struct callers *c, uint64_t elapsed)
{
	return c->seconds ? elapsed < (uint64_t)c->seconds * 1000 : c->next < c->count;
}

static void begin_more(struct callers *c)
{
	uint64_t elapsed = now_ms(CLOCK_MONOTONIC) - c->started, due = elapsed * (uint64_t)c->rate / 1000 + 1;
	for (int i = 0; i < c->window && more(c, elapsed) && (uint64_t)c->next < due; i++)
		if (c->slot[i].step == FREE) {
			begin(c, &c->slot[i], c->first + c->next % c->count);
			c->next++;
		}
}

static void run(struct callers *c)
{
	struct pollfd p = { .fd = c->fd, .events = POLLIN };
	c->started = now_ms(CLOCK_MONOTONIC);
	do {
		begin_more(c);
		(void)poll(&p, 1, 5);
		receive(c);
		send_again(c);
	} while (c->under_way || more(c, now_ms(CLOCK_MONOTONIC) - c->started));
}

/* ---- the command line ---- */

static void usage(void)
{
	fprintf(stderr, "callers -l A:P -s A:P,... [-r RATE] [-w WINDOW] [-t SECONDS] [-g FILE] "
			"register|call FIRST COUNT\n");
	exit(2);
}

static void write_groups(const struct callers *c, const char *path)
{
	FILE *f = fopen(path, "w");
	for (int i = 0; f && i < c->count; i++)
		fprintf(f, "u%d %s\n", c->first + i, inet_ntoa(c->from[i]));
	if (!f || fclose(f) != 0) {
		perror(path);
		exit(2);
	}
}

static void open_socket(struct callers *c, const char *at)
{
	int size = 8 << 20;
	if (!parse_address(at, &c->here))
		usage();
	snprintf(c->name, sizeof c->name, "%s", at);
	c->fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	(void)setsockopt(c->fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
	if (c->fd < 0 || bind(c->fd, (struct sockaddr *)&c->here, sizeof c->here) < 0) {
		perror(at);
		exit(2);
	}
}

int main(int argc, char **argv)
{
	struct callers *c = calloc(1, sizeof *c);
	const char *groups = NULL;
	int option;
	if (!c)
		return 2;
	c->rate = 100000;
	c->window = 200;
	while ((option = getopt(argc, argv, "l:s:r:w:t:g:")) >= 0) {
		if (option == 'l')
			open_socket(c, optarg);
		else if (option == 'r')
			c->rate = atoi(optarg);
		else if (option == 'w')
			c->window = atoi(optarg);
		else if (option == 't')
			c->seconds = atoi(optarg);
		else if (option == 'g')
			groups = optarg;
		else if (option != 's')
			usage();
		for (char *one = option == 's' ? strtok(optarg, ",") : NULL; one; one = strtok(NULL, ","))
			if (c->servers == SERVERS || !parse_address(one, &c->server[c->servers++]))
				usage();
	}
	if (argc - optind != 3 || !c->servers || !c->name[0] || c->window < 1 || c->window > SLOTS)
		usage();
	c->calls = strcmp(argv[optind], "call") == 0;
	c->first = atoi(argv[optind + 1]);
	c->count = atoi(argv[optind + 2]);
	if (c->count < 1 || !(c->from = calloc((size_t)c->count, sizeof *c->from)))
		usage();
	srand((unsigned)getpid());
	c->serial = (uint32_t)(now_ms(CLOCK_REALTIME) / 10);
	run(c);
	if (groups)
		write_groups(c, groups);
	printf("done %llu failed %llu cut %llu again %llu slow %llu last %llu\n", (unsigned long long)c->done,
		(unsigned long long)c->failed, (unsigned long long)c->cut, (unsigned long long)c->again,
		(unsigned long long)c->slow, (unsigned long long)c->last);
	return c->failed > 0;
}
