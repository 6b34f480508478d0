#!/bin/bash
# fuzz.sh: runs every fuzz target that `make fuzz` built for SECONDS ($1) and says which ones found something.
# SPDX-License-Identifier: BSD-2-Clause
# Seeds are made from the corpus of tests; what was learned and what was found stays below build-fuzz.
set -u
cd "$(dirname "$0")/.." || exit 1
failed=0

# pieces SECTION DIR PREFIX FILE...: the bodies of these sections of .t files, each as a file in DIR, behind PREFIX
pieces() {
	local section=$1 dir=$2 prefix=$3
	shift 3
	awk -v section="$section" -v dir="$dir" -v prefix="$prefix" '
		/^===/ { if (file) close(file); file = ""; if ($2 == section) { file = dir "/" ++n; printf "%s", prefix >file }; next }
		file { print >file }' "$@"
}

for source in tests/fuzz/*.c; do
	name=$(basename "$source" .c)
	work=build-fuzz/fuzz/$name
	if [ ! -d "$work/seeds" ]; then
		mkdir -p "$work/corpus" "$work/seeds"
		case $name in
		script)
			cp examples/*.cfg "$work/seeds"
			pieces config "$work/seeds" "" tests/corpus/*.t
			;;
		message)
			pieces in "$work/seeds" "" tests/corpus/*.t
			;;
		engine)
			pieces in "$work/seeds" " " tests/corpus/*.t examples/*.t
			for message in tests/torture/*.sip; do
				{ printf ' '; cat "$message"; } >"$work/seeds/$(basename "$message")"
			done
			;;
		esac
		# what was found once
		[ ! -d "tests/fuzz/$name" ] || cp "tests/fuzz/$name"/* "$work/seeds"
	fi
	# Words are what a byte at a time does not find.
	sed -nE 's/^(ACTION|VARIABLE|PARAMETER|TRANSFORMATION|BARE)\(([A-Za-z0-9_.]+),.*/"\2"/p' src/lang/*.def | sort -u >"$work/words"
	if build-fuzz/tests/fuzz/"$name" -max_total_time="$1" -timeout=10 -rss_limit_mb=2048 -max_len=8192 -dict="$work/words" \
		-artifact_prefix="$work/" "$work/corpus" "$work/seeds" >"$work/log" 2>&1; then
		echo "ok fuzz $name ($(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$work/log") runs)"
	else
		grep -vE '^#[0-9]+' "$work/log" | tail -n 40
		echo "not ok fuzz $name (see $work)"
		failed=1
	fi
done
exit $failed
