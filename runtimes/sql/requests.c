#include "requests.h"

#include "sqlite3.h"

static sqlite3_stmt *parts;

bool requests_prepare(void) {
  sqlite3 *own;
  if (sqlite3_open_v2(":memory:", &own, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK) return false;
  static const char sql[] = "SELECT ?1 ->> '$.op', ?1 ->> '$.file', ?1 ->> '$.function', ?1 ->> '$.sql'";
  return sqlite3_prepare_v3(own, sql, sizeof sql, SQLITE_PREPARE_PERSISTENT, &parts, NULL) == SQLITE_OK;
}

static const char *part(int column) { return (const char *)sqlite3_column_text(parts, column); }

bool request_read(const char *message, size_t length, Request *request) {
  if (sqlite3_bind_text(parts, 1, message, (int)length, SQLITE_STATIC) != SQLITE_OK) return false;
  if (sqlite3_step(parts) != SQLITE_ROW) return false;
  *request = (Request){.operation = part(0), .file = part(1), .function = part(2), .sql = part(3)};
  request->sql_length = (size_t)sqlite3_column_bytes(parts, 3);
  return request->operation != NULL;
}

void request_done(void) {
  sqlite3_reset(parts);
  sqlite3_clear_bindings(parts);
}
