#!/bin/bash
# table.sh: which test shows which requirement of the RFCs to be met: prints the table; with "check", whether none is without.
# SPDX-License-Identifier: BSD-2-Clause
#
# The requirements are in rfcNNNN.req beside this file, one a line; # begins a comment:
#
#     ID | MUST | what is required, in our own words      ID as 3261-16.6-4a: RFC, section, number; MUST-NOT is the other level
#     ID ! why no case can show it                        in addition, where that is so
#
# The tests name them: a case of a .t file in a section "=== shows ID ...", a program in a comment "shows ID ..." of its own line.
set -u
cd "$(dirname "$0")/../.." || exit 1
shopt -s nullglob
tests=(tests/corpus/*.t examples/*.t tests/unit/*.c tests/sim/*.c tests/interop/*.sh)

awk -v mode="${1:-table}" '
function wrong(what) {
	if (mode == "check")
		print "not ok requirements: " FILENAME ":" FNR ": " what
	bad++
}

function shown(id) {
	if (!(id in text)) {
		wrong("shows " id ", which is no requirement")
		return
	}
	if (index(cases[id], "\n\t" test "\n"))
		return
	cases[id] = (id in cases ? cases[id] : "\n") "\t" test "\n"
}

FNR == 1 {
	test = FILENAME
}

FILENAME ~ /\.req$/ {
	if ($0 ~ /^[ \t]*(#|$)/)
		next
	if ($2 == "!") {
		if (!($1 in text))
			wrong("a reason for " $1 ", which is no requirement above")
		else if ($1 in reason)
			wrong("a second reason for " $1)
		else if (NF < 4)
			wrong("no reason is given")
		reason[$1] = substr($0, index($0, "!") + 2)
		next
	}
	if ($0 !~ /^[0-9]+-[0-9A-Za-z.]+-[0-9]+[a-z]* \| (MUST|MUST-NOT) \| ./) {
		wrong("neither \"ID | LEVEL | text\" nor \"ID ! reason\"")
		next
	}
	if ($1 in text) {
		wrong($1 " is there twice")
		next
	}
	order[++count] = $1
	file[$1] = FILENAME
	level[$1] = $3
	text[$1] = substr($0, index($0, $3) + length($3) + 3)
	next
}

/^=== case / {
	test = FILENAME ": " substr($0, 10)
}

/^=== shows / || (FILENAME !~ /\.t$/ && /^[ \t]*(\/\*|\/\/|#) shows [0-9]+-/) {
	for (i = 3; i <= NF; i++)
		if ($i != "*/")
			shown($i)
}

END {
	for (i = 1; i <= count; i++) {
		id = order[i]
		n[file[id]]++
		if (id in cases)
			with++
		else if (id in reason)
			without++
		else
			open_++
		if (mode == "check") {
			if (id in cases && id in reason) {
				print "not ok requirements: " id " has both cases and a reason why there is none"
				bad++
			} else if (!(id in cases) && !(id in reason)) {
				print "not ok requirements: " id " has neither case nor reason: " text[id]
				lacks[file[id]]++
				bad++
			}
			continue
		}
		if (file[id] != last) {
			name = last = file[id]
			gsub(/.*\/rfc|\.req$/, "", name)
			printf "%sRFC %s\n\n", (i > 1 ? "\n" : ""), name
		}
		printf "%s  %s  %s\n", id, level[id], text[id]
		if (id in cases)
			printf "%s", substr(cases[id], 2)
		else
			printf "\t%s\n", (id in reason ? "no case: " reason[id] : "NOTHING")
	}
	if (mode == "check") {
		for (f in n)
			if (!lacks[f])
				print "ok requirements: all " n[f] " of " f " have a case or a reason"
		if (!bad)
			print "ok requirements: their tables are well formed"
		exit
	}
	printf "\n%d requirements: %d shown by cases, %d with a reason why none can, %d open\n", count, with, without, open_
}' tests/rfc/*.req "${tests[@]}"
