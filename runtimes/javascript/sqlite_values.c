// Values and errors between SQLite and JavaScript.

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "sqlite.h"

#define MAX_SAFE_INTEGER 9007199254740991

static JSValue throw_with(JSContext *ctx, const char *message, const char *code, int number, const char *explanation) {
  // The engine's own way to make an error, with a stack; it cuts long messages, so the message is set afterwards.
  JS_ThrowPlainError(ctx, "%s", "");
  JSValue error = JS_GetException(ctx);
  int flags = JS_PROP_WRITABLE | JS_PROP_CONFIGURABLE;
  JS_DefinePropertyValueStr(ctx, error, "message", JS_NewString(ctx, message), flags);
  JS_DefinePropertyValueStr(ctx, error, "code", JS_NewString(ctx, code), JS_PROP_C_W_E);
  if (explanation) {
    JS_DefinePropertyValueStr(ctx, error, "errcode", JS_NewInt32(ctx, number), JS_PROP_C_W_E);
    JS_DefinePropertyValueStr(ctx, error, "errstr", JS_NewString(ctx, explanation), JS_PROP_C_W_E);
  }
  return JS_Throw(ctx, error);
}

JSValue sqlite_throw_code(JSContext *ctx, const char *code, const char *message) { return throw_with(ctx, message, code, 0, NULL); }

JSValue sqlite_throw(JSContext *ctx, sqlite3 *connection) {
  if (JS_HasException(ctx)) return JS_EXCEPTION;
  int code = sqlite3_extended_errcode(connection);
  // The host knows the engine's own error as the limit on memory.
  if (code == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM) return JS_ThrowOutOfMemory(ctx);
  return throw_with(ctx, sqlite3_errmsg(connection), "ERR_SQLITE_ERROR", code, sqlite3_errstr(code));
}

static JSValue integer(JSContext *ctx, sqlite3_int64 value, bool as_big, const char *of, int index) {
  if (as_big) return JS_NewBigInt64(ctx, value);
  if (value >= -MAX_SAFE_INTEGER && value <= MAX_SAFE_INTEGER) return JS_NewInt64(ctx, value);
  char message[160];
  snprintf(message, sizeof message, "The value of %s %d is too large to be represented as a JavaScript number: %lld", of, index, value);
  JS_ThrowRangeError(ctx, "%s", message);
  JSValue error = JS_GetException(ctx);
  JS_DefinePropertyValueStr(ctx, error, "code", JS_NewString(ctx, "ERR_OUT_OF_RANGE"), JS_PROP_C_W_E);
  return JS_Throw(ctx, error);
}

static JSValue value_of(JSContext *ctx, sqlite3_value *value, bool as_big, const char *of, int index) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return integer(ctx, sqlite3_value_int64(value), as_big, of, index);
    case SQLITE_FLOAT:
      return JS_NewFloat64(ctx, sqlite3_value_double(value));
    case SQLITE_TEXT: {
      const char *text = (const char *)sqlite3_value_text(value);
      return text ? JS_NewStringLen(ctx, text, (size_t)sqlite3_value_bytes(value)) : JS_ThrowOutOfMemory(ctx);
    }
    case SQLITE_BLOB: {
      int length = sqlite3_value_bytes(value);
      const uint8_t *bytes = sqlite3_value_blob(value);
      if (!bytes && length) return JS_ThrowOutOfMemory(ctx);
      return JS_NewUint8ArrayCopy(ctx, bytes, (size_t)length);
    }
    default:
      return JS_NULL;
  }
}

JSValue sqlite_column(JSContext *ctx, sqlite3_stmt *prepared, int column, bool as_big) {
  return value_of(ctx, sqlite3_column_value(prepared, column), as_big, "column", column);
}

JSValue sqlite_argument(JSContext *ctx, sqlite3_value *value, bool as_big) { return value_of(ctx, value, as_big, "argument", 0); }

