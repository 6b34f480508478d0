/* variables: the functions that the rows of lang/variables.def name.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Getters have the signature of vm/run.h's variable_get, setters variable_set. What each gives is said in its row, for the manual. All
 * read the message as it stands, after the script's edits, and copy nothing that need not be copied. */
#ifndef SIPD_ACTIONS_VARIABLES_H
#define SIPD_ACTIONS_VARIABLES_H

#include "sip/message.h"
#include "vm/run.h"

/* A getter that is NULL in the table cannot be; a setter can. */
#define VARIABLE(name, key, type, get, set, routes, doc) variable_get get;
#define VARIABLE_ALIAS(other, name)
#define BARE(word, name)
#include "lang/variables.def"
#undef VARIABLE
#undef VARIABLE_ALIAS
#undef BARE

variable_set var_set_ru, var_set_rU, var_set_rd, var_set_rp, var_set_du, var_set_mf, var_set_bf;

/* The heads of a getter and of a setter: all have the same parameters, whether they need them or not. */
#define GETTER(function)                                                                                     \
	void function(struct run *run __attribute__((unused)),                                               \
		const struct variable_key *key __attribute__((unused)), struct value *out)
#define SETTER(function)                                                                                     \
	bool function(struct run *run, const struct variable_key *key __attribute__((unused)),               \
		const struct value *value)

/* *OUT is S, or absent when S is empty. */
static inline void var_text(struct value *out, struct slice s)
{
	if (s.len)
		*out = value_text(s);
}

/* *OUT is part WHAT of the URI U: u all of it, U user, d host, p port (5060 or 5061 when it names none), P transport ("udp" when it names none), z scheme.
 * It is absent when there is no such part. */
void var_uri_part(const struct uri *u, char what, struct value *out);

#endif
