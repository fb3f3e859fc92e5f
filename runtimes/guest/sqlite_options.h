// How SQLite is built, for all guests that have it. sqlite3.c includes this before anything else (SQLITE_CUSTOM_INCLUDE).

// A guest has one thread, and files of its own: sqlite_vfs.c.
#define SQLITE_THREADSAFE 0
#define SQLITE_OS_OTHER 1
#define HAVE_LOCALTIME_R 1
#define HAVE_USLEEP 1

// Nothing can be loaded, and what is temporary is memory, which the guest's limit bounds.
#define SQLITE_OMIT_LOAD_EXTENSION 1
#define SQLITE_TEMP_STORE 3
#define SQLITE_MAX_MMAP_SIZE 0

// "text" in double quotes is a name and never a string, as the standard has it and SQLite's authors recommend.
#define SQLITE_DQS 0

// What lessons use: full-text search, mathematics, median(), and comments in the output of EXPLAIN.
#define SQLITE_ENABLE_FTS5 1
#define SQLITE_ENABLE_MATH_FUNCTIONS 1
#define SQLITE_ENABLE_PERCENTILE 1
#define SQLITE_ENABLE_EXPLAIN_COMMENTS 1
// Where a column of a result comes from: node:sqlite tells it.
#define SQLITE_ENABLE_COLUMN_METADATA 1
// No SQLITE_ENABLE_STAT4: a query's plan is the one that learners see in SQLite elsewhere.

// Nobody asks for these figures, and counting costs.
#define SQLITE_DEFAULT_MEMSTATUS 0
