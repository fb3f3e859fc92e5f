CREATE TABLE plants (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  pot_cm INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  cost_cents INTEGER NOT NULL
) STRICT;

INSERT INTO plants (name, pot_cm, cents, cost_cents) VALUES
  ('Moss', 7, 99, 10),
  ('Ivy', 12, 1205, 300),
  ('Olive', 30, 14999, 6000),
  ('Cress', 5, 0, 0);
