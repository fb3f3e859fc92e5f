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
  (1, 'Amara', 'Amara@Example.org ', NULL), (2, 'Bjorn', NULL, '2024-05-01'), (3, 'Carla', '  ', NULL);
INSERT INTO loans (id, member_id, book_id, returned) VALUES
  (1, 1, 10, '2024-03-01'), (2, 2, 10, '2024-12-31'), (3, 1, 11, '2025-01-01'), (4, 1, 12, NULL);
