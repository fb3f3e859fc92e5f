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

INSERT INTO films (id, title) VALUES (1, 'Encore'), (2, 'Encore'), (3, 'Aurora');
INSERT INTO screenings (id, film_id, starts) VALUES (1, 2, '2026-05-01 18:00');
INSERT INTO bookings (screening_id, seat) VALUES (1, 'A1');
INSERT INTO ratings (film_id, stars) VALUES (1, 2), (3, 4);
