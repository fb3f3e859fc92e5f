#!/usr/bin/env bash
# The compiler for WebAssembly and the C library of WASI, below one folder. Nothing is installed.
#   tools.sh DIR
# From Debian: clang 22 of the machine's own release (12), unpacked, and wasi-libc of trixie, pinned. apt verifies signatures.
# Elsewhere: BACKROAD_WASI_SDK names an unpacked WASI SDK.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1
mkdir -p "$dir"

wasi_libc=0.0~git20241209.574b88d-2
wasi_libc_sha256=b7716260051d289248b7667f81fa2792c125d888ff51da3fa09c6272cc0bd11d

if [ -n "${BACKROAD_WASI_SDK:-}" ]; then
  [ -x "$BACKROAD_WASI_SDK/bin/clang" ] || fail "BACKROAD_WASI_SDK=$BACKROAD_WASI_SDK has no bin/clang; unpack a WASI SDK there"
  step "using the WASI SDK at $BACKROAD_WASI_SDK"
  cat >"$dir/env.sh" <<END
CLANG='$BACKROAD_WASI_SDK/bin/clang'; AR='$BACKROAD_WASI_SDK/bin/llvm-ar'; RANLIB='$BACKROAD_WASI_SDK/bin/llvm-ranlib'; SYSROOT='$BACKROAD_WASI_SDK/share/wasi-sysroot'
END
  exit 0
fi

command -v apt-get >/dev/null && command -v dpkg >/dev/null || fail "this system has no apt. $no_debian"
packages=(clang-22 libclang-cpp22 libclang-common-22-dev libclang-rt-22-dev-wasm32 libllvm22 llvm-22 llvm-22-linker-tools lld-22)
mkdir -p "$dir/debs"
step "fetching clang 22 (about 65 MB)"
if ! ( cd "$dir/debs" && apt-get download -qq "${packages[@]}" ) 2>"$dir/apt.log"; then
  # Package lists are missing or stale, and refreshing them would need root: fetch our own.
  private_apt "$dir/apt-own" "$(. /etc/os-release; echo "$VERSION_CODENAME")"
  ( cd "$dir/debs" && "${apt[@]}" download "${packages[@]}" ) || fail "clang 22 is not in this system's packages (see $dir/apt.log). $no_debian"
fi
step "fetching wasi-libc"
private_apt "$dir/apt-trixie" trixie
( cd "$dir/debs" && "${apt[@]}" download "wasi-libc=$wasi_libc" ) || fail "wasi-libc $wasi_libc cannot be fetched. $no_debian"
verify "$dir/debs/wasi-libc_${wasi_libc}_all.deb" "$wasi_libc_sha256"
step "unpacking"
for deb in "$dir"/debs/*.deb; do dpkg -x "$deb" "$dir"; done
rm -r "$dir/debs"
libraries=$dir/usr/lib/$(uname -m)-linux-gnu:$dir/usr/lib/llvm-22/lib
# Wrappers, so that the unpacked libraries are seen by these programs alone.
mkdir -p "$dir/bin"
for name in clang llvm-ar llvm-ranlib wasm-ld; do
  printf '#!/bin/sh\nLD_LIBRARY_PATH=%s exec %s "$@"\n' "'$libraries'" "'$dir/usr/bin/$name-22'" >"$dir/bin/$name"
  chmod +x "$dir/bin/$name"
done
ln -sf "$dir/bin/wasm-ld" "$dir/bin/wasm-ld-22"
cat >"$dir/env.sh" <<END
CLANG='$dir/bin/clang'; AR='$dir/bin/llvm-ar'; RANLIB='$dir/bin/llvm-ranlib'; SYSROOT='$dir/usr'
export PATH="$dir/bin:\$PATH"
END
