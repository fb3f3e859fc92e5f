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

INSERT INTO films (id, title, min_age) VALUES (1, 'Paper Boats', NULL), (2, 'The Long Tide', 16), (3, 'Snow Owls', 6);
INSERT INTO rooms (id, name, seats) VALUES (1, 'Blue', 80), (2, 'Attic', 24);
INSERT INTO screenings (id, film_id, room_id, starts, cancelled) VALUES
  (1, 3, 1, '2026-05-08 16:00', 0),
  (2, 1, 2, '2026-05-08 20:30', 0),
  (3, 2, 1, '2026-05-08 20:30', 0),
  (4, 2, 2, '2026-05-08 23:00', 1),
  (5, 1, 1, '2026-05-09 18:00', 0);
