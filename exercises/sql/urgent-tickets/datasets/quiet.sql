CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  status TEXT NOT NULL,
  priority INTEGER NOT NULL,
  plan TEXT NOT NULL,
  opened TEXT NOT NULL
) STRICT;

INSERT INTO tickets (id, subject, status, priority, plan, opened) VALUES
  (31, 'All done', 'closed', 1, 'gold', '2026-02-10 10:00');
