#!/usr/bin/env bash
# CPython's library for WASI, and its standard library.
#   cpython.sh DIR TOOLS ZLIB     →   DIR/wasm (libpython and headers), DIR/src, DIR/stdlib.tar
# ZLIB is the folder of zlib's source. The interpreter's source is Debian trixie's original tarball, byte for byte python.org's.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 tools=$2 zlib=$3
use_tools "$tools"
jobs=$(nproc)
mkdir -p "$dir"

version=3.13.5
source_sha256=93e583f243454e6e9e4588ca2c2662206ad961659863277afcdb96801647d640

if [ ! -e "$dir/src" ]; then
  tarball=${BACKROAD_CPYTHON_SOURCE:-}
  if [ -z "$tarball" ]; then
    step "fetching the source of CPython $version (23 MB)"
    private_apt "$dir/apt" trixie
    mkdir -p "$dir/download"
    ( cd "$dir/download" && "${apt[@]}" source --download-only python3.13 >/dev/null ) || fail "the source package python3.13 cannot be fetched. $no_debian"
    tarball=$dir/download/python3.13_$version.orig.tar.xz
    [ -e "$tarball" ] || fail "Debian trixie has moved on from CPython $version. $no_debian"
  fi
  verify "$tarball" "$source_sha256"
  rm -rf "$dir/src.part"; mkdir "$dir/src.part"
  tar -xf "$tarball" -C "$dir/src.part" --strip-components=1
  mv "$dir/src.part" "$dir/src"
fi

# CPython builds itself with itself: the same minor version, native.
native=${BACKROAD_PYTHON:-}
if [ -z "$native" ] && python3.13 -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null; then native=$(command -v python3.13); fi
if [ -z "$native" ]; then
  native=$dir/native/python
  if [ ! -e "$dir/native.done" ]; then
    command -v cc >/dev/null && command -v make >/dev/null || fail "there is no python3.13 on PATH, and a C compiler and make to build one are missing too (on Debian: apt install build-essential)"
    step "building a native CPython to build with (about 2 minutes)"
    mkdir -p "$dir/native"
    cd "$dir/native"
    quietly "$dir/native.log" "$dir/src/configure" -q --with-ensurepip=no --disable-test-modules
    quietly "$dir/native.log" make -s -j"$jobs" python build_all
    touch "$dir/native.done"
  fi
fi

if [ ! -e "$dir/zlib/libz.a" ]; then
  step "building zlib"
  mkdir -p "$dir/zlib"
  cd "$dir/zlib"
  for name in adler32 compress crc32 deflate inffast inflate inftrees trees uncompr zutil; do
    # shellcheck disable=SC2086
    quietly "$dir/zlib.log" "$CLANG" $TARGET_FLAGS -O2 -w -DHAVE_UNISTD_H -I"$zlib" -c "$zlib/$name.c" -o "$name.o"
  done
  quietly "$dir/zlib.log" "$AR" rcs libz.a ./*.o
fi

if [ ! -e "$dir/wasm.done" ]; then
  step "building CPython for WASI (about a minute)"
  mkdir -p "$dir/wasm"
  cd "$dir/wasm"
  export CC="$CLANG $TARGET_FLAGS" CPP="$CLANG $TARGET_FLAGS -E" AR RANLIB CFLAGS="-w -g0"
  export CONFIG_SITE="$dir/src/Tools/wasm/config.site-wasm32-wasi" HOSTRUNNER=/bin/true PKG_CONFIG_PATH='' PKG_CONFIG_LIBDIR=/nonexistent
  export ZLIB_CFLAGS="-I$zlib" ZLIB_LIBS="-L$dir/zlib -lz"
  quietly "$dir/wasm.log" "$dir/src/configure" -q --host=wasm32-wasi --build="$(uname -m)-pc-linux-gnu" --with-build-python="$native" --with-ensurepip=no --disable-test-modules
  quietly "$dir/wasm.log" make -s -j"$jobs" libpython3.13.a Modules/_decimal/libmpdec/libmpdec.a Modules/expat/libexpat.a Modules/_hacl/libHacl_Hash_SHA2.a
  touch "$dir/wasm.done"
fi

step "packing the standard library"
rm -rf "$dir/stdlib"
mkdir "$dir/stdlib"
# Left out: what a guest can never use (windows, sockets' servers of their own, installers, other processes) and the interpreter's own tests.
tar -C "$dir/src/Lib" --exclude=__pycache__ --exclude=./test --exclude='./*/test' --exclude='./*/tests' --exclude=./idlelib --exclude=./tkinter --exclude=./turtledemo \
  --exclude=./turtle.py --exclude=./ensurepip --exclude=./venv --exclude=./curses --exclude=./ctypes --exclude=./_pyrepl --exclude=./pydoc_data --exclude=./site-packages \
  --exclude=./multiprocessing --exclude=./dbm --exclude=./msilib -cf - . | tar -C "$dir/stdlib" -xf -
# What `sysconfig` looks up; the build's own file names folders of the machine it was built on.
cat >"$dir/stdlib/_sysconfigdata__wasi_wasm32-wasi.py" <<END
build_time_vars = {"EXT_SUFFIX": ".so", "Py_DEBUG": 0, "Py_GIL_DISABLED": 0, "SOABI": "", "TZPATH": "", "VERSION": "${version%.*}"}
END
# Compiled here once, so that an import costs a learner next to nothing. Unchecked: nothing in the archive ever changes.
quietly "$dir/stdlib.log" "$native" -m compileall -q -j "$jobs" --invalidation-mode unchecked-hash -s "$dir/stdlib" -p /lib "$dir/stdlib"
tar -C "$dir/stdlib" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --format=ustar -cf "$dir/stdlib.tar" .
