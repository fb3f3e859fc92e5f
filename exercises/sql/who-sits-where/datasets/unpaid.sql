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

INSERT INTO films (id, title) VALUES (1, 'Cedar');
INSERT INTO screenings (id, film_id, starts) VALUES (1, 1, '2026-04-20 21:00');
INSERT INTO members (id, name) VALUES (1, 'Sami'), (2, 'Tilda'), (3, 'Udo'), (4, 'Vera');
INSERT INTO bookings (screening_id, member_id, seat_row, seat_number, paid) VALUES
  (1, 1, 'A', 1, 1), (1, 2, 'A', 2, 0), (1, 3, 'A', 3, 1), (1, 4, 'A', 4, 0);
