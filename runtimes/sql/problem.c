#include "problem.h"

#include <string.h>

#include "sqlite3.h"

// Longer messages and lines are cut; the host takes an answer of a few megabytes, and nobody reads that much.
#define MAX_MESSAGE 8000
#define MAX_LINE 200

const char *problem_type(int code) {
  static const char *const names[] = {
      [SQLITE_ERROR] = "SQLITE_ERROR",       [SQLITE_INTERNAL] = "SQLITE_INTERNAL",   [SQLITE_PERM] = "SQLITE_PERM",
      [SQLITE_ABORT] = "SQLITE_ABORT",       [SQLITE_BUSY] = "SQLITE_BUSY",           [SQLITE_LOCKED] = "SQLITE_LOCKED",
      [SQLITE_NOMEM] = "SQLITE_NOMEM",       [SQLITE_READONLY] = "SQLITE_READONLY",   [SQLITE_INTERRUPT] = "SQLITE_INTERRUPT",
      [SQLITE_IOERR] = "SQLITE_IOERR",       [SQLITE_CORRUPT] = "SQLITE_CORRUPT",     [SQLITE_NOTFOUND] = "SQLITE_NOTFOUND",
      [SQLITE_FULL] = "SQLITE_FULL",         [SQLITE_CANTOPEN] = "SQLITE_CANTOPEN",   [SQLITE_PROTOCOL] = "SQLITE_PROTOCOL",
      [SQLITE_EMPTY] = "SQLITE_EMPTY",       [SQLITE_SCHEMA] = "SQLITE_SCHEMA",       [SQLITE_TOOBIG] = "SQLITE_TOOBIG",
      [SQLITE_CONSTRAINT] = "SQLITE_CONSTRAINT", [SQLITE_MISMATCH] = "SQLITE_MISMATCH", [SQLITE_MISUSE] = "SQLITE_MISUSE",
      [SQLITE_NOLFS] = "SQLITE_NOLFS",       [SQLITE_AUTH] = "SQLITE_AUTH",           [SQLITE_FORMAT] = "SQLITE_FORMAT",
      [SQLITE_RANGE] = "SQLITE_RANGE",       [SQLITE_NOTADB] = "SQLITE_NOTADB",
  };
  size_t primary = (size_t)(code & 0xff);
  return primary < sizeof names / sizeof *names && names[primary] ? names[primary] : "SQLITE_ERROR";
}

// A character's first byte.
static bool begins_character(char byte) { return ((unsigned char)byte & 0xc0) != 0x80; }

// The line around an exact place, with a caret below it; otherwise the first line of the statement.
static void add_line(Text *trace, const Place *place) {
  const char *start = place->at, *end = place->at;
  bool is_cut_before = false, is_cut_after = false;
  while (place->is_exact && start > place->text && start[-1] != '\n') {
    if (place->at - start >= MAX_LINE / 2 && begins_character(*start)) {
      is_cut_before = true;
      break;
    }
    start--;
  }
  while (*end && *end != '\n') {
    if (end - start >= MAX_LINE && begins_character(*end)) {
      is_cut_after = true;
      break;
    }
    end++;
  }
  while (end > place->at && end[-1] == '\r') end--;
  if (is_cut_before) text_add_string(trace, "…");
  text_add_shown(trace, start, (size_t)(end - start));
  if (is_cut_after) text_add_string(trace, "…");
  text_add_char(trace, '\n');
  if (!place->is_exact || trace->is_short) return;
  // As wide as what stands before the place; measured where it is shown, since a tab is as wide as where it stands.
  Text before = {0};
  text_add_shown(&before, start, (size_t)(place->at - start));
  if (!before.is_short) text_repeat(trace, ' ', shown_width(before.bytes ? before.bytes : "", before.length) + is_cut_before);
  text_free(&before);
  text_add_string(trace, "^\n");
}

void problem_set(Problem *problem, const char *type, const char *message, const Place *place) {
  int line = 1;
  for (const char *at = place->text; at < place->at; at++) line += *at == '\n';
  problem->type = type;
  size_t length = strnlen(message, MAX_MESSAGE);
  text_add(&problem->message, message, length);
  if (place->file) text_format(&problem->trace, "%s:%d: ", place->file, line);
  else text_format(&problem->trace, "line %d: ", line);
  text_add(&problem->trace, message, length);
  text_add_char(&problem->trace, '\n');
  add_line(&problem->trace, place);
  if (problem->message.is_short || problem->trace.is_short) problem_set_memory(problem);
}

void problem_set_memory(Problem *problem) {
  problem_free(problem);
  problem->is_memory = true;
}

void problem_free(Problem *problem) {
  text_free(&problem->message);
  text_free(&problem->trace);
  *problem = (Problem){0};
}
