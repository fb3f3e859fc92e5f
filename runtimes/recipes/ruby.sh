#!/usr/bin/env bash
# Ruby, prebuilt for WASI by the ruby.wasm project; its standard library lies inside the module.
#   ruby.sh DIR GUESTS     →   DIR/guest.wasm, DIR/version.h
# npm verifies the package by the integrity hash in package-lock.json.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 guests=$2
command -v npm >/dev/null && command -v node >/dev/null || fail "npm is missing; install Node.js with npm (on Debian: apt install nodejs npm)"
mkdir -p "$dir"
cp "$guests"/ruby/{package.json,package-lock.json} "$dir/"
cd "$dir"
step "fetching Ruby for WASI (40 MB)"
quietly "$dir/log" npm ci --ignore-scripts --no-audit --no-fund
package=node_modules/@ruby/4.0-wasm-wasi
step "making room for recursion"
node "$guests/ruby/stacks.mjs" "$package/dist/ruby+stdlib.wasm" guest.wasm || fail "the module in $package is not as runtimes/ruby/stacks.mjs knows it; adapt that script"
# The module says which Ruby it is; the package has a version of its own.
version=$(grep -aoEm1 'ruby [0-9]+\.[0-9]+\.[0-9]+ \([0-9-]+ revision' guest.wasm | head -n1 | cut -d' ' -f2)
[ -n "$version" ] || fail "the module in $package does not say which version of Ruby it is"
printf '#define RUBY_VERSION "%s"\n' "$version" >version.h
rm -r node_modules
