#!/usr/bin/env bash
# What the JavaScript guest takes from npm besides URLs: streams and small modules of Node for every guest, and the library sets.
#   libraries-javascript.sh DIR GUESTS     →   DIR/platform.js, and for each set DIR/SET.js, each one module
# npm verifies each package by the integrity hash in package-lock.json.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 guests=$2
command -v npm >/dev/null || fail "npm is missing; install Node.js with npm (on Debian: apt install nodejs npm)"
mkdir -p "$dir/source"
cp "$guests"/libraries/javascript/{package.json,package-lock.json,platform.js,asserted.js,hono.js,graphql.js,mingo.js} "$dir/source/"
cd "$dir/source"
step "fetching the JavaScript libraries"
quietly "$dir/log" npm ci --ignore-scripts --no-audit --no-fund
step "bundling the JavaScript libraries"
for name in platform hono graphql mingo; do
  # Libraries that were made for Node ask for these two while they load.
  quietly "$dir/log" node_modules/.bin/esbuild "$name.js" --bundle --format=esm --target=es2022 --platform=neutral --main-fields=module,main \
    --define:process.env.NODE_DEBUG=undefined --define:process.env.NODE_ENV='"production"' --define:global=globalThis \
    --minify-syntax --minify-whitespace --keep-names --outfile="$dir/$name.js"
done