JSValue sqlite_text_or_null(JSContext *ctx, const char *text) { return text ? JS_NewString(ctx, text) : JS_NULL; }

// The bytes of a typed array or DataView. False if it is neither, or an exception is pending.
static bool bytes_of(JSContext *ctx, JSValueConst value, const uint8_t **bytes, size_t *length) {
  if (!JS_IsObject(value) || (JS_GetTypedArrayType(value) < 0 && !JS_IsDataView(value))) return false;
  JSValue buffer = JS_GetPropertyStr(ctx, value, "buffer"), offset = JS_GetPropertyStr(ctx, value, "byteOffset");
  JSValue count = JS_GetPropertyStr(ctx, value, "byteLength");
  size_t room;
  uint32_t start = 0, size = 0;
  uint8_t *all = JS_GetArrayBuffer(ctx, &room, buffer);
  bool is_valid = !JS_ToUint32(ctx, &start, offset) && !JS_ToUint32(ctx, &size, count) && !JS_HasException(ctx) &&
                  start <= room && size <= room - start;
  JS_FreeValue(ctx, buffer);
  JS_FreeValue(ctx, offset);
  JS_FreeValue(ctx, count);
  *bytes = all ? all + start : (const uint8_t *)"";
  *length = size;
  return is_valid;
}

JSValue sqlite_bind(JSContext *ctx, sqlite3_stmt *prepared, int index, JSValueConst value) {
  int code;
  const uint8_t *bytes;
  size_t length;
  if (JS_IsNull(value)) {
    code = sqlite3_bind_null(prepared, index);
  } else if (JS_IsNumber(value)) {
    double number;
    if (JS_ToFloat64(ctx, &number, value)) return JS_EXCEPTION;
    code = sqlite3_bind_double(prepared, index, number);
  } else if (JS_IsBigInt(value)) {
    int64_t number;
    if (JS_ToBigInt64(ctx, &number, value)) return JS_EXCEPTION;
    code = sqlite3_bind_int64(prepared, index, number);
  } else if (JS_IsString(value)) {
    const char *text = JS_ToCStringLen(ctx, &length, value);
    if (!text) return JS_EXCEPTION;
    code = sqlite3_bind_text64(prepared, index, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
    JS_FreeCString(ctx, text);
  } else if (bytes_of(ctx, value, &bytes, &length)) {
    code = sqlite3_bind_blob64(prepared, index, bytes, length, SQLITE_TRANSIENT);
  } else {
    return JS_HasException(ctx) ? JS_EXCEPTION : JS_FALSE;
  }
  return code == SQLITE_OK ? JS_TRUE : sqlite_throw(ctx, sqlite3_db_handle(prepared));
}

bool sqlite_give_result(JSContext *ctx, sqlite3_context *call, JSValueConst value) {
  const uint8_t *bytes;
  size_t length;
  if (JS_IsNull(value) || JS_IsUndefined(value)) {
    sqlite3_result_null(call);
  } else if (JS_IsNumber(value)) {
    double number = 0;
    JS_ToFloat64(ctx, &number, value);
    sqlite3_result_double(call, number);
  } else if (JS_IsBigInt(value)) {
    int64_t number = 0;
    JS_ToBigInt64(ctx, &number, value);
    sqlite3_result_int64(call, number);
  } else if (JS_IsString(value)) {
    const char *text = JS_ToCStringLen(ctx, &length, value);
    if (!text) return false;
    sqlite3_result_text64(call, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
    JS_FreeCString(ctx, text);
  } else if (bytes_of(ctx, value, &bytes, &length)) {
    sqlite3_result_blob64(call, bytes, length, SQLITE_TRANSIENT);
  } else if (JS_HasException(ctx)) {
    return false;
  } else {
    bool is_promise = JS_IsPromise(value);
    sqlite3_result_error(call, is_promise ? "Asynchronous user-defined functions are not supported" : "Returned JavaScript value cannot be converted to a SQLite value", -1);
  }
  return true;
}
