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
  (1, 'Aisha', NULL), (2, 'Bruno', NULL), (3, 'Chiara', NULL);
INSERT INTO guests (seat, member_id) VALUES ('A1', 2), ('A2', NULL), ('A3', NULL);
