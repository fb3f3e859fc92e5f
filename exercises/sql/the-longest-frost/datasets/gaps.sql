CREATE TABLE nights (
  station TEXT NOT NULL,
  night TEXT NOT NULL,
  low REAL,
  PRIMARY KEY (station, night)
) STRICT;

INSERT INTO nights (station, night, low) VALUES
  ('Mill', '2026-01-01', -1.0), ('Mill', '2026-01-02', -1.0), ('Mill', '2026-01-04', -1.0), ('Mill', '2026-01-05', -1.0), ('Mill', '2026-01-06', -1.0),
  ('Quay', '2026-01-01', -1.0), ('Quay', '2026-01-02', NULL), ('Quay', '2026-01-03', -1.0), ('Quay', '2026-01-04', -1.0),
  ('Farm', '2026-01-01', -1.0), ('Farm', '2026-01-02', -2.0), ('Farm', '2026-01-09', -9.0), ('Farm', '2026-01-10', -1.0);
