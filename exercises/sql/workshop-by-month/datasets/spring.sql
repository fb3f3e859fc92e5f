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

INSERT INTO mechanics (id, name) VALUES (1, 'Yara'), (2, 'Zeno');
INSERT INTO jobs (mechanic_id, finished, cents, hours) VALUES
  (1, '2026-04-02', 4500, 1.5), (2, '2026-04-02', 9900, 3.0), (1, '2026-04-17', 1250, 0.5),
  (1, '2026-05-04', 3000, 1.0), (1, NULL, 7000, 2.0);
