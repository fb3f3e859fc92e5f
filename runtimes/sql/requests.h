// Takes a request apart. Its JSON is read by SQLite itself, in a database that no SQL of a learner reaches.

#ifndef BACKROAD_REQUESTS_H
#define BACKROAD_REQUESTS_H

#include <stdbool.h>
#include <stddef.h>

// Parts that are not there are NULL. They live until the request is done.
typedef struct Request {
  const char *operation, *file, *function, *sql;
  size_t sql_length;
} Request;

// Once, before the first request.
bool requests_prepare(void);
bool request_read(const char *message, size_t length, Request *request);
void request_done(void);

#endif
