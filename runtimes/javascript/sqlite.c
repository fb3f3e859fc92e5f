// Connections and statements, behind handles that sqlite.js keeps to itself.

#include "sqlite.h"

#include <stdlib.h>
#include <string.h>

static JSClassID database_class, statement_class;

static void forget_user(Database *database) {
  if (--database->users == 0) free(database);
}

static void finalize(Statement *statement) {
  if (!statement->prepared) return;
  Database *database = statement->database;
  Statement **link = &database->statements;
  while (*link != statement) link = &(*link)->next;
  *link = statement->next;
  database->is_quiet = true;
  sqlite3_finalize(statement->prepared);
  database->is_quiet = false;
  statement->prepared = NULL;
}

static void reset(Statement *statement) {
  statement->database->is_quiet = true;
  sqlite3_reset(statement->prepared);
  statement->database->is_quiet = false;
}

static void close_connection(Database *database) {
  while (database->statements) finalize(database->statements);
  sqlite3_close_v2(database->connection);
  database->connection = NULL;
}

static void collect_database(JSRuntime *runtime, JSValueConst handle) {
  Database *database = JS_GetOpaque(handle, database_class);
  if (!database) return;
  if (database->connection) close_connection(database);
  JS_FreeValueRT(runtime, database->authorizer);
  database->authorizer = JS_UNDEFINED;
  forget_user(database);
}

static void collect_statement(JSRuntime *runtime, JSValueConst handle) {
  Statement *statement = JS_GetOpaque(handle, statement_class);
  if (!statement) return;
  finalize(statement);
  forget_user(statement->database);
  free(statement);
}

Database *sqlite_database(JSContext *ctx, JSValueConst handle) {
  Database *database = JS_GetOpaque2(ctx, handle, database_class);
  if (database && !database->connection) {
    sqlite_throw_code(ctx, "ERR_INVALID_STATE", "database is not open");
    return NULL;
  }
  return database;
}

// The statement behind a handle, if it is there and not in the middle of something.
static Statement *statement_of(JSContext *ctx, JSValueConst handle) {
  Statement *statement = JS_GetOpaque2(ctx, handle, statement_class);
  if (!statement) return NULL;
  if (!statement->prepared) sqlite_throw_code(ctx, "ERR_INVALID_STATE", "statement has been finalized");
  else if (statement->is_running) sqlite_throw_code(ctx, "ERR_INVALID_STATE", "statement is being executed");
  else return statement;
  return NULL;
}

// The connection behind a handle, if nothing is executed on it.
static Database *idle_database(JSContext *ctx, JSValueConst handle) {
  Database *database = sqlite_database(ctx, handle);
  if (!database || database->running == 0) return database;
  sqlite_throw_code(ctx, "ERR_INVALID_STATE", "database is executing a statement");
  return NULL;
}

// open(path, isReadOnly, hasForeignKeys, hasDoubleQuotedStrings, isDefensive, timeout)
static JSValue open_database(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  int32_t timeout;
  if (JS_ToInt32(ctx, &timeout, argv[5])) return JS_EXCEPTION;
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) return JS_EXCEPTION;
  int flags = JS_ToBool(ctx, argv[1]) ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3 *connection;
  int code = sqlite3_open_v2(path, &connection, flags | SQLITE_OPEN_URI, NULL);
  JS_FreeCString(ctx, path);
  Database *database = calloc(1, sizeof *database);
  JSValue handle = database && code == SQLITE_OK ? JS_NewObjectClass(ctx, (int)database_class) : JS_UNDEFINED;
  if (!JS_IsObject(handle)) {
    if (database && code != SQLITE_OK) sqlite_throw(ctx, connection);
    else if (!JS_HasException(ctx)) JS_ThrowOutOfMemory(ctx);
    sqlite3_close_v2(connection);
    free(database);
    return JS_EXCEPTION;
  }
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FKEY, JS_ToBool(ctx, argv[2]), NULL);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, JS_ToBool(ctx, argv[3]), NULL);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, JS_ToBool(ctx, argv[3]), NULL);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, JS_ToBool(ctx, argv[4]), NULL);
  sqlite3_busy_timeout(connection, timeout);
  *database = (Database){.connection = connection, .users = 1, .ctx = ctx, .authorizer = JS_UNDEFINED};
  JS_SetOpaque(handle, database);
  return handle;
}

