CREATE TABLE rentals (
  id INTEGER PRIMARY KEY,
  hall TEXT NOT NULL,
  label TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;

-- Nobody rents a locker in August.
