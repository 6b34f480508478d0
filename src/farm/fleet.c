/* fleet: finding farms and sets by name.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "farm/fleet.h"

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
