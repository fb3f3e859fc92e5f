// The results of statements as JSON, for whoever asked.

#ifndef BACKROAD_RESULTS_H
#define BACKROAD_RESULTS_H

#include "sqlite3.h"
#include "text.h"

// A consumer for script_run. The context is the Text that the results are added to, with commas between them.
int results_collect(void *text, sqlite3_stmt *statement);

#endif
