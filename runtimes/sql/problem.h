// What went wrong, where, and how it is told.

#ifndef BACKROAD_PROBLEM_H
#define BACKROAD_PROBLEM_H

#include <stdbool.h>

#include "text.h"

typedef struct Problem {
  const char *type; // as SQLite names it: SQLITE_CONSTRAINT
  bool is_syntax;   // the text is no SQL at all
  bool is_memory;   // there was no memory left; nothing else here is filled in then
  Text message;
  Text trace; // the message with its place, the line, and a caret below the very place where it is known
} Problem;

// A place in a script.
typedef struct Place {
  const char *file;  // NULL if the text comes from no file
  const char *text;  // all of the script
  const char *at;    // somewhere in it
  bool is_exact;     // not only the statement but the place inside it
} Place;

// The name of a result code without its extension.
const char *problem_type(int code);
// Fills in a problem from its type, its message and its place.
void problem_set(Problem *problem, const char *type, const char *message, const Place *place);
// The same for lack of memory, which needs none to be said.
void problem_set_memory(Problem *problem);
void problem_free(Problem *problem);

#endif
