// SQLite for JavaScript: what `host.sqlite` is made of. node:sqlite itself is sqlite.js, on top of it.

#ifndef BACKROAD_JAVASCRIPT_SQLITE_H
#define BACKROAD_JAVASCRIPT_SQLITE_H

#include "quickjs.h"
#include "sqlite3.h"

// An object with the functions that sqlite.js needs. Called once.
JSValue sqlite_new_host_object(JSContext *ctx);

typedef struct Statement Statement;

// A connection, shared by its handle and its statements: the collector may free them in any order.
typedef struct Database {
  sqlite3 *connection; // NULL once closed
  Statement *statements;
  int users;
  int running;   // statements that are being executed, from within which a function of the learner may be called
  bool is_quiet; // no such function is called: only what they hold is let go
  JSContext *ctx;
  JSValue authorizer;
} Database;

struct Statement {
  sqlite3_stmt *prepared; // NULL once finalised
  Database *database;
  Statement *next;
  bool is_running;
};

// sqlite_values.c

// Throws what SQLite says of its last failure, or what a function of the learner threw before.
JSValue sqlite_throw(JSContext *ctx, sqlite3 *connection);
// Throws an Error with a code, as Node does.
JSValue sqlite_throw_code(JSContext *ctx, const char *code, const char *message);
// A column of the current row. `as_big` makes every integer a BigInt.
JSValue sqlite_column(JSContext *ctx, sqlite3_stmt *prepared, int column, bool as_big);
// An argument of a function.
JSValue sqlite_argument(JSContext *ctx, sqlite3_value *value, bool as_big);
// Binds a value; throws, or gives whether values of this type can be bound.
JSValue sqlite_bind(JSContext *ctx, sqlite3_stmt *prepared, int index, JSValueConst value);
// Makes a value the result of a function. False if an exception is pending.
bool sqlite_give_result(JSContext *ctx, sqlite3_context *call, JSValueConst value);
JSValue sqlite_text_or_null(JSContext *ctx, const char *text);

// sqlite_functions.c: functions, aggregates and the authorizer, written in JavaScript.

JSValue sqlite_create_function(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv);
JSValue sqlite_create_aggregate(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv);
JSValue sqlite_set_authorizer(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv);

// sqlite.c: the connection behind a handle; throws and gives NULL if it is closed.
Database *sqlite_database(JSContext *ctx, JSValueConst handle);

#endif