// close(database)
static JSValue close_database(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = idle_database(ctx, argv[0]);
  if (!database) return JS_EXCEPTION;
  close_connection(database);
  return JS_UNDEFINED;
}

// isOpen(database)
static JSValue is_open(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = JS_GetOpaque2(ctx, argv[0], database_class);
  return database ? JS_NewBool(ctx, database->connection != NULL) : JS_EXCEPTION;
}

// isTransaction(database)
static JSValue is_transaction(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  return database ? JS_NewBool(ctx, !sqlite3_get_autocommit(database->connection)) : JS_EXCEPTION;
}

// location(database, name): where its file is, or null.
static JSValue location(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  const char *name = database ? JS_ToCString(ctx, argv[1]) : NULL;
  if (!name) return JS_EXCEPTION;
  const char *path = sqlite3_db_filename(database->connection, name);
  JS_FreeCString(ctx, name);
  return path && *path ? JS_NewString(ctx, path) : JS_NULL;
}

// setDefensive(database, isActive)
static JSValue set_defensive(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  if (!database) return JS_EXCEPTION;
  sqlite3_db_config(database->connection, SQLITE_DBCONFIG_DEFENSIVE, JS_ToBool(ctx, argv[1]), NULL);
  return JS_UNDEFINED;
}

// limit(database, number, value): the former one; a value below zero changes nothing.
static JSValue limit(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  int32_t number, value;
  if (!database || JS_ToInt32(ctx, &number, argv[1]) || JS_ToInt32(ctx, &value, argv[2])) return JS_EXCEPTION;
  return JS_NewInt32(ctx, sqlite3_limit(database->connection, number, value));
}

// exec(database, sql)
static JSValue exec(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  const char *sql = database ? JS_ToCString(ctx, argv[1]) : NULL;
  if (!sql) return JS_EXCEPTION;
  database->running++;
  int code = sqlite3_exec(database->connection, sql, NULL, NULL, NULL);
  database->running--;
  JS_FreeCString(ctx, sql);
  return code == SQLITE_OK && !JS_HasException(ctx) ? JS_UNDEFINED : sqlite_throw(ctx, database->connection);
}

// prepare(database, sql)
static JSValue prepare(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  const char *sql = database ? JS_ToCString(ctx, argv[1]) : NULL;
  if (!sql) return JS_EXCEPTION;
  sqlite3_stmt *prepared = NULL;
  database->running++;
  int code = sqlite3_prepare_v2(database->connection, sql, -1, &prepared, NULL);
  database->running--;
  JS_FreeCString(ctx, sql);
  if (code != SQLITE_OK || JS_HasException(ctx)) {
    sqlite3_finalize(prepared);
    return sqlite_throw(ctx, database->connection);
  }
  if (!prepared) return sqlite_throw_code(ctx, "ERR_INVALID_STATE", "The supplied SQL string contains no statements");
  JSValue handle = JS_NewObjectClass(ctx, (int)statement_class);
  Statement *statement = JS_IsException(handle) ? NULL : calloc(1, sizeof *statement);
  if (!statement) {
    sqlite3_finalize(prepared);
    JS_FreeValue(ctx, handle);
    return JS_ThrowOutOfMemory(ctx);
  }
  *statement = (Statement){.prepared = prepared, .database = database, .next = database->statements};
  database->statements = statement;
  database->users++;
  JS_SetOpaque(handle, statement);
  return handle;
}

// finalize(statement)
static JSValue finalize_statement(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = statement_of(ctx, argv[0]);
  if (!statement) return JS_EXCEPTION;
  finalize(statement);
  return JS_UNDEFINED;
}

