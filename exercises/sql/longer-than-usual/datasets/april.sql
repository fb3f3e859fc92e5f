CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  work TEXT NOT NULL,
  hours REAL,
  finished TEXT
) STRICT;

INSERT INTO jobs (id, work, hours, finished) VALUES
  (1, 'brakes', 1.0, '2026-04-01'), (2, 'brakes', 1.0, '2026-04-02'), (3, 'brakes', 4.0, '2026-04-03'),
  (4, 'frame', 6.0, '2026-04-03'), (5, 'frame', 7.0, '2026-04-05'), (6, 'chain', 0.5, '2026-04-05');
