SELECT length(randomblob(16 * 1024 * 1024)) AS bytes;
