CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  work TEXT NOT NULL,
  hours REAL,
  finished TEXT
) STRICT;

INSERT INTO jobs (id, work, hours, finished) VALUES (1, 'bell', NULL, '2026-06-01'), (2, 'bell', 3.0, NULL), (3, 'bell', 1.0, '2026-06-02');
