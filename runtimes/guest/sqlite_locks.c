// Locks between the connections of one guest. There is no other process, so a lock is a number in memory; but a program may open
// a database twice, and must then be told that it is locked, as it would be anywhere else.

#include <stdlib.h>
#include <string.h>

#include "sqlite_files.h"

struct Shared {
  Shared *next;
  char *path;
  int references;
  // The database file: any number of readers, of which one may prepare to write, and then no new reader is let in.
  int readers;
  File *writer;
  bool is_pending;
  // The index of the write-ahead log: memory in regions, and eight slots; above zero so many readers, -1 for one writer.
  int index_users;
  char **regions;
  int region_count;
  int slots[SQLITE_SHM_NLOCK];
};

static Shared *all;

bool sqlite_files_join(File *file) {
  for (Shared *shared = all; shared; shared = shared->next) {
    if (strcmp(shared->path, file->path) == 0) {
      shared->references++;
      file->shared = shared;
      return true;
    }
  }
  Shared *shared = calloc(1, sizeof *shared);
  if (!shared) return false;
  shared->path = strdup(file->path);
  if (!shared->path) {
    free(shared);
    return false;
  }
  shared->references = 1;
  shared->next = all;
  all = shared;
  file->shared = shared;
  return true;
}

static void free_index(Shared *shared) {
  for (int region = 0; region < shared->region_count; region++) free(shared->regions[region]);
  free(shared->regions);
  shared->regions = NULL;
  shared->region_count = 0;
}

void sqlite_files_leave(File *file) {
  Shared *shared = file->shared;
  if (!shared) return;
  sqlite_files_index_unmap(&file->base, 0);
  sqlite_files_unlock(&file->base, SQLITE_LOCK_NONE);
  file->shared = NULL;
  if (--shared->references > 0) return;
  Shared **link = &all;
  while (*link != shared) link = &(*link)->next;
  *link = shared->next;
  free_index(shared);
  free(shared->path);
  free(shared);
}

int sqlite_files_lock(sqlite3_file *base, int level) {
  File *file = (File *)base;
  Shared *shared = file->shared;
  if (!shared || file->level >= level) return SQLITE_OK;
  if (file->level == SQLITE_LOCK_NONE) {
    if (shared->is_pending) return SQLITE_BUSY;
    shared->readers++;
    file->level = SQLITE_LOCK_SHARED;
  }
  if (level == SQLITE_LOCK_SHARED) return SQLITE_OK;
  if (shared->writer && shared->writer != file) return SQLITE_BUSY;
  shared->writer = file;
  if (level == SQLITE_LOCK_RESERVED) {
    file->level = SQLITE_LOCK_RESERVED;
    return SQLITE_OK;
  }
  // Who wants to write to the file itself waits until the last other reader is gone.
  shared->is_pending = true;
  file->level = SQLITE_LOCK_PENDING;
  if (shared->readers > 1) return SQLITE_BUSY;
  file->level = SQLITE_LOCK_EXCLUSIVE;
  return SQLITE_OK;
}

int sqlite_files_unlock(sqlite3_file *base, int level) {
  File *file = (File *)base;
  Shared *shared = file->shared;
  if (!shared || file->level <= level) return SQLITE_OK;
  if (shared->writer == file) {
    shared->writer = NULL;
    shared->is_pending = false;
  }
  if (level == SQLITE_LOCK_NONE) shared->readers--;
  file->level = level;
  return SQLITE_OK;
}

int sqlite_files_check_reserved(sqlite3_file *base, int *is_reserved) {
  File *file = (File *)base;
  *is_reserved = file->shared && file->shared->writer;
  return SQLITE_OK;
}

int sqlite_files_index_map(sqlite3_file *base, int region, int size, int may_extend, void volatile **at) {
  File *file = (File *)base;
  Shared *shared = file->shared;
  *at = NULL;
  if (!shared) return SQLITE_IOERR_SHMMAP;
  if (!file->has_index) {
    file->has_index = true;
    shared->index_users++;
  }
  if (region >= shared->region_count) {
    if (!may_extend) return SQLITE_OK;
    char **regions = realloc(shared->regions, sizeof *regions * ((size_t)region + 1));
    if (!regions) return SQLITE_IOERR_NOMEM;
    shared->regions = regions;
    while (shared->region_count <= region) {
      char *memory = calloc(1, (size_t)size);
      if (!memory) return SQLITE_IOERR_NOMEM;
      regions[shared->region_count++] = memory;
    }
  }
  *at = shared->regions[region];
  return SQLITE_OK;
}

int sqlite_files_index_lock(sqlite3_file *base, int first, int count, int flags) {
  File *file = (File *)base;
  int *slots = file->shared->slots;
  bool is_exclusive = flags & SQLITE_SHM_EXCLUSIVE;
  for (int slot = first; slot < first + count; slot++) {
    uint8_t bit = (uint8_t)(1 << slot);
    if (flags & SQLITE_SHM_UNLOCK) {
      if (file->exclusive_slots & bit) slots[slot] = 0;
      if (file->shared_slots & bit) slots[slot]--;
      file->exclusive_slots &= (uint8_t)~bit;
      file->shared_slots &= (uint8_t)~bit;
    } else if (is_exclusive ? slots[slot] != 0 : slots[slot] < 0) {
      return SQLITE_BUSY; // before any is taken
    }
  }
  if (flags & SQLITE_SHM_UNLOCK) return SQLITE_OK;
  for (int slot = first; slot < first + count; slot++) {
    uint8_t bit = (uint8_t)(1 << slot);
    if (is_exclusive) {
      slots[slot] = -1;
      file->exclusive_slots |= bit;
    } else if (!(file->shared_slots & bit)) {
      slots[slot]++;
      file->shared_slots |= bit;
    }
  }
  return SQLITE_OK;
}

// Nothing runs beside us.
void sqlite_files_index_barrier(sqlite3_file *base) {}

int sqlite_files_index_unmap(sqlite3_file *base, int must_delete) {
  File *file = (File *)base;
  Shared *shared = file->shared;
  if (!shared || !file->has_index) return SQLITE_OK;
  sqlite_files_index_lock(base, 0, SQLITE_SHM_NLOCK, SQLITE_SHM_UNLOCK);
  file->has_index = false;
  if (--shared->index_users == 0) free_index(shared);
  return SQLITE_OK;
}
