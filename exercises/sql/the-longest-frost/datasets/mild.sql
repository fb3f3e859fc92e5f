CREATE TABLE nights (
  station TEXT NOT NULL,
  night TEXT NOT NULL,
  low REAL,
  PRIMARY KEY (station, night)
) STRICT;

INSERT INTO nights (station, night, low) VALUES ('Quay', '2026-01-01', 0.0), ('Quay', '2026-01-02', NULL), ('Gate', '2026-01-02', 4.0);
