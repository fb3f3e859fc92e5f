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

INSERT INTO tickets (id, subject) VALUES (5, 'Lamp'), (6, 'Desk');
INSERT INTO changes (id, ticket_id, status, changed, changed_by) VALUES (1, 6, 'closed', '2026-05-06 10:00', 'Sam');
