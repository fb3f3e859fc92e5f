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

INSERT INTO stock (product, kilos, shelf, note, last_delivery) VALUES ('salt', 4, 'A1', 'dry', '2026-06-30');
INSERT INTO inbox (id, product, kilos, day) VALUES (1, 'salt', NULL, '2026-05-12'), (2, 'salt', 3, '2026-05-12'), (3, 'honey', 0, '2026-05-12'), (4, 'honey', NULL, '2026-05-12');
