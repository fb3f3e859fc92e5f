CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  status TEXT NOT NULL,
  priority INTEGER NOT NULL,
  plan TEXT NOT NULL,
  opened TEXT NOT NULL
) STRICT;

INSERT INTO tickets (id, subject, status, priority, plan, opened) VALUES
  (1, 'Cannot log in', 'open', 1, 'basic', '2026-02-19 08:15'),
  (2, 'Typo on page 3', 'open', 4, 'basic', '2026-02-11 14:00'),
  (3, 'Invoice is wrong', 'waiting', 2, 'basic', '2026-02-20 09:30'),
  (4, 'Lost my password', 'closed', 1, 'gold', '2026-02-19 10:00'),
  (5, 'Logo is blurry', 'open', 5, 'gold', '2026-02-12 11:45');
