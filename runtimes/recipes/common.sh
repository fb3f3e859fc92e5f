# What the recipes share. Sourced, never run by itself.
set -euo pipefail

# A line of progress. The builder adds the time and the recipe's name.
step() { printf '%s\n' "$*"; }

# The end, with what to do about it.
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# verify FILE SHA256: refuses anything but the pinned bytes.
verify() {
  local found
  found=$(sha256sum "$1" | cut -d' ' -f1)
  [ "$found" = "$2" ] || fail "$1 has SHA-256 $found, but the recipe pins $2. Delete it to fetch it again; if it stays so, the recipe must be updated."
}

# quietly LOG COMMAND…: runs a command into a log file; on failure shows the end of it.
quietly() {
  local log=$1; shift
  if ! "$@" >>"$log" 2>&1; then
    tail -n 30 "$log" >&2
    fail "\`$1\` failed; the whole log is $log"
  fi
}

# private_apt DIR RELEASE: an apt state of our own below DIR for RELEASE, from the machine's own mirror. Needs no root.
# Afterwards `"${apt[@]}" COMMAND` is apt-get with that state.
private_apt() {
  local dir=$1 release=$2 mirror
  command -v apt-get >/dev/null || fail "$no_debian"
  mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' | awk '$1 !~ /-(security|updates|backports)$/ { print $2; exit }')
  [ -n "$mirror" ] || fail "apt knows no mirror. $no_debian"
  mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
  cat >"$dir/$release.sources" <<END
Types: deb deb-src
URIs: $mirror
Suites: $release
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
END
  apt=(apt-get -qq -o "Dir::Etc::SourceList=$dir/$release.sources" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::lists=$dir/lists" -o "Dir::Cache=$dir/cache" -o APT::Sandbox::User=root)
  "${apt[@]}" update || fail "the package lists of Debian $release cannot be read. $no_debian"
}

no_debian="Without Debian's archive, set BACKROAD_WASI_SDK to an unpacked WASI SDK (version 24 or later) and BACKROAD_CPYTHON_SOURCE to python.org's Python-3.13.5.tar.xz."

# use_tools DIR: sets CLANG, AR, RANLIB, SYSROOT and TARGET_FLAGS for the compiler that tools.sh has put there.
#
# No bulk memory: `memory.copy` and `memory.fill` cost one unit of fuel whatever they move; a guest built from loops pays by the byte.
# No reference types: wizer cannot snapshot tables, and C needs none. Compilers differ in which of these they know by name.
use_tools() {
  # shellcheck disable=SC1091
  . "$1/env.sh"
  TARGET_FLAGS="--target=wasm32-wasip1 --sysroot=$SYSROOT"
  local feature
  for feature in bulk-memory bulk-memory-opt reference-types call-indirect-overlong multivalue; do
    if "$CLANG" --target=wasm32-wasip1 "-mno-$feature" -x c -fsyntax-only /dev/null 2>/dev/null; then TARGET_FLAGS+=" -mno-$feature"; fi
  done
}
