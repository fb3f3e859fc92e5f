-- The library's database. One script, which grows from stage to stage.

CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  isbn TEXT NOT NULL,
  title TEXT NOT NULL
) STRICT;

CREATE TABLE authors (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

-- Who wrote what, in the order of the title page.
CREATE TABLE authorships (
  book_id INTEGER NOT NULL REFERENCES books (id),
  author_id INTEGER NOT NULL REFERENCES authors (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (book_id, author_id)
) STRICT;

CREATE TABLE copies (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL REFERENCES books (id),
  barcode TEXT NOT NULL
) STRICT;

CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL
) STRICT;

CREATE TABLE loans (
  id INTEGER PRIMARY KEY,
  copy_id INTEGER NOT NULL REFERENCES copies (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  lent_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- Nothing while the copy is out.
  returned_on TEXT
) STRICT;
