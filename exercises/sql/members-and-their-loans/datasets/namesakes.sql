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

INSERT INTO members (id, name, card_ends) VALUES (9, 'Fatou', '2026-06-30'), (4, 'Fatou', '2026-08-31'), (5, 'Gil', '2026-08-31');
INSERT INTO books (id, title) VALUES (1, 'Walden'), (2, 'Middlemarch');
INSERT INTO loans (member_id, book_id, due, returned) VALUES
  (9, 1, '2026-05-01', NULL), (4, 1, '2026-05-11', NULL), (4, 2, '2026-05-11', NULL);
