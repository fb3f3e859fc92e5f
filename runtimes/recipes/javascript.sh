#!/usr/bin/env bash
# Builds QuickJS-NG and links the JavaScript guest.
#   javascript.sh DIR TOOLS QUICKJS GUESTS SQLITE CRYPTO     →   DIR/guest.wasm
# QUICKJS is the folder of its C source, GUESTS the folder with guest/ and javascript/, SQLITE the folder of sqlite.sh,
# CRYPTO that of crypto.sh.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 tools=$2 quickjs=$3 guests=$4 sqlite=$5 crypto=$6
use_tools "$tools"
mkdir -p "$dir/source"
step "building QuickJS"
cp "$quickjs"/*.c "$quickjs"/*.h "$dir/source/"
# Under __wasi__ QuickJS has no limit of its own on recursion, and the engine's would end the whole guest. Ours is the usual one.
awk '/^static void update_stack_limit/ { inside = 1 } inside && /^#if defined\(__wasi__\)$/ { $0 = "#if 0"; changed++; inside = 0 } { print } END { exit changed != 1 }' \
  "$quickjs/quickjs.c" >"$dir/source/quickjs.c" || fail "update_stack_limit in quickjs.c is not as the recipe knows it; adapt runtimes/recipes/javascript.sh"
# QuickJS hashes a number in a Map or Set by bits that are all zero for small integers: a Map of a thousand is a list of a thousand.
# The finaliser of MurmurHash3 spreads them.
awk '/^ *h = \(u\.u32\[0\] \^ u\.u32\[1\]\) \* 3163;$/ { print "        h = u.u32[0] ^ u.u32[1]; h ^= h >> 16; h *= 0x85ebca6b; h ^= h >> 13; h *= 0xc2b2ae35; h ^= h >> 16;"; changed++; next } { print } END { exit changed != 1 }' \
  "$dir/source/quickjs.c" >"$dir/source/patched.c" || fail "map_hash_key in quickjs.c is not as the recipe knows it; adapt runtimes/recipes/javascript.sh"
mv "$dir/source/patched.c" "$dir/source/quickjs.c"
objects=()
compile() {
  # shellcheck disable=SC2086
  quietly "$dir/log" "$CLANG" $TARGET_FLAGS "$@"
}
compile -O2 -msimd128 -fno-builtin -c "$guests/guest/memory.c" -o "$dir/memory.o"
# Without builtins, or the compiler would see that nobody uses what is allocated.
compile -O2 -fno-builtin -Wall -Werror -c "$guests/guest/holes.c" -o "$dir/holes.o"
objects+=("$dir/holes.o")
for name in quickjs dtoa libregexp libunicode; do
  compile -O2 -w -DNDEBUG -D_GNU_SOURCE -D_WASI_EMULATED_SIGNAL -D_WASI_EMULATED_PROCESS_CLOCKS -c "$dir/source/$name.c" -o "$dir/$name.o" &
  objects+=("$dir/$name.o")
done
wait
for name in sqlite sqlite_functions sqlite_values; do
  compile -O2 -Wall -Werror -I"$dir/source" -I"$sqlite" -c "$guests/javascript/$name.c" -o "$dir/$name.o"
  objects+=("$dir/$name.o")
done
objects+=("$sqlite/libsqlite3.a" "$crypto/libcrypto.a" "$crypto/libhacl.a")
step "linking the JavaScript guest"
# 2 MiB of C stack, of which JavaScript may use less than half. It comes first in memory, so that an overflow traps.
compile -O2 -Wall -Werror -mexec-model=reactor -I"$dir/source" -I"$sqlite" -I"$guests/guest" "$dir/memory.o" "$guests/javascript/guest.c" "$guests/javascript/crypto.c" "$guests/javascript/files.c" "${objects[@]}" \
  -lwasi-emulated-signal -lwasi-emulated-process-clocks -lm -Wl,-z,stack-size=2097152 -Wl,--stack-first -Wl,--strip-all -o "$dir/guest.wasm"
