CREATE TABLE days (
  station TEXT NOT NULL,
  day TEXT NOT NULL,
  high REAL,
  PRIMARY KEY (station, day)
) STRICT;

INSERT INTO days (station, day, high) VALUES
  ('Dam', '2025-12-01', NULL), ('Dam', '2025-12-02', -3.0), ('Dam', '2025-12-03', -8.0), ('Dam', '2025-12-04', -5.0),
  ('Quay', '2025-12-01', NULL), ('Ridge', '2025-12-01', 0.0);
