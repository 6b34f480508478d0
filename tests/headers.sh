#!/bin/bash
# headers.sh: each header compiles alone, so that whoever includes it need include nothing before it.
# SPDX-License-Identifier: BSD-2-Clause
# The environment: COMPILE, SOFIA_CFLAGS (see check.sh).
set -u
cd "$(dirname "$0")/.." || exit 1

one() {
	local flags=
	case $1 in
	src/sip/*) flags=$SOFIA_CFLAGS ;;
	esac
	# shellcheck disable=SC2086 # lists of words
	if eval "$COMPILE" $flags -Wno-unused -fsyntax-only -x c - <<<"#include \"$1\""; then
		echo "ok header $1"
	else
		echo "not ok header $1"
	fi
}
export -f one

# the includes are written as seen from the root of the tree
export COMPILE="$COMPILE -I. -Itests"
find src tests -name '*.h' -print0 | sort -z | xargs -0 -P "$(nproc)" -n 1 bash -c 'one "$1" 2>&1' -
