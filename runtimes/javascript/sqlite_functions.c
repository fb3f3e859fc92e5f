// SQL functions, aggregates and the authorizer, written in JavaScript by the learner.
//
// What such a function throws stays the engine's pending exception. SQLite is told that the function failed, ends the statement,
// and whoever executed the statement finds the exception. Until then no JavaScript is called.

#include <stdlib.h>

#include "sqlite.h"

#define FAILED "user-defined function failed"

typedef struct Function {
  Database *database;
  JSContext *ctx;
  bool as_big;
  JSValue start, step, result, inverse; // of a plain function only `step`
} Function;

// What an aggregate keeps between rows: zeros at first.
typedef struct State {
  bool has_begun;
  JSValue value;
} State;

static void free_function(void *data) {
  Function *function = data;
  JSRuntime *runtime = JS_GetRuntime(function->ctx);
  JS_FreeValueRT(runtime, function->start);
  JS_FreeValueRT(runtime, function->step);
  JS_FreeValueRT(runtime, function->result);
  JS_FreeValueRT(runtime, function->inverse);
  free(function);
}

static Function *new_function(JSContext *ctx, Database *database, bool as_big, JSValueConst start, JSValueConst step, JSValueConst result, JSValueConst inverse) {
  Function *function = malloc(sizeof *function);
  if (!function) return NULL;
  *function = (Function){.database = database, .ctx = ctx, .as_big = as_big, .start = JS_DupValue(ctx, start), .step = JS_DupValue(ctx, step),
                         .result = JS_DupValue(ctx, result), .inverse = JS_DupValue(ctx, inverse)};
  return function;
}

// Calls a function with SQLite's values behind `first`, which is left out if it is undefined.
static JSValue call_with(Function *function, JSValueConst callee, const JSValue *first, int count, sqlite3_value **values) {
  JSContext *ctx = function->ctx;
  JSValue arguments[count + 1];
  int used = 0;
  if (first) arguments[used++] = JS_DupValue(ctx, *first);
  bool is_whole = true;
  for (int index = 0; is_whole && index < count; index++) {
    JSValue argument = sqlite_argument(ctx, values[index], function->as_big);
    is_whole = !JS_IsException(argument);
    if (is_whole) arguments[used++] = argument;
  }
  JSValue result = is_whole ? JS_Call(ctx, callee, JS_UNDEFINED, used, (JSValueConst *)arguments) : JS_EXCEPTION;
  while (used > 0) JS_FreeValue(ctx, arguments[--used]);
  return result;
}

// True and an error for SQLite if JavaScript may not be called now.
static bool is_failing(Function *function, sqlite3_context *call) {
  if (!JS_HasException(function->ctx) && !function->database->is_quiet) return false;
  sqlite3_result_error(call, FAILED, -1);
  return true;
}

static void give(Function *function, sqlite3_context *call, JSValue value) {
  if (JS_IsException(value) || !sqlite_give_result(function->ctx, call, value)) sqlite3_result_error(call, FAILED, -1);
  JS_FreeValue(function->ctx, value);
}

static void call_function(sqlite3_context *call, int count, sqlite3_value **values) {
  Function *function = sqlite3_user_data(call);
  if (!is_failing(function, call)) give(function, call, call_with(function, function->step, NULL, count, values));
}

// The state of an aggregate, begun; NULL and an error for SQLite if it cannot be.
static State *state_of(Function *function, sqlite3_context *call) {
  State *state = sqlite3_aggregate_context(call, sizeof *state);
  if (!state) {
    sqlite3_result_error_nomem(call);
    return NULL;
  }
  if (state->has_begun) return state;
  JSContext *ctx = function->ctx;
  JSValue value = JS_IsFunction(ctx, function->start) ? JS_Call(ctx, function->start, JS_UNDEFINED, 0, NULL) : JS_DupValue(ctx, function->start);
  if (JS_IsException(value)) {
    sqlite3_result_error(call, FAILED, -1);
    return NULL;
  }
  *state = (State){.has_begun = true, .value = value};
  return state;
}

static void change_state(sqlite3_context *call, JSValueConst with, int count, sqlite3_value **values) {
  Function *function = sqlite3_user_data(call);
  if (is_failing(function, call)) return;
  State *state = state_of(function, call);
  if (!state) return;
  JSValue changed = call_with(function, with, &state->value, count, values);
  if (JS_IsException(changed)) {
    sqlite3_result_error(call, FAILED, -1);
    return;
  }
  JS_FreeValue(function->ctx, state->value);
  state->value = changed;
}

static void step_aggregate(sqlite3_context *call, int count, sqlite3_value **values) {
  change_state(call, ((Function *)sqlite3_user_data(call))->step, count, values);
}

static void inverse_aggregate(sqlite3_context *call, int count, sqlite3_value **values) {
  change_state(call, ((Function *)sqlite3_user_data(call))->inverse, count, values);
}

