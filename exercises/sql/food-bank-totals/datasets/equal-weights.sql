CREATE TABLE parcels (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  kilos REAL
) STRICT;

INSERT INTO parcels (family_id, day, kilos) VALUES
  (5, '2026-03-01', 8.0), (6, '2026-03-01', 8.0), (5, '2026-03-15', 8.0), (5, '2025-03-15', 30.0);
