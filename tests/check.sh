#!/bin/bash
# check.sh: runs the suites named (or all), counts the lines `ok NAME` and `not ok NAME` that every test program prints, and
# ends with the sum.
# SPDX-License-Identifier: BSD-2-Clause
#
# A program that ends with another status than its lines explain, takes too long, or prints no such line, counts as one test
# that failed. `skip NAME: WHY` lines are shown. A program whose tests all pass shows only their number (V=1: everything);
# everything is in build/check/NAME.log, too.
# The environment, as `make` sets it: BUILD, COMPILE (how a source is compiled), SOFIA_CFLAGS, V.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${BUILD:=build}" "${COMPILE:=cc -std=gnu11 -D_GNU_SOURCE -Isrc -I$BUILD}" "${SOFIA_CFLAGS:=}" "${V:=}"
export BUILD COMPILE SOFIA_CFLAGS
logs=$BUILD/check
mkdir -p "$logs"
passed=0 failed=0 skipped=0

# Runs the command behind SECONDS and NAME, and counts. With TRIES=2 one that failed is run once more, and that is said: for tests
# with real time and real sockets, which a machine that is busy elsewhere can make fail.
program() {
	local seconds=$1 name=$2 log=$logs/${2//\//-}.log status good bad skips try
	shift 2
	for ((try = 1; try <= ${TRIES:-1}; try++)); do
		status=0
		timeout -k 5 "$seconds" "$@" >"$log" 2>&1 </dev/null || status=$?
		good=$(grep -c '^ok ' "$log")
		bad=$(grep -c '^not ok ' "$log")
		skips=$(grep -c '^skip ' "$log")
		[ "$status" != 0 ] || [ "$bad" != 0 ] || break
		[ "$try" = "${TRIES:-1}" ] || {
			grep '^not ok' "$log" | sed 's/^/# first try: /'
			cp "$log" "$log.first"
		}
	done
	if [ "$status" = 124 ] || [ "$status" = 137 ]; then
		echo "not ok $name: not done within $seconds seconds" >>"$log"
	elif [ "$status" != 0 ] && [ "$bad" = 0 ]; then
		echo "not ok $name: exit status $status" >>"$log"
	elif [ "$good" = 0 ] && [ "$bad" = 0 ] && [ "$skips" = 0 ]; then
		echo "not ok $name: nothing was tested" >>"$log"
	fi
	bad=$(grep -c '^not ok ' "$log")
	passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + skips))
	if [ "$V" = 1 ]; then
		grep -vE '^[0-9]+ passed, [0-9]+ failed$' "$log"
	elif [ "$bad" -gt 0 ]; then
		grep -vE '^ok |^[0-9]+ passed, [0-9]+ failed$' "$log" | head -n 200
	else
		grep '^skip ' "$log"
	fi
	printf '%-28s %s\n' "$name" "$good of $((good + bad))"
}

unit() {
	local source
	for source in tests/unit/*.c; do
		[ ! -e "$source" ] || TRIES=2 program 60 "unit/$(basename "$source" .c)" "$BUILD/${source%.c}"
	done
}

corpus() {
	local files
	files=$(ls tests/corpus/*.t examples/*.t 2>/dev/null)
	# shellcheck disable=SC2086 # a list of words
	[ -z "$files" ] || program 120 corpus "$BUILD/tests/run" $files
}

sim() {
	[ ! -e "$BUILD/tests/sim/sim" ] || program 120 sim "$BUILD/tests/sim/sim"
}

scripts() {
	local script
	for script in "$@"; do
		[ ! -e "$script" ] || program 120 "$(basename "$script" .sh)" bash "$script"
	done
}

rows() {
	scripts tests/rows.sh
}

requirements() {
	program 60 requirements tests/rfc/table.sh check
}

layers() {
	scripts tests/layers.sh
}

headers() {
	scripts tests/headers.sh
}

format() {
	scripts tests/format.sh
}

tree() {
	scripts tests/tree.sh
}

examples() {
	scripts tests/examples.sh
}

man() {
	scripts tests/man.sh
}

install() {
	scripts tests/install.sh
}

interop() {
	TRIES=2 scripts tests/interop/*.sh
}

[ "${1:-all}" != all ] || set -- unit corpus rows requirements sim layers headers format tree examples man install interop
for suite; do
	"$suite"
done
[ "$skipped" = 0 ] || echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
