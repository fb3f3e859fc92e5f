#!/usr/bin/env bash
# What takes the types out of TypeScript, as a guest.
#   typescript.sh DIR SOURCE RUSTC     →   DIR/guest.wasm
# SOURCE is the folder runtimes/typescript; RUSTC a compiler with the target wasm32-unknown-unknown.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 source=$2 rustc=$3
mkdir -p "$dir"
step "compiling the TypeScript parser (some minutes, once)"
# A stack of 8 MiB, first in memory, so that code nested without end traps instead of overwriting something.
RUSTC=$rustc RUSTFLAGS="-C link-arg=-zstack-size=8388608 -C link-arg=--stack-first -C target-feature=-reference-types,-multivalue" \
  CARGO_TARGET_DIR="$dir/target" quietly "$dir/log" "${CARGO:-cargo}" build --locked --release --target wasm32-unknown-unknown --manifest-path "$source/Cargo.toml"
cp "$dir/target/wasm32-unknown-unknown/release/typescript.wasm" "$dir/guest.wasm"
rm -r "$dir/target"
