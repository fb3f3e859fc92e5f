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

INSERT INTO members (id, name, card_ends) VALUES (1, 'Amara', '2026-06-30'), (2, 'Bjorn', '2026-06-30'), (3, 'Carla', '2027-01-31');
INSERT INTO books (id, title) VALUES (1, 'Dune'), (2, 'Emma'), (3, 'Persuasion');
INSERT INTO loans (member_id, book_id, due, returned) VALUES
  (1, 1, '2026-05-20', NULL), (1, 2, '2026-05-01', NULL), (3, 3, '2026-05-09', NULL);
