CREATE TABLE nights (
  station TEXT NOT NULL,
  night TEXT NOT NULL,
  low REAL,
  PRIMARY KEY (station, night)
) STRICT;

INSERT INTO nights (station, night, low) VALUES
  ('Hill', '2026-01-10', -1.0), ('Hill', '2026-01-11', 2.0), ('Hill', '2026-01-12', -3.0), ('Hill', '2026-01-13', -4.5), ('Hill', '2026-01-14', -0.1), ('Hill', '2026-01-15', 0.0),
  ('Harbour', '2026-01-12', 1.0), ('Harbour', '2026-01-13', -0.5), ('Harbour', '2026-01-14', 3.0),
  ('Old town', '2026-01-13', 0.0);
