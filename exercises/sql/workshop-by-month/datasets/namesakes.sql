CREATE TABLE mechanics (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  mechanic_id INTEGER NOT NULL REFERENCES mechanics (id),
  finished TEXT,
  cents INTEGER NOT NULL,
  hours REAL
) STRICT;

INSERT INTO mechanics (id, name) VALUES (1, 'Kim'), (2, 'Kim'), (3, 'Ada');
INSERT INTO jobs (mechanic_id, finished, cents, hours) VALUES
  (2, '2026-06-01', 2000, 1.0), (1, '2026-06-30', 2000, 2.0), (3, '2026-06-15', 2000, 1.0), (2, '2025-06-01', 500, 1.0);
