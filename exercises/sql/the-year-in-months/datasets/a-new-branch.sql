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

INSERT INTO branches (id, name) VALUES (5, 'North'), (6, 'Harbour');
INSERT INTO months (month) VALUES ('2026-02'), ('2026-01');
INSERT INTO loans (branch_id, lent_on) VALUES (5, '2026-02-01'), (5, '2025-12-31'), (5, '2026-03-01'), (5, '2025-01-15'), (NULL, '2026-02-01');
