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

INSERT INTO members (id, name, email, left_on) VALUES
  (1, 'Dario', 'dario@example.org', '2023-01-01'), (2, 'Edith', 'EDITH@EXAMPLE.ORG', '2025-06-01'), (3, 'Fatou', NULL, NULL), (4, 'Gil', '', '2020-01-01');
INSERT INTO loans (id, member_id, book_id, returned) VALUES
  (1, 1, 20, NULL), (2, 2, 20, '2025-05-01'), (3, 4, 21, '2020-01-01'), (4, 4, 21, '2019-12-01');
