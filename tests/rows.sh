#!/bin/bash
# rows.sh: every row of the tables is used by a test.
# SPDX-License-Identifier: BSD-2-Clause
# A name counts as used where it stands in its own shape: name( for an action, $name for a variable, name = for a parameter.
set -u
cd "$(dirname "$0")/.." || exit 1

# rows TABLE MACRO: the names of its rows
rows() {
	sed -nE "s/^$2\\(([A-Za-z_0-9.?]+),.*/\\1/p" "src/lang/$1.def" | sort -u
}

# table WHAT TABLE MACRO BEFORE BEHIND: says which names stand nowhere in the tests between BEFORE and BEHIND (regular expressions)
table() {
	local name unused=
	for name in $(rows "$2" "$3"); do
		grep -rqE --include='*.t' --include='*.cfg' --include='*.sh' --include='*.c' -e "$4${name//[.?]/\\&}$5" tests examples ||
			unused="$unused $name"
	done
	if [ -z "$(rows "$2" "$3")" ]; then
		echo "not ok rows: no $1 found in $2.def"
	elif [ -n "$unused" ]; then
		echo "# no test has:$unused" | fold -s -w 120 | sed '2,$s/^/# /'
		echo "not ok rows: every $1 has a test"
	else
		echo "ok rows: every $1 has a test"
	fi
}

table action actions ACTION '(^|[^A-Za-z0-9_$])' '[[:space:]]*\('
table variable variables VARIABLE '\$\(?' '([^A-Za-z0-9_]|$)'
table transformation transformations TRANSFORMATION '\{' '[,}]'
table parameter parameters PARAMETER '(^|[^A-Za-z0-9_$])' '[[:space:]]*='
