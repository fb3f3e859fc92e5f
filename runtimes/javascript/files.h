// Files and folders for fs.js, and for loading what learners import.

#ifndef BACKROAD_JAVASCRIPT_FILES_H
#define BACKROAD_JAVASCRIPT_FILES_H

#include "quickjs.h"

// A whole file, or NULL with errno set. To be freed with js_free.
char *read_file(JSContext *ctx, const char *path, size_t *length);

// The object `host.files`.
JSValue new_files(JSContext *ctx);

#endif
