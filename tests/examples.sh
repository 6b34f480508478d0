#!/bin/bash
# examples.sh: the scripts in examples/, README.md and the manual pass sipd -t without a word; those in examples/ have a test.
# SPDX-License-Identifier: BSD-2-Clause
set -u
cd "$(dirname "$0")/.." || exit 1
: "${BUILD:=build}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

accepted() {
	local name=$1 script=$2 said=''
	if [ -s "$script" ] && said=$("$BUILD/sipd" -t -f "$script" 2>&1) && ! grep -qiE 'warning|error' <<<"$said"; then
		echo "ok example $name is without errors and warnings"
	else
		sed 's/^/# /' <<<"$said"
		echo "not ok example $name is without errors and warnings"
	fi
}

for script in examples/*.cfg; do
	accepted "$script" "$script"
	if [ -s "${script%.cfg}.t" ]; then
		echo "ok example $script has a test"
	else
		echo "not ok example $script has a test"
	fi
done

sed -n '/^## A first script/,/^    }$/s/^    //p' README.md >"$dir/readme.cfg"
accepted README.md "$dir/readme.cfg"
sed -n '/^listen = /,/^\.Ed/{/^\.Ed/q; s/\\e/\\/g; p}' man/sipd.cfg.5.in >"$dir/manual.cfg"
accepted "the manual's first" "$dir/manual.cfg"
