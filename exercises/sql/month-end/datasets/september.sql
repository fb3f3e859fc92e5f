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

INSERT INTO members VALUES (1, 'Tove', 1, 5000), (2, 'Anselm', 0, 1200), (3, 'Rahel', 1, -1100);
INSERT INTO months VALUES ('2026-08');
INSERT INTO charges VALUES (1, 1, '2026-08', 3900), (2, 3, '2026-08', 3900);
