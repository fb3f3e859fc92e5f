CREATE TABLE branches (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE months (
  month TEXT PRIMARY KEY
) STRICT;

CREATE TABLE loans (
  id INTEGER PRIMARY KEY,
  branch_id INTEGER REFERENCES branches (id),
  lent_on TEXT NOT NULL
) STRICT;

INSERT INTO branches (id, name) VALUES (1, 'West'), (2, 'East');
INSERT INTO months (month) VALUES ('2026-01'), ('2026-02'), ('2026-03');
INSERT INTO loans (branch_id, lent_on) VALUES
  (1, '2026-01-04'), (1, '2026-01-31'), (1, '2026-03-01'), (2, '2026-02-14'), (2, '2026-02-14'), (2, '2026-03-09');
