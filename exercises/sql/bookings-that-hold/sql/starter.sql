CREATE TABLE screenings (
  id INTEGER PRIMARY KEY,
  film TEXT,
  starts TEXT,
  ends TEXT,
  seats INTEGER
) STRICT;

CREATE TABLE bookings (
  id INTEGER PRIMARY KEY,
  screening_id INTEGER,
  seat TEXT,
  cents INTEGER,
  status TEXT,
  paid_on TEXT,
  voucher TEXT
) STRICT;
