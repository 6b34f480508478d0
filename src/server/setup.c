/* setup: settings into listeners, names, keys, directories and users.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/setup.h"
#include "actions/registrar.h"
#include "actions/subscribers.h"
#include "base/log.h"
#include "core/resolve.h"
#include "lang/program.h"
#include "server/listen.h"
#include "server/reality.h"
#include "server/shared.h"
#include "server/udp.h"
#include "sip/uri.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pwd.h>
#include <sched.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { KEY_LEAST = 32, KEY_MOST = 4096 };

static bool wrong(char *error, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool wrong(char *error, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(error, SETUP_ERROR, format, args);
	va_end(args);
	return false;
}

/* ---- the site ---- */

bool setup_listeners(struct arena *arena, const struct program *p, struct site *site, char *error)
{
	site->listeners = ARENA_ARRAY(arena, struct listener, LISTEN_MOST);
	site->listener_count = 0;
	for (int i = 0; i < program_count(p, PARAMETER_listen); i++)
		if (!listen_expand(arena, program_text_at(p, PARAMETER_listen, i), site->listeners,
			    &site->listener_count, error))
			return false;
	return true;
}

static struct slice lower_case(struct arena *arena, struct slice s)
{
	char *text = arena_text(arena, s.len + 1);
	for (size_t i = 0; i < s.len; i++)
		text[i] = (char)(s.at[i] >= 'A' && s.at[i] <= 'Z' ? s.at[i] | 0x20 : s.at[i]);
	text[s.len] = 0;
	return slice(text, s.len);
}

/* An alias is what may stand in a URI behind "sip:", perhaps with a transport in front as in a listen line. */
static bool parse_alias(struct arena *arena, struct slice text, struct site_alias *alias)
{
	struct uri uri;
	if (slice_starts_nocase(text, SLICE("udp:")))
		text = slice(text.at + 4, text.len - 4);
	if (!uri_parse(arena_join(arena, SLICE("sip:"), text), &uri))
		return false;
	if (uri.has_user || uri.params.len || uri.headers.len)
		return false;
	alias->host = lower_case(arena, uri.host);
	alias->port = uri.port;
	return true;
}

static uint32_t milliseconds(const struct program *p, enum parameter_id id)
{
	return (uint32_t)program_int(p, id);
}

void setup_settings(struct arena *arena, const struct program *p, struct site *site)
{
	int aliases = program_count(p, PARAMETER_alias);
	site->aliases = ARENA_ARRAY(arena, struct site_alias, aliases);
	site->alias_count = 0;
	for (int i = 0; i < aliases; i++)
		if (parse_alias(
			    arena, program_text_at(p, PARAMETER_alias, i), &site->aliases[site->alias_count]))
			site->alias_count++;
	struct slice server = program_text(p, PARAMETER_server_header);
	site->server_header = SLICE("");
	if (server.len && slice_find(server, '\r') < 0 && slice_find(server, '\n') < 0)
		site->server_header = arena_printf(arena, "Server: %.*s\r\n", SLICE_FMT(server));
	site->t1 = milliseconds(p, PARAMETER_t1);
	site->t2 = milliseconds(p, PARAMETER_t2);
	site->t4 = milliseconds(p, PARAMETER_t4);
	site->fr_timer = milliseconds(p, PARAMETER_fr_timer);
	site->fr_inv_timer = milliseconds(p, PARAMETER_fr_inv_timer);
	site->max_branches = (int)program_int(p, PARAMETER_max_branches);
}

/* ---- the state directory and its key ---- */

static bool state_path(const struct program *p, const char *file, char *path, char *error)
{
	struct slice dir = program_text(p, PARAMETER_state_dir);
	int len = snprintf(path, PATH_MAX, "%.*s%s", SLICE_FMT(dir), file);
	if (dir.len && len > 0 && len < PATH_MAX && slice_find(dir, 0) < 0)
		return true;
	return wrong(error, "state_dir \"%.*s\": not a path", SLICE_FMT(dir));
}

bool setup_state_dir(const struct program *p, uid_t owner, gid_t group, char *error)
{
	char path[PATH_MAX];
	if (!state_path(p, "", path, error))
		return false;
	if (mkdir(path, 0700) == 0) {
		if (owner != (uid_t)-1 && chown(path, owner, group) < 0)
			return wrong(error, "state directory %s: %s", path, strerror(errno));
	} else if (errno != EEXIST) {
		return wrong(error, "state directory %s: cannot be made: %s", path, strerror(errno));
	}
	struct stat st;
	if (stat(path, &st) < 0)
		return wrong(error, "state directory %s: %s", path, strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return wrong(error, "state directory %s: not a directory", path);
	return true;
}

/* Reads the key file PATH: its length, or -1 and errno. */
static ssize_t read_key(const char *path, char *key)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return -1;
	ssize_t len = read(fd, key, KEY_MOST);
	int saved = errno;
	close(fd);
	errno = saved;
	return len;
}

