#!/usr/bin/env bash
# Links the Python guest.
#   python.sh DIR TOOLS CPYTHON GUESTS SQLITE CRYPTO     →   DIR/guest.wasm
# CPYTHON is the folder of cpython.sh, GUESTS the folder with guest/ and python/, SQLITE the folder of sqlite.sh,
# CRYPTO that of crypto.sh.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 tools=$2 cpython=$3 guests=$4 sqlite=$5 crypto=$6
use_tools "$tools"
mkdir -p "$dir"
. "$here/python_sqlite.sh"
step "linking the Python guest"
# shellcheck disable=SC2086
quietly "$dir/log" "$CLANG" $TARGET_FLAGS -O2 -msimd128 -fno-builtin -c "$guests/guest/memory.c" -o "$dir/memory.o"
# Without builtins, or the compiler would see that nobody uses what is allocated.
# shellcheck disable=SC2086
quietly "$dir/log" "$CLANG" $TARGET_FLAGS -O2 -fno-builtin -Wall -Werror -c "$guests/guest/holes.c" -o "$dir/holes.o"
# 8 MiB of C stack: what Python's own limits on recursion are made for. It comes first in memory, so that an overflow traps.
# shellcheck disable=SC2086
quietly "$dir/log" "$CLANG" $TARGET_FLAGS -O2 -Wall -Werror -mexec-model=reactor -I"$cpython/src/Include" -I"$cpython/wasm" -I"$guests/guest" "$dir/memory.o" "$dir/holes.o" "$guests/python/guest.c" \
  "$guests/python/kdf.c" "$crypto/libcrypto.a" \
  "$cpython/wasm/libpython3.13.a" "$cpython/wasm/Modules/_decimal/libmpdec/libmpdec.a" "$cpython/wasm/Modules/expat/libexpat.a" \
  "$cpython/wasm/Modules/_hacl/libHacl_Hash_SHA2.a" "$cpython/zlib/libz.a" "${sqlite_objects[@]}" "$sqlite/libsqlite3.a" \
  -ldl -lwasi-emulated-signal -lwasi-emulated-getpid -lwasi-emulated-process-clocks -lm \
  -Wl,-z,stack-size=8388608 -Wl,--stack-first -Wl,--initial-memory=20971520 -Wl,--strip-all -o "$dir/guest.wasm"
