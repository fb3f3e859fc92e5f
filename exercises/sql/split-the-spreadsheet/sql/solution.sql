CREATE TABLE owners (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE bikes (
  id INTEGER PRIMARY KEY,
  owner_id INTEGER NOT NULL REFERENCES owners (id),
  frame TEXT NOT NULL UNIQUE,
  model TEXT NOT NULL
) STRICT;

CREATE TABLE repairs (
  id INTEGER PRIMARY KEY,
  bike_id INTEGER NOT NULL REFERENCES bikes (id),
  work TEXT NOT NULL,
  day TEXT NOT NULL,
  cents INTEGER NOT NULL
) STRICT;

INSERT INTO owners (name, phone)
SELECT DISTINCT owner, phone
FROM sheet;

INSERT INTO bikes (owner_id, frame, model)
SELECT DISTINCT o.id, s.frame, s.model
FROM sheet AS s
JOIN owners AS o ON o.phone = s.phone;

INSERT INTO repairs (bike_id, work, day, cents)
SELECT b.id, s.work, s.day, s.cents
FROM sheet AS s
JOIN bikes AS b ON b.frame = s.frame
WHERE s.work IS NOT NULL;
