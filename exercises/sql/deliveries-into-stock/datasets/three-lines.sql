CREATE TABLE stock (
  product TEXT PRIMARY KEY,
  kilos INTEGER NOT NULL,
  shelf TEXT NOT NULL DEFAULT 'unsorted',
  note TEXT,
  last_delivery TEXT NOT NULL
) STRICT;

CREATE TABLE inbox (
  id INTEGER PRIMARY KEY,
  product TEXT NOT NULL,
  kilos INTEGER,
  day TEXT NOT NULL
) STRICT;

INSERT INTO stock (product, kilos, shelf, note, last_delivery) VALUES ('tea', 2, 'A9', NULL, '2026-05-01');
INSERT INTO inbox (product, kilos, day) VALUES ('Tea ', 1, '2026-05-12'), ('TEA', 1, '2026-05-11'), (' tea', 1, '2026-05-10'), ('Oats', 5, '2026-05-11'), ('oats', 5, '2026-05-09');
