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

INSERT INTO tickets (id, subject) VALUES (1, 'Cannot log in'), (2, 'Typo on page 3'), (3, 'Invoice is wrong');
INSERT INTO changes (id, ticket_id, status, changed, changed_by) VALUES
  (1, 1, 'open', '2026-05-04 08:00', 'Sam'), (2, 1, 'waiting', '2026-05-04 09:30', 'Ravi'),
  (3, 2, 'open', '2026-05-04 08:10', 'Sam'), (4, 2, 'closed', '2026-05-04 11:00', 'Lena'),
  (5, 3, 'open', '2026-05-04 12:00', 'Lena');
