#!/bin/bash
# man.sh: the manual pages are well-formed for mandoc.
# SPDX-License-Identifier: BSD-2-Clause
set -u
cd "$(dirname "$0")/.." || exit 1
: "${BUILD:=build}"

if ! command -v mandoc >/dev/null; then
	echo "skip man: there is no mandoc"
	exit 0
fi
for page in "$BUILD"/man/*.[1-8]; do
	[ -e "$page" ] || { echo "skip man: there are no pages"; exit 0; }
	if mandoc -T lint -W warning "$page"; then
		echo "ok man $page"
	else
		echo "not ok man $page"
	fi
done
