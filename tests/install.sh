#!/bin/bash
# install.sh: make install puts everything in its place and leaves a configuration alone; make uninstall takes it away.
# SPDX-License-Identifier: BSD-2-Clause
set -u
cd "$(dirname "$0")/.." || exit 1
: "${BUILD:=build}"
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

is() {
	local name=$1
	shift
	if "$@"; then
		echo "ok install: $name"
	else
		(cd "$root" && find . -type f | sed 's/^/# /')
		echo "not ok install: $name"
	fi
}

quietly() {
	make --no-print-directory BUILD="$BUILD" DESTDIR="$root" "$@" >"$root.log" 2>&1 ||
		{ sed 's/^/# /' "$root.log"; false; }
}

paths() {
	local path
	for path; do
		[ -n "$(find "$root" -path "*/$path" -type f)" ] || { echo "# no $path"; return 1; }
	done
}

config() {
	find "$root" -path '*/etc/sipd/sipd.cfg'
}

is "make install works" quietly install
is "programs, unit, user, directories, manual and examples are there" paths sbin/sipd sbin/sipctl \
	lib/systemd/system/sipd.service lib/sysusers.d/sipd.conf lib/tmpfiles.d/sipd.conf etc/sipd/sipd.cfg \
	man/man8/sipd.8 man/man8/sipctl.8 man/man5/sipd.cfg.5 examples/sipd.cfg doc/sipd/README.md
is "no place is left open in the unit" sh -c '! grep -r "@[a-z]*dir@" "$0"' "$root"
is "the installed sipd accepts the installed configuration" "$(find "$root" -path '*/sbin/sipd')" -t -f "$(config)"
echo '# mine' >"$(config)"
is "installing again works" quietly install
is "the configuration was left alone" grep -q '^# mine$' "$(config)"
is "make uninstall works" quietly uninstall
is "only the configuration is left" test "$(find "$root" -type f)" = "$(config)"
rm -f "$root.log"
