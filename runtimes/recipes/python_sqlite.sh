# Compiles CPython's module _sqlite3. Sourced by python.sh: here and not with the interpreter, which need not be built again when
# something about SQLite changes. Sets sqlite_objects.
step "building the module sqlite3"
sqlite_objects=()
for source in "$cpython"/src/Modules/_sqlite/*.c; do
  object=$dir/_sqlite_$(basename "$source" .c).o
  # shellcheck disable=SC2086
  quietly "$dir/log" "$CLANG" $TARGET_FLAGS -O2 -w -DNDEBUG -DPy_BUILD_CORE_BUILTIN -DPY_SQLITE_HAVE_SERIALIZE -I"$cpython/src/Include" -I"$cpython/src/Include/internal" \
    -I"$cpython/wasm" -I"$sqlite" -c "$source" -o "$object"
  sqlite_objects+=("$object")
done
