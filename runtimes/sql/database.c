#include "database.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

static const char *refusal;

const char *database_refusal(void) {
  const char *reason = refusal;
  refusal = NULL;
  return reason;
}

static int refuse(const char *reason) {
  refusal = reason;
  return SQLITE_DENY;
}

// Whether a database may be attached. A relative name is one in /data; sqlite_vfs.c sees to that.
static int may_be_attached(const char *name) {
  // The name is computed: where a guest has no files, none is found.
  if (!name) return 1;
  if (name[0] != '/') return 1;
  return strncmp(name, "/data/", 6) == 0 || strncmp(name, "/tmp/", 5) == 0;
}

static int authorise(void *unused, int action, const char *first, const char *second, const char *database, const char *trigger) {
  switch (action) {
    case SQLITE_ATTACH:
      if (!may_be_attached(first)) return refuse("a database can be attached from /data, or as ':memory:'");
      break;
    case SQLITE_PRAGMA:
      // These are not the database's own: they would hold for the guest as a whole.
      if (second && (strcasecmp(first, "hard_heap_limit") == 0 || strcasecmp(first, "soft_heap_limit") == 0)) {
        return refuse("the limit on memory is set from outside");
      }
      break;
  }
  return SQLITE_OK;
}

sqlite3 *database_open(void) {
  sqlite3 *database;
  if (sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK) return NULL;
  // What a schema says about foreign keys holds, as in other databases.
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  // SQL cannot damage the database's own structures.
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_set_authorizer(database, authorise, NULL);
  return database;
}
