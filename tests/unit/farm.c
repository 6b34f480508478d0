/* farm: tests of the farm layer: shares and moves of the map, health with its hysteresis, orders of sets, the memory of choices.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "unit.h"
#include "farm/fleet.h"
#include "location/binding.h"
#include <stdlib.h>

enum { USERS = 40000, MOST = 9 };

/* A farm of COUNT groups of two, 127.0.GROUP.1 and .2. */
static struct farm *make_farm(struct arena *a, int count, struct health_table *t)
{
	struct farm *f = ARENA_NEW(a, struct farm);
	f->secret = SLICE("secret");
	f->key = farm_key(f->secret);
	f->groups = ARENA_ARRAY(a, struct farm_group, count);
	f->members = ARENA_ARRAY(a, struct farm_member, 2 * count);
	f->group_count = count;
	f->member_count = 2 * count;
	for (int g = 0; g < count; g++) {
		f->groups[g] = (struct farm_group){ arena_printf(a, "g%d", g), 1, 2 * g, 2, -1 };
		for (int m = 0; m < 2; m++) {
			struct farm_member *member = &f->members[2 * g + m];
			char text[64];
			snprintf(text, sizeof text, "127.0.%d.%d:5060", g, m + 1);
			address_parse_port(slice_of(text), &member->address);
			member->slot = health_slot(t, &member->address, HEALTH_UP);
			member->group = g;
		}
	}
	return f;
}

static int group_of_user(const struct farm *f, int user)
{
	char text[64];
	return farm_group_of(
		f, slice(text, (size_t)snprintf(text, sizeof text, "sip:%d@example.com", user * 10)));
}

static struct health_table *make_table(void)
{
	return calloc(1, sizeof(struct health_table));
}

static void shares_are_even(void)
{
	struct arena *a = arena_new(0);
	struct health_table *t = make_table();
	for (int groups = 1; groups <= MOST; groups++) {
		struct farm *f = make_farm(a, groups, t);
		int share[MOST] = { 0 };
		for (int u = 0; u < USERS; u++)
			share[group_of_user(f, u)]++;
		for (int g = 0; g < groups; g++) {
			double of_mean = (double)share[g] * groups / USERS;
			CHECK(of_mean > 0.95 && of_mean < 1.05);
		}
	}
	free(t);
	arena_free(a);
}

static void shares_follow_weights(void)
{
	struct arena *a = arena_new(0);
	struct health_table *t = make_table();
	struct farm *f = make_farm(a, 3, t);
	int share[3] = { 0 };
	f->groups[1].weight = 2;
	f->groups[2].weight = 0;
	f->weighted = true;
	for (int u = 0; u < USERS; u++)
		share[group_of_user(f, u)]++;
	CHECK(share[2] == 0);
	CHECK(share[1] > share[0] * 1.9 && share[1] < share[0] * 2.1);
	free(t);
	arena_free(a);
}

/* From 3 groups to 4 a quarter moves, all of it to the new one; from 4 to 3 the same back. */
static void moves_are_few(void)
{
	struct arena *a = arena_new(0);
	struct health_table *t = make_table();
	struct farm *three = make_farm(a, 3, t), *four = make_farm(a, 4, t);
	int moved = 0, elsewhere = 0;
	for (int u = 0; u < USERS; u++) {
		int before = group_of_user(three, u), after = group_of_user(four, u);
		moved += before != after;
		elsewhere += before != after && after != 3;
	}
	CHECK(elsewhere == 0);
	CHECK(moved > USERS * 0.24 && moved < USERS * 0.26);
	free(t);
	arena_free(a);
}

/* What other implementations must find, too. */
static void map_is_specified(void)
{
	struct arena *a = arena_new(0);
	struct health_table *t = make_table();
	struct farm *f = make_farm(a, 3, t);
	struct farm *turned = make_farm(a, 3, t);
	struct farm_group first = turned->groups[0];
	turned->groups[0] = turned->groups[2];
	turned->groups[2] = first;
	int same = 0;
	for (int u = 0; u < 1000; u++)
		same += slice_equal(
			f->groups[group_of_user(f, u)].name, turned->groups[group_of_user(turned, u)].name);
	CHECK(same == 1000);
	CHECK(f->key.k0 == 0xf8f98a0dd50fb7c4 && f->key.k1 == 0x0728a45f36cb7b76);
	struct hash_key other = farm_key(SLICE("secret2"));
	CHECK(other.k0 != f->key.k0 && other.k1 != f->key.k1);
	free(t);
	arena_free(a);
}

static const struct health_rules rules = { 500, 300, 3, 2 };