/* Writes 32 random bytes to a new file and gives it the name PATH unless there is one of that name now: whoever is first makes the key. */
static bool make_key(const char *path)
{
	char key[KEY_LEAST], temporary[PATH_MAX + 16];
	snprintf(temporary, sizeof temporary, "%s.%d", path, (int)getpid());
	(void)unlink(temporary);
	int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return false;
	bool written = getrandom(key, sizeof key, 0) == sizeof key &&
		       write(fd, key, sizeof key) == sizeof key && fsync(fd) == 0;
	bool made = written && (link(temporary, path) == 0 || errno == EEXIST);
	int saved = errno;
	close(fd);
	(void)unlink(temporary);
	errno = saved;
	return made;
}

/* Half a key out of the secret in KEY[0..LEN), different for each LABEL. */
static uint64_t derive(const char *key, size_t len, struct slice label)
{
	struct hash_key k;
	struct hash h;
	memcpy(&k, key, sizeof k);
	hash_start(&h, &k);
	hash_part(&h, label);
	hash_part(&h, slice(key + sizeof k, len - sizeof k));
	return hash_end(&h);
}

static void derive_keys(const char *key, size_t len, struct site *site)
{
	site->branch_key.k0 = derive(key, len, SLICE("branch 0"));
	site->branch_key.k1 = derive(key, len, SLICE("branch 1"));
	site->nonce_key.k0 = derive(key, len, SLICE("nonce 0"));
	site->nonce_key.k1 = derive(key, len, SLICE("nonce 1"));
}

/* Reads the key; with MAKE makes it when it is not there, without MAKE its absence is well. */
static bool load_key(const struct program *p, bool make, struct site *site, char *error)
{
	char path[PATH_MAX], key[KEY_MOST];
	if (!state_path(p, "/branch.key", path, error))
		return false;
	ssize_t len = read_key(path, key);
	if (len < 0 && errno == ENOENT && !make)
		return true;
	if (len < 0 && errno == ENOENT) {
		if (!make_key(path))
			return wrong(error, "key file %s: cannot be made: %s", path, strerror(errno));
		len = read_key(path, key);
	}
	if (len < 0)
		return wrong(error, "key file %s: %s", path, strerror(errno));
	errno = 0;
	if (len < KEY_LEAST)
		return wrong(error, "key file %s: shorter than %d bytes", path, KEY_LEAST);
	derive_keys(key, (size_t)len, site);
	return true;
}

bool setup_keys(const struct program *p, struct site *site, char *error)
{
	return load_key(p, true, site, error);
}

/* ---- processes ---- */

int setup_workers(const struct program *p)
{
	cpu_set_t set;
	int n = (int)program_int(p, PARAMETER_workers);
	if (n == 0 && sched_getaffinity(0, sizeof set, &set) == 0)
		n = CPU_COUNT(&set);
	return n < 1 ? 1 : n > SHARED_WORKERS ? SHARED_WORKERS : n;
}

void setup_location(const struct program *p, struct location_settings *settings)
{
	*settings = (struct location_settings){
		.backend = program_text(p, PARAMETER_location),
		.prefix = program_text(p, PARAMETER_location_prefix),
		.state_dir = program_text(p, PARAMETER_state_dir),
		.size = (uint64_t)program_int(p, PARAMETER_location_size),
		.sync = (uint64_t)program_int(p, PARAMETER_location_sync),
		.same = registrar_same_contact,
	};
}

bool setup_subscribers(const struct program *p, struct subscribers **s, char *error)
{
	char path[PATH_MAX];
	struct slice file = program_text(p, PARAMETER_subscribers);
	*s = NULL;
	if (file.len == 0)
		return true;
	snprintf(path, sizeof path, "%.*s", SLICE_FMT(file));
	*s = subscribers_read(path, error, SETUP_ERROR);
	return *s != NULL;
}

bool setup_user(const struct program *p, bool *change, uid_t *user, gid_t *group, char *error)
{
	char name[256];
	struct slice wanted = program_text(p, PARAMETER_user);
	*change = false;
	if (wanted.len == 0)
		return true;
	if (wanted.len >= sizeof name)
		return wrong(error, "user: name too long");
	snprintf(name, sizeof name, "%.*s", SLICE_FMT(wanted));
	struct passwd *entry = getpwnam(name);
	if (!entry)
		return wrong(error, "user %s: there is no such user", name);
	*user = entry->pw_uid;
	*group = entry->pw_gid;
	*change = geteuid() == 0;
	return true;
}

/* ---- checking ---- */

/* Whether REASON only says that whoever checks is not whom the server will run as. */
static bool is_foreign(int reason)
{
	return reason == EACCES && geteuid() != 0;
}

