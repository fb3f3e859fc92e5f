CREATE TABLE plants (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  pot_cm INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  cost_cents INTEGER NOT NULL
) STRICT;

INSERT INTO plants (name, pot_cm, cents, cost_cents) VALUES
  ('Basil', 9, 300, 90),
  ('Basil', 9, 300, 90),
  ('Basil', 12, 400, 110);
