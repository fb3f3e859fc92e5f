#include "script.h"

#include <stdio.h>
#include <string.h>

#include "database.h"

// How deeply scripts may read scripts: beyond it they go in a circle.
#define MAX_READING 20

typedef struct Script {
  sqlite3 *database;
  const char *file, *text;
  size_t length;
  Consumer consume;
  void *context;
  Problem *problem;
  int depth;
} Script;

static bool run_script(const Script *script);

static bool fails(const Script *script, const char *type, const char *message, const char *at, bool is_exact) {
  Place place = {.file = script->file, .text = script->text, .at = at, .is_exact = is_exact};
  problem_set(script->problem, type, message, &place);
  return false;
}

// Where the next statement begins: behind spaces, comments and semicolons.
static const char *skip_blank(const char *at) {
  for (;;) {
    if (strchr(" \t\r\n\f;", *at) && *at) {
      at++;
    } else if (at[0] == '-' && at[1] == '-') {
      at += strcspn(at, "\n");
    } else if (at[0] == '/' && at[1] == '*') {
      const char *end = strstr(at + 2, "*/");
      at = end ? end + 2 : at + strlen(at);
    } else if (strncmp(at, "\xef\xbb\xbf", 3) == 0) {
      at += 3;
    } else {
      return at;
    }
  }
}

static bool is_syntax_error(int code, const char *message) {
  if ((code & 0xff) != SQLITE_ERROR) return false;
  size_t length = strlen(message);
  static const char ending[] = ": syntax error";
  bool ends = length >= sizeof ending && strcmp(message + length - (sizeof ending - 1), ending) == 0;
  return (ends && strncmp(message, "near \"", 6) == 0) || strcmp(message, "incomplete input") == 0 ||
         strncmp(message, "unrecognized token: ", 20) == 0;
}

static bool is_lack_of_memory(int code, sqlite3 *database) {
  return code == SQLITE_NOMEM || sqlite3_extended_errcode(database) == SQLITE_IOERR_NOMEM;
}

// Tells what SQLite says, and why a statement was not authorised if it was not.
static bool fails_as_sqlite_says(const Script *script, int code, const char *at, bool is_exact) {
  const char *message = sqlite3_errmsg(script->database), *refusal = database_refusal();
  if (is_lack_of_memory(code, script->database)) {
    problem_set_memory(script->problem);
    return false;
  }
  Text text = {0};
  if (refusal) text_format(&text, "%s: %s", message, refusal);
  fails(script, problem_type(code), text.length ? text.bytes : message, at, is_exact);
  text_free(&text);
  return false;
}

// A statement that could not be parsed.
static bool parsing_failed(const Script *script, int code, const char *statement) {
  int offset = sqlite3_error_offset(script->database);
  script->problem->is_syntax = is_syntax_error(code, sqlite3_errmsg(script->database));
  return fails_as_sqlite_says(script, code, offset < 0 ? statement : statement + offset, offset >= 0);
}

// A statement that failed while it was executed.
static bool execution_failed(const Script *script, int code, const char *statement) {
  switch (code) {
    case RESULT_TOO_LONG:
      return fails(script, "SQLITE_TOOBIG", "the result has more than 4 MiB", statement, false);
    case RESULT_NOT_UTF8:
      return fails(script, "UnsupportedValue", "text that is not UTF-8 was returned; return bytes as a BLOB", statement, false);
    default:
      return fails_as_sqlite_says(script, code, statement, false);
  }
}

// What learners of the sqlite3 shell try here.
static const char *instead_of(const char *command, size_t length) {
  static const struct {
    const char *command, *advice;
  } known[] = {
      {".tables", "SELECT name FROM sqlite_schema WHERE type = 'table' lists the tables"},
      {".schema", "SELECT sql FROM sqlite_schema shows how everything was made"},
      {".indexes", "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index' lists the indexes"},
      {".headers", "results always have a header"},
      {".mode", "results are always shown as tables"},
      {".eqp", "EXPLAIN QUERY PLAN in front of a query shows its plan"},
      {".quit", "the script ends where the file ends"},
      {".exit", "the script ends where the file ends"},
  };
  for (size_t index = 0; index < sizeof known / sizeof *known; index++) {
    if (strlen(known[index].command) == length && strncmp(known[index].command, command, length) == 0) return known[index].advice;
  }
  return "only .read FILE is known";
}

