/* fleet: finding farms and sets by name.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "farm/fleet.h"
#include "farm/seal.h"

bool fleet_is_probe(const struct fleet *f, const struct message *m)
{
	char text[512];
	int line = f && f->farm_count && m->method == METHOD_OPTIONS
			   ? message_line(m, HEADER_OTHER, SLICE(SEAL_HEADER), 0)
			   : -1;
	if (line < 0)
		return false;
	struct slice value = m->now.lines->at[line].value, rest = value, name;
	const struct farm *farm = slice_cut(&rest, ' ', &name) ? fleet_farm(f, name) : NULL;
	if (!farm)
		return false;
	struct slice wanted = seal_probe(farm->secret, farm->name, m->call_id, text, sizeof text);
	return wanted.len && wanted.len == value.len &&
	       seal_same((const unsigned char *)wanted.at, (const unsigned char *)value.at, value.len);
}

const struct farm *fleet_farm(const struct fleet *f, struct slice name)
{
	if (!f)
		return NULL;
	if (!name.len)
		return f->farm_count == 1 ? &f->farms[0] : NULL;
	for (int i = 0; i < f->farm_count; i++)
		if (slice_equal(f->farms[i].name, name))
			return &f->farms[i];
	return NULL;
}

const struct set *fleet_set(const struct fleet *f, struct slice name)
{
	for (int i = 0; f && i < f->set_count; i++)
		if (slice_equal(f->sets[i].name, name))
			return &f->sets[i];
	return NULL;
}
