CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  box TEXT NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL,
  cents INTEGER NOT NULL
) STRICT;

INSERT INTO entries (id, box, day, note, cents) VALUES
  (9, 'bar', '2026-05-09', 'thanks', 300), (7, 'bar', '2026-05-09', 'float', 5000), (8, 'bar', '2026-05-09', 'ice', -700),
  (3, 'bar', '2026-05-10', 'ice', -700), (4, 'bar', '2026-05-10', 'ice', -700);
