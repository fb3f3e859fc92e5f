CREATE TABLE rooms (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE bookings (
  id INTEGER PRIMARY KEY,
  room_id INTEGER REFERENCES rooms (id),
  who TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  cancelled INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO rooms VALUES (1, 'Hall'), (2, 'Kitchen');

INSERT INTO bookings (id, room_id, who, starts, ends, cancelled) VALUES
  (1, 1, 'Chess club', '2026-09-04 18:00', '2026-09-04 20:00', 0),
  (2, 1, 'Choir', '2026-09-04 19:30', '2026-09-04 21:30', 0),
  (3, 2, 'Soup evening', '2026-09-04 18:30', '2026-09-04 21:00', 0),
  (4, 1, 'Yoga', '2026-09-05 10:00', '2026-09-05 11:00', 0);
