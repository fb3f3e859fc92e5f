CREATE TABLE days (
  station TEXT NOT NULL,
  day TEXT NOT NULL,
  high REAL,
  PRIMARY KEY (station, day)
) STRICT;

INSERT INTO days (station, day, high) VALUES
  ('Harbour', '2025-07-01', 29.5), ('Harbour', '2025-07-02', 31.0), ('Harbour', '2025-07-03', 30.5),
  ('Airport', '2025-07-01', 33.0), ('Airport', '2025-07-02', 35.5), ('Airport', '2025-07-03', 34.0);
