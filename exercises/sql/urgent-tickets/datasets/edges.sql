CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  status TEXT NOT NULL,
  priority INTEGER NOT NULL,
  plan TEXT NOT NULL,
  opened TEXT NOT NULL
) STRICT;

INSERT INTO tickets (id, subject, status, priority, plan, opened) VALUES
  (11, 'First minute', 'open', 1, 'basic', '2026-02-01 00:00'),
  (12, 'Last evening', 'open', 2, 'basic', '2026-02-28 23:59'),
  (13, 'Too late', 'open', 1, 'gold', '2026-03-01 00:00'),
  (14, 'Too early', 'waiting', 1, 'gold', '2026-01-31 23:59'),
  (15, 'Another year', 'open', 1, 'gold', '2025-02-15 12:00'),
  (16, 'Just not urgent', 'open', 3, 'basic', '2026-02-15 12:00');
