// Values between the host's tagged JSON and PHP, as tests/values.json has them by example.
//
// What PHP does not tell apart cannot come back as it went in: `{}` becomes an empty array, which is an empty list; bytes that are
// text become text; a tuple and a set become a list. Integers beyond 64 bits are BcMath\Number.

#include "guest.h"

#include <ext/date/php_date.h>
#include <ext/standard/base64.h>
#include <zend_closures.h>
#include <zend_enum.h>
#include <zend_generators.h>
#include <zend_interfaces.h>

enum { MAX_DEPTH = 50 };

static zend_class_entry *number_class(void) {
  zend_string *name = ZSTR_INIT_LITERAL("BcMath\\Number", 0);
  zend_class_entry *class = zend_lookup_class(name);
  zend_string_release(name);
  return class;
}

// From the host.

static void from_tagged_items(zval *array) {
  zval *item;
  SEPARATE_ARRAY(array);
  ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(array), item) { from_tagged(item); }
  ZEND_HASH_FOREACH_END();
}

static void big_integer(zval *result, zend_string *digits) {
  zend_long small;
  double unused;
  if (is_numeric_string(ZSTR_VAL(digits), ZSTR_LEN(digits), &small, &unused, false) == IS_LONG) {
    ZVAL_LONG(result, small);
    return;
  }
  zval argument;
  ZVAL_STR(&argument, digits);
  if (object_init_with_constructor(result, number_class(), 1, &argument, NULL) != SUCCESS) ZVAL_NULL(result);
}

static void from_tag(zval *result, const char *tag, zval *content) {
  if (strcmp(tag, "$null") == 0) {
    ZVAL_NULL(result);
  } else if (strcmp(tag, "$bytes") == 0) {
    zend_string *bytes = php_base64_decode((const unsigned char *)Z_STRVAL_P(content), Z_STRLEN_P(content));
    ZVAL_STR(result, bytes ? bytes : ZSTR_EMPTY_ALLOC());
  } else if (strcmp(tag, "$big") == 0) {
    big_integer(result, Z_STR_P(content));
  } else if (strcmp(tag, "$float") == 0) {
    const char *name = Z_STRVAL_P(content);
    ZVAL_DOUBLE(result, name[0] == 'n' ? ZEND_NAN : name[0] == '-' ? -ZEND_INFINITY : ZEND_INFINITY);
  } else if (strcmp(tag, "$date") == 0) {
    php_date_instantiate(php_date_get_immutable_ce(), result);
    php_date_initialize(Z_PHPDATE_P(result), Z_STRVAL_P(content), Z_STRLEN_P(content), NULL, NULL, 0);
  } else {
    // $set, $tuple, and the object that looked like a tag.
    ZVAL_COPY(result, content);
    from_tagged_items(result);
  }
}

static bool is_tag(const char *name, zval *content) {
  static const char *const of_text[] = {"$bytes", "$big", "$float", "$date"}, *const of_items[] = {"$set", "$tuple", "$object"};
  if (strcmp(name, "$null") == 0) return true;
  for (size_t index = 0; index < sizeof of_text / sizeof *of_text; index++) {
    if (strcmp(name, of_text[index]) == 0) return Z_TYPE_P(content) == IS_STRING;
  }
  for (size_t index = 0; index < sizeof of_items / sizeof *of_items; index++) {
    if (strcmp(name, of_items[index]) == 0) return Z_TYPE_P(content) == IS_ARRAY;
  }
  return false;
}

// Puts PHP's own value in the place of a tagged one.
void from_tagged(zval *value) {
  if (Z_TYPE_P(value) != IS_ARRAY) return;
  if (zend_hash_num_elements(Z_ARRVAL_P(value)) == 1) {
    zend_string *name;
    zval *content;
    ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(value), name, content) {
      if (!name || !is_tag(ZSTR_VAL(name), content)) break;
      zval result;
      from_tag(&result, ZSTR_VAL(name), content);
      zval_ptr_dtor(value);
      ZVAL_COPY_VALUE(value, &result);
      return;
    }
    ZEND_HASH_FOREACH_END();
  }
  from_tagged_items(value);
}

// To the host.

typedef struct {
  smart_str *out;
  zend_string **reason;
} Writer;

