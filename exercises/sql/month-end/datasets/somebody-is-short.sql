CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  active INTEGER NOT NULL,
  cents INTEGER NOT NULL CHECK (cents >= -5000)
) STRICT;

CREATE TABLE charges (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES members (id),
  month TEXT NOT NULL,
  cents INTEGER NOT NULL
) STRICT;

CREATE TABLE months (
  month TEXT PRIMARY KEY
) STRICT;

INSERT INTO members VALUES (1, 'Tove', 1, 5000), (2, 'Rahel', 1, -1101), (3, 'Levi', 1, 9000);
INSERT INTO months VALUES ('2026-08');
