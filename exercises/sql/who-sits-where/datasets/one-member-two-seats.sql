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

INSERT INTO films (id, title) VALUES (1, 'Birch');
INSERT INTO screenings (id, film_id, starts) VALUES (1, 1, '2026-04-21 21:00'), (2, 1, '2026-04-21 23:00');
INSERT INTO members (id, name) VALUES (1, 'Wen'), (2, 'Wen');
INSERT INTO bookings (screening_id, member_id, seat_row, seat_number, paid) VALUES
  (1, 1, 'E', 1, 1), (1, 1, 'E', 2, 1), (1, 2, 'E', 3, 1), (2, 2, 'E', 2, 1);
