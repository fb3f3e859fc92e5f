#!/usr/bin/env bash
# Links the SQL guest.
#   sql.sh DIR TOOLS SQLITE GUESTS     →   DIR/guest.wasm
# SQLITE is the folder of sqlite.sh, GUESTS the folder with guest/ and sql/.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 tools=$2 sqlite=$3 guests=$4
use_tools "$tools"
mkdir -p "$dir"
step "linking the SQL guest"
# shellcheck disable=SC2086
quietly "$dir/log" "$CLANG" $TARGET_FLAGS -O2 -msimd128 -fno-builtin -c "$guests/guest/memory.c" -o "$dir/memory.o"
sources=()
for name in database guest plan problem requests results script table text; do sources+=("$guests/sql/$name.c"); done
# 2 MiB of C stack: the parser and the walkers of expressions recurse up to SQLite's own limits. It comes first in memory, so that an
# overflow traps.
# shellcheck disable=SC2086
quietly "$dir/log" "$CLANG" $TARGET_FLAGS -O2 -Wall -Werror -mexec-model=reactor -I"$sqlite" "$dir/memory.o" "${sources[@]}" "$sqlite/libsqlite3.a" -lm \
  -Wl,-z,stack-size=2097152 -Wl,--stack-first -Wl,--strip-all -o "$dir/guest.wasm"
