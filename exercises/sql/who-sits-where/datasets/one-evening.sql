CREATE TABLE films (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL
) STRICT;

CREATE TABLE screenings (
  id INTEGER PRIMARY KEY,
  film_id INTEGER NOT NULL REFERENCES films (id),
  starts TEXT NOT NULL
) STRICT;

CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE bookings (
  id INTEGER PRIMARY KEY,
  screening_id INTEGER NOT NULL REFERENCES screenings (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  seat_row TEXT NOT NULL,
  seat_number INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  UNIQUE (screening_id, seat_row, seat_number)
) STRICT;

INSERT INTO films (id, title) VALUES (1, 'Paper Boats');
INSERT INTO screenings (id, film_id, starts) VALUES (5, 1, '2026-04-17 20:30');
INSERT INTO members (id, name) VALUES (1, 'Leon'), (2, 'Maja'), (3, 'Nuri'), (4, 'Olga');
INSERT INTO bookings (screening_id, member_id, seat_row, seat_number, paid) VALUES
  (5, 1, 'B', 4, 1), (5, 2, 'B', 3, 1), (5, 3, 'B', 6, 1), (5, 4, 'A', 4, 1);
