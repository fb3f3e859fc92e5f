CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  work TEXT NOT NULL,
  hours REAL,
  finished TEXT
) STRICT;

INSERT INTO jobs (id, work, hours, finished) VALUES
  (1, 'wheel', 2.0, '2026-05-01'), (2, 'wheel', 9.0, NULL), (3, 'wheel', 2.0, '2026-05-02'), (4, 'wheel', 6.5, '2026-05-02'),
  (5, 'wheel', NULL, '2026-05-03'), (6, 'wheel', NULL, NULL);
