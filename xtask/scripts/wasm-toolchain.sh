#!/usr/bin/env bash
# A Rust compiler with the target wasm32-unknown-unknown, for Debian 12 and newer where rustup cannot add the target.
#
#   wasm-toolchain.sh FOLDER   →   FOLDER/rustc, FOLDER/cargo-clippy: wrappers to be used with the machine's own cargo
#
# Needs no root and installs nothing: Debian's rustc-web, a current compiler for building browsers, is downloaded and
# unpacked below FOLDER (850 MB), and builds the target's standard library once from rust-web-src. apt checks the
# signatures; its lists are kept below FOLDER too, so that the machine's may be old or missing.
set -euo pipefail

folder=$(mkdir -p "${1:?a folder}" && cd "$1" && pwd)
root=$folder/root/usr
triple=wasm32-unknown-unknown
rm -rf "$folder/ready" "$folder/root" "$folder/std" "$folder/debs"

# The newest of each family that libstd, LLVM and the linker come in; their versions move with security updates.
apt=$folder/apt
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$folder/debs" "$folder/root"
private=(-o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o Debug::NoLocking=1 -o APT::Sandbox::User=)
apt-get "${private[@]}" -qq update
depends() { apt-cache "${private[@]}" depends "$1" | sed -n 's/^ *Depends: //p' | grep -E "$2" | head -n 1; }
std=$(depends libstd-rust-web-dev '^libstd-rust-web-[0-9.]+$')
llvm=$(depends "$std" '^libllvm[0-9]+$')
if [ -z "$std" ] || [ -z "$llvm" ]; then
  echo "apt knows no rustc-web here; it is in Debian 12 (with security updates) and newer" >&2
  exit 1
fi
linker=lld-${llvm#libllvm}
( cd "$folder/debs"
  apt-get "${private[@]}" -qq download rustc-web "$std" libstd-rust-web-dev rust-web-src rust-web-clippy "$linker" "$llvm" )
for deb in "$folder"/debs/*.deb; do dpkg -x "$deb" "$folder/root"; done
rm -rf "$folder/debs" "$apt"

# rustc looks for its WebAssembly linker below its own sysroot.
host=$(rustc -vV | sed -n 's/^host: //p')
mkdir -p "$root/lib/rustlib/$host/bin"
ln -sfn "$root/bin/$linker" "$root/lib/rustlib/$host/bin/rust-lld"

libraries=$(dirname "$(find "$root/lib" -name 'libLLVM*.so*' -print -quit)")
for program in rustc cargo-clippy; do
  printf '#!/bin/sh\nLD_LIBRARY_PATH=%s exec %s "$@"\n' "$libraries" "$root/bin/$program" >"$folder/$program"
  chmod +x "$folder/$program"
done

# cargo builds the standard library for a crate that has nothing in it.
mkdir -p "$folder/std/src"
echo '#![no_std]' >"$folder/std/src/lib.rs"
printf '[package]\nname = "std-for-wasm"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' >"$folder/std/Cargo.toml"
( cd "$folder/std"
  env -u CARGO_ENCODED_RUSTFLAGS -u CARGO_TARGET_DIR -u CARGO_BUILD_TARGET_DIR \
    RUSTC="$folder/rustc" RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
    cargo build --release --target "$triple" -Z build-std=std,panic_abort,panic_unwind,proc_macro )
library=$root/lib/rustlib/$triple/lib
mkdir -p "$library"
find "$folder/std/target/$triple/release/deps" -name 'lib*.rlib' ! -name 'libstd_for_wasm-*' \
  -exec install -m644 {} "$library/" \;
rm -rf "$folder/std"
touch "$folder/ready"