// isFinalized(statement)
static JSValue is_finalized(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = JS_GetOpaque2(ctx, argv[0], statement_class);
  return statement ? JS_NewBool(ctx, !statement->prepared) : JS_EXCEPTION;
}

// begin(statement): as it was before anything was bound or executed.
static JSValue begin(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = statement_of(ctx, argv[0]);
  if (!statement) return JS_EXCEPTION;
  reset(statement);
  sqlite3_clear_bindings(statement->prepared);
  return JS_UNDEFINED;
}

// end(statement): lets go of what it has locked. Its failure was told by step().
static JSValue end(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = JS_GetOpaque2(ctx, argv[0], statement_class);
  if (!statement) return JS_EXCEPTION;
  if (statement->prepared && !statement->is_running) reset(statement);
  return JS_UNDEFINED;
}

// parameters(statement): the name of each, or null.
static JSValue parameters(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = statement_of(ctx, argv[0]);
  if (!statement) return JS_EXCEPTION;
  JSValue names = JS_NewArray(ctx);
  int count = sqlite3_bind_parameter_count(statement->prepared);
  for (int index = 1; index <= count; index++) {
    JS_SetPropertyUint32(ctx, names, (uint32_t)index - 1, sqlite_text_or_null(ctx, sqlite3_bind_parameter_name(statement->prepared, index)));
  }
  return names;
}

// bind(statement, index, value): whether it can be bound.
static JSValue bind(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = statement_of(ctx, argv[0]);
  int32_t index;
  if (!statement || JS_ToInt32(ctx, &index, argv[1])) return JS_EXCEPTION;
  return sqlite_bind(ctx, statement->prepared, index, argv[2]);
}

static JSValue row_of(JSContext *ctx, sqlite3_stmt *prepared, bool as_big, bool as_array) {
  int count = sqlite3_column_count(prepared);
  JSValue row = as_array ? JS_NewArray(ctx) : JS_NewObjectProto(ctx, JS_NULL);
  for (int column = 0; column < count && !JS_IsException(row); column++) {
    JSValue value = sqlite_column(ctx, prepared, column, as_big);
    if (JS_IsException(value)) {
      JS_FreeValue(ctx, row);
      return JS_EXCEPTION;
    }
    if (as_array) JS_DefinePropertyValueUint32(ctx, row, (uint32_t)column, value, JS_PROP_C_W_E);
    else JS_DefinePropertyValueStr(ctx, row, sqlite3_column_name(prepared, column), value, JS_PROP_C_W_E);
  }
  return row;
}

// step(statement, asBig, asArray): the next row, or undefined after the last.
static JSValue step(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = statement_of(ctx, argv[0]);
  if (!statement) return JS_EXCEPTION;
  Database *database = statement->database;
  statement->is_running = true;
  database->running++;
  int code = sqlite3_step(statement->prepared);
  database->running--;
  statement->is_running = false;
  if (code == SQLITE_ROW && !JS_HasException(ctx)) return row_of(ctx, statement->prepared, JS_ToBool(ctx, argv[1]), JS_ToBool(ctx, argv[2]));
  if (code == SQLITE_DONE && !JS_HasException(ctx)) return JS_UNDEFINED;
  return sqlite_throw(ctx, database->connection);
}

// changes(statement, asBig): [lastInsertRowid, changes]
static JSValue changes(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = statement_of(ctx, argv[0]);
  if (!statement) return JS_EXCEPTION;
  sqlite3 *connection = statement->database->connection;
  sqlite3_int64 values[] = {sqlite3_last_insert_rowid(connection), sqlite3_changes64(connection)};
  JSValue both = JS_NewArray(ctx);
  for (uint32_t index = 0; index < 2; index++) {
    JS_SetPropertyUint32(ctx, both, index, JS_ToBool(ctx, argv[1]) ? JS_NewBigInt64(ctx, values[index]) : JS_NewInt64(ctx, values[index]));
  }
  return both;
}

