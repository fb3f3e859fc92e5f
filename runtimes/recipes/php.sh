#!/usr/bin/env bash
# PHP's library for WASI.
#   php.sh DIR TOOLS SQLITE ZLIB GUESTS     →   DIR/libphp.a, DIR/src and DIR/build (headers)
# SQLITE is the folder of sqlite.sh, ZLIB that of zlib's source, GUESTS the one with php/include. PHP's source is Debian trixie's original
# tarball, byte for byte php.net's, and nothing in it is changed: what WASI lacks is declared in php/include, before the C library's headers.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
dir=$1 tools=$2 sqlite=$3 zlib=$4 include=$5/php/include
use_tools "$tools"
mkdir -p "$dir"

version=8.4.24
source_sha256=e127be09a8506f4327c5cfa78a614b00d210714484ec215ce0011b4a03c00731
released=1785283200 # 29 July 2026; what PHP would say of the day it was built on

if [ ! -e "$dir/src" ]; then
  tarball=${BACKROAD_PHP_SOURCE:-}
  if [ -z "$tarball" ]; then
    step "fetching the source of PHP $version (14 MB)"
    no_debian="Without Debian's archive, set BACKROAD_PHP_SOURCE to php.net's php-$version.tar.xz."
    private_apt "$dir/apt" trixie
    mkdir -p "$dir/download"
    ( cd "$dir/download" && "${apt[@]}" source --download-only php8.4 >/dev/null ) || fail "the source package php8.4 cannot be fetched. $no_debian"
    tarball=$dir/download/php8.4_$version.orig.tar.xz
    [ -e "$tarball" ] || fail "Debian trixie has moved on from PHP $version. $no_debian"
  fi
  verify "$tarball" "$source_sha256"
  rm -rf "$dir/src.part"; mkdir "$dir/src.part"
  tar -xf "$tarball" -C "$dir/src.part" --strip-components=1
  mv "$dir/src.part" "$dir/src"
fi

if [ ! -e "$dir/zlib/libz.a" ]; then
  step "building zlib"
  mkdir -p "$dir/zlib"
  cd "$dir/zlib"
  for name in adler32 compress crc32 deflate gzclose gzlib gzread gzwrite infback inffast inflate inftrees trees uncompr zutil; do
    # shellcheck disable=SC2086
    quietly "$dir/zlib.log" "$CLANG" $TARGET_FLAGS -O2 -w -DHAVE_UNISTD_H -I"$zlib" -c "$zlib/$name.c" -o "$name.o"
  done
  quietly "$dir/zlib.log" "$AR" rcs libz.a ./*.o
fi

export SOURCE_DATE_EPOCH=$released
if [ ! -e "$dir/configured" ]; then
  step "configuring PHP (about a minute)"
  rm -rf "$dir/build"; mkdir "$dir/build"
  cd "$dir/build"
  export CC="$CLANG $TARGET_FLAGS" CPP="$CLANG $TARGET_FLAGS -E" AR RANLIB CFLAGS="-O2 -w -g0 -ffile-prefix-map=$dir/="
  # _LP64: integers of 64 bits, as PHP has them wherever else a learner meets it. Of Zend's allocator: no reports of memory that was
  # refused beside PHP's own, no other allocator in its place, and no guards against a heap that is written over; the instance is one.
  export CPPFLAGS="-I$include -D_LP64=1 -DZEND_MM_ERROR=0 -DZEND_MM_CUSTOM=0 -DZEND_MM_HEAP_PROTECTION=0 -D_WASI_EMULATED_SIGNAL -D_WASI_EMULATED_GETPID -D_WASI_EMULATED_PROCESS_CLOCKS"
  export LIBS="-lwasi-emulated-signal -lwasi-emulated-getpid -lwasi-emulated-process-clocks -lm"
  export PKG_CONFIG_PATH='' PKG_CONFIG_LIBDIR=/nonexistent
  export SQLITE_CFLAGS="-I$sqlite" SQLITE_LIBS="-L$sqlite -lsqlite3" ZLIB_CFLAGS="-I$zlib" ZLIB_LIBS="-L$dir/zlib -lz"
  # What it would find out by running a program.
  export php_cv_have_stack_limit=yes php_cv_sizeof_ssize_t=4 php_cv_sizeof_ptrdiff_t=4 php_cv_sizeof_intmax_t=8
  # What php/missing.c has, randomness by CommonCrypto's name included; and what the C library has only in part: memory is mapped for
  # Zend's allocator alone, and nobody counts resources.
  export ac_cv_header_CommonCrypto_CommonRandom_h=yes ac_cv_func_mkstemp=yes ac_cv_func_gethostname=yes php_cv_func_getaddrinfo=yes ac_cv_func_gai_strerror=yes ac_cv_func_mmap=no ac_cv_func_getrusage=no
  quietly "$dir/configure.log" "$dir/src/configure" --host=wasm32-wasi --build="$(uname -m)-pc-linux-gnu" --disable-all \
    --disable-cli --disable-cgi --disable-phpdbg --enable-embed=static --disable-zend-signals --disable-fiber-asm --disable-rpath --without-pcre-jit \
    --enable-bcmath --enable-calendar --enable-ctype --enable-filter --enable-mbstring --disable-mbregex --enable-pdo --enable-session --enable-tokenizer \
    --with-sqlite3 --with-pdo-sqlite --with-zlib
  # The machine it is built on is nobody's business, and would make every build another one.
  sed -i -e 's|^#define PHP_UNAME .*|#define PHP_UNAME "WASI"|' -e 's|^#define PHP_OS .*|#define PHP_OS "WASI"|' main/php_config.h
  sed -i -e 's|^#define CONFIGURE_COMMAND .*|#define CONFIGURE_COMMAND ""|' main/build-defs.h
  touch "$dir/configured"
fi

if [ ! -e "$dir/libphp.a" ]; then
  step "building PHP (about 5 minutes)"
  cd "$dir/build"
  quietly "$dir/build.log" make -s -j"$(nproc)" libphp.la
  rm -f "$dir/libphp.part"
  find ext main Zend TSRM -name '*.o' ! -path '*/.libs/*' ! -name internal_functions_cli.o -print0 | LC_ALL=C sort -z >"$dir/objects"
  quietly "$dir/build.log" xargs -0 -a "$dir/objects" "$AR" rcs "$dir/libphp.part"
  mv "$dir/libphp.part" "$dir/libphp.a"
fi
