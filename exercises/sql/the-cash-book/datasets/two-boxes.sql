CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  box TEXT NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL,
  cents INTEGER NOT NULL
) STRICT;

INSERT INTO entries (id, box, day, note, cents) VALUES
  (1, 'bar', '2026-05-02', 'float', 10000), (2, 'door', '2026-05-02', 'float', 5000),
  (3, 'bar', '2026-05-03', 'lemons', -1250), (4, 'door', '2026-05-03', 'tickets', 24000), (5, 'bar', '2026-05-08', 'sales', 8800);