// columns(statement): for each [origin, database, name, table, type].
static JSValue columns(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = statement_of(ctx, argv[0]);
  if (!statement) return JS_EXCEPTION;
  sqlite3_stmt *prepared = statement->prepared;
  JSValue all = JS_NewArray(ctx);
  int count = sqlite3_column_count(prepared);
  for (int index = 0; index < count; index++) {
    const char *texts[] = {sqlite3_column_origin_name(prepared, index), sqlite3_column_database_name(prepared, index), sqlite3_column_name(prepared, index),
                           sqlite3_column_table_name(prepared, index), sqlite3_column_decltype(prepared, index)};
    JSValue column = JS_NewArray(ctx);
    for (uint32_t part = 0; part < 5; part++) JS_SetPropertyUint32(ctx, column, part, sqlite_text_or_null(ctx, texts[part]));
    JS_SetPropertyUint32(ctx, all, (uint32_t)index, column);
  }
  return all;
}

// columnCount(statement)
static JSValue column_count(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = statement_of(ctx, argv[0]);
  return statement ? JS_NewInt32(ctx, sqlite3_column_count(statement->prepared)) : JS_EXCEPTION;
}

// source(statement)
static JSValue source(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = statement_of(ctx, argv[0]);
  return statement ? JS_NewString(ctx, sqlite3_sql(statement->prepared)) : JS_EXCEPTION;
}

// expanded(statement): with the bound values in it; null if that would be too long.
static JSValue expanded(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Statement *statement = statement_of(ctx, argv[0]);
  if (!statement) return JS_EXCEPTION;
  char *text = sqlite3_expanded_sql(statement->prepared);
  JSValue value = sqlite_text_or_null(ctx, text);
  sqlite3_free(text);
  return value;
}

// serialize(database, name)
static JSValue serialize(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  const char *name = database ? JS_ToCString(ctx, argv[1]) : NULL;
  if (!name) return JS_EXCEPTION;
  sqlite3_int64 length = -1;
  unsigned char *bytes = sqlite3_serialize(database->connection, name, &length, 0);
  JS_FreeCString(ctx, name);
  if (!bytes && length > 0) return JS_ThrowOutOfMemory(ctx);
  if (!bytes && length < 0) return sqlite_throw(ctx, database->connection);
  JSValue array = JS_NewUint8ArrayCopy(ctx, bytes, (size_t)length);
  sqlite3_free(bytes);
  return array;
}

// deserialize(database, Uint8Array, name)
static JSValue deserialize(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = idle_database(ctx, argv[0]);
  size_t length;
  uint8_t *bytes = database ? JS_GetUint8Array(ctx, &length, argv[1]) : NULL;
  const char *name = database && !JS_HasException(ctx) ? JS_ToCString(ctx, argv[2]) : NULL;
  if (!name) return JS_EXCEPTION;
  while (database->statements) finalize(database->statements);
  unsigned char *copy = sqlite3_malloc64(length);
  int code = SQLITE_NOMEM;
  if (copy) {
    memcpy(copy, bytes, length);
    code = sqlite3_deserialize(database->connection, name, copy, (sqlite3_int64)length, (sqlite3_int64)length,
                               SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  }
  JS_FreeCString(ctx, name);
  if (!copy) return JS_ThrowOutOfMemory(ctx);
  return code == SQLITE_OK ? JS_UNDEFINED : sqlite_throw(ctx, database->connection);
}

// backup(database, path, source, target, rate, progress): the number of pages. `progress` is called with how many are left and all.
static JSValue backup(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  int32_t rate;
  if (!database || JS_ToInt32(ctx, &rate, argv[4])) return JS_EXCEPTION;
  const char *path = JS_ToCString(ctx, argv[1]), *from = JS_ToCString(ctx, argv[2]), *to = JS_ToCString(ctx, argv[3]);
  JSValue result = JS_EXCEPTION;
  sqlite3 *target = NULL;
  if (path && from && to) {
    int code = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, NULL);
    sqlite3_backup *copying = code == SQLITE_OK ? sqlite3_backup_init(target, to, database->connection, from) : NULL;
    database->running++;
    bool is_copying = copying;
    while (is_copying) {
      code = sqlite3_backup_step(copying, rate);
      is_copying = code == SQLITE_OK;
      if (is_copying && JS_IsFunction(ctx, argv[5])) {
        JSValueConst left[] = {JS_NewInt32(ctx, sqlite3_backup_remaining(copying)), JS_NewInt32(ctx, sqlite3_backup_pagecount(copying))};
        JSValue told = JS_Call(ctx, argv[5], JS_UNDEFINED, 2, left);
        is_copying = !JS_IsException(told);
        JS_FreeValue(ctx, told);
      }
    }
    database->running--;
    int pages = copying ? sqlite3_backup_pagecount(copying) : 0;
    if (copying) sqlite3_backup_finish(copying);
    result = code == SQLITE_DONE ? JS_NewInt32(ctx, pages) : sqlite_throw(ctx, target);
  }
  sqlite3_close_v2(target);
  JS_FreeCString(ctx, path);
  JS_FreeCString(ctx, from);
  JS_FreeCString(ctx, to);
  return result;
}

