// The results of statements as people read them, on standard output.

#ifndef BACKROAD_TABLE_H
#define BACKROAD_TABLE_H

#include <stdbool.h>

#include "sqlite3.h"
#include "text.h"

// A consumer for script_run. The context is a bool: whether something was printed before.
int table_print(void *has_printed, sqlite3_stmt *statement);
// Puts an empty line between two results.
void separate(Text *out, bool *has_printed);
// Writes a text to standard output and empties it.
void write_out(Text *text);

#endif
