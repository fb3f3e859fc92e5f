CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  card_ends TEXT NOT NULL
) STRICT;

CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL
) STRICT;

CREATE TABLE loans (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES members (id),
  book_id INTEGER NOT NULL REFERENCES books (id),
  due TEXT NOT NULL,
  returned TEXT
) STRICT;

INSERT INTO members (id, name, card_ends) VALUES (1, 'Hana', '2026-06-30');
