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

INSERT INTO branches (id, name) VALUES (9, 'Park'), (3, 'Park');
INSERT INTO months (month) VALUES ('2025-12'), ('2026-01');
INSERT INTO loans (branch_id, lent_on) VALUES (9, '2025-12-24'), (9, '2026-01-02'), (9, '2026-01-03'), (3, '2025-12-24'), (3, '2025-12-27');
