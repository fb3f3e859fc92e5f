#!/usr/bin/env bash
# The library sets of the Python guest.
#   libraries-python.sh DIR CPYTHON GUESTS     →   DIR/flask.tar: the standard library, and Flask with what it needs in site-packages
# CPYTHON is the folder of cpython.sh. pip verifies each package by its hash in requirements.txt.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 cpython=$2 guests=$3
mkdir -p "$dir"

# Any Python that can fetch will do; pip itself comes with CPython's source.
bundled=("$cpython"/src/Lib/ensurepip/_bundled/pip-*.whl)
pip=()
for python in python3 python3.13 "$cpython/native/python"; do
  if "$python" -c 'import ssl' 2>/dev/null; then pip=("$python" "${bundled[0]}/pip"); break; fi
done
[ ${#pip[@]} -gt 0 ] || fail "there is no Python that can fetch packages over https (on Debian: apt install python3)"

step "fetching the Python libraries"
rm -rf "$dir/root"
mkdir "$dir/root"
tar -C "$dir/root" -xf "$cpython/stdlib.tar"
packages=$dir/root/site-packages
quietly "$dir/log" "${pip[@]}" install --no-input --root-user-action ignore --disable-pip-version-check --no-cache-dir --no-deps --no-compile --require-hashes --target "$packages" \
  --platform manylinux2014_x86_64 --python-version 3.13 --implementation cp --only-binary=:all: -r "$guests/libraries/python/requirements.txt"
# Left out: what only other machines can run, programs, and all that is said about a package but its name and version.
rm -rf "$packages/bin"
find "$packages" \( -name '*.so' -o -name '*.c' -o -name '*.pyi' -o -name py.typed \) -delete
find "$packages" -path '*.dist-info/*' ! -name METADATA -type f -delete
find "$packages" -type d -empty -delete

step "packing the Python libraries"
native=${BACKROAD_PYTHON:-}
if [ -z "$native" ] && python3.13 -c '' 2>/dev/null; then native=$(command -v python3.13); fi
if [ -z "$native" ]; then native=$cpython/native/python; fi
quietly "$dir/log" "$native" -m compileall -q --invalidation-mode unchecked-hash -s "$packages" -p /lib/site-packages "$packages"
tar -C "$dir/root" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --format=ustar -cf "$dir/flask.tar" .
rm -r "$dir/root"