static void health_has_hysteresis(void)
{
	struct health h = { 0 };
	CHECK(h.state == HEALTH_UP);
	CHECK(health_step(&h, &rules, HEALTH_MISSED, 1) && h.state == HEALTH_SUSPECT);
	CHECK(health_step(&h, &rules, HEALTH_ANSWERED, 2) && h.state == HEALTH_UP);
	CHECK(health_step(&h, &rules, HEALTH_MISSED, 3) && !health_step(&h, &rules, HEALTH_MISSED, 4));
	CHECK(health_step(&h, &rules, HEALTH_MISSED, 5) && h.state == HEALTH_DOWN && h.changed == 5);
	CHECK(!health_step(&h, &rules, HEALTH_ANSWERED, 6) && h.state == HEALTH_DOWN);
	CHECK(!health_step(&h, &rules, HEALTH_MISSED, 7) && !health_step(&h, &rules, HEALTH_ANSWERED, 8));
	CHECK(health_step(&h, &rules, HEALTH_ANSWERED, 9) && h.state == HEALTH_UP);
	CHECK(health_step(&h, &rules, HEALTH_REFUSED, 10) && h.state == HEALTH_DOWN);
	CHECK(health_step(&h, &rules, HEALTH_NOT_YET, 11) && h.state == HEALTH_JOINING);
	CHECK(!health_step(&h, &rules, HEALTH_ANSWERED, 12));
	CHECK(health_step(&h, &rules, HEALTH_ANSWERED, 13) && h.state == HEALTH_UP);
}

static void traffic_shows_health(void)
{
	struct health_table *t = make_table();
	struct address one, two;
	address_parse_port(SLICE("127.0.0.1:5060"), &one);
	address_parse_port(SLICE("127.0.0.1:5061"), &two);
	int slot = health_slot(t, &one, HEALTH_UP);
	CHECK(slot == 0 && health_slot(t, &one, HEALTH_UP) == 0 && health_slot(t, &two, HEALTH_UP) == 1);
	CHECK(health_now(t, slot) == HEALTH_UP);
	health_refused(t, &one, 1000);
	CHECK(health_now(t, slot) == HEALTH_DOWN && health_now(t, 1) == HEALTH_UP);
	atomic_store(&t->slot[slot].answered, 1001);
	CHECK(health_now(t, slot) == HEALTH_UP);
	atomic_store(&t->slot[slot].mark, HEALTH_INACTIVE);
	CHECK(health_now(t, slot) == HEALTH_DOWN);
	for (int i = 2; i < HEALTH_SLOTS; i++) {
		one.port = (uint16_t)(6000 + i);
		CHECK(health_slot(t, &one, HEALTH_UP) == i);
	}
	one.port = 1;
	CHECK(health_slot(t, &one, HEALTH_UP) == -1);
	free(t);
}

static void backups_take_over(void)
{
	struct arena *a = arena_new(0);
	struct health_table *t = make_table();
	struct farm *f = make_farm(a, 2, t);
	CHECK(farm_member_of(f, 1, t, false) == 2);
	atomic_store(&t->slot[2].state, HEALTH_SUSPECT);
	CHECK(farm_member_of(f, 1, t, false) == 2);
	atomic_store(&t->slot[2].state, HEALTH_DOWN);
	CHECK(farm_member_of(f, 1, t, false) == 3);
	atomic_store(&t->slot[2].state, HEALTH_JOINING);
	CHECK(farm_member_of(f, 1, t, false) == 3);
	atomic_store(&t->slot[3].state, HEALTH_DOWN);
	CHECK(farm_member_of(f, 1, t, false) == -1 && farm_member_of(f, 1, t, true) == 2);
	/* a group of which nobody is up leaves its users to the next best */
	for (int u = 0; u < 100; u++) {
		char text[64];
		struct slice aor = slice(text, (size_t)snprintf(text, sizeof text, "sip:%d@example.com", u));
		CHECK(farm_choose(f, aor, t) == 0);
	}
	atomic_store(&t->slot[0].state, HEALTH_DOWN);
	atomic_store(&t->slot[1].state, HEALTH_DOWN);
	CHECK(farm_choose(f, SLICE("sip:a@b"), t) == 2);
	atomic_store(&t->slot[2].state, HEALTH_DOWN);
	CHECK(farm_choose(f, SLICE("sip:a@b"), t) == -1);
	free(t);
	arena_free(a);
}

/* While a fourth group is not up, each of its users is where three groups would have it. */
static void new_groups_join(void)
{
	struct arena *a = arena_new(0);
	struct health_table *t = make_table();
	struct farm *three = make_farm(a, 3, t), *four = make_farm(a, 4, t);
	int same = 0;
	atomic_store(&t->slot[6].state, HEALTH_JOINING);
	atomic_store(&t->slot[7].state, HEALTH_JOINING);
	for (int u = 0; u < 1000; u++) {
		char text[64];
		struct slice aor = slice(text, (size_t)snprintf(text, sizeof text, "sip:%d@example.com", u));
		same += farm_choose(three, aor, t) == farm_choose(four, aor, t);
	}
	CHECK(same == 1000);
	free(t);
	arena_free(a);
}

