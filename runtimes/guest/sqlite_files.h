// What the two halves of the file layer share: sqlite_vfs.c reads and writes, sqlite_locks.c keeps connections apart.

#ifndef BACKROAD_SQLITE_FILES_H
#define BACKROAD_SQLITE_FILES_H

#include <stdbool.h>
#include <stdint.h>

#include "sqlite3.h"

// A file that is open, once for all connections to it.
typedef struct Shared Shared;

// A connection's own view of a file.
typedef struct File {
  sqlite3_file base; // first, as SQLite wants it
  int descriptor;
  bool delete_on_close;
  char *path;
  Shared *shared; // NULL for journals, which nobody locks
  int level;      // SQLITE_LOCK_NONE to SQLITE_LOCK_EXCLUSIVE
  bool has_index; // uses the index of the write-ahead log
  uint8_t shared_slots, exclusive_slots; // what it holds of that index's locks
} File;

// Finds or makes what all connections to a path share. False when there is no memory.
bool sqlite_files_join(File *file);
// The last one frees it.
void sqlite_files_leave(File *file);

// The methods of sqlite3_io_methods that are about locks.
int sqlite_files_lock(sqlite3_file *base, int level);
int sqlite_files_unlock(sqlite3_file *base, int level);
int sqlite_files_check_reserved(sqlite3_file *base, int *is_reserved);
int sqlite_files_index_map(sqlite3_file *base, int region, int size, int may_extend, void volatile **at);
int sqlite_files_index_lock(sqlite3_file *base, int first, int count, int flags);
void sqlite_files_index_barrier(sqlite3_file *base);
int sqlite_files_index_unmap(sqlite3_file *base, int must_delete);

#endif
