#include "table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "plan.h"
#include "text.h"

// To know how wide a column is, its rows must be kept. Of a result larger than this, so much is laid out at a time.
#define BATCH_BYTES (256 << 10)
// Written at once.
#define BLOCK_BYTES (16 << 10)

typedef struct Cell {
  uint32_t start, length; // in the batch's text
} Cell;

typedef struct Column {
  size_t width;
  bool has_numbers, has_others;
} Column;

// Rows that are not printed yet. The first row of the first batch is the header.
typedef struct Batch {
  Text text;
  Cell *cells;
  size_t count, room;
  Column *columns;
  size_t width;      // in columns
  bool *has_printed; // whether there is a result above this one
} Batch;

void write_out(Text *text) {
  for (size_t done = 0; done < text->length;) {
    ssize_t written = write(1, text->bytes + done, text->length - done);
    if (written <= 0) break;
    done += (size_t)written;
  }
  text->length = 0;
}

static bool add_cell(Batch *batch, const char *bytes, size_t length) {
  if (batch->count == batch->room) {
    size_t room = batch->room ? batch->room * 2 : 64;
    Cell *cells = realloc(batch->cells, room * sizeof *cells);
    if (!cells) return false;
    batch->cells = cells;
    batch->room = room;
  }
  size_t start = batch->text.length;
  text_add_shown(&batch->text, bytes, length);
  if (batch->text.is_short) return false;
  batch->cells[batch->count++] = (Cell){.start = (uint32_t)start, .length = (uint32_t)(batch->text.length - start)};
  return true;
}

static bool add_blob(Batch *batch, const unsigned char *bytes, size_t length) {
  // As SQLite's own literals are.
  Text text = {0};
  text_add_string(&text, "X'");
  for (size_t at = 0; at < length && !text.is_short; at++) {
    text_add_char(&text, "0123456789ABCDEF"[bytes[at] >> 4]);
    text_add_char(&text, "0123456789ABCDEF"[bytes[at] & 15]);
  }
  text_add_char(&text, '\'');
  bool added = !text.is_short && add_cell(batch, text.bytes, text.length);
  text_free(&text);
  return added;
}

static bool add_value(Batch *batch, sqlite3_stmt *statement, int index) {
  Column *column = &batch->columns[index];
  int type = sqlite3_column_type(statement, index);
  if (type == SQLITE_NULL) return add_cell(batch, "NULL", 4);
  bool is_number = type == SQLITE_INTEGER || type == SQLITE_FLOAT;
  column->has_numbers |= is_number;
  column->has_others |= !is_number;
  if (type == SQLITE_BLOB) {
    const unsigned char *bytes = sqlite3_column_blob(statement, index);
    size_t length = (size_t)sqlite3_column_bytes(statement, index);
    return (bytes || length == 0) && add_blob(batch, bytes, length);
  }
  const char *text = (const char *)sqlite3_column_text(statement, index);
  return text && add_cell(batch, text, (size_t)sqlite3_column_bytes(statement, index));
}

// One line of a cell with several; what is behind the last is empty.
typedef struct Line {
  const char *bytes;
  size_t length;
  bool is_last;
} Line;

static Line line_of(const Batch *batch, Cell cell, size_t number) {
  const char *at = batch->text.bytes + cell.start, *end = at + cell.length;
  for (;; number--) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    if (number == 0 || !stop) {
      if (number > 0) return (Line){.bytes = end, .is_last = true};
      return (Line){.bytes = at, .length = (size_t)((stop ? stop : end) - at), .is_last = !stop};
    }
    at = stop + 1;
  }
}

static void measure(Batch *batch) {
  for (size_t index = 0; index < batch->count; index++) {
    Column *column = &batch->columns[index % batch->width];
    Line line = {0};
    for (size_t number = 0; !line.is_last; number++) {
      line = line_of(batch, batch->cells[index], number);
      size_t width = shown_width(line.bytes, line.length);
      if (width > column->width) column->width = width;
    }
  }
}

