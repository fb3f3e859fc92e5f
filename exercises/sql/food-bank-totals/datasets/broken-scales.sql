CREATE TABLE parcels (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  kilos REAL
) STRICT;

INSERT INTO parcels (family_id, day, kilos) VALUES (7, '2026-03-05', NULL), (7, '2026-03-06', NULL);
