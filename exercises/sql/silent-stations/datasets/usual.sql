CREATE TABLE stations (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  closed_on TEXT
) STRICT;

CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  station_id INTEGER REFERENCES stations (id),
  taken TEXT NOT NULL,
  celsius REAL
) STRICT;

INSERT INTO stations (id, name, closed_on) VALUES
  (1, 'Harbour', NULL), (2, 'Mill', NULL), (3, 'Airport', NULL), (4, 'Old town', '2024-06-30');
INSERT INTO readings (station_id, taken, celsius) VALUES
  (1, '2026-03-09 23:00', 3.5), (1, '2026-03-10 00:00', 3.1), (1, '2026-03-10 01:00', 2.9),
  (2, '2026-03-09 22:00', 4.0);