static bool put(Writer *writer, zval *value, int depth);

static bool refuse(Writer *writer, zend_string *reason) {
  *writer->reason = reason;
  return false;
}

static void put_string(smart_str *out, zend_string *text) {
  if (put_utf8(out, ZSTR_VAL(text), ZSTR_LEN(text))) return;
  smart_str_appends(out, "{\"$bytes\":");
  put_base64(out, ZSTR_VAL(text), ZSTR_LEN(text));
  smart_str_appendc(out, '}');
}

static void put_float(smart_str *out, double number) {
  if (zend_isnan(number)) {
    smart_str_appends(out, "{\"$float\":\"nan\"}");
  } else if (zend_isinf(number)) {
    smart_str_appends(out, number > 0 ? "{\"$float\":\"inf\"}" : "{\"$float\":\"-inf\"}");
  } else {
    smart_str_append_double(out, number, -1, false);
  }
}

static bool put_list(Writer *writer, HashTable *items, int depth) {
  zval *item;
  bool first = true;
  smart_str_appendc(writer->out, '[');
  ZEND_HASH_FOREACH_VAL_IND(items, item) {
    if (!first) smart_str_appendc(writer->out, ',');
    first = false;
    if (!put(writer, item, depth + 1)) return false;
  }
  ZEND_HASH_FOREACH_END();
  smart_str_appendc(writer->out, ']');
  return true;
}

// Whether an object would be read as a tag: one key, which begins with a dollar sign.
static bool looks_like_tag(HashTable *entries) {
  zend_string *name;
  if (zend_array_count(entries) != 1) return false;
  ZEND_HASH_FOREACH_STR_KEY(entries, name) { return name && ZSTR_VAL(name)[0] == '$'; }
  ZEND_HASH_FOREACH_END();
  return false;
}

static bool put_object(Writer *writer, HashTable *entries, int depth) {
  zend_ulong number;
  zend_string *name;
  zval *item;
  bool first = true, wrapped = looks_like_tag(entries);
  if (wrapped) smart_str_appends(writer->out, "{\"$object\":");
  smart_str_appendc(writer->out, '{');
  ZEND_HASH_FOREACH_KEY_VAL_IND(entries, number, name, item) {
    if (!first) smart_str_appendc(writer->out, ',');
    first = false;
    if (name && !put_utf8(writer->out, ZSTR_VAL(name), ZSTR_LEN(name))) {
      return refuse(writer, zend_strpprintf(0, "an array was returned with a key that is no text in UTF-8"));
    }
    if (!name) {
      smart_str_append_printf(writer->out, "\"" ZEND_LONG_FMT "\"", (zend_long)number);
    }
    smart_str_appendc(writer->out, ':');
    if (!put(writer, item, depth + 1)) return false;
  }
  ZEND_HASH_FOREACH_END();
  smart_str_appendc(writer->out, '}');
  if (wrapped) smart_str_appendc(writer->out, '}');
  return true;
}

static bool put_array(Writer *writer, zval *value, int depth) {
  HashTable *array = Z_TYPE_P(value) == IS_ARRAY ? Z_ARRVAL_P(value) : zend_std_get_properties(Z_OBJ_P(value));
  if (Z_IS_RECURSIVE_P(value)) return refuse(writer, zend_strpprintf(0, "the returned %s contains itself", zend_zval_value_name(value)));
  if (depth >= MAX_DEPTH) return refuse(writer, zend_strpprintf(0, "the returned value is nested more than %d levels deep", MAX_DEPTH));
  bool is_counted = Z_REFCOUNTED_P(value);
  if (is_counted) Z_PROTECT_RECURSION_P(value);
  bool done = Z_TYPE_P(value) == IS_ARRAY && zend_array_is_list(array) ? put_list(writer, array, depth) : put_object(writer, array, depth);
  if (is_counted) Z_UNPROTECT_RECURSION_P(value);
  return done;
}

// The result of a method that the class itself has, whatever a class derived from it does.
static void call_own(zend_class_entry *class, const char *method, zval *object, zval *result, uint32_t count, zval *arguments) {
  zend_function *function = zend_hash_str_find_ptr(&class->function_table, method, strlen(method));
  zend_call_known_function(function, Z_OBJ_P(object), Z_OBJCE_P(object), result, count, arguments, NULL);
}

