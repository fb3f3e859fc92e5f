CREATE TABLE readings (
  station TEXT NOT NULL,
  night TEXT NOT NULL,
  low REAL,
  PRIMARY KEY (station, night)
) STRICT;

INSERT INTO readings (station, night, low) VALUES
  ('Mill', '2025-12-30', -5.0), ('Hill', '2026-01-02', -5.0), ('Airport', '2026-01-02', -5.0),
  ('Dam', '2024-01-05', -5.0), ('Bridge', '2024-01-06', -5.0), ('Gate', '2023-02-01', -5.0),
  ('Lake', '2022-02-01', -20.0);
