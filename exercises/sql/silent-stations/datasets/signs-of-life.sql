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

INSERT INTO stations (id, name, closed_on) VALUES (1, 'Ridge', NULL), (2, 'Dam', NULL), (3, 'Quay', NULL);
INSERT INTO readings (station_id, taken, celsius) VALUES
  (1, '2026-03-10 02:00', NULL), (1, '2026-03-10 03:00', NULL),
  (2, '2026-03-10 02:00', NULL), (2, '2026-03-10 03:00', 0.0),
  (3, '2026-03-10 02:00', -1.5);
