#!/bin/bash
# layers.sh: the include rules of the layers, and no mutable variables of file scope.
# SPDX-License-Identifier: BSD-2-Clause
#
# The rules are the table below. The checks are first tried on files that break each rule: one that finds nothing there is
# broken itself.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${BUILD:=build}"

# What a layer may include: prefixes of paths below src/. Only what is named is allowed.
allowed() {
	case $1 in
	base) echo 'base/' ;;
	lang) echo 'base/ lang/ grammar/' ;;
	vm) echo 'base/ vm/ lang/tables.h lang/program.h lang/operate.h lang/.*\.def' ;;
	sip) echo 'base/ sip/' ;;
	core) echo 'base/ sip/ core/' ;;
	location) echo 'base/ location/' ;;
	farm) echo 'base/ sip/ farm/' ;;
	actions) echo 'base/ lang/tables.h lang/program.h lang/.*\.def vm/run.h vm/transform.h sip/ core/ location/ farm/ actions/' ;;
	server) echo 'base/ lang/tables.h lang/program.h lang/compile.h lang/diag.h lang/listing.h lang/.*\.def vm/ sip/ core/ location/ farm/ actions/ server/' ;;
	esac
}

# Includes under the directory $1 (of src's shape) that break a rule, as FILE:LINE:TEXT.
breaches() {
	local layer pattern
	for layer in base lang vm sip core location farm actions server; do
		[ -d "$1/$layer" ] || continue
		pattern=$(allowed "$layer" | sed 's/ /|/g; s/\([a-z]\)\.h/\1\\.h/g')
		grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' "$1/$layer"/*.[ch] /dev/null |
			grep -vE "include[[:space:]]*\"($pattern)"
	done
	# sofia-sip is known to sip alone
	grep -rnE '#[[:space:]]*include[[:space:]]*<(sofia-sip|sofia-resolv)/' "$1" |
		grep -v "^$1/sip/"
}

# Variables in the data and bss sections of the objects named. The log's are meant to be there.
variables() {
	local object
	for object; do
		case $object in
		*/base/log.o) continue ;;
		esac
		objdump -t "$object" | awk -v file="$object" '$0 ~ / O \.(data|bss)(\.|\t| )/ && $0 !~ /\.data\.rel\.ro/ { print file ": " $NF }'
	done
}

verdict() {
	local name=$1 found=$2
	if [ -z "$found" ]; then
		echo "ok layers: $name"
	else
		sed 's/^/# /' <<<"$found"
		echo "not ok layers: $name"
	fi
}

# A tree in which every line is a breach, but those with "fine" in them.
wrong=$(mktemp -d)
trap 'rm -rf "$wrong"' EXIT
mkdir "$wrong"/{base,lang,vm,sip,core,location,farm,actions,server}
lines() {
	local file=$1 line
	shift
	for line; do echo "#include $line"; done >"$wrong/$file"
}
lines base/a.c '"lang/tables.h"' '"slice.h"' '"base/fine.h"'
lines lang/a.h '"vm/run.h"' '"sip/message.h"' '"base/fine.h"'
lines vm/a.c '"lang/tree.h"' '"actions/a.h"' '"lang/tables.h" /* fine */'
lines sip/a.c '"core/engine.h"' '<sofia-sip/sip.h> /* fine */'
lines core/a.c '<sofia-sip/sip.h>' '"vm/run.h"' '"location/a.h"'
lines core/resolve.c '<sofia-resolv/sres.h>' '<sofia-sip/sip.h>'
lines location/a.c '"sip/uri.h"' ' "core/engine.h"'
lines farm/a.c '"location/a.h"' '"core/engine.h"' '"lang/program.h"' '"sip/uri.h" /* fine */'
lines actions/a.c '"vm/vm.h"' '"lang/tree.h"' '"server/worker.h"' '"vm/run.h" /* fine */'
lines server/a.c '"lang/tree.h"' '"lang/check.h"' '"vm/vm.h" /* fine */'
expected=$(cat "$wrong"/*/* | grep -vc fine)
found=$(breaches "$wrong")
if [ "$(grep -c . <<<"$found")" = "$expected" ] && ! grep -q fine <<<"$found"; then
	echo "ok layers: every breach of a tree full of them is found"
else
	sed 's/^/# /' <<<"$found"
	echo "not ok layers: $expected breaches are to be found"
fi

verdict "includes keep to the rules" "$(breaches src)"

if command -v objdump >/dev/null && ls "$BUILD"/src/*/*.o >/dev/null 2>&1 && ! grep -q fsanitize "$BUILD/options" 2>/dev/null; then
	object=$wrong/variables.o
	echo 'int a; static int b = 1; const int c = 2; int *f(void); int *f(void) { static int d; return b++ ? &d : &a; }' |
		${CC:-cc} -x c -c -o "$object" -
	if [ "$(variables "$object" | wc -l)" = 3 ]; then
		echo "ok layers: mutable variables of file scope are found"
	else
		variables "$object" | sed 's/^/# /'
		echo "not ok layers: three mutable variables are to be found"
	fi
	verdict "no mutable variables of file scope but the log's" "$(variables "$BUILD"/src/*/*.o)"
else
	echo "skip layers: no objects to look for variables in"
fi
