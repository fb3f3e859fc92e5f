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

INSERT INTO mechanics (id, name) VALUES (1, 'Ola'), (2, 'Per');
INSERT INTO jobs (mechanic_id, finished, cents, hours) VALUES
  (1, '2026-01-10', 99, 1.0), (1, '2026-01-11', 0, NULL), (1, '2026-01-12', 0, 1.5), (2, '2026-01-12', 1, NULL);
