CREATE TABLE readings (
  station TEXT NOT NULL,
  night TEXT NOT NULL,
  low REAL,
  PRIMARY KEY (station, night)
) STRICT;

INSERT INTO readings (station, night, low) VALUES
  ('Harbour', '2026-02-01', NULL), ('Airport', '2026-02-01', 0.0), ('Hill', '2026-02-01', -1.0),
  ('Harbour', '2026-02-02', 3.0), ('Airport', '2026-02-02', NULL), ('Hill', '2026-02-02', NULL);
