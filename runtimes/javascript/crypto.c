#include "crypto.h"

#include <string.h>

#include "../guest/kdf.h"

// A hash or HMAC in the making.
typedef struct {
  int is_keyed;
  union {
    Hash hash;
    Hmac hmac;
  };
} Making;

static JSClassID making_class;

static void free_making(JSRuntime *runtime, JSValueConst value) { js_free_rt(runtime, JS_GetOpaque(value, making_class)); }

static const JSClassDef making_definition = {"Making", .finalizer = free_making};

static JSValue new_making(JSContext *ctx, const Making *making) {
  Making *copy = js_malloc(ctx, sizeof *copy);
  if (!copy) return JS_EXCEPTION;
  *copy = *making;
  JSValue object = JS_NewObjectClass(ctx, (int)making_class);
  if (JS_IsException(object)) {
    js_free(ctx, copy);
    return object;
  }
  JS_SetOpaque(object, copy);
  return object;
}

// A Uint8Array's bytes. Scripts give nothing else.
typedef struct {
  const uint8_t *at;
  size_t length;
} Bytes;

static int read_bytes(JSContext *ctx, JSValueConst value, Bytes *bytes) {
  bytes->at = JS_GetUint8Array(ctx, &bytes->length, value);
  if (bytes->at) return 1;
  // An empty one may have no address; all else has thrown.
  if (JS_HasException(ctx)) return 0;
  bytes->at = (const uint8_t *)"";
  bytes->length = 0;
  return 1;
}

static const HashAlgorithm *read_algorithm(JSContext *ctx, JSValueConst value) {
  const char *name = JS_ToCString(ctx, value);
  const HashAlgorithm *algorithm = name ? hash_algorithm(name) : NULL;
  JS_FreeCString(ctx, name);
  return algorithm;
}

// names(): of the hash functions.
static JSValue names(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  JSValue list = JS_NewArray(ctx);
  for (uint32_t index = 0; hash_name(index); index++) JS_SetPropertyUint32(ctx, list, index, JS_NewString(ctx, hash_name(index)));
  return list;
}

// hash(name): a hash that has taken in nothing yet, or null if there is no such function.
static JSValue start_hash(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const HashAlgorithm *algorithm = read_algorithm(ctx, argv[0]);
  if (!algorithm) return JS_NULL;
  Making making = {.is_keyed = 0};
  hash_start(&making.hash, algorithm);
  return new_making(ctx, &making);
}

// hmac(name, key): the same with a key.
static JSValue start_hmac(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const HashAlgorithm *algorithm = read_algorithm(ctx, argv[0]);
  Bytes key;
  if (!algorithm) return JS_NULL;
  if (!read_bytes(ctx, argv[1], &key)) return JS_EXCEPTION;
  Making making = {.is_keyed = 1};
  hmac_start(&making.hmac, algorithm, key.at, key.length);
  return new_making(ctx, &making);
}

// update(making, bytes)
static JSValue update(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Making *making = JS_GetOpaque2(ctx, argv[0], making_class);
  Bytes bytes;
  if (!making || !read_bytes(ctx, argv[1], &bytes)) return JS_EXCEPTION;
  if (making->is_keyed) {
    hmac_update(&making->hmac, bytes.at, bytes.length);
  } else {
    hash_update(&making->hash, bytes.at, bytes.length);
  }
  return JS_UNDEFINED;
}

// copy(making)
static JSValue copy(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const Making *making = JS_GetOpaque2(ctx, argv[0], making_class);
  return making ? new_making(ctx, making) : JS_EXCEPTION;
}

// finish(making): the digest, an ArrayBuffer. It is then spent.
static JSValue finish(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Making *making = JS_GetOpaque2(ctx, argv[0], making_class);
  if (!making) return JS_EXCEPTION;
  uint8_t digest[HASH_MAX_DIGEST];
  uint32_t length;
  if (making->is_keyed) {
    length = making->hmac.inner.algorithm->digest_bytes;
    hmac_finish(&making->hmac, digest);
  } else {
    length = making->hash.algorithm->digest_bytes;
    hash_finish(&making->hash, digest);
  }
  return JS_NewArrayBufferCopy(ctx, digest, length);
}

static JSValue own_key(JSContext *ctx, uint8_t *key, size_t length) {
  JSValue buffer = JS_NewArrayBufferCopy(ctx, key, length);
  js_free(ctx, key);
  return buffer;
}

// pbkdf2(name, password, salt, iterations, length): an ArrayBuffer, or null if there is no such hash function.
static JSValue derive_pbkdf2(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const HashAlgorithm *algorithm = read_algorithm(ctx, argv[0]);
  Bytes password, salt;
  uint32_t iterations, length;
  if (!algorithm) return JS_NULL;
  if (!read_bytes(ctx, argv[1], &password) || !read_bytes(ctx, argv[2], &salt)) return JS_EXCEPTION;
  if (JS_ToUint32(ctx, &iterations, argv[3]) || JS_ToUint32(ctx, &length, argv[4])) return JS_EXCEPTION;
  uint8_t *key = js_malloc(ctx, (size_t)length + 1);
  if (!key) return JS_EXCEPTION;
  pbkdf2_hmac(algorithm, password.at, password.length, salt.at, salt.length, iterations, key, length);
  return own_key(ctx, key, length);
}

// scrypt(password, salt, N, r, p, maxmem, length): an ArrayBuffer; or 1 where the numbers are not allowed, 2 where they need more
// memory than allowed.
static JSValue derive_scrypt(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Bytes password, salt;
  int64_t numbers[4];
  uint32_t length;
  if (!read_bytes(ctx, argv[0], &password) || !read_bytes(ctx, argv[1], &salt)) return JS_EXCEPTION;
  for (int index = 0; index < 4; index++) {
    if (JS_ToInt64(ctx, &numbers[index], argv[2 + index])) return JS_EXCEPTION;
  }
  if (JS_ToUint32(ctx, &length, argv[6])) return JS_EXCEPTION;
  ScryptCost cost = {.cost = (uint64_t)numbers[0], .block_size = (uint64_t)numbers[1], .parallelization = (uint64_t)numbers[2]};
  ScryptFit fit = scrypt_fit(&cost, (uint64_t)numbers[3]);
  if (fit != SCRYPT_FITS) return JS_NewInt32(ctx, fit);
  uint8_t *key = js_malloc(ctx, (size_t)length + 1);
  if (!key) return JS_EXCEPTION;
  if (!scrypt(&cost, password.at, password.length, salt.at, salt.length, key, length)) {
    js_free(ctx, key);
    return JS_ThrowOutOfMemory(ctx);
  }
  return own_key(ctx, key, length);
}

static const JSCFunctionListEntry functions[] = {
    JS_CFUNC_DEF("names", 0, names),   JS_CFUNC_DEF("hash", 1, start_hash), JS_CFUNC_DEF("hmac", 2, start_hmac),        JS_CFUNC_DEF("update", 2, update),
    JS_CFUNC_DEF("copy", 1, copy),     JS_CFUNC_DEF("finish", 1, finish),   JS_CFUNC_DEF("pbkdf2", 5, derive_pbkdf2), JS_CFUNC_DEF("scrypt", 7, derive_scrypt),
};

JSValue new_crypto(JSContext *ctx) {
  JSRuntime *runtime = JS_GetRuntime(ctx);
  JS_NewClassID(runtime, &making_class);
  JS_NewClass(runtime, making_class, &making_definition);
  JSValue object = JS_NewObject(ctx);
  JS_SetPropertyFunctionList(ctx, object, functions, sizeof functions / sizeof *functions);
  return object;
}
