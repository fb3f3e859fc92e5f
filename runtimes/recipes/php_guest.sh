#!/usr/bin/env bash
# Links the PHP guest.
#   php_guest.sh DIR TOOLS PHP SQLITE GUESTS     →   DIR/guest.wasm
# PHP is the folder of php.sh, SQLITE that of sqlite.sh, GUESTS the one with guest/ and php/.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 tools=$2 php=$3 sqlite=$4 guests=$5
use_tools "$tools"
mkdir -p "$dir"
step "linking the PHP guest"
# shellcheck disable=SC2086
quietly "$dir/log" "$CLANG" $TARGET_FLAGS -O2 -msimd128 -fno-builtin -c "$guests/guest/memory.c" -o "$dir/memory.o"
includes=(-I"$guests/php/include")
for folder in main Zend TSRM ext/date/lib .; do includes+=(-I"$php/build/$folder" -I"$php/src/$folder"); done
sources=()
for name in answer errors guest missing pages values web; do sources+=("$guests/php/$name.c"); done
# 4 MiB of C stack: more than guest.c lets PHP use. It comes first in memory, so that an overflow traps.
# shellcheck disable=SC2086
quietly "$dir/log" "$CLANG" $TARGET_FLAGS -O2 -Wall -Werror -mexec-model=reactor "${includes[@]}" -DHAVE_TIMELIB_CONFIG_H=1 -D_LP64=1 \
  -D_GNU_SOURCE -D_WASI_EMULATED_SIGNAL -D_WASI_EMULATED_GETPID -D_WASI_EMULATED_PROCESS_CLOCKS "$dir/memory.o" "${sources[@]}" \
  "$php/libphp.a" "$sqlite/libsqlite3.a" "$php/zlib/libz.a" -ldl -lwasi-emulated-signal -lwasi-emulated-getpid -lwasi-emulated-process-clocks -lm \
  -Wl,--wrap=close -Wl,--wrap=chmod -Wl,-z,stack-size=4194304 -Wl,--stack-first -Wl,--strip-all -o "$dir/guest.wasm"
