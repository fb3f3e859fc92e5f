CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  box TEXT NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL,
  cents INTEGER NOT NULL
) STRICT;

INSERT INTO entries (id, box, day, note, cents) VALUES
  (1, 'door', '2026-05-20', 'tickets', 900), (2, 'door', '2026-05-19', 'float', 2000), (3, 'door', '2026-05-21', 'theft', -2900), (4, 'door', '2026-05-22', 'float', 50);
