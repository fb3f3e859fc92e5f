// The answer to a request, as JSON, in memory that outlives PHP's own of one request.

#include "guest.h"

#include <ext/json/php_json.h>
#include <ext/json/php_json_encoder.h>
#include <ext/standard/base64.h>

static char *last_answer;
static size_t last_length;

bool is_answered(void) { return last_answer != NULL; }

static void set_answer(smart_str *out) {
  smart_str_0(out);
  free(last_answer);
  last_length = out->s ? ZSTR_LEN(out->s) : 0;
  last_answer = last_length ? malloc(last_length) : NULL;
  if (last_answer) memcpy(last_answer, ZSTR_VAL(out->s), last_length);
  smart_str_free(out);
}

// The host says which limit that was. There may be no memory to say it in.
void answer_out_of_memory(void) {
  static char text[] = "{\"raised\":{\"type\":\"MemoryError\",\"message\":\"out of memory\",\"trace\":\"\"}}";
  last_answer = text;
  last_length = sizeof text - 1;
}

// Where it is, and how long: the host reads it before it asks again.
int64_t take_answer(void) {
  static char *read_answer;
  free(read_answer);
  read_answer = last_answer;
  last_answer = NULL;
  if (!read_answer) return 0;
  return (int64_t)((uint64_t)(uintptr_t)read_answer << 32 | (uint32_t)last_length);
}

static bool put_quoted(smart_str *out, const char *text, size_t length, int options) {
  php_json_encoder encoder;
  php_json_encode_init(&encoder);
  size_t before = smart_str_get_len(out);
  if (php_json_escape_string(out, text, length, PHP_JSON_UNESCAPED_SLASHES | PHP_JSON_UNESCAPED_UNICODE | options, &encoder) == SUCCESS) return true;
  if (out->s) ZSTR_LEN(out->s) = before;
  return false;
}

// Text in quotes, unless it is no UTF-8.
bool put_utf8(smart_str *out, const char *text, size_t length) { return put_quoted(out, text, length, 0); }

// Text in quotes; what is no UTF-8 becomes U+FFFD.
void put_text(smart_str *out, const char *text, size_t length) { put_quoted(out, text, length, PHP_JSON_INVALID_UTF8_SUBSTITUTE); }

void put_base64(smart_str *out, const char *bytes, size_t length) {
  zend_string *encoded = php_base64_encode((const unsigned char *)bytes, length);
  smart_str_appendc(out, '"');
  smart_str_append(out, encoded);
  smart_str_appendc(out, '"');
  zend_string_release(encoded);
}

static void put_field(smart_str *out, const char *name, zend_string *text) {
  smart_str_appends(out, name);
  put_text(out, ZSTR_VAL(text), ZSTR_LEN(text));
}

void answer_ended(int code) {
  smart_str out = {0};
  smart_str_append_printf(&out, "{\"ended\":%d}", code & 0xFF);
  set_answer(&out);
}

void answer_loaded(void) {
  smart_str out = {0};
  smart_str_appends(&out, "{\"loaded\":true}");
  set_answer(&out);
}

void answer_missing(zend_string *name) {
  smart_str out = {0};
  put_field(&out, "{\"missing\":", name);
  smart_str_appendc(&out, '}');
  set_answer(&out);
}

void answer_raised(const char *type, size_t type_length, zend_string *message, zend_string *trace) {
  smart_str out = {0};
  smart_str_appends(&out, "{\"raised\":{\"type\":");
  put_text(&out, type, type_length);
  put_field(&out, ",\"message\":", message);
  put_field(&out, ",\"trace\":", trace);
  smart_str_appends(&out, "}}");
  set_answer(&out);
}

void answer_syntax(zend_string *message, zend_string *trace) {
  smart_str out = {0};
  put_field(&out, "{\"syntax\":{\"message\":", message);
  put_field(&out, ",\"trace\":", trace);
  smart_str_appends(&out, "}}");
  set_answer(&out);
}

// Whether the value has a place in the contract; its reason is the answer where it has not.
bool answer_value(zval *value) {
  static const char unsupported[] = "UnsupportedValue";
  smart_str out = {0};
  zend_string *reason = NULL;
  smart_str_appends(&out, "{\"value\":");
  if (put_tagged(&out, value, &reason)) {
    smart_str_appendc(&out, '}');
    set_answer(&out);
    return true;
  }
  smart_str_free(&out);
  answer_raised(unsupported, sizeof unsupported - 1, reason, ZSTR_EMPTY_ALLOC());
  zend_string_release(reason);
  return false;
}

void answer_response(smart_str *response) { set_answer(response); }