static const JSCFunctionListEntry functions[] = {
    JS_CFUNC_DEF("open", 6, open_database),
    JS_CFUNC_DEF("close", 1, close_database),
    JS_CFUNC_DEF("isOpen", 1, is_open),
    JS_CFUNC_DEF("isTransaction", 1, is_transaction),
    JS_CFUNC_DEF("location", 2, location),
    JS_CFUNC_DEF("setDefensive", 2, set_defensive),
    JS_CFUNC_DEF("limit", 3, limit),
    JS_CFUNC_DEF("exec", 2, exec),
    JS_CFUNC_DEF("prepare", 2, prepare),
    JS_CFUNC_DEF("finalize", 1, finalize_statement),
    JS_CFUNC_DEF("isFinalized", 1, is_finalized),
    JS_CFUNC_DEF("begin", 1, begin),
    JS_CFUNC_DEF("end", 1, end),
    JS_CFUNC_DEF("parameters", 1, parameters),
    JS_CFUNC_DEF("bind", 3, bind),
    JS_CFUNC_DEF("step", 3, step),
    JS_CFUNC_DEF("changes", 2, changes),
    JS_CFUNC_DEF("columns", 1, columns),
    JS_CFUNC_DEF("columnCount", 1, column_count),
    JS_CFUNC_DEF("source", 1, source),
    JS_CFUNC_DEF("expanded", 1, expanded),
    JS_CFUNC_DEF("serialize", 2, serialize),
    JS_CFUNC_DEF("deserialize", 3, deserialize),
    JS_CFUNC_DEF("backup", 6, backup),
    JS_CFUNC_DEF("createFunction", 7, sqlite_create_function),
    JS_CFUNC_DEF("createAggregate", 10, sqlite_create_aggregate),
    JS_CFUNC_DEF("setAuthorizer", 2, sqlite_set_authorizer),
};

JSValue sqlite_new_host_object(JSContext *ctx) {
  JSRuntime *runtime = JS_GetRuntime(ctx);
  JS_NewClassID(runtime, &database_class);
  JS_NewClassID(runtime, &statement_class);
  JS_NewClass(runtime, database_class, &(JSClassDef){.class_name = "Database", .finalizer = collect_database});
  JS_NewClass(runtime, statement_class, &(JSClassDef){.class_name = "Statement", .finalizer = collect_statement});
  // So that no instance has to.
  sqlite3_initialize();
  JSValue object = JS_NewObject(ctx);
  JS_SetPropertyFunctionList(ctx, object, functions, sizeof functions / sizeof *functions);
  return object;
}
