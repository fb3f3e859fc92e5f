CREATE TABLE days (
  station TEXT NOT NULL,
  day TEXT NOT NULL,
  high REAL,
  PRIMARY KEY (station, day)
) STRICT;

INSERT INTO days (station, day, high) VALUES
  ('Mill', '2025-08-01', 30.0), ('Mill', '2025-08-02', 30.0), ('Mill', '2025-08-03', 29.0),
  ('Hill', '2025-08-01', 25.0), ('Hill', '2025-08-02', 28.0), ('Hill', '2025-08-04', 25.0), ('Hill', '2025-08-03', 24.0);
