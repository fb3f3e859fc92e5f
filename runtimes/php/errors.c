// Errors and exceptions, as a learner should see them: their files by name, and nothing of ours.

#include "guest.h"

#include <zend_exceptions.h>

enum { MAX_TRACE = 8000, FATAL = E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_PARSE | E_RECOVERABLE_ERROR | E_USER_ERROR };

static const char code_folder[] = "/code/";

static bool is_in_path(char letter) { return isalnum((unsigned char)letter) || strchr("_.-/", letter); }

// The text with `/code/` taken from the beginning of each path in it.
static zend_string *with_own_names(zend_string *text) {
  size_t length = sizeof code_folder - 1;
  if (!zend_memnstr(ZSTR_VAL(text), code_folder, length, ZSTR_VAL(text) + ZSTR_LEN(text))) return zend_string_copy(text);
  zend_string *shown = zend_string_alloc(ZSTR_LEN(text), 0);
  const char *from = ZSTR_VAL(text), *end = from + ZSTR_LEN(text);
  char *to = ZSTR_VAL(shown);
  while (from < end) {
    bool begins = from == ZSTR_VAL(text) || !is_in_path(from[-1]);
    if (begins && (size_t)(end - from) >= length && memcmp(from, code_folder, length) == 0) {
      from += length;
    } else {
      *to++ = *from++;
    }
  }
  *to = '\0';
  return zend_string_truncate(shown, to - ZSTR_VAL(shown), 0);
}

// Takes out the frame in which we called the learner's function: `#1 [internal function]: add(1, 2)` right before `#2 {main}`. An
// exception has such a pair, and each that led to it.
static zend_string *without_our_frames(zend_string *trace) {
  smart_str shown = {0};
  const char *from = ZSTR_VAL(trace), *line = from;
  while (line) {
    int number = 0, next_number = 0, begin = 0, end = 0;
    sscanf(line, "#%d [internal function]: %n", &number, &begin);
    const char *next = strchr(line, '\n');
    if (begin && next && sscanf(next, "\n#%d {main}%n", &next_number, &end) == 1 && end && next_number == number + 1) {
      smart_str_appendl(&shown, from, line - from);
      smart_str_append_printf(&shown, "#%d {main}", number);
      from = next + end;
    }
    line = next ? next + 1 : NULL;
  }
  smart_str_appends(&shown, from);
  zend_string_release(trace);
  return smart_str_extract(&shown);
}

// The middle of a long text is left out.
static zend_string *shortened(zend_string *text) {
  if (ZSTR_LEN(text) <= MAX_TRACE) return text;
  size_t half = MAX_TRACE / 2;
  zend_string *shown = zend_strpprintf(0, "%.*s\n  …\n%s", (int)half, ZSTR_VAL(text), ZSTR_VAL(text) + ZSTR_LEN(text) - half);
  zend_string_release(text);
  return shown;
}

// What PHP itself would print of an exception, whatever its class makes of __toString.
static zend_string *trace_of(zend_object *exception) {
  zval text;
  ZVAL_UNDEF(&text);
  zend_class_entry *base = instanceof_function(exception->ce, zend_ce_exception) ? zend_ce_exception : zend_ce_error;
  zend_call_known_function(base->__tostring, exception, exception->ce, &text, 0, NULL, NULL);
  if (EG(exception)) zend_clear_exception();
  if (Z_TYPE(text) != IS_STRING) {
    zval_ptr_dtor(&text);
    return zend_string_copy(exception->ce->name);
  }
  zend_string *shown = with_own_names(Z_STR(text));
  zval_ptr_dtor(&text);
  if (operation == CALL) shown = without_our_frames(shown);
  return shortened(shown);
}

static zval *property(zend_object *exception, zend_known_string_id name, zval *place) {
  zend_class_entry *base = instanceof_function(exception->ce, zend_ce_exception) ? zend_ce_exception : zend_ce_error;
  return zend_read_property_ex(base, exception, ZSTR_KNOWN(name), true, place);
}

static bool is_of_a_file(zend_string *file) {
  return zend_string_starts_with_literal(file, "/code/") && !strstr(ZSTR_VAL(file), "eval()'d code");
}

