CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT,
  left_on TEXT
) STRICT;

CREATE TABLE loans (
  id INTEGER PRIMARY KEY,
  member_id INTEGER REFERENCES members (id),
  book_id INTEGER NOT NULL,
  returned TEXT
) STRICT;

CREATE TABLE statistics (
  book_id INTEGER PRIMARY KEY,
  loans INTEGER NOT NULL
) STRICT;

INSERT INTO members (id, name, email, left_on) VALUES (5, 'Hana', 'hana@example.org', '2024-01-01'), (6, 'Igor', 'igor@example.org', NULL);
INSERT INTO loans (id, member_id, book_id, returned) VALUES (1, NULL, 30, NULL), (2, NULL, 30, '2022-02-02');
