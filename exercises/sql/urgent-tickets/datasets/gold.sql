CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  status TEXT NOT NULL,
  priority INTEGER NOT NULL,
  plan TEXT NOT NULL,
  opened TEXT NOT NULL
) STRICT;

INSERT INTO tickets (id, subject, status, priority, plan, opened) VALUES
  (21, 'Gold and closed', 'closed', 5, 'gold', '2026-02-10 10:00'),
  (22, 'Gold and waiting', 'waiting', 5, 'gold', '2026-02-10 10:00'),
  (23, 'Gold and spam', 'spam', 1, 'gold', '2026-02-10 10:00'),
  (24, 'Urgent and closed', 'closed', 1, 'basic', '2026-02-10 10:00');
