CREATE TABLE screenings (
  id INTEGER PRIMARY KEY,
  film TEXT NOT NULL CHECK (film <> ''),
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 400),
  CHECK (ends > starts)
) STRICT;

CREATE TABLE bookings (
  id INTEGER PRIMARY KEY,
  screening_id INTEGER NOT NULL REFERENCES screenings (id) ON DELETE CASCADE,
  seat TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents >= 0),
  status TEXT NOT NULL DEFAULT 'reserved' CHECK (status IN ('reserved', 'paid', 'cancelled')),
  paid_on TEXT,
  voucher TEXT UNIQUE,
  UNIQUE (screening_id, seat),
  CHECK ((status = 'paid') = (paid_on IS NOT NULL))
) STRICT;