// Reads a file in /code and runs it in the place of `script`. False and no problem: there is no such file.
static bool run_file(const Script *script, const char *name) {
  Text path = {0}, content = {0};
  text_format(&path, "/code/%s", name);
  FILE *file = path.is_short || strchr(name, '/') ? NULL : fopen(path.bytes, "rb");
  text_free(&path);
  if (!file) return false;
  char block[4096];
  for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;) text_add(&content, block, got);
  fclose(file);
  bool succeeded = false;
  if (content.is_short) {
    problem_set_memory(script->problem);
  } else {
    Script other = *script;
    other.file = name;
    other.text = content.bytes ? content.bytes : "";
    other.length = content.length;
    other.depth++;
    succeeded = run_script(&other);
  }
  text_free(&content);
  return succeeded;
}

static bool is_set(const Problem *problem) { return problem->type || problem->is_memory; }

// `.read other.sql`
static bool run_read(const Script *script, const char *line, const char *name, size_t length) {
  Text file = {0}, message = {0};
  text_add(&file, name, length);
  bool succeeded = false;
  if (script->depth >= MAX_READING) {
    fails(script, "SQLITE_ERROR", "the files read each other in a circle", line, false);
  } else if (length == 0) {
    fails(script, "SQLITE_ERROR", ".read wants the name of a file", line, false);
  } else if (file.is_short) {
    problem_set_memory(script->problem);
  } else {
    succeeded = run_file(script, file.bytes);
    if (!succeeded && !is_set(script->problem)) {
      text_format(&message, "there is no file '%s' here", file.bytes);
      fails(script, "SQLITE_CANTOPEN", message.bytes ? message.bytes : "", line, false);
    }
  }
  text_free(&file);
  text_free(&message);
  return succeeded;
}

// A line that begins with a dot: `.read other.sql`, or something that only the sqlite3 shell knows.
static bool run_dot_command(const Script *script, const char *line, const char **next) {
  const char *end = line + strcspn(line, "\n");
  *next = end;
  size_t word = strcspn(line, " \t\r\n;");
  if (word == 5 && strncmp(line, ".read", 5) == 0) {
    const char *name = line + word;
    while (end > name && strchr(" \t\r;'\"", end[-1])) end--;
    while (name < end && strchr(" \t'\"", *name)) name++;
    return run_read(script, line, name, (size_t)(end - name));
  }
  Text message = {0};
  text_format(&message, "%.*s is a command of the sqlite3 shell, not SQL; %s", (int)(word > 40 ? 40 : word), line, instead_of(line, word));
  fails(script, "SQLITE_ERROR", message.bytes ? message.bytes : "", line, false);
  text_free(&message);
  return false;
}

static bool run_script(const Script *script) {
  const char *end = script->text + script->length;
  for (const char *at = skip_blank(script->text); *at; at = skip_blank(at)) {
    if (*at == '.') {
      if (!run_dot_command(script, at, &at)) return false;
      continue;
    }
    sqlite3_stmt *statement = NULL;
    const char *next;
    database_refusal();
    // With its end, so that SQLite need not copy the text.
    int code = sqlite3_prepare_v2(script->database, at, (int)(end - at) + 1, &statement, &next);
    if (code != SQLITE_OK) return parsing_failed(script, code, at);
    if (statement) {
      code = script->consume(script->context, statement);
      bool succeeded = code == SQLITE_OK || execution_failed(script, code, at);
      sqlite3_finalize(statement);
      if (!succeeded) return false;
    }
    at = next;
  }
  const char *stopped = script->text + strlen(script->text);
  if (stopped < end) return fails(script, "SQLITE_ERROR", "there is a NUL character in the text", stopped, false);
  return true;
}

bool script_run(sqlite3 *database, const char *file, const char *text, size_t length, Consumer consume, void *context, Problem *problem) {
  Script script = {.database = database, .file = file, .text = text, .length = length, .consume = consume, .context = context, .problem = problem};
  return run_script(&script);
}

bool script_run_file(sqlite3 *database, const char *file, Consumer consume, void *context, Problem *problem) {
  Script script = {.database = database, .file = file, .text = "", .consume = consume, .context = context, .problem = problem};
  bool succeeded = run_file(&script, file);
  if (!succeeded && !is_set(problem)) {
    Text message = {0};
    text_format(&message, "there is no file '%s' here", file);
    fails(&script, "SQLITE_CANTOPEN", message.bytes ? message.bytes : "", "", false);
    text_free(&message);
  }
  return succeeded;
}
