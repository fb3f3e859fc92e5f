// SQLite as a guest: one database in memory, and the messages about it.
//
// Before the snapshot: _initialize, then backroad_init. Afterwards, in each instance: backroad_alloc, then backroad_ask.

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "database.h"
#include "problem.h"
#include "requests.h"
#include "results.h"
#include "script.h"
#include "table.h"
#include "text.h"

// Freed memory of this size is in every snapshot: small programs never ask for more.
#define SPARE_BYTES (1 << 20)

static sqlite3 *database;
static Text last_answer;

// Said where there is no memory to say more. The host knows it as its limit.
static const char out_of_memory[] =
    "{\"raised\":{\"type\":\"MemoryError\",\"message\":\"out of memory\",\"trace\":\"out of memory\\n\"}}";

static void stop(const char *message) {
  write(2, message, strlen(message));
  write(2, "\n", 1);
  abort();
}

static void add_problem(Text *answer, const Problem *problem) {
  if (problem->is_memory) {
    text_add_string(answer, out_of_memory);
    return;
  }
  text_add_string(answer, problem->is_syntax ? "{\"syntax\":{" : "{\"raised\":{\"type\":");
  if (!problem->is_syntax) {
    text_add_json(answer, problem->type, strlen(problem->type));
    text_add_char(answer, ',');
  }
  text_add_string(answer, "\"message\":");
  text_add_json(answer, problem->message.bytes, problem->message.length);
  text_add_string(answer, ",\"trace\":");
  text_add_json(answer, problem->trace.bytes, problem->trace.length);
  text_add_string(answer, "}}");
}

// Runs a file as a program.
static void run(const Request *request, Text *answer) {
  bool has_printed = false;
  Problem problem = {0};
  if (script_run_file(database, request->file, table_print, &has_printed, &problem)) {
    text_add_string(answer, "{\"ended\":0}");
  } else if (problem.is_memory || problem.is_syntax) {
    add_problem(answer, &problem);
  } else {
    write(2, problem.trace.bytes, problem.trace.length);
    text_add_string(answer, "{\"ended\":1}");
  }
  problem_free(&problem);
}

// Executes statements and gives what each of them gave.
static void query(const Request *request, Text *answer) {
  Text results = {0};
  Problem problem = {0};
  if (script_run(database, request->file, request->sql, request->sql_length, results_collect, &results, &problem)) {
    text_add_string(answer, "{\"results\":[");
    text_add(answer, results.bytes, results.length);
    text_add_string(answer, "]}");
  } else {
    text_free(&results);
    add_problem(answer, &problem);
  }
  text_free(&results);
  problem_free(&problem);
}

static void add_missing(Text *answer, const char *name) {
  text_add_string(answer, "{\"missing\":");
  text_add_json(answer, name, strlen(name));
  text_add_char(answer, '}');
}

static void do_request(const Request *request, Text *answer) {
  const char *operation = request->operation;
  if (strcmp(operation, "run") == 0 && request->file) run(request, answer);
  else if (strcmp(operation, "query") == 0 && request->sql) query(request, answer);
  else if (strcmp(operation, "load") == 0) text_add_string(answer, "{\"loaded\":true}");
  else if (strcmp(operation, "call") == 0 && request->function) add_missing(answer, request->function);
  else add_missing(answer, operation);
}

// Room for a request of `length` bytes.
__attribute__((export_name("backroad_alloc"))) char *backroad_alloc(int32_t length) { return malloc((size_t)length); }

// Answers a request: the high half is where the answer is, the low half how long it is.
__attribute__((export_name("backroad_ask"))) int64_t backroad_ask(char *message, int32_t length) {
  text_free(&last_answer);
  Request request;
  bool is_read = request_read(message, (size_t)length, &request);
  if (is_read) do_request(&request, &last_answer);
  request_done();
  free(message);
  const char *answer = last_answer.bytes;
  size_t answer_length = last_answer.length;
  if (!is_read || last_answer.is_short) {
    answer = out_of_memory;
    answer_length = sizeof out_of_memory - 1;
  }
  return (int64_t)((uint64_t)(uintptr_t)answer << 32 | (uint32_t)answer_length);
}

// What any first program would make SQLite do: read its schema, fill its tables of functions, take memory.
static void warm_up(void) {
  static const char request[] =
      "{\"op\":\"query\",\"seed\":1,\"sql\":\""
      "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, price REAL CHECK (price > 0)) STRICT;"
      "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a (id), at TEXT DEFAULT CURRENT_TIMESTAMP);"
      "CREATE INDEX b_a ON b (a);"
      "INSERT INTO a (name, price) VALUES ('one', 1.5), ('two', 2.5), ('three', 3.5);"
      "INSERT INTO b (a) SELECT id FROM a UNION ALL SELECT 1;"
      "BEGIN; UPDATE a SET price = price * 2 WHERE name LIKE 't%'; ROLLBACK; DELETE FROM b WHERE id = 4;"
      "SELECT a.name, count(*) AS n, round(avg(price), 1), group_concat(b.id) FROM a LEFT JOIN b ON b.a = a.id GROUP BY a.id HAVING n > 0"
      " ORDER BY n DESC, name LIMIT 5;"
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 50) SELECT n, row_number() OVER (ORDER BY n DESC) FROM c;"
      "SELECT json_extract('[1]', '$[0]'), x'00', NULL, CASE WHEN EXISTS (SELECT 1 FROM a) THEN upper('x') ELSE date('2026-01-01') END;"
      "DROP TABLE b; DROP TABLE a;\"}";
  char *message = backroad_alloc(sizeof request);
  if (!message) stop("there is no memory");
  memcpy(message, request, sizeof request);
  backroad_ask(message, sizeof request - 1);
  if (strncmp(last_answer.bytes, "{\"results\":", 11) != 0) stop(last_answer.bytes);
  text_free(&last_answer);
}

__attribute__((export_name("backroad_init"))) void backroad_init(void) {
  // Relative names of databases are below /data, as sqlite_vfs.c has it; scripts are read by their whole path.
  if (chdir("/data") != 0) stop("/data cannot be entered");
  void *spare = malloc(SPARE_BYTES);
  free(spare);
  database = database_open();
  if (!database || !requests_prepare()) stop("SQLite did not start");
  warm_up();
  // The learner's is a new one, whose schema has been read.
  sqlite3_close(database);
  database = database_open();
  if (!database || sqlite3_exec(database, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) != SQLITE_OK) stop("SQLite did not start");
  // Randomness is each instance's own: nothing of what was drawn here is kept.
  sqlite3_randomness(0, NULL);
}
