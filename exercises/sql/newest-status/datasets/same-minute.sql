CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL
) STRICT;

CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  ticket_id INTEGER NOT NULL REFERENCES tickets (id),
  status TEXT NOT NULL,
  changed TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

INSERT INTO tickets (id, subject) VALUES (1, 'Mouse'), (2, 'Keyboard');
INSERT INTO changes (id, ticket_id, status, changed, changed_by) VALUES
  (10, 1, 'waiting', '2026-05-05 10:00', 'Ravi'), (11, 1, 'open', '2026-05-05 10:00', 'Ravi'),
  (12, 2, 'open', '2026-05-05 10:00', 'Sam'), (13, 2, 'closed', '2026-05-05 10:00', 'Sam');
