CREATE TABLE films (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL
) STRICT;

CREATE TABLE screenings (
  id INTEGER PRIMARY KEY,
  film_id INTEGER NOT NULL REFERENCES films (id),
  starts TEXT NOT NULL
) STRICT;

CREATE TABLE bookings (
  id INTEGER PRIMARY KEY,
  screening_id INTEGER NOT NULL REFERENCES screenings (id),
  seat TEXT NOT NULL
) STRICT;

CREATE TABLE ratings (
  id INTEGER PRIMARY KEY,
  film_id INTEGER NOT NULL REFERENCES films (id),
  stars INTEGER NOT NULL
) STRICT;

INSERT INTO films (id, title) VALUES (1, 'Paper Boats'), (2, 'The Long Tide'), (3, 'Snow Owls');
INSERT INTO screenings (id, film_id, starts) VALUES (1, 1, '2026-05-08 18:00'), (2, 1, '2026-05-09 18:00'), (3, 2, '2026-05-08 20:30');
INSERT INTO bookings (screening_id, seat) VALUES (1, 'A1'), (1, 'A2'), (2, 'B7');
INSERT INTO ratings (film_id, stars) VALUES (1, 5), (1, 4);
