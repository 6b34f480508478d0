/* map: rendezvous hashing of users over the groups of a farm.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "farm/map.h"
#include <math.h>
#include <openssl/evp.h>

static uint64_t little_endian(const unsigned char *p)
{
	uint64_t n = 0;
	for (int i = 7; i >= 0; i--)
		n = n << 8 | p[i];
	return n;
}

struct hash_key farm_key(struct slice secret)
{
	static const char label[] = "sipd farm map";
	unsigned char digest[EVP_MAX_MD_SIZE] = { 0 };
	EVP_MD_CTX *md = EVP_MD_CTX_new();
	if (md && EVP_DigestInit_ex(md, EVP_sha256(), NULL) == 1 &&
		EVP_DigestUpdate(md, label, sizeof label) == 1 && /* with its zero byte */
		EVP_DigestUpdate(md, secret.at, secret.len) == 1)
		(void)EVP_DigestFinal_ex(md, digest, NULL);
	EVP_MD_CTX_free(md);
	return (struct hash_key){ little_endian(digest), little_endian(digest + 8) };
}

static uint64_t score(const struct farm *f, const struct farm_group *g, struct slice aor)
{
	struct hash h;
	hash_start(&h, &f->key);
	hash_part(&h, g->name);
	hash_part(&h, aor);
	return hash_end(&h);
}

/* What group G costs for AOR: the least is first. */
static double cost(const struct farm *f, const struct farm_group *g, struct slice aor)
{
	/* in (0, 1): 53 bits, and a half so that it is never 0 */
	double u = ((double)(score(f, g, aor) >> 11) + 0.5) / 9007199254740992.0;
	return -log(u) / g->weight;
}

/* The best group for AOR of those whose bit in PASSED is not set; -1 when there is none. */
static int best_group(const struct farm *f, struct slice aor, uint64_t passed)
{
	int best = -1;
	uint64_t highest = 0;
	double least = 0;
	for (int i = 0; i < f->group_count; i++) {
		const struct farm_group *g = &f->groups[i];
		if (!g->weight || passed >> i & 1)
			continue;
		if (f->weighted) {
			double c = cost(f, g, aor);
			if (best >= 0 && c >= least)
				continue;
			least = c;
		} else {
			uint64_t s = score(f, g, aor);
			if (best >= 0 && s <= highest)
				continue;
			highest = s;
		}
		best = i;
	}
	return best;
}

int farm_group_of(const struct farm *f, struct slice aor)
{
	return best_group(f, aor, 0);
}

int farm_member_of(const struct farm *f, int group, const struct health_table *t, bool joining)
{
	const struct farm_group *g = &f->groups[group];
	for (int i = g->first; i < g->first + g->count; i++) {
		enum health_state s = f->members[i].slot < 0 ? HEALTH_UP : health_now(t, f->members[i].slot);
		if (joining ? s == HEALTH_JOINING : s == HEALTH_UP || s == HEALTH_SUSPECT)
			return i;
	}
	return -1;
}

int farm_choose(const struct farm *f, struct slice aor, const struct health_table *t)
{
	uint64_t passed = 0;
	int joining = -1;
	for (int g; (g = best_group(f, aor, passed)) >= 0; passed |= (uint64_t)1 << g) {
		int member = farm_member_of(f, g, t, false);
		if (member >= 0)
			return member;
		if (joining < 0)
			joining = farm_member_of(f, g, t, true);
	}
	return joining;
}

int farm_find(const struct farm *f, const struct address *address)
{
	for (int i = 0; i < f->member_count; i++)
		if (address_equal(&f->members[i].address, address))
			return i;
	return -1;
}

bool farm_has_host(const struct farm *f, const struct address *address)
{
	for (int i = 0; i < f->member_count; i++)
		if (address_same_host(&f->members[i].address, address))
			return true;
	return false;
}
