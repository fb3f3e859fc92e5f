#include "results.h"

#include "script.h"

// The host reads answers of up to 4 MiB; a little of that is around the results.
#define MAX_BYTES ((4 << 20) - 64)

static void add_base64(Text *text, const unsigned char *bytes, size_t length) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (size_t at = 0; at < length; at += 3) {
    size_t left = length - at;
    unsigned group = (unsigned)bytes[at] << 16 | (left > 1 ? (unsigned)bytes[at + 1] << 8 : 0) | (left > 2 ? bytes[at + 2] : 0);
    char four[] = {digits[group >> 18], digits[group >> 12 & 63], left > 1 ? digits[group >> 6 & 63] : '=', left > 2 ? digits[group & 63] : '='};
    text_add(text, four, sizeof four);
  }
}

static int add_value(Text *text, sqlite3_stmt *statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      text_format(text, "%lld", sqlite3_column_int64(statement, column));
      break;
    case SQLITE_FLOAT:
      text_add_json_real(text, sqlite3_column_double(statement, column));
      break;
    case SQLITE_TEXT: {
      const char *bytes = (const char *)sqlite3_column_text(statement, column);
      if (!bytes) return SQLITE_NOMEM;
      if (sqlite3_column_bytes(statement, column) > MAX_BYTES) return RESULT_TOO_LONG;
      if (!text_add_json(text, bytes, (size_t)sqlite3_column_bytes(statement, column))) return RESULT_NOT_UTF8;
      break;
    }
    case SQLITE_BLOB: {
      size_t length = (size_t)sqlite3_column_bytes(statement, column);
      if (length > MAX_BYTES) return RESULT_TOO_LONG;
      const unsigned char *bytes = sqlite3_column_blob(statement, column);
      if (!bytes && length > 0) return SQLITE_NOMEM;
      text_add_string(text, "{\"$bytes\":\"");
      add_base64(text, bytes, length);
      text_add_string(text, "\"}");
      break;
    }
    default:
      text_add_string(text, "null");
  }
  return SQLITE_OK;
}

static int add_rows(Text *text, sqlite3_stmt *statement, int columns) {
  int code;
  for (int row = 0; (code = sqlite3_step(statement)) == SQLITE_ROW; row++) {
    text_add_string(text, row ? ",[" : "[");
    for (int column = 0; column < columns; column++) {
      if (column) text_add_char(text, ',');
      code = add_value(text, statement, column);
      if (code != SQLITE_OK) return code;
      if (text->is_short) return SQLITE_NOMEM;
      if (text->length > MAX_BYTES) return RESULT_TOO_LONG;
    }
    text_add_char(text, ']');
  }
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

int results_collect(void *context, sqlite3_stmt *statement) {
  Text *text = context;
  sqlite3 *database = sqlite3_db_handle(statement);
  sqlite3_int64 before = sqlite3_total_changes64(database);
  int columns = sqlite3_column_count(statement);
  text_add_string(text, text->length ? ",{\"columns\":[" : "{\"columns\":[");
  for (int column = 0; column < columns; column++) {
    const char *name = sqlite3_column_name(statement, column);
    if (!name) return SQLITE_NOMEM;
    if (column) text_add_char(text, ',');
    size_t length = 0;
    while (name[length]) length++;
    text_add_json(text, name, length);
  }
  text_add_string(text, "],\"rows\":[");
  int code = add_rows(text, statement, columns);
  if (code != SQLITE_OK) return code;
  // A statement that changed nothing leaves SQLite's own figure as it was.
  bool has_changed = sqlite3_total_changes64(database) != before;
  text_format(text, "],\"changes\":%lld}", has_changed ? sqlite3_changes64(database) : 0LL);
  if (text->length > MAX_BYTES) return RESULT_TOO_LONG;
  return text->is_short ? SQLITE_NOMEM : SQLITE_OK;
}
