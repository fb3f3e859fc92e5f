CREATE TABLE nights (
  station TEXT NOT NULL,
  night TEXT NOT NULL,
  low REAL,
  PRIMARY KEY (station, night)
) STRICT;

INSERT INTO nights (station, night, low) VALUES
  ('Dam', '2025-12-30', -2.0), ('Dam', '2025-12-31', -2.0), ('Dam', '2026-01-01', -2.0), ('Dam', '2026-01-02', -2.0), ('Dam', '2026-02-28', -1.0), ('Dam', '2026-03-01', -1.0),
  ('Ridge', '2024-02-28', -1.0), ('Ridge', '2024-02-29', -1.0), ('Ridge', '2024-03-01', -1.0), ('Ridge', '2025-02-28', -5.0), ('Ridge', '2025-03-01', -5.0);
