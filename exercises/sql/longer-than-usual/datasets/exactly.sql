CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  work TEXT NOT NULL,
  hours REAL,
  finished TEXT
) STRICT;

INSERT INTO jobs (id, work, hours, finished) VALUES
  (1, 'tyre', 0.5, '2026-06-01'), (2, 'tyre', 1.5, '2026-06-01'),
  (3, 'lamp', 0.1, '2026-06-01'), (4, 'lamp', 0.1, '2026-06-02'), (5, 'lamp', 1.0, '2026-06-03');