// The end of a line, without the spaces that nobody sees.
static void end_line(Text *out, size_t start) {
  while (out->length > start && out->bytes[out->length - 1] == ' ') out->length--;
  text_add_char(out, '\n');
}

static void add_row(Text *out, const Batch *batch, size_t row, bool is_header) {
  bool is_last = false;
  for (size_t number = 0; !is_last; number++) {
    size_t start = out->length;
    is_last = true;
    for (size_t index = 0; index < batch->width; index++) {
      const Column *column = &batch->columns[index];
      Line line = line_of(batch, batch->cells[row * batch->width + index], number);
      size_t space = column->width - shown_width(line.bytes, line.length);
      size_t before = is_header ? space / 2 : column->has_numbers && !column->has_others ? space : 0;
      text_add_string(out, index ? "| " : " ");
      text_repeat(out, ' ', before);
      text_add(out, line.bytes, line.length);
      text_repeat(out, ' ', space - before);
      // As psql marks a value that goes on in the next line.
      text_add_char(out, line.is_last ? ' ' : '+');
      is_last &= line.is_last;
    }
    end_line(out, start);
  }
  if (!is_header) return;
  for (size_t index = 0; index < batch->width; index++) {
    if (index) text_add_char(out, '+');
    text_repeat(out, '-', batch->columns[index].width + 2);
  }
  text_add_char(out, '\n');
}

void separate(Text *out, bool *has_printed) {
  if (*has_printed) text_add_char(out, '\n');
  *has_printed = true;
}

// Prints what the batch has and empties it.
static bool print_batch(Batch *batch, bool has_header) {
  Text out = {0};
  measure(batch);
  if (has_header) separate(&out, batch->has_printed);
  for (size_t row = 0; row * batch->width < batch->count; row++) {
    add_row(&out, batch, row, has_header && row == 0);
    if (out.length > BLOCK_BYTES) write_out(&out);
  }
  write_out(&out);
  bool is_whole = !out.is_short;
  text_free(&out);
  batch->count = 0;
  batch->text.length = 0;
  return is_whole;
}

static int print_rows(Batch *batch, sqlite3_stmt *statement) {
  bool has_header = true;
  sqlite3_int64 rows = 0;
  for (size_t index = 0; index < batch->width; index++) {
    const char *name = sqlite3_column_name(statement, (int)index);
    if (!name || !add_cell(batch, name, strlen(name))) return SQLITE_NOMEM;
  }
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    rows++;
    for (size_t index = 0; index < batch->width; index++) {
      if (!add_value(batch, statement, (int)index)) return SQLITE_NOMEM;
    }
    if (batch->text.length + batch->count * sizeof(Cell) > BATCH_BYTES) {
      if (!print_batch(batch, has_header)) return SQLITE_NOMEM;
      has_header = false;
    }
  }
  // A statement that fails in its middle shows nothing, as in psql.
  if (code != SQLITE_DONE) return code;
  if (!print_batch(batch, has_header)) return SQLITE_NOMEM;
  Text out = {0};
  text_format(&out, rows == 1 ? "(%lld row)\n" : "(%lld rows)\n", rows);
  write_out(&out);
  text_free(&out);
  return SQLITE_OK;
}

int table_print(void *context, sqlite3_stmt *statement) {
  Batch batch = {.width = (size_t)sqlite3_column_count(statement), .has_printed = context};
  if (batch.width == 0) {
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
  }
  if (sqlite3_stmt_isexplain(statement) == 2) return plan_print(statement, batch.has_printed);
  batch.columns = calloc(batch.width, sizeof *batch.columns);
  int code = batch.columns ? print_rows(&batch, statement) : SQLITE_NOMEM;
  text_free(&batch.text);
  free(batch.cells);
  free(batch.columns);
  return code;
}
