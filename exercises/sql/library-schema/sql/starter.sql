-- The library's database. One script, which grows from stage to stage.

CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  isbn TEXT,
  title TEXT
);
