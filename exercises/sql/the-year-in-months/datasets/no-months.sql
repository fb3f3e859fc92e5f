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

INSERT INTO branches (id, name) VALUES (1, 'West');
INSERT INTO loans (branch_id, lent_on) VALUES (1, '2026-01-04');
