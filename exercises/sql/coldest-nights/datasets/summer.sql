CREATE TABLE readings (
  station TEXT NOT NULL,
  night TEXT NOT NULL,
  low REAL,
  PRIMARY KEY (station, night)
) STRICT;

INSERT INTO readings (station, night, low) VALUES
  ('Hill', '2026-07-01', NULL);
