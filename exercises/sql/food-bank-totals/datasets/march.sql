CREATE TABLE parcels (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  kilos REAL
) STRICT;

INSERT INTO parcels (family_id, day, kilos) VALUES
  (1, '2026-03-03', 8.0), (2, '2026-03-03', 12.5), (1, '2026-03-10', 7.5), (3, '2026-03-31', NULL),
  (1, '2026-02-28', 20.0), (4, '2026-04-01', 9.0);
