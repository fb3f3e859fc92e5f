CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  left_on TEXT
) STRICT;

CREATE TABLE guests (
  seat TEXT PRIMARY KEY,
  member_id INTEGER REFERENCES members (id)
) STRICT;

INSERT INTO members (id, name, left_on) VALUES
  (1, 'Aisha', NULL), (2, 'Bruno', '2024-01-01');
