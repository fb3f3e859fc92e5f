CREATE TABLE days (
  station TEXT NOT NULL,
  day TEXT NOT NULL,
  high REAL,
  PRIMARY KEY (station, day)
) STRICT;

-- Nothing was measured yet.
