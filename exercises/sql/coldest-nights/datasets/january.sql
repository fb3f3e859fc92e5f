CREATE TABLE readings (
  station TEXT NOT NULL,
  night TEXT NOT NULL,
  low REAL,
  PRIMARY KEY (station, night)
) STRICT;

INSERT INTO readings (station, night, low) VALUES
  ('Harbour', '2026-01-12', -2.5), ('Airport', '2026-01-12', -7.2), ('Hill', '2026-01-12', -9.1),
  ('Harbour', '2026-01-13', -4.0), ('Airport', '2026-01-13', -8.8), ('Hill', '2026-01-13', -10.4),
  ('Harbour', '2026-01-14', 1.5);
