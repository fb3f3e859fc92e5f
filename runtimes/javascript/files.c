// Files and folders for fs.js. A function that fails gives the number of the error.

#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

char *read_file(JSContext *ctx, const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  size_t room = 16384, used = 0;
  char *bytes = js_malloc(ctx, room + 1);
  while (bytes) {
    used += fread(bytes + used, 1, room - used, file);
    if (used < room) break;
    room *= 2;
    char *more = js_realloc(ctx, bytes, room + 1);
    if (!more) js_free(ctx, bytes);
    bytes = more;
  }
  int failed = ferror(file);
  fclose(file);
  if (bytes && failed) {
    js_free(ctx, bytes);
    errno = EISDIR;
    return NULL;
  }
  if (!bytes) {
    errno = ENOMEM;
    return NULL;
  }
  bytes[used] = 0;
  *length = used;
  return bytes;
}

// What a function gives that only succeeds or fails: 0, or the number of the error.
static JSValue outcome(JSContext *ctx, int failed) { return JS_NewInt32(ctx, failed ? errno : 0); }

// files.read(path): an ArrayBuffer, or the number of the error.
static JSValue read_bytes(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) return JS_EXCEPTION;
  size_t length;
  char *bytes = read_file(ctx, path, &length);
  JS_FreeCString(ctx, path);
  if (!bytes) return JS_NewInt32(ctx, errno);
  JSValue buffer = JS_NewArrayBufferCopy(ctx, (uint8_t *)bytes, length);
  js_free(ctx, bytes);
  return buffer;
}

// files.readText(path): a string, or the number of the error.
static JSValue read_text(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) return JS_EXCEPTION;
  size_t length;
  char *bytes = read_file(ctx, path, &length);
  JS_FreeCString(ctx, path);
  if (!bytes) return JS_NewInt32(ctx, errno);
  JSValue text = JS_NewStringLen(ctx, bytes, length);
  js_free(ctx, bytes);
  return text;
}

// files.write(path, bytes, append)
static JSValue write_bytes(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  size_t length;
  uint8_t *bytes = JS_GetArrayBuffer(ctx, &length, argv[1]);
  if (!bytes && length) return JS_EXCEPTION;
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) return JS_EXCEPTION;
  FILE *file = fopen(path, JS_ToBool(ctx, argv[2]) ? "ab" : "wb");
  JS_FreeCString(ctx, path);
  if (!file) return JS_NewInt32(ctx, errno);
  int whole = fwrite(bytes, 1, length, file) == length;
  if (fclose(file) || !whole) return JS_NewInt32(ctx, errno ? errno : ENOSPC);
  return JS_NewInt32(ctx, 0);
}

// files.exists(path)
static JSValue exists(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) return JS_EXCEPTION;
  int found = access(path, F_OK) == 0;
  JS_FreeCString(ctx, path);
  return JS_NewBool(ctx, found);
}

// files.status(path): [whether it is a folder, bytes, milliseconds since 1970 at its last change].
static JSValue status(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) return JS_EXCEPTION;
  struct stat found;
  int failed = stat(path, &found);
  JS_FreeCString(ctx, path);
  if (failed) return outcome(ctx, failed);
  JSValue parts = JS_NewArray(ctx);
  JS_SetPropertyUint32(ctx, parts, 0, JS_NewBool(ctx, S_ISDIR(found.st_mode)));
  JS_SetPropertyUint32(ctx, parts, 1, JS_NewFloat64(ctx, (double)found.st_size));
  JS_SetPropertyUint32(ctx, parts, 2, JS_NewFloat64(ctx, (double)found.st_mtim.tv_sec * 1e3 + (double)found.st_mtim.tv_nsec / 1e6));
  return parts;
}

// files.list(path): the names in a folder.
static JSValue list(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) return JS_EXCEPTION;
  DIR *folder = opendir(path);
  JS_FreeCString(ctx, path);
  if (!folder) return outcome(ctx, -1);
  JSValue names = JS_NewArray(ctx);
  uint32_t count = 0;
  for (struct dirent *entry; (entry = readdir(folder));) {
    int is_link_to_folder = entry->d_name[0] == '.' && (!entry->d_name[1] || (entry->d_name[1] == '.' && !entry->d_name[2]));
    if (!is_link_to_folder) JS_SetPropertyUint32(ctx, names, count++, JS_NewString(ctx, entry->d_name));
  }
  closedir(folder);
  return names;
}

// files.createFolder(path)
static JSValue create_folder(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) return JS_EXCEPTION;
  int failed = mkdir(path, 0777);
  JS_FreeCString(ctx, path);
  return outcome(ctx, failed);
}

// files.removeFolder(path): an empty one.
static JSValue remove_folder(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) return JS_EXCEPTION;
  int failed = rmdir(path);
  JS_FreeCString(ctx, path);
  return outcome(ctx, failed);
}

// files.removeFile(path)
static JSValue remove_file(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) return JS_EXCEPTION;
  int failed = unlink(path);
  JS_FreeCString(ctx, path);
  return outcome(ctx, failed);
}

// files.rename(from, to)
static JSValue rename_path(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *from = JS_ToCString(ctx, argv[0]), *to = JS_ToCString(ctx, argv[1]);
  int failed = from && to ? rename(from, to) : 0;
  JSValue result = from && to ? outcome(ctx, failed) : JS_EXCEPTION;
  JS_FreeCString(ctx, from);
  JS_FreeCString(ctx, to);
  return result;
}

static const JSCFunctionListEntry functions[] = {
    JS_CFUNC_DEF("read", 1, read_bytes),            JS_CFUNC_DEF("readText", 1, read_text),
    JS_CFUNC_DEF("write", 3, write_bytes),          JS_CFUNC_DEF("exists", 1, exists),
    JS_CFUNC_DEF("status", 1, status),              JS_CFUNC_DEF("list", 1, list),
    JS_CFUNC_DEF("createFolder", 1, create_folder), JS_CFUNC_DEF("removeFolder", 1, remove_folder),
    JS_CFUNC_DEF("removeFile", 1, remove_file),     JS_CFUNC_DEF("rename", 2, rename_path),
};

JSValue new_files(JSContext *ctx) {
  JSValue object = JS_NewObject(ctx);
  JS_SetPropertyFunctionList(ctx, object, functions, sizeof functions / sizeof *functions);
  return object;
}