static void choices_are_remembered(void)
{
	struct recent *r = calloc(1, sizeof *r);
	CHECK(recent_find(r, 77, 0) == -1);
	recent_note(r, 77, 0, 3);
	recent_note(r, 77 + RECENT_SIZE / 2, 0, 4);
	CHECK(recent_find(r, 77, 31000) == 3 && recent_find(r, 77 + RECENT_SIZE / 2, 1000) == 4);
	CHECK(recent_find(r, 77, 40000) == -1);
	recent_note(r, 77, 5000, 5);
	recent_note(r, 77 + RECENT_SIZE, 6000, 6); /* in the place of the older one */
	CHECK(recent_find(r, 77, 7000) == 5 && recent_find(r, 77 + RECENT_SIZE, 7000) == 6);
	CHECK(recent_find(r, 77 + RECENT_SIZE / 2, 7000) == -1);
	free(r);
}

static struct set *make_set(struct arena *a, int count, struct health_table *t)
{
	struct set *s = ARENA_NEW(a, struct set);
	s->members = ARENA_ARRAY(a, struct set_member, count);
	s->turn = arena_zero(a, sizeof *s->turn);
	s->count = count;
	for (int i = 0; i < count; i++) {
		struct set_member *m = &s->members[i];
		m->uri = arena_printf(a, "sip:10.0.0.%d:5060", i + 1);
		address_parse_port(slice(m->uri.at + 4, m->uri.len - 4), &m->address);
		m->slot = health_slot(t, &m->address, HEALTH_UP);
	}
	return s;
}

static void sets_have_orders(void)
{
	struct arena *a = arena_new(0);
	struct health_table *t = make_table();
	struct set *s = make_set(a, 4, t);
	struct set_request r = { SET_ROUND_ROBIN, 0 };
	int out[SET_MEMBERS];
	CHECK(set_choose(s, &r, t, out) == 4 && out[0] == 0 && out[3] == 3);
	CHECK(set_choose(s, &r, t, out) == 4 && out[0] == 1 && out[3] == 0);
	r.order = SET_PRIORITY;
	CHECK(set_choose(s, &r, t, out) == 4 && out[0] == 0 && out[1] == 1);
	atomic_store(&t->slot[0].state, HEALTH_DOWN);
	CHECK(set_choose(s, &r, t, out) == 3 && out[0] == 1);
	atomic_store(&t->slot[0].state, HEALTH_UP);
	r.order = SET_LOAD;
	atomic_store(&t->slot[0].load[3], 5);
	atomic_store(&t->slot[1].load[0], 1);
	CHECK(set_choose(s, &r, t, out) == 4 && out[0] == 2 && out[2] == 1 && out[3] == 0);
	s->members[0].max_load = 5;
	CHECK(set_choose(s, &r, t, out) == 3);
	free(t);
	arena_free(a);
}

/* Hashing: even, by weight, and only the share of a member that goes moves. */
static void sets_hash(void)
{
	struct arena *a = arena_new(0);
	struct health_table *t = make_table();
	struct set *s = make_set(a, 8, t);
	int share[8] = { 0 }, moved = 0, out[SET_MEMBERS];
	for (int u = 0; u < USERS; u++) {
		struct set_request r = { SET_URI, (uint64_t)u * 10 };
		atomic_store(&t->slot[5].state, HEALTH_UP);
		set_choose(s, &r, t, out);
		int before = out[0];
		share[before]++;
		atomic_store(&t->slot[5].state, HEALTH_DOWN);
		set_choose(s, &r, t, out);
		moved += out[0] != before;
	}
	CHECK(moved == share[5]);
	for (int i = 0; i < 8; i++)
		CHECK(share[i] > USERS / 8 * 0.95 && share[i] < USERS / 8 * 1.05);
	free(t);
	arena_free(a);
}

/* ---- what the servers of a group do when they meet again ---- */

/* A binding of contact CONTACT as one of few phones might have made it at a server whose clock is STAMP. */
static struct binding some_binding(struct arena *a, int contact, unsigned random, uint64_t stamp)
{
	return (struct binding){ .contact = arena_printf(a, "sip:%d@192.0.2.1", contact),
		.call_id = arena_printf(a, "call%u", random % 3),
		.cseq = random / 3 % 4,
		.expires = 1000 + random % 50,
		.removed = random / 12 % 3 == 0,
		.stamp = stamp,
		.q = -1 };
}

static int by_contact(const void *a, const void *b)
{
	const struct binding *x = a, *y = b;
	return memcmp(x->contact.at, y->contact.at, x->contact.len);
}

