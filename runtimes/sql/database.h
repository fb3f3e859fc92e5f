// The learner's database, and what its SQL may not do.

#ifndef BACKROAD_DATABASE_H
#define BACKROAD_DATABASE_H

#include "sqlite3.h"

// A new, empty database in memory. NULL if it cannot be.
sqlite3 *database_open(void);
// Why the last statement was not authorised, in words, or NULL. Forgets it.
const char *database_refusal(void);

#endif
