#!/bin/bash
# examples.sh: every script in examples/ passes sipd -t without a word, and has a test of its name.
# SPDX-License-Identifier: BSD-2-Clause
set -u
cd "$(dirname "$0")/.." || exit 1
: "${BUILD:=build}"
for script in examples/*.cfg; do
	if said=$("$BUILD/sipd" -t -f "$script" 2>&1) && ! grep -qiE 'warning|error' <<<"$said"; then
		echo "ok example $script is without errors and warnings"
	else
		printf '%s\n' "$said" | sed 's/^/# /'
		echo "not ok example $script is without errors and warnings"
	fi
	if [ -s "${script%.cfg}.t" ]; then
		echo "ok example $script has a test"
	else
		echo "not ok example $script has a test"
	fi
done
