#!/usr/bin/env bash
# Compiles SQLite, for every guest that has it.
#   sqlite.sh DIR TOOLS SQLITE GUESTS     →   DIR/libsqlite3.a, DIR/sqlite3.h
# SQLITE is the folder of its source in one file, GUESTS the folder with guest/.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 tools=$2 sqlite=$3 guests=$4
use_tools "$tools"
mkdir -p "$dir"
step "building SQLite (about a minute)"
cp "$sqlite/sqlite3.h" "$dir/"
compile() {
  # shellcheck disable=SC2086
  quietly "$dir/log" "$CLANG" $TARGET_FLAGS -O2 -DNDEBUG -I"$sqlite" -I"$guests/guest" "$@"
}
compile -w -DSQLITE_CUSTOM_INCLUDE=sqlite_options.h -c "$sqlite/sqlite3.c" -o "$dir/sqlite3.o"
for name in sqlite_vfs sqlite_locks; do
  compile -Wall -Werror -c "$guests/guest/$name.c" -o "$dir/$name.o"
done
rm -f "$dir/libsqlite3.a"
quietly "$dir/log" "$AR" rcs "$dir/libsqlite3.a" "$dir/sqlite3.o" "$dir/sqlite_vfs.o" "$dir/sqlite_locks.o"
