CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  box TEXT NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL,
  cents INTEGER NOT NULL
) STRICT;

INSERT INTO entries (id, box, day, note, cents) VALUES
  (1, 'bar', '2026-04-28', 'float', 10000), (2, 'bar', '2026-04-30', 'repair', -9500), (3, 'bar', '2026-05-01', 'sales', 4000),
  (4, 'bar', '2026-05-31', 'sales', 3000), (5, 'bar', '2026-06-01', 'sales', 7000), (6, 'door', '2026-04-01', 'float', 100);