// Answers with the exception that nobody caught.
void answer_exception(void) {
  zend_object *exception = EG(exception);
  EG(exception) = NULL;
  EG(opline_before_exception) = NULL;
  zval message_place, file_place, line_place;
  zend_string *message = zval_get_string(property(exception, ZEND_STR_MESSAGE, &message_place));
  zend_string *file = zval_get_string(property(exception, ZEND_STR_FILE, &file_place));
  zend_long line = zval_get_long(property(exception, ZEND_STR_LINE, &line_place));
  zend_string *shown = with_own_names(message);
  if ((exception->ce == zend_ce_parse_error || exception->ce == zend_ce_compile_error) && is_of_a_file(file)) {
    zend_string *headline = zend_strpprintf(0, "Parse error: %s", ZSTR_VAL(shown)), *name = with_own_names(file);
    zend_string *trace = zend_strpprintf(0, "Parse error: %s in %s on line " ZEND_LONG_FMT, ZSTR_VAL(shown), ZSTR_VAL(name), line);
    answer_syntax(headline, trace);
    zend_string_release(headline);
    zend_string_release(name);
    zend_string_release(trace);
  } else {
    zend_string *trace = trace_of(exception);
    answer_raised(ZSTR_VAL(exception->ce->name), ZSTR_LEN(exception->ce->name), shown, trace);
    zend_string_release(trace);
  }
  zend_string_release(shown);
  zend_string_release(file);
  zend_string_release(message);
  OBJ_RELEASE(exception);
}

// Errors that are no exceptions: PHP reports each through one function. Ours stands before it.

static void (*report)(int type, zend_string *file, const uint32_t line, zend_string *message);
static int usual_display = -1;

void restore_display(void) {
  if (usual_display >= 0) PG(display_errors) = (uint8_t)usual_display;
  usual_display = -1;
}

static bool is_about_memory(zend_string *message) {
  return zend_string_starts_with_literal(message, "Out of memory") || zend_string_starts_with_literal(message, "Possible integer overflow in memory allocation") ||
         zend_string_starts_with_literal(message, "Allowed memory size");
}

// Answers with an error after which nothing more is run. Whether it shall be printed too. Of several, the first is told: the others came
// of what PHP still runs after a fatal error.
static bool answer_fatal(int kind, zend_string *file, uint32_t line, zend_string *message) {
  if (is_answered()) return false;
  static const char fatal_error[] = "Fatal error";
  bool is_parsing = kind == E_PARSE, is_compiling = is_parsing || kind == E_COMPILE_ERROR;
  zend_string *trace = zend_strpprintf(0, "%s: %s in %s on line %" PRIu32, is_parsing ? "Parse error" : "Fatal error", ZSTR_VAL(message), ZSTR_VAL(file), line);
  bool is_printed = false;
  if (is_compiling && !strstr(ZSTR_VAL(file), "eval()'d code")) {
    zend_string *headline = zend_strpprintf(0, "%s: %s", is_parsing ? "Parse error" : "Fatal error", ZSTR_VAL(message));
    answer_syntax(headline, trace);
    zend_string_release(headline);
  } else if (operation != RUN) {
    answer_raised(fatal_error, sizeof fatal_error - 1, message, trace);
  } else {
    is_printed = true;
  }
  zend_string_release(trace);
  return is_printed;
}

static void on_error(int type, zend_string *file, const uint32_t line, zend_string *message) {
  int kind = type & E_ALL;
  if (kind == E_ERROR && is_about_memory(message)) {
    // There may be none for anything that PHP would still do.
    answer_out_of_memory();
    _Exit(255);
  }
  zend_string *own_file = file ? with_own_names(file) : ZSTR_KNOWN(ZEND_STR_UNKNOWN_CAPITALIZED), *own_message = with_own_names(message);
  bool is_printed = true;
  if ((kind & FATAL) && (kind == E_PARSE || !(type & E_DONT_BAIL))) is_printed = answer_fatal(kind, own_file, line, own_message);
  if (!is_printed) {
    usual_display = PG(display_errors);
    PG(display_errors) = 0;
  }
  // PHP knows standard error only on the command line.
  char *name = sapi_module.name;
  sapi_module.name = "cli";
  report(type, own_file, line, own_message);
  sapi_module.name = name;
  restore_display();
  zend_string_release(own_file);
  zend_string_release(own_message);
}

void watch_errors(void) {
  report = zend_error_cb;
  zend_error_cb = on_error;
}
