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
  (1, 1, 'Repair café', '2026-10-03 14:00', '2026-10-03 18:00', 0),
  (2, 1, 'Scouts', '2026-10-03 15:00', '2026-10-03 17:00', 1),
  (3, NULL, 'Apple pressing', '2026-10-03 14:00', '2026-10-03 16:00', 0),
  (4, NULL, 'Beekeepers', '2026-10-03 15:00', '2026-10-03 18:00', 0),
  (5, 2, 'Debate', '2026-10-03 19:00', '2026-10-03 21:00', 1),
  (6, 2, 'Debate', '2026-10-03 19:00', '2026-10-03 21:00', 1);
