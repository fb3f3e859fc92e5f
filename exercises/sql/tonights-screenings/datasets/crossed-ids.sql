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

INSERT INTO films (id, title, min_age) VALUES (1, 'Ash', 18), (2, 'Birch', NULL), (3, 'Cedar', 12);
INSERT INTO rooms (id, name, seats) VALUES (1, 'Red', 60), (2, 'Green', 120), (3, 'Yard', 200);
INSERT INTO screenings (id, film_id, room_id, starts, cancelled) VALUES
  (1, 2, 3, '2026-05-08 21:45', 0),
  (2, 3, 1, '2026-05-08 09:30', 0),
  (3, 1, 2, '2026-05-08 00:05', 0);
