#!/bin/bash
# format.sh: the C sources are as clang-format leaves them.
# SPDX-License-Identifier: BSD-2-Clause
# Headers and tables are laid out by hand.
set -u
cd "$(dirname "$0")/.." || exit 1

if ! command -v clang-format >/dev/null; then
	echo "skip format: there is no clang-format"
	exit 0
fi
for source in $(git ls-files '*.c' 2>/dev/null || find src tests -name '*.c'); do
	if clang-format --dry-run -Werror "$source" 2>/dev/null; then
		echo "ok format $source"
	else
		echo "not ok format $source (clang-format -i $source)"
	fi
done
