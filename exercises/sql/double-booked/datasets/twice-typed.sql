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
  (1, 2, 'Cooking for beginners', '2026-11-07 17:00', '2026-11-07 20:00', 0),
  (2, 2, 'Cooking for beginners', '2026-11-07 17:00', '2026-11-07 20:00', 0),
  (3, 2, 'Breakfast', '2026-11-07 08:00', '2026-11-07 10:00', 0),
  (4, 2, 'Jam', '2026-11-07 10:00', '2026-11-07 12:00', 0);
