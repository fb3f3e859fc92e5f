// Goes through a text of SQL, statement by statement.

#ifndef BACKROAD_SCRIPT_H
#define BACKROAD_SCRIPT_H

#include <stdbool.h>

#include "problem.h"
#include "sqlite3.h"

// What a consumer may answer beside SQLite's result codes.
enum { RESULT_TOO_LONG = -1, RESULT_NOT_UTF8 = -2 };

// Executes a statement and does something with its rows. Gives SQLITE_OK or why it stopped.
typedef int (*Consumer)(void *context, sqlite3_stmt *statement);

// Runs all statements; stops at the first that fails. `file` is how the text is named in a problem, or NULL.
bool script_run(sqlite3 *database, const char *file, const char *text, size_t length, Consumer consume, void *context, Problem *problem);
// The same for a file in /code.
bool script_run_file(sqlite3 *database, const char *file, Consumer consume, void *context, Problem *problem);

#endif
