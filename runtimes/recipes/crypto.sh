#!/usr/bin/env bash
# Hash functions, HMAC, PBKDF2 and scrypt for the guests.
#   crypto.sh DIR TOOLS CPYTHON GUESTS     →   DIR/libcrypto.a (ours), DIR/libhacl.a
# CPYTHON is the folder of cpython.sh: its source has HACL*, the verified hash functions. GUESTS is the folder with guest/.
# CPython's own library has HACL* in it already; libhacl.a is for guests of other languages.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 tools=$2 hacl=$3/src/Modules/_hacl guests=$4
use_tools "$tools"
mkdir -p "$dir"
step "building hash functions"
compile() {
  # shellcheck disable=SC2086
  quietly "$dir/log" "$CLANG" $TARGET_FLAGS -O3 -I"$hacl/include" -I"$hacl" "$@"
}
objects=()
for name in MD5 SHA1 SHA2 SHA3; do
  compile -w -D_BSD_SOURCE -D_DEFAULT_SOURCE -c "$hacl/Hacl_Hash_$name.c" -o "$dir/Hacl_Hash_$name.o"
  objects+=("$dir/Hacl_Hash_$name.o")
done
quietly "$dir/log" "$AR" rcs "$dir/libhacl.a" "${objects[@]}"
compile -Wall -Werror -Wno-unknown-pragmas -c "$guests/guest/hash.c" -o "$dir/hash.o"
compile -Wall -Werror -msimd128 -c "$guests/guest/kdf.c" -o "$dir/kdf.o"
quietly "$dir/log" "$AR" rcs "$dir/libcrypto.a" "$dir/hash.o" "$dir/kdf.o"
