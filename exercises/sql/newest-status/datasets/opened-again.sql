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

INSERT INTO tickets (id, subject) VALUES (7, 'Printer'), (8, 'Screen');
INSERT INTO changes (id, ticket_id, status, changed, changed_by) VALUES
  (1, 7, 'open', '2026-05-01 08:00', 'Sam'), (2, 7, 'closed', '2026-05-02 08:00', 'Zoe'), (3, 7, 'open', '2026-05-03 08:00', 'Ana'),
  (4, 8, 'closed', '2026-05-03 08:00', 'Ana'), (5, 8, 'open', '2026-05-02 08:00', 'Zoe');