static bool same_lists(struct binding *a, int n, struct binding *b, int m)
{
	if (n != m)
		return false;
	qsort(a, (size_t)n, sizeof *a, by_contact);
	qsort(b, (size_t)m, sizeof *b, by_contact);
	for (int i = 0; i < n; i++)
		if (!slice_equal(a[i].contact, b[i].contact) || !slice_equal(a[i].call_id, b[i].call_id) ||
			a[i].cseq != b[i].cseq || a[i].removed != b[i].removed ||
			a[i].expires != b[i].expires)
			return false;
	return true;
}

/* Whatever two servers have, and whoever hears of it first: they end with the same, and a second time changes nothing. */
static void merges_agree(void)
{
	srand(1);
	for (int round = 0; round < 3000; round++) {
		struct arena *a = arena_new(0);
		struct binding x[4], y[4], *xy, *yx, *again;
		int n = rand() % 5, m = rand() % 5, n_xy, n_yx, n_again;
		bool changed;
		for (int i = 0; i < n; i++)
			x[i] = some_binding(a, i, (unsigned)rand(), (uint64_t)rand() % 4);
		for (int i = 0; i < m; i++)
			y[i] = some_binding(a, 3 - i, (unsigned)rand(), (uint64_t)rand() % 4);
		for (int i = 0; i < n; i++) /* one request has one effect */
			for (int k = 0; k < m; k++)
				if (slice_equal(x[i].contact, y[k].contact) && x[i].cseq == y[k].cseq &&
					slice_equal(x[i].call_id, y[k].call_id))
					y[k] = x[i];
		bindings_merge(10, x, n, y, m, NULL, a, &xy, &n_xy, &changed);
		bindings_merge(10, y, m, x, n, NULL, a, &yx, &n_yx, &changed);
		bindings_merge(10, xy, n_xy, yx, n_yx, NULL, a, &again, &n_again, &changed);
		CHECK(same_lists(xy, n_xy, yx, n_yx) && !changed && n_again == n_xy);
		arena_free(a);
	}
}

/* What was removed stays so when a peer still has it, until it would have expired; a new registration brings it back. */
static void removals_stay(void)
{
	struct arena *a = arena_new(0);
	struct binding b = {
		.contact = SLICE("sip:a@192.0.2.1"), .call_id = SLICE("c"), .cseq = 1, .expires = 1000
	};
	struct change c = { .call_id = SLICE("c"),
		.cseq = 1,
		.now = 10,
		.max_contacts = 5,
		.stamp = 10000,
		.keep_removed = true,
		.bindings = &b,
		.count = 1 };
	struct binding *there, *after, *merged, *back, gone = b;
	int n, n_after, n_merged, n_back;
	bool unchanged, changed;
	CHECK(change_apply(&c, NULL, 0, NULL, a, &there, &n, &unchanged) == CHANGE_OK && n == 1 &&
		there[0].stamp == 10000 && !unchanged);
	gone.expires = 0;
	c.cseq = gone.cseq = 2;
	c.bindings = &gone;
	c.stamp = 9000; /* the clock was set back */
	CHECK(change_apply(&c, there, n, NULL, a, &after, &n_after, &unchanged) == CHANGE_OK && !unchanged);
	CHECK(n_after == 1 && after[0].removed && after[0].cseq == 2 && after[0].stamp == 10001 &&
		after[0].expires == 1000);
	bindings_merge(11, after, n_after, there, n, NULL, a, &merged, &n_merged, &changed);
	CHECK(!changed && n_merged == 1 && merged[0].removed);
	bindings_merge(11, there, n, after, n_after, NULL, a, &merged, &n_merged, &changed);
	CHECK(changed && n_merged == 1 && merged[0].removed);
	b.cseq = c.cseq = 3;
	c.bindings = &b;
	CHECK(change_apply(&c, merged, n_merged, NULL, a, &back, &n_back, &unchanged) == CHANGE_OK);
	CHECK(n_back == 1 && !back[0].removed && back[0].stamp > 10001);
	bindings_merge(1000, after, n_after, there, n, NULL, a, &merged, &n_merged, &changed);
	CHECK(n_merged == 0);
	arena_free(a);
}

int main(void)
{
	UNIT(shares_are_even);
	UNIT(shares_follow_weights);
	UNIT(moves_are_few);
	UNIT(map_is_specified);
	UNIT(health_has_hysteresis);
	UNIT(traffic_shows_health);
	UNIT(backups_take_over);
	UNIT(new_groups_join);
	UNIT(choices_are_remembered);
	UNIT(merges_agree);
	UNIT(removals_stay);
	UNIT(sets_have_orders);
	UNIT(sets_hash);
	return unit_end();
}
