// What EXPLAIN QUERY PLAN answers, as the tree that it is.

#ifndef BACKROAD_PLAN_H
#define BACKROAD_PLAN_H

#include <stdbool.h>

#include "sqlite3.h"

int plan_print(sqlite3_stmt *statement, bool *has_printed);

#endif
