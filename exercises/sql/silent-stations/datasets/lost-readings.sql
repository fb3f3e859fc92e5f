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

INSERT INTO stations (id, name, closed_on) VALUES (7, 'Gate', NULL), (8, 'Farm', NULL), (9, 'Farm', NULL);
INSERT INTO readings (station_id, taken, celsius) VALUES
  (NULL, '2026-03-10 02:00', 5.0), (7, '2026-03-10 04:00', 6.0);
