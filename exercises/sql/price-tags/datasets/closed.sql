CREATE TABLE plants (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  pot_cm INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  cost_cents INTEGER NOT NULL
) STRICT;

-- In winter there are no plants.
