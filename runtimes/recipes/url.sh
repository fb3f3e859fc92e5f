#!/usr/bin/env bash
# URL and URLSearchParams for the JavaScript guest: the reference implementation of the URL Standard, bundled into one module.
#   url.sh DIR GUESTS     →   DIR/url.js
# npm verifies each package by the integrity hash in package-lock.json.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 guests=$2
command -v npm >/dev/null || fail "npm is missing; install Node.js with npm (on Debian: apt install nodejs npm)"
mkdir -p "$dir"
cp "$guests"/javascript/url/{package.json,package-lock.json,entry.js} "$dir/"
cd "$dir"
step "fetching whatwg-url"
quietly "$dir/log" npm ci --ignore-scripts --no-audit --no-fund
quietly "$dir/log" node_modules/.bin/esbuild entry.js --bundle --format=esm --target=es2022 --minify-syntax --minify-whitespace --keep-names --outfile=url.js
