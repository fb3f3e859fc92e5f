SELECT length(randomblob(128 * 1024 * 1024));
