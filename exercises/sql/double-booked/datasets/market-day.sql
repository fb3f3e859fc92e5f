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
  (1, 1, 'Flea market', '2026-09-12 09:00', '2026-09-12 17:00', 0),
  (7, 1, 'First aid', '2026-09-12 09:00', '2026-09-12 12:00', 0),
  (3, 1, 'Quilting', '2026-09-12 13:00', '2026-09-12 15:00', 0),
  (4, 1, 'Readers'' circle', '2026-09-12 16:00', '2026-09-12 18:00', 0),
  (5, 1, 'Dance', '2026-09-12 18:00', '2026-09-12 20:00', 0);
