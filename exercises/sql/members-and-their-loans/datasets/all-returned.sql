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

INSERT INTO members (id, name, card_ends) VALUES (1, 'Dario', '2026-06-30'), (2, 'Edith', '2026-07-31');
INSERT INTO books (id, title) VALUES (1, 'Dune'), (2, 'Emma');
INSERT INTO loans (member_id, book_id, due, returned) VALUES
  (1, 1, '2026-02-01', '2026-01-30'), (1, 2, '2026-02-01', '2026-02-03'),
  (2, 1, '2026-03-01', '2026-02-20'), (2, 2, '2026-05-15', NULL);
