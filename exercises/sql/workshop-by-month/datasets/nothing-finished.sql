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

INSERT INTO mechanics (id, name) VALUES (1, 'Ola');
INSERT INTO jobs (mechanic_id, finished, cents, hours) VALUES (1, NULL, 100, 1.0);
