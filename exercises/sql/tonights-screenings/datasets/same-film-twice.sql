CREATE TABLE films (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  min_age INTEGER
) STRICT;

CREATE TABLE rooms (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  seats INTEGER NOT NULL
) STRICT;

CREATE TABLE screenings (
  id INTEGER PRIMARY KEY,
  film_id INTEGER NOT NULL REFERENCES films (id),
  room_id INTEGER NOT NULL REFERENCES rooms (id),
  starts TEXT NOT NULL,
  cancelled INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO films (id, title, min_age) VALUES (1, 'Encore', NULL), (2, 'Encore', 12);
INSERT INTO rooms (id, name, seats) VALUES (1, 'North', 50), (2, 'South', 50);
INSERT INTO screenings (id, film_id, room_id, starts, cancelled) VALUES
  (1, 1, 1, '2026-05-08 19:00', 0),
  (2, 1, 2, '2026-05-08 19:00', 0),
  (3, 2, 1, '2026-05-08 21:00', 0),
  (4, 1, 1, '2025-05-08 19:00', 0);
