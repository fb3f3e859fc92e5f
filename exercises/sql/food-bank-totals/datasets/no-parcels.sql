CREATE TABLE parcels (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  kilos REAL
) STRICT;

INSERT INTO parcels (family_id, day, kilos) VALUES (8, '2026-02-05', 4.0);
