// SQLite's files, clock and randomness, by the few calls of WASI that they need.
//
// SQLite's own layer for Unix is not used: it needs locks, processes and mapped files, which a guest has not.

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "sqlite_files.h"

#define MAX_PATH_BYTES 512
// Where a guest may write; a relative name means a file here unless the current folder is such a folder itself.
#define DATA "/data"
#define SCRATCH "/tmp"

static int close_file(sqlite3_file *base) {
  File *file = (File *)base;
  sqlite_files_leave(file);
  close(file->descriptor);
  if (file->delete_on_close) unlink(file->path);
  free(file->path);
  return SQLITE_OK;
}

static int read_file(sqlite3_file *base, void *to, int length, sqlite3_int64 at) {
  File *file = (File *)base;
  int done = 0;
  while (done < length) {
    ssize_t got = pread(file->descriptor, (char *)to + done, (size_t)(length - done), at + done);
    if (got < 0) return SQLITE_IOERR_READ;
    if (got == 0) break;
    done += (int)got;
  }
  if (done == length) return SQLITE_OK;
  // SQLite wants what is not there as zeros.
  memset((char *)to + done, 0, (size_t)(length - done));
  return SQLITE_IOERR_SHORT_READ;
}

static int failed_write(int otherwise) { return errno == ENOSPC ? SQLITE_FULL : otherwise; }

static int write_file(sqlite3_file *base, const void *from, int length, sqlite3_int64 at) {
  File *file = (File *)base;
  for (int done = 0; done < length;) {
    ssize_t put = pwrite(file->descriptor, (const char *)from + done, (size_t)(length - done), at + done);
    if (put <= 0) return failed_write(SQLITE_IOERR_WRITE);
    done += (int)put;
  }
  return SQLITE_OK;
}

static int truncate_file(sqlite3_file *base, sqlite3_int64 length) {
  return ftruncate(((File *)base)->descriptor, length) == 0 ? SQLITE_OK : failed_write(SQLITE_IOERR_TRUNCATE);
}

// A guest's files live exactly as long as the guest.
static int sync_file(sqlite3_file *base, int flags) { return SQLITE_OK; }

static int size_of_file(sqlite3_file *base, sqlite3_int64 *length) {
  struct stat status;
  if (fstat(((File *)base)->descriptor, &status) != 0) return SQLITE_IOERR_FSTAT;
  *length = status.st_size;
  return SQLITE_OK;
}

static int control_file(sqlite3_file *base, int operation, void *argument) {
  if (operation != SQLITE_FCNTL_LOCKSTATE) return SQLITE_NOTFOUND;
  *(int *)argument = ((File *)base)->level;
  return SQLITE_OK;
}

static int sector_size(sqlite3_file *base) { return 4096; }

static int characteristics(sqlite3_file *base) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = size_of_file,
    .xLock = sqlite_files_lock,
    .xUnlock = sqlite_files_unlock,
    .xCheckReservedLock = sqlite_files_check_reserved,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = sqlite_files_index_map,
    .xShmLock = sqlite_files_index_lock,
    .xShmBarrier = sqlite_files_index_barrier,
    .xShmUnmap = sqlite_files_index_unmap,
};

// A regular file's descriptor, or -1.
static int open_regular(const char *path, int flags) {
  int descriptor = open(path, flags, 0644);
  struct stat status;
  if (descriptor >= 0 && (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))) {
    close(descriptor);
    return -1;
  }
  return descriptor;
}

static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags, int *opened_as) {
  File *file = (File *)base;
  memset(file, 0, sizeof *file);
  // Temporary files have no name. There are none: SQLITE_TEMP_STORE says so.
  if (!path) return SQLITE_CANTOPEN;
  int mode = (flags & SQLITE_OPEN_CREATE ? O_CREAT : 0) | (flags & SQLITE_OPEN_EXCLUSIVE ? O_EXCL : 0);
  bool may_write = flags & SQLITE_OPEN_READWRITE;
  file->descriptor = open_regular(path, mode | (may_write ? O_RDWR : O_RDONLY));
  if (file->descriptor < 0 && may_write && !(flags & SQLITE_OPEN_EXCLUSIVE)) {
    file->descriptor = open_regular(path, O_RDONLY);
    flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
  }
  if (file->descriptor < 0) return SQLITE_CANTOPEN;
  file->delete_on_close = flags & SQLITE_OPEN_DELETEONCLOSE;
  file->path = strdup(path);
  if (!file->path || (flags & SQLITE_OPEN_MAIN_DB && !sqlite_files_join(file))) {
    free(file->path);
    close(file->descriptor);
    return SQLITE_NOMEM;
  }
  file->base.pMethods = &methods;
  if (opened_as) *opened_as = flags;
  return SQLITE_OK;
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int must_sync) {
  if (unlink(path) == 0) return SQLITE_OK;
  return errno == ENOENT ? SQLITE_IOERR_DELETE_NOENT : SQLITE_IOERR_DELETE;
}

