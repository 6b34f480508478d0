#!/bin/bash
# rows: every row of the tables appears in a case of the corpus or of the examples.
# SPDX-License-Identifier: BSD-2-Clause
set -u
cd "$(dirname "$0")/.." || exit 1
text=$(mktemp)
trap 'rm -f "$text"' EXIT
cat tests/corpus/*.t examples/*.t examples/*.cfg >"$text" 2>/dev/null

# rows TABLE MACRO: the first field of every row
rows() {
	sed -nE "s/^($2)\(([A-Za-z_0-9.:]*),.*/\2/p" "src/lang/$1.def" | sort -u
}

# table TABLE MACRO PATTERN: %s in the extended regular expression PATTERN is the row's name
table() {
	local name missing=0 all=0 pattern
	for name in $(rows "$1" "$2"); do
		all=$((all + 1))
		# shellcheck disable=SC2059 # the pattern is ours
		pattern=$(printf "$3" "${name//./\\.}")
		if ! grep -Eq "$pattern" "$text"; then
			missing=$((missing + 1))
			echo "not ok rows: $name of $1.def is in no case"
		fi
	done
	if [ $all = 0 ]; then echo "not ok rows: $1.def has no rows"; fi
	if [ $missing = 0 ]; then echo "ok rows: all $all rows of $1.def"; fi
}

table actions 'ACTION|ACTION_ALIAS' '(^|[^A-Za-z_0-9])%s *\('
table variables 'VARIABLE|VARIABLE_ALIAS' '\$\(?%s($|[^A-Za-z_0-9])'
table variables BARE '(^|[^A-Za-z_0-9$])%s($|[^A-Za-z_0-9])'
table parameters 'PARAMETER|PARAMETER_ALIAS' '^[[:space:]]*%s[[:space:]]*='
table transformations TRANSFORMATION '\{%s'
# Fields are looked for by their name alone: they are the second column of FIELD.
rows() {
	sed -nE "s/^FIELD\([a-z]+, ([a-z_]+),.*/\1/p" "src/lang/$1.def" | sort -u
}
table farm FIELD '(^|[ {;])%s *='
rows() {
	sed -nE "s/^($2)\(([A-Za-z_0-9.:]*),.*/\2/p" "src/lang/$1.def" | sort -u
}
table farm BLOCK '(^|[ {;])%s [a-z0-9]+ *\{'
table ops OP '(^|[^A-Za-z_0-9])%s($|[^A-Za-z_0-9])'
