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

INSERT INTO stock (product, kilos, shelf, note, last_delivery) VALUES ('rice', 30, 'B2', NULL, '2026-05-01');