static bool check_state_dir(const struct program *p, char *error)
{
	struct site site;
	char path[PATH_MAX];
	struct stat st;
	if (!state_path(p, "", path, error))
		return false;
	if (stat(path, &st) == 0) {
		if (!S_ISDIR(st.st_mode))
			return wrong(error, "state directory %s: not a directory", path);
		if (access(path, R_OK | W_OK | X_OK) < 0)
			return is_foreign(errno) ||
			       wrong(error, "state directory %s: %s", path, strerror(errno));
		return load_key(p, false, &site, error) || is_foreign(errno);
	}
	if (errno != ENOENT)
		return is_foreign(errno) || wrong(error, "state directory %s: %s", path, strerror(errno));
	char *end = strrchr(path, '/');
	if (end)
		end[end == path] = 0;
	if (access(end ? path : ".", W_OK | X_OK) == 0)
		return true;
	int reason = errno;
	if (is_foreign(reason))
		return true;
	(void)state_path(p, "", path, error);
	return wrong(error, "state directory %s: cannot be made: %s", path, strerror(reason));
}

static void watch_nothing(void *user, int fd, enum nameclient_wish wish)
{
	(void)user, (void)fd, (void)wish;
}

static bool check_name_servers(const struct program *p, char *error)
{
	struct reality reality;
	const char *reason;
	reality_init(&reality, NULL);
	struct resolver *r = resolver_new(
		&reality.world, program_text(p, PARAMETER_name_servers), NULL, watch_nothing, NULL, &reason);
	if (!r)
		return wrong(error, "name_servers: %s", reason);
	resolver_free(r);
	return true;
}

static bool check_location(const struct program *p, char *error)
{
	return location_check(program_text(p, PARAMETER_location), error);
}

static bool check_control(const struct program *p, char *error)
{
	struct slice path = program_text(p, PARAMETER_control);
	if (path.len < sizeof((struct sockaddr_un *)0)->sun_path)
		return true;
	return wrong(error, "control socket %.*s: the path is too long", SLICE_FMT(path));
}

static bool check_subscribers(const struct program *p, char *error)
{
	struct subscribers *subscribers;
	if (!setup_subscribers(p, &subscribers, error))
		return false;
	subscribers_free(subscribers);
	return true;
}

static bool check_user(const struct program *p, char *error)
{
	bool change;
	uid_t user;
	gid_t group;
	return setup_user(p, &change, &user, &group, error);
}

static bool check_aliases(const struct program *p, char *error)
{
	struct arena *arena = arena_new(0);
	struct site_alias alias;
	bool well = true;
	for (int i = 0; i < program_count(p, PARAMETER_alias) && well; i++) {
		struct slice text = program_text_at(p, PARAMETER_alias, i);
		well = parse_alias(arena, text, &alias) ||
		       wrong(error, "alias \"%.*s\": not a host name or host:port", SLICE_FMT(text));
	}
	arena_free(arena);
	return well;
}

/* Every address, once they are known. */
static bool check_listeners(const struct program *p, char *error)
{
	struct arena *arena = arena_new(0);
	struct site site = { 0 };
	char text[ADDRESS_TEXT];
	bool well = setup_listeners(arena, p, &site, error);
	for (int i = 0; i < site.listener_count && well; i++) {
		int failed = udp_probe(&site.listeners[i].address, false);
		address_text(&site.listeners[i].address, text);
		well = !failed || wrong(error, "listen udp:%s: %s", text, strerror(failed));
	}
	arena_free(arena);
	return well;
}

int setup_check(const struct program *p, void (*report)(const char *problem))
{
	static bool (*const checks[])(const struct program *p, char *error) = { check_listeners,
		check_aliases, check_state_dir, check_location, check_subscribers, check_control,
		check_name_servers, check_user };
	char error[SETUP_ERROR];
	int problems = 0;
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
		if (checks[i](p, error))
			continue;
		report(error);
		problems++;
	}
	return problems;
}

struct slice setup_fixed(struct arena *arena, const struct program *now, const struct program *next)
{
	static const enum parameter_id fixed[] = { PARAMETER_listen, PARAMETER_workers, PARAMETER_state_dir,
		PARAMETER_location, PARAMETER_location_prefix, PARAMETER_location_sync,
		PARAMETER_location_size, PARAMETER_control, PARAMETER_user, PARAMETER_name_servers };
	struct slice names = SLICE("");
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) {
		enum parameter_id id = fixed[i];
		int count = program_count(now, id);
		bool same = count == program_count(next, id) && program_int(now, id) == program_int(next, id);
		for (int n = 0; n < count && same; n++)
			same = slice_equal(program_text_at(now, id, n), program_text_at(next, id, n));
		if (!same)
			names = arena_printf(arena, "%.*s%s%s", SLICE_FMT(names), names.len ? ", " : "",
				parameter_rows[id].name);
	}
	return names;
}
