/* muster: blocks of settings into farms and sets.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "server/muster.h"
#include "lang/program.h"

static bool is_self(const struct site *site, const struct address *a)
{
	for (int i = 0; i < site->listener_count; i++)
		if (address_equal(&site->listeners[i].address, a))
			return true;
	return false;
}

static uint32_t number(const struct program *p, uint32_t block, enum field_id id)
{
	return (uint32_t)program_field_int(p, block, id);
}

/* The servers of FIELD in BLOCK as members of F's last group. */
static void add_members(struct farm *f, const struct program *p, uint32_t block, enum field_id id,
	const struct site *site, struct fleet_shared *shared)
{
	char error[PROGRAM_ERROR];
	struct farm_group *g = &f->groups[f->group_count - 1];
	for (int i = 0; i < program_field_count(p, block, id); i++) {
		struct farm_member *m = &f->members[f->member_count];
		if (!block_server_parse(program_field_text(p, block, id, i), &m->address, error))
			continue;
		m->slot = health_slot(&shared->health, &m->address,
			atomic_load(&shared->settled) ? HEALTH_JOINING : HEALTH_UP);
		m->group = f->group_count - 1;
		m->backup = id == FIELD_group_backup;
		m->self = is_self(site, &m->address);
		if (m->self)
			f->self = g->self = f->member_count;
		f->member_count++;
		g->count++;
	}
}

static void make_farm(struct arena *arena, const struct program *p, uint32_t block, const struct site *site,
	struct fleet_shared *shared, struct farm *f)
{
	int groups = 0, members = 0;
	for (uint32_t i = 0; i < p->block_count; i++) {
		if (p->blocks[i].parent != (int)block)
			continue;
		groups++;
		members += program_field_count(p, i, FIELD_group_primary) +
			   program_field_count(p, i, FIELD_group_backup);
	}
	*f = (struct farm){ .name = p->blocks[block].name,
		.secret = program_field_text(p, block, FIELD_farm_key, 0),
		.groups = ARENA_ARRAY(arena, struct farm_group, groups),
		.members = ARENA_ARRAY(arena, struct farm_member, members),
		.self = -1,
		.rules = { number(p, block, FIELD_farm_probe_interval),
			number(p, block, FIELD_farm_probe_timeout), number(p, block, FIELD_farm_fall),
			number(p, block, FIELD_farm_rise) },
		.sync_port = (uint16_t)number(p, block, FIELD_farm_sync_port),
		.replication = (enum farm_replication)number(p, block, FIELD_farm_replicate) };
	f->key = farm_key(f->secret);
	for (uint32_t i = 0; i < p->block_count; i++) {
		if (p->blocks[i].parent != (int)block)
			continue;
		struct farm_group *g = &f->groups[f->group_count++];
		*g = (struct farm_group){ .name = p->blocks[i].name,
			.weight = number(p, i, FIELD_group_weight),
			.first = f->member_count,
			.self = -1 };
		f->weighted = f->weighted || g->weight != f->groups[0].weight;
		add_members(f, p, i, FIELD_group_primary, site, shared);
		add_members(f, p, i, FIELD_group_backup, site, shared);
	}
}

static void make_set(struct arena *arena, const struct program *p, uint32_t block,
	struct fleet_shared *shared, int turn, struct set *s)
{
	char error[PROGRAM_ERROR];
	int n = program_field_count(p, block, FIELD_set_destination);
	*s = (struct set){ .name = p->blocks[block].name,
		.members = ARENA_ARRAY(arena, struct set_member, n + 1),
		.turn = &shared->turns[turn % FLEET_TURNS],
		.rules = { number(p, block, FIELD_set_probe_interval),
			number(p, block, FIELD_set_probe_timeout), number(p, block, FIELD_set_fall),
			number(p, block, FIELD_set_rise) } };
	s->probes = s->rules.interval > 0;
	for (int i = 0; i < n && s->count < SET_MEMBERS; i++) {
		struct block_destination d;
		if (!block_destination_parse(
			    program_field_text(p, block, FIELD_set_destination, i), &d, error))
			continue;
		struct set_member m = { .uri = d.uri,
			.address = d.address,
			.slot = health_slot(&shared->health, &d.address, HEALTH_UP),
			.weight = d.weight,
			.priority = d.priority,
			.max_load = d.max_load };
		int at = s->count++;
		for (; at > 0 && s->members[at - 1].priority < m.priority; at--)
			s->members[at] = s->members[at - 1];
		s->members[at] = m;
	}
}

bool muster_needed(const struct program *p)
{
	return p->block_count > 0;
}

struct fleet *muster(
	struct arena *arena, const struct program *p, const struct site *site, struct fleet_shared *shared)
{
	if (!muster_needed(p))
		return NULL;
	struct fleet *f = ARENA_NEW(arena, struct fleet);
	f->shared = shared;
	f->farms = ARENA_ARRAY(arena, struct farm, p->block_count);
	f->sets = ARENA_ARRAY(arena, struct set, p->block_count);
	for (uint32_t i = 0; i < p->block_count; i++) {
		if (p->blocks[i].kind == BLOCK_farm)
			make_farm(arena, p, i, site, shared, &f->farms[f->farm_count++]);
		else if (p->blocks[i].kind == BLOCK_set) {
			make_set(arena, p, i, shared, f->set_count, &f->sets[f->set_count]);
			f->set_count++;
		}
	}
	return f;
}