static void put_date(smart_str *out, zval *date) {
  zend_class_entry *immutable = php_date_get_immutable_ce();
  zval format, text;
  ZVAL_STRING(&format, "Y-m-d\\TH:i:s.uP");
  call_own(instanceof_function(Z_OBJCE_P(date), immutable) ? immutable : php_date_get_date_ce(), "format", date, &text, 1, &format);
  zval_ptr_dtor(&format);
  smart_str_appends(out, "{\"$date\":\"");
  // "2026-01-01T00:00:00.000000+00:00", with a fraction where there is one, and Z for a zone without a difference.
  const char *whole = Z_STRVAL(text), *fraction = strchr(whole, '.');
  size_t seconds = fraction ? (size_t)(fraction - whole) : Z_STRLEN(text);
  smart_str_appendl(out, whole, seconds);
  if (fraction) {
    if (strncmp(fraction, ".000000", 7) != 0) smart_str_appendl(out, fraction, 7);
    smart_str_appends(out, strcmp(fraction + 7, "+00:00") == 0 ? "Z" : fraction + 7);
  }
  smart_str_appends(out, "\"}");
  zval_ptr_dtor(&text);
}

static bool put_number(Writer *writer, zval *number) {
  zend_string *digits = zval_get_string(number);
  const char *point = strchr(ZSTR_VAL(digits), '.');
  size_t length = point ? (size_t)(point - ZSTR_VAL(digits)) : ZSTR_LEN(digits);
  bool whole = !point || strspn(point + 1, "0") == strlen(point + 1);
  if (whole) {
    smart_str_appends(writer->out, "{\"$big\":\"");
    smart_str_appendl(writer->out, ZSTR_VAL(digits), length);
    smart_str_appends(writer->out, "\"}");
  } else {
    refuse(writer, zend_strpprintf(0, "a BcMath\\Number with a fraction was returned (%s); return it as text or as a float", ZSTR_VAL(digits)));
  }
  zend_string_release(digits);
  return whole;
}

static bool put_instance(Writer *writer, zval *value, int depth) {
  zend_class_entry *class = Z_OBJCE_P(value);
  if (class == zend_standard_class_def) return put_array(writer, value, depth);
  if (instanceof_function(class, php_date_get_interface_ce())) {
    put_date(writer->out, value);
    return true;
  }
  if (class == number_class()) return put_number(writer, value);
  if (class == zend_ce_closure) return refuse(writer, zend_strpprintf(0, "a function was returned; return what it gives"));
  if (class == zend_ce_generator) return refuse(writer, zend_strpprintf(0, "a generator was returned; return an array, such as iterator_to_array() makes"));
  if (class->ce_flags & ZEND_ACC_ENUM) return refuse(writer, zend_strpprintf(0, "a case of the enum %s was returned; return its name or value", ZSTR_VAL(class->name)));
  return refuse(writer, zend_strpprintf(0, "an object of the class %s was returned; return null, bool, int, float, string, an array, a stdClass or a DateTimeInterface", ZSTR_VAL(class->name)));
}

static bool put(Writer *writer, zval *value, int depth) {
  ZVAL_DEREF(value);
  switch (Z_TYPE_P(value)) {
    case IS_UNDEF:
    case IS_NULL: smart_str_appends(writer->out, "null"); return true;
    case IS_FALSE: smart_str_appends(writer->out, "false"); return true;
    case IS_TRUE: smart_str_appends(writer->out, "true"); return true;
    case IS_LONG: smart_str_append_long(writer->out, Z_LVAL_P(value)); return true;
    case IS_DOUBLE: put_float(writer->out, Z_DVAL_P(value)); return true;
    case IS_STRING: put_string(writer->out, Z_STR_P(value)); return true;
    case IS_ARRAY: return put_array(writer, value, depth);
    case IS_OBJECT: return put_instance(writer, value, depth);
    default: return refuse(writer, zend_strpprintf(0, "a value of type %s was returned; return what was read from it", zend_zval_value_name(value)));
  }
}

// Writes a value; where it has no place in the contract, gives the reason.
bool put_tagged(smart_str *out, zval *value, zend_string **reason) {
  Writer writer = {out, reason};
  return put(&writer, value, 0);
}