static void value_of_aggregate(sqlite3_context *call) {
  Function *function = sqlite3_user_data(call);
  if (is_failing(function, call)) return;
  State *state = state_of(function, call);
  if (!state) return;
  if (JS_IsFunction(function->ctx, function->result)) give(function, call, call_with(function, function->result, &state->value, 0, NULL));
  else give(function, call, JS_DupValue(function->ctx, state->value));
}

static void end_aggregate(sqlite3_context *call) {
  Function *function = sqlite3_user_data(call);
  value_of_aggregate(call);
  State *state = sqlite3_aggregate_context(call, 0);
  if (state && state->has_begun) JS_FreeValue(function->ctx, state->value);
}

static int flags_of(JSContext *ctx, JSValueConst is_deterministic, JSValueConst is_direct_only) {
  return SQLITE_UTF8 | (JS_ToBool(ctx, is_deterministic) ? SQLITE_DETERMINISTIC : 0) | (JS_ToBool(ctx, is_direct_only) ? SQLITE_DIRECTONLY : 0);
}

// createFunction(database, name, count, isDeterministic, isDirectOnly, asBig, function)
JSValue sqlite_create_function(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  int32_t count;
  if (!database || JS_ToInt32(ctx, &count, argv[2])) return JS_EXCEPTION;
  const char *name = JS_ToCString(ctx, argv[1]);
  if (!name) return JS_EXCEPTION;
  Function *function = new_function(ctx, database, JS_ToBool(ctx, argv[5]), JS_UNDEFINED, argv[6], JS_UNDEFINED, JS_UNDEFINED);
  int code = SQLITE_NOMEM;
  if (function) {
    code = sqlite3_create_function_v2(database->connection, name, count, flags_of(ctx, argv[3], argv[4]), function, call_function, NULL, NULL, free_function);
  }
  JS_FreeCString(ctx, name);
  if (!function) return JS_ThrowOutOfMemory(ctx);
  return code == SQLITE_OK ? JS_UNDEFINED : sqlite_throw(ctx, database->connection);
}

// createAggregate(database, name, count, isDeterministic, isDirectOnly, asBig, start, step, result, inverse)
JSValue sqlite_create_aggregate(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  int32_t count;
  if (!database || JS_ToInt32(ctx, &count, argv[2])) return JS_EXCEPTION;
  const char *name = JS_ToCString(ctx, argv[1]);
  if (!name) return JS_EXCEPTION;
  Function *function = new_function(ctx, database, JS_ToBool(ctx, argv[5]), argv[6], argv[7], argv[8], argv[9]);
  bool is_window = JS_IsFunction(ctx, argv[9]);
  int code = SQLITE_NOMEM;
  if (function) {
    code = sqlite3_create_window_function(database->connection, name, count, flags_of(ctx, argv[3], argv[4]), function, step_aggregate, end_aggregate,
                                          is_window ? value_of_aggregate : NULL, is_window ? inverse_aggregate : NULL, free_function);
  }
  JS_FreeCString(ctx, name);
  if (!function) return JS_ThrowOutOfMemory(ctx);
  return code == SQLITE_OK ? JS_UNDEFINED : sqlite_throw(ctx, database->connection);
}

static int authorise(void *data, int action, const char *first, const char *second, const char *name, const char *trigger) {
  Database *database = data;
  JSContext *ctx = database->ctx;
  if (JS_HasException(ctx)) return SQLITE_DENY;
  JSValue arguments[] = {JS_NewInt32(ctx, action), sqlite_text_or_null(ctx, first), sqlite_text_or_null(ctx, second), sqlite_text_or_null(ctx, name),
                         sqlite_text_or_null(ctx, trigger)};
  JSValue result = JS_Call(ctx, database->authorizer, JS_UNDEFINED, 5, (JSValueConst *)arguments);
  for (int index = 0; index < 5; index++) JS_FreeValue(ctx, arguments[index]);
  if (JS_IsException(result)) return SQLITE_DENY;
  int32_t code = SQLITE_DENY;
  if (!JS_IsNumber(result)) sqlite_throw_code(ctx, "ERR_INVALID_ARG_TYPE", "Authorizer callback must return an integer authorization code");
  else JS_ToInt32(ctx, &code, result);
  JS_FreeValue(ctx, result);
  if (JS_HasException(ctx)) return SQLITE_DENY;
  if (code == SQLITE_OK || code == SQLITE_DENY || code == SQLITE_IGNORE) return code;
  sqlite_throw_code(ctx, "ERR_OUT_OF_RANGE", "Authorizer callback returned an invalid authorization code");
  return SQLITE_DENY;
}

// setAuthorizer(database, function or null)
JSValue sqlite_set_authorizer(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Database *database = sqlite_database(ctx, argv[0]);
  if (!database) return JS_EXCEPTION;
  JSValue former = database->authorizer;
  database->authorizer = JS_DupValue(ctx, argv[1]);
  sqlite3_set_authorizer(database->connection, JS_IsNull(argv[1]) ? NULL : authorise, database);
  JS_FreeValue(ctx, former);
  return JS_UNDEFINED;
}
