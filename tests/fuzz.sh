#!/bin/bash
# fuzz.sh: runs every fuzz target that `make fuzz` built for SECONDS ($1) and says which ones found something.
# SPDX-License-Identifier: BSD-2-Clause
# Seeds are in tests/fuzz/NAME/; what was learned and what was found stays below build-fuzz.
set -u
cd "$(dirname "$0")/.." || exit 1
failed=0
for source in tests/fuzz/*.c; do
	[ -e "$source" ] || { echo "skip fuzz: there are no targets"; exit 0; }
	name=$(basename "$source" .c)
	work=build-fuzz/fuzz/$name
	mkdir -p "$work/corpus"
	seeds=
	[ -d "tests/fuzz/$name" ] && seeds=tests/fuzz/$name
	# shellcheck disable=SC2086 # empty or one word
	if build-fuzz/tests/fuzz/"$name" -max_total_time="$1" -timeout=10 -rss_limit_mb=2048 -max_len=16384 \
		-artifact_prefix="$work/" "$work/corpus" $seeds >"$work/log" 2>&1; then
		echo "ok fuzz $name ($(grep -c . "$work/log") lines in $work/log)"
	else
		tail -n 40 "$work/log"
		echo "not ok fuzz $name (see $work)"
		failed=1
	fi
done
exit $failed