static int has_access(sqlite3_vfs *vfs, const char *path, int flags, int *has) {
  struct stat status;
  *has = stat(path, &status) == 0;
  // An empty journal is as good as none.
  if (*has && flags == SQLITE_ACCESS_EXISTS) *has = !S_ISREG(status.st_mode) || status.st_size > 0;
  return SQLITE_OK;
}

// Appends a path, part by part, without `.`, `..` and doubled slashes: one file must have one name for its locks.
static bool append_path(char *to, int room, const char *path) {
  size_t used = strlen(to);
  while (*path) {
    size_t length = strcspn(path, "/");
    if (length == 2 && path[0] == '.' && path[1] == '.') {
      while (used > 0 && to[--used] != '/') {
      }
    } else if (length > 0 && !(length == 1 && path[0] == '.')) {
      if (used + length + 2 > (size_t)room) return false;
      to[used++] = '/';
      memcpy(to + used, path, length);
      used += length;
    }
    to[used] = 0;
    path += length + (path[length] == '/');
  }
  return true;
}

static bool is_below(const char *path, const char *folder) {
  size_t length = strlen(folder);
  return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int full_path(sqlite3_vfs *vfs, const char *path, int room, char *full) {
  full[0] = 0;
  if (path[0] != '/') {
    char folder[MAX_PATH_BYTES];
    bool is_writable = getcwd(folder, sizeof folder) && (is_below(folder, DATA) || is_below(folder, SCRATCH));
    if (!append_path(full, room, is_writable ? folder : DATA)) return SQLITE_CANTOPEN;
  }
  return append_path(full, room, path) ? SQLITE_OK : SQLITE_CANTOPEN;
}

static int randomness(sqlite3_vfs *vfs, int length, char *bytes) {
  for (int done = 0; done < length; done += 256) getentropy(bytes + done, (size_t)(length - done < 256 ? length - done : 256));
  return length;
}

static int sleep_for(sqlite3_vfs *vfs, int microseconds) {
  struct timespec time = {.tv_sec = microseconds / 1000000, .tv_nsec = microseconds % 1000000 * 1000};
  nanosleep(&time, NULL);
  return microseconds;
}

// Milliseconds since noon of a day in 4714 BC, as SQLite counts.
static int current_time_in_ms(sqlite3_vfs *vfs, sqlite3_int64 *now) {
  struct timespec time;
  clock_gettime(CLOCK_REALTIME, &time);
  *now = 210866760000000 + time.tv_sec * 1000 + time.tv_nsec / 1000000;
  return SQLITE_OK;
}

static int current_time(sqlite3_vfs *vfs, double *now) {
  sqlite3_int64 milliseconds;
  current_time_in_ms(vfs, &milliseconds);
  *now = (double)milliseconds / 86400000.0;
  return SQLITE_OK;
}

static int last_error(sqlite3_vfs *vfs, int length, char *text) { return errno; }

static sqlite3_vfs files = {
    .iVersion = 2,
    .szOsFile = sizeof(File),
    .mxPathname = MAX_PATH_BYTES,
    .zName = "guest",
    .xOpen = open_file,
    .xDelete = delete_file,
    .xAccess = has_access,
    .xFullPathname = full_path,
    .xRandomness = randomness,
    .xSleep = sleep_for,
    .xCurrentTime = current_time,
    .xGetLastError = last_error,
    .xCurrentTimeInt64 = current_time_in_ms,
};

int sqlite3_os_init(void) { return sqlite3_vfs_register(&files, 1); }

int sqlite3_os_end(void) { return SQLITE_OK; }
